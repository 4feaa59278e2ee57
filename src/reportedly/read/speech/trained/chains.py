"""The likeliest row of tags for scores: outside, begin, inside, where inside stands only behind begin or inside."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from reportedly.read.speech.trained.words import Ids

Scores = NDArray[np.float32]
OUTSIDE, BEGIN, INSIDE = range(3)
BARRED = -1e4


def best_tags(scores: Scores, steps: Scores) -> Ids:
    """Return the best tags of each row by Viterbi: scores [rows, length, 3], steps [3, 3] or [rows, 3, 3]."""
    rows, length = scores.shape[:2]
    if not rows or not length:
        return np.zeros((rows, length), dtype=np.int64)
    total = scores[:, 0] + np.array([0.0, 0.0, BARRED], dtype=np.float32)
    came = np.empty((length, rows, 3), dtype=np.int64)
    for t in range(1, length):
        ways = total[:, :, None] + steps
        came[t] = ways.argmax(axis=1)
        total = ways.max(axis=1) + scores[:, t]
    tags = np.empty((rows, length), dtype=np.int64)
    tags[:, -1] = total.argmax(axis=1)
    each = np.arange(rows)
    for t in range(length - 1, 0, -1):
        tags[:, t - 1] = came[t, each, tags[:, t]]
    return tags


def stretches(tags: Ids) -> Iterator[range]:
    """Yield the stretches that begin and go on: outside, begin, inside, begin is [1, 3) and [3, 4)."""
    start = None
    for i, tag in enumerate([*tags.tolist(), OUTSIDE]):
        if tag != INSIDE and start is not None:
            yield range(start, i)
            start = None
        if tag == BEGIN:
            start = i
