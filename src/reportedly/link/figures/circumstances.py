"""Where and when a count holds, by what stands in its own clause."""

from collections.abc import Iterable, Sequence

from reportedly.link.figures.nouns import Counted, tokens_over
from reportedly.link.figures.wordlist import wordlist
from reportedly.records import Name, NameKind, Sentence, TimeMention, When

CLAUSES = frozenset({"ccomp", "relcl", "advcl", "ROOT", "acl", "parataxis", "csubj"})
AWAY = frozenset({"from"})
BEHIND = 20


def read_place(counted: Counted, shown: int | None, names: Sequence[Name]) -> str | None:
    """Return the place nearest to the number that its clause puts it in: "Harrow" of "12 were killed in Harrow"."""
    sentence = counted.sentence
    clause = _clause(sentence, shown if shown is not None else counted.heads[0])
    found = [
        (abs(i - counted.end), name.text) for name, i in _placed(sentence, names) if _clause(sentence, i) == clause
    ]
    return min(found)[1] if found else None


def _placed(sentence: Sentence, names: Iterable[Name]) -> list[tuple[Name, int]]:
    """Return the places of a sentence that a preposition other than "from" puts something in."""
    found = []
    for name in names:
        tokens = tokens_over(sentence, name.span) if name.kind is NameKind.PLACE else range(0)
        if tokens and (preposition := _preposition(sentence, tokens[-1])) is not None and preposition not in AWAY:
            found.append((name, tokens[-1]))
    return found


def _preposition(sentence: Sentence, i: int) -> str | None:
    """Return the preposition that a name hangs on, through "the ... region"."""
    for _ in range(3):
        token = sentence.tokens[i]
        if token.dep == "pobj":
            return sentence.tokens[token.head].lower
        if token.dep not in {"compound", "nmod", "conj", "appos", "amod", "poss"}:
            return None
        i = token.head
    return None


def read_valid(counted: Counted, shown: int | None, times: Sequence[TimeMention]) -> When | None:
    """Return the time that stands in the number's own clause: "Last year" of "Last year they sent 11,000"."""
    sentence = counted.sentence
    clause = _clause(sentence, shown if shown is not None else counted.heads[0])
    found = []
    for time in times:
        tokens = tokens_over(sentence, time.span)
        if tokens and not is_as_of(sentence, tokens[0]) and _clause(sentence, _top(sentence, tokens)) == clause:
            found.append((abs(tokens[0] - counted.first), time))
    return _when(min(found, key=lambda f: f[0])[1]) if found else None


def read_as_of(counted: Counted, times: Sequence[TimeMention], said: When | None) -> When | None:
    """Return the day that a count is current to: "as of 3 March", "so far", else the day it was said."""
    for time in times:
        tokens = tokens_over(counted.sentence, time.span)
        if tokens and is_as_of(counted.sentence, tokens[0]):
            return _when(time)
    return said


def is_as_of(sentence: Sentence, i: int) -> bool:
    """Tell whether a time says what a count is current to: it starts with, or stands after, such words."""
    words = " ".join(token.lower for token in sentence.tokens[max(0, i - 2) : i + 2])
    return any(f" {phrase} " in f" {words} " for phrase in wordlist().time.as_of)


def _when(time: TimeMention) -> When:
    return When(edtf=time.edtf, earliest=time.earliest, latest=time.latest, basis=time.basis)


def _top(sentence: Sentence, tokens: Sequence[int]) -> int:
    """Return the token that the others hang on."""
    inside = set(tokens)
    return next((i for i in tokens if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), tokens[0])


def _clause(sentence: Sentence, i: int) -> int:
    """Return the word that heads the clause a token stands in."""
    for _ in range(BEHIND):
        token = sentence.tokens[i]
        if (
            token.head == i
            or (token.dep in CLAUSES and token.tag.startswith("VB"))
            or (token.dep == "conj" and _finite(sentence, i))
        ):
            return i
        i = token.head
    return i


def _finite(sentence: Sentence, i: int) -> bool:
    """Tell a second clause from a second verb of one subject."""
    return sentence.tokens[i].tag.startswith("VB") and any(
        sentence.tokens[k].dep.startswith("nsubj") for k in sentence.children[i]
    )
