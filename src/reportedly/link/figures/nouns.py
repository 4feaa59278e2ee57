"""What a number counts: the noun beside it, and the words that tell of whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from reportedly.link.figures.wordlist import measures_of, wordlist
from reportedly.read.quantities.units import written_unit
from reportedly.read.quantities.wordlist import wordlist as number_words
from reportedly.records import Quantity, Sentence, Token
from reportedly.spans import Span

NOUN = ("NN", "NNS", "NNP", "NNPS")
DESCRIBES = ("JJ", "NN", "VBN", "VBG", "HYPH", "POS")
SKIPPED = frozenset({"more", "additional", "other", "further", "extra", "new", "fresh", "or", "so", "-"})
DETERMINERS = frozenset({"the", "these", "those", "its", "their", "his", "her", "our", "all"})
PRONOUNS = frozenset({"others", "them", "us", "whom", "which", "those"})
# "one shot was fired" counts shots, "one shot in Harrow" who was hit.
FIRED = frozenset({"fired", "rang", "was", "were"})
# A noun phrase longer than this is no longer what a number counts.
LONGEST = 8


def tokens_over(sentence: Sentence, span: Span) -> range:
    """Return the indices of the tokens that overlap a span, found by halving: a hostile sentence holds thousands."""
    first = bisect_right(sentence.tokens, span.start, key=lambda token: token.span.end)
    end = bisect_left(sentence.tokens, span.end, key=lambda token: token.span.start)
    return range(first, end)


def hangs_on(sentence: Sentence, i: int, top: int) -> bool:
    """Tell whether a token is another, or hangs on it by a few steps."""
    return i == top or top in islice(sentence.above(i), LONGEST)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number phrase in its parsed sentence, with its noun.

    `first` and `last` are the tokens of the number phrase, `noun` that of the counted noun, `who` the span of the words
    that tell of whom; None where the number stands alone. `unit`: where its unit is written.
    """

    sentence: Sentence
    first: int
    last: int
    noun: int | None = None
    who: Span | None = None
    unit: Span | None = None

    @property
    def end(self) -> int:
        """The last token of the number and its noun."""
        return max(self.last, self.noun if self.noun is not None else self.last)

    @property
    def heads(self) -> tuple[int, ...]:
        """The tokens that the rest of the sentence takes hold of: the noun, then the number's own top."""
        own = (self.top,)
        return own if self.noun is None else (self.noun, *(i for i in own if i != self.noun))

    @property
    def top(self) -> int:
        """The token of the number phrase that hangs on a word outside it."""
        inside = range(self.first, self.last + 1)
        out = [i for i in inside if self.sentence.tokens[i].head not in inside or self.sentence.tokens[i].head == i]
        numbers = [i for i in out if self.sentence.tokens[i].tag in {"CD", "NNS", "NN"}]
        behind = [i for i in inside if self.sentence.tokens[i].tag == "CD"]  # "above 300", by the parse a circumstance
        return (numbers or behind or out or [self.last])[-1]


def read_counted(text: str, sentence: Sentence, quantity: Quantity) -> Counted | None:
    """Return the number with the noun that it counts: "soldiers", and of whom: "Norvian soldiers"."""
    tokens = tokens_over(sentence, quantity.span)
    if not tokens:
        return None
    alone = Counted(sentence, tokens[0], tokens[-1])
    if quantity.unit is not None and quantity.unit != "person":
        return _measured(text, alone, quantity)
    at = _skip(sentence, alone.last + 1)
    noun = _noun(alone, at)
    return alone if noun is None else Counted(sentence, alone.first, alone.last, noun, sentence.span_of(at, noun))


def _skip(sentence: Sentence, i: int) -> int:
    """Step over "more", "of the" and the hyphen of "12-strong"."""
    tokens = sentence.tokens
    if _lower(tokens, i) == "-" and _lower(tokens, i + 1) in number_words().crowds.words:
        i += 2
    while _lower(tokens, i) in SKIPPED and _lower(tokens, i + 1) not in {"than", "less", "fewer"}:
        i += 1
    shared = _lower(tokens, i) == "of"
    i += shared
    while _lower(tokens, i) in DETERMINERS:
        i += 1
    return i + (shared and i < len(tokens) and tokens[i].tag == "CD")


def _noun(counted: Counted, start: int) -> int | None:
    """Return the token of the counted noun that starts at a token: the number's own head, else the first plural."""
    tokens = counted.sentence.tokens
    if _lower(tokens, start) in PRONOUNS:
        return None
    aged = _aged(tokens, start)
    first, found = start if aged is None else aged, None
    for i in range(first, min(first + LONGEST, len(tokens))):
        if tokens[i].tag == "CD" and tokens[i - 1].tag == "POS":
            continue  # "the town's 9,000 inhabitants"
        if not _describes(tokens, i, found) or _is_state(tokens, i) or _is_a_day(tokens, i, counted.top):
            break
        if tokens[i].tag in NOUN or i == aged:
            found = i
            if _ends(tokens, i, tokens[counted.top].head):
                break
    return found


def _describes(tokens: Sequence[Token], i: int, found: int | None) -> bool:
    """Tell whether a word may stand in the noun phrase: "12 injured people", not "12 injured" or "12 people killed"."""
    token = tokens[i]
    if token.tag in {"VBN", "VBG"}:
        return found is None and _is_noun(tokens, i + 1) and token.dep in {"amod", "compound", "nmod"}
    return token.tag.startswith(DESCRIBES)


def _is_a_day(tokens: Sequence[Token], i: int, number: int) -> bool:
    """Tell the day of "put the toll at 1,130 last Saturday", which nobody counts, from "12 Saturdays"."""
    day = next((token for token in tokens[i : i + 2] if token.dep == "npadvmod"), None)
    return day is not None and day.tag.startswith("NNP") and tokens[number].head not in (i, i + 1)


def _is_state(tokens: Sequence[Token], i: int) -> bool:
    """Tell "4 dead" and "one shot in Harrow" from "one shot was fired"."""
    token = tokens[i]
    if token.tag not in NOUN or token.lower not in measures_of("states"):
        return False
    return _lower(tokens, i + 1) not in FIRED and not _is_noun(tokens, i + 1)


def _ends(tokens: Sequence[Token], i: int, head: int) -> bool:
    """Tell whether a noun is the last of its phrase: the number hangs on it, or it is a plural."""
    token = tokens[i]
    if i == head:
        return True
    plural = token.tag == "NNS"
    persons = number_words().persons.words
    return plural and ((token.dep != "compound" and token.head < i) or (token.lower in persons and head != i + 1))


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].tag in NOUN


def _aged(tokens: Sequence[Token], i: int) -> int | None:
    """Step into "two 16-year-olds", to the token of "olds"."""
    if i >= len(tokens) or tokens[i].tag != "CD":
        return None
    return next((k for k in range(i, min(i + LONGEST, len(tokens))) if tokens[k].lower in {"old", "olds"}), None)


def _measured(text: str, alone: Counted, quantity: Quantity) -> Counted:
    """Return a measured number: its unit as the counted words, and what follows "of" as the thing."""
    sentence = alone.sentence
    unit = written_unit(text, sentence, quantity.span.end)
    at = alone.last + 1
    if unit is not None and (tokens := tokens_over(sentence, unit)):
        at = tokens[-1] + 1
    start = _skip(sentence, _past_bracket(sentence.tokens, at))
    noun = _noun(alone, start)
    return replace(alone, noun=noun, unit=unit, who=sentence.span_of(start, noun) if noun is not None else None)


def _past_bracket(tokens: Sequence[Token], i: int) -> int:
    """Step over "-long" and a bracketed conversion."""
    if _lower(tokens, i) == "-":
        i += 2
    if _lower(tokens, i) != "(":
        return i
    for end in range(i, min(i + LONGEST, len(tokens))):
        if tokens[end].text == ")":
            return end + 1
    return i


def is_people(counted: Counted, quantity: Quantity) -> bool:
    """Tell whether a number counts people."""
    if quantity.unit is not None:
        return quantity.unit == "person"
    if counted.noun is None:
        return False
    lower = counted.sentence.tokens[counted.noun].lower
    persons = number_words().persons
    return lower in {"olds", "old"} or lower in persons.words | persons.singular | wordlist().people.groups


def _lower(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""
