from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import parsed, parties_of, said, spans_of, speaker, speakers
from reportedly.link.parties import find_party, link_parties, mark_entities
from reportedly.read.names import find_names
from reportedly.records import Attribution, Credit, Manner, Masthead, NameKind
from reportedly.spans import Span

# --- what a source's words say ---------------------------------------------------------------------------------------


def test_a_rank_before_the_name_is_left_out_and_the_office_after_it_describes() -> None:
    party = speaker("This was reported by Colonel Ants Kask, head of the Norland Defence Centre.", "Colonel Ants Kask")

    assert (party.name, party.description) == ("Ants Kask", "head of the Norland Defence Centre")
    assert (party.kind, party.named) == (NameKind.PERSON, True)


def test_an_office_before_the_name_describes_and_its_body_is_another_party() -> None:
    source = "the spokesman for the Harlov Border Guard Service Andriy Kovalenko"
    party = speaker(f"On Monday {source} stated that the road was shut.", source)

    assert (party.name, party.description) == ("Andriy Kovalenko", "spokesman for the Harlov Border Guard Service")


def test_an_age_is_no_description() -> None:
    assert speaker("Boris Taranov, 69, a farmer, said it was shut.", "Boris Taranov").description == "farmer"
    assert speaker("Boris Taranov, 69, said it was shut.", "Boris Taranov").description is None


def test_a_courtesy_is_no_description() -> None:
    assert speaker("Mr. Boris Taranov said it was shut.", "Mr. Boris Taranov").description is None


def test_a_title_describes_where_the_page_says_no_more() -> None:
    assert speaker("President Olena Taranova said no.", "President Olena Taranova").description == "President"


def test_a_spokesman_for_a_person_is_not_that_person() -> None:
    source = "A spokesman for President Olena Taranova"
    party = speaker(f"{source} said it was shut.", source)

    assert (party.name, party.named) == ("spokesman for President Olena Taranova", False)


@pytest.mark.parametrize("source", ["Taranova's office", "Taranova aides"])
def test_those_around_a_person_are_not_that_person(source: str) -> None:
    assert speaker(f"{source} said Olena Taranova was well.", source).name == source


def test_the_last_of_two_names_in_a_row_is_the_one_who_speaks() -> None:
    text = "Taranova spokeswoman Eda Kask said Olena Taranova was well."

    assert speaker(text, "Taranova spokeswoman Eda Kask").name == "Eda Kask"


def test_two_who_speak_together_are_one_party_of_both() -> None:
    assert speaker("Kenya and Uganda have not commented.", "Kenya and Uganda").name == "Kenya and Uganda"


def test_two_people_who_speak_together_are_no_one_of_them() -> None:
    party = speaker("Ants Kask and Eda Holm said the dam held.", "Ants Kask and Eda Holm")

    assert (party.name, party.kind) == ("Ants Kask and Eda Holm", NameKind.GROUP)


@pytest.mark.parametrize("source", ["Western officials", "media reports", "residents", "US officials"])
def test_people_without_a_name_keep_their_words(source: str) -> None:
    party = speaker(f"It rained, {source} said.", source)

    assert (party.name, party.named) == (source, False)


def test_a_clause_about_the_source_is_no_part_of_its_name() -> None:
    source = "Kenyan special forces fighting in the Harlov region"

    assert speaker(f"{source} have told the Post they saw nobody.", source).name == "Kenyan special forces"


def test_estimates_are_laid_to_the_one_who_made_them() -> None:
    source = "Kenyan intelligence estimates"

    assert speaker(f"Forty were hurt, according to {source}.", source).name == "Kenyan intelligence"


def test_a_statement_by_a_body_is_laid_to_the_body() -> None:
    source = "A statement by the Ministry of Energy"

    assert speaker(f"{source} said power was back.", source).name == "Ministry of Energy"


def test_reports_that_pass_a_source_on_are_a_party_of_their_own() -> None:
    text = "Reports attributed to Kenyan intelligence say the men are tired."
    parties = parties_of(text, "Reports attributed to Kenyan intelligence")

    assert [(party.name, party.named) for party in parties] == [("Reports", False), ("Kenyan intelligence", True)]


# --- who is meant ----------------------------------------------------------------------------------------------------


def test_a_surname_goes_back_to_the_only_person_who_has_it() -> None:
    text = "Andriy Kovalenko came. Nobody was hurt, said Kovalenko."

    assert speakers(text, "Kovalenko.") == ["Andriy Kovalenko"]


def test_a_surname_that_two_have_goes_back_to_neither() -> None:
    text = "Andriy Kovalenko met Olena Kovalenko. Nobody was hurt, Kovalenko said."

    assert speakers(text, "hurt", "Kovalenko")[1] == "Kovalenko"


def test_a_title_of_the_other_sex_shows_a_second_person_of_the_surname() -> None:
    text = "Olena Taranova spoke first. Mr. Taranova said no. Taranova left."

    assert len([party for party in parties_of(text) if party.kind is NameKind.PERSON]) == 2


@pytest.mark.parametrize("source", ["the Norland intelligence officer", "The officer", "he", "Kask"])
def test_a_person_is_met_again_by_office_pronoun_and_surname(source: str) -> None:
    text = f"Colonel Ants Kask, head of the Norland Intelligence Centre, said no. By noon, {source} had added more."

    assert speakers(text, "Colonel Ants Kask", "By noon, ", source)[2] == "Ants Kask"


def test_an_office_that_two_people_fit_stays_open() -> None:
    text = "Colonel Ants Kask spoke. Colonel Boris Taranov spoke. The officer said no."

    assert speakers(text, "Colonel Ants Kask", "Colonel Boris Taranov", "The officer")[2] == "officer"


@pytest.mark.parametrize(("source", "whom"), [("she", "Eda Kask"), ("he", "Boris Taranov")])
def test_he_and_she_skip_those_whom_they_cannot_mean(source: str, whom: str) -> None:
    text = f"Spokeswoman Eda Kask said no. Boris Taranov said yes. It will rain, {source} said."
    both = speakers(text, "Spokeswoman Eda Kask", "Boris Taranov", source)

    assert both[2] == whom


def test_he_with_nobody_before_stays_open() -> None:
    party = speaker("It will rain, he said.", "he")

    assert (party.name, party.named) == ("unidentified speaker", False)


def test_he_is_whom_the_last_sentence_is_about_though_another_spoke_before() -> None:
    text = "Ants Kask said no. Boris Taranov came at noon. He said yes."

    assert speakers(text, "Ants Kask", "He")[1] == "Boris Taranov"


def test_he_is_nobody_who_only_stands_in_what_another_says() -> None:
    text = "Ants Kask said Boris Taranov came at noon. He said no more."

    assert speakers(text, "Ants Kask", "He", told=("Boris Taranov came at noon",))[1] == "Ants Kask"


def test_they_are_the_last_group_that_spoke() -> None:
    text = "Western officials told the Post of it. Ants Kask agreed. They said more would come."

    assert speakers(text, "Western officials", "Ants Kask", "They")[2] == "Western officials"


def test_who_is_the_one_before_it() -> None:
    text = "He met Eda Kask, who said the dam held."

    assert speakers(text, "who") == ["Eda Kask"]


@pytest.mark.parametrize("source", ["the intelligence service", "The agency", "Seoul's intelligence agency"])
def test_a_body_is_met_again_by_its_kind(source: str) -> None:
    text = f"South Korean intelligence said no. More were sent, {source} said."

    assert speakers(text, "South Korean intelligence", source)[1] == "South Korean intelligence"


def test_a_kind_of_body_that_two_have_stays_open() -> None:
    text = "British intelligence said no. Kenyan intelligence said yes. The agency said more."

    assert speakers(text, "British intelligence", "Kenyan intelligence", "The agency")[2] == "agency"


def test_intelligence_alone_is_the_one_service_that_has_spoken() -> None:
    text = "The GUR said no. According to intelligence, more were sent."

    assert speakers(text, "The GUR", "intelligence")[1] == "GUR"


def test_intelligence_alone_with_no_service_before_is_nobody_named() -> None:
    party = speaker("According to intelligence, more were sent.", "intelligence")

    assert (party.name, party.named) == ("intelligence", False)


def test_the_newspaper_is_the_one_newspaper() -> None:
    text = "The New York Times reported losses. The newspaper gave no number."

    assert speakers(text, "The New York Times", "The newspaper")[1].endswith("New York Times")


def test_an_acronym_goes_back_to_the_known_name_and_the_fullest_name_is_kept() -> None:
    text = "The GUR said no. The Main Intelligence Directorate of Ukraine said more."

    assert speakers(text, "The GUR") == ["Main Intelligence Directorate of Ukraine"]


def test_an_acronym_goes_back_to_the_body_whose_initials_it_is() -> None:
    text = "The Harlov Border Guard Service came. The HBGS said no."

    assert speakers(text, "The HBGS") == ["Harlov Border Guard Service"]


def test_the_last_word_of_a_body_names_it_again() -> None:
    text = "The Harlov Tribune reported it. The Tribune said more."

    assert speakers(text, "The Tribune")[0] == "Harlov Tribune"


def test_a_body_that_has_just_spoken_is_met_again_by_the_noun_of_its_name() -> None:
    text = "The Red Lantern Society said no. Ten were found, the relief society said."

    assert speakers(text, "The Red Lantern Society", "the relief society")[1] == "Red Lantern Society"


def test_a_noun_with_a_country_is_not_the_body_that_has_just_spoken() -> None:
    text = "The Red Lantern Society said no. Ten were found, the Kenyan relief society said."

    assert speakers(text, "the Kenyan relief society") == ["Kenyan relief society"]


def test_the_company_is_the_body_described_as_one() -> None:
    text = "The Orlin Energy Service, the state company that runs the dam, said no. The company said more."

    assert speakers(text, "The company")[0].endswith("Orlin Energy Service")


def test_a_body_keeps_the_country_that_it_is_of() -> None:
    source = "The Foreign Ministry of neighbouring Kenya"

    assert speaker(f"{source} said no.", source).name == "Foreign Ministry of neighbouring Kenya"


def test_a_spokesman_right_after_his_body_spoke_is_its_spokesman() -> None:
    text = "Kenyan special forces told the Post no. A spokesman said it was likely. The spokesman gave no number."
    found = speakers(text, "Kenyan special forces", "A spokesman", "The spokesman")

    assert found[1:] == ["Kenyan special forces spokesman"] * 2


def test_another_source_is_another_party() -> None:
    text = "A source said no. Another source said yes."
    parties = parties_of(text, "A source", "Another source")

    assert len({party.id for party in parties if party.name == "source"}) == 2


def test_a_capital_and_its_country_are_one_speaker() -> None:
    text = "Kenya denied it. Nairobi said more."
    parties = parties_of(text, "Kenya", "Nairobi")

    assert [len(party.mentions) for party in parties] == [2]


# --- the record ------------------------------------------------------------------------------------------------------


def test_a_credit_line_is_a_party_though_no_name_was_found_there() -> None:
    text = "Rain fell.\nSource: norpress"
    masthead = Masthead(credits=(Credit(name="norpress", span=spans_of(text, "norpress")[0]),))
    parties = link_parties(text, parsed(text), (), (), masthead)

    assert [party.name for party in parties] == ["norpress"]


def test_relayers_are_parties() -> None:
    text = "Citing Norpress, the Harlov Post reported that it rained."
    sentences = parsed(text)
    attributions = said(text, "the Harlov Post", relayers=("Norpress",))
    parties = link_parties(text, sentences, find_names(text, sentences), attributions, Masthead())

    assert find_party(parties, spans_of(text, "Norpress")[0]) is not None


def test_a_span_with_no_mention_inside_is_no_party() -> None:
    assert find_party(parties_of("Ants Kask said it rained."), Span(18, 24)) is None


def test_names_of_one_party_share_its_id_and_the_others_share_their_own() -> None:
    text = "Andriy Kovalenko left Norway. Kovalenko said Norway was cold."
    sentences = parsed(text)
    names = find_names(text, sentences)
    marked = mark_entities(names, link_parties(text, sentences, names, (), Masthead()))
    ids = {name.text: name.entity for name in marked}

    assert ids["Andriy Kovalenko"] == ids["Kovalenko"]
    assert [name.entity for name in marked if name.text == "Norway"] == [ids["Norway"]] * 2
    assert ids["Norway"] != ids["Kovalenko"]


def test_a_word_that_the_tagger_takes_for_a_space_is_a_party() -> None:
    text = "The farmhands said the dam was safe."
    (sentence,) = parsed(text)
    tokens = tuple(replace(token, tag="_SP") for token in sentence.tokens)

    parties = link_parties(text, [replace(sentence, tokens=tokens)], (), said(text, "farmhands"), Masthead())

    assert [party.name for party in parties] == ["farmhands"]


PIECES = st.lists(
    st.sampled_from(
        ["Colonel Ants Kask", "Olena", "he", "The agency", "South Korean intelligence", "a spokesman for", "said", ",",
         ".", "and", "Kovalenko", "'s", "reports attributed to", "the officer", "who", "GUR", "\n", "they", "-", "("]
    ),
    min_size=1,
    max_size=16,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(PIECES, st.data())
def test_any_source_has_a_party_whose_mentions_lie_in_the_text(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    sentences = parsed(text)
    attributions = [Attribution(content=(), cue=(), source=(span,), manner=Manner.INDIRECT, relayers=(span,))]
    parties = link_parties(text, sentences, find_names(text, sentences), attributions, Masthead())

    assert find_party(parties, span) is not None
    assert all(0 <= m.start < m.end <= len(text) for party in parties for m in party.mentions)
