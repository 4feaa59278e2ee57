"""Laws of the solver: bounds hold the truth, more rules never widen, contradictions are minimal."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.assess.dating.bounds import smallest_contradiction, solve
from reportedly.assess.dating.constraints import (
    HALF_YEAR,
    NINE_MONTHS,
    Constraint,
    Fixed,
    Gap,
    Ground,
    OnWeekday,
    Recurring,
    Side,
)
from reportedly.records import Calendar

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
NODES = ("page a", "page b", "page c", "event d", "event e")
GROUND = Ground(words="tells of it", page="a")
DAYS = st.dates(date(2019, 1, 1), date(2026, 12, 31))
Truth = dict[str, date]


def units_between(early: date, late: date, unit: Calendar) -> int:
    if unit is Calendar.DAY:
        return (late - early).days
    if unit is Calendar.YEAR:
        return late.year - early.year
    return (late.year - early.year) * 12 + late.month - early.month


@st.composite
def true_rules(draw: st.DrawFn, truth: Truth) -> Constraint:
    """Draw a rule that holds in the truth."""
    one, other = draw(st.permutations(NODES))[:2]
    kind = draw(st.sampled_from(("fixed", "gap", "recurring", "weekday")))
    slack = draw(st.integers(0, 40))
    if kind == "fixed":
        first, last = truth[one] - timedelta(days=slack), truth[one] + timedelta(days=slack)
        return Fixed(
            ground=GROUND,
            node=one,
            earliest=draw(st.sampled_from((first, None))),
            latest=draw(st.sampled_from((last, None))),
        )
    if kind == "weekday":
        return OnWeekday(ground=GROUND, node=one, weekday=truth[one].isoweekday())
    if kind == "gap":
        unit = draw(st.sampled_from(Calendar))
        distance = units_between(truth[one], truth[other], unit)
        return Gap(
            ground=GROUND,
            early=one,
            late=other,
            unit=unit,
            least=draw(st.sampled_from((distance - slack, None))),
            most=draw(st.sampled_from((distance + slack, None))),
        )
    day, within = f"{truth[one]:%m-%d}", draw(st.sampled_from((HALF_YEAR, NINE_MONTHS, None)))
    rule = Recurring(ground=GROUND, event=one, page=other, first=day, last=day, within=within)
    limit = max(date(truth[one].year, 12, 31), truth[one] + timedelta(days=within or 9_999))
    told = truth[one] <= truth[other] <= limit and day != "02-29"
    return rule if told else OnWeekday(ground=GROUND, node=one, weekday=truth[one].isoweekday())


@st.composite
def stories(draw: st.DrawFn) -> tuple[Truth, list[Constraint]]:
    """Draw the true days of a story and rules that hold in it."""
    truth = {node: draw(DAYS) for node in NODES}
    return truth, draw(st.lists(true_rules(truth), max_size=8))


def ends_of(rules: list[Constraint], node: str) -> tuple[date, date]:
    solution = solve(rules)
    return solution.day(node, Side.LOW) or date.min, solution.day(node, Side.HIGH) or date.max


@patient
@given(stories())
def test_the_bounds_hold_the_truth(story: tuple[Truth, list[Constraint]]) -> None:
    truth, rules = story

    assert not solve(rules).contradiction
    for node in NODES:
        first, last = ends_of(rules, node)
        assert first <= truth[node] <= last


@patient
@given(stories())
def test_one_more_rule_never_widens(story: tuple[Truth, list[Constraint]]) -> None:
    _, rules = story

    for node in NODES:
        fewer, more = ends_of(rules[:-1], node), ends_of(rules, node)
        assert fewer[0] <= more[0]
        assert more[1] <= fewer[1]


@patient
@given(stories(), st.randoms())
def test_the_order_of_the_rules_changes_no_day(story: tuple[Truth, list[Constraint]], random: Random) -> None:
    _, rules = story
    mixed = list(rules)
    random.shuffle(mixed)

    assert [ends_of(mixed, node) for node in NODES] == [ends_of(rules, node) for node in NODES]


@patient
@given(stories(), stories())
def test_a_smallest_contradiction_contradicts_and_no_part_of_it_does(
    one: tuple[Truth, list[Constraint]], other: tuple[Truth, list[Constraint]]
) -> None:
    core = smallest_contradiction([*one[1], *other[1]])

    assert bool(core) is bool(solve([*one[1], *other[1]]).contradiction)
    assert not core or solve(core).contradiction
    for rule in core:
        assert not solve([kept for kept in core if kept is not rule]).contradiction


@pytest.mark.parametrize(
    ("within", "earliest"), [(HALF_YEAR, date(2024, 12, 13)), (NINE_MONTHS, date(2024, 8, 6)), (None, date(2024, 8, 6))]
)
def test_a_day_without_its_year_is_told_in_its_year_or_so_many_days_later(within: int | None, earliest: date) -> None:
    told = Recurring(ground=GROUND, event="event d", page="page a", first="12-13", last="12-13", within=within)
    rules: list[Constraint] = [told, Fixed(ground=GROUND, node="page a", earliest=date(2024, 8, 6), latest=None)]

    assert ends_of(rules, "page a")[0] == earliest


def test_a_day_whose_year_the_page_may_have_said_elsewhere_bounds_the_page_only_from_below() -> None:
    told = Recurring(ground=GROUND, event="event d", page="page a", first="12-13", last="12-13", within=None)
    day = Fixed(ground=GROUND, node="event d", earliest=date(2024, 12, 13), latest=date(2024, 12, 13))

    assert ends_of([told, day], "page a") == (date(2024, 12, 13), date.max)


def test_what_goes_round_for_ever_is_a_contradiction() -> None:
    rules: list[Constraint] = [
        Gap(ground=GROUND, early="page a", late="page b", least=1),
        Gap(ground=GROUND, early="page b", late="page a", least=1),
        Fixed(ground=GROUND, node="page a", earliest=date(2024, 8, 6), latest=None),
    ]

    assert set(smallest_contradiction(rules)) == set(rules)


def test_a_proof_leads_from_the_page_to_what_is_given() -> None:
    given_day = Fixed(ground=GROUND, node="event d", earliest=date(2024, 3, 5), latest=date(2024, 3, 5))
    told = Gap(ground=GROUND, early="event d", late="page a")
    step = solve([told, given_day]).steps["page a", Side.LOW]

    assert [one.rule for one in step.chain] == [told, given_day]
