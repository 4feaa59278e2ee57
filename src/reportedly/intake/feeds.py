"""Feeds (RSS, RDF, Atom): one page an entry, with what the feed says of it. Sitemaps: addresses, and no page.

The markup is read piece by piece, without a document type's entities and without asking anybody for anything.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from lxml import etree

from reportedly.intake.limits import DamagedError
from reportedly.intake.members import Labels, Member, media_of, stream_of
from reportedly.records import Markup, Problem

_SITE_PARTS = re.compile(r"\s+(?:[|»›:]{1,2}|[–—-])\s+")  # noqa: RUF001 -- as feeds draw them
# Elements that are read, by what they are; of two in one entry the first that is there stands.
_CONTENT = ("encoded", "content")
_SUMMARY = ("description", "summary")
_PUBLISHED = ("pubDate", "published", "issued", "date", "publication_date")
_UPDATED = ("updated", "modified", "lastmod")
_ENTRIES = ("item", "entry")
_CUT_OFF = (etree.ErrorTypes.ERR_TAG_NOT_FINISHED, etree.ErrorTypes.ERR_CDATA_NOT_FINISHED)
_MEDIA = "http://search.yahoo.com/mrss/"


def open_feed(stream: io.BufferedReader) -> Iterator[Member]:
    """Yield a page for every entry of a feed: its whole text where the feed has it, else its summary, with a problem.

    The label is the entry's link, so that a feed read again a day later calls its entries the same. pubDate is told as
    the day of publication, the feed's title as the outlet where the link stands on the feed's own site.
    """
    labels, feed = Labels(), _Feed()
    last: Member | None = None  # held back, for it is what a feed that is cut off breaks
    try:
        for element, parents in _elements(stream):
            name = _name(element)
            if name in _ENTRIES:
                if last is not None:
                    yield last
                last = _entry(element, feed, labels)
            elif parents and parents[-1] in ("channel", "feed"):
                feed.note(name, element)
    except DamagedError:
        if last is not None:
            message = "The feed is damaged at this entry; what is there was read."
            yield replace(last, problems=(*last.problems, Problem(code="damaged", message=message)))
        raise
    if last is not None:
        yield last


def open_sitemap(stream: io.BufferedReader, *, follow: bool) -> Iterator[Member]:
    """Yield the addresses of a sitemap as links; where they are not followed, one problem that says what to do."""
    count = 0
    for element, _ in _elements(stream):
        if _name(element) not in ("url", "sitemap"):
            continue
        count += 1
        found = _children(element)
        if follow and (link := found.get("loc")):
            yield Member(label=link, link=link, told=_told_by_sitemap(element, found, link))
    if not follow:
        addresses = "1 address" if count == 1 else f"{count:,} addresses"
        message = f"a sitemap holds {addresses} and no page; add --follow to fetch the pages."
        yield Member(problems=(Problem(code="no_pages", message=message),))


class _Feed:
    """What a feed says of itself before its entries."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.link: str | None = None

    def note(self, name: str, element: etree._Element) -> None:
        if name == "title":
            self.title = self.title or _words(element)
        elif name == "link" and element.get("rel") in (None, "alternate"):
            self.link = self.link or _words(element) or element.get("href")

    def outlet_of(self, link: str | None) -> str | None:
        """Return the feed's title without its section, where an entry's link stands on the feed's site."""
        if self.title is None or (link and self.link and _site(link) != _site(self.link)):
            return None
        return _SITE_PARTS.split(self.title)[0]


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _elements(stream: io.BufferedReader) -> Iterator[tuple[etree._Element, list[str]]]:
    """Yield entries, addresses and what stands beside them, each when it is whole, then forget it.

    Raises DamagedError where nothing of the markup can be read.
    """
    parser = etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    parents: list[str] = []
    inside = 0
    try:
        for event, element in parser:
            name = _name(element)
            whole = name in (*_ENTRIES, "url", "sitemap")
            if event == "start":
                parents.append(name)
                inside += whole
                continue
            parents.pop()
            inside -= whole
            if not inside:
                yield element, parents
                _forget(element)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        message = f"this feed or sitemap is damaged ({error}); what stands before was read"
        raise DamagedError(message) from error
    if any(error.type in _CUT_OFF for error in parser.error_log):
        message = "this feed or sitemap is cut off; what stands before was read"
        raise DamagedError(message)


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _words(element: etree._Element | None) -> str | None:
    return (" ".join("".join(element.itertext()).split()) or None) if element is not None else None


def _children(element: etree._Element) -> dict[str, str]:
    """Return the words of the elements in an element, by name; the first of a name stands, and none of media files."""
    found: dict[str, str] = {}
    for child in element.iterchildren():
        if isinstance(child.tag, str) and not child.tag.startswith(f"{{{_MEDIA}}}") and (words := _words(child)):
            found.setdefault(_name(child), words)
    return found


def _entry(element: etree._Element, feed: _Feed, labels: Labels) -> Member:
    found = _children(element)
    link = _link(element, found, feed)
    label = labels.free(link or found.get("guid") or found.get("id") or found.get("title") or "entry")
    told = Markup(
        title=found.get("title"),
        site=_source(element) or feed.outlet_of(link),
        author=_author(element, found),
        url=link,
        dates=_dated(found, _PUBLISHED),
        updates=_dated(found, _UPDATED),
    )
    words = _inner(element, _CONTENT)
    problems: tuple[Problem, ...] = ()
    if words is None:
        words = _inner(element, _SUMMARY)
        message = "the feed holds a summary of this page and not its text; add --follow to fetch the page."
        problems = (Problem(code="summary", message=message),)
    if words is None:
        return Member(label=label, told=told, link=link, passed="entry without text")
    return Member(
        label=label,
        stream=stream_of(words.encode("utf-8", errors="replace")),
        media=media_of(words),
        told=told,
        link=link,
        problems=problems,
        leaf=True,
    )


def _dated(found: dict[str, str], names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((f"feed {name}", found[name]) for name in names if name in found)[:1]


def _link(element: etree._Element, found: dict[str, str], feed: _Feed) -> str | None:
    """Return the address of an entry's page: of RSS the link's words, of Atom what it points to."""
    links = [child for child in element.iterchildren() if isinstance(child.tag, str) and _name(child) == "link"]
    pointed = next(
        (one.get("href") for one in links if one.get("rel") in (None, "alternate") and one.get("href")), None
    )
    guid = found.get("guid", "")
    link = pointed or found.get("link") or (guid if guid.startswith(("http://", "https://")) else None)
    try:
        return urljoin(feed.link or "", link) if link else None
    except ValueError:
        return link


def _source(element: etree._Element) -> str | None:
    """Return the outlet of an entry that the feed took from another: RSS's <source>, Atom's <source><title>."""
    source = next((child for child in element.iterchildren("{*}source")), None)
    if source is None:
        return None
    title = source.find("{*}title")
    return _words(title if title is not None else source)


def _author(element: etree._Element, found: dict[str, str]) -> str | None:
    name = element.find("{*}author/{*}name")
    author = _words(name) if name is not None else found.get("creator") or found.get("author")
    return None if author is None or "@" in author else author


def _inner(element: etree._Element, names: tuple[str, ...]) -> str | None:
    """Return what an element of one of the names holds: escaped markup as it is, elements (of xhtml) written out."""
    for child in element.iterchildren():
        if not isinstance(child.tag, str) or _name(child) not in names or child.tag.startswith(f"{{{_MEDIA}}}"):
            continue
        inside = [part for part in child if isinstance(part.tag, str)]
        words = "".join(etree.tostring(part, encoding="unicode", method="html") for part in inside) or "".join(
            child.itertext()
        )
        if words.strip():
            return words.strip()
    return None


def _told_by_sitemap(element: etree._Element, found: dict[str, str], link: str) -> Markup:
    """Return what a sitemap says of an address; of Google's news sitemaps the outlet and the day of publication."""
    news = next(element.iterchildren("{*}news"), None)
    told = {**found, **(_children(news) if news is not None else {})}
    outlet = news.find("{*}publication/{*}name") if news is not None else None
    return Markup(
        site=_words(outlet),
        url=link,
        dates=tuple(("sitemap publication_date", told[name]) for name in ("publication_date",) if name in told),
        updates=tuple(("sitemap lastmod", told[name]) for name in ("lastmod",) if name in told),
    )
