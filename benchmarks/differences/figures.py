"""Figures of hand-labelled stories: which were missed or invented, and what of the others was read otherwise."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

import msgspec

from differences.comparison import Cell, Comparison, Examination, Examined, Kind, Verdict, cell

NOBODY = "nobody"


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What a labelled figure and a found one both say."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    measure: str
    status: str
    party: str | None


class Label(Counted, frozen=True, kw_only=True):
    """A labelled figure."""

    number: str


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a labelled page: each label as it stands, for the scorer to find."""

    figures: list[dict[str, object]]


class Found(Counted, frozen=True, kw_only=True):
    """What is read of a figure in a reading."""

    span: tuple[int, int]
    text: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a reading."""

    text: str
    figures: list[Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A labelled figure and what was found on it; one may be missing. `differs` names what is read otherwise."""

    start: int
    gold: Label | None = None
    found: Found | None = None
    differs: frozenset[str] = frozenset()


def examine(script: ModuleType, labels: Mapping[str, object], answer: object) -> Examined:
    """Lay the page's labelled figures beside those of its reading, paired as the scorer pairs them."""
    reading = msgspec.convert(answer, Reading) if answer else Reading(text="", figures=[])
    labelled = msgspec.convert(labels, Labels).figures
    left = [(script.locate(reading.text, label), msgspec.convert(label, Label)) for label in labelled]
    pairs = []
    for mine in reading.figures:
        best = max(left, key=lambda one: script.overlap(one[0], mine.span), default=None)
        if best is None or not script.overlap(best[0], mine.span):
            pairs.append(Pair(start=mine.span[0], found=mine))
            continue
        left.remove(best)
        pairs.append(Pair(start=best[0][0], gold=best[1], found=mine, differs=_differing(script, best[1], mine)))
    pairs += [Pair(start=span[0], gold=label) for span, label in left]
    pairs.sort(key=lambda pair: pair.start)
    kinds = sum((_kinds(pair) for pair in pairs), Counter[Kind]())
    return Examined(rows=tuple(_compare(pair) for pair in pairs), kinds=kinds)


FIGURES = Examination(
    columns={"number": 25, "interval": 25, "measure": 15, "status": 10, "party": 25},
    ranked=("figures found", "figures usable (all four right)"),
    topics=(("missed, by measure", "invented, by measure"), ("measure", "status", "party")),
    examine=examine,
)


def _differing(script: ModuleType, gold: Label, mine: Found) -> frozenset[str]:
    same = {
        "interval": _ends(gold) == _ends(mine),
        "measure": gold.measure == mine.measure,
        "status": gold.status == mine.status,
        "party": script.alike(gold.party, mine.party),
    }
    return frozenset(name for name, holds in same.items() if not holds)


def _ends(figure: Counted) -> tuple[object, ...]:
    return (figure.low, figure.high, figure.low_open, figure.high_open)


def _compare(pair: Pair) -> Comparison:
    if pair.gold is None or pair.found is None:
        missed = pair.found is None
        return Comparison(
            verdict=Verdict.MISSED if missed else Verdict.INVENTED,
            gold=_cells(pair.gold, pair.gold.number) if pair.gold else (),
            found=_cells(pair.found, pair.found.text) if pair.found else (),
        )
    return Comparison(
        verdict=Verdict.DIFFERS if pair.differs else Verdict.RIGHT,
        gold=_cells(pair.gold, pair.gold.number, pair.differs),
        found=_cells(pair.found, pair.found.text, pair.differs),
    )


def _cells(figure: Counted, words: str, differs: frozenset[str] = frozenset()) -> tuple[Cell, ...]:
    shown = {"interval": _interval(figure), "measure": figure.measure, "status": figure.status}
    told = shown | {"party": figure.party or NOBODY}
    return (cell(words), *(cell(text, differs=name in differs) for name, text in told.items()))


def _interval(figure: Counted) -> str:
    low = "open" if figure.low is None else f"{'over ' if figure.low_open else ''}{figure.low:,g}"
    high = "open" if figure.high is None else f"{'under ' if figure.high_open else ''}{figure.high:,g}"
    return low if low == high else f"{low} to {high}"


def _kinds(pair: Pair) -> Counter[Kind]:
    if pair.gold is None or pair.found is None:
        side = pair.gold or pair.found
        return Counter([Kind(f"{'missed' if pair.gold else 'invented'}, by measure", side.measure if side else "")])
    gold, found = msgspec.structs.asdict(pair.gold), msgspec.structs.asdict(pair.found)
    named = pair.differs & {"measure", "status", "party"}
    return Counter(Kind(name, f"{gold[name] or NOBODY} read as {found[name] or NOBODY}") for name in named)
