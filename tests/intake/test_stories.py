from datetime import date
from pathlib import Path

import pytest

from reportedly.errors import MissingPathError
from reportedly.intake.about import read_about
from reportedly.intake.stories import UNTITLED, anchors_of, name_story
from reportedly.records import About


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sarn-bridge"
    made.mkdir()
    (made / "about.json").write_text('{"story": "The Sarn bridge"}', encoding="utf-8")
    return made


def test_a_folder_names_its_story_in_its_about_file(folder: Path) -> None:
    assert name_story([folder]) == "The Sarn bridge"


def test_a_given_about_file_goes_above_the_folders(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text('{"story": "Bridge falls"}', encoding="utf-8")

    assert name_story([folder], mine) == "Bridge falls"


def test_a_folder_without_a_named_story_gives_its_own_name(folder: Path) -> None:
    (folder / "about.json").unlink()

    assert name_story([folder]) == "sarn-bridge"


def test_files_alone_leave_the_story_untitled(folder: Path) -> None:
    assert name_story([folder / "about.json", "-"]) == UNTITLED


def test_an_about_file_that_is_not_there_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingPathError):
        name_story([folder], tmp_path / "nowhere.json")


@pytest.mark.parametrize("words", ["2031-05-02", "2031-05-02T13:37", "2031-05-02T23:59:30Z", "2031-05-02 08:00+02:00"])
def test_a_page_may_be_dated_to_the_minute(words: str, folder: Path) -> None:
    (folder / "about.json").write_text(f'{{"pages": {{"1.txt": {{"published": "{words}"}}}}}}', encoding="utf-8")

    known = read_about(folder / "about.json").of("1.txt")

    assert known == About(published=date(2031, 5, 2))


def test_anchors_are_the_folders_and_above_them_the_given_about_files(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text('{"anchors": {"the flood": "2031-05-01"}}', encoding="utf-8")
    (folder / "about.json").write_text(
        '{"anchors": {"the flood": "2031-04-30", "the vote": "2031-06-02"}}', encoding="utf-8"
    )

    assert anchors_of([folder]) == {"the flood": date(2031, 4, 30), "the vote": date(2031, 6, 2)}
    assert anchors_of([folder], mine) == {"the flood": date(2031, 5, 1), "the vote": date(2031, 6, 2)}
    assert anchors_of([folder / "1.txt"]) == {}
