"""Counts that a verb lays to a noun: "the toll rose to 43", "corrected the number of people killed to 27"."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.link.figures.wordlist import measures_of, wordlist
from reportedly.read.quantities.wordlist import wordlist as number_words
from reportedly.records import Measure, Sentence, Token

HOPS = 6
# Words of "the number of people who had been killed" that are looked at.
NEAR = 12
OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What may stand between a verb and its number: "down to", "from 30 to 27".
DIRECT = frozenset({"advmod", "prep", "prt", "acomp"})
INSIDE = frozenset({"pobj", "acl", "amod", "prep", "relcl", "dobj"})


@dataclass(frozen=True, slots=True)
class Level:
    """The verb that lays a number to a noun: "rose" and "toll" of "the toll rose to 43"."""

    verb: int
    noun: int


def find_level(sentence: Sentence, i: int) -> Level | None:
    """Return what a number, or its noun, is laid to; None where it is no level."""
    tokens, levels = sentence.tokens, wordlist().levels
    token = tokens[i]
    if not _may_be_level(token):
        return None
    if token.dep in OBJECTS and tokens[token.head].lower in levels.verbs:
        return _with_subject(sentence, token.head)
    return _behind_preposition(sentence, i) if token.dep == "pobj" else None


def _may_be_level(token: Token) -> bool:
    """Tell "the toll is 12" and "the dead are 12 soldiers" from "the hospital for the wounded has 12 beds"."""
    return token.tag == "CD" or token.lower in number_words().persons.words or token.lower in measures_of("nouns")


def _behind_preposition(sentence: Sentence, i: int) -> Level | None:
    """Return the level of "rose to 43", "is down to 43", "corrected the number of people killed in the flood to 43"."""
    tokens, levels = sentence.tokens, wordlist().levels
    preposition = at = tokens[i].head
    sets, inside = tokens[preposition].lower in levels.prepositions, False
    for _ in range(HOPS):
        inside = inside or tokens[at].dep not in DIRECT
        at = tokens[at].head
        if sets and tokens[at].lower in levels.settings and (level := _with_set(sentence, at, i)) is not None:
            return level
        if not inside and tokens[at].lower in levels.verbs:
            return _with_subject(sentence, at)
    return None


def _with_subject(sentence: Sentence, verb: int) -> Level | None:
    """Return the verb with its subject; that of "is expected to rise" stands at the verb above."""
    above = (sentence.tokens[verb].head,) if sentence.tokens[verb].dep == "xcomp" else ()
    found = (i for at in (verb, *above) for i in sentence.children[at] if sentence.tokens[i].dep in SUBJECTS)
    return next((Level(verb, i) for i in found), None)


def _with_set(sentence: Sentence, verb: int, number: int) -> Level | None:
    """Return the noun whose count a verb sets: the object, or the subject in the passive."""
    tokens = sentence.tokens
    for i in sentence.children[verb]:
        if tokens[i].dep in {"dobj", "nsubjpass"} and i < number and tokens[i].lower in wordlist().levels.nouns:
            return Level(verb, i)
    return None


def read_level(sentence: Sentence, i: int) -> Iterator[tuple[Measure, int]]:
    """Yield the measure of the noun that a number is laid to: "losses", "the number of people killed", "the toll"."""
    level = find_level(sentence, i)
    if level is None:
        return
    tokens = sentence.tokens
    near = [k for k in sentence.subtree(level.noun) if k <= level.noun or tokens[k].dep in INSIDE]
    for k in near[:NEAR]:
        for role in ("nouns", "states", "objects", "subjects"):
            if (measure := measures_of(role).get(tokens[k].lower)) is not None:
                yield measure, k
                return


def find_people(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """Return the first and last token of whom a level counts: "people" of "the number of people killed rose to 12"."""
    level = find_level(sentence, i)
    if level is None:
        return None
    tokens, counted = sentence.tokens, number_words().persons.words | wordlist().people.groups
    for of in sentence.children[level.noun]:
        for k in sentence.children[of] if tokens[of].lower in {"of", "among"} else ():
            if tokens[k].lower in counted and tokens[k].lower not in measures_of("nouns"):
                left = [c for c in sentence.children[k] if c < k and tokens[c].dep in {"amod", "compound", "nmod"}]
                return min((min(sentence.subtree(c)) for c in left), default=k), k
    return None
