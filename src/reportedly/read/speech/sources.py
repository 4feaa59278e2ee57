"""Who a cue belongs to: the noun phrase that speaks."""

import re
from collections.abc import Sequence

from reportedly.read.speech.quotations import DASHES, MARKS
from reportedly.records import Sentence, Token
from reportedly.spans import Span

ACCOUNT = re.compile(r"@\w{2,30}")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
FINITE = ("VBD", "VBZ", "VBP", "VBN")
FINITE_VERBS = frozenset({"MD", "VBD", "VBP", "VBZ"})
# "said on Monday at a meeting of the council."
LONGEST_END = 12
LONGEST_DATELINE = 10
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
    begin = max(below[first], min(_behind_dateline(sentence), i), min(_behind_idiom(sentence, below[first]), i))
    return sentence.span_of(begin, below[last])


def _behind_idiom(sentence: Sentence, first: int) -> int:
    """Return where "reports" begins in "took into account reports", which the tree reads as "account reports"."""
    return first + 1 if first and sentence.tokens[first - 1].lower == "into" else 0


def _behind_dateline(sentence: Sentence) -> int:
    """Return where "HARROW, Sorrand (Norpress) - The ministry" begins to speak; 0 where no dateline opens it."""
    tokens = sentence.tokens
    for i in range(1, min(LONGEST_DATELINE, len(tokens) - 1)):
        spaced = tokens[i - 1].span.end < tokens[i].span.start and tokens[i].span.end < tokens[i + 1].span.start
        if tokens[i].text in DASHES and spaced:
            return i + 1 if tokens[0].text.isupper() else 0
    return 0


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
            break
    return _account_beside(sentence, verb)


def _account_beside(sentence: Sentence, verb: int) -> Span | None:
    """Return the account right before or behind a verb, "@imarrant tweeted": the tree knows no such word."""
    near = [i for i in (verb - 1, verb + 1) if 0 <= i < len(sentence.tokens)]
    spans = (sentence.tokens[i].span for i in near if ACCOUNT.fullmatch(sentence.tokens[i].text))
    return next(spans, None)


def speaker_beside(sentence: Sentence, quotation_end: int, cue: Span) -> Span | None:
    """Return who stands between the end of a quotation and the cue, else right behind the cue."""
    between = [i for i in sentence.tokens_in(Span(quotation_end, cue.start)) if sentence.tokens[i].text[0].isalnum()]
    if between and any(sentence.tokens[i].tag[:2] in NOMINAL for i in between):
        return sentence.span_of(between[0], between[-1])
    verb = sentence.tokens_in(cue)[-1]
    behind = _noun_behind(sentence, verb)
    return None if behind is None else noun_phrase(sentence, behind)


def speaker_at_end(sentence: Sentence, verb: int) -> Span | None:
    """Return who stands before a last verb that the tree hung elsewhere: "..., the mayor, Ivo Kask, said on Monday"."""
    tokens = sentence.tokens
    if any(token.tag in FINITE_VERBS for token in tokens[verb + 1 :]) or len(tokens) - verb > LONGEST_END:
        return None
    named = verb > 1 and tokens[verb - 1].text == ","
    last = verb - 2 if named else verb - 1
    first = _after_comma(tokens, last)
    if named and first > 1:
        first = _after_comma(tokens, first - 2)
    inside = tokens[first : last + 1]
    speaks = any(token.tag[:2] in NOMINAL for token in inside) and not any(
        token.tag[:1] in "VI" for token in inside[:1]
    )
    told = any(token.tag in FINITE_VERBS for token in tokens[:first])
    bare = not any(token.tag in FINITE_VERBS for token in inside)
    return sentence.span_of(first, last) if first and speaks and bare and told else None


def _after_comma(tokens: Sequence[Token], at: int) -> int:
    """Return the first place of the stretch between commas that holds a place; 0 where no comma stands before it."""
    while at > 0 and tokens[at].text != ",":
        at -= 1
    return at + 1 if at > 0 else 0


def _own_subject(sentence: Sentence, verb: int) -> int | None:
    subjects = [c for c in sentence.children[verb] if sentence.tokens[c].dep in SUBJECTS]
    if subjects:
        before = [c for c in subjects if c < verb]
        return before[-1] if before else subjects[0]  # the last: a dateline's place may be taken for another
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
