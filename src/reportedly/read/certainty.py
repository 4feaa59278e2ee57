"""What a speaker does with what he says, and how sure he, or the page, is of it."""

from collections.abc import Collection, Iterator, Sequence

from reportedly.read.hedges import (
    Graded,
    hedges,
    main_words,
    negation_of,
    phrase_at,
    sentences_over,
    spans_of_negated,
)
from reportedly.read.stance import find_stance
from reportedly.read.unverified import find_unverified
from reportedly.records import Attitude, Attribution, Certainty, Sentence
from reportedly.spans import Span, hull

FROM_DOUBT = (Certainty.DOUBTFUL, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)

Mark = tuple[Span, Certainty]


def find_attitude(text: str, attribution: Attribution, sentences: Sequence[Sentence]) -> Attitude:
    """Return stance and certainty of an attribution, with the hedging words of its content and cue.

    `Orsk said it was likely that the dam will hold.` expects, probable, by "likely". A hedge in a subordinate clause
    ("the dam, which may be old, held") is not the statement's. `Orsk said the dam had held. The claim could not be
    verified.` is possible: the page does not vouch. `sentences` are the page's, in order.
    """
    del text  # the sentences hold the words
    marks = tuple(_hedges_in(attribution, sentences))
    return Attitude(
        stance=find_stance(attribution, sentences),
        certainty=min((grade for _, grade in marks), key=FROM_DOUBT.index, default=Certainty.CERTAIN),
        hedges=_longest({span for span, _ in marks}),
    )


def _longest(spans: Collection[Span]) -> tuple[Span, ...]:
    """Return the spans in order without those inside another: "in all likelihood", not "likelihood" again."""
    return tuple(sorted(a for a in spans if not any(a != b and b.contains(a) for b in spans)))


def _hedges_in(attribution: Attribution, sentences: Sequence[Sentence]) -> Iterator[Mark]:
    for span in attribution.content:
        for sentence in sentences_over(span, sentences):
            for i in main_words(sentence, span):
                yield from _graded(sentence, i)
    for span in attribution.cue:
        for sentence in sentences_over(span, sentences):
            for i in sentence.tokens_in(span):
                yield from _graded(sentence, i)
    yield from _report_called(attribution, sentences)
    yield from _impersonal(attribution, sentences)
    for span in find_unverified(attribution, sentences):
        yield span, Certainty.POSSIBLE


def _graded(sentence: Sentence, i: int) -> Iterator[Mark]:
    token = sentence.tokens[i]
    denied, negation = phrase_at(sentence, i, hedges().negated), _negation(sentence, i)
    if denied is not None and negation is not None:
        if denied[1] is not Certainty.CERTAIN:
            yield from ((span, denied[1]) for span in spans_of_negated(sentence, negation, i, denied[0]))
        return
    plain = phrase_at(sentence, i, hedges().plain)
    month = token.lower == "may" and token.tag != "MD"
    compared = i > 0 and sentence.tokens[i - 1].lower in hedges().lists.comparing  # "as much as possible"
    if plain is not None and not month and not compared and not _accuses(sentence, i):
        yield sentence.span_of(i, plain[0]), plain[1]


def _negation(sentence: Sentence, i: int) -> int | None:
    """Return the negation that reaches a word; for "could" also one behind it: "could not hold", "nobody could"."""
    if sentence.tokens[i].tag != "MD":
        return negation_of(sentence, i)
    verb = sentence.tokens[i].head
    words = hedges().lists.negation
    return next((at for at in sentence.children[verb] if sentence.tokens[at].lower in words), None)


def _accuses(sentence: Sentence, i: int) -> bool:
    """Tell "two suspects" and "suspected of theft" from "suspected rebels" and "police suspect that"."""
    token = sentence.tokens[i]
    if token.lower not in hedges().lists.accusing:
        return False
    return token.tag[:2] == "NN" or any(sentence.tokens[c].lower == "of" for c in sentence.children[i])


# --- the page's own voice --------------------------------------------------------------------------------------------


def _report_called(attribution: Attribution, sentences: Sequence[Sentence]) -> Iterator[Mark]:
    """Yield what the page calls the report that it relies on: "according to unconfirmed reports"."""
    plain: Graded = hedges().plain
    for span in attribution.source:
        for sentence in sentences_over(span, sentences):
            for i in main_words(sentence, span):
                if sentence.tokens[i].lower in hedges().lists.telling:
                    grade = phrase_at(sentence, i, plain)
                    yield sentence.tokens[i].span, grade[1] if grade else Certainty.POSSIBLE


def _impersonal(attribution: Attribution, sentences: Sequence[Sentence]) -> Iterator[Mark]:
    """Yield the cue that names nobody: "is said" does not vouch, "it is noted" only shows that another speaks."""
    if attribution.source or not attribution.cue:
        return
    cue, words = hull(attribution.cue), hedges().lists.impersonal
    for sentence in sentences_over(cue, sentences):
        tokens = [sentence.tokens[i].lower for i in sentence.tokens_in(cue)]
        if words.be.isdisjoint(tokens) or not hedges().lists.negation.isdisjoint(tokens):
            continue
        if not words.possible.isdisjoint(tokens):
            yield cue, Certainty.POSSIBLE
        elif not words.certain.isdisjoint(tokens):
            yield cue, Certainty.CERTAIN
