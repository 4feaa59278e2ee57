"""What archives, feeds, mails and lists hold: one member after another, in the words that all of them share."""

import io
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from reportedly.records import Markup, Problem

# What lies beside pages and is none: labels, settings, the looks of a saved web page; pictures and recordings.
NO_PAGES = frozenset({".json", ".jsonl", ".css", ".js", ".ico", ".svg", ".woff", ".woff2"})
PICTURES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".mp3", ".mp4", ".webm"}
)
_TAG = re.compile(r"<(?:p|br|div|a|b|i|em|strong|ul|ol|li|h[1-6]|img|span|blockquote|figure)\b[^<>]*>|</\w+>")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\u200b-\u200f\u202a-\u202e]+")
NOTHING_TOLD = Markup()
_LONGEST = 300  # characters of a label


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One thing in something that holds others: "archive.warc.gz#3 https://harrow.example/dam".

    label: what stands behind "#"; None where the container is this one page (a mail, a packed page). stream: bytes,
    to be read before the next member is asked for; None for a bare link or problem. leaf: a page, not looked into.
    link: where its whole page is. passed: it was no page; what it is called when all such are counted.
    """

    label: str | None = None
    stream: io.BufferedReader | None = None
    media: str | None = None
    told: Markup = NOTHING_TOLD
    captured: datetime | None = None
    link: str | None = None
    problems: tuple[Problem, ...] = ()
    leaf: bool = False
    passed: str | None = None


class Labels:
    """The labels given in one container: a name that comes again is `name~2`, so that no two members are called one."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._times: Counter[str] = Counter()

    def free(self, words: str) -> str:
        """Return the label that the words give: on one line, not too long, and no other member's."""
        label = first = clean_label(words)
        while label in self._given:
            self._times[first] += 1
            label = f"{first}~{self._times[first] + 1}"
        self._given.add(label)
        return label


def clean_label(words: str) -> str:
    """Return the words on one line, without signs that cannot be seen, and not without end."""
    seen = _UNSEEN.sub(" ", words).strip()
    return seen if len(seen) <= _LONGEST else f"{seen[:_LONGEST]}..."


def numbered(number: int, address: str | None) -> str:
    """Return "3 https://harrow.example/dam", or "3" where no address is known."""
    return clean_label(f"{number} {address}" if address else str(number))


def media_of(words: str) -> str:
    """Return the kind of words that came in UTF-8 beside others: a piece of markup, or text."""
    kind = "text/html" if _TAG.search(words) else "text/plain"
    return f"{kind}; charset=utf-8"


def stream_of(content: bytes) -> io.BufferedReader:
    """Return bytes as a stream."""
    return io.BufferedReader(io.BytesIO(content))  # type: ignore[type-var,unused-ignore]  # BytesIO is raw enough


def passed_over(what: str) -> Member:
    """Return a member that is no page, to be counted."""
    return Member(passed=what)
