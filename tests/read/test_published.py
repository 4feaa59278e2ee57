"""When a page came out."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import paragraphs_of, parsed, published, spans_of
from reportedly.read.published import (
    bound_published,
    choose_published,
    find_date_problems,
    find_page_dates,
    find_published,
    find_published_problems,
    refuse_before,
)
from reportedly.read.times import find_times
from reportedly.records import (
    UNKNOWN_DATE,
    About,
    Article,
    Basis,
    DateKind,
    Dateline,
    Markup,
    Masthead,
    PageDate,
    Published,
    Title,
)


def article(text: str = "The dam held.", **markup: object) -> Article:
    return Article(text=text, title=None, paragraphs=paragraphs_of(text), markup=Markup(**markup))  # type: ignore[arg-type]


def find(page: Article, about: About | None = None, masthead: Masthead | None = None) -> Published:
    return find_published(page, masthead or Masthead(), about or About())


def test_a_person_s_word_comes_first() -> None:
    found = find(article(dates=(("meta", "2024-01-01"),)), About(published=date(2025, 3, 14)))

    assert (found.edtf, found.basis) == ("2025-03-14", Basis.ABOUT)


@pytest.mark.parametrize(
    "value",
    [
        "2024-12-23",
        "2024-12-23T23:30:00-05:00",
        "2024-12-23T00:10:00.000Z",
        "2024-12-23T00:10:00+09:00",
        "2024-12-23 10:00:00",
        "20241223",
        "20241223T101010",
        "Mon, 23 Dec 2024 10:00:00 GMT",
        "December 23, 2024 10:00 AM EST",
        "23 December 2024 at 10.05",
        "23.12.2024 10:05",
        "23/12/2024",
        "  2024/12/23 ",
    ],
)
def test_markup_dates_are_read_in_common_formats_as_the_day_where_they_were_written(value: str) -> None:
    found = find(article(dates=(("json-ld datePublished", value),)))

    assert (found.edtf, found.earliest, found.basis) == ("2024-12-23", date(2024, 12, 23), Basis.MARKUP)


def test_a_markup_date_that_can_be_read_two_ways_is_one_of_two() -> None:
    found = find(article(dates=(("meta", "03/10/2025"),)))

    assert (found.earliest, found.latest) == (date(2025, 3, 10), date(2025, 10, 3))


def test_the_same_bad_date_twice_is_told_once() -> None:
    page = article(dates=(("meta date", "2024-13-45"), ("meta date", "2024-13-45")))

    assert len(find_published_problems(page)) == 1


@pytest.mark.parametrize(
    "value", ["2024-13-45", "31.02.2024", "1970-01-01", "00010101", "yesterday", "2024", "", "0001-01-01"]
)
def test_a_markup_date_that_is_none_is_passed_over_and_told(value: str) -> None:
    page = article(dates=(("meta date", value), ("time", "2024-12-23")))
    (problem,) = find_published_problems(page)

    assert find(page).edtf == "2024-12-23"
    assert problem.code == "bad_published_date"
    assert "meta date" in problem.message


@pytest.mark.parametrize(
    ("address", "edtf"),
    [
        ("https://harrowpost.example/2024/12/23/dam", "2024-12-23"),
        ("https://harrowpost.example/2024/dec/23/dam", "2024-12-23"),
        ("https://harrowpost.example/news/2024-12-23-dam.html", "2024-12-23"),
        ("https://harrowpost.example/20241223-dam", "2024-12-23"),
        ("https://harrowpost.example/2024/12/dam", "2024-12"),
    ],
)
def test_an_address_can_hold_the_day(address: str, edtf: str) -> None:
    found = find(article(url=address))

    assert (found.edtf, found.basis) == (edtf, Basis.URL)


@pytest.mark.parametrize(
    "address",
    [
        "https://harrowpost.example/20241232",
        "https://harrowpost.example/2024/13/dam",
        "https://harrowpost.example/2024/abc/23/dam",
        "https://harrowpost.example/agenda-2030",
    ],
)
def test_figures_that_are_no_day_in_an_address_are_left(address: str) -> None:
    assert find(article(), About(url=address)) == UNKNOWN_DATE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dam holds\nBy Ann Lee\nPublished 14 March 2025\nThe dam held.", "14 March 2025"),
        ("Dam holds\nBy Ann Lee, posted on March 14, 2025 at 10:05\nThe dam held.", "March 14, 2025"),
        ("Dam holds\nPublication date\n14.03.2025 10:05\nThe dam held.", "14.03.2025"),
        ("Dam holds\nFriday, 14 March 2025, 10:35 GMT\nThe dam held.", "Friday, 14 March 2025"),
        ("Dam holds\nUpdated 15 March 2025\nPublished 14 March 2025\nThe dam held.", "14 March 2025"),
        ("Dam holds\nPublished 14 March 2025, updated 15 March 2025\nThe dam held.", "14 March 2025"),
        ("HARROW, 14 March 2025 (Norpress) - The dam held.", "14 March 2025"),
        ("HARROW, March 14, 2025 — The dam held.", "March 14, 2025"),
    ],
)
def test_the_page_s_own_words_near_the_top_can_state_it(text: str, words: str) -> None:
    found = find(article(text))

    assert (found.edtf, found.basis, found.evidence) == ("2025-03-14", Basis.STATED, spans_of(text, words))


def test_the_day_on_which_somebody_looked_at_the_site_is_no_publication() -> None:
    text = "Wed, Nov 20, 2019\nHome\nDam holds\n18 November 2019\nThe dam held."
    (title,) = spans_of(text, "Dam holds")
    page = Article(text=text, title=Title(text="Dam holds", span=title), paragraphs=paragraphs_of(text)[4:])

    assert find(page).edtf == "2019-11-18"


@pytest.mark.parametrize(
    "text",
    [
        "Dam holds\nUpdated 15 March 2025\nThe dam held.",
        "Dam holds\nLast updated on: 15 March 2025 10:00\nThe dam held.",
        "Dam holds\nThe dam held on 14 March 2025.",
        "Dam holds\nPublication date\n\nDam holds",
        "Dam holds\nPublished on Friday\nThe dam held.",
        "Dam holds\nPublished in 2024\nThe dam held.",
        "Dam holds\nPublished 31 February 2025\nThe dam held.",
        "HARROW, 14 March (Norpress) - The dam held.",
        "On 14 March 2025 (a Friday) the dam held.",
        "\n".join(["The dam held."] * 40 + ["Published 14 March 2025"]),
        "word " * 60 + "published 14 March 2025",
    ],
)
def test_an_update_a_story_s_date_and_half_a_date_are_no_publication(text: str) -> None:
    assert find(article(text)) == UNKNOWN_DATE


def test_the_masthead_s_dateline_is_looked_at_first() -> None:
    text = "Dam holds\nHarrow, 14 March 2025, from our own reporter\nThe dam held."
    (span,) = spans_of(text, "Harrow, 14 March 2025")
    found = find(article(text), masthead=Masthead(dateline=Dateline(place="Harrow", span=span)))

    assert found.edtf == "2025-03-14"


# --- the earliest day ------------------------------------------------------------------------------------------------


def bound(text: str, known: Published = UNKNOWN_DATE) -> Published:
    sentences = parsed(text)
    return bound_published(known, find_times(text, sentences, known), sentences)


@pytest.mark.parametrize(
    ("text", "words", "earliest"),
    [
        ("Norland invaded its neighbour in February 2022.", "February 2022", "2022-02-01"),
        ("Norland launched an attack on Sudovia in February 2022.", "February 2022", "2022-02-01"),
        ("Harrow was founded in 1874. The mayor died on 3 May 2024.", "3 May 2024", "2024-05-03"),
        ("The mayor resigned and died in March 2024.", "March 2024", "2024-03-01"),
        ("In March 2026, prices rose.", "March 2026", "2026-03-01"),
        ("The dam collapsed on 3 May 2024.", "3 May 2024", "2024-05-03"),
    ],
)
def test_a_page_that_tells_of_a_day_as_past_is_no_older(text: str, words: str, earliest: str) -> None:
    found = bound(text)

    assert (found.edtf, found.earliest, found.latest) == (f"[{earliest}..]", date.fromisoformat(earliest), None)
    assert (found.basis, found.evidence) == (Basis.INFERRED, spans_of(text, words))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor will die in 2030.",
        "The firm signed a contract for delivery in March 2030.",
        "The minister said he would step down in May 2031.",
        "Sudovia won the right to host the games in 2034.",
        "If the dam collapsed in March 2030, he said, all was lost.",
        "They announced elections in March 2030.",
        "The dam was due in March 2030.",
        "The works ended by March 2030.",
        "The mayor died around March 2030.",
        "The mayor died in March.",
        "The mayor died on Friday.",
        "The team joined talks on a treaty in 2030.",
        "The mayor returned for the games in 2030.",
        "The mayor will resign and died in 2030.",
        "Did the mayor die in 2030?",
        "The mayor would have died in 2030.",
        "The vote of March 2030 was lost.",
        "The mayor was not killed in 2030.",
    ],
)
def test_what_is_planned_supposed_or_vague_bounds_nothing(text: str) -> None:
    assert bound(text) == UNKNOWN_DATE


def test_a_known_date_stays() -> None:
    assert bound("The mayor died in 2024.", published("2020-01-01")) == published("2020-01-01")


def test_no_sentences_no_bound() -> None:
    text = "The mayor died in 2024."
    times = find_times(text, parsed(text), UNKNOWN_DATE)

    assert bound_published(UNKNOWN_DATE, times, ()) == UNKNOWN_DATE


@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=40))
def test_any_page_has_a_date_or_none_and_its_evidence_stands_in_it(text: str, value: str, address: str) -> None:
    page = article(text, dates=(("meta", value),), url=address)
    found = find(page)

    assert all(0 <= span.start < span.end <= len(text) for span in found.evidence)
    assert found == find(page)


def page_dates(page: Article, **about: Any) -> tuple[PageDate, ...]:
    return find_page_dates(page, Masthead(), About(**about))


def test_days_of_publication_of_change_and_of_saving_are_told_apart() -> None:
    page = article(
        "Dam holds\nUpdated 9 March 2025\n\nThe dam held.",
        dates=(("json-ld datePublished", "2025-03-08"),),
        updates=(("json-ld dateModified", "2025-03-10"),),
        captures=(("archive's comment", "Apr 05, 2025"),),
    )

    assert [(one.kind, one.edtf, one.found) for one in page_dates(page)] == [
        (DateKind.PUBLISHED, "2025-03-08", "json-ld datePublished"),
        (DateKind.UPDATED, "2025-03-10", "json-ld dateModified"),
        (DateKind.UPDATED, "2025-03-09", "text"),
        (DateKind.CAPTURED, "2025-04-05", "archive's comment"),
    ]


def test_a_day_after_the_page_was_saved_is_refused_and_the_next_best_taken() -> None:
    page = article(dates=(("meta date", "2026-01-01"), ("time", "2025-03-08")))
    dates = page_dates(page, captured=date(2025, 3, 9))

    assert dates[0].refused == "later than 2025-03-09, when the page was saved"
    assert choose_published(dates).edtf == "2025-03-08"
    assert [problem.code for problem in find_date_problems(dates)] == ["refused_date"]


def test_a_day_on_the_other_side_of_the_date_line_is_not_refused() -> None:
    page = article(dates=(("meta date", "2025-03-10"),))

    assert choose_published(page_dates(page, captured=date(2025, 3, 9))).edtf == "2025-03-10"


def test_a_day_before_what_the_page_tells_of_is_refused() -> None:
    told = Published(edtf="[2025-03-01..]", earliest=date(2025, 3, 1), latest=None, basis=Basis.INFERRED, evidence=())
    dates = refuse_before(told, page_dates(article(dates=(("meta date", "2009-01-01"),))))

    assert dates[0].refused == "before 2025-03-01, of which the page tells as past"
    assert choose_published(dates) == UNKNOWN_DATE


def test_a_persons_word_is_never_refused() -> None:
    told = Published(edtf=None, earliest=date(2025, 3, 1), latest=None, basis=Basis.INFERRED)
    dates = refuse_before(told, page_dates(article(), published=date(2025, 2, 1), captured=date(2025, 1, 1)))

    assert choose_published(dates).edtf == "2025-02-01"


def test_an_archives_address_says_when_the_page_was_saved_not_when_it_came_out() -> None:
    address = "https://web.archive.org/web/20250405101112/https://harlowpost.example/2025/03/08/dam"

    assert [(one.kind, one.edtf) for one in page_dates(article(), url=address)] == [
        (DateKind.PUBLISHED, "2025-03-08"),
        (DateKind.CAPTURED, "2025-04-05"),
    ]


def test_a_markup_date_that_is_none_is_kept_as_refused() -> None:
    (found,) = page_dates(article(dates=(("meta date", "soon"),)))

    assert (found.refused, found.words) == ("no date", "soon")
