"""Read hostile pages by the thousand: no crash, no hang, no harm in what comes out, memory bounded.

    python benchmarks/hostile.py [--pages 50000] [--first 0] [--workers 2] [--keep FOLDER]

Each page is an honest page of the project with one to six changes (`mutations.py`), told by its number. It is read in
a worker and put out in every form. Exit status: 0 all went well, 1 some page did not; each such is named, and with
`--keep` written to the folder.
"""

import argparse
import multiprocessing as mp
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.queues import Queue
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from queue import Empty

from harm import find_harm
from mutations import mutate_page, read_seeds

from reportedly.settings import Settings

SECONDS = 10  # of processor time for a page
HANGS = 60  # seconds by the clock: a busy machine is no hang
MEGABYTES = 1500
# Pages that a worker reads before a fresh one takes its place, so that one that dies costs little.
STINT = 2_000
LOOK = 0.2
# One page in so many is read with the trained reader too: it takes the most time, and sees words, whatever they are.
TRAINED = 4
KILOBYTE = 1024


Read = Callable[[int, int, "Synchronized[int]", "Synchronized[float]", "Queue[Report]"], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What a page did: its number, and the harm in words."""

    number: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of a page: the harm, "" for none, processor seconds, the worker's peak memory, problems told."""

    number: int
    why: str
    seconds: float
    megabytes: int
    codes: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Worker:
    """A process at its stint, and what it is at: the page's number, and since when by the clock."""

    process: BaseProcess
    page: "Synchronized[int]"
    since: "Synchronized[float]"
    last: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the hostile pages and return the exit status."""
    parser = argparse.ArgumentParser(description="Read hostile pages by the thousand.")
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first page")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="write the pages that did harm to this folder")
    args = parser.parse_args(arguments)
    begun = time.monotonic()
    found = Hunt(first=args.first, pages=args.pages, workers=args.workers)
    harms = 0
    for harms, harm in enumerate(found.run(), 1):  # noqa: B007 -- counted for the last line
        print(f"page {harm.number}: {harm.why}", flush=True)
        if args.keep:
            args.keep.mkdir(parents=True, exist_ok=True)
            (args.keep / f"{harm.number}.page").write_bytes(mutate_page(read_seeds(), harm.number))
    print(
        f"{args.pages:,} hostile pages in {time.monotonic() - begun:,.0f} s: {harms} did harm; the slowest took "
        f"{found.slowest:.1f} s (page {found.slowest_page}); most memory {found.memory:,} MB."
    )
    print("problems told:", ", ".join(f"{code} {count:,}" for code, count in found.problems.most_common()) or "none")
    return 1 if harms else 0


class Hunt:
    """Workers over a range of pages; the parent watches the clock and their memory."""

    def __init__(self, *, first: int, pages: int, workers: int, read: Read | None = None) -> None:
        self.slowest, self.slowest_page, self.memory = 0.0, first, 0
        self.problems: Counter[str] = Counter()
        self._next, self._end, self._workers = first, first + pages, workers
        self._first, self.pages_read = first, 0
        # A fresh interpreter for each: what a forked one shares would hide its own memory.
        self._context = mp.get_context("spawn")
        self._target = read or read_stint
        self._reports: Queue[Report] = self._context.Queue()

    def run(self) -> Iterator[Harm]:
        """Yield every harm that was done, as it is found."""
        running: list[Worker] = []
        while self._next < self._end or running:
            while self._next < self._end and len(running) < self._workers:
                running.append(self._start(self._next, min(self._next + STINT, self._end)))
                self._next = min(self._next + STINT, self._end)
            yield from self._collect()
            for worker in list(running):
                if harm := self._look(worker):
                    yield harm
                    running.append(self._start(worker.page.value + 1, worker.last))
                if not worker.process.is_alive():
                    running.remove(worker)
        yield from self._collect()

    def _start(self, first: int, last: int) -> Worker:
        page, since = self._context.Value("q", first), self._context.Value("d", 0.0)
        process = self._context.Process(
            target=self._target, args=(first, last, page, since, self._reports), daemon=True
        )
        process.start()
        return Worker(process=process, page=page, since=since, last=last)

    def _collect(self) -> Iterator[Harm]:
        time.sleep(LOOK)
        while True:
            try:
                report = self._reports.get_nowait()
            except Empty:
                break
            self.pages_read += 1
            self.problems.update(report.codes)
            self.memory = max(self.memory, report.megabytes)
            if report.seconds > self.slowest:
                self.slowest, self.slowest_page = report.seconds, report.number
            if report.why or report.megabytes > MEGABYTES:
                yield Harm(number=report.number, why=report.why or f"{report.megabytes:,} MB of memory")
        if sys.stderr.isatty():
            print(
                f"\r\x1b[K{self.pages_read:,} of {self._end - self._first:,} pages", end="", file=sys.stderr, flush=True
            )

    def _look(self, worker: Worker) -> Harm | None:
        begun, number = worker.since.value, worker.page.value
        if worker.process.is_alive():
            if not begun or time.time() - begun < HANGS:
                return None
            worker.process.kill()
            worker.process.join()
            return Harm(number=number, why=f"not read after {HANGS} seconds")
        if worker.process.exitcode:
            return Harm(number=number, why=f"the reader died ({worker.process.exitcode})")
        return None


def read_stint(
    first: int, last: int, page: "Synchronized[int]", since: "Synchronized[float]", reports: "Queue[Report]"
) -> None:
    """Read the pages from first up to last, each named before it is begun, and report on each."""
    seeds = read_seeds()
    find_harm(b"Two people were hurt, police said.")  # loads the models
    for number in range(first, last):
        content = mutate_page(seeds, number)
        page.value, since.value = number, time.time()
        begun = time.process_time()
        why, codes = find_harm(content, Settings(rules_only=number % TRAINED != 0))
        seconds = time.process_time() - begun
        if seconds > SECONDS:
            why = why or f"{seconds:.1f} seconds"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KILOBYTE
        reports.put(Report(number=number, why=why, seconds=seconds, megabytes=peak, codes=codes))
    since.value = 0.0


if __name__ == "__main__":
    sys.exit(main())
