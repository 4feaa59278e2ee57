"""Records in a reporter's words: speakers, numbers of things."""

import re
import unicodedata
from collections.abc import Sequence

from reportedly.records import (
    Certainty,
    Figure,
    Hop,
    Measure,
    Role,
    Stance,
    Statement,
    Status,
)

# Descriptions longer than this crowd a row; the page's text shows them in full.
LONGEST_DESCRIPTION = 44


def count_of(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> count_of(1, "page"), count_of(3, "page"), count_of(0, "copy", "copies")
    ('1 page', '3 pages', 'no copies')
    """
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}"


def listed(words: Sequence[str]) -> str:
    """Return the words as a sentence lists them.

    >>> listed(["1", "2", "5"])
    '1, 2 and 5'
    """
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def few(names: Sequence[str], most: int = 2) -> list[str]:
    """Return the first names and how many more there are.

    >>> few(["Ada", "Ben", "Cy", "Dot"])
    ['Ada', 'Ben', '2 more']
    """
    left = len(names) - most
    return [*names[:most], f"{left} more"] if left > 0 else list(names)


def plain(words: str) -> str:
    r"""Return page words on one line, without control, direction or zero-width characters that would upset a terminal.

    >>> plain("at least\n300\u202e \x1b[31mdead")
    'at least 300 [31mdead'
    """
    kept = (" " if c.isspace() else c for c in words if c.isspace() or unicodedata.category(c) not in UNSEEN)
    return " ".join("".join(kept).split())


def fold(name: str) -> str:
    r"""Return a name as it is compared: one case, one kind of apostrophe.

    >>> fold("Veldria\u2019s Ministry")
    "veldria's ministry"
    """
    return plain(name).casefold().replace("\u2019", "'")


UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def describe_chain(statement: Statement) -> str:
    """Return the speaker of a statement with those who passed it on, nearest to the fact first."""
    first, *others = statement.chain
    party = describe_hop(first)
    relayers = [plain(hop.party) for hop in others if hop.role is not Role.PUBLISHER]
    return f"{party}, through {listed(relayers)}" if relayers else party


def describe_hop(hop: Hop) -> str:
    """Return a party with what the page calls it: "Ilse Varga, mayor of Brinmoor", "officials (unnamed)"."""
    description, party = plain(hop.description or ""), plain(hop.party)
    if description and len(description) <= LONGEST_DESCRIPTION and description.casefold() not in party.casefold():
        party = f"{party}, {description}"
    return _marked(party, hop)


def describe_party(hop: Hop) -> str:
    """Return a party by its name alone: "Ilse Varga", "officials (unnamed)"."""
    return _marked(plain(hop.party), hop)


def _marked(words: str, hop: Hop) -> str:
    return words if hop.named or UNIDENTIFIED.search(words) else f"{words} (unnamed)"


def describe_counted(figure: Figure) -> str:
    """Return the number with whom it counts and, where that is known, what it measures: "At least 12 people killed"."""
    words = plain(" ".join(filter(None, (figure.text, figure.who or figure.counted))))
    silent = figure.measure is Measure.OTHER or figure.measure.value in words.casefold().split()
    return words if silent else f"{words} {figure.measure.value}"


def describe_number(figure: Figure) -> str:
    """Return the number as the page words it, with its unit where the words do not show one.

    A person who is told of without a number is counted with the words for him: "1 (John Roe)", "1 (a miner)".
    """
    words, unit = plain(figure.text), figure.unit or ""
    if figure.person is not None and words.casefold() not in ONE:
        article = words.casefold() in ARTICLES
        return (
            f"1 ({words.casefold()} {plain(figure.who or figure.counted or 'person')})" if article else f"1 ({words})"
        )
    shown = UNIT_WORDS.get(unit, unit)
    bare = shown and words[-1:].isdigit()
    return f"{words} {shown}" if bare else words


UNIDENTIFIED = re.compile(r"\b(?:unidentified|unnamed|anonymous)\b", re.IGNORECASE)
ONE = frozenset({"1", "one"})
ARTICLES = frozenset({"a", "an"})
UNIT_WORDS = {"person": "", "km2": "sq km", "mi2": "sq miles", "mi": "miles"}


def describe_hedging(figure: Figure, statement: Statement | None, text: str) -> str:
    """Return what keeps a figure from being a flat assertion: 'possible, hedged "may"'; "" for nothing."""
    scope = f"{figure.scope.kind.value} {plain(figure.scope.who)}" if figure.scope else ""
    notes = [STATUS_WORDS[figure.status], scope, f"a step {figure.change.value}" if figure.change else ""]
    if statement:
        notes.append("" if STATUS_WORDS[figure.status] else STANCE_WORDS[statement.stance])
        notes.append(_hedges(statement, text, ""))
    return ", ".join(note for note in notes if note)


def describe_attitude(statement: Statement, text: str, *, within: str = "") -> str:
    """Return how a speaker holds what he says: 'expected, hedged "may"'; not what `within` shows already."""
    shown = any(plain(span.of(text)) in within for span in statement.cue)
    notes = ("" if shown else STANCE_WORDS[statement.stance], _hedges(statement, text, within))
    return ", ".join(note for note in notes if note)


STATUS_WORDS = {
    Status.ACTUAL: "",
    Status.PLANNED: "planned",
    Status.POSSIBLE: "possible",
    Status.DENIED: "denied",
}
STANCE_WORDS = {
    Stance.ASSERTS: "",
    Stance.DENIES: "in a denial",
    Stance.EXPECTS: "expected",
    Stance.PLANS: "in a plan",
    Stance.ASKS: "in a question",
    Stance.NO_COMMENT: "no comment",
}


def _hedges(statement: Statement, text: str, within: str) -> str:
    words = dict.fromkeys(plain(span.of(text)) for span in statement.hedges)
    if words:
        told = [f"“{word}”" for word in words if word not in within]
        return f"hedged {listed(told)}" if told else ""
    return "" if statement.certainty is Certainty.CERTAIN else f"held {statement.certainty.value}"
