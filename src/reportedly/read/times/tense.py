"""Where the verb of an expression looks: "met on Friday" back, "will meet on Friday" ahead."""

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.read.times.calculus import Tense
from reportedly.read.times.tokens import open_lexicon
from reportedly.records import Sentence
from reportedly.spans import Span

_AUXILIARIES = ("aux", "auxpass")


class Verbs:
    """The verbs of a page's sentences, found by place. A page of any length is looked up in logarithmic time."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]

    def tense_at(self, span: Span) -> Tense | None:
        """Return where the verb that governs a place looks; None where no verb says."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or not self._sentences[at].tokens:
            return None
        sentence = self._sentences[at]
        inside = _first_token(sentence, span)
        for i in (inside, *sentence.above(inside)):
            tense = _tense_of(sentence, i)
            if tense is not None or _is_finite(sentence, i):
                return tense
        return None


def _first_token(sentence: Sentence, span: Span) -> int:
    return max(0, bisect_right(sentence.tokens, span.end - 1, key=lambda token: token.span.start) - 1)


def _tense_of(sentence: Sentence, i: int) -> Tense | None:
    """Return where a word looks, if it is a verb or looks ahead by itself: "due", "expected"."""
    lexicon = open_lexicon()
    token = sentence.tokens[i]
    auxiliaries = [sentence.tokens[c] for c in sentence.children[i] if sentence.tokens[c].dep in _AUXILIARIES]
    if any(a.lower in lexicon.future_auxiliaries for a in auxiliaries):
        return Tense.PAST if any(a.lower == "have" for a in auxiliaries) else Tense.FUTURE
    if token.lower in lexicon.looking_ahead:
        return Tense.FUTURE
    if token.tag == "VB" and any(a.lower == "to" for a in auxiliaries):
        above = sentence.tokens[token.head].lower
        return Tense.PAST if above in lexicon.past_infinitives else Tense.FUTURE
    if token.tag in ("VBD", "VBN") or any(a.tag == "VBD" for a in auxiliaries):
        return Tense.PAST
    return None


def _is_finite(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].tag in ("VBZ", "VBP")
