"""Article text out of pages, HTML and plain: what of the article was left out and what of the page taken in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

import msgspec

from differences.comparison import Comparison, Examination, Examined, Kind, Verdict, cell

HTML, PLAIN = "HTML", "text"
LEFT_OUT, TAKEN_IN = "left out", "taken in"
# A line with half of its four-word runs on the other side is there, and so is one with half of its characters.
MOST = 0.5
SHORTEST = 4


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a labelled page: the article's text, and each line of the plain page, kept or not, or either."""

    body: str
    lines: list[tuple[str, bool | None]]


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a stretch that is no article."""

    span: tuple[int, int]
    kind: str


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a reading's page."""

    paragraphs: list[tuple[int, int]]
    furniture: list[Furniture] = []


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a reading."""

    text: str
    page: Page


def examine(script: ModuleType, labels: Mapping[str, object], answer: object) -> Examined:
    """Lay the article beside the paragraphs of the HTML page, and the labelled lines beside those of the plain one."""
    page = msgspec.convert(labels, Labels)
    html, plain = (answer if isinstance(answer, tuple) else (None, None))[:2]
    rows = [*_of_html(script, page, _reading(html)), *_of_lines(script, page, _reading(plain))]
    kinds = Counter(kind for _, kind in rows)
    return Examined(rows=tuple(row for row, _ in rows), kinds=kinds)


PAGES = Examination(
    columns={"of": 8, "line": 72, "called": 20},
    ranked=("HTML: mean 4-word shingle F1", "plain text: characters kept"),
    topics=((f"{HTML}, {LEFT_OUT}", f"{HTML}, {TAKEN_IN}"), (f"{PLAIN}, {LEFT_OUT}", f"{PLAIN}, {TAKEN_IN}")),
    examine=examine,
)


def _reading(answer: object) -> Reading:
    return msgspec.convert(answer, Reading) if answer else Reading(text="", page=Page(paragraphs=[]))


def _of_html(script: ModuleType, page: Labels, reading: Reading) -> Iterator[tuple[Comparison, Kind]]:
    """Yield the article's lines that no paragraph has, then the paragraphs that the article has not."""
    told = [reading.text[start:end] for start, end in reading.page.paragraphs]
    wanted = [line for line in page.body.split("\n") if line.strip()]
    for line in _absent(script, wanted, "\n".join(told)):
        yield _row(HTML, line, LEFT_OUT, _shape(line))
    for line in _absent(script, told, page.body):
        yield _row(HTML, line, TAKEN_IN, _shape(line))


def _absent(script: ModuleType, lines: Sequence[str], text: str) -> Iterator[str]:
    """Yield the lines that the text has less than half of; those of too few words to tell are left aside."""
    there = script.shingles(text)
    for line in lines:
        own = script.shingles(line)
        if own and sum((own & there).values()) < MOST * sum(own.values()):
            yield line


def _of_lines(script: ModuleType, page: Labels, reading: Reading) -> Iterator[tuple[Comparison, Kind]]:
    """Yield the lines of the plain page that were wrongly left out, with what they were taken for, or taken in."""
    start = 0
    for line, keep in page.lines:
        span = (start, start + len(line))
        start = span[1] + 1
        if keep is None or not line:
            continue
        kept = sum(script.overlap(span, p) for p in reading.page.paragraphs) > MOST * len(line)
        if keep and not kept:
            called = next((f.kind for f in reading.page.furniture if script.overlap(span, f.span)), "nothing")
            yield _row(PLAIN, line, LEFT_OUT, called)
        elif kept and not keep:
            yield _row(PLAIN, line, TAKEN_IN, _shape(line))


def _row(of: str, line: str, what: str, called: str) -> tuple[Comparison, Kind]:
    cells = (cell(of), cell(line), cell(called))
    missed = what == LEFT_OUT
    verdict = Verdict.MISSED if missed else Verdict.INVENTED
    row = Comparison(verdict=verdict, gold=cells if missed else (), found=() if missed else cells)
    return row, Kind(f"{of}, {what}", called)


def _shape(line: str) -> str:
    """Return what a line looks like: a sentence ends in a stop, a label has few words."""
    if line.rstrip().endswith((".", "!", "?", '"', "\u201d")):
        return "sentence"
    return "label" if len(line.split()) <= SHORTEST else "line without a stop"
