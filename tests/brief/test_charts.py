from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import day, figure
from reportedly.brief.charts import WIDTH, bar_of, calendar_of, days_of, scale_of, stretch_of, ticks_of
from reportedly.records import Basis, When

AT_LEAST = figure("at least 300", "at least 300", 300, None)
UP_TO = figure("up to 40", "up to 40", None, 40)
ABOUT = figure("about 11,000", "about 11,000", 11000, 11000, approximate=True)
BETWEEN = figure("between 1,000 and 3,000", "between 1,000 and 3,000", 1000, 3000)


def test_an_open_end_runs_to_the_edge_of_the_drawing() -> None:
    above = bar_of(AT_LEAST, scale_of([AT_LEAST]), standing=True)
    below = bar_of(UP_TO, scale_of([UP_TO]), standing=True)

    assert (above.open_end, above.end) == (True, WIDTH)
    assert (below.open_start, below.start) == (True, 0)


def test_a_bar_says_in_words_what_it_shows() -> None:
    scale = scale_of([AT_LEAST, UP_TO, ABOUT, BETWEEN])
    over = figure("more than 5", "more than 5", 5, None, low_open=True)
    unknown = figure("some", "some", None, None)

    assert [bar_of(one, scale, standing=True).words for one in (AT_LEAST, UP_TO, ABOUT, BETWEEN, over, unknown)] == [
        "300 and more, open above",
        "40 at most, open below",
        "about 11,000",
        "1,000 to 3,000",
        "5 exceeded, open above",
        "open at both ends",
    ]


def test_one_number_is_a_point() -> None:
    scale = scale_of([ABOUT, BETWEEN])

    assert bar_of(ABOUT, scale, standing=True).point
    assert not bar_of(BETWEEN, scale, standing=True).point


def test_a_scale_begins_at_nought_and_has_few_round_ticks() -> None:
    ticks = ticks_of(scale_of([ABOUT]))

    assert [tick.label for tick in ticks] == ["0", "5,000", "10,000"]


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(st.lists(st.tuples(st.integers(0, 10**15), st.integers(0, 10**15)), min_size=1, max_size=9))
def test_every_bar_lies_in_the_drawing(ends: list[tuple[int, int]]) -> None:
    figures = [figure("some", "some", min(pair), max(pair)) for pair in ends]
    scale = scale_of(figures)
    for one in figures:
        bar = bar_of(one, scale, standing=True)

        assert 0 <= bar.start <= bar.end <= WIDTH
    assert len(ticks_of(scale)) <= 6


def since(words: str) -> When:
    return When(edtf=f"{words}~/..", earliest=date.fromisoformat(words), latest=None, basis=Basis.EXPLICIT)


def test_a_stretch_with_no_end_runs_on() -> None:
    stretches = [day("2025-03-01"), since("2025-02-01")]
    bar = stretch_of(stretches[1], calendar_of(stretches), "since about 1 February 2025")

    assert bar.open_end
    assert bar.approximate


def test_a_lone_early_event_does_not_squeeze_the_rest() -> None:
    late = [day(f"2025-03-{i:02}") for i in range(1, 9)]
    early = day("2022-02-24")
    calendar = calendar_of([early, *late])

    assert calendar.low > date(2025, 1, 1).toordinal()
    assert stretch_of(early, calendar, "24 February 2022").open_start


def test_a_lone_late_event_does_not_squeeze_the_rest() -> None:
    early = [day(f"2025-03-{i:02}") for i in range(1, 9)]
    late = day("2031-12-31")
    calendar = calendar_of([*early, late])

    assert calendar.high < date(2026, 1, 1).toordinal()
    assert stretch_of(late, calendar, "31 December 2031").open_end


def test_a_calendar_is_marked_by_months_years_or_its_ends() -> None:
    def labels(*days: str) -> list[str]:
        return [tick.label for tick in days_of(calendar_of([day(one) for one in days]))]

    assert labels("2025-01-20", "2025-03-14") == ["Feb 2025", "Mar 2025"]
    assert labels("2023-06-01", "2025-06-01") == ["2024", "2025"]
    assert labels("2025-03-12", "2025-03-20") == ["12 Mar 2025", "20 Mar 2025"]


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(st.lists(st.dates(), min_size=2, max_size=9))
def test_any_days_can_be_drawn(days: list[date]) -> None:
    stretches = [When(edtf=None, earliest=on, latest=on, basis=Basis.EXPLICIT) for on in days]
    calendar = calendar_of(stretches)

    assert all(0 <= stretch_of(one, calendar, "").start <= WIDTH for one in stretches)
    assert all(0 <= tick.at <= WIDTH for tick in days_of(calendar))
