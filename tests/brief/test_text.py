from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.ferry import brief, readings
from reportedly.brief.lines import Group, Line, Narrative, PageEntry, Section
from reportedly.brief.narrative import narrate
from reportedly.brief.text import cited, columns, render_text, wrapped
from reportedly.records import Support

GOLDEN = Path(__file__).parent / "golden" / "ferry.txt"
PAGE = PageEntry(number=1, name="a.txt", title="A wreck", carrier="", published="not dated", length=9, read=True)


def narrative(*lines: Line, heading: str = "", story: str = "A wreck") -> Narrative:
    section = Section(key="reported", heading="What is reported", groups=(Group(heading=heading, lines=lines),))
    return Narrative(story=story, as_of="", sections=(section,), pages=(PAGE,))


def test_the_ferry_story_reads_as_it_should() -> None:
    assert render_text(narrate(brief(), readings())) == GOLDEN.read_text(encoding="utf-8")


def test_five_pages_fit_a_tall_screen() -> None:
    assert render_text(narrate(brief(), readings())).count("\n") <= 60


@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_no_line_of_the_ferry_story_is_wider_than_the_terminal(width: int) -> None:
    lines = render_text(narrate(brief(), readings()), width=width).splitlines()

    assert max(map(columns, lines)) <= width


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(st.text(), st.text(), st.text(), st.text())
def test_no_words_of_a_page_make_a_line_wider_than_the_terminal(story: str, heading: str, lead: str, text: str) -> None:
    line = Line(lead=lead, text=text, support=(Support(page="a.txt", figure="f1"),))
    lines = render_text(narrative(line, heading=heading, story=story)).split("\n")

    assert max(map(columns, lines)) <= 80


def test_wide_characters_count_as_two_columns() -> None:
    assert columns("死者12人") == 8
    assert columns("e\u0301\u200b") == 1
    assert wrapped("死者死者死者 12", 8) == ["死者死者", "死者 12"]


def test_colour_is_only_where_it_is_asked_for() -> None:
    story = narrate(brief(), readings())

    assert "\x1b" not in render_text(story)
    assert "\x1b[1mWHAT ADDS UP\x1b[0m" in render_text(story, colour=True)


def test_colour_changes_no_words() -> None:
    coloured = render_text(narrate(brief(), readings()), colour=True)
    for code in ("\x1b[1m", "\x1b[2m", "\x1b[0m"):
        coloured = coloured.replace(code, "")

    assert [line.rstrip() for line in coloured.splitlines()] == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_minor_lines_are_counted_and_not_shown() -> None:
    support = (Support(page="a.txt", figure="f1"),)
    shown, left = Line(text="12 died.", support=support), Line(text="5 dogs.", support=support, minor=True)
    words = render_text(narrative(shown, left))

    assert "12 died. [1:f1]" in words
    assert "5 dogs" not in words
    assert "1 more with --format html" in words


def test_a_sentence_without_end_is_cut_with_an_ellipsis() -> None:
    endless = Line(text="12 died. " * 200, support=(Support(page="a.txt", figure="f1"),))
    words = render_text(narrative(endless))

    assert words.count("12 died.") < 100
    assert "…" in words


def test_a_heading_that_leaves_no_room_for_its_note_has_it_below() -> None:
    support = (Support(page="a.txt", figure="f1"),)
    story = narrative(Line(text="12.", support=support), Line(text="5.", support=support, minor=True))

    assert render_text(story, width=30).splitlines()[2:4] == ["WHAT IS REPORTED", "1 more with --format html"]


def test_many_citations_are_counted() -> None:
    assert cited(["1:f1", "2:f1", "3:f1"], most=2) == "[1:f1 2:f1 +1]"


def test_the_day_of_the_brief_is_said_first() -> None:
    story = replace(narrate(brief(), readings()), as_of="14 March 2025")

    assert render_text(story).splitlines()[1] == "As things stood on 14 March 2025"


def test_a_star_is_explained_only_where_one_is_shown() -> None:
    line = Line(text="police, as of 9 March 2024*", support=(Support(page="a.txt", figure="f1"),))

    assert "* page date" in render_text(narrative(replace(line, starred=True)))
    assert "* page date" not in render_text(narrative(replace(line, starred=True, minor=True), line))


def test_the_only_line_of_a_short_section_stands_beside_its_heading() -> None:
    line = Line(lead="the line", text="“declined to comment”", support=(Support(page="a.txt", statement="s4"),))
    silent = Section(key="silent", heading="Who is silent", groups=(Group(lines=(line,)),))
    words = render_text(replace(narrative(), sections=(silent,)))

    assert "\nWHO IS SILENT  The line: “declined to comment” [1:s4]\n" in words
