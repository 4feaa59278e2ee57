from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.clean.article import clean_page
from reportedly.clean.masthead import read_masthead
from reportedly.records import (
    About,
    Article,
    Carrier,
    CarrierBasis,
    Credit,
    Markup,
    Masthead,
    Outlet,
    OutletKind,
    RawPage,
)
from reportedly.settings import Settings
from reportedly.spans import Span

HEADLINE = "Dam above Harrow holds through the night, governor says"
FIRST = "Engineers said on Monday that the dam above Harrow had held through the night, and that 300 people were home."
LAST = "Another storm was expected before the end of the week, and two schools in the valley would remain closed."


def article_of(*, top: str = "", first: str = FIRST, last: str = LAST, bottom: str = "") -> Article:
    text = f"{HEADLINE}\n{top}\n\n{first}\n\n{last}\n\n{bottom}\n"
    return clean_page(RawPage(name="1.txt", content=text.encode(), sha256=""), Settings())


def masthead_of(about: About | None = None, **parts: str) -> Masthead:
    return read_masthead(article_of(**parts), about or About())


def credits_of(**parts: str) -> list[str]:
    return [credit.name for credit in read_masthead(article_of(**parts), About()).credits]


def stated(name: str) -> Carrier:
    return Carrier(name=name, basis=CarrierBasis.STATED)


def test_a_page_that_says_nothing_of_itself_has_an_empty_masthead() -> None:
    assert masthead_of() == Masthead()


# --- carrier


def test_what_a_person_says_goes_above_all() -> None:
    about = About(outlet="Harlow Herald", url="https://www.bbc.com/news/1")

    assert masthead_of(about, bottom="© 2031 Harlow Post").carrier == Carrier(
        name="Harlow Herald", basis=CarrierBasis.ABOUT
    )


def test_markup_names_the_site() -> None:
    article = Article(text=FIRST, title=None, paragraphs=(Span(0, len(FIRST)),), markup=Markup(site="Harlow Post"))

    assert read_masthead(article, About()).carrier == Carrier(name="Harlow Post", basis=CarrierBasis.MARKUP)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC"),
        ("https://en.yna.co.kr/view/1", "Yonhap"),
        ("https://www.harlowpost.example/dam", "harlowpost.example"),
        ("harlowpost.example", "harlowpost.example"),
    ],
)
def test_the_address_of_a_page_names_its_outlet(url: str, name: str) -> None:
    carrier = masthead_of(About(url=url)).carrier

    assert carrier is not None
    assert (carrier.name, carrier.basis) == (name, CarrierBasis.URL)


@pytest.mark.parametrize("url", ["http://[harlow", "localhost", ""])
def test_an_address_without_a_domain_names_nobody(url: str) -> None:
    assert masthead_of(About(url=url)).carrier is None


@pytest.mark.parametrize(
    "line",
    [
        "© 2031 Harlow Post. All rights reserved.",
        "Copyright © 2029-2031 Harlow Post | Privacy",
        "Copyright 2031 by Harlow Post, Inc.",
        "(c) 2031 Harlow Post LLC",
        "Discover more from Harlow Post",
    ],
)
def test_an_imprint_names_the_outlet(line: str) -> None:
    assert masthead_of(bottom=line).carrier == stated("Harlow Post")


@pytest.mark.parametrize("line", ["© Jane Roe", "© 2031 Reuters", "© 2031 Harlow Media", "© 2031 all rights reserved"])
def test_a_sign_of_copyright_alone_names_no_outlet(line: str) -> None:
    assert masthead_of(bottom=line).carrier is None


def test_a_place_and_an_agency_on_a_line_are_the_agencys_own_page() -> None:
    found = masthead_of(top="Harrow • UPI")

    assert (found.carrier, found.credits) == (replace(stated("UPI"), agency=True), ())
    assert found.dateline is not None
    assert found.dateline.place == "Harrow"


def test_a_web_outlet_that_the_lead_cites_and_that_cites_another_is_the_carrier() -> None:
    found = masthead_of(first=f"According to Harlow.net, citing the BBC, the dam has held. {FIRST}")

    assert found.carrier == stated("Harlow.net")
    assert [credit.name for credit in found.credits] == ["BBC"]


def test_an_agency_that_the_lead_cites_is_no_carrier() -> None:
    found = masthead_of(first=f"According to Reuters, citing the BBC, the dam has held. {FIRST}")

    assert found.carrier is None
    assert [credit.name for credit in found.credits] == ["Reuters", "BBC"]


# --- credits


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Source: Norpress", ["Norpress"]),
        ("Source:\xa0 Yonhap News Agency", ["Yonhap"]),
        ("Source: Norpress / Reuters", ["Norpress", "Reuters"]),
        ("By The Associated Press", ["Associated Press"]),
        ("Associated Press November 19, 2031, 9:02 AM", ["Associated Press"]),
        ("Via Reuters and AFP", ["Reuters", "Agence France-Presse"]),
    ],
)
def test_a_credit_above_the_article_names_its_outlets(line: str, names: list[str]) -> None:
    assert credits_of(top=line) == names


@pytest.mark.parametrize(
    "line",
    [
        "This article originally appeared on Norpress.",
        "Originally published by Norpress",
        "Reposted from Norpress.",
    ],
)
def test_a_reprint_names_where_it_is_from(line: str) -> None:
    assert credits_of(bottom=line) == ["Norpress"]


@pytest.mark.parametrize("line", ["With reporting by Reuters", "© Reuters", "Reuters"])
def test_a_line_under_the_article_credits_an_agency(line: str) -> None:
    assert credits_of(bottom=line) == ["Reuters"]


@pytest.mark.parametrize("sign", [" - AFP", " — AFP", " (AFP)"])
def test_an_article_may_be_signed_by_an_agency(sign: str) -> None:
    assert credits_of(last=LAST + sign) == ["Agence France-Presse"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ada Holm told the BBC that the dam had held.", "BBC"),
        ("The New York Times reported that the dam had held.", "New York Times"),
        ("The dam held, according to Reuters.", "Reuters"),
    ],
)
def test_an_outlet_that_the_lead_has_its_news_from_is_credited(words: str, name: str) -> None:
    assert credits_of(first=f"{FIRST} {words}") == [name]


def test_an_outlet_that_is_only_named_is_not_credited() -> None:
    assert credits_of(first=f"{FIRST} A BBC reporter was hurt outside the Reuters office.") == []


def test_a_picture_credit_credits_no_report() -> None:
    assert credits_of(top="Photo: Reuters") == []


def test_the_carrier_is_not_credited_on_its_own_page() -> None:
    found = masthead_of(About(outlet="The Associated Press"), top="By The Associated Press")

    assert found.credits == ()


# --- byline and dateline


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By Jane Roe and Sam van der Poe, Harlow Post", "Jane Roe and Sam van der Poe"),
        ("Written by: Jane O'Roe | 3 March 2031", "Jane O'Roe"),
    ],
)
def test_a_byline_names_the_authors(line: str, name: str) -> None:
    article = article_of(top=line)
    byline = read_masthead(article, About()).byline

    assert byline is not None
    assert byline.span is not None
    assert (byline.name, byline.span.of(article.text)) == (name, name)


def test_what_stands_behind_an_authors_name_is_no_part_of_it() -> None:
    byline = masthead_of(top="By Jane Roe Business Columnist").byline

    assert byline is not None
    assert byline.name == "Jane Roe"


def test_an_outlet_is_not_the_author_of_its_own_page() -> None:
    markup = Markup(site="Harlow Post", author="Harlow Post")
    article = Article(text=FIRST, title=None, paragraphs=(Span(0, len(FIRST)),), markup=markup)

    assert read_masthead(article, About()).byline is None


def test_an_agency_that_the_markup_of_another_page_gives_as_publisher_is_credited() -> None:
    markup = Markup(site="Associated Press", url="https://www.harlowpost.example/dam")
    article = Article(text=FIRST, title=None, paragraphs=(Span(0, len(FIRST)),), markup=markup)
    found = read_masthead(article, About())

    assert found.carrier == Carrier(name="harlowpost.example", basis=CarrierBasis.URL)
    assert [credit.name for credit in found.credits] == ["Associated Press"]


def test_an_author_in_the_markup_has_no_place_in_the_text() -> None:
    article = Article(text=FIRST, title=None, paragraphs=(Span(0, len(FIRST)),), markup=Markup(author="Jane Roe"))
    byline = read_masthead(article, About()).byline

    assert byline is not None
    assert (byline.name, byline.span) == ("Jane Roe", None)


@pytest.mark.parametrize(
    ("words", "place", "agency"),
    [
        ("HARROW, March 3 (Norpress) —", "Harrow", ["Norpress"]),
        ("HARROW, Norland (AP) -", "Harrow", ["Associated Press"]),
        ("NEW HARROW —", "New Harrow", []),
        ("Harrow, 3 March 2031 (Norpress) –", "Harrow", ["Norpress"]),
        ("HARROW, March 3. /TASS/.", "Harrow", ["TASS"]),
    ],
)
def test_a_dateline_gives_the_place_and_the_agency(words: str, place: str, agency: list[str]) -> None:
    article = article_of(first=f"{words} {FIRST}")
    found = read_masthead(article, About())

    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.span.of(article.text)) == (place, words)
    assert [credit.name for credit in found.credits] == agency


def test_an_agency_in_brackets_may_stand_without_a_place() -> None:
    found = masthead_of(first=f"(Reuters) - {FIRST}")

    assert (found.dateline, [credit.name for credit in found.credits]) == (None, ["Reuters"])


@pytest.mark.parametrize(
    "words", ["Harrow – a town on the Wend – was cut off.", "Harrow (population 900) - it is small.", "NATO. It"]
)
def test_a_sentence_that_begins_with_a_place_has_no_dateline(words: str) -> None:
    assert masthead_of(first=f"{words} {FIRST}").dateline is None


@given(st.text(max_size=200), st.text(max_size=80))
def test_every_span_of_a_masthead_lies_in_its_text(first: str, bottom: str) -> None:
    text = f"{HEADLINE}\n{first}\n{FIRST}\nSource: {bottom}\n© {first}"
    article = clean_page(RawPage(name="1.txt", content=text.encode("utf-8", "replace"), sha256=""), Settings())
    found = read_masthead(article, About())
    spans = [credit.span for credit in found.credits] + [found.byline and found.byline.span]
    spans += [found.dateline.span] if found.dateline else []

    assert found == read_masthead(article, About())
    assert all(0 <= span.start < span.end <= len(article.text) for span in spans if span)


# --- wrong names are rarer than none


@pytest.mark.parametrize(
    ("line", "name"),
    [("(© 2031 Harlow Post)", "Harlow Post"), ("Copyright 2031 by Harlow Post - All rights reserved.", "Harlow Post")],
)
def test_an_imprint_ends_before_its_marks(line: str, name: str) -> None:
    assert masthead_of(bottom=line).carrier == stated(name)


@pytest.mark.parametrize("company", ["Hearst", "Ziff Davis", "Harlow Television"])
def test_a_company_with_many_outlets_is_no_carrier(company: str) -> None:
    assert masthead_of(bottom=f"© 2031 {company}").carrier is None


@pytest.mark.parametrize("bottom", ["Source: News agencies", "Sources told us of Ada Holm and Sam Poe."])
def test_common_words_are_no_outlet(bottom: str) -> None:
    assert credits_of(bottom=bottom) == []


def test_a_local_station_is_not_its_network() -> None:
    assert (
        credits_of(first="The dam held through the night, the governor of the region told NBC 4 Harlow on Monday.")
        == []
    )


def test_the_page_s_own_station_is_no_credit() -> None:
    assert credits_of(first=f"HARROW (WHRW) — {FIRST}", bottom="© 2031 WHRW 3 News") == []


@pytest.mark.parametrize(
    "line",
    [
        "This piece was first published by the Harlow Farmer and appears here with thanks.",
        "Reposted from Harlow Farmer",
    ],
)
def test_a_repost_credits_where_it_is_from(line: str) -> None:
    assert credits_of(top=line) == ["Harlow Farmer"]


def test_a_reporter_named_at_the_end_is_the_byline() -> None:
    byline = masthead_of(last=f"{LAST} (Reporting by Jane Roe; editing by Sam Poe)").byline

    assert byline is not None
    assert byline.name == "Jane Roe"


def test_a_day_in_brackets_is_no_agency() -> None:
    masthead = masthead_of(first=f"HARROW (March 3, 2031) — {FIRST}")

    assert masthead.dateline is not None
    assert masthead.credits == ()


# --- credits inside the article, and families


def credits_inside(line: str) -> list[str]:
    text = f"{HEADLINE}\n\n{FIRST}\n\n{LAST}\n\n{FIRST}\n\n{line}\n\n{LAST}\n\n{FIRST}"
    bare = clean_page(RawPage(name="1.txt", content=text.encode(), sha256=""), Settings(plain=True))
    return [credit.name for credit in read_masthead(bare, About()).credits]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("With material from Norpress", ["Norpress"]),
        ("With reporting from Reuters and the Harlow Post.", ["Reuters", "Harlow Post"]),
        ("Additional reporting by the Harlow Post", ["Harlow Post"]),
        ("(This article first appeared in the Harlow Farmer.)", ["Harlow Farmer"]),
        ("This story originally ran in the Harlow Farmer.", ["Harlow Farmer"]),
        ("Cross-posted from Harlow Farmer", ["Harlow Farmer"]),
        ("Republished with permission from Harlow Farmer", ["Harlow Farmer"]),
    ],
)
def test_a_credit_may_stand_below_the_lead(line: str, names: list[str]) -> None:
    assert credits_inside(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Additional reporting by Jane Roe",
        "With reporting from Harrow and the valley",
        "By Monday Reuters had left.",
        "First published on 3 March 2031",
        "From Harlow to Orsk the valley was under water.",
    ],
)
def test_a_person_a_day_and_a_sentence_are_no_credit_below_the_lead(line: str) -> None:
    assert credits_inside(line) == []


@pytest.mark.parametrize(
    ("last", "names"),
    [
        (f"{LAST} (With reporting by Norpress)", ["Norpress"]),
        ("Jane Roe and the Associated Press contributed to this report.", ["Associated Press"]),
        ("Norpress contributed reporting.", ["Norpress"]),
        ("Jane Roe in Harrow contributed to this article.", []),
    ],
)
def test_an_article_may_end_with_who_contributed(last: str, names: list[str]) -> None:
    assert credits_of(last=last) == names


@pytest.mark.parametrize(("line", "name"), [("Via Norpress", "Norpress"), ("h/t Harlow Post", "Harlow Post")])
def test_a_mark_of_a_repost_credits_an_outlet(line: str, name: str) -> None:
    assert credits_of(top=line) == [name]


def test_a_credit_says_whose_the_outlet_is() -> None:
    found = masthead_of(About(outlet="The Sun"), top="Source: TASS")

    assert found.carrier == Carrier(name="The Sun", basis=CarrierBasis.ABOUT, family="News Corp")
    assert [replace(credit, span=None) for credit in found.credits] == [
        Credit(name="TASS", agency=True, state="Russia")
    ]


def test_an_outlet_that_a_person_lists_is_known_by_its_address_and_its_names() -> None:
    post = Outlet(name="Harlow Post", owner="Harlow Media", domains=("harlowpost.example",))
    wire = Outlet(name="Norpress", kind=OutletKind.AGENCY, forms=("NP",))
    about = About(url="https://www.harlowpost.example/dam", outlets=(post, wire))
    found = masthead_of(about, first=f"{FIRST} The dam held, NP reported on Monday.")

    assert found.carrier == Carrier(name="Harlow Post", basis=CarrierBasis.URL, family="Harlow Media")
    assert [(credit.name, credit.agency) for credit in found.credits] == [("Norpress", True)]
