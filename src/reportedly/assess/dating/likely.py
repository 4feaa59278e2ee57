"""Rules that hold in most pages, not in all. They stand beside the sure ones, and only narrow what those leave.

What one page still looks ahead to is told as past by later pages; a day without its year is no more than half a year
back, or of the page's own year; copies are a week from one another; who repeats a passage of a report is later than
the report. How often they hold: docs/explanation/dating.md.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.assess.dating.constraints import HALF_YEAR, Constraint, Fixed, Gap, Ground, Recurring
from reportedly.assess.dating.events import Telling
from reportedly.assess.dating.rules import Copies, Told, distances, is_dated, node_of, short
from reportedly.assess.dating.words import dating_heads, dating_words
from reportedly.assess.words import content_words, overlap, stem
from reportedly.records import Calendar, Reading

# Words that what lies ahead of one page and is past on another have in common, and their part of the smaller telling's.
FEWEST_SHARED, PART = 3, 0.5
# Tellings that are looked at for one thing.
NEAREST = 60
# Days between copies; and a day of room between a report and who repeats it.
NEAR, ROOM = 7, -1
# Endings of a verb that tell its time and not what it means.
ENDING = re.compile(r"(?:ed|en|ing|es|e|s|d)$")
SHORTEST_VERB = 3
NAME = re.compile(r"\b[A-Z]\w+")
DEFINITE = (" the ", " these ", " those ")
LONGEST_ARTICLE = 7


def find_likely(
    readings: Sequence[Reading], copies: Copies, retold: Collection[tuple[str, str]], told: Told
) -> tuple[Constraint, ...]:
    """Return the rules that are only likely, each with the words that it rests on.

    `retold` are a page with a report and a page that repeats a passage of it beside news of its own.
    """
    rules: list[Constraint] = []
    for telling in told.tellings:
        page, clue = telling.reading.page, telling.clue
        if page.name in told.derived:
            continue
        if clue.likely and clue.least is not None:
            rules.extend(_consequence(telling))
        elif clue.first and clue.most and clue.unit is Calendar.DAY and not is_dated(page.published):
            rules.append(_half_a_year(telling, told))
    rules.extend(_prospects(told))
    rules.extend(_copies(readings, copies))
    rules.extend(_retold(readings, retold))
    return tuple(rules)


def _consequence(telling: Telling) -> Iterator[Constraint]:
    """Yield when what followed from an event was, by the event's own time."""
    ground, time = _ground(telling, f"tells of “{short(telling.clue.text)}”"), telling.time
    if time:
        yield Fixed(ground=ground, node=telling.node, earliest=time.earliest, latest=time.latest)
    if not is_dated(telling.reading.page.published):
        yield from distances(telling.clue, telling.node, telling.reading.page, ground)


def _half_a_year(telling: Telling, told: Told) -> Constraint:
    clue = telling.clue
    return Recurring(
        ground=_ground(telling, f"writes “{short(clue.text)}” without a year"),
        event=told.events[telling.node],
        page=node_of(telling.reading.page.name),
        first=clue.first or "",
        last=clue.last or "",
        within=HALF_YEAR,
        or_ahead=clue.least is None,
    )


def _copies(readings: Sequence[Reading], copies: Copies) -> Iterator[Constraint]:
    told = {reading.page.name for reading in readings}
    for a, b, _ in copies:
        if a in told and b in told:
            for one, other in ((a, b), (b, a)):
                ground = Ground(words="has the same words (likely within a week)", page=one, likely=True)
                yield Gap(ground=ground, early=node_of(one), late=node_of(other), least=None, most=NEAR)


def _retold(readings: Sequence[Reading], retold: Collection[tuple[str, str]]) -> Iterator[Constraint]:
    pages = {reading.page.name: reading.page for reading in readings}
    for report, other in sorted(retold):
        if report in pages and other in pages and (other, report) not in retold:
            whose = next((credit.name for credit in pages[report].credits), report)
            ground = Ground(words=f"repeats a passage of what {whose} reported", page=other, likely=True)
            yield Gap(ground=ground, early=node_of(report), late=node_of(other), least=ROOM)


def _ground(telling: Telling, words: str) -> Ground:
    return Ground(words=words, page=telling.reading.page.name, span=telling.clue.span, likely=True)


# --- what lies ahead -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Course:
    """A telling ready to be held against others: its verb, what it is about, its other words and its page's title's.

    `names` are those of its words with a capital; `definite`: it is about something that the page has told of before.
    """

    telling: Telling
    node: str
    verb: str
    things: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    definite: bool
    title: frozenset[str]


def _prospects(told: Told) -> Iterator[Constraint]:
    """Yield for what a page looks ahead to that it is no later than what other pages tell of it as past."""
    past: dict[str, list[_Course]] = defaultdict(list)
    ahead: list[_Course] = []
    for telling in told.tellings:
        if len(telling.clue.core) > 1 and not telling.spoken:
            course = _course(telling, told.events.get(telling.node, telling.node))
            if telling.clue.least is None and telling.clue.likely:
                ahead.append(course)
            elif telling.clue.least is not None:
                for thing in course.things:
                    past[thing].append(course)
    for one in ahead:
        if one.telling.reading.page.name not in told.derived:
            near = [other for thing in sorted(one.things) for other in past[thing][-NEAREST:]]
            ground = _ground(one.telling, f"still looks ahead to “{short(one.telling.clue.text)}”")
            for node in dict.fromkeys(other.node for other in near if _comes_before(one, other)):
                yield Gap(ground=ground, early=node_of(one.telling.reading.page.name), late=node)


def _course(telling: Telling, node: str) -> _Course:
    text, core = telling.reading.text, telling.clue.core
    verb, title = core[0].of(text), telling.reading.page.title
    return _Course(
        telling=telling,
        node=node,
        verb=_base(verb),
        things=_meant(stem(word.of(text)) for word in core[1:]),
        words=telling.words - _meant([stem(verb)]),
        names=frozenset(stem(word) for run in telling.clue.event for word in NAME.findall(run.of(text))),
        definite=any(
            text[max(word.start - LONGEST_ARTICLE, 0) : word.start].casefold().endswith(DEFINITE) for word in core[1:]
        ),
        title=_meant(content_words(title.text)) if title else frozenset(),
    )


def _comes_before(ahead: _Course, past: _Course) -> bool:
    """Tell whether a later page tells as past what lies ahead of this one, or what comes after it in such a course."""
    if ahead.telling.reading.page.name == past.telling.reading.page.name or ahead.things.isdisjoint(past.things):
        return False
    again = dating_words().again
    if not ahead.telling.words.isdisjoint(again) and past.telling.words.isdisjoint(again):
        return False
    if ahead.verb != past.verb and not _is_later_stage(ahead, past):
        return False
    shared = ahead.words & past.words
    if len(shared) >= FEWEST_SHARED and overlap(ahead.words, past.words) >= PART:
        return not ahead.names.isdisjoint(shared)
    known = ahead.definite and ahead.words <= past.words
    return known and len((ahead.words | ahead.title) & past.words) >= FEWEST_SHARED


def _is_later_stage(ahead: _Course, past: _Course) -> bool:
    """Tell whether one verb comes before the other: troops enter a town, lose men there, are withdrawn and return."""
    stages = _stages()
    return any(
        course == other and step <= later
        for course, step in stages.get(ahead.verb, ())
        for other, later in stages.get(past.verb, ())
    )


@cache
def _stages() -> Mapping[str, Sequence[tuple[str, int]]]:
    """Return for each verb the courses that it is a step of, and which."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for course, steps in dating_words().stages.items():
        for i, verbs in enumerate(steps):
            for verb in sorted({_base(verb) for verb in verbs}):
                found[verb].append((course, i))
    return found


def _base(verb: str) -> str:
    verb = verb.casefold()
    verb = dating_heads().get(verb, verb)
    base = ENDING.sub("", verb)
    return base if len(base) >= SHORTEST_VERB else verb


def _meant(words: Iterable[str]) -> frozenset[str]:
    heads = dating_heads()
    return frozenset(heads.get(word, word) for word in words)
