import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.assess.populations import head_phrase, place_words, population_in, same_place, same_population


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norwegian troops", "soldiers from Norway"),
        ("Norwegians", "Norwegian soldiers"),
        ("Oslo's servicemen", "additional Norwegian troops sent last year"),
        ("people", "victims"),
        ("people", "others"),
        ("garment workers", "workers"),
        ("14-year-old boys", "boys"),
    ],
)
def test_one_population_in_two_wordings(one: str, other: str) -> None:
    assert same_population(population_in(one), population_in(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norwegian troops", "Swedish troops"),
        ("soldiers", "miners"),
        ("people", "children"),
        ("Norwegian soldiers", "Norwegian doctors"),
        ("library branches", "houses"),
    ],
)
def test_two_populations(one: str, other: str) -> None:
    assert not same_population(population_in(one), population_in(other))


def test_a_phrase_ends_where_it_says_when_or_where() -> None:
    assert head_phrase("Veldrian soldiers sent to fight in the north") == "Veldrian soldiers"
    assert head_phrase("miners, most of them young") == "miners"
    assert head_phrase("soldiers from Veldria") == "soldiers from Veldria"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Harrow", "the Harrow region", True),
        ("Harrow", None, True),
        ("Harrow", "Tolm", False),
        ("Harrow", "Norway", True),
        ("Norway", "Sweden", False),
        ("Oslo", "Bergen", False),
    ],
)
def test_places_that_can_be_one(one: str, other: str | None, same: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert same_place(place_words(one), place_words(other)) is same


@given(st.text())
def test_any_words_are_a_population_of_their_own_kind(words: str) -> None:
    population = population_in(words)

    assert same_population(population, population)
