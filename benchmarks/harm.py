"""What harm a page does: to the reader, to the promises of a reading, to whoever looks at what comes out."""

import hashlib
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser

import msgspec

from reportedly.brief.listing import render_reading
from reportedly.brief.render import BriefForm, render_brief
from reportedly.brief.table import TableForm, render_table, tabulate
from reportedly.forms import to_json
from reportedly.pipeline import brief_readings, read_page
from reportedly.records import RawPage, Reading
from reportedly.settings import Settings

# A terminal obeys these; a line end and nothing else is meant.
HARMLESS = frozenset("\n")
ACTIVE = frozenset({"script", "img", "link", "iframe", "object", "embed", "form", "base", "template", "input", "video"})


def find_harm(content: bytes, settings: Settings | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the first harm that a page does, in words, or "", and the codes of the problems that were told of it."""
    raw = RawPage(name="hostile.page", content=content, sha256=hashlib.sha256(content).hexdigest())
    reading = read_page(raw, settings or Settings())
    codes = tuple(problem.code for problem in reading.problems)
    return next(_harms(reading), ""), codes


def _harms(reading: Reading) -> Iterator[str]:
    yield from (problem.message for problem in reading.problems if problem.code == "failed")
    form = msgspec.json.decode(to_json(reading))
    if any(not 0 <= start <= end <= len(reading.text) for start, end in spans_in(form)):
        yield "a span lies outside of the text"
    brief = brief_readings([reading])
    table = tabulate(brief, [reading])
    shown = {"the listing": render_reading(reading)}
    for kind in (BriefForm.TEXT, BriefForm.MARKDOWN):
        shown[f"the {kind.value} brief"] = render_brief(brief, [reading], form=kind)
    shown["the table"] = render_table(table, form=TableForm.TEXT)
    yield from (f"{what} has {sign!r}" for what, words in shown.items() for sign in terminal_commands(words))
    yield from live_parts(render_brief(brief, [reading], form=BriefForm.HTML))
    msgspec.json.decode(render_brief(brief, [reading], form=BriefForm.JSON))


def spans_in(value: object) -> Iterator[tuple[int, int]]:
    """Yield whatever stands under a key that holds spans, and is one."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from spans_in(inner)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(end) is int for end in value):  # noqa: PLR2004 -- a start and an end
            yield value[0], value[1]
        else:
            for inner in value:
                yield from spans_in(inner)


def terminal_commands(words: str) -> Iterator[str]:
    """Yield what a terminal would obey or hide."""
    return (sign for sign in words if sign not in HARMLESS and unicodedata.category(sign) in {"Cc", "Cf", "Cs"})


def live_parts(html: str) -> Iterator[str]:
    """Yield what in a page of ours would run, be fetched or be left open."""
    outline = _Outline()
    outline.feed(html)
    outline.close()
    yield from outline.harms
    if outline.open:
        yield f"the HTML brief leaves {outline.open[-1]!r} open"


class _Outline(HTMLParser):
    """Notes what would run, be fetched or be left open in a page of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.harms: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTIVE:
            self.harms.append(f"the HTML brief has a tag {tag!r}")
        for name, value in attrs:
            if name.startswith("on") or name in {"src", "srcset", "style"}:
                self.harms.append(f"the HTML brief has an attribute {name!r}")
            if name == "href" and not (value or "").startswith(("#", "http://", "https://")):
                self.harms.append("the HTML brief has a link that leads nowhere safe")
        if tag not in {"meta", "line", "rect", "circle", "path", "stop", "br", "hr", "col", "wbr"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.harms.append(f"the HTML brief closes {tag!r} which is not open")
