from typing import Any

import pytest

from builders import day, published, reading, told
from reportedly.assess.story import assess_story
from reportedly.records import Basis, Measure, Reading, RelationKind, Series, StandsAt, Status

KILLED = "Pit\n\nAt Harrow {} miners were killed, it said."


def toll(name: str, number: str, low: int | None, high: int | None, speaker: str | None, **given: Any) -> Reading:
    return told(name, KILLED.format(number), (number, low, high), speaker=speaker, who="miners", **given)


def series(*pages: Reading) -> Series:
    (found,) = assess_story(pages, story="Harrow pit").series
    return found


def stands(*pages: Reading) -> StandsAt:
    at = series(*pages).stands_at
    assert at
    return at


def test_one_number_stands_as_it_is() -> None:
    at = stands(toll("a", "at least 12", 12, None, "Edda Lorne"))

    assert (at.low, at.high, at.parties, at.origins) == (12, None, ("Edda Lorne",), 1)
    assert at.why == "One origin gives one number, at least 12 killed: Edda Lorne."


def test_rivals_stand_side_by_side() -> None:
    at = stands(toll("a", "27", 27, 27, "Edda Lorne"), toll("b", "40", 40, 40, "Harrow Clinic"))

    assert (at.low, at.high, at.origins) == (27, 40, 2)
    assert [(c.low, c.parties) for c in at.counts] == [(27, ("Edda Lorne",)), (40, ("Harrow Clinic",))]
    assert at.why == "2 numbers stand side by side: 27 killed (Edda Lorne) and 40 killed (Harrow Clinic)."


def test_speakers_do_not_close_one_anothers_figures() -> None:
    at = stands(toll("a", "at least 300", 300, None, "Edda Lorne"), toll("b", "1,000", 1000, 1000, "Harrow Clinic"))

    assert (at.low, at.high) == (300, None)


def test_a_speaker_closes_his_own_figure() -> None:
    at = stands(toll("a", "at least 12", 12, None, "Edda Lorne"), toll("b", "12", 12, 12, "Edda Lorne"))

    assert (at.low, at.high) == (12, 12)


def test_a_vague_number_gives_way_to_a_closer_one_within_it() -> None:
    vague = toll("a", "dozens of", 24, 99, "Edda Lorne", approximate=True)
    at = stands(vague, toll("b", "27", 27, 27, "Harrow Clinic"))

    assert (at.low, at.high) == (27, 27)
    assert len(at.counts) == 2


def test_a_replaced_number_is_kept_and_does_not_stand() -> None:
    old = toll("a", "at least 30", 30, None, "mining office", published=published("2024-03-06"))
    found = series(old, toll("b", "27", 27, 27, "mining office", published=published("2024-03-09")))

    assert [ref.page for ref in found.superseded] == ["a"]
    assert [ref.page for ref in found.figures] == ["a", "b"]
    assert found.stands_at
    assert (found.stands_at.low, found.stands_at.high) == (27, 27)
    assert found.stands_at.why.endswith("an earlier number was replaced by its own source.")


def test_an_old_number_told_again_on_a_page_of_no_date_is_the_old_number() -> None:
    old = toll("a", "30", 30, 30, "mining office", published=published("2024-03-06"))
    new = toll("b", "27", 27, 27, "mining office", published=published("2024-03-09"))
    found = series(old, new, toll("c", "30", 30, 30, "mining office"))

    assert [ref.page for ref in found.superseded] == ["a", "c"]


def test_a_page_may_say_itself_which_number_is_the_earlier() -> None:
    text = "Pit\n\nThe toll rose to 15 miners killed from an earlier 12, the mining office said."
    page = told("a", text, ("15", 15, 15), ("12", 12, 12), speaker="mining office", who="miners")

    assert [ref.figure for ref in series(page).superseded] == ["f2"]


def test_a_vaguer_number_replaces_nothing() -> None:
    exact = toll("a", "27", 27, 27, "mining office", published=published("2024-03-06"))
    vague = toll("b", "dozens of", 24, 99, "mining office", published=published("2024-03-09"))

    assert series(exact, vague).superseded == ()


def test_an_old_count_told_later_keeps_its_own_day() -> None:
    new = toll("a", "27", 27, 27, "mining office", as_of=day("2024-03-09"), published=published("2024-03-09"))
    old = toll("b", "30", 30, 30, "mining office", as_of=day("2024-03-06"), published=published("2024-03-12"))

    assert [ref.page for ref in series(new, old).superseded] == ["b"]


def test_an_old_count_told_later_as_what_its_speaker_said_is_the_old_count() -> None:
    early = toll("a", "at least 30", 30, None, "Edda Lorne", said=day("2024-03-06"))
    new = toll("b", "27", 27, 27, "Edda Lorne", said=day("2024-03-09"))
    again = toll("c", "at least 30", 30, None, "Edda Lorne", said=day("2024-03-12", Basis.INFERRED))
    counts = stands(early, new, again)

    assert (counts.low, counts.high) == (27, 27)


def test_a_spokeswoman_gives_her_ministrys_numbers() -> None:
    text = "Pit\n\nThe Office of Mines spoke.\nKor said that 27 miners were killed."
    page = told(
        "b",
        text,
        ("27", 27, 27),
        speaker="Ilse Kor",
        description="spokeswoman for the Office of Mines",
        who="miners",
        published=published("2024-03-09"),
    )
    office = told("b", "x\n\nIt spoke.", speaker="Office of Mines").statements[0]
    later = reading(
        "b", text, figures=page.figures, statements=(*page.statements, office), published=published("2024-03-09")
    )
    first = toll("a", "30", 30, 30, "Office of Mines", published=published("2024-03-06"))

    assert [ref.page for ref in series(first, later).superseded] == ["a"]


def test_reprints_are_one_origin() -> None:
    at = stands(*(toll(name, "12", 12, 12, "Edda Lorne") for name in "abc"))

    assert (at.origins, at.counts[0].origins) == (1, 1)
    assert at.why == "One origin gives one number, 12 killed: Edda Lorne, on 3 pages."


def test_unnamed_speakers_of_two_outlets_are_two_origins() -> None:
    other = "Pit\n\nPolice put the number of men killed in the gallery on Tuesday at 12."
    at = stands(
        toll("a", "12", 12, 12, "police", named=False, outlet="Harrow Post"),
        told("b", other, ("12", 12, 12), speaker="police", named=False, who="miners", outlet="Tolm Mail"),
    )

    assert at.origins == 2


def test_a_page_without_a_source_is_no_second_source() -> None:
    at = stands(toll("a", "12", 12, 12, "Edda Lorne"), toll("b", "12", 12, 12, None, outlet="Tolm Mail"))

    assert at.origins == 1


def test_a_number_that_nobody_gives_says_so() -> None:
    at = stands(toll("a", "12", 12, 12, None))

    assert at.why == "One number is given, with no source: 12 killed."


def test_a_merely_possible_number_stands_only_alone() -> None:
    possible = toll("a", "40", 40, 40, "Edda Lorne", status=Status.POSSIBLE)

    assert stands(possible).high == 40
    assert stands(possible, toll("b", "12", 12, 12, "Harrow Clinic")).high == 12


def test_a_denied_number_does_not_stand() -> None:
    assert series(toll("a", "12", 12, 12, "Varrow Coal", status=Status.DENIED)).stands_at is None


def test_an_open_lower_end_stays_open() -> None:
    at = stands(toll("a", "up to 40", None, 40, "Edda Lorne"))

    assert (at.low, at.high) == (None, 40)


def test_an_old_number_on_a_later_page_of_no_day_of_its_own_replaces_nothing() -> None:
    old = toll("a", "30", 30, 30, "mining office", published=published("2024-03-06"))
    new = toll("b", "27", 27, 27, "mining office", published=published("2024-03-09"))
    stale = toll("c", "30", 30, 30, "mining office", published=published("2024-03-12"))
    found = series(old, new, stale)

    assert [ref.page for ref in found.superseded] == ["a", "c"]
    assert found.stands_at
    assert found.stands_at.high == 27


def test_an_open_number_beside_the_same_closed_one_leaves_the_closed_one() -> None:
    at = stands(toll("a", "at least one", 1, None, "Edda Lorne"), toll("b", "one", 1, 1, "Harrow Clinic"))

    assert (at.low, at.high) == (1, 1)
    assert len(at.counts) == 2


def test_a_later_count_above_a_bound_fills_it() -> None:
    early = toll("a", "at least 10", 10, None, "Edda Lorne", published=published("2024-03-05"))
    at = stands(early, toll("b", "34", 34, 34, "Harrow Clinic", published=published("2024-03-08")))

    assert (at.low, at.high) == (34, 34)


def test_a_toll_that_has_grown_since_stands_at_the_latest() -> None:
    early = toll("a", "12", 12, 12, "Edda Lorne", published=published("2024-03-05"))
    at = stands(early, toll("b", "34", 34, 34, "Harrow Clinic", published=published("2024-03-08")))

    assert (at.low, at.high) == (34, 34)
    assert [count.low for count in at.counts] == [12, 34]
    assert at.why.endswith("; the toll may have grown, and the latest stand.")


def test_a_toll_of_the_same_day_or_of_no_day_has_not_grown() -> None:
    same = [
        toll(n, str(i), i, i, n, published=published("2024-03-05")) for n, i in (("Edda Lorne", 12), ("Ilse Orsk", 34))
    ]
    undated = toll("b", "34", 34, 34, "Harrow Clinic")

    assert (stands(*same).low, stands(*same).high) == (12, 34)
    assert (stands(same[0], undated).low, stands(same[0], undated).high) == (12, 34)


def test_more_injured_on_a_later_day_leave_both_for_some_may_have_died() -> None:
    early = toll("a", "12", 12, 12, "Edda Lorne", measure=Measure.INJURED, published=published("2024-03-05"))
    late = toll("b", "14", 14, 14, "Harrow Clinic", measure=Measure.INJURED, published=published("2024-03-08"))

    assert (stands(early, late).low, stands(early, late).high) == (12, 14)


def test_a_lower_toll_of_a_later_day_leaves_both() -> None:
    early = toll("a", "34", 34, 34, "Edda Lorne", published=published("2024-03-05"))
    at = stands(early, toll("b", "12", 12, 12, "Harrow Clinic", published=published("2024-03-08")))

    assert (at.low, at.high) == (12, 34)


@pytest.mark.parametrize(
    ("line", "first", "replaced"),
    [
        ("The office revised the number of miners killed down to {} from {}, it said.", (27, 30), "f2"),
        ("The office raised the toll to {} from an earlier {}, it said.", (36, 34), "f2"),
        ("The toll was corrected from {} to {}, the office said.", (30, 27), "f1"),
    ],
)
def test_one_sentence_may_put_a_number_in_the_place_of_another(
    line: str, first: tuple[int, int], replaced: str
) -> None:
    numbers = [(str(n), n, n) for n in first]
    page = told("a", f"Pit\n\n{line.format(*first)}", *numbers, speaker="mining office", who="miners")
    found = assess_story([page], story="Harrow pit")

    assert [ref.figure for ref in found.series[0].superseded] == [replaced]
    assert [r.relation for r in found.relations] == [RelationKind.SUPERSEDES]


def test_a_range_puts_no_number_in_the_place_of_another() -> None:
    text = "Pit\n\nFrom 27 to 30 miners were killed, the office said."
    page = told("a", text, ("27", 27, 27), ("30", 30, 30), speaker="mining office", who="miners")

    assert series(page).superseded == ()


def test_an_unidentified_speaker_replaces_nothing_of_another() -> None:
    given = {"named": False, "outlet": "Harrow Post"}
    first = toll("a", "30", 30, 30, "unidentified speaker", published=published("2024-03-06"), **given)
    later = toll("b", "27", 27, 27, "unidentified speaker", published=published("2024-03-09"), **given)

    assert series(first, later).superseded == ()
