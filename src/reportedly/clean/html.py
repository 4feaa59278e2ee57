"""An HTML page into its readable text: title first, one blank line between paragraphs."""

import re
from dataclasses import replace
from html import unescape
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import extract

from reportedly.clean.blocks import text_lines
from reportedly.clean.furniture import furniture_by_rule, sort_lines
from reportedly.clean.lines import key_of
from reportedly.clean.markup import read_captures, read_markup
from reportedly.clean.outlets import Outlets, world_outlets
from reportedly.records import Article, Markup, Problem, Title
from reportedly.spans import Span

LONGEST = 5_000_000  # characters of markup that are read
# trafilatura's time grows faster than the number of elements: a hostile page of 200,000 took 40 seconds.
_MOST_TAGS = 60_000
# Where trafilatura keeps less than this share of what the search by lines keeps, it has lost the article.
_LOST = 0.25
_MOST_TEXT, _MOST_LINES = 500_000, 20_000  # characters and lines in which an article is looked for
_TAG = re.compile(r"<[^<>]*>")
_CODE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = "\n\n"
_EMPTY_CELLS = re.compile(r"\|(?: ?\|)+")  # as trafilatura writes them, one by one however many there are


def read_html(content: str, outlets: Outlets | None = None, *, told_title: str | None = None) -> Article:
    """Return the readable text of a page with its markup; broken markup is mended as browsers mend it.

    `told_title` is what a feed, mail or row calls a page that is only a piece of markup; it goes above its own title.

    Two readings of the page are made: trafilatura's, and the one that pasted pages get, over the page's lines. The
    first is the better one but for the pages where it finds less than a quarter of what the second finds. `outlets` are
    those of the world unless given.
    """
    outlets = outlets or world_outlets()
    whole = len(content) <= LONGEST
    content = content[:LONGEST]
    tree = _parse(content)
    if tree is None:
        return Article(text="", title=None, paragraphs=(), problems=_problems(whole=whole, paragraphs=0))
    markup = read_markup(tree)
    markup = replace(markup, captures=(*markup.captures, *read_captures(content)))
    lines = islice(text_lines(tree), _MOST_LINES)
    found = sort_lines(("\n".join(lines) or _without_tags(content))[:_MOST_TEXT], outlets=outlets)
    article = [line.text for line in found.article]
    extracted = _extracted(content)
    if _size(extracted) >= _LOST * _size(article):
        article = extracted
    title = told_title or markup.title or (found.headline.text if found.headline else None)
    return _laid_out(title, article, markup, outlets, _problems(whole=whole, paragraphs=len(article)))


def _parse(content: str) -> HtmlElement | None:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(content.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None  # nothing but comments, or nothing at all


def _without_tags(content: str) -> str:
    """Return what is left of markup whose elements lie too deep in one another for the parser."""
    return unescape(_TAG.sub("\n", _CODE.sub(" ", content)))


def _extracted(content: str) -> list[str]:
    if content.count("<") > _MOST_TAGS:
        return []
    text = extract(content, favor_precision=True, include_comments=False) or ""
    return [words for line in text.splitlines() if (words := _EMPTY_CELLS.sub("|", " ".join(line.split())))]


def _size(lines: list[str]) -> int:
    return sum(map(len, lines))


def _laid_out(
    title: str | None, lines: list[str], markup: Markup, outlets: Outlets, problems: tuple[Problem, ...]
) -> Article:
    body = [line for line in lines if title is None or key_of(line) != key_of(title)]
    text = _BREAK.join([title, *body] if title else body)
    spans, at = [], len(title) + len(_BREAK) if title else 0
    for line in body:
        spans.append(Span(at, at + len(line)))
        at += len(line) + len(_BREAK)
    furniture = tuple(piece for piece in furniture_by_rule(text, outlets) if piece.span.start)
    furnished = {piece.span for piece in furniture}
    return Article(
        text=text,
        title=Title(text=title, span=Span(0, len(title))) if title else None,
        paragraphs=tuple(span for span in spans if span not in furnished),
        furniture=furniture,
        markup=markup,
        problems=problems,
    )


def _problems(*, whole: bool, paragraphs: int) -> tuple[Problem, ...]:
    problems = []
    if not whole:
        problems.append(Problem(code="too_long", message=f"Only the first {LONGEST:,} characters of markup were read."))
    if not paragraphs:
        problems.append(Problem(code="no_article", message="No article was found in this HTML page."))
    return tuple(problems)
