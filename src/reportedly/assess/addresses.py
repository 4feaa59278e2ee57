"""Which addresses are one page's: how a reader came to it, on which machine and from which archive is left out."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from reportedly.assess.words import assess_words

# Somebody else's copy of a page: an archive's, a cache's.
CARRIED = re.compile(
    r"^(?:https?://)?(?:"
    r"web\.archive\.org/web/\d+[a-z_]*/"
    r"|archive\.(?:ph|today|is)/\d+/"
    r"|(?:www\.)?google\.[a-z.]+/amp/(?:s/)?"
    r"|[\w-]+\.cdn\.ampproject\.org/[cvw]/(?:s/)?"
    r")(?P<page>.+)$",
    re.IGNORECASE,
)
# Machines of an outlet that show its pages to one kind of reader, and files that stand for their folder.
FRONT = re.compile(r"^(?:www\d?|m|mobile|amp|edition)\.")
INDEX = re.compile(r"/(?:index|default)\.\w+$", re.IGNORECASE)
AMP = re.compile(r"^/amp(?=/)|(?:/|\.)amp$|(?<=/)amp/(?=[^/]+$)", re.IGNORECASE)


def same_address(url: str | None) -> str | None:
    """Return what all addresses of one page share; None for a front page, which is of no one story.

    >>> same_address("https://www.tolmmail.example/pit/?utm_source=x#top")
    'tolmmail.example/pit'
    """
    carried = CARRIED.match(url or "")
    address = carried["page"] if carried else url or ""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = FRONT.sub("", (parts.hostname or "").removesuffix("."))
    except ValueError:  # such as "http://[harlow"
        return None
    path = AMP.sub("", INDEX.sub("", unquote(parts.path)).rstrip("/")).rstrip("/")
    asked = _asked(parts.query)
    return f"{host}{path}{f'?{asked}' if asked else ''}" if host and (path or asked) else None


def _asked(query: str) -> str:
    """Return the part of an address that says which page is asked for, in one order."""
    tracking = assess_words().tracking_keys
    kept = [(key, value) for key, value in parse_qsl(query, keep_blank_values=True) if not _tracks(key, tracking)]
    return urlencode(sorted(kept))


def _tracks(key: str, tracking: tuple[str, ...]) -> bool:
    key = key.casefold()
    return any(key == one or (one.endswith("_") and key.startswith(one)) for one in tracking)
