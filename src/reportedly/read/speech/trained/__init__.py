"""Attributions as a trained network sees them: an encoder marks the cues, and from each cue looks for what it takes.

The rules' reading is part of what it sees (`words`, `views`), and the rules' cues are asked about beside its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reportedly.read.speech.quotations import Quoted
from reportedly.read.speech.trained.chains import BARRED, BEGIN, INSIDE, Scores, best_tags, stretches
from reportedly.read.speech.trained.network import Network
from reportedly.read.speech.trained.views import BEHIND, CueView, RuledCues, view_cue
from reportedly.read.speech.trained.wordpieces import WordPieces
from reportedly.read.speech.trained.words import Ids, PageWords, cut_windows, page_words
from reportedly.records import Attribution, Sentence
from reportedly.spans import Span

# Cues that are looked from at once: memory stays bounded on a page of nothing but cues.
AT_ONCE = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What the network makes of one cue. `likely` is between 0 and 1; `own` tells that it marked the cue itself."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    likely: float
    own: bool


def find_sights(
    text: str, sentences: Sequence[Sentence], quoted: Quoted, said: Sequence[Attribution] | None, network: Network
) -> tuple[Sight, ...]:
    """Return what the network makes of every cue, its own and those of the rules' attributions `said`, in text order.

    `Orsk backed the plan.` gives cue "backed", source "Orsk", content "the plan". Without `said` it reads on its own.
    """
    words = page_words(text, sentences, quoted, said, network.pieces, network.labels)
    return tuple(_sights(words, quoted, RuledCues(words, said), network))


def _sights(words: PageWords, quoted: Quoted, ruled: RuledCues, network: Network) -> Iterator[Sight]:
    for window in cut_windows(words):
        encoded, scores = network.encode(*encoder_arrays(words, window, network.pieces))
        own = _cues(scores, window, network)
        taken = {i for cue in own for i in cue}
        within = (cue for cue in ruled.cues if window.start <= cue.start and cue.stop <= window.stop)
        others = [cue for cue in within if taken.isdisjoint(cue)]
        cues = sorted((*own, *others), key=lambda cue: cue.start)
        for k in range(0, len(cues), AT_ONCE):
            views = [view_cue(words, window, cue, ruled, network.labels) for cue in cues[k : k + AT_ONCE]]
            for sight in _look(words, window, encoded, views, own, network):
                yield replace(sight, content=_to_the_end(words, window, sight, quoted))


def _to_the_end(words: PageWords, window: range, sight: Sight, quoted: Quoted) -> tuple[Span, ...]:
    """Return the content, a quotation that goes on where the cue's view ends read to its end."""
    if not sight.content:
        return ()
    *before, last = sight.content
    seen = min(window.stop, words.within(sight.cue).stop + BEHIND)
    quotation = quoted.at(last.end - 1) if words.within(last).stop == seen else None
    return (*before, last if quotation is None else Span(last.start, max(last.end, quotation.end)))


def encoder_arrays(words: PageWords, window: range, pieces: WordPieces) -> tuple[Ids, Ids, Ids]:
    """Return a window's pieces [P], what is known of their words [P, 5], and where each word begins [W]."""
    counts = np.array([len(words.pieces[i]) for i in window])
    row = [pieces.first, *(piece for i in window for piece in words.pieces[i]), pieces.last]
    known = np.zeros((len(row), words.known.shape[1]), dtype=np.int64)
    known[1:-1] = np.repeat(words.known[window.start : window.stop], counts, axis=0)
    return np.array(row, dtype=np.int64), known, 1 + np.cumsum(counts) - counts


def _cues(scores: Scores, window: range, network: Network) -> list[range]:
    scores[:, 0] -= network.manifest.boldness
    (tags,) = best_tags(scores[None], network.steps("cue"))
    return [range(window.start + cue.start, window.start + cue.stop) for cue in stretches(tags)]


def _look(
    words: PageWords, window: range, encoded: Scores, views: Sequence[CueView], own: Sequence[range], network: Network
) -> Iterator[Sight]:
    share, at, how, seen = pair_arrays(window, views)
    roles, likely = network.look(encoded, share, at, how, seen)
    both = np.concatenate([roles[:, :, :3], roles[:, :, 3:]])
    both[:, :, (BEGIN, INSIDE)] += np.where(np.concatenate([seen, seen])[:, :, None], 0, np.float32(BARRED))
    steps = np.repeat([network.steps("source"), network.steps("content")], len(views), axis=0)
    tags = best_tags(both, steps)
    sources, contents = tags[: len(views)], tags[len(views) :]
    for k, view in enumerate(views):
        yield Sight(
            cue=words.span_of(view.cue),
            source=_spans(words, view, sources[k]),
            content=_spans(words, view, contents[k]),
            likely=float(likely[k]),
            own=view.cue in own,
        )


def pair_arrays(window: range, views: Sequence[CueView]) -> tuple[Scores, Ids, Ids, Ids]:
    """Return share [C, W] of each word in the cue, at [C, L] in the window, how [C, L, 4] and seen [C, L]."""
    longest = max(len(view.at) for view in views)
    share = np.zeros((len(views), len(window)), dtype=np.float32)
    at, seen = (np.zeros((len(views), longest), dtype=np.int64) for _ in range(2))
    how = np.zeros((len(views), longest, 4), dtype=np.int64)
    for k, view in enumerate(views):
        size = len(view.at)
        share[k, view.cue.start - window.start : view.cue.stop - window.start] = 1 / len(view.cue)
        at[k, :size], how[k, :size], seen[k, :size] = view.at - window.start, view.how, 1
    return share, at, how, seen


def _spans(words: PageWords, view: CueView, tags: Ids) -> tuple[Span, ...]:
    found = stretches(tags[: len(view.at)])
    return tuple(words.span_of(range(int(view.at[s.start]), int(view.at[s.stop - 1]) + 1)) for s in found)
