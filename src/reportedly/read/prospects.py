"""What a page holds without saying it outright: what lies ahead of it, and when what followed from an event was.

"The troops will soon enter the town": pages that tell of them in the town are likely later ones. "Last year they sent
900 men, of whom 300 were killed": the killing too was last year. Both are only likely (docs/explanation/dating.md).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.read.happenings import clue_words, core_of, is_past, own_words
from reportedly.read.times.tokens import open_lexicon
from reportedly.records import Clue, Sentence
from reportedly.spans import Span, hull

_PRESENT = frozenset({"VBZ", "VBP"})


def find_prospects(text: str, sentence: Sentence) -> Iterator[Clue]:
    """Yield what a sentence says will or may come: "troops will soon enter the town", "plans to send more men"."""
    for i, token in enumerate(sentence.tokens):
        if token.tag.startswith("VB") and _lies_ahead(sentence, i):
            core = core_of(sentence, i)
            event = _with_core(own_words(sentence, i, Span(0, 0)), core)
            if len(core) > 1:
                words = " ".join(hull(event).of(text).split())
                yield Clue(span=hull(event), text=words, event=event, least=None, most=0, core=core, likely=True)


def _lies_ahead(sentence: Sentence, verb: int) -> bool:
    below = [sentence.tokens[c] for c in sentence.children[verb]]
    helpers = [token.lower for token in below if token.dep in ("aux", "auxpass")]
    if any(token.dep == "neg" for token in below) or "have" in helpers or sentence.tokens[-1].text == "?":
        return False
    if any(token.dep == "mark" and token.lower in clue_words().supposing for token in below):
        return False
    return not clue_words().ahead.isdisjoint(helpers) or ("to" in helpers and _is_planned(sentence, verb))


def _is_planned(sentence: Sentence, verb: int) -> bool:
    """Tell whether an infinitive hangs on a plan of the present: "plans to send", "are likely to be sent"."""
    token = sentence.tokens[verb]
    if token.dep != "xcomp":
        return False
    lexicon, above = open_lexicon(), sentence.tokens[token.head]
    if above.lower in lexicon.intending:
        return above.tag in _PRESENT
    beneath = [sentence.tokens[c] for c in sentence.children[token.head]]
    around = (sentence.tokens[above.head], *(helper for helper in beneath if helper.dep in ("aux", "auxpass")))
    return above.lower in lexicon.looking_ahead and any(one.tag in _PRESENT for one in around)


def find_consequences(clue: Clue, sentence: Sentence, at: int) -> Iterator[Clue]:
    """Yield what a relative clause tells of an event whose time opens the sentence, as of that time."""
    verb = next((i for i in sentence.above(at) if sentence.tokens[i].tag.startswith("VB")), None)
    if verb is None or clue.least is None or clue.after or clue.span.start > sentence.tokens[verb].span.start:
        return
    relative = [
        i for i in sentence.subtree(verb) if i != verb and _in_relative(sentence, i, verb) and is_past(sentence, i)
    ]
    for i in relative:
        core = core_of(sentence, i)
        event = _with_core(own_words(sentence, i, clue.span), core)
        if len(core) > 1:
            yield replace(clue, event=event, core=core, likely=True)


def _with_core(own: Iterable[Span], core: Sequence[Span]) -> tuple[Span, ...]:
    """Return an event's words with those that it is about, which may stand in another clause."""
    runs = tuple(own)
    return tuple(sorted((*runs, *(word for word in core if not any(run.contains(word) for run in runs)))))


def _in_relative(sentence: Sentence, i: int, verb: int) -> bool:
    """Tell whether a verb is that of a relative clause to the object of another, or stands beside it."""
    while sentence.tokens[i].dep == "conj":
        i = sentence.tokens[i].head
    token = sentence.tokens[i]
    return token.dep == "relcl" and sentence.tokens[token.head].head == verb
