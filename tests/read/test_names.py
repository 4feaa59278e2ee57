from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import parsed
from reportedly.read.gazetteer import fold, open_actors, open_gazetteer
from reportedly.read.names import find_names, pronoun_of
from reportedly.records import Name, NameKind


def names_of(text: str) -> tuple[Name, ...]:
    return find_names(text, parsed(text))


def kinds_of(text: str) -> dict[str, NameKind]:
    return {name.text: name.kind for name in names_of(text)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Troops entered the Harlov region on Monday.", "Harlov region", NameKind.PLACE),
        ("Shells fell on the village of Vostrikovka.", "Vostrikovka", NameKind.PLACE),
        ("The DPRK denied it.", "DPRK", NameKind.PLACE),
        ("North Koreans were seen there.", "North Koreans", NameKind.GROUP),
        ("Kenyan police closed the road.", "Kenyan", NameKind.GROUP),
        ("It was told to Tarn.NET by a guard.", "Tarn.NET", NameKind.ORGANIZATION),
        ("It was told to tarnpost.ua by a guard.", "tarnpost.ua", None),
        ("The GUR confirmed it.", "GUR", NameKind.ORGANIZATION),
        ("UNICEF sent food.", "UNICEF", NameKind.ORGANIZATION),
        ("The clash at Volgograd went on.", "Volgograd", NameKind.PLACE),
        ("Colonel Ants Kask said no.", "Ants Kask", NameKind.PERSON),
        ("Lieutenant General Iwo Barda spoke.", "Iwo Barda", NameKind.PERSON),
        ("It is up to Oleksiy Harun to decide.", "Oleksiy Harun", NameKind.PERSON),
    ],
)
def test_a_name_has_its_kind(text: str, name: str, kind: NameKind | None) -> None:
    assert kinds_of(text).get(name) is kind


def test_a_rank_is_no_part_of_a_name() -> None:
    assert "Colonel Ants Kask" not in kinds_of("The report by Colonel Ants Kask came late.")


def test_a_body_is_named_with_the_ministry_it_belongs_to() -> None:
    found = kinds_of("The Main Border Directorate of the Ministry of Defence of Norland reported losses.")

    assert found["Main Border Directorate of the Ministry of Defence of Norland"] is NameKind.ORGANIZATION


def test_a_body_ends_where_a_person_begins() -> None:
    found = kinds_of("This was stated by the representative of the Ministry of Defense Andriy Kovalenko.")

    assert found["Ministry of Defense"] is NameKind.ORGANIZATION
    assert found["Andriy Kovalenko"] is NameKind.PERSON


def test_a_weekday_is_no_part_of_a_body() -> None:
    assert "Ministry of Energy" in kinds_of("The Ministry of Energy on Friday cut the power.")


def test_a_surname_is_a_person_wherever_the_full_name_was_one() -> None:
    found = names_of('Andriy Kovalenko came. "No one was hurt," said Kovalenko. KOVALENKO: I went there.')

    assert [name.kind for name in found] == [NameKind.PERSON] * 3


def test_a_place_that_a_rule_found_is_a_place_by_itself_too() -> None:
    found = kinds_of("They fought in the Harlov district. Harlov has been shelled for weeks.")

    assert found["Harlov"] is NameKind.PLACE


def test_capitals_of_a_headline_make_no_names() -> None:
    text = "Big Storm Hits Small Coastal Town After Warm Night\nThe storm reached Norway at night, Eda Kask said."

    assert {name.text for name in names_of(text)} == {"Norway", "Eda Kask"}


def test_a_page_of_headlines_alone_still_has_names() -> None:
    assert "Kenya" in kinds_of("Kenya Sends Police Officers Abroad After Long Talks")


def test_a_common_word_that_is_also_a_town_is_no_place_at_the_head_of_a_sentence() -> None:
    assert "Reading" not in kinds_of("Reading helps children.")


def test_a_word_before_region_that_is_a_people_is_no_place() -> None:
    assert "Russian region" not in kinds_of("A Russian region was cut off.")


def test_a_label_before_a_colon_is_no_part_of_a_body() -> None:
    assert all(":" not in name.text for name in names_of("National Interests: The Human Rights Council met again."))


@pytest.mark.parametrize(("given", "word"), [("Olena", "she"), ("Boris", "he"), ("Zzz", None)])
def test_a_given_name_tells_he_from_she_only_where_lists_agree(given: str, word: str | None) -> None:
    assert pronoun_of(given) == word


@pytest.mark.parametrize(("word", "code"), [("Seoul", "KR"), ("Türkiye", "TR"), ("Spaniards", "ES"), ("Kremlin", "RU")])
def test_a_country_is_known_by_name_capital_and_people(word: str, code: str) -> None:
    assert open_gazetteer().country(word) == code


def test_accents_and_curly_apostrophes_do_not_matter() -> None:
    assert fold("Côte  d’Ivoire") == "Cote d'Ivoire"


def test_no_form_of_a_well_known_actor_stands_for_two() -> None:
    forms = [fold(form) for actor in open_actors().known for form in (actor.name, *actor.forms)]

    assert len(forms) == len(set(forms))


def test_a_surname_that_is_a_word_for_an_office_is_part_of_the_name() -> None:
    assert kinds_of("Its head, Amy Pope, said it was late.")["Amy Pope"] is NameKind.PERSON


def test_a_name_ends_at_a_comma() -> None:
    found = kinds_of("Ann Reese is well and Eda Sims is at a hospital in McComb, Bell said. Sheriff Tom Bell left.")

    assert "McComb, Bell" not in found
    assert found["Bell"] is NameKind.PERSON


def test_a_mayor_is_named_without_his_town() -> None:
    assert kinds_of("Mayor of Westport Jim Bell said it was late.")["Jim Bell"] is NameKind.PERSON


PIECES = (
    "Colonel Ants Kask the Ministry of Defence region Harlov Tarn.NET said , . South Korea Korean U.S. Prime Minister "
    "and 's ( ) : city é"
)
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n", "\u200b"]), max_size=30)


@settings(max_examples=40, deadline=None)
@given(st.one_of(WORDS.map(" ".join), st.text(max_size=80)))
def test_every_name_lies_in_its_text_apart_from_the_others_and_is_found_again(text: str) -> None:
    sentences = parsed(text)
    found = find_names(text, sentences)

    assert all(name.text == name.span.of(text) and name.text.strip() for name in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert found == find_names(text, sentences)


def test_a_sentence_full_of_names_is_no_headline() -> None:
    text = "Former Harlov Mayor Ada Holm was a guest on Harlov News. It rained on the dam."

    assert kinds_of(text)["Ada Holm"] is NameKind.PERSON
