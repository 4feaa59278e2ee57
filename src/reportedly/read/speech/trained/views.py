"""A cue's view of the words around it: how far each is, in which sentence, where in the tree, what the rules see."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.read.speech.trained.words import Ids, Labels, PageWords
from reportedly.records import Attribution

# How far from its cue a word may lie to be its source or content: of the labelled ones all but three in a thousand.
BEFORE, BEHIND = 64, 128
# Words apart, by powers of two; sentences and paragraphs apart; steps up the tree to where two words meet.
FAR, SENTENCES, PARAGRAPHS, LEVELS = 8, 3, 2, 4
DISTANCES = 2 * FAR + 1
PLACES = (2 * SENTENCES + 1) * (2 * PARAGRAPHS + 1)
RULES_HIDDEN, NO_CUE, OUTSIDE, OF_SOURCE, OF_CONTENT = (
    0,
    1,
    2,
    3,
    5,
)  # of a source or content: its start, and inside + 1
RULES = 7
HERE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class CueView:
    """The words that a cue sees: `at` are their indices in the page, `how` four numbers for each.

    The four are distance, place, tree and rules.
    """

    cue: range
    at: Ids
    how: Ids


class RuledCues:
    """The rules' attributions by the words of their cues; `said` is None where the rules were not asked."""

    def __init__(self, words: PageWords, said: Sequence[Attribution] | None) -> None:
        self.asked = said is not None
        self.by_word: dict[int, list[Attribution]] = defaultdict(list)
        self.cues: list[range] = sorted({*_cues(words, said or ())}, key=lambda cue: (cue.start, cue.stop))
        for attribution in said or ():
            for word in {i for cue in _cues(words, (attribution,)) for i in cue}:
                self.by_word[word].append(attribution)

    def at(self, cue: range) -> list[Attribution]:
        """Return the attributions whose cue shares a word with this one, in their order."""
        return list(dict.fromkeys(a for word in cue for a in self.by_word.get(word, ())))


def _cues(words: PageWords, said: Sequence[Attribution]) -> Iterator[range]:
    return (found for a in said for span in a.cue if (found := words.within(span)))


def relations(labels: Labels) -> int:
    """Return how many ways there are for a word to stand to a cue in the tree."""
    return len(labels.deps) + 1 + 2 * LEVELS + 3


def view_cue(words: PageWords, window: range, cue: range, ruled: RuledCues, labels: Labels) -> CueView:
    """Return the view from one cue: `cue` and `window` are stretches of the page's words."""
    at = np.arange(max(window.start, cue.start - BEFORE), min(window.stop, cue.stop + BEHIND))
    gap = np.where(at < cue.start, at - cue.start, np.maximum(at - cue.stop + 1, 0))
    steps = np.minimum(FAR, np.ceil(np.log2(np.abs(gap) + 1)).astype(np.int64))
    sentences = np.clip(words.sentence[at] - words.sentence[cue.start], -SENTENCES, SENTENCES) + SENTENCES
    paragraphs = np.clip(words.paragraph[at] - words.paragraph[cue.start], -PARAGRAPHS, PARAGRAPHS) + PARAGRAPHS
    how = np.empty((len(at), 4), dtype=np.int64)
    how[:, 0] = np.sign(gap) * steps + FAR
    how[:, 1] = sentences * (2 * PARAGRAPHS + 1) + paragraphs
    how[:, 2] = _tree(words, at, _head(words, cue), len(labels.deps) + 1)
    how[:, 3] = _rules(words, at, ruled.at(cue)) if ruled.asked else RULES_HIDDEN
    return CueView(cue=cue, at=at, how=how)


def _head(words: PageWords, cue: range) -> int:
    """Return the word of the cue that hangs on a word outside it."""
    return next((i for i in cue if words.heads[i] not in cue or words.heads[i] == i), cue.start)


def _tree(words: PageWords, at: Ids, head: int, base: int) -> Ids:
    """Return by which relation each word hangs on the cue, or how far up the tree the two meet."""
    sentence = words.sentence[head]
    first, stop = np.searchsorted(words.sentence, (sentence, sentence + 1)).tolist()
    heads, deps = (words.heads[first:stop] - first).tolist(), words.deps[first:stop].tolist()
    line = [head - first]
    while (above := heads[line[-1]]) != line[-1]:
        line.append(above)
    met = {word: (level, HERE) for level, word in enumerate(line)}
    found = np.where(at < first, base + 2 * LEVELS + 1, base + 2 * LEVELS + 2)
    for k in np.flatnonzero((at >= first) & (at < stop)).tolist():
        level, via = _meeting(int(at[k]) - first, heads, met)
        if via == HERE:  # the cue's own head, or a word that the cue hangs on
            found[k] = base + min(level, LEVELS - 1)
        else:
            found[k] = deps[via] if level == 0 else base + LEVELS + min(level, LEVELS) - 1
    return found


def _meeting(word: int, heads: list[int], met: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """Return how far above the cue the word's line meets the cue's, and through which word below; remember both."""
    path = []
    while word not in met:
        path.append(word)
        word = heads[word]
    level, via = met[word]
    if path and via == HERE:
        via = path[-1]
    met.update(dict.fromkeys(path, (level, via)))
    return level, via


def _rules(words: PageWords, at: Ids, mine: Sequence[Attribution]) -> Ids:
    """Return what the rules make of each word for a cue, where `mine` are their attributions with that cue."""
    found = np.full(len(at), OUTSIDE if mine else NO_CUE, dtype=np.int64)
    first, last = int(at[0]), int(at[-1])
    for attribution in mine:
        for role, spans in ((OF_CONTENT, attribution.content), (OF_SOURCE, attribution.source)):
            for inside in map(words.within, spans):
                start, stop = max(inside.start, first) - first, min(inside.stop, last + 1) - first
                if start < stop:
                    found[start:stop] = role + 1
                    found[start] = role
    return found
