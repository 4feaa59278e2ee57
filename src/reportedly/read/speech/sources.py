"""Who a cue belongs to: the noun phrase that speaks."""

from reportedly.read.speech.quotations import DASHES, MARKS
from reportedly.records import Sentence, Token
from reportedly.spans import Span

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
FINITE = ("VBD", "VBZ", "VBP", "VBN")
NOMINAL = ("NN", "PR", "DT", "CD")
INSIDE_NAME = ("amod", "compound", "det", "nmod", "nummod", "poss")
ENDS = MARKS | {",", "!", "?", "…", "''"}
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
    while last > at and not _names(sentence.tokens[below[last]]):
        last -= 1
    return sentence.span_of(below[first], below[last])


def _names(token: Token) -> bool:
    """Tell whether a last word is part of a name: punctuation and the "'s" of "Orsk's" are not."""
    return token.tag != "POS" and token.text[-1].isalnum()


def subject_of(sentence: Sentence, verb: int) -> Span | None:
    """Return who does what the verb says, through chains of verbs: "Orsk rose, adding that ..."."""
    for at in (verb, *sentence.above(verb)):
        found = _own_subject(sentence, at)
        if found is not None:
            return noun_phrase(sentence, found)
        token = sentence.tokens[at]
        if token.dep in ("acl", "relcl"):
            return _before(noun_phrase(sentence, token.head), sentence, at)
        if token.dep not in CLIMBS:
            return None
    return None


def speaker_beside(sentence: Sentence, quotation_end: int, cue: Span) -> Span | None:
    """Return who stands between the end of a quotation and the cue, else right behind the cue."""
    between = [i for i in sentence.tokens_in(Span(quotation_end, cue.start)) if sentence.tokens[i].text[0].isalnum()]
    if between and any(sentence.tokens[i].tag[:2] in NOMINAL for i in between):
        return sentence.span_of(between[0], between[-1])
    verb = sentence.tokens_in(cue)[-1]
    behind = _noun_behind(sentence, verb)
    return None if behind is None else noun_phrase(sentence, behind)


def _own_subject(sentence: Sentence, verb: int) -> int | None:
    children = sentence.children[verb]
    for c in children:
        if sentence.tokens[c].dep in SUBJECTS:
            return c
    return _inverted(sentence, verb)


def _inverted(sentence: Sentence, verb: int) -> int | None:
    """Return who stands behind the verb, after the words: `"...," - said Orsk`, "The dam held, said Orsk"."""
    if sentence.tokens[verb].tag not in FINITE or not _ends_words(sentence, verb - 1):
        return None
    return _noun_behind(sentence, verb)


def _noun_behind(sentence: Sentence, verb: int) -> int | None:
    tokens = sentence.tokens
    at = verb + 1
    if at >= len(tokens):
        return None
    while at < tokens[at].head and tokens[at].dep in INSIDE_NAME:
        at = tokens[at].head
    return at if tokens[at].tag[:2] in NOMINAL else None


def _ends_words(sentence: Sentence, at: int) -> bool:
    """Tell whether a comma or a closing mark stands there, or a dash behind one."""
    while at >= 0 and sentence.tokens[at].text in DASHES:
        at -= 1
    return at >= 0 and sentence.tokens[at].text in ENDS


def _before(phrase: Span, sentence: Sentence, verb: int) -> Span | None:
    """Cut a noun phrase where the clause that hangs on it begins."""
    start = sentence.tokens[sentence.subtree(verb)[0]].span.start
    return Span(phrase.start, min(phrase.end, max(start - 1, phrase.start + 1)))
