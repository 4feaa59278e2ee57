"""When what a statement tells held, and what it is current to."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import day, parsed, published, spans_of, statement
from reportedly.link.validity import find_validity
from reportedly.read.times import find_times
from reportedly.records import UNKNOWN_DATE, Basis, Manner, Published, Stance, Statement, Tense, When

PAGE = published("2025-03-14")  # a Friday
SAID = day("2025-03-13")


def read(text: str, content: str, page: Published = PAGE, said: When | None = SAID, **given: Any) -> Statement:
    sentences = parsed(text)
    told = statement(text, content, speaker="Ada Holm", said=said, **given)
    return find_validity((told,), sentences, find_times(text, sentences, page))[0]


def days(when: When | None) -> str | None:
    return when.edtf if when is not None else None


@pytest.mark.parametrize(
    ("content", "valid", "tense"),
    [
        ("twelve miners were killed", "../2025-03-13", Tense.PAST),
        ("twelve miners have been killed", "../2025-03-13", Tense.PERFECT),
        ("twelve miners are missing", "2025-03-13", Tense.PRESENT),
        ("the pumps will be sent", "2025-03-13/..", Tense.FUTURE),
        ("the pumps would be sent", "2025-03-13/..", Tense.FUTURE),
        ("the dam could burst", None, None),
        ("the pumps worked and the dam is safe", "../2025-03-13", Tense.PAST),
        ("the pumps work but the dam could burst", None, None),
        ("she believes that the dam held", "../2025-03-13", Tense.PAST),
    ],
)
def test_with_no_time_a_tense_leaves_the_days_before_on_or_after_the_saying(
    content: str, valid: str | None, tense: Tense | None
) -> None:
    said = read(f"Ada Holm said on Thursday that {content}.", content)

    assert (days(said.valid), said.tense, said.valid_span) == (valid, tense, None)


def test_a_time_before_the_speaker_is_when_it_held() -> None:
    text = "Last year, Holm said, they sent 11,000 soldiers."
    content = spans_of(text, "Last year", "they sent 11,000 soldiers")
    told = replace(statement(text, "they", said=SAID, cue=spans_of(text, "said")), content=content)
    sentences = parsed(text)
    (said,) = find_validity((told,), sentences, find_times(text, sentences, PAGE))

    assert (days(said.valid), said.as_of) == ("2024", SAID)


def test_the_day_of_the_number_before_is_not_when_the_new_one_held() -> None:
    content = "53 people are in hospital, up from 47 on Wednesday"

    assert days(read(f"Ada Holm said on Thursday that {content}.", content).valid) == "2025-03-13"


@pytest.mark.parametrize(
    ("content", "valid"),
    [
        ("the pit was shut on Monday", "2025-03-10"),
        ("the pit has been shut since early March", "2025-03-01~/2025-03-13"),
        ("the pit will be open by Sunday", "2025-03-13/2025-03-16"),
        ("300 had left in just three weeks", "2025-02-20~/2025-03-13~"),
        ("300 left in just three weeks", "../2025-03-13"),
        ("300 had left after just three weeks", "../2025-03-13"),
        ("on Monday they fled the pit and hid", "2025-03-10"),
        ("they fled the pit on Monday and were caught on Tuesday", "2025-03-10/2025-03-11"),
        ("the pit is shut every Friday", None),
    ],
)
def test_a_time_of_its_own_clause_is_when_it_held(content: str, valid: str | None) -> None:
    said = read(f"Ada Holm said that {content}.", content)

    assert days(said.valid) == valid
    assert said.valid_span is not None


def test_the_time_of_a_noun_is_not_the_verb_s() -> None:
    said = read("Ada Holm said that Monday's vote was void.", "Monday's vote was void")

    assert (days(said.valid), said.valid_span) == ("../2025-03-13", None)


def test_a_statement_is_current_to_its_saying() -> None:
    assert read("The pit is shut, Ada Holm said.", "The pit is shut").as_of == SAID


def test_now_is_the_day_of_the_saying_and_not_the_page_s() -> None:
    said = read("The pit is now shut, Ada Holm said on Thursday.", "The pit is now shut")

    assert (days(said.valid), said.as_of) == ("2025-03-13", SAID)


def test_as_of_is_what_it_is_current_to() -> None:
    said = read("As of Monday, the pit was shut, Ada Holm said.", "As of Monday, the pit was shut")

    assert (days(said.as_of), days(said.valid)) == ("2025-03-10", "../2025-03-10")


def test_on_a_page_with_no_date_all_stays_open() -> None:
    text, content = "The pit has been shut since early March, Ada Holm said.", "The pit has been shut since early March"
    said = read(text, content, UNKNOWN_DATE, None)

    assert (said.valid, said.as_of) == (
        When(edtf="XXXX-03", earliest=None, latest=None, basis=Basis.RELATIVE),
        None,
    )


@pytest.mark.parametrize("stance", [Stance.ASKS, Stance.NO_COMMENT])
def test_a_question_and_a_silence_hold_nothing(stance: Stance) -> None:
    said = read("Was the pit shut, Ada Holm asked.", "Was the pit shut", stance=stance)

    assert (said.valid, said.as_of) == (None, SAID)


def test_what_is_planned_lies_ahead() -> None:
    said = read("Ada Holm plans to shut the pit.", "to shut the pit", stance=Stance.PLANS)

    assert (days(said.valid), said.tense) == ("2025-03-13/..", Tense.FUTURE)


def test_what_is_hoped_lies_ahead() -> None:
    said = read("Ada Holm hopes that the dam holds.", "the dam holds", stance=Stance.EXPECTS)

    assert days(said.valid) == "2025-03-13/.."


def test_would_behind_an_opening_quotation_mark_is_the_page_s() -> None:
    text = "Ada Holm said she would “shut the pit.”"
    said = read(text, "she would “shut the pit.”", manner=Manner.DIRECT)

    assert said.tense is Tense.FUTURE


WORDS = [
    "the",
    "pit",
    "was",
    "will",
    "shut",
    "and",
    "has",
    "on Monday",
    "since March",
    "every Friday",
    "in three weeks",
    "not",
    ".",
]


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_of_no_known_saying_no_tense_makes_a_day(words: list[str]) -> None:
    text = " ".join(words)

    said = read(text, text, UNKNOWN_DATE, None)

    assert (said.tense, said.as_of) == (None, None)
    assert said.valid is None or not said.valid.known
