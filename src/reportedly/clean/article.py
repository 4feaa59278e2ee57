"""A raw page into its text, with the article told from the furniture."""

import re

from reportedly.clean.decode import decode_page
from reportedly.records import Article, RawPage, Title
from reportedly.settings import Settings
from reportedly.spans import Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")


def clean_page(raw: RawPage, settings: Settings) -> Article:
    """Return the page's text and where its article stands in it."""
    text, problems = decode_page(raw.content)
    lines = [Span(*m.span()).stripped(text) for m in _LINE.finditer(text) if not m[0].isspace()]
    problems = (*raw.problems, *problems)
    if not lines:
        return Article(text=text, title=None, paragraphs=(), problems=problems)
    title = Title(text=lines[0].of(text), span=lines[0])
    return Article(text=text, title=title, paragraphs=tuple(lines if settings.plain else lines[1:]), problems=problems)
