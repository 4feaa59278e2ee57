"""The weights of data/prose.toml: fitted to pages whose lines are labelled, and measured on pages they have not seen.

    python training/furniture.py PAGES

PAGES is JSON Lines, plain or packed as .xz: {"id": a hexadecimal number, "lines": [[text, kept], ...]}, where `kept` is
whether the line belongs to the page's article, null for blank lines. Writes src/reportedly/data/prose.toml and prints
how many of the article's characters are kept. The same pages give the same file: the seed is fixed.
"""

import argparse
import json
import lzma
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.clean.furniture import sort_lines
from reportedly.clean.lines import find_lines
from reportedly.clean.phrases import furniture_phrases
from reportedly.clean.prose import line_features

WEIGHTS = Path(__file__).parents[1] / "src" / "reportedly" / "data" / "prose.toml"
HEAD = """\
# What each feature of a line adds to the log odds that it belongs to the article: logistic regression on the lines of
# news pages as plain text, weighted by their length. Written by training/furniture.py; docs/explanation/clean.md names
# the data and the measured figures.

[weights]
"""
FOLDS = 5
SEED = 7
# Pages that a person copied by hand have few lines of furniture above and below the article: two such copies of each
# page, each with as many as are drawn from one of these pairs.
TRIMS = (((0, 1, 2, 3, 4, 6), (0, 1, 2, 4, 6, 10)), ((1, 3, 5, 8), (0, 3, 5, 8, 20)))
TRIMMED_WEIGHT = 0.3
# A line counts by this power of its length: the article's characters matter, but one long line is no ten.
LENGTH_POWER = 0.6
RIDGE = 3.0  # of the squares of the weights, so that features that say the same share theirs
STEPS, STILL = 60, 1e-6  # of Newton's method
MOST_LOG_ODDS = 30.0  # beyond which exp() says nothing new

Numbers = NDArray[np.float64]
Label = tuple[str, bool]


@dataclass(frozen=True, kw_only=True)
class Sample:
    """The lines of a page, each with whether it is the article's, and how much the page counts."""

    lines: tuple[Label, ...]
    share: float = 1.0

    @cached_property
    def text(self) -> str:
        """The lines as one text."""
        return "".join(f"{line}\n" for line, _ in self.lines)

    @cached_property
    def features(self) -> Numbers:
        """A row for each line, a column for each feature in the order of their names."""
        found = line_features(find_lines(self.text), furniture_phrases())
        return np.array([[line[name] for name in sorted(line)] for line in found])

    @cached_property
    def kept(self) -> Numbers:
        """1 for each line of the article, 0 for the others."""
        return np.array([kept for _, kept in self.lines], dtype=np.float64)

    @cached_property
    def counts(self) -> Numbers:
        """How much each line counts."""
        return self.share * np.array([len(line.strip()) for line, _ in self.lines], dtype=np.float64) ** LENGTH_POWER


@dataclass(frozen=True, kw_only=True)
class LabelledPage:
    """A page as it is and as a person might have copied it."""

    number: int
    whole: Sample
    trimmed: tuple[Sample, ...]


def main() -> None:
    """Fit, measure and write."""
    parser = argparse.ArgumentParser(description="Fit the weights of data/prose.toml.")
    parser.add_argument("pages", type=Path, help="labelled pages, JSON Lines, plain or packed as .xz")
    pages = [*read_labelled(parser.parse_args().pages)]
    weights = fit_weights(pages)
    print(f"{len(pages)} pages, {len(weights)} features; characters kept: precision, recall, F1")
    print(f"  weights of {FOLDS} folds     ", describe_scores(pages, across(pages, FOLDS)))
    print("  weights of halves      ", describe_scores(pages, across(pages, 2)))
    print("  weights of all pages   ", describe_scores(pages, lambda _: weights))
    WEIGHTS.write_text(HEAD + "".join(f"{name} = {weight:.3f}\n" for name, weight in weights.items()), encoding="utf-8")


def read_labelled(path: Path) -> Iterator[LabelledPage]:
    """Yield the pages of the file with their trimmed copies."""
    chance = random.Random(SEED)  # noqa: S311 -- nothing here is secret
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            lines = tuple((text, kept) for text, kept in row["lines"] if kept is not None)
            cuts = [(chance.choice(above), chance.choice(below)) for above, below in TRIMS]
            trimmed = tuple(trim(lines, above, below) for above, below in cuts) if any(k for _, k in lines) else ()
            yield LabelledPage(number=int(row["id"], 16), whole=Sample(lines=lines), trimmed=trimmed)


def trim(lines: Sequence[Label], above: int, below: int) -> Sample:
    """Return the article with so many lines of what stands above and below it."""
    article = [i for i, (_, kept) in enumerate(lines) if kept]
    return Sample(lines=tuple(lines[max(0, article[0] - above) : article[-1] + 1 + below]), share=TRIMMED_WEIGHT)


def fit_weights(pages: Sequence[LabelledPage]) -> dict[str, float]:
    """Return the weights of a ridge logistic regression on the pages' lines, by Newton's method."""
    samples = [page.whole for page in pages] + [sample for page in pages for sample in page.trimmed]
    x = np.vstack([sample.features for sample in samples])
    y = np.concatenate([sample.kept for sample in samples])
    counts = np.concatenate([sample.counts for sample in samples])
    counts /= counts.mean()
    weights, ridge = np.zeros(x.shape[1]), np.eye(x.shape[1]) * RIDGE
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(x @ weights, -MOST_LOG_ODDS, MOST_LOG_ODDS)))
        slope = x.T @ (counts * (likely - y)) + ridge @ weights
        bend = (x * (counts * likely * (1 - likely))[:, None]).T @ x + ridge
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < STILL:
            break
    return dict(zip(feature_names(), map(float, weights), strict=True))


def feature_names() -> list[str]:
    """Return the names of the features in their order."""
    return sorted(next(line_features(find_lines("The dam held."), furniture_phrases())))


def across(pages: Sequence[LabelledPage], folds: int) -> Callable[[LabelledPage], Mapping[str, float]]:
    """Return the weights for each page that were fitted to the pages of the other folds."""
    fitted = [fit_weights([page for page in pages if page.number % folds != fold]) for fold in range(folds)]
    return lambda page: fitted[page.number % folds]


def describe_scores(pages: Sequence[LabelledPage], weights_of: Callable[[LabelledPage], Mapping[str, float]]) -> str:
    """Return precision, recall and F1 of the lines that are sorted into the article, by their characters."""
    right = found = wanted = 0
    for page in pages:
        text = page.whole.text
        sorted_in = {line.span for line in sort_lines(text, weights=weights_of(page)).article}
        for line, (_, kept) in zip(find_lines(text), page.whole.lines, strict=True):
            size, chosen = len(line.text), line.span in sorted_in
            right, found, wanted = right + size * (chosen and kept), found + size * chosen, wanted + size * kept
    return f"{100 * right / found:.1f} {100 * right / wanted:.1f} {200 * right / (found + wanted):.1f}"


if __name__ == "__main__":
    main()
