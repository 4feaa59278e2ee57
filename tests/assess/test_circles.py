"""Counts that outlets trace to one another, or to nobody."""

from typing import Any

from builders import figure, hop, reading, statement
from reportedly.assess.footing import is_reports
from reportedly.assess.story import assess_story
from reportedly.records import Brief, CircleKind, Hop, Named, Reading, Role


def page(name: str, outlet: str | None, *chain: Hop, number: int = 40, **given: Any) -> Reading:
    said = f"{chain[0].party if chain else outlet} put the number of miners killed at Harrow at {number}."
    text = f"Pit\n\n{said}"
    count = figure(text, str(number), number, number, who="miners", statement="s1" if chain else None)
    statements = (statement(text, said, chain=chain),) if chain else ()
    return reading(name, text, outlet=outlet, figures=[count], statements=statements, **given)


def story(*pages: Reading) -> Brief:
    return assess_story(pages, story="Harrow pit")


def origins(brief: Brief) -> list[int]:
    return [claim.origins for claim in brief.claims if claim.figures]


POST, MAIL = hop("Harrow Post"), hop("Tolm Mail")
MEDIA = hop("local media", named=False)


def test_two_outlets_that_cite_each_other_go_in_a_circle() -> None:
    brief = story(page("a", "Harrow Post", MAIL), page("b", "Tolm Mail", POST))
    (circle,) = brief.circles

    assert (circle.kind, circle.outlets) == (CircleKind.CYCLE, ("Harrow Post", "Tolm Mail"))
    assert circle.why == (
        "Harrow Post cites Tolm Mail and Tolm Mail cites Harrow Post; nobody says where “40 killed” comes from."
    )
    assert origins(brief) == [1]


def test_three_outlets_in_a_ring_go_in_a_circle() -> None:
    wire = hop("Norpress")
    brief = story(page("a", "Harrow Post", MAIL), page("b", "Tolm Mail", wire), page("c", "Norpress", POST))

    assert [circle.outlets for circle in brief.circles] == [("Harrow Post", "Tolm Mail", "Norpress")]
    assert origins(brief) == [1]


def test_a_count_that_one_of_them_has_from_somebody_is_in_no_circle() -> None:
    brief = story(page("a", "Harrow Post", MAIL), page("b", "Tolm Mail", hop("Edda Lorne"), POST))

    assert brief.circles == ()


def test_an_outlet_that_tells_a_count_of_its_own_ends_the_circle() -> None:
    brief = story(page("a", "Harrow Post", MAIL), page("b", "Tolm Mail"))

    assert brief.circles == ()
    assert origins(brief) == [1]


def test_an_outlet_that_has_no_page_here_may_know_more() -> None:
    assert story(page("a", "Harrow Post", MAIL), page("b", "Lake News", MAIL)).circles == ()


def test_another_number_of_the_other_outlet_makes_no_circle() -> None:
    assert story(page("a", "Harrow Post", MAIL), page("b", "Tolm Mail", POST, number=90)).circles == ()


def test_two_outlets_with_nothing_but_local_media_have_no_origin() -> None:
    brief = story(
        page("a", "Harrow Post", MEDIA), page("b", "Tolm Mail", hop("unconfirmed social media posts", named=False))
    )
    (circle,) = brief.circles

    assert circle.kind is CircleKind.REPORTS
    assert circle.why.startswith("“40 killed” rests on “local media” and “unconfirmed social media posts” alone")
    assert origins(brief) == [1]


def test_an_outlet_that_cites_another_which_has_it_from_local_media_has_no_origin_either() -> None:
    through = Hop(party="Harrow Post", role=Role.RELAYER, named=True)
    brief = story(page("a", "Harrow Post", MEDIA), page("b", "Tolm Mail", MEDIA, through))

    assert [circle.kind for circle in brief.circles] == [CircleKind.REPORTS]


def test_local_media_add_no_origin_to_the_police() -> None:
    brief = story(page("a", "Harrow Post", MEDIA), page("b", "Tolm Mail", hop("Harrow police")))
    (claim,) = (claim for claim in brief.claims if claim.figures)

    assert brief.circles == ()
    assert (claim.origins, [origin.counts for origin in claim.separate]) == (1, [False, True])


def test_one_page_with_local_media_is_no_circle() -> None:
    assert story(page("a", "Harrow Post", MEDIA)).circles == ()


def test_two_reprints_of_a_page_with_local_media_are_no_circle() -> None:
    more = " ".join(f"word{i}" for i in range(60))
    pages = [page(name, outlet, MEDIA) for name, outlet in (("a", "Harrow Post"), ("b", "Tolm Mail"))]
    longer = [
        reading(p.page.name, f"{p.text}\n\n{more}", figures=p.figures, statements=p.statements, outlet=o)
        for p, o in zip(pages, ("Harrow Post", "Tolm Mail"), strict=True)
    ]

    assert story(*longer).circles == ()


def test_a_page_that_credits_an_outlet_for_its_own_words_cites_it() -> None:
    brief = story(page("a", "Harrow Post", credits=(Named(name="Tolm Mail"),)), page("b", "Tolm Mail", POST))

    assert [circle.kind for circle in brief.circles] == [CircleKind.CYCLE]


def test_what_nobody_stands_behind_is_told_from_a_body_of_that_name() -> None:
    named = ("media reports", "local media", "reports circulating in the media", "several news outlets")

    assert all(is_reports(hop(party, named=False)) for party in named)
    assert not any(
        is_reports(hop(party, named=False)) for party in ("police reports", "a report of the council", "intelligence")
    )
