"""Errors shown, from the command line to the last line: on a toy scorer, a toy command and invented pages."""

import json
from collections import Counter
from pathlib import Path

import attribution_errors
import errors
import pytest
from differences.attribution import ATTRIBUTION
from differences.comparison import Examined
from recorded import Counts, Recording, key_of, read_recording
from scores import SCORERS
from typeset import Terminal

from benchmarks import toy
from reportedly.brief.text import columns


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the toy's scripts and data, its command in the place of ours, recordings beside it."""
    command = tmp_path / "command"
    data = toy.write_shared(tmp_path / "shared")
    data.rename(data.with_name("polnear-dev.jsonl.xz"))
    command.write_text(f'#!/bin/sh\nexec {toy.write_command(tmp_path)} "$@"\n')
    command.chmod(0o755)
    monkeypatch.setattr(errors, "COMMAND", command)
    monkeypatch.setattr(errors, "RECORDED", tmp_path / "checkout" / "benchmarks" / "recorded")
    (tmp_path / "checkout" / "benchmarks").mkdir(parents=True)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "shared"


def run(shared: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what is printed with the arguments."""
    assert errors.main(["attribution", "--shared", str(shared), *arguments]) == 0
    return capsys.readouterr().out


def relabel(shared: Path, *pages: dict[str, object]) -> Path:
    """Put other pages in the place of the toy's and return their file."""
    data = shared / "data" / "polnear-dev.jsonl.xz"
    data.write_text("".join(f"{json.dumps(page)}\n" for page in pages))
    return data


def test_the_worst_page_is_shown_first(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(shared, capsys)

    assert printed.index("1. harrow") < printed.index("2. pell")


def test_gold_and_found_are_shown_with_their_marks(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [line.split()[:3] for line in run(shared, capsys).splitlines()]

    assert ["-", "wanted", "Kask"] in rows
    assert ["+", "found", "Orsk"] in rows


def test_only_so_many_pages_are_shown(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(shared, capsys, "--worst", "1")

    assert "1. harrow" in printed
    assert "2. pell" not in printed


def test_a_page_is_shown_by_its_name(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(shared, capsys, "--page", "pel")

    assert "2. pell" in printed
    assert "harrow" not in printed


def test_mistakes_are_counted_by_cue(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [line.split() for line in run(shared, capsys).splitlines()]

    assert ["MISSED,", "BY", "CUE", "1", "INVENTED,", "BY", "CUE", "1"] in rows
    assert ["1", "warn", "1", "say"] in rows


def test_no_line_is_wider_than_the_terminal(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(shared, capsys, "--record")
    relabel(shared, *(toy.page(f"{name}-{'very-' * 30}long", text, *said) for name, (text, said) in toy.PAGES.items()))

    assert max(columns(line) for line in run(shared, capsys).splitlines()) <= 80


def test_without_a_terminal_there_is_no_colour(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in run(shared, capsys)


def test_before_anything_is_recorded_the_run_says_so(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(shared, capsys)

    assert "Nothing is recorded" in printed
    assert "GAINS" not in printed


def test_what_is_recorded_has_the_scores_of_every_page(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(shared, capsys, "--record")
    recording = read_recording(
        shared.parent / "checkout" / "benchmarks" / "recorded" / "attribution.json",
        shared / "data" / "polnear-dev.jsonl.xz",
    )

    assert "Recorded in benchmarks/recorded/attribution.json." in printed
    assert recording is not None
    assert len(recording.pages) == 2


def test_gains_and_losses_are_told_page_by_page(
    shared: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run(shared, capsys, "--record")
    better = toy.COMMAND.replace("(said)", "(warned that|told)").replace(r"(\w+) (", r"(Kask) (")
    (tmp_path / "command.py").write_text(better)
    rows = [line.split() for line in run(shared, capsys).splitlines()]

    assert ["harrow", "-4", "·", "·", "+100.0", "+100.0"] in rows
    assert ["pell", "+2", "·", "·", "-100.0", "-100.0"] in rows
    assert ["content,", "exact", "66.7", "50.0", "+16.7", "1", "1"] in rows


def test_without_a_change_there_are_no_gains_and_no_losses(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(shared, capsys, "--record")
    printed = run(shared, capsys)

    assert "GAINS: 0 PAGES" in printed
    assert "LOSSES: 0 PAGES" in printed


def test_a_page_that_is_no_longer_read_has_only_what_it_missed(
    shared: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run(shared, capsys, "--record")
    (tmp_path / "command.py").write_text(toy.COMMAND.replace('"unread" in text', '"ford" in text'))
    printed = run(shared, capsys)

    assert "   1 missed\n" in printed
    assert "GAINS: 1 PAGE " in printed


def test_a_page_with_other_mistakes_but_no_more_and_no_fewer_is_counted() -> None:
    page, before = "harrow", {name: Counts(1, 2, 2) for name in ("source, exact", "cue, exact")}
    now = {"source, exact": Counts(2, 2, 2), "cue, exact": Counts(0, 2, 2)}
    recording = Recording(data="pages.jsonl", sha256="", pages={key_of(page): before})
    shown = errors.Shown(name=page, scores=now, examined=Examined(rows=(), kinds=Counter()))
    lines = errors.describe([shown], ATTRIBUTION, recording, Terminal(width=80), worst=0)

    assert "1 more changed and have as many mistakes as before." in list(lines)


def test_a_sample_is_compared_with_the_same_pages(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(shared, capsys, "--record")
    rows = [line.split() for line in run(shared, capsys, "--first", "1").splitlines()]

    assert ["content,", "exact", "0.0", "0.0", "+0.0", "0", "0"] in rows


@pytest.mark.parametrize(
    "arguments", [["--record", "--first", "1"], ["nowhere.jsonl"], ["--shared", "nowhere"], ["--worst", "no"]]
)
def test_misuse_ends_with_two(shared: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        errors.main(["attribution", "--shared", str(shared), *arguments])

    assert ended.value.code == 2


def test_attribution_has_a_script_of_its_own() -> None:
    assert vars(attribution_errors)["main"] is errors.main


def test_every_scorer_of_the_benchmarks_can_be_examined() -> None:
    assert set(errors.EXAMINATIONS) == {scorer.name for scorer in SCORERS}


def test_what_is_ranked_in_recordings_is_what_is_recorded() -> None:
    recorded = {path.stem: path for path in Path(errors.__file__).with_name("recorded").glob("*.json")}
    pages = {name: json.loads(path.read_text())["pages"] for name, path in recorded.items()}

    assert all(
        set(errors.EXAMINATIONS[name].ranked) <= scores.keys() for name in pages for scores in pages[name].values()
    )
