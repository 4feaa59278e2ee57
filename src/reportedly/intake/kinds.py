"""What a file is that holds others, by how it begins; its name only helps where many things begin alike.

A new kind is a line in `Kind`, a line in `find_kind`, an entry in `_OPENERS`, and a module with one function that
yields members.
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from pathlib import PurePosixPath

import msgspec

from reportedly.intake.limits import Budget
from reportedly.intake.members import Member
from reportedly.records import Problem
from reportedly.settings import Fields, Settings

HEAD = 65_536  # bytes in which a file shows what it is
_ROWS = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_MAILS = frozenset({".eml", ".mht", ".mhtml"})
_TAR_MESSAGE = "This is a tar archive. Unpack it and give the folder, or pack it as ZIP."
_MAILBOX_MESSAGE = "This is a mailbox. Save its mails as .eml files and give those."
_TAR, _TAR_AT = b"ustar", 257
_PROLOG = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(rb"\s*<(?:[\w.-]+:)?([\w.-]+)")
_HEADER = re.compile(rb"^([!-9;-~]{1,60}):(?:[ \t].*)?$")
# Headers that only a mail program or a browser writes, and others that a mail has.
_SURE = frozenset({b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to", b"dkim-signature"})
_USUAL = frozenset({b"from", b"date", b"subject", b"content-type", b"snapshot-content-location"})


class Kind(Enum):
    """What holds pages and is none."""

    GZIP = "gzip"
    ZIP = "zip"
    WARC = "warc"
    FEED = "feed"
    SITEMAP = "sitemap"
    MAIL = "mail"
    ROWS = "rows"
    TAR = "tar"
    MAILBOX = "mailbox"


# The first element of feeds and sitemaps.
_XML: Mapping[bytes, Kind] = {
    b"rss": Kind.FEED,
    b"RDF": Kind.FEED,
    b"feed": Kind.FEED,
    b"urlset": Kind.SITEMAP,
    b"sitemapindex": Kind.SITEMAP,
}


def find_kind(head: bytes, name: str, fields: Fields) -> Kind | None:
    """Return what a file is that begins so; None for a page."""
    suffix = PurePosixPath(name.lower().removesuffix(".gz")).suffix
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        return Kind.TAR
    return _find_text_kind(head.removeprefix(b"\xef\xbb\xbf").lstrip(), suffix, fields)


def _find_text_kind(head: bytes, suffix: str, fields: Fields) -> Kind | None:
    if suffix == ".mbox":
        return Kind.MAILBOX
    if suffix in _MAILS or _is_mail(head):
        return Kind.MAIL
    if head.startswith(b"<"):
        return _XML.get(_root(head))
    if suffix in _ROWS or (head.startswith(b"{") and _is_row(head.split(b"\n", 1)[0], fields)):
        return Kind.ROWS
    return None


def _root(head: bytes) -> bytes:
    """Return the name of the first element of XML, nothing where the bytes are none."""
    at = 0
    while match := _PROLOG.match(head, at):
        at = match.end()
    root = _ROOT.match(head, at)
    return root[1] if root else b""


def _is_mail(head: bytes) -> bool:
    """Tell whether bytes begin as a mail does: headers, and among them some that nobody types."""
    names: set[bytes] = set()
    for line in head.split(b"\n"):
        header = _HEADER.match(line.rstrip(b"\r"))
        if header:
            names.add(header[1].lower())
        elif not line.startswith((b" ", b"\t")) and (names or not line.startswith(b"From ")):
            break
    return bool(names & _SURE and names & _USUAL)


def _is_row(line: bytes, names: Fields) -> bool:
    """Tell whether a line is a row that holds a page's text."""
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, ValueError):
        return False
    return isinstance(row, dict) and any(row.get(name) for name in names.text)


def open_kind(kind: Kind, stream: io.BufferedReader, settings: Settings, budget: Budget) -> Iterator[Member]:
    """Yield what is in it. Raises DamagedError from where it is damaged on, BeyondLimitError and SpentError."""
    return _OPENERS[kind](stream, settings, budget)


def _unopened(message: str) -> Iterator[Member]:
    yield Member(problems=(Problem(code="not_text", message=message),))


Opener = Callable[[io.BufferedReader, Settings, Budget], Iterator[Member]]

# Each reader is imported where it is first needed: most runs open no archive, and start sooner.


def _gzip(stream: io.BufferedReader, _settings: Settings, budget: Budget) -> Iterator[Member]:
    from reportedly.intake.packed import open_gzip  # noqa: PLC0415

    return open_gzip(stream, budget)


def _zip(stream: io.BufferedReader, _settings: Settings, budget: Budget) -> Iterator[Member]:
    from reportedly.intake.zipped import open_zip  # noqa: PLC0415

    return open_zip(stream, budget)


def _warc(stream: io.BufferedReader, settings: Settings, _budget: Budget) -> Iterator[Member]:
    from reportedly.intake.warc import open_warc  # noqa: PLC0415

    return open_warc(stream, settings.page_bytes)


def _feed(stream: io.BufferedReader, _settings: Settings, _budget: Budget) -> Iterator[Member]:
    from reportedly.intake.feeds import open_feed  # noqa: PLC0415

    return open_feed(stream)


def _sitemap(stream: io.BufferedReader, settings: Settings, _budget: Budget) -> Iterator[Member]:
    from reportedly.intake.feeds import open_sitemap  # noqa: PLC0415

    return open_sitemap(stream, follow=settings.follow)


def _mail(stream: io.BufferedReader, settings: Settings, _budget: Budget) -> Iterator[Member]:
    from reportedly.intake.mail import open_mail  # noqa: PLC0415

    return open_mail(stream, settings.page_bytes)


def _rows(stream: io.BufferedReader, settings: Settings, _budget: Budget) -> Iterator[Member]:
    from reportedly.intake.jsonlines import open_json_lines  # noqa: PLC0415

    return open_json_lines(stream, settings.fields, settings.page_bytes)


_OPENERS: Mapping[Kind, Opener] = {
    Kind.GZIP: _gzip,
    Kind.ZIP: _zip,
    Kind.WARC: _warc,
    Kind.FEED: _feed,
    Kind.SITEMAP: _sitemap,
    Kind.MAIL: _mail,
    Kind.ROWS: _rows,
    Kind.TAR: lambda _stream, _settings, _budget: _unopened(_TAR_MESSAGE),
    Kind.MAILBOX: lambda _stream, _settings, _budget: _unopened(_MAILBOX_MESSAGE),
}
