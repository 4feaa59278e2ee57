"""Whether words without a name still single out one actor: "the interior ministry" does, "officials" do not."""

from collections.abc import Sequence

from reportedly.link.parties.page import Page
from reportedly.link.parties.phrases import body_of
from reportedly.read.names import open_titles
from reportedly.records import NameKind, Sentence

# Kinds of body that a field of work tells apart: "the interior ministry", "the city council".
_WITH_A_FIELD = frozenset({"council", "ministry", "parliament"})


def singles_out(page: Page, sentence: Sentence, core: Sequence[int], head: int) -> bool:
    """Tell whether the words mean one body or the one who holds an office.

    They do where the body is one of which a country or a town has one ("the navy", "police"); where a field of work
    stands before it ("the interior ministry"); and where a body or an office has a named owner ("the agency of
    Veldria", "Veldria's president"). "A ministry", "a former president" and "Veldrian officials" mean none.
    """
    noun = sentence.tokens[head]
    if _leaves_open(sentence, core, head):
        return False
    if noun.lower in open_titles().organs:
        return True
    if noun.tag in ("NNS", "NNPS"):
        return False
    body = body_of(noun.lower)
    if body in _WITH_A_FIELD and _has_field(sentence, core, head):
        return True
    return (body is not None or noun.lower in open_titles().offices) and _owned(page, sentence, core, head)


def has_one_holder(sentence: Sentence, core: Sequence[int], head: int) -> bool:
    """Tell whether an owner would single it out: one office, one body, "her office", not "her aide"."""
    noun = sentence.tokens[head]
    one = noun.tag not in ("NNS", "NNPS") and (body_of(noun.lower) is not None or noun.lower in open_titles().offices)
    return one and not _leaves_open(sentence, core, head)


def _leaves_open(sentence: Sentence, core: Sequence[int], head: int) -> bool:
    """Tell whether the words say that there are several: "a ministry", "a former president"."""
    before = {sentence.tokens[i].lower for i in core if i < head}
    return sentence.tokens[core[0]].lower in open_titles().some or bool(open_titles().past & before)


def _has_field(sentence: Sentence, core: Sequence[int], head: int) -> bool:
    """Tell whether the words say what the body is for: "the health ministry", "the ministry of health"."""
    for i in core:
        token = sentence.tokens[i]
        before = i < head and (token.dep == "compound" or token.lower in open_titles().fields)
        if before or (token.lower == "of" and token.head == head):
            return True
    return False


def _owned(page: Page, sentence: Sentence, core: Sequence[int], head: int) -> bool:
    """Tell whether a place, a body or a person owns the noun: "Veldria's", "Holm's", "of Veldria", "in Ostrel"."""
    for i in core:
        name = page.name_over(sentence.tokens[i].span)
        if name is None or i == head or name.kind is NameKind.OTHER:
            continue
        above = sentence.tokens[sentence.tokens[i].head]
        if i < head or (above.lower in ("of", "in") and above.head == head):
            return True
    return False
