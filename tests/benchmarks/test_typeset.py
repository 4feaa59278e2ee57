"""What is set for a terminal: nothing wider than it, what differs in sight."""

from collections import Counter

import pytest
from differences.comparison import Comparison, Examined, Piece, Verdict, cell
from hypothesis import given
from hypothesis import strategies as st
from typeset import Terminal, fold_cell, set_cell, set_lists, set_rows, set_table, shorten

from reportedly.brief.text import columns

PLAIN = Terminal(width=80)
COLOUR = Terminal(width=80, colour=True)
LONG = "the council of Pell would meet again before the end of the month to hear the engineers of both valleys"
texts = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=60)
cells = st.lists(st.builds(Piece, texts, st.booleans()), min_size=1, max_size=6).map(tuple)


def test_a_text_is_shortened_in_its_middle_between_words() -> None:
    assert shorten(LONG, 30) == "the council of … both valleys"


@given(texts, st.integers(0, 40))
def test_a_shortened_text_is_no_wider_than_it_may_be(text: str, width: int) -> None:
    assert columns(shorten(text, width)) <= width


@given(cells, st.integers(4, 60))
def test_a_cell_is_as_wide_as_its_column(content: tuple[Piece, ...], width: int) -> None:
    assert columns(set_cell(content, width, PLAIN)) == width


def test_what_differs_stands_in_brackets() -> None:
    assert set_cell((Piece("that ", differs=True), Piece("the dam held")), 25, PLAIN).rstrip() == "[that] the dam held"


def test_what_differs_is_underlined_where_there_is_colour() -> None:
    assert set_cell((Piece("that", differs=True), Piece(" it")), 10, COLOUR) == "\x1b[4mthat\x1b[0m it   "


def test_what_both_sides_have_is_shortened_before_what_differs() -> None:
    assert set_cell((Piece("that ", differs=True), Piece(LONG)), 35, PLAIN).startswith("[that] the council")


def test_a_cell_too_long_for_a_line_has_two() -> None:
    first, second = fold_cell(cell(LONG), 55, PLAIN)

    assert f"{first.rstrip()} {second.rstrip()}" == LONG


@pytest.mark.parametrize("width", [20, 30, 40])
def test_a_folded_cell_is_no_wider_than_its_column(width: int) -> None:
    content = (Piece(LONG, differs=True), Piece(" and "), Piece(LONG, differs=True))

    assert {columns(line) for line in fold_cell(content, width, PLAIN)} == {width}


# --- pages -----------------------------------------------------------------------------------------------------------

SHARES = {"source": 25, "cue": 15, "content": 60}


def side(*words: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple(cell(text) for text in words)


def page(*rows: Comparison) -> Examined:
    return Examined(rows=rows, kinds=Counter())


RIGHT = Comparison(verdict=Verdict.RIGHT, gold=side("Orsk", "said", LONG), found=side("Orsk", "said", LONG))
MISSED = Comparison(verdict=Verdict.MISSED, gold=side("Kask", "warned", "the ford was shut"))
DIFFERS = Comparison(
    verdict=Verdict.DIFFERS,
    gold=(cell("the mayor of Pell, Orsk", differs=True), cell("said"), cell(LONG)),
    found=(cell("he", differs=True), cell("said"), (Piece("that ", differs=True), *cell(LONG))),
)


def test_rows_that_are_right_are_counted() -> None:
    lines = list(set_rows(page(RIGHT, RIGHT, MISSED, RIGHT), SHARES, PLAIN))

    assert [line.split()[:3] for line in lines[1:]] == [
        ["=", "2", "right"],
        ["-", "wanted", "Kask"],
        ["=", "1", "right"],
    ]


def test_a_cell_that_is_the_one_above_is_a_ditto() -> None:
    found = next(line for line in set_rows(page(DIFFERS), SHARES, PLAIN) if "found" in line)

    assert found.split()[:3] == ["found", "[he]", '"']


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    terminal = Terminal(width=width)
    lines = [
        *set_rows(page(DIFFERS, MISSED), SHARES, terminal),
        *set_lists({"missed, by cue": Counter({LONG: 3, "say": 2}), "other": Counter()}, 1, terminal),
        *set_table([["SCORES", "F1"], [LONG, "71.0"]], terminal),
    ]

    assert max(columns(line) for line in lines) <= width


def test_a_column_takes_no_more_than_its_page_needs() -> None:
    head = next(iter(set_rows(page(MISSED), SHARES, PLAIN)))

    assert head.split() == ["source", "cue", "content"]
    assert head.index("cue") - head.index("source") == len("source") + 2


# --- lists -----------------------------------------------------------------------------------------------------------


def test_lists_stand_side_by_side_the_most_frequent_first() -> None:
    lists = {"missed": Counter({"say": 2, "warn": 5}), "invented": Counter({"tell": 1})}
    heading, *lines = set_lists(lists, 12, PLAIN)

    assert heading.split() == ["MISSED", "7", "INVENTED", "1"]
    assert [line.split() for line in lines] == [["5", "warn", "1", "tell"], ["2", "say"]]


def test_what_a_list_has_no_room_for_is_counted() -> None:
    *_, last = set_lists({"missed": Counter({"say": 4, "warn": 2, "hint": 1})}, 1, PLAIN)

    assert last.split() == ["3", "in", "2", "other", "ways"]
