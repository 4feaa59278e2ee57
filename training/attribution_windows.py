"""Windows of labelled pages as arrays with what is right, and several of them as tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from attribution_pages import LabelledPage
from torch import Tensor

from reportedly.read.speech.trained import encoder_arrays
from reportedly.read.speech.trained.chains import BEGIN, INSIDE
from reportedly.read.speech.trained.views import CueView, RuledCues, view_cue
from reportedly.read.speech.trained.wordpieces import WordPieces
from reportedly.read.speech.trained.words import Ids, Labels, cut_windows

# Words that are no cue, for the network to learn to say so: verbs and nouns.
MOST_FALSE_CUES = 4
CUE_TAGS = ("VB", "NN")
# Word pieces that are read at once: more than in use, so that what is far apart is learned too.
FIT_WINDOW = 380


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One stretch of a page: the encoder's arrays, the cues' views, and the tags of what is right.

    `tags` has a row a cue: its source and its content, each as long as its view. `real` tells the labelled cues.
    """

    pieces: Ids
    known: Ids
    first: Ids
    cue_tags: Ids
    views: tuple[CueView, ...]
    start: int
    real: tuple[bool, ...]
    tags: tuple[Ids, ...]


def windows_of(page: LabelledPage, pieces: WordPieces, labels: Labels) -> Iterator[Window]:
    """Yield the windows of a page, the labelled cues beside some that are none: the rules' wrong ones, other words."""
    ruled = RuledCues(page.words, page.ruled.attributions)
    for window in cut_windows(page.words, FIT_WINDOW):
        gold = [g for g in page.labels if g.cue and window.start <= g.cue[0].start < window.stop]
        cues = [range(g.cue[0].start, min(g.cue[0].stop, window.stop)) for g in gold]
        false = list(_false_cues(page, window, {i for cue in cues for i in cue}))
        views = [view_cue(page.words, window, cue, ruled, labels) for cue in (*cues, *false)]
        right = [(g.source, g.content) for g in gold] + [((), ())] * len(false)
        row, known, first = encoder_arrays(page.words, window, pieces)
        yield Window(
            pieces=row,
            known=known,
            first=first,
            cue_tags=_tags(np.arange(window.start, window.stop), cues),
            views=tuple(views),
            start=window.start,
            real=(True,) * len(gold) + (False,) * len(false),
            tags=tuple(
                np.stack([_tags(view.at, stretches) for stretches in roles], axis=1)
                for view, roles in zip(views, right, strict=True)
            ),
        )


def _false_cues(page: LabelledPage, window: range, taken: set[int]) -> Iterator[range]:
    for attribution in page.ruled.attributions:
        for cue in [found for span in attribution.cue if (found := page.words.within(span))][:1]:
            if window.start <= cue.start and cue.stop <= window.stop and not taken & set(cue):
                yield cue
    tags = [token.tag for sentence in page.ruled.sentences for token in sentence.tokens]
    free = [i for i in window if tags[i].startswith(CUE_TAGS) and i not in taken]
    chance = random.Random(window.start * 31 + len(page.words))  # noqa: S311 -- nothing here is secret
    for i in chance.sample(free, min(MOST_FALSE_CUES, len(free))):
        yield range(i, i + 1)


def _tags(at: Ids, stretches: Sequence[range]) -> Ids:
    """Return begin and inside for the words `at`, neighbours of one another, that lie in the stretches."""
    tags = np.zeros(len(at), dtype=np.int64)
    for stretch in stretches:
        start, stop = max(stretch.start - int(at[0]), 0), min(stretch.stop - int(at[0]), len(at))
        if start < stop:
            tags[start:stop] = INSIDE
            tags[start] = BEGIN
    return tags


def padded(rows: Sequence[Ids]) -> Tensor:
    """Return rows of unequal length as one tensor, zero behind their ends."""
    found = np.zeros((len(rows), max(map(len, rows)), *rows[0].shape[1:]), dtype=np.int64)
    for k, row in enumerate(rows):
        found[k, : len(row)] = row
    return torch.from_numpy(found)


def mask_of(rows: Sequence[Ids]) -> Tensor:
    """Return True for what is no padding."""
    return torch.arange(max(map(len, rows)))[None] < torch.tensor([len(row) for row in rows])[:, None]
