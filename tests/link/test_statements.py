from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import parsed, published, spans_of
from reportedly.link.parties import link_parties
from reportedly.link.statements import link_statements
from reportedly.read.names import find_names
from reportedly.records import (
    UNKNOWN_DATE,
    Attitude,
    Attribution,
    Basis,
    Carrier,
    CarrierBasis,
    Certainty,
    Credit,
    Manner,
    Masthead,
    Published,
    Role,
    Stance,
    Statement,
    TimeMention,
)
from reportedly.spans import Span

HARLOV_TIMES = Carrier(name="Harlov Times", basis=CarrierBasis.ABOUT)


def told(text: str, content: str, *, source: str = "", cue: str = "", relayers: Sequence[str] = ()) -> Attribution:
    """Return an attribution by its words; without source and cue it goes on with the speaker before it."""
    return Attribution(
        content=spans_of(text, content),
        cue=spans_of(text, cue) if cue else (),
        source=spans_of(text, source) if source else (),
        manner=Manner.INDIRECT,
        relayers=tuple(span for words in relayers for span in spans_of(text, words)),
        continues=not source and not cue,
    )


def linked(
    text: str,
    *attributions: Attribution,
    carrier: Carrier | None = HARLOV_TIMES,
    credits: Sequence[Credit] = (),  # noqa: A002 -- the masthead's word
    times: Sequence[TimeMention] = (),
    on: Published = UNKNOWN_DATE,
    stances: Sequence[Stance] = (),
) -> tuple[Statement, ...]:
    masthead = Masthead(carrier=carrier, credits=tuple(credits))
    sentences = parsed(text)
    parties = link_parties(text, sentences, find_names(text, sentences), attributions, masthead)
    attitudes = [
        Attitude(stance=stance, certainty=Certainty.CERTAIN)
        for stance in stances or [Stance.ASSERTS] * len(attributions)
    ]
    return link_statements(text, attributions, attitudes, parties, masthead, times, on)


def chain(statement: Statement) -> list[str]:
    return [hop.party for hop in statement.chain]


def test_a_chain_goes_from_the_speaker_through_the_outlet_he_told_to_the_publisher() -> None:
    text = "Ants Kask told the Tarn Post the dam held."
    (only,) = linked(text, told(text, "the dam held", source="Ants Kask", cue="told", relayers=["the Tarn Post"]))

    assert [(hop.party, hop.role) for hop in only.chain] == [
        ("Ants Kask", Role.ORIGINATOR),
        ("Tarn Post", Role.RELAYER),
        ("Harlov Times", Role.PUBLISHER),
    ]
    assert only.chain[0].span == only.source[0]
    assert only.chain[2].span is None


def test_a_credit_line_stands_between_every_speaker_and_the_publisher() -> None:
    text = "Source: Norpress\nAnts Kask said the dam held. Eda Holm said it broke."
    credit = Credit(name="Norpress", span=spans_of(text, "Norpress")[0])
    found = linked(
        text,
        told(text, "the dam held", source="Ants Kask", cue="said"),
        told(text, "it broke", source="Eda Holm", cue="said"),
        credits=[credit],
    )

    assert [chain(s) for s in found] == [
        ["Ants Kask", "Norpress", "Harlov Times"],
        ["Eda Holm", "Norpress", "Harlov Times"],
    ]


def test_a_relayer_named_for_one_speaker_relays_all_he_says_and_nothing_of_others() -> None:
    text = (
        "According to Norpress, the dam held, said Ants Kask. The water is high, according to him. "
        "As a reminder, Eda Holm said it broke."
    )
    credit = Credit(name="Norpress", span=spans_of(text, "Norpress")[0])
    found = linked(
        text,
        told(text, "the dam held", source="Ants Kask", cue="said", relayers=["Norpress"]),
        told(text, "The water is high", source="him", cue="according to"),
        told(text, "it broke", source="Eda Holm", cue="said"),
        credits=[credit],
    )

    assert [chain(s) for s in found] == [
        ["Ants Kask", "Norpress", "Harlov Times"],
        ["Ants Kask", "Norpress", "Harlov Times"],
        ["Eda Holm", "Harlov Times"],
    ]


def test_what_goes_on_without_a_cue_has_the_chain_of_the_speaker_before() -> None:
    text = "Ants Kask told Norpress the dam held. The water is high."
    found = linked(
        text,
        told(text, "the dam held", source="Ants Kask", cue="told", relayers=["Norpress"]),
        told(text, "The water is high"),
    )

    assert chain(found[1]) == chain(found[0])
    assert found[1].chain[0].span is None


def test_what_is_told_inside_another_statement_has_the_outer_chain_behind_its_own() -> None:
    text = "There are reports that the dam broke, Ants Kask said."
    found = linked(
        text,
        told(text, "There are reports that the dam broke", source="Ants Kask", cue="said"),
        told(text, "that the dam broke", source="reports", cue="There are reports"),
    )

    assert chain(found[1]) == ["reports", "Ants Kask", "Harlov Times"]
    assert [hop.role for hop in found[1].chain] == [Role.ORIGINATOR, Role.RELAYER, Role.PUBLISHER]
    assert not found[1].chain[0].named


def test_reports_that_pass_intelligence_on_stand_behind_it() -> None:
    text = "Reports attributed to Kenyan intelligence say the men are tired."
    (only,) = linked(
        text, told(text, "the men are tired", source="Reports attributed to Kenyan intelligence", cue="say")
    )

    assert chain(only) == ["Kenyan intelligence", "Reports", "Harlov Times"]


def test_a_statement_without_a_source_begins_with_the_credit() -> None:
    text = "It is noted that the dam held."
    statement = told(text, "the dam held", cue="It is noted")
    (only,) = linked(text, statement, credits=[Credit(name="Norpress")])

    assert chain(only) == ["Norpress", "Harlov Times"]


def test_a_statement_of_nobody_on_a_page_of_nobody_has_no_chain() -> None:
    text = "It was hoped that the dam held."

    assert linked(text, told(text, "the dam held", cue="It was hoped"), carrier=None)[0].chain == ()


def test_a_party_stands_in_a_chain_once() -> None:
    text = "Ants Kask told the BBC the dam held."
    bbc = Carrier(name="BBC News", basis=CarrierBasis.ABOUT)
    (only,) = linked(
        text, told(text, "the dam held", source="Ants Kask", cue="told", relayers=["the BBC"]), carrier=bbc
    )

    assert [(hop.party, hop.role) for hop in only.chain] == [
        ("Ants Kask", Role.ORIGINATOR),
        ("BBC News", Role.PUBLISHER),
    ]


def test_an_outlet_that_speaks_for_itself_is_the_originator() -> None:
    text = "The BBC reported the dam held."
    bbc = Carrier(name="BBC", basis=CarrierBasis.ABOUT)
    (only,) = linked(text, told(text, "the dam held", source="The BBC", cue="reported"), carrier=bbc)

    assert [(hop.party, hop.role) for hop in only.chain] == [("BBC", Role.ORIGINATOR)]


def test_i_inside_what_somebody_says_is_that_one() -> None:
    text = 'Ants Kask said: "I think the dam held."'
    found = linked(
        text,
        told(text, "I think the dam held", source="Ants Kask", cue="said"),
        told(text, "the dam held", source="I", cue="think"),
    )

    assert chain(found[1]) == ["Ants Kask", "Harlov Times"]


def test_statements_are_numbered_in_the_order_of_the_text() -> None:
    text = "The dam held, said Ants Kask. It broke, said Eda Holm."
    found = linked(
        text,
        told(text, "It broke", source="Eda Holm", cue="said Eda"),
        told(text, "The dam held", source="Ants Kask", cue="said"),
    )

    assert [(s.id, chain(s)[0]) for s in found] == [("s1", "Ants Kask"), ("s2", "Eda Holm")]


# --- when it was said ------------------------------------------------------------------------------------------------


def friday(text: str) -> TimeMention:
    (span,) = spans_of(text, "Friday")
    on = date(2025, 1, 31)
    return TimeMention(span=span, text="Friday", edtf="2025-01-31", earliest=on, latest=on, basis=Basis.RELATIVE)


def test_a_time_beside_the_cue_is_when_it_was_said() -> None:
    text = "The gates are shut. On Friday, Ants Kask said the dam held."
    (only,) = linked(text, told(text, "the dam held", source="Ants Kask", cue="said"), times=[friday(text)])

    assert only.said is not None
    assert (only.said.edtf, only.said.basis) == ("2025-01-31", Basis.RELATIVE)


@pytest.mark.parametrize(
    "text", ["Ants Kask said the dam broke on Friday.", "It rained on Friday. Ants Kask said the dam broke."]
)
def test_a_time_of_the_content_or_of_another_sentence_is_not_when_it_was_said(text: str) -> None:
    content = "the dam broke on Friday" if "broke on" in text else "the dam broke"
    (only,) = linked(text, told(text, content, source="Ants Kask", cue="said"), times=[friday(text)])

    assert only.said is None


def test_without_a_time_it_was_said_by_the_day_of_the_page_as_inferred() -> None:
    text = "Ants Kask said the dam held."
    (only,) = linked(text, told(text, "the dam held", source="Ants Kask", cue="said"), on=published("2025-02-03"))

    assert only.said is not None
    assert (only.said.edtf, only.said.basis) == ("2025-02-03", Basis.INFERRED)


def test_what_had_been_said_is_only_known_to_be_no_later_than_the_page() -> None:
    text = "As a reminder, Ants Kask said the dam held."
    (only,) = linked(text, told(text, "the dam held", source="Ants Kask", cue="said"), on=published("2025-02-03"))

    assert only.said is not None
    assert (only.said.edtf, only.said.earliest, only.said.latest) == ("../2025-02-03", None, date(2025, 2, 3))


def test_a_page_without_a_date_does_not_date_what_is_said() -> None:
    text = "Ants Kask said the dam held. The water is high."
    found = linked(text, told(text, "the dam held", source="Ants Kask", cue="said"), told(text, "The water is high"))

    assert [s.said for s in found] == [None, None]


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1]))
ATTRIBUTIONS = st.builds(
    Attribution,
    content=st.lists(SPANS, max_size=2).map(tuple),
    cue=st.lists(SPANS, max_size=1).map(tuple),
    source=st.lists(SPANS, max_size=1).map(tuple),
    manner=st.just(Manner.INDIRECT),
    relayers=st.lists(SPANS, max_size=2).map(tuple),
    continues=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ATTRIBUTIONS, max_size=6))
def test_any_attributions_become_as_many_statements_each_party_once(attributions: list[Attribution]) -> None:
    text = "Ants Kask told the BBC that Eda Holm, citing reports, said it held."
    found = linked(text, *attributions, credits=[Credit(name="BBC")])

    assert sorted(s.id for s in found) == sorted(f"s{i}" for i in range(1, len(attributions) + 1))
    assert all(len({hop.party.lower() for hop in s.chain}) == len(s.chain) for s in found)
    assert found == linked(text, *attributions, credits=[Credit(name="BBC")])


def test_a_label_in_front_of_the_text_is_nobody() -> None:
    text = "UPDATE: Police said the road was shut."
    found = linked(
        text,
        told(text, "Police said the road was shut", source="UPDATE", cue=":"),
        told(text, "the road was shut", source="Police", cue="said"),
    )

    assert [chain(s) for s in found] == [["Harlov Times"], ["Police", "Harlov Times"]]


def test_what_goes_on_below_a_list_is_not_the_last_points() -> None:
    text = "- Ants Kask said the dam held.\n- The river rose.\nThe water is high."
    found = linked(
        text,
        told(text, "the dam held", source="Ants Kask", cue="said"),
        told(text, "The river rose"),
        told(text, "The water is high"),
    )

    assert [chain(s)[0] for s in found] == ["Ants Kask", "Ants Kask", "Harlov Times"]


@pytest.mark.parametrize("stance", [Stance.NO_COMMENT, Stance.DENIES])
def test_a_claim_does_not_come_through_the_one_who_will_not_speak_of_it(stance: Stance) -> None:
    text = "The ministry declined to comment on claims that 18 were held."
    attributions = (
        told(text, "The ministry declined to comment on claims that 18 were held", source="The ministry"),
        told(text, "18 were held", source="claims"),
    )
    found = linked(text, *attributions, stances=(stance, Stance.ASSERTS))

    assert chain(found[1]) == ["claims", "Harlov Times"]


def test_a_label_before_a_colon_is_no_speaker() -> None:
    text = "Related: the dam broke."
    (statement,) = linked(text, told(text, "the dam broke", source="Related", cue=":"))

    assert [hop.party for hop in statement.chain] == ["Harlov Times"]


def test_a_video_that_shows_is_no_label() -> None:
    text = "Video shows that the dam broke."
    (statement,) = linked(text, told(text, "that the dam broke", source="Video", cue="shows"))

    assert [hop.party for hop in statement.chain] == ["Video", "Harlov Times"]
