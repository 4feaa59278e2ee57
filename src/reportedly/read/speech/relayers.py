"""Through whom a source spoke: the outlet that he told, that quotes him, that others cite."""

from collections.abc import Iterator, Sequence

from reportedly.read.speech.sources import noun_phrase
from reportedly.read.speech.words import ReportingWords
from reportedly.records import Sentence
from reportedly.spans import Span

PARTY_ENTITIES = frozenset({"NORP", "ORG", "PERSON"})
HEARERS = frozenset({"dative", "dobj", "prep"})
TOWARDS = frozenset({"for", "in", "on", "to", "with"})
SHORTEST_ACRONYM = 2


def is_party(sentence: Sentence, noun: int, words: ReportingWords) -> bool:
    """Tell whether a noun can speak: a name, an acronym, or one of "officials", "reports", "agency"."""
    token = sentence.tokens[noun]
    return token.entity in PARTY_ENTITIES or _is_acronym(token.text) or token.lower in words.party


def told_to(sentence: Sentence, verb: int, taken: Sequence[Span], words: ReportingWords) -> tuple[Span, ...]:
    """Return the outlet that heard it: "told the Harrow Post", "said in an interview with Norpress".

    `taken` is what is known to be source or content.
    """
    for c in sentence.children[verb]:
        token = sentence.tokens[c]
        if c < verb or token.dep not in HEARERS or (token.dep == "prep" and token.lower not in TOWARDS):
            continue
        if any(token.span.overlaps(span) for span in taken):
            continue
        outlet = next(_outlets(sentence, c, words), None)
        if outlet is not None:
            return (outlet,)
    return ()


def _outlets(sentence: Sentence, hearer: int, words: ReportingWords) -> Iterator[Span]:
    for i in sentence.subtree(hearer):
        token = sentence.tokens[i]
        named = token.entity == "ORG" or _is_acronym(token.text)
        is_head = token.tag[:2] == "NN" and token.dep in ("pobj", "dobj", "dative")
        if is_head and (named or token.lower in words.press):
            phrase = noun_phrase(sentence, i)
            inside = {t.lower for t in sentence.tokens if phrase.contains(t.span)}
            if named and not inside & words.forum:
                yield phrase
            elif not named and inside & words.press and "of" not in inside:
                yield phrase


def _is_acronym(word: str) -> bool:
    return len(word) >= SHORTEST_ACRONYM and word.isupper() and word.isalpha()
