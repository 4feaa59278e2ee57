"""What a page's words say of its own date."""

import pytest

from builders import paragraphs_of, parsed, spans_of
from reportedly.read.clues import find_clues
from reportedly.records import Attribution, Calendar, Clue, Manner


def clues(text: str, *quoted: str) -> tuple[Clue, ...]:
    """Return what is said outright of the page's date."""
    return tuple(clue for clue in all_clues(text, *quoted) if not clue.likely)


def all_clues(text: str, *quoted: str) -> tuple[Clue, ...]:
    said = tuple(
        Attribution(content=(span,), cue=(), source=(), manner=Manner.DIRECT) for span in spans_of(text, *quoted)
    )
    return find_clues(text, parsed(text), paragraphs_of(text), said)


@pytest.mark.parametrize(
    ("text", "unit", "least", "most"),
    [
        ("The dam failed yesterday.", Calendar.DAY, 1, 2),
        ("The dam failed on Friday.", Calendar.DAY, 0, 7),
        ("Last Friday the dam failed.", Calendar.DAY, 1, 14),
        ("Last week the dam failed.", Calendar.DAY, 1, 14),
        ("The dam failed three days ago.", Calendar.DAY, 2, 4),
        ("The dam failed last month.", Calendar.MONTH, 1, 1),
        ("The dam failed four years ago.", Calendar.YEAR, 3, 5),
        ("This year the dam failed.", Calendar.YEAR, 0, 0),
        ("The council will meet on 14 March 2031.", Calendar.DAY, None, 0),
    ],
)
def test_a_told_event_lies_so_far_from_the_page(text: str, unit: Calendar, least: int | None, most: int) -> None:
    (clue,) = clues(text)

    assert (clue.unit, clue.least, clue.most) == (unit, least, most)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The crew was withdrawn in mid-January.", "01-11", "01-20"),
        ("On 10 March the crew left.", "03-10", "03-10"),
        ("The crew was transferred to Sarn from January to February.", "01-01", "02-31"),
        ("The crew has returned to Sarn since early February.", "02-01", "02-10"),
    ],
)
def test_a_day_without_its_year_keeps_its_month_and_day(text: str, first: str, last: str) -> None:
    (clue,) = clues(text)

    assert (clue.first, clue.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "The crew signed a contract on Friday.",
        "The crew would leave on Friday.",
        "Had the crew left on Friday?",
        "The crew did not leave last week.",
        "The crew plans to leave on Friday.",
        "The council may meet on 14 March 2031.",
    ],
)
def test_what_is_not_said_to_have_happened_is_no_clue(text: str) -> None:
    assert clues(text) == ()


def test_what_is_said_in_quotation_marks_counts_from_the_speech() -> None:
    assert clues("“The dam failed last week,” said Ann Lee.", "The dam failed last week,") == ()


def test_an_event_is_its_own_words_without_what_hangs_on_them() -> None:
    text = "Last August, elite troops launched an offensive in Sarn, seizing land that they hold."
    (clue,) = clues(text)

    assert [run.of(text) for run in clue.event] == ["elite troops launched an offensive in Sarn"]


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Seven months after the start of the siege, the town is empty.", 229),
        ("Seven months after the start of the siege, the mayor fled.", None),
    ],
)
def test_the_time_since_an_event_bounds_the_page_above_only_in_the_present(text: str, most: int | None) -> None:
    (clue,) = clues(text)

    assert (clue.text, clue.after, clue.least, clue.most) == (
        "Seven months after the start of the siege",
        True,
        197,
        most,
    )


def test_a_noun_with_a_month_may_lie_ahead() -> None:
    (clue,) = clues("The crew signed a contract for a dam in March.")

    assert (clue.first, clue.least) == ("03-01", None)


def test_a_turn_of_events_is_told_without_a_time() -> None:
    text = "The paper reported that the crew had been pulled off the wall."
    (clue,) = clues(text)

    assert (clue.text, clue.least, clue.most) == ("the crew had been pulled off the wall", 0, None)


@pytest.mark.parametrize("year", ["in the June 2013 attack", "in 2013"])
def test_a_day_whose_year_the_page_says_elsewhere_may_be_long_ago(year: str) -> None:
    text = f"Lee was killed on 15 June. He was shot {year}."
    clue = next(one for one in clues(text) if one.first == "06-15")

    assert clue.most is None


def test_a_day_of_another_month_is_told_within_nine_months_or_its_year() -> None:
    clue = next(one for one in clues("Lee was killed on 15 June. He was shot in May 2013.") if one.first == "06-15")

    assert clue.most == 270


def test_a_noun_whose_own_verb_is_past_lies_behind() -> None:
    (clue,) = clues("Papers told of the transfer in March of men, who have already been transferred to Sarn.")

    assert (clue.first, clue.least, clue.noun) == ("03-01", 0, True)


def test_a_noun_that_only_begins_like_a_past_verb_may_lie_ahead() -> None:
    (clue,) = clues("Papers told of the war in March on men, who have already been warned in Sarn.")

    assert clue.least is None
