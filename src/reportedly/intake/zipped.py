"""ZIP: files by their names, which are labels only: nothing is ever written where they point.

WACZ is a ZIP with web archives in its folder `archive`, of which those are read and nothing else.
"""

import io
import struct
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from reportedly.intake.limits import BUFFER, Budget, DamagedError, Unpacked, buffered
from reportedly.intake.members import NO_PAGES, PICTURES, Labels, Member, passed_over
from reportedly.records import Problem

_IN_MEMORY = 20_000_000  # bytes of a ZIP inside something else that are kept in memory
_DIRECTORY = 100_000_000  # bytes of a ZIP's list of its files
_END = b"PK\x05\x06"
_END_SIZE, _LONGEST_COMMENT = 22, 65_535
_ZIP64 = 0xFFFFFFFF  # the size stands elsewhere, in a ZIP of more than 65,535 files or 4 GB
_LOCKED = 0x1
# How office documents and books show themselves: a file in the ZIP, and what people call the document.
_DOCUMENTS = (
    ("word/", "a Word document (DOCX)"),
    ("xl/", "an Excel sheet (XLSX)"),
    ("ppt/", "a PowerPoint file (PPTX)"),
    ("META-INF/container.xml", "an e-book (EPUB)"),
    ("content.xml", "an OpenDocument file"),
)


def open_zip(stream: io.BufferedReader, budget: Budget) -> Iterator[Member]:
    """Yield the files of a ZIP that can be pages, in the order of their names. Raises DamagedError."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as kept:
        file = stream if stream.seekable() else _spooled(stream, kept)
        _check_directory(file)
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            message = f"this ZIP cannot be opened ({error})"
            raise DamagedError(message) from error
        with archive:
            yield from _members(archive, budget)


def _spooled(stream: io.BufferedReader, kept: "tempfile.SpooledTemporaryFile[bytes]") -> io.BufferedReader:
    while more := stream.read1(BUFFER):
        kept.write(more)
    kept.seek(0)
    return kept  # type: ignore[return-value]  # it has all that ZipFile asks of a file


def _check_directory(file: io.BufferedReader) -> None:
    """Refuse a ZIP whose list of files alone would fill the memory. Raises DamagedError."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
    end = file.read()
    at = end.rfind(_END)
    if at >= 0 and len(end) - at >= _END_SIZE:
        (directory,) = struct.unpack_from("<I", end, at + 12)
        if directory > _DIRECTORY and (directory != _ZIP64 or size > _DIRECTORY):
            message = "the list of its files is longer than any that is read"
            raise DamagedError(message)
    file.seek(0)


def _members(archive: zipfile.ZipFile, budget: Budget) -> Iterator[Member]:
    files = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
    names = [info.filename for info in files]
    if what := _document(names):
        message = f"This is {what}. Save it as PDF, HTML or text and give that."
        yield Member(problems=(Problem(code="not_text", message=message),))
        return
    web = _is_wacz(names)
    labels = Labels()
    for info in files:
        if web and not info.filename.startswith("archive/"):
            continue
        if _is_page(info.filename):
            yield _member(archive, info, labels.free(info.filename), budget)
        else:
            yield passed_over(PurePosixPath(info.filename).suffix.lower() or "hidden file")


def _document(names: Sequence[str]) -> str | None:
    if not {"mimetype", "[Content_Types].xml"} & {*names}:
        return None
    return next((what for start, what in _DOCUMENTS if any(name.startswith(start) for name in names)), None)


def _is_wacz(names: Sequence[str]) -> bool:
    return "datapackage.json" in names and any(name.startswith("archive/") for name in names)


def _is_page(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    hidden = any(part.startswith(".") and part.strip(".") for part in path.parts) or "__MACOSX" in path.parts
    return not hidden and path.suffix.lower() not in NO_PAGES | PICTURES


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, label: str, budget: Budget) -> Member:
    if info.flag_bits & _LOCKED:
        return _unread(label, "it is locked with a password; unpack it and give the files.")
    try:
        unpacked = archive.open(info)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        return _unread(label, f"it cannot be unpacked ({error}).")
    stream = Unpacked(unpacked, budget, lambda: info.compress_size)  # type: ignore[arg-type]  # a ZipExtFile, which typeshed calls IO
    return Member(label=label, stream=buffered(stream))


def _unread(label: str, message: str) -> Member:
    return Member(label=label, problems=(Problem(code="unreadable", message=message),))
