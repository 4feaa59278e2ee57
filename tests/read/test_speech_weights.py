"""The trained reader's weights as they are installed: whole, small, for the installed parse, and of use."""

import json
import shutil
from pathlib import Path

import pytest

from builders import paragraphs_of, parsed
from reportedly import pipeline
from reportedly.cli import main
from reportedly.errors import ModelMismatchError
from reportedly.read.parse import open_model
from reportedly.read.speech import find_attributions
from reportedly.read.speech.trained.network import FOLDER, has_weights, open_network, open_weights

FAVOURED = "Ada Kask favours a new bridge at Sarn."
WEIGHTS = Path(str(FOLDER))


def test_the_weights_are_installed_and_small_enough_to_carry() -> None:
    assert has_weights()
    assert sum(file.stat().st_size for file in WEIGHTS.iterdir()) < 45_000_000


def test_weights_that_are_not_those_of_the_manifest_are_refused_by_name(tmp_path: Path) -> None:
    damaged = tmp_path / "speech"
    shutil.copytree(WEIGHTS, damaged)
    (damaged / "pairs.onnx").write_bytes(b"other")

    with pytest.raises(ModelMismatchError, match=r"pairs\.onnx"):
        open_weights(damaged)


def test_the_weights_know_the_labels_of_the_parse() -> None:
    labels = open_network().labels

    assert labels.tags == tuple(sorted(getattr(open_model().get_pipe("tagger"), "labels", ())))
    assert labels.deps == tuple(sorted(getattr(open_model().get_pipe("parser"), "labels", ())))


def test_an_attitude_that_no_rule_knows_is_read() -> None:
    sentences, paragraphs = parsed(FAVOURED), paragraphs_of(FAVOURED)
    (found,) = find_attributions(FAVOURED, sentences, paragraphs, network=open_network())

    assert not find_attributions(FAVOURED, sentences, paragraphs)
    assert [found.source[0].of(FAVOURED), found.cue[0].of(FAVOURED)] == ["Ada Kask", "favours"]
    assert found.content[0].of(FAVOURED) == "a new bridge at Sarn"


def test_a_page_is_read_the_same_twice() -> None:
    text = "\n".join(
        [FAVOURED, "Orsk said the dam had held, and that nobody was hurt.", "“We will stay,” Kask said."] * 30
    )
    sentences, paragraphs = parsed(text), paragraphs_of(text)

    once, again = (find_attributions(text, sentences, paragraphs, network=open_network()) for _ in range(2))

    assert once == again


def test_rules_only_leaves_the_trained_reader_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"The bridge at Sarn\n\n{FAVOURED}\n", encoding="utf-8")

    def statements(*options: str) -> int:
        main(["read", str(page), "--format", "jsonl", *options])
        return len(json.loads(capsys.readouterr().out)["statements"])

    assert (statements(), statements("--rules-only")) == (1, 0)


def test_without_the_weights_the_rules_read_and_say_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "has_weights", lambda: False)
    page = tmp_path / "page.txt"
    page.write_text("The bridge at Sarn\n\nAda Kask said the bridge had held.\n", encoding="utf-8")
    status = main(["read", str(page), "--format", "jsonl"])
    reading = json.loads(capsys.readouterr().out)

    assert (status, len(reading["statements"])) == (0, 1)
    assert [problem["code"] for problem in reading["problems"]] == ["no_weights"]
