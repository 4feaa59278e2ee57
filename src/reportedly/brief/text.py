"""The brief for a terminal: one screen, most important first, every sentence with its citations."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import NamedTuple

from reportedly.brief.lines import Dated, Group, Line, Narrative, Section
from reportedly.brief.overtime import course_lines

SHOWN_KEYS = 4
FEWEST_KEYS = 2
LONGEST_LEAD = 18
NARROWEST = 30
# The section that stands right under the story's name.
OPENING = "facts"
# Sections whose leads are a word about the whole sentence, not a column to run down.
RELATIONS = frozenset({"disagree", "fit", "silent"})
# Words run on for more lines than this only on a hostile page: they are cut there; the other forms give them whole.
MOST_LINES = 8
# An event has room for what happened; who tells it at length stands behind its citation.
EVENTS = "timeline"
EVENT_LINES = 4
TALL_SCREEN = 60
# Columns by which a line stands in under the one that it is a branch of.
BRANCH = 2
# Columns that the citations of some pages take.
KEYS = 8
# Sections at the end that stand close together; the only line of one stands beside its heading.
CLOSE = frozenset({"dating", "silent", "origins", "problems"})

LEGEND = "[2:f1] figure, page 2 · [2:s1] statement · [2:30] character"
STAR = " · * page date"

BOLD, FAINT, RED, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[0m"


def render_text(narrative: Narrative, *, width: int = 80, colour: bool = False) -> str:
    """Return the narrative as lines of at most `width` columns, ending in a line break.

    A count of several days is drawn in small where the whole fits a tall screen with it.
    A row reads "  at least 12   harbour police, through Norpress, date not stated [2:f1]". Colour is ANSI, and repeats
    what the words say.
    """
    paint = _Paint(on=colour)
    width = max(width, NARROWEST)
    drawn = _lines(narrative, width, paint, drawn=True)
    lines = drawn if len(drawn) <= TALL_SCREEN else _lines(narrative, width, paint, drawn=False)
    return "".join(f"{line}\n" for line in lines)


class _Paint:
    """Colour, where it was asked for."""

    def __init__(self, *, on: bool) -> None:
        self.on = on

    def __call__(self, colour: str, words: str) -> str:
        return f"{colour}{words}{PLAIN}" if self.on and words else words


def _lines(narrative: Narrative, width: int, paint: _Paint, *, drawn: bool) -> list[str]:
    """Return the lines, with the course of a count over time or, where that would not fit a screen, without."""
    return [
        *(paint(BOLD, line) for line in wrapped(narrative.story.upper(), width)),
        *(paint(FAINT, line) for line in wrapped(f"As things stood on {narrative.as_of}", width) if narrative.as_of),
        *_sections(narrative, width, paint, drawn=drawn),
        *_pages(narrative, width, paint),
    ]


def columns(words: str) -> int:
    """Return how many columns of a terminal the words fill: two for a wide character, none for a combining one."""
    return sum(_columns_of(character) for character in words)


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def wrapped(words: str, width: int) -> list[str]:
    """Return the words broken into lines of at most `width` columns; a word that is longer is cut."""
    lines, line, used = [], "", 0
    for piece in (piece for word in words.split() for piece in _pieces(word, width)):
        size = columns(piece)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = "", 0
        line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    return [*lines, line] if line else lines


def _pieces(word: str, width: int) -> Iterator[str]:
    piece, used = "", 0
    for character in word:
        size = _columns_of(character)
        if used + size > width:
            yield piece
            piece, used = "", 0
        piece, used = piece + character, used + size
    yield piece


# --- sections --------------------------------------------------------------------------------------------------------


def _sections(narrative: Narrative, width: int, paint: _Paint, *, drawn: bool) -> Iterator[str]:
    """Set the sections with a line between them, but the short ones of the end close together."""
    before = OPENING
    for section in narrative.sections:
        lines = list(
            _run_in(section, narrative, width, paint) or _section(section, narrative, width, paint, drawn=drawn)
        )
        if lines:
            close = section.key == OPENING or {section.key, before} <= CLOSE
            yield from lines if close else ["", *lines]
            before = section.key


def _run_in(section: Section, narrative: Narrative, width: int, paint: _Paint) -> list[str]:
    """Set the only line of a short section beside its heading; nothing where there are more, or no room."""
    first, *others = section.lines
    column = columns(section.heading) + 2
    if section.key not in CLOSE or others or first.minor or column > width // 3:
        return []
    beside = replace(first, lead=section.heading.upper(), text=_with_lead(first), short="")
    return list(_line(beside, narrative.keys(first), _Room(width, 0, column, MOST_LINES), paint))


def _section(section: Section, narrative: Narrative, width: int, paint: _Paint, *, drawn: bool) -> Iterator[str]:
    shown = [[line for line in group.lines if not line.minor] for group in section.groups]
    if not any(shown):
        return
    left = sum(line.minor for line in section.lines)
    if section.key != OPENING:
        yield from _heading(_title(section, shown), f"{left} more with --format html" if left else "", width, paint)
    course = _drawn(section) if drawn else None
    for group, lines in zip(section.groups, shown, strict=True):
        heading = f"{group.heading} ({group.note})" if group.note else group.heading
        if heading and lines and not _lone(section, shown):
            yield from (paint(BOLD, f"  {line}") for line in wrapped(heading, width - 2))
        indent = 0 if section.key == OPENING else 4 if group.heading and section.key != EVENTS else 2
        together = [line for part in shown for line in part] if section.key == EVENTS else lines
        column = 0 if section.key in RELATIONS else _lead_column(together, width)
        most = EVENT_LINES if section.key == EVENTS else MOST_LINES
        told = list(_gathered(lines, width - indent))
        for line, below in zip_longest(told, told[1:]):
            room = _Room(width, indent + BRANCH * line.depth, column, most)
            keys = () if below and below.depth > line.depth else narrative.keys(line)  # its branches cite its pages
            yield from _line(line, keys, room, paint)
        if group is course:
            yield from (" " * indent + paint(FAINT, line) for line in course_lines(_shown(group), width - indent))


def _gathered(lines: Sequence[Line], width: int) -> Iterator[Line]:
    """Yield the lines, the branches of one of them in one line where they fit: "pages 1 and 2: ...; page 3: ..."."""
    for deep, alike in groupby(lines, key=lambda line: line.depth):
        branches = list(alike)
        told = "; ".join(line.text.removesuffix(".") for line in branches)
        support = tuple(dict.fromkeys(one for line in branches for one in line.support))
        if deep and len(branches) > 1 and columns(told) <= width - BRANCH - KEYS:
            yield replace(branches[0], text=f"{told}.", support=support)
        else:
            yield from branches


def _shown(group: Group) -> list[Dated]:
    """Return the counts of a course whose lines are shown."""
    return [one for one in group.dated if not group.lines[one.line].minor]


def _drawn(section: Section) -> Group | None:
    """Return the first group of counts that has a course of several days to show."""
    return next((group for group in section.groups if len({one.last for one in _shown(group)}) > 1), None)


def _lone(section: Section, shown: Sequence[Sequence[Line]]) -> bool:
    """Tell whether a section has one group to show, whose heading can stand beside its own."""
    return section.key == EVENTS and sum(map(bool, shown)) == 1


def _title(section: Section, shown: Sequence[Sequence[Line]]) -> str:
    only = next((group.heading for group, lines in zip(section.groups, shown, strict=True) if lines), "")
    return f"{section.heading}, {only}" if only and _lone(section, shown) else section.heading


def _heading(heading: str, note: str, width: int, paint: _Paint) -> Iterator[str]:
    if columns(heading) + columns(note) + 2 <= width:
        yield f"{paint(BOLD, heading.upper())}{'  ' if note else ''}{paint(FAINT, note)}"
    else:
        yield paint(BOLD, heading.upper())
        yield from (paint(FAINT, line) for line in wrapped(note, width))


def _lead_column(lines: Sequence[Line], width: int) -> int:
    """Return the columns that the leads of a group share, or 0 where there are none."""
    widest = max((columns(line.lead) for line in lines), default=0)
    return min(widest, LONGEST_LEAD, width // 3) + 2 if widest else 0


class _Room(NamedTuple):
    """The place a line has: the terminal's columns, those left free, those of the lead, and how many lines of text."""

    width: int
    indent: int
    column: int
    most: int


def _line(line: Line, keys: Sequence[str], room: _Room, paint: _Paint) -> Iterator[str]:
    """Set a line with its lead in a column of its own, or before its text where there is no column."""
    width, indent, column, most = room
    fewest = 1 if most == EVENT_LINES or not line.standing else FEWEST_KEYS
    lead = line.lead if column else ""
    told = line.short or line.text if column else _with_lead(line)
    shade = BOLD if line.standing else FAINT
    leads = wrapped(lead, column - 2) if lead else []
    texts = _with_keys(told, keys, width - indent - column, most, fewest, paint)
    for first, text in zip_longest(leads, texts, fillvalue=""):
        yield (" " * indent + paint(shade, first) + " " * (column - columns(first)) + text).rstrip()


def _with_lead(line: Line) -> str:
    text = line.short or line.text
    return f"{line.lead[:1].upper()}{line.lead[1:]}: {text}" if line.lead else text


def _with_keys(text: str, keys: Sequence[str], room: int, most: int, fewest: int, paint: _Paint) -> list[str]:
    """Wrap a line and set its citations behind it, fewer for want of room, on a line of their own where none fit."""
    lines = wrapped(text, room) or [""]
    if len(lines) > most:
        last = wrapped(lines[most - 1], room - 2)[0]
        lines = [*lines[: most - 1], f"{last} …"]
    if not keys:
        return lines
    for most_keys in range(SHOWN_KEYS, fewest - 1, -1):
        citation = cited(keys, most_keys)
        if columns(lines[-1]) + 1 + columns(citation) <= room:
            return [*lines[:-1], f"{lines[-1]} {paint(FAINT, citation)}"]
    return [*lines, *(paint(FAINT, line) for line in wrapped(cited(keys, SHOWN_KEYS), room))]


def cited(keys: Sequence[str], most: int | None = None) -> str:
    """Return keys in their brackets; beyond `most` they are counted.

    >>> cited(["1:f3", "2:s4", "2:f1"], most=2)
    '[1:f3 2:s4 +1]'
    """
    shown = list(keys[:most])
    left = len(keys) - len(shown)
    return f"[{' '.join([*shown, f'+{left}'] if left else shown)}]"


# --- pages -----------------------------------------------------------------------------------------------------------


def _pages(narrative: Narrative, width: int, paint: _Paint) -> Iterator[str]:
    """List the pages by number, under what the citations and a star behind a day mean."""
    starred = any(line.starred and not line.minor for section in narrative.sections for line in section.lines)
    yield ""
    yield from _heading("Pages", f"{LEGEND}{STAR if starred else ''}", width, paint)
    for page in narrative.pages:
        told = " · ".join(part for part in (page.carrier, page.state, page.title) if part)
        yield f"  {page.number:>2}  {_fitted(told, width - 6)}"


def _fitted(words: str, width: int) -> str:
    """Return the words on one line, with an ellipsis for what does not fit."""
    first, *rest = wrapped(words, width)
    return f"{wrapped(words, width - 2)[0]} …" if rest else first
