from typing import Any

from reportedly.brief.listing import WIDTH, render_reading
from reportedly.records import ForeignPassage, Furniture, FurnitureKind, Note, NoteKind, Page, Reading
from reportedly.spans import Span

TEXT = "Share this story\nThe dam held.\nCorrection: The dam is 90 metres high.\nLa presa resistió."


def listed(**page: Any) -> list[str]:
    reading = Reading(page=Page(name="1.txt", sha256="", **page), text=TEXT)
    return render_reading(reading, furniture=True).splitlines()


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_what_stands_beside_the_article_is_listed_with_its_kind() -> None:
    lines = listed(
        furniture=(Furniture(span=span_of("Share this story"), kind=FurnitureKind.SHARE),),
        notes=(Note(kind=NoteKind.CORRECTED, span=span_of("Correction: The dam is 90 metres high.")),),
        languages=(ForeignPassage(language="es", span=span_of("La presa resistió.")),),
    )

    assert lines[-4:] == [
        "   beside the article: 3",
        "      share           Share this story",
        "      note: corrected Correction: The dam is 90 metres high.",
        "      in es           La presa resistió.",
    ]


def test_a_page_with_nothing_beside_its_article_says_so() -> None:
    assert listed()[-1] == "   beside the article: nothing"


def test_without_the_option_nothing_of_it_is_listed() -> None:
    page = Page(
        name="1.txt", sha256="", furniture=(Furniture(span=span_of("Share this story"), kind=FurnitureKind.SHARE),)
    )

    assert "Share this story" not in render_reading(Reading(page=page, text=TEXT))


def test_a_long_line_is_cut_at_the_width() -> None:
    text = "Share this story with a friend " * 9
    page = Page(name="1.txt", sha256="", furniture=(Furniture(span=Span(0, len(text)), kind=FurnitureKind.SHARE),))
    line = render_reading(Reading(page=page, text=text), furniture=True).splitlines()[-1]

    assert len(line) <= WIDTH
    assert line.endswith("…")
