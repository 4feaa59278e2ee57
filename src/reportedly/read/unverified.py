"""The sentence behind a statement in which the page says that nobody could check it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reportedly.read.hedges import hedges, negation_of
from reportedly.records import Attribution, Sentence
from reportedly.spans import Span, hull

_OBJECTS = frozenset({"dobj", "nsubjpass"})
# What is checked may be named by what it is of: "the authenticity of the report".
_OF = frozenset({"of", "in"})


def find_unverified(attribution: Attribution, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield the words by which the next sentence leaves the statement unchecked.

    `Orsk said the dam had held. The claim could not be independently verified.` gives "could not be independently
    verified". What is checked must be the statement: "it", "the report", "these figures". Where somebody else says so
    ("police said the claim could not be verified") it is his.
    """
    if not attribution.content:
        return
    whole = hull([*attribution.content, *attribution.cue, *attribution.source])
    after = bisect_right(sentences, whole.end - 1, key=lambda sentence: sentence.span.start)
    for sentence in sentences[after : after + 1]:
        for verb in sentence.roots:
            yield from _unchecked(sentence, verb)


def _unchecked(sentence: Sentence, root: int) -> Iterator[Span]:
    """Yield from the negation to the verb: "could not be verified", "was unable to confirm"."""
    verb = next((i for i in (root, *_completing(sentence, root)) if _checks(sentence, i)), None)
    if verb is None or not any(_means_the_statement(sentence, i) for i in sentence.children[verb]):
        return
    negation = negation_of(sentence, verb)
    if negation is None:
        return
    modal = negation - 1
    first = modal if modal >= 0 and sentence.tokens[modal].dep == "aux" else negation
    yield sentence.span_of(first, verb)


def _completing(sentence: Sentence, root: int) -> Iterator[int]:
    """Yield the verbs that complete the root: "confirm" of "was unable to confirm"."""
    for i in sentence.children[root]:
        if sentence.tokens[i].dep in ("xcomp", "acomp"):
            yield i
            yield from (below for below in sentence.children[i] if sentence.tokens[below].dep == "xcomp")


def _checks(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].lower in hedges().lists.unverified.verbs


def _means_the_statement(sentence: Sentence, i: int) -> bool:
    """Tell whether the word is what is checked, and means the statement: "the claim", "the truth of the claim"."""
    pointing = hedges().lists.unverified.pointing
    if sentence.tokens[i].dep not in _OBJECTS:
        return False
    named = [
        i,
        *(below for of in sentence.children[i] if sentence.tokens[of].lower in _OF for below in sentence.children[of]),
    ]
    return any(sentence.tokens[at].lower in pointing for at in named)
