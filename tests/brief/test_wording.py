from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import figure, hop, spans_of, statement
from reportedly.brief.wording import describe_chain, describe_counted, describe_hedging, describe_number, plain
from reportedly.records import (
    Certainty,
    Change,
    Measure,
    Role,
    Stance,
    Status,
)


def test_a_chain_is_told_nearest_to_the_fact_first() -> None:
    chain = (
        hop("Ilse Varga", description="mayor of Brinmoor"),
        hop("Norpress", Role.RELAYER),
        hop("Coastline", Role.RELAYER),
        hop("Harrow Post", Role.PUBLISHER),
    )
    said = statement("12 people died.", "12 people died", chain=chain)

    assert describe_chain(said) == "Ilse Varga, mayor of Brinmoor, through Norpress and Coastline"


def test_a_figure_is_told_with_whom_it_counts_and_no_measure_that_says_nothing() -> None:
    text = "At least 12 people died, 2 percent of the town."
    share = figure(text, "2 percent", 2, 2, measure=Measure.PERCENT, counted=None)

    assert describe_counted(figure(text, "At least 12", 12, None)) == "At least 12 people killed"
    assert describe_counted(share) == "2 percent"
    assert describe_counted(figure(text, "At least 12", 12, None, measure=Measure.OTHER)) == "At least 12 people"


def test_an_unnamed_speaker_is_called_unnamed() -> None:
    said = statement("12 people died.", "12 people died", chain=(hop("two officials", named=False),))

    assert describe_chain(said) == "two officials (unnamed)"


def test_a_speaker_whose_words_say_that_nobody_names_him_is_not_marked_again() -> None:
    text = "12 people died, an Unidentified speaker said."
    said = replace(statement(text, "12 people died"), chain=(hop("Unidentified speaker", named=False),))

    assert describe_chain(said) == "Unidentified speaker"


def test_hedges_are_told_in_the_words_of_the_page() -> None:
    text = "Up to 40 people may have died, police believe."
    said = statement(text, "Up to 40 people may have died", hedges=spans_of(text, "may", "believe"))
    count = figure(text, "Up to 40", None, 40, status=Status.POSSIBLE)

    assert describe_hedging(count, said, text) == "possible, hedged “may” and “believe”"


def test_doubt_without_a_hedging_word_is_still_told() -> None:
    text = "12 people died."
    said = statement(text, "12 people died", certainty=Certainty.DOUBTFUL, stance=Stance.DENIES)

    assert describe_hedging(figure(text, "12", 12, 12), said, text) == "in a denial, held doubtful"


def test_a_step_and_an_addition_are_not_told_as_totals() -> None:
    text = "The toll rose by 12. Another 5 died."

    assert describe_hedging(figure(text, "12", 12, 12, change=Change.UP), None, text) == "a step up"
    assert describe_hedging(figure(text, "5", 5, 5, additional=True), None, text) == ""


def test_a_number_keeps_its_words_and_shows_its_unit_once() -> None:
    area = figure("more than 1,000 sq km", "more than 1,000", 1000, None, unit="km2")
    money = figure("more than 4 million crowns", "more than 4 million crowns", 4_000_000, None, unit="crowns")
    dead = figure("at least 300 people", "at least 300", 300, None)

    assert describe_number(area) == "more than 1,000 sq km"
    assert describe_number(money) == "more than 4 million crowns"
    assert describe_number(dead) == "at least 300"


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(st.text())
def test_page_words_on_a_line_hold_nothing_that_steers_a_terminal(words: str) -> None:
    shown = plain(words)

    assert shown.isprintable()
    assert "\x1b" not in shown
    assert "\n" not in shown
