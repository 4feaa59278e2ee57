"""Pages in the style of news sites, every figure of which is marked where it stands: `tests/counts/*.txt`.

"{At least 31|31..|killed}" is at least 31 killed, "{more than 400|>400..|other}" leaves 400 out, and a fourth part is
the status where it is not actual. A figure that is not marked is a difference too.
"""

import re
from pathlib import Path

import pytest

from reportedly.pipeline import read_pages
from reportedly.records import Figure

COUNTS = Path(__file__).parent / "counts"
MARK = re.compile(r"\{([^{}|]+)\|(>?)([\d.]*?)\.\.(<?)([\d.]*)\|(\w+)(?:\|(\w+))?\}")

Count = tuple[str, float | None, float | None, bool, bool, str, str]


def marked(text: str) -> list[Count]:
    """Return the figures that a page is marked with."""
    return [
        (words, _number(low), _number(high), bool(over), bool(under), measure, status or "actual")
        for words, over, low, under, high, measure, status in MARK.findall(text)
    ]


def counted(figure: Figure) -> Count:
    low, high = (None if end is None else float(end) for end in (figure.low, figure.high))
    return (figure.text, low, high, figure.low_open, figure.high_open, figure.measure.value, figure.status.value)


def _number(digits: str) -> float | None:
    return float(digits) if digits else None


@pytest.mark.parametrize("name", sorted(path.stem for path in COUNTS.glob("*.txt")))
def test_every_figure_of_a_page_is_read_as_a_reader_marked_it(name: str, tmp_path: Path) -> None:
    text = (COUNTS / f"{name}.txt").read_text(encoding="utf-8")
    page = tmp_path / "page.txt"
    page.write_text(MARK.sub(r"\1", text), encoding="utf-8")
    (reading,) = read_pages([page])

    assert [counted(figure) for figure in reading.figures] == marked(text)
