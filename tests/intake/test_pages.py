import hashlib
import io
from datetime import date
from pathlib import Path

import pytest

from reportedly.errors import BadAboutError, MissingPathError, NoPagesError
from reportedly.intake.about import StoryAbout
from reportedly.intake.pages import gather_pages
from reportedly.records import About
from reportedly.settings import Settings


def folder_of(path: Path, **files: str) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (path / name.replace("_", ".")).write_text(text)
    return path


def names(*paths: Path | str) -> list[str]:
    return [page.name for page in gather_pages(paths, settings=Settings())]


def test_a_folder_stands_for_its_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    folder_of(tmp_path, b_txt="two", a_html="<p>one", c_md="three")

    assert names(tmp_path) == ["a.html", "b.txt", "c.md"]


def test_hidden_files_and_labels_of_a_folder_are_no_pages(tmp_path: Path) -> None:
    folder_of(tmp_path, a_txt="one", _hidden="no", gold_json="{}", style_css="p {}")

    assert names(tmp_path) == ["a.txt"]


def test_a_story_folder_stands_for_its_pages_and_what_is_known_of_them(tmp_path: Path) -> None:
    folder_of(tmp_path, about_json='{"pages": {"a.txt": {"published": "2031-05-02"}}}')
    folder_of(tmp_path / "pages", a_txt="one")

    pages = list(gather_pages([tmp_path], settings=Settings()))

    assert [(page.name, page.about.published) for page in pages] == [("a.txt", date(2031, 5, 2))]


def test_what_is_given_apart_goes_above_what_the_folder_says(tmp_path: Path) -> None:
    folder_of(tmp_path, about_json='{"pages": {"a.txt": {"outlet": "Post"}}}', a_txt="one")
    about = StoryAbout(pages={"a.txt": About(outlet="Herald")})

    (page,) = gather_pages([tmp_path], about=about, settings=Settings())

    assert page.about.outlet == "Herald"


def test_two_pages_with_one_name_are_called_by_their_paths(tmp_path: Path) -> None:
    one = folder_of(tmp_path / "one", a_txt="one") / "a.txt"
    two = folder_of(tmp_path / "two", a_txt="two") / "a.txt"

    assert names(one, two) == [str(one), str(two)]


def test_what_is_known_of_a_file_name_holds_for_a_page_called_by_its_path(tmp_path: Path) -> None:
    one = folder_of(tmp_path / "one", a_txt="one") / "a.txt"
    two = folder_of(tmp_path / "two", a_txt="two") / "a.txt"
    about = StoryAbout(pages={"a.txt": About(outlet="Post"), str(two): About(outlet="Herald")})

    pages = gather_pages([one, two], about=about, settings=Settings())

    assert [page.about.outlet for page in pages] == ["Post", "Herald"]


def test_a_file_given_twice_is_one_page(tmp_path: Path) -> None:
    file = folder_of(tmp_path, a_txt="one") / "a.txt"

    assert names(file, tmp_path / "." / "a.txt", tmp_path) == ["a.txt"]


def test_a_page_has_its_bytes_and_their_hash(tmp_path: Path) -> None:
    file = folder_of(tmp_path, a_txt="The dam held.\r\n") / "a.txt"

    (page,) = gather_pages([file], settings=Settings())

    assert page.content == file.read_bytes()
    assert page.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_dash_is_standard_input() -> None:
    (page,) = gather_pages(["-"], settings=Settings(), stdin=io.BytesIO(b"The dam held."))

    assert (page.name, page.content) == ("-", b"The dam held.")


def test_standard_input_that_is_not_there_is_empty() -> None:
    (page,) = gather_pages(["-"], settings=Settings())

    assert [problem.code for problem in page.problems] == ["empty"]


def test_pages_are_opened_one_by_one(tmp_path: Path) -> None:
    folder_of(tmp_path, a_txt="one", b_txt="two")
    pages = gather_pages([tmp_path], settings=Settings())
    next(pages)
    (tmp_path / "b.txt").unlink()

    assert [problem.code for problem in next(pages).problems] == ["unreadable"]


@pytest.mark.parametrize(("text", "code"), [(" \n", "empty"), ("", "empty"), ("x" * 11, "too_large")])
def test_a_page_that_is_not_read_is_a_problem_and_the_others_go_on(tmp_path: Path, text: str, code: str) -> None:
    folder_of(tmp_path, a_txt=text, b_txt="The dam.")

    first, second = gather_pages([tmp_path], settings=Settings(page_bytes=10))

    assert ([problem.code for problem in first.problems], first.content, first.sha256) == ([code], b"", "")
    assert second.problems == ()


def test_a_path_that_is_not_there_is_said_before_any_page_is_opened(tmp_path: Path) -> None:
    file = folder_of(tmp_path, a_txt="one") / "a.txt"

    with pytest.raises(MissingPathError, match="no such file"):
        gather_pages([file, tmp_path / "b.txt"], settings=Settings())


def test_a_folder_without_pages_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoPagesError, match="no pages here"):
        gather_pages([folder_of(tmp_path, about_json="{}")], settings=Settings())


def test_no_paths_are_no_pages() -> None:
    with pytest.raises(NoPagesError):
        gather_pages([], settings=Settings())


def test_a_folders_about_file_is_checked_before_any_page_is_opened(tmp_path: Path) -> None:
    with pytest.raises(BadAboutError):
        gather_pages([folder_of(tmp_path, a_txt="one", about_json="{")], settings=Settings())
