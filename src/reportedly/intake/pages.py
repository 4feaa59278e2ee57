"""Files, folders and standard input into pages: their bytes, their hash, and what a person knows of them.

No clock and no file dates: when a page came out is read from the page or said in `about.json`.
"""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import MissingPathError, NoPagesError
from reportedly.intake.about import NOTHING_KNOWN, StoryAbout, read_about
from reportedly.records import About, Outlet, Problem, RawPage
from reportedly.settings import Settings

ABOUT_FILE = "about.json"
PAGES_FOLDER = "pages"
STANDARD_INPUT = "-"
# What lies beside pages in a folder and is none: labels, settings, the looks of a saved web page.
NO_PAGES = frozenset({".json", ".jsonl", ".css", ".js", ".ico", ".svg", ".woff", ".woff2"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A page to be opened: as it was given, its short name, what its folder's about.json says of it, and of outlets."""

    path: Path
    name: str
    about: About | None = None
    outlets: tuple[Outlet, ...] = ()


def gather_pages(
    paths: Iterable[str | Path],
    *,
    about: StoryAbout | None = None,
    settings: Settings,
    stdin: BinaryIO | None = None,
) -> Iterator[RawPage]:
    """Return the pages that the paths stand for, in the order given; each is opened when it is asked for.

    A folder stands for the files of its own folder `pages`, or for its files where it has none, in the order of their
    names, and its `about.json` is read. "-" is standard input. A page is called by its file's name; where two would be
    called the same, by its path as given. A file given twice is one page. What `about` says goes above its folder's.

    A file that cannot be read, is empty or is larger than `settings.page_bytes` comes with a problem and without bytes
    or hash. Raises, before any page is opened, MissingPathError, NoPagesError for a folder without pages, and
    BadAboutError.
    """
    entries = _distinct([entry for path in paths for entry in _entries(Path(path))])
    if not entries:
        place = "nothing given"
        raise NoPagesError(place)
    return (_read(entry, about or NOTHING_KNOWN, settings, stdin) for entry in entries)


def _entries(path: Path) -> Iterator[_Entry]:
    if str(path) == STANDARD_INPUT:
        yield _Entry(path=path, name=STANDARD_INPUT)
    elif path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield _Entry(path=path, name=path.name)
    else:
        raise MissingPathError(path)


def _folder(folder: Path) -> Iterator[_Entry]:
    files = _page_files(folder / PAGES_FOLDER) or _page_files(folder)
    if not files:
        raise NoPagesError(str(folder))
    known = read_about(folder / ABOUT_FILE) if (folder / ABOUT_FILE).exists() else NOTHING_KNOWN
    for file in files:
        page = known.of(file.relative_to(folder).as_posix(), file.name)
        yield _Entry(path=file, name=file.name, about=page, outlets=known.outlets)


def _page_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        file
        for file in folder.iterdir()
        if not file.is_dir() and not file.name.startswith(".") and file.suffix.lower() not in NO_PAGES
    )


def _distinct(entries: Sequence[_Entry]) -> list[_Entry]:
    once = list({os.path.abspath(entry.path): entry for entry in reversed(entries)}.values())[::-1]  # noqa: PTH100 -- links are not followed: two names are two pages
    called = Counter(entry.name for entry in once)
    return [entry if called[entry.name] == 1 else replace(entry, name=str(entry.path)) for entry in once]


def _read(entry: _Entry, about: StoryAbout, settings: Settings, stdin: BinaryIO | None) -> RawPage:
    known = about.of(entry.name, str(entry.path), entry.path.name) or entry.about or About()
    known = replace(known, outlets=(*entry.outlets, *about.outlets))
    try:
        content = _content(entry.path, settings.page_bytes + 1, stdin)
    except OSError as error:
        why = error.strerror or str(error)
        return _without(entry.name, known, "unreadable", f"cannot be read ({why}).")
    if not content.strip():
        return _without(entry.name, known, "empty", "there is nothing in it.")
    if len(content) > settings.page_bytes:
        limit = f"{settings.page_bytes:,} bytes"
        return _without(entry.name, known, "too_large", f"larger than {limit}, so it was left unread.")
    return RawPage(name=entry.name, content=content, sha256=hashlib.sha256(content).hexdigest(), about=known)


def _content(path: Path, limit: int, stdin: BinaryIO | None) -> bytes:
    if str(path) == STANDARD_INPUT:
        return stdin.read(limit) if stdin is not None else b""
    with path.open("rb") as file:
        return file.read(limit)


def _without(name: str, about: About, code: str, message: str) -> RawPage:
    return RawPage(name=name, content=b"", sha256="", about=about, problems=(Problem(code=code, message=message),))
