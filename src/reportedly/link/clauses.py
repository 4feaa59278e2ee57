"""Clauses of a sentence: which verb a word stands with."""

from collections.abc import Sequence

from reportedly.records import Sentence, Statement
from reportedly.spans import Span

CLAUSES = frozenset({"ccomp", "relcl", "advcl", "ROOT", "acl", "parataxis", "csubj"})
BEHIND = 20
VERBS = ("VB", "MD")


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


def opening_of(sentence: Sentence, statement: Statement | None) -> Span | None:
    """Return the "Last year" of "Last year, the agency said, they sent 11,000", which is of what they did."""
    if statement is None or len(statement.content) < 2 or not statement.cue:  # noqa: PLR2004 -- the two sides of the cue
        return None
    first, then = statement.content[:2]
    inside = sentence.span.contains(first) and sentence.span.contains(then)
    aside = first.end <= statement.cue[0].start and statement.cue[-1].end <= then.start
    bare = not any(sentence.tokens[i].tag.startswith(VERBS) for i in sentence.tokens_in(first))
    return first if inside and aside and bare else None
