"""The command: `reportedly read`, `add`, `brief`, `figures`, `find` and `schema`.

Exit status: 0 all pages read, 1 some could not be (each named on standard error), 2 misuse, 130 interrupted. This door
reads the clock, which tells when pages were taken in and fetched, and how fast a long intake goes.
"""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from time import monotonic

from reportedly.brief.finding import find_words, render_found, render_found_line
from reportedly.brief.listing import render_reading
from reportedly.brief.render import BriefForm, render_brief
from reportedly.brief.table import TableForm, render_table
from reportedly.brief.wording import plain
from reportedly.errors import BadDateError, CannotWriteError, NoLedgerError, PagesOrLedgerError, ReportedlyError
from reportedly.forms import schema_of, to_json
from reportedly.intake.jsonlines import read_fields
from reportedly.intake.stories import UNTITLED, anchors_of, name_story
from reportedly.intake.watch import Watch
from reportedly.ledger.store import is_ledger, open_ledger
from reportedly.pipeline import add_pages, brief_readings, read_pages, tabulate_readings
from reportedly.records import Brief, FigureTable, Measure, Reading
from reportedly.settings import Fields, Settings

SOME_UNREAD = 1
MISUSE = 2
INTERRUPTED = 130
FORMS: dict[str, type[Reading | Brief | FigureTable]] = {"reading": Reading, "brief": Brief, "figures": FigureTable}


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
        resume = "; what was added is kept. The same command goes on where it stopped." if args.run is _add else "."
        print(f"\nreportedly: interrupted{resume}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="reportedly", description="Who said what, when, and on what authority.")
    parser.add_argument("--version", action="version", version=f"reportedly {version('reportedly')}")
    verbs = parser.add_subparsers(title="verbs", required=True, metavar="VERB")
    for name, add, run, told in (
        ("brief", _ask_brief, _brief, "say what the pages come to, each sentence with what it rests on"),
        ("read", _ask_read, _read, "show what each page says: statements, figures, times, names"),
        ("figures", _ask_figures, _figures, "list the figures, each with its page, quotation, span and chain"),
        ("find", _ask_find, _find, "show where words stand, in pages of any language, and who says them"),
        ("add", _ask_add, _add, "read pages and keep them in a ledger"),
        ("schema", _ask_schema, _schema, "print the JSON Schema of a form"),
    ):
        verb = verbs.add_parser(name, help=told, description=f"{told[:1].upper()}{told[1:]}.")
        add(verb)
        verb.set_defaults(run=run)
    return parser


def _ask_brief(brief: ArgumentParser) -> None:
    _take_pages(brief, count="*")
    _take_kept(brief)
    _take_day(brief)
    _take_form(brief, [form.value for form in BriefForm])
    _take_output(brief)


def _ask_read(read: ArgumentParser) -> None:
    _take_pages(read, count="+")
    _take_form(read, ["text", "jsonl"])
    read.add_argument(
        "--furniture", action="store_true", help="list too what stands beside the article, each line with its kind"
    )


def _ask_figures(figures: ArgumentParser) -> None:
    _take_pages(figures, count="*")
    _take_kept(figures)
    figures.add_argument(
        "--measure",
        action="append",
        choices=[measure.value for measure in Measure],
        metavar="MEASURE",
        help="only what this measures (killed, injured, sent, ...); may be given again",
    )
    _take_day(figures)
    _take_form(figures, [form.value for form in TableForm])
    _take_output(figures)


def _ask_find(find: ArgumentParser) -> None:
    find.add_argument("words", metavar="WORDS", help='what to look for: "Ada Kask"')
    _take_pages(find, count="*")
    _take_kept(find)
    find.add_argument("--language", metavar="CODE", help="only in pages of this language: en, uk, ko (ISO 639-1)")
    _take_form(find, ["text", "jsonl"])


def _ask_add(add: ArgumentParser) -> None:
    _take_pages(add, count="+")
    add.add_argument(
        "--ledger", type=Path, required=True, help="the story's ledger, an SQLite file; made where missing"
    )


def _ask_schema(schema: ArgumentParser) -> None:
    schema.add_argument("form", choices=list(FORMS))


def _take_kept(parser: ArgumentParser) -> None:
    parser.add_argument("--ledger", type=Path, help="take the pages of this ledger; PAGE may also be the ledger")


def _take_day(parser: ArgumentParser) -> None:
    parser.add_argument("--as-of", metavar="DATE", help="only what was public by this day, YYYY-MM-DD")


def _take_form(parser: ArgumentParser, forms: Sequence[str]) -> None:
    parser.add_argument("--format", choices=forms, default="text", help="the form of what is written; text unless told")


def _take_output(parser: ArgumentParser) -> None:
    parser.add_argument("--output", type=Path, metavar="FILE", help="write to this file")


def _take_pages(parser: ArgumentParser, *, count: str) -> None:
    parser.add_argument(
        "pages",
        nargs=count,
        metavar="PAGE",
        help="a page (text, HTML, Markdown, PDF, MHTML, .eml); an archive, feed or list of pages (WARC, WACZ, ZIP, "
        "gzip, RSS, Atom, sitemap, JSON lines); a folder; an address (https://...); or - for standard input",
    )
    parser.add_argument(
        "--about", type=Path, metavar="FILE", help="what is known of the pages from outside (about.json)"
    )
    parser.add_argument("--plain", action="store_true", help="the files are article text with no furniture")
    parser.add_argument(
        "--fields", metavar="NAMES", help="what JSON lines call their fields: text=body,title=headline,published=date"
    )
    parser.add_argument("--follow", action="store_true", help="fetch the pages that feeds and sitemaps link to")
    parser.add_argument(
        "--rules-only", action="store_true", help="read statements by rules, without the trained reader"
    )


def _read(args: Namespace) -> int:
    unread = False
    for reading in _watched(args):
        unread |= reading.unread
        if args.format == "jsonl":
            sys.stdout.write(to_json(reading).decode() + "\n")
        else:
            sys.stdout.write(render_reading(reading, furniture=args.furniture) + "\n")
    return SOME_UNREAD if unread else 0


def _add(args: Namespace) -> int:
    added = known = failed = unread = 0
    pace = _Pace()
    with open_ledger(args.ledger) as ledger:
        pages = add_pages(
            ledger,
            args.pages,
            observed=_now(),
            about=args.about,
            settings=_settings(args),
            stdin=sys.stdin.buffer,
            clock=_now,
            watch=pace.watch,
        )
        for raw, reading in pages:
            known += reading is None
            if reading is not None:
                added += bool(raw.content)
                failed += not raw.content
                unread += reading.unread
                _name_problems([reading])
            there = f", {known:,} there already" if known else ""
            pace.show(f"{_pages(added)} added{there}", plain(raw.name))
    pace.end()
    lost = f", {_pages(failed)} not taken in" if failed else ""
    print(f"{args.ledger}: {_pages(added)} added, {_pages(known)} there already{lost}.")
    return SOME_UNREAD if unread else 0


def _brief(args: Namespace) -> int:
    as_of = _day(args.as_of) if args.as_of else None
    _take_ledger(args)
    story, readings = _told(args, args.ledger, verb="brief")
    brief = brief_readings(readings, story=story, as_of=as_of, anchors=_anchors(args))
    colour = sys.stdout.isatty() and args.output is None and "NO_COLOR" not in os.environ
    _deliver(render_brief(brief, readings, form=BriefForm(args.format), colour=colour), args.output, what="brief")
    return SOME_UNREAD if any(reading.unread for reading in readings) else 0


def _anchors(args: Namespace) -> dict[str, date]:
    """Return the days of events that the ledger has, and above them what the folders and the about file give."""
    given = anchors_of(args.pages, args.about)
    if args.ledger is None:
        return dict(given)
    with open_ledger(args.ledger) as ledger:
        return {**ledger.anchors, **given}


def _figures(args: Namespace) -> int:
    as_of = _day(args.as_of) if args.as_of else None
    _take_ledger(args)
    story, readings = _told(args, args.ledger, verb="figures")
    measures = tuple(map(Measure, args.measure or ()))
    table = tabulate_readings(readings, story=story, measures=measures, as_of=as_of)
    for problem in table.problems:
        print(f"reportedly: {plain(f'{problem.page}: {problem.message}')}", file=sys.stderr)
    _deliver(render_table(table, form=TableForm(args.format)), args.output, what="table")
    return SOME_UNREAD if any(reading.unread for reading in readings) else 0


def _find(args: Namespace) -> int:
    _take_ledger(args)
    render = render_found_line if args.format == "jsonl" else render_found
    _, readings = _told(args, args.ledger, verb="find")
    places = 0
    for places, found in enumerate(find_words(readings, args.words, language=args.language), 1):  # noqa: B007 -- told below
        sys.stdout.write(render(found))
    if not places:
        print(f"reportedly: {plain(args.words)!r} stands in none of {_pages(len(readings))}.", file=sys.stderr)
    return SOME_UNREAD if any(reading.unread for reading in readings) else 0


def _take_ledger(args: Namespace) -> None:
    """Take a ledger that was given as the only page for what it is."""
    if not args.ledger and len(args.pages) == 1 and is_ledger(Path(args.pages[0])):
        args.ledger, args.pages = Path(args.pages[0]), []


def _told(args: Namespace, kept: Path | None, *, verb: str) -> tuple[str, tuple[Reading, ...]]:
    """Return the story's name and the readings of the pages, or of the ledger that keeps them."""
    if bool(args.pages) == bool(kept):
        raise PagesOrLedgerError(verb)
    if kept is None:
        return name_story(args.pages, args.about), tuple(_watched(args))
    if not kept.exists():
        raise NoLedgerError(kept)
    with open_ledger(kept) as ledger:
        readings = tuple(ledger.readings())
        _name_problems(readings)
        return ledger.story or UNTITLED, readings


def _schema(args: Namespace) -> int:
    print(json.dumps(schema_of(FORMS[args.form]), indent=2))
    return 0


def _deliver(words: str, output: Path | None, *, what: str) -> None:
    if output is None:
        sys.stdout.write(words)
        return
    try:
        output.write_text(words, encoding="utf-8", newline="")
    except OSError as error:
        raise CannotWriteError(output, error.strerror or str(error)) from error
    print(f"The {what} is in {output}")


def _settings(args: Namespace) -> Settings:
    fields = read_fields(args.fields) if args.fields else Fields()
    return Settings(plain=args.plain, rules_only=args.rules_only, fields=fields, follow=args.follow)


def _now() -> datetime:
    return datetime.now(UTC)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise BadDateError(words) from error


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count:,} pages"


def _name_problems(readings: Iterable[Reading]) -> None:
    for reading in readings:
        for problem in reading.problems if reading.unread else ():
            _clear_progress()
            print(f"reportedly: {plain(f'{reading.page.name}: {problem.message}')}", file=sys.stderr)


def _watched(args: Namespace) -> Iterator[Reading]:
    """Read the pages, naming problems and showing progress while a person waits at a terminal."""
    pace = _Pace()
    readings = read_pages(
        args.pages,
        about=args.about,
        settings=_settings(args),
        stdin=sys.stdin.buffer,
        clock=_now,
        watch=pace.watch,
    )
    for n, reading in enumerate(readings, 1):
        _name_problems([reading])
        pace.show(f"{_pages(n)} read", plain(reading.page.name))
        yield reading
        _clear_progress()
    pace.end()


class _Pace:
    """How fast a long intake goes and where it is, shown on one line of a terminal."""

    def __init__(self) -> None:
        self.watch = Watch()
        self._began = monotonic()
        self._count = 0

    def show(self, words: str, where: str) -> None:
        self._count += 1
        rate = self._count / max(monotonic() - self._began, 0.1)
        speed = f"{rate:,.0f} a second" if rate >= 1 else f"{60 * rate:.0f} a minute"
        share = self.watch.share
        far = f"{share:.0%} of " if share is not None and share < 1 else ""
        _show_progress(f"{words}, {speed}, {far}{where}")

    def end(self) -> None:
        """Clear the line, and say what was passed over: not every record of an archive is a page."""
        _clear_progress()
        for name, passed in self.watch.passed.items():
            kinds = ", ".join(f"{count:,} {what}" for what, count in passed.most_common(4))
            print(f"reportedly: {name}: passed over, being no pages to read: {kinds}.", file=sys.stderr)


def _show_progress(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words[:78]}", end="", file=sys.stderr, flush=True)


def _clear_progress() -> None:
    _show_progress("")
