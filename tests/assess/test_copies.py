import time

from hypothesis import given
from hypothesis import strategies as st

from builders import reading, statement
from reportedly.assess.copies import Lifted, Shared, Text, find_copies, find_passages, find_shared, text_of
from reportedly.records import CopyKind, Manner

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


# --- many pages ------------------------------------------------------------------------------------------------------


def words(name: str, count: int) -> str:
    return " ".join(f"{name}{i}" for i in range(count))


def text(name: str, *paragraphs: str, carrier: str | None = None) -> Text:
    return Text(name=name, paragraphs=paragraphs, carrier=carrier)


def test_a_footer_of_one_outlet_makes_no_copy_of_its_pages() -> None:
    footer = words("imprint", 120)
    pages = [text(f"{i}", words(f"news{i}x", 60), footer, carrier="Tolm Mail") for i in range(4)]

    assert find_shared(pages) == Shared(copies=(), passages=())


def test_a_sidebar_that_many_outlets_carry_makes_no_copy() -> None:
    sidebar = words("weather", 120)
    pages = [text(f"{i:02d}", words(f"news{i}x", 60), sidebar, carrier=f"outlet {i}") for i in range(30)]

    assert find_shared(pages) == Shared(copies=(), passages=())


def test_a_shortened_copy_with_a_sidebar_is_a_copy_all_the_same() -> None:
    sidebar = words("weather", 120)
    pages = [text(f"{i:02d}", words(f"news{i}x", 200), sidebar, carrier=f"outlet {i}") for i in range(30)]
    short = text("short", words("news7x", 80), sidebar, carrier="outlet 40")

    assert find_shared([*pages, short]).copies == (("07", "short", CopyKind.COPY),)


def test_a_report_that_a_hundred_outlets_reprint_is_no_boilerplate() -> None:
    pages = [text(f"{i:03d}", words("report", 200), words(f"own{i}x", 20)) for i in range(100)]

    assert find_shared(pages).copies == tuple(("000", f"{i:03d}", CopyKind.COPY) for i in range(1, 100))


def test_three_states_of_a_growing_page_are_copies_though_one_outlet_has_them() -> None:
    parts = [words(f"part{i}x", 60) for i in range(4)]
    pages = [text(f"{i}", *parts[: i + 1], carrier="Tolm Mail") for i in range(1, 4)]

    assert find_shared(pages).copies == (("1", "3", CopyKind.COPY), ("2", "3", CopyKind.COPY))


def test_a_passage_lifted_into_a_longer_page_is_found_with_its_place() -> None:
    passage = words("passage", 50)
    pages = [text("a", words("one", 60), passage), text("b", words("two", 90), passage, words("three", 90))]

    assert find_shared(pages) == Shared(
        copies=(), passages=(Lifted(page="b", other="a", words=(90, 140), other_words=(60, 110)),)
    )


def test_a_word_that_was_changed_does_not_break_a_passage() -> None:
    passage = words("passage", 60)
    pages = [
        text("a", words("one", 90), passage),
        text("b", words("two", 150), passage.replace("passage30 ", "other ")),
    ]

    assert [one.words for one in find_shared(pages).passages] == [(150, 210)]


def test_a_passage_with_other_numbers_is_one_passage() -> None:
    passage = " ".join(f"passage{i} 1{i}" for i in range(30))
    pages = [text("a", words("one", 90), passage), text("b", words("two", 150), passage.replace(" 1", " 2"))]

    assert len(find_shared(pages).passages) == 1


def test_one_shared_sentence_is_no_passage() -> None:
    sentence = words("said", 25)
    pages = [text("a", words("one", 90), sentence), text("b", words("two", 150), sentence)]

    assert find_shared(pages).passages == ()


def test_the_place_of_a_passage_is_given_in_the_text_of_each_page() -> None:
    passage = " ".join(f"Passage{i}," for i in range(50))
    pages = [
        reading("a", f"A\n\n{words('one', 60)}.\n\n{passage} and so on"),
        reading("b", f"B\n\n{words('two', 90)} – “{passage}”"),
    ]
    (found,) = find_passages(pages, find_shared(map(text_of, pages)))

    assert found.span.of(pages[1].text) == found.other_span.of(pages[0].text) == passage.removesuffix(",")


def test_a_long_quotation_that_two_pages_have_is_no_passage_of_either() -> None:
    said = f"“{words('Word', 60)}”"
    pages = []
    for name in ("one", "two"):
        body = f"A\n\n{words(name, 90)}.\n\n{said} she said."
        quoted = statement(body, said, speaker="Edda Lorne", manner=Manner.DIRECT)
        pages.append(reading(name, body, statements=(quoted,)))
    shared = find_shared(map(text_of, pages))

    assert len(shared.passages) == 1
    assert find_passages(pages, shared) == ()


@given(st.lists(st.lists(st.sampled_from(["a", "b", "12", "13", "c"]), max_size=60), max_size=6))
def test_whatever_the_pages_are_every_pair_is_in_their_order(pages: list[list[str]]) -> None:
    texts = [text(f"{i}", " ".join(told)) for i, told in enumerate(pages)]

    assert all(a < b for a, b, _ in find_shared(texts).copies)
