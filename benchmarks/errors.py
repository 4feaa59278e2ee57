"""Errors shown: the worst pages with gold and found side by side, the kinds of mistakes, gains and losses by page.

    python benchmarks/errors.py SCORER [DATA] [--worst N] [--page NAME]... [--first N] [--record] [--shared FOLDER]

Exit status: 0 shown, 2 misuse or no labelled data.
"""

import argparse
import os
import shlex
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from differences.attribution import ATTRIBUTION
from differences.comparison import Examination, Examined, Verdict
from differences.figures import FIGURES
from differences.incidents import INCIDENTS
from differences.pages import PAGES
from differences.quantities import QUANTITIES
from differences.times import TIMES
from pagewise import load_script, score_pages
from recorded import RECORDED, Change, Recording, Scores, find_changes, read_recording, record, total, write_recording
from scores import COMMAND, SCORERS
from typeset import BOLD, COLOURS, FAINT, GREEN, RED, Terminal, set_lists, set_rows, set_table, shorten

from reportedly.brief.text import wrapped

SHARED = Path(__file__).parent.parent.parent / "shared"
WORST = 5
LONGEST_LIST = 12
EXAMINATIONS = {
    "attribution": ATTRIBUTION,
    "figures": FIGURES,
    "incidents": INCIDENTS,
    "pages": PAGES,
    "quantities": QUANTITIES,
    "times": TIMES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page with its scores and what it shows."""

    name: str
    scores: Scores
    examined: Examined


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the pages, show them and return the exit status."""
    parser = _parser()
    args = parser.parse_args(arguments)
    scorer = next(scorer for scorer in SCORERS if scorer.name == args.scorer)
    data = args.data or args.shared / scorer.data
    if args.record and args.first is not None:
        parser.error("a sample is not recorded: leave --first out")
    for needed in (args.shared / "score" / f"{scorer.name}.py", data):
        if not needed.exists():
            parser.error(f"there is no {needed}")
    examination, path = EXAMINATIONS[scorer.name], RECORDED / f"{scorer.name}.json"
    first = args.first if args.first is not None else scorer.first
    print(f"{scorer.name}: reading the pages of {data.name} ...", file=sys.stderr, flush=True)
    pages = list(examine_pages(examination, scorer.name, data, args.shared, first=first))
    terminal = Terminal(width=shutil.get_terminal_size().columns, colour=_takes_colour())
    earlier = read_recording(path, data)
    for line in describe(pages, examination, earlier, terminal, worst=args.worst, named=args.page):
        print(line)
    if args.record:
        write_recording(record(data, {page.name: page.scores for page in pages}), path)
        print(f"\nRecorded in {path.relative_to(RECORDED.parent.parent)}.")
    return 0


def examine_pages(
    examination: Examination, name: str, data: Path, shared: Path, *, first: int | None
) -> Iterator[Shown]:
    """Yield the pages of the data as the scorer's script scores them, the command of this checkout reading them."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    script = load_script(name, shared / "score")
    for page in score_pages(script, data, command=shlex.quote(str(COMMAND)), first=first):
        examined = examination.examine(script, page.labels, page.answer)
        yield Shown(name=page.name, scores=page.scores, examined=examined)


# --- what is shown ---------------------------------------------------------------------------------------------------


def describe(
    pages: Sequence[Shown],
    examination: Examination,
    earlier: Recording | None,
    terminal: Terminal,
    *,
    worst: int = WORST,
    named: Sequence[str] = (),
) -> Iterator[str]:
    """Yield the lines: pages, the worst first or those named; kinds of mistakes; gains and losses; the scores."""
    changes = find_changes(earlier, {page.name: page.scores for page in pages}) if earlier else ()
    ranked = sorted(pages, key=lambda page: -_mistakes(page, examination))
    chosen = [p for p in ranked if any(n in p.name for n in named)] if named else ranked[:worst]
    if chosen:
        yield terminal.legend()
    for page in chosen:
        yield from ("", *_page(page, ranked.index(page) + 1, examination, terminal))
    yield from _kinds(pages, examination, terminal)
    if earlier:
        yield from _changes(changes, examination, terminal, longest=max(worst, WORST))
    yield from ("", *_scores(pages, earlier, changes, terminal))


def _mistakes(page: Shown, examination: Examination) -> int:
    return sum(page.scores[name].mistakes for name in examination.ranked if name in page.scores)


def _page(page: Shown, rank: int, examination: Examination, terminal: Terminal) -> Iterator[str]:
    yield terminal.paint(shorten(f"{rank}. {page.name}", terminal.width), BOLD)
    counted = {verdict: page.examined.count(verdict) for verdict in Verdict}
    told = [
        terminal.paint(f"{count} {WORDS[verdict]}", COLOURS[verdict]) for verdict, count in counted.items() if count
    ]
    yield f"   {', '.join(told) or 'nothing wanted, nothing found'}"
    scores = " · ".join(f"{name} {page.scores[name].f1:.1f}" for name in examination.ranked if name in page.scores)
    yield from (terminal.paint(f"   {line}", FAINT) for line in wrapped(f"F1: {scores}", terminal.width - 3))
    yield from (terminal.paint(f"   {line}", FAINT) for line in wrapped(page.examined.context, terminal.width - 3))
    yield from set_rows(page.examined, examination.columns, terminal)


WORDS = {
    Verdict.RIGHT: "right",
    Verdict.DIFFERS: "differ",
    Verdict.MISSED: "missed",
    Verdict.INVENTED: "invented",
}


def _kinds(pages: Sequence[Shown], examination: Examination, terminal: Terminal) -> Iterator[str]:
    kinds = Counter(kind for page in pages for kind in page.examined.kinds.elements())
    for topics in examination.topics:
        lists = {t: Counter({kind.what: n for kind, n in kinds.items() if kind.topic == t}) for t in topics}
        if any(lists.values()):
            yield from ("", *set_lists(lists, LONGEST_LIST, terminal))


def _changes(changes: Sequence[Change], examination: Examination, terminal: Terminal, *, longest: int) -> Iterator[str]:
    """Yield the pages with fewer mistakes than were recorded, then those with more, the greatest change first."""
    ordered = sorted(changes, key=lambda change: -change.gained(examination.ranked))
    gains = [change for change in ordered if change.gained(examination.ranked) > 0]
    losses = [change for change in reversed(ordered) if change.gained(examination.ranked) < 0]
    for heading, part, colour in (("GAINS", gains, GREEN), ("LOSSES", losses, RED)):
        head = [
            f"{heading}: {len(part)} {'PAGE' if len(part) == 1 else 'PAGES'}",
            "mistakes",
            *(name.split(",")[0] for name in examination.ranked),
        ]
        rows = [_change(change, examination.ranked) for change in part[:longest]]
        lines = list(set_table([head, *rows], terminal))
        yield from ("", terminal.paint(lines[0], BOLD), *(terminal.paint(line, colour) for line in lines[1:]))
        if len(part) > longest:
            yield f"  and {len(part) - longest} more"
    if others := len(changes) - len(gains) - len(losses):
        yield terminal.paint(f"{others} more changed and have as many mistakes as before.", FAINT)


def _change(change: Change, names: Sequence[str]) -> list[str]:
    moved = [change.now[n].f1 - change.before[n].f1 if n in change.before else 0 for n in names]
    return [change.page, f"{-change.gained(names):+d}", *(f"{m:+.1f}" if round(m, 1) else "·" for m in moved)]


def _scores(
    pages: Sequence[Shown], earlier: Recording | None, changes: Sequence[Change], terminal: Terminal
) -> Iterator[str]:
    """Yield F1 over the pages shown, with what the recorded run had on the same pages."""
    now = total(page.scores for page in pages)
    known = earlier.of([page.name for page in pages]) if earlier else {}
    before = total(known.values())
    head = [f"SCORES OF {len(pages)} PAGES", "F1", *(["recorded", "change", "better", "worse"] if earlier else [])]
    rows = []
    for name, counts in now.items():
        row = [name, f"{counts.f1:.1f}"]
        if earlier and name in before:
            gained = [change.gained([name]) for change in changes]
            moved = (f"{before[name].f1:.1f}", f"{counts.f1 - before[name].f1:+.1f}")
            row += [*moved, str(sum(g > 0 for g in gained)), str(sum(g < 0 for g in gained))]
        rows.append(row)
    heading, *lines = set_table([head, *rows], terminal)
    yield from (terminal.paint(heading, BOLD), *lines)
    if earlier is None:
        yield terminal.paint("Nothing is recorded for this data: --record keeps these scores to compare with.", FAINT)
    elif len(known) < len(pages):
        yield terminal.paint(f"{len(pages) - len(known)} of these pages were not recorded.", FAINT)


def _takes_colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Show a scorer's worst pages, the kinds of mistakes, gains and losses."
    )
    parser.add_argument("scorer", choices=EXAMINATIONS, metavar="SCORER", help=", ".join(EXAMINATIONS))
    parser.add_argument("data", nargs="?", type=Path, metavar="DATA", help="labelled pages; as a rule the scorer's own")
    parser.add_argument("--worst", type=int, default=WORST, metavar="N", help=f"pages shown (as a rule {WORST})")
    parser.add_argument(
        "--page", action="append", default=[], metavar="NAME", help="show pages with this in their name"
    )
    parser.add_argument("--first", type=int, metavar="N", help="only the first pages of the data")
    parser.add_argument("--record", action="store_true", help="keep these scores to compare later runs with")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where score/ and data/ are")
    return parser


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends it quietly
    sys.exit(main())
