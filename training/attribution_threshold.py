"""How sure the trained reader must be: chosen on labelled pages it was not fitted to, and what that brings.

Scored by words: a span is right where it has the same words as a labelled one, whatever marks stand at its edges.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import msgspec
from attribution_manifest import MANIFEST, write_manifest
from attribution_pages import LabelledPage

from reportedly.read.speech import join_readings
from reportedly.read.speech.trained import Sight, find_sights
from reportedly.read.speech.trained.network import Manifest, Network, open_weights
from reportedly.records import Attribution
from reportedly.spans import Span

BOLDNESS = (-0.5, -0.25, 0.0)
LEAST = (0.3, 0.7, 0.95, 0.985)
LEAST_BY_RULES = (0.1, 0.3, 0.5)
# So much of the four scores together is no difference: within it, the reader that is more careful with its own cues and
# more trusting of the rules' is taken, since the pages it will meet are not those it was fitted to.
NO_DIFFERENCE = 1.2
ROLES = ("source", "cue", "content")
HALF = 0.5
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution by where its words begin."""

    source: Words
    cue: Words
    content: Words


@dataclass(slots=True)
class Tally:
    """Right, found and labelled, of one thing."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    @property
    def f1(self) -> float:
        """F1 in per cent."""
        return 200 * self.right / max(1, self.found + self.labelled)

    def __str__(self) -> str:
        """Return precision, recall and F1."""
        return (
            f"{100 * self.right / max(1, self.found):.1f} {100 * self.right / max(1, self.labelled):.1f} {self.f1:.1f}"
        )


def choose_thresholds(pages: Sequence[LabelledPage], folder: Path) -> None:
    """Write the best thresholds into the folder's manifest, and print what rules, network and both reach with them."""
    network = open_weights(folder)
    tried = list(_tried(pages, network))
    good = max(total for total, _ in tried) - NO_DIFFERENCE
    level = [(limits.least, -limits.least_by_rules, total, limits) for total, limits in tried if total >= good]
    best = max(level, key=lambda row: row[:3])[3]
    write_manifest(best, folder)
    print((folder / MANIFEST).name, {name: getattr(best, name) for name in ("boldness", "least", "least_by_rules")})
    chosen = replace(network, manifest=best)
    readings: dict[str, Sequence[Iterable[Attribution | Said]]] = {
        "rules alone": [page.ruled.attributions for page in pages],
        "network alone": [_alone(page, chosen) for page in pages],
        "both": [join_readings(page.ruled, _sights(page, chosen), best) for page in pages],
    }
    for name, found in readings.items():
        print(f"{name:14}", "   ".join(f"{what} {tally}" for what, tally in score(pages, found).items()))


def _tried(pages: Sequence[LabelledPage], network: Network) -> Iterator[tuple[float, Manifest]]:
    for boldness in BOLDNESS:
        bold = replace(network, manifest=msgspec.structs.replace(network.manifest, boldness=boldness))
        sights = [_sights(page, bold) for page in pages]
        for least, by_rules in product(LEAST, LEAST_BY_RULES):
            manifest = msgspec.structs.replace(bold.manifest, least=least, least_by_rules=by_rules)
            found = [join_readings(page.ruled, seen, manifest) for page, seen in zip(pages, sights, strict=True)]
            yield sum(tally.f1 for tally in score(pages, found).values()), manifest


def _sights(page: LabelledPage, network: Network, *, with_rules: bool = True) -> tuple[Sight, ...]:
    ruled = page.ruled
    said = ruled.attributions if with_rules else None
    return find_sights(ruled.text, ruled.sentences, ruled.marked, said, network)


def _alone(page: LabelledPage, network: Network) -> list[Said]:
    """Return what the network thinks likelier than not of the page, without the rules' reading."""
    seen = _sights(page, network, with_rules=False)
    return [_said(page.ruled.text, s.source, (s.cue,), s.content) for s in seen if s.likely >= HALF and s.content]


def score(pages: Sequence[LabelledPage], found: Sequence[Iterable[Attribution | Said]]) -> dict[str, Tally]:
    """Return the tallies of sources, cues and contents with the same words, and of linked statements."""
    tallies = {name: Tally() for name in (*ROLES, "linked")}
    for page, readings in zip(pages, found, strict=True):
        text = page.ruled.text
        mine = [r if isinstance(r, Said) else _said(text, r.source, r.cue, r.content) for r in readings]
        gold = [_said(text, *(map(page.words.span_of, getattr(g, role)) for role in ROLES)) for g in page.labels]
        for role in ROLES:
            ours, theirs = ({getattr(s, role) for s in some} - {frozenset()} for some in (mine, gold))
            _add(tallies[role], len(ours & theirs), len(ours), len(theirs))
        _add(tallies["linked"], _linked(mine, gold), len(mine), len(gold))
    return tallies


def _add(tally: Tally, right: int, found: int, labelled: int) -> None:
    tally.right, tally.found, tally.labelled = tally.right + right, tally.found + found, tally.labelled + labelled


def _linked(mine: Sequence[Said], gold: Sequence[Said]) -> int:
    """Count the statements whose content is by half or more a labelled one's, and whose source touches its source."""
    left, right = list(gold), 0
    for said in mine:
        near = max(left, key=lambda g: _shared(g.content, said.content), default=None)
        if near is None or _shared(near.content, said.content) < HALF:
            continue
        if near.source & said.source or not (near.source or said.source):
            right += 1
            left.remove(near)
    return right


def _shared(a: Words, b: Words) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def _said(text: str, source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]) -> Said:
    return Said(*(_words(text, spans) for spans in (source, cue, content)))


def _words(text: str, spans: Iterable[Span]) -> Words:
    return frozenset(span.start + m.start() for span in spans for m in re.finditer(r"\w+", span.of(text)))
