"""What a page looks ahead to, and what followed from an event whose time it says."""

import pytest

from builders import paragraphs_of, parsed
from reportedly.read.clues import find_clues
from reportedly.records import Clue


def likely(text: str) -> tuple[Clue, ...]:
    return tuple(clue for clue in find_clues(text, parsed(text), paragraphs_of(text), ()) if clue.likely)


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("The troops will soon enter the town.", ("enter", "troops", "town")),
        ("The troops may be withdrawn from the town.", ("withdrawn", "troops")),
        ("The ministry plans to send a new batch of soldiers.", ("send", "ministry", "batch", "soldiers")),
        ("The soldiers are likely to be involved in fighting.", ("involved", "soldiers")),
    ],
)
def test_what_will_or_may_come_lies_ahead_of_the_page(text: str, core: tuple[str, ...]) -> None:
    (clue,) = likely(text)

    assert tuple(word.of(text) for word in clue.core) == core
    assert (clue.least, clue.most) == (None, 0)


@pytest.mark.parametrize(
    "text",
    [
        "The troops will not enter the town.",
        "If the troops will enter the town, the mayor leaves.",
        "Will the troops enter the town?",
        "The troops could have entered the town.",
        "The ministry planned to send soldiers.",
        "They will come.",
    ],
)
def test_what_is_denied_asked_or_long_planned_is_no_prospect(text: str) -> None:
    assert likely(text) == ()


def test_what_followed_from_an_event_is_of_its_time() -> None:
    text = "Last year, the ministry sent 900 men, of whom at least 30 were killed in the fighting."
    (clue,) = likely(text)

    assert (clue.text, clue.unit.value, clue.least, clue.most) == ("Last year", "year", 1, 1)
    assert [word.of(text) for word in clue.core] == ["killed", "men"]


def test_a_time_behind_its_verb_is_not_that_of_what_followed() -> None:
    assert likely("The ministry sent 900 men to Sarn last year, who were killed in the fighting.") == ()
