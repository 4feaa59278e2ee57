import pytest

from reportedly.clean.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The officer said on Monday that the bridge had been destroyed and that three people were missing.", "en"),
        ("Офіцер заявив у понеділок, що міст зруйновано, а троє людей зникли безвісти.", "uk"),
        ("Der Offizier sagte am Montag, die Brücke sei zerstört worden.", "de"),
    ],
)
def test_a_sentence_is_enough_to_tell_its_language(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "3 4 5 6 7 8 9", "Harrow.", "KT Wiz vs. SK Wyverns, 5:25 a.m., ESPN."])
def test_too_little_text_has_no_language(text: str) -> None:
    assert find_language(text) is None


def test_a_plainly_english_page_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.clean.language._identifier", lambda: pytest.fail("the model was asked"))
    page = "The officer said that the bridge had been hit and that they were looking for three people with dogs. " * 3

    assert find_language(page) == "en"


def test_dutch_is_not_taken_for_english() -> None:
    page = (
        "De officier zei dat de brug was verwoest en dat er drie mensen werden vermist of gewond waren in het water. "
    )

    assert find_language(page * 4) == "nl"
