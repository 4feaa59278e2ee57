"""Every choice a run can make, in one frozen record: read at the edge, passed down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The names that the fields of a row have, best first: of {"body": "...", "headline": "..."} and its like."""

    text: tuple[str, ...] = ("text", "body", "content", "html")
    title: tuple[str, ...] = ("title", "headline")
    url: tuple[str, ...] = ("url", "link")
    published: tuple[str, ...] = ("published", "date", "pubdate")
    outlet: tuple[str, ...] = ("outlet", "source", "site")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Limits and choices of one run.

    page_bytes: a larger page is left unread, with a problem (bytes).
    page_characters: text beyond this is kept but not read, with a problem (code points).
    plain: the files are article text with no furniture.
    rules_only: statements are read by rules alone, without the trained reader: faster, and more is missed.

    Of one file or address that is given:
    nested: archives within archives, packed files among them, so many deep.
    unpacked_bytes: all that it may unpack to. unpacked_ratio: how often its own size any file in it may unpack to.
    members: pages and other things in it.
    fields: what the fields of JSON lines are called.

    follow: the pages behind the links of feeds and sitemaps are fetched, the first `follow_pages` of a run.
    fetch_seconds: how long a server may take to answer, and how long a page may take in all (seconds).
    redirects: how often a server may send on. pause_seconds: between two requests to one server (seconds).
    """

    page_bytes: int = 20_000_000
    page_characters: int = 500_000
    plain: bool = False
    rules_only: bool = False
    nested: int = 5
    unpacked_bytes: int = 50_000_000_000
    unpacked_ratio: int = 100
    members: int = 2_000_000
    fields: Fields = Fields()
    follow: bool = False
    follow_pages: int = 1_000
    fetch_seconds: float = 30.0
    redirects: int = 5
    pause_seconds: float = 1.0
