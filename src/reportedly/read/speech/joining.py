"""The rules' attributions and the trained reader's, made one list.

Where both see a cue, the trained reader's spans stand, except where the rules know what it was not taught: who relays,
who keeps silent, and what "this was reported by" goes back to.
"""

from collections.abc import Iterator, Sequence

from reportedly.read.speech.linking import manner_of
from reportedly.read.speech.quotations import Quoted, trimmed
from reportedly.read.speech.trained import Sight
from reportedly.read.speech.trained.network import Manifest
from reportedly.records import Attribution


def join_sights(
    text: str,
    said: Sequence[Attribution],
    sights: Sequence[Sight],
    quoted: Quoted,
    limits: Manifest,
) -> list[Attribution]:
    """Return the attributions of both; a cue that the trained reader thinks unlikely falls away."""
    found: list[Attribution] = []
    left = list(said)
    for sight in sights:
        ruled = [a for a in said if any(span.overlaps(sight.cue) for span in a.cue)]
        left = [a for a in left if a not in ruled]
        if sight.likely >= (limits.least_by_rules if ruled else limits.least):
            found.extend(_joined(text, ruled, sight, quoted))
    return sorted((*found, *left), key=lambda a: (a.content, a.cue))


def _joined(text: str, ruled: Sequence[Attribution], sight: Sight, quoted: Quoted) -> Iterator[Attribution]:
    kept = [a for a in ruled if _is_for_rules(a)]
    content = tuple(span for span in (trimmed(text, c) for c in sight.content) if span.end > span.start)
    if kept or not content:
        yield from kept or ruled
        return
    yield Attribution(content=content, cue=(sight.cue,), source=sight.source, manner=manner_of(content, quoted))


def _is_for_rules(attribution: Attribution) -> bool:
    """Tell whether the rules read what the trained reader does not: relayers, and a clause that says who is silent."""
    silent = any(span.overlaps(cue) for span in attribution.content for cue in attribution.cue)
    return bool(attribution.relayers) or silent
