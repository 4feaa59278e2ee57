"""What a number measures, by the words that take hold of it: "killing three", "of which 300 were killed"."""

from collections.abc import Iterator

from reportedly.link.figures.nouns import Counted, is_people
from reportedly.link.figures.wordlist import fixed_phrases, measures_of, wordlist
from reportedly.read.quantities.wordlist import dimensions
from reportedly.read.quantities.wordlist import wordlist as number_words
from reportedly.records import Measure, Quantity, Sentence, Token

HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.MISSING})
BY_DIMENSION = {
    "money": Measure.MONEY,
    "area": Measure.AREA,
    "length": Measure.DISTANCE,
    "share": Measure.PERCENT,
}
# "none of the 14 was hurt", "half of the 600 have been freed": what happened, happened to the share and not to all.
SHARES = frozenset({"any", "few", "half", "majority", "many", "most", "none", "some"})
PASSIVE = ("VBN", "VBD")
# How far past a number its verb may stand with only auxiliaries and adverbs between.
FAR = 8
HOPS = 6


def read_measure(counted: Counted, quantity: Quantity) -> tuple[Measure, int | None]:
    """Return what a number measures, and the token of the verb or noun that shows it."""
    if quantity.unit is not None and quantity.unit != "person":
        return BY_DIMENSION.get(dimensions().get(quantity.unit, ""), Measure.OTHER), counted.top
    for measure, at in _candidates(counted):
        if measure.value not in wordlist().people.only or _may_be_people(counted, quantity):
            return _joined(counted.sentence, measure, at), at
    return Measure.OTHER, None


def _may_be_people(counted: Counted, quantity: Quantity) -> bool:
    return counted.noun is None or is_people(counted, quantity)


def _candidates(counted: Counted) -> Iterator[tuple[Measure, int]]:
    """Yield readings, the surest first: the words beside the number, its verb, its own relative clause, its noun."""
    whole = any(_is_whole(counted, head) for head in counted.heads)
    if not whole:
        yield from _beside(counted)
        for head in counted.heads:
            yield from _governing(counted.sentence, head)
    for head in counted.heads:
        yield from _hanging(counted.sentence, head)
    yield from _own_noun(counted)
    if not whole:
        for head in counted.heads:
            yield from _possessing(counted.sentence, head)


def _is_whole(counted: Counted, i: int) -> bool:
    """Tell the 14 of "none of the 14 passengers was hurt": a number that another is a share of."""
    tokens = counted.sentence.tokens
    while tokens[i].dep in {"nummod", "nmod", "compound", "quantmod", "poss"} and tokens[i].head != i:
        i = tokens[i].head
    of = tokens[i].head
    if tokens[i].dep != "pobj" or tokens[of].lower != "of" or tokens[of].head == of:
        return False
    share = tokens[tokens[of].head]
    if counted.first <= tokens[of].head <= counted.last:
        return False
    return share.tag in {"CD", "PDT"} or share.lower in SHARES or share.lower in number_words().parts


# --- beside the number -----------------------------------------------------------------------------------------------


def _beside(counted: Counted) -> Iterator[tuple[Measure, int]]:
    """Read "12 dead", "five others injured", "2,700 more were hurt", "killing three"."""
    for after in _steps(counted.sentence, counted.end + 1):
        yield from _after(counted.sentence, after)
    before = counted.first - 1
    if before >= 0:
        token = counted.sentence.tokens[before]
        measure = measures_of("objects").get(token.lower)
        if measure is not None and any(
            counted.sentence.tokens[i].lower == "fatally" for i in counted.sentence.children[before]
        ):
            measure = Measure.KILLED
        if measure is not None and _is_verb(token, before) and not _is_passive(counted.sentence, before):
            yield measure, before


def _is_verb(token: Token, i: int) -> bool:
    """Tell a verb, also one that a headline's capitals hide: "Blast Kills 12, Injures 30"."""
    return token.tag.startswith("VB") or (i > 0 and token.text[0].isupper())


def _steps(sentence: Sentence, i: int) -> Iterator[int]:
    """Step over pronouns, auxiliaries and adverbs after a number: "others were also badly"."""
    tokens = sentence.tokens
    if i < len(tokens) and tokens[i].lower in {"more", "others", "other"}:
        i += 1
    elif i + 1 < len(tokens) and tokens[i].lower == "of" and tokens[i + 1].lower in {"them", "whom", "those"}:
        i += 2
    for at in range(i, min(i + FAR, len(tokens))):
        yield at
        token = tokens[at]
        passing = token.dep in {"aux", "auxpass", "neg"} or token.lower in wordlist().levels.passing
        if not passing and token.tag != "RB":
            return


def _after(sentence: Sentence, at: int) -> Iterator[tuple[Measure, int]]:
    tokens = sentence.tokens
    for words, measure in fixed_phrases().get(tokens[at].lower, ()):
        if all(at + k < len(tokens) and tokens[at + k].lower == word for k, word in enumerate(words)):
            yield measure, at
    token = tokens[at]
    if (state := measures_of("states").get(token.lower)) is not None and token.dep != "amod":
        yield state, at
    if token.tag in PASSIVE and (_is_passive(sentence, at) or token.tag == "VBN") and not _has_object(sentence, at):
        yield from ((m, at) for m in [measures_of("objects").get(token.lower)] if m is not None)
    if token.tag.startswith("VB") and (measure := measures_of("subjects").get(token.lower)) is not None:
        yield measure, at


def _is_passive(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[i].dep in {"auxpass", "nsubjpass"} for i in sentence.children[verb])


def _has_object(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[i].dep == "dobj" for i in sentence.children[verb])


# --- by the parse ----------------------------------------------------------------------------------------------------


def _governing(sentence: Sentence, i: int) -> Iterator[tuple[Measure, int]]:
    """Read the verb that has the number, or its noun, as subject or object; also through "and"."""
    tokens = sentence.tokens
    for _ in range(HOPS):
        token = tokens[i]
        if token.head == i:
            return
        if token.dep in {"conj", "appos", "nummod", "nmod", "quantmod"}:
            i = token.head
            continue
        if token.dep in {"dobj", "nsubjpass", "nsubj", "oprd", "attr"}:
            yield from _verb(sentence, token.head, token.dep)
        elif token.dep == "pobj":
            yield from _levels(sentence, token.head)
        return


def _verb(sentence: Sentence, verb: int, dep: str) -> Iterator[tuple[Measure, int]]:
    tokens, lower = sentence.tokens, sentence.tokens[verb].lower
    passive = dep == "nsubjpass" or (dep == "nsubj" and tokens[verb].tag == "VBN" and not _has_object(sentence, verb))
    if (measure := measures_of("objects").get(lower)) is not None and (dep == "dobj" or passive):
        yield measure, verb
    if dep == "nsubj" and (measure := measures_of("subjects").get(lower)) is not None:
        yield measure, verb
    yield from _states(sentence, verb, dep)
    if dep == "nsubj" and lower in wordlist().suffering.verbs:
        yield from ((Measure.INJURED, i) for i in sentence.children[verb] if _is_injury(sentence, i))
    if passive and lower in wordlist().transport.verbs:
        yield from ((Measure.HOSPITALISED, verb) for i in sentence.children[verb] if _is_to_hospital(sentence, i))
    if dep in {"dobj", "attr", "oprd"} and lower in wordlist().levels.verbs:
        yield from _subject(sentence, verb)


def _states(sentence: Sentence, verb: int, dep: str) -> Iterator[tuple[Measure, int]]:
    """Read "12 are dead", "12 were found dead", "left 12 dead"; "the shots left 12 dead" counts no shots."""
    labels = {
        "nsubj": {"acomp", "attr"},
        "nsubjpass": {"oprd", "xcomp", "acomp"},
        "dobj": {"oprd", "xcomp", "ccomp", "acomp"},
    }
    for i in sentence.children[verb]:
        token = sentence.tokens[i]
        if token.dep in labels.get(dep, ()) and (state := measures_of("states").get(token.lower)) is not None:
            yield state, i


def _is_injury(sentence: Sentence, i: int) -> bool:
    """Tell the object of "suffered injuries"; also "suffered from wounds"."""
    token = sentence.tokens[i]
    if token.dep == "prep" and token.lower == "from":
        return any(_is_injury(sentence, k) for k in sentence.children[i])
    return token.dep in {"dobj", "pobj"} and token.lower in wordlist().suffering.nouns


def _is_to_hospital(sentence: Sentence, i: int) -> bool:
    if sentence.tokens[i].lower != "to":
        return False
    return any(sentence.tokens[k].lower in wordlist().transport.places for k in sentence.children[i])


def _levels(sentence: Sentence, preposition: int) -> Iterator[tuple[Measure, int]]:
    """Read "the toll rose to 43" and "losses are put at 300"."""
    verb = sentence.tokens[preposition].head
    if sentence.tokens[verb].lower in wordlist().levels.verbs:
        yield from _subject(sentence, verb)


def _subject(sentence: Sentence, verb: int) -> Iterator[tuple[Measure, int]]:
    """Yield the measure of the subject: "losses", "the number of people killed", "the death toll"."""
    for i in sentence.children[verb]:
        if sentence.tokens[i].dep in {"nsubj", "nsubjpass"}:
            yield from _subject_noun(sentence, i)


def _subject_noun(sentence: Sentence, noun: int) -> Iterator[tuple[Measure, int]]:
    tokens = sentence.tokens
    near = [i for i in sentence.subtree(noun) if i <= noun or tokens[i].dep in {"pobj", "acl", "amod", "prep", "relcl"}]
    for i in near[: 2 * HOPS]:
        for role in ("nouns", "states", "objects"):
            if (measure := measures_of(role).get(tokens[i].lower)) is not None:
                yield measure, i
                return


def _hanging(sentence: Sentence, i: int) -> Iterator[tuple[Measure, int]]:
    """Read the clauses that hang on the counted noun: "people killed in", "soldiers who have been transferred"."""
    for child in sentence.children[i]:
        token = sentence.tokens[child]
        if token.dep == "acl" and token.tag == "VBN":
            yield from ((m, child) for m in [measures_of("objects").get(token.lower)] if m is not None)
        elif token.dep in {"relcl", "acl"}:
            yield from _relative(sentence, child)
            if token.lower in wordlist().suffering.verbs:
                yield from ((Measure.INJURED, k) for k in sentence.children[child] if _is_injury(sentence, k))
        elif token.dep == "amod" and (measure := measures_of("states").get(token.lower)) is not None:
            yield measure, child
        elif token.lower == "with":
            yield from ((Measure.INJURED, k) for k in sentence.children[child] if _is_injury(sentence, k))


def _relative(sentence: Sentence, verb: int) -> Iterator[tuple[Measure, int]]:
    for i in sentence.children[verb]:
        token = sentence.tokens[i]
        if token.lower in {"who", "which", "that", "whom"}:
            yield from _verb(sentence, verb, token.dep)
    if sentence.tokens[verb].tag == "VBG":
        yield from ((m, verb) for m in [measures_of("subjects").get(sentence.tokens[verb].lower)] if m is not None)


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
    if needed is None or sentence.tokens[token.head].lower in needed:
        yield measure, noun


def _possessing(sentence: Sentence, i: int) -> Iterator[tuple[Measure, int]]:
    """Read "the death of 12 people", "a toll of 43", "the transfer of a contingent, numbering 3,000 people"."""
    tokens = sentence.tokens
    for _ in range(HOPS):
        token = tokens[i]
        if token.head == i:
            return
        i, dep = token.head, token.dep
        if dep == "pobj" and tokens[i].lower not in {"of", "among", "for", "to", "at"}:
            return
        if tokens[i].tag.startswith("NN") and (measure := measures_of("nouns").get(tokens[i].lower)) is not None:
            yield measure, i
            return
        if dep in {"nsubj", "relcl", "ccomp", "advcl"} or tokens[i].dep == "ROOT":
            return


# --- two at once -----------------------------------------------------------------------------------------------------


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
