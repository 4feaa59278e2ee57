"""What a file is that holds others, by how it begins; its name only helps where many things begin alike.

A new kind is a line in `Kind`, a line in `find_kind`, a line in `_OPENERS`, and a module with one function that yields
members.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from pathlib import PurePosixPath

from reportedly.intake.feeds import is_feed, is_sitemap, open_feed, open_sitemap
from reportedly.intake.jsonlines import is_row, open_json_lines
from reportedly.intake.limits import Budget
from reportedly.intake.mail import is_mail, open_mail
from reportedly.intake.members import Member
from reportedly.intake.packed import open_gzip
from reportedly.intake.warc import open_warc
from reportedly.intake.zipped import open_zip
from reportedly.records import Problem
from reportedly.settings import Fields, Settings

HEAD = 65_536  # bytes in which a file shows what it is
_ROWS = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_MAILS = frozenset({".eml", ".mht", ".mhtml"})
_TAR_MESSAGE = "This is a tar archive. Unpack it and give the folder, or pack it as ZIP."
_MAILBOX_MESSAGE = "This is a mailbox. Save its mails as .eml files and give those."
_TAR, _TAR_AT = b"ustar", 257


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
    if suffix in _MAILS or is_mail(head):
        return Kind.MAIL
    if head.startswith(b"<"):
        return Kind.FEED if is_feed(head) else Kind.SITEMAP if is_sitemap(head) else None
    if suffix in _ROWS or (head.startswith(b"{") and is_row(head.split(b"\n", 1)[0], fields)):
        return Kind.ROWS
    return None


def open_kind(kind: Kind, stream: io.BufferedReader, settings: Settings, budget: Budget) -> Iterator[Member]:
    """Yield what is in it. Raises DamagedError from where it is damaged on, BeyondLimitError and SpentError."""
    return _OPENERS[kind](stream, settings, budget)


def _unopened(message: str) -> Iterator[Member]:
    yield Member(problems=(Problem(code="not_text", message=message),))


Opener = Callable[[io.BufferedReader, Settings, Budget], Iterator[Member]]

_OPENERS: Mapping[Kind, Opener] = {
    Kind.GZIP: lambda stream, _settings, budget: open_gzip(stream, budget),
    Kind.ZIP: lambda stream, _settings, budget: open_zip(stream, budget),
    Kind.WARC: lambda stream, settings, _budget: open_warc(stream, settings.page_bytes),
    Kind.FEED: lambda stream, _settings, _budget: open_feed(stream),
    Kind.SITEMAP: lambda stream, settings, _budget: open_sitemap(stream, follow=settings.follow),
    Kind.MAIL: lambda stream, settings, _budget: open_mail(stream, settings.page_bytes),
    Kind.ROWS: lambda stream, settings, _budget: open_json_lines(stream, settings.fields, settings.page_bytes),
    Kind.TAR: lambda _stream, _settings, _budget: _unopened(_TAR_MESSAGE),
    Kind.MAILBOX: lambda _stream, _settings, _budget: _unopened(_MAILBOX_MESSAGE),
}
