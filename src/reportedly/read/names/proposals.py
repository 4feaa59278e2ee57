"""A proposal: words that may be a name, and on what authority."""

from dataclasses import dataclass

from reportedly.records import NameKind, Sentence, Token
from reportedly.spans import Span

_LONG_WORD = 4
_SHORT_HEADLINE, _LONG_HEADLINE = 4, 7  # words; a sentence that ends in a full stop is rarely a headline
_CAPITALS = 0.75
ADDRESS, TABLE, RULE, MODEL, ECHO = range(5)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal; among those that overlap the longest wins, then the lowest rank. `sure`: not the model's word."""

    span: Span
    kind: NameKind
    rank: int

    @property
    def sure(self) -> bool:
        """Tell whether more than the model stands behind it."""
        return self.rank < MODEL


_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def is_headline(sentence: Sentence) -> bool:
    """Tell whether nearly every word is capitalised, so that a capital shows no name.

    A verb in small letters shows that none of it is: "Former Harlov Mayor Ada Holm was a guest on Harrow News".
    """
    if any(token.tag in _FINITE and token.text.islower() for token in sentence.tokens):
        return False
    long = [token for token in sentence.tokens if len(token.text) >= _LONG_WORD and token.text[0].isalpha()]
    fewest = _LONG_HEADLINE if sentence.tokens[-1].text == "." else _SHORT_HEADLINE
    return len(long) >= fewest and sum(is_capital(token) for token in long) > _CAPITALS * len(long)


def is_capital(token: Token) -> bool:
    """Tell whether the word begins with a capital."""
    return token.text[0].isupper()
