"""One person without a number: "a man was killed", "killing a woman"."""

from collections.abc import Iterator

from reportedly.read.quantities.wordlist import wordlist
from reportedly.records import Quantity, Sentence, Token

ARTICLES = frozenset({"a", "an"})
ROLES = frozenset({"nsubjpass", "nsubj", "dobj"})
STATES = frozenset({"acomp", "attr", "oprd", "xcomp", "ccomp"})
# "a woman, a man and a child were killed"
HOPS = 4


def find_singles(text: str, sentence: Sentence) -> Iterator[Quantity]:
    """Yield a count of one for each article of a person to whom something happened that is counted.

    "A man was killed and an officer injured" holds two; "a man said", "he is a soldier" and "a man's wife" hold none.
    """
    for token in sentence.tokens:
        if token.dep != "det" or token.lower not in ARTICLES or not _is_person(sentence, token.head):
            continue
        if _happens_to(sentence, token.head):
            yield Quantity(
                span=token.span,
                text=token.span.of(text),
                low=1,
                high=1,
                unit="person",
                additional=_is_further(sentence, token.head),
            )


def _is_person(sentence: Sentence, i: int) -> bool:
    """Tell "man" and "17-year-old"."""
    token = sentence.tokens[i]
    if token.lower == "old":
        return any(sentence.tokens[k].lower in {"year", "month"} for k in sentence.children[i])
    return token.tag == "NN" and token.lower in wordlist().persons.singular


def _happens_to(sentence: Sentence, i: int) -> bool:
    """Tell whether a noun is subject or object of "killed", "arrested", "is missing"; also through "and"."""
    tokens = sentence.tokens
    for _ in range(HOPS):
        if tokens[i].dep != "conj":
            break
        i = tokens[i].head
    if tokens[i].dep not in ROLES:
        return False
    verb, dep = tokens[i].head, tokens[i].dep
    singles = wordlist().singles
    if not _has_happened(sentence, verb):
        return False
    if tokens[verb].lower in singles.subjects and dep == "nsubj":
        return True
    if tokens[verb].lower in singles.objects and (dep != "nsubj" or _has_passive_form(sentence, verb)):
        return True
    return any(_is_state(tokens[k]) for k in sentence.children[verb])


def _has_happened(sentence: Sentence, verb: int) -> bool:
    """Tell "killed a man" from "could kill a man", "if a man is killed" and "tried to kill a man"."""
    aux = [
        sentence.tokens[k]
        for k in sentence.children[verb]
        if sentence.tokens[k].dep in {"aux", "mark", "neg", "advmod"}
    ]
    words = {token.lower for token in aux}
    if any(token.tag == "MD" or token.dep == "neg" for token in aux) or words & wordlist().singles.conditions:
        return False
    return "to" not in words or "have" in words


def _has_passive_form(sentence: Sentence, verb: int) -> bool:
    """Tell "a deputy injured" after "and", short for "was injured", from "a gunman injured two"."""
    objects = any(sentence.tokens[k].dep == "dobj" for k in sentence.children[verb])
    return sentence.tokens[verb].tag == "VBN" and not objects


def _is_state(token: Token) -> bool:
    return token.dep in STATES and token.lower in wordlist().singles.states


def _is_further(sentence: Sentence, i: int) -> bool:
    """Tell "a second man", who is counted on top of a first."""
    return any(sentence.tokens[k].lower in wordlist().singles.further for k in sentence.children[i])
