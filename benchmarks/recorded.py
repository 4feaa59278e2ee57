"""Scores page by page, kept from one run to the next: what a change gained and what it cost, and where.

A recording holds numbers alone: a page stands in it under a digest of its name, since a name may hold a headline.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

RECORDED = Path(__file__).with_name("recorded")


class Counts(NamedTuple):
    """How much was right of what was found and what was wanted."""

    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        """F1 in per cent; 100 where nothing was wanted and nothing found."""
        both = self.found + self.wanted
        return 200 * self.right / both if both else 100.0

    @property
    def mistakes(self) -> int:
        """What was found wrongly and what was not found."""
        return self.found + self.wanted - 2 * self.right


Scores = Mapping[str, Counts]


class Recording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The scores of one run over whole labelled data, by the digest of the page's name."""

    data: str
    sha256: str
    pages: dict[str, dict[str, Counts]]

    def of(self, pages: Iterable[str]) -> dict[str, Scores]:
        """Return the scores recorded for the pages; those that were not recorded are left out."""
        return {page: self.pages[key] for page in pages if (key := key_of(page)) in self.pages}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A page whose scores are not what they were."""

    page: str
    before: Scores
    now: Scores

    def gained(self, names: Iterable[str]) -> int:
        """Return how many mistakes fewer there are under the names; below zero where there are more."""
        return sum(self.before[name].mistakes - self.now[name].mistakes for name in names if name in self.before)


def key_of(page: str) -> str:
    """Return what the page is recorded under."""
    return hashlib.sha256(page.encode()).hexdigest()[:12]


def record(data: Path, pages: Mapping[str, Scores]) -> Recording:
    """Return the recording of a run over the data."""
    kept = {key_of(page): dict(scores) for page, scores in pages.items()}
    return Recording(data=data.name, sha256=_digest(data), pages=kept)


def write_recording(recording: Recording, path: Path) -> None:
    """Write the recording with a line for each page, so that a change of one page is a change of one line."""
    head = f'"data": {_json(recording.data)}, "sha256": {_json(recording.sha256)}'
    lines = ",\n".join(f"  {_json(page)}: {_json(scores)}" for page, scores in sorted(recording.pages.items()))
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'{{{head}, "pages": {{\n{lines}\n}}}}\n', encoding="utf-8")


def read_recording(path: Path, data: Path) -> Recording | None:
    """Return what was recorded on the same data; None where nothing was."""
    if not path.exists():
        return None
    recording = msgspec.json.decode(path.read_bytes(), type=Recording)
    return recording if recording.sha256 == _digest(data) else None


def find_changes(recording: Recording, pages: Mapping[str, Scores]) -> tuple[Change, ...]:
    """Return the pages of this run whose scores are not the recorded ones, in the order of the run."""
    before = recording.of(pages)
    return tuple(
        Change(page=page, before=before[page], now=now)
        for page, now in pages.items()
        if page in before and before[page] != now
    )


def total(pages: Iterable[Scores]) -> dict[str, Counts]:
    """Add the scores of pages up, name by name."""
    sums: dict[str, Counts] = {}
    for scores in pages:
        for name, counts in scores.items():
            before = sums.get(name, Counts(0, 0, 0))
            sums[name] = Counts(*(a + b for a, b in zip(before, counts, strict=True)))
    return sums


def _digest(data: Path) -> str:
    """Return the digest of a file, or of a story's folder: the names of its files and what is in them."""
    digest = hashlib.sha256(b"" if data.is_dir() else data.read_bytes())
    for file in sorted(path for path in data.rglob("*") if path.is_file()) if data.is_dir() else ():
        digest.update(
            f"{file.relative_to(data).as_posix()}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode()
        )
    return digest.hexdigest()


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()
