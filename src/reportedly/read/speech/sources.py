"""Who a cue belongs to: the noun phrase that speaks."""

from reportedly.records import Sentence
from reportedly.spans import Span

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
INVERTED = ("dobj", "attr", "oprd", "npadvmod", "appos", "dep")
CLIMBS = ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp")


def noun_phrase(sentence: Sentence, i: int) -> Span:
    """Return the noun with all that hangs on it and touches it, without punctuation at the edges."""
    below = sentence.subtree(i)
    at = below.index(i)
    first = last = at
    while first and below[first - 1] == below[first] - 1:
        first -= 1
    while last + 1 < len(below) and below[last + 1] == below[last] + 1:
        last += 1
    while first < at and not sentence.tokens[below[first]].text[0].isalnum():
        first += 1
    while last > at and not sentence.tokens[below[last]].text[-1].isalnum():
        last -= 1
    return sentence.span_of(below[first], below[last])


def subject_of(sentence: Sentence, verb: int) -> Span | None:
    """Return who does what the verb says, through chains of verbs: "Orsk rose, adding that ..."."""
    at = verb
    seen = 0
    while seen < 8:
        found = _own_subject(sentence, at)
        if found is not None:
            return noun_phrase(sentence, found)
        token = sentence.tokens[at]
        if token.dep in ("acl", "relcl"):
            return _before(noun_phrase(sentence, token.head), sentence, at)
        if token.dep not in CLIMBS or token.head == at:
            return None
        at, seen = token.head, seen + 1
    return None


def _own_subject(sentence: Sentence, verb: int) -> int | None:
    children = sentence.children[verb]
    for c in children:
        if sentence.tokens[c].dep in SUBJECTS and c != verb:
            return c
    clause = next((c for c in children if sentence.tokens[c].dep == "ccomp" and c < verb), None)
    if clause is not None:
        return next((c for c in children if c > verb and sentence.tokens[c].dep in INVERTED), None)
    return None


def _before(phrase: Span, sentence: Sentence, verb: int) -> Span | None:
    """Cut a noun phrase where the clause that hangs on it begins."""
    start = sentence.tokens[sentence.subtree(verb)[0]].span.start
    return Span(phrase.start, min(phrase.end, max(start - 1, phrase.start + 1)))
