"""People who are told of without a number: who was killed or hurt, and how many different people they are."""

import pytest

from builders import parsed
from reportedly.link.figures import link_figures
from reportedly.read.names import find_names
from reportedly.read.quantities import find_quantities
from reportedly.records import UNKNOWN_DATE, Figure, Masthead, Measure


def figures(text: str) -> tuple[Figure, ...]:
    sentences = parsed(text)
    names = find_names(text, sentences)
    return link_figures(text, sentences, find_quantities(text, sentences, ()), (), names, (), Masthead(), UNKNOWN_DATE)


def told(text: str, measure: Measure = Measure.KILLED) -> list[str]:
    return [figure.text for figure in figures(text) if figure.measure is measure]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("John Roe, 23, died at a hospital in Sarn.", "John Roe"),
        ("John Roe was pronounced dead.", "John Roe"),
        ("John Roe was shot and killed on Monday.", "John Roe"),
        ("The man killed on Tuesday was identified as Mark Bell.", "The man"),
        ("Police are asking about the death of John Roe.", "John Roe"),
        ("The victim was found dead.", "The victim"),
        ("The gunman killed himself.", "The gunman"),
        ("The driver took his own life.", "The driver"),
        ("The fatal shooting of her brother shook Sarn.", "her brother"),
    ],
)
def test_a_person_who_is_said_to_be_dead_is_a_count_of_one(text: str, words: str) -> None:
    (figure,) = figures(text)

    assert figure.span.of(text) == words
    assert (figure.low, figure.high, figure.measure, figure.unit) == (1, 1, Measure.KILLED, "person")
    assert figure.person is not None


@pytest.mark.parametrize(
    "text",
    [
        "The boy was shot in the leg.",
        "John Roe is in critical condition.",
        "Her father was shot but survived.",
        "The clerk was flown to a hospital with minor injuries.",
        "The boy shot himself in the hand.",
        "The teenager is expected to survive.",
    ],
)
def test_a_person_who_is_said_to_be_hurt_and_alive_is_injured(text: str) -> None:
    assert len(told(text, Measure.INJURED)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The gunman killed the search.",
        "John Roe could have been killed.",
        "The driver was not killed.",
        "She had no injuries.",
        "The mayor tried to kill himself.",
        "If John Roe died, nobody said so.",
        "The man is accused of a robbery.",
    ],
)
def test_what_did_not_happen_to_a_person_counts_nobody(text: str) -> None:
    assert not [f for f in figures(text) if f.measure in {Measure.KILLED, Measure.INJURED}]


def test_people_who_were_not_hurt_are_no_count_of_the_hurt() -> None:
    assert not told("Two children were not injured.", Measure.INJURED)


def test_a_person_told_by_number_and_by_name_is_counted_once() -> None:
    assert told("A man was killed in Sarn. John Roe, 23, was shot dead, police said.") == ["A"]


def test_a_person_told_by_a_short_name_too_is_counted_once() -> None:
    assert told("John Roe was killed on Monday. Roe died at the scene. He was pronounced dead.") == ["John Roe"]


def test_who_is_joined_in_one_sentence_is_several() -> None:
    text = "Jessie Holt killed her daughter and her father."

    assert told(text) == ["her daughter", "her father"]
    assert len({figure.person for figure in figures(text)}) == 2


def test_an_article_and_the_person_beside_it_are_two_people() -> None:
    people = figures("He killed the owner, John Roe, and a customer, Mark Bell.")

    assert len({figure.person for figure in people if figure.measure is Measure.KILLED}) == 2


def test_two_names_are_two_people() -> None:
    assert told("John Roe was killed on Monday. Ann Bell died on Tuesday.") == ["John Roe", "Ann Bell"]


def test_a_gunman_who_killed_himself_is_one_more_than_his_victim() -> None:
    assert told("John Roe was shot dead in Sarn. The gunman then killed himself.") == ["John Roe", "The gunman"]


def test_where_the_page_counts_the_dead_nobody_is_added_by_name() -> None:
    assert told("Three people were killed. John Roe, 23, was among them; Roe died at once.") == ["Three"]


def test_who_was_in_critical_condition_and_died_is_not_among_the_injured() -> None:
    text = "The boy was taken to a hospital in critical condition. He was later pronounced dead."

    assert not told(text, Measure.INJURED)
    assert len(told(text)) == 1


def test_the_figures_of_people_stand_in_the_order_of_the_page() -> None:
    found = figures("John Roe died. The blast hurt two others.")

    assert [figure.id for figure in found] == ["f1", "f2"]
    assert [figure.text for figure in found] == ["John Roe", "two"]


def test_a_number_of_people_of_any_trade_stands_for_all() -> None:
    assert told("Two tilers were injured. John Roe is in critical condition.", Measure.INJURED) == ["Two"]
