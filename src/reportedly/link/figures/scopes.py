"""Whom a count takes in or leaves out by its own words: "including the gunman", "the toll does not include him"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from reportedly.link.figures.nouns import Counted
from reportedly.link.figures.wordlist import wordlist
from reportedly.read.quantities.wordlist import wordlist as number_words
from reportedly.records import Figure, Measure, Scope, ScopeKind
from reportedly.spans import Span

# Who is meant ends here.
END = re.compile(r"[,;:.()\u2013\u2014]|\s(?:and|as|before|in|on|said|that|was|were|when|which|who|with)\b")
FIRST_WORD = re.compile(r"[\w'\u2019-]+")
LONGEST = 60


def read_scopes(text: str, figures: Mapping[int, Figure], where: Mapping[int, Counted]) -> dict[int, Figure]:
    """Return the figures, each with whom its sentence says that it takes in or leaves out.

    Of several figures of a sentence the nearest before the words has them. "Including two children" is a count of its
    own and no scope.
    """
    done = dict(figures)
    by_sentence: dict[Span, list[int]] = {}
    for i, figure in figures.items():
        if figure.measure is not Measure.OTHER and figure.unit == "person":
            by_sentence.setdefault(where[i].sentence.span, []).append(i)
    for sentence, ones in by_sentence.items():
        for scope in _scopes(text, sentence, [figures[i].span for i in figures]):
            before = [i for i in ones if figures[i].span.end <= scope.span.start]
            if before:
                done[before[-1]] = replace(done[before[-1]], scope=scope)
    return done


def _scopes(text: str, sentence: Span, numbers: Sequence[Span]) -> Iterator[Scope]:
    for found in _opening().finditer(text, sentence.start, sentence.end):
        end = END.search(text, found.end(), min(sentence.end, found.end() + LONGEST))
        stop = end.start() if end else min(sentence.end, found.end() + LONGEST)
        span = Span(found.start(), stop).stripped(text)
        first = FIRST_WORD.match(text, found.end())
        if first and not _counts(first[0]) and not any(number.overlaps(span) for number in numbers):
            yield Scope(kind=_kind(found[1].casefold()), who=" ".join(text[found.end() : stop].split()), span=span)


def _counts(word: str) -> bool:
    return word[0].isdigit() or word.casefold() in number_words().cardinals


def _kind(words: str) -> ScopeKind:
    kept = " ".join(words.split())
    return ScopeKind.EXCLUDING if kept in wordlist().scope.excluding else ScopeKind.INCLUDING


@cache
def _opening() -> re.Pattern[str]:
    scope = wordlist().scope
    longest_first = sorted((*scope.excluding, *scope.including), key=len, reverse=True)
    return re.compile(
        r"\b(" + "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first) + r")\s+", re.IGNORECASE
    )
