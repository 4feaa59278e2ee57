from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import day, figure, published
from reportedly.brief.days import describe_days, describe_page_day, describe_published, describe_when
from reportedly.records import UNKNOWN_DATE, Basis, Published, Tense, When


def when(edtf: str | None, earliest: str | None, latest: str | None) -> When:
    def on(words: str | None) -> date | None:
        return date.fromisoformat(words) if words else None

    return When(edtf=edtf, earliest=on(earliest), latest=on(latest), basis=Basis.EXPLICIT)


@pytest.mark.parametrize(
    ("stretch", "words"),
    [
        (when("2025-03-14", "2025-03-14", "2025-03-14"), "14 March 2025"),
        (when("2025-03-14~", "2025-03-14", "2025-03-14"), "about 14 March 2025"),
        (when("2025-03", "2025-03-01", "2025-03-31"), "March 2025"),
        (when("2024", "2024-01-01", "2024-12-31"), "2024"),
        (when("2024/2025", "2024-01-01", "2025-12-31"), "between 2024 and 2025"),
        (when("2025-01/2025-02", "2025-01-01", "2025-02-28"), "between January and February 2025"),
        (when("2024-10/2025-01", "2024-10-01", "2025-01-31"), "between October 2024 and January 2025"),
        (when(None, "2025-03-01", "2025-03-10"), "between 1 and 10 March 2025"),
        (when(None, "2025-02-24", "2025-03-02"), "between 24 February and 2 March 2025"),
        (when(None, "2024-12-30", "2025-01-05"), "between 30 December 2024 and 5 January 2025"),
        (when("../2025-06-21", None, "2025-06-21"), "by 21 June 2025"),
        (when("2025-02-01~/..", "2025-02-01", None), "since about 1 February 2025"),
        (when("2025-02-01/..", "2025-02-01", None), "since 1 February 2025"),
        (when("1998/..", "1998-01-01", None), "since 1998"),
        (when("1998-05/..", "1998-05-01", None), "since May 1998"),
        (when("../2026~", None, "2026-12-31"), "by about the end of 2026"),
        (when("../2026-02", None, "2026-02-28"), "by the end of February 2026"),
        (when("../2025-22", None, "2025-06-21"), "by 21 June 2025"),
        (when("XXXX-03-10", None, None), "10 March (year not stated)"),
        (when("XXXX-02~", None, None), "about February (year not stated)"),
        (when("XXXX-02-01/XXXX-02-10", None, None), "between 1 February and 10 February (year not stated)"),
        (when(None, None, None), "date not stated"),
        (None, "date not stated"),
    ],
)
def test_days_are_written_as_people_write_them(stretch: When | None, words: str) -> None:
    assert describe_when(stretch) == words


def test_a_day_off_the_calendar_keeps_the_words_of_its_page() -> None:
    early = when("XXXX-02-01/XXXX-02-10", None, None)

    assert describe_when(early, "early February") == "early February (year not stated)"
    assert describe_when(None, "last week") == "last week (date not stated)"


def test_what_only_a_tense_says_is_not_told() -> None:
    told = when("../2025-03-13", None, "2025-03-13")
    count = figure("12 died.", "12", 12, 12, valid=told, tense=Tense.PAST, as_of=day("2025-03-13"))

    assert describe_days(count, published("2025-03-14")) == "as of 13 March 2025"


def test_a_day_on_the_calendar_needs_no_words_of_its_page() -> None:
    assert describe_when(day("2025-03-14"), "last Friday") == "14 March 2025"


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(st.one_of(st.none(), st.dates()), st.one_of(st.none(), st.dates()), st.text(max_size=12))
def test_any_stretch_of_calendar_has_words(earliest: date | None, latest: date | None, edtf: str) -> None:
    assert describe_when(When(edtf=edtf, earliest=earliest, latest=latest, basis=Basis.EXPLICIT))


def test_a_page_bounded_on_one_side_is_not_called_dated() -> None:
    after = Published(edtf=None, earliest=date(2025, 3, 10), latest=None, basis=Basis.INFERRED)
    before = Published(edtf=None, earliest=None, latest=date(2025, 3, 10), basis=Basis.INFERRED)

    assert describe_published(after) == "not dated, no earlier than 10 March 2025"
    assert describe_published(before) == "not dated, no later than 10 March 2025"
    assert describe_published(UNKNOWN_DATE) == "not dated"
    assert describe_published(published("2025-03-10")) == "10 March 2025"


def test_a_count_with_no_day_says_so_and_names_the_day_of_its_page() -> None:
    count = figure("12 people died.", "12", 12, 12)

    assert describe_days(count, published("2025-03-14")) == "date not stated"
    assert describe_page_day(count, published("2025-03-14")) == "page of 14 March 2025"
    assert describe_page_day(count, UNKNOWN_DATE) == ""


def test_a_day_taken_over_from_the_page_is_called_the_pages_date() -> None:
    count = figure("12 people died.", "12", 12, 12, as_of=day("2025-03-14", Basis.ABOUT))

    assert describe_days(count, published("2025-03-14")) == "as of 14 March 2025 (page date)"


def test_a_day_that_the_page_states_is_not_called_the_pages_date() -> None:
    count = figure("12 people died.", "12", 12, 12, as_of=day("2025-03-14", Basis.RELATIVE))

    assert describe_days(count, published("2025-03-14")) == "as of 14 March 2025"


def test_an_inferred_day_is_called_inferred() -> None:
    count = figure("12 people died.", "12", 12, 12, as_of=day("2025-03-12", Basis.INFERRED))

    assert describe_days(count, published("2025-03-14")) == "as of 12 March 2025 (inferred)"


def test_a_count_of_a_day_without_its_year_keeps_the_year_open() -> None:
    count = figure("12 people died.", "12", 12, 12, as_of=when("XXXX-03-10", None, None))

    assert describe_days(count, UNKNOWN_DATE) == "as of 10 March (year not stated)"


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        (when("../2025-03-09", None, "2025-03-09"), "as of 9 March 2025 at the latest"),
        (when("2025-03-01~/..", "2025-03-01", None), "as of about 1 March 2025 at the earliest"),
        (when(None, "2025-03-01", "2025-03-10"), "as of a day between 1 and 10 March 2025"),
        (when("2025-03", "2025-03-01", "2025-03-31"), "as of March 2025"),
    ],
)
def test_a_count_current_to_some_day_of_a_stretch_says_so(as_of: When, words: str) -> None:
    assert describe_days(figure("12 died.", "12", 12, 12, as_of=as_of), UNKNOWN_DATE) == words


def test_a_count_of_another_time_names_that_time() -> None:
    past = figure("63 people died in 2011.", "63", 63, 63, valid=when("2011", "2011-01-01", "2011-12-31"))
    still = figure("12 are missing.", "12", 12, 12, valid=day("2025-03-14"), as_of=day("2025-03-14"))
    since = figure(
        "160 were sent.", "160", 160, 160, valid=when("2025-03-07/..", "2025-03-07", None), as_of=day("2025-03-09")
    )

    assert describe_days(past, published("2025-03-14")) == "for 2011"
    assert describe_page_day(past, published("2025-03-14")) == "page of 14 March 2025"
    assert describe_days(still, UNKNOWN_DATE) == "as of 14 March 2025"
    assert describe_days(since, UNKNOWN_DATE) == "since 7 March 2025, as of 9 March 2025"
