"""A raw page into its text, with the article told from the furniture."""

import re
from dataclasses import replace

from reportedly.clean.datelines import begin_after_dateline
from reportedly.clean.decode import decode_page
from reportedly.clean.furniture import sort_lines
from reportedly.clean.headline import could_be_headline
from reportedly.clean.lines import find_lines
from reportedly.clean.outlets import Outlets, known_outlets
from reportedly.records import Article, Problem, RawPage, Title
from reportedly.settings import Settings
from reportedly.spans import Span

_HTML_START = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<(?:p|div|a|br|span|h[1-6]|ul|table|title)\b[^<>]*>", re.IGNORECASE)
_HTML_NAMES = (".html", ".htm", ".xhtml", ".xht")
_SEEN = 20_000  # characters in which a page shows whether it is HTML


def clean_page(raw: RawPage, settings: Settings) -> Article:
    """Return the page's text and where its article stands in it.

    A text file's text is the whole file, unchanged; an HTML page's is what can be read in it, title first. A page whose
    bytes are no text, or hold none, has an empty text and a problem.
    """
    if not raw.content:
        return Article(text="", title=None, paragraphs=(), problems=raw.problems)
    text, problems = decode_page(raw.content)
    if not text:
        return Article(text="", title=None, paragraphs=(), problems=(*raw.problems, *problems))
    outlets = known_outlets(raw.about.outlets)
    article = _html(text, outlets) if _is_html(raw.name, text) else _plain(text, settings, outlets)
    article = replace(article, paragraphs=begin_after_dateline(article, outlets))
    article = _within(article, settings.page_characters)
    return replace(article, problems=(*raw.problems, *problems, *article.problems))


def _is_html(name: str, text: str) -> bool:
    head = text[:_SEEN].lstrip()
    if head.startswith("<") and _HTML_START.search(head):
        return True
    return name.lower().endswith(_HTML_NAMES) and _TAG.search(head) is not None


def _html(text: str, outlets: Outlets) -> Article:
    from reportedly.clean.html import read_html  # noqa: PLC0415 -- a second of start-up that text pages do not need

    return read_html(text, outlets)


def _plain(text: str, settings: Settings, outlets: Outlets) -> Article:
    read = text[: settings.page_characters]
    return _bare(text, read) if settings.plain else _pasted(text, read, outlets)


def _bare(text: str, read: str) -> Article:
    """Return a text without furniture. Its headline stays among the paragraphs: headlines hold statements too."""
    lines = find_lines(read)
    first = lines[0] if len(lines) > 1 and could_be_headline(lines[0]) else None
    title = Title(text=first.text, span=first.span) if first else None
    return Article(text=text, title=title, paragraphs=tuple(line.span for line in lines))


def _pasted(text: str, read: str, outlets: Outlets) -> Article:
    found = sort_lines(read, outlets=outlets)
    title = Title(text=found.headline.text, span=found.headline.span) if found.headline else None
    paragraphs = tuple(line.span for line in found.article)
    problems = () if paragraphs or title else (Problem(code="no_article", message="No line here reads as news."),)
    return Article(text=text, title=title, paragraphs=paragraphs, furniture=found.furniture, problems=problems)


def _within(article: Article, limit: int) -> Article:
    """Return the article without paragraphs that begin beyond the limit, with a problem where text lies there."""
    if len(article.text) <= limit:
        return article
    message = f"Only the first {limit:,} of {len(article.text):,} characters were read."
    return replace(
        article,
        paragraphs=tuple(Span(span.start, min(span.end, limit)) for span in article.paragraphs if span.start < limit),
        problems=(*article.problems, Problem(code="too_long", message=message, span=Span(limit, len(article.text)))),
    )
