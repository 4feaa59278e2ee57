"""One page's reading as a plain list for people: every statement and figure with its words."""

from collections.abc import Iterator
from textwrap import shorten, wrap

from reportedly.brief.wording import describe_counted, plain
from reportedly.records import Figure, Reading, Statement

WIDTH = 80
INDENT = " " * 6
_KIND = 15  # columns of what a line was taken for


def render_reading(reading: Reading, *, furniture: bool = False) -> str:
    """Return the reading as lines of at most 80 columns.

    A statement shows its speaker, then those who passed it on: "Ada Kask < Norpress < Harlow Post". With `furniture`,
    what stands beside the article follows, each line with what it was taken for: "share  Kindly share this story".
    """
    lines = [*_lines(reading), *(_set_aside(reading) if furniture else ())]
    return "\n".join(lines) + "\n"


def _lines(reading: Reading) -> Iterator[str]:
    page = reading.page
    yield shorten(plain(f"{page.name}  {page.title.text if page.title else ''}"), WIDTH, placeholder="…")
    facts = {
        "outlet": page.carrier and page.carrier.name,
        "credits": ", ".join(credit.name for credit in page.credits),
        "published": page.published.edtf,
    }
    yield "   " + "  ".join(f"{key}: {plain(value or 'not stated')}" for key, value in facts.items())
    for problem in reading.problems:
        yield from wrap(plain(f"problem: {problem.message}"), WIDTH, initial_indent="   ", subsequent_indent=INDENT)
    for statement in reading.statements:
        yield from _statement(statement, reading.text)
    for figure in reading.figures:
        yield from _figure(figure)


def _set_aside(reading: Reading) -> Iterator[str]:
    """Yield the furniture, what the page says of itself, and the passages in another language, in their order."""
    page = reading.page
    parts = {piece.span: piece.kind.value for piece in page.furniture}
    parts |= {note.span: f"note: {note.kind.value}" for note in page.notes}
    parts |= {passage.span: f"in {passage.language or 'other letters'}" for passage in page.languages}
    yield f"   beside the article: {len(parts) or 'nothing'}"
    for span, kind in sorted(parts.items(), key=lambda part: part[0].start):
        yield _short(kind, " ".join(span.of(reading.text).split()))


def _short(kind: str, words: str) -> str:
    line = f"{INDENT}{kind:<{_KIND}} {words}"
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1].rstrip()}…"


def _statement(statement: Statement, text: str) -> Iterator[str]:
    chain = " < ".join(hop.party for hop in statement.chain) or "no one named"
    yield from _item(statement.id, f"{chain} {statement.stance.value} ({statement.certainty.value})")
    words = " … ".join(" ".join(span.of(text).split()) for span in statement.content)
    yield from wrap(plain(f"“{words}”"), WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)


def _figure(figure: Figure) -> Iterator[str]:
    yield from _item(
        figure.id, f"{describe_counted(figure)} ({figure.status.value}), says {figure.party or 'no one named'}"
    )


def _item(key: str, words: str) -> Iterator[str]:
    yield from wrap(plain(words), WIDTH, initial_indent=f"{key:>5} ", subsequent_indent=INDENT)
