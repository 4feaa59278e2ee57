"""When undated pages came out, in words."""

from dataclasses import replace
from datetime import date

from builders import reading
from reportedly.brief.dating import tell_dating
from reportedly.brief.lines import Line
from reportedly.brief.sources import open_sources
from reportedly.records import UNKNOWN_DATE, Bounds, Brief, BriefPage, DateConflict, DateReason, PageDating
from reportedly.spans import Span

TEXT = "Flood\nThe dam failed on Tuesday."
PAGES = (reading("a", TEXT), reading("b", TEXT))
OWN = DateReason(words="tells of “Tuesday”", page="b", span=Span(24, 31))
OTHER = DateReason(words="puts “Tuesday” on 5 March 2024", page="a", span=Span(24, 31))
ANCHOR = DateReason(words="“the flood”: 5 March 2024, in about.json")


def lines(dating: PageDating | None, *conflicts: DateConflict) -> list[Line]:
    pages = tuple(BriefPage(name=n, title=None, carrier=None, published=UNKNOWN_DATE, origin=0) for n in ("a", "b"))
    brief = Brief(story="Flood", pages=(pages[0], replace(pages[1], dating=dating)), date_conflicts=conflicts)
    return list(tell_dating(open_sources(brief, PAGES)))


def test_both_ends_with_one_proof_are_one_sentence() -> None:
    proof = (OWN, OTHER)
    (line,) = lines(PageDating(earliest=date(2024, 3, 5), latest=date(2024, 3, 12), not_before=proof, not_after=proof))

    assert (line.lead, line.text) == (
        "Page 2",
        "between 5 and 12 March 2024: it tells of “Tuesday”; page 1 puts “Tuesday” on 5 March 2024.",
    )
    assert [(one.page, one.span) for one in line.support] == [("b", OWN.span), ("a", OTHER.span)]


def test_ends_with_proofs_of_their_own_are_two_sentences() -> None:
    dating = PageDating(
        earliest=date(2024, 3, 5), latest=date(2024, 3, 12), not_before=(OWN, ANCHOR), not_after=(OTHER,)
    )
    (line,) = lines(dating)

    assert line.text == (
        "not before 5 March 2024: it tells of “Tuesday”; “the flood”: 5 March 2024, in about.json. "
        "Not after 12 March 2024: page 1 puts “Tuesday” on 5 March 2024."
    )


def test_what_is_only_likely_stands_behind_what_is_sure() -> None:
    likely = Bounds(
        earliest=date(2024, 3, 5), latest=date(2024, 3, 9), not_before=(OWN, ANCHOR), not_after=(OWN, OTHER)
    )
    (line,) = lines(PageDating(earliest=date(2024, 3, 5), latest=None, not_before=(OWN, ANCHOR), likely=likely))

    assert line.text == (
        "not before 5 March 2024: it tells of “Tuesday”; “the flood”: 5 March 2024, in about.json. "
        "Probably not after 9 March 2024: it tells of “Tuesday”; page 1 puts “Tuesday” on 5 March 2024."
    )
    assert line.short == (
        "probably not after 9 March 2024: it tells of “Tuesday”; page 1 puts “Tuesday” on 5 March 2024. "
        "Surely no earlier than 5 March 2024."
    )
    assert line.when is not None
    assert line.when.latest is None


def test_an_order_that_is_only_likely_is_told_as_such() -> None:
    (line,) = lines(PageDating(earliest=None, latest=None, likely=Bounds(earliest=None, latest=None, before=("a",))))

    assert line.text == "probably not later than page 1."


def test_a_page_between_two_days_is_told_first_of_all() -> None:
    (open_end,) = lines(PageDating(earliest=date(2024, 3, 5), latest=None, not_before=(OWN,)))
    (closed,) = lines(
        PageDating(earliest=date(2024, 3, 5), latest=date(2024, 3, 12), not_before=(OWN,), not_after=(OWN,))
    )

    assert (open_end.minor, closed.minor) == (True, False)


def test_both_likely_ends_are_told_as_likely() -> None:
    likely = Bounds(earliest=date(2024, 3, 5), latest=date(2024, 3, 9), not_before=(OWN,), not_after=(OTHER,))
    (line,) = lines(PageDating(earliest=None, latest=None, likely=likely))

    assert line.text == (
        "probably not before 5 March 2024: it tells of “Tuesday”. "
        "Probably not after 9 March 2024: page 1 puts “Tuesday” on 5 March 2024."
    )


def test_two_steps_of_one_page_are_one_clause() -> None:
    dated = replace(OTHER, words="is of 8 March 2024")
    (line,) = lines(PageDating(earliest=date(2024, 3, 5), latest=None, not_before=(OTHER, dated)))

    assert line.text == "not before 5 March 2024: page 1 puts “Tuesday” on 5 March 2024 and is of 8 March 2024."


def test_where_only_the_order_is_known_the_order_is_told() -> None:
    (line,) = lines(PageDating(earliest=None, latest=None, after=("a",)))

    assert line.text == "not earlier than page 1."


def test_a_short_proof_keeps_its_first_and_its_last_step() -> None:
    steps = (OWN, OTHER, replace(OTHER, words="tells of it"), ANCHOR)
    (line,) = lines(PageDating(earliest=date(2024, 3, 5), latest=None, not_before=steps))

    assert line.short == "not before 5 March 2024: it tells of “Tuesday”; “the flood”: 5 March 2024, in about.json."


def test_a_contradiction_names_what_cannot_all_be_true() -> None:
    (line,) = lines(None, DateConflict(reasons=(OTHER, ANCHOR), left_out=(OTHER,)))

    assert (line.lead, line.short) == (
        "Contradiction",
        "page 1 puts “Tuesday” on 5 March 2024 and “the flood”: 5 March 2024, in about.json cannot all be true.",
    )
