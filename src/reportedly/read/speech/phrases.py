"""Candidates whose cue is no verb: "according to", "citing", a colon, "reports that", "the claim of"."""

from collections.abc import Iterator

from reportedly.read.speech.candidates import Candidate, Kind
from reportedly.read.speech.contents import around
from reportedly.read.speech.relayers import is_party
from reportedly.read.speech.sources import noun_phrase, subject_of
from reportedly.read.speech.trees import Word
from reportedly.spans import Span

OBJECTS = ("attr", "dobj", "oprd")
LONGEST_NAME = 5


def read_according(word: Word) -> Iterator[Candidate]:
    """Yield the sentence for "according to Orsk", wherever in it that stands."""
    to = next((c for c in word.children if c.token.lower == "to"), None)
    who = None if to is None else to.child("pobj")
    if to is None or who is None:
        return
    source = noun_phrase(word.sentence, who.i)
    cue = word.sentence.span_of(word.i, to.i)
    content = around(word.sentence, Span(cue.start, source.end))
    yield Candidate(kind=Kind.ACCORDING, sentence=word.index, cue=cue, source=source, content=content)


def read_citing(word: Word) -> Iterator[Candidate]:
    """Yield whom "citing Norpress" names, who is nearer to the fact; of "citing costs", what is cited."""
    thing = word.child("dobj")
    if thing is None:
        return
    if is_party(thing):
        source = noun_phrase(word.sentence, thing.i)
        yield Candidate(kind=Kind.CITING, sentence=word.index, cue=word.span, source=source)
    else:
        source_of = subject_of(word.sentence, word.i)
        yield Candidate(sentence=word.index, cue=word.span, source=source_of, content=(thing.hull,))


def read_colon(first: Word) -> Iterator[Candidate]:
    """Yield `Orsk: "We will stay."` and the transcript's "ORSK: We will stay."."""
    tokens = first.sentence.tokens
    at = next((i for i, token in enumerate(tokens[: LONGEST_NAME + 1]) if token.text == ":"), 0)
    if at == 0 or at + 1 == len(tokens) or not is_party(first.at(at - 1)):
        return
    source, name = first.sentence.span_of(0, at - 1), tokens[at - 1]
    speaks_plainly = name.entity == "PERSON" or name.text.isupper()
    yield Candidate(
        kind=Kind.COLON if speaks_plainly else Kind.VERB,
        sentence=first.index,
        cue=tokens[at].span,
        source=source,
        content=(first.sentence.span_of(at + 1, len(tokens) - 1),) if speaks_plainly else (),
        speaks=True,
    )


def read_noun(noun: Word) -> Iterator[Candidate]:
    """Yield "there are reports that ...", "Orsk has information that ...", "Orsk's criticism of ..."."""
    clause = next((c for c in noun.children if c.token.dep in ("acl", "ccomp") and c.has_that()), None)
    if clause is not None:
        source, cue = _holder(noun)
        yield Candidate(kind=Kind.NOUN, sentence=noun.index, cue=cue, source=source, content=(clause.hull,))
        return
    name = noun.words.noun_of[noun.token.lower]
    for preposition in _prepositions(noun):
        thing = preposition.child("pobj", "pcomp")
        if f"{name} {preposition.token.lower}" in noun.words.noun_preposition and thing is not None:
            source = _giver(noun, preposition)
            if source is not None:
                last = preposition.i if preposition.i == noun.i + 1 else noun.i
                cue = Span(_cue(noun).start, noun.at(last).span.end)
                yield Candidate(kind=Kind.NOUN, sentence=noun.index, cue=cue, source=source, content=(thing.hull,))
            return


def _prepositions(noun: Word) -> list[Word]:
    """Return those behind a noun, and of a participle that hangs on it: "reports circulating about"."""
    deeper = [k for c in noun.children if c.token.dep == "acl" for k in c.children]
    return [c for c in (*noun.children, *deeper) if c.token.dep == "prep" and c.i > noun.i]


def _holder(noun: Word) -> tuple[Span | None, Span]:
    """Return source and cue of "Orsk's claim that", "Orsk has information that", "there are reports that"."""
    owner = noun.child("poss")
    if owner is not None:
        return noun_phrase(noun.sentence, owner.i), _cue(noun)
    verb = noun.head
    if noun.token.dep not in OBJECTS or verb.token.tag[:1] != "V" or verb.i > noun.i:
        return None, noun.span
    there = verb.child("expl")
    if there is not None and there.i < noun.i:
        return noun.span, noun.sentence.span_of(there.i, noun.i)
    return subject_of(noun.sentence, verb.i), noun.sentence.span_of(verb.first_of_group(), noun.i)


def _cue(noun: Word) -> Span:
    """Return the noun with the "'s" before it: what is left of "Orsk's claim" beside the source."""
    before = noun.at(max(noun.i - 1, 0))
    return Span(before.span.start, noun.span.end) if before.token.tag == "POS" else noun.span


def _giver(noun: Word, preposition: Word) -> Span | None:
    """Return who gives "Orsk's criticism of", "calls from Orsk for"; "reports about" are their own source."""
    owner = noun.child("poss")
    if owner is not None:
        return noun_phrase(noun.sentence, owner.i)
    for c in noun.children:
        giver = c.child("pobj")
        if c.token.dep == "prep" and c.token.lower in ("by", "from") and giver is not None:
            return _up_to(noun_phrase(noun.sentence, giver.i), preposition)
    if noun.token.lower in noun.words.anonymous:
        return _up_to(noun_phrase(noun.sentence, noun.i), preposition)
    return None


def _up_to(phrase: Span, word: Word) -> Span:
    start = word.span.start
    return Span(phrase.start, start - 1) if phrase.start < start <= phrase.end else phrase
