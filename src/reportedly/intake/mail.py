"""Mails (.eml), newsletters among them, and web pages that a browser saved as one file (MHTML), which is a mail too."""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from reportedly.intake.limits import DamagedError, read_within
from reportedly.intake.members import Labels, Member, stream_of
from reportedly.records import Markup, Problem

_DEEPEST = 50  # parts within parts
_MOST_PARTS = 2_000
_SAVED = re.compile(r"saved by", re.IGNORECASE)


def open_mail(stream: io.BufferedReader, most: int) -> Iterator[Member]:
    """Yield the page of a mail: its HTML part, else its plain one; then what is attached to it and can be a page.

    The day of a newsletter is when it was sent, its outlet the sender's name. Of a web page saved as MHTML the address
    is the page's, and the date is when it was saved. Raises DamagedError.
    """
    content, _ = read_within(stream, most)
    if len(content) > most:
        message = f"larger than {most:,} bytes, so it was left unread"
        raise DamagedError(message)
    try:
        mail = BytesParser(policy=policy.compat32).parsebytes(content)
        parts = _parts(mail)
    except (MessageError, RecursionError, ValueError, LookupError) as error:
        message = f"this mail cannot be read ({type(error).__name__})"
        raise DamagedError(message) from error
    page = _saved_page(mail, parts)
    if page is not None:
        yield page
        return
    yield _letter(mail, parts)
    yield from _attached(parts)


def _parts(mail: Message) -> list[Message]:
    """Return the parts that hold no parts, in their order. Raises MessageError where they are too deep or too many."""
    found: list[Message] = []
    todo = [(mail, 0)]
    while todo:
        part, depth = todo.pop()
        inside = part.get_payload() if part.is_multipart() and not _is_attached_mail(part, depth) else None
        if isinstance(inside, list):
            if depth > _DEEPEST or len(found) + len(todo) + len(inside) > _MOST_PARTS:
                message = "parts without end"
                raise MessageError(message)
            todo.extend((one, depth + 1) for one in reversed(inside) if isinstance(one, Message))
        else:
            found.append(part)
    return found


def _is_attached_mail(part: Message, depth: int) -> bool:
    return depth > 0 and part.get_content_type() == "message/rfc822"


def _saved_page(mail: Message, parts: list[Message]) -> Member | None:
    """Return the page that a browser saved, None where the mail is a mail."""
    address = _header(mail, "Snapshot-Content-Location")
    by_browser = bool(address or _SAVED.search(_header(mail, "From") or ""))
    if not by_browser and (mail.get_content_type() != "multipart/related" or mail["Received"] or mail["To"]):
        return None
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    located = [part for part in pages if part["Content-Location"]]
    if not by_browser and not located:
        return None
    page = next((part for part in located if _header(part, "Content-Location") == address), None)
    page = page or next(iter(located or pages), None)
    if page is None:
        return Member(problems=(Problem(code="no_pages", message="No web page lies in this file."),))
    saved, written = _sent(mail)
    told = Markup(
        url=address or _header(page, "Content-Location"), captures=(("MHTML Date", written),) if written else ()
    )
    return Member(stream=stream_of(_content(page)), media=_media(page), told=told, captured=saved, leaf=True)


def _letter(mail: Message, parts: list[Message]) -> Member:
    bodies = [part for part in parts if _disposition(part) != "attachment" and not part.get_filename()]
    kinds = {part.get_content_type(): part for part in reversed(bodies) if _content(part).strip()}
    body = kinds.get("text/html") or kinds.get("text/plain")
    if body is None:
        return Member(problems=(Problem(code="empty", message="there is no text in this mail."),))
    _, written = _sent(mail)
    name, _ = parseaddr(_header(mail, "From") or "")
    told = Markup(title=_header(mail, "Subject"), site=name or None, dates=(("mail Date", written),) if written else ())
    return Member(stream=stream_of(_content(body)), media=_media(body), told=told, leaf=True)


def _attached(parts: list[Message]) -> Iterator[Member]:
    labels = Labels()
    for part in parts:
        kind, name = part.get_content_type(), _text(part.get_filename() or "")
        if kind == "message/rfc822" and (inside := _mail_in(part)):
            yield Member(label=labels.free(name or "mail"), stream=stream_of(inside))
        elif (name or _disposition(part) == "attachment") and kind.partition("/")[0] not in ("image", "audio", "video"):
            yield Member(label=labels.free(name or "attachment"), stream=stream_of(_content(part)), media=_media(part))


def _mail_in(part: Message) -> bytes:
    inside = part.get_payload()
    first = inside[0] if isinstance(inside, list) and inside else None
    return first.as_bytes() if isinstance(first, Message) else b""


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _media(part: Message) -> str:
    charset = part.get_content_charset()
    return f"{part.get_content_type()}; charset={charset}" if charset else part.get_content_type()


def _disposition(part: Message) -> str | None:
    return part.get_content_disposition()


def _sent(mail: Message) -> tuple[datetime | None, str | None]:
    """Return when a mail says that it was sent, and in which words; without a zone it is UTC, as RFC 5322 has it."""
    written = _header(mail, "Date")
    try:
        sent = parsedate_to_datetime(written) if written else None
    except ValueError:
        return None, written
    return (sent.replace(tzinfo=UTC) if sent and sent.tzinfo is None else sent), written


def _header(part: Message, name: str) -> str | None:
    value = part[name]
    return _text(str(value)) or None if value is not None else None


def _text(value: str) -> str:
    """Return a header's words: "=?utf-8?q?Dam_holds?=" is "Dam holds"."""
    with suppress(MessageError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())
