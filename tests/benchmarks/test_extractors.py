import json
from pathlib import Path

import pytest
from extractors import EXTRACTORS, LabelledPage, agreements, describe, read_pages, shingle_f1

DAM = "The dam above Harrow held through the night and 300 people went home on Monday."
OTHER = "A circus came to Orsk with two elephants and a band of nine who played until dawn."


def test_a_text_agrees_with_itself_and_not_with_another() -> None:
    assert (shingle_f1(DAM, DAM), shingle_f1(DAM, OTHER), shingle_f1(DAM, "")) == (1.0, 0.0, 0.0)


def test_half_a_text_is_found_with_all_that_it_says() -> None:
    assert shingle_f1("a b c d e f g h", "a b c d e") == pytest.approx(2 * 2 / (5 + 2))


def test_a_line_has_the_mean_of_all_pages_and_of_each_half() -> None:
    pages = [LabelledPage(number=number, html="", body=DAM) for number in (2, 3)]

    assert describe("ours", pages, [DAM, OTHER]).split() == ["ours", "50.0", "100.0", "0.0"]


def test_two_readings_that_agree_outvote_ours() -> None:
    texts = {name: [DAM] for name in EXTRACTORS} | {"ours": [OTHER]}

    assert {*map(tuple, dict(agreements(texts)).values())} == {(DAM,)}


def test_pages_are_read_with_their_numbers(tmp_path: Path) -> None:
    file = tmp_path / "pages.jsonl"
    file.write_text(json.dumps({"id": "ff", "html": "<p>", "body": DAM, "lines": []}), encoding="utf-8")

    assert [*read_pages(file)] == [LabelledPage(number=255, html="<p>", body=DAM)]


def test_ours_and_the_line_search_find_an_article() -> None:
    html = f"<html><body><h1>Dam holds</h1><p>{DAM} {OTHER}</p><p>{OTHER} {DAM}</p></body></html>"

    assert all(DAM in EXTRACTORS[name](html) for name in ("ours", "line search"))
