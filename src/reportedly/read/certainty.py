"""What a speaker does with what he says, and how sure he, or the page, is of it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.read.speech.words import reporting_words
from reportedly.records import Attitude, Attribution, Certainty, Manner, Sentence, Stance
from reportedly.spans import Span

LEXICON = "hedges.toml"
FROM_DOUBT = (Certainty.DOUBTFUL, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)
# What hangs below one of these tells of a detail, not of the statement.
DETAILS = frozenset({"acl", "advcl", "relcl"})
# By these a word completes another, whose negation then reaches it: "is not certain", "did not rule out".
COMPLETES = frozenset({"acomp", "advmod", "attr", "dobj", "oprd", "prt", "xcomp"})

Phrase = tuple[str, ...]
Graded = Mapping[str, Sequence[tuple[Phrase, Certainty]]]


@dataclass(frozen=True, kw_only=True)
class SilenceWords:
    """Verbs of refusing to speak: in themselves, and under a negation."""

    refusing: frozenset[str]
    negated: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class FutureWords:
    """Words that put a clause in the time to come, and the subjects by which a speaker means himself."""

    sure: frozenset[str]
    unsure: frozenset[str]
    phrases: frozenset[str]
    own: frozenset[str]
    own_quoted: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class HedgeLists:
    """`data/hedges.toml` as it stands."""

    grade: Mapping[Certainty, frozenset[str]]
    negated: Mapping[Certainty, frozenset[str]]
    stance: Mapping[Stance, frozenset[str]]
    negation: frozenset[str]
    accusing: frozenset[str]
    comparing: frozenset[str]
    silence: SilenceWords
    future: FutureWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """The lists turned for asking: phrases by their first word, stances by the base form of a cue's word."""

    lists: HedgeLists
    plain: Graded
    negated: Graded
    ahead: Graded
    stance_of: Mapping[str, Stance]


@cache
def hedges() -> Hedges:
    """Return the hedging words."""
    lists = read_lexicon(LEXICON, HedgeLists)
    return Hedges(
        lists=lists,
        plain=_by_first_word(lists.grade),
        negated=_by_first_word(lists.negated),
        ahead=_by_first_word({Certainty.PROBABLE: lists.future.phrases}),
        stance_of={word: stance for stance, words in lists.stance.items() for word in words},
    )


def _by_first_word(grades: Mapping[Certainty, frozenset[str]]) -> Graded:
    found: dict[str, list[tuple[Phrase, Certainty]]] = {}
    for grade, phrases in grades.items():
        for phrase in sorted(phrases):
            first, *rest = phrase.split()
            found.setdefault(first, []).append(((first, *rest), grade))
    return found


def find_attitude(text: str, attribution: Attribution, sentences: Sequence[Sentence]) -> Attitude:
    """Return stance and certainty of an attribution, with the hedging words of its content and cue.

    `Orsk said it was likely that the dam will hold.` expects, probable, by "likely". A hedge in a subordinate clause
    ("the dam, which may be old, held") is not the statement's. `sentences` are the page's, in order.
    """
    del text  # the sentences hold the words
    marks = tuple(_hedges_in(attribution, sentences))
    return Attitude(
        stance=_cue_stance(attribution, sentences) or _content_stance(attribution, sentences),
        certainty=min((grade for _, grade in marks), key=FROM_DOUBT.index, default=Certainty.CERTAIN),
        hedges=tuple(sorted({span for span, _ in marks})),
    )


def _sentences_over(span: Span, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    k = max(0, bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1)
    while k < len(sentences) and sentences[k].span.start < span.end:
        if sentences[k].span.overlaps(span):
            yield sentences[k]
        k += 1


# --- certainty -------------------------------------------------------------------------------------------------------


def _hedges_in(attribution: Attribution, sentences: Sequence[Sentence]) -> Iterator[tuple[Span, Certainty]]:
    for span in attribution.content:
        for sentence in _sentences_over(span, sentences):
            for i in _main_words(sentence, span):
                yield from _graded(sentence, i)
    for span in attribution.cue:
        for sentence in _sentences_over(span, sentences):
            for i in sentence.tokens_in(span):
                yield from _graded(sentence, i)


def _main_words(sentence: Sentence, span: Span) -> Iterator[int]:
    """Yield the words of a content that no subordinate clause holds."""
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


def _graded(sentence: Sentence, i: int) -> Iterator[tuple[Span, Certainty]]:
    token = sentence.tokens[i]
    denied = _phrase_at(sentence, i, hedges().negated)
    if denied is not None and _is_negated(sentence, i):
        yield denied
        return
    plain = _phrase_at(sentence, i, hedges().plain)
    month = token.lower == "may" and token.tag != "MD"
    compared = i > 0 and sentence.tokens[i - 1].lower in hedges().lists.comparing  # "as much as possible"
    if plain is not None and not month and not compared and not _accuses(sentence, i):
        yield plain


def _accuses(sentence: Sentence, i: int) -> bool:
    """Tell "two suspects" and "suspected of theft" from "suspected rebels" and "police suspect that"."""
    token = sentence.tokens[i]
    if token.lower not in hedges().lists.accusing:
        return False
    return token.tag[:2] == "NN" or any(sentence.tokens[c].lower == "of" for c in sentence.children[i])


def _phrase_at(sentence: Sentence, i: int, phrases: Graded) -> tuple[Span, Certainty] | None:
    for phrase, grade in phrases.get(sentence.tokens[i].lower, ()):
        last = i + len(phrase) - 1
        if last < len(sentence.tokens) and all(sentence.tokens[i + k].lower == w for k, w in enumerate(phrase)):
            return sentence.span_of(i, last), grade
    return None


def _is_negated(sentence: Sentence, i: int) -> bool:
    """Tell whether a negation reaches the word: its own, or that of the verb that it completes."""
    token = sentence.tokens[i]
    reach = set(sentence.children[i])
    if token.dep in COMPLETES:
        reach |= set(sentence.children[token.head])
    return any(sentence.tokens[c].lower in hedges().lists.negation for c in reach)


# --- stance ----------------------------------------------------------------------------------------------------------


def _cue_stance(attribution: Attribution, sentences: Sequence[Sentence]) -> Stance | None:
    words = hedges()
    for span in attribution.cue:
        for sentence in _sentences_over(span, sentences):
            cue = [sentence.tokens[i].lower for i in sentence.tokens_in(span)]
            bases = [_base(word) for word in cue]
            if any(base in words.lists.silence.refusing for base in bases):
                return Stance.NO_COMMENT
            if any(word in words.lists.negation for word in cue):
                return Stance.NO_COMMENT if any(base in words.lists.silence.negated for base in bases) else None
            stance = next((words.stance_of[base] for base in bases if base in words.stance_of), None)
            if stance is not None:
                return stance
    return None


def _base(word: str) -> str:
    verbs = reporting_words()
    return verbs.base_of.get(word) or verbs.noun_of.get(word) or word


def _content_stance(attribution: Attribution, sentences: Sequence[Sentence]) -> Stance:
    """Read the first sentence of the content: "The dam will hold" expects, "We will rebuild it" plans."""
    first = attribution.content[0]
    future = hedges().lists.future
    for sentence in (*_sentences_over(first, sentences),)[:1]:
        for i in _main_words(sentence, first):
            token = sentence.tokens[i]
            modal = token.dep == "aux" and token.lower in future.sure | future.unsure
            if modal and not _is_done(sentence, token.head):
                own = token.lower in future.sure and _means_himself(attribution, sentence, token.head)
                return Stance.PLANS if own else Stance.EXPECTS
            if _phrase_at(sentence, i, hedges().ahead) is not None:
                return Stance.EXPECTS
    return Stance.ASSERTS


def _is_done(sentence: Sentence, verb: int) -> bool:
    """Tell whether a modal verb speaks of what is or was: "may have fallen", "may be old"."""
    auxiliaries = {sentence.tokens[c].lower for c in sentence.children[verb] if sentence.tokens[c].dep == "aux"}
    stands = sentence.tokens[verb].lower == "be" and not auxiliaries & hedges().lists.future.sure
    return "have" in auxiliaries or stands


def _means_himself(attribution: Attribution, sentence: Sentence, verb: int) -> bool:
    subject = next((sentence.tokens[c].lower for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj"), "")
    future = hedges().lists.future
    return subject in (future.own_quoted if attribution.manner is Manner.DIRECT else future.own)
