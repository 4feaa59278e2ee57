"""Any number of pages made from the example story, so that a long run can be measured without data from elsewhere."""

import random
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "tarnholt"
# Names that each variant spells its own way: a long run meets new words all the time, and has to forget them.
NAMES = ("Tarnholt", "Halvey", "Marrant", "Vasker", "Teslin", "Sarrow")


def vary_pages(count: int, *, words: int = 0, folder: Path = EXAMPLE) -> Iterator[str]:
    """Yield texts with the example's paragraphs in another order under other names; the same every time.

    A page has the paragraphs of one of the example's; with `words`, as many of the others' as make it about so long.
    """
    originals = [file.read_text(encoding="utf-8").split("\n\n") for file in sorted((folder / "pages").glob("*.txt"))]
    for i in range(count):
        choose = random.Random(i)  # noqa: S311 -- pages, not secrets
        title, *paragraphs = originals[i % len(originals)]
        choose.shuffle(paragraphs)
        if words:
            others = [p for page in originals if page[0] != title for p in page[1:]]
            choose.shuffle(others)
            paragraphs = list(_up_to(words - len(title.split()), [*paragraphs, *others]))
        text = "\n\n".join([title, *paragraphs])
        for name in NAMES:
            text = text.replace(name, name[:3] + "".join(choose.choices(string.ascii_lowercase, k=5)))
        yield text


def write_variants(count: int, folder: Path, *, words: int = 0) -> None:
    """Write that many pages into the folder."""
    for i, text in enumerate(vary_pages(count, words=words)):
        (folder / f"{i:05d}.txt").write_text(text, encoding="utf-8")


def _up_to(words: int, paragraphs: Iterable[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        if words <= 0:
            return
        yield paragraph
        words -= len(paragraph.split())
