"""Ages: "a 17-year-old", "aged 16", "Ada Harrow, 34, said"."""

import re

from reportedly.read.quantities.bounds import Bounded
from reportedly.read.quantities.units import read_unit
from reportedly.read.quantities.wordlist import wordlist
from reportedly.read.quantities.words import DASHES, Line

OLD = re.compile(
    r"(?:\s?(?:,|and|or|to|-|\u2013)\s?\d{1,3})*"
    r"[\s-]?(?:(?:years?|months?|weeks?|days?|yrs?)[\s-]olds?\b|(?:years?|months?)[\s-]of[\s-]age\b|yos?\b|-?year-(?:wo)?man\b)",
    re.IGNORECASE,
)
# A stretch of text this long is enough for the words after an age.
AHEAD = 32
OLDEST = 120
TURNS = frozenset({"turn", "turned", "turning", "turns"})
# Words back from an age to "aged" or "between the ages of".
FAR = 8
# Before a number that bounds an age: "people under 30".
LIMITS = frozenset({"above", "below", "over", "under"})
FILLERS = frozenset({"of", "the", "between", "and", "to", "under", "over", ",", "from", "or"}) | DASHES
# Tags of words that a number may count.
COUNTED = ("CD", "JJ", "NN")
PARTITIVE = frozenset({"them", "these", "those", "whom", "which"})
CLOSES = frozenset({",", ".", ";", ")", "and", "of", "from", "was", "is", ":"}) | DASHES


def is_age(line: Line, bounded: Bounded) -> bool:
    """Tell "a 17-year-old", "aged 16", "Ada Harrow, 34, said", "ages 14 and 28", "people under 30"."""
    core, end = bounded.core, line.words[bounded.core.end - 1].end
    if OLD.match(line.text[end : end + AHEAD]):
        return True
    if core.unit or not isinstance(core.high, int) or core.high > OLDEST:
        return False
    apposed = bounded.first == core.first and _is_apposed(line, bounded)
    bounds = _is_limit(line, bounded) or _is_compared(line, bounded)
    return apposed or bounds or _is_aged(line, bounded.first) or _is_predicate(line, bounded)


def _is_aged(line: Line, first: int) -> bool:
    at, lists = first - 1, wordlist()
    passing = FILLERS | lists.cardinals.keys()
    while first - at < FAR and (line.lower(at) in passing or line.is_number(at)):
        at -= 1
    return line.lower(at) in lists.no_figure_before.ages


def _is_apposed(line: Line, bounded: Bounded) -> bool:
    """Tell an age set between commas after a name or a person: "Ada Harrow, 34, said", "a boy, 14; a girl, 15"."""
    first, end = bounded.core.first, bounded.core.end
    if line.lower(end) == "of" and line.lower(end + 1) in PARTITIVE:
        return False  # "in Harrow, six of them badly"
    opens = first - 2 if line.lower(first - 1) in {"also", "both", "each", "now"} else first - 1
    if line.lower(opens) not in {",", "("} or (end < len(line.words) and line.lower(end) not in CLOSES):
        return False
    if opens == first - 2 or line.lower(opens - 1) in wordlist().persons.singular:
        return True
    name = line.token(opens - 1)
    return name is not None and (name.tag.startswith("NNP") or name.entity == "PERSON" or name.text[0].isupper())


def _is_predicate(line: Line, bounded: Bounded) -> bool:
    """Tell the age in "he was 16", "the victim was only ten", "Ada Harrow, who is 34", "until the child turns 18"."""
    place = line.place(bounded.core.first)
    if place is None or bounded.effects - {"exactly"} or bounded.core.end != bounded.core.first + 1:
        return False
    tokens, token = line.sentence.tokens, line.sentence.tokens[place]
    if tokens[token.head].lower in TURNS and token.head == place - 1:
        return True
    if token.dep not in {"attr", "acomp"} or tokens[token.head].lower not in {"is", "was", "am", "be"}:
        return False
    subjects = [tokens[i] for i in line.sentence.children[token.head] if tokens[i].dep == "nsubj"]
    people = {"he", "she", "i", "who", *wordlist().persons.singular}
    return any(s.lower in people or s.entity == "PERSON" for s in subjects)


def _is_limit(line: Line, bounded: Bounded) -> bool:
    """Tell the age in "people under 30" from the count in "a force of soldiers over 300 strong"."""
    first, lists = bounded.first, wordlist().persons
    if line.lower(first) not in LIMITS or line.lower(first - 1) not in lists.words | lists.singular | {
        "anyone",
        "those",
    }:
        return False
    after = line.token(bounded.core.end)
    return read_unit(line, bounded.core.end) is None and (after is None or not after.tag.startswith(COUNTED))


def _is_compared(line: Line, bounded: Bounded) -> bool:
    """Tell the age in "younger than ten", "everybody older than 60", from "banks older than 60 years"."""
    at = bounded.core.first
    older = line.lower(at - 1) == "than" and line.lower(at - 2) in {"older", "younger"}
    return older and read_unit(line, bounded.core.end) is None
