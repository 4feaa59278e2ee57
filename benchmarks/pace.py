"""How fast pages are read, and what each stage of it costs: one process, one run, every page once.

    OPENBLAS_NUM_THREADS=1 python benchmarks/pace.py FOLDER

Prints JSON. Processor time is measured, not wall time: a busy machine slows every stage and leaves their shares. It is
meant for one thread: several would add their processor time to the parse's.
"""

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from stages import PARSE, Stopwatch, add_rest, timed_stages

from reportedly.pipeline import brief_readings, read_pages

WHOLE, BRIEF = "whole", "brief"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Processor seconds over all pages: the whole way, each stage of it, and one brief of all the readings."""

    pages: int
    words: int
    whole: float
    stages: dict[str, float]
    brief: float

    @property
    def against_parse(self) -> float:
        """How many times the parse the whole way costs."""
        return round(self.whole / self.stages[PARSE], 2)

    def milliseconds(self, seconds: float) -> float:
        """Return seconds over all pages as milliseconds a page."""
        return 1000 * seconds / self.pages


def measure_pace(folder: Path) -> Pace:
    """Read every page of the folder, with the stages timed, and make one brief of them all."""
    next(read_pages([folder]))  # the model is loaded now
    watch, stages = Stopwatch(), Stopwatch()
    with timed_stages(stages), watch.measuring(WHOLE):
        readings = list(read_pages([folder]))
    with watch.measuring(BRIEF):
        brief_readings(readings)
    words = sum(len(reading.text.split()) for reading in readings)
    whole, brief = watch.seconds[WHOLE], watch.seconds[BRIEF]
    return Pace(pages=len(readings), words=words, whole=whole, stages=add_rest(stages.seconds, whole), brief=brief)


if __name__ == "__main__":
    print(json.dumps(asdict(measure_pace(Path(sys.argv[1])))))
