from pathlib import Path

import msgspec
import pytest

from reportedly.brief.finding import find_words, render_found
from reportedly.cli import main
from reportedly.records import Page, Reading
from reportedly.spans import Span

UKRAINIAN = """Міст обвалився у місті Сарн

Офіцер заявив, що міст зруйновано вночі, коли через нього їхали вантажівки. Рятувальники шукають людей під уламками.
"""
ENGLISH = """Bridge falls at Sarn

At least 30 people died when a bridge fell at Sarn on Monday, the mayor, Ada Kask, said.
"""


def reading(text: str, language: str = "en") -> Reading:
    return Reading(page=Page(name="a.txt", sha256="", language=language, paragraphs=(Span(0, len(text)),)), text=text)


def places(text: str, words: str) -> list[str]:
    return [found.text for found in find_words([reading(text)], words)]


def test_case_and_accents_make_no_difference() -> None:
    assert places("The Café at Sarn. CAFE NOIR.", "cafe") == ["Café", "CAFE"]


def test_words_begin_where_a_word_of_the_page_begins() -> None:
    assert places("Troops part with art.", "art") == ["art"]
    assert places("Two troops came.", "troop") == ["troop"]


def test_a_line_end_parts_words_like_a_space() -> None:
    assert places("said Ada\n  Kask.", "ada kask") == ["Ada\n  Kask"]


def test_a_disguised_name_is_found_as_it_looks() -> None:
    assert places("said Adа Kа\u200bsk.", "Ada Kask") == ["Adа Kа\u200bsk"]


def test_a_script_without_spaces_is_searched_anywhere() -> None:
    assert places("昨日市長が橋の崩落を発表した", "市長") == ["市長"]


def test_nothing_is_found_for_no_words() -> None:
    assert places("Two troops came.", "  ") == []


def test_only_pages_of_the_language_are_searched() -> None:
    pages = [reading("Sarn", "en"), reading("Sarn", "uk")]

    assert [found.language for found in find_words(pages, "sarn", language="uk")] == ["uk"]


def test_the_words_around_are_cut_between_words() -> None:
    (found,) = find_words([reading("before " * 60 + "Sarn" + " after" * 60)], "sarn")

    assert found.quotation.startswith("before before")
    assert found.quotation.endswith("after")
    assert found.quoted.of("before " * 60 + "Sarn" + " after" * 60) == found.quotation


def test_a_place_is_shown_without_what_a_terminal_obeys() -> None:
    (found,) = find_words([reading("\x1b[2J Sarn \u202efell")], "sarn")

    assert "\x1b" not in render_found(found)
    assert "\u202e" not in render_found(found)


def test_the_command_finds_words_of_a_page_that_is_not_read_and_of_a_statement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "b.txt").write_text(UKRAINIAN, encoding="utf-8")
    ledger = str(tmp_path / "sarn.db")
    main(["add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--ledger", ledger])
    capsys.readouterr()

    main(["find", "міст зруйновано", ledger, "--format", "jsonl"])
    main(["find", "bridge fell", ledger, "--format", "jsonl"])
    unread, said = map(msgspec.json.decode, capsys.readouterr().out.splitlines())

    assert (unread["page"], unread["language"], unread["statement"]) == ("b.txt", "uk", None)
    assert UKRAINIAN[slice(*unread["span"])] == "міст зруйновано"
    assert [hop["party"] for hop in said["chain"]] == ["Ada Kask"]


def test_words_that_stand_nowhere_are_said_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")

    status = main(["find", "earthquake", str(tmp_path / "a.txt")])

    assert status == 0
    assert "'earthquake' stands in none of 1 page." in capsys.readouterr().err
