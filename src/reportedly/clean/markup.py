"""What an HTML page says of itself outside its text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from lxml.html import HtmlElement

from reportedly.lexicons import read_lexicon
from reportedly.records import Markup

_META_NAMES = ("property", "name", "itemprop", "http-equiv")
_LANGUAGE = re.compile(r"[a-z]{2}(?=$|[-_])", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_TITLE_PARTS = re.compile(r"\s+[|»·–—-]\s+")  # noqa: RUF001 -- as sites draw them
# What the Wayback Machine writes at the end of a page, and SingleFile at its beginning.
_SAVED = re.compile(
    r"FILE ARCHIVED ON \d\d:\d\d:\d\d (?P<wayback>[A-Z][a-z]{2} \d\d, \d{4})"
    r"|saved date: [A-Z][a-z]{2} (?P<single>[A-Z][a-z]{2} \d\d \d{4})"
)
_LONGEST = 500  # characters of a value that a page gives for a name or a title

Object = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupNames:
    """The word list data/markup.toml: names of <meta>, best first, and types of schema.org articles."""

    articles: frozenset[str]
    author: tuple[str, ...]
    language: tuple[str, ...]
    published: tuple[str, ...]
    site: tuple[str, ...]
    title: tuple[str, ...]
    updated: tuple[str, ...]
    captured: tuple[str, ...]
    url: tuple[str, ...]


def read_markup(tree: HtmlElement) -> Markup:
    """Return what JSON-LD, <meta>, <time>, <title> and <link> say; the title with the outlet's name taken off.

    '<meta property="article:published_time" content="2031-05-02T08:00:00Z">' is a date found at
    "meta article:published_time". Where two places speak, JSON-LD goes first.
    """
    names = read_lexicon("markup.toml", MarkupNames)
    article = next(_json_articles(tree, names.articles), {})
    meta = _meta(tree)
    site = _first(meta, names.site) or _name(article.get("publisher"))
    site = site.split(" | ")[0] if site else None  # "Harlow Post | News, sport and weather"
    return Markup(
        title=_title(tree, article, meta, names, site),
        site=site,
        author=_name(article.get("author")) or _author(_first(meta, names.author)),
        url=_canonical(tree) or _first(meta, names.url) or _text(article.get("url")),
        language=_language(tree, meta, names.language),
        dates=tuple(dict.fromkeys(_dates(tree, article, meta, names.published))),
        updates=tuple(dict.fromkeys(_called(tree, article, meta, names.updated, "dateModified"))),
        captures=tuple((f"meta {name}", meta[name]) for name in names.captured if name in meta),
    )


def read_captures(content: str) -> tuple[tuple[str, str], ...]:
    """Return when an archive or a browser saved the page, by the comment that it left in it.

    "<!-- FILE ARCHIVED ON 10:11:12 Mar 05, 2031 AND RETRIEVED FROM" gives ("archive's comment", "Mar 05, 2031").
    """
    return tuple(
        ("archive's comment", found["wayback"]) if found["wayback"] else ("browser's comment", found["single"])
        for found in _SAVED.finditer(content)
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the contents of the <meta> elements by name; the first of a name stands."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _text(element.get("content"))
        for attribute in _META_NAMES:
            name = (element.get(attribute) or "").lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _first(meta: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _text(value: object) -> str | None:
    """Return a value that is text, with single spaces, None where it is empty or too long for what it should be."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return _SPACES.sub(" ", value).strip() or None


def _name(value: object) -> str | None:
    """Return the names in a schema.org value: "Jane Roe", {"name": "Jane Roe"}, or a list of those."""
    if isinstance(value, Mapping):
        return _name(value.get("name"))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(name for part in value if (name := _name(part))) or None
    return _author(_text(value))


def _author(name: str | None) -> str | None:
    """Return a name as it is, None for an address or a bare user name such as "admin"."""
    if name is None or "://" in name or name.islower():
        return None
    return name.removeprefix("By ").strip() or None


def _json_articles(tree: HtmlElement, types: frozenset[str]) -> Iterator[Object]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            yield from _articles_in(script.text, types)


def _articles_in(words: str, types: frozenset[str]) -> Iterator[Object]:
    try:
        todo: list[object] = [msgspec.json.decode(words.strip().rstrip(";"), strict=False)]
    except (msgspec.DecodeError, RecursionError):
        return
    while todo:
        value = todo.pop()
        if isinstance(value, list):
            todo.extend(reversed(value))
        elif isinstance(value, dict):
            kinds = value.get("@type")
            if types.intersection([kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []):
                yield value
            todo.extend(value[key] for key in ("mainEntity", "@graph") if key in value)


def _canonical(tree: HtmlElement) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next((url for link in links if (url := _text(link)) and url.startswith("http")), None)


def _language(tree: HtmlElement, meta: Mapping[str, str], names: Sequence[str]) -> str | None:
    match = _LANGUAGE.match((tree.get("lang") or _first(meta, names) or "").strip())
    return match[0].lower() if match else None


def _title(
    tree: HtmlElement, article: Object, meta: Mapping[str, str], names: MarkupNames, site: str | None
) -> str | None:
    whole = next((_text(element.text_content()) for element in tree.iter("title")), None)
    given = _text(article.get("headline")) or _first(meta, names.title) or whole
    headings = [heading for element in tree.iter("h1") if (heading := _text(element.text_content()))]
    # A heading that the page also gives as its title is the title as readers see it; a shorter one is the site's name.
    seen = max((h for h in headings if h.casefold() in (whole or given or "").casefold()), key=len, default=None)
    return seen or _without_site(given, site) or next(iter(headings), None)


def _without_site(title: str | None, site: str | None) -> str | None:
    """Return the title without the outlet's name at its end: "Dam holds - Harrow Post" of the Harrow Post."""
    if title is None or site is None:
        return title
    parts = [*_TITLE_PARTS.finditer(title)]
    if parts and title[parts[-1].end() :].casefold() == site.casefold():
        return title[: parts[-1].start()]
    return title


def _dates(
    tree: HtmlElement, article: Object, meta: Mapping[str, str], names: Sequence[str]
) -> Iterator[tuple[str, str]]:
    yield from _called(tree, article, meta, names, "datePublished")
    # A page has many <time> elements, of its comments and links too: the first stands nearest to the headline.
    first = next((element for element in tree.iter("time") if element.get("datetime")), None)
    if first is not None and (published := _text(first.get("datetime"))):
        yield "time", published


def _called(
    tree: HtmlElement, article: Object, meta: Mapping[str, str], names: Sequence[str], property_: str
) -> Iterator[tuple[str, str]]:
    """Yield the dates of one schema.org property, and those of the meta elements that mean the same."""
    if day := _text(article.get(property_)):
        yield f"json-ld {property_}", day
    yield from ((f"meta {name}", meta[name]) for name in names if name in meta)
    for element in tree.iter():
        day = _text(element.get("datetime") or element.get("content"))
        if day and element.tag != "meta" and (element.get("itemprop") or "").lower() == property_.lower():
            yield f"itemprop {property_}", day
