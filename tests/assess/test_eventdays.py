"""Events as stretches of calendar."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from builders import day
from reportedly.assess.eventdays import find_disputes, surely_before
from reportedly.records import Basis, When

EARLY_MARCH = When(edtf="2031-03-0X", earliest=date(2031, 3, 1), latest=date(2031, 3, 9), basis=Basis.EXPLICIT)
BY_THE_NINTH = When(edtf="../2031-03-09", earliest=None, latest=date(2031, 3, 9), basis=Basis.EXPLICIT)
FELL = frozenset({"east", "gallery", "harrow", "pit", "fell", "night"})
ONE, OTHER = frozenset({"a"}), frozenset({"b"})
STRETCHES = st.lists(
    st.tuples(st.one_of(st.none(), st.dates()), st.one_of(st.none(), st.dates())).map(
        lambda ends: When(edtf=None, earliest=ends[0], latest=ends[1], basis=Basis.EXPLICIT)
    ),
    max_size=8,
)


def test_a_day_lies_surely_before_another_and_a_stretch_around_it_does_not() -> None:
    assert surely_before([day("2031-03-04"), EARLY_MARCH, BY_THE_NINTH, day("2031-03-05")]) == (None, None, None, 0)


@given(STRETCHES)
def test_what_is_said_to_lie_before_ends_before_the_other_begins(stretches: list[When]) -> None:
    for when, before in zip(stretches, surely_before(stretches), strict=True):
        if before is not None:
            latest, earliest = stretches[before].latest, when.earliest
            assert latest is not None
            assert earliest is not None
            assert latest < earliest


def test_one_event_on_two_days_of_two_pages_is_disputed() -> None:
    events = [(day("2031-03-05"), FELL, ONE), (day("2031-03-06"), FELL, OTHER)]

    assert list(find_disputes(events)) == [(0, 1)]


def test_another_event_or_the_same_page_disputes_nothing() -> None:
    other = FELL - {"gallery", "night"} | {"shaft", "noon"}
    events = [
        (day("2031-03-05"), FELL, ONE),
        (day("2031-03-06"), FELL, ONE),
        (day("2031-03-07"), other, OTHER),
        (EARLY_MARCH, FELL, OTHER),
    ]

    assert list(find_disputes(events)) == []
