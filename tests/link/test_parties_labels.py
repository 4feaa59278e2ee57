"""What a reader sees of a source: clean labels, and whether it is a name."""

import pytest

from builders import parties_of, speaker, speakers
from reportedly.records import Party


@pytest.mark.parametrize(
    ("source", "name", "description"),
    [
        ("the country's disaster agency Norad", "Norad", "the country's disaster agency"),
        ("The rescue group Blue Ladders", "Blue Ladders", "rescue group"),
        ("Norad, the country's disaster agency", "Norad", "the country's disaster agency"),
    ],
)
def test_a_description_does_not_repeat_the_name(source: str, name: str, description: str) -> None:
    party = speaker(f"{source} said twelve people had died.", source)

    assert (party.name, party.description, party.named) == (name, description, True)


def test_the_name_behind_the_source_is_who_it_is() -> None:
    party = speaker("According to the state news agency Anadolu, twelve people died.", "the state news agency")

    assert (party.name, party.description) == ("Anadolu", "state news agency")


@pytest.mark.parametrize("place", ["OSTREL", "OSTREL, 3 March", "BRISTOL (Norpress)"])
def test_a_dateline_is_no_part_of_a_source(place: str) -> None:
    source = f"{place} - Police"

    assert speaker(f"{source} said twelve people were hurt.", source).name == "Police"


def test_a_dateline_taken_for_the_source_stands_for_what_is_behind_it() -> None:
    assert speaker("OSTREL - Harlov police said twelve people were hurt.", "OSTREL").name == "Harlov police"


def test_a_possessive_at_the_end_is_no_part_of_a_label() -> None:
    assert speaker("It is not the Harlov police's, it said.", "the Harlov police's").name == "Harlov police"


@pytest.mark.parametrize(("pronoun", "shown"), [("It", "unidentified speaker"), ("They", "unidentified speakers")])
def test_a_pronoun_that_goes_back_to_nobody_is_shown_as_unidentified(pronoun: str, shown: str) -> None:
    party = speaker(f"{pronoun} said twelve people were hurt.", pronoun)

    assert (party.name, party.named) == (shown, False)


def test_its_head_is_the_head_of_the_body_before() -> None:
    text = "The International Lantern Union sent food. Its head, Amy Pope, said it was late."
    party = speaker(text, "Its head, Amy Pope")

    assert (party.name, party.description) == ("Amy Pope", "head of the International Lantern Union")


def test_its_head_is_no_more_where_no_body_was_named() -> None:
    party = speaker("The rain stopped. Its head, Amy Pope, said it was late.", "Its head, Amy Pope")

    assert party.description == "head"


def test_a_body_that_leads_up_to_an_office_is_part_of_the_description() -> None:
    source = "Ministry of Emergencies spokeswoman Ilse Marrant"

    assert speaker(f"{source} said no.", source).description == "Ministry of Emergencies spokeswoman"


def test_one_of_several_stays_one_of_several() -> None:
    source = "Eda Holm, one of the mayor's closest aides"

    assert speaker(f"{source}, said no.", source).description == "one of the mayor's closest aides"


@pytest.mark.parametrize(
    "source",
    [
        "The interior ministry",
        "The health ministry",
        "the ministry of health",
        "the government in Nairobi",
        "Kenya's president",
        "the mayor of Nairobi",
        "The navy",
        "Police",
        "The city council",
        "Kenya's disaster agency",
    ],
)
def test_a_body_or_an_office_of_which_there_is_one_is_named(source: str) -> None:
    assert speaker(f"{source} said twelve people were hurt.", source).named


@pytest.mark.parametrize(
    "source",
    [
        "officials",
        "Kenyan officials",
        "a police officer",
        "survivors",
        "the ministry",
        "the agency",
        "a ministry",
        "a former president of Kenya",
        "the president",
        "a Kenyan minister",
        "local police",
        "sources in Nairobi",
    ],
)
def test_people_and_bodies_of_whom_there_may_be_many_are_not_named(source: str) -> None:
    assert not speaker(f"It rained, {source} said.", source).named


def people(text: str) -> list[Party]:
    return [party for party in parties_of(text) if "Harun" in party.name]


def test_a_president_is_not_his_wife() -> None:
    text = "The leader's wife, Lena Harun, arrived first. President Harun said it was over."
    party = speaker(text, "President Harun")

    assert (party.name, party.description) == ("Harun", "President")


def test_a_president_is_the_one_of_that_surname_whom_nothing_else_is_said_of() -> None:
    text = "Ivo Harun arrived on Monday. President Harun said it was over."

    assert [party.name for party in people(text)] == ["Ivo Harun"]


def test_a_wife_is_a_woman_whatever_her_husband_is_called() -> None:
    text = "Kim Holm, wife of Mr. Boris Kask, said no. Boris Kask came. It will rain, she said."

    assert speakers(text, "Kim Holm, wife of Mr. Boris Kask", "she")[1] == "Kim Holm"


def test_a_surname_is_no_given_name() -> None:
    text = "Clinton Holm came. Boris Kask met Clinton and Eda Clinton. Clinton said no. More will come, she said."

    assert speakers(text, "More", "she")[1] != "Clinton Holm"


def test_the_driver_behind_a_comma_is_another_where_he_acts() -> None:
    text = "According to Ada Holm, the driver fled."

    assert speaker(text, "Ada Holm").description is None


def test_an_office_before_the_name_describes_better_than_a_habit_behind_it() -> None:
    text = "Police chief Ada Holm, generally a foe of cameras, said no. Ada Holm, a foe of cameras, left."

    assert speaker(text, "Police chief Ada Holm").description == "Police chief"


def test_what_is_done_to_somebody_does_not_describe_him() -> None:
    assert speaker("They were protesting Mr. Boris Kask on Monday. Boris Kask left.", "Boris Kask").description is None


def test_a_surname_before_the_second_bearer_is_met_is_the_first_ones() -> None:
    text = "Ada Holm came. Holm said no. Her husband was Boris Holm. It rained. Holm said more."

    assert speakers(text, "Holm said no", "Holm said more") == ["Ada Holm", "Ada Holm"]


def test_a_surname_right_behind_its_second_bearer_stays_open() -> None:
    text = "Ada Holm came. Holm said no. Her husband was Boris Holm. Holm said more."

    assert speakers(text, "Holm said more") == ["Holm"]


def test_a_courtesy_shows_which_of_two_is_meant() -> None:
    text = "Ada Holm met Boris Holm. Mrs. Holm said no. Mr. Holm said yes."

    assert speakers(text, "Mrs. Holm", "Mr. Holm") == ["Ada Holm", "Boris Holm"]


def test_the_president_is_not_the_one_who_speaks_for_him() -> None:
    text = "Boris Kask, spokesman for the president of Veldria, said no. The president said yes."

    assert speakers(text, "Boris Kask, spokesman for the president of Veldria", "The president")[1] == "president"


def test_who_is_named_in_a_relative_clause_does_not_speak() -> None:
    assert speaker("The officer who shot Boris Kask said no.", "The officer who shot Boris Kask").name == "officer"


def test_names_with_a_comma_between_are_two_who_speak() -> None:
    assert speaker("Ada Holm, Boris Kask say no.", "Ada Holm, Boris Kask").name == "Ada Holm, Boris Kask"


def test_a_word_that_leads_into_the_sentence_is_no_part_of_the_source() -> None:
    text = "But a source close to the talks said no."

    assert speaker(text, "But a source close to the talks").name == "source close to the talks"


def test_police_are_the_only_force_that_the_page_names() -> None:
    text = "Police said no. The Harlov Police Department came. The department said more."

    assert speakers(text, "Police", "The department") == ["Harlov Police Department"] * 2


def test_police_stay_police_where_two_forces_are_named() -> None:
    text = "The Harlov Police Department came. The Orsk Police Department came. By noon, police said no."

    assert speakers(text, "noon, ", "police")[1] == "police"


def test_a_surname_of_two_words_is_no_given_name_and_surname() -> None:
    text = "Ada Wasserman Holm came. Wasserman Holm said no."

    assert speakers(text, "Wasserman Holm said") == ["Ada Wasserman Holm"]


def test_a_name_with_an_initial_is_the_name_without_it() -> None:
    text = "Boris Kask came. Boris J. Kask left. Kask said no."

    assert speakers(text, "Kask said") == ["Boris J. Kask"]


def test_a_title_and_another_name_behind_a_comma_are_no_description() -> None:
    text = "Ada Holm, Mayor Boris Kask and others came. Ada Holm said no."

    assert speaker(text, "Ada Holm").description is None


def test_two_offices_before_a_name_are_that_ones() -> None:
    text = "Holm adviser and doctor Boris Kask said no. Ada Holm came."

    assert speaker(text, "Holm adviser and doctor Boris Kask").name == "Boris Kask"


def test_a_preposition_before_the_source_is_no_part_of_what_it_is() -> None:
    text = "It was confirmed by the mayor, Eda Kask, on Monday."

    assert speaker(text, "by the mayor, Eda Kask").description == "mayor"


def test_a_word_that_is_no_noun_before_a_name_is_no_description() -> None:
    assert speaker("Only Boris Kask said no.", "Boris Kask").description is None


def test_brackets_behind_a_name_and_a_comma_describe_nobody() -> None:
    text = "“The deal held for the FBI,” Chairman Jas Kovert (R-Ostrel) said in a statement, adding that it was old."

    assert speaker(text, "Chairman Jas Kovert").name == "Jas Kovert"
