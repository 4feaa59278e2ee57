"""When a count held and what it is current to, by its clause's times, its tense and what it measures."""

from dataclasses import replace
from typing import Any

import pytest

from builders import day, parsed, published, spans_of, statement
from reportedly.link.figures import link_figures
from reportedly.read.quantities import find_quantities
from reportedly.read.times import find_times
from reportedly.records import UNKNOWN_DATE, Figure, Masthead, Published, Tense, When

PAGE = published("2025-03-14")  # a Friday
SAID = day("2025-03-13")


def read(text: str, *, page: Published = PAGE, said: When | None = None) -> Figure:
    """Return the one figure of a text; said by the mayor, if `said` is given, else told by the page."""
    (figure,) = read_all(text, page=page, said=said)
    return figure


def read_all(text: str, *, page: Published = PAGE, said: When | None = None, **changed: Any) -> tuple[Figure, ...]:
    """Return the figures of a text; `changed` are fields of the statement that holds them."""
    sentences = parsed(text)
    times = find_times(text, sentences, page)
    statements = (replace(statement(text, text, speaker="the mayor", said=said), **changed),) if said else ()
    quantities = find_quantities(text, sentences, times)
    return link_figures(text, sentences, quantities, statements, (), times, Masthead(), page)


def days(when: When | None) -> str | None:
    return when.edtf if when is not None else None


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("Twelve people were killed.", "../2025-03-13"),
        ("The toll has risen to 43.", "../2025-03-13"),
        ("The toll now stands at 43.", "../2025-03-13"),
        ("Twelve people are dead.", "../2025-03-13"),
        ("Twelve people are missing.", "2025-03-13"),
        ("The army holds 60 villages.", "2025-03-13"),
        ("The ministry will send 300 soldiers.", "2025-03-13/.."),
        ("The ministry plans to send 300 soldiers.", "2025-03-13/.."),
        ("The ministry would send 300 soldiers.", "2025-03-13/.."),
        ("The ministry had planned to send 300 soldiers.", None),
        ("The flood kills 12 people.", None),
        ("The ministry is sending 300 soldiers.", None),
        ("Some 2,100 people have died since early March.", "2025-03-01~/2025-03-13"),
        ("Some 2,100 people had been killed in just three months.", "2024-12-13~/2025-03-13~"),
        ("Some 2,100 people were killed in just three months.", "../2025-03-13"),
        ("The ministry will send 300 soldiers by Sunday.", "2025-03-13/2025-03-16"),
        ("The army lost the port last year and now holds 60 villages.", "2025-03-13"),
    ],
)
def test_a_count_that_somebody_gives_held_by_its_tense_and_its_own_time(text: str, valid: str | None) -> None:
    figure = read(text, said=SAID)

    assert (days(figure.valid), figure.as_of) == (valid, SAID)


@pytest.mark.parametrize("change", ["up from", "down from"])
def test_the_day_behind_the_number_before_is_only_its_own(change: str) -> None:
    text = f"Fifty people are in hospital, {change} 47 on Wednesday, the mayor said."
    now, before = read_all(text, said=SAID)

    assert (days(now.valid), now.as_of) == ("2025-03-13", SAID)
    assert days(before.as_of) == "2025-03-12"


def test_a_time_before_the_speaker_is_when_a_count_held() -> None:
    text = "Last year, the mayor said, they sent 11,000 soldiers."
    content = spans_of(text, "Last year", "they sent 11,000 soldiers")
    (sent,) = read_all(text, said=SAID, content=content, cue=spans_of(text, "said"))

    assert (days(sent.valid), sent.as_of) == ("2024", SAID)


def test_the_people_killed_were_killed_before_they_will_be_buried() -> None:
    figure = read("The 12 people killed in the flood will be buried in Sarn.", said=SAID)

    assert days(figure.valid) == "../2025-03-13"


@pytest.mark.parametrize(
    ("text", "valid", "as_of"),
    [
        ("Twelve people were killed.", "../2025-03-14", None),
        ("Twelve people have been killed.", "../2025-03-14", "2025-03-14"),
        ("Twelve people are missing.", "2025-03-14", "2025-03-14"),
        ("Rescuers have found 12 bodies so far.", "../2025-03-14", "2025-03-14"),
    ],
)
def test_what_a_page_tells_in_its_own_words_rests_on_its_day(text: str, valid: str, as_of: str | None) -> None:
    figure = read(text)

    assert (days(figure.valid), days(figure.as_of)) == (valid, as_of)


@pytest.mark.parametrize(
    "text", ["Twelve people were killed.", "Twelve people are missing.", "Twelve have died so far."]
)
def test_on_a_page_with_no_date_nothing_is_made_up(text: str) -> None:
    figure = read(text, page=UNKNOWN_DATE)

    assert not any(when is not None and when.known for when in (figure.valid, figure.as_of))


def test_a_question_holds_nothing() -> None:
    assert read("Were 12 people killed?").valid is None


def test_a_time_has_its_span_and_a_tense_its_name() -> None:
    dated, told = read("Twelve people were killed on Monday."), read("Twelve people were killed.")

    assert (dated.tense, told.tense) == (None, Tense.PAST)
    assert (dated.valid_span is not None, told.valid_span) == (True, None)


def test_a_time_that_no_page_places_keeps_its_span() -> None:
    figure = read("Twelve people are killed every year.", said=SAID)

    assert (days(figure.valid), figure.tense, figure.valid_span is not None) == (None, None, True)
