from datetime import date
from pathlib import Path

import pytest

from reportedly.errors import BadAboutError, MissingPathError
from reportedly.intake.about import StoryAbout, read_about
from reportedly.records import About, Outlet, OutletKind


def about_file(folder: Path, words: str) -> Path:
    file = folder / "about.json"
    file.write_text(words, encoding="utf-8")
    return file


def complaint(folder: Path, words: str) -> str:
    with pytest.raises(BadAboutError) as caught:
        read_about(about_file(folder, words))
    return caught.value.what


def test_an_about_file_names_the_story_and_what_is_known_of_its_pages(tmp_path: Path) -> None:
    words = """{"story": "The Harrow dam", "anchors": {"the flood": "2031-04-30"}, "pages":
        {"1.txt": {"published": "2031-05-02", "outlet": " Harlow Post ", "url": "https://harlowpost.example/dam"}}}"""

    assert read_about(about_file(tmp_path, words)) == StoryAbout(
        story="The Harrow dam",
        pages={"1.txt": About(published=date(2031, 5, 2), outlet="Harlow Post", url="https://harlowpost.example/dam")},
        anchors={"the flood": date(2031, 4, 30)},
    )


@pytest.mark.parametrize("words", ["{}", '{"pages": null, "story": ""}', '{"editor": "Jane"}', '\ufeff{"pages": {}}'])
def test_every_key_may_be_left_out_and_others_are_passed_over(tmp_path: Path, words: str) -> None:
    assert read_about(about_file(tmp_path, words)) == StoryAbout()


def test_an_empty_value_is_unknown(tmp_path: Path) -> None:
    words = '{"pages": {"1.txt": {"published": null, "outlet": "", "note": 3}}}'

    assert read_about(about_file(tmp_path, words)).pages == {"1.txt": About()}


def test_a_time_of_day_may_stand_behind_the_day(tmp_path: Path) -> None:
    words = '{"pages": {"1.txt": {"published": "2031-05-02T13:37:00Z"}}}'

    assert read_about(about_file(tmp_path, words)).pages["1.txt"].published == date(2031, 5, 2)


@pytest.mark.parametrize("day", ["2 May 2031", "2031-5-2", "2031-02-30", "2031-05"])
def test_a_day_is_written_as_year_month_and_day(tmp_path: Path, day: str) -> None:
    said = complaint(tmp_path, f'{{"pages": {{"1.txt": {{"published": "{day}"}}}}}}')

    assert said == f'pages, "1.txt", published: "{day}" is no day of the calendar; write YYYY-MM-DD'


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('{"pages": []}', "pages: should be an object in braces, not a list"),
        ('{"story": 5}', "story: should be text, not a number"),
        ("[1]", "the file: should be an object in braces, not a list"),
        ('{"pages": {"1.txt": "2031"}}', 'pages, "1.txt": should be an object in braces, not text'),
        ('{"pages": {"1.txt": {"outlet": true}}}', 'pages, "1.txt", outlet: should be text, not true or false'),
        ('{"anchors": {"the flood": 3}}', 'anchors, "the flood": should be text, not a number'),
    ],
)
def test_a_wrong_value_is_named_by_its_key(tmp_path: Path, words: str, said: str) -> None:
    assert complaint(tmp_path, words) == said


@pytest.mark.parametrize("words", ["{", "", '{"story": }', '{"x": ' + "[" * 100_000])
def test_what_is_no_json_is_said(tmp_path: Path, words: str) -> None:
    assert "not valid JSON" in complaint(tmp_path, words)


def test_bytes_that_are_no_text_are_said(tmp_path: Path) -> None:
    file = tmp_path / "about.json"
    file.write_bytes(b'{"story": "\xff\xfe"}')

    with pytest.raises(BadAboutError, match="not valid JSON"):
        read_about(file)


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadAboutError, match="cannot be read"):
        read_about(tmp_path)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingPathError):
        read_about(tmp_path / "about.json")


def test_the_day_of_saving_is_known_beside_the_day_of_publication(tmp_path: Path) -> None:
    known = read_about(about_file(tmp_path, '{"pages": {"1.txt": {"captured": "2031-05-09T10:00:00Z"}}}'))

    assert known.of("1.txt") == About(captured=date(2031, 5, 9))


def test_a_bad_day_of_saving_is_named(tmp_path: Path) -> None:
    assert 'captured: "May" is no day' in complaint(tmp_path, '{"pages": {"1.txt": {"captured": "May"}}}')


def test_outlets_are_listed_by_name(tmp_path: Path) -> None:
    post = '"Harlow Post": {"domains": ["www.HarlowPost.example"], "kind": "newspaper", "owner": "Harlow Media"}'
    wire = '"Norpress": {"forms": ["NP", " "], "kind": "agency", "state": "Norland"}'
    words = f'{{"outlets": {{{post}, {wire}, "Orsk Net": {{}}}}}}'

    assert read_about(about_file(tmp_path, words)).outlets == (
        Outlet(name="Harlow Post", kind=OutletKind.NEWSPAPER, owner="Harlow Media", domains=("harlowpost.example",)),
        Outlet(name="Norpress", kind=OutletKind.AGENCY, state="Norland", forms=("NP",)),
        Outlet(name="Orsk Net"),
    )


@pytest.mark.parametrize(
    ("outlets", "said"),
    [
        ("[]", "outlets: should be an object in braces, not a list"),
        ('{"Post": []}', 'outlets, "Post": should be an object in braces, not a list'),
        ('{"Post": {"domains": "post.example"}}', 'outlets, "Post", domains: should be a list, not text'),
        (
            '{"Post": {"kind": "paper"}}',
            'outlets, "Post", kind: should be one of agency, broadcaster, newspaper, site, not "paper"',
        ),
        (
            '{"Post": {"domains": ["https://post.example/"]}}',
            'outlets, "Post", domains: "https://post.example/" is no domain; write it as harlowpost.example',
        ),
        ('{" ": {}}', 'outlets, " ": an outlet needs a name'),
    ],
)
def test_what_is_wrong_with_an_outlet_is_named(tmp_path: Path, outlets: str, said: str) -> None:
    assert complaint(tmp_path, f'{{"outlets": {outlets}}}') == said
