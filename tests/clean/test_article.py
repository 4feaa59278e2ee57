import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.clean.article import clean_page
from reportedly.records import Article, Problem, RawPage
from reportedly.settings import Settings

BODY = "Engineers said on Monday that the dam above Harrow had held through the night."
MORE = "The governor, Ada Holm, told reporters that the water had fallen by two metres."


def cleaned(text: str | bytes, *, name: str = "1.txt", **given: object) -> Article:
    content = text if isinstance(text, bytes) else text.encode()
    return clean_page(RawPage(name=name, content=content, sha256=""), Settings(**given))  # type: ignore[arg-type]


def paragraphs(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


def codes(article: Article) -> list[str]:
    return [problem.code for problem in article.problems]


def test_a_text_file_is_its_text_unchanged_but_for_the_mark() -> None:
    text = f"Dam above Harrow holds\r\n\r\n  {BODY}\t\r\n"

    article = cleaned("\ufeff" + text)

    assert article.text == text
    assert paragraphs(article) == [BODY]


def test_the_title_is_no_paragraph() -> None:
    article = cleaned(f"Dam above Harrow holds\n\n{BODY}")

    assert article.title is not None
    assert (article.title.text, article.title.span) == ("Dam above Harrow holds", (0, 22))
    assert paragraphs(article) == [BODY]


def test_every_line_of_a_plain_text_is_a_paragraph_its_headline_too() -> None:
    article = cleaned(f"Dam above Harrow holds\n\nWorld\n{BODY}", plain=True)

    assert article.title is not None
    assert article.title.text == "Dam above Harrow holds"
    assert paragraphs(article) == ["Dam above Harrow holds", "World", BODY]
    assert article.furniture == ()


@pytest.mark.parametrize("text", [BODY, f"{BODY}\n{MORE}", ""])
def test_a_plain_text_that_begins_with_a_sentence_has_no_title(text: str) -> None:
    assert cleaned(text, plain=True).title is None


def test_text_beyond_the_limit_is_kept_and_not_read() -> None:
    text = f"{BODY}\n{MORE}\n{BODY}"

    article = cleaned(text, page_characters=len(BODY) + 10, plain=True)

    assert article.text == text
    assert paragraphs(article) == [BODY, MORE[:9]]
    assert codes(article) == ["too_long"]


def test_bytes_that_are_no_text_give_an_empty_article() -> None:
    article = cleaned(b"%PDF-1.7 " + BODY.encode())

    assert (article.text, article.paragraphs, codes(article)) == ("", (), ["not_text"])


def test_a_page_that_was_not_opened_keeps_its_problem() -> None:
    problem = Problem(code="unreadable", message="It cannot be read.")

    article = clean_page(RawPage(name="1.txt", content=b"", sha256="", problems=(problem,)), Settings())

    assert (article.text, article.problems) == ("", (problem,))


def test_a_page_without_news_says_so() -> None:
    assert codes(cleaned("World\nNews\n12")) == ["no_article"]


@pytest.mark.parametrize("name", ["1.html", "1.txt", "1"])
def test_markup_is_told_by_how_it_begins(name: str) -> None:
    article = cleaned(f"<!DOCTYPE html>\n<html><body><p>{BODY}</p><p>{MORE}</p></body></html>", name=name)

    assert article.text == f"{BODY}\n\n{MORE}"


def test_markup_without_a_head_is_told_by_its_name() -> None:
    assert cleaned(f"<p>{BODY}</p><p>{MORE}</p>", name="1.HTM").text == f"{BODY}\n\n{MORE}"


def test_a_text_about_markup_is_text() -> None:
    text = f'{BODY} The page began with "<html>".'

    assert cleaned(text, name="1.html").text == text


@settings(deadline=None)
@given(st.text(max_size=300), st.booleans())
def test_every_span_lies_in_its_text_and_reading_twice_gives_the_same(text: str, plain: bool) -> None:  # noqa: FBT001 -- drawn
    article = cleaned(text.encode("utf-8", errors="replace"), plain=plain)
    spans = [*article.paragraphs, *(piece.span for piece in article.furniture)]

    assert article == cleaned(text.encode("utf-8", errors="replace"), plain=plain)
    assert all(0 <= span.start < span.end <= len(article.text) for span in spans)
    assert all(span.stripped(article.text) == span for span in spans)


# --- datelines


BODY = "Engineers said on Monday that the dam above Harrow had held through the night, and that 300 people were home."


def paragraphs_behind(dateline: str, *, plain: bool) -> list[str]:
    text = f"Dam above Harrow holds through the night\n\n{dateline}{BODY}\n\n{BODY}\n"
    article = clean_page(RawPage(name="1.txt", content=text.encode(), sha256=""), Settings(plain=plain))
    assert article.text == text
    return [span.of(text) for span in article.paragraphs if article.title is None or span != article.title.span]


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize(
    "dateline",
    [
        "OSTREL - ",
        "HARROW, Norland (AP) — ",
        "PARIS — ",
        "(CNN) — ",
        "(CNN) —",
        "(WHRW) — ",
        "MOSCOW (TASS) ",
        "BEIRUT (AP) _ ",
        "Baghdad (AFP) - ",
        "COMANCHE, Okla.–",
    ],
)
def test_a_paragraph_begins_after_its_dateline(dateline: str, plain: bool) -> None:  # noqa: FBT001 -- a case of a test
    assert paragraphs_behind(dateline, plain=plain) == [BODY, BODY]


@pytest.mark.parametrize(
    "dateline",
    [
        "ISTANBUL, Feb 7 (Reuters) -",
        "KYIV. March 3. Interfax-Ukraine.",
        "Harrow, 3 March 2031 (Norpress) –",
        "HARROW, N.Y., Sept. 26 (UPI) —",
    ],
)
def test_a_dateline_with_its_day_is_a_paragraph_of_its_own(dateline: str) -> None:
    assert paragraphs_behind(f"{dateline} ", plain=True) == [dateline, BODY, BODY]


@pytest.mark.parametrize(
    "words",
    [
        "NATO — the alliance — agreed. ",
        "IDF - Israel's army - agreed. ",
        "BREAKING — ",
        "UPDATED COVERAGE, March 26: ",
        "The forum is May 19 - ",
        "HOLM: ",
    ],
)
def test_words_before_a_dash_that_are_no_place_stay(words: str) -> None:
    assert paragraphs_behind(words, plain=True)[0] == f"{words}{BODY}"


@pytest.mark.parametrize("title", ["Flood latest", "Guard opens fire on ferry crowd; toll disputed"])
def test_a_first_line_above_a_blank_one_is_the_title(title: str) -> None:
    article = clean_page(RawPage(name="1.txt", content=f"{title}\n\n{BODY}\n".encode(), sha256=""), Settings())

    assert article.title is not None
    assert article.title.text == title
