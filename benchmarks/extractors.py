"""Libraries that take the article out of an HTML page, measured beside ours in one run.

    pip install --group extractors
    python benchmarks/extractors.py PAGES [--first N]

PAGES is JSON Lines, plain or packed as .xz: {"id": a hexadecimal number, "html": ..., "body": the article's text, ...}.
For each extractor the mean F1 of 4-word shingles is printed: over all pages, and over those with even and with odd ids,
since a gain that one half alone shows is a page or two. Below stand readings that several extractors agree on.
"""

import argparse
import json
import lzma
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from statistics import mean

from lxml.html import HTMLParser, document_fromstring

from reportedly.clean.blocks import text_lines
from reportedly.clean.furniture import sort_lines
from reportedly.clean.html import read_html

Extractor = Callable[[str], str]
_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_LONGEST = 500_000  # characters of text in which lines are searched
_ALIKE = 0.8  # F1 of two readings that agree


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPage:
    """An HTML page and the text of its article."""

    number: int
    html: str
    body: str


def main() -> None:
    """Measure every extractor on every page and print the table."""
    parser = argparse.ArgumentParser(description="Compare extractors of articles in one run.")
    parser.add_argument("pages", type=Path, help="labelled pages, JSON Lines, plain or packed as .xz")
    parser.add_argument("--first", type=int, help="measure these many pages only")
    args = parser.parse_args()
    pages = [*read_pages(args.pages)][: args.first]
    texts = {name: [extract(page.html) for page in pages] for name, extract in EXTRACTORS.items()}
    texts |= dict(agreements(texts))
    print(f"{len(pages)} pages: mean shingle F1 of all, of even ids, of odd ids")
    for name, found in texts.items():
        print(describe(name, pages, found))


def read_pages(path: Path) -> Iterator[LabelledPage]:
    """Yield the pages of the file."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            yield LabelledPage(number=int(row["id"], 16), html=row["html"], body=row["body"])


def describe(name: str, pages: Sequence[LabelledPage], texts: Sequence[str]) -> str:
    """Return an extractor's line: "trafilatura   95.5  95.6  95.3"."""
    scores = [shingle_f1(page.body, text) for page, text in zip(pages, texts, strict=True)]
    halves = [[score for page, score in zip(pages, scores, strict=True) if page.number % 2 == odd] for odd in (0, 1)]
    return f"{name:44s}" + "".join(f"  {100 * mean(part):5.1f}" if part else "      -" for part in (scores, *halves))


def shingle_f1(wanted: str, found: str) -> float:
    """Return how well the runs of four words of two texts agree: 1 where they are the same, 0 where they share none."""
    gold, got = _shingles(wanted), _shingles(found)
    return 2 * (gold & got).total() / max(1, gold.total() + got.total())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return Counter(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))


def agreements(texts: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield ours, but where two others are alike and ours is not, theirs; and of five the one most like the others."""
    for pair in combinations(("readability", "line search", "trafilatura, fast"), 2):
        yield f"ours unless {pair[0]} = {pair[1]}", [*map(_outvoted, texts["ours"], texts[pair[0]], texts[pair[1]])]
    five = ("ours", "readability", "line search", "resiliparse", "trafilatura, fast")
    yield "the most central of five", [_central(readings) for readings in zip(*map(texts.get, five), strict=True)]


def _outvoted(ours: str, first: str, second: str) -> str:
    agreed = shingle_f1(first, second) > _ALIKE > shingle_f1(ours, first)
    return first if agreed else ours


def _central(readings: Sequence[str]) -> str:
    return max(readings, key=lambda reading: sum(shingle_f1(reading, other) for other in readings))


def _trafilatura(html: str, *, precise: bool = False, much: bool = False, fast: bool = False) -> str:
    from trafilatura import extract  # noqa: PLC0415 -- each library is loaded by the one row that needs it

    return extract(html, include_comments=False, favor_precision=precise, favor_recall=much, fast=fast) or ""


def _readability(html: str) -> str:
    from readability import Document  # noqa: PLC0415

    return _lines_of(Document(html).summary(html_partial=True))


def _resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return str(extract_plain_text(html, main_content=True, alt_texts=False, links=False))


def _justext(html: str) -> str:
    from justext import get_stoplist, justext  # noqa: PLC0415

    found = justext(html, get_stoplist("English"))
    return "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)


def _line_search(html: str) -> str:
    return "\n".join(line.text for line in sort_lines(_lines_of(html)[:_LONGEST]).article)


def _lines_of(html: str) -> str:
    tree = document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8", remove_comments=True))
    return "\n".join(text_lines(tree))


def _ours(html: str) -> str:
    article = read_html(html)
    return "\n".join(span.of(article.text) for span in article.paragraphs)


EXTRACTORS: Mapping[str, Extractor] = {
    "jusText": _justext,
    "resiliparse": _resiliparse,
    "readability": _readability,
    "trafilatura": _trafilatura,
    "trafilatura, favor_recall": partial(_trafilatura, much=True),
    "trafilatura, fast": partial(_trafilatura, fast=True),
    "trafilatura, favor_precision": partial(_trafilatura, precise=True),
    "line search": _line_search,
    "ours": _ours,
}

if __name__ == "__main__":
    main()
