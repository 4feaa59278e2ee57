"""How many separate origins a number or a statement has, with the edges that show it."""

from typing import Any

from builders import day, figure, hop, reading, spans_of, statement
from reportedly.assess.story import assess_story
from reportedly.records import (
    Brief,
    Claim,
    Hop,
    Named,
    NodeKind,
    Reading,
    RestBasis,
    Role,
)

WORDS = "The east gallery of the Harrow pit had been inspected twice before it fell in on {} miners"


def page(name: str, *chain: Hop, words: str = WORDS, number: int = 12, **given: Any) -> Reading:
    said = words.format(number)
    text = f"Pit\n\n{chain[0].party if chain else 'It'}: {said}."
    count = figure(text, f"{number} miners", number, number, who="miners", statement="s1" if chain else None)
    statements = (statement(text, said, chain=chain),) if chain else ()
    return reading(name, text, figures=[count], statements=statements, **given)


def story(*pages: Reading) -> Brief:
    return assess_story(pages, story="Harrow pit")


def number(brief: Brief) -> Claim:
    (claim,) = (claim for claim in brief.claims if claim.figures)
    return claim


def saying(brief: Brief) -> Claim:
    (claim,) = (claim for claim in brief.claims if claim.statements)
    return claim


def edges(claim: Claim) -> list[tuple[str, str | None, RestBasis]]:
    return [(rest.page, rest.other or rest.party, rest.basis) for one in claim.separate for rest in one.rests]


LORNE = hop("Edda Lorne")
NORPRESS = Hop(party="Norpress", role=Role.RELAYER, named=True)


def test_one_speaker_on_two_pages_is_one_origin_and_the_edges_say_why() -> None:
    claim = number(story(page("a", LORNE, NORPRESS), page("b", LORNE)))

    assert claim.origins == 1
    assert edges(claim) == [
        ("a", "Edda Lorne", RestBasis.CREDIT),
        ("b", "Edda Lorne", RestBasis.SAID),
        ("b", "a", RestBasis.SAME_SPEAKER),
    ]


def test_every_edge_names_what_it_rests_on() -> None:
    claim = number(story(page("a", LORNE, NORPRESS), page("b", LORNE)))

    assert all(rest.support for one in claim.separate for rest in one.rests)
    assert [(s.page, s.figure, s.statement) for s in claim.separate[0].rests[0].support] == [
        ("a", "f1", None),
        ("a", None, "s1"),
    ]


def test_two_speakers_are_two_origins() -> None:
    claim = number(story(page("a", LORNE), page("b", hop("Harrow clinic"), words="{} miners were brought in dead")))

    assert [one.origin for one in claim.separate] == ["Edda Lorne", "Harrow clinic"]
    assert claim.origins == 2


def test_a_copy_rests_on_the_page_of_the_same_words() -> None:
    more = " ".join(f"word{i}" for i in range(60))
    words = f"{WORDS} {more}"
    claim = number(story(page("a", hop("police", named=False), words=words), page("b", words=words)))

    assert ("b", "a", RestBasis.COPY) in edges(claim)


def test_a_number_in_a_passage_that_two_pages_share_has_one_origin() -> None:
    passage = " ".join(f"passage{i}" for i in range(60)) + " where {} miners died"
    own, other = (" ".join(f"{word}{i}" for i in range(120)) for word in ("own", "other"))
    police, clinic = hop("police", named=False), hop("clinic", named=False)
    brief = story(page("a", police, words=f"{other} {passage}"), page("b", clinic, words=f"{own} {passage}"))

    assert [(passed.page, passed.other) for passed in brief.passages] == [("a", "b")]
    assert number(brief).origins == 1
    assert ("b", "a", RestBasis.PASSAGE) in edges(number(brief))


def test_a_page_that_gives_no_source_adds_no_origin() -> None:
    claim = number(story(page("a", LORNE), page("b", words="In the pit {} miners died, as all the valley knows")))

    assert (claim.origins, [one.counts for one in claim.separate]) == (1, [True, False])


def test_one_thing_said_by_two_people_has_two_origins() -> None:
    claim = saying(story(page("a", LORNE), page("b", hop("Ivo Tern"))))

    assert [said.page for said in claim.statements] == ["a", "b"]
    assert claim.origins == 2


def test_one_thing_said_by_one_on_two_pages_has_one() -> None:
    assert saying(story(page("a", LORNE), page("b", LORNE))).origins == 1


def test_what_was_said_with_other_numbers_is_another_thing() -> None:
    brief = story(page("a", hop("Edda Lorne")), page("b", hop("Edda Lorne"), number=16))

    assert [len(claim.statements) for claim in brief.claims if claim.statements] == [1, 1]


def test_two_people_of_one_page_are_two_origins() -> None:
    words = WORDS.format(12)
    text = f"Pit\n\nEdda Lorne: {words}.\n\nIvo Tern: {words}."
    said = (
        statement(text, words, speaker="Edda Lorne"),
        statement(text, f"{words}.", chain=(hop("Ivo Tern"),), id="s2"),
    )

    assert saying(story(reading("a", text, statements=said))).origins == 2


def test_one_thing_said_on_a_hundred_reprints_is_one_claim_of_one_origin() -> None:
    words = f"{WORDS} {' '.join(f'word{i}' for i in range(60))}"
    claim = saying(story(*(page(f"{i:03d}", LORNE, words=words) for i in range(100))))

    assert (len(claim.statements), claim.origins) == (100, 1)


def from_document(name: str, rest: str) -> Reading:
    text = f"Pit\n\nThe ministry's statement of 3 March said that 12 miners had been killed, {rest}."
    said = statement(
        text,
        "12 miners had been killed",
        chain=(hop("the ministry", named=False),),
        source=spans_of(text, "The ministry's statement of 3 March"),
        said=day("2031-03-03"),
    )
    return reading(name, text, figures=[figure(text, "12", 12, 12, statement="s1", who="miners")], statements=(said,))


def test_a_statement_of_one_day_is_one_document_whichever_ministry_is_meant() -> None:
    pages = from_document("a", "as many had feared at noon"), from_document("b", "which closed the eastern shaft")
    claim = number(story(*pages))

    assert claim.origins == 1
    assert ("b", "a", RestBasis.DOCUMENT) in edges(claim)


def test_the_graph_leads_from_a_page_through_an_outlet_to_the_speaker() -> None:
    graph = story(page("a", LORNE, NORPRESS)).graph
    path = [(graph.nodes[edge.rests].name, graph.nodes[edge.on].name, edge.basis) for edge in graph.edges]

    assert path == [("a", "Norpress", RestBasis.CREDIT), ("Norpress", "Edda Lorne", RestBasis.SAID)]
    assert [node.kind for node in graph.nodes] == [NodeKind.PAGE, NodeKind.OUTLET, NodeKind.SPEAKER]


def test_of_two_copies_the_one_that_credits_the_other_rests_on_it() -> None:
    words = f"{WORDS} {' '.join(f'word{i}' for i in range(60))}"
    credits_it = page("a", words=words, outlet="Tolm Mail", credits=(Named(name="Norpress"),))
    graph = story(credits_it, page("b", words=words, outlet="Norpress")).graph
    (edge,) = (edge for edge in graph.edges if edge.basis is RestBasis.COPY)

    assert (graph.nodes[edge.rests].name, graph.nodes[edge.on].name, edge.mutual) == ("a", "b", False)


def test_of_two_copies_of_no_date_it_is_open_which_came_first() -> None:
    words = f"{WORDS} {' '.join(f'word{i}' for i in range(60))}"
    graph = story(page("a", words=words), page("b", words=words)).graph

    assert [edge.mutual for edge in graph.edges if edge.basis is RestBasis.COPY] == [True]


def test_all_unnamed_reports_are_one_node_and_other_unnamed_parties_are_not() -> None:
    pages = [
        page("a", hop("media reports", named=False)),
        page("b", hop("local media", named=False)),
        page("c", hop("officials", named=False)),
        page("d", hop("officials", named=False)),
    ]
    kinds = [node.kind for node in story(*pages).graph.nodes if node.kind is not NodeKind.PAGE]

    assert kinds == [NodeKind.REPORTS, NodeKind.SPEAKER, NodeKind.SPEAKER]
