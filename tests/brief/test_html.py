import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from brief.ferry import brief, readings
from reportedly.brief.html import render_html
from reportedly.brief.narrative import narrate
from reportedly.records import Brief, BriefPage, Reading, Title
from reportedly.spans import Span

HOSTILE = "</style></title><script>alert(1)</script><img src=x onerror=alert(2)> &lt;b&gt; \u202etxt.exe {{ 7*7 }}"
VOID = {"meta", "line", "rect", "circle", "path", "stop"}


class Outline(HTMLParser):
    """Reads a page's anchors, links, tags and what is left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def ferry() -> str:
    return render_html(narrate(brief(), readings()), brief(), readings())


def hostile() -> str:
    page = readings()[0]
    text = HOSTILE + "\n" + page.text
    moved = [
        replace(figure, span=figure.span.shifted(len(HOSTILE) + 1), text=HOSTILE, who=HOSTILE)
        for figure in page.figures
    ]
    evil = Reading(
        page=replace(page.page, title=Title(text=HOSTILE, span=Span(0, len(HOSTILE)))),
        text=text,
        figures=tuple(replace(figure, id=f'f"{i}><script>') for i, figure in enumerate(moved)),
    )
    story = Brief(
        story=HOSTILE,
        pages=(
            BriefPage(name=page.page.name, title=HOSTILE, carrier=HOSTILE, published=page.page.published, origin=0),
        ),
        origins=(replace(brief().origins[0], origin=HOSTILE, pages=(page.page.name,)),),
    )
    return render_html(narrate(story, (evil,)), story, (evil,))


def test_every_link_leads_to_an_anchor_of_the_file() -> None:
    outline = Outline(ferry())

    assert {link.removeprefix("#") for link in outline.links} <= set(outline.ids)
    assert all(link.startswith("#") for link in outline.links)


def test_no_anchor_is_given_twice_and_every_tag_is_closed() -> None:
    outline = Outline(ferry())

    assert len(outline.ids) == len(set(outline.ids))
    assert outline.open == []


def test_nothing_is_fetched_and_no_script_runs() -> None:
    outline = Outline(ferry())

    assert outline.tags.isdisjoint({"script", "img", "link", "iframe", "object", "embed", "form", "base"})
    assert not {name for name in outline.attributes if name.startswith("on") or name in {"src", "style", "srcset"}}


def test_the_policy_allows_this_style_sheet_and_nothing_else() -> None:
    html = ferry()
    style = html.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in html
    assert "url(" not in style


def test_hostile_words_of_a_page_stay_words() -> None:
    html = hostile()
    outline = Outline(html)

    assert outline.tags.isdisjoint({"script", "img"})
    assert "{{ 7*7 }}" in html
    assert not {name for name in outline.attributes if name.startswith("on")}


def test_a_hostile_page_closes_no_tag_of_the_file() -> None:
    assert Outline(hostile()).open == []


def test_the_words_of_a_figure_are_marked_where_they_stand() -> None:
    found = re.search(r'<mark class="figure page-2-f1" id="page-2-f1" title="[^"]*">([^<]*)</mark>', ferry())

    assert found
    assert found[1] == "At least 12"


def test_a_citation_shows_its_words_before_it_is_followed() -> None:
    html = ferry()

    assert '<a href="#page-1-s1" title="At least nine people died when the ferry Halden Star ran aground' in html
    assert '<a href="#page-2" title="Ferry death toll climbs off Brinmoor">2</a>' in html


def test_the_margin_says_who_speaks_and_leads_back_to_the_brief() -> None:
    html = ferry()

    assert '<a class="key" href="#page-2-s3">s3</a> <span><bdi>Ilse Varga, mayor of Brinmoor</bdi>' in html
    assert re.search(r'href="#page-2-f1">f1</a> .*?<a class="back" href="#line-\d+"', html)


def test_an_open_count_is_drawn_open_and_described_in_words() -> None:
    html = ferry()
    drawn = html.split('aria-label="12 and more, open above"')[1].split("</svg>")[0]

    assert 'class="arrow"' in drawn
    assert "url(#to)" in drawn


def test_a_statement_in_several_places_is_lit_as_a_whole() -> None:
    page = readings()[0]
    split = replace(page.statements[0], content=(Span(0, 4), Span(10, 14)))
    pages = (replace(page, statements=(split, *page.statements[1:])), *readings()[1:])

    assert ":root:has(#page-1-s1:target) .page-1-s1" in render_html(narrate(brief(), pages), brief(), pages)


def test_a_page_that_was_not_read_says_so() -> None:
    assert "No text was read in this page." in ferry()


def test_the_text_of_a_page_left_out_is_not_shown() -> None:
    story = replace(brief(), pages=brief().pages[:4], problems=(replace(brief().problems[0], page="late.txt"),))
    html = render_html(narrate(story, readings()), story, readings())

    assert "This page is no part of the brief." in html
    assert "By the summer an inquiry is to report" not in html.split('id="pages"')[1]


def test_furniture_is_set_apart() -> None:
    assert '<div class="passage furniture">\n<p dir="auto">Share this story</p>' in ferry()


def test_the_file_begins_with_its_document_type() -> None:
    assert ferry().startswith("<!DOCTYPE html>")
