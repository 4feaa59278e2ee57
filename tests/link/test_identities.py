import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import hop, reading, statement
from reportedly.link.identities import Identities, link_identities
from reportedly.records import Name, Named, NameKind, Reading
from reportedly.spans import Span


def page(*parties: str, people: bool = False, text: str = "", outlet: str | None = None) -> Reading:
    """Return a page on which each of the parties says something; `people` marks them as persons."""
    words = text or "It rained."
    said = tuple(
        statement(words, words[:4], id=f"s{i}", chain=(hop(party),)) for i, party in enumerate(parties, start=1)
    )
    names = tuple(Name(span=Span(0, 1), text=party, kind=NameKind.PERSON) for party in parties if people)
    return reading("p.txt", f"Title\n{words}", outlet=outlet, statements=said, names=names)


def same(one: str, other: str, *more: str, people: bool = False) -> bool:
    return link_identities([page(one, people=people), page(other, *more, people=people)]).same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olena Harovska", "Olena Kharovska"),
        ("Volodymyr Taranov", "Vladimir Taranov"),
        ("Taranov", "Volodymyr Taranov"),
        ("V. Taranov", "Volodymyr Taranov"),
        ("Joe Marlin", "Joseph Marlin"),
        ("Kim Ha-jun", "Kim Ha Jun"),
        ("Kim", "Kim Ha Jun"),
        ("Boris P. Taranov", "Boris Taranov"),
    ],
)
def test_one_person_in_two_spellings_is_one(one: str, other: str) -> None:
    assert same(one, other, people=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Olena Taranova", "Irina Taranova"), ("Boris Taranov", "Boris Baranov"), ("Ants Kask", "Eda Holm")],
)
def test_two_people_are_two(one: str, other: str) -> None:
    assert not same(one, other, people=True)


def test_a_surname_that_two_people_of_the_story_have_stays_apart_from_both() -> None:
    identities = link_identities([page("Taranov", "Boris Taranov", people=True), page("Oleg Taranov", people=True)])

    assert identities.canonical("Taranov") == "Taranov"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pyongyang", "North Korea"),
        ("DPRK", "North Korea"),
        ("Kremlin", "Moscow"),
        ("the Russian government", "Moscow"),
        ("Government of Kenya", "Nairobi"),
        ("GUR", "Main Intelligence Directorate of Ukraine"),
        ("Main Intelligence Directorate of the Ministry of Defense", "GUR"),
        ("South Korean intelligence", "Seoul's intelligence agency"),
        ("the South Korean intelligence agency", "National Intelligence Service"),
        ("The New York Times", "New York Times"),
        ("UN refugee agency", "UNHCR"),
        ("US officials", "American officials"),
        ("UK intelligence", "British intelligence"),
    ],
)
def test_one_actor_under_two_names_is_one(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US officials", "Western officials"),
        ("North Koreans", "North Korea"),
        ("Russian intelligence", "Federal Security Service"),
        ("South Korean military intelligence", "South Korean intelligence"),
        ("Ukrainian officials", "Kyiv"),
        ("intelligence", "South Korean intelligence"),
        ("Ministry of Defense", "GUR"),
        ("North Korea", "South Korea"),
    ],
)
def test_what_the_words_do_not_settle_stays_apart(one: str, other: str) -> None:
    assert not same(one, other)


def test_an_acronym_that_a_page_explains_is_that_body() -> None:
    text = "The Harlov Border Guard Service (HBGS) came."
    identities = link_identities([page("Harlov Border Guard Service", text=text), page("HBGS")])

    assert identities.same("HBGS", "Harlov Border Guard Service")
    assert "introduced" in identities.merges[0].reason


def test_an_acronym_that_two_pages_explain_otherwise_is_neither() -> None:
    texts = "The Harlov Border Guard Service (HBGS) came.", "The Harlov Bank Growth Society (HBGS) closed."
    pages = [page("Harlov Border Guard Service", text=texts[0]), page("HBGS", text=texts[1])]

    assert not link_identities(pages).same("HBGS", "Harlov Border Guard Service")


def test_the_label_used_most_stands_for_all_and_each_merge_says_why() -> None:
    identities = link_identities([page("North Korea"), page("North Korea"), page("Pyongyang")])
    (merge,) = identities.merges

    assert (merge.label, merge.canonical) == ("Pyongyang", "North Korea")
    assert "North Korea" in merge.reason


def test_a_label_that_no_chain_has_is_still_known() -> None:
    identities = link_identities([page("North Korea")])

    assert identities.canonical("Pyongyang") == "North Korea"
    assert identities.canonical("Atlantis") == "Atlantis"


def test_two_labels_that_no_chain_has_can_be_one() -> None:
    assert Identities().same("DPRK", "Pyongyang")
    assert not Identities().same("Kenya", "Uganda")


def test_carriers_and_credits_are_labels_too() -> None:
    one = reading("a.txt", "Title\nIt rained.", outlet="The New York Times")
    other = reading("b.txt", "Title\nIt rained.", credits=(Named(name="New York Times"),))

    assert link_identities([one, other]).merges


@given(st.lists(st.text(max_size=30), max_size=5), st.booleans())
def test_any_labels_have_one_canonical_label_each_that_is_its_own(labels: list[str], people: bool) -> None:  # noqa: FBT001
    identities = link_identities([page(*labels, people=people)])

    for label in labels:
        stands = identities.canonical(label)
        assert stands in labels
        assert identities.canonical(stands) == stands


@pytest.mark.parametrize(
    ("one", "other"), [("AP", "the Associated Press"), ("AP News", "The Associated Press"), ("BILD", "Bild")]
)
def test_an_outlet_is_one_under_all_the_names_it_is_known_by(one: str, other: str) -> None:
    assert same(one, other)


def test_a_surname_is_not_the_full_name_that_a_page_tells_from_it() -> None:
    identities = link_identities([page("Harun", "Lena Harun", people=True)])

    assert not identities.same("Harun", "Lena Harun")


def called(party: str, description: str) -> Reading:
    """Return a page on which a person speaks who is described."""
    words = "It rained."
    said = statement(words, words[:4], chain=(hop(party, description=description),))
    names = (Name(span=Span(0, 1), text=party, kind=NameKind.PERSON),)
    return reading("p.txt", f"Title\n{words}", statements=(said,), names=names)


def test_a_surname_with_another_office_is_another_person() -> None:
    pages = [called("Taranov", "Sheriff"), called("Boris Taranov", "nurse at a hospital")]

    assert not link_identities(pages).same("Taranov", "Boris Taranov")


def test_a_surname_whose_office_the_full_name_can_hold_is_one_person() -> None:
    pages = [called("Taranov", "Colonel"), called("Boris Taranov", "officer of the guard")]

    assert link_identities(pages).same("Taranov", "Boris Taranov")


def test_a_courtesy_of_the_other_sex_shows_another_person_of_the_surname() -> None:
    words = "Mr. Taranova said no."
    name = Name(span=Span(10, 18), text="Taranova", kind=NameKind.PERSON)
    said = statement(words, "no", chain=(hop("Taranova"),))
    page_of_his = reading("p.txt", f"Title\n{words}", statements=(said,), names=(name,))
    pages = [page_of_his, page("Olena Taranova", people=True)]

    assert not link_identities(pages).same("Taranova", "Olena Taranova")


def test_an_initial_that_two_people_of_the_story_have_is_neither() -> None:
    identities = link_identities(
        [page("V. Taranov", people=True), page("Viktor Taranov", "Vadim Taranov", people=True)]
    )

    assert identities.canonical("V. Taranov") == "V. Taranov"
