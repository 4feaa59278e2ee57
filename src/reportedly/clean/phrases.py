"""Phrases that give furniture away."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.clean.lines import Line, key_of
from reportedly.clean.shape import ends_sentence, has_address
from reportedly.lexicons import read_lexicon
from reportedly.records import FurnitureKind

_LONGEST_START = 7  # words
_LONGEST_COUNT = 6
_LONGEST_DATE = 16
_LONGEST_CAPTION = 350  # characters
_LONGEST_CONTACT = 160
_SITE = re.compile(r"(?<=\s)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,7}\b", re.IGNORECASE)  # "harlow.example"
_LABELLED = frozenset({FurnitureKind.CAPTION, FurnitureKind.RELATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The word list data/furniture.toml: phrases by kind of furniture, headings that end the article, little words."""

    whole: dict[FurnitureKind, tuple[str, ...]]
    starts: dict[FurnitureKind, tuple[str, ...]]
    holds: dict[FurnitureKind, tuple[str, ...]]
    counters: frozenset[str]
    date_words: frozenset[str]
    fences: tuple[str, ...]
    fence_starts: tuple[str, ...]
    little: frozenset[str]
    pictures: tuple[str, ...]
    contacts: tuple[str, ...]
    networks: tuple[str, ...]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The phrases, ready to be looked up by a line's key."""

    whole: Mapping[str, FurnitureKind]
    starts: Mapping[str, FurnitureKind]
    held: re.Pattern[str]
    holds: tuple[tuple[FurnitureKind, re.Pattern[str]], ...]
    counters: frozenset[str]
    date_words: frozenset[str]
    fences: frozenset[str]
    fence_starts: tuple[str, ...]
    little: frozenset[str]
    pictures: re.Pattern[str]
    contacts: tuple[str, ...]
    networks: tuple[str, ...]
    verbs: frozenset[str]

    def whole_kind(self, line: Line) -> FurnitureKind | None:
        """Return the kind of a line that is nothing but such a phrase: "Leave a Reply" is COMMENTS."""
        return self.whole.get(line.key) or self._menu(line)

    def _menu(self, line: Line) -> FurnitureKind | None:
        """Return NAVIGATION for the entries of a menu in one line: "Home | News | Weather"."""
        entries = line.text[:_LONGEST_CAPTION].split(" | ")
        menu = len(entries) > 1 and all(key_of(entry) in self.whole for entry in entries)
        return FurnitureKind.NAVIGATION if menu else None

    def start_kind(self, line: Line) -> FurnitureKind | None:
        """Return the kind that the line's first words show: "Read also: Bridge reopens" is RELATED."""
        words = line.key.split(" ", _LONGEST_START)[:_LONGEST_START]
        starts = (" ".join(words[:n]) for n in range(len(words), 0, -1))
        return next((self.starts[start] for start in starts if start in self.starts), None)

    def held_kind(self, line: Line) -> FurnitureKind | None:
        """Return the kind that words inside the line show: "Crews at the dam. (Harrow Photo/AFP via Getty Images)"."""
        if self.held.search(line.key) is None:
            return None
        return next(kind for kind, phrases in self.holds if phrases.search(line.key))

    def kinds(self, line: Line) -> tuple[FurnitureKind, ...]:
        """Return what the line's words, the first ones, or some inside it show, in this order."""
        found = (self.whole_kind(line), self.start_kind(line), self.held_kind(line))
        return tuple(kind for kind in found if kind is not None)

    def counts(self, line: Line) -> bool:
        """Tell whether the line is numbers and what they count on a page: "8,674 visitors online", "12 comments"."""
        words = line.key.split(" ", _LONGEST_COUNT)
        return (
            len(words) <= _LONGEST_COUNT
            and any(word[:1].isdigit() for word in words)
            and all(word[:1].isdigit() or word in self.counters for word in words)
        )

    def credits_picture(self, line: Line) -> bool:
        """Tell whether the line ends in the credit of a picture: "The dam. (Photo: Jane Roe)", "Credit: Norpress"."""
        return len(line.text) <= _LONGEST_CAPTION and self.pictures.search(line.text) is not None

    def labelled_kind(self, line: Line) -> FurnitureKind | None:
        """Return the kind that a label before a colon shows where no sentence follows: "MORE: Two dams in danger"."""
        label, colon, rest = line.text[:_LONGEST_CAPTION].partition(":")
        kind = self.whole.get(key_of(label)) if colon and rest.strip() and not ends_sentence(line.text, ".") else None
        return kind if kind in _LABELLED else None

    def reaches(self, line: Line) -> bool:
        """Tell whether the line says how to reach somebody: "Follow Jane Roe on Twitter @janeroe"."""
        return (
            len(line.text) <= _LONGEST_CONTACT
            and line.key.startswith(self.contacts)
            and (has_address(line.text) or any(network in line.key for network in self.networks))
        )

    def points_elsewhere(self, line: Line) -> bool:
        """Tell whether the line is a pointer with an address: "Also on harlow.example Bridge reopens"."""
        label = len(line.text) <= _LONGEST_CONTACT and not ends_sentence(line.text, ".")
        return label and self.start_kind(line) is FurnitureKind.RELATED and _SITE.search(line.text) is not None

    def dates(self, line: Line) -> bool:
        """Tell whether the line is a day or a time and nothing else: "Published: 3 March 2031, 9:15 am GMT"."""
        words = line.key.split(" ", _LONGEST_DATE)
        return (
            len(words) <= _LONGEST_DATE
            and any(word[:1].isdigit() for word in words)
            and all(word[:1].isdigit() or word in self.date_words for word in words)
        )


@cache
def furniture_phrases() -> Index:
    """Return the phrases of data/furniture.toml."""
    words = read_lexicon("furniture.toml", Phrases)
    return Index(
        whole=_by_key(words.whole),
        starts=_by_key(words.starts),
        held=_any_of([phrase for phrases in words.holds.values() for phrase in phrases]),
        holds=tuple((kind, _any_of(phrases)) for kind, phrases in words.holds.items()),
        counters=words.counters,
        date_words=words.date_words,
        fences=frozenset(key_of(phrase) for phrase in words.fences),
        fence_starts=tuple(key_of(phrase) for phrase in words.fence_starts),
        little=words.little,
        pictures=_picture_credit(words.pictures),
        contacts=tuple(f"{key_of(word)} " for word in words.contacts),
        networks=words.networks,
        verbs=words.verbs,
    )


def _by_key(phrases: Mapping[FurnitureKind, tuple[str, ...]]) -> dict[str, FurnitureKind]:
    return {key_of(phrase): kind for kind, listed in phrases.items() for phrase in listed}


def _picture_credit(words: tuple[str, ...]) -> re.Pattern[str]:
    named = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\((?=[^()]*\b(?:{named})\b)[^()]{{2,120}}\)\W*$|\b(?:{named}):[^.:()]{{2,50}}$", re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(re.escape(key_of(phrase)) for phrase in phrases)) + r")\b")
