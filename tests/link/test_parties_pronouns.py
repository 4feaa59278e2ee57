"""Whom "it", "they" and a bare noun go back to, and when that stays open."""

import pytest

from builders import parsed, parties_of, spans_of, speakers
from reportedly.link.parties import find_party, link_parties
from reportedly.read.names import find_names
from reportedly.records import Attribution, Manner, Masthead

OPEN = "unidentified speaker"


def test_it_is_the_body_that_the_sentence_before_is_about() -> None:
    text = "The Lantern Bank puts the damage at $34 billion. The bill could double, it said."

    assert speakers(text, "Lantern", "it")[1] == "Lantern Bank"


def test_it_is_the_body_that_another_has_just_spoken_of() -> None:
    text = "The health ministry has sent 160 engineers, Ada Holm said. It had planned to send 200."

    assert speakers(text, "Ada Holm", "It")[1] == "health ministry"


def test_it_is_what_its_own_sentence_is_about() -> None:
    text = "It rained. The Lantern Bank lost money, it said."

    assert speakers(text, "it") == ["Lantern Bank"]


def test_it_may_be_the_speaker_or_the_one_its_sentence_is_about() -> None:
    text = "The Harlov Tribune said no. The Lantern Bank lost money, it said."

    assert speakers(text, "The Harlov Tribune", "it")[1] == OPEN


def test_it_is_a_country_that_the_sentence_before_is_about() -> None:
    text = "Kenya sent troops on Monday. It said more would follow."

    assert speakers(text, "It") == ["Kenya"]


@pytest.mark.parametrize("before", ["The ferry sank on Monday.", "Ada Holm came.", "The ministries met."])
def test_it_is_no_person_no_thing_and_not_several(before: str) -> None:
    text = f"{before} It said more would follow."

    assert speakers(text, "It") == [OPEN]


def test_they_are_the_people_whom_the_sentence_before_is_about() -> None:
    text = "The survivors reached the port on Monday. They said twelve people had died."

    assert speakers(text, "They") == ["survivors"]


def test_the_agency_is_the_one_body_of_which_the_page_says_no_kind() -> None:
    text = "The NRVO revised the number to 40, its director Ada Holm said. The agency had said 41."

    assert speakers(text, "its director Ada Holm", "The agency")[1] == "NRVO"


def test_the_agency_stays_open_where_two_bodies_may_be_one() -> None:
    text = "Officials of UNRO met. The NRVO revised the number to 40, Ada Holm said. The agency had said 41."

    assert speakers(text, "Ada Holm", "The agency")[1] == "agency"


def test_the_union_of_a_summary_stays_open_where_another_body_may_be_one() -> None:
    text = "The union said no. The Nordal Rail Union met the NRVO."

    assert speakers(text, "The union") == ["union"]
    assert speakers("The union said no. The Nordal Rail Union met.", "The union") == ["Nordal Rail Union"]


def test_the_society_stays_open_where_two_have_the_noun() -> None:
    text = "The Blue Lamp Society left. The Red Lantern Society said no. Ten were found, the relief society said."

    assert speakers(text, "The Red Lantern Society", "the relief society")[1] == "relief society"


def test_the_president_is_the_one_named_since_though_an_unnamed_one_spoke_before() -> None:
    text = "The president said it was over. President Ivo Harun later left. The president said no more."

    assert speakers(text, "The president", "The president") == ["president", "Ivo Harun"]


def test_we_of_a_speaker_are_his_side() -> None:
    text = 'Ada Holm said that "we think it will hold".'
    sentences = parsed(text)
    attributions = [
        Attribution(
            content=spans_of(text, "we think it will hold"),
            cue=spans_of(text, "said"),
            source=spans_of(text, "Ada Holm"),
            manner=Manner.INDIRECT,
        ),
        Attribution(
            content=spans_of(text, "it will hold"),
            cue=spans_of(text, "think"),
            source=spans_of(text, "we"),
            manner=Manner.INDIRECT,
        ),
    ]
    parties = link_parties(text, sentences, find_names(text, sentences), attributions, Masthead())
    side = find_party(parties, spans_of(text, "we")[0])

    assert side is not None
    assert (side.name, side.named) == ("Ada Holm's side", False)


def test_we_of_nobody_are_unidentified() -> None:
    party = find_party(parties_of("We think it will hold.", "We"), spans_of("We", "We")[0])

    assert party is not None
    assert party.name == "unidentified speakers"


def test_both_and_they_are_the_two_whom_the_sentence_before_is_about() -> None:
    text = "Ada Holm and Boris Kask met on Monday. Both said no. They said more."

    assert speakers(text, "Both", "They") == ["Ada Holm and Boris Kask"] * 2


def test_both_stays_open_where_no_two_stand_before() -> None:
    assert speakers("Ada Holm came on Monday. Both said no.", "Both") == ["Both"]


def test_they_are_those_of_whom_the_clause_before_tells() -> None:
    text = "Ada Holm said no. When deputies arrived, they found two men."

    assert speakers(text, "Ada Holm", "they")[1] == "deputies"


def test_she_is_the_one_of_whom_her_own_words_tell_where_nobody_spoke_near_by() -> None:
    text = f"A spokeswoman said no. {'It rained. ' * 5}Ms. Holm was hurt by the fall, she said."

    assert speakers(text, "A spokeswoman", "she", told=("Ms. Holm was hurt by the fall",))[1] == "Holm"


def test_he_is_whom_the_page_itself_expects_to_act() -> None:
    text = "Boris Kask said no. Andriy Tamm is expected to leave. He said yes."
    expected = Attribution(
        content=spans_of(text, "Andriy Tamm"), cue=spans_of(text, "is expected"), source=(), manner=Manner.INDIRECT
    )
    told = [
        Attribution(content=(), cue=(), source=(span,), manner=Manner.INDIRECT)
        for span in spans_of(text, "Boris Kask", "He")
    ]
    sentences = parsed(text)
    parties = link_parties(text, sentences, find_names(text, sentences), (*told, expected), Masthead())
    party = find_party(parties, told[1].source[0])

    assert party is not None
    assert party.name == "Andriy Tamm"


def test_his_campaign_makes_a_sentence_one_about_him() -> None:
    text = "Boris Kask said no. Andriy Tamm's campaign gained ground. His attacks on the dam were many."

    assert speakers(text, "Boris Kask", "His")[1] == "Andriy Tamm"


def test_he_of_a_summary_above_all_names_is_the_only_man_who_speaks_below() -> None:
    text = "He said the dam held. Boris Kask came. It rained. Boris Kask said no. Eda Holm said yes."

    assert speakers(text, "He", "Boris Kask said", "Eda Holm")[0] == "Boris Kask"


def test_he_of_a_summary_stays_open_where_two_men_speak_below() -> None:
    text = "He said the dam held. Boris Kask said no. Andriy Tamm said yes."

    assert speakers(text, "He", "Boris Kask", "Andriy Tamm")[0] == OPEN


@pytest.mark.parametrize("source", ["Some", "Others", "Those", "Many", "Critics"])
def test_those_whom_nobody_names_are_nobody_named(source: str) -> None:
    text = f"Ada Holm said no. {source} said yes."
    party = find_party(parties_of(text, "Ada Holm", source), spans_of(text, source)[0])

    assert party is not None
    assert (party.name, party.named) == (source, False)
