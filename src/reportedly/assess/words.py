"""Words of a sentence that tell what it is about, and where sentences begin and end, without a parser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.lexicons import read_lexicon
from reportedly.spans import Span

WORD = re.compile(r"\w+")
# Quotation marks and brackets may stand on either side of a sentence's end.
SENTENCE_END = re.compile(r"[.!?…][\"'\u2019\u201d)\]]*\s+(?=[\"'\u2018\u201c(\[]?[A-Z0-9])")
SHORTEST_PLURAL = len("cats")
# Characters before a full stop that are looked at for an abbreviation.
LONGEST_ABBREVIATION = 20
LAST_WORD = re.compile(r"(\w+)[.!?…]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessWords:
    """The form of data/assess_words.toml."""

    abbreviations: frozenset[str]
    clause_openers: frozenset[str]
    comparing_words: tuple[str, ...]
    condition_words: frozenset[str]
    cutters: frozenset[str]
    dating_words: frozenset[str]
    earlier_words: tuple[str, ...]
    documents: frozenset[str]
    event_words: frozenset[str]
    expecting: frozenset[str]
    grave_words: frozenset[str]
    imprint_words: frozenset[str]
    more_words: frozenset[str]
    no_places: frozenset[str]
    number_words: frozenset[str]
    part_links: tuple[str, ...]
    part_words: tuple[str, ...]
    present_words: frozenset[str]
    report_heads: frozenset[str]
    report_words: frozenset[str]
    revising_words: frozenset[str]
    spokespeople: frozenset[str]
    stop_words: frozenset[str]
    tracking_keys: tuple[str, ...]
    unidentified: frozenset[str]
    verbs: frozenset[str]


def assess_words() -> AssessWords:
    """Return the word lists of this stage."""
    words: AssessWords = read_lexicon("assess_words.toml", AssessWords)
    return words


def stem(word: str) -> str:
    """Return the word without a plural's ending.

    >>> stem("Bodies"), stem("troops"), stem("losses")
    ('body', 'troop', 'loss')
    """
    word = word.casefold()
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]


def content_words(text: str) -> frozenset[str]:
    """Return the words that carry the meaning, each without its plural's ending.

    >>> sorted(content_words("The miners were sent to the Harrow pits"))
    ['harrow', 'miner', 'pit', 'sent']
    """
    stop_words = assess_words().stop_words
    return frozenset(stem(w) for w in WORD.findall(text) if len(w) > 1 and w.casefold() not in stop_words)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Return which part of the smaller set of words the larger one has; 0 where one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def sentences_in(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph; "Col. Kask" and "J. Kask" end none."""
    start = paragraph.start
    for end in SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if (
            not _is_abbreviation(text[max(start, end.start() - LONGEST_ABBREVIATION) : end.start()])
            or text[end.start()] != "."
        ):
            yield Span(start, end.end()).stripped(text)
            start = end.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end).stripped(text)


def _is_abbreviation(before: str) -> bool:
    last = LAST_WORD.search(before)
    if last is None:
        return False
    word = last[1]
    return (len(word) == 1 and word.isupper()) or word.casefold() in assess_words().abbreviations
