from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import paragraphs_of
from reportedly.clean.passages import english_paragraphs, find_passages

LEAD = "Engineers said on Monday that the dam above Harrow had held through the night, and that 300 people were home."
LAST = "Another storm was expected before the end of the week, and two schools in the valley would remain closed."
UKRAINIAN = "Інженери повідомили в понеділок, що дамба над Гарровом витримала ніч і що 300 людей уже вдома."
SPANISH = "Los ingenieros dijeron el lunes que la presa resistió durante la noche y que 300 personas ya están en casa."
GERMAN = "Die Ingenieure sagten am Montag, dass der Damm die Nacht über gehalten habe und 300 Menschen zu Hause seien."
INDONESIAN = "Para insinyur mengatakan pada hari Senin bahwa bendungan itu tetap bertahan dan 300 orang sudah pulang."


def passages_of(*lines: str, language: str | None = "en") -> list[tuple[str | None, str]]:
    text = "\n".join(lines)
    return [(found.language, found.span.of(text)) for found in find_passages(text, paragraphs_of(text), language)]


@pytest.mark.parametrize(
    ("words", "language"), [(UKRAINIAN, "uk"), (SPANISH, "es"), (GERMAN, "de"), (INDONESIAN, "id")]
)
def test_a_paragraph_in_another_language_is_told(words: str, language: str) -> None:
    assert passages_of(LEAD, words, LAST) == [(language, words)]


def test_paragraphs_next_to_one_another_are_one_passage() -> None:
    assert passages_of(LEAD, SPANISH, SPANISH, LAST) == [("es", f"{SPANISH}\n{SPANISH}")]


def test_two_languages_are_two_passages() -> None:
    assert [language for language, _ in passages_of(LEAD, SPANISH, UKRAINIAN)] == ["es", "uk"]


def test_a_short_paragraph_goes_with_what_stands_on_both_sides() -> None:
    assert passages_of(LEAD, SPANISH, "La presa", SPANISH, LAST) == [("es", f"{SPANISH}\nLa presa\n{SPANISH}")]


@pytest.mark.parametrize(
    "words",
    [
        "La presa resistió.",
        "Ada Holm, Sam Poe, Eda Kask, Ants Roe, Jane Holm, Mart Poe, Sven Kask, Lea Roe",
        "The Banco de la Nación de la Costa and the Casa de la Moneda were closed, it said.",
        "Bonds: Harlow Index 3406.31, off 19.29; Orsk Index 112.40, up 0.12; Harrow Rail 7.10, unchanged.",
        '"No vamos a parar hasta que vuelvan todos", said Ada Holm, whose house was the first to go.',
    ],
)
def test_short_lines_names_and_quotations_are_the_page_s_own(words: str) -> None:
    assert passages_of(LEAD, words, LAST) == []


def test_a_short_paragraph_in_other_letters_is_told() -> None:
    assert [words for _, words in passages_of(LEAD, "Дамба витримала.", LAST)] == ["Дамба витримала."]


def test_on_a_page_in_another_language_its_english_is_a_passage() -> None:
    assert passages_of(UKRAINIAN, UKRAINIAN, LEAD, language="uk") == [("en", LEAD)]


def test_an_english_page_is_read_beside_its_passages() -> None:
    text = f"{LEAD}\n{SPANISH}\n{LAST}"
    paragraphs = paragraphs_of(text)
    read = english_paragraphs(paragraphs, "en", find_passages(text, paragraphs, "en"))

    assert [span.of(text) for span in read] == [LEAD, LAST]


def test_of_a_page_in_two_languages_the_english_half_is_read() -> None:
    text = f"{UKRAINIAN}\n{UKRAINIAN}\n{LEAD}"
    paragraphs = paragraphs_of(text)
    read = english_paragraphs(paragraphs, "uk", find_passages(text, paragraphs, "uk"))

    assert [span.of(text) for span in read] == [LEAD]


def test_a_line_of_english_on_a_page_in_another_language_is_not_read() -> None:
    text = "\n".join([*[UKRAINIAN] * 9, LEAD])
    paragraphs = paragraphs_of(text)

    assert english_paragraphs(paragraphs, "uk", find_passages(text, paragraphs, "uk")) == ()


@given(st.lists(st.sampled_from([LEAD, LAST, SPANISH, UKRAINIAN, "Dam", "7"]) | st.text(max_size=60), max_size=8))
def test_passages_lie_in_the_text_and_do_not_overlap(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = [found.span for found in find_passages(text, paragraphs_of(text), "en")]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
