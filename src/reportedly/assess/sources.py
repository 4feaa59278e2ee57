"""Which figures come from one mouth: five pages with one number may be five counts, or one count told five times."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from reportedly.assess.footing import document_of
from reportedly.assess.joins import Joins
from reportedly.assess.mouths import Mouths
from reportedly.assess.origins import Copies, outlets_of
from reportedly.assess.sightings import Sighting
from reportedly.assess.words import assess_words, content_words, overlap
from reportedly.link.identities import Identities
from reportedly.records import FigureRef, Hop, Passage, RestBasis, Role

# Of the shorter sentence's words, the part that two tellings of one passage share.
SAME_PASSAGE = 0.5
FEWEST_WORDS = 3
# Figures with one number that are held against one another; more than these are held against the first ones.
NEAREST = 12
# Of several reasons why figures are of one origin, the one that is told.
STRONGEST = (
    RestBasis.COPY,
    RestBasis.PASSAGE,
    RestBasis.CIRCLE,
    RestBasis.DOCUMENT,
    RestBasis.SAME_SPEAKER,
    RestBasis.CREDIT,
    RestBasis.REPORTS,
    RestBasis.SAME_WORDS,
    RestBasis.OWN,
)


class FigureOrigins:
    """The origin of each figure of a story, as the first figure that rests on it, and why figures share one."""

    def __init__(
        self,
        sightings: Sequence[Sighting],
        *,
        copies: Copies,
        of_page: Mapping[str, int],
        identities: Identities,
        passages: Sequence[Passage] = (),
    ) -> None:
        texts = Joins[str]()
        for page, mate, _ in copies:
            texts.join(page, mate)
        self._joins = Joins[FigureRef](sighting.ref for sighting in sightings)
        self._first: dict[Hashable, FigureRef] = {}
        self._grounds: dict[FigureRef, dict[Hashable, RestBasis]] = defaultdict(dict)
        through: dict[str, frozenset[str]] = {}
        mouths = Mouths([s.reading for s in {s.page: s for s in sightings}.values()], identities)
        self._voices = dict[FigureRef, frozenset[Hashable]]()
        self._unsourced = {s.ref for s in sightings if s.speaker is None}
        for sighting in sightings:
            text = texts.first_of(sighting.page) if sighting.page in texts else sighting.page
            if sighting.page not in through:
                through[sighting.page] = outlets_of(sighting.reading, identities)
            for key, basis in _keys(sighting, text, of_page, through[sighting.page], identities):
                self._ground(sighting.ref, key, basis)
            self._voices[sighting.ref] = _voices(sighting, text, identities, mouths)
            for voice in self._voices[sighting.ref]:
                self._ground(sighting.ref, ("voice", voice), RestBasis.SAME_SPEAKER)
        self._retold = tuple(_retold(sightings))
        self.tie((one.ref, other.ref, RestBasis.SAME_WORDS) for one, other in self._retold)
        self.tie(_within(passages, sightings))

    def _ground(self, ref: FigureRef, key: Hashable, basis: RestBasis) -> None:
        self._grounds[ref].setdefault(key, basis)
        self._joins.join(self._first.setdefault(key, ref), ref)

    def tie(self, ties: Iterable[tuple[FigureRef, FigureRef, RestBasis]]) -> None:
        """Put the origins of pairs of figures together."""
        for one, other, basis in ties:
            key = ("tie", one, basis)
            self._ground(one, key, basis)
            self._ground(other, key, basis)

    def add_none(self, refs: Iterable[FigureRef]) -> None:
        """Let figures add no origin to those of others: nobody stands behind them."""
        self._unsourced.update(refs)

    def shared(self, a: FigureRef, b: FigureRef) -> RestBasis | None:
        """Return why two figures are of one origin; None where nothing ties the two to each other directly."""
        mine, theirs = self._grounds[a], self._grounds[b]
        bases = {mine[key] for key in mine.keys() & theirs.keys()}
        return next((basis for basis in STRONGEST if basis in bases), None)

    def sourced(self, ref: FigureRef) -> bool:
        """Tell whether somebody is named, or at least meant, as the one who gives a figure."""
        return ref not in self._unsourced

    def same_voice(self, a: FigureRef, b: FigureRef) -> bool:
        """Tell whether one party gives both figures, so that the later can replace the earlier.

        An unnamed party ("police") is one within one outlet or one reprinted text; a page's own words are its outlet's.
        An unidentified speaker is one within one statement.
        """
        return bool(self._voices[a] & self._voices[b])

    def origin_of_figure(self, ref: FigureRef) -> FigureRef:
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


def _keys(
    sighting: Sighting, text: str, of_page: Mapping[str, int], outlets: frozenset[str], identities: Identities
) -> Iterator[tuple[Hashable, RestBasis]]:
    """Yield what two figures of one origin have in common."""
    figure, speaker = sighting.figure, sighting.speaker
    number = (figure.measure, sighting.interval)
    yield ("text", text, number), RestBasis.COPY
    if speaker is None:
        yield ("page", of_page[sighting.page]), RestBasis.OWN
        return
    if document := _dated_document(sighting, identities):
        yield document, RestBasis.DOCUMENT
    if _unidentified(speaker):
        return
    voice = identities.canonical(speaker.party) if speaker.named else speaker.party.casefold()
    for outlet in sorted(outlets):
        yield ("through", outlet, voice, number), RestBasis.CREDIT


def _dated_document(sighting: Sighting, identities: Identities) -> Hashable | None:
    """Return what a document is known by where its party is unnamed: "the ministry's statement" of one known day."""
    statement, speaker = sighting.statement, sighting.speaker
    if not (statement and speaker and statement.said and statement.said.earliest == statement.said.latest):
        return None
    document = document_of(statement, sighting.reading.text)
    if document is None or statement.said.earliest is None:
        return None
    noun = assess_words().documents.intersection(document.casefold().split())
    return ("document", identities.canonical(speaker.party).casefold(), noun, statement.said.earliest)


def _within(
    passages: Sequence[Passage], sightings: Sequence[Sighting]
) -> Iterator[tuple[FigureRef, FigureRef, RestBasis]]:
    """Yield figures of one number that stand in a passage which two pages share."""
    on: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings if passages else ():
        on[sighting.page].append(sighting)
    for passage in passages:
        inside = [s for s in on[passage.page] if passage.span.contains(s.figure.span)]
        for other in on[passage.other]:
            same = next((one for one in inside if _one_number(one, other)), None)
            if same and passage.other_span.contains(other.figure.span):
                yield same.ref, other.ref, RestBasis.PASSAGE


def _one_number(a: Sighting, b: Sighting) -> bool:
    return (a.figure.measure, a.figure.unit, a.interval) == (b.figure.measure, b.figure.unit, b.interval)


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
