"""Bounds for the pages of a story that no date is known of, with proofs, and what contradicts.

Pages that nothing joins but what is given are solved apart, so that one more page costs what its own neighbours cost.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from reportedly.assess.dating.anchors import open_anchors
from reportedly.assess.dating.bounds import Solution, smallest_contradiction, solve
from reportedly.assess.dating.constraints import Constraint, Fixed, Gap, Ground, Recurring, Side
from reportedly.assess.dating.likely import ROOM, find_likely
from reportedly.assess.dating.rules import Copies, find_rules, find_told, is_dated, node_of
from reportedly.assess.joins import Joins
from reportedly.records import Basis, Bounds, DateConflict, DateReason, PageDating, Reading, When
from reportedly.spans import Span

# Steps of a proof that are shown; a longer one names where it starts and what it comes to.
MOST_REASONS = 4
# An event that may lie anywhere in a longer stretch is not put on the calendar.
LONGEST = timedelta(days=62)
MONTH = 31
# Contradictions of likely rules that are looked for in one part of a story; where there are more, it gets none.
MOST_CONTRADICTIONS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDates:
    """What the pages say of one another's dates, by page; pages with a date of their own are not in it.

    `events` are the days of what undated pages tell of, by page and expression: "mid-January" is 11 to 20 January 2025.
    """

    of_page: Mapping[str, PageDating]
    conflicts: tuple[DateConflict, ...] = ()
    events: Mapping[tuple[str, Span], When] = field(default_factory=dict)


def date_pages(
    readings: Sequence[Reading],
    copies: Copies = (),
    anchors: Mapping[str, date] | None = None,
    retold: Collection[tuple[str, str]] = (),
) -> StoryDates:
    """Return the days between which each undated page came out, by all pages together.

    A page that says "last year the firm sank" beside one that puts the sinking on 3 March 2024 is of 2025. Where what
    the pages say cannot all be true, the smallest part of it that contradicts is told, and no page is dated by it.

    `retold` are a page with a report and a page that repeats a passage of it: only likely bounds rest on that.
    """
    read = [reading for reading in readings if reading.text]
    told = find_told(read, copies, open_anchors(tuple((anchors or {}).items())))
    rules = find_rules(read, copies, told)
    undated = {
        node_of(reading.page.name): reading.page.name for reading in read if not is_dated(reading.page.published)
    }
    sure = _solved(rules, undated)
    likely = _narrowed(sure, find_likely(read, copies, retold, told), undated)
    of_page = {
        page: _dated(sure.bounds.get(node), likely.get(node))
        for node, page in undated.items()
        if node in sure.bounds or node in likely
    }
    return StoryDates(of_page=of_page, conflicts=sure.conflicts, events=sure.events)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Solved:
    """What rules come to: bounds by node, what contradicts, days of events; and the rules that can hold together."""

    rules: tuple[Constraint, ...]
    bounds: Mapping[str, Bounds]
    conflicts: tuple[DateConflict, ...]
    events: Mapping[tuple[str, Span], When]


def _solved(rules: Sequence[Constraint], undated: Collection[str]) -> _Solved:
    places = _places(rules)
    bounds: dict[str, Bounds] = {}
    events: dict[tuple[str, Span], When] = {}
    holding = [rule for rule in rules if _is_given(rule)]
    conflicts: list[DateConflict] = []
    for part in _parts(rules):
        kept, contradicting = _without_contradictions(part)
        conflicts.extend(contradicting)
        holding.extend(kept)
        if any(node in undated for rule in kept for node in rule.nodes):
            solution = solve(kept)
            events.update(_events(solution, kept, places))
            bounds.update(_bounds(solution, kept, undated))
    return _Solved(rules=tuple(dict.fromkeys(holding)), bounds=bounds, conflicts=tuple(conflicts), events=events)


def _narrowed(sure: _Solved, likely: Sequence[Constraint], undated: Collection[str]) -> dict[str, Bounds]:
    """Return the bounds of pages that likely rules put closer than the sure ones alone."""
    narrowed: dict[str, Bounds] = {}
    for part in _parts([*sure.rules, *likely]):
        kept = _without_unlikely(part)
        if any(rule.ground.likely for rule in kept):
            narrowed.update(_bounds(solve(kept), kept, undated))
    return {node: bounds for node, bounds in narrowed.items() if _is_closer(bounds, sure.bounds.get(node))}


def _without_unlikely(rules: list[Constraint]) -> list[Constraint]:
    """Return the rules without those likely ones that contradict the sure ones or one another."""
    for _ in range(MOST_CONTRADICTIONS):
        core = smallest_contradiction(rules)
        if not core:
            return rules
        rules = [rule for rule in rules if rule not in core or not rule.ground.likely]
    return []


def _is_closer(likely: Bounds, sure: Bounds | None) -> bool:
    if sure is None:
        return True
    return (likely.earliest, likely.latest, likely.after, likely.before) != (
        sure.earliest,
        sure.latest,
        sure.after,
        sure.before,
    )


def _dated(sure: Bounds | None, likely: Bounds | None) -> PageDating:
    sure = sure or Bounds(earliest=None, latest=None)
    return PageDating(
        earliest=sure.earliest,
        latest=sure.latest,
        not_before=sure.not_before,
        not_after=sure.not_after,
        after=sure.after,
        before=sure.before,
        likely=likely,
    )


def _places(rules: Sequence[Constraint]) -> dict[str, list[tuple[str, Span]]]:
    """Return for each event the expressions of the pages that it is told with on some day or distance."""
    places: dict[str, dict[tuple[str, Span], None]] = defaultdict(dict)
    for rule in rules:
        event = rule.event if isinstance(rule, Recurring) else rule.early if isinstance(rule, Gap) else None
        if event and event.startswith("event ") and rule.ground.page and rule.ground.span:
            places[event][rule.ground.page, rule.ground.span] = None
    return {event: list(found) for event, found in places.items()}


def _events(
    solution: Solution, rules: Sequence[Constraint], places: Mapping[str, Sequence[tuple[str, Span]]]
) -> Iterator[tuple[tuple[str, Span], When]]:
    """Yield the days of events that both ends are known of and that lie close enough to say when."""
    for event in dict.fromkeys(node for rule in rules for node in rule.nodes if node in places):
        first, last = solution.day(event, Side.LOW), solution.day(event, Side.HIGH)
        if first and last and last - first <= LONGEST:
            for place in places[event]:
                yield place, When(edtf=_edtf(first, last), earliest=first, latest=last, basis=Basis.INFERRED)


def _edtf(first: date, last: date) -> str:
    """Write a day, a whole month, or a stretch of days."""
    if first == last:
        return first.isoformat()
    following = last + timedelta(days=1)
    whole_month = first.day == following.day == 1 and (following - first).days <= MONTH
    return f"{first:%Y-%m}" if whole_month else f"{first}/{last}"


def _parts(rules: Sequence[Constraint]) -> Iterator[list[Constraint]]:
    """Yield the rules in parts that share no day but given ones; what is given goes into every part that needs it."""
    given: dict[str, list[Constraint]] = defaultdict(list)
    for rule in rules:
        if isinstance(rule, Fixed) and _is_given(rule):
            given[rule.node].append(rule)
    joins: Joins[str] = Joins()
    loose: dict[int, str] = {}
    for i, rule in enumerate(rules):
        nodes = [node for node in rule.nodes if node not in given] or [f"rule {i}"]
        for node in nodes:
            joins.join(nodes[0], node)
        loose[i] = nodes[0]
    parts: dict[str, list[Constraint]] = defaultdict(list)
    for i, rule in enumerate(rules):
        if not _is_given(rule):
            parts[joins.first_of(loose[i])].append(rule)
    for part in parts.values():
        known = dict.fromkeys(rule for own in part for node in own.nodes for rule in given.get(node, ()))
        yield [*known, *part]


def _is_given(rule: Constraint) -> bool:
    return isinstance(rule, Fixed) and rule.ground.given


def _without_contradictions(rules: list[Constraint]) -> tuple[list[Constraint], list[DateConflict]]:
    """Return the rules that can hold together, and what contradicted.

    What a person or a page gives for a date stays; a page whose words are in a contradiction dates nothing any more.
    """
    conflicts = []
    while core := smallest_contradiction(rules):
        left_out = [rule for rule in core if not rule.ground.given] or list(core)
        known = sorted(core, key=lambda rule: not rule.ground.given)
        conflicts.append(DateConflict(reasons=_reasons(known), left_out=_reasons(left_out)))
        pages = {rule.ground.page for rule in left_out}
        rules = [
            rule for rule in rules if rule not in left_out and (rule.ground.given or rule.ground.page not in pages)
        ]
    return rules, conflicts


def _reasons(rules: Sequence[Constraint]) -> tuple[DateReason, ...]:
    return tuple(_reason(ground) for ground in dict.fromkeys(rule.ground for rule in rules))


def _reason(ground: Ground) -> DateReason:
    return DateReason(words=ground.words, page=ground.page, span=ground.span)


# --- proofs and order ------------------------------------------------------------------------------------------------


def _bounds(solution: Solution, rules: Collection[Constraint], undated: Collection[str]) -> dict[str, Bounds]:
    """Return for each undated page of the rules what is known of it."""
    order = _Order(rules)
    nodes = sorted({node for rule in rules for node in rule.nodes if node in undated})
    found = {node: _bounds_of(node, solution, order) for node in nodes}
    return {node: bounds for node, bounds in found.items() if bounds.known}


def _bounds_of(node: str, solution: Solution, order: "_Order") -> Bounds:
    earliest, latest = solution.day(node, Side.LOW), solution.day(node, Side.HIGH)
    return Bounds(
        earliest=earliest,
        latest=latest,
        not_before=_proof(solution, node, Side.LOW),
        not_after=_proof(solution, node, Side.HIGH),
        after=() if earliest else order.pages(node, Side.LOW),
        before=() if latest else order.pages(node, Side.HIGH),
    )


def _proof(solution: Solution, node: str, side: Side) -> tuple[DateReason, ...]:
    """Return what proves an end, from the page's own words to the day that all of it rests on."""
    step = solution.steps.get((node, side))
    grounds = list(dict.fromkeys(one.rule.ground for one in step.chain)) if step else []
    if len(grounds) > MOST_REASONS:
        grounds = [*grounds[: MOST_REASONS - 1], grounds[-1]]
    return tuple(_reason(ground) for ground in grounds)


class _Order:
    """Which pages are surely not earlier or later than others, whatever the days are."""

    def __init__(self, rules: Collection[Constraint]) -> None:
        self._next: dict[Side, dict[str, list[str]]] = {side: defaultdict(list) for side in Side}
        for rule in rules:
            if isinstance(rule, Gap) and rule.least is not None and rule.least >= ROOM:
                self._next[Side.LOW][rule.late].append(rule.early)
                self._next[Side.HIGH][rule.early].append(rule.late)

    def pages(self, node: str, side: Side) -> tuple[str, ...]:
        """Return the pages that a page is not earlier than (LOW) or not later than (HIGH)."""
        found, todo = {node}, [node]
        while todo:
            new = [one for one in self._next[side][todo.pop()] if one not in found]
            found.update(new)
            todo.extend(new)
        return tuple(sorted(one.removeprefix("page ") for one in found - {node} if one.startswith("page ")))
