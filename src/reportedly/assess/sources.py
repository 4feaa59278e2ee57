"""Which figures come from one mouth: five pages with one number may be five counts, or one count told five times."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from reportedly.assess.joins import Joins
from reportedly.assess.mouths import Mouths
from reportedly.assess.origins import Copies, relayers_of
from reportedly.assess.sightings import Sighting
from reportedly.assess.words import assess_words, content_words, overlap
from reportedly.link.identities import Identities
from reportedly.records import FigureRef, Hop, Reading, Role

# Of the shorter sentence's words, the part that two tellings of one passage share.
SAME_PASSAGE = 0.5
FEWEST_WORDS = 3
# Figures with one number that are held against one another; more than these are held against the first ones.
NEAREST = 12


class FigureOrigins:
    """The origin of each figure of a story, as the first figure that rests on it."""

    def __init__(
        self, sightings: Sequence[Sighting], *, copies: Copies, of_page: Mapping[str, int], identities: Identities
    ) -> None:
        texts = Joins[str]()
        for page, mate, _ in copies:
            texts.join(page, mate)
        self._joins = Joins[Hashable](sighting.ref for sighting in sightings)
        through: dict[str, frozenset[str]] = {}
        mouths = Mouths([s.reading for s in {s.page: s for s in sightings}.values()], identities)
        self._voices = dict[FigureRef, frozenset[Hashable]]()
        self._unsourced = {s.ref for s in sightings if s.speaker is None}
        for sighting in sightings:
            text = texts.first_of(sighting.page) if sighting.page in texts else sighting.page
            if sighting.page not in through:
                through[sighting.page] = _outlets(sighting.reading, identities)
            for key in _keys(sighting, text, of_page, through[sighting.page], identities):
                self._joins.join(sighting.ref, key)
            self._voices[sighting.ref] = _voices(sighting, text, identities, mouths)
            for voice in self._voices[sighting.ref]:
                self._joins.join(sighting.ref, ("voice", voice))
        self._retold = tuple(_retold(sightings))
        for one, other in self._retold:
            self._joins.join(one.ref, other.ref)

    def same_voice(self, a: FigureRef, b: FigureRef) -> bool:
        """Tell whether one party gives both figures, so that the later can replace the earlier.

        An unnamed party ("police") is one within one outlet or one reprinted text; a page's own words are its outlet's.
        An unidentified speaker is one within one statement.
        """
        return bool(self._voices[a] & self._voices[b])

    def origin_of_figure(self, ref: FigureRef) -> Hashable:
        """Return what is equal for two figures if, and only if, they rest on one origin."""
        return self._joins.first_of(ref)

    def passages(self) -> Iterator[tuple[str, str]]:
        """Yield a page that says whose report a passage is from, and a page that has the passage without saying so."""
        for one, other in self._retold:
            credited, bare = (one, other) if _relayed(one) else (other, one)
            if one.page != other.page and _relayed(credited) and not _relayed(bare):
                yield credited.page, bare.page

    def voices_of(self, ref: FigureRef) -> frozenset[Hashable]:
        """Return what the giver of a figure is known by: equal parts of it mean one giver."""
        return self._voices[ref]

    def count(self, refs: Sequence[FigureRef]) -> int:
        """Return the number of separate origins behind figures.

        A page that gives a number without its source is no source for it next to one that names its own.
        """
        sourced = {self.origin_of_figure(ref) for ref in refs if ref not in self._unsourced}
        return len(sourced or {self.origin_of_figure(ref) for ref in refs})


def _outlets(reading: Reading, identities: Identities) -> frozenset[str]:
    carrier = reading.page.carrier
    return frozenset(map(identities.canonical, (*relayers_of(reading), *((carrier.name,) if carrier else ()))))


def _keys(
    sighting: Sighting, text: str, of_page: Mapping[str, int], outlets: frozenset[str], identities: Identities
) -> Iterator[Hashable]:
    """Yield what two figures of one origin have in common."""
    figure, speaker = sighting.figure, sighting.speaker
    number = (figure.measure, sighting.interval)
    yield ("text", text, number)
    if speaker is None:
        yield ("page", of_page[sighting.page])
        return
    if _unidentified(speaker):
        return
    voice = identities.canonical(speaker.party) if speaker.named else speaker.party.casefold()
    for outlet in sorted(outlets):
        yield ("through", outlet, voice, number)


def _voices(sighting: Sighting, text: str, identities: Identities, mouths: Mouths) -> frozenset[Hashable]:
    """Return what the giver of a figure is known by."""
    speaker, carrier = sighting.speaker, sighting.reading.page.carrier
    if speaker and sighting.statement and _unidentified(speaker):
        return frozenset({("unidentified", (sighting.page, sighting.statement.id))})
    if speaker:
        behind = mouths.behind(speaker, sighting.page)
        if speaker.named or behind != identities.canonical(speaker.party):
            return frozenset({("named", behind), ("named", identities.canonical(speaker.party))})
    voice = speaker.party.casefold() if speaker else ""
    outlets = {identities.canonical(carrier.name)} if carrier else set()
    return frozenset((voice, where) for where in {text, *outlets})


def _unidentified(speaker: Hop) -> bool:
    """Tell whether the page leaves open who speaks: two such speakers of one outlet may be two people."""
    return not speaker.named and speaker.party.casefold() in assess_words().unidentified


def _retold(sightings: Sequence[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """Yield figures that tell one number of one passage: in one page, or in pages that name nobody for it."""
    alike: dict[Hashable, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        alike[sighting.figure.measure, sighting.figure.unit, sighting.interval].append(sighting)
    for group in alike.values():
        for i, other in enumerate(group):
            for one in group[: min(i, NEAREST)]:
                if _same_passage(one, other):
                    yield one, other


def _same_passage(a: Sighting, b: Sighting) -> bool:
    if a.page == b.page:
        return _restated(a, b)
    return a.speaker is not None and b.speaker is not None and _unowned(a) and _unowned(b) and is_telling(a, b)


def _unowned(sighting: Sighting) -> bool:
    """Tell whether nobody is named whose number it is: "media reports", or an agency that only passes it on."""
    speaker = sighting.speaker
    return speaker is None or not speaker.named or speaker.role is Role.RELAYER


def _relayed(sighting: Sighting) -> bool:
    chain = sighting.statement.chain if sighting.statement else ()
    return any(hop.named and hop.role is Role.RELAYER for hop in chain)


def _restated(a: Sighting, b: Sighting) -> bool:
    """Tell whether a page gives one count twice: once without its source, or by two parts of one body.

    "Harrow police" in the lead and "police officials" in the text are one; a hospital and the police are two.
    """
    if a.speaker is None or b.speaker is None:
        return True
    if content_words(a.speaker.party) & content_words(b.speaker.party):
        return True
    return not (a.speaker.named and b.speaker.named) and is_telling(a, b)


def is_telling(a: Sighting, b: Sighting) -> bool:
    """Tell whether two figures stand in much the same words."""
    mine, theirs = (content_words(s.sentence.of(s.reading.text)) for s in (a, b))
    return len(mine & theirs) >= FEWEST_WORDS and overlap(mine, theirs) >= SAME_PASSAGE
