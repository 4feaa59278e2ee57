"""Attributions: which were found with other edges, which were missed, which were invented, and by what cue."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

import msgspec

from differences.comparison import Comparison, Examination, Examined, Kind, Spans, Verdict, find_edges, span_cell, words
from reportedly.read.speech.words import ReportingWords, reporting_words

ROLES = ("source", "cue", "content")
# "has said", "is saying": they help the cue's own word.
HELPERS = frozenset({"be", "have"})
# What makes two attributions the same one: the content first, then the cue; a source says it many times.
WEIGHTS = {"source": 1, "cue": 2, "content": 3}


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """The spans of one attribution, as both labels and readings have them."""

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]

    def spans(self, role: str) -> Spans:
        """Return the spans of a role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a labelled page."""

    text: str
    attributions: list[Attribution]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a reading."""

    statements: list[Attribution]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An attribution that was wanted and the one that was found for it; one of them may be missing."""

    text: str
    gold: Attribution | None
    found: Attribution | None

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        there = self.gold or self.found
        spans = [span for role in ROLES for span in there.spans(role)] if there else []
        return min((start for start, _ in spans), default=0)


def examine(_: ModuleType, labels: Mapping[str, object], answer: object) -> Examined:
    """Lay the page's attributions beside the statements of its reading."""
    page = msgspec.convert(labels, Labels)
    found = msgspec.convert(answer, Reading).statements if answer else []
    pairs = sorted(pair_up(page.text, page.attributions, found), key=lambda pair: pair.start)
    kinds = sum((_kinds(pair) for pair in pairs), Counter[Kind]())
    return Examined(rows=tuple(_compare(pair) for pair in pairs), kinds=kinds)


ATTRIBUTION = Examination(
    columns={"source": 25, "cue": 15, "content": 60},
    ranked=("source, exact", "cue, exact", "content, exact", "statements, linked"),
    topics=(
        ("missed, by cue", "invented, by cue"),
        ("source edges", "cue edges", "content edges"),
        ("words left out", "words taken in"),
    ),
    examine=examine,
)


def pair_up(text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> Iterator[Pair]:
    """Yield every attribution of both sides once, paired with the one that shares most with it, the closest first."""
    wanted = [_words(text, attribution) for attribution in gold]
    got = [_words(text, attribution) for attribution in found]
    close = ((_likeness(a, b), -i, -j) for i, a in enumerate(wanted) for j, b in enumerate(got))
    left, free = dict(enumerate(gold)), dict(enumerate(found))
    for likeness, i, j in sorted(close, reverse=True):
        if likeness and -i in left and -j in free:
            yield Pair(text=text, gold=left.pop(-i), found=free.pop(-j))
    yield from (Pair(text=text, gold=attribution, found=None) for attribution in left.values())
    yield from (Pair(text=text, gold=None, found=attribution) for attribution in free.values())


def name_cue(text: str, cue: Spans, listed: ReportingWords | None = None) -> str:
    """Return the base form of a cue's reporting word: "has since warned" is "warn".

    A cue without a word of the lists is given as it stands, with a star.
    """
    listed = listed or reporting_words()
    told = " ".join(text[start:end] for start, end in cue).lower()
    found = re.findall(r"[^\W_]+", told)
    own = [word for word in found if listed.base_of.get(word) not in HELPERS]
    for word in own:
        if word in listed.listed:
            return listed.base_of.get(word) or listed.noun_of.get(word) or word
    unlisted = [word for word in own if word not in listed.grammar.small] or found
    return f"{' '.join(unlisted)}*" if unlisted else told or "no cue"


def _words(text: str, attribution: Attribution) -> dict[str, frozenset[int]]:
    return {role: words(text, attribution.spans(role)) for role in ROLES}


def _likeness(a: Mapping[str, frozenset[int]], b: Mapping[str, frozenset[int]]) -> float:
    """Return how much two attributions share; one speaker alone makes no pair."""
    if not (a["content"] & b["content"] or a["cue"] & b["cue"]):
        return 0.0
    return sum(weight * len(a[r] & b[r]) / len(a[r] | b[r]) for r, weight in WEIGHTS.items() if a[r] | b[r])


def _compare(pair: Pair) -> Comparison:
    text, gold, found = pair.text, pair.gold, pair.found
    if gold is None or found is None:
        verdict = Verdict.INVENTED if gold is None else Verdict.MISSED
        return Comparison(
            verdict=verdict,
            gold=tuple(span_cell(text, gold.spans(role)) for role in ROLES) if gold else (),
            found=tuple(span_cell(text, found.spans(role)) for role in ROLES) if found else (),
        )
    return Comparison(
        verdict=Verdict.RIGHT if _words(text, gold) == _words(text, found) else Verdict.DIFFERS,
        gold=tuple(span_cell(text, gold.spans(role), found.spans(role)) for role in ROLES),
        found=tuple(span_cell(text, found.spans(role), gold.spans(role)) for role in ROLES),
    )


def _kinds(pair: Pair) -> Counter[Kind]:
    text, gold, found = pair.text, pair.gold, pair.found
    if found is None:
        return Counter([Kind("missed, by cue", name_cue(text, gold.cue if gold else []))])
    if gold is None:
        return Counter([Kind("invented, by cue", name_cue(text, found.cue))])
    tallies = (find_edges(role, text, gold.spans(role), found.spans(role)) for role in ROLES)
    return sum(tallies, Counter[Kind]())
