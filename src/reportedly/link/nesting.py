"""Which statement is told inside which, and which goes on with the speaker of which."""

from collections.abc import Sequence

from reportedly.records import Attribution
from reportedly.spans import Span, hull

_BULLETS = frozenset("-\u2013\u2022\u00b7\u25aa\u25cf*")
_LONGEST_POINT = 1000


def place_of(attribution: Attribution) -> tuple[int, int]:
    """Sort by where the content begins; what holds another comes before it."""
    whole = (
        hull(attribution.content) if attribution.content else hull([*attribution.cue, *attribution.source, Span(0, 0)])
    )
    return whole.start, -whole.end


def find_leaders(text: str, attributions: Sequence[Attribution]) -> list[int]:
    """Return for each attribution the one whose speaker it has: itself, or where it continues the one before it.

    What goes on below a list does not go on with the speaker of the list's last point: whose it is stays open.
    """
    order = sorted(range(len(attributions)), key=lambda i: place_of(attributions[i]))
    leader = list(range(len(attributions)))
    outer = find_holders(attributions)
    last: int | None = None
    for i in order:
        if attributions[i].continues and last is not None:
            below = _is_point(text, attributions[last]) and not _is_point(text, attributions[i])
            leader[i] = i if below else last
        elif outer[i] is None:
            last = i
    return leader


def find_holders(attributions: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the innermost one whose content holds its content and cue: it is told inside that."""
    order = sorted(range(len(attributions)), key=lambda i: place_of(attributions[i]))
    holder: list[int | None] = [None] * len(attributions)
    open_ones: list[tuple[Span, int]] = []
    for i in order:
        own = _whole(attributions[i])
        while open_ones and open_ones[-1][0].end <= own.start:
            open_ones.pop()
        inner = next((j for span, j in reversed(open_ones) if _inside(attributions[i], attributions[j], span)), None)
        holder[i] = inner
        open_ones += [(span, i) for span in attributions[i].content]
    return holder


def _is_point(text: str, attribution: Attribution) -> bool:
    """Tell whether the statement begins a point of a list: "- The mayor said it was shut"."""
    start = _whole(attribution).start
    first = max(0, start - _LONGEST_POINT)
    before = text[first : start + 1].rpartition("\n")[2]
    return before.lstrip()[:1] in _BULLETS and (first == 0 or len(before) <= start - first)


def _whole(attribution: Attribution) -> Span:
    return hull(attribution.content or (*attribution.cue, *attribution.source) or (Span(0, 0),))


def _inside(inner: Attribution, outer: Attribution, content: Span) -> bool:
    words = [*inner.content, *inner.cue, *inner.source]
    same = set(inner.content) == set(outer.content)
    return not same and all(content.contains(span) for span in words)
