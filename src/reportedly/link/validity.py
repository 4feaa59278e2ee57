"""When what a statement tells happened or held, and what day it is current to: by the clauses of its own words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from reportedly.link.clauses import opening_of, top_of
from reportedly.link.figures.circumstances import is_as_of, is_beyond_comparison
from reportedly.link.holding import OPEN, Holding, holding_at, is_present, nearest_placed, together, when_of
from reportedly.link.statements import times_between
from reportedly.read.tenses import find_tense, is_finite, is_perfect, tense_words
from reportedly.records import Manner, Sentence, Stance, Statement, Tense, TimeMention, When
from reportedly.spans import Span

# Clauses of one statement that are looked at, and steps from "I think that" to what is thought.
_MOST_CLAUSES = 40
_DEEPEST = 3
_AHEAD = (Stance.PLANS, Stance.EXPECTS)
# Words between a time and its verb that only tie the two: "in the early hours of Friday".
_TIES = ("advmod", "npadvmod", "pobj", "prep", "pcomp")
_QUOTES = ("``", "''")
_SILENT = (Stance.ASKS, Stance.NO_COMMENT)


def find_validity(
    statements: Sequence[Statement], sentences: Sequence[Sentence], times: Sequence[TimeMention]
) -> tuple[Statement, ...]:
    """Return the statements with when what they tell held, and the day that they are current to.

    "300 have left since 3 March", said on the 9th, is of 3 to 9 March; "12 are missing" of the 9th; "they left" of any
    day up to the 9th. A question and a silence hold nothing.
    """
    clauses = _Clauses(sentences, times)
    return tuple(clauses.dated(statement) for statement in statements)


class _Clauses:
    """The sentences and times of a page, by where they stand."""

    def __init__(self, sentences: Sequence[Sentence], times: Sequence[TimeMention]) -> None:
        self._sentences = sorted(sentences, key=lambda sentence: sentence.span)
        self._starts = [sentence.span.start for sentence in self._sentences]
        self._times = times

    def dated(self, statement: Statement) -> Statement:
        """Return a statement with its validity."""
        told = self._as_of(statement) or statement.said
        if statement.stance in _SILENT:
            return replace(statement, as_of=told)
        found = self._holding(statement, told)
        return replace(statement, valid=found.valid, as_of=told, tense=found.tense, valid_span=found.span)

    def _as_of(self, statement: Statement) -> When | None:
        """Return the time of the words that says what they are current to: "as of 3 March"."""
        for span in statement.content:
            for sentence, words in self._parts(span):
                for time in times_between(self._times, words):
                    at = sentence.tokens_in(time.span)
                    if at and not is_present(time) and is_as_of(sentence, at[0]):
                        return when_of(time)
        return None

    def _parts(self, span: Span) -> Iterator[tuple[Sentence, Span]]:
        """Yield the sentences that a stretch of content runs over, each with its part of it."""
        for at in range(max(0, bisect_right(self._starts, span.start) - 1), len(self._sentences)):
            sentence = self._sentences[at]
            if sentence.span.start >= span.end:
                return
            if sentence.span.overlaps(span):
                start, end = max(sentence.span.start, span.start), min(sentence.span.end, span.end)
                yield sentence, Span(start, end)

    def _holding(self, statement: Statement, told: When | None) -> Holding:
        """Return when all clauses of a statement hold; of more than anyone says in one breath, nothing."""
        clauses = (
            self._of_clause(statement, sentence, verb, words, told)
            for span in statement.content
            for sentence, words in self._parts(span)
            for verb in _verbs(sentence, words)
        )
        found = list(islice(clauses, _MOST_CLAUSES + 1))
        if not found and statement.stance in _AHEAD and statement.content:
            return holding_at(None, Tense.FUTURE, told, perfect=False)
        return together(found) if 0 < len(found) <= _MOST_CLAUSES else OPEN

    def _of_clause(
        self, statement: Statement, sentence: Sentence, verb: int, words: Span, told: When | None
    ) -> Holding:
        ordered = [time for _, time in sorted(self._times_of(sentence, verb, words), key=lambda pair: pair[0])]
        opening = opening_of(sentence, statement)
        if opening is not None and words.start > opening.start:
            ordered.extend(time for time in times_between(self._times, opening) if not is_present(time))
        reported = statement.manner is not Manner.DIRECT or _is_quoted_after_helper(sentence, verb)
        tense = find_tense(sentence, verb, reported=reported)
        if tense is Tense.PRESENT and statement.stance in _AHEAD:
            tense = Tense.FUTURE  # "hopes that the dam holds"
        return holding_at(nearest_placed(ordered), tense, told, perfect=is_perfect(sentence, verb))

    def _times_of(self, sentence: Sentence, verb: int, words: Span) -> Iterator[tuple[int, TimeMention]]:
        """Yield the times of a verb with their distance from it; "now" and "as of Monday" say what it is current to."""
        for time in times_between(self._times, words):
            at = sentence.tokens_in(time.span)
            aside = (
                not at or is_present(time) or is_as_of(sentence, at[0]) or is_beyond_comparison(sentence, verb, at[0])
            )
            if not aside and _is_of(sentence, at, verb):
                yield abs(at[0] - verb), time


def _is_quoted_after_helper(sentence: Sentence, verb: int) -> bool:
    """Tell `said he would "bring in a law"`, whose "would" is the page's."""
    helpers = (c for c in sentence.children[verb] if sentence.tokens[c].dep == "aux" and c < verb)
    return any(token.tag in _QUOTES for c in helpers for token in sentence.tokens[c:verb])


def _verbs(sentence: Sentence, words: Span) -> Iterator[int]:
    """Yield the finite verbs that say what a stretch of content tells, without those of clauses below them."""
    inside = sentence.tokens_in(words)
    held = frozenset(inside)
    for i in inside:
        token = sentence.tokens[i]
        if token.head != i and token.head in held:
            continue
        for verb in _coordinated(sentence, i, held):
            if is_finite(sentence, verb):
                yield _viewed(sentence, verb)


def _coordinated(sentence: Sentence, i: int, held: frozenset[int]) -> Iterator[int]:
    """Yield a verb and the verbs that are tied to it: "fled" and "were caught" of "they fled, but were caught"."""
    todo = [i]
    while todo:
        at = todo.pop(0)
        yield at
        tied = (c for c in sentence.children[at] if c in held and sentence.tokens[c].dep in ("conj", "parataxis"))
        todo.extend(c for c in tied if sentence.tokens[c].tag.startswith("VB"))


def _viewed(sentence: Sentence, verb: int) -> int:
    """Return the verb of what is thought or likely: "fled" of "I think it is likely that he fled"."""
    tokens = sentence.tokens
    for _ in range(_DEEPEST):
        words = [verb, *(c for c in sentence.children[verb] if tokens[c].dep in ("acomp", "oprd"))]
        views = any(tokens[w].lower in (tense_words().viewing if w == verb else tense_words().viewed) for w in words)
        below = [c for w in words for c in sentence.children[w] if tokens[c].dep in ("ccomp", "csubj")]
        inner = next((c for c in below if is_finite(sentence, c)), None)
        if not views or inner is None:
            return verb
        verb = inner
    return verb


def _is_of(sentence: Sentence, at: Sequence[int], verb: int) -> bool:
    """Tell whether a time is the verb's own: not that of "Friday's vote was lost" nor of "a book on the 2011 flood".

    "On Friday they fled and hid" tells of one day, "they fled on Friday and hid" may be of two.
    """
    top = top_of(sentence, at)
    while at[0] < verb and _shares_subject(sentence, verb) and at[0] < sentence.tokens[verb].head:
        verb = sentence.tokens[verb].head
    for _ in range(_DEEPEST * 2):
        token = sentence.tokens[top]
        if token.dep not in _TIES:
            return False
        top = token.head
        if top == verb:
            return True
    return False


def _shares_subject(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    own = any(sentence.tokens[c].dep.startswith("nsubj") for c in sentence.children[verb])
    return token.dep == "conj" and token.head != verb and not own
