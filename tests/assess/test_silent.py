from typing import Any

from builders import reading, spans_of, statement
from reportedly.assess.story import assess_story
from reportedly.records import Name, NameKind, Reading, Stance


def page(name: str, content: str, party: str, names: tuple[str, ...] = (), **given: Any) -> Reading:
    text = f"Pit\n\n{content}."
    said = statement(text, content, speaker=party, stance=Stance.NO_COMMENT, **given)
    found = tuple(Name(span=spans_of(text, n)[0], text=n, kind=NameKind.ORGANIZATION) for n in names)
    return reading(name, text, statements=(said,), names=found)


def silent(*pages: Reading) -> list[tuple[str, int]]:
    return [(s.party, len(s.support)) for s in assess_story(pages, story="Harrow pit").silent]


def test_a_party_that_has_not_commented_is_silent() -> None:
    assert silent(page("a", "Varrow Coal has not commented", "Varrow Coal")) == [("Varrow Coal", 1)]


def test_two_parties_in_one_sentence_are_two() -> None:
    found = silent(page("a", "Veldria and Sorrand have not commented", "Veldria and Sorrand", ("Veldria", "Sorrand")))

    assert found == [("Veldria", 1), ("Sorrand", 1)]


def test_one_name_with_an_and_is_one_party() -> None:
    name = "Office of Mines and Quarries"

    assert silent(page("a", f"The {name} did not respond", name, (name,))) == [(name, 1)]


def test_a_party_that_only_left_something_out_is_not_silent() -> None:
    assert silent(page("a", "how long the front was", "the spokesman")) == []


def test_one_party_on_two_pages_is_one() -> None:
    pages = [page(name, "Varrow Coal declined to comment", "Varrow Coal") for name in "ab"]

    assert silent(*pages) == [("Varrow Coal", 2)]
