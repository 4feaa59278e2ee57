"""The drawing of what rests on what."""

import itertools
from collections.abc import Sequence

from brief.ferry import brief, readings
from builders import reading
from reportedly.brief.html import render_html
from reportedly.brief.lines import PageEntry
from reportedly.brief.narrative import narrate
from reportedly.brief.network import MOST_PAGES, Network, draw_network
from reportedly.records import (
    UNKNOWN_DATE,
    Brief,
    BriefPage,
    Circle,
    CircleKind,
    CopyKind,
    FigureRef,
    Origin,
    OriginBasis,
)


def entries(count: int) -> tuple[PageEntry, ...]:
    return tuple(
        PageEntry(number=i, name=f"{i}", title="Pit", carrier=f"Outlet {i}", published="", length=9, read=True)
        for i in range(1, count + 1)
    )


def story(*origins: Sequence[int], main: dict[int, int] | None = None, **given: object) -> Brief:
    of_page = {page: i for i, pages in reversed(list(enumerate(origins))) for page in pages} | (main or {})
    pages = tuple(
        BriefPage(name=f"{page}", title=None, carrier=None, published=UNKNOWN_DATE, origin=of_page[page])
        for page in sorted(of_page)
    )
    told = tuple(
        Origin(origin=f"Source {i}", basis=OriginBasis.OWN, pages=tuple(f"{page}" for page in own))
        for i, own in enumerate(origins)
    )
    fields: dict[str, object] = {"pages": pages, "origins": told, **given}
    return Brief(story="Pit", **fields)  # type: ignore[arg-type]


def drawn(told: Brief, count: int) -> Network:
    network = draw_network(told, entries(count))
    assert network is not None
    return network


def test_each_page_is_drawn_with_a_line_to_what_it_rests_on() -> None:
    network = drawn(story([1, 3], [2]), 3)

    assert [dot.number for dot in network.dots] == [1, 3, 2]
    assert [root.words for root in network.roots] == [("Source 0",), ("Source 1",)]
    assert len(network.threads) == 3
    assert not network.in_part


def test_an_origin_that_most_pages_rest_on_stands_first() -> None:
    assert drawn(story([1], [2, 3]), 3).roots[0].words == ("Source 1",)


def test_a_page_that_rests_on_a_second_origin_in_part_has_a_dashed_line() -> None:
    network = drawn(story([1, 2], [2], main={2: 1}), 2)

    assert [thread.in_part for thread in network.threads] == [False, True, False]


def test_pages_of_the_same_words_stand_together_with_a_bar() -> None:
    copies = (("1", "3", CopyKind.COPY),)
    network = drawn(story([1, 2, 3], copies=copies), 3)

    assert [dot.number for dot in network.dots] == [1, 3, 2]
    assert network.bars == ((network.dots[0].at, network.dots[1].at),)


def test_a_page_of_a_count_that_goes_in_a_circle_has_a_ring() -> None:
    circle = Circle(kind=CircleKind.CYCLE, outlets=("A", "B"), figures=(FigureRef(page="2", figure="f1"),), why="")
    network = drawn(story([1], [2], circles=(circle,)), 2)

    assert [dot.circular for dot in network.dots] == [False, True]


def test_nothing_that_is_drawn_overlaps() -> None:
    network = drawn(story([1], [2, 3], [4]), 4)
    places = [dot.at for dot in network.dots]

    assert all(b - a >= 24 for a, b in itertools.pairwise(places))
    assert max(places) < network.high


def test_of_many_pages_the_origins_alone_are_drawn_with_their_counts() -> None:
    count = MOST_PAGES + 6
    network = drawn(story(list(range(1, count - 3)), *([page] for page in range(count - 3, count + 1))), count)

    assert network.dots == ()
    assert [(root.words[0], root.pages) for root in network.roots] == [
        ("Source 0", count - 4),
        ("4 other origins, 4 pages", 4),
    ]


def test_one_page_needs_no_drawing() -> None:
    assert draw_network(story([1]), entries(1)) is None


def test_a_long_name_is_cut_after_three_lines() -> None:
    long = Origin(origin="The rescue council of the valley " * 5, basis=OriginBasis.OWN, pages=("1",))
    root = drawn(story([1], [2], origins=(long,)), 2).roots[0]

    assert len(root.words) == 3
    assert root.words[-1].endswith("…")
    assert max(map(len, root.words)) <= 27


def test_the_drawing_has_its_words_and_links_to_the_pages() -> None:
    html = render_html(narrate(brief(), readings()), brief(), readings())
    drawing = html.partition('<figure class="network">')[2].partition("</figure>")[0]

    assert 'aria-label="5 pages and the 3 origins they rest on; listed below."' in drawing
    assert all(f'href="#page-{page}"' in drawing for page in range(1, 6))
    assert "by credit" in html.partition("</figure>")[2]


def test_a_story_of_one_page_has_no_drawing() -> None:
    page = reading("1", "Pit\n\nThe pit is closed.")
    told = story([1])

    assert '<figure class="network">' not in render_html(narrate(told, (page,)), told, (page,))
