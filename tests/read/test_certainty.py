import pytest

from builders import paragraphs_of, parsed
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
        ("Kask said it was not likely that the dam had held.", Certainty.DOUBTFUL, ["likely"]),
        ("Kask said a flood was not ruled out.", Certainty.POSSIBLE, ["ruled out"]),
        ("Kask said the cause was not clear.", Certainty.POSSIBLE, ["clear"]),
        ("Kask said the cause was clear.", Certainty.CERTAIN, []),
        ("Kask said the dam, which may be old, had held.", Certainty.CERTAIN, []),
        ("Kask said they left as soon as possible.", Certainty.CERTAIN, []),
        ("Kask said the dam had allegedly probably held.", Certainty.POSSIBLE, ["allegedly", "probably"]),
        ("Kask believes the dam held.", Certainty.PROBABLE, ["believes"]),
        ("Kask said police held two suspects.", Certainty.CERTAIN, []),
        ("Kask said the man was suspected of theft.", Certainty.CERTAIN, []),
        ("Kask said suspected rebels burned the village.", Certainty.PROBABLE, ["suspected"]),
        ("Kask said there were indications of a flood.", Certainty.PROBABLE, ["indications"]),
        ("It is noted that the dam is old.", Certainty.CERTAIN, []),
    ],
)
def test_the_hedges_of_the_main_clause_set_the_certainty(text: str, certainty: Certainty, hedges: list[str]) -> None:
    found = attitude(text)

    assert found.certainty is certainty
    assert [hedge.of(text) for hedge in found.hedges] == hedges


def test_a_statement_outside_every_sentence_asserts_and_is_certain() -> None:
    lone = Attribution(content=(Span(0, 3),), cue=(), source=(), manner=Manner.INDIRECT)

    assert find_attitude("Yes", lone, ()) == Attitude(stance=Stance.ASSERTS, certainty=Certainty.CERTAIN)
