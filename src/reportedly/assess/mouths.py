"""Who speaks for whom: a ministry's spokeswoman gives the ministry's numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reportedly.assess.words import assess_words, content_words
from reportedly.link.identities import Identities
from reportedly.records import Hop, Reading


class Mouths:
    """The bodies that the spokespeople of a story speak for, as its pages say."""

    def __init__(self, readings: Sequence[Reading], identities: Identities) -> None:
        self._identities = identities
        self._of_page: dict[tuple[str, str], str] = {}
        bodies: dict[str, Counter[str]] = defaultdict(Counter)
        for reading in readings:
            for hop, body in _spoken_for(reading, identities):
                self._of_page[reading.page.name, hop.party] = body
                if hop.named:
                    bodies[identities.canonical(hop.party)][body] += 1
        self._of_person = {person: found.most_common(1)[0][0] for person, found in bodies.items()}

    def behind(self, hop: Hop, page: str) -> str:
        """Return whose word a party gives: "Ilse Kor, a ministry spokeswoman" gives the ministry's, on every page.

        Where no page says so, a person's own. An unnamed "spokesman" is one body's on one page only.
        """
        own = self._identities.canonical(hop.party)
        return self._of_page.get((page, hop.party)) or self._of_person.get(own, own)


def _spoken_for(reading: Reading, identities: Identities) -> Iterator[tuple[Hop, str]]:
    """Yield the spokespeople of a page, each with the one other party of it that their description names."""
    hops = tuple(dict.fromkeys(hop for statement in reading.statements for hop in statement.chain))
    words = {hop.party: content_words(hop.party) for hop in hops}
    mouths = assess_words().spokespeople
    for hop in hops:
        described = content_words(hop.description or "") | (frozenset() if hop.named else words[hop.party])
        body = described - mouths
        if body and described & mouths:
            others = {
                identities.canonical(party) for party, name in words.items() if party != hop.party and body <= name
            }
            if len(others) == 1:
                yield hop, others.pop()
