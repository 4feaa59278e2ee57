"""The command: `reportedly read`, `add`, `brief` and `schema`.

Exit status: 0 all pages read, 1 some could not be (each named on standard error), 2 misuse, 130 interrupted.
"""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

from reportedly.brief.listing import render_reading
from reportedly.brief.render import BriefForm, render_brief
from reportedly.errors import BadDateError, CannotWriteError, NoLedgerError, PagesOrLedgerError, ReportedlyError
from reportedly.forms import schema_of, to_json
from reportedly.intake.stories import UNTITLED, anchors_of, name_story
from reportedly.ledger.store import open_ledger
from reportedly.pipeline import add_pages, brief_readings, read_pages
from reportedly.records import Brief, Reading
from reportedly.settings import Settings

SOME_UNREAD = 1
MISUSE = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads only slow matrices this small down
    args = _parser().parse_args(arguments)
    run: Callable[[Namespace], int] = args.run
    try:
        return run(args)
    except ReportedlyError as error:
        print(f"reportedly: {error}", file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        print("\nreportedly: interrupted; what was added to a ledger is kept.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="reportedly", description="Who said what, when, and on what authority.")
    parser.add_argument("--version", action="version", version=f"reportedly {version('reportedly')}")
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    read = verbs.add_parser("read", help="show what each page says: statements, figures, times, names")
    _take_pages(read, count="+")
    read.add_argument("--format", choices=("text", "jsonl"), default="text")
    read.set_defaults(run=_read)

    add = verbs.add_parser("add", help="read pages and keep them in a ledger")
    _take_pages(add, count="+")
    add.add_argument(
        "--ledger", type=Path, required=True, help="the story's ledger, an SQLite file; made where missing"
    )
    add.set_defaults(run=_add)

    brief = verbs.add_parser("brief", help="say what the pages come to, each sentence with what it rests on")
    _take_pages(brief, count="*")
    brief.add_argument("--ledger", type=Path, help="take the pages of this ledger")
    brief.add_argument("--as-of", metavar="DATE", help="only what was public by this day, YYYY-MM-DD")
    brief.add_argument("--format", choices=[form.value for form in BriefForm], default="text")
    brief.add_argument("--output", type=Path, metavar="FILE", help="write to this file")
    brief.set_defaults(run=_brief)

    schema = verbs.add_parser("schema", help="print the JSON Schema of a form")
    schema.add_argument("form", choices=("reading", "brief"))
    schema.set_defaults(run=_schema)
    return parser


def _take_pages(parser: ArgumentParser, *, count: str) -> None:
    parser.add_argument(
        "pages", nargs=count, metavar="PAGE", help="a text or HTML file, a folder, or - for standard input"
    )
    parser.add_argument(
        "--about", type=Path, metavar="FILE", help="what is known of the pages from outside (about.json)"
    )
    parser.add_argument("--plain", action="store_true", help="the files are article text with no furniture")


def _read(args: Namespace) -> int:
    unread = False
    for reading in _watched(read_pages(args.pages, about=args.about, settings=_settings(args), stdin=sys.stdin.buffer)):
        unread |= reading.unread
        if args.format == "jsonl":
            sys.stdout.write(to_json(reading).decode() + "\n")
        else:
            sys.stdout.write(render_reading(reading) + "\n")
    return SOME_UNREAD if unread else 0


def _add(args: Namespace) -> int:
    added = known = unread = 0
    with open_ledger(args.ledger) as ledger:
        pages = add_pages(
            ledger,
            args.pages,
            observed=datetime.now(UTC),
            about=args.about,
            settings=_settings(args),
            stdin=sys.stdin.buffer,
        )
        for raw, reading in pages:
            if reading is None:
                known += 1
                continue
            added += 1
            unread += reading.unread
            _name_problems([reading])
            _show_progress(f"{_pages(added)} added, {raw.name}")
    _clear_progress()
    print(f"{args.ledger}: {_pages(added)} added, {_pages(known)} there already.")
    return SOME_UNREAD if unread else 0


def _brief(args: Namespace) -> int:
    as_of = _day(args.as_of) if args.as_of else None
    if bool(args.pages) == bool(args.ledger):
        raise PagesOrLedgerError
    if args.ledger:
        if not args.ledger.exists():
            raise NoLedgerError(args.ledger)
        with open_ledger(args.ledger) as ledger:
            story, readings = ledger.story or UNTITLED, tuple(ledger.readings())
            _name_problems(readings)
    else:
        pages = read_pages(args.pages, about=args.about, settings=_settings(args), stdin=sys.stdin.buffer)
        story, readings = name_story(args.pages, args.about), tuple(_watched(pages))
    brief = brief_readings(readings, story=story, as_of=as_of, anchors=anchors_of(args.pages, args.about))
    colour = sys.stdout.isatty() and args.output is None and "NO_COLOR" not in os.environ
    _deliver(render_brief(brief, readings, form=BriefForm(args.format), colour=colour), args.output)
    return SOME_UNREAD if any(reading.unread for reading in readings) else 0


def _schema(args: Namespace) -> int:
    form = Reading if args.form == "reading" else Brief
    print(json.dumps(schema_of(form), indent=2))
    return 0


def _deliver(words: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(words)
        return
    try:
        output.write_text(words, encoding="utf-8")
    except OSError as error:
        raise CannotWriteError(output, error.strerror or str(error)) from error
    print(f"The brief is in {output}")


def _settings(args: Namespace) -> Settings:
    return Settings(plain=args.plain)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise BadDateError(words) from error


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _name_problems(readings: Iterable[Reading]) -> None:
    for reading in readings:
        for problem in reading.problems if reading.unread else ():
            print(f"reportedly: {reading.page.name}: {problem.message}", file=sys.stderr)


def _watched(readings: Iterator[Reading]) -> Iterator[Reading]:
    """Pass the readings on, naming problems and showing progress while a person waits at a terminal."""
    for n, reading in enumerate(readings, 1):
        _name_problems([reading])
        _show_progress(f"{n} pages read, {reading.page.name}")
        yield reading
        _clear_progress()


def _show_progress(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words[:78]}", end="", file=sys.stderr, flush=True)


def _clear_progress() -> None:
    _show_progress("")
