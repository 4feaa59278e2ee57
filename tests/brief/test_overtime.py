from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import day, figure, hop, published, reading, statement
from reportedly.brief.html import render_html
from reportedly.brief.lines import Dated
from reportedly.brief.narrative import narrate
from reportedly.brief.overtime import HIGH, TOP, WIDE, course_lines, draw_course
from reportedly.brief.table import TableForm, render_table
from reportedly.brief.text import columns, render_text
from reportedly.pipeline import brief_readings, tabulate_readings
from reportedly.records import UNKNOWN_DATE, Reading

MARCH_6, MARCH_8, MARCH_9 = date(2024, 3, 6), date(2024, 3, 8), date(2024, 3, 9)


def count(number: int, on: date, low: int | None, high: int | None, words: str, *, standing: bool = True) -> Dated:
    return Dated(
        number=number,
        line=number - 1,
        first=on,
        last=on,
        low=low,
        high=high,
        approximate=words.startswith("about"),
        standing=standing,
        words=words,
    )


AT_LEAST = count(1, MARCH_6, 30, None, "at least 30", standing=False)
UP_TO = count(2, MARCH_8, None, 40, "up to 40")
EXACT = count(3, MARCH_9, 27, 27, "27")
ABOUT = count(4, MARCH_9, 20, 20, "about 20")
ALL = (AT_LEAST, UP_TO, EXACT, ABOUT)


def story() -> tuple[Reading, ...]:
    """Return two pages, and a copy of the first: at least 30 of 6 March, 27 of 9 March."""
    early = "Dam\n\nAt least 30 people were killed, the mining office of Harrow said in a note to all papers."
    late = "Dam\n\nThe mining office said 27 people were killed."

    def page(name: str, text: str, words: str, low: int, high: int | None, on: str) -> Reading:
        said = statement(text, words, chain=(hop("mining office"),))
        counted = figure(text, words, low, high, statement="s1", party="mining office", as_of=day(on))
        return reading(name, text, figures=[counted], statements=(said,), published=published(on))

    return (
        page("a", early, "At least 30", 30, None, "2024-03-06"),
        page("b", early, "At least 30", 30, None, "2024-03-06"),
        page("c", late, "27", 27, 27, "2024-03-09"),
    )


def test_an_open_end_is_drawn_open_and_a_number_as_a_point() -> None:
    drawn = draw_course(ALL)

    assert drawn is not None
    assert [(mark.open_bottom, mark.open_top, mark.point) for mark in drawn.marks] == [
        (False, True, False),
        (True, False, False),
        (False, False, True),
        (False, False, True),
    ]


def test_later_days_stand_to_the_right_and_one_day_side_by_side() -> None:
    drawn = draw_course(ALL)

    assert drawn is not None
    places = [mark.at for mark in drawn.marks]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert places[-1] <= WIDE


@settings(deadline=None)
@given(st.lists(st.tuples(st.dates(), st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=30))
def test_every_mark_lies_inside_the_drawing(given_: list[tuple[date, int, int]]) -> None:
    counts = [count(i, on, min(a, b), max(a, b), "some") for i, (on, a, b) in enumerate(sorted(given_), start=1)]
    drawn = draw_course(counts)

    assert drawn is not None
    assert all(TOP <= mark.top <= mark.bottom <= HIGH for mark in drawn.marks)
    assert all(mark.at <= WIDE for mark in drawn.marks)


def test_a_terminal_shows_each_count_by_day_and_what_is_superseded() -> None:
    scale, first, second, third, fourth = course_lines(ALL, 76)

    assert scale.split() == ["0", "40"]
    assert first.startswith("6 Mar 2024")
    assert "├┄" in first
    assert first.endswith("▶  at least 30, superseded")
    assert "◀─" in second
    assert "●" in third
    assert "○" in fourth
    assert all(columns(line) <= 76 for line in (scale, first, second, third, fourth))


def test_nothing_is_drawn_where_there_is_no_room() -> None:
    assert not list(course_lines(ALL, 40))


def test_what_copies_repeat_is_drawn_once() -> None:
    pages = story()
    narrative = narrate(brief_readings(pages, story="The dam"), pages)
    (group,) = (group for section in narrative.sections if section.key == "reported" for group in section.groups)

    assert [(one.words, one.first.day, one.standing) for one in group.dated] == [
        ("At least 30", 6, False),
        ("27", 9, True),
    ]


def test_a_short_brief_draws_the_course_in_a_terminal() -> None:
    pages = story()
    shown = render_text(narrate(brief_readings(pages, story="The dam"), pages))

    assert "9 Mar 2024" in shown
    assert "●" in shown


def test_the_table_of_figures_draws_each_series_once_a_count() -> None:
    shown = render_table(tabulate_readings(story()), form=TableForm.TEXT)
    _, drawn = shown.split("people killed, by day")

    assert drawn.count("At least 30") == 1
    assert "●" in drawn
    assert all(columns(line) <= 80 for line in shown.splitlines())


def test_the_rows_under_a_chart_have_its_numbers() -> None:
    pages = story()
    told = brief_readings(pages, story="The dam")
    html = render_html(narrate(told, pages), told, pages)

    assert 'aria-label="2 counts by day, 6 Mar 2024 to 9 Mar 2024; the table below gives each."' in html
    assert '<span class="mark" title="number 1 in the chart">1</span> At least 30' in html
    assert '<span class="mark" title="number 2 in the chart">2</span> 27' in html


def test_counts_of_one_day_have_no_course() -> None:
    pages = story()[:2]
    narrative = narrate(brief_readings(pages, story="The dam"), pages)

    assert not any(group.dated for section in narrative.sections for group in section.groups)


def test_a_count_without_a_day_is_in_no_course() -> None:
    early, _, late = story()
    undated = replace(
        late, page=replace(late.page, published=UNKNOWN_DATE), figures=(replace(late.figures[0], as_of=None),)
    )
    narrative = narrate(brief_readings([early, undated], story="The dam"), [early, undated])

    assert not any(group.dated for section in narrative.sections for group in section.groups)


def test_without_counts_there_is_no_course() -> None:
    assert draw_course(()) is None


def test_a_denied_count_is_drawn_faint_and_told_as_denied() -> None:
    denied = replace(EXACT, hedge="denied")
    drawn = draw_course((UP_TO, denied))

    assert drawn is not None
    assert [mark.standing for mark in drawn.marks] == [True, False]
    assert drawn.marks[1].words == "9 Mar 2024: 27, denied"
    assert next(line for line in course_lines((UP_TO, denied), 80) if "27" in line).endswith("27, denied")


def test_a_merely_possible_count_says_so() -> None:
    drawn = draw_course((UP_TO, replace(EXACT, hedge="possible")))

    assert drawn is not None
    assert (drawn.marks[1].standing, drawn.marks[1].words) == (True, "9 Mar 2024: 27, possible")
