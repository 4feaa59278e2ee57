"""Who is counted, as far as two pages can mean the same: "DPRK troops", "soldiers from North Korea"."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.assess.words import WORD, assess_words, content_words, stem
from reportedly.lexicons import read_lexicon
from reportedly.read.gazetteer import Country
from reportedly.records import Figure

AGE = re.compile(r"\b\d+[- ]year[- ]olds?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindsOfPeople:
    """The form of data/populations.toml."""

    anyone: frozenset[str]
    areas: frozenset[str]
    loose: frozenset[str]
    kinds: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """What is read of data/gazetteer.toml here."""

    countries: tuple[Country, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Who is counted: names ("@KP", "harrow"), and nouns ("soldier"); both empty for people of no stated kind."""

    names: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()

    @property
    def anyone(self) -> bool:
        """Tell whether the words say no more than that people are counted."""
        return not (self.names or self.nouns)


def population_of(figure: Figure) -> Population:
    """Return who a figure counts.

    "North Korean soldiers sent last year" is {"@KP"} and {"soldier"}; so are "DPRK troops" and "soldiers from North
    Korea". "12 people" is nobody in particular.
    """
    return population_in(figure.who or figure.counted or "")


@cache
def population_in(words: str) -> Population:
    """Return who the words mean."""
    countries = _countries(capitals=True)
    places = {countries.codes[found[0]] for found in countries.pattern.finditer(words)}
    rest = head_phrase(AGE.sub(" ", countries.pattern.sub(" ", words)))
    kinds, people = _kinds(), _people()
    names, nouns = set(places), set[str]()
    for i, word in enumerate(WORD.findall(rest)):
        noun = stem(word)
        if noun.isdigit() or noun in people.anyone or noun in people.loose or noun not in content_words(word):
            continue
        named = word[0].isupper() and i > 0 and noun not in kinds
        (names if named else nouns).add(kinds.get(noun, noun))
    return Population(names=frozenset(names), nouns=frozenset(nouns))


def same_population(a: Population, b: Population) -> bool:
    """Tell whether two figures can count the same people.

    Names that both give have to agree, and so have the nouns; a figure that says less agrees with one that says more
    only as long as they share something: "North Koreans" and "North Korean soldiers", but not "people" and "miners".
    """
    if a.anyone or b.anyone:
        return a.anyone and b.anyone
    names = not (a.names and b.names) or a.names <= b.names or b.names <= a.names
    nouns = not (a.nouns and b.nouns) or a.nouns <= b.nouns or b.nouns <= a.nouns
    return names and nouns and bool(a.names & b.names or a.nouns & b.nouns)


def place_words(place: str | None) -> frozenset[str]:
    """Return the words of a place that tell it from others: "Kursk" and "the Kursk region" are one.

    >>> sorted(place_words("the Harrow district"))
    ['harrow']
    """
    return _place_words(place or "")


@cache
def _place_words(place: str) -> frozenset[str]:
    countries = _countries(capitals=False)
    codes = {countries.codes[found[0]] for found in countries.pattern.finditer(place)}
    rest = content_words(countries.pattern.sub(" ", place))
    return frozenset(codes) | (rest - _people().areas)


@lru_cache(maxsize=4096)
def countries_in(words: str) -> frozenset[str]:
    """Return the countries that words name, by their names, people or capitals.

    >>> sorted(countries_in("Norwegian police said in Stockholm"))
    ['@NO', '@SE']
    """
    countries = _countries(capitals=True)
    return frozenset(countries.codes[found[0]] for found in countries.pattern.finditer(words))


def same_place(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two places can be one, or one lie in the other; an unknown place can be any.

    Of a country and a place that is none it is not known that the one lies outside the other.
    """
    if not a or not b or a <= b or b <= a:
        return True
    return _is_country(a) != _is_country(b)


def _is_country(words: frozenset[str]) -> bool:
    return all(word.startswith("@") for word in words)


def head_phrase(words: str) -> str:
    """Return the phrase up to where it says when, where or why.

    >>> head_phrase("Veldrian soldiers sent to fight in the north")
    'Veldrian soldiers'
    """
    kept: list[str] = []
    for word in words.replace(",", " , ").split():
        if kept and (word == "," or word.casefold() in assess_words().cutters):
            break
        kept.append(word)
    return " ".join(kept)


@cache
def _kinds() -> dict[str, str]:
    return {word: kind[0] for kind in _people().kinds for word in kind}


def _people() -> KindsOfPeople:
    people: KindsOfPeople = read_lexicon("populations.toml", KindsOfPeople)
    return people


@dataclass(frozen=True, slots=True, kw_only=True)
class _CountryWords:
    codes: dict[str, str]
    pattern: re.Pattern[str]


@cache
def _countries(*, capitals: bool) -> _CountryWords:
    """Return the names and demonyms of countries, each with its country's code after an at sign.

    "Pyongyang's soldiers" are a country's; a place named Pyongyang is the city. Capitals are asked for accordingly.
    """
    codes: dict[str, str] = {}
    for country in read_lexicon("gazetteer.toml", Countries).countries:
        for word in (*country.names, *country.demonyms, *(country.capitals if capitals else ())):
            for form in (word, f"{word}s"):
                codes.setdefault(form, f"@{country.code}")
    longest_first = sorted(codes, key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
    return _CountryWords(codes=codes, pattern=pattern)
