import pytest

from reportedly.clean.furniture import sort_lines
from reportedly.records import FurnitureKind

HEADLINE = "Dam above Harrow holds through the night, governor says"
BODY = """Engineers said on Monday that the dam above Harrow held through the night, and that 300 people were home.

The regional governor, Ada Holm, told reporters that the water had fallen by two metres since Sunday evening.

"We are not out of danger yet," she said, adding that another storm was expected before the end of the week.

Two schools in the valley would stay closed until Friday, and the road to Orsk until the bridge had been looked at.

The dam was built in 1931 and holds 40 million cubic metres of water, twice what the valley below it can take."""


def bios(*lines: str, byline: str = "") -> list[str]:
    text = "\n\n".join([f"{HEADLINE}\n{byline}", BODY, *lines])
    return [piece.span.of(text) for piece in sort_lines(text).furniture if piece.kind is FurnitureKind.BIO]


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe is a writer based in Harrow.",
        "Sam Poe teaches hydrology at the University of Orsk. His book on dams comes out in May.",
        "Jane Roe, a former engineer, writes about water for the Harlow Post.",
        "Eda Kask is the Post's correspondent in the valley. She has covered three floods.",
        "The writer is a professor of hydrology at Orsk.",
    ],
)
def test_an_article_s_last_line_may_introduce_its_author(line: str) -> None:
    assert bios(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Holm is a writer too, and has told of three floods.",
        "Sam Poe is a miner who lost his house, and Eda Kask lost hers.",
        "The writer Jane Roe saw the dam break in 1930, before it was built again.",
        "Orsk is a town of writers and engineers below the dam.",
    ],
)
def test_who_was_told_of_before_or_does_not_write_stays(line: str) -> None:
    assert bios(line) == []


def test_somebody_new_in_the_middle_of_an_article_stays() -> None:
    line = "Jane Roe is a writer who lives below the dam."

    assert bios(line, *BODY.split("\n\n")[::-1]) == []


def test_what_begins_with_the_byline_s_name_is_told_of_the_author() -> None:
    line = "Jane Roe has lived below the dam since 2020."

    assert bios(line, byline="By Jane Roe") == [line]


def test_what_stands_under_a_heading_is_told_of_the_author() -> None:
    line = "She has lived below the dam since 2020."

    assert bios("About the author", line) == ["About the author", line]
