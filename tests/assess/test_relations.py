from dataclasses import replace
from typing import Any

import pytest

from builders import day, figure, published, reading, spans_of, told
from reportedly.assess.story import assess_story
from reportedly.records import (
    Basis,
    Brief,
    Certainty,
    Measure,
    Reading,
    Relation,
    RelationKind,
    Scope,
    ScopeKind,
    Status,
    Tense,
    TimeKind,
    TimeMention,
    When,
)
from reportedly.spans import Span

KILLED = "Pit\n\nAt Harrow {} miners were killed, it said."
MARCH_5, MARCH_6, MARCH_8 = published("2024-03-05"), published("2024-03-06"), published("2024-03-08")


def toll(name: str, number: str, low: int | None, high: int | None, speaker: str | None, **given: Any) -> Reading:
    return told(name, KILLED.format(number), (number, low, high), speaker=speaker, who="miners", **given)


def brief(*pages: Reading) -> Brief:
    return assess_story(pages, story="Harrow pit")


def only(*pages: Reading) -> Relation:
    (relation,) = brief(*pages).relations
    return relation


def test_one_number_of_one_speaker_is_one_origin() -> None:
    relation = only(toll("a", "12", 12, 12, "Edda Lorne"), toll("b", "12", 12, 12, "Edda Lorne"))

    assert relation.relation is RelationKind.SAME_ORIGIN
    assert relation.why == "Both are one number of Edda Lorne: 12 killed."


def test_a_number_repeated_without_its_source_is_of_one_origin() -> None:
    text = "Pit: 12 dead\n\nThe mining office said that 12 miners were killed."
    page = told("a", text, ("12 miners", 12, 12), speaker="mining office")
    lead = figure(text, "12", 12, 12, id="lead")
    relation = only(reading("a", text, figures=[lead, *page.figures], statements=page.statements))

    assert relation.relation is RelationKind.SAME_ORIGIN
    assert relation.why == "a repeats 12 miners killed without its source."


def test_one_number_of_two_speakers_is_compatible() -> None:
    relation = only(toll("a", "12", 12, 12, "Edda Lorne"), toll("b", "12", 12, 12, "Harrow Clinic"))

    assert relation.relation is RelationKind.COMPATIBLE
    assert relation.why == "Edda Lorne (a) and Harrow Clinic (b) give the same number: 12 killed."


def test_a_range_of_another_party_is_compatible_with_an_open_number() -> None:
    open_number = toll("a", "more than 1,000", 1000, None, "Edda Lorne", low_open=True)
    relation = only(open_number, toll("b", "between 1,000 and 3,000", 1000, 3000, "Harrow Clinic"))

    assert relation.relation is RelationKind.COMPATIBLE
    assert "neither closes the other" in relation.why


def test_a_closer_number_within_a_closed_one_refines_it() -> None:
    vague = toll("a", "dozens of", 24, 99, "Edda Lorne", approximate=True)
    relation = only(vague, toll("b", "27", 27, 27, "Harrow Clinic"))

    assert (relation.relation, relation.a.page) == (RelationKind.REFINES, "b")


def test_a_later_number_of_one_speaker_supersedes() -> None:
    first = toll("a", "at least 30", 30, None, "mining office", as_of=day("2024-03-06"))
    relation = only(first, toll("b", "27", 27, 27, "mining office", as_of=day("2024-03-09")))

    assert (relation.relation, relation.a.page) == (RelationKind.SUPERSEDES, "b")
    assert relation.why == (
        "mining office gave at least 30 killed (as of 6 March 2024) and 27 killed (as of 9 March 2024); "
        "the later number stands."
    )


def test_a_later_number_of_another_speaker_supersedes_nothing() -> None:
    first = toll("a", "12", 12, 12, "Edda Lorne", published=MARCH_5)
    relation = only(first, toll("b", "15", 15, 15, "Harrow Clinic", published=MARCH_6))

    assert relation.relation is RelationKind.COMPATIBLE
    assert "the toll may have grown" in relation.why


def test_an_open_number_and_one_far_above_it_diverge() -> None:
    first = toll("a", "at least 300", 300, None, "Edda Lorne")
    relation = only(first, toll("b", "1,000", 1000, 1000, "Harrow Clinic"))

    assert relation.relation is RelationKind.DIVERGES
    assert "can both hold, but lie far apart" in relation.why


def test_a_toll_that_mounts_through_a_day_is_no_contradiction() -> None:
    first = toll("a", "12", 12, 12, "Edda Lorne", published=MARCH_5)
    relation = only(first, toll("b", "15", 15, 15, "Harrow Clinic", published=MARCH_5))

    assert relation.relation is RelationKind.DIVERGES


def test_a_lower_toll_on_a_later_day_contradicts() -> None:
    first = toll("a", "40", 40, 40, "Edda Lorne", published=MARCH_5, place="Harrow")
    relation = only(first, toll("b", "27", 27, 27, "Harrow Clinic", published=MARCH_8, place="the Harrow district"))

    assert relation.relation is RelationKind.CONTRADICTS
    assert "a toll does not fall" in relation.why


def test_fewer_injured_on_a_later_day_do_not_contradict_for_some_may_have_died() -> None:
    early = toll("a", "12", 12, 12, "Edda Lorne", measure=Measure.INJURED, place="Harrow", published=MARCH_5)
    late = toll("b", "9", 9, 9, "Harrow Clinic", measure=Measure.INJURED, place="Harrow", published=MARCH_8)
    relation = only(early, late)

    assert relation.relation is RelationKind.DIVERGES
    assert "some of the injured may have died" in relation.why


def test_numbers_of_no_known_day_are_not_said_to_contradict() -> None:
    relation = only(toll("a", "12", 12, 12, "Edda Lorne"), toll("b", "15", 15, 15, "Harrow Clinic"))

    assert relation.relation is RelationKind.DIVERGES
    assert "which is the later is not known" in relation.why


def test_two_counts_that_one_page_sets_side_by_side_contradict() -> None:
    one, other = toll("a", "12", 12, 12, "Edda Lorne"), toll("a", "12", 15, 15, "Harrow Clinic")
    said = other.statements[0]
    second = reading("a", one.text, figures=[], statements=())
    both = reading(
        "a",
        one.text,
        figures=[one.figures[0], figure(one.text, "12", 15, 15, id="f2", who="miners", statement="s2")],
        statements=(one.statements[0], type(said)(**{n: getattr(said, n) for n in said.__slots__} | {"id": "s2"})),
    )
    relation = only(both, second)

    assert relation.relation is RelationKind.CONTRADICTS
    assert "side by side" in relation.why


def test_missing_people_of_one_day_can_be_contradicted() -> None:
    given = {"measure": Measure.MISSING, "published": MARCH_5, "place": "Harrow"}
    relation = only(toll("a", "12", 12, 12, "Edda Lorne", **given), toll("b", "50", 50, 50, "Harrow Clinic", **given))

    assert relation.relation is RelationKind.CONTRADICTS


def test_a_denied_number_contradicts_the_claim() -> None:
    denial = toll("a", "12", 12, 12, "Varrow Coal", status=Status.DENIED)
    relation = only(denial, toll("b", "12", 12, 12, "Edda Lorne"))

    assert relation.relation is RelationKind.CONTRADICTS
    assert relation.why == "Varrow Coal denies it: 12 killed (Edda Lorne)."


def test_who_denies_one_number_says_nothing_of_another() -> None:
    denial = toll("a", "54", 54, 54, "Varrow Coal", status=Status.DENIED)

    assert brief(denial, toll("b", "nine", 9, 9, "Edda Lorne")).relations == ()


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Tolm"},
        {"measure": Measure.INJURED},
        {"status": Status.PLANNED},
        {"additional": True},
        {"valid": day("2011-05-01")},
        {"who": "soldiers"},
    ],
)
def test_nothing_is_said_of_numbers_of_two_things(other: dict[str, Any]) -> None:
    given: dict[str, Any] = {"place": "Harrow", "valid": day("2024-03-05")}
    pages = (
        toll("a", "12", 12, 12, "Edda Lorne", **given),
        told("b", KILLED.format("14"), ("14", 14, 14), speaker="Harrow Clinic", **({"who": "miners"} | given | other)),
    )

    assert brief(*pages).relations == ()


def test_a_place_that_is_told_apart_makes_no_contradiction() -> None:
    first = toll("a", "40", 40, 40, "Edda Lorne", published=MARCH_5, place="Norway")
    relation = only(first, toll("b", "27", 27, 27, "Harrow Clinic", published=MARCH_8, place="Harrow"))

    assert relation.relation is RelationKind.DIVERGES
    assert "different places" in relation.why


def test_killed_and_injured_add_up_to_the_casualties_of_another_page() -> None:
    text = "Pit\n\nAt least 300 soldiers were killed and about 2,700 injured, the office said."
    office = told("a", text, ("At least 300", 300, None), speaker="mining office", who="soldiers")
    injured = figure(
        text,
        "about 2,700",
        2700,
        2700,
        id="f2",
        statement="s1",
        who="soldiers",
        measure=Measure.INJURED,
        approximate=True,
    )
    parts = reading("a", text, figures=[*office.figures, injured], statements=office.statements)
    given = {"measure": Measure.CASUALTIES, "approximate": True}
    whole = told(
        "b",
        KILLED.format("several thousand"),
        ("several thousand", 2000, 9999),
        speaker="Lorne",
        who="soldiers",
        **given,
    )
    found = brief(parts, whole).relations

    assert [(r.a.page, r.relation, r.b.figure) for r in found] == [
        ("b", RelationKind.ADDS_UP, "f1"),
        ("b", RelationKind.ADDS_UP, "f2"),
    ]
    assert found[0].why == (
        "At least 300 killed and about 2,700 injured (mining office) make at least 3,000: that fits several "
        "thousand killed or injured (Lorne)."
    )


def test_parts_that_come_to_more_than_the_whole_are_not_added_up() -> None:
    whole = told(
        "b", KILLED.format("145"), ("145", 145, 145), speaker="Lorne", who="miners", measure=Measure.CASUALTIES
    )

    assert brief(toll("a", "300", 300, 300, "Edda Lorne"), whole).relations == ()


def test_a_part_of_the_dead_is_no_rival_of_their_number() -> None:
    text = "Flood\n\nMore than 40 people died. Of the dead, 14 were found in Eskary, the society said."
    page = told("a", text, ("More than 40", 40, None), ("14", 14, 14), speaker="Red Lantern", who="people")
    both = reading("a", text, figures=page.figures, statements=page.statements)
    relation = only(both)

    assert relation.relation is RelationKind.ADDS_UP
    assert relation.why.startswith("14 killed (Red Lantern) is a part of more than 40 killed")


def test_a_number_in_two_units_is_one() -> None:
    text = "Flood\n\nThe survey office said that 60 sq km (23 square miles) were under water."
    page = told("a", text, ("60", 60, 60), speaker="survey office", measure=Measure.AREA, unit="km2", who="land")
    miles = figure(text, "23", 23, 23, id="f2", measure=Measure.AREA, unit="mi2", converts="f1", statement="s1")
    relation = only(reading("a", text, figures=[*page.figures, miles], statements=page.statements))

    assert relation.relation is RelationKind.SAME_ORIGIN
    assert relation.why == "One quantity in two units: 60 km2 is 23 mi2."


def test_many_different_numbers_are_compared_with_their_neighbours_only() -> None:
    pages = [toll(f"{i:02d}", f"{i + 10}", i + 10, i + 10, f"Clinic {i}", published=MARCH_5) for i in range(20)]

    assert len(brief(*pages).relations) == 19


def test_a_number_on_many_pages_is_tied_to_the_first_telling_only() -> None:
    pages = [toll(f"{i:02d}", "12", 12, 12, "Edda Lorne") for i in range(20)]

    assert [r.a.page for r in brief(*pages).relations] == ["00"] * 19


def test_a_number_that_a_page_calls_the_earlier_is_no_contradiction() -> None:
    text = "Pit\n\nThe mayor put the number of miners killed at 15, the clinic at an earlier 12."
    mayor = told("a", text, ("15", 15, 15), speaker="Edda Lorne", who="miners")
    clinic = figure(text, "12", 12, 12, id="f2", who="miners")
    relation = only(reading("a", text, figures=[*mayor.figures, clinic], statements=mayor.statements))

    assert relation.relation is RelationKind.DIVERGES
    assert "one of them is called the earlier" in relation.why


def test_a_count_over_years_is_no_rival_of_one_event() -> None:
    text = (
        "Pit\n\nThe office counted only four miners killed. More than 90 miners were killed in pits in 2023, it said."
    )
    year = When(edtf="2023", earliest=day("2023-01-01").earliest, latest=day("2023-12-31").latest, basis=Basis.EXPLICIT)
    mention = TimeMention(
        edtf=year.edtf,
        earliest=year.earliest,
        latest=year.latest,
        basis=year.basis,
        span=spans_of(text, "2023")[0],
        text="2023",
    )
    four = figure(text, "four", 4, 4, id="f1", who="miners")
    many = figure(text, "More than 90", 90, None, id="f2", who="miners", valid=year)

    assert brief(reading("a", text, figures=[four, many], times=(mention,))).relations == ()


def test_what_only_a_tense_puts_before_its_telling_parts_no_two_counts() -> None:
    told_then = When(edtf="../2024-03-05", earliest=None, latest=day("2024-03-05").latest, basis=Basis.INFERRED)
    first = toll("a", "12", 12, 12, "Edda Lorne", published=MARCH_5, valid=told_then, tense=Tense.PAST)
    second = toll("b", "15", 15, 15, "Harrow Clinic", published=MARCH_8, valid=day("2024-03-06"))

    assert only(first, second).relation is RelationKind.COMPATIBLE


def test_a_count_whose_own_words_put_it_before_another_is_no_rival() -> None:
    first = toll("a", "12", 12, 12, "Edda Lorne", published=MARCH_5, valid=day("2024-03-05"))
    second = toll("b", "15", 15, 15, "Harrow Clinic", published=MARCH_8, valid=day("2024-03-06"))

    assert brief(first, second).relations == ()


def test_a_count_over_decades_of_no_known_end_is_no_rival_of_one_event() -> None:
    text = "Pit\n\nThe office counted only four miners killed. More than 90 miners were killed in two decades, it said."
    span = spans_of(text, "in two decades")[0]
    length = TimeMention(
        edtf=None,
        earliest=None,
        latest=None,
        basis=Basis.EXPLICIT,
        span=span,
        text="in two decades",
        kind=TimeKind.DURATION,
    )
    four = figure(text, "four", 4, 4, id="f1", who="miners")
    many = figure(text, "More than 90", 90, None, id="f2", who="miners", tense=Tense.PAST, valid_span=span)

    assert brief(reading("a", text, figures=[four, many], times=(length,))).relations == ()


def test_numbers_of_two_places_without_a_name_are_no_rivals() -> None:
    text = "Quake\n\nIn the northern hills, 790 people died, while 812 people died in areas that the army holds."
    north, held = figure(text, "790", 790, 790, id="f1"), figure(text, "812", 812, 812, id="f2")

    assert brief(reading("a", text, figures=[north, held])).relations == ()


def test_what_is_merely_possible_contradicts_nothing() -> None:
    certain = toll("a", "12", 12, 12, "Edda Lorne", published=MARCH_8)
    relation = only(certain, toll("b", "15", 15, 15, "Harrow Clinic", status=Status.POSSIBLE, published=MARCH_5))

    assert relation.relation is RelationKind.DIVERGES
    assert "one of them is merely possible" in relation.why


def test_a_second_contingent_is_one_series_on_a_page_that_does_not_call_it_so() -> None:
    first = (
        "Troops\n\nVeldria sent about 9,000 soldiers. A second contingent, numbering up to 900 people, has been sent."
    )
    second = "Troops\n\nNews reports say that up to 900 soldiers were sent."
    sent = {"measure": Measure.SENT, "who": "soldiers"}
    pages = (
        reading(
            "a",
            first,
            figures=[
                figure(first, "about 9,000", 9000, 9000, id="f1", approximate=True, **sent),
                figure(first, "up to 900", None, 900, id="f2", measure=Measure.SENT, who="people"),
            ],
        ),
        reading("b", second, figures=[figure(second, "up to 900", None, 900, id="f1", **sent)]),
    )
    series = brief(*pages).series

    assert [[(ref.page, ref.figure) for ref in one.figures] for one in series] == [
        [("a", "f1")],
        [("a", "f2"), ("b", "f1")],
    ]
    assert series[1].name.startswith("additional")


def test_a_count_of_no_stated_place_joins_no_series_of_another_country() -> None:
    norway = told("a", "Quake\n\nIn Norway, 18 people died, it said.", ("18", 18, 18), speaker="Lorne", place="Norway")
    whole = told("b", "Quake\n\nThe quake killed 25 people, it said.", ("25", 25, 25), speaker="Hazard Agency")
    own = told("c", "Quake\n\nNorwegian police said 19 people died.", ("19", 19, 19), speaker="Norwegian police")

    assert [one.place for one in brief(norway, whole).series] == ["Norway", None]
    assert [one.place for one in brief(norway, own).series] == [None]


def test_tolls_of_no_stated_place_on_two_pages_do_not_contradict() -> None:
    first = toll("a", "40", 40, 40, "Edda Lorne", published=MARCH_5)
    relation = only(first, toll("b", "27", 27, 27, "Harrow Clinic", published=MARCH_8))

    assert relation.relation is RelationKind.DIVERGES
    assert "where either was counted is not stated" in relation.why


def test_a_hedged_number_diverges_and_is_never_said_to_exclude_another() -> None:
    page = toll("a", "12", 12, 12, "Edda Lorne", published=MARCH_8)
    hedged = replace(page, statements=(replace(page.statements[0], certainty=Certainty.POSSIBLE),))
    relation = only(hedged, toll("b", "15", 15, 15, "Harrow Clinic", published=MARCH_5))

    assert relation.relation is RelationKind.DIVERGES
    assert relation.why.endswith("differ, and one of them is merely possible.")
    assert "cannot both hold" not in relation.why


def test_a_toll_far_above_an_earlier_bound_has_grown() -> None:
    first = toll("a", "at least 30", 30, None, "Edda Lorne", published=MARCH_5)
    relation = only(first, toll("b", "300", 300, 300, "Harrow Clinic", published=MARCH_8))

    assert relation.relation is RelationKind.COMPATIBLE


def test_a_count_that_includes_the_gunman_contradicts_no_smaller_one() -> None:
    scope = Scope(kind=ScopeKind.INCLUDING, who="the gunman", span=Span(0, 1))
    one, other = (
        toll("a", "4", 4, 4, "Edda Lorne", place="Harrow", as_of=day("2024-03-08"), scope=scope),
        toll("b", "3", 3, 3, "Harrow Clinic", place="Harrow", as_of=day("2024-03-09")),
    )

    relation = only(one, other)
    assert relation.relation is RelationKind.DIVERGES
    assert "one of them is said to be including the gunman" in relation.why
