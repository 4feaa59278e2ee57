"""The benchmarks' own logic: what rows say, what a limit holds, what ends a run. No scorer is run."""

import json
import re
import sys
from pathlib import Path

import bench
import msgspec
import pytest
from children import run_child
from floors import Floor, find_breaches, find_missing, raise_floors, read_floors, write_floors
from measures import Failed, Measured, Outcome
from scores import SCORERS, Scorer, read_rows, run_scorer
from speed import describe_memory
from variants import NAMES, vary_pages

ROWS = """\
source, exact                      P  71.4  R  69.0  F1  70.2   (690 right, 966 found, 1000 wanted)
   of those, interval                 95.0 %
HTML: mean 4-word shingle F1         93.1   (177 pages)
killed      50.0 % of 100 incidents
a line about something else 12
"""


def percent(name: str, value: float, *, whole: bool = True) -> Measured:
    return Measured(name=name, value=value, unit="%", whole=whole)


# --- rows ------------------------------------------------------------------------------------------------------------


def test_every_kind_of_row_gives_its_figure() -> None:
    found = {m.name: m.value for m in read_rows("b", ROWS.splitlines(), whole=True)}

    assert found == {
        "b: source, exact": 70.2,
        "b: interval": 95.0,
        "b: HTML: mean 4-word shingle F1": 93.1,
        "b: killed": 50.0,
    }


def test_rows_of_a_sample_say_so() -> None:
    assert not any(m.whole for m in read_rows("b", ROWS.splitlines(), whole=False))


def test_a_quick_run_of_a_scorer_is_limited() -> None:
    scorer = Scorer(name="times", data="d", whole=("--first", "100"), sample=("--first", "5"))

    assert scorer.arguments(Path("shared"), quick=True)[-2:] == ["--first", "5"]
    assert scorer.arguments(Path("shared"), quick=False)[-2:] == ["--first", "100"]


def test_a_scorer_without_a_sample_is_whole_in_a_quick_run_too() -> None:
    assert Scorer(name="figures", data="d").is_whole(quick=True)


def test_a_scorers_script_is_run_and_its_rows_are_read(tmp_path: Path) -> None:
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "toy.py").write_text("import sys; print('value   P  1.0  R  1.0  F1  88.0', sys.argv[1:2])")

    assert list(run_scorer(Scorer(name="toy", data="d"), tmp_path, quick=False)) == [percent("toy: value", 88.0)]


@pytest.mark.parametrize(
    ("script", "why"),
    [("print('nothing')", "no figure"), ("raise SystemExit('bad data')", "bad data"), ("while True: pass", "longer")],
)
def test_a_script_that_gives_nothing_is_a_failure_with_its_reason(tmp_path: Path, script: str, why: str) -> None:
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "toy.py").write_text(script)
    (outcome,) = run_scorer(Scorer(name="toy", data="d", seconds=1), tmp_path, quick=False)

    assert isinstance(outcome, Failed)
    assert why in outcome.why


def test_what_a_program_started_ends_with_it(tmp_path: Path) -> None:
    mark = tmp_path / "alive"
    grandchild = f"import time, pathlib; time.sleep(2); pathlib.Path({str(mark)!r}).touch()"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {grandchild!r}])"
    done = run_child([sys.executable, "-c", child], seconds=0.5)
    run_child([sys.executable, "-c", "import time; time.sleep(2)"], seconds=5)

    assert done.why
    assert not mark.exists()


# --- floors ----------------------------------------------------------------------------------------------------------


def test_a_figure_below_its_floor_is_named_with_the_reason() -> None:
    (breach,) = find_breaches([percent("times: found", 60.0)], {"times: found": Floor(at_least=61, why="measured")})

    assert breach == "times: found is 60 %, and has to be at least 61: measured"


def test_a_figure_above_its_ceiling_is_named() -> None:
    slow = Measured(name="start: first output", value=4.0, unit="s")

    assert list(find_breaches([slow], {slow.name: Floor(at_most=3, why="patience")}))


@pytest.mark.parametrize("value", [61.0, 99.0])
def test_a_figure_on_or_above_its_floor_is_no_breach(value: float) -> None:
    assert not list(find_breaches([percent("x", value)], {"x": Floor(at_least=61, why="measured")}))


def test_a_sample_is_held_to_no_floor() -> None:
    assert not list(find_breaches([percent("x", 1.0, whole=False)], {"x": Floor(at_least=61, why="measured")}))


def test_a_provisional_floor_holds_nothing_back() -> None:
    assert not list(find_breaches([percent("x", 0.0)], {"x": Floor(why="provisional")}))


def test_a_figure_that_is_no_longer_given_is_missed() -> None:
    floors = {"times: found": Floor(at_least=61, why="measured"), "pages: kept": Floor(why="provisional")}

    assert list(find_missing([], floors, ["times"])) == ["times: found has a floor, and was not measured."]


def test_an_update_moves_quality_floors_and_keeps_the_reason() -> None:
    floors = {"x": Floor(at_least=50, why="first"), "y": Floor(at_least=70, why="first")}
    moved = raise_floors(floors, [percent("x", 61.28), percent("y", 70.04)], why="relative dates")

    assert moved == {"x": Floor(at_least=61.2, why="relative dates"), "y": Floor(at_least=70.0, why="first")}


def test_an_update_changes_no_promise_and_takes_no_sample() -> None:
    floors = {"start": Floor(at_most=3, why="patience")}
    measured = [Measured(name="start", value=1.0, unit="s"), percent("x", 61.0, whole=False)]

    assert raise_floors(floors, measured, why="faster") == floors


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    floors = {"b": Floor(at_least=1.5, why="why"), "a": Floor(why="provisional")}
    write_floors(floors, tmp_path / "floors.json")

    assert read_floors(tmp_path / "floors.json") == floors


def test_the_floors_in_force_are_of_benchmarks_that_there_are() -> None:
    known = {"start", "pace", "memory", *(scorer.name for scorer in SCORERS)}

    assert {name.split(":")[0] for name in read_floors()} <= known


# --- memory and pages ------------------------------------------------------------------------------------------------


def test_memory_is_compared_with_its_own_beginning() -> None:
    seen = [{"VmRSS": kb, "VmHWM": kb} for kb in (400 * 1024, 500 * 1024, 500 * 1024, 550 * 1024)]
    peak, growth = describe_memory(seen, whole=True)

    assert isinstance(peak, Measured)
    assert isinstance(growth, Measured)
    assert (peak.value, growth.value) == (550, 1.1)


def test_a_run_too_short_to_see_gives_no_figure() -> None:
    assert [type(o) for o in describe_memory([], whole=True)] == [Failed]


def test_the_pages_made_are_the_same_every_time_and_all_different() -> None:
    pages = list(vary_pages(40))

    assert pages == list(vary_pages(40))
    assert len(set(pages)) == 40
    assert not any(re.search(rf"\b{name}\b", page) for page in pages for name in NAMES)


# --- the run ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, list[Outcome]]:
    """Benchmarks that give what a test puts in, with floors and results in a folder of their own."""
    given: dict[str, list[Outcome]] = {"start": [], "pace": [], "memory": []}
    write_floors({"pace: words": Floor(at_least=10, why="measured")}, tmp_path / "floors.json")
    monkeypatch.setattr(bench, "benchmarks", lambda *_, **__: {name: lambda n=name: given[n] for name in given})
    monkeypatch.setattr(bench, "read_floors", lambda: read_floors(tmp_path / "floors.json"))
    monkeypatch.setattr(bench, "write_floors", lambda floors: write_floors(floors, tmp_path / "floors.json"))
    monkeypatch.setattr(bench, "RESULTS", tmp_path / "results.json")
    return given


def test_a_run_above_its_floors_ends_well(toy: dict[str, list[Outcome]]) -> None:
    toy["pace"] = [percent("pace: words", 12)]

    assert bench.main([]) == 0


@pytest.mark.parametrize("outcome", [percent("pace: words", 9), Failed(name="pace", why="it broke")])
def test_a_run_with_a_breach_or_a_failure_ends_with_one(
    toy: dict[str, list[Outcome]], outcome: Outcome, capsys: pytest.CaptureFixture[str]
) -> None:
    toy["pace"] = [outcome]

    assert bench.main(["--only", "pace"]) == 1
    assert "pace" in capsys.readouterr().out


def test_without_labelled_data_the_run_says_so(
    toy: dict[str, list[Outcome]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toy["pace"] = [percent("pace: words", 12)]
    bench.main(["--shared", str(tmp_path / "none")])

    assert "speed and memory only" in capsys.readouterr().out


def test_only_what_lies_there_is_scored(tmp_path: Path) -> None:
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "times.py").touch()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "timebank.jsonl.xz").touch()

    assert set(bench.benchmarks(tmp_path, quick=True)) == {"start", "pace", "memory", "times"}


def test_figures_that_were_not_measured_again_stay_in_the_results(toy: dict[str, list[Outcome]]) -> None:
    toy["pace"] = [percent("pace: words", 12)]
    bench.main([])
    toy["start"] = [percent("start: x", 1)]
    bench.main(["--only", "start"])

    assert set(json.loads(bench.RESULTS.read_text())["figures"]) == {"pace: words", "start: x"}


def test_an_update_is_written_with_its_reason(toy: dict[str, list[Outcome]]) -> None:
    toy["pace"] = [percent("pace: words", 8)]

    status = bench.main(["--update-floors", "a slower model"])
    floors = read_floors(bench.RESULTS.with_name("floors.json"))

    assert status == 0
    assert floors == {"pace: words": Floor(at_least=8.0, why="a slower model")}


def test_misuse_ends_with_two() -> None:
    with pytest.raises(SystemExit) as ended:
        bench.main(["--only", "nothing"])

    assert ended.value.code == 2


def test_the_floors_file_is_json_that_people_can_read() -> None:
    content = (Path(bench.__file__).with_name("floors.json")).read_bytes()

    assert msgspec.json.format(content, indent=1).strip() == content.strip()
