import pytest
from lxml.html import document_fromstring

from reportedly.clean.markup import read_captures, read_markup
from reportedly.records import Markup


def markup(head: str, body: str = "<p>The dam held.</p>", lang: str = "") -> Markup:
    return read_markup(document_fromstring(f"<html{lang}><head>{head}</head><body>{body}</body></html>"))


def linked(words: str) -> Markup:
    return markup(f'<script type="application/ld+json">{words}</script>')


def test_a_page_without_metadata_says_nothing() -> None:
    assert markup("") == Markup()


def test_meta_elements_name_the_page() -> None:
    found = markup(
        """<meta property="og:title" content="Dam holds"><meta property="og:site_name" content="Harlow Post">
        <meta name="author" content="By Jane Roe"><meta property="og:url" content="https://harlowpost.example/dam">
        <meta property="article:published_time" content="2031-05-02T08:00:00Z">""",
        lang=' lang="en-GB"',
    )

    assert found == Markup(
        title="Dam holds",
        site="Harlow Post",
        author="Jane Roe",
        url="https://harlowpost.example/dam",
        language="en",
        dates=(("meta article:published_time", "2031-05-02T08:00:00Z"),),
    )


def test_linked_data_goes_first() -> None:
    found = linked(
        """{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "Dam holds",
        "datePublished": "2031-05-02", "dateModified": "2031-05-09", "publisher": {"name": "Harlow Post"},
        "author": [{"name": "Jane Roe"}, {"name": "Sam Poe"}], "url": "https://harlowpost.example/dam"}]}"""
    )

    assert found == Markup(
        title="Dam holds",
        site="Harlow Post",
        author="Jane Roe, Sam Poe",
        url="https://harlowpost.example/dam",
        dates=(("json-ld datePublished", "2031-05-02"),),
        updates=(("json-ld dateModified", "2031-05-09"),),
    )


@pytest.mark.parametrize(
    "words", ["", "{", "[" * 100_000, '{"@type": 3}', '"text"', '{"@type": "Article", "author": 5}']
)
def test_linked_data_that_says_nothing_is_passed_over(words: str) -> None:
    assert linked(words) == Markup()


def test_a_day_of_change_is_no_day_of_publication() -> None:
    found = markup('<meta property="article:modified_time" content="2031-05-09">')

    assert (found.dates, found.updates) == ((), (("meta article:modified_time", "2031-05-09"),))


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        (
            "<!-- FILE ARCHIVED ON 10:11:12 Mar 05, 2031 AND RETRIEVED FROM THE INTERNET ARCHIVE -->",
            ("archive's comment", "Mar 05, 2031"),
        ),
        ("<!-- saved date: Wed Mar 05 2031 10:11:12 GMT+0100 -->", ("browser's comment", "Mar 05 2031")),
    ],
)
def test_the_day_of_saving_is_read_from_the_comment_that_saving_left(comment: str, found: tuple[str, str]) -> None:
    assert read_captures(f"<html><body>Dam holds</body></html>{comment}") == (found,)


def test_elements_with_a_publication_date_are_found_where_they_stand() -> None:
    body = """<time datetime="2031-05-02T08:00">2 May</time><time datetime="2030-01-01">old</time>
        <span itemprop="datePublished" content="2031-05-03">3 May</span>"""

    assert markup("", body).dates == (("itemprop datePublished", "2031-05-03"), ("time", "2031-05-02T08:00"))


def test_the_canonical_address_goes_above_others() -> None:
    head = '<link rel="canonical" href="https://a.example/1"><meta property="og:url" content="https://b.example/2">'

    assert markup(head).url == "https://a.example/1"


def test_the_heading_that_readers_see_is_the_title() -> None:
    found = markup(
        "<title>Dam above Harrow holds | Harlow Post</title>", "<h1>Harlow</h1><h1>Dam above Harrow holds</h1>"
    )

    assert found.title == "Dam above Harrow holds"


def test_the_outlets_name_is_no_part_of_the_title() -> None:
    found = markup("<title>Dam holds - again - Harlow Post</title><meta property='og:site_name' content='Harlow Post'>")

    assert found.title == "Dam holds - again"


def test_a_first_heading_stands_in_for_a_title() -> None:
    assert markup("", "<h1>Dam holds</h1>").title == "Dam holds"


@pytest.mark.parametrize("name", ["https://harlowpost.example/jane", "admin"])
def test_an_address_or_a_user_is_no_author(name: str) -> None:
    assert markup(f'<meta name="author" content="{name}">').author is None


def test_what_a_site_adds_to_its_name_is_no_part_of_it() -> None:
    assert markup('<meta property="og:site_name" content="Harlow Post | News and weather">').site == "Harlow Post"
