from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import spans_of, statement
from reportedly.assess.clauses import LONGEST, clause_of, of_the_event
from reportedly.records import Certainty, Stance
from reportedly.spans import Span

LONG = (
    "The crew of the tug was called back to the yard at Brinmoor for a week of rest in mid-January, while the pumps of "
    "the wreck ran on by night and day and the divers waited for calmer water."
)


def cut(text: str, time: str) -> str:
    return clause_of(text, Span(0, len(text)), spans_of(text, time)[0], None).of(text)


@pytest.mark.parametrize(
    ("text", "time", "own"),
    [
        ("Dorn raised the toll from Saturday's fire to six on Monday.", "Monday", True),
        ("Dorn raised the toll from Saturday's fire to six on Monday.", "Saturday", False),
        ("It killed 12 this year, compared with 30 in the whole of 2022.", "2022", False),
        ("Engineers recalled the 2011 slide above the town.", "2011", False),
        ("A slide killed 63 people in 2011.", "2011", True),
        ("The wall was rebuilt (Published Sunday, March 6).", "March 6", False),
    ],
)
def test_a_time_may_be_of_something_else_than_the_sentences_event(text: str, time: str, *, own: bool) -> None:
    assert of_the_event(text, Span(0, len(text)), spans_of(text, time)[0]) is own


def test_a_long_sentence_ends_behind_the_clause_that_holds_its_time() -> None:
    assert cut(LONG, "mid-January").endswith("a week of rest in mid-January")


def test_a_short_sentence_stays_whole() -> None:
    text = "The crew was called back in mid-January, while the pumps ran on."

    assert cut(text, "mid-January") == text


def test_a_condition_is_never_cut_off() -> None:
    text = LONG.replace("while the pumps", "if the pumps")

    assert cut(text, "mid-January") == text


@pytest.mark.parametrize(
    ("given", "begins"),
    [
        ({}, "the gallery fell in"),
        ({"stance": Stance.DENIES}, "The mayor of Harrow"),
        ({"certainty": Certainty.POSSIBLE}, "The mayor of Harrow"),
    ],
)
def test_only_flat_words_of_a_speaker_stand_without_him(given: dict[str, Any], begins: str) -> None:
    content = "that the gallery fell in on 5 March and that none of the men below could have been warned in time"
    text = f"The mayor of Harrow told a crowd of reporters before the gate of the pit late on Sunday {content}."
    said = statement(text, content, speaker="Edda Lorne", **given)
    span = clause_of(text, Span(0, len(text)), spans_of(text, "5 March")[0], said)

    assert len(text) > LONGEST
    assert span.of(text).startswith(begins)


@given(st.text(max_size=300), st.data())
def test_a_clause_lies_in_its_sentence_and_holds_its_time(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    time = Span(start, data.draw(st.integers(start, len(text))))
    clause = clause_of(text, Span(0, len(text)), time, None)

    assert clause.contains(time)
