import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import paragraphs_of
from reportedly.read.speech.quotations import find_quotations, trimmed
from reportedly.spans import Span


def quoted(text: str) -> list[str]:
    return [q.words.of(text) for q in find_quotations(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said “yes, ‘perhaps’ so”.", ["yes, ‘perhaps’ so"]),
        ("He said ''yes''.", ["yes"]),
        ("He said „yes“ and «no».", ["yes", "no"]),
        ("It's the dog's 'bone'.", ["bone"]),
        ("It's the dogs' bone.", []),
        ("'It's the dogs' bone.'", ["It's the dogs' bone."]),
        ("He said « yes » and « no ».", ["yes", "no"]),
        ("He said “yes, ” and left.", ["yes,"]),
        ("He is 6'2\" tall.", []),
        ("No marks here.", []),
    ],
)
def test_marks_are_paired(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    text = "He said: “yes\nand left"

    (only,) = find_quotations(text, paragraphs_of(text))

    assert only.words.of(text) == "yes"
    assert not only.closed


def test_words_are_trimmed_of_marks_and_commas_only() -> None:
    text = " “Yes (all of it),” "

    assert trimmed(text, Span(0, len(text))).of(text) == "Yes (all of it)"


@pytest.mark.parametrize("unit", ["' a", "“a ", '"a" ', "'' a", "‘a' "])
def test_a_hostile_page_costs_seconds(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    find_quotations(text, (Span(0, len(text)),))

    assert time.process_time() - start < 5


@given(st.text(alphabet="ab .,\n\"'“”„«»‘’‹›", max_size=80))
def test_quotations_lie_in_their_paragraphs_in_order_and_apart(text: str) -> None:
    paragraphs = paragraphs_of(text)
    found = find_quotations(text, paragraphs)

    assert all(paragraphs[q.paragraph].contains(q.span) for q in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
