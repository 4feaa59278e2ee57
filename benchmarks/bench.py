"""Measure everything and hold it against `floors.json`: `make bench`.

    python benchmarks/bench.py [--quick] [--only NAME]... [--update-floors WHY] [--shared FOLDER]

Exit status: 0 all figures stand, 1 one lies beyond its limit or could not be measured, 2 misuse.
"""

import argparse
import os
import platform
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec
from floors import Floor, find_breaches, find_missing, raise_floors, read_floors, write_floors
from measures import Failed, Measured, Outcome
from scores import SCORERS, run_scorer
from speed import measure_memory, measure_pace, measure_start

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
RESULTS = Path(__file__).with_name("results.json")
Benchmark = Callable[[], Iterable[Outcome]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that were asked for and return the exit status."""
    args = _parser().parse_args(arguments)
    known = benchmarks(args.shared, quick=args.quick)
    chosen = {name: known[name] for name in args.only or known if name in known}
    if missing := [name for name in args.only if name not in known]:
        print(f"not measured, for there is no labelled data in {args.shared.name}: {', '.join(missing)}")
    if not (args.shared / "score").is_dir():
        print("There is no labelled data beside this checkout: speed and memory only.")
    outcomes = list(run_benchmarks(chosen))
    measured = [o for o in outcomes if isinstance(o, Measured)]
    floors = read_floors()
    if args.update_floors:
        floors = raise_floors(floors, measured, why=args.update_floors)
        write_floors(floors)
    print("\n".join(describe(measured, floors)))
    write_results(measured, RESULTS)
    failed = {o.name: o.why for o in outcomes if isinstance(o, Failed)}
    failures = [
        *(f"{name} was not measured: {why}" for name, why in failed.items()),
        *find_breaches(measured, floors),
        *find_missing(measured, floors, chosen.keys() - failed.keys()),
    ]
    print("\n".join(failures) if failures else "Every figure that has a limit keeps it.")
    return 1 if failures else 0


def benchmarks(shared: Path, *, quick: bool) -> dict[str, Benchmark]:
    """Return what can be measured here by name: speed always, the scorers where their scripts and data are."""
    found: dict[str, Benchmark] = {
        "start": measure_start,
        "pace": partial(measure_pace, quick=quick),
        "memory": partial(measure_memory, quick=quick),
    }
    for scorer in SCORERS:
        if (shared / "score" / f"{scorer.name}.py").exists() and (shared / scorer.data).exists():
            found[scorer.name] = partial(run_scorer, scorer, shared, quick=quick)
    return found


def run_benchmarks(chosen: dict[str, Benchmark]) -> Iterator[Outcome]:
    """Yield the outcomes, and say on standard error what is running and how long it took."""
    for n, (name, benchmark) in enumerate(chosen.items(), 1):
        begun = time.monotonic()
        print(f"[{n}/{len(chosen)}] {name} ...", end=" ", file=sys.stderr, flush=True)
        yield from benchmark()
        print(f"{time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)


def describe(measured: Sequence[Measured], floors: dict[str, Floor]) -> Iterator[str]:
    """Yield the lines of the table: figure, value, limit."""
    width = max((len(figure.name) for figure in measured), default=0)
    for figure in measured:
        floor = floors.get(figure.name)
        free = figure.note or "no limit"
        limit = "a sample: held to no limit" if not figure.whole else str(floor) if floor else free
        mark = " " if not figure.whole or not floor or floor.holds(figure.value) else "!"
        yield f"{mark} {figure.name:{width}}  {figure.value:>9g} {figure.unit:10} {limit}"


def write_results(measured: Sequence[Measured], path: Path) -> None:
    """Write the figures taken on whole data; those of an earlier run that were not measured again stay."""
    earlier = msgspec.json.decode(path.read_bytes())["figures"] if path.exists() else {}
    now = {f.name: {"value": f.value, "unit": f.unit} for f in measured if f.whole}
    machine = {"python": platform.python_version(), "processors": os.cpu_count()}
    content = msgspec.json.encode(machine | {"figures": dict(sorted((earlier | now).items()))})
    path.write_bytes(msgspec.json.format(content, indent=1) + b"\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure speed, memory and quality, and hold them to their limits.")
    names = ["start", "pace", "memory", *(scorer.name for scorer in SCORERS)]
    parser.add_argument("--quick", action="store_true", help="small samples; quality is held to no limit")
    parser.add_argument("--only", action="append", default=[], choices=names, metavar="NAME", help=", ".join(names))
    parser.add_argument(
        "--update-floors", metavar="WHY", help="move the quality floors to what is measured now, and say why"
    )
    parser.add_argument("--shared", type=Path, default=SHARED, help="where score/ and data/ are")
    return parser


if __name__ == "__main__":
    # Ended from outside, a run still ends the programs that it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sys.exit(main())
