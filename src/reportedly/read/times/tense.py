"""Where the verb of an expression looks: "met on Friday" back, "will meet on Friday" ahead."""

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.read.times.host import Tense
from reportedly.read.times.tokens import open_lexicon
from reportedly.records import Sentence, Token
from reportedly.spans import Span

_AUXILIARIES = ("aux", "auxpass")
_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "CD", "PRP")
_ONWARD = ("for", "through", "till", "to", "until")  # "postponed to Friday": the verb looks back, the day ahead
_PRESENT = ("VBZ", "VBP")
_UNTIL = ("till", "until")
_ATTRIBUTIVE = ("amod", "compound", "nmod", "nummod", "poss", "appos")


class Verbs:
    """The verbs of a page's sentences, found by place. A page of any length is looked up in logarithmic time."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]

    def hook_at(self, span: Span) -> tuple[Sentence, int] | None:
        """Return the sentence of a place, and the index of its word that hangs on a word outside the place."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or not self._sentences[at].tokens:
            return None
        return self._sentences[at], _top(self._sentences[at], span)

    def tense_at(self, span: Span) -> Tense | None:
        """Return where the verb that governs a place looks; None where no verb says.

        A date inside a noun phrase ("the results of March", "Friday's vote") is not the verb's.
        """
        found = self.hook_at(span)
        if found is None:
            return None
        sentence, i = found
        while sentence.tokens[i].dep == "conj" and sentence.tokens[i].head != i:
            i = sentence.tokens[i].head
        if sentence.tokens[i].dep in _ATTRIBUTIVE:
            return _leaning(sentence, i)
        if sentence.tokens[i].lower in _UNTIL and not _is_range(sentence, span):
            return _tense_onward(sentence, i)
        return _tense_above(sentence, i)

    def reaches(self, span: Span) -> bool:
        """Tell whether "until" names the day of a turn, not the end of what lasted: the day itself is meant then.

        "The vote was put off until Monday" and "he was not told until Monday" tell of a Monday, "the road is shut until
        Monday" of all the days before.
        """
        found = self.hook_at(span)
        if found is None or found[0].tokens[found[1]].lower not in _UNTIL:
            return False
        sentence, above = found[0], found[0].tokens[found[1]].head
        return _is_denied(sentence, above) or _moves(sentence, above)


def _is_range(sentence: Sentence, span: Span) -> bool:
    """Tell "from Monday until Friday", which is the verb's as a whole, from "until Friday"."""
    first = bisect_right(sentence.tokens, span.start, key=lambda token: token.span.start) - 1
    return sentence.tokens[max(0, first)].lower == "from"


def _tense_above(sentence: Sentence, i: int) -> Tense | None:
    lexicon = open_lexicon()
    for above in sentence.above(i):
        token = sentence.tokens[above]
        if token.lower in lexicon.units or token.lower in lexicon.dayparts:
            continue  # "in the early hours of Thursday"
        if token.dep == "prep" and token.lower in _ONWARD:
            return _tense_onward(sentence, above)
        if token.tag in _NOUN_TAGS:
            return Tense.FUTURE if _is_planned(sentence, above) else _leaning(sentence, above)
        if token.tag in _PRESENT and (token.lower in lexicon.intending or _is_scheduled(sentence, above, i)):
            return Tense.FUTURE
        tense = _tense_for(sentence, above, i)
        if tense is not None or token.tag in _PRESENT:
            return tense
    return None


def _tense_for(sentence: Sentence, i: int, date: int) -> Tense | None:
    """Return where a verb looks with the date beside it."""
    if _sets(sentence, i, date):
        return Tense.FUTURE
    tense = _tense_of(sentence, i)
    return Tense.TOLD if tense is Tense.PAST and _tells(sentence, i, date) else tense


def _leaning(sentence: Sentence, i: int) -> Tense | None:
    """Tell the summit of "will prepare the summit in April", which may lie ahead, from what no verb speaks of.

    What lasts since the October flood, or was done after it, is behind it.
    """
    after = False
    if _is_told_of(sentence, sentence.tokens[i].head):
        return Tense.PAST
    for above in sentence.above(i):
        tense = _tense_of(sentence, above)
        if sentence.tokens[above].lower == "since" or (after and tense is Tense.PAST):
            return Tense.PAST
        if tense is not None:
            return Tense.LEANING if tense is Tense.FUTURE else None
        after = after or sentence.tokens[above].lower in ("after", "following")
    return None


def _is_told_of(sentence: Sentence, i: int) -> bool:
    """Tell the vote of "Friday's vote was close" from that of "Friday's vote was put off"."""
    lexicon, verb = open_lexicon(), sentence.tokens[i].head
    if not sentence.tokens[i].dep.startswith("nsubj") or _tense_of(sentence, verb) is not Tense.PAST:
        return False
    said = sentence.tokens[verb].lower
    return said not in lexicon.planning | lexicon.moving | lexicon.telling | lexicon.cancelling


def _tense_onward(sentence: Sentence, i: int) -> Tense | None:
    """Tell "put off until Tuesday" and "scheduled a vote for Monday", which look ahead, from "stayed until Tuesday"."""
    above = sentence.tokens[i].head
    if sentence.tokens[above].tag in _NOUN_TAGS:
        return Tense.FUTURE if _is_planned(sentence, above) else None
    tense = Tense.FUTURE if _puts_ahead(sentence, above) else _tense_of(sentence, above)
    if (tense is Tense.FUTURE and not _is_overtaken(sentence, above)) or (tense and _is_denied(sentence, above)):
        return tense
    return Tense.EXPECTED if _had(sentence, above) else None


def _is_denied(sentence: Sentence, i: int) -> bool:
    """Tell "was not told", "will not begin to open", "no one was told" from what is said to be so."""
    lexicon = open_lexicon()
    while sentence.tokens[i].dep in ("acomp", "xcomp") and sentence.tokens[i].head != i:
        if any(sentence.tokens[c].dep == "neg" for c in sentence.children[i]):
            return True
        i = sentence.tokens[i].head
    below = [*sentence.children[i]]
    subjects = [c for c in below if sentence.tokens[c].dep.startswith("nsubj")]
    nobody = (c for s in subjects for c in (s, *sentence.children[s]))
    return any(sentence.tokens[c].dep == "neg" for c in below) or any(
        sentence.tokens[c].lower in lexicon.denying for c in nobody
    )


def _is_overtaken(sentence: Sentence, i: int) -> bool:
    """Tell the plan of "a march planned for Monday was called off", whose Monday may be behind by now."""
    noun = sentence.tokens[i].head
    if sentence.tokens[i].dep != "acl" or not sentence.tokens[noun].dep.startswith("nsubj"):
        return False
    return _tense_of(sentence, sentence.tokens[noun].head) is Tense.PAST


def _is_planned(sentence: Sentence, i: int) -> bool:
    """Tell whether a noun is what a verb plans: the hearing of "scheduled a hearing for Monday"."""
    return sentence.tokens[i].dep == "dobj" and _puts_ahead(sentence, sentence.tokens[i].head)


def _sets(sentence: Sentence, i: int, date: int) -> bool:
    """Tell whether a verb lays its object on the date that follows: "scheduled a hearing Thursday"."""
    below = (c for c in sentence.children[i] if sentence.tokens[c].dep == "dobj")
    setting = sentence.tokens[i].lower in open_lexicon().setting and not _had(sentence, i)
    return setting and any(i < c < date for c in below)


def _tells(sentence: Sentence, i: int, date: int) -> bool:
    """Tell "invited ministers to a feast on 12 March", whose feast may lie ahead, from "announced on 12 March"."""
    between = (sentence.tokens[at] for at in range(i + 1, date))
    return sentence.tokens[i].lower in open_lexicon().telling and any(token.tag.startswith("NN") for token in between)


def _is_scheduled(sentence: Sentence, i: int, date: int) -> bool:
    """Tell "leaders meet on Monday" from "a leader meets voters on Monday", which may stand under a picture."""
    if sentence.tokens[i].lower not in open_lexicon().timetabled or date < i:
        return False
    own = (date, sentence.tokens[date].head, *sentence.children[date])
    between = [sentence.tokens[at] for at in range(i + 1, date) if at not in own]
    return all(token.tag.startswith("RB") or token.lower in open_lexicon().takings for token in between)


def _moves(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb lays something on another day: "postponed", "put off", but not "put"."""
    parted = any(sentence.tokens[c].dep == "prt" for c in sentence.children[i])
    return sentence.tokens[i].lower in open_lexicon().moving and (parted or sentence.tokens[i].lower != "put")


def _puts_ahead(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb lays something on a day to come, unless it did so before what is told of."""
    ahead = sentence.tokens[i].lower in open_lexicon().putting_ahead or _moves(sentence, i)
    return ahead and not _had(sentence, i)


def _had(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb is a past perfect: "had planned"."""
    below = [sentence.tokens[c] for c in sentence.children[i]]
    return any(token.lower in open_lexicon().had and token.dep in _AUXILIARIES for token in below)


def _top(sentence: Sentence, span: Span) -> int:
    """Return the word of the expression that hangs on a word outside it."""
    last = max(0, bisect_right(sentence.tokens, span.end - 1, key=lambda token: token.span.start) - 1)
    while sentence.tokens[last].head != last and sentence.tokens[sentence.tokens[last].head].span.overlaps(span):
        last = sentence.tokens[last].head
    return last


def _tense_of(sentence: Sentence, i: int) -> Tense | None:
    """Return where a word looks, if it is a verb or looks ahead by itself: "due", "expected"."""
    lexicon = open_lexicon()
    token = sentence.tokens[i]
    helpers = tuple(sentence.tokens[c] for c in sentence.children[i] if sentence.tokens[c].dep in _AUXILIARIES)
    words = {helper.lower for helper in helpers}
    if words & lexicon.future_auxiliaries:
        return Tense.PAST if "have" in words and not words & lexicon.will else Tense.FUTURE
    if token.lower in lexicon.looking_ahead and (token.tag == "JJ" or words or _aims(sentence, i)):
        return None if _past_helper(helpers) or _was(sentence, token.head) else Tense.FUTURE
    if "to" in words and token.dep != "advcl":
        return _tense_of_infinitive(sentence, token.head)
    if token.tag == "VBD" or _past_helper(helpers) or (token.tag == "VBN" and not words - lexicon.perfect_auxiliaries):
        return Tense.PAST
    return None


def _tense_of_infinitive(sentence: Sentence, above: int) -> Tense | None:
    """Tell "agreed to meet on Friday" from "failed to meet on Friday" and "had been due to meet on Friday"."""
    lexicon = open_lexicon()
    if sentence.tokens[above].lower in lexicon.past_infinitives:
        return Tense.PAST
    aimed = sentence.tokens[above].lower in lexicon.planning or sentence.tokens[above].lower in lexicon.looking_ahead
    if aimed and (_had(sentence, above) or _had(sentence, sentence.tokens[above].head)):
        return Tense.EXPECTED
    if sentence.tokens[above].tag in _NOUN_TAGS and _is_ranked(sentence, above):
        return _tense_of(sentence, sentence.tokens[above].head)
    if sentence.tokens[above].lower in lexicon.intending and sentence.tokens[above].tag == "VBG":
        return Tense.FUTURE
    was = _was(sentence, above) or _was(sentence, sentence.tokens[above].head)
    return None if was and sentence.tokens[above].lower in lexicon.looking_ahead else Tense.FUTURE


def _is_ranked(sentence: Sentence, i: int) -> bool:
    """Tell the mayor of "the first mayor to visit on Friday"."""
    lexicon = open_lexicon()
    return any(
        sentence.tokens[c].lower in lexicon.ordinals or sentence.tokens[c].lower in lexicon.ranking
        for c in sentence.children[i]
    )


def _was(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb of being, or its helper, is in the past: "was due", "had been expected"."""
    below = [sentence.tokens[c] for c in (i, *sentence.children[i])]
    return any(token.tag == "VBD" and token.lower in open_lexicon().past_being for token in below)


def _aims(sentence: Sentence, i: int) -> bool:
    """Tell "a summit set for April" from "a record set in April"."""
    return any(sentence.tokens[c].lower in ("for", "to") for c in sentence.children[i])


def _past_helper(helpers: Sequence[Token]) -> bool:
    return any(helper.tag == "VBD" for helper in helpers)
