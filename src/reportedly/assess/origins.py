"""What pages rest on: a report that five outlets reprint is one report, and its reprints are no second source."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from reportedly.assess.joins import Joins
from reportedly.assess.words import content_words, overlap
from reportedly.link.identities import Identities
from reportedly.records import CopyKind, Hop, Origin, OriginBasis, Reading, Role, Stance, Statement, When

Copies = Sequence[tuple[str, str, CopyKind]]

# A page's first statement is its news, whoever speaks longest.
LEAD_WEIGHT = 300
# Of the smaller statement's words, the part that two pages share when they report one occasion of a speaker.
SAME_WORDS = 0.5
FEWEST_WORDS = 4
# Pages further apart in time tell of two occasions.
OCCASION = timedelta(days=2)
# A page is held against this many others before it, in order of time, so that a thousand pages stay cheap.
NEAREST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOrigins:
    """The origins of a story, and for each page that could be read the index of its main one.

    `ties` are the pairs of pages that were found to be of one origin, and why.
    """

    origins: tuple[Origin, ...]
    of_page: Mapping[str, int]
    ties: tuple[tuple[str, str, OriginBasis], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _News:
    """What a page comes to for this question: its main speaker, his words, and who passed them on."""

    reading: Reading
    speaker: Hop | None
    words: tuple[frozenset[str], ...]
    relayers: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.reading.page.name


class _Days:
    """When the pages of each origin came out: a page of no date does not join pages of two occasions."""

    def __init__(self, news: Iterable[_News]) -> None:
        self._known = {page.name: [page.reading.page.published] for page in news}

    def apart(self, one: str, other: str) -> bool:
        """Tell whether some page of the one's origin is of another occasion than some page of the other's."""
        mine, theirs = self._known[one], self._known[other]
        return any(_two_occasions(a, b) for a in _outermost(mine) for b in _outermost(theirs))

    def join(self, one: str, other: str) -> None:
        """Put the pages of two origins together."""
        mine, theirs = self._known[one], self._known[other]
        if mine is theirs:
            return
        mine.extend(theirs)
        for name, known in self._known.items():
            if known is theirs:
                self._known[name] = mine


def _outermost(published: Sequence[When]) -> list[When]:
    """Return the earliest and the latest of the dated."""
    dated = sorted((when for when in published if when.earliest and when.latest), key=_day)
    return [dated[0], dated[-1]] if dated else []


def find_origins(readings: Sequence[Reading], copies: Copies, identities: Identities) -> StoryOrigins:
    """Return what each page rests on in the main.

    Two pages that reprint a wire report, one shortened, are one origin by copy; two that credit Norpress for the same
    minister's words are one by credit; two that quote one named person on one occasion are one by speaker.
    """
    news = {reading.page.name: _news(reading, identities) for reading in readings}
    joins, why, days = Joins(news), dict[str, OriginBasis](), _Days(news.values())
    ties: dict[tuple[str, str], OriginBasis] = {}
    for one, other, basis in (
        *((one, other, OriginBasis.COPY) for one, other, _ in copies),
        *_by_credit(news.values(), identities),
        *_by_speaker(news.values(), identities),
    ):
        if basis is not OriginBasis.COPY and days.apart(one, other):
            continue
        joins.join(one, other)
        days.join(one, other)
        ties.setdefault((one, other), basis)
        why.setdefault(one, basis)
        why.setdefault(other, basis)
    groups = joins.groups()
    origins = tuple(
        Origin(
            origin=describe_origin([news[name].reading for name in group], news[group[0]].speaker, identities),
            basis=why.get(group[0], OriginBasis.OWN),
            pages=group,
        )
        for group in groups
    )
    return StoryOrigins(
        origins=origins,
        of_page={name: i for i, group in enumerate(groups) for name in group},
        ties=tuple((one, other, basis) for (one, other), basis in ties.items()),
    )


def rest_in_part(origins: StoryOrigins, passages: Iterable[tuple[str, str]]) -> tuple[Origin, ...]:
    """Return the origins, each also with the pages that have a passage of its report beside news of their own.

    Page b tells of a second convoy in the words of the Norpress report on page a: it rests on that report in part.
    """
    parts: dict[int, dict[str, None]] = defaultdict(dict)
    for page, other in passages:
        if origins.of_page[page] != origins.of_page[other]:
            parts[origins.of_page[page]][other] = None
    return tuple(replace(origin, pages=(*origin.pages, *parts.get(i, ()))) for i, origin in enumerate(origins.origins))


def relayers_of(reading: Reading) -> tuple[str, ...]:
    """Return whose reporting the page passes on, nearest first: its credits, then the relayers of its statements."""
    credited = [credit.name for credit in reading.page.credits]
    hops = [hop.party for s in reading.statements for hop in s.chain if hop.role is Role.RELAYER and hop.named]
    return tuple(dict.fromkeys((*credited, *hops)))


def outlets_of(reading: Reading, identities: Identities) -> frozenset[str]:
    """Return who carries a page and whoever passes on what it tells."""
    carrier = reading.page.carrier
    return frozenset(map(identities.canonical, (*relayers_of(reading), *((carrier.name,) if carrier else ()))))


def describe_origin(readings: Sequence[Reading], speaker: Hop | None, identities: Identities) -> str:
    """Return an origin in words: "South Korean intelligence, through Yonhap"; "Harrow Post" for its own reporting."""
    credited = [credit.name for reading in readings for credit in reading.page.credits]
    carriers = [reading.page.carrier.name for reading in readings if reading.page.carrier]
    if speaker is None:
        return next(iter((*credited, *carriers)), f"no source named ({readings[0].page.name})")
    party = f"{speaker.party}, {speaker.description}" if speaker.description else speaker.party
    relayed = [
        hop.party
        for statement in readings[0].statements
        if statement.chain and identities.same(statement.chain[0].party, speaker.party)
        for hop in statement.chain[1:]
        if hop.role is Role.RELAYER and hop.named
    ]
    through = [name for name in dict.fromkeys(relayed or credited) if not identities.same(name, speaker.party)]
    if through:
        return f"{party}, through {' and '.join(through[:2])}"
    return f"{party}, as reported by {carriers[0]}" if carriers else party


def _news(reading: Reading, identities: Identities) -> _News:
    speaker = _main_speaker(reading, identities)
    said = [s for s in reading.statements if speaker and s.chain and s.chain[0].party == speaker.party]
    words = tuple(content_words(" ".join(span.of(reading.text) for span in s.content)) for s in said)
    return _News(reading=reading, speaker=speaker, words=words, relayers=relayers_of(reading))


def _main_speaker(reading: Reading, identities: Identities) -> Hop | None:
    """Return the party that says most of what the page tells; its first statement counts for more."""
    weight, hops = Counter[str](), dict[str, Hop]()
    for i, statement in enumerate(s for s in reading.statements if _tells(s)):
        first = statement.chain[0]
        party = identities.canonical(first.party)
        weight[party] += sum(span.end - span.start for span in statement.content) + (LEAD_WEIGHT if i == 0 else 0)
        if party not in hops or (first.description and not hops[party].description):
            hops[party] = first
    return hops[weight.most_common(1)[0][0]] if weight else None


def _tells(statement: Statement) -> bool:
    silent = statement.stance in {Stance.NO_COMMENT, Stance.ASKS}
    return bool(statement.chain) and statement.chain[0].role is not Role.PUBLISHER and not silent


def _by_credit(news: Collection[_News], identities: Identities) -> Iterator[tuple[str, str, OriginBasis]]:
    """Yield pages that pass on one outlet's report: the same outlet, and the same words or the same named speaker."""
    groups: dict[str, list[_News]] = defaultdict(list)
    for page in news:
        outlets = {identities.canonical(name) for name in page.relayers}
        if page.reading.page.carrier:
            outlets.add(identities.canonical(page.reading.page.carrier.name))
        for outlet in sorted(outlets):
            groups[outlet].append(page)
    for group in groups.values():
        for one, other in _near(group):
            if (one.relayers or other.relayers) and (_same_speaker(one, other, identities) or _same_words(one, other)):
                yield one.name, other.name, OriginBasis.CREDIT


def _by_speaker(news: Collection[_News], identities: Identities) -> Iterator[tuple[str, str, OriginBasis]]:
    """Yield pages whose main speaker is one named party, saying the same."""
    groups: dict[str, list[_News]] = defaultdict(list)
    for page in news:
        if page.speaker and page.speaker.named:
            groups[identities.canonical(page.speaker.party)].append(page)
    for group in groups.values():
        for one, other in _near(group):
            if _same_words(one, other):
                yield one.name, other.name, OriginBasis.SAME_SPEAKER


def _near(group: Sequence[_News]) -> Iterator[tuple[_News, _News]]:
    """Yield pages of a group with those just before them in time, unless they are surely of two occasions."""
    ordered = sorted(group, key=lambda page: _day(page.reading.page.published))
    for i, other in enumerate(ordered):
        for one in ordered[max(0, i - NEAREST) : i]:
            if not _two_occasions(one.reading.page.published, other.reading.page.published):
                yield one, other


def _day(published: When) -> int:
    return published.earliest.toordinal() if published.earliest else 0


def _two_occasions(a: When, b: When) -> bool:
    early, late = sorted((a, b), key=_day)
    return bool(early.latest and late.earliest and late.earliest - early.latest > OCCASION)


def _same_speaker(a: _News, b: _News, identities: Identities) -> bool:
    if not (a.speaker and b.speaker and a.speaker.named and b.speaker.named):
        return False
    return identities.same(a.speaker.party, b.speaker.party)


def _same_words(a: _News, b: _News) -> bool:
    """Tell whether some statement of the one says what some statement of the other says."""
    return any(
        len(mine & theirs) >= FEWEST_WORDS and overlap(mine, theirs) >= SAME_WORDS
        for mine in a.words[:NEAREST]
        for theirs in b.words[:NEAREST]
    )
