"""A law: whatever happened when, and whichever pages show their date, no sure bound leaves the truth out."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.assess.copies import find_copies
from reportedly.assess.dating import date_pages
from reportedly.assess.phrases import MONTHS
from undated import misorders, misses, page

slow = settings(
    deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
EVENTS = (
    "The old Merrow bridge at Sarn collapsed {}.",
    "The Brack ferry sank off Tolm {}.",
    "The council of Vessin resigned {}.",
    "Rebels launched a rising in Harlow {}.",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST, DAYS = date(2029, 1, 1), 900
NINE_MONTHS = 270


def told(event: date, on: date) -> Iterator[str]:
    """Yield the words in which a page of a day may tell when an event was."""
    gap, months = (on - event).days, (on.year - event.year) * 12 + on.month - event.month
    yield f"on {event.day} {MONTHS[event.month - 1]} {event.year}"
    if gap < 7:
        yield f"on {WEEKDAYS[event.weekday()]}"
    if gap == 1:
        yield "yesterday"
    if (on - timedelta(days=on.weekday())) - (event - timedelta(days=event.weekday())) == timedelta(days=7):
        yield "last week"
    if gap in (13, 14, 15):
        yield "two weeks ago"
    if months == 1:
        yield "last month"
    if on.year - event.year == 1:
        yield "last year"
    if event.year == on.year or gap <= NINE_MONTHS:
        yield f"on {event.day} {MONTHS[event.month - 1]}"


@st.composite
def stories(draw: st.DrawFn) -> tuple[Mapping[str, tuple[str, date]], frozenset[str]]:
    """Draw pages, each its text and its true day, and those of them that show it."""
    days = [FIRST + timedelta(days=draw(st.integers(0, DAYS))) for _ in EVENTS]
    pages = {}
    for name in "abcd":
        first = draw(st.integers(0, len(EVENTS) - 1))
        on = days[first] + timedelta(days=draw(st.sampled_from((0, 1, 3, 6, 9, 14, 30, 45, 120, 300))))
        known = [i for i, day in enumerate(days) if day <= on and (i == first or draw(st.booleans()))]
        sentences = [EVENTS[i].format(draw(st.sampled_from(tuple(told(days[i], on))))) for i in known]
        pages[name] = ("\n".join(("News", *sentences)), on)
    shown = draw(st.frozensets(st.sampled_from("abcd"), max_size=2))
    return pages, shown


@slow
@given(stories())
def test_no_sure_bound_leaves_the_true_day_out(
    story: tuple[Mapping[str, tuple[str, date]], frozenset[str]],
) -> None:
    pages, shown = story
    truth = {name: on for name, (_, on) in pages.items()}
    readings = [page(name, text, str(on) if name in shown else None) for name, (text, on) in pages.items()]
    found = date_pages(readings, find_copies(readings))

    assert misses(found.of_page, truth) == []
    assert misorders({n: d for n, d in found.of_page.items() if d.likely is None}, truth) == []
    assert found.conflicts == ()
