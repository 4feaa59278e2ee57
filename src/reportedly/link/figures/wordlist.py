"""The word lists of data/measures.toml, as the linkers look them up."""

from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.records import Measure


@dataclass(frozen=True)
class MeasureWords:
    """How the words around a number show one measure."""

    name: str
    objects: frozenset[str]
    subjects: frozenset[str]
    states: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True)
class Phrase:
    """Fixed words that show a measure."""

    words: str
    measure: str


@dataclass(frozen=True)
class Phrases:
    """Fixed words by where they stand."""

    after: tuple[Phrase, ...]


@dataclass(frozen=True)
class People:
    """What counts people only, and nouns of groups."""

    only: frozenset[str]
    hurt: frozenset[str]
    only_subjects: frozenset[str]
    lost: frozenset[str]
    armed_only: frozenset[str]
    armed: frozenset[str]
    groups: frozenset[str]


@dataclass(frozen=True)
class Suffering:
    """Verbs and nouns of injuries that are suffered."""

    verbs: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True)
class Transport:
    """Verbs of being taken, and where the injured are taken to."""

    verbs: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True)
class Unfound:
    """Verbs of finding people, and those who are looked for in another sense."""

    verbs: frozenset[str]
    hiding: frozenset[str]


@dataclass(frozen=True)
class Removal:
    """Verbs and adverbs of bringing people out."""

    verbs: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True)
class Fates:
    """What is said of one person without a number: how somebody is, where he was hit, that he is dead."""

    conditions: frozenset[str]
    limbs: frozenset[str]
    surviving: frozenset[str]
    ending: frozenset[str]
    deaths: frozenset[str]
    fatal: frozenset[str]


@dataclass(frozen=True)
class Origins:
    """Whose country may name them, the verbs of sending, and the words for a country's own rule."""

    people: frozenset[str]
    sending: frozenset[str]
    governments: frozenset[str]
    added: frozenset[str]


@dataclass(frozen=True)
class Levels:
    """Verbs that lay a number to their subject or set it for their object, and those it may stand behind."""

    verbs: frozenset[str]
    settings: frozenset[str]
    prepositions: frozenset[str]
    nouns: frozenset[str]
    passing: frozenset[str]


@dataclass(frozen=True)
class StatusWords:
    """Words that put a count in the future, or leave it open."""

    planned: frozenset[str]
    promising: frozenset[str]
    possible: frozenset[str]
    will: frozenset[str]
    may: frozenset[str]
    denied: frozenset[str]
    conditions: frozenset[str]
    attempted: frozenset[str]
    foreseen: frozenset[str]
    commenting: frozenset[str]
    asking: frozenset[str]


@dataclass(frozen=True)
class LeftOut:
    """Verbs and nouns that a number may stand at without what it counts."""

    saying: frozenset[str]
    speaking: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True)
class Corrections:
    """What an outlet calls its own earlier page."""

    versions: tuple[str, ...]


@dataclass(frozen=True)
class ScopeWords:
    """Words that take somebody into a count, or leave him out of it."""

    including: tuple[str, ...]
    excluding: tuple[str, ...]


@dataclass(frozen=True)
class TimeWords:
    """Words that make a time the state of a count; verbs whose time is that of the counting."""

    as_of: tuple[str, ...]
    counting: frozenset[str]


@dataclass(frozen=True)
class Wordlist:
    """The tables of data/measures.toml; what each is for stands there."""

    measure: tuple[MeasureWords, ...]
    nouns_with_verbs: dict[str, frozenset[str]]
    people: People
    suffering: Suffering
    transport: Transport
    unfound: Unfound
    removal: Removal
    fates: Fates
    origins: Origins
    phrases: Phrases
    levels: Levels
    status: StatusWords
    ellipsis: LeftOut
    corrections: Corrections
    scope: ScopeWords
    time: TimeWords


def wordlist() -> Wordlist:
    """Return the word lists."""
    lists: Wordlist = read_lexicon("measures.toml", Wordlist)
    return lists


@cache
def measures_of(role: str) -> dict[str, Measure]:
    """Return the measure of each word of a role: objects, subjects, states or nouns."""
    return {word: Measure(m.name) for m in wordlist().measure for word in getattr(m, role)}


@cache
def fixed_phrases() -> dict[str, tuple[tuple[tuple[str, ...], Measure], ...]]:
    """Return the fixed words after a number by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}
    for phrase in wordlist().phrases.after:
        words = tuple(phrase.words.split())
        found.setdefault(words[0], []).append((words, Measure(phrase.measure)))
    return {first: tuple(sorted(options, key=lambda o: -len(o[0]))) for first, options in found.items()}
