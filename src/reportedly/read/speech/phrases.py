"""Candidates whose cue is no verb: "according to", "citing", a colon."""

from collections.abc import Iterator, Sequence

from reportedly.read.speech.candidates import Candidate, Kind
from reportedly.read.speech.contents import around
from reportedly.read.speech.labels import is_no_speaker
from reportedly.read.speech.quotations import MARKS
from reportedly.read.speech.relayers import is_party
from reportedly.read.speech.sources import noun_phrase, subject_of
from reportedly.read.speech.trees import Word
from reportedly.records import Token
from reportedly.spans import Span

DETERMINERS = frozenset({"a", "an", "the"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
LONGEST_NAME = 5


def read_according(word: Word) -> Iterator[Candidate]:
    """Yield the sentence for "according to Orsk", wherever in it that stands."""
    to = next((c for c in word.children if c.token.lower == "to"), None)
    who = None if to is None else to.child("pobj")
    if to is None or who is None:
        return
    source = _with_name(who)
    cue = word.sentence.span_of(word.i, to.i)
    content = around(word.sentence, Span(cue.start, source.end))
    yield Candidate(kind=Kind.ACCORDING, sentence=word.index, cue=cue, source=source, content=content)


def _with_name(who: Word) -> Span:
    """Return who is named with what the tree cut off: "the agency Norpress", "the Observatory, a war monitor"."""
    phrase, tokens = noun_phrase(who.sentence, who.i), who.sentence.tokens
    at = who.sentence.tokens_in(phrase)[-1] + 1
    while at < len(tokens) and tokens[at].tag[:3] == "NNP" and tokens[at - 1].tag[:2] == "NN":
        at += 1
    end = _apposition_end(who, at)
    return Span(phrase.start, max(phrase.end, tokens[at - 1].span.end, end))


def _apposition_end(who: Word, comma: int) -> int:
    """Return where ", a war monitor based in Harrow" ends, 0 where none stands there."""
    tokens = who.sentence.tokens
    if comma + 1 >= len(tokens) or tokens[comma].text != "," or tokens[comma + 1].lower not in DETERMINERS:
        return 0
    last = comma
    while last + 1 < len(tokens) and (tokens[last + 1].text[0].isalnum() or tokens[last + 1].text == "-"):
        last += 1
        if tokens[last].tag in FINITE:
            return 0
    return tokens[last].span.end


def read_citing(word: Word) -> Iterator[Candidate]:
    """Yield whom "citing Norpress" names, who is nearer to the fact; of "citing costs", what is cited."""
    thing = word.child("dobj")
    if thing is None:
        return
    if cites_party(word):
        source = noun_phrase(word.sentence, thing.i)
        yield Candidate(kind=Kind.CITING, sentence=word.index, cue=word.span, source=source)
    else:
        source_of = subject_of(word.sentence, word.i)
        yield Candidate(sentence=word.index, cue=word.span, source=source_of, content=(thing.hull,))


def cites_party(word: Word) -> bool:
    """Tell whether who is cited can speak: "citing survivors and aid workers", "which cited the ministry"."""
    thing = word.child("dobj")
    return thing is not None and any(is_party(noun) for noun in _joined(thing))


def _joined(noun: Word) -> Iterator[Word]:
    """Yield "survivors" and "workers" of "survivors and aid workers"."""
    at: Word | None = noun
    while at is not None:
        yield at
        at = at.child("conj")


def read_colon(first: Word) -> Iterator[Candidate]:
    """Yield `Orsk: "We will stay."` and the transcript's "ORSK: We will stay."."""
    tokens = first.sentence.tokens
    at = next((i for i, token in enumerate(tokens[: LONGEST_NAME + 1]) if token.text == ":"), 0)
    if at == 0 or at + 1 == len(tokens) or not (is_party(first.at(at - 1)) or _names_speaker(first, at)):
        return
    source, name = first.sentence.span_of(0, at - 1), tokens[at - 1]
    if is_no_speaker(" ".join(token.text for token in tokens[:at])) or not _says_something(tokens[at + 1 :]):
        return
    speaks_plainly = name.entity == "PERSON" or name.text.isupper()
    yield Candidate(
        kind=Kind.COLON if speaks_plainly else Kind.VERB,
        sentence=first.index,
        cue=tokens[at].span,
        source=source,
        content=(first.sentence.span_of(at + 1, len(tokens) - 1),) if speaks_plainly else (),
        speaks=True,
    )


def _says_something(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence stands behind the colon, or words in marks: "Drums: Ivo Kask" says nothing."""
    return any(token.tag in FINITE or token.text in MARKS or token.tag == "VB" for token in tokens)


def _names_speaker(first: Word, colon: int) -> bool:
    """Tell whether a name that the model does not know stands before words in marks: `Kask: 'We will stay'`."""
    tokens = first.sentence.tokens
    return tokens[colon + 1].text in MARKS and all(token.tag == "NNP" for token in tokens[:colon])
