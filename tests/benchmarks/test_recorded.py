"""Scores kept from run to run: what is written, what is compared, what counts as better."""

from pathlib import Path

import pytest
from recorded import Counts, find_changes, key_of, read_recording, record, total, write_recording

NAMES = ("source", "cue")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "pages.jsonl"
    path.write_text('{"id": "harrow-flood"}\n')
    return path


def scores(source: int, cue: int) -> dict[str, Counts]:
    """Return scores with so many right of ten found and ten wanted."""
    return {"source": Counts(source, 10, 10), "cue": Counts(cue, 10, 10)}


def test_f1_is_of_what_was_found_and_wanted() -> None:
    assert Counts(3, 4, 6).f1 == 60.0


def test_where_nothing_was_wanted_and_nothing_found_all_is_right() -> None:
    assert Counts(0, 0, 0).f1 == 100.0


def test_what_is_wrong_and_what_is_missing_are_mistakes() -> None:
    assert Counts(3, 4, 6).mistakes == 4


def test_a_recording_comes_back_as_it_was_written(data: Path, tmp_path: Path) -> None:
    recording = record(data, {"harrow-flood": scores(5, 6), "orsk-dam": scores(7, 8)})
    write_recording(recording, tmp_path / "recorded" / "toy.json")

    assert read_recording(tmp_path / "recorded" / "toy.json", data) == recording


def test_a_recording_has_a_line_for_each_page_and_no_name_of_one(data: Path, tmp_path: Path) -> None:
    write_recording(record(data, {"harrow-flood": scores(5, 6), "orsk-dam": scores(7, 8)}), tmp_path / "toy.json")
    lines = (tmp_path / "toy.json").read_text().splitlines()

    assert len([line for line in lines if "source" in line]) == 2
    assert not any("harrow" in line or "orsk" in line for line in lines)


def test_what_was_recorded_on_other_data_is_not_compared_with(data: Path, tmp_path: Path) -> None:
    write_recording(record(data, {"harrow-flood": scores(5, 6)}), tmp_path / "toy.json")
    data.write_text('{"id": "harrow-flood", "published": "2031-02-03"}\n')

    assert read_recording(tmp_path / "toy.json", data) is None


def test_a_story_is_known_by_its_files_and_what_is_in_them(tmp_path: Path) -> None:
    story = tmp_path / "story"
    (story / "pages").mkdir(parents=True)
    (story / "pages" / "0.txt").write_text("The dam held.")
    write_recording(record(story, {"0.txt": scores(5, 6)}), tmp_path / "toy.json")

    assert read_recording(tmp_path / "toy.json", story) is not None
    (story / "pages" / "0.txt").write_text("The dam broke.")
    assert read_recording(tmp_path / "toy.json", story) is None


def test_where_nothing_was_recorded_there_is_nothing_to_compare_with(data: Path, tmp_path: Path) -> None:
    assert read_recording(tmp_path / "toy.json", data) is None


def test_pages_whose_scores_moved_are_changes(data: Path) -> None:
    recording = record(data, {"a": scores(5, 6), "b": scores(5, 6), "c": scores(5, 6)})
    changes = find_changes(recording, {"a": scores(7, 6), "b": scores(5, 6), "c": scores(5, 5)})

    assert [(change.page, change.gained(NAMES)) for change in changes] == [("a", 4), ("c", -2)]


def test_a_page_that_was_not_recorded_is_no_change(data: Path) -> None:
    assert find_changes(record(data, {"a": scores(5, 6)}), {"b": scores(9, 9)}) == ()


def test_a_score_that_was_not_recorded_is_no_gain(data: Path) -> None:
    recording = record(data, {"a": {"source": Counts(5, 10, 10)}})
    (change,) = find_changes(recording, {"a": scores(5, 9)})

    assert change.gained(NAMES) == 0


def test_scores_are_added_up_name_by_name() -> None:
    assert total([scores(5, 6), scores(1, 1)]) == {"source": Counts(6, 20, 20), "cue": Counts(7, 20, 20)}


def test_a_page_keeps_its_key() -> None:
    assert key_of("harrow-flood") == key_of("harrow-flood") != key_of("orsk-dam")
