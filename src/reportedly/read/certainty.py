"""What a speaker does with what he says, and how sure he, or the page, is of it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.read.speech.words import ReportingWords, reporting_words
from reportedly.records import Attitude, Attribution, Certainty, Manner, Sentence, Stance
from reportedly.spans import Span

LEXICON = "hedges.toml"
FROM_DOUBT = (Certainty.DOUBTFUL, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)
NEGATIONS = frozenset({"n't", "neither", "never", "no", "nor", "not", "n’t"})
# What hangs below one of these tells of a detail, not of the statement.
DETAILS = frozenset({"acl", "advcl", "relcl"})
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "pcomp", "acl"})

Phrase = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SilenceWords:
    """Words of refusing to speak: in themselves, and under a negation."""

    refusing: frozenset[str]
    negated: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class FutureWords:
    """Words that put a clause in the time to come; `own` are subjects by which a speaker means himself."""

    sure: frozenset[str]
    unsure: frozenset[str]
    phrases: frozenset[str]
    own: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class HedgeLists:
    """`data/hedges.toml` as it stands."""

    grade: Mapping[Certainty, frozenset[str]]
    negated: Mapping[Certainty, frozenset[str]]
    stance: Mapping[Stance, frozenset[str]]
    silence: SilenceWords
    future: FutureWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """The lists turned for asking: phrases by their first word, stances by their base form."""

    plain: Mapping[str, Sequence[tuple[Phrase, Certainty]]]
    negated: Mapping[str, Sequence[tuple[Phrase, Certainty]]]
    stance_of: Mapping[str, Stance]
    silence: SilenceWords
    future: FutureWords
    ahead: Mapping[str, Sequence[tuple[Phrase, Certainty]]]


@cache
def hedges() -> Hedges:
    """Return the hedging words."""
    lists = read_lexicon(LEXICON, HedgeLists)
    return Hedges(
        plain=_by_first_word(lists.grade),
        negated=_by_first_word(lists.negated),
        stance_of={word: stance for stance, words in lists.stance.items() for word in words},
        silence=lists.silence,
        future=lists.future,
        ahead=_by_first_word({Certainty.PROBABLE: lists.future.phrases}),
    )


def _by_first_word(grades: Mapping[Certainty, frozenset[str]]) -> dict[str, list[tuple[Phrase, Certainty]]]:
    found: dict[str, list[tuple[Phrase, Certainty]]] = {}
    for grade, phrases in grades.items():
        for phrase in sorted(phrases):
            first, *rest = phrase.split()
            found.setdefault(first, []).append(((first, *rest), grade))
    return found


def find_attitude(text: str, attribution: Attribution, sentences: Sequence[Sentence]) -> Attitude:
    """Return stance and certainty of an attribution, with the hedging words of its content and cue.

    `Orsk said it was likely that the dam will hold.` expects, probable, by "likely". A hedge in a subordinate clause
    ("the dam, which may be old, held") is not the statement's.
    """
    del text  # the words are in the sentences
    marks = tuple(_hedges_in(attribution, sentences))
    certainty = min((grade for _, grade in marks), key=FROM_DOUBT.index, default=Certainty.CERTAIN)
    return Attitude(
        stance=_stance(attribution, sentences),
        certainty=certainty,
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
            inside = sentence.tokens_in(span)
            top = _top(sentence, inside)
            for i in inside:
                if not _in_detail(sentence, i, top):
                    yield from _graded(sentence, i)
    for span in attribution.cue:
        for sentence in _sentences_over(span, sentences):
            for i in sentence.tokens_in(span):
                yield from _graded(sentence, i)


def _top(sentence: Sentence, inside: Sequence[int]) -> frozenset[int]:
    """Return the words of a content that hang on nothing in it."""
    within = set(inside)
    return frozenset(i for i in inside if sentence.tokens[i].head == i or sentence.tokens[i].head not in within)


def _in_detail(sentence: Sentence, i: int, top: frozenset[int]) -> bool:
    at = i
    for above in (i, *sentence.above(i)):
        at = above
        if at in top:
            return False
        if sentence.tokens[at].dep in DETAILS:
            return True
    return False


def _graded(sentence: Sentence, i: int) -> Iterator[tuple[Span, Certainty]]:
    lower = sentence.tokens[i].lower
    words = hedges()
    denied = _phrase_at(sentence, i, words.negated.get(lower, ()))
    if denied is not None and _is_negated(sentence, i):
        yield denied
        return
    plain = _phrase_at(sentence, i, words.plain.get(lower, ()))
    if plain is not None and not _is_month(sentence, i):
        yield plain


def _phrase_at(
    sentence: Sentence, i: int, phrases: Sequence[tuple[Phrase, Certainty]]
) -> tuple[Span, Certainty] | None:
    for phrase, grade in phrases:
        last = i + len(phrase) - 1
        if last < len(sentence.tokens) and all(sentence.tokens[i + k].lower == w for k, w in enumerate(phrase)):
            return sentence.span_of(i, last), grade
    return None


def _is_month(sentence: Sentence, i: int) -> bool:
    """ "May" is a hedge as a modal verb only."""
    return sentence.tokens[i].lower == "may" and sentence.tokens[i].tag != "MD"


def _is_negated(sentence: Sentence, i: int) -> bool:
    """Tell whether a negation reaches the word: its own, its verb's, or that of the word that it completes."""
    reach = {i, *sentence.children[i]}
    token = sentence.tokens[i]
    if token.dep in ("acomp", "attr", "advmod", "xcomp", "prt", "oprd", "dobj"):
        reach |= set(sentence.children[token.head])
    return any(sentence.tokens[c].lower in NEGATIONS for c in reach)


# --- stance ----------------------------------------------------------------------------------------------------------


def _stance(attribution: Attribution, sentences: Sequence[Sentence]) -> Stance:
    by_cue = _cue_stance(attribution, sentences)
    return by_cue if by_cue is not None else _content_stance(attribution, sentences)


def _cue_stance(attribution: Attribution, sentences: Sequence[Sentence]) -> Stance | None:
    words, verbs = hedges(), reporting_words()
    for span in attribution.cue:
        for sentence in _sentences_over(span, sentences):
            cue = sentence.tokens_in(span)
            bases = [_base(sentence.tokens[i].lower, verbs) for i in cue]
            negated = any(sentence.tokens[i].lower in NEGATIONS for i in cue)
            if any(base in words.silence.refusing for base in bases):
                return Stance.NO_COMMENT
            if negated:
                return Stance.NO_COMMENT if any(base in words.silence.negated for base in bases) else None
            for base in bases:
                if base in words.stance_of:
                    return words.stance_of[base]
    return None


def _base(word: str, verbs: ReportingWords) -> str:
    return verbs.base_of.get(word) or verbs.noun_of.get(word) or word


def _content_stance(attribution: Attribution, sentences: Sequence[Sentence]) -> Stance:
    """Read the first sentence of the content: "The dam will hold" expects, "We will rebuild it" plans."""
    first = attribution.content[0]
    sentence = next(_sentences_over(first, sentences), None)
    if sentence is None:
        return Stance.ASSERTS
    inside = sentence.tokens_in(first)
    top = _top(sentence, inside)
    future = hedges().future
    for i in inside:
        token = sentence.tokens[i]
        if _in_detail(sentence, i, top):
            continue
        if token.dep == "aux" and token.lower in future.sure | future.unsure and not _is_done(sentence, token.head):
            own = token.lower in future.sure and _speaks_of_himself(attribution, sentence, token.head)
            return Stance.PLANS if own else Stance.EXPECTS
        if _phrase_at(sentence, i, hedges().ahead.get(token.lower, ())) is not None:
            return Stance.EXPECTS
    return Stance.ASSERTS


def _is_done(sentence: Sentence, verb: int) -> bool:
    """ "would have fallen", "may have fallen" tell of what is past, "may be old" of what is."""
    auxiliaries = {sentence.tokens[c].lower for c in sentence.children[verb] if sentence.tokens[c].dep == "aux"}
    return "have" in auxiliaries or (
        sentence.tokens[verb].lower == "be" and not auxiliaries & {"will", "shall", "’ll", "'ll", "wo", "would"}
    )


def _speaks_of_himself(attribution: Attribution, sentence: Sentence, verb: int) -> bool:
    subject = next((sentence.tokens[c].lower for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj"), "")
    own = {"i", "we"} if attribution.manner is Manner.DIRECT else {"he", "i", "she", "we"}
    return subject in own & hedges().future.own
