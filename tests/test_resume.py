"""A long intake, stopped and begun again: nothing is read twice, nothing is lost."""

import json
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from archives import packed_records, record, rss
from reportedly.cli import main
from reportedly.records import Page, Problem, RawPage, Reading
from reportedly.settings import Settings

PAGES = 300
BODY = "<html><body><h1>Dam {0}</h1><p>At least {0} people died at Sarn on Monday, Ada Kask said.</p></body></html>"


def archive_of(folder: Path) -> Path:
    file = folder / "story.warc.gz"
    records = (record(f"https://harrow.example/{n}", BODY.format(n + 1)) for n in range(PAGES))
    file.write_bytes(packed_records(records))
    return file


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which pages are read, and read them as fast as can be."""
    found: list[str] = []

    def noting(raw: RawPage, _settings: Settings) -> Reading:
        found.append(raw.name)
        return Reading(page=Page(name=raw.name, sha256=raw.sha256), problems=raw.problems)

    monkeypatch.setattr("reportedly.pipeline.read_page", noting)
    return found


def stopping_after(count: int) -> Callable[[RawPage, Settings], Reading]:
    left = iter(range(count))

    def read(raw: RawPage, _settings: Settings) -> Reading:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return Reading(page=Page(name=raw.name, sha256=raw.sha256))

    return read


def kept(ledger: Path) -> int:
    connection = sqlite3.connect(ledger)
    (count,) = connection.execute("SELECT count(*) FROM page JOIN reading ON reading.page = page.id").fetchone()
    connection.close()
    return int(count)


def test_a_run_that_was_stopped_goes_on_where_it_was(
    tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file, ledger = archive_of(tmp_path), tmp_path / "story.db"
    with monkeypatch.context() as stopped:
        stopped.setattr("reportedly.pipeline.read_page", stopping_after(120))
        assert main(["add", str(file), "--ledger", str(ledger)]) == 130
    assert kept(ledger) == 120
    assert "The same command goes on where it stopped." in capsys.readouterr().err

    assert main(["add", str(file), "--ledger", str(ledger)]) == 0

    assert len(reads) == PAGES - 120
    assert kept(ledger) == PAGES
    assert f"{PAGES - 120} pages added, 120 pages there already." in capsys.readouterr().out


def test_what_a_ledger_holds_is_passed_by_without_the_model(tmp_path: Path, reads: list[str]) -> None:
    file, ledger = archive_of(tmp_path), tmp_path / "story.db"
    main(["add", str(file), "--ledger", str(ledger)])
    reads.clear()
    before = ledger.read_bytes()

    main(["add", str(file), "--ledger", str(ledger)])

    assert reads == []
    assert ledger.read_bytes() == before


@pytest.mark.usefixtures("reads")
def test_what_could_not_be_taken_in_is_not_kept_and_is_tried_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, ledger = tmp_path / "a.txt", tmp_path / "story.db"
    file.write_bytes(b"")
    assert main(["add", str(file), "--ledger", str(ledger)]) == 1
    assert "0 pages added, 0 pages there already, 1 page not taken in" in capsys.readouterr().out
    file.write_text("The dam held.", encoding="utf-8")

    assert main(["add", str(file), "--ledger", str(ledger)]) == 0

    assert kept(ledger) == 1


@pytest.mark.usefixtures("reads")
def test_a_ledger_keeps_where_and_when_a_page_was_taken(tmp_path: Path) -> None:
    file, ledger = archive_of(tmp_path), tmp_path / "story.db"
    main(["add", str(file), "--ledger", str(ledger)])

    connection = sqlite3.connect(ledger)
    row = connection.execute("SELECT place, captured, media, told FROM arrival WHERE page = 3").fetchone()
    connection.close()

    assert row[:3] == (f"{file}#3 https://harrow.example/2", "2031-05-02T08:00:00+00:00", "text/html; charset=utf-8")
    assert json.loads(row[3]) == {
        "url": "https://harrow.example/2",
        "captures": [["WARC-Date", "2031-05-02T08:00:00Z"]],
    }


def test_what_was_passed_over_is_said_at_the_end(
    tmp_path: Path, reads: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.warc"
    file.write_bytes(
        record("https://a.example/", BODY) + record("https://a.example/p", b"x", media="image/png") * 1_200
    )

    assert main(["read", str(file)]) == 0

    assert len(reads) == 1
    assert "a.warc: passed over, being no pages to read: 1,200 image." in capsys.readouterr().err


def test_progress_says_how_many_how_fast_and_where(
    tmp_path: Path, reads: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = archive_of(tmp_path)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    main(["add", str(file), "--ledger", str(tmp_path / "story.db")])

    shown = capsys.readouterr().err.split("\r")
    assert len(reads) == PAGES
    assert "200 pages added" in shown[200]
    assert "a second" in shown[200]
    assert "story.warc.gz#200" in shown[200]
    assert all(len(line) < 90 for line in shown)


def test_names_of_fields_that_are_wrong_are_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.jsonl").write_text("{}")

    assert main(["read", str(tmp_path / "x.jsonl"), "--fields", "body"]) == 2
    assert "--fields text=body" in capsys.readouterr().err


def test_rows_are_read_by_the_names_that_are_given(
    tmp_path: Path, reads: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.jsonl").write_text('{"artikel": "The dam held.", "adres": "https://a.example/"}\n')

    assert main(["read", str(tmp_path / "x.jsonl"), "--fields", "text=artikel,url=adres"]) == 0

    assert reads == ["x.jsonl#1 https://a.example/"]
    assert capsys.readouterr().err == ""


@pytest.fixture
def server() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"secret")

        def log_message(self, *_given: object) -> None:
            pass

    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=found.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{found.server_port}/"
    found.shutdown()
    found.server_close()
    thread.join()


def test_a_page_of_this_machine_is_not_fetched(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", server, "--format", "jsonl"]) == 1

    told = capsys.readouterr()
    assert [problem["code"] for problem in json.loads(told.out)["problems"]] == ["refused"]
    assert "secret" not in told.out
    assert "private network" in told.err


def test_a_link_of_a_feed_to_this_machine_is_not_followed(
    tmp_path: Path, server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "feed.xml").write_text(rss(f"<item><title>Dam</title><link>{server}</link></item>"))

    assert main(["read", str(tmp_path / "feed.xml"), "--follow", "--format", "jsonl"]) == 1
    assert "secret" not in capsys.readouterr().out


def test_a_problem_of_a_page_that_is_read_is_no_failure() -> None:
    reading = Reading(page=Page(name="x", sha256="0"), problems=(Problem(code="damaged", message="It ends early."),))

    assert not reading.unread
