"""The word lists of data/quantities.toml, as the readers look them up."""

from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.read.quantities.words import WORD


@dataclass(frozen=True)
class Bounds:
    """Phrases before a number, by what they do to it."""

    at_least: tuple[str, ...]
    more_than: tuple[str, ...]
    at_most: tuple[str, ...]
    less_than: tuple[str, ...]
    nearly: tuple[str, ...]
    about: tuple[str, ...]
    exactly: tuple[str, ...]
    additional: tuple[str, ...]


@dataclass(frozen=True)
class After:
    """Phrases after a number, by what they do to it."""

    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    additional: tuple[str, ...]


@dataclass(frozen=True)
class Reaching:
    """Verbs that bound the number that they reach."""

    more_than: frozenset[str]


@dataclass(frozen=True)
class Words:
    """A plain list."""

    words: frozenset[str]


@dataclass(frozen=True)
class Changes:
    """Verbs and nouns of steps."""

    up: frozenset[str]
    down: frozenset[str]
    up_nouns: frozenset[str]
    down_nouns: frozenset[str]
    shares_only: frozenset[str]
    up_by: frozenset[str]
    down_by: frozenset[str]
    between: frozenset[str]
    moving: frozenset[str]
    waters: frozenset[str]


@dataclass(frozen=True)
class NoFigureAfter:
    """What stands after a number that is no figure."""

    words: frozenset[str]
    streets: frozenset[str]
    weapons: frozenset[str]
    scores: frozenset[str]


@dataclass(frozen=True)
class NoFigureBefore:
    """What stands before a number that is no figure."""

    labels: frozenset[str]
    titles: frozenset[str]
    ages: frozenset[str]
    scores: frozenset[str]
    years: frozenset[str]


@dataclass(frozen=True)
class Durations:
    """What stands around a duration that places something in time."""

    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True)
class Emergency:
    """Numbers that people dial, and what follows them then."""

    numbers: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True)
class Persons:
    """Nouns of people and of one person."""

    words: frozenset[str]
    singular: frozenset[str]


@dataclass(frozen=True)
class PronounOne:
    """Where "one" is a pronoun."""

    after: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True)
class Nought:
    """How nought is said without a number."""

    pronouns: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True)
class Ordinals:
    """Ranks, and the nouns whose last rank is a count."""

    nouns: frozenset[str]
    ranks: dict[str, int]


@dataclass(frozen=True)
class Singles:
    """What happens to one person who is counted without a number."""

    objects: frozenset[str]
    subjects: frozenset[str]
    states: frozenset[str]
    further: frozenset[str]
    conditions: frozenset[str]


@dataclass(frozen=True)
class Wordlist:
    """The tables of data/quantities.toml; what each is for stands there."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    abbreviated_scales: dict[str, int]
    vague: dict[str, tuple[int, int]]
    vague_multiples: dict[str, int]
    parts: dict[str, int]
    bounds: Bounds
    degrees: Words
    reaching: Reaching
    after: After
    changes: Changes
    currency_before: dict[str, str]
    currency_after: dict[str, str]
    units: dict[str, dict[str, tuple[str, ...]]]
    cased: Words
    capitals: Words
    crowds: Words
    no_figure_after: NoFigureAfter
    no_figure_before: NoFigureBefore
    months: Words
    durations: Durations
    indexes: Words
    pronoun_one: PronounOne
    nought: Nought
    counting: Words
    emergency: Emergency
    ordinals: Ordinals
    persons: Persons
    singles: Singles


def wordlist() -> Wordlist:
    """Return the word lists."""
    lists: Wordlist = read_lexicon("quantities.toml", Wordlist)
    return lists


@cache
def dimensions() -> dict[str, str]:
    """Return the dimension of each unit and currency: "km" is a length, "USD" money."""
    lists = wordlist()
    money = {*lists.currency_before.values(), *lists.currency_after.values()}
    return {unit: name for name, units in lists.units.items() for unit in units} | dict.fromkeys(money, "money")


@cache
def unit_words() -> dict[str, str]:
    """Return the unit of each way to write one after a number."""
    lists = wordlist()
    written = {words: unit for units in lists.units.values() for unit, ways in units.items() for words in ways}
    return written | lists.currency_after


@cache
def unit_starts() -> frozenset[str]:
    """Return the first word or sign of every way to write a unit."""
    return frozenset(match[0] for written in unit_words() for match in [WORD.match(written)] if match is not None)


@cache
def starters() -> frozenset[str]:
    """Return the words that a count without digits may start with."""
    lists = wordlist()
    scaled = {
        *lists.cardinals,
        *lists.scales,
        "dozen",
        "half",
        "a",
        "an",
        "both",
        "couple",
        "twice",
        *"\u00bc\u00bd\u00be",
    }
    return frozenset({*scaled, *lists.vague, *lists.vague_multiples, *lists.nought.pronouns, "no"})


@cache
def cues() -> frozenset[str]:
    """Return the words and digits without one of which a sentence holds no count."""
    return (starters() - {"a", "an"}) | wordlist().parts.keys() | frozenset("0123456789")
