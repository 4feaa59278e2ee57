"""The ledger: one SQLite file that holds pages, their bytes and their readings, and only grows.

Each page is one transaction, so a kill at any moment leaves a file that opens and holds every page finished before it.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly.errors import NotALedgerError
from reportedly.forms import from_json, to_json
from reportedly.records import RawPage, Reading

APPLICATION = 0x52505444  # "RPTD", in the file's header (PRAGMA application_id)
# What the schema grew by since its first version, in order; a ledger is of version 1 plus how many of these it has.
GROWN = ("arrivals.sql", "anchors.sql")
VERSION = 1 + len(GROWN)
SQLITE = b"SQLite format 3\0"


class Ledger:
    """An open ledger. Use it as a context manager; every method is one short transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    @property
    def story(self) -> str | None:
        """The name of the story, None before one was given."""
        row = self._connection.execute("SELECT name FROM story ORDER BY id DESC LIMIT 1").fetchone()
        return row and str(row[0])

    def name_story(self, name: str, *, recorded: datetime) -> None:
        """Name the story where it has no name yet; `recorded` is when, with its zone."""
        if self.story is None:
            with self._connection:
                self._connection.execute(
                    "INSERT INTO story (name, recorded) VALUES (?, ?)", (name, recorded.isoformat())
                )

    @property
    def anchors(self) -> dict[str, date]:
        """The days of events that the story's pages count from, by the words for the event."""
        if not self._has_anchors():
            return {}
        rows = self._connection.execute("SELECT event, day FROM anchor ORDER BY id")
        return {event: date.fromisoformat(day) for event, day in rows}

    def keep_anchors(self, anchors: Mapping[str, date], *, recorded: datetime) -> None:
        """Keep the days of events that the ledger does not have so; `recorded` is when, with its zone."""
        known = self.anchors
        new = [(event, str(day), recorded.isoformat()) for event, day in anchors.items() if known.get(event) != day]
        if not new:
            return
        _grow(self._connection)
        with self._connection:
            self._connection.executemany("INSERT INTO anchor (event, day, recorded) VALUES (?, ?, ?)", new)

    def _has_anchors(self) -> bool:
        row = self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'anchor'").fetchone()
        return row is not None

    def holds(self, raw: RawPage) -> bool:
        """Tell whether this page, with these bytes and this knowledge of it, is in the ledger."""
        row = self._connection.execute(
            "SELECT 1 FROM page WHERE sha256 = ? AND given = ? AND about = ?", (raw.sha256, raw.name, _about(raw))
        ).fetchone()
        return row is not None

    def knows(self, given: str) -> bool:
        """Tell whether a page that came with this name, an address say, is in the ledger, whatever its bytes."""
        return self._connection.execute("SELECT 1 FROM page WHERE given = ?", (given,)).fetchone() is not None

    def free_name(self, name: str) -> str:
        """Return the name, or the first of `name~2`, `name~3`... that no page of the ledger has."""
        candidate, n = name, 1
        while self._connection.execute("SELECT 1 FROM page WHERE name = ?", (candidate,)).fetchone():
            n += 1
            candidate = f"{name}~{n}"
        return candidate

    def add(self, raw: RawPage, reading: Reading, *, given: str, observed: datetime) -> None:
        """Keep a page and its reading, both or neither. `given` is the name it came with."""
        _grow(self._connection)
        with self._connection:
            page = self._connection.execute(
                "INSERT INTO page (name, given, sha256, about, content, observed) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    raw.name,
                    given,
                    raw.sha256,
                    _about(raw),
                    zlib.compress(raw.content),
                    observed.isoformat(),
                ),
            ).lastrowid
            self._connection.execute(
                "INSERT INTO arrival (page, place, captured, media, told) VALUES (?, ?, ?, ?, ?)",
                (page, raw.place, raw.captured and raw.captured.isoformat(), raw.media, _told(raw)),
            )
            self._connection.execute(
                "INSERT INTO reading (page, reader, recorded, form) VALUES (?, ?, ?, ?)",
                (page, version("reportedly"), observed.isoformat(), to_json(reading).decode()),
            )

    def readings(self) -> Iterator[Reading]:
        """Yield the newest reading of every page, in the order in which the pages came."""
        rows = self._connection.execute(
            "SELECT form FROM reading WHERE id IN (SELECT max(id) FROM reading GROUP BY page) ORDER BY page"
        )
        for (form,) in rows:
            yield from_json(form, Reading)


def open_ledger(path: Path) -> Ledger:
    """Open the ledger at `path`, or begin one there.

    Raises NotALedgerError where the file is something else, cannot be written, or is of another version.
    """
    try:
        connection = sqlite3.connect(path)
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if empty and application in (0, APPLICATION):
            _begin(connection)
            return Ledger(connection)
    except sqlite3.Error as error:
        raise NotALedgerError(path, f"this is no ledger that can be opened ({error})") from error
    if application != APPLICATION:
        connection.close()
        raise NotALedgerError(path, "this is a database of another program")
    if not 1 <= found <= VERSION:
        connection.close()
        what = f"this ledger is of version {found}, and this program reads versions up to {VERSION}"
        raise NotALedgerError(path, what)
    return Ledger(connection)


def is_ledger(path: Path) -> bool:
    """Tell whether a file is an SQLite file, and so a ledger and no page; `open_ledger` says whether it is one."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE


def _begin(connection: sqlite3.Connection) -> None:
    schema = "".join(map(_sql, ("schema.sql", *GROWN)))
    connection.executescript(
        f"BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {schema} COMMIT;"
    )


def _grow(connection: sqlite3.Connection) -> None:
    """Give a ledger of an earlier version the tables that it lacks, before the first row is added to it."""
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found < VERSION:
        lacking = "".join(map(_sql, GROWN[found - 1 :]))
        connection.executescript(f"BEGIN IMMEDIATE; PRAGMA user_version = {VERSION}; {lacking} COMMIT;")


def _sql(name: str) -> str:
    return files("reportedly").joinpath("ledger", name).read_text(encoding="utf-8")


def _told(raw: RawPage) -> str | None:
    """Return what carried a page says of it, as JSON without what it does not say."""
    said = {key: value for key, value in asdict(raw.told).items() if value}
    return json.dumps(said, sort_keys=True) if said else None


def _about(raw: RawPage) -> str:
    known = raw.about
    told = {"published": known.published and known.published.isoformat(), "outlet": known.outlet, "url": known.url}
    if known.captured:  # only where it is known: older ledgers have pages without it
        told["captured"] = known.captured.isoformat()
    return json.dumps(told, sort_keys=True)
