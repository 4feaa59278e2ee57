"""Candidates whose cue is a noun: "reports that", "the claim of", "calls from Orsk to"."""

from collections.abc import Iterator

from reportedly.read.speech.candidates import Candidate, Kind
from reportedly.read.speech.sources import noun_phrase, subject_of
from reportedly.read.speech.trees import Word
from reportedly.spans import Span

OBJECTS = ("attr", "dobj", "oprd")
LAST = frozenset({"attr", "dobj", "pobj"})


def read_noun(noun: Word) -> Iterator[Candidate]:
    """Yield "there are reports that ...", "Orsk has information that ...", "Orsk's criticism of ..."."""
    clause = next((c for c in noun.children if c.token.dep in ("acl", "ccomp") and c.has_that()), None)
    if clause is not None:
        source, cue = _holder(noun)
        content = _before_background(clause) if source == noun.span else clause.hull
        yield Candidate(kind=Kind.NOUN, sentence=noun.index, cue=cue, source=source, content=(content,))
        return
    name = noun.words.noun_of[noun.token.lower]
    for link in _links(noun):
        wants = link.token.tag == "VB"
        word = "to" if wants else link.token.lower
        thing = link if wants else link.child("pobj", "pcomp")
        if f"{name} {word}" in noun.words.noun_preposition and thing is not None:
            source = _giver(noun, link)
            if source is not None:
                last = link.i if link.i == noun.i + 1 and not wants else noun.i
                cue = Span(_cue(noun).start, noun.at(last).span.end)
                content = Span(thing.hull.start, _end_of(noun, thing))
                yield Candidate(kind=Kind.NOUN, sentence=noun.index, cue=cue, source=source, content=(content,))
            return


def _before_background(clause: Word) -> Span:
    """Return the clause without the ", as ..." in which the page itself says why."""
    whole, below = clause.hull, clause.sentence.subtree(clause.i)
    for i in below:
        word = clause.at(i)
        opener = next((c for c in word.children if c.token.dep == "mark" and c.token.lower == "as"), None)
        if word.token.dep == "advcl" and opener is not None and opener.i > clause.i:
            before = word.at(opener.i - 1)
            if before.token.text == ",":
                return Span(whole.start, before.span.start)
    return whole


def _links(noun: Word) -> list[Word]:
    """Return what leads from a noun to its content: "reports circulating about", "calls from Orsk to leave"."""
    deeper = [k for c in noun.children if c.token.dep == "acl" for k in c.children]
    loose = noun.head.children if _by_or_from(noun) is not None and noun.token.dep in LAST else ()
    prepositions = [
        c for c in (*noun.children, *deeper, *loose) if c.token.dep == "prep" and c.token.lower != "to" and c.i > noun.i
    ]
    wanted = [c for c in noun.children if c.token.tag == "VB" and c.i > noun.i and c.child("aux") is not None]
    return [*prepositions, *wanted]


def _end_of(noun: Word, thing: Word) -> int:
    """Return where the content ends: with all that hangs on the noun, on "there are" with the clause."""
    end = max(thing.hull.end, noun.hull.end)
    verb = noun.head
    if verb.child("expl") is None or verb.i > noun.i:
        return end
    joined = verb.child("cc", "conj")
    return max(end, verb.hull.end) if joined is None or joined.i < noun.i else end


def _by_or_from(noun: Word) -> Word | None:
    """Return the "Orsk" of "claims by Orsk"."""
    for c in noun.children:
        if c.token.dep in ("agent", "prep") and c.token.lower in ("by", "from") and c.i > noun.i:
            return c.child("pobj")
    return None


def _is_held_off(noun: Word) -> bool:
    """Tell whether somebody else denies, or keeps silent on, what the noun says: it is not his then."""
    words, tokens = noun.words, noun.sentence.tokens
    verb = next((i for i in noun.sentence.above(noun.i) if tokens[i].tag[:1] == "V"), None)
    return verb is not None and noun.at(verb).base in words.denying | words.silence | words.refusal


def _bare(noun: Word) -> Span:
    """Return the noun with what names it: "media reports", without the judgement of "false claims"."""
    first = noun.i
    while first and noun.at(first - 1).token.dep == "compound" and noun.at(first - 1).token.head == noun.i:
        first -= 1
    return noun.sentence.span_of(first, noun.i)


def _holder(noun: Word) -> tuple[Span | None, Span]:
    """Return source and cue of "Orsk's claim that", "Orsk has information that", "there are reports that"."""
    owner = noun.child("poss")
    if owner is not None:
        return noun_phrase(noun.sentence, owner.i), _cue(noun)
    giver = _by_or_from(noun)
    if giver is not None:
        return noun_phrase(noun.sentence, giver.i), noun.span
    if _is_held_off(noun):
        return _bare(noun), noun.span
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
    giver = _by_or_from(noun)
    if giver is not None:
        phrase = noun_phrase(noun.sentence, giver.i)
        if preposition.i > giver.i and preposition.head.i != noun.i:
            phrase = _all_between(phrase, preposition)
        return _up_to(phrase, preposition)
    if noun.token.lower in noun.words.anonymous:
        return _up_to(noun_phrase(noun.sentence, noun.i), preposition)
    return None


def _up_to(phrase: Span, word: Word) -> Span:
    start = word.span.start
    return Span(phrase.start, start - 1) if phrase.start < start <= phrase.end else phrase


def _all_between(phrase: Span, word: Word) -> Span:
    """Return "all states, from A to B" of "calls from all states, from A to B, on"."""
    last = word.i - 1
    while not word.at(last).token.text[0].isalnum():
        last -= 1
    return Span(phrase.start, word.at(last).span.end)
