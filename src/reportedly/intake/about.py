"""`about.json`: what a person knows of a story and its pages from outside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from reportedly.errors import BadAboutError, MissingPathError
from reportedly.records import About, Outlet, OutletKind

Form = TypeVar("Form")

# ISO 8601: a day, and maybe a time of that day as a feed or an archive gives it ("2031-05-02T13:37:00Z").
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)([T ]\d\d:\d\d.*)?")
# msgspec's names for what JSON holds, in words that a person who wrote the file knows.
_KINDS = {
    "str": "text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object in braces",
    "null": "null",
}
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_MISMATCH = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<got>[^`]+)`")
_AT = re.compile(r" - at `\$\.?(?P<key>[^`]*)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAbout:
    """What is known of a story: its name, its pages by name, the days of events that pages count from, its outlets.

    {"story": "The Harrow dam", "pages": {"1.txt": {"published": "2031-05-02"}}, "anchors": {"the flood": "2031-04-30"},
     "outlets": {"Harlow Post": {"domains": ["harlowpost.example"], "owner": "Harlow Media"}}}
    """

    story: str | None = None
    pages: Mapping[str, About] = field(default_factory=dict)
    anchors: Mapping[str, date] = field(default_factory=dict)
    outlets: tuple[Outlet, ...] = ()

    def of(self, *names: str) -> About | None:
        """Return what is known of the page under the first of the names that is there, else None."""
        return next((self.pages[name] for name in names if name in self.pages), None)


NOTHING_KNOWN = StoryAbout()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Top:
    story: str | None = None
    pages: dict[str, msgspec.Raw] | None = None
    anchors: dict[str, msgspec.Raw] | None = None
    outlets: dict[str, msgspec.Raw] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    captured: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outlet:
    kind: str | None = None
    owner: str | None = None
    state: str | None = None
    domains: list[str] | None = None
    forms: list[str] | None = None


def read_about(path: Path) -> StoryAbout:
    """Return what an `about.json` says; keys that are not its own are passed over.

    Raises MissingPathError, and BadAboutError that names the key and what is wrong there:
    `pages, "1.txt", published: "2 May" is no day of the calendar; write YYYY-MM-DD`.
    """
    if not path.exists():
        raise MissingPathError(path)
    try:
        content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise BadAboutError(path, f"it cannot be read ({error.strerror})") from error
    top = _decode(path, content, _Top, "")
    return StoryAbout(
        story=_filled(top.story),
        pages={name: _page(path, name, raw) for name, raw in (top.pages or {}).items()},
        anchors={name: _anchor(path, name, raw) for name, raw in (top.anchors or {}).items()},
        outlets=tuple(_outlet(path, name, raw) for name, raw in (top.outlets or {}).items()),
    )


def _page(path: Path, name: str, raw: msgspec.Raw) -> About:
    place = f'pages, "{name}"'
    entry = _decode(path, raw, _Entry, place)
    published, captured = _filled(entry.published), _filled(entry.captured)
    return About(
        published=_day(path, published, f"{place}, published") if published else None,
        outlet=_filled(entry.outlet),
        url=_filled(entry.url),
        captured=_day(path, captured, f"{place}, captured") if captured else None,
    )


def _anchor(path: Path, name: str, raw: msgspec.Raw) -> date:
    place = f'anchors, "{name}"'
    return _day(path, _decode(path, raw, str, place), place)


def _outlet(path: Path, name: str, raw: msgspec.Raw) -> Outlet:
    place = f'outlets, "{name}"'
    entry = _decode(path, raw, _Outlet, place)
    if not name.strip():
        raise BadAboutError(path, f"{place}: an outlet needs a name")
    kind = _filled(entry.kind) or OutletKind.SITE.value
    kinds = [known.value for known in OutletKind]
    if kind not in kinds:
        raise BadAboutError(path, f'{place}, kind: should be one of {", ".join(kinds)}, not "{kind}"')
    return Outlet(
        name=name.strip(),
        kind=OutletKind(kind),
        owner=_filled(entry.owner),
        state=_filled(entry.state),
        domains=tuple(_domain(path, words, f"{place}, domains") for words in entry.domains or ()),
        forms=tuple(words.strip() for words in entry.forms or () if words.strip()),
    )


def _domain(path: Path, words: str, place: str) -> str:
    """Return a domain as addresses have it: "www.HarlowPost.example" is harlowpost.example."""
    domain = words.strip().lower().removeprefix("www.")
    if not _DOMAIN.fullmatch(domain):
        raise BadAboutError(path, f'{place}: "{words}" is no domain; write it as harlowpost.example')
    return domain


def _day(path: Path, words: str, place: str) -> date:
    try:
        if match := _DAY.fullmatch(words):
            return date.fromisoformat(match[1])
    except ValueError:
        pass  # such as 31 April
    raise BadAboutError(path, f'{place}: "{words}" is no day of the calendar; write YYYY-MM-DD')


def _filled(words: str | None) -> str | None:
    return (words or "").strip() or None


def _decode(path: Path, content: bytes | msgspec.Raw, form: type[Form], place: str) -> Form:
    try:
        return msgspec.json.decode(content, type=form)
    except msgspec.ValidationError as error:
        raise BadAboutError(path, _in_words(str(error), place)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadAboutError(path, f"it is not valid JSON ({error})") from error


def _in_words(message: str, place: str) -> str:
    """Turn "Expected `object | null`, got `array` - at `$.pages`" into "pages: should be an object in braces, ..."."""
    at = _AT.search(message)
    key = at["key"].replace("[...]", "") if at else ""
    where = ", ".join(part for part in (place, key) if part) or "the file"
    kinds = _MISMATCH.search(message)
    if kinds is None:
        return f"{where}: {_AT.sub('', message)}"
    wanted = " or ".join(_KINDS.get(kind, kind) for kind in kinds["wanted"].split(" | ") if kind != "null")
    return f"{where}: should be {wanted}, not {_KINDS.get(kinds['got'], kinds['got'])}"
