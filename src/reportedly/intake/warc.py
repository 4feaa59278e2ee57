"""Web archives (WARC, ISO 28500): the pages among their records, with the address and the time of capture of each."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.intake.limits import DamagedError
from reportedly.intake.members import Member, numbered, passed_over, stream_of
from reportedly.intake.payload import decode_payload
from reportedly.records import Markup, Problem

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# Media types of pages; everything else in an archive is what pages are made with.
PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf"})
_FINE = range(200, 300)
_PARTIAL = 206


def open_warc(stream: io.BufferedReader, most: int) -> Iterator[Member]:
    """Yield the pages of a web archive; its other records are passed over, and counted by what they are.

    The page of the third record is labelled "3 https://harrow.example/dam". WARC-Date is when it was captured;
    Last-Modified an update at the most, for servers give the time of the answer. A record of more than `most` bytes is
    cut. Raises DamagedError from where the archive is damaged on.
    """
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 -- only web archives need it

    number = 0
    try:
        for record in ArchiveIterator(_Source(stream), strict_mode=False):  # type: ignore[arg-type]  # read and tell are all it uses
            number += 1
            yield _member(record, number, most)
    except (OSError, ValueError) as error:
        message = f"the web archive is damaged after record {number} ({error}); the records before were read"
        raise DamagedError(message) from error
    if number == 0:
        message = "this web archive holds no record"
        raise DamagedError(message)


class _Source:
    """A stream with a place, which a stream that unpacks has not."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        found = self._stream.read1(size)
        self._at += len(found)
        return found

    def tell(self) -> int:
        return self._at


def _member(record: "WarcRecord", number: int, most: int) -> Member:
    kind = str(record.record_type).rpartition(".")[2].lower()
    if kind not in ("response", "resource", "conversion"):
        return passed_over("page seen again unchanged" if kind == "revisit" else "")
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    media = _media(record)
    what = _not_a_page(record, address, media.partition(";")[0].strip().lower())
    return passed_over(what) if what else _page(record, numbered(number, address), address, media, most)


def _media(record: "WarcRecord") -> str:
    headers = record.http_headers if record.is_http and record.is_http_parsed else record.headers
    return headers.get("Content-Type") or ""


def _not_a_page(record: "WarcRecord", address: str, media: str) -> str | None:
    """Return what a record is called that is no page; None for a page."""
    if not address.startswith(("http://", "https://")):
        return "record without a web address"
    if address.partition("?")[0].endswith("/robots.txt"):
        return "robots.txt"
    status = record.http_headers.status_code if record.is_http and record.is_http_parsed else None
    if status is not None and (status not in _FINE or status == _PARTIAL):
        return f"answer with status {status}"
    return None if media in PAGES else media.partition("/")[0] or "record of no known kind"


def _page(record: "WarcRecord", label: str, address: str, media: str, most: int) -> Member:
    length = record.content_length
    body = record.reader.read(most + 1)
    headers = record.http_headers if record.is_http and record.is_http_parsed else None
    problems: tuple[Problem, ...] = ()
    try:
        content = decode_payload(
            body,
            transfer=headers.get("Transfer-Encoding") if headers else None,
            encoding=headers.get("Content-Encoding") if headers else None,
            most=most,
        )
    except DamagedError as error:
        return Member(label=label, problems=(Problem(code="unreadable", message=f"{error}."),))
    if len(body) < min(length, most + 1):
        problems = (Problem(code="damaged", message="The archive ends inside this page; what is there was read."),)
    written = record.headers.get("WARC-Date") or ""
    changed = headers.get("Last-Modified") if headers else None
    told = Markup(
        url=address,
        captures=(("WARC-Date", written),) if written else (),
        updates=(("http Last-Modified", changed),) if changed else (),
    )
    return Member(
        label=label,
        stream=stream_of(content),
        media=media or None,
        told=told,
        captured=record.record_date,
        problems=problems,
        leaf=True,
    )
