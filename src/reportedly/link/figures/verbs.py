"""Measures by the parse: the verbs that a number is subject or object of, and the clauses that hang on its noun."""

from collections.abc import Iterator

from reportedly.link.figures.levels import read_level
from reportedly.link.figures.wordlist import measures_of, wordlist
from reportedly.read.quantities.wordlist import wordlist as number_words
from reportedly.records import Measure, Sentence

HOPS = 6
# "sent a contingent, numbering 300 people"
COMING_TO = frozenset({"numbering", "totaling", "totalling"})


def read_governing(sentence: Sentence, i: int, *, first: int) -> Iterator[tuple[Measure, int]]:
    """Read the verb that has the number, or its noun, as subject or object; also through "and".

    `first` is the first token of the number phrase: "between 50 and 70 residents" may be a subject.
    """
    tokens = sentence.tokens
    for _ in range(HOPS):
        token = tokens[i]
        if token.head == i:
            return
        if token.dep in {"conj", "appos", "nummod", "nmod", "quantmod"}:
            i = token.head
            continue
        if token.dep == "dobj" and tokens[token.head].lower in COMING_TO and tokens[token.head].dep == "acl":
            i = tokens[token.head].head
            continue
        if token.dep in {"dobj", "nsubjpass", "nsubj", "oprd", "attr"}:
            yield from _verb(sentence, token.head, token.dep)
        elif token.dep == "pobj" and first <= token.head < i:
            yield from _verb(sentence, tokens[token.head].head, _bounded_role(sentence, token.head))
        yield from read_level(sentence, i)
        return


def _verb(sentence: Sentence, verb: int, dep: str) -> Iterator[tuple[Measure, int]]:
    tokens, lower = sentence.tokens, sentence.tokens[verb].lower
    passive = dep == "nsubjpass" or (dep == "nsubj" and tokens[verb].tag == "VBN" and not has_object(sentence, verb))
    if (measure := measures_of("objects").get(lower)) is not None and (dep == "dobj" or passive):
        yield (Measure.KILLED if is_fatal(sentence, verb) else measure), verb
    if dep == "nsubj" and (measure := measures_of("subjects").get(lower)) is not None:
        yield measure, verb
    yield from _states(sentence, verb, dep)
    if dep == "nsubj" and lower in wordlist().suffering.verbs:
        yield from ((Measure.INJURED, i) for i in sentence.children[verb] if _is_injury(sentence, i))
    if (passive or dep == "dobj") and lower in wordlist().removal.verbs and _has_people(sentence, verb):
        yield from ((Measure.EVACUATED, verb) for i in sentence.children[verb] if _is_out(sentence, i))
    if passive and lower in wordlist().transport.verbs:
        yield from ((Measure.HOSPITALISED, verb) for i in sentence.children[verb] if _is_to_hospital(sentence, i))


def _bounded_role(sentence: Sentence, preposition: int) -> str:
    """Return what "between 50 and 70 residents" is to its verb, which the parse takes for a circumstance."""
    verb = sentence.tokens[preposition].head
    if verb < preposition:
        return "dobj"
    return "nsubjpass" if is_passive(sentence, verb) else "nsubj"


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


def _has_people(sentence: Sentence, verb: int) -> bool:
    """Tell "moved 600 people out" from "moved 12 desks out"."""
    persons = number_words().persons.words
    return any(sentence.tokens[i].lower in persons for i in sentence.children[verb])


def _is_out(sentence: Sentence, i: int) -> bool:
    """Tell "out" of "moved 600 people out" from the preposition of "moved out of fashion"."""
    return sentence.tokens[i].lower in wordlist().removal.words and sentence.tokens[i].dep in {"prt", "advmod", "prep"}


def _is_to_hospital(sentence: Sentence, i: int) -> bool:
    if sentence.tokens[i].lower != "to":
        return False
    return any(sentence.tokens[k].lower in wordlist().transport.places for k in sentence.children[i])


def read_hanging(sentence: Sentence, i: int) -> Iterator[tuple[Measure, int]]:
    """Read the clauses that hang on the counted noun: "people killed in", "soldiers who have been transferred"."""
    for child in sentence.children[i]:
        token = sentence.tokens[child]
        if token.dep == "acl" and token.tag == "VBN":
            hurt = measures_of("objects").get(token.lower)
            yield from ((Measure.KILLED if is_fatal(sentence, child) else m, child) for m in [hurt] if m is not None)
            if token.lower in wordlist().levels.passing:
                yield from _held_to_be(sentence, child)
        elif token.dep in {"relcl", "acl"}:
            yield from _relative(sentence, child)
            if token.lower in wordlist().suffering.verbs:
                yield from ((Measure.INJURED, k) for k in sentence.children[child] if _is_injury(sentence, k))
        elif token.dep == "amod" and (measure := measures_of("states").get(token.lower)) is not None:
            yield measure, child
        elif token.lower == "with":
            yield from ((Measure.INJURED, k) for k in sentence.children[child] if _is_injury(sentence, k))


def _held_to_be(sentence: Sentence, verb: int) -> Iterator[tuple[Measure, int]]:
    """Read the people "known to have died", "feared dead", "believed to be missing"."""
    for i in sentence.children[verb]:
        token = sentence.tokens[i]
        if token.dep in {"oprd", "acomp"} and (state := measures_of("states").get(token.lower)) is not None:
            yield state, i
        elif token.dep == "xcomp" and (happened := measures_of("subjects").get(token.lower)) is not None:
            yield happened, i
        elif token.dep == "xcomp":
            yield from _held_to_be(sentence, i)


def _relative(sentence: Sentence, verb: int) -> Iterator[tuple[Measure, int]]:
    for i in sentence.children[verb]:
        token = sentence.tokens[i]
        if token.lower in {"who", "which", "that", "whom"}:
            yield from _verb(sentence, verb, token.dep)
    if sentence.tokens[verb].tag == "VBG":
        yield from ((m, verb) for m in [measures_of("subjects").get(sentence.tokens[verb].lower)] if m is not None)


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Tell "12 were killed" from "it killed 12"."""
    return any(sentence.tokens[i].dep in {"auxpass", "nsubjpass"} for i in sentence.children[verb])


def is_fatal(sentence: Sentence, verb: int) -> bool:
    """Tell "fatally shot two" and "who were shot to death" from "shot two"."""
    if any(sentence.tokens[i].lower == "fatally" for i in sentence.children[verb]):
        return True
    after = [token.lower for token in sentence.tokens[verb + 1 : verb + 3]]
    return after in (["to", "death"], ["and", "killed"]) or after[:1] == ["dead"]


def has_object(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb has an object of its own."""
    return any(sentence.tokens[i].dep == "dobj" for i in sentence.children[verb])


def lives_on(sentence: Sentence, verb: int) -> bool:
    """Tell "was shot in the leg" and "was shot but survived" from "was shot"."""
    words = wordlist().fates
    children = sentence.children[verb]
    if any(sentence.tokens[i].dep == "conj" and sentence.tokens[i].lower in words.surviving for i in children):
        return True
    return any(sentence.tokens[i].lower == "in" and holds(sentence, i, words.limbs) for i in children)


def holds(sentence: Sentence, preposition: int, nouns: frozenset[str]) -> bool:
    """Tell "in critical condition" and "with minor injuries", which say how somebody is, from "in good condition"."""
    tokens = sentence.tokens
    return any(
        tokens[i].lower in nouns and tokens[i].dep == "pobj" and not is_denied(sentence, i)
        for i in sentence.children[preposition]
    )


def is_denied(sentence: Sentence, i: int) -> bool:
    """Tell "no injuries" and "not injured"."""
    return any(sentence.tokens[k].lower == "no" or sentence.tokens[k].dep == "neg" for k in sentence.children[i])
