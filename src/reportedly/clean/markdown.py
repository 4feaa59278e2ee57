"""A Markdown page into its readable text: title first, one blank line between paragraphs, without its signs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from markdown_it import MarkdownIt

from reportedly.clean.html import read_html
from reportedly.clean.outlets import Outlets
from reportedly.records import Article, Markup

# What many programs write above a page: "---", "title: Dam holds", "date: 2031-05-02", "---".
_FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>(?:.*\r?\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_FIELD = re.compile(r"^([A-Za-z_-]{2,30}):[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_PUBLISHED = ("date", "published", "pubdate")
_UPDATED = ("updated", "lastmod", "modified")


def read_markdown(text: str, outlets: Outlets | None = None) -> Article:
    """Return the readable text of a Markdown page (CommonMark); what stands above it between "---" is its markup.

    "**At least 30** [people](https://...) died." is "At least 30 people died."
    """
    front = _FRONT.match(text)
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front["fields"])} if front else {}
    body = MarkdownIt("commonmark").enable("table").render(text[front.end() :] if front else text)
    article = read_html(
        f"<!doctype html><html><body><article>{body}</article></body></html>", outlets, told_title=fields.get("title")
    )
    return replace(article, markup=_markup(article.markup, fields))


def _markup(own: Markup, fields: Mapping[str, str]) -> Markup:
    return replace(
        own,
        title=fields.get("title") or own.title,
        author=fields.get("author") or own.author,
        url=fields.get("url") or own.url,
        dates=(*_dated(fields, _PUBLISHED), *own.dates),
        updates=(*_dated(fields, _UPDATED), *own.updates),
    )


def _dated(fields: Mapping[str, str], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield from ((f"front matter {name}", fields[name]) for name in names if name in fields)
