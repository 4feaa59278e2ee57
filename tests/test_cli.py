"""The command as people use it: every test runs `main` on real files."""

import io
import json
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reportedly.cli import main
from reportedly.forms import schema_of
from reportedly.records import Brief, Reading

PAGE = """Bridge falls at Sarn

At least 30 people died when a bridge fell at Sarn on Monday, the mayor, Ada Kask, said.

"We are still looking for 12 people," Kask said.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "sarn"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b.txt").write_text(PAGE.replace("At least 30", "More than 40"), encoding="utf-8")
    return folder


def test_read_gives_a_line_a_page_that_keeps_to_the_schema(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["read", str(story), "--format", "jsonl"])

    forms = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert status == 0
    assert [form["page"]["name"] for form in forms] == ["a.txt", "b.txt"]
    for form in forms:
        Draft202012Validator(schema_of(Reading)).validate(form)


def test_read_shows_people_who_said_what(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", str(story / "a.txt")])

    shown = capsys.readouterr().out
    assert "Ada Kask" in shown
    assert "At least 30" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_brief_gives_json_that_keeps_to_the_schema(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(story), "--format", "json"]) == 0

    Draft202012Validator(schema_of(Brief)).validate(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_brief_names_the_story_in_every_form(form: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "about.json").write_text('{"story": "The Sarn bridge", "pages": {}}', encoding="utf-8")

    assert main(["brief", str(story), "--format", form]) == 0
    assert "the sarn bridge" in capsys.readouterr().out.lower()


def test_a_brief_goes_to_the_file_that_is_named(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "brief.html"

    assert main(["brief", str(story), "--format", "html", "--output", str(output)]) == 0
    assert output.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    assert str(output) in capsys.readouterr().out


def test_an_output_that_cannot_be_written_is_named(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(story), "--output", str(story / "no" / "brief.txt")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_ledgers_brief_is_the_brief_of_its_pages(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = str(tmp_path / "story.db")
    main(["add", str(story), "--ledger", ledger])
    capsys.readouterr()

    main(["brief", ledger, "--format", "json"])
    kept = capsys.readouterr().out
    main(["brief", str(story), "--format", "json"])
    fresh = capsys.readouterr().out

    assert json.loads(kept) == json.loads(fresh)


def test_a_ledger_keeps_the_anchors_of_its_story(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger, about = str(tmp_path / "story.db"), tmp_path / "about.json"
    about.write_text('{"anchors": {"the Sarn flood": "2025-03-04"}}', encoding="utf-8")
    (story / "c.txt").write_text("Sarn\n\nThe Sarn flood last week was a disaster, Ada Kask said.", encoding="utf-8")
    main(["add", str(story), "--about", str(about), "--ledger", ledger])
    capsys.readouterr()
    main(["brief", "--ledger", ledger, "--format", "json"])
    page = json.loads(capsys.readouterr().out)["pages"][-1]

    assert (page["dating"]["earliest"], page["dating"]["latest"]) == ("2025-03-05", "2025-03-18")


def test_adding_twice_adds_nothing(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = str(tmp_path / "story.db")
    main(["add", str(story), "--ledger", ledger])
    first = Path(ledger).read_bytes()
    main(["add", str(story), "--ledger", ledger])

    assert "0 pages added, 2 pages there already" in capsys.readouterr().out
    assert Path(ledger).read_bytes() == first


def test_one_page_more_costs_the_reading_of_one_page(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = str(tmp_path / "story.db")
    main(["add", str(story), "--ledger", ledger])
    (story / "c.txt").write_text(PAGE.replace("Monday", "Tuesday"), encoding="utf-8")
    read_names = []

    def noting(raw, settings):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 -- stands in for read_page
        read_names.append(raw.name)
        return original(raw, settings)

    original = sys.modules["reportedly.pipeline"].read_page
    monkeypatch.setattr("reportedly.pipeline.read_page", noting)
    main(["add", str(story), "--ledger", ledger])

    assert read_names == ["c.txt"]


def test_standard_input_is_a_page(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))

    assert main(["read", "-", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == PAGE


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["brief"], "give pages or a ledger"),
        (["brief", "--ledger", "nowhere.db"], "no ledger there"),
        (["brief", "x.txt", "--as-of", "31 March"], "YYYY-MM-DD"),
        (["read", "nowhere.txt"], "no such file"),
    ],
)
def test_misuse_says_what_to_do(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert words in capsys.readouterr().err


def test_an_empty_folder_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path)]) == 2
    assert "no pages" in capsys.readouterr().err


def test_a_malformed_about_names_the_key(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "about.json").write_text('{"pages": {"a.txt": {"published": "yesterday"}}}', encoding="utf-8")

    assert main(["read", str(story)]) == 2
    assert "published" in capsys.readouterr().err


def test_schema_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "reading"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(schema_of(Reading)))


def test_a_hostile_page_costs_only_itself(
    story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_given: object) -> None:
        raise RecursionError

    monkeypatch.setattr("reportedly.pipeline.find_names", failing)

    assert main(["read", str(story), "--format", "jsonl"]) == 1
    shown = capsys.readouterr()
    assert [json.loads(line)["problems"][0]["code"] for line in shown.out.splitlines()] == ["failed", "failed"]
    assert "RecursionError" in shown.err


def test_figures_lists_the_figures_of_a_measure(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", str(story), "--measure", "killed", "--format", "csv"]) == 0

    header, *rows = capsys.readouterr().out.splitlines()
    assert header.startswith("page,outlet,")
    assert [row.split(",")[0] for row in rows] == ["a.txt", "b.txt"]


def test_a_ledgers_figures_are_those_of_its_pages(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = str(tmp_path / "story.db")
    main(["add", str(story), "--ledger", ledger])
    capsys.readouterr()

    shown = []
    for where in ([ledger], ["--ledger", ledger], [str(story)]):
        assert main(["figures", *where, "--format", "csv"]) == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1] == shown[2]


def test_figures_names_the_pages_that_a_day_leaves_out(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", str(story), "--as-of", "2025-03-12", "--format", "csv"]) == 0

    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert "a.txt" in told.err


def test_figures_of_nothing_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures"]) == 2
    assert "reportedly figures PAGE..." in capsys.readouterr().err
