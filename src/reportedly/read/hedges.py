"""The hedging words, and where they stand in a sentence: its main clauses, phrases of several words, negations."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from reportedly.lexicons import read_lexicon
from reportedly.records import Certainty, Sentence, Stance
from reportedly.spans import Span

LEXICON = "hedges.toml"
# What hangs below one of these tells of a detail, not of the statement.
DETAILS = frozenset({"acl", "advcl", "relcl"})
# By these a word completes another, whose negation then reaches it: "is not certain", "did not rule out".
COMPLETES = frozenset({"acomp", "advmod", "attr", "dobj", "oprd", "pobj", "prt", "xcomp"})
# A negation and its word are shown as one span where no more stands between: "not immediately clear".
_NEAR = 3

Value = TypeVar("Value")
Phrase = tuple[str, ...]
Graded = Mapping[str, Sequence[tuple[Phrase, Certainty]]]


@dataclass(frozen=True, kw_only=True)
class SilenceWords:
    """Verbs of refusing to speak: in themselves, and under a negation. "Refused to rule out" is none."""

    refusing: frozenset[str]
    negated: frozenset[str]
    excluding: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class FutureWords:
    """Words that put a clause in the time to come, and the subjects by which a speaker means himself."""

    sure: frozenset[str]
    unsure: frozenset[str]
    phrases: frozenset[str]
    own: frozenset[str]
    own_quoted: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class ImpersonalWords:
    """Forms of "be" and the participles that make a cue without a speaker: "is said", "it is noted"."""

    be: frozenset[str]
    possible: frozenset[str]
    certain: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class UnverifiedWords:
    """Verbs of checking, and the words for the statement before: "the claim could not be verified"."""

    verbs: frozenset[str]
    pointing: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class HedgeLists:
    """`data/hedges.toml` as it stands."""

    grade: Mapping[Certainty, frozenset[str]]
    negated: Mapping[Certainty, frozenset[str]]
    stance: Mapping[Stance, frozenset[str]]
    negation: frozenset[str]
    failing: frozenset[str]
    accusing: frozenset[str]
    comparing: frozenset[str]
    telling: frozenset[str]
    impersonal: ImpersonalWords
    unverified: UnverifiedWords
    silence: SilenceWords
    future: FutureWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """The lists turned for asking: phrases by their first word."""

    lists: HedgeLists
    plain: Graded
    negated: Graded
    ahead: Graded
    stances: Mapping[str, Sequence[tuple[Phrase, Stance]]]


@cache
def hedges() -> Hedges:
    """Return the hedging words."""
    lists = read_lexicon(LEXICON, HedgeLists)
    return Hedges(
        lists=lists,
        plain=_by_first_word(lists.grade.items()),
        negated=_by_first_word(lists.negated.items()),
        ahead=_by_first_word([(Certainty.PROBABLE, lists.future.phrases)]),
        stances=_by_first_word(lists.stance.items()),
    )


def _by_first_word(lists: Iterable[tuple[Value, frozenset[str]]]) -> dict[str, list[tuple[Phrase, Value]]]:
    found: dict[str, list[tuple[Phrase, Value]]] = {}
    for value, phrases in lists:
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, value))
    for phrases_there in found.values():
        phrases_there.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return found


def sentences_over(span: Span, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences that the span reaches into."""
    k = max(0, bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1)
    while k < len(sentences) and sentences[k].span.start < span.end:
        if sentences[k].span.overlaps(span):
            yield sentences[k]
        k += 1


def main_words(sentence: Sentence, span: Span) -> Iterator[int]:
    """Yield the words inside the span that no subordinate clause holds."""
    inside = sentence.tokens_in(span)
    within = set(inside)
    main = {i: True for i in inside if sentence.tokens[i].head == i or sentence.tokens[i].head not in within}
    for i in inside:
        path, at = [], i
        while at not in main and sentence.tokens[at].dep not in DETAILS:
            path.append(at)
            at = sentence.tokens[at].head
        main.update(dict.fromkeys((*path, at), main.get(at, False)))
        if main[i]:
            yield i


def phrase_at(sentence: Sentence, i: int, phrases: Graded) -> tuple[int, Certainty] | None:
    """Return the last word and the grade of the longest phrase that begins at the word."""
    for phrase, grade in phrases.get(sentence.tokens[i].lower, ()):
        last = i + len(phrase) - 1
        if last < len(sentence.tokens) and all(sentence.tokens[i + k].lower == w for k, w in enumerate(phrase)):
            return last, grade
    return None


def negation_of(sentence: Sentence, i: int) -> int | None:
    """Return the negation that reaches the word: its own or that of what it completes, if it stands before the word.

    In "was unable to verify" it is "unable"; "the dam likely did not break" has none that reaches "likely".
    """
    token, lists = sentence.tokens[i], hedges().lists
    near = [*sentence.children[i]]
    if token.dep in COMPLETES:
        near += [*sentence.children[token.head], token.head]
    fails = lists.failing if token.dep == "xcomp" else frozenset()
    return next((at for at in near if at < i and sentence.tokens[at].lower in lists.negation | fails), None)


def spans_of_negated(sentence: Sentence, negation: int, first: int, last: int) -> tuple[Span, ...]:
    """Return the words that show a hedge under a negation: one span where they stand close, else two."""
    if first - negation <= _NEAR:
        return (sentence.span_of(negation, last),)
    return sentence.tokens[negation].span, sentence.span_of(first, last)
