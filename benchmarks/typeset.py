"""Text set for a terminal: cells shortened in their middle, what differs in brackets or underlined, lists, tables."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from differences.comparison import Cell, Comparison, Examined, Piece, Verdict

from reportedly.brief.text import columns

NARROWEST = 60
GAP = 2
# "~ wanted  ": the mark and the side before the cells of a row.
LEAD = 10
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
    for longest in range(width, 0, -1):
        pieces = tuple(piece._replace(text=shorten(piece.text, longest)) for piece in content)
        if _width(pieces, terminal) <= width:
            return pieces
    whole = "".join(piece.text for piece in content)  # too many pieces to mark each
    return (Piece(shorten(whole, width - 2), differs=True),)


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
    mark = terminal.paint(row.verdict.value, BOLD, COLOURS[row.verdict])
    if row.gold:
        yield f"{mark} wanted  {_cells(row.gold, widths, terminal)}".rstrip()
    if row.found:
        found = [(Piece(SAME),) if cell == wanted else cell for cell, wanted in zip_longest(row.found, row.gold)]
        yield f"{' ' if row.gold else mark} found   {_cells(found, widths, terminal)}".rstrip()


def _cells(cells: Sequence[Cell], widths: Sequence[int], terminal: Terminal) -> str:
    return _across([set_cell(cell, width, terminal) for cell, width in zip(cells, widths, strict=True)])


def _across(cells: Sequence[str]) -> str:
    return (" " * GAP).join(cells)


def _widths(shares: Mapping[str, int], rows: Sequence[Sequence[Cell]], terminal: Terminal) -> list[int]:
    """Return the columns' widths: no more than the share, no more than a page needs; the last column has the rest."""
    room = max(terminal.width, NARROWEST) - LEAD - GAP * (len(shares) - 1)
    firsts = []
    for i, (name, share) in enumerate(list(shares.items())[:-1]):
        needed = max((_width(row[i], terminal) for row in rows), default=0)
        firsts.append(min(room * share // sum(shares.values()), max(needed, len(name))))
    return [*firsts, room - sum(firsts)]


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
