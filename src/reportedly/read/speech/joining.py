"""The rules' attributions and the trained reader's, made one list.

Where both see a cue, the trained reader's spans stand, except where the rules know what it was not taught: who relays,
who keeps silent, and reports that are nobody's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.read.speech.linking import manner_of, merged
from reportedly.read.speech.quotations import Quoted, trimmed
from reportedly.read.speech.trained import Sight
from reportedly.read.speech.trained.network import Manifest
from reportedly.read.speech.words import reporting_words
from reportedly.records import Attribution
from reportedly.spans import Span

# Cues are looked for by the stretch of so many characters that they stand in: a page may have ten thousand.
NEAR = 32
# Words of "In the first week of March, the agency said, they ...".
LONGEST_OPENING = 6


def join_sights(
    text: str,
    said: Sequence[Attribution],
    sights: Sequence[Sight],
    quoted: Quoted,
    limits: Manifest,
) -> list[Attribution]:
    """Return the attributions of both; a cue that the trained reader thinks unlikely falls away.

    What the rules lay to somebody stays all the same where a number would be nobody's without it.
    """
    contents = Quoted(merged([span for a in said for span in a.content]))
    kept = [a for a in said if _is_for_rules(a) or _is_rivals_number(text, a, contents)]
    standing = set(kept)
    asked = Quoted(merged([span for a in kept for span in a.cue]))
    relayers = Quoted(merged([relayer for a in kept for relayer in a.relayers]))
    free, found, doubted = _ByCue([a for a in said if a not in standing]), list(kept), list[Attribution]()
    for sight in sights:
        ruled = free.take(sight.cue)
        likely_enough = sight.likely >= (limits.least_by_rules if ruled else limits.least)
        if not likely_enough:
            doubted.extend(a for a in ruled if _counts(text, a))
        elif not (asked.over(sight.cue) or any(relayers.over(span) for span in sight.source)):
            found.extend(_joined(text, ruled, sight, quoted))
    found.extend(free.left())
    said_by_others = Quoted(merged([span for a in found for span in a.content]))
    found.extend(a for a in doubted if not any(said_by_others.over(span) for span in a.content))
    return sorted(found, key=lambda a: (a.content, a.cue))


class _ByCue:
    """Attributions by where their cues stand; each is taken once."""

    def __init__(self, said: Sequence[Attribution]) -> None:
        self.said = dict(enumerate(said))
        self.near: dict[int, set[int]] = defaultdict(set)
        for k, attribution in self.said.items():
            for span in attribution.cue:
                for place in _places(span):
                    self.near[place].add(k)

    def take(self, cue: Span) -> list[Attribution]:
        """Return those not yet taken whose cue overlaps this one, in their order."""
        near = sorted({k for place in _places(cue) for k in self.near.get(place, ())} & self.said.keys())
        return [self.said.pop(k) for k in near if any(span.overlaps(cue) for span in self.said[k].cue)]

    def left(self) -> Iterable[Attribution]:
        """Return those that nobody took."""
        return self.said.values()


def _places(span: Span) -> range:
    return range(span.start // NEAR, span.end // NEAR + 1)


def _joined(text: str, ruled: Sequence[Attribution], sight: Sight, quoted: Quoted) -> Iterator[Attribution]:
    content, named = _trimmed(text, sight.content), _trimmed(text, sight.source)
    if not content or _says_nothing(text, content):
        yield from ruled
        return
    if all(span.of(text).lower() in reporting_words().grammar.impersonal for span in named):
        named = next((a.source for a in ruled), ())
    cue = _trimmed(text, [sight.cue]) or (sight.cue,)  # a colon alone can be one
    content = (*_opening(text, ruled, content, named), *content)
    yield Attribution(content=content, cue=cue, source=named, manner=manner_of(content, quoted))


def _opening(
    text: str, ruled: Sequence[Attribution], content: Sequence[Span], source: Sequence[Span]
) -> tuple[Span, ...]:
    """Return the "Last year" of "Last year, the agency said, they sent 11,000", which is of what is said."""
    first = min(span.start for span in (*content, *source))
    if not source or content[0].start <= first:
        return ()
    pieces = (span for a in ruled for span in a.content[:-1] if a.source and a.source[0] in source)
    beside = (span for span in pieces if span.end <= first and text[span.end : first].strip() == ",")
    return tuple(span for span in beside if len(span.of(text).split()) <= LONGEST_OPENING)[:1]


def _says_nothing(text: str, content: Sequence[Span]) -> bool:
    """Tell whether it only points to what is said, or names its topic: "that", "about the flood"."""
    grammar = reporting_words().grammar
    first = content[0].of(text).lower().split()[0]
    return first in grammar.topic or all(span.of(text).lower() in grammar.pointing for span in content)


def _trimmed(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(span for span in (trimmed(text, s) for s in spans) if span.of(text).strip())


def _is_for_rules(attribution: Attribution) -> bool:
    """Tell whether the trained reader was not taught it.

    "Norpress reported, citing officials" has a relayer, "The army has not commented" is all content, and "there are
    reports that the dam broke" has its source in its cue.
    """
    own = (*attribution.content, *attribution.source)
    return bool(attribution.relayers) or _overlap(own, attribution.cue)


def _is_rivals_number(text: str, attribution: Attribution, contents: Quoted) -> bool:
    """Tell whether it is a count that another speaks of: "Kask doubts the toll of 40 given by the Red Lantern"."""
    cue = attribution.cue[0]
    inside = contents.at(cue.start)
    return _counts(text, attribution) and inside is not None and inside.contains(cue)


def _counts(text: str, attribution: Attribution) -> bool:
    """Tell whether somebody says a number: "The ministry plans to send 200"."""
    return bool(attribution.source) and any(c.isdigit() for span in attribution.content for c in span.of(text))


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in some for b in others)
