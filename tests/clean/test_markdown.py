from reportedly.clean.article import clean_page
from reportedly.pipeline import read_page
from reportedly.records import Article, Basis, Markup, RawPage
from reportedly.settings import Settings

FRONT = "---\ntitle: 'Bridge falls at Sarn'\ndate: 2031-05-02\nauthor: Jane Roe\nurl: https://harlow.example/b\n---\n\n"
BODY = (
    "**At least 30** people [died](https://x.example) when a bridge fell at Sarn on Monday, "
    "the mayor, *Ada Kask*, said.\n"
    "\n> We are still looking for 12 people.\n\nRescue workers were out on the banks of the river all night.\n"
)


def raw(text: str, name: str = "1.md", media: str | None = None, told: Markup = Markup()) -> RawPage:  # noqa: B008
    return RawPage(name=name, content=text.encode(), sha256="", media=media, told=told)


def cleaned(text: str, name: str = "1.md", media: str | None = None) -> Article:
    return clean_page(raw(text, name, media), Settings())


def test_markdown_is_read_without_its_signs() -> None:
    article = cleaned("# Bridge falls at Sarn\n\n" + BODY)

    assert article.text.startswith("Bridge falls at Sarn\n\nAt least 30 people died when")
    assert "Ada Kask, said." in article.text
    assert not {"*", "#", "[", ">"} & {*article.text}


def test_what_stands_above_a_page_is_its_markup() -> None:
    article = cleaned(FRONT + BODY)

    assert article.title is not None
    assert article.title.text == "Bridge falls at Sarn"
    assert article.markup.dates == (("front matter date", "2031-05-02"),)
    assert (article.markup.author, article.markup.url) == ("Jane Roe", "https://harlow.example/b")
    assert "---" not in article.text


def test_a_day_above_a_page_is_its_day() -> None:
    published = read_page(raw(FRONT + BODY), Settings(rules_only=True)).page.published

    assert (published.edtf, published.basis) == ("2031-05-02", Basis.MARKUP)


def test_a_page_is_markdown_by_its_name_or_by_what_the_server_says() -> None:
    assert "**" in cleaned(BODY, "1.txt").text
    assert "**" not in cleaned(BODY, "1.txt", "text/markdown; charset=utf-8").text


def test_markdown_without_end_is_read() -> None:
    assert cleaned("> " * 50_000 + BODY).text
