"""Through whom a source spoke: the outlet that he told, that quotes him, that others cite."""

from collections.abc import Iterator, Sequence

from reportedly.read.speech.sources import noun_phrase
from reportedly.read.speech.trees import Word
from reportedly.spans import Span

PARTY_ENTITIES = frozenset({"NORP", "ORG", "PERSON"})
HEARERS = ("dative", "dobj", "prep")
TOWARDS = frozenset({"for", "in", "on", "to", "with"})
SHORTEST_ACRONYM = 2


def is_party(noun: Word) -> bool:
    """Tell whether a noun can speak: a name, an acronym, or one of "officials", "reports", "agency"."""
    token = noun.token
    return token.entity in PARTY_ENTITIES or _is_acronym(token.text) or token.lower in noun.words.party


def told_to(verb: Word, taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return the outlet that heard it: "told the Harrow Post", "said in an interview with Norpress".

    `taken` is what is known to be source or content.
    """
    for c in verb.children:
        towards = c.token.dep in HEARERS and (c.token.dep != "prep" or c.token.lower in TOWARDS)
        if c.i > verb.i and towards and not any(c.span.overlaps(span) for span in taken):
            outlet = next(_outlets(c), None)
            if outlet is not None:
                return (outlet,)
    return ()


def _outlets(hearer: Word) -> Iterator[Span]:
    for i in hearer.sentence.subtree(hearer.i):
        noun = hearer.at(i)
        if noun.token.tag[:2] == "NN" and noun.token.dep in ("dative", "dobj", "pobj"):
            phrase = noun_phrase(noun.sentence, i)
            inside = {noun.sentence.tokens[k].lower for k in noun.sentence.tokens_in(phrase)}
            if _is_outlet(noun, inside):
                yield phrase


def _is_outlet(noun: Word, inside: set[str]) -> bool:
    """Take "the Harrow Post" and "the newspaper", not "the Senate" or "the agency of floods"."""
    words = noun.words
    if noun.token.entity == "ORG" or _is_acronym(noun.token.text):
        return not inside & words.forum
    return noun.token.lower in words.press and "of" not in inside


def _is_acronym(word: str) -> bool:
    return len(word) >= SHORTEST_ACRONYM and word.isupper() and word.isalpha()
