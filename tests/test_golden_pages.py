"""Whole pages, one of each kind, against what a reader finds in them: `tests/pages/<kind>/expected.json`.

`expected.json` names only what the page says. A statement, figure or placed time that the page does not bear is a
difference too, unless it is listed as optional. `at` is which of several equal phrases is meant, counted from 1.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from reportedly.intake.pages import gather_pages
from reportedly.pipeline import read_page
from reportedly.records import About, Figure, Reading, Statement, TimeMention
from reportedly.settings import Settings
from reportedly.spans import Span

PAGES = Path(__file__).parent / "pages"
KINDS = sorted(folder.name for folder in PAGES.iterdir())
# The share of a statement's characters that decides whether two spans are the same words.
MOST = 0.8


class ExpectedPage(msgspec.Struct, forbid_unknown_fields=True):
    """The page's own fields; those not given are not compared."""

    title: str | msgspec.UnsetType = msgspec.UNSET
    carrier: str | msgspec.UnsetType | None = msgspec.UNSET
    byline: str | msgspec.UnsetType | None = msgspec.UNSET
    dateline: str | msgspec.UnsetType | None = msgspec.UNSET
    published: date | msgspec.UnsetType | None = msgspec.UNSET
    credits: list[str] | msgspec.UnsetType = msgspec.UNSET
    language: str | msgspec.UnsetType = msgspec.UNSET


class ExpectedStatement(msgspec.Struct, forbid_unknown_fields=True):
    content: str
    who: str | None = None
    stance: str | None = None
    certainty: str | None = None
    manner: str | None = None
    at: int = 1
    optional: bool = False


class ExpectedFigure(msgspec.Struct, forbid_unknown_fields=True):
    words: str
    low: int | None
    high: int | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    measure: str | None = None
    status: str = "actual"
    party: str | None = None
    at: int = 1
    optional: bool = False


class ExpectedTime(msgspec.Struct, forbid_unknown_fields=True):
    words: str
    earliest: date | None
    latest: date | None
    at: int = 1
    optional: bool = False


class Expected(msgspec.Struct, forbid_unknown_fields=True):
    """What must be read on a page, by hand."""

    kind: str
    page: ExpectedPage
    statements: list[ExpectedStatement]
    figures: list[ExpectedFigure]
    times: list[ExpectedTime]
    furniture: list[str]
    problems: list[str]
    about: About = About()
    article: list[str] = []
    not_article: list[str] = []


def expected_of(kind: str) -> Expected:
    return msgspec.json.decode((PAGES / kind / "expected.json").read_bytes(), type=Expected)


def reading_of(kind: str) -> Reading:
    file = next(f for f in (PAGES / kind).iterdir() if f.stem == "page")
    (raw,) = gather_pages([file], settings=Settings())
    return read_page(replace(raw, about=expected_of(kind).about), Settings())


def differences(expected: Expected, reading: Reading) -> list[str]:
    """Return one line for each thing that was read otherwise: `-` missed, `~` read wrongly, `+` not on the page."""
    return [
        *compare_page(expected.page, reading),
        *compare_article(expected, reading),
        *compare_statements(expected.statements, reading),
        *compare_figures(expected.figures, reading),
        *compare_times(expected.times, reading),
        *compare("~", "problems", sorted(expected.problems), sorted({p.code for p in reading.problems})),
    ]


def compare(sign: str, what: str, wanted: object, got: object) -> Iterator[str]:
    if wanted != got:
        yield f"{sign} {what}: {got!r}, expected {wanted!r}"


def compare_page(wanted: ExpectedPage, reading: Reading) -> Iterator[str]:
    page = reading.page
    got: dict[str, object] = {
        "title": page.title and page.title.text,
        "carrier": page.carrier and page.carrier.name,
        "byline": page.byline and page.byline.name,
        "dateline": page.dateline and page.dateline.place.split(",")[0].upper(),
        "published": page.published.earliest if page.published.earliest == page.published.latest else None,
        "credits": [c.name for c in page.credits],
        "language": page.language,
    }
    for key, value in got.items():
        if (want := getattr(wanted, key)) is not msgspec.UNSET:
            yield from compare("~", key, want, value)


def compare_article(expected: Expected, reading: Reading) -> Iterator[str]:
    paragraphs = "\n".join(p.of(reading.text) for p in reading.page.paragraphs)
    aside = "\n".join(f.span.of(reading.text) for f in reading.page.furniture)
    for line in expected.furniture:
        if line in paragraphs or line not in aside:
            yield f"- furniture: {line!r} is held to be the article"
    yield from (f"+ article: {words!r}" for words in expected.not_article if words in paragraphs)
    yield from (f"- article: {words!r}" for words in expected.article if words not in paragraphs)


def compare_statements(wanted: Sequence[ExpectedStatement], reading: Reading) -> Iterator[str]:
    places = [place(reading.text, w.content, w.at) for w in wanted]
    for want, span in zip(wanted, places, strict=True):
        holders = [s for s in reading.statements if shared([span], s.content) >= MOST * length([span])]
        if holders:
            yield from compare_statement(want, min(holders, key=lambda s: length(s.content)))
        elif not want.optional:
            yield f"- statement: {want.content!r}"
    for got in reading.statements:
        if shared(places, got.content) < MOST * length(got.content):
            yield f"+ statement: {' ... '.join(c.of(reading.text) for c in got.content)!r}"


def compare_statement(want: ExpectedStatement, got: Statement) -> Iterator[str]:
    what = f"statement {want.content[:40]!r}"
    if want.who is not None and not names(want.who) <= names(got.chain[0].party if got.chain else ""):
        yield f"~ {what}, who: {[hop.party for hop in got.chain]}, expected {want.who!r}"
    for key in ("stance", "certainty", "manner"):
        if (value := getattr(want, key)) is not None:
            yield from compare("~", f"{what}, {key}", value, getattr(got, key).value)


def compare_figures(wanted: Sequence[ExpectedFigure], reading: Reading) -> Iterator[str]:
    left = list(reading.figures)
    for want in wanted:
        span = place(reading.text, want.words, want.at)
        got = next((f for f in left if f.span.overlaps(span)), None)
        if got is not None:
            left.remove(got)
            yield from () if want.optional else compare_figure(want, got)
        elif not want.optional:
            yield f"- figure: {want.words!r} (number {want.at} of these words)"
    yield from (f"+ figure: {f.text!r}, {f.measure.value}" for f in left)


def compare_figure(want: ExpectedFigure, got: Figure) -> Iterator[str]:
    what = f"figure {want.words!r}"
    for key in ("low", "high", "low_open", "high_open", "approximate"):
        yield from compare("~", f"{what}, {key}", getattr(want, key), getattr(got, key))
    yield from compare("~", f"{what}, status", want.status, got.status.value)
    if want.measure is not None:
        yield from compare("~", f"{what}, measure", want.measure, got.measure.value)
    if want.party is not None and not names(want.party) <= names(got.party or ""):
        yield f"~ {what}, party: {got.party!r}, expected {want.party!r}"


def compare_times(wanted: Sequence[ExpectedTime], reading: Reading) -> Iterator[str]:
    left = list(reading.times)
    for want in wanted:
        span = place(reading.text, want.words, want.at)
        got = next((t for t in left if t.span.overlaps(span)), None)
        if got is not None:
            left.remove(got)
            yield from compare(
                "~", f"time {want.words!r}", ends(want.earliest, want.latest), ends(got.earliest, got.latest)
            )
        elif not want.optional:
            yield f"- time: {want.words!r}"
    yield from (f"+ time: {t.text!r} {ends(t.earliest, t.latest)}" for t in left if placed(t))


def ends(earliest: date | None, latest: date | None) -> str:
    return f"{earliest or '..'}/{latest or '..'}"


def placed(time: TimeMention) -> bool:
    return time.known


def names(words: str) -> set[str]:
    """Return the words of a name without those that tell nothing."""
    return set(re.findall(r"\w+", words.lower())) - {"the", "a", "s", "of"}


def length(spans: Sequence[Span]) -> int:
    return sum(s.end - s.start for s in spans)


def shared(some: Sequence[Span], others: Sequence[Span]) -> int:
    """Return how many characters lie in both; the spans of each list do not overlap."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def place(text: str, words: str, at: int) -> Span:
    """Return where the words stand for the nth time as whole words."""
    found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
    assert len(found) >= at, f"the page does not say {words!r} {at} times"
    return Span(*found[at - 1].span())


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_read_as_a_reader_reads_it(kind: str) -> None:
    found = differences(expected_of(kind), reading_of(kind))

    assert not found, f"{kind}:\n" + "\n".join(found)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_read_the_same_twice(kind: str) -> None:
    assert reading_of(kind) == reading_of(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_read_stands_in_the_text(kind: str) -> None:
    reading = reading_of(kind)
    spans = [*reading.page.paragraphs, *(f.span for f in reading.page.furniture)]
    spans += [span for s in reading.statements for span in (*s.content, *s.cue, *s.source)]
    named = [(figure.span, figure.text) for figure in reading.figures]
    named += [(time.span, time.text) for time in reading.times]
    named += [(name.span, name.text) for name in reading.names]

    assert all(0 <= s.start < s.end <= len(reading.text) for s in spans)
    assert all(span.of(reading.text) == words for span, words in named)


@pytest.mark.parametrize("kind", KINDS)
def test_no_paragraph_is_furniture(kind: str) -> None:
    page = reading_of(kind).page

    assert not any(p.overlaps(f.span) for p in page.paragraphs for f in page.furniture)


def test_the_folders_are_well_formed() -> None:
    files = {kind: sorted(f.name for f in (PAGES / kind).iterdir()) for kind in KINDS}

    assert all(json.loads((PAGES / kind / "expected.json").read_text())["kind"] for kind in KINDS)
    assert all(names in (["expected.json", "page.txt"], ["expected.json", "page.html"]) for names in files.values())
