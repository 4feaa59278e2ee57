"""Archives, feeds and mails for tests, made as small as they can be."""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reportedly.intake.pages import gather_pages
from reportedly.records import RawPage
from reportedly.settings import Settings

PAGE = (
    "<!doctype html><html><head><title>Bridge falls at Sarn</title></head><body><h1>Bridge falls at Sarn</h1>"
    "<p>At least 30 people died when a bridge fell at Sarn on Monday, the mayor, Ada Kask, said.</p>"
    "<p>Rescue workers were looking for survivors on the banks of the river.</p></body></html>"
)


def pages_of(folder: Path, name: str, content: bytes | str, **choices: object) -> list[RawPage]:
    """Return the pages of a file with this content."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(gather_pages([file], settings=Settings(**choices)))  # type: ignore[arg-type]  # any choice


def codes(page: RawPage) -> list[str]:
    return [problem.code for problem in page.problems]


def record(
    address: str,
    body: bytes | str = PAGE,
    *,
    media: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    kind: str = "response",
    headers: str = "",
) -> bytes:
    """Return a record of a web archive."""
    content = body.encode() if isinstance(body, str) else body
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + content
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2031-05-02T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def packed_records(records: Iterable[bytes]) -> bytes:
    """Return a .warc.gz, in which each record is packed by itself."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=zipfile.ZIP_DEFLATED)
    return found.getvalue()


def rows(*lines: Mapping[str, object]) -> str:
    return "".join(json.dumps(dict(line)) + "\n" for line in lines)


def rss(*items: str, title: str = "Harlow Post", link: str = "https://harlowpost.example/") -> str:
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:media="http://search.yahoo.com/mrss/"'
    )
    head = f"<title>{title}</title><link>{link}</link>"
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel>{head}{"".join(items)}</channel></rss>'


def mail(body: str, *, headers: str = "", media: str = "text/plain; charset=utf-8") -> str:
    return (
        "From: Harlow Briefing <news@harlowpost.example>\r\nSubject: Bridge falls at Sarn\r\n"
        f"Date: Tue, 4 Mar 2031 08:00:00 +0100\r\nMIME-Version: 1.0\r\n{headers}Content-Type: {media}\r\n\r\n{body}"
    )


Placed = tuple[float, float, int, str]


def pdf(*sheets: Sequence[Placed]) -> bytes:
    """Return a PDF of pages of 600 by 800 points, with lines at (left, foot, size, words) in the order given."""
    objects: list[bytes] = [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    parent = 2 * len(sheets) + 2
    kids = []
    for sheet in sheets:
        drawn = zlib.compress(b"\n".join([b"BT", *map(_drawn, sheet), b"ET"]))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F1 1 0 R >> >> >>" % (parent, len(objects))
        )
    objects.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids)))
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    return _written(objects)


def _drawn(line: Placed) -> bytes:
    left, foot, size, words = line
    shown = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"/F1 %d Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj" % (size, left, foot, shown)


def _written(objects: Sequence[bytes]) -> bytes:
    found, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(found)
    found += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    found += b"".join(b"%010d 00000 n \n" % place for place in places)
    found += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(objects), start)
    return bytes(found)
