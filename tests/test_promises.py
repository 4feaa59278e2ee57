"""What the product promises above its features, each held by a check that can fail."""

import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.ledger.store import open_ledger
from reportedly.read.parse import open_model

ROOT = Path(__file__).parents[1]
STORY = ROOT / "examples" / "tarnholt"
CLOCKS = re.compile(r"\.(now|today|utcnow|st_mtime|getmtime)\b|\btime\(\)")


def test_no_stage_asks_a_clock_or_a_files_own_time() -> None:
    sources = (ROOT / "src").rglob("*.py")
    asking = [file.name for file in sources if CLOCKS.search(file.read_text(encoding="utf-8"))]

    assert asking == ["cli.py"]


def test_nothing_is_sent_anywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        pytest.fail("something was asked of the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    assert main(["brief", str(STORY), "--format", "html", "--output", str(tmp_path / "brief.html")]) == 0


def test_a_model_that_is_not_the_pinned_one_stops_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_model.cache_clear()
    monkeypatch.setattr("reportedly.read.parse.WEIGHTS_SHA256", "0" * 64)

    assert main(["read", str(STORY)]) == 2
    assert "not those it was published with" in capsys.readouterr().err


def test_a_model_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_model.cache_clear()
    monkeypatch.setattr("reportedly.read.parse.MODEL", "no_such_model")

    assert main(["read", str(STORY)]) == 2
    assert "not installed" in capsys.readouterr().err


def test_the_same_pages_give_the_same_brief(capsys: pytest.CaptureFixture[str]) -> None:
    briefs = []
    for seed in ("1", "2"):  # the order of sets differs from seed to seed
        command = [sys.executable, "-m", "reportedly", "brief", str(STORY), "--format", "json"]
        briefs.append(subprocess.run(command, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout)  # noqa: S603

    assert briefs[0] == briefs[1]
    assert not capsys.readouterr().out


def test_a_kill_leaves_a_ledger_that_opens_and_goes_on(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    page = (STORY / "pages" / "000.txt").read_text(encoding="utf-8")
    for n in range(120):
        (pages / f"{n:03d}.txt").write_text(page.replace("March 6", f"March {n % 28 + 1}"), encoding="utf-8")
    ledger = tmp_path / "story.db"
    command = [sys.executable, "-m", "reportedly", "add", str(pages), "--ledger", str(ledger)]
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
    while started.poll() is None and _kept(ledger) == 0:
        time.sleep(0.05)
    started.send_signal(signal.SIGKILL)
    started.wait()

    kept = _kept(ledger)
    assert 0 < kept < 120
    assert main(["add", str(pages), "--ledger", str(ledger)]) == 0
    assert _kept(ledger) == 120


def _kept(ledger: Path) -> int:
    if not ledger.exists() or ledger.stat().st_size == 0:
        return 0
    with open_ledger(ledger) as opened:
        return sum(1 for _ in opened.readings())
