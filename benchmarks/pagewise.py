"""A scorer's own script, run on one page at a time: what each page scores, with its labels and what the command gave.

The script stays where it lies. It is imported from there, its pages are read by the command in one run, and its `main`
is then called once for each page, with that page alone as its data. Labelled stories are folders: there the script
starts the command, and is given one line of what was printed at a time.
"""

import importlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, SimpleNamespace

from recorded import Counts

Row = dict[str, object]
_COUNTED = re.compile(r"^(\S.*?)\s+P\s.*\((\d+) right, (\d+) found, (\d+) wanted\)$", re.MULTILINE)
_SHARE = re.compile(r"^(\S.*?)\s+([\d.]+) % of (\d+) \w+$", re.MULTILINE)
_MEAN = re.compile(r"^(\S.*?)\s+([\d.]+)\s+\(\d+ pages\)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredPage:
    """A labelled page, what the command answered, and what that scored.

    The answer is the page's reading, both readings where the script has the page read in two forms, or a brief's text.
    """

    name: str
    labels: Row
    answer: object
    scores: dict[str, Counts]


def load_script(name: str, folder: Path) -> ModuleType:
    """Import a scorer's script from its folder, anew each time."""
    for module in ("common", name):
        sys.modules.pop(module, None)
    with _set(sys, path=[str(folder), *sys.path], dont_write_bytecode=True):
        importlib.invalidate_caches()
        return importlib.import_module(name)


def score_pages(script: ModuleType, data: Path, *, command: str, first: int | None = None) -> Iterator[ScoredPage]:
    """Yield the pages of the data, each with its own scores, in their order."""
    if data.is_dir():
        yield from _score_story(script, data, command=command, first=first)
        return
    rows: Sequence[Row] = script.load(data)[:first]
    arguments = [str(data), "--command", command]
    answers = _stand_between(script)
    if isinstance(answers, _Readings):
        _run(script, rows, arguments)  # one run of the command reads all that is asked for
    for i, row in enumerate(rows):
        answers.given.clear()
        printed = _run(script, [row], arguments)
        answer = tuple(answers.given) if len(answers.given) > 1 else next(iter(answers.given), None)
        yield ScoredPage(name=str(row.get("id", f"{i:05d}")), labels=row, answer=answer, scores=read_counts(printed))


def _score_story(script: ModuleType, folder: Path, *, command: str, first: int | None) -> Iterator[ScoredPage]:
    """Yield the pages of a hand-labelled story: its `gold.json` holds their labels, its `pages/` the pages."""
    labels = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["pages"]
    arguments = [str(folder), "--command", command]
    answers = _stand_between(script)
    _run(script, (), arguments)
    for line in str(answers.given[0]).splitlines()[:first]:
        vars(script)["subprocess"] = SimpleNamespace(run=lambda *_, line=line, **__: SimpleNamespace(stdout=line))
        printed, reading = _run(script, (), arguments), json.loads(line)
        name = Path(reading["page"]["name"]).name
        yield ScoredPage(name=name, labels=labels[name], answer=reading, scores=read_counts(printed))


def read_counts(printed: str) -> dict[str, Counts]:
    """Return the scores that a script printed: "value   P 50.0  R 50.0  F1 50.0   (1 right, 2 found, 2 wanted)".

    A mean over pages, which has no counts, is given in thousandths.
    """
    means = {name: Counts(round(10 * float(value)), 1000, 1000) for name, value in _MEAN.findall(printed)}
    shares = {name: Counts(round(float(v) * int(n) / 100), int(n), int(n)) for name, v, n in _SHARE.findall(printed)}
    return means | shares | {name: Counts(*map(int, counts)) for name, *counts in _COUNTED.findall(printed)}


class _Readings:
    """Stands in for `read_pages` of a script and knows what it has read before."""

    def __init__(self, read_pages: Callable[..., list[object]]) -> None:
        self.given: list[object] = []
        self._read_pages = read_pages
        self._known: dict[tuple[object, ...], object] = {}

    def __call__(
        self, pages: Sequence[Row], command: str, *, plain: bool = False, suffix: str = ".txt"
    ) -> list[object]:
        asked = [(*(page.get(k) for k in ("text", "published", "outlet", "url")), plain, suffix) for page in pages]
        new = {key: page for key, page in zip(asked, pages, strict=True) if key not in self._known}
        if new:
            read = self._read_pages(list(new.values()), command, plain=plain, suffix=suffix)
            self._known.update(zip(new, read, strict=True))
        readings = [self._known[key] for key in asked]
        self.given += readings
        return readings


class _Runs:
    """Stands in for `subprocess` of a script that runs the command itself, and keeps what was printed."""

    def __init__(self) -> None:
        self.given: list[object] = []

    def run(self, arguments: Sequence[str], **options: bool) -> object:
        done = subprocess.run(arguments, check=False, **{k: v for k, v in options.items() if k != "check"})  # type: ignore[call-overload] # the script's own options
        self.given.append(done.stdout)
        return done


def _stand_between(script: ModuleType) -> _Readings | _Runs:
    if "read_pages" in vars(script):
        readings = _Readings(script.read_pages)
        vars(script)["read_pages"] = readings
        return readings
    runs = _Runs()
    vars(script)["subprocess"] = SimpleNamespace(run=runs.run)
    return runs


def _run(script: ModuleType, rows: Sequence[Row], arguments: Sequence[str]) -> str:
    vars(script)["load"] = lambda _: list(rows)
    printed = io.StringIO()
    with redirect_stdout(printed), _set(sys, argv=[script.__name__, *arguments]):
        script.main()
    return printed.getvalue()


@contextmanager
def _set(module: ModuleType, **values: object) -> Iterator[None]:
    before = {name: getattr(module, name) for name in values}
    vars(module).update(values)
    try:
        yield
    finally:
        vars(module).update(before)
