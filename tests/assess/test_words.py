import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.assess.words import content_words, overlap, sentences_in, stem
from reportedly.spans import Span


@pytest.mark.parametrize(
    ("word", "expected"),
    [("bodies", "body"), ("Troops", "troop"), ("losses", "loss"), ("bus", "bus"), ("crisis", "crisis"), ("us", "us")],
)
def test_a_plural_is_the_singular(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_small_words_tell_nothing() -> None:
    assert content_words("The miners were sent to the pits, she said") == {"miner", "sent", "pit"}


def test_the_overlap_is_a_part_of_the_smaller_set() -> None:
    assert overlap(frozenset("ab"), frozenset("bcdef")) == 0.5
    assert overlap(frozenset(), frozenset("a")) == 0


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Col. Kask and J. Lorne spoke on Jan. 4 in Tolm. “It is over.” Nobody asked."
    found = [span.of(text) for span in sentences_in(text, Span(0, len(text)))]

    assert found == ["Col. Kask and J. Lorne spoke on Jan. 4 in Tolm.", "“It is over.”", "Nobody asked."]


@given(st.text())
def test_sentences_lie_in_their_paragraph_in_order(text: str) -> None:
    found = list(sentences_in(text, Span(0, len(text))))

    assert all(0 <= a.start <= a.end <= len(text) for a in found)
    assert found == sorted(found)
