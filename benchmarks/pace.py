"""How fast pages are read, and how much of that is the language model: one process, both on the same text in turn.

    python benchmarks/pace.py FOLDER

Prints JSON. Processor time is compared, not wall time: a busy machine slows both and leaves their ratio.
"""

import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from reportedly.intake.pages import gather_pages
from reportedly.pipeline import brief_readings, read_page
from reportedly.read.parse import parse_paragraphs
from reportedly.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Processor seconds of the whole way and of the parse alone, over the same pages."""

    pages: int
    words: int
    whole: float
    parse: float
    brief: float


def measure_pace(folder: Path) -> Pace:
    """Read every page of the folder, parse its paragraphs once more alone, and make one brief of them all."""
    settings, raws = Settings(), list(gather_pages([folder], settings=Settings()))
    read_page(raws[0], settings)  # the model is loaded now
    whole = parse = 0.0
    words, readings = 0, []
    for raw in raws:
        begun = time.process_time()
        reading = read_page(raw, settings)
        read = time.process_time()
        parsed = sum(len(s.tokens) for s in parse_paragraphs(reading.text, reading.page.paragraphs))
        whole, parse = whole + read - begun, parse + time.process_time() - read
        words += parsed
        readings.append(reading)
    begun = time.process_time()
    brief_readings(readings)
    brief = time.process_time() - begun
    return Pace(pages=len(raws), words=words, whole=whole, parse=parse, brief=brief)


if __name__ == "__main__":
    print(json.dumps(asdict(measure_pace(Path(sys.argv[1])))))
