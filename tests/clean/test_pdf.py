from collections.abc import Sequence

import pytest

from archives import Placed, pdf
from reportedly.clean.article import clean_page
from reportedly.clean.pdf import read_pdf
from reportedly.pipeline import read_page
from reportedly.records import Article, RawPage
from reportedly.settings import Settings

LEFT = (
    "At least 30 people died when a bridge fell",
    "at Sarn on Monday, the mayor, Ada Kask, said.",
    "Divers went down at dawn.",
)
RIGHT = (
    "Rescue workers were looking for survivors",
    "on the banks of the river all night long.",
    "The bridge was built long ago.",
)


def column(left: float, words: Sequence[str], *, top: float = 700, size: int = 9) -> list[Placed]:
    return [(left, top - 11 * n, size, line) for n, line in enumerate(words)]


def text_of(*sheets: Sequence[Placed]) -> str:
    text, problems = read_pdf(pdf(*sheets), 100_000)
    assert problems == ()
    return text


def words_of(*sheets: Sequence[Placed]) -> str:
    return " ".join(text_of(*sheets).split())


def cleaned(*sheets: Sequence[Placed]) -> Article:
    return clean_page(RawPage(name="1.pdf", content=pdf(*sheets), sha256=""), Settings())


def test_columns_are_read_one_after_another() -> None:
    assert words_of([*column(40, LEFT), *column(320, RIGHT)]) == " ".join((*LEFT, *RIGHT))


def test_the_order_in_which_a_pdf_draws_its_lines_says_nothing() -> None:
    by_rows = sorted([*column(40, LEFT), *column(320, RIGHT)], key=lambda line: (-line[1], -line[0]))

    assert words_of(by_rows) == " ".join((*LEFT, *RIGHT))


def test_columns_whose_lines_stand_at_other_heights_are_read_one_after_another() -> None:
    assert words_of([*column(40, LEFT), *column(320, RIGHT, top=695)]) == " ".join((*LEFT, *RIGHT))


def test_a_headline_over_all_columns_is_read_first() -> None:
    head = (40.0, 740.0, 24, "Bridge falls at Sarn, thirty people dead")

    assert words_of([*column(40, LEFT), *column(320, RIGHT), head]).startswith(head[3])


def test_a_short_line_does_not_end_a_column() -> None:
    left = [*LEFT, "Yes.", "And so it went on for the whole of the night."]

    assert words_of([*column(40, left), *column(320, RIGHT)]) == " ".join((*left, *RIGHT))


def test_words_in_pieces_of_their_own_are_one_line() -> None:
    pieces: list[Placed] = [(40, 700, 9, "At least"), (71, 700, 9, "30 people"), (110, 700, 9, "died.")]

    assert text_of(pieces) == "At least 30 people died."


def test_a_word_that_a_line_cuts_is_joined() -> None:
    assert words_of(column(40, ["The town was evacu-", "ated on Monday."])) == "The town was evacuated on Monday."


def test_a_hyphen_that_the_page_writes_elsewhere_stays() -> None:
    lines = ["A cease-fire holds for now. The cease-", "fire began on Monday."]

    assert words_of(column(40, lines)).endswith("The cease-fire began on Monday.")


def test_a_hyphen_before_a_name_stays() -> None:
    assert "Kask-Holm" in words_of(column(40, ["The mayor, Ada Kask-", "Holm, spoke."]))


@pytest.mark.parametrize("between", [22, 33])
def test_a_gap_begins_a_paragraph(between: float) -> None:
    lines = [*column(40, LEFT), *column(40, RIGHT, top=700 - 22 - between - 3)]

    assert text_of(lines).count("\n\n") == 1


def test_an_indent_begins_a_paragraph() -> None:
    lines = [
        *column(40, LEFT[:2]),
        *((x + 12 * (n == 0), y, s, w) for n, (x, y, s, w) in enumerate(column(40, RIGHT, top=678))),
    ]

    assert text_of(lines).split("\n\n") == [" ".join(LEFT[:2]), " ".join(RIGHT)]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    left = ["The river rose through the whole of the night", "and the workers who had come from far away"]
    right = ["said that they had seen nothing like it before", "in all of their years at the dam."]

    assert "\n\n" not in text_of([*column(40, left), *column(320, right)])


def test_running_lines_stand_once_and_page_numbers_nowhere() -> None:
    sheets = [
        [(40.0, 780.0, 9, "Harlow Post, 3 May 2031"), *column(40, [f"Sheet {n} says this."]), (300.0, 20.0, 9, str(n))]
        for n in (1, 2, 3)
    ]

    text = text_of(*sheets)

    assert text.startswith("Harlow Post, 3 May 2031\n\n")
    assert text.count("Harlow Post") == 1
    assert "\n3" not in text


def test_a_pdf_is_a_page_with_a_title_and_paragraphs() -> None:
    article = cleaned([(40, 740, 24, "Bridge falls at Sarn"), *column(40, LEFT), *column(320, RIGHT)])

    assert article.title is not None
    assert article.title.text == "Bridge falls at Sarn"
    assert all(LEFT[1] in article.text[: span.end] for span in article.paragraphs)


def test_figures_of_a_pdf_point_into_its_text() -> None:
    content = pdf([(40, 740, 24, "Bridge falls at Sarn"), *column(40, LEFT), *column(320, RIGHT)])

    reading = read_page(RawPage(name="1.pdf", content=content, sha256="0"), Settings(rules_only=True))

    assert [figure.span.of(reading.text) for figure in reading.figures] == ["At least 30"]


def test_a_pdf_of_pictures_says_what_to_do() -> None:
    text, problems = read_pdf(pdf([]), 1_000)

    assert text == ""
    assert "text recognition" in problems[0].message


def test_a_long_pdf_is_read_up_to_a_limit() -> None:
    sheets = [column(40, LEFT) for _ in range(50)]

    text, _ = read_pdf(pdf(*sheets), 500)

    assert 500 <= len(text) < 1_500


def test_junk_before_a_pdf_is_passed_over() -> None:
    article = clean_page(RawPage(name="1.pdf", content=b"junk\n" + pdf(column(40, LEFT)), sha256=""), Settings())

    assert "At least 30 people died" in article.text
