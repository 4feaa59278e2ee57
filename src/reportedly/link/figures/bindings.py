"""What a number measures, by the words that take hold of it: "killing three", "of which 300 were killed"."""

from collections.abc import Iterator
from itertools import islice

from reportedly.link.figures.beside import read_beside
from reportedly.link.figures.nouns import Counted, hangs_on, is_people
from reportedly.link.figures.verbs import lives_on, read_governing, read_hanging
from reportedly.link.figures.wordlist import measures_of, wordlist
from reportedly.read.quantities.ordinals import read_ordinal
from reportedly.read.quantities.wordlist import dimensions
from reportedly.read.quantities.wordlist import wordlist as number_words
from reportedly.records import Measure, Quantity, Sentence

HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.MISSING})
BY_DIMENSION = {
    "money": Measure.MONEY,
    "area": Measure.AREA,
    "length": Measure.DISTANCE,
    "share": Measure.PERCENT,
}
# "none of the 14 was hurt", "half of the 600 have been freed": what happened, happened to the share and not to all.
SHARES = frozenset({"any", "few", "half", "majority", "many", "most", "none", "some"})
# "the dead", "the injured": adjectives and participles that stand for people.
FALLEN = frozenset({"JJ", "NN", "NNS", "VBN", "VBD"})
HOPS = 6
# Words up from "17 bodies" to "recovered", through "a total of".
NEAR = 3
POSSESSES = frozenset({"of", "among", "for", "to", "at"})


def read_measure(counted: Counted, quantity: Quantity) -> tuple[Measure, int | None]:
    """Return what a number measures, and the token of the verb or noun that shows it."""
    if quantity.unit is not None and quantity.unit != "person":
        return BY_DIMENSION.get(dimensions().get(quantity.unit, ""), Measure.OTHER), counted.top
    if read_ordinal(quantity.text.lower()) is not None:
        return _of_rank(counted)
    for measure, at in _candidates(counted):
        if measure in HARM and quantity.low != 0 and _is_spared(counted.sentence, at):
            break
        if quantity.high == 0 and (_is_some_only(counted.sentence, at) or _is_none_of(counted, quantity, at)):
            break
        if (measure in {Measure.SENT, Measure.CASUALTIES} and _is_lost(counted, at)) or _is_burned(
            counted, quantity, at
        ):
            continue
        if measure.value not in wordlist().people.only or _may_be_people(counted, quantity):
            hurt = measure is Measure.CASUALTIES and lives_on(counted.sentence, at)
            return Measure.INJURED if hurt else _joined(counted.sentence, measure, at), at
    return Measure.OTHER, None


def _of_rank(counted: Counted) -> tuple[Measure, int | None]:
    """Read what "the fifth victim" counts by its noun alone: who the fifth is may have died where four were hurt."""
    if counted.noun is None:
        return Measure.OTHER, None
    lower, nouns = counted.sentence.tokens[counted.noun].lower, measures_of("nouns")
    measure = nouns.get(lower) or nouns.get(f"{lower}s") or nouns.get(f"{lower[:-1]}ies")
    return measure or Measure.OTHER, counted.noun


def _is_spared(sentence: Sentence, at: int) -> bool:
    """Tell "two children were not hurt" from "two children were hurt"."""
    return any(sentence.tokens[i].dep == "neg" and sentence.tokens[i].lower != "no" for i in sentence.children[at])


def _is_some_only(sentence: Sentence, at: int) -> bool:
    """Tell "no one was badly hurt" and "she had no injuries", which leave others hurt, from "no one was hurt"."""
    tokens = sentence.tokens
    graded = any(tokens[i].dep in {"advmod", "amod"} and tokens[i].lower != "also" for i in sentence.children[at])
    suffered = tokens[at].lower in wordlist().suffering.nouns and tokens[at].dep in {"dobj", "pobj"}
    return graded or (suffered and tokens[tokens[at].head].lower in wordlist().suffering.verbs)


def _is_none_of(counted: Counted, quantity: Quantity, at: int) -> bool:
    """Tell "none of the victims was named", of whom there are some, from "no victims"."""
    if quantity.text.lower() == "none":
        return any(hangs_on(counted.sentence, at, head) for head in counted.heads)
    return at == counted.noun and quantity.text.lower() != "no"


def _is_lost(counted: Counted, at: int) -> bool:
    """Tell "lost 300 workers", who live, and "transported 2 patients" from "lost 300 troops"."""
    tokens, people = counted.sentence.tokens, wordlist().people
    noun = None if counted.noun is None else tokens[counted.noun].lower
    if tokens[at].lower in people.armed_only:
        return noun not in people.armed
    return tokens[at].lower == "lost" and noun not in people.armed | people.lost


def _is_burned(counted: Counted, quantity: Quantity, at: int) -> bool:
    """Tell "two dozen houses burned" from "two dozen patients burned"."""
    return counted.sentence.tokens[at].lower in wordlist().people.hurt and not _may_be_people(counted, quantity)


def _may_be_people(counted: Counted, quantity: Quantity) -> bool:
    return counted.noun is None or is_people(counted, quantity)


def _candidates(counted: Counted) -> Iterator[tuple[Measure, int]]:
    """Yield readings, the surest first: the words beside the number, its verb, its own relative clause, its noun."""
    whole = any(_is_whole(counted, head) for head in counted.heads)
    if not whole:
        yield from read_beside(counted)
        yield from _found_dead(counted)
        yield from _of_the_fallen(counted)
        yield from _unfound(counted)
        for head in counted.heads:
            yield from read_governing(counted.sentence, head, first=counted.first)
    for head in counted.heads:
        yield from read_hanging(counted.sentence, head)
    yield from _own_noun(counted)
    if not whole:
        for head in counted.heads:
            yield from _possessing(counted.sentence, head)


def _is_whole(counted: Counted, i: int) -> bool:
    """Tell the 14 of "none of the 14 passengers was hurt": a number that another is a share of."""
    tokens = counted.sentence.tokens
    for _ in range(HOPS):
        if tokens[i].dep in {"nummod", "nmod", "compound", "quantmod", "poss"}:
            i = tokens[i].head
    of = tokens[i].head
    if tokens[i].dep != "pobj" or tokens[of].lower != "of" or tokens[of].head == of:
        return False
    share = tokens[tokens[of].head]
    if counted.first <= tokens[of].head <= counted.last:
        return False
    return share.tag in {"CD", "PDT"} or share.lower in SHARES or share.lower in number_words().parts


def _found_dead(counted: Counted) -> Iterator[tuple[Measure, int]]:
    """Read "of the dead, 14 were found in Harlow": so many died there. "Three of the dead were children" are a part."""
    sentence, top = counted.sentence, counted.top
    verb = sentence.tokens[top].head
    if counted.noun is not None or sentence.tokens[verb].lower not in wordlist().nouns_with_verbs["bodies"]:
        return
    for i in (*sentence.children[top], *sentence.children[verb]):
        if sentence.tokens[i].lower in {"of", "among"}:
            states = (measures_of("states").get(sentence.tokens[k].lower) for k in sentence.children[i])
            yield from ((state, verb) for state in states if state is Measure.KILLED)


def _of_the_fallen(counted: Counted) -> Iterator[tuple[Measure, int]]:
    """Read "four of the dead were children", "two of the injured": so many of them, and a part."""
    tokens, at = counted.sentence.tokens, counted.last + 1
    words = [token.lower for token in tokens[at : at + 2]]
    if words == ["of", "the"] and at + 2 < len(tokens) and tokens[at + 2].tag in FALLEN:
        state = measures_of("states").get(tokens[at + 2].lower)
        alone = at + 3 >= len(tokens) or not tokens[at + 3].tag.startswith("NN")
        yield from ((state, at + 2) for _ in [state] if state in HARM and alone)


def _unfound(counted: Counted) -> Iterator[tuple[Measure, int]]:
    """Read "four have never been found": missing; the token is the word that says no, not the verb that it spares."""
    tokens, words = counted.sentence.tokens, wordlist().unfound
    subject = counted.heads[0]
    verb = tokens[subject].head
    if tokens[subject].dep != "nsubjpass" or tokens[verb].lower not in words.verbs:
        return
    if counted.noun is None or not (tokens[counted.noun].lower in words.hiding or tokens[counted.noun].tag == "NN"):
        yield from ((Measure.MISSING, i) for i in counted.sentence.children[verb] if tokens[i].dep == "neg")


def _own_noun(counted: Counted) -> Iterator[tuple[Measure, int]]:
    """Read "12 deaths", "40 arrests", "300 refugees"."""
    if counted.noun is None:
        return
    sentence, noun = counted.sentence, counted.noun
    token = sentence.tokens[noun]
    measure = measures_of("nouns").get(token.lower)
    needed = wordlist().nouns_with_verbs.get(token.lower)
    if measure is None or token.lower in wordlist().people.only_subjects:
        return
    above = [sentence.tokens[i].lower for i in islice(sentence.above(noun), NEAR)]
    if needed is None or not needed.isdisjoint(above):
        yield measure, noun


def _possessing(sentence: Sentence, i: int) -> Iterator[tuple[Measure, int]]:
    """Read "the death of 12 people", "a toll of 43", "the transfer of a contingent, numbering 3,000 people"."""
    tokens, inside = sentence.tokens, False
    for _ in range(HOPS):
        token = tokens[i]
        if token.head == i or token.dep in {"nsubj", "relcl", "ccomp", "advcl"}:
            return
        i = token.head
        if token.dep == "pobj" and tokens[i].lower not in POSSESSES:
            return
        inside = inside or token.dep == "pobj"
        measure = measures_of("nouns").get(tokens[i].lower) if inside and tokens[i].tag.startswith("NN") else None
        if measure is not None:
            yield measure, i
            return


def _joined(sentence: Sentence, measure: Measure, at: int) -> Measure:
    """Read "killed or wounded" as casualties."""
    tokens = sentence.tokens
    if measure not in HARM or at + 2 >= len(tokens) or tokens[at + 1].lower not in {"and", "or", "and/or", "/"}:
        return measure
    other = next(
        (m for role in ("states", "objects", "nouns") if (m := measures_of(role).get(tokens[at + 2].lower))), None
    )
    alone = at + 3 >= len(tokens) or tokens[at + 3].tag not in {"CD", "DT"}
    return Measure.CASUALTIES if other in HARM and other is not measure and alone else measure
