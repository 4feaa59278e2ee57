import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from builders import figure, reading, statement
from reportedly.errors import NotALedgerError
from reportedly.forms import to_json
from reportedly.ledger import store
from reportedly.ledger.store import Ledger, open_ledger
from reportedly.records import About, RawPage, Reading

NOON = datetime(2025, 3, 11, 12, tzinfo=UTC)
TEXT = "Flood in Sarn\n\nAt least 300 people died, Ada Kask said."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path) as opened:
        yield opened


def raw(name: str = "a.txt", words: str = TEXT, outlet: str | None = None) -> RawPage:
    content = words.encode()
    return RawPage(name=name, content=content, sha256=sha256(content).hexdigest(), about=About(outlet=outlet))


def read(name: str = "a.txt") -> Reading:
    return reading(
        name,
        TEXT,
        figures=[figure(TEXT, "At least 300", 300, None, party="Ada Kask")],
        statements=(statement(TEXT, "At least 300 people died", speaker="Ada Kask"),),
    )


def test_what_was_added_comes_back(ledger: Ledger) -> None:
    ledger.add(raw(), read(), given="a.txt", observed=NOON)

    assert list(ledger.readings()) == [read()]


def test_a_page_is_known_by_its_bytes_its_name_and_what_is_known_of_it(ledger: Ledger) -> None:
    ledger.add(raw(), read(), given="a.txt", observed=NOON)

    assert ledger.holds(raw())
    assert not ledger.holds(raw(words=TEXT + "."))
    assert not ledger.holds(raw(outlet="Harlow Post"))
    assert not ledger.holds(raw(name="b.txt"))


def test_a_second_page_of_one_name_gets_a_name_of_its_own(ledger: Ledger) -> None:
    ledger.add(raw(), read(), given="a.txt", observed=NOON)

    assert ledger.free_name("a.txt") == "a.txt~2"
    assert ledger.free_name("b.txt") == "b.txt"


def test_pages_come_back_in_the_order_they_came(ledger: Ledger) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        ledger.add(raw(name), read(name), given=name, observed=NOON)

    assert [r.page.name for r in ledger.readings()] == ["b.txt", "a.txt", "c.txt"]


def test_the_first_name_of_a_story_stands(ledger: Ledger) -> None:
    ledger.name_story("Flood", recorded=NOON)
    ledger.name_story("Another", recorded=NOON)

    assert ledger.story == "Flood"


def test_a_page_whose_reading_cannot_be_kept_leaves_no_trace(ledger: Ledger, path: Path) -> None:
    ledger.add(raw(), read(), given="a.txt", observed=NOON)
    with pytest.raises(sqlite3.IntegrityError):
        ledger.add(raw(), read(), given="a.txt", observed=NOON)

    with open_ledger(path) as again:
        assert len(list(again.readings())) == 1


def test_statements_and_figures_can_be_asked_for_in_sql(ledger: Ledger, path: Path) -> None:
    ledger.add(raw(), read(), given="a.txt", observed=NOON)
    connection = sqlite3.connect(path)

    assert connection.execute("SELECT words, low, high, party FROM figure").fetchall() == [
        ("At least 300", 300, None, "Ada Kask")
    ]
    assert connection.execute("SELECT speaker, content FROM statement").fetchall() == [
        ("Ada Kask", "At least 300 people died")
    ]
    connection.close()


def test_a_file_that_is_no_database_is_refused(path: Path) -> None:
    path.write_text("not a database, but long enough to look at", encoding="utf-8")

    with pytest.raises(NotALedgerError, match=r"story\.db: this is no ledger"):
        open_ledger(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotALedgerError):
        open_ledger(tmp_path)


def test_another_programs_database_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()

    with pytest.raises(NotALedgerError, match="another program"):
        open_ledger(path)


def test_a_ledger_of_a_later_version_is_refused(path: Path) -> None:
    open_ledger(path).__exit__(None, None, None)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9")
    connection.close()

    with pytest.raises(NotALedgerError, match="version 9"):
        open_ledger(path)


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()

    with open_ledger(path) as begun:
        assert list(begun.readings()) == []


def test_an_anchors_newest_day_stands_and_its_rows_only_grow(ledger: Ledger, path: Path) -> None:
    for day in (date(2025, 3, 4), date(2025, 3, 5), date(2025, 3, 5)):
        ledger.keep_anchors({"the flood": day}, recorded=NOON)

    assert ledger.anchors == {"the flood": date(2025, 3, 5)}
    assert sqlite3.connect(path).execute("SELECT count(*) FROM anchor").fetchone() == (2,)


def test_a_ledger_from_before_there_were_anchors_takes_them(ledger: Ledger, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.executescript("DROP TABLE anchor; PRAGMA user_version = 2;")
    assert ledger.anchors == {}
    ledger.keep_anchors({"the flood": date(2025, 3, 4)}, recorded=NOON)

    assert ledger.anchors == {"the flood": date(2025, 3, 4)}


def ledger_of_version_one(path: Path) -> None:
    """Begin a ledger as the first version did, with a page in it."""
    schema = Path(store.__file__).with_name("schema.sql").read_text(encoding="utf-8")
    connection = sqlite3.connect(path)
    connection.executescript(f"PRAGMA application_id = {store.APPLICATION}; PRAGMA user_version = 1; {schema}")
    connection.execute(
        "INSERT INTO page (name, given, sha256, about, content, observed) VALUES ('a.txt', 'a.txt', ?, ?, x'', '')",
        (raw().sha256, '{"outlet": null, "published": null, "url": null}'),
    )
    form = to_json(read()).decode()
    connection.execute("INSERT INTO reading (page, reader, recorded, form) VALUES (1, '0', '', ?)", (form,))
    connection.commit()
    connection.close()


def test_a_ledger_of_the_first_version_opens_and_is_left_as_it_is(path: Path) -> None:
    ledger_of_version_one(path)
    before = path.read_bytes()

    with open_ledger(path) as old:
        assert list(old.readings()) == [read()]
        assert old.holds(raw())

    assert path.read_bytes() == before


def test_a_ledger_of_the_first_version_grows_when_a_page_is_added(path: Path) -> None:
    ledger_of_version_one(path)
    page = replace(raw("b.txt"), place="x.warc#2", captured=NOON, media="text/html")

    with open_ledger(path) as old:
        old.add(page, read("b.txt"), given="b.txt", observed=NOON)
        old.add(raw("c.txt"), read("c.txt"), given="c.txt", observed=NOON)

    with open_ledger(path) as again:
        assert [reading.page.name for reading in again.readings()] == ["a.txt", "b.txt", "c.txt"]
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT page, place, captured, media, told FROM arrival").fetchall()
    connection.close()
    assert rows == [(2, "x.warc#2", NOON.isoformat(), "text/html", None), (3, None, None, None, None)]


def test_a_page_is_known_by_the_name_it_came_with(ledger: Ledger) -> None:
    ledger.add(raw("a.txt~2"), read("a.txt~2"), given="a.txt", observed=NOON)

    assert ledger.knows("a.txt")
    assert not ledger.knows("a.txt~2")
