"""Clauses of a sentence: which verb a word stands with."""

from collections.abc import Sequence

from reportedly.records import Sentence

CLAUSES = frozenset({"ccomp", "relcl", "advcl", "ROOT", "acl", "parataxis", "csubj"})
BEHIND = 20


def clause_of(sentence: Sentence, i: int) -> int:
    """Return the word that heads the clause a token stands in."""
    for _ in range(BEHIND):
        token = sentence.tokens[i]
        if (
            token.head == i
            or (token.dep in CLAUSES and token.tag.startswith("VB"))
            or (token.dep == "conj" and _has_subject(sentence, i))
        ):
            return i
        i = token.head
    return i


def _has_subject(sentence: Sentence, i: int) -> bool:
    """Tell a second clause from a second verb of one subject."""
    return sentence.tokens[i].tag.startswith("VB") and any(
        sentence.tokens[k].dep.startswith("nsubj") for k in sentence.children[i]
    )


def top_of(sentence: Sentence, tokens: Sequence[int]) -> int:
    """Return the token that the others hang on."""
    inside = set(tokens)
    return next((i for i in tokens if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), tokens[0])
