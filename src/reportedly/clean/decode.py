"""Bytes into text: by byte order mark, as UTF-8, as the page declares, else by what its letters look like."""

import codecs
import re

from reportedly.records import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16's mark does, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How files begin that are no text, and what a person calls them.
_BINARY = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image or a recording"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a packed file"),
    (b"BZh", "a packed file"),
    (b"\xfd7zXZ", "a packed file"),
    (b"\x28\xb5\x2f\xfd", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
    (b"SQLite format 3", "a database"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4_096  # bytes in which a page declares its encoding
_SAMPLE = 50_000  # bytes that are enough to tell one script from another
_RUN = re.compile(rb"[\x80-\xff]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_KOI_SMALL = re.compile(rb"[\xc0-\xdf]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01  # of the characters of a text
_LONGEST_WORD = 40  # characters from one space to the next, on average
_MOST_DAMAGE = 0.001  # of the bytes of a text in UTF-8 that are not
# WHATWG Encoding Standard: pages that say Latin-1 or ASCII mean Windows-1252, as browsers read them.
_WESTERN = frozenset({"ascii", "iso8859-1", "latin-1", "us-ascii"})

Decoded = tuple[str, tuple[Problem, ...]]


def decode_page(content: bytes, charset: str | None = None) -> Decoded:
    """Return the text without its byte order mark, and what went wrong; no text for bytes that are none.

    b"The dam held." is "The dam held."; b"%PDF-1.7" is "" with the problem `not_text`. An encoding that the page does
    not show is guessed from its letters, with the problem `guessed_encoding`.
    """
    kind = next((kind for start, kind in _BINARY if content.startswith(start)), None)
    if kind is not None:
        return _not_text(f"This is {kind}")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content[len(mark) :].decode(encoding, errors="replace"))
    if b"\x00" in content:
        wide = _wide(content)
        return _not_text("This is no text (it holds zero bytes)") if wide is None else _checked(wide)
    return _checked(*_narrow(content, charset))


def _narrow(content: bytes, charset: str | None) -> Decoded:
    """Decode bytes of which some encoding's smallest unit is one byte: first as UTF-8, which is never met by chance."""
    declared = _known(charset) or _declared(content)
    text = _as(content, "utf-8")
    if text is not None and not (declared or "").startswith("iso2022"):
        return text, ()
    if declared is not None and (text := _as(content, declared)) is not None:
        return text, ()
    text = content.decode("utf-8", errors="replace")
    damage = text.count("�")
    if damage <= max(1, _MOST_DAMAGE * len(content)) and any(ord(letter) > 127 and letter != "�" for letter in text):  # noqa: PLR2004 -- beyond ASCII
        message = f"{damage} characters are damaged and were replaced by the sign �."
        return text, (Problem(code="damaged_text", message=message),)
    encoding = _likeliest(content)
    message = (
        f"The page does not say its encoding; it was read as {encoding}. If its letters look wrong, save it as UTF-8."
    )
    return content.decode(encoding, errors="replace"), (Problem(code="guessed_encoding", message=message),)


def _as(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _declared(content: bytes) -> str | None:
    """Return the encoding that an HTML or XML page says it has, under Python's name, if it is one."""
    head = content[:_HEAD]
    match = _DECLARED.search(head) if head.lstrip().startswith(b"<") else None
    return _known(match[1].decode("ascii")) if match else None


def _known(charset: str | None) -> str | None:
    """Return an encoding under Python's name, None for one that it has not."""
    if charset is None:
        return None
    try:
        found = codecs.lookup(charset)
        "".encode(found.name)  # codecs that make no text of bytes, such as rot13, are refused here
    except (LookupError, ValueError):
        return None
    return "cp1252" if found.name in _WESTERN else found.name


def _likeliest(content: bytes) -> str:
    """Return the likeliest one-byte encoding: Cyrillic words are runs of high bytes, accents and quotes stand alone.

    Windows-1251 has its small letters where KOI8 has its capitals, and most letters are small.
    """
    sample = content[:_SAMPLE]
    in_runs = b"".join(_RUN.findall(sample))
    if len(in_runs) * 2 < len(_HIGH.findall(sample)):
        return "cp1252"
    return "koi8_u" if len(_KOI_SMALL.findall(in_runs)) * 2 > len(in_runs) else "cp1251"


def _wide(content: bytes) -> str | None:
    """Return the text in UTF-16 without a mark, None where it is none: nearly every character is a sign of writing."""
    texts = (_as(content, encoding) for encoding in ("utf-16-le", "utf-16-be"))
    return next((text for text in texts if text is not None and _is_writing(text[:_SAMPLE])), None)


def _is_writing(text: str) -> bool:
    plain = sum(letter.isprintable() or letter in "\n\r\t" for letter in text)
    spaces = sum(letter in " \n" for letter in text)
    return plain >= 0.99 * len(text) and spaces * _LONGEST_WORD >= len(text)


def _checked(text: str, problems: tuple[Problem, ...] = ()) -> Decoded:
    if len(_CONTROLS.findall(text[:_SAMPLE])) > _MOST_CONTROLS * min(len(text), _SAMPLE):
        return _not_text("This is no text (it holds control characters)")
    return text, problems


def _not_text(what: str) -> Decoded:
    message = f"{what}. Save the page as text or HTML and give that."
    return "", (Problem(code="not_text", message=message),)
