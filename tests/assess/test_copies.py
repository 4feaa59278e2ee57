import time

from builders import reading
from reportedly.assess.copies import find_copies
from reportedly.records import CopyKind

WIRE = """Twelve dead at Harrow pit

At least 12 miners were killed on Tuesday when a gallery fell in at the Harrow pit, the Tolm mining office said.

Rescuers pulled 30 men out of the shaft before noon and were still digging for others in the evening, an officer said.

The pit belongs to Varrow Coal, which closed two of its five shafts last winter after inspectors found water in them.

Its director, Edda Lorne, said that the company had done all that the inspectors had asked of it and more than that.
"""
OTHER = """Library opens in Tolm

The town of Tolm has a new library, built of brick and glass on the square where the old grain market used to stand.

Its shelves hold room for ninety thousand books, and the reading room looks out on the river, said the town architect.

Children of the Harrow school were the first to walk in on Monday, each with a card that had been printed for the day.
"""


def shortened(text: str, paragraphs: int) -> str:
    return "\n\n".join(text.split("\n\n")[: paragraphs + 1])


def test_a_reprint_is_a_copy() -> None:
    pages = [reading("a", WIRE), reading("b", f"Pit disaster\n\n{WIRE.partition('pit')[2]}")]

    assert find_copies(pages) == (("a", "b", CopyKind.COPY),)


def test_a_shortened_reprint_is_a_copy_whichever_comes_first() -> None:
    pages = [reading("short", shortened(WIRE, 2)), reading("whole", WIRE)]

    assert find_copies(pages) == (("short", "whole", CopyKind.COPY),)


def test_the_same_text_with_another_number_is_a_version() -> None:
    pages = [reading("a", WIRE), reading("b", WIRE.replace("12 miners", "14 miners"))]

    assert find_copies(pages) == (("a", "b", CopyKind.VERSION),)


def test_numbers_as_words_make_a_version_too() -> None:
    pages = [reading("a", WIRE.replace("12", "twelve")), reading("b", WIRE.replace("12", "fourteen"))]

    assert find_copies(pages) == (("a", "b", CopyKind.VERSION),)


def test_two_reports_are_no_copies() -> None:
    assert find_copies([reading("a", WIRE), reading("b", OTHER)]) == ()


def test_a_shared_quotation_makes_no_copy() -> None:
    own = (
        f"{OTHER}\nAt least 12 miners were killed on Tuesday when a gallery fell in at the Harrow pit, said the office."
    )

    assert find_copies([reading("a", WIRE), reading("b", own)]) == ()


def test_furniture_that_two_pages_share_makes_no_copy() -> None:
    notice = "We use cookies to count our visitors and to keep this site running for all who read it every day. " * 5
    pages = [reading("a", f"{WIRE}\n{notice}"), reading("b", f"{OTHER}\n{notice}")]
    bare = [
        reading(
            page.page.name, page.text, paragraphs=[p for p in page.page.paragraphs if "cookies" not in p.of(page.text)]
        )
        for page in pages
    ]

    assert find_copies(bare) == ()


def test_a_headline_alone_is_no_copy() -> None:
    assert find_copies([reading("a", shortened(WIRE, 0)), reading("b", shortened(WIRE, 0))]) == ()


def test_many_reprints_are_each_paired_once() -> None:
    pages = [reading(f"{i:03d}", WIRE) for i in range(200)]

    assert find_copies(pages) == tuple(("000", f"{i:03d}", CopyKind.COPY) for i in range(1, 200))


def test_pages_are_not_compared_two_by_two() -> None:
    pages = [reading(f"{i:04d}", f"{WIRE}\n" + " ".join(f"w{i}x{j}" for j in range(150))) for i in range(400)]
    began = time.monotonic()
    find_copies(pages)

    assert time.monotonic() - began < 10
