"""Who speaks for whom: a ministry's spokeswoman gives the ministry's numbers."""

from collections.abc import Sequence

from reportedly.assess.words import assess_words, content_words
from reportedly.link.identities import Identities
from reportedly.records import Hop, Reading


class Mouths:
    """The bodies that the spokespeople of a story speak for, as their pages say."""

    def __init__(self, readings: Sequence[Reading], identities: Identities) -> None:
        self._identities = identities
        self._bodies: dict[tuple[str, str], str] = {}
        for reading in readings:
            hops = tuple(dict.fromkeys(hop for statement in reading.statements for hop in statement.chain))
            for hop in hops:
                body = _body_of(hop, hops, identities)
                if body:
                    self._bodies[reading.page.name, hop.party] = body

    def behind(self, hop: Hop, page: str) -> str:
        """Return whose word a party gives on a page: "Ilse Kor, a ministry spokeswoman" gives the ministry's.

        Where the page does not say, a person's own.
        """
        return self._bodies.get((page, hop.party)) or self._identities.canonical(hop.party)


def _body_of(hop: Hop, hops: Sequence[Hop], identities: Identities) -> str | None:
    """Return the one other party of the page that a spokesperson's description names."""
    words = content_words(f"{hop.party if not hop.named else ''} {hop.description or ''}")
    if not words & assess_words().spokespeople:
        return None
    body = words - assess_words().spokespeople
    others = {identities.canonical(o.party) for o in hops if o.party != hop.party and body <= content_words(o.party)}
    return others.pop() if body and len(others) == 1 else None
