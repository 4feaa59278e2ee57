"""Pages that carry one text: a wire report that two outlets reprint is one report, however it was shortened.

Runs of five words, numbers masked, are looked up in an index of a few that stand for each page (fingerprints.py);
texts are never compared two by two. What stands in many otherwise different pages counts for nothing (boilerplate.py).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from reportedly.assess.boilerplate import Flags, Numbers, tabulate_runs
from reportedly.assess.fingerprints import RUN, WORD, Codes, Kept, WordCodes, masked_runs, real_runs, winnow
from reportedly.assess.mates import find_mates
from reportedly.assess.passages import Stretch, find_stretches
from reportedly.records import CopyKind, Manner, Passage, Reading
from reportedly.spans import Span

# Of the shorter page's runs, the part that the longer page has too. A rewrite of an agency's report keeps less; two
# reports that share a long quotation share less.
SHARED = 0.6
# Shorter texts are one quotation or one headline: what they share is no sign of copying.
FEWEST_RUNS = 25
# Of the kept runs of the shorter page, the part that the longer one must have to be looked at more closely.
WORTH_A_LOOK = 0.35
# Kept runs that a lifted passage cannot do without.
FEWEST_KEPT = 2
# Pages that agree best with a page and are held against it word by word.
CLOSEST = 12
# What stands in so many pages that are no copies of one another is what everybody has been told.
COMMON_PASSAGE = 6
# Of a passage, the part that makes it a quotation.
QUOTED = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A page as the search for copies needs it: the paragraphs of its article, and whose page it is, if known."""

    name: str
    paragraphs: Sequence[str]
    carrier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """A passage that two pages share, as the first word and the word behind the last one in each."""

    page: str
    other: str
    words: tuple[int, int]
    other_words: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What pages share: pairs with one text, earlier page first, and passages of pages that are otherwise different."""

    copies: tuple[tuple[str, str, CopyKind], ...]
    passages: tuple[Lifted, ...]


def find_copies(readings: Sequence[Reading]) -> tuple[tuple[str, str, CopyKind], ...]:
    """Return the pairs of pages with one text, earlier page first.

    "At least 12 miners were killed at Harrow, police said ..." on two pages is a copy, also where one stops half way;
    with 14 for 12 it is a version. Of many copies each is paired with the longest page that it agrees with.
    """
    return find_shared(map(text_of, readings)).copies


def text_of(reading: Reading) -> Text:
    """Return the article of a page."""
    page = reading.page
    paragraphs = [span.of(reading.text) for span in page.paragraphs]
    return Text(name=page.name, paragraphs=paragraphs, carrier=page.carrier.name if page.carrier else None)


def find_passages(readings: Sequence[Reading], shared: Shared) -> tuple[Passage, ...]:
    """Return the passages that pages share, as places in their texts.

    What either page gives as somebody's own words is no passage of the other's: both may have it from him.
    """
    by_name = {reading.page.name: reading for reading in readings}
    found = (
        Passage(
            page=one.page,
            other=one.other,
            span=_span_of(by_name[one.page], one.words),
            other_span=_span_of(by_name[one.other], one.other_words),
        )
        for one in shared.passages
    )
    return tuple(
        one
        for one in found
        if not (_is_quoted(by_name[one.page], one.span) or _is_quoted(by_name[one.other], one.other_span))
    )


def find_shared(texts: Iterable[Text]) -> Shared:
    """Return what texts share. They are read once, one at a time; of each a few bytes a word are kept.

    A hundred thousand pages of 400 words take minutes and well under a gigabyte.
    """
    index = _Index()
    for text in texts:
        index.add(text)
    return index.shared()


class _Index:
    """All texts in numbers, in the order in which they came."""

    def __init__(self) -> None:
        self._codes = WordCodes()
        self._names: list[str] = []
        self._words: list[Codes] = []
        self._kept: list[Kept] = []
        self._sizes: list[int] = []
        self._carriers: list[int] = []
        self._carrier_numbers: dict[str, int] = {}
        self._first: dict[bytes, int] = {}
        self._twins: dict[int, int] = {}

    def add(self, text: Text) -> None:
        """Take in a text; one whose words all came before is that text's twin, and is not looked at again."""
        i, codes = len(self._names), self._codes.of(text.paragraphs)
        runs = masked_runs(codes)
        size = len(np.unique(runs))
        if size >= FEWEST_RUNS and (first := self._first.setdefault(_digest(codes), i)) != i:
            self._twins[i], size = first, 0
        told = size >= FEWEST_RUNS
        self._names.append(text.name)
        self._words.append(codes if told else codes[:0])
        self._sizes.append(size if told else 0)
        self._kept.append(winnow(runs if told else runs[:0]))
        known = self._carrier_numbers
        self._carriers.append(known.setdefault(text.carrier, len(known)) if text.carrier else -1)

    def shared(self) -> Shared:
        """Return the copies and the passages of all that was taken in."""
        ranked = sorted((i for i, size in enumerate(self._sizes) if size), key=lambda i: (-self._sizes[i], i))
        carriers = np.array([self._carriers[i] for i in ranked], dtype=np.int64)
        ranking = _Ranking(
            words=[self._words[i] for i in ranked], kept=[self._kept[i] for i in ranked], carriers=carriers
        )
        pairs = {(first, i): CopyKind.COPY for i, first in self._twins.items()}
        for shorter, (longer, kind) in ranking.copies().items():
            i, j = ranked[shorter], ranked[longer]
            pairs[min(i, j), max(i, j)] = kind
        passages = (
            Lifted(
                page=self._names[ranked[longer]],
                other=self._names[ranked[shorter]],
                words=stretch.other_words,
                other_words=stretch.words,
            )
            for shorter, longer, stretch in ranking.passages()
        )
        return Shared(
            copies=tuple((self._names[i], self._names[j], kind) for (i, j), kind in sorted(pairs.items())),
            passages=tuple(sorted(passages, key=lambda one: (one.page, one.other, one.words))),
        )


class _Ranking:
    """The different texts, longest first: of two that are held against one another the later is the shorter."""

    def __init__(self, *, words: list[Codes], kept: list[Kept], carriers: Numbers) -> None:
        self._words, self._kept, self._carriers = words, kept, carriers
        self._table = tabulate_runs([one.hashes for one in kept], carriers)
        self._everywhere = self._table.flags_of(self._table.everywhere)
        self._at_home = self._table.flags_of(self._table.at_home)
        self._copies: dict[int, tuple[int, CopyKind]] = {}

    def copies(self) -> Mapping[int, tuple[int, CopyKind]]:
        """Return for each text that is a copy or version the longer one that it agrees with best.

        A copy is held against other copies only where it is none of a longer text.
        """
        entries = ~self._table.everywhere
        mates = find_mates(self._table, self._carriers, entries, share=WORTH_A_LOOK, least=1, most=CLOSEST)
        gone = set[int]()
        for shorter in sorted(mates):
            for longer in sorted(mates[shorter], key=gone.__contains__):
                kind = self._kind(shorter, longer)
                if kind and shorter not in self._copies:
                    self._copies[shorter] = longer, kind
                if kind is CopyKind.COPY:
                    self._copies[shorter] = longer, kind
                    break
            if shorter in self._copies and self._copies[shorter][1] is CopyKind.COPY:
                gone.add(shorter)
        return self._copies

    def passages(self) -> Iterator[tuple[int, int, Stretch]]:
        """Yield what texts that are no copies share all the same: the shorter, the longer, and the stretch."""
        table = self._table
        alone = np.ones(len(self._words), dtype=np.bool_)
        alone[list(self._copies)] = False
        entries = alone[table.pages] & ~table.everywhere
        usual = np.bincount(table.buckets, weights=entries & table.first)
        entries &= usual[table.buckets] < COMMON_PASSAGE if len(entries) else entries
        mates = find_mates(table, self._carriers, entries, share=0, least=FEWEST_KEPT, most=CLOSEST)
        for shorter in sorted(mates):
            runs = masked_runs(self._words[shorter])
            for longer in mates[shorter]:
                usable = ~self._boilerplate(shorter, longer)
                for stretch in find_stretches(runs, masked_runs(self._words[longer]), usable):
                    yield shorter, longer, stretch

    def _kind(self, shorter: int, longer: int) -> CopyKind | None:
        """Tell a copy, a version (a shared run has other numbers) and, as None, what shares less than either."""
        own = ~self._boilerplate(shorter, longer)
        mine, theirs = masked_runs(self._words[shorter]), masked_runs(self._words[longer])
        common = np.isin(mine, theirs) & own
        told, shared = len(np.unique(mine[own])), np.unique(mine[common])
        if told < FEWEST_RUNS or len(shared) < SHARED * told:
            return None
        alike = np.isin(real_runs(self._words[shorter]), real_runs(self._words[longer]))
        return CopyKind.COPY if len(np.unique(mine[common & alike])) == len(shared) else CopyKind.VERSION

    def _boilerplate(self, shorter: int, longer: int) -> Flags:
        """Tell which runs of a text are boilerplate: a footer of their outlet's, for two pages of one outlet."""
        marked = self._everywhere[shorter]
        if self._carriers[shorter] == self._carriers[longer]:
            marked = marked | self._at_home[shorter]
        count = max(len(self._words[shorter]) - RUN + 1, 0)
        return _spread(marked, self._kept[shorter].places, count)


def _spread(marked: Flags, places: Codes, count: int) -> Flags:
    """Return which of a text's runs are marked: the marked kept runs, and all between two neighbours of them."""
    spread = np.zeros(count, dtype=np.bool_)
    if marked.any():
        spread[places[marked]] = True
        for at in np.flatnonzero(marked[1:] & marked[:-1]):
            spread[places[at] : places[at + 1]] = True
    return spread


def _is_quoted(reading: Reading, span: Span) -> bool:
    """Tell whether most of a stretch of text stands in quotation marks."""
    direct = (s for s in reading.statements if s.manner is not Manner.INDIRECT)
    inside = ((max(one.start, span.start), min(one.end, span.end)) for s in direct for one in s.content)
    return sum(max(0, end - start) for start, end in inside) >= QUOTED * (span.end - span.start)


def _digest(codes: Codes) -> bytes:
    return blake2b(codes.tobytes(), digest_size=16).digest()


def _span_of(reading: Reading, words: tuple[int, int]) -> Span:
    """Return the stretch of text from one word of the article to another."""
    places = [found.span() for span in reading.page.paragraphs for found in WORD.finditer(reading.text, *span)]
    return Span(places[words[0]][0], places[words[1] - 1][1])
