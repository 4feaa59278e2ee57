"""A raw page into its text, with the article told from the furniture."""

import re
from dataclasses import replace

from reportedly.clean.datelines import begin_after_dateline
from reportedly.clean.decode import decode_page
from reportedly.clean.furniture import sort_lines
from reportedly.clean.headline import could_be_headline
from reportedly.clean.lines import find_lines, key_of
from reportedly.clean.outlets import Outlets, known_outlets
from reportedly.records import Article, Markup, Problem, RawPage, Title
from reportedly.settings import Settings
from reportedly.spans import Span

_HTML_START = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<(?:p|div|a|br|span|h[1-6]|ul|table|title)\b[^<>]*>", re.IGNORECASE)
_HTML_NAMES = (".html", ".htm", ".xhtml", ".xht")
_HTML_KINDS = frozenset({"text/html", "application/xhtml+xml"})
_MARKDOWN_NAMES = (".md", ".markdown")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_PDF, _PDF_HEAD = b"%PDF-", 1_024
_SEEN = 20_000  # characters in which a page shows whether it is HTML


def clean_page(raw: RawPage, settings: Settings) -> Article:
    """Return the page's text and where its article stands in it.

    A text file's text is the whole file, unchanged; an HTML or Markdown page's is what can be read in it, a PDF's its
    columns in the order of reading, title first. Where the page came in a feed, mail or row with a title of its own,
    that stands above it. A page whose bytes are no text, or hold none, has an empty text and a problem.
    """
    if not raw.content:
        return Article(text="", title=None, paragraphs=(), problems=raw.problems)
    outlets = known_outlets(raw.about.outlets)
    article = _read_pdf(raw, settings, outlets) if is_pdf(raw.content) else _read_text(raw, settings, outlets)
    article = replace(article, problems=(*raw.problems, *article.problems))
    if not article.text:
        return article
    article = replace(article, paragraphs=begin_after_dateline(article, outlets))
    article = _within(article, settings.page_characters)
    return replace(article, markup=join_markup(article.markup, raw.told))


def is_pdf(content: bytes) -> bool:
    """Tell whether bytes are a PDF; its sign may stand behind some junk (PDF 1.7, annex H)."""
    return _PDF in content[:_PDF_HEAD]


def join_markup(own: Markup, told: Markup) -> Markup:
    """Return what a page says of itself, and what carried it says of it where the page is silent; both have dates.

    The address is where the page was taken from, whatever the page calls itself.
    """
    return Markup(
        title=own.title or told.title,
        site=own.site or told.site,
        author=own.author or told.author,
        url=told.url or own.url,
        language=own.language or told.language,
        dates=(*own.dates, *told.dates),
        updates=(*own.updates, *told.updates),
        captures=(*own.captures, *told.captures),
    )


def _read_text(raw: RawPage, settings: Settings, outlets: Outlets) -> Article:
    kind, charset = read_media(raw.media)
    text, problems = decode_page(raw.content, charset)
    if not text:
        return Article(text="", title=None, paragraphs=(), problems=problems)
    if _is_html(raw.name, kind, text):
        article = _html(text, raw.told.title, outlets)
    elif _is_markdown(raw.name, kind):
        article = _markdown(text, outlets)
    else:
        article = _plain(text, settings, raw.told.title, outlets)
    return replace(article, problems=(*problems, *article.problems))


def read_media(media: str | None) -> tuple[str, str | None]:
    """Return the kind and the encoding of "text/html; charset=UTF-8": ("text/html", "utf-8")."""
    kind, _, rest = (media or "").partition(";")
    match = _CHARSET.search(rest)
    return kind.strip().lower(), match[1].lower() if match else None


def _is_html(name: str, kind: str, text: str) -> bool:
    if kind in _HTML_KINDS:
        return True
    head = text[:_SEEN].lstrip()
    if head.startswith("<") and _HTML_START.search(head):
        return True
    return name.lower().endswith(_HTML_NAMES) and _TAG.search(head) is not None


def _is_markdown(name: str, kind: str) -> bool:
    return kind == "text/markdown" or name.lower().removesuffix(".gz").endswith(_MARKDOWN_NAMES)


def _html(text: str, title: str | None, outlets: Outlets) -> Article:
    from reportedly.clean.html import read_html  # noqa: PLC0415 -- a second of start-up that text pages do not need

    return read_html(text, outlets, told_title=title)


def _markdown(text: str, outlets: Outlets) -> Article:
    from reportedly.clean.markdown import read_markdown  # noqa: PLC0415 -- as above

    return read_markdown(text, outlets)


def _read_pdf(raw: RawPage, settings: Settings, outlets: Outlets) -> Article:
    from reportedly.clean.pdf import read_pdf  # noqa: PLC0415 -- as above

    text, problems = read_pdf(raw.content, settings.page_characters)
    if not text:
        return Article(text="", title=None, paragraphs=(), problems=problems)
    article = _plain(text, settings, None, outlets)
    return replace(article, problems=(*problems, *article.problems))


def _plain(text: str, settings: Settings, title: str | None, outlets: Outlets) -> Article:
    """Return a text as an article; a title that came beside it is set above it, unless it stands there."""
    first = next((line for line in text[:_SEEN].splitlines() if line.strip()), "")
    set_above = title is not None and key_of(first) != key_of(title)
    text = f"{title}\n\n{text}" if set_above else text
    read = text[: settings.page_characters]
    article = _bare(text, read) if settings.plain else _pasted(text, read, outlets)
    return _titled(article, Span(0, len(title))) if title and set_above else article


def _titled(article: Article, title: Span) -> Article:
    """Return an article with another title than was found; a line that was held to be the title is a paragraph."""
    other = article.title.span if article.title and article.title.span != title else None
    paragraphs = (*article.paragraphs, *((other,) if other else ()))
    return replace(
        article,
        title=Title(text=title.of(article.text), span=title),
        paragraphs=tuple(sorted({span for span in paragraphs if not span.overlaps(title)})),
        furniture=tuple(piece for piece in article.furniture if not piece.span.overlaps(title)),
        problems=tuple(problem for problem in article.problems if problem.code != "no_article"),
    )


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
