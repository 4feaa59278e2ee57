"""The labelled data beside the checkout, each scored by its own script, run as a program against this checkout.

The scripts print rows; what is taken from them is F1 where a row has it, else its percentage.
"""

import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from children import run_child
from measures import Failed, Measured, Outcome

COMMAND = Path(sys.executable).with_name("reportedly")
_ROW = re.compile(r"^(?P<name>\S.*?)\s+P\s+[\d.]+\s+R\s+[\d.]+\s+F1\s+(?P<value>[\d.]+)")
_SHARE = re.compile(r"^\s*(?P<name>\S.*?)\s{2,}(?P<value>\d+(?:\.\d+)?)(?:\s*%|\s+\(\d+ pages\))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """A script, its data, how a full and a quick run are limited, and the seconds that a run may take."""

    name: str
    data: str
    whole: tuple[str, ...] = ()
    sample: tuple[str, ...] | None = None
    seconds: float = 1200

    def arguments(self, shared: Path, *, quick: bool) -> list[str]:
        """Return the command line of a run."""
        limit = self.sample if quick and self.sample is not None else self.whole
        script = shared / "score" / f"{self.name}.py"
        return [sys.executable, str(script), str(shared / self.data), "--command", shlex.quote(str(COMMAND)), *limit]

    @property
    def first(self) -> int | None:
        """How many pages of its data a full run takes; None where it takes all."""
        return int(self.whole[self.whole.index("--first") + 1]) if "--first" in self.whole else None

    def is_whole(self, *, quick: bool) -> bool:
        """Tell whether a run takes all the data that the floors were set on."""
        return not quick or self.sample is None


SCORERS = (
    Scorer(name="figures", data="examples/kursk", seconds=300),
    Scorer(name="quantities", data="data/newsquant-dev.jsonl.xz", seconds=600),
    Scorer(name="attribution", data="data/polnear-dev.jsonl.xz", sample=("--first", "10")),
    Scorer(name="times", data="data/timebank.jsonl.xz", sample=("--first", "20")),
    Scorer(name="pages", data="data/pages-dev.jsonl.xz", sample=("--first", "15")),
    Scorer(
        name="incidents",
        data="data/incidents-dev.jsonl.xz",
        whole=("--first", "100"),
        sample=("--first", "5"),
        seconds=2400,
    ),
)


def run_scorer(scorer: Scorer, shared: Path, *, quick: bool) -> Iterator[Outcome]:
    """Yield the figures that the scorer's script prints; Failed where it ended badly, late or without a row."""
    done = run_child(scorer.arguments(shared, quick=quick), seconds=scorer.seconds)
    if done.why:
        yield Failed(name=scorer.name, why=done.why)
        return
    rows = list(read_rows(scorer.name, done.output.splitlines(), whole=scorer.is_whole(quick=quick)))
    if not rows:
        yield Failed(name=scorer.name, why="its script printed no figure")
    yield from rows


def read_rows(benchmark: str, lines: Sequence[str], *, whole: bool) -> Iterator[Measured]:
    """Yield a figure, in per cent, for each row of a score: "source, exact   P  71.0  R  70.2  F1  70.6"."""
    for line in lines:
        if row := _ROW.match(line) or _SHARE.match(line):
            name = re.sub(r"^of those, ", "", row["name"])
            yield Measured(name=f"{benchmark}: {name}", value=float(row["value"]), unit="%", whole=whole)
