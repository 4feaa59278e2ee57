"""What a feed, mail, archive or row says of the page that it carries."""

from datetime import UTC, date, datetime

import pytest

from reportedly.clean.article import clean_page, join_markup, read_media
from reportedly.clean.masthead import read_masthead
from reportedly.pipeline import read_page
from reportedly.records import About, CarrierBasis, DateKind, Markup, RawPage
from reportedly.settings import Settings
from reportedly.spans import Span

TEXT = "At least 30 people died when a bridge fell at Sarn on Monday, the mayor, Ada Kask, said.\n"


def raw(text: str = TEXT, told: Markup = Markup(), media: str | None = None) -> RawPage:  # noqa: B008
    return RawPage(name="x#1", content=text.encode(), sha256="", told=told, media=media)


@pytest.mark.parametrize("plain", [True, False])
def test_a_title_that_came_beside_a_text_stands_above_it(*, plain: bool) -> None:
    article = clean_page(raw(told=Markup(title="Bridge falls")), Settings(plain=plain))

    assert article.text == "Bridge falls\n\n" + TEXT
    assert article.title is not None
    assert (article.title.text, article.title.span) == ("Bridge falls", Span(0, 12))
    assert [span.of(article.text) for span in article.paragraphs] == [TEXT.strip()]


def test_a_title_that_stands_there_is_not_set_twice() -> None:
    article = clean_page(raw("BRIDGE FALLS\n\n" + TEXT, Markup(title="Bridge falls")), Settings())

    assert article.text == "BRIDGE FALLS\n\n" + TEXT


def test_a_title_that_came_beside_markup_goes_above_its_own() -> None:
    article = clean_page(raw(f"<h2>More</h2><p>{TEXT}</p>", Markup(title="Bridge falls"), "text/html"), Settings())

    assert article.text.startswith("Bridge falls\n\n")


def test_what_a_page_says_of_itself_goes_above_what_is_told_of_it_but_for_the_address() -> None:
    own = Markup(site="Harlow Post", url="https://a.example/", dates=(("time", "2031-05-01"),))
    told = Markup(site="Feed", author="Jane Roe", url="https://b.example/", dates=(("feed pubDate", "2031-05-02"),))

    assert join_markup(own, told) == Markup(
        site="Harlow Post",
        author="Jane Roe",
        url="https://b.example/",
        dates=(("time", "2031-05-01"), ("feed pubDate", "2031-05-02")),
    )


def test_a_page_of_a_feed_has_its_day_and_its_outlet() -> None:
    told = Markup(site="Harlow Post", dates=(("feed pubDate", "Tue, 04 Mar 2031 23:30:00 +0200"),))

    page = read_page(raw(told=told), Settings(rules_only=True)).page

    assert page.published.earliest == page.published.latest == date(2031, 3, 4)
    assert page.carrier is not None
    assert (page.carrier.name, page.carrier.basis) == ("Harlow Post", CarrierBasis.MARKUP)


def test_the_day_on_which_a_page_was_saved_or_served_is_never_its_day() -> None:
    told = Markup(
        captures=(("WARC-Date", "2031-05-02T08:00:00Z"),),
        updates=(("http Last-Modified", "Fri, 02 May 2031 07:00:00 GMT"),),
    )

    page = read_page(raw(told=told), Settings(rules_only=True)).page

    assert not page.published.known
    assert {(one.kind, one.latest) for one in page.dates} == {
        (DateKind.CAPTURED, date(2031, 5, 2)),
        (DateKind.UPDATED, date(2031, 5, 2)),
    }


def test_a_day_after_the_one_on_which_the_page_was_saved_is_refused() -> None:
    told = Markup(dates=(("feed pubDate", "2032-01-01"),), captures=(("WARC-Date", "2031-05-02T08:00:00Z"),))

    assert not read_page(raw(told=told), Settings(rules_only=True)).page.published.known


def test_a_persons_word_goes_above_what_is_told() -> None:
    page = RawPage(
        name="x",
        content=TEXT.encode(),
        sha256="",
        about=About(outlet="Herald", published=date(2031, 1, 1)),
        told=Markup(site="Feed", dates=(("feed pubDate", "2031-05-02"),)),
    )

    read = read_page(page, Settings(rules_only=True)).page

    assert read.carrier == read_masthead(clean_page(page, Settings()), page.about).carrier
    assert (read.carrier and read.carrier.name, read.published.earliest) == ("Herald", date(2031, 1, 1))


def test_where_and_when_a_page_was_taken_stands_in_its_reading() -> None:
    when = datetime(2031, 5, 2, 8, tzinfo=UTC)
    page = RawPage(name="x", content=TEXT.encode(), sha256="0", place="a.warc#1 https://a.example/", captured=when)

    read = read_page(page, Settings(rules_only=True)).page

    assert (read.place, read.captured) == ("a.warc#1 https://a.example/", when)


@pytest.mark.parametrize("media", ["text/plain; charset=koi8-r", 'text/plain; CHARSET="KOI8-R"; x=y'])
def test_the_encoding_that_came_with_a_page_is_used(media: str) -> None:
    page = RawPage(name="x", content="Мост упал в реку.".encode("koi8-r"), sha256="", media=media)

    assert clean_page(page, Settings()).text == "Мост упал в реку."


@pytest.mark.parametrize("charset", ["rot13", "no-such", "hex", "utf-8\0"])
def test_an_encoding_that_is_none_is_passed_over(charset: str) -> None:
    page = RawPage(name="x", content=TEXT.encode(), sha256="", media=f"text/plain; charset={charset}")

    assert clean_page(page, Settings()).text == TEXT


def test_a_kind_without_encoding_is_read() -> None:
    assert read_media("Text/HTML") == ("text/html", None)
    assert read_media(None) == ("", None)


def test_a_damaged_page_is_read_and_keeps_its_problem() -> None:
    from reportedly.records import Problem  # noqa: PLC0415 -- one test needs it

    page = RawPage(
        name="x", content=TEXT.encode(), sha256="0", problems=(Problem(code="damaged", message="It ends early."),)
    )

    reading = read_page(page, Settings(rules_only=True))

    assert [problem.code for problem in reading.problems] == ["damaged"]
    assert reading.figures
    assert not reading.unread
