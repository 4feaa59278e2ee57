"""Undated pages of one invented story, dated by one another."""

from collections.abc import Mapping
from datetime import date

import pytest

from reportedly.assess.copies import find_copies
from reportedly.assess.dating import StoryDates, date_pages
from reportedly.records import CopyKind, Named, Reading
from undated import ends, page

RISING = {"start of the Merrow rising": date(2031, 8, 6)}


def dates(*pages: Reading, anchors: Mapping[str, date] | None = None) -> StoryDates:
    return date_pages(pages, find_copies(pages), anchors)


COLLAPSE = page(
    "a", "Bridge\nThe old Merrow bridge at Sarn collapsed before dawn on Tuesday, the council said.", "2031-03-06"
)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("The old Merrow bridge at Sarn collapsed on Tuesday.", "2031-03-04", "2031-03-11"),
        ("The old Merrow bridge at Sarn collapsed last week.", "2031-03-05", "2031-03-18"),
        ("The old Merrow bridge at Sarn collapsed last month.", "2031-04-01", "2031-04-30"),
        ("The old Merrow bridge at Sarn collapsed last year.", "2032-01-01", "2032-12-31"),
        ("The old Merrow bridge at Sarn collapsed two weeks ago.", "2031-03-12", "2031-03-25"),
        ("Three weeks after the old Merrow bridge at Sarn collapsed, the road is shut.", "2031-03-19", "2031-03-31"),
    ],
)
def test_a_page_is_dated_by_an_event_that_another_page_dates(words: str, first: str, last: str) -> None:
    found = dates(COLLAPSE, page("b", f"Merrow\n{words}"))

    assert ends(found.of_page.get("b")) == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        "The old Merrow bridge at Sarn may have collapsed last week.",
        "If the old Merrow bridge at Sarn collapsed last week, nobody saw it.",
        "A shop in Harlow closed last week.",
        "The old Merrow bridge at Sarn did not collapse last week.",
        "The council said so last week.",
    ],
)
def test_what_did_not_surely_happen_dates_no_page(words: str) -> None:
    found = dates(COLLAPSE, page("b", f"Merrow\n{words}"))

    assert "b" not in found.of_page


def test_what_comes_again_and_again_dates_no_page() -> None:
    words = "Police arrested two men in the Merrow market hall on {}."
    found = dates(
        page("a", f"One\n{words.format('Monday')}", "2031-03-06"),
        page("b", f"Two\n{words.format('Monday')}", "2031-04-10"),
        page("c", f"Three\n{words.format('Monday')}"),
    )

    assert "c" not in found.of_page


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("The rising in Merrow last year was a failure.", "2032-01-01", "2032-12-31"),
        ("Last August, rebels launched a rising in Merrow.", "2031-09-01", "2032-12-31"),
        ("Seven months after the start of the Merrow rising, the town is empty.", "2032-02-19", "2032-03-22"),
        ("Seven months after the start of the Merrow rising, the mayor fled.", "2032-02-19", "None"),
        ("The town has been empty since the Merrow rising began.", "2031-08-06", "None"),
        ("The mayor died on 3 April 2030.", "2030-04-03", "None"),
        ("The council will meet on 14 May 2032.", "None", "2032-05-14"),
    ],
)
def test_a_page_is_dated_by_an_anchor_or_a_full_date(words: str, first: str, last: str) -> None:
    found = dates(page("b", f"Town\n{words}"), anchors=RISING)

    assert ends(found.of_page.get("b")) == (first, last)


def test_a_page_that_plans_an_event_is_not_dated_by_it() -> None:
    found = dates(page("b", "Town\nRebels may plan the Merrow rising."), anchors=RISING)

    assert "b" not in found.of_page


def test_a_day_without_its_year_gets_the_year_from_another_page() -> None:
    found = dates(
        page("b", "Town\nThe rising in Merrow last year was a failure. On 10 March the mayor fled."), anchors=RISING
    )

    assert ends(found.of_page["b"]) == ("2032-03-10", "2032-12-31")


TEXT = (
    "Flood\nThe river Merrow rose over its banks at Sarn and took the lower road with it before anybody woke, and on "
    "Friday the water stood in the mill, the school and the church, the council of Sarn said in a long note to all."
)


def test_a_copy_is_no_earlier_than_the_page_that_it_credits_and_keeps_the_others_days() -> None:
    source = page("a", TEXT, "2031-03-08", outlet="Lakewire")
    copy = page("b", TEXT, credits=(Named(name="Lakewire"),))
    found = dates(source, copy)

    assert find_copies((source, copy)) == (("a", "b", CopyKind.COPY),)
    assert ends(found.of_page["b"]) == ("2031-03-08", "None")
    assert found.of_page["b"].not_before[0].words == "has its words from Lakewire"


def test_with_no_days_at_all_a_copy_is_still_put_after_its_source() -> None:
    found = dates(page("a", TEXT, outlet="Lakewire"), page("b", TEXT, credits=(Named(name="Lakewire"),)))

    assert (found.of_page["b"].after, found.of_page["a"].before) == (("a",), ("b",))


def test_a_proof_begins_with_the_pages_own_words_and_ends_with_what_is_given() -> None:
    found = dates(COLLAPSE, page("b", "Merrow\nThe old Merrow bridge at Sarn collapsed last year."))
    told = [(step.page, step.words) for step in found.of_page["b"].not_before]

    assert told == [("b", "tells of “last year”"), ("a", "puts “before dawn on Tuesday” on 4 March 2031")]


def test_a_given_date_before_what_its_page_tells_of_is_a_contradiction_of_two() -> None:
    found = dates(page("a", "Mayor\nThe mayor of Sarn died on 9 March 2031.", "2031-03-01"))

    assert [step.words for step in found.conflicts[0].reasons] == ["is of 1 March 2031", "tells of “9 March 2031”"]
    assert [step.words for step in found.conflicts[0].left_out] == ["tells of “9 March 2031”"]


def test_what_contradicts_dates_no_page() -> None:
    words = "The rising in Merrow last year was a failure. The council will meet on 14 May 2030."
    found = dates(page("b", f"Town\n{words}"), anchors=RISING)

    assert len(found.conflicts) == 1
    assert "b" not in found.of_page


def test_one_more_page_changes_no_page_that_it_does_not_touch() -> None:
    story = (COLLAPSE, page("b", "Merrow\nThe old Merrow bridge at Sarn collapsed last week."))
    more = page("c", "Harlow\nThe mill at Harlow burst into flames in May 2029.")

    assert dates(*story, more).of_page["b"] == dates(*story).of_page["b"]


# --- what is only likely ---------------------------------------------------------------------------------------------


def test_copies_are_likely_of_one_week() -> None:
    source = page("a", TEXT, "2031-03-08", outlet="Lakewire")
    found = dates(source, page("b", TEXT, credits=(Named(name="Lakewire"),))).of_page["b"]

    assert ends(found) == ("2031-03-08", "None")
    assert ends(found.likely) == ("2031-03-08", "2031-03-15")


def test_a_day_without_its_year_is_likely_not_more_than_half_a_year_back() -> None:
    fell = "The old Merrow bridge at Sarn collapsed {}."
    story = (
        page("a", f"Bridge\n{fell.format('on Monday')}", "2031-11-12"),
        page("b", f"Law\n{fell.format('on 10 November')}"),
    )
    found = dates(*story).of_page["b"]

    assert ends(found) == ("2031-11-10", "2032-08-06")
    assert ends(found.likely) == ("2031-11-10", "2032-05-11")


def test_who_repeats_a_passage_of_a_report_is_likely_no_earlier_but_for_a_day() -> None:
    story = (
        page("a", "Bridge\nThe mayor died.", "2031-03-06", credits=(Named(name="Lakewire"),)),
        page("b", "Town\nRain."),
    )
    found = date_pages(story, retold={("a", "b")}).of_page["b"]
    likely = found.likely

    assert not found.known
    assert ends(likely) == ("2031-03-05", "None")
    assert likely is not None
    assert likely.not_before[0].words == "repeats a passage of what Lakewire reported"


def test_what_is_sent_again_is_not_what_was_sent_before() -> None:
    found = dates(
        page("a", "Aid\nVeldria will send a new convoy of trucks to Sarn."),
        page("b", "Aid\nVeldria sent a convoy of trucks to Sarn on 3 March 2031."),
    )

    assert "a" not in found.of_page


def test_a_likely_rule_that_contradicts_a_sure_one_is_dropped_without_a_word() -> None:
    found = dates(
        page("a", "Aid\nVeldria will send a convoy of trucks to Sarn. The mayor of Sarn died on 4 May 2031."),
        page("b", "Aid\nVeldria sent a convoy of trucks to Sarn on 3 March 2031."),
    )

    assert found.of_page["a"].likely is None
    assert found.conflicts == ()
