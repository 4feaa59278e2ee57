"""A word in its sentence's tree, and the questions that the rules ask of it."""

from dataclasses import dataclass

from reportedly.read.speech.words import ReportingWords
from reportedly.records import Sentence, Token
from reportedly.spans import Span

BEFORE_VERB = ("advmod", "aux", "auxpass", "neg")


@dataclass(frozen=True, slots=True)
class Word:
    """The word `i` of a sentence, which is the page's sentence `index`."""

    sentence: Sentence
    index: int
    i: int
    words: ReportingWords

    @property
    def token(self) -> Token:
        """The word itself."""
        return self.sentence.tokens[self.i]

    @property
    def base(self) -> str:
        """The base form of a listed verb, else the word in lower case."""
        return self.words.base_of.get(self.token.lower, self.token.lower)

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return self.token.span

    @property
    def children(self) -> "tuple[Word, ...]":
        """The words that hang on it."""
        return tuple(self.at(c) for c in self.sentence.children[self.i])

    @property
    def head(self) -> "Word":
        """The word that it hangs on; a root's is itself."""
        return self.at(self.token.head)

    @property
    def hull(self) -> Span:
        """The stretch from the first to the last word that hangs on it."""
        below = self.sentence.subtree(self.i)
        return self.sentence.span_of(below[0], below[-1])

    def at(self, i: int) -> "Word":
        """Return another word of the sentence."""
        return Word(self.sentence, self.index, i, self.words)

    def child(self, *deps: str) -> "Word | None":
        """Return the first word that hangs on it by one of the relations."""
        tokens = self.sentence.tokens
        return next((self.at(c) for c in self.sentence.children[self.i] if tokens[c].dep in deps), None)

    def infinitive(self) -> "Word | None":
        """Return the "go" of "plans to go"."""
        for c in self.children:
            if c.token.dep in ("xcomp", "ccomp", "advcl") and c.i > self.i:
                to = c.child("aux")
                if to is not None and to.token.lower == "to":
                    return c
        return None

    def has_that(self) -> bool:
        """Tell whether a clause opens with "that"."""
        return any(c.token.dep == "mark" and c.token.lower == "that" for c in self.children)

    def first_of_group(self) -> int:
        """Return where "has not yet" before a verb begins."""
        near = {c for c in self.sentence.children[self.i] if self.sentence.tokens[c].dep in BEFORE_VERB}
        first = self.i
        while first - 1 in near:
            first -= 1
        return first
