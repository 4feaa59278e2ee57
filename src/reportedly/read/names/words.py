"""The word lists that decide what a name is: titles, given names, nouns for bodies and places."""

from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.read.gazetteer import fold
from reportedly.records import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Words that decide what a name is: the table of data/names.toml."""

    bodies: frozenset[str]
    domains: frozenset[str]
    firms: frozenset[str]
    not_names: frozenset[str]
    links: frozenset[str]
    place_after: frozenset[str]
    place_before: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Words for people and bodies: the table of data/titles.toml."""

    titles: frozenset[str]
    courtesies: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    roles: frozenset[str]
    voices: frozenset[str]
    products: frozenset[str]
    pictures: frozenset[str]
    papers: frozenset[str]
    fields: frozenset[str]
    organs: frozenset[str]
    offices: frozenset[str]
    past: frozenset[str]
    private: frozenset[str]
    some: frozenset[str]
    short: dict[str, str]
    wider: dict[str, frozenset[str]]
    also: dict[str, frozenset[str]]
    bodies: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _GivenNames:
    telling: str
    female: str
    male: str


@cache
def open_titles() -> Titles:
    """Return the words for people and bodies."""
    titles: Titles = read_lexicon("titles.toml", Titles)
    return titles


@cache
def telling_names() -> frozenset[str]:
    """Return the given names that show a person wherever one stands before a capitalised word."""
    return frozenset(read_lexicon("given_names.toml", _GivenNames).telling.splitlines())


@cache
def _pronouns_of_names() -> dict[str, str]:
    names = read_lexicon("given_names.toml", _GivenNames)
    return dict.fromkeys(names.female.splitlines(), "she") | dict.fromkeys(names.male.splitlines(), "he")


def pronoun_of(given: str) -> str | None:
    """Return "she" or "he" where a given name is only women's or only men's: "Olena" is she, "Kim" is not known."""
    return _pronouns_of_names().get(fold(given))


def title_length(sentence: Sentence, at: int) -> int:
    """Return how many words from `at` on are a title: 2 for "Prime Minister Ada Holm", else 0."""
    titles = open_titles().titles
    tokens = sentence.tokens
    if not tokens[at].text[0].isupper():
        return 0
    for length in range(min(5, len(tokens) - at), 0, -1):
        # "Commander-in-Chief" is five tokens without a space: compare what the words look like when joined
        joined = "".join(
            token.text if i == 0 or token.span.start == tokens[at + i - 1].span.end else f" {token.text}"
            for i, token in enumerate(tokens[at : at + length])
        )
        if joined in titles:
            return length
    return 0
