import pytest

from reportedly.clean.captions import is_caption


@pytest.mark.parametrize(
    "line",
    [
        "A boat on the main street of Harrow, March 3, 2031. Jane Roe / Norpress",
        "The dam above Harrow on Monday. Jane Roe/Norpress file",
        "Water runs over the road to Orsk. Sam Poe/Norpress via the Harlow Post",
        "Water runs over the road to Orsk. Credit... Jane Roe for the Harlow Post",
        "Residents wade through water in Harrow on Sunday, March 3, 2031.",
        "Engineers look at the dam above Harrow, Norland, Monday, Mar. 4, 2031, in the rain.",
    ],
)
def test_a_line_that_ends_as_captions_do_is_one(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The dam above Harrow was opened on Sunday, March 3, 2031.",
        "The two men fled from Harrow to the town of Orsk on Sunday, March 3, 2031.",
        "The dam holds. The road to Orsk is closed from Sunday, March 3, 2031.",
        "It opens on Sunday, March 3, 2031.",
        "The Harrow/Orsk road is closed.",
        "Roe and Poe gave the bank credit for what it did.",
        "An engineer looks at the dam above Harrow on Monday.",
    ],
)
def test_a_sentence_of_the_article_is_none(line: str) -> None:
    assert not is_caption(line)


def test_a_long_paragraph_is_none() -> None:
    assert not is_caption("The dam holds. " * 40 + "Jane Roe / Norpress")
