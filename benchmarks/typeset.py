"""Text set for a terminal: cells shortened in their middle, what differs in brackets or underlined, lists, tables."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from differences.comparison import Cell, Comparison, Examined, Piece, Verdict, joined

from reportedly.brief.text import columns

NARROWEST = 60
GAP = 2
# "~ wanted  ": the mark and the side before the cells of a row.
LEAD = 10
# A last cell that differs has so many lines, and is tried so many columns shorter until they are enough.
MOST_LINES, FOLD_STEP = 2, 3
SAME = '"'
BOLD, FAINT, UNDERLINED = "1", "2", "4"
RED, GREEN, YELLOW, MAGENTA = "31", "32", "33", "35"
COLOURS = {Verdict.RIGHT: FAINT, Verdict.DIFFERS: YELLOW, Verdict.MISSED: RED, Verdict.INVENTED: MAGENTA}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """The terminal written to: its width, and whether it takes colour."""

    width: int
    colour: bool = False

    def paint(self, text: str, *codes: str) -> str:
        """Return the text in the colours, where there are any."""
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.colour and codes and text else text

    def legend(self) -> str:
        """Return what the marks stand for."""
        differs = self.paint("what differs", UNDERLINED) if self.colour else "[what differs]"
        marks = {"~": Verdict.DIFFERS, "-": Verdict.MISSED, "+": Verdict.INVENTED}
        named = {"~": "differs", "-": "missed", "+": "invented"}
        shown = " · ".join(self.paint(f"{mark} {named[mark]}", COLOURS[verdict]) for mark, verdict in marks.items())
        return f"= right · {shown} · {differs} · {SAME} the same"


# --- cells -----------------------------------------------------------------------------------------------------------


def set_cell(content: Cell, width: int, terminal: Terminal) -> str:
    """Return a cell in exactly `width` columns: its longest pieces are shortened in the middle, as far as need be."""
    pieces = _shortened(content, width, terminal)
    return "".join(_marked(piece, terminal) for piece in pieces) + " " * (width - _width(pieces, terminal))


def fold_cell(content: Cell, width: int, terminal: Terminal) -> list[str]:
    """Return a cell on one line where it fits and on two where it does not, shortened as far as need be."""
    for room in range(MOST_LINES * width, width, -FOLD_STEP):
        lines = _broken(_shortened(content, room, terminal), width, terminal)
        if len(lines) <= MOST_LINES:
            return [set_cell(line, width, terminal) for line in lines]
    return [set_cell(content, width, terminal)]


def shorten(text: str, width: int) -> str:
    """Return the text in at most `width` columns: words go from its middle, "the dam … hold"."""
    if columns(text) <= width:
        return text
    room = max(0, width - 1)
    head, tail = _cut(text, (room + 1) // 2), _cut(text[::-1], room // 2)[::-1]
    head, tail = _whole_words(head, text[len(head) :]), _whole_words(tail[::-1], text[::-1][len(tail) :])[::-1]
    return f"{head}…{tail}" if width > 0 else ""


def _whole_words(start: str, rest: str) -> str:
    """Drop the part of a word that a cut left at the end, where what is left stays long enough to be worth it."""
    if rest[:1].isspace() or start[-1:].isspace():
        return start
    whole = start[: start.rfind(" ") + 1]
    return whole if len(whole) * 3 >= len(start) * 2 else start


def _shortened(content: Cell, width: int, terminal: Terminal) -> Cell:
    """Shorten the longest pieces until all fit."""
    if _width(content, terminal) <= width:
        return content

    def fits(longest: int) -> bool:
        return _width(_to_length(content, longest), terminal) <= width

    longest = bisect_left(range(1, width), x=True, key=lambda length: not fits(length))
    if longest:
        return _to_length(content, longest)
    whole = "".join(piece.text for piece in content)  # too many pieces to mark each
    return (Piece(shorten(whole, width - 2), differs=True),)


def _to_length(content: Cell, longest: int) -> Cell:
    return tuple(piece._replace(text=shorten(piece.text, longest)) for piece in content)


def _broken(content: Cell, width: int, terminal: Terminal) -> list[Cell]:
    """Break a cell into lines between words."""
    lines: list[Cell] = [()]
    for piece in content:
        for word in re.findall(r"\S+\s*|\s+", piece.text):
            longer = (*lines[-1], Piece(word, piece.differs))
            if lines[-1] and _width(joined(longer), terminal) > width:
                lines.append((Piece(word, piece.differs),))
            else:
                lines[-1] = longer
    return [joined(line) for line in lines]


def _marked(piece: Piece, terminal: Terminal) -> str:
    if not piece.differs:
        return piece.text
    inner = piece.text.strip()
    before, after = piece.text.partition(inner)[::2] if inner else (piece.text, "")
    return before + (terminal.paint(inner, UNDERLINED) if terminal.colour else f"[{inner}]") + after


def _cut(text: str, width: int) -> str:
    kept, used = "", 0
    for character in text:
        used += columns(character)
        if used > width:
            break
        kept += character
    return kept


# --- pages -----------------------------------------------------------------------------------------------------------


def set_rows(examined: Examined, shares: Mapping[str, int], terminal: Terminal) -> Iterator[str]:
    """Yield the table of a page: wanted over found; rows that are right are counted, not shown."""
    cells = [cells for row in examined.rows if row.verdict is not Verdict.RIGHT for cells in (row.gold, row.found)]
    widths = _widths(shares, [side for side in cells if side], terminal)
    named = _across([name.ljust(width) for name, width in zip(shares, widths, strict=True)])
    yield terminal.paint(f"{'':{LEAD}}{named}".rstrip(), FAINT)
    right = 0
    for row in (*examined.rows, None):
        if row and row.verdict is Verdict.RIGHT:
            right += 1
            continue
        if right:
            yield terminal.paint(f"= {right} right", FAINT)
        right = 0
        if row:
            yield from _set_row(row, widths, terminal)


def _set_row(row: Comparison, widths: Sequence[int], terminal: Terminal) -> Iterator[str]:
    """Set a row; where the sides differ, the last column has two lines to show in what."""
    mark = terminal.paint(row.verdict.value, BOLD, COLOURS[row.verdict])
    found = [(Piece(SAME),) if cell == wanted else cell for cell, wanted in zip_longest(row.found, row.gold)]
    sides = [("wanted", row.gold), ("found", found if row.found else ())]
    for i, (side, cells) in enumerate((side, cells) for side, cells in sides if cells):
        *firsts, last = (set_cell(cell, width, terminal) for cell, width in zip(cells, widths, strict=True))
        lasts = fold_cell(cells[-1], widths[-1], terminal) if row.verdict is Verdict.DIFFERS else [last]
        yield _across([f"{' ' if i else mark} {side:{LEAD - GAP - 2}}", *firsts, lasts[0]]).rstrip()
        blank = LEAD + sum(widths[:-1]) + GAP * len(firsts)
        yield from (f"{'':{blank}}{line}".rstrip() for line in lasts[1:])


def _across(cells: Sequence[str]) -> str:
    return (" " * GAP).join(cells)


def _widths(shares: Mapping[str, int], rows: Sequence[Sequence[Cell]], terminal: Terminal) -> list[int]:
    """Return the columns' widths: no more than a page needs, no more than the share and what the last can spare."""
    room = max(terminal.width, NARROWEST) - LEAD - GAP * (len(shares) - 1)
    needed = [max([len(name), *(_width(row[i], terminal) for row in rows)]) for i, name in enumerate(shares)]
    given = [room * share // sum(shares.values()) for share in shares.values()]
    spare, widths = max(0, given[-1] - needed[-1]), list[int]()
    for need, width in list(zip(needed, given, strict=True))[:-1]:
        widths.append(min(need, width + spare))
        spare -= max(0, widths[-1] - width)
    return [*widths, room - sum(widths)]


def _width(content: Cell, terminal: Terminal) -> int:
    return sum(columns(piece.text) + (0 if terminal.colour else 2) * piece.differs for piece in content)


# --- lists -----------------------------------------------------------------------------------------------------------


def set_lists(lists: Mapping[str, Counter[str]], longest: int, terminal: Terminal) -> Iterator[str]:
    """Yield the lists side by side under their headings, the most frequent first, no more than `longest` of each."""
    each = (max(terminal.width, NARROWEST) - GAP * (len(lists) - 1)) // max(1, len(lists))
    headings = [f"{shorten(f'{name.upper()} {sum(counts.values())}', each):{each}}" for name, counts in lists.items()]
    yield terminal.paint(_across(headings).rstrip(), BOLD)
    for line in zip_longest(*(_list(counts, longest, each) for counts in lists.values()), fillvalue=" " * each):
        yield _across(line).rstrip()


def _list(counts: Counter[str], longest: int, width: int) -> Iterator[str]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for what, count in ordered[:longest]:
        text = f"{count:4}  {shorten(what, width - 6)}"
        yield text + " " * (width - columns(text))
    if left := sum(count for _, count in ordered[longest:]):
        yield f"{left:4}  in {len(ordered) - longest} other ways".ljust(width)


# --- tables ----------------------------------------------------------------------------------------------------------


def set_table(rows: Sequence[Sequence[str]], terminal: Terminal) -> Iterator[str]:
    """Yield rows of a name and numbers: numbers to the right, in columns as wide as they need; names get the rest."""
    numbers = [max(columns(text) for text in column) for column in list(zip_longest(*rows, fillvalue=""))[1:]]
    room = max(terminal.width, NARROWEST) - sum(numbers) - GAP * len(numbers)
    name = min(room, max(columns(row[0]) for row in rows))
    for first, *others in rows:
        shown = shorten(first, name)
        cells = [shown + " " * (name - columns(shown)), *(f"{t:>{n}}" for t, n in zip(others, numbers, strict=False))]
        yield _across(cells).rstrip()
