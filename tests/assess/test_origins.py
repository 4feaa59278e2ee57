from typing import Any

from builders import figure, hop, published, reading, statement, told
from reportedly.assess.story import assess_story
from reportedly.records import Measure, Named, Origin, OriginBasis, Reading, Role, Stance

NORPRESS = (Named(name="Norpress"),)
WORDS = "the east gallery of the Harrow pit had been inspected twice before it fell in"


def page(name: str, words: str, speaker: str | None, **given: Any) -> Reading:
    return told(name, f"Pit\n\n{speaker} said that {words}.", speaker=speaker, **given)


def origins(*pages: Reading) -> tuple[Origin, ...]:
    return assess_story(pages, story="Harrow pit").origins


def test_a_page_with_a_speaker_of_its_own_is_its_own_origin() -> None:
    (origin,) = origins(page("a", WORDS, "Edda Lorne", description="director of Varrow Coal", outlet="Harrow Post"))

    assert origin.basis is OriginBasis.OWN
    assert origin.origin == "Edda Lorne, director of Varrow Coal, as reported by Harrow Post"


def test_reprints_are_one_origin_by_copy() -> None:
    text = f"Pit\n\nNobody was told. {' '.join(f'word{i}' for i in range(60))}"
    (origin,) = origins(reading("a", text, outlet="Harrow Post"), reading("b", text, outlet="Tolm Mail"))

    assert (origin.basis, origin.pages) == (OriginBasis.COPY, ("a", "b"))


def test_one_agency_with_one_speaker_is_one_origin_by_credit() -> None:
    credit = {"credits": (Named(name="Norpress"),)}
    (origin,) = origins(
        page("a", WORDS, "Edda Lorne", **credit),
        page("b", "the company would pay for all of it", "Edda Lorne", **credit),
    )

    assert (origin.basis, origin.pages) == (OriginBasis.CREDIT, ("a", "b"))
    assert origin.origin == "Edda Lorne, through Norpress"


def test_the_agencys_own_page_is_of_one_origin_with_those_that_credit_it() -> None:
    (origin,) = origins(
        page("a", WORDS, "Edda Lorne", outlet="Norpress"),
        page("b", WORDS, "Edda Lorne", credits=(Named(name="Norpress"),)),
    )

    assert origin.pages == ("a", "b")


def test_one_agency_with_two_speakers_is_two_origins() -> None:
    credit = {"credits": (Named(name="Norpress"),)}

    assert (
        len(origins(page("a", WORDS, "Edda Lorne", **credit), page("b", "no more is known", "Ivo Tern", **credit))) == 2
    )


def test_one_named_speaker_saying_the_same_is_one_origin() -> None:
    (origin,) = origins(page("a", WORDS, "Edda Lorne"), page("b", WORDS, "Edda Lorne"))

    assert (origin.basis, origin.pages) == (OriginBasis.SAME_SPEAKER, ("a", "b"))


def test_one_named_speaker_saying_something_else_is_another_origin() -> None:
    assert len(origins(page("a", WORDS, "Edda Lorne"), page("b", "she would resign at the end", "Edda Lorne"))) == 2


def test_one_speaker_on_two_occasions_is_two_origins() -> None:
    early, late = published("2024-03-05"), published("2024-03-20")

    assert (
        len(origins(page("a", WORDS, "Edda Lorne", published=early), page("b", WORDS, "Edda Lorne", published=late)))
        == 2
    )


def test_unnamed_speakers_of_two_pages_are_two_origins() -> None:
    assert len(origins(page("a", WORDS, "police", named=False), page("b", WORDS, "police", named=False))) == 2


def test_a_page_without_speakers_rests_on_its_outlet() -> None:
    (origin,) = origins(reading("a", "Pit\n\nThe pit is closed.", outlet="Harrow Post"))

    assert origin.origin == "Harrow Post"


def test_a_page_of_which_nothing_is_known_says_so() -> None:
    (origin,) = origins(reading("a", "Pit\n\nThe pit is closed."))

    assert origin.origin == "no source named (a)"


def test_the_relayer_of_the_statement_is_named() -> None:
    text = f"Pit\n\nEdda Lorne told Norpress that {WORDS}."
    chain = (hop("Edda Lorne"), hop("Norpress", Role.RELAYER), hop("Harrow Post", Role.PUBLISHER))
    (origin,) = origins(reading("a", text, outlet="Harrow Post", statements=(statement(text, WORDS, chain=chain),)))

    assert origin.origin == "Edda Lorne, through Norpress"


def test_one_who_does_not_comment_is_no_origin() -> None:
    text = "Pit\n\nVarrow Coal has not commented on any of it."
    silent = statement(text, "Varrow Coal has not commented", speaker="Varrow Coal", stance=Stance.NO_COMMENT)
    (origin,) = origins(reading("a", text, outlet="Harrow Post", statements=(silent,)))

    assert origin.origin == "Harrow Post"


def test_a_page_with_a_passage_of_another_report_rests_on_it_in_part() -> None:
    words = "News reports say that up to 900 soldiers were shipped to the northern front on cargo boats in spring"
    chain = (hop("news reports", named=False), hop("Norpress", role=Role.RELAYER))
    own = "The marshal of the northern front promised his men that he would send no one home before the harvest"
    report = f"Troops\n\n{words}."
    wire = reading(
        "a",
        report,
        statements=(statement(report, words, chain=chain),),
        figures=(figure(report, "up to 900", None, 900, measure=Measure.SENT, statement="s1"),),
    )
    text = f"Front\n\n{own}.\n\n{words}."
    said = (
        statement(text, own, speaker="Edda Lorne", id="s1"),
        statement(text, words, id="s2", chain=(hop("news reports", named=False),)),
    )
    count = figure(text, "up to 900", None, 900, measure=Measure.SENT, statement="s2")
    found = origins(wire, reading("b", text, statements=said, figures=(count,)))

    assert [origin.pages for origin in found] == [("a", "b"), ("b",)]


def test_a_page_of_no_date_joins_no_pages_of_two_occasions() -> None:
    words = "The eastern gallery of the pit was sealed by the rescue teams"
    early = page("a", words, "Edda Lorne", published=published("2024-03-01"))
    undated = page("b", words, "Edda Lorne")
    found = origins(early, undated, page("c", words, "Edda Lorne", published=published("2024-03-20")))

    assert all(not {"a", "c"} <= set(origin.pages) for origin in found)
