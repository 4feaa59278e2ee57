import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.clean.html import LONGEST, read_html
from reportedly.records import Article, FurnitureKind

SENTENCES = (
    "Engineers said on Monday that the dam above Harrow had held through the night, and that 300 people were home.",
    "The regional governor, Ada Holm, told reporters that the water had fallen by two metres since Sunday evening.",
    "Another storm was expected before the end of the week, and two schools in the valley would remain closed.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MENU = "<nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>Wend valley</a></li></ul></nav>"


def page(body: str, head: str = "") -> Article:
    return read_html(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


def paragraphs(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


def codes(article: Article) -> list[str]:
    return [problem.code for problem in article.problems]


def test_the_text_is_the_title_and_the_paragraphs_with_a_blank_line_between() -> None:
    article = page(f"{MENU}<article><h1>Dam above Harrow holds</h1>{BODY}</article><footer>© 2031</footer>")

    assert article.text == "\n\n".join(("Dam above Harrow holds", *SENTENCES))
    assert article.title is not None
    assert article.title.span == (0, 22)
    assert paragraphs(article) == list(SENTENCES)


def test_a_page_without_a_title_begins_with_its_first_paragraph() -> None:
    article = page(BODY)

    assert (article.title, article.text) == (None, "\n\n".join(SENTENCES))


def test_what_asks_to_share_is_furniture_of_the_text() -> None:
    article = page(f"<article><h1>Dam above Harrow holds</h1>{BODY}<p>Share this story</p></article>")

    assert paragraphs(article) == list(SENTENCES)
    assert {piece.kind for piece in article.furniture} <= {FurnitureKind.SHARE}


def test_scripts_and_styles_are_not_read() -> None:
    article = page(f"<script>var a = '<p>No.</p>';</script><style>p {{}}</style><article>{BODY}</article>")

    assert article.text == "\n\n".join(SENTENCES)


def test_references_to_letters_are_resolved() -> None:
    article = page(BODY.replace("Ada Holm", "Ad&egrave;le &amp; Holm"))

    assert "Adèle & Holm" in article.text


def test_broken_markup_is_mended() -> None:
    article = read_html(f"<html><body><div><p>{SENTENCES[0]}<p>{SENTENCES[1]}</span></b></table><p>{SENTENCES[2]}")

    assert paragraphs(article) == list(SENTENCES)


def test_elements_in_one_another_a_hundred_thousand_deep_are_read() -> None:
    article = page("<div>" * 100_000 + SENTENCES[0] + "</div>" * 100_000)

    assert paragraphs(article) == [SENTENCES[0]]


def test_a_page_of_many_small_elements_is_read_by_its_lines() -> None:
    article = page(BODY + "<a href='/x'>Go</a> " * 40_000)

    assert paragraphs(article)[:3] == list(SENTENCES)


def test_markup_beyond_the_limit_is_not_read_and_that_is_said() -> None:
    article = page(BODY + "<!-- -->" * (LONGEST // 8))

    assert paragraphs(article) == list(SENTENCES)
    assert codes(article) == ["too_long"]


def test_cells_without_words_leave_no_trail_in_the_text() -> None:
    article = page("<td>" * 5_000 + BODY)

    assert len(article.text) < 2 * sum(map(len, SENTENCES))


@pytest.mark.parametrize("content", ["", "<!-- -->", "<html></html>", "<html><script>1</script>"])
def test_a_page_without_an_article_says_so(content: str) -> None:
    article = read_html(content)

    assert (article.paragraphs, codes(article)) == ((), ["no_article"])


PIECE = st.sampled_from(
    ["<div>", "</div>", "<p>", "<a href=x>", "<li>", "<h1>", "<!--", "-->", "<script>", "<td>", "&amp;"]
)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.one_of(PIECE, st.sampled_from(SENTENCES), st.text(max_size=8)), max_size=30))
def test_no_markup_breaks_the_reading(pieces: list[str]) -> None:
    article = read_html("<html>" + "".join(pieces))
    spans = [*article.paragraphs, *(piece.span for piece in article.furniture)]

    assert article == read_html("<html>" + "".join(pieces))
    assert all(0 <= span.start < span.end <= len(article.text) for span in spans)
