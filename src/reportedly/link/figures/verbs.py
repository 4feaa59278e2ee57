"""Measures by the parse: the verbs that a number is subject or object of, and the clauses that hang on its noun."""

from collections.abc import Iterator

from reportedly.link.figures.wordlist import measures_of, wordlist
from reportedly.records import Measure, Sentence

HOPS = 6


def read_governing(sentence: Sentence, i: int) -> Iterator[tuple[Measure, int]]:
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
    passive = dep == "nsubjpass" or (dep == "nsubj" and tokens[verb].tag == "VBN" and not has_object(sentence, verb))
    if (measure := measures_of("objects").get(lower)) is not None and (dep == "dobj" or passive):
        yield (Measure.KILLED if is_fatal(sentence, verb) else measure), verb
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


def read_hanging(sentence: Sentence, i: int) -> Iterator[tuple[Measure, int]]:
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
