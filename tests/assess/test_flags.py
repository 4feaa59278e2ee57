"""Numbers that changed on their way from page to page, totals that cannot be, and captions newer than their text."""

from dataclasses import replace
from typing import Any

import pytest

from builders import day, figure, published, reading, spans_of, told
from reportedly.assess.story import assess_story
from reportedly.records import Basis, Flag, FlagKind, Measure, Reading, RelationKind

KILLED = "Pit\n\nAt Harrow {} miners were killed, it said."
MARCH_5, MARCH_6 = published("2024-03-05"), published("2024-03-06")


def toll(name: str, number: str, low: int | None, high: int | None, **given: Any) -> Reading:
    fields = {"speaker": "Edda Lorne", "who": "miners"}
    return told(name, KILLED.format(number), (number, low, high), **(fields | given))


def flags(*pages: Reading) -> tuple[Flag, ...]:
    return assess_story(pages, story="Harrow pit").flags


def test_a_number_that_lost_its_at_least_is_flagged_with_both_spans() -> None:
    pages = toll("a", "at least 300", 300, None, published=MARCH_5), toll("b", "300", 300, 300, published=MARCH_6)
    (flag,) = flags(*pages)

    assert flag.kind is FlagKind.BOUND_CHANGED
    assert [span.of(page.text) for span, page in zip(flag.spans, pages, strict=True)] == ["at least 300", "300"]
    assert flag.why.endswith("what keeps the number open was lost on the way.")


def test_on_pages_of_no_date_it_is_not_said_which_came_first() -> None:
    (flag,) = flags(toll("a", "at least 300", 300, None), toll("b", "300", 300, 300))

    assert flag.why.endswith("stands in one of them only.")


def test_another_speakers_number_is_no_mutation() -> None:
    assert not flags(toll("a", "at least 300", 300, None), toll("b", "300", 300, 300, speaker="Harrow Clinic"))


def test_a_later_count_of_the_same_speaker_is_no_mutation() -> None:
    early = toll("a", "at least 300", 300, None, as_of=day("2024-03-05"))
    late = toll("b", "300", 300, 300, as_of=day("2024-03-09"))

    assert not flags(early, late)


def test_a_page_that_gives_both_forms_changed_nothing() -> None:
    text = "Pit: 300 dead\n\nAt Harrow at least 300 miners were killed, it said."
    both = told("a", text, ("at least 300", 300, None), speaker="Edda Lorne", who="miners")
    lead = figure(text, "300", 300, 300, id="lead", who="miners")
    page = reading("a", text, figures=[lead, *both.figures], statements=both.statements)

    assert not flags(page, toll("b", "300", 300, 300))


def test_a_number_whose_measure_changed_is_flagged() -> None:
    (flag,) = flags(toll("a", "300", 300, 300, measure=Measure.CASUALTIES), toll("b", "300", 300, 300))

    assert flag.kind is FlagKind.MEASURE_CHANGED
    assert "“300 killed or injured” in a is “300 killed” in b" in flag.why


def test_more_killed_than_killed_or_injured_cannot_be() -> None:
    whole = toll("a", "up to 300", None, 300, measure=Measure.CASUALTIES)
    part = toll("b", "500", 500, 500, speaker="Harrow Clinic")
    (flag,) = flags(whole, part)

    assert flag.kind is FlagKind.PARTS_ABOVE_WHOLE
    assert [ref.page for ref in flag.figures] == ["b", "a"]


def test_a_whole_counted_before_its_part_may_have_grown() -> None:
    whole = toll("a", "300", 300, 300, measure=Measure.CASUALTIES, as_of=day("2024-03-05"))
    part = toll("b", "500", 500, 500, speaker="Harrow Clinic", as_of=day("2024-03-09"))

    assert not flags(whole, part)


def test_fewer_sent_than_are_present_cannot_be() -> None:
    sent = toll("a", "1,000", 1000, 1000, measure=Measure.SENT, who="Veldrian soldiers", as_of=day("2024-03-09"))
    there = toll("b", "1,500", 1500, 1500, measure=Measure.PRESENT, who="Veldrian soldiers", as_of=day("2024-03-08"))
    (flag,) = flags(sent, there)

    assert flag.kind is FlagKind.FEWER_SENT


def test_more_may_have_been_sent_since() -> None:
    sent = toll("a", "1,000", 1000, 1000, measure=Measure.SENT, who="Veldrian soldiers", as_of=day("2024-03-05"))
    there = toll("b", "1,500", 1500, 1500, measure=Measure.PRESENT, who="Veldrian soldiers", as_of=day("2024-03-09"))

    assert not flags(sent, there)


def test_a_number_said_on_no_day_of_its_own_is_the_one_that_was_on_its_way() -> None:
    """ "The ministry said" is put on the page's day only as inferred: that is no later count."""
    early = toll("a", "at least 300", 300, None, published=MARCH_5, said=day("2024-03-05"))
    late = toll("b", "300", 300, 300, published=MARCH_6, said=day("2024-03-06", Basis.INFERRED))
    (flag,) = flags(early, late)

    assert flag.kind is FlagKind.BOUND_CHANGED


# --- headlines and captions ------------------------------------------------------------------------------------------


def captioned(above: str, low: int, *, body: str = "24", of_body: int = 24, **given: Any) -> Reading:
    text = f"{above}\n\nAt Harrow {body} miners were killed, it said."
    page = told("a", text, (body, of_body, of_body), speaker="mining office", who="miners")
    number = str(low)
    fields = {"id": "above", "who": "miners", "counted": "miners"} | given
    return reading(
        "a", text, figures=[figure(text, number, low, low, **fields), *page.figures], statements=page.statements
    )


def test_a_headline_that_is_newer_than_its_text_is_flagged_with_both_spans() -> None:
    page = captioned("Toll of Harrow pit rises to 27", 27)
    (flag,) = flags(page)

    assert flag.kind is FlagKind.CAPTION_NEWER
    assert [span.of(page.text) for span in flag.spans] == ["27", "24"]
    assert flag.why == "“27 killed” in a stands above a text that tells of 24 killed: the text may be older."


@pytest.mark.parametrize(
    "caption",
    [
        "Rescuers carry one of the 27 dead miners from the pit",
        "Rescuers carry one of the 27 dead miners from the pit. (Photo: Ilse Orsk)",
        "Photo: one of the 27 dead miners is carried from the pit.",
    ],
)
def test_a_caption_below_the_headline_is_told_from_the_text(caption: str) -> None:
    assert [f.kind for f in flags(captioned(f"Harrow pit\n\n{caption}", 27))] == [FlagKind.CAPTION_NEWER]


def test_two_numbers_of_the_text_itself_are_no_caption() -> None:
    assert flags(captioned("Harrow pit\n\nThe clinic at Harrow has counted 27 dead miners.", 27)) == ()


def test_a_headline_below_its_text_is_not_newer() -> None:
    assert flags(captioned("Harrow pit: 20 dead", 20)) == ()


def test_a_text_that_tells_of_the_headlines_number_too_is_as_new() -> None:
    text = "Toll of Harrow pit rises to 27\n\nAt Harrow 27 miners were killed, it said, up from an earlier 24."
    page = told("a", text, ("27", 27, 27), speaker="mining office", who="miners")
    at = replace(page.figures[0], span=spans_of(text, "pit rises", "27")[1], id="above")
    low = replace(page.figures[0], span=spans_of(text, "earlier 24")[0], low=24, high=24, text="24", id="old")
    body = replace(page.figures[0], span=spans_of(text, "At Harrow", "27")[1])

    assert flags(reading("a", text, figures=[at, body, low], statements=page.statements)) == ()


def test_a_headline_and_its_text_do_not_contradict_one_another() -> None:
    brief = assess_story([captioned("Toll of Harrow pit rises to 27", 27)], story="Harrow pit")
    (relation,) = brief.relations
    (series,) = brief.series

    assert relation.relation is RelationKind.DIVERGES
    assert "which may be newer than the text" in relation.why
    assert series.stands_at
    assert (series.stands_at.low, series.stands_at.high) == (24, 27)
