import pytest

from reportedly.read.gazetteer import open_gazetteer


@pytest.mark.parametrize(
    ("city", "country"),
    [
        ("Sydney", "AU"),
        ("Melbourne", "AU"),
        ("Bethlehem", "PS"),
        ("Alexandria", "EG"),
        ("Vancouver", "CA"),
        ("Perth", "AU"),
    ],
)
def test_a_city_is_of_the_country_of_the_best_known_one(city: str, country: str) -> None:
    entry = open_gazetteer().find(city)

    assert entry is not None
    assert entry.country == country


@pytest.mark.parametrize("city", ["Hamilton", "Newcastle", "Salem"])
def test_a_city_that_several_countries_have_is_of_none(city: str) -> None:
    entry = open_gazetteer().find(city)

    assert entry is not None
    assert entry.country == ""
