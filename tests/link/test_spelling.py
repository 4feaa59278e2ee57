import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.spelling import spelling_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harovsky", "Harovskyy"),
        ("Harovskyi", "Kharovskiy"),
        ("Sergey Taranov", "Sergei Taranov"),
        ("Mohammed al-Hadi", "Muhammad Al Hadi"),
        ("Hussein", "Hussain"),
        ("Kim Ha-jun", "Kim Ha Jun"),
        ("Abdullah Qasim", "Abdulla Kasim"),
        ("Özdemir", "Ozdemir"),
    ],
)
def test_usual_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(("one", "other"), [("Taranov", "Baranov"), ("Reyes", "Rees"), ("Lee", "Li"), ("Holm", "Helm")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


@given(st.text(max_size=60))
def test_a_key_is_there_for_any_words(words: str) -> None:
    assert spelling_key(words) == spelling_key(f" {words} ")
