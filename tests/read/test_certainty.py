import pytest

from builders import paragraphs_of, parsed, spans_of
from reportedly.read.certainty import find_attitude
from reportedly.read.speech import find_attributions
from reportedly.records import Attitude, Attribution, Certainty, Manner, Stance
from reportedly.spans import Span


def attitude(text: str) -> Attitude:
    """The attitude of the text's first attribution."""
    sentences = parsed(text)
    return find_attitude(text, find_attributions(text, sentences, paragraphs_of(text))[0], sentences)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kask said the dam had held.", Stance.ASSERTS),
        ("Kask denied that the dam had broken.", Stance.DENIES),
        ("Kask did not deny that the dam had broken.", Stance.ASSERTS),
        ("Kask said the dam will hold.", Stance.EXPECTS),
        ("Kask said the dam is likely to break soon.", Stance.EXPECTS),
        ("Kask said boats may be used on the river.", Stance.EXPECTS),
        ("Kask said it was likely they had left.", Stance.ASSERTS),
        ("Kask said the dam would have broken.", Stance.ASSERTS),
        ("Kask said the dam may be old.", Stance.ASSERTS),
        ("Kask fears the dam is weak.", Stance.EXPECTS),
        ("Kask plans to rebuild the dam.", Stance.PLANS),
        ('"We will rebuild the dam," Kask said.', Stance.PLANS),
        ("Kask said he would resign.", Stance.PLANS),
        ('"He will resign," Kask said.', Stance.EXPECTS),
        ("Kask urged residents to leave.", Stance.ASKS),
        ("Kask called for calm.", Stance.ASKS),
        ("The ministry has not commented.", Stance.NO_COMMENT),
        ("The mayor declined to comment.", Stance.NO_COMMENT),
        ("Kask did not say how old the dam was.", Stance.NO_COMMENT),
    ],
)
def test_the_stance_is_that_of_cue_and_main_clause(text: str, stance: Stance) -> None:
    assert attitude(text).stance is stance


@pytest.mark.parametrize(
    ("text", "certainty", "hedges"),
    [
        ("Kask said the dam had held.", Certainty.CERTAIN, []),
        ("Kask said the dam may have broken.", Certainty.POSSIBLE, ["may"]),
        ("Kask said the dam broke in May.", Certainty.CERTAIN, []),
        ("Kask said the dam had probably held.", Certainty.PROBABLE, ["probably"]),
        ("Kask said it was unlikely that the dam had held.", Certainty.DOUBTFUL, ["unlikely"]),
        ("Kask said it was not likely that the dam had held.", Certainty.DOUBTFUL, ["not likely"]),
        ("Kask said a flood was not ruled out.", Certainty.POSSIBLE, ["not ruled out"]),
        ("Kask said the cause was not clear.", Certainty.POSSIBLE, ["not clear"]),
        ("Kask said the cause was clear.", Certainty.CERTAIN, []),
        ("Kask said the dam, which may be old, had held.", Certainty.CERTAIN, []),
        ("Kask said they left as soon as possible.", Certainty.CERTAIN, []),
        ("Kask said the dam had allegedly probably held.", Certainty.POSSIBLE, ["allegedly", "probably"]),
        ("Kask believes the dam held.", Certainty.PROBABLE, ["believes"]),
        ("Kask said police held two suspects.", Certainty.CERTAIN, []),
        ("Kask said the man was suspected of theft.", Certainty.CERTAIN, []),
        ("Kask said suspected rebels burned the village.", Certainty.PROBABLE, ["suspected"]),
        ("Kask said there were indications of a flood.", Certainty.PROBABLE, ["indications"]),
        ("Kask said there was no evidence that the dam broke.", Certainty.DOUBTFUL, ["no evidence"]),
        ("The dam is not believed to have broken.", Certainty.DOUBTFUL, ["not believed"]),
        ("Kask said he doubts the dam will hold.", Certainty.DOUBTFUL, ["doubts"]),
        ("Kask said he had no doubt that the dam held.", Certainty.CERTAIN, []),
        ("Kask said it was not possible that the dam broke.", Certainty.CERTAIN, []),
        ("Kask said the dam could not hold.", Certainty.CERTAIN, []),
        ("Kask said the dam probably did not break.", Certainty.PROBABLE, ["probably"]),
        ("Kask said the dam likely did not break.", Certainty.PROBABLE, ["likely"]),
        ("Kask said it was far from certain that the dam held.", Certainty.POSSIBLE, ["far from certain"]),
        ("Kask said it was too early to say whether it held.", Certainty.POSSIBLE, ["too early to say"]),
        ("Kask said the dam was in all likelihood mined.", Certainty.PROBABLE, ["in all likelihood"]),
        ("Kask said police had been unable to verify the report.", Certainty.POSSIBLE, ["unable to verify"]),
        ("Kask refused to rule out a flood.", Certainty.POSSIBLE, ["refused to rule out"]),
        ("The dam purportedly broke, Kask said.", Certainty.POSSIBLE, ["purportedly"]),
    ],
)
def test_the_hedges_of_the_main_clause_set_the_certainty(text: str, certainty: Certainty, hedges: list[str]) -> None:
    found = attitude(text)

    assert found.certainty is certainty
    assert [hedge.of(text) for hedge in found.hedges] == hedges


@pytest.mark.parametrize(
    ("text", "certainty", "hedge"),
    [
        ("The dam is said to have broken.", Certainty.POSSIBLE, "is said"),
        ("According to unconfirmed reports, the dam broke.", Certainty.POSSIBLE, "unconfirmed"),
        ("It is noted that the dam is old.", Certainty.CERTAIN, "It is noted"),
    ],
)
def test_the_page_shows_that_it_does_not_speak_for_itself(text: str, certainty: Certainty, hedge: str) -> None:
    found = attitude(text)

    assert found.certainty is certainty
    assert [span.of(text) for span in found.hedges] == [hedge]


@pytest.mark.parametrize(
    ("behind", "hedge"),
    [
        ("The claim could not be independently verified.", "could not be independently verified"),
        ("Norpress was unable to confirm the report.", "unable to confirm"),
        ("The Harlov Post could not verify this.", "could not verify"),
        ("The figures have not been confirmed.", "have not been confirmed"),
        ("The authenticity of the report could not be verified.", "could not be verified"),
    ],
)
def test_the_next_sentence_can_leave_a_statement_unchecked(behind: str, hedge: str) -> None:
    text = f"Kask said the dam had held. {behind}"
    found = attitude(text)

    assert found.certainty is Certainty.POSSIBLE
    assert [span.of(text) for span in found.hedges] == [hedge]


@pytest.mark.parametrize(
    "behind",
    [
        "The claim was independently verified.",
        "The cause of the flood could not be verified.",
        "Police said the claim could not be verified.",
        "The claim could not be ignored.",
        "It rained. The claim could not be verified.",
    ],
)
def test_what_is_checked_or_is_another_matter_or_is_said_by_others_leaves_the_statement_as_it_is(behind: str) -> None:
    assert attitude(f"Kask said the dam had held. {behind}").certainty is Certainty.CERTAIN


def cued(text: str, cue: str, content: str) -> Attitude:
    """The attitude of a statement of Kask's whose cue the rules of speech may not know."""
    given = Attribution(
        content=spans_of(text, content), cue=spans_of(text, cue), source=spans_of(text, "Kask"), manner=Manner.INDIRECT
    )
    return find_attitude(text, given, parsed(text))


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("ruled out", "a flood", Stance.DENIES),
        ("did not rule out", "a flood", Stance.ASSERTS),
        ("does not plan", "to leave", Stance.DENIES),
        ("has not decided", "whether to leave", Stance.ASSERTS),
        ("neither confirmed", "the flood", Stance.NO_COMMENT),
        ("failed to confirm", "that the dam broke", Stance.NO_COMMENT),
        ("called", "it a disaster", Stance.ASSERTS),
        ("called on", "residents to leave", Stance.ASKS),
        ("took aim at", "the ministry", Stance.ASSERTS),
        ("wants", "residents to leave", Stance.ASKS),
        ("wants", "to leave", Stance.PLANS),
        ("refuted", "the report", Stance.DENIES),
        ("backed", "the plan", Stance.ASSERTS),
    ],
)
def test_the_stance_of_a_cue_is_that_of_all_its_words(cue: str, content: str, stance: Stance) -> None:
    assert cued(f"Kask {cue} {content}.", cue, content).stance is stance


def test_who_neither_confirms_nor_denies_does_neither() -> None:
    text = "Kask neither confirmed nor denied that the dam broke."

    assert cued(text, "denied", "that the dam broke").stance is Stance.NO_COMMENT


def test_a_refusal_to_exclude_is_no_silence() -> None:
    assert attitude("Kask refused to rule out a flood.").stance is Stance.ASSERTS


def test_a_negation_inside_a_quotation_is_not_that_of_its_cue() -> None:
    assert attitude('"Did I like it? No, not at all," Kask said.').stance is Stance.ASSERTS


def test_a_statement_outside_every_sentence_asserts_and_is_certain() -> None:
    lone = Attribution(content=(Span(0, 3),), cue=(), source=(), manner=Manner.INDIRECT)

    assert find_attitude("Yes", lone, ()) == Attitude(stance=Stance.ASSERTS, certainty=Certainty.CERTAIN)
