"""Speed and memory of the command as a person runs it, on pages made from the example story."""

import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from children import run_child, started
from measures import Failed, Measured, Outcome
from pace import Pace
from scores import COMMAND
from variants import write_variants

START_RUNS = 3
START_SECONDS = 60
# Pages, and seconds for them: a tenth of the speed that was measured.
PACE_PAGES, PACE_SAMPLE, PACE_SECONDS = 100, 20, 600
LONG_PAGE = 500  # words
MEMORY_PAGES, MEMORY_SAMPLE, MEMORY_SECONDS = 1000, 60, 1800
MEGABYTE = 1024
FIRST_PAGE = "00000-.txt"  # before "00000.txt" in the order of names
FOREIGN = "Drei Menschen wurden am Montag verletzt, als in Pell eine alte Brücke über den Fluss einstürzte.\n"


def measure_start() -> Iterator[Outcome]:
    """Yield the seconds to `--version` and to the first line read of a short page: the best of a few starts.

    The clock's seconds are what a person waits; limits are held to the processor's, which a busy machine leaves alone.
    """
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text("Two hurt in Pell\n\nTwo people were hurt in Pell, police said.\n", encoding="utf-8")
        yield from _starts("version", ["--version"])
        yield from _starts("first output", ["read", str(page), "--format", "jsonl"])


def _starts(what: str, arguments: Sequence[str]) -> Iterator[Outcome]:
    runs = [run for _ in range(START_RUNS) if (run := _start(arguments))]
    if not runs:
        yield Failed(name="start", why=f"the command printed nothing ({what})")
        return
    waited, worked = (round(min(seconds), 2) for seconds in zip(*runs, strict=True))
    yield Measured(name=f"start: {what}", value=waited, unit="s")
    yield Measured(name=f"start: {what}, processor", value=worked, unit="s")


def _start(arguments: Sequence[str]) -> tuple[float, float] | None:
    """Return the clock's seconds to the first line and the processor's to the end of a run."""
    begun, before = time.perf_counter(), _children_seconds()
    with started([str(COMMAND), *arguments], seconds=START_SECONDS) as child:
        line = child.stdout.readline() if child.stdout else ""
        waited = time.perf_counter() - begun
        child.communicate()
    return (waited, _children_seconds() - before) if line else None


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure_pace(*, quick: bool) -> Iterator[Outcome]:
    """Yield pages and words a second, what the whole way costs against the parse, and the share of each stage."""
    count = PACE_SAMPLE if quick else PACE_PAGES
    for words, describe in ((0, describe_pace), (LONG_PAGE, describe_stages)):
        with tempfile.TemporaryDirectory() as folder:
            write_variants(count, Path(folder), words=words)
            script = Path(__file__).with_name("pace.py")
            done = run_child([sys.executable, str(script), folder], seconds=PACE_SECONDS)
        if done.why:
            yield Failed(name="pace", why=done.why)
            return
        yield from describe(msgspec.json.decode(done.output, type=Pace))


def describe_pace(pace: Pace) -> Iterator[Measured]:
    """Yield the figures of pages as short as the example's."""
    yield Measured(name="pace: pages", value=round(pace.pages / pace.whole, 1), unit="pages/s")
    yield Measured(name="pace: words", value=round(pace.words / pace.whole), unit="words/s")
    yield Measured(name="pace: whole against parse", value=pace.against_parse, unit="times")
    yield Measured(name="pace: brief", value=round(1000 * pace.brief / pace.pages, 1), unit="ms a page")


def describe_stages(pace: Pace) -> Iterator[Measured]:
    """Yield the figures of pages of 500 words: milliseconds a page, and what share of them each stage has."""
    page = f"{LONG_PAGE} words"
    yield Measured(name=f"pace: {page}, whole against parse", value=pace.against_parse, unit="times")
    yield Measured(name=f"pace: {page}, whole", value=round(pace.milliseconds(pace.whole), 1), unit="ms a page")
    for stage, seconds in pace.stages.items():
        share = round(100 * seconds / pace.whole, 1)
        note = f"{pace.milliseconds(seconds):.1f} ms a page"
        yield Measured(name=f"pace: {page}, {stage}", value=share, unit="% of whole", note=note)


def measure_memory(*, quick: bool) -> Iterator[Outcome]:
    """Yield the peak and the growth of memory over many pages: at the end against after the first tenth.

    The first page is no English, so that the model that tells languages is loaded before the first look: what grows
    after it was left by pages.
    """
    count = MEMORY_SAMPLE if quick else MEMORY_PAGES
    with tempfile.TemporaryDirectory() as folder:
        write_variants(count, Path(folder))
        (Path(folder) / FIRST_PAGE).write_text(FOREIGN, encoding="utf-8")
        arguments = [str(COMMAND), "read", folder, "--format", "jsonl"]
        with started(arguments, seconds=MEMORY_SECONDS) as child:
            status = Path(f"/proc/{child.pid}/status")
            seen = [
                sizes
                for n, _ in enumerate(child.stdout or (), 1)
                if n % max(1, count // 20) == 0 and (sizes := _memory(status))
            ]
    yield from describe_memory(seen, whole=not quick)


def describe_memory(seen: Sequence[dict[str, int]], *, whole: bool) -> Iterator[Outcome]:
    """Yield peak and growth from what was seen of a process on its way: `/proc/PID/status`, in kilobytes."""
    if len(seen) < 3:  # noqa: PLR2004 -- a beginning, a middle and an end
        yield Failed(name="memory", why="the run was too short to see, or this system has no /proc")
        return
    early, late = seen[max(1, len(seen) // 10)], seen[-1]
    yield Measured(name="memory: peak", value=max(s["VmHWM"] for s in seen) // MEGABYTE, unit="MB", whole=whole)
    yield Measured(name="memory: growth", value=round(late["VmRSS"] / early["VmRSS"], 3), unit="times", whole=whole)


def _memory(status: Path) -> dict[str, int]:
    try:
        found = re.findall(r"^(VmHWM|VmRSS):\s+(\d+) kB", status.read_text(encoding="ascii"), re.MULTILINE)
    except OSError:
        return {}
    return {key: int(value) for key, value in found}
