"""Lines on a sheet into the order in which people read them: bands from top to foot, in each its columns."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

# What parts a piece of text from the next in its line, in heights of a line: more is the space between columns.
GUTTER = 0.8
_SAME_LINE = 0.5  # of the smaller height that two pieces of one line share
_DEEPEST = 20

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch of text on a sheet, in points from its lower left corner."""

    left: float
    right: float
    bottom: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """From its foot to its top."""
        return self.top - self.bottom


def join_pieces(pieces: Sequence[Line]) -> list[Line]:
    """Return lines of the pieces that stand side by side with no more than a space between them."""
    joined: list[Line] = []
    for row in _rows(pieces):
        for piece in row:
            last = joined[-1] if joined else None
            if last is not None and _goes_on(last, piece):
                joined[-1] = _together(last, piece)
            else:
                joined.append(piece)
    return joined


def order_lines(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """Return the lines in the order of reading: a headline over three columns, then the first column, and so on."""
    ordered: list[Line] = []
    for band, gaps in _bands(lines):
        columns = _split(band, gaps)
        if len(columns) < 2 or depth > _DEEPEST:  # noqa: PLR2004 -- one column
            ordered.extend(sorted(band, key=lambda line: (-line.bottom, line.left)))
        else:
            for column in columns:
                ordered.extend(order_lines(column, depth + 1))
    return ordered


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines that stand at one height together, from left to right, the topmost first."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -(line.bottom + line.top)):
        row = rows[-1] if rows else []
        if row and _level(row[0], line):
            row.append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _level(a: Line, b: Line) -> bool:
    return min(a.top, b.top) - max(a.bottom, b.bottom) > _SAME_LINE * min(a.height, b.height)


def _goes_on(a: Line, b: Line) -> bool:
    return _level(a, b) and -a.height < b.left - a.right < GUTTER * max(a.height, b.height)


def _together(a: Line, b: Line) -> Line:
    # Less than a little room is that between two letters.
    space = " " if b.left - a.right > 0.12 * a.height else ""
    return Line(
        left=a.left,
        right=max(a.right, b.right),
        bottom=min(a.bottom, b.bottom),
        top=max(a.top, b.top),
        text=f"{a.text}{space}{b.text}",
    )


def _bands(lines: Sequence[Line]) -> Iterator[tuple[list[Line], list[Gap]]]:
    """Yield the rows that have the same columns, with the white space that parts those."""
    if not lines:
        return
    edges = (min(line.left for line in lines), max(line.right for line in lines))
    band: list[Line] = []
    shared: list[Gap] = []  # white space that goes through all rows of the band
    sides = _sides(lines[:1])
    for row in _rows(lines):
        height = min(line.height for line in row)
        gaps, own = _gaps(row, edges), _sides(row)
        still = _common(shared, gaps, height)
        if band and not (_all_in(_parting(gaps, own, height), still) and _all_in(_parting(shared, sides), still)):
            yield band, _parting(shared, sides)
            band = []  # not cleared: it was given away
        shared = still if band else gaps
        sides = (min(sides[0], own[0]), max(sides[1], own[1])) if band else own
        band.extend(row)
    yield band, _parting(shared, sides)


def _sides(lines: Sequence[Line]) -> Gap:
    """Return where the first of the lines ends and where the last begins, from left to right."""
    return min(line.right for line in lines), max(line.left for line in lines)


def _parting(gaps: Sequence[Gap], sides: Gap, least: float = 0.0) -> list[Gap]:
    """Return the white space that has lines on both sides, in one row or in different ones."""
    return [gap for gap in gaps if sides[0] <= gap[0] and gap[1] <= sides[1] and gap[1] - gap[0] >= 0.6 * least]


def _all_in(gaps: Sequence[Gap], others: Sequence[Gap]) -> bool:
    return all(any(map(_meeting(gap), others)) for gap in gaps)


def _meeting(gap: Gap) -> Callable[[Gap], bool]:
    return lambda other: max(gap[0], other[0]) < min(gap[1], other[1])


def _gaps(row: Sequence[Line], edges: Gap) -> list[Gap]:
    """Return the white space of a row, that at its sides too."""
    found, at = [], edges[0]
    for line in row:
        if line.left > at:
            found.append((at, line.left))
        at = max(at, line.right)
    return [*found, (at, edges[1])] if at < edges[1] else found


def _common(some: Sequence[Gap], others: Sequence[Gap], height: float) -> list[Gap]:
    """Return the white space that is in both and wide enough to part columns."""
    both = ((max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others)
    return [gap for gap in both if gap[1] - gap[0] >= 0.6 * height]


def _split(band: Sequence[Line], gaps: Sequence[Gap]) -> list[list[Line]]:
    """Return the columns of a band, from left to right."""
    columns: list[list[Line]] = [[] for _ in range(len(gaps) + 1)]
    for line in band:
        columns[sum(gap[1] <= line.left + 0.1 for gap in gaps)].append(line)
    return [column for column in columns if column]
