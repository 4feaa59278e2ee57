"""Incidents: what the reports of one come to, beside the recorded counts."""

from collections import Counter
from collections.abc import Mapping
from types import ModuleType

import msgspec

from differences.comparison import Cell, Comparison, Examination, Examined, Kind, Verdict, cell

MEASURES = ("killed", "injured")
SILENT = "nothing stands in the brief"
# The scorer takes an interval no wider than this.
WIDEST = 2


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a recorded incident."""

    city: str
    state: str
    date: str
    killed: int
    injured: int
    pages: list[dict[str, object]]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a `stands_at` of a brief."""

    low: float | None
    high: float | None
    why: str


def examine(script: ModuleType, labels: Mapping[str, object], answer: object) -> Examined:
    """Lay the recorded counts beside what stands in the brief."""
    incident = msgspec.convert(labels, Labels)
    brief = msgspec.json.decode(answer) if isinstance(answer, str) and answer else {"series": []}
    rows, kinds = [], Counter[Kind]()
    for measure in MEASURES:
        count: int = getattr(incident, measure)
        told = script.stands(brief, measure)
        stands = msgspec.convert(told, Standing) if told else None
        why = _mistake(count, stands)
        if why:
            kinds[Kind(measure, why)] += 1
        rows.append(
            Comparison(
                verdict=Verdict.DIFFERS if why else Verdict.RIGHT,
                gold=(cell(measure), cell(str(count), differs=bool(why)), cell("as recorded")),
                found=(cell(measure), _interval(stands, differs=bool(why)), cell(stands.why if stands else SILENT)),
            )
        )
    context = f"{incident.city}, {incident.state}, {incident.date}: {len(incident.pages)} reports"
    return Examined(rows=tuple(rows), kinds=kinds, context=context)


INCIDENTS = Examination(
    columns={"measure": 10, "count": 20, "why": 70},
    ranked=MEASURES,
    topics=(MEASURES,),
    examine=examine,
)


def _mistake(count: int, stands: Standing | None) -> str:
    """Return what is wrong with what stands, empty where it is right: within two of the count, as the scorer has it."""
    if stands is None:
        return "silent" if count else ""
    low, high = stands.low or 0, stands.high
    if high is None:
        return "no upper end"
    if high < count or low > count:
        return "too low" if high < count else "too high"
    return "too wide" if high - low > WIDEST else ""


def _interval(stands: Standing | None, *, differs: bool) -> Cell:
    if stands is None:
        return cell("none", differs=differs)
    low, high = ("open" if end is None else f"{end:g}" for end in (stands.low, stands.high))
    return cell(low if low == high else f"{low} to {high}", differs=differs)
