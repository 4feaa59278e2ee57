"""Where a clause looks by the tense and aspect of its verb."""

import pytest

from builders import parsed
from reportedly.read.tenses import find_tense, is_finite, is_perfect
from reportedly.records import Sentence, Tense


def clause(text: str) -> tuple[Sentence, int]:
    """Return the first sentence and its main verb."""
    sentence = parsed(text)[0]
    return sentence, sentence.roots[0]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Twelve miners were killed.", Tense.PAST),
        ("The miners fled the pit.", Tense.PAST),
        ("Twelve miners had been killed.", Tense.PAST),
        ("Twelve miners may have been killed.", Tense.PAST),
        ("Twelve miners have been killed.", Tense.PERFECT),
        ("He's been taken to Harrow.", Tense.PERFECT),
        ("The toll has risen to 43.", Tense.PERFECT),
        ("Twelve miners are missing.", Tense.PRESENT),
        ("The army holds the port.", Tense.PRESENT),
        ("The miners do not work today.", Tense.PRESENT),
        ("She would like more pumps.", Tense.PRESENT),
        ("The smoke can be seen from Sarn.", Tense.PRESENT),
        ("The ministry will send 300 pumps.", Tense.FUTURE),
        ("The miners are expected to leave.", Tense.FUTURE),
        ("The miners are going to leave.", Tense.FUTURE),
        ("The union plans to march.", Tense.FUTURE),
    ],
)
def test_a_clause_looks_where_its_verb_does(text: str, tense: Tense) -> None:
    assert find_tense(*clause(text)) is tense


@pytest.mark.parametrize(
    "text",
    ["The dam could burst.", "The dam would have burst.", "The miners were expected to leave.", "Leave the pit!"],
)
def test_a_supposition_a_plan_of_the_past_and_an_order_say_nothing(text: str) -> None:
    assert find_tense(*clause(text)) is None


def test_would_looks_ahead_only_in_what_is_reported() -> None:
    sentence, verb = clause("The dam would burst.")

    assert (find_tense(sentence, verb), find_tense(sentence, verb, reported=True)) == (None, Tense.FUTURE)


def test_a_second_verb_has_the_helpers_of_the_first() -> None:
    sentence, verb = clause("The storm has broken the dam and taken 300 boats.")
    second = next(i for i in sentence.children[verb] if sentence.tokens[i].dep == "conj")

    assert find_tense(sentence, second) is Tense.PERFECT


def test_an_infinitive_heads_no_clause_that_says_something() -> None:
    sentence, _ = clause("The union plans to march.")

    assert [sentence.tokens[i].text for i in range(len(sentence.tokens)) if is_finite(sentence, i)] == ["plans"]


@pytest.mark.parametrize(
    ("text", "perfect"),
    [
        ("Twelve had died.", True),
        ("Twelve have died.", True),
        ("Twelve died.", False),
        ("Twelve may have died.", False),
    ],
)
def test_what_has_or_had_happened_comes_up_to_its_telling(text: str, perfect: bool) -> None:  # noqa: FBT001
    assert is_perfect(*clause(text)) is perfect
