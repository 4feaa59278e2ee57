"""Kinds of times, and their values as TimeML writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import paragraphs_of, published
from reportedly.read.times import find_times
from reportedly.records import UNKNOWN_DATE, Published, Sentence, TimeKind, TimeMention

PAGE = published("2025-01-31")  # a Friday
VALUE = re.compile(
    r"P(T?[\dX]+[DWMYHQ]|\d+(Y6M|DT12H)|T\d+H30M|[\dX]+WE)"
    r"|(PAST|PRESENT|FUTURE)_REF"
    r"|[\dX]{2,4}(-(W[\dX]{2}(-(WE|\d))?|Q[\dX]|SP|SU|FA|WI|[\dX]{2}(-[\dX]{2})?))?"
    r"(T(MO|MI|AF|EV|NI|\d\d:\d\d([+-]\d\d:\d\d)?))?"
)


def one(text: str, page: Published = PAGE) -> TimeMention:
    sentences = [Sentence(span=span, paragraph=i, tokens=()) for i, span in enumerate(paragraphs_of(text))]
    (mention,) = find_times(text, sentences, page)
    return mention


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They held out for three weeks.", "P3W"),
        ("They held out for about a month.", "P1M"),
        ("They died in just three months.", "P3M"),
        ("They held out for several days.", "PXD"),
        ("They held out for two and a half years.", "P2Y6M"),
        ("They held out for 2 1/2 years.", "P2Y6M"),
        ("They held out for two quarters.", "P2Q"),
        ("They held out over the past three weeks.", "P3W"),
        ("They held out in recent weeks.", "PXW"),
        ("They held out over the past decade.", "P10Y"),
        ("They held out in the last three months of 2024.", "P3M"),
    ],
)
def test_a_length_is_a_duration(text: str, value: str) -> None:
    time = one(text)

    assert (time.kind, time.value) == (TimeKind.DURATION, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ferry sails every Friday.", "XXXX-WXX-5"),
        ("The ferry sails every three weeks.", "P3W"),
        ("The ferry sails each year.", "P1Y"),
        ("The ferry sails every July.", "XXXX-07"),
        ("The ferry sails every March 10.", "XXXX-03-10"),
        ("The ferry sails every morning.", "XXXX-XX-XXTMO"),
    ],
)
def test_what_comes_again_is_a_set(text: str, value: str) -> None:
    time = one(text)

    assert (time.kind, time.value, time.edtf) == (TimeKind.SET, value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It sank at 10 p.m. Wednesday.", "2025-01-29T22:00"),
        ("It sank at 12:05 a.m. Wednesday.", "2025-01-29T00:05"),
        ("It sank at 22:35 UTC on 2 March 2024.", "2024-03-02T22:35+00:00"),
        ("It sank at 5 p.m. EST, Nov. 6, 2024.", "2024-11-06T17:00-05:00"),
        ("It sank at 10:35 a.m. (0835 GMT) Friday.", "2025-01-31T10:35+02:00"),
        ("It sank at 1:35 a.m. (2335 GMT) Friday.", "2025-01-31T01:35+02:00"),
        ("It sank on Friday at 3 p.m. local time.", "2025-01-31T15:00"),
        ("It sank on Wednesday night.", "2025-01-29TNI"),
        ("It sank this morning.", "2025-01-31TMO"),
        ("It sank overnight.", "2025-01-30TNI"),
    ],
)
def test_a_part_of_a_day_is_a_time_with_the_zone_that_the_page_gives(text: str, value: str) -> None:
    time = one(text)

    assert (time.kind, time.value) == (TimeKind.TIME, value)


def test_a_zone_of_several_names_is_left_out_of_the_value() -> None:
    assert one("It sank at 5 p.m. CST on Wednesday.").value == "2025-01-29T17:00"


@pytest.mark.parametrize(
    ("text", "dated", "undated"),
    [
        ("It sank on Friday.", "2025-01-31", "XXXX-WXX-5"),
        ("It sank on Nov. 10.", "2024-11-10", "XXXX-11-10"),
        ("It sank last week.", "2025-W04", "XXXX-WXX"),
        ("It sank last year.", "2024", "XXXX"),
        ("It sank in the 1990s.", "199", "199"),
        ("It sank in the third quarter of 2024.", "2024-Q3", "2024-Q3"),
        ("It sank last winter.", "2023-WI", "XXXX-WI"),
        ("It lies there since early December.", "2024-12", "XXXX-12"),
        ("It is full now.", "PRESENT_REF", "PRESENT_REF"),
    ],
)
def test_a_date_has_x_for_what_the_page_does_not_say(text: str, dated: str, undated: str) -> None:
    values = one(text).value, one(text, UNKNOWN_DATE).value

    assert values == (dated, undated)


def test_a_date_that_may_be_either_of_two_has_no_value() -> None:
    assert one("It sank on 10/03/2025.").value is None


def test_what_is_ahead_in_three_weeks_is_a_length_where_no_verb_places_it() -> None:
    assert one("In three weeks 12 died.").kind is TimeKind.DURATION


WORDS = [
    "every",
    "last",
    "three",
    "weeks",
    "Friday",
    "at",
    "10",
    "p.m.",
    "night",
    "March",
    "2024",
    "half",
    "a",
    "year",
    "since",
    "quarter",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
def test_every_value_is_written_as_timex3_writes_it(words: list[str]) -> None:
    text = " ".join(words)
    sentences = [Sentence(span=span, paragraph=i, tokens=()) for i, span in enumerate(paragraphs_of(text))]

    values = [time.value for time in find_times(text, sentences, PAGE) if time.value is not None]

    assert [value for value in values if not VALUE.fullmatch(value)] == []
