"""JSON lines: one page a line, in fields whose names can be given."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date

import msgspec

from reportedly.errors import BadFieldsError
from reportedly.intake.members import Member, media_of, numbered, stream_of
from reportedly.records import Markup, Problem
from reportedly.settings import Fields

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")
_MOST_BAD = 100  # lines in a row that are no rows, after which the file is held to be none
_STEP = 65_536


def read_fields(words: str) -> Fields:
    """Return the field names that "text=body,title=headline" gives, before those that are known anyway.

    Raises BadFieldsError.
    """
    found = Fields()
    known = [one.name for one in fields(Fields)]
    for part in words.split(","):
        ours, given, theirs = (piece.strip() for piece in part.partition("="))
        if ours not in known or not given or not theirs:
            raise BadFieldsError(part, known)
        found = replace(found, **{ours: (theirs,)})
    return found


def open_json_lines(stream: io.BufferedReader, names: Fields, most: int) -> Iterator[Member]:
    """Yield a page for every line; a line that is no row is a problem, and the others go on."""
    bad = number = 0
    while line := stream.readline(most + 1):
        number += 1
        whole = len(line) <= most or line.endswith(b"\n")
        if not whole:
            _skip_line(stream)
        if not line.strip():
            continue
        member = _row(line, number, names) if whole else _problem(number, "too_large", f"longer than {most:,} bytes")
        bad = 0 if member.stream else bad + 1
        yield member
        if bad == _MOST_BAD:
            yield _problem(number + 1, "unreadable", f"{bad} lines in a row are no pages; the rest was left unread")
            return


def _skip_line(stream: io.BufferedReader) -> None:
    while (more := stream.readline(_STEP)) and not more.endswith(b"\n"):
        pass


def _row(line: bytes, number: int, names: Fields) -> Member:
    try:
        row = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        return _problem(number, "unreadable", f"this line is no JSON ({error})")
    if not isinstance(row, dict):
        return _problem(number, "unreadable", "this line is no JSON object with named fields")
    found = _first(row, names.text)
    if found is None:
        message = f"this row has no text in {', '.join(names.text)}; name its field: --fields text=NAME"
        return _problem(number, "unreadable", message)
    _, text = found
    url = _value(row, names.url)
    told, problems = _told(row, names, url)
    return Member(
        label=numbered(number, url),
        stream=stream_of(text.encode("utf-8", errors="replace")),
        media=media_of(text),
        told=told,
        problems=problems,
        leaf=True,
    )


def _told(row: Mapping[str, object], names: Fields, url: str | None) -> tuple[Markup, tuple[Problem, ...]]:
    day, problems = _day(_first(row, names.published))
    told = Markup(
        title=_value(row, names.title),
        site=_value(row, names.outlet),
        url=url,
        dates=(day,) if day else (),
    )
    return told, problems


def _day(found: tuple[str, str] | None) -> tuple[tuple[str, str] | None, tuple[Problem, ...]]:
    """Return where the day stands and its words; a problem where they are no full day as ISO 8601 writes it."""
    if found is None:
        return None, ()
    name, words = found
    match = _DAY.fullmatch(words)
    try:
        if match and date.fromisoformat(match[1]):
            return (f"field {name}", words), ()
    except ValueError:
        pass
    message = f"the field {name} '{words[:40]}' is no day written as YYYY-MM-DD; it is not used."
    return None, (Problem(code="bad_field", message=message),)


def _first(row: Mapping[str, object], names: Sequence[str]) -> tuple[str, str] | None:
    """Return the first of the fields that holds words, with its name; a list of words is one paragraph each."""
    for name in names:
        value = row.get(name)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return name, value
    return None


def _value(row: Mapping[str, object], names: Sequence[str]) -> str | None:
    found = _first(row, names)
    return " ".join(found[1].split()) if found else None


def _problem(number: int, code: str, message: str) -> Member:
    return Member(label=str(number), problems=(Problem(code=code, message=f"{message}."),))
