"""Who is said not to have commented."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.assess.words import content_words
from reportedly.lexicons import read_lexicon
from reportedly.link.identities import Identities
from reportedly.records import Reading, Silent, Stance, Statement, Support

AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|nor|or)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceWords:
    """The form of data/silence.toml."""

    words: frozenset[str]


def find_silent(readings: Sequence[Reading], identities: Identities) -> tuple[Silent, ...]:
    """Return the parties that have not commented, each with the statements that say so.

    "Veldria and Sorrand have not commented" are two parties; "the spokesman did not say how long" is none.
    """
    support: dict[str, list[Support]] = defaultdict(list)
    names: dict[str, str] = {}
    for reading in readings:
        for statement in reading.statements:
            for party in _silent_in(statement, reading):
                key = identities.canonical(party)
                names.setdefault(key, party)
                support[key].append(Support(page=reading.page.name, statement=statement.id))
    return tuple(Silent(party=names[key], support=tuple(dict.fromkeys(found))) for key, found in support.items())


def _silent_in(statement: Statement, reading: Reading) -> Iterator[str]:
    if statement.stance is not Stance.NO_COMMENT or not statement.chain:
        return
    said = content_words(" ".join(span.of(reading.text) for span in (*statement.content, *statement.cue)))
    silence = tuple(read_lexicon("silence.toml", SilenceWords).words)
    if statement.content and not any(word.startswith(silence) for word in said):
        return
    party = statement.chain[0].party
    halves = [half for half in AND.split(party) if half]
    names = {name.text for name in reading.names}
    # "The Office of Mines and Quarries" is one name: only where the page knows each half by itself are they two.
    yield from halves if party not in names and names.issuperset(halves) else [party]
