"""Versions of one page, and what differs between them."""

from typing import Any

import pytest

from builders import figure, published, reading, statement
from reportedly.assess.addresses import same_address
from reportedly.assess.story import assess_story
from reportedly.records import Brief, ChangeKind, Measure, PageVersions, Reading, VersionBasis

MONDAY, TUESDAY = published("2031-03-03"), published("2031-03-04")
URL = "https://www.tolmmail.example/pit"
TOLL = "At Harrow {} miners were killed when the east gallery fell in, {} said."
REST = "The pit belongs to Varrow Coal, which closed two of its five shafts last winter after inspectors found water."


def page(name: str, number: int, speaker: str = "police", *, more: str = "", **given: Any) -> Reading:
    said = TOLL.format(number, speaker)
    text = f"Pit\n\n{said}\n\n{REST}{more}"
    counted = figure(text, str(number), number, number, statement="s1", who="miners")
    told = statement(text, said, speaker=speaker)
    return reading(name, text, figures=[counted, *given.pop("others", ())], statements=(told,), **given)


def story(*pages: Reading) -> Brief:
    return assess_story(pages, story="Harrow pit")


def versions(*pages: Reading) -> PageVersions:
    (found,) = story(*pages).versions
    return found


def test_two_pages_of_one_address_are_versions_the_earlier_first() -> None:
    found = versions(
        page("b", 14, url="http://tolmmail.example/pit/?utm_source=feed#top", published=TUESDAY),
        page("a", 12, url=URL, published=MONDAY),
    )

    assert (found.earlier, found.later, found.ordered, found.basis) == ("a", "b", True, VersionBasis.URL)


def test_a_number_that_changed_is_told_with_both_spans() -> None:
    pages = page("a", 12, url=URL, published=MONDAY), page("b", 14, url=URL, published=TUESDAY)
    (change,) = versions(*pages).changes

    assert change.kind is ChangeKind.FIGURE_CHANGED
    assert change.earlier_span is not None
    assert change.later_span is not None
    assert (change.earlier_span.of(pages[0].text), change.later_span.of(pages[1].text)) == ("12", "14")
    assert change.why == "“12 killed” became “14 killed”"


def test_nearly_the_same_text_with_another_number_is_a_version_without_an_address() -> None:
    found = versions(page("a", 12, published=MONDAY), page("b", 14, published=TUESDAY))

    assert (found.basis, [change.kind for change in found.changes]) == (VersionBasis.TEXT, [ChangeKind.FIGURE_CHANGED])


def test_pages_of_no_date_are_versions_in_an_open_order() -> None:
    assert not versions(page("a", 12, url=URL), page("b", 14, url=URL)).ordered


def test_another_speaker_for_the_number_is_a_difference() -> None:
    (change,) = versions(page("a", 12, url=URL), page("b", 12, "the mayor", url=URL)).changes

    assert change.kind is ChangeKind.SPEAKER_CHANGED
    assert change.why == "“12 killed” is laid to police in one, to the mayor in the other"


def test_a_number_that_came_is_told_with_its_place() -> None:
    more = " Of the rescued, 30 are in hospital."
    late = page("b", 12, more=more, url=URL, published=TUESDAY)
    hurt = figure(late.text, "30", 30, 30, id="f2", measure=Measure.HOSPITALISED)
    late = page("b", 12, more=more, url=URL, published=TUESDAY, others=(hurt,))
    (change,) = versions(page("a", 12, url=URL, published=MONDAY), late).changes

    assert (change.kind, change.earlier, change.later_span) == (ChangeKind.FIGURE_ADDED, None, hurt.span)


def test_a_statement_that_went_is_told() -> None:
    more = " The gallery had been closed twice, Edda Lorne said."
    early = page("a", 12, more=more, url=URL, published=MONDAY)
    said = statement(early.text, "The gallery had been closed twice", speaker="Edda Lorne", id="s2")
    early = reading(
        "a", early.text, figures=early.figures, statements=(*early.statements, said), url=URL, published=MONDAY
    )
    (change,) = versions(early, page("b", 12, url=URL, published=TUESDAY)).changes

    assert (change.kind, change.later, change.why) == (
        ChangeKind.STATEMENT_REMOVED,
        None,
        "Edda Lorne: “The gallery had been closed twice”",
    )


def test_the_same_words_twice_are_no_versions() -> None:
    assert story(page("a", 12, url=URL), page("b", 12, url=URL)).versions == ()


def test_two_pages_of_one_front_page_are_no_versions() -> None:
    other = reading("b", "Fair\n\nThe fair opened on the green at noon.", url="https://www.tolmmail.example/")

    assert story(page("a", 12, url="https://tolmmail.example"), other).versions == ()


def test_two_versions_of_one_page_are_one_origin_and_the_later_count_stands() -> None:
    brief = story(page("a", 12, url=URL, published=MONDAY), page("b", 14, url=URL, published=TUESDAY))

    assert [origin.pages for origin in brief.origins] == [("a", "b")]
    assert [series.superseded[0].page for series in brief.series] == ["a"]


@pytest.mark.parametrize(
    "url",
    [
        "tolmmail.example/pit",
        "http://m.tolmmail.example/pit/amp",
        "https://amp.tolmmail.example/pit",
        "https://www.tolmmail.example/pit/index.html?fbclid=1&utm_medium=x",
        "https://web.archive.org/web/20310304120000/https://www.tolmmail.example/pit",
        "https://www-tolmmail-example.cdn.ampproject.org/c/s/www.tolmmail.example/pit",
    ],
)
def test_addresses_that_lead_to_one_page_are_one(url: str) -> None:
    assert same_address(url) == same_address(URL)


def test_a_page_that_is_asked_for_by_number_keeps_its_number() -> None:
    assert same_address("https://tolmmail.example/story?id=7&utm_source=x") == "tolmmail.example/story?id=7"


def test_an_address_that_is_none_is_none() -> None:
    assert same_address("http://[harlow") is None
