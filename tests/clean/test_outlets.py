import pytest

from reportedly.clean.outlets import family_of, is_agency, known_outlets, state_of, world_outlets
from reportedly.records import Outlet, OutletKind

HARLOW = Outlet(name="Harlow Post", owner="Harlow Media", domains=("harlowpost.example",), forms=("The Post",))


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("The Times", "News Corp"),
        ("FT", "Nikkei"),
        ("abc.politico.eu", "Axel Springer"),
        ("Reuters", None),
        ("Harlow Post", None),
    ],
)
def test_outlets_of_one_owner_are_a_family(name: str, family: str | None) -> None:
    assert family_of(name) == family


def test_agencies_are_told_from_other_outlets() -> None:
    names = ("Reuters", "AFP", "BBC", "Harlow Post")

    assert [name for name in names if is_agency(name)] == ["Reuters", "AFP"]


@pytest.mark.parametrize(
    ("name", "state"), [("Xinhua", "China"), ("TASS", "Russia"), ("BBC", None), ("Orsk Wire", None)]
)
def test_a_state_s_outlets_are_known(name: str, state: str | None) -> None:
    assert state_of(name) == state


def test_a_person_s_outlets_stand_beside_the_world_s() -> None:
    outlets = known_outlets((HARLOW,))

    assert (family_of("The Post", outlets), family_of("The Sun", outlets)) == ("Harlow Media", "News Corp")
    assert outlets.at("https://news.harlowpost.example/1") == HARLOW


def test_a_person_s_word_on_a_known_outlet_goes_above_the_list() -> None:
    given = Outlet(name="Reuters", kind=OutletKind.SITE, state="Norland")

    assert (is_agency("Reuters", known_outlets((given,))), is_agency("Reuters")) == (False, True)


def test_no_name_or_domain_belongs_to_two_outlets() -> None:
    known = world_outlets().words.known
    names = [name for outlet in known for name in {outlet.name, *outlet.forms}]
    domains = [domain for outlet in known for domain in outlet.domains]

    assert len(names) == len({*names})
    assert len(domains) == len({*domains})


def test_a_listed_owner_owns_two_outlets_or_more() -> None:
    owners = [outlet.owner for outlet in world_outlets().words.known if outlet.owner]

    assert {owner for owner in owners if owners.count(owner) < 2} == set()
