"""What the pipeline does with a page as a whole, beyond its stages."""

import json
from pathlib import Path

from reportedly.pipeline import read_pages
from reportedly.records import Carrier, CarrierBasis, NoteKind, Reading

LEAD = "Engineers said on Monday that the dam above Harrow had held through the night, and that 300 people were home."
LAST = "Another storm was expected before the end of the week, the ministry said, and the schools would remain closed."
UKRAINIAN = "Губернаторка області повідомила в понеділок журналістам, що в долині загинули щонайменше 40 людей."
SPANISH = (
    "La gobernadora dijo a los periodistas que al menos 40 personas murieron en el valle y que 7 están desaparecidas."
)


def reading_of(folder: Path, *paragraphs: str, about: object = None) -> Reading:
    (folder / "1.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    (folder / "about.json").write_text(json.dumps(about or {}), encoding="utf-8")
    (reading,) = read_pages([folder])
    return reading


def counts(reading: Reading) -> list[str]:
    return [figure.text for figure in reading.figures]


def test_a_passage_in_another_language_is_kept_and_not_read(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "Dam above Harrow holds", LEAD, SPANISH, LAST)
    (passage,) = reading.page.languages

    assert (passage.language, passage.span.of(reading.text)) == ("es", SPANISH)
    assert passage.span in reading.page.paragraphs
    assert counts(reading) == ["300"]
    assert [(problem.code, problem.span) for problem in reading.problems] == [("passages", passage.span)]
    assert not reading.unread


def test_of_a_page_in_two_languages_the_english_half_is_read(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, *[UKRAINIAN] * 6, LEAD, LAST)

    assert reading.page.language == "uk"
    assert [passage.language for passage in reading.page.languages] == ["en"]
    assert counts(reading) == ["300"]
    assert [problem.message for problem in reading.problems] == [
        "only the English part was read; the rest is kept (uk)."
    ]


def test_a_page_in_another_language_is_unread_and_kept(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, *[UKRAINIAN] * 9, LEAD)

    assert (reading.page.language, reading.unread, reading.statements) == ("uk", True, ())
    assert LEAD in reading.text


def test_the_number_that_a_correction_takes_back_is_no_count(tmp_path: Path) -> None:
    note = "This story has been corrected to show that 12 people, not 14, were killed in the valley."
    reading = reading_of(tmp_path, "Dam above Harrow holds", LEAD, LAST, note)

    assert [(found.kind, found.span.of(reading.text)) for found in reading.page.notes] == [(NoteKind.CORRECTED, note)]
    assert counts(reading) == ["300"]


def test_outlets_of_a_folder_s_about_are_known_on_its_pages(tmp_path: Path) -> None:
    known = {
        "pages": {"1.txt": {"url": "https://harlowpost.example/1"}},
        "outlets": {"Harlow Post": {"domains": ["harlowpost.example"], "owner": "Harlow Media"}},
    }
    reading = reading_of(tmp_path, "Dam above Harrow holds", LEAD, LAST, about=known)

    assert reading.page.carrier == Carrier(name="Harlow Post", basis=CarrierBasis.URL, family="Harlow Media")
