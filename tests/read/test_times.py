"""Expressions of time: which words, and which days."""

from datetime import date
from itertools import pairwise
from time import process_time, struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import paragraphs_of, parsed, published
from reportedly.read.times import find_time_problems, find_times, place_words
from reportedly.records import UNKNOWN_DATE, Basis, Published, Sentence, TimeMention
from reportedly.spans import Span

PAGE = "2025-01-31"  # a Friday


def plain(text: str) -> tuple[Sentence, ...]:
    """Return a sentence a line, with no parse: no verb says where a date lies."""
    return tuple(Sentence(span=span, paragraph=i, tokens=()) for i, span in enumerate(paragraphs_of(text)))


def read(text: str, page: str | None = PAGE) -> tuple[TimeMention, ...]:
    return find_times(text, plain(text), published(page) if page else UNKNOWN_DATE)


def one(text: str, page: str | None = PAGE) -> TimeMention:
    (mention,) = read(text, page)
    return mention


def days(mention: TimeMention) -> tuple[str | None, str | None]:
    first, last = mention.earliest, mention.latest
    return (first.isoformat() if first else None, last.isoformat() if last else None)


ABSOLUTE = [
    ("The dam broke on 14 March 2025.", "14 March 2025", "2025-03-14"),
    ("The dam broke on March 14, 2025.", "March 14, 2025", "2025-03-14"),
    ("The dam broke on the 14th of March, 2025.", "the 14th of March, 2025", "2025-03-14"),
    ("The dam broke on Friday, 14 March 2025.", "Friday, 14 March 2025", "2025-03-14"),
    ("The dam broke on Sept. 30, 2024.", "Sept. 30, 2024", "2024-09-30"),
    ("The dam broke on 2025-03-14.", "2025-03-14", "2025-03-14"),
    ("The dam broke on 14-Mar-2025.", "14-Mar-2025", "2025-03-14"),
    ("The dam broke on 14.03.2025.", "14.03.2025", "2025-03-14"),
    ("The dam broke on 25/03/2025.", "25/03/2025", "2025-03-25"),
    ("The dam broke on 03/25/2025.", "03/25/2025", "2025-03-25"),
    ("The dam broke in March 2025.", "March 2025", "2025-03"),
    ("The dam broke in 2019.", "2019", "2019"),
    ("The dam broke in nineteen ninety-six.", "nineteen ninety-six", "1996"),
    ("The dam broke in the year two thousand.", "the year two thousand", "2000"),
    ("In summer 2024 the dam broke.", "summer 2024", "2024-22"),
    ("In the winter of 2024 the dam broke.", "the winter of 2024", "2024-12/2025-02"),
    ("In the third quarter of 1984 it broke.", "the third quarter of 1984", "1984-35"),
    ("Sales fell in Q3 2024.", "Q3 2024", "2024-35"),
    ("Sales fell in 2024-25.", "2024-25", "2024/2025"),
    ("He fought from 1998 to 2002.", "from 1998 to 2002", "1998/2002"),
    ("Sales fell in fiscal 2023.", "fiscal 2023", "2023~"),
    ("Sales fell in FY 2023-24.", "FY 2023-24", "2023~/2024~"),
    ("He sang in the 1990s.", "the 1990s", "199X"),
    ("He sang in the '90s.", "the '90s", "199X"),
    ("He sang in the nineties.", "the nineties", "199X"),
    ("A 20th-century bridge.", "20th-century", "19XX"),
    ("It broke in early March 2025.", "early March 2025", "2025-03-01~/2025-03-10~"),
    ("It broke in mid-March 2025.", "mid-March 2025", "2025-03-11~/2025-03-20~"),
    ("It broke in late February 2024.", "late February 2024", "2024-02-21~/2024-02-29~"),
    ("It broke in early 2024.", "early 2024", "2024-01~/2024-04~"),
    ("It broke at the end of 2024.", "the end of 2024", "2024-09~/2024-12~"),
    ("It broke in the late 1990s.", "the late 1990s", "1996~/1999~"),
    ("It broke in the first half of March 2025.", "the first half of March 2025", "2025-03-01~/2025-03-15~"),
    ("It broke in the second half of 2024.", "the second half of 2024", "2024-07~/2024-12~"),
    ("It rained on 10-12 March 2025.", "10-12 March 2025", "2025-03-10/2025-03-12"),
    ("It rained on March 10-12, 2025.", "March 10-12, 2025", "2025-03-10/2025-03-12"),
    ("It rained between 10 and 12 March 2025.", "between 10 and 12 March 2025", "2025-03-10/2025-03-12"),
    ("It rained between January and March 2024.", "between January and March 2024", "2024-01/2024-03"),
    ("He came around 1 November 2024.", "around 1 November 2024", "2024-11-01~"),
    ("He has lived here since 1987.", "since 1987", "1987/.."),
    ("He has lived here since early February 2025.", "since early February 2025", "2025-02-01~/.."),
    ("It is due by 10 March 2025.", "by 10 March 2025", "../2025-03-10"),
    ("It is due no later than March 2025.", "no later than March 2025", "../2025-03"),
    ("It is due by the summer of 2025.", "by the summer of 2025", "../2025-06-21"),
    ("It stays shut until 10 March 2025.", "until 10 March 2025", "../2025-03-10"),
    ("It shut before 10 March 2025.", "before 10 March 2025", "../2025-03-10"),
    ("It shut after 10 March 2025.", "after 10 March 2025", "2025-03-10/.."),
    ("It shut after 1984.", "after 1984", "1984-12-31/.."),
    ("It shut before mid-March 2025.", "before mid-March 2025", "../2025-03-11~"),
    ("It shuts from 10 March 2025 onwards.", "from 10 March 2025 onwards", "2025-03-10/.."),
    ("It fell in the last three months of 2024.", "in the last three months of 2024", "2024-10/2024-12"),
    ("It fell in the first two weeks of March 2024.", "in the first two weeks of March 2024", "2024-03-01/2024-03-14"),
    ("The week of 6 March 2024 was wet.", "The week of 6 March 2024", "2024-03-04/2024-03-10"),
    ("At 5 p.m. EST, Nov. 6, 2024 it shut.", "5 p.m. EST, Nov. 6, 2024", "2024-11-06"),
    ("At 2200 GMT on 14 March 2025 it shut.", "2200 GMT on 14 March 2025", "2025-03-14"),
    ("It shut on 14 March 2025 at 10:35 a.m. (0835 GMT).", "14 March 2025 at 10:35 a.m. (0835 GMT)", "2025-03-14"),
    ("It shut about 10:35 a.m. on 14 March 2025.", "about 10:35 a.m. on 14 March 2025", "2025-03-14"),
    ("It broke on Christmas Eve 2024.", "Christmas Eve 2024", "2024-12-24"),
    ("It broke on Thanksgiving 2023.", "Thanksgiving 2023", "2023-11-23"),
    ("It broke on Easter Monday 2025.", "Easter Monday 2025", "2025-04-21"),
    ("It broke at Orthodox Easter 2024.", "Orthodox Easter 2024", "2024-05-05"),
    ("The 2015 New Year's Eve fire was small.", "The 2015 New Year's Eve", "2015-12-31"),
    ("It broke on Memorial Day 2024.", "Memorial Day 2024", "2024-05-27"),
    ("It broke two days before Christmas 2024.", "two days before Christmas 2024", "2024-12-23"),
    ("It broke the day after 14 March 2025.", "the day after 14 March 2025", "2025-03-15"),
    ("It broke in week 12 of 2025.", "week 12 of 2025", "2025-03-17/2025-03-23"),
    ("It broke in 2025-W12.", "2025-W12", "2025-03-17/2025-03-23"),
    ("It broke in the last week of March 2024.", "in the last week of March 2024", "2024-03-25/2024-03-31"),
    ("It broke in the second week of March 2024.", "in the second week of March 2024", "2024-03-08/2024-03-14"),
    ("It broke on the second Tuesday of March 2024.", "the second Tuesday of March 2024", "2024-03-12"),
    ("It broke on the last Friday in May 2024.", "the last Friday in May 2024", "2024-05-31"),
    ("Sales fell in the final quarter of 2024.", "in the final quarter of 2024", "2024-10/2024-12"),
    ("Sales fell in H1 2024.", "H1 2024", "2024-01~/2024-06~"),
    ("It broke in March '24.", "March '24", "2024-03"),
    ("It broke in '87.", "'87", "1987"),
    ("He sang in the 90s.", "the 90s", "199X"),
    ("He fought in 1939-45.", "1939-45", "1939/1945"),
    ("Sales fell in FY2024.", "FY2024", "2024~"),
    ("Sales fell in FY99.", "FY99", "1999~"),
    ("Sales fell in the 2024-25 financial year.", "the 2024-25 financial year", "2024~/2025~"),
    ("Sales fell in the 2024 fiscal year.", "the 2024 fiscal year", "2024~"),
    ("Marks fell in the academic year 2024-25.", "the academic year 2024-25", "2024~/2025~"),
    ("Marks fell in the 2023/24 school year.", "the 2023/24 school year", "2023~/2024~"),
    ("Sales fell in 2024 Q3.", "2024 Q3", "2024-35"),
    ("Sales fell in 3Q 2024.", "3Q 2024", "2024-35"),
    ("It broke in 2025-W12-3.", "2025-W12-3", "2025-03-19"),
    ("It broke on the night of 2 to 3 March 2024.", "the night of 2 to 3 March 2024", "2024-03-02/2024-03-03"),
    ("It broke in the last days of March 2024.", "in the last days of March 2024", "2024-03-21~/2024-03-31~"),
    ("It broke in the first weeks of March 2024.", "in the first weeks of March 2024", "2024-03-01~/2024-03-15~"),
    ("It broke in the opening months of 2024.", "in the opening months of 2024", "2024-01~/2024-04~"),
    ("It broke in the dying days of 2024.", "in the dying days of 2024", "2024-12~"),
    ("It broke in Jan-March 2024.", "Jan-March 2024", "2024-01/2024-03"),
    ("It broke in Norvia nineteen ninety-six.", "nineteen ninety-six", "1996"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), ABSOLUTE)
def test_a_date_with_its_year_needs_no_page_date(text: str, words: str, edtf: str) -> None:
    mention = one(text, None)

    assert (mention.text, mention.edtf, mention.basis) == (words, edtf, Basis.EXPLICIT)


RELATIVE = [
    ("It broke today.", "today", "2025-01-31"),
    ("It broke yesterday.", "yesterday", "2025-01-30"),
    ("It broke the day before yesterday.", "the day before yesterday", "2025-01-29"),
    ("It opens tomorrow.", "tomorrow", "2025-02-01"),
    ("It opens the day after tomorrow.", "the day after tomorrow", "2025-02-02"),
    ("It broke overnight.", "overnight", "2025-01-30/2025-01-31"),
    ("It broke last night.", "last night", "2025-01-30"),
    ("It broke this morning.", "this morning", "2025-01-31"),
    ("It broke the other day.", "the other day", "../2025-01-31"),
    ("It broke this week.", "this week", "2025-01-27/2025-02-02"),
    ("It broke last week.", "last week", "2025-01-20/2025-01-26"),
    ("It broke last month.", "last month", "2024-12"),
    ("It broke last year.", "last year", "2024"),
    ("It opens next year.", "next year", "2026"),
    ("It broke earlier this month.", "earlier this month", "2025-01"),
    ("It broke early last year.", "early last year", "2024-01~/2024-04~"),
    ("It broke last August.", "last August", "2024-08"),
    ("It broke last summer.", "last summer", "2024-22"),
    ("It opens this summer.", "this summer", "2025-22"),
    ("It broke last Friday.", "last Friday", "2025-01-24"),
    ("It opens next Friday.", "next Friday", "2025-02-07"),
    ("It opens this coming Sunday.", "this coming Sunday", "2025-02-02"),
    ("It broke on Friday.", "Friday", "2025-01-31"),
    ("It broke on Monday evening.", "Monday evening", "2025-01-27"),
    ("It broke early Tuesday.", "early Tuesday", "2025-01-28"),
    ("It broke in June last year.", "June last year", "2024-06"),
    ("It broke in last year's third quarter.", "last year's third quarter", "2024-35"),
    ("It broke in December.", "December", "2024-12"),
    ("It broke on Dec. 13.", "Dec. 13", "2024-12-13"),
    ("It broke in mid-January.", "mid-January", "2025-01-11~/2025-01-20~"),
    ("It broke three days ago.", "three days ago", "2025-01-28"),
    ("It broke two weeks ago.", "two weeks ago", "2025-01-13/2025-01-19"),
    ("It broke five months ago.", "five months ago", "2024-08"),
    ("It broke nearly four years ago.", "nearly four years ago", "2021~"),
    ("It broke ten years ago.", "ten years ago", "2015"),
    ("It broke half a year ago.", "half a year ago", "2024-07"),
    ("It broke two decades ago.", "two decades ago", "2005~"),
    ("It broke five hours ago.", "five hours ago", "2025-01-30/2025-01-31"),
    ("It opens a week from now.", "a week from now", "2025-02-03/2025-02-09"),
    ("It has rained for the past three weeks.", "for the past three weeks", "2025-01-10~/2025-01-31"),
    ("It has rained in recent weeks.", "in recent weeks", "../2025-01-31"),
    ("It rains over the next two days.", "over the next two days", "2025-01-31/2025-02-02~"),
    ("It rains in the coming days.", "in the coming days", "2025-01-31/.."),
    ("It has held so far.", "so far", "../2025-01-31"),
    ("It is due by the summer.", "by the summer", "../2025-06-21"),
    ("It has rained since early January.", "since early January", "2025-01-01~/.."),
    ("It rained from November to December.", "from November to December", "2024-11/2024-12"),
    ("It rained between December and January.", "between December and January", "2024-12/2025-01"),
    ("It is due by year-end.", "by year-end", "../2025-12-31"),
    ("It is due by the end of the year.", "by the end of the year", "../2025-12~"),
    ("At noon Thursday it broke.", "noon Thursday", "2025-01-30"),
    ("It broke on Thursday at 3 p.m. local time.", "Thursday at 3 p.m. local time", "2025-01-30"),
    ("It broke last Thanksgiving.", "last Thanksgiving", "2024-11-28"),
    ("It broke over Christmas.", "Christmas", "2024-12-25"),
    ("It broke the day before last Tuesday.", "the day before last Tuesday", "2025-01-27"),
    ("It broke the week before last.", "the week before last", "2025-01-13/2025-01-19"),
    ("It broke the Friday before last.", "the Friday before last", "2025-01-17"),
    ("It opens the year after next.", "the year after next", "2027"),
    ("It broke earlier in the year.", "earlier in the year", "2025"),
    ("It fell in the current fiscal year.", "the current fiscal year", "2025~"),
    ("It broke last school year.", "last school year", "2023~/2024~"),
    ("It rained this winter.", "this winter", "2024-12/2025-02"),
    ("This time last year it broke.", "This time last year", "2024-01~"),
    ("At 3pm on Wednesday it broke.", "3pm on Wednesday", "2025-01-29"),
    ("At 10.30am on Wednesday it broke.", "10.30am on Wednesday", "2025-01-29"),
    ("The January 10-12 fair was wet.", "The January 10-12", "2025-01-10/2025-01-12"),
    ("At 10 p.m. Wednesday it broke.", "10 p.m. Wednesday", "2025-01-29"),
    ("It broke at the turn of the year.", "the turn of the year", "2024-12~/2025-01~"),
    ("It broke on the 3rd.", "the 3rd", "2025-01-03"),
    ("It broke on the 31st of the month.", "the 31st of the month", "2025-01-31"),
    ("A year ago today it broke.", "A year ago today", "2024-01-31"),
    ("Two years ago this month it broke.", "Two years ago this month", "2023-01"),
    ("Sales fell in the last quarter.", "in the last quarter", "2024-36"),
    ("It opens in calendar week 12.", "calendar week 12", "2025-03-17/2025-03-23"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), RELATIVE)
def test_a_relative_date_counts_from_the_page(text: str, words: str, edtf: str) -> None:
    mention = one(text)

    assert (mention.text, mention.edtf, mention.basis) == (words, edtf, Basis.RELATIVE)


@pytest.mark.parametrize(("text", "words", "edtf"), RELATIVE)
def test_a_relative_date_on_a_page_with_no_date_stays_open(text: str, words: str, edtf: str) -> None:
    mention = one(text, None)

    assert mention.text == words
    assert mention.edtf != edtf
    assert days(mention) == (None, None)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It broke in mid-January.", "XXXX-01-1X"),
        ("It broke in late March.", "XXXX-03-2X"),
        ("It broke on March 10.", "XXXX-03-10"),
        ("It broke in January.", "XXXX-01"),
        ("It broke on Friday, December 13.", "XXXX-12-13"),
        ("It rained from March 10 to 12.", "XXXX-03-10/XXXX-03-12"),
        ("It rained between January and March.", "XXXX-01/XXXX-03"),
        ("It has rained since early February.", "XXXX-02"),
        ("It has rained since March 10.", "XXXX-03-10"),
        ("It has rained since Friday.", None),
        ("It broke on Friday.", None),
        ("It is due by March 10.", None),
        ("It is due by the summer.", None),
        ("It is due between Friday and Sunday.", None),
        ("It broke on the 3rd.", "XXXX-XX-03"),
    ],
)
def test_edtf_says_what_is_known_without_the_year(text: str, edtf: str | None) -> None:
    assert one(text, None).edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "May said that she may march on.",
        "They march on the capital in spring-like air.",
        "The March on the capital was large.",
        "2000 soldiers crossed, then 1,500 more.",
        "Some 2000 fled.",
        "They lost 2000 killed.",
        "Between 1000 and 2000 men crossed.",
        "It cost $2000 and weighed 1990 kg.",
        "The second man, aged 45, was in his eighties.",
        "An 18-year-old and a man 40 years old fell.",
        "The fall of the capital was swift.",
        "Water may spring from the rock.",
        "Ann April sat.",
        "It pays $5 a day.",
        "Lee scored twice in the fourth quarter.",
        "Nine quarter-finals were played.",
        "Agenda 2030 was read.",
        "It began at 0735 GMT.",
        "She won 2024 votes, 1980 of which were void.",
        "He reads the Sunday Times.",
        "Christmas shoppers like Easter eggs.",
        "The Good Friday Agreement held.",
        "A New Year's resolution was made.",
        "It was the last day of school.",
        "Crews were called to 1097 South Mill St. at once.",
        "They drove to 2016 North Old Mill Ave. at once.",
        "Ann Lee, of 1905 Harrow Road, was hurt.",
        "It burnt in the 1900 block of Mill Lane.",
        "Call (313) 555-2023 or write.",
        "It is case number 223413-2016.",
        "The toll rose to 2015, he said.",
        "It reached 1249 in the end.",
        "It was built in 1200 BC.",
        'She sang "1989," a song.',
        "It ran to 1450 of them.",
        "On this day it fell.",
        "Temperatures were in the 90s.",
        "She died in her early 80s.",
        "He wrote on the 3rd floor and on the 4th man.",
        "They met in the last days of the war.",
        "She called it \"rule '87'\" and left.",
    ],
)
def test_what_looks_like_a_date_and_is_none_is_left(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "About a month of lull came.",
        "He slept for two weeks.",
        "He comes every Friday.",
        "It fell in just three months.",
        "It fell in the space of a week.",
    ],
)
def test_a_length_or_a_habit_is_found_and_not_placed(text: str) -> None:
    mention = one(text)

    assert (mention.edtf, days(mention)) == (None, (None, None))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 2012 Wall Street fell.", "2012"),
        ("In 2016 South Harrow fell.", "2016"),
        ("That is few compared to 2015.", "2015"),
        ("You compare it to 2015.", "2015"),
        ("The opening was delayed to 2027.", "2027"),
        ("In AD 1066 it fell.", "1066"),
        ("He wrote about the 2014 flood.", "2014"),
        ("He worked there from 2003-07.", "2003/2007"),
    ],
)
def test_a_year_is_told_from_an_address_and_a_count(text: str, edtf: str) -> None:
    assert one(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The dam gave way before dawn on Tuesday.", "before dawn on Tuesday", "2025-01-28"),
        ("The dam gave way before noon on 28 January.", "before noon on 28 January", "2025-01-28"),
        ("It rained after midnight on Monday.", "after midnight on Monday", "2025-01-27"),
        ("It rained after 10 p.m. Wednesday.", "after 10 p.m. Wednesday", "2025-01-29"),
        ("It was not until Tuesday that it rained.", "until Tuesday", "2025-01-28"),
        ("It left before Tuesday night.", "before Tuesday night", "../2025-01-28"),
        ("It is shut until 9 a.m. Tuesday.", "until 9 a.m. Tuesday", "../2025-01-28"),
    ],
)
def test_a_part_of_a_day_is_that_day_and_no_bound(text: str, words: str, edtf: str) -> None:
    mention = one(text)

    assert (mention.text, mention.edtf) == (words, edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It fell in the fourth quarter ended Sept. 30, 2024.", "2024-07/2024-09"),
        ("It fell in the fourth quarter ended Aug. 26, 2024.", "2024-06~/2024-08~"),
        ("It fell in the fourth quarter of fiscal 2024.", None),
        ("It fell in the 12 months to March 2024.", "2023-04/2024-03"),
        ("It fell in the third quarter ended Sept. 30, 2024.", "2024-35"),
        ("It fell in the first quarter ended April 2, 2024.", "2024-33"),
    ],
)
def test_a_quarter_that_ends_in_another_month_is_a_fiscal_one(text: str, edtf: str | None) -> None:
    assert read(text)[0].edtf == edtf


@pytest.mark.parametrize("words", ["now", "currently", "at the moment", "presently", "these days"])
def test_the_present_is_found_and_has_no_first_and_last_day(words: str) -> None:
    mention = one(f"The mill is {words} shut.")

    assert (mention.text, mention.edtf, days(mention)) == (words, None, (None, None))


def test_the_present_still_begins_a_stretch() -> None:
    assert one("It is shut between now and 10 February.").edtf == "2025-01-31/2025-02-10"


@pytest.mark.parametrize("text", ["In today's world it is dear.", "By today's standards it is small."])
def test_today_may_mean_these_years(text: str) -> None:
    mention = one(text)

    assert (mention.text, mention.edtf) == ("today", None)


def test_today_may_be_an_outlet_s_name() -> None:
    assert read("He told USA Today that it broke, and Democracy Now that it held.") == ()


def test_days_counted_from_a_date_do_not_bound_it() -> None:
    assert [m.edtf for m in read("It broke ten working days after 12 January.")] == ["2025-01-12"]


def test_a_possessive_keeps_the_preposition_out() -> None:
    mention = one("He left after Friday's vote.")

    assert (mention.text, mention.edtf) == ("Friday", "2025-01-31")


def test_a_date_that_modifies_a_noun_keeps_the_preposition_out() -> None:
    assert one("He left after the March 2024 vote.").text == "the March 2024"


def test_the_same_month_last_year_is_the_month_told_of() -> None:
    mention = read("Sales rose in January 2024, against a fall in the same month last year.", None)[-1]

    assert (mention.text, mention.edtf, mention.basis) == ("the same month last year", "2023-01", Basis.INFERRED)


def test_two_days_of_one_month_are_two_dates() -> None:
    assert [m.edtf for m in read("It met on April 24 and 25, 2024.")] == ["2024-04-24", "2024-04-25"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It met on 12 and 13 January.", ["2025-01-12", "2025-01-13"]),
        ("It met on 12, 13 and 20 March 2024.", ["2024-03-12", "2024-03-13", "2024-03-20"]),
        ("It met on 31 January and 1 February.", ["2025-01-31", "2025-02-01"]),
        ("It met on 30 and 31 March.", ["2025-03-30", "2025-03-31"]),
        ("It met on Aug. 1 and 2.", [None, None]),
        ("It met on 30 and 31 January, then on 1 March.", ["2025-01-30", "2025-01-31", "2025-03-01"]),
        ("It killed 12, and 3 March 2024 was sad.", ["2024-03-03"]),
        ("It met in March and April 2019.", ["2019-03", "2019-04"]),
        ("It met in March, April and May 2019.", ["2019-03", "2019-04", "2019-05"]),
        ("It met on 12 March and 3 April 2019.", ["2019-03-12", "2019-04-03"]),
        ("It met in December and January 2019.", ["2024-12", "2019-01"]),
        ("It met on 12 March and in April 2019.", ["2025-03-12", "2019-04"]),
        ("The 1998 and 2002 storms were worse.", ["1998", "2002"]),
        ("It fell in 1987, '88 and '89.", ["1987", "1988", "1989"]),
    ],
)
def test_dates_of_a_list_share_what_stands_once(text: str, edtf: list[str | None]) -> None:
    assert [m.edtf for m in read(text)] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Deaths fell in the week to 7 February 2024.", ["2024-02-01/2024-02-07", "2024-02-07"]),
        ("Deaths fell in the two weeks ended 14 March 2024.", ["2024-03-01/2024-03-14", "2024-03-14"]),
        ("Sales fell in the year to March.", ["2023-04/2024-03", "2024-03"]),
        ("Sales fell in the decade to 2020.", ["2011-01/2020-12", "2020"]),
    ],
)
def test_a_stretch_that_ends_with_a_date_ends_on_that_one(text: str, edtf: list[str]) -> None:
    assert [m.edtf for m in read(text)] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It rained on 28 December 2023. On the 30th it broke.", "2023-12-30"),
        ("It rained on 28 December 2023. On the 2nd it broke.", "2024-01-02"),
        ("It rained on 30 January 2024. On the 30th it broke.", "2024-01-30"),
    ],
)
def test_a_day_of_the_month_goes_on_from_the_text_s_own_date(text: str, edtf: str) -> None:
    mention = read(text)[-1]

    assert (mention.edtf, mention.basis) == (edtf, Basis.INFERRED)


def test_a_list_of_days_needs_its_and() -> None:
    assert [m.text for m in read("It met on Jan. 3, 10 and 12.")] == ["Jan. 3", "10", "12"]
    assert [m.text for m in read("On Jan. 3, 10 people and 12 dogs met.")] == ["Jan. 3"]


def test_a_slashed_date_that_two_conventions_read_differently_is_one_of_two() -> None:
    mention = one("It broke on 10/03/2025.")

    assert mention.edtf == "[2025-03-10,2025-10-03]"
    assert days(mention) == ("2025-03-10", "2025-10-03")


# --- verbs -----------------------------------------------------------------------------------------------------------


def placed(text: str, page: str = PAGE) -> list[str | None]:
    return [m.edtf for m in find_times(text, parsed(text), published(page))]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The council met on Monday.", "2025-01-27"),
        ("The council will meet on Monday.", "2025-02-03"),
        ("The council agreed to meet on Monday.", "2025-02-03"),
        ("The council failed to meet on Monday.", "2025-01-27"),
        ("The council may have met on Monday.", "2025-01-27"),
        ("The council is expected to meet on Monday.", "2025-02-03"),
        ("The council had been due to meet on Monday.", "2025-01-27"),
        ("The council met over the weekend.", "2025-01-25/2025-01-26"),
        ("The council met in May.", "2024-05"),
        ("The council will meet in May.", "2025-05"),
        ("The council will report its loss for the fourth quarter.", "2024-36"),
        ("The council planned a march on Monday.", "2025-02-03"),
        ("The council has scheduled a vote Monday to end it.", "2025-02-03"),
        ("The council was planning to march on Monday.", "2025-02-03"),
        ("On Monday the council plans to march.", "2025-02-03"),
        ("The first mayor to visit on Monday was Ada Holm.", "2025-01-27"),
        ("The council can help to prepare the summit in August.", "2025-08"),
        ("The council met on Christmas Day.", "2024-12-25"),
        ("The council will meet on Christmas Day.", "2025-12-25"),
    ],
)
def test_the_tense_of_the_verb_tells_which(text: str, edtf: str) -> None:
    assert placed(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The ministry had planned to send 200 nurses by Friday.", "../2024-03-08"),
        ("The ministry had hoped to reopen the bridge on Monday.", "2024-03-04"),
        ("The vote had been planned for Wednesday.", "2024-03-06"),
        ("The contract had been set to expire on 12 March.", "2024-03-12"),
        ("A march planned for Friday was called off.", "2024-03-08"),
        ("The ministry planned to send 200 nurses by Friday.", "../2024-03-15"),
        ("A vote is planned for Thursday.", "2024-03-14"),
        ("The talks are scheduled for Thursday.", "2024-03-14"),
        ("The report is due on Thursday.", "2024-03-14"),
        ("The mayor announced a vote planned for Thursday.", "2024-03-14"),
        ("The court has scheduled a hearing Thursday.", "2024-03-14"),
        ("The court scheduled a hearing for Thursday.", "2024-03-14"),
        ("The talks were postponed until Thursday.", "2024-03-14"),
        ("The offer will stay open until Thursday.", "../2024-03-14"),
        ("The lake stayed shut until Thursday.", "../2024-03-07"),
    ],
)
def test_a_plan_lies_ahead_unless_it_lay_ahead_of_the_past(text: str, edtf: str) -> None:
    assert placed(text, "2024-03-09") == [edtf]  # a Saturday


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met twice last week, on Tuesday and Thursday.", ["2025-01-20/2025-01-26", "2025-01-21", "2025-01-23"]),
        ("They met last week. On Thursday they left.", ["2025-01-20/2025-01-26", "2025-01-30"]),
        ("They met on Tuesday last week.", ["2025-01-21"]),
        ("They will meet late Saturday or early Sunday.", ["2025-02-01", "2025-02-02"]),
        ("In the early hours of Thursday they left.", ["2025-01-30"]),
        ("In June they will have left.", ["2025-06"]),
        ("They might step down in June.", ["2025-06"]),
    ],
)
def test_days_of_one_breath_are_read_together(text: str, edtf: list[str]) -> None:
    assert placed(text) == edtf


def test_the_page_day_itself_is_past_enough() -> None:
    assert placed("The council met on Friday.") == ["2025-01-31"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The vote was put off until Monday.", "2025-02-03"),
        ("The council extended the offer until 10 March.", "2025-03-10"),
        ("He was not told until Friday.", "2025-01-31"),
        ("No one was told until Monday.", "2025-01-27"),
        ("Until Monday, they had not been told.", "2025-01-27"),
        ("The mill will not open until March.", "2025-03"),
        ("The mill was not due to open until 2030.", "2030"),
        ("He put the letter there until 2030.", "../2030"),
        ("He lived there until 2019.", "../2019"),
        ("The road is shut until 10 March.", "../2025-03-10"),
    ],
)
def test_until_names_the_day_of_a_turn_or_the_end_of_what_lasted(text: str, edtf: str) -> None:
    assert placed(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mayor invited the ministers to a feast on 12 February.", "2025-02-12"),
        ("The mayor announced it on 12 February.", "2024-02-12"),
        ("The mayor invited the ministers to a feast in August.", "2024-08"),
        ("The council meets Monday.", "2025-02-03"),
        ("The offer expires on Monday.", "2025-02-03"),
        ("The law takes effect on 1 July.", "2025-07-01"),
        ("The law comes into force Monday.", "2025-02-03"),
        ("The trial begins a week from Monday.", "2025-02-10~"),
        ("The road will be shut from Monday until Friday.", "2025-02-03/2025-02-07"),
        ("The road will be shut from Thursday until Monday.", "2025-02-06/2025-02-10"),
        ("The road was shut from Monday until Friday.", "2025-01-27/2025-01-31"),
        ("It will run from December to February.", "2025-12/2026-02"),
        ("Ada Holm meets voters on Monday.", "2025-01-27"),
        ("They look into the August mill fire.", "2024-08"),
        ("Sunday's vote was close.", "2025-01-26"),
        ("Sunday's vote was cancelled.", "2025-02-02"),
        ("Sunday's vote will be close.", "2025-02-02"),
        ("They look into the August 3 killing.", "2024-08-03"),
    ],
)
def test_words_beside_a_date_tell_where_it_lies(text: str, edtf: str) -> None:
    assert placed(text) == [edtf]


# --- the text's own dates --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It rained on 10 March 2024. Three days later the dam broke.", "2024-03-13"),
        ("It rained on 10 March 2024. The next day the dam broke.", "2024-03-11"),
        ("It rained on 10 March 2024. The previous day was dry.", "2024-03-09"),
        ("It rained on 10 March 2024. That day the dam broke.", "2024-03-10"),
        ("It rained on 10 March 2024. Since then it has been dry.", "2024-03-10/.."),
        ("It rained on 10 March 2024. It broke the day before.", "2024-03-09"),
        ("It rained on 10 March 2024. A week later it broke.", "2024-03-17~"),
        ("It rained on 10 March 2024. Two months later it broke.", "2024-05"),
        ("It rained on 10 March 2024. Later that year it broke.", "2024"),
        ("It rained in March 2024. The following month it broke.", "2024-04"),
        ("It rained in 2019. Two years later it broke.", "2021"),
        ("It rained on 10 March 2024. The following Friday it broke.", "2024-03-15"),
        ("It rained on 10 March 2024. The previous Friday was dry.", "2024-03-08"),
        ("Sales fell in the third quarter of 2024, from $2m a year earlier.", "2023-35"),
        ("Sales fell in the third quarter of 2024. In the quarter costs rose.", "2024-35"),
        ("Sales fell in the third quarter of 2024. In the 2022 period costs rose.", "2022-35"),
        ("Sales fell in the third quarter of 2024, from $2m in the same period last year.", "2023-35"),
        ("Sales fell in the third quarter of 2024, from $2m in last year's quarter.", "2023-35"),
        ("It rained on 10 March 2024. It broke later in the day.", "2024-03-10"),
        ("It rained on 10 March 2024. The March 10 flood was high.", "2024-03-10"),
    ],
)
def test_the_text_s_own_date_is_counted_from(text: str, edtf: str) -> None:
    mention = read(text, None)[-1]

    assert (mention.edtf, mention.basis) == (edtf, Basis.INFERRED)


@pytest.mark.parametrize(
    "text",
    [
        "It rained in March 2024. Three days later it broke.",
        "Three days later it broke.",
        "It rained on 10 March 2024, then on Friday. Three days later it broke.",
        "It rained in March 2024. That day it broke.",
    ],
)
def test_a_date_too_loose_to_count_from_leaves_it_open(text: str) -> None:
    assert days(read(text, None)[-1]) == (None, None)


def test_what_lasts_since_a_dated_event_has_it_behind() -> None:
    assert placed("The police have looked for him since shortly after the July 23 flood.") == ["2024-07-23"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In Australia it broke last winter.", "2024-06/2024-08"),
        ("HOBART, Australia - It is due by the summer.", "../2025-12-21"),
        ("It broke in the spring of 2024 in New Zealand.", "2024-09/2024-11"),
        ("In Australia it rained this summer.", "2024-12/2025-02"),
        ("An Australian in Norway said it broke last winter in Norway.", "2023-12/2024-02"),
    ],
)
def test_a_season_is_that_of_its_place(text: str, edtf: str) -> None:
    assert one(text).edtf == edtf


@pytest.mark.parametrize("words", ["Election Day", "Ramadan", "Independence Day", "Mother's Day"])
def test_a_day_that_differs_by_country_or_by_the_moon_is_found_and_not_placed(words: str) -> None:
    mention = one(f"It broke on {words}.")

    assert (mention.text, mention.edtf) == (words, None)


COMPARED = "Sales fell in the third quarter of 2024. For the nine months, sales fell to $9m"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (f"{COMPARED}, from $10m a year earlier.", "2023"),
        (f"{COMPARED}, from $10m in the 2022 period.", "2022"),
        (f"{COMPARED}.\nCosts rose from $2m a year earlier.", "2023-35"),
        (f"{COMPARED}, and in the fourth quarter rose, from $2m a year earlier.", "2023-36"),
    ],
)
def test_months_are_compared_with_a_year_and_not_with_a_quarter(text: str, edtf: str) -> None:
    mention = read(text)[-1]

    assert (mention.edtf, mention.basis) == (edtf, Basis.INFERRED)


@pytest.mark.parametrize(
    ("text", "page", "edtf"),
    [
        ("Sales fell in the third quarter of 2024. For the full year, they rose.", "2025-01-31", "2024"),
        ("For the full year, sales rose.", "2025-10-20", "2025"),
        ("For the year, sales rose.", "2025-10-20", "2025"),
        ("For the full year, sales rose.", "2025-01-31", None),
    ],
)
def test_the_full_year_is_the_one_reported_on(text: str, page: str, edtf: str | None) -> None:
    assert read(text, page)[-1].edtf == edtf


def test_a_feast_is_one_before_a_word_of_grammar() -> None:
    assert one("It broke last Thanksgiving following a storm.").edtf == "2024-11-28"


def test_a_year_ago_with_no_quarter_is_the_page_s_last_year() -> None:
    assert one("It rained a year ago.").edtf == "2024"


# --- pages of several days -------------------------------------------------------------------------------------------


def between(first: str, last: str) -> Published:
    return Published(
        edtf=f"{first}/{last}",
        earliest=date.fromisoformat(first),
        latest=date.fromisoformat(last),
        basis=Basis.STATED,
    )


def test_what_is_the_same_for_all_days_of_the_page_is_placed() -> None:
    text = "It broke last month."

    assert find_times(text, plain(text), between("2025-01-10", "2025-01-20"))[0].edtf == "2024-12"


def test_what_differs_is_given_its_widest_reading() -> None:
    text = "It broke yesterday."
    mention = find_times(text, plain(text), between("2025-01-10", "2025-01-20"))[0]

    assert days(mention) == ("2025-01-09", "2025-01-19")


def test_an_open_page_date_places_nothing() -> None:
    text = "It broke yesterday."
    since = Published(edtf="[2025-01-10..]", earliest=date(2025, 1, 10), latest=None, basis=Basis.INFERRED)

    assert days(find_times(text, plain(text), since)[0]) == (None, None)


# --- dates that cannot be --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "31 February 2024",
        "29 February 2023",
        "April 31, 2024",
        "30 February",
        "0000-01-01",
        "1 January 0",
        "January 1, 0000",
        "32 March 2025",
        "March 32, 2025",
    ],
)
def test_a_day_that_no_calendar_has_is_kept_unplaced_and_told(words: str) -> None:
    text = f"It broke on {words}."
    mention = one(text)
    (problem,) = find_time_problems(text, (mention,))

    assert (mention.text, mention.edtf) == (words, None)
    assert (problem.code, problem.span) == ("impossible_date", mention.span)


def test_a_number_beside_a_month_is_no_day_where_it_may_count_something() -> None:
    assert one("They bought 35 March contracts in 2025.").edtf == "2025"


def test_a_leap_day_is_a_day() -> None:
    assert one("It broke on 29 February 2024.").edtf == "2024-02-29"


def test_a_weekday_that_is_another_s_keeps_both_readings() -> None:
    text = "It broke on Friday 13 March 2025."
    mention = one(text)
    (problem,) = find_time_problems(text, (mention,))

    assert mention.edtf == "2025-03-13?/2025-03-14?"
    assert days(mention) == ("2025-03-13", "2025-03-14")
    assert problem.code == "weekday_mismatch"
    assert "2025-03-13" in problem.message
    assert "2025-03-14" in problem.message


def test_no_people_are_no_year() -> None:
    assert one("On 1 January, 0 people came.").edtf == "2025-01-01"


def test_two_days_of_a_list_are_of_one_year() -> None:
    text = "They met on 12 and 13 February."
    found = find_times(text, parsed(text), published("2025-02-12"))

    assert [m.edtf for m in found] == ["2025-02-12", "2025-02-13"]


def test_the_weekday_tells_the_year() -> None:
    assert one("It broke on Friday, 15 March.").edtf == "2024-03-15"


def test_good_dates_are_no_problem() -> None:
    text = "It rained between 10 and 12 March 2024 and on Friday 15 March 2024."

    assert find_time_problems(text, read(text)) == ()


# --- laws ------------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    sorted(
        {word for text, *_ in (*ABSOLUTE, *RELATIVE) for word in text.rstrip(".").split()}
        | {"the", "of", "and", "-", "'s", ",", "May", "2000", "9999", "31", "February", "later", "ago", "9999 years"}
    )
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60)
DATES = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(TEXTS, DATES)
def test_every_mention_stands_in_its_text_and_apart(text: str, page: date) -> None:
    found = read(text, page.isoformat())

    assert all(mention.span.of(text) == mention.text != "" for mention in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(TEXTS, DATES)
def test_the_days_are_those_of_the_edtf(text: str, page: date) -> None:
    for mention in read(text, page.isoformat()):
        if mention.known:
            assert mention.edtf is not None
            notation = parse_edtf(mention.edtf)
            assert edge(notation.lower_strict()) == mention.earliest
            assert edge(notation.upper_strict()) == mention.latest


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(TEXTS)
def test_what_has_no_year_is_valid_edtf_with_no_days(text: str) -> None:
    for mention in read(text, None):
        if mention.edtf and mention.edtf.startswith("X"):
            assert not mention.known
            assert parse_edtf(mention.edtf.replace("~", ""))  # the library takes no "about" after such digits


def edge(end: struct_time | float) -> date | None:
    """Return the day of the library's bound; an open end is infinite there."""
    return date(*end[:3]) if isinstance(end, struct_time) else None


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(TEXTS)
def test_the_first_day_is_not_after_the_last(text: str) -> None:
    for mention in read(text):
        if mention.earliest and mention.latest:
            assert mention.earliest <= mention.latest


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(TEXTS)
def test_the_same_text_gives_the_same_twice(text: str) -> None:
    assert read(text) == read(text)


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(TEXTS)
def test_a_page_with_no_date_places_only_what_the_text_gives(text: str) -> None:
    assert all(mention.basis in (Basis.EXPLICIT, Basis.INFERRED) for mention in read(text, None) if mention.known)


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(TEXTS)
def test_problems_stand_on_their_mentions(text: str) -> None:
    found = read(text)

    assert {problem.span for problem in find_time_problems(text, found)} <= {mention.span for mention in found}


def test_words_alone_can_be_placed() -> None:
    text = "Posted 14 March 2025 and on Friday"

    assert [m.edtf for m in place_words(text, Span(0, len(text)))] == ["2025-03-14", None]


DATES_OF_A_LINE = "It rained on 14 March 2025, three days later, by the summer and last Friday. "


def test_ten_thousand_dates_are_read() -> None:
    assert len(read(DATES_OF_A_LINE * 2_500)) == 10_000


def test_ten_thousand_dates_are_read_in_linear_time() -> None:
    few, many = (DATES_OF_A_LINE * n for n in (250, 2_500))
    read(few)  # the word lists are loaded once

    assert min(seconds(many) for _ in range(3)) < 30 * min(seconds(few) for _ in range(3))


def seconds(text: str) -> float:
    """Return the processor's time, which other programs on the machine do not take part in."""
    start = process_time()
    read(text)
    return process_time() - start


@pytest.mark.parametrize(
    "piece",
    [
        "the ",
        "from ",
        "between 1 ",
        "1.1.",
        "2025-",
        "mid-",
        "early the ",
        "a year ",
        "half of the ",
        "third quarter ended ",
        "2016 South ",
        "the day before ",
        "the same period ",
        "the last week of ",
        "by the summer ",
        "two days after Christmas ",
        "1, 2, ",
        "3 March, ",
        "'87, ",
        "on the 3rd ",
        "the last days of ",
        "not until Friday ",
    ],
)
def test_a_hostile_line_is_read_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    assert read(text) is not None
