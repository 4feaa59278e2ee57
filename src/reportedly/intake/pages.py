"""Files, folders, standard input and addresses into pages: their bytes, their hash, and what is known of them.

No clock and no file dates: when a page came out is read from the page, from what carried it, or said in `about.json`.
"""

import io
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reportedly.errors import MissingPathError, NoPagesError
from reportedly.intake.about import NOTHING_KNOWN, StoryAbout, read_about
from reportedly.intake.limits import Budget, Counted, buffered
from reportedly.intake.members import NO_PAGES
from reportedly.intake.opening import Opening
from reportedly.intake.watch import Watch
from reportedly.records import About, Problem, RawPage
from reportedly.settings import Settings

if TYPE_CHECKING:
    from reportedly.intake.fetch import Fetcher

ABOUT_FILE = "about.json"
PAGES_FOLDER = "pages"
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """Something to be opened: as it was given, its short name, and what its folder's about.json says."""

    path: str
    name: str
    folder: str = ""
    about: StoryAbout = NOTHING_KNOWN


def gather_pages(
    paths: Iterable[str | Path],
    *,
    about: StoryAbout | None = None,
    settings: Settings,
    stdin: BinaryIO | None = None,
    clock: Callable[[], datetime] | None = None,
    fetcher: "Fetcher | None" = None,
    watch: Watch | None = None,
    held: Callable[[str], bool] = lambda _link: False,
) -> Iterator[RawPage]:
    """Return the pages that the paths stand for, in the order given; each is opened when it is asked for.

    A folder stands for the files of its own folder `pages`, or for its files where it has none, in the order of their
    names, and its `about.json` is read. "-" is standard input, "https://..." the page there. An archive, feed, mail or
    list of rows stands for the pages in it: docs/explanation/intake.md. A page is called by its file's name, with the
    member behind "#"; where two files would be called the same, by its path as given. A file given twice is one page.
    What `about` says goes above its folder's. `clock` tells when a page was fetched, by `fetcher` where one is given;
    `watch` is told how far it is; `held` says of a link whether its page is known and need not be followed.

    What cannot be read, is empty or is larger than `settings.page_bytes` comes with a problem and without bytes or
    hash. Raises, before any page is opened, MissingPathError, NoPagesError for a folder without pages, and
    BadAboutError.
    """
    entries = _distinct([entry for path in paths for entry in _entries(path)])
    if not entries:
        place = "nothing given"
        raise NoPagesError(place)
    watch = watch or Watch()
    opening = Opening(settings, clock=clock, fetcher=fetcher, watch=watch, held=held)
    return (
        page
        for entry in entries
        for page in _open(entry, opening, _knowing(entry, about or NOTHING_KNOWN), settings, stdin, watch)
    )


def is_address(given: str) -> bool:
    """Tell whether a path that a person gave is an address on the web."""
    return given.lower().startswith(("http://", "https://"))


def _entries(path: str | Path) -> Iterator[_Entry]:
    given = str(path)
    if given == STANDARD_INPUT or is_address(given):
        yield _Entry(path=given, name=given)
    elif Path(path).is_dir():
        yield from _folder(Path(path))
    elif Path(path).exists():
        yield _Entry(path=given, name=Path(path).name)
    else:
        raise MissingPathError(Path(path))


def _folder(folder: Path) -> Iterator[_Entry]:
    files = _page_files(folder / PAGES_FOLDER) or _page_files(folder)
    if not files:
        raise NoPagesError(str(folder))
    known = read_about(folder / ABOUT_FILE) if (folder / ABOUT_FILE).exists() else NOTHING_KNOWN
    for file in files:
        yield _Entry(path=str(file), name=file.name, folder=str(folder), about=known)


def _page_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        file
        for file in folder.iterdir()
        if not file.is_dir() and not file.name.startswith(".") and file.suffix.lower() not in NO_PAGES
    )


def _distinct(entries: Sequence[_Entry]) -> list[_Entry]:
    once = list({_identity(entry.path): entry for entry in reversed(entries)}.values())[::-1]
    called = Counter(entry.name for entry in once)
    return [entry if called[entry.name] == 1 else replace(entry, name=entry.path) for entry in once]


def _identity(path: str) -> str:
    return path if is_address(path) else os.path.abspath(path)  # noqa: PTH100 -- links are not followed: two names are two pages


def _knowing(entry: _Entry, about: StoryAbout) -> Callable[..., About]:
    """Return a look-up of what a person knows of a page and of outlets: in what was given, then in the folder's."""
    base = Path(entry.path).name

    def known(*names: str) -> About:
        files = {name: f"{base}{name[len(entry.name) :]}" for name in names if name.startswith(entry.name)}
        called = dict.fromkeys((*names, *files.values()))
        inside = [Path(name).relative_to(entry.folder).as_posix() for name in names if _lies_in(name, entry.folder)]
        page = about.of(*called) or entry.about.of(*inside, *called) or About()
        return replace(page, outlets=(*entry.about.outlets, *about.outlets))

    return known


def _lies_in(name: str, folder: str) -> bool:
    return bool(folder) and Path(name).is_relative_to(folder)


def _open(
    entry: _Entry,
    opening: Opening,
    known: Callable[..., About],
    settings: Settings,
    stdin: BinaryIO | None,
    watch: Watch,
) -> Iterator[RawPage]:
    if is_address(entry.path):
        yield from opening.fetched(entry.path, known)
        return
    budget = Budget(settings)

    def count(more: int) -> None:
        budget.read += more
        watch.read += more

    try:
        stream, size = _stream(entry.path, stdin)
        watch.begin(entry.path, size)
        with nullcontext() if stream is stdin else stream:
            counted = buffered(Counted(stream, count))
            yield from opening.pages(entry.name, entry.path, counted, budget, known)
    except OSError as error:
        problem = Problem(code="unreadable", message=f"cannot be read ({error.strerror or error}).")
        yield RawPage(
            name=entry.name, content=b"", sha256="", about=known(entry.name), problems=(problem,), place=entry.path
        )


def _stream(path: str, stdin: BinaryIO | None) -> tuple[BinaryIO, int | None]:
    if path == STANDARD_INPUT:
        return stdin or io.BytesIO(), None
    file = Path(path).open("rb")  # noqa: SIM115 -- closed by who asked for it
    return file, os.fstat(file.fileno()).st_size
