"""Any number of pages made from the example story, so that a long run can be measured without data from elsewhere."""

import random
import string
from collections.abc import Iterator
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "tarnholt"
# Names that each variant spells its own way: a long run meets new words all the time, and has to forget them.
NAMES = ("Tarnholt", "Halvey", "Marrant", "Vasker", "Teslin", "Sarrow")


def vary_pages(count: int, *, folder: Path = EXAMPLE) -> Iterator[str]:
    """Yield texts with the example's paragraphs in another order under other names; the same every time."""
    originals = [file.read_text(encoding="utf-8") for file in sorted((folder / "pages").glob("*.txt"))]
    for i in range(count):
        choose = random.Random(i)  # noqa: S311 -- pages, not secrets
        title, *paragraphs = originals[i % len(originals)].split("\n\n")
        choose.shuffle(paragraphs)
        text = "\n\n".join([title, *paragraphs])
        for name in NAMES:
            text = text.replace(name, name[:3] + "".join(choose.choices(string.ascii_lowercase, k=5)))
        yield text


def write_variants(count: int, folder: Path) -> None:
    """Write that many pages into the folder."""
    for i, text in enumerate(vary_pages(count)):
        (folder / f"{i:05d}.txt").write_text(text, encoding="utf-8")
