"""A page's words as the trained reader gets them: one row of numbers a word, all sentences behind one another.

Training and use build the same arrays from the same records, so what was learned is what is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from reportedly.read.speech.quotations import MARKS, Quoted
from reportedly.read.speech.trained.wordpieces import WordPieces
from reportedly.records import Attribution, Sentence
from reportedly.spans import Span

Ids = NDArray[np.int64]
# Word pieces that the encoder reads at once, the two at the ends not counted: a third of a page. It was fitted on
# longer stretches; shorter ones cost a tenth less.
WINDOW = 254
# What the rules make of a word: 1 + 9 in a cue + 3 times (of a source) + (of a content), where "of" is 1 at its start
# and 2 inside; 0 where the rules were not asked.
IN_CUE, OF_SOURCE, OF_CONTENT = 9, 3, 1
START, INSIDE = 1, 2
QUOTED, MARK = 1, 2
NEW_SENTENCE, NEW_PARAGRAPH = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The names of tags and tree relations in the order of their numbers; 0 is for any other."""

    tags: tuple[str, ...]
    deps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The words of a page: where they stand, pieces and numbers, each of the same length.

    `known` has five numbers a word: tag, relation, edge of a sentence or paragraph, quotation, rules. `heads` are
    indices of this row.
    """

    starts: Ids
    ends: Ids
    pieces: tuple[tuple[int, ...], ...]
    sentence: Ids
    paragraph: Ids
    heads: Ids
    deps: Ids
    known: Ids

    def __len__(self) -> int:
        return len(self.pieces)

    def within(self, span: Span) -> range:
        """Return the words that the span touches."""
        first = int(np.searchsorted(self.ends, span.start, side="right"))
        return range(first, max(first, int(np.searchsorted(self.starts, span.end))))

    def span_of(self, words: range) -> Span:
        """Return the stretch of text from the first of the words to the last."""
        return Span(int(self.starts[words.start]), int(self.ends[words.stop - 1]))


def page_words(
    text: str,
    sentences: Sequence[Sentence],
    quoted: Quoted,
    said: Sequence[Attribution] | None,
    pieces: WordPieces,
    labels: Labels,
) -> PageWords:
    """Return the words of the sentences; `said` is what the rules found, None where they were not asked."""
    tag_of = {name: i for i, name in enumerate(labels.tags, 1)}
    dep_of = {name: i for i, name in enumerate(labels.deps, 1)}
    rows, heads, place = [], [], 0
    for k, sentence in enumerate(sentences):
        edge = NEW_PARAGRAPH if k == 0 or sentences[k - 1].paragraph != sentence.paragraph else NEW_SENTENCE
        for token in sentence.tokens:
            start, end = token.span
            quote = _quotation(text, start, quoted)
            tag, dep = tag_of.get(token.tag, 0), dep_of.get(token.dep, 0)
            rows.append((start, end, k, sentence.paragraph, tag, dep, edge, quote, 0))
            heads.append(place + token.head)
            edge = 0
        place += len(sentence.tokens)
    table = np.array(rows, dtype=np.int64).reshape(-1, 9)
    words = PageWords(
        starts=table[:, 0],
        ends=table[:, 1],
        pieces=tuple(pieces.ids(token.text) for sentence in sentences for token in sentence.tokens),
        sentence=table[:, 2],
        paragraph=table[:, 3],
        heads=np.array(heads, dtype=np.int64),
        deps=table[:, 5],
        known=table[:, 4:],
    )
    if said is not None:
        words.known[:, -1] = 1 + _rule_roles(words, said)
    return words


def _quotation(text: str, at: int, quoted: Quoted) -> int:
    if text[at] in MARKS:
        return MARK
    return 0 if quoted.at(at) is None else QUOTED


def _rule_roles(words: PageWords, said: Sequence[Attribution]) -> Ids:
    cue, source, content = (np.zeros(len(words), dtype=np.int64) for _ in range(3))
    for attribution in said:
        for roles, spans in ((source, attribution.source), (content, attribution.content)):
            for found in map(words.within, spans):
                roles[found.start : found.stop] = np.maximum(roles[found.start : found.stop], INSIDE)
                roles[found.start : found.start + bool(found)] = START
        for found in map(words.within, attribution.cue):
            cue[found.start : found.stop] = 1
    return IN_CUE * cue + OF_SOURCE * source + OF_CONTENT * content


def cut_windows(words: PageWords, most: int = WINDOW) -> Iterator[range]:
    """Yield stretches of words of at most so many pieces, cut where a paragraph ends if one does nearby."""
    counts, edges, start = np.cumsum([0, *map(len, words.pieces)]), words.known[:, 2], 0
    while start < len(words):
        end = max(start + 1, int(np.searchsorted(counts, counts[start] + most, side="right")) - 1)
        if end < len(words):
            middle = start + (end - start) // 2
            cuts = [np.flatnonzero(edges[middle : end + 1] >= least) for least in (NEW_PARAGRAPH, NEW_SENTENCE)]
            end = next((middle + int(found[-1]) for found in cuts if len(found)), end)
        yield range(start, end)
        start = end


def runs(indices: Sequence[int] | Ids) -> Iterator[range]:
    """Yield the stretches of neighbours among sorted indices."""
    if not len(indices):
        return
    cuts = [k for k, (a, b) in enumerate(pairwise(indices), 1) if b != a + 1]
    for first, last in pairwise([0, *cuts, len(indices)]):
        yield range(int(indices[first]), int(indices[last - 1]) + 1)
