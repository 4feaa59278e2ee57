"""A scorer's own script on one page at a time. The script is a toy, and so is the command."""

import json
import sys
from pathlib import Path

import pytest
from pagewise import ScoredPage, load_script, read_counts, score_pages
from recorded import Counts

from benchmarks import toy


@pytest.fixture
def pages(tmp_path: Path) -> list[ScoredPage]:
    data, command = toy.write_shared(tmp_path), toy.write_command(tmp_path)
    return list(score_pages(load_script("attribution", tmp_path / "score"), data, command=command))


def test_every_page_has_its_own_scores(pages: list[ScoredPage]) -> None:
    assert [(page.name, page.scores["content, exact"]) for page in pages] == [
        ("harrow", Counts(0, 1, 1)),
        ("pell", Counts(1, 1, 1)),
    ]


def test_a_page_comes_with_its_labels_and_its_reading(pages: list[ScoredPage]) -> None:
    (statement,) = pages[1].answer["statements"]  # type: ignore[index] # the toy's reading

    assert statement["content"] == pages[1].labels["attributions"][0]["content"] == [[10, 26]]  # type: ignore[index]


def test_the_command_is_run_once_for_all_pages(pages: list[ScoredPage], tmp_path: Path) -> None:
    assert len(pages) == 2
    assert (tmp_path / "runs").read_text() == "x"


def test_only_the_first_pages_are_scored_where_that_is_asked(tmp_path: Path) -> None:
    data, command = toy.write_shared(tmp_path), toy.write_command(tmp_path)
    script = load_script("attribution", tmp_path / "score")

    assert [page.name for page in score_pages(script, data, command=command, first=1)] == ["harrow"]


def test_a_script_that_runs_the_command_itself_has_what_was_printed_for_an_answer(tmp_path: Path) -> None:
    (tmp_path / "common.py").write_text(toy.COMMON)
    (tmp_path / "incidents.py").write_text(
        "import argparse, shlex, subprocess\n"
        "from common import load\n"
        "def main():\n"
        "    args = argparse.ArgumentParser()\n"
        "    args.add_argument('data')\n"
        "    args.add_argument('--command')\n"
        "    args = args.parse_args()\n"
        "    rows = load(args.data)\n"
        "    subprocess.run([*shlex.split(args.command), 'x'], capture_output=True, text=True, check=False)\n"
        "    print(f'killed     100.0 % of {len(rows)} incidents')\n"
    )
    (tmp_path / "data").write_text('{"id": "1"}\n{"id": "2"}\n')
    script = load_script("incidents", tmp_path)
    (tmp_path / "brief.py").write_text("print('brief')")
    pages = list(score_pages(script, tmp_path / "data", command=f"{sys.executable} {tmp_path / 'brief.py'}"))

    assert [page.answer for page in pages] == ["brief\n", "brief\n"]
    assert [page.scores for page in pages] == [{"killed": Counts(1, 1, 1)}] * 2


def test_pages_without_a_name_are_counted(tmp_path: Path) -> None:
    data, command = toy.write_shared(tmp_path), toy.write_command(tmp_path)
    data.write_text('{"text": "Orsk said no.", "attributions": []}\n')
    script = load_script("attribution", tmp_path / "score")

    assert [page.name for page in score_pages(script, data, command=command)] == ["00000"]


def test_the_place_of_a_script_is_searched_only_while_it_is_imported(tmp_path: Path) -> None:
    toy.write_shared(tmp_path)
    load_script("attribution", tmp_path / "score")

    assert str(tmp_path / "score") not in sys.path


def test_a_script_that_has_a_page_read_in_two_forms_has_both_readings_for_an_answer(tmp_path: Path) -> None:
    data, command = toy.write_shared(tmp_path), toy.write_command(tmp_path)
    (tmp_path / "score" / "pages.py").write_text(
        "from common import load, read_pages, row\n"
        "def main():\n"
        "    rows = load('')\n"
        "    read_pages([{'text': r['text'].upper()} for r in rows], COMMAND, suffix='.html')\n"
        "    read_pages(rows, COMMAND)\n"
        "    row('kept', 0, 0, 0)\n"
    )
    script = load_script("pages", tmp_path / "score")
    script.__dict__["COMMAND"] = command
    pages = list(score_pages(script, data, command=command, first=1))

    assert [reading["text"][:4] for reading in pages[0].answer] == ["ORSK", "Orsk"]  # type: ignore[attr-defined]


STORY = """
import argparse, json, pathlib, shlex, subprocess
from common import row

def main():
    args = argparse.ArgumentParser()
    args.add_argument("stories", nargs="+")
    args.add_argument("--command")
    args = args.parse_args()
    gold = json.loads((pathlib.Path(args.stories[0]) / "gold.json").read_text())["pages"]
    done = subprocess.run(shlex.split(args.command), capture_output=True, text=True, check=False)
    right = wanted = 0
    for line in done.stdout.splitlines():
        reading = json.loads(line)
        wanted += len(gold[reading["page"]["name"].split("/")[-1]]["figures"])
        right += len(reading["figures"])
    row("figures found", right, right, wanted)
"""


@pytest.fixture
def story(tmp_path: Path) -> list[ScoredPage]:
    (tmp_path / "common.py").write_text(toy.COMMON)
    (tmp_path / "figures.py").write_text(STORY)
    folder = tmp_path / "mill"
    folder.mkdir()
    labels = {"0.txt": {"figures": [1, 2]}, "1.txt": {"figures": [3]}}
    (folder / "gold.json").write_text(json.dumps({"pages": labels}))
    lines = [{"page": {"name": f"mill/{name}"}, "figures": [0]} for name in labels]
    (tmp_path / "read.py").write_text("\n".join(f"print({json.dumps(line)!r})" for line in lines))
    script = load_script("figures", tmp_path)
    return list(score_pages(script, folder, command=f"{sys.executable} {tmp_path / 'read.py'}"))


def test_every_page_of_a_story_has_its_own_scores(story: list[ScoredPage]) -> None:
    assert [(page.name, page.scores) for page in story] == [
        ("0.txt", {"figures found": Counts(1, 1, 2)}),
        ("1.txt", {"figures found": Counts(1, 1, 1)}),
    ]


def test_a_page_of_a_story_comes_with_its_labels_and_its_reading(story: list[ScoredPage]) -> None:
    assert story[1].labels == {"figures": [3]}
    assert story[1].answer == {"page": {"name": "mill/1.txt"}, "figures": [0]}


def test_every_kind_of_row_gives_its_counts() -> None:
    printed = (
        "value and bound                    P  50.0  R  33.3  F1  40.0   (1 right, 2 found, 3 wanted)\n"
        "   of those, interval                 95.0 %\n"
        "HTML: mean 4-word shingle F1         93.1   (1 pages)\n"
        "killed       0.0 % of 1 incidents\n"
    )

    assert read_counts(printed) == {
        "value and bound": Counts(1, 2, 3),
        "HTML: mean 4-word shingle F1": Counts(931, 1000, 1000),
        "killed": Counts(0, 1, 1),
    }
