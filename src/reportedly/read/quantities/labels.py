"""Numbers that belong to a name or describe a thing: "No. 3", "Flight 370", "one of them", "a two-state plan"."""

from reportedly.read.quantities.bounds import Bounded
from reportedly.read.quantities.units import is_duration, read_unit
from reportedly.read.quantities.wordlist import dimensions, wordlist
from reportedly.read.quantities.words import APOSTROPHES, DASHES, Line

COUNTED = ("NN", "NNS", "JJ", "JJR", "JJS", "VBN", "VBG", "RB")
# Words back from a number to its label: "Articles 5 and 6".
FAR = 4
PASSING = frozenset({".", "and", "to"}) | DASHES


def is_labelled(line: Line, bounded: Bounded) -> bool:
    """Tell "No. 3", "Article 5", "Flight 370", "Category 4"."""
    if bounded.first != bounded.core.first:
        return False
    lists = wordlist().no_figure_before
    at = bounded.first - 1
    if line.lower(at) in {"top", "bottom"} and _is_percent(line, bounded):
        return False
    while line.lower(at) in PASSING or line.is_number(at):
        if bounded.first - at > FAR:
            return False
        at -= 1
    return line.lower(at) in lists.labels or (is_capital(line, at) and line.lower(at) in lists.titles)


def _is_percent(line: Line, bounded: Bounded) -> bool:
    unit = read_unit(line, bounded.core.end)
    return unit is not None and unit.name == "percent"


def is_capital(line: Line, i: int) -> bool:
    """Tell whether a word has a capital anywhere: "iPhone"."""
    return 0 <= i < len(line.words) and line.words[i].text != line.words[i].lower


def is_name_number(line: Line, bounded: Bounded) -> bool:
    """Tell "Nasdaq 100", "Boeing 737 jets", "Windows 10": a number that hangs on the name before it."""
    at = bounded.core.first
    if bounded.first != at or bounded.core.end != at + 1 or not bounded.core.digits:
        return False
    if line.lower(at - 1) in wordlist().indexes.words and is_capital(line, at - 1):
        return line.lower(at - 1) != "p" or line.lower(at - 2) in {"&", "s"}
    token, before, place = line.token(at), line.token(at - 1), line.place(at)
    if token is None or before is None or place is None:
        return False
    if not before.tag.startswith("NNP") or not before.text[0].isupper():
        return False
    if before.lower in wordlist().months.words or token.head == place - 1:
        return True
    after = line.token(at + 1)
    return read_unit(line, bounded.core.end) is None and (after is None or not after.tag.startswith(COUNTED))


def is_named_word(line: Line, bounded: Bounded) -> bool:
    """Tell "the Big Ten", "the Four Corners": a number word with a capital inside a sentence, which is no headline."""
    at = bounded.core.first
    if line.is_headline or line.is_number(at) or bounded.core.end != at + 1 or not line.words[at].text.istitle():
        return False
    token = line.token(at)
    counts = token is not None and token.dep == "nummod" and line.sentence.tokens[token.head].tag == "NNS"
    return line.lower(at - 1).isalpha() and not counts


def is_before_name(line: Line, bounded: Bounded) -> bool:
    """Tell "787 Dreamliner", "2020 Escape": a number that a name starts with."""
    at = bounded.core.end
    token, after = line.token(bounded.core.first), line.token(at)
    if token is None or after is None or bounded.first != bounded.core.first or not bounded.core.digits:
        return False
    loose = after.tag == "NN" and after.text.istitle() and not line.is_headline and read_unit(line, at) is None
    noun = after.tag == "NNP" or loose
    named = noun and after.text[0].isupper() and not after.text.isupper()
    return named and _head_is(line, bounded.core.first, at)


def _head_is(line: Line, i: int, head: int) -> bool:
    token, place = line.token(i), line.place(head)
    return token is not None and place is not None and token.head == place


def is_pronoun(line: Line, bounded: Bounded) -> bool:
    """Tell "one of them", "the new one", "one can": "one" counts before a noun and beside killing or dying."""
    at, lists = bounded.core.first, wordlist()
    if line.lower(at) != "one" or bounded.core.end != at + 1:
        return False
    after, before = line.lower(at + 1), line.lower(at - 1)
    if after == "hand" and before == "on":
        return True
    if after in lists.pronoun_one.before or before in lists.pronoun_one.after or after in APOSTROPHES:
        return True
    near = {before, after, line.lower(at + 2), line.lower(at + 3)}
    token, place = line.token(at), line.place(at)
    if token is None or place is None or bounded.first != at:
        return False
    if near & lists.counting.words or read_unit(line, at + 1):
        return False
    return not (token.tag == "CD" and token.dep == "nummod" and token.head > place)


def is_compound(line: Line, bounded: Bounded) -> bool:
    """Tell "a two-state solution", "four-day", "one-sided": number words that describe and do not count."""
    at = bounded.core.end
    if line.lower(at) != "-" or not line.glued(at - 1) or not line.glued(at) or bounded.core.is_part:
        return False
    if dimensions().get(bounded.core.unit or "") == "money":
        return False  # "$37-a-share"
    if line.lower(at + 1) in wordlist().crowds.words or line.lower(at + 1) in {"plus", "odd"}:
        return False
    unit = read_unit(line, at)
    return unit is None or is_duration(unit.name)
