"""Numbers that changed on their way from page to page, and totals that cannot be."""

from typing import Any

from builders import day, figure, published, reading, told
from reportedly.assess.story import assess_story
from reportedly.records import Flag, FlagKind, Measure, Reading

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
