from pathlib import Path

import pytest

from archives import codes, pages_of, rss
from reportedly.intake.pages import gather_pages
from reportedly.intake.watch import Watch
from reportedly.settings import Settings

FULL = "<p>At least 30 people died, Ada Kask said.</p>"
ITEM = (
    "<item><title>Bridge falls</title><link>https://harlowpost.example/bridge</link><guid>7</guid>"
    "<pubDate>Tue, 04 Mar 2031 23:30:00 +0200</pubDate><dc:creator>Jane Roe</dc:creator>"
    f"<description>Short.</description><content:encoded><![CDATA[{FULL}]]></content:encoded></item>"
)
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harlow Post | News</title>
<link rel="self" href="https://harlowpost.example/feed"/><link href="https://harlowpost.example/"/>
<entry><title>Bridge falls</title><link rel="edit" href="x"/><link href="bridge"/><id>urn:7</id>
<published>2031-03-04T21:30:00Z</published><updated>2031-03-05T08:00:00Z</updated><author><name>Jane Roe</name></author>
{content}</entry></feed>"""


def test_an_entry_is_a_page_with_what_the_feed_says_of_it(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "feed.xml", rss(ITEM))

    assert (page.name, page.content.decode()) == ("feed.xml#https://harlowpost.example/bridge", FULL)
    assert page.media == "text/html; charset=utf-8"
    assert (page.told.title, page.told.site, page.told.author) == ("Bridge falls", "Harlow Post", "Jane Roe")
    assert page.told.dates == (("feed pubDate", "Tue, 04 Mar 2031 23:30:00 +0200"),)
    assert page.problems == ()


@pytest.mark.parametrize(
    "content",
    [
        f"<content type='html'>{FULL.replace('<', '&lt;')}</content>",
        f"<content type='xhtml'><p xmlns='http://www.w3.org/1999/xhtml'>{FULL[3:-4]}</p></content>",
        f"<content type='html'><![CDATA[{FULL}]]></content>",
    ],
    ids=["escaped", "xhtml", "cdata"],
)
def test_an_entry_of_atom_is_a_page(tmp_path: Path, content: str) -> None:
    (page,) = pages_of(tmp_path, "feed.xml", ATOM.format(content=content))

    assert "At least 30 people died, Ada Kask said." in page.content.decode()
    assert (page.told.url, page.told.site) == ("https://harlowpost.example/bridge", "Harlow Post")
    assert page.told.dates == (("feed published", "2031-03-04T21:30:00Z"),)
    assert page.told.updates == (("feed updated", "2031-03-05T08:00:00Z"),)
    assert page.told.author == "Jane Roe"


def test_an_old_feed_of_rdf_is_read(tmp_path: Path) -> None:
    feed = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harlow Post</title></channel>'
        "<item><title>Bridge</title><description>It fell.</description><dc:date>2031-03-04</dc:date></item></rdf:RDF>"
    )

    (page,) = pages_of(tmp_path, "feed.rdf", feed)

    assert (page.content, page.told.dates) == (b"It fell.", (("feed date", "2031-03-04"),))


def test_a_summary_is_read_as_one(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "feed.xml", rss("<item><title>Dam</title><description>Short.</description></item>"))

    assert (page.content, page.media, codes(page)) == (b"Short.", "text/plain; charset=utf-8", ["summary"])


def test_entries_without_text_are_counted(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(rss(ITEM, "<item><title>Bare</title></item>"))
    watch = Watch()

    pages = list(gather_pages([tmp_path / "feed.xml"], settings=Settings(), watch=watch))

    assert (len(pages), watch.passed["feed.xml"]) == (1, {"entry without text": 1})


def test_an_entry_keeps_its_name_when_others_come_before_it(tmp_path: Path) -> None:
    newer = ITEM.replace("/bridge", "/dam")

    names = [page.name for page in pages_of(tmp_path, "feed.xml", rss(newer, ITEM))]

    assert "feed.xml#https://harlowpost.example/bridge" in names


def test_entries_of_one_address_are_two_pages(tmp_path: Path) -> None:
    names = [page.name for page in pages_of(tmp_path, "feed.xml", rss(ITEM, ITEM))]

    assert names[1] == f"{names[0]}~2"


def test_the_title_of_a_feed_that_gathers_others_is_nobodys_outlet(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "feed.xml", rss(ITEM, title="Planet Dams", link="https://planet.example/"))

    assert page.told.site is None


def test_the_source_that_an_entry_names_is_its_outlet(tmp_path: Path) -> None:
    item = ITEM.replace("<guid>", '<source url="https://other.example/feed">Other Post</source><guid>')

    (page,) = pages_of(tmp_path, "feed.xml", rss(item))

    assert page.told.site == "Other Post"


def test_an_address_for_mail_is_no_author(tmp_path: Path) -> None:
    item = ITEM.replace("dc:creator>Jane Roe</dc:creator", "author>jane@harlowpost.example</author")

    (page,) = pages_of(tmp_path, "feed.xml", rss(item))

    assert page.told.author is None


def test_a_feed_with_mistakes_is_read_past_them(tmp_path: Path) -> None:
    feed = rss("<item><title>Dam & bridge</title><description>It fell &nbsp; down.</description></item>", ITEM)

    assert len(pages_of(tmp_path, "feed.xml", feed)) == 2


def test_a_feed_that_is_cut_off_gives_what_stands_before_and_says_so(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, "feed.xml", rss(ITEM, ITEM.replace("/bridge", "/dam"))[:-80])

    assert [codes(page) for page in pages] == [[], ["summary", "damaged"], ["unreadable"]]
    assert pages[0].content.decode() == FULL
    assert "cut off" in pages[2].problems[0].message


def test_a_sitemap_by_itself_says_what_to_do(tmp_path: Path) -> None:
    sitemap = "<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2</loc></url></urlset>"

    (page,) = pages_of(tmp_path, "sitemap.xml", f"<?xml version='1.0'?>\n<!-- made by hand -->{sitemap}")

    assert codes(page) == ["no_pages"]
    assert "2 addresses" in page.problems[0].message
    assert "--follow" in page.problems[0].message


def test_a_page_of_xhtml_is_no_feed(tmp_path: Path) -> None:
    content = f"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY x 'y'>]><html><body>{FULL}</body></html>"

    (page,) = pages_of(tmp_path, "a.xhtml", content)

    assert page.name == "a.xhtml"
