"""A PDF with text into that text, its columns in the order in which people read them.

A PDF says where letters stand and not how they go on. So its lines are laid into bands and columns by the white space
between them, then into paragraphs by indents, gaps and sizes. Words that a line's end cut are joined.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw

from reportedly.clean.columns import GUTTER, Line, join_pieces, order_lines
from reportedly.records import Problem

_MOST_PAGES = 500
_MOST_LETTERS = 200_000  # on one page
_SHIFT = 0.5  # of a letter's height, by which the next may stand higher or lower in the same line
_ALIKE = (0.8, 1.25)  # heights of letters of one size, against one another
_EDGE = 0.09  # of a page's height, at its top and foot, where running lines stand
_DIGITS = re.compile(r"\d+")
_CUT = re.compile(r"(?P<head>\w[\w'’]*)[-\u00ad\u2010\ufffe\x02]$")  # noqa: RUF001 -- an apostrophe
_SOFT = "\u00ad"  # stands where a word may be cut; pdfium gives any hyphen at a line's end as \x02
_STRANGE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_LAST = re.compile(r"[.!?:;\"”’)\]]\s*$")  # noqa: RUF001 -- quotation marks
_PASSWORD = "password"  # noqa: S105 -- a word of pdfium's message

Found = tuple[str, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A page of a PDF: its height in points, its lines in the order of reading."""

    height: float
    lines: tuple[Line, ...]


def read_pdf(content: bytes, most: int) -> Found:
    """Return the text of a PDF, a blank line between paragraphs, and what went wrong; not much more than `most` signs.

    Lines that stand on several pages at the edge ("Harlow Post, 3 May 2031") come once, first. No text for a PDF that
    is damaged, locked, or holds pictures of pages only.
    """
    try:
        sheets = tuple(_sheets(content, most))
    except (pypdfium2.PdfiumError, OSError, ValueError) as error:
        locked = _PASSWORD in str(error).lower()
        what = "locked with a password" if locked else "damaged"
        return _no_text(f"This PDF is {what}. Save the page as text or HTML and give that.")
    lines = [line for sheet in sheets for line in sheet.lines]
    if not lines:
        return _no_text("This PDF holds no text, only pictures of pages. Run a text recognition (OCR) over it first.")
    running = _running(sheets)
    head = list(dict.fromkeys(line.text for line in lines if id(line) in running and not _is_number(line.text)))
    text = "\n\n".join([*head, *_paragraphs([line for line in lines if id(line) not in running])])
    return text, ()


def _no_text(message: str) -> Found:
    return "", (Problem(code="not_text", message=message),)


def _sheets(content: bytes, most: int) -> Iterator[_Sheet]:
    document = pypdfium2.PdfDocument(content)
    try:
        size = 0
        for number in range(min(len(document), _MOST_PAGES)):
            page = document[number]
            height = page.get_height()
            lines = order_lines(join_pieces(_pieces(page)))
            page.close()
            yield _Sheet(height=height, lines=tuple(lines))
            size += sum(len(line.text) for line in lines)
            if size > most:
                return
    finally:
        document.close()


def _pieces(page: pypdfium2.PdfPage) -> list[Line]:
    """Return the stretches of letters that go on from one another in one line and one size.

    Each letter is asked for once: to ask for the text in a box takes longer the more letters the page has.
    """
    words = page.get_textpage()
    pieces: list[Line] = []
    box, text = raw.FS_RECTF(), ""
    left = right = bottom = top = 0.0
    for i in range(min(words.count_chars(), _MOST_LETTERS)):
        sign = chr(raw.FPDFText_GetUnicode(words, i))
        if sign in "\r\n":
            continue
        if sign.isspace() or not raw.FPDFText_GetLooseCharBox(words, i, box) or box.right <= box.left:
            text += " " if sign.isspace() else ""
            continue
        height = top - bottom
        if text.strip() and (
            abs(box.bottom - bottom) > _SHIFT * height
            or not _ALIKE[0] * height < box.top - box.bottom < _ALIKE[1] * height
            or not -height < box.left - right < GUTTER * height
        ):
            pieces.append(_piece(text, left, right, bottom, top))
            text = ""
        if not text.strip():
            text, left, bottom, top = "", box.left, box.bottom, box.top
        text, right = text + sign, box.right
    if text.strip():
        pieces.append(_piece(text, left, right, bottom, top))
    words.close()
    return [piece for piece in pieces if piece.height > 0]


def _piece(text: str, left: float, right: float, bottom: float, top: float) -> Line:
    return Line(left=left, right=right, bottom=bottom, top=top, text=" ".join(text.split()))


def _running(sheets: Sequence[_Sheet]) -> frozenset[int]:
    """Return the lines at the edges of pages that stand on several of them, and page numbers, by identity."""
    edge = [
        line
        for sheet in sheets
        for line in sheet.lines
        if line.top > sheet.height * (1 - _EDGE) or line.bottom < sheet.height * _EDGE
    ]
    times = Counter(_DIGITS.sub("0", line.text) for line in edge)
    several = max(2, len(sheets) // 3)
    return frozenset(
        id(line) for line in edge if _is_number(line.text) or times[_DIGITS.sub("0", line.text)] >= several
    )


def _is_number(words: str) -> bool:
    return words.strip("-– ").isdecimal()  # noqa: RUF001 -- as pages are numbered


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the lines as paragraphs, in order."""
    if not lines:
        return
    whole = Counter(word.lower() for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text))
    columns = _columns(lines)
    leading = _leading(lines)
    words = lines[0].text
    for before, line in pairwise(lines):
        if _begins(before, line, columns, leading):
            yield _STRANGE.sub("", words)
            words = line.text
        else:
            words = _joined(words, line.text, whole)
    yield _STRANGE.sub("", words)


def _columns(lines: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """Return the left and right edge of the column that each line stands in, by the line's identity."""
    found: dict[int, tuple[float, float]] = {}
    column: list[Line] = []
    for line in lines:
        if column and (line.bottom > column[-1].bottom or not _one_column(column[-1], line)):
            found |= dict.fromkeys(map(id, column), _edges(column))
            column = []
        column.append(line)
    return found | dict.fromkeys(map(id, column), _edges(column))


def _one_column(a: Line, b: Line) -> bool:
    return a.left < b.right and b.left < a.right


def _edges(column: Sequence[Line]) -> tuple[float, float]:
    return min(line.left for line in column), max(line.right for line in column)


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance from one line of a column to the next, in heights of a line."""
    gaps = [(a.bottom - b.bottom) / a.height for a, b in pairwise(lines) if a.bottom > b.bottom and _one_column(a, b)]
    return median(gaps) if gaps else 1.2


def _begins(before: Line, line: Line, columns: dict[int, tuple[float, float]], leading: float) -> bool:
    """Tell whether a paragraph begins: another size, a gap, an indent, or a short line that ends a sentence above."""
    if not 0.85 < line.height / before.height < 1.18:  # noqa: PLR2004 -- capitals and small letters of one size
        return True
    left, right = columns[id(line)]
    indented = line.left - left > 0.5 * line.height
    ended = _LAST.search(before.text) is not None
    if line.bottom > before.bottom or not _one_column(before, line):  # the next column
        return ended and (indented or _is_short(before, columns))
    if (before.bottom - line.bottom) / line.height > 1.4 * leading:
        return True
    above_indented = before.left - left > 0.5 * line.height
    return (indented and not above_indented and right - left > 8 * line.height) or (
        ended and _is_short(before, columns)
    )


def _is_short(line: Line, columns: dict[int, tuple[float, float]]) -> bool:
    left, right = columns[id(line)]
    return line.right < right - 0.25 * (right - left)


def _joined(words: str, more: str, whole: Counter[str]) -> str:
    """Return a line's words with the next line's; "evacu-" and "ated" are "evacuated".

    "cease-" and "fire" stay "cease-fire" where the page writes that within a line.
    """
    cut = _CUT.search(words)
    if cut is None or not more[:1].isalpha():
        return f"{words} {more}"
    tail = re.match(r"\w+", more)
    hyphenated = f"{cut['head']}-{tail[0] if tail else ''}".lower()
    kept = words[-1] != _SOFT and (whole[hyphenated] > 0 or more[:1].isupper() or cut["head"].isdecimal())
    return f"{words[:-1]}-{more}" if kept else words[:-1] + more
