"""What a chain of sources ends in: a party, an outlet, a document that somebody put out, or nobody: "media reports"."""

import re
from collections.abc import Sequence
from functools import cache

from reportedly.assess.words import WORD, assess_words
from reportedly.clean.outlets import world_outlets
from reportedly.link.identities import Identities
from reportedly.records import Hop, NameKind, Reading, Role, Statement
from reportedly.spans import hull

# Characters on either side of a speaker and his verb in which "in its report of 3 March" may stand.
BESIDE = 60
LONGEST_SOURCE = 120


def is_reports(hop: Hop) -> bool:
    """Tell whether a speaker is nobody: "media reports", "local media", "unconfirmed reports on social media"."""
    words = [word.casefold() for word in WORD.findall(hop.party)]
    lists = assess_words()
    known = lists.report_heads | lists.report_words | lists.stop_words
    return not hop.named and not lists.report_heads.isdisjoint(words) and known.issuperset(words)


def document_of(statement: Statement, text: str) -> str | None:
    """Return the document that a statement is from, as the page names it: "the UN report", "its report of 3 March"."""
    called = set(statement.chain[0].party.casefold().split()) if statement.chain else set()
    nouns = _documents() - called  # the Veldrian Survey Office is no survey
    for span in statement.source:
        words = " ".join(span.of(text).split())
        if len(words) <= LONGEST_SOURCE and not nouns.isdisjoint(words.casefold().split()):
            return words
    if not (statement.source and statement.cue):
        return None
    about = hull((*statement.source, *statement.cue))
    told = [span for span in statement.content if about.overlaps(span)]
    window = text[max(0, about.start - BESIDE) : about.end + BESIDE] if not told else text[about.start : about.end]
    found = _named_document().search(window)
    return found["document"] if found else None


class Outlets:
    """Who of a story's parties are outlets: its carriers, those who pass words on and are no people, the well known."""

    def __init__(self, readings: Sequence[Reading], identities: Identities) -> None:
        self._identities = identities
        carriers = (reading.page.carrier.name for reading in readings if reading.page.carrier)
        credited = (credit.name for reading in readings for credit in reading.page.credits)
        hops = (hop for reading in readings for statement in reading.statements for hop in statement.chain)
        people = {name.text for reading in readings for name in reading.names if name.kind is NameKind.PERSON}
        relayers = (h.party for h in hops if h.role is Role.RELAYER and h.named and h.party not in people)
        self._known = frozenset(map(identities.canonical, (*carriers, *credited, *relayers)))

    def has(self, party: str) -> bool:
        """Tell whether a party is an outlet."""
        return self._identities.canonical(party) in self._known or world_outlets().called(party) is not None


def _documents() -> frozenset[str]:
    return assess_words().documents


@cache
def _named_document() -> re.Pattern[str]:
    nouns = "|".join(sorted(_documents()))
    document = rf"(?:an?|the|its|their|his|her) (?:[\w'\u2019-]+ ){{0,3}}?(?:{nouns})\b"
    day = r"(?: (?:of|from|dated) (?:\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2}))?"
    return re.compile(rf"\b(?i:in|through|citing) (?P<document>{document}{day})")
