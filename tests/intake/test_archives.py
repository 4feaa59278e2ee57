import gzip
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from archives import PAGE, codes, packed_records, pages_of, record, rows, zipped
from reportedly.errors import BadFieldsError
from reportedly.intake.about import StoryAbout
from reportedly.intake.jsonlines import read_fields
from reportedly.intake.pages import gather_pages
from reportedly.intake.watch import Watch
from reportedly.records import About, RawPage
from reportedly.settings import Settings

NEWS = "At least 30 people died, Ada Kask said."
DAM = "https://harrow.example/dam"


def watched(folder: Path, name: str, content: bytes | str) -> tuple[list[RawPage], Watch]:
    file, watch = folder / name, Watch()
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(gather_pages([file], settings=Settings(), watch=watch)), watch


# --- gzip and ZIP ---


def test_a_packed_page_is_called_as_its_file_is(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "dam.html.gz", gzip.compress(PAGE.encode()))

    assert (page.name, page.content.decode(), page.place) == ("dam.html.gz", PAGE, str(tmp_path / "dam.html.gz"))


def test_a_zip_stands_for_its_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, "story.zip", zipped({"b.html": PAGE, "pages/c.txt": NEWS, "a.txt": NEWS}))

    assert [page.name for page in pages] == ["story.zip#a.txt", "story.zip#b.html", "story.zip#pages/c.txt"]
    assert pages[0].place == f"{tmp_path / 'story.zip'}#a.txt"


def test_what_is_known_of_a_page_in_a_zip_is_found_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "story.zip").write_bytes(zipped({"a.txt": NEWS, "b.txt": NEWS, "c.txt": NEWS}))
    about = StoryAbout(pages={"a.txt": About(outlet="Post"), "story.zip#b.txt": About(outlet="Herald")})

    pages = gather_pages([tmp_path / "story.zip"], about=about, settings=Settings())

    assert [page.about.outlet for page in pages] == ["Post", "Herald", None]


def test_pictures_and_labels_in_a_zip_are_passed_over_and_counted(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.txt": NEWS,
        "p.PNG": b"x",
        "q.png": b"x",
        "gold.json": "{}",
        "__MACOSX/._a.txt": b"x",
        ".hidden": b"x",
    }

    pages, watch = watched(tmp_path, "story.zip", zipped(files))

    assert [page.name for page in pages] == ["story.zip#a.txt"]
    assert watch.passed["story.zip"] == {".png": 2, ".json": 1, ".txt": 1, "hidden file": 1}


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({"[Content_Types].xml": "", "word/document.xml": ""}, "a Word document"),
        ({"[Content_Types].xml": "", "xl/workbook.xml": ""}, "an Excel sheet"),
        ({"mimetype": "application/epub+zip", "META-INF/container.xml": ""}, "an e-book"),
        ({"mimetype": "application/vnd.oasis", "content.xml": ""}, "an OpenDocument file"),
    ],
)
def test_office_documents_and_books_are_named(tmp_path: Path, files: dict[str, bytes | str], what: str) -> None:
    (page,) = pages_of(tmp_path, "paper.docx", zipped(files))

    assert (page.name, codes(page)) == ("paper.docx", ["not_text"])
    assert what in page.problems[0].message


def test_a_locked_file_in_a_zip_is_a_problem(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": NEWS}))
    content[content.find(b"PK\x01\x02") + 8] |= 1

    (page,) = pages_of(tmp_path, "x.zip", bytes(content))

    assert "password" in page.problems[0].message


def test_a_damaged_file_in_a_zip_costs_only_itself(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": NEWS, "b.txt": NEWS}))
    content[content.find(b"a.txt")] = ord("z")  # the file's own header no longer says what the list says

    pages = pages_of(tmp_path, "x.zip", bytes(content))

    assert [codes(page) for page in pages] == [["unreadable"], []]


@pytest.mark.parametrize("content", [b"PK\x03\x04 and nothing more", zipped({})])
def test_a_zip_that_gives_no_page_is_a_problem(tmp_path: Path, content: bytes) -> None:
    (page,) = pages_of(tmp_path, "x.zip", content)

    assert codes(page) in (["unreadable"], ["no_pages"])
    assert (page.content, page.sha256) == (b"", "")


def test_a_tar_archive_says_what_to_do(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "x.tar.gz", gzip.compress(b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + b"\0" * 900))

    assert "pack it as ZIP" in page.problems[0].message


# --- web archives ---


def test_a_record_is_a_page_with_its_address_and_the_time_of_capture(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "a.warc", record(DAM, headers="Last-Modified: Fri, 02 May 2031 07:00:00 GMT\r\n"))

    assert (page.name, page.content.decode(), page.told.url) == (f"a.warc#1 {DAM}", PAGE, DAM)
    assert (page.captured, page.media) == (datetime(2031, 5, 2, 8, tzinfo=UTC), "text/html; charset=utf-8")
    assert page.told.captures == (("WARC-Date", "2031-05-02T08:00:00Z"),)
    assert page.told.updates == (("http Last-Modified", "Fri, 02 May 2031 07:00:00 GMT"),)
    assert page.told.dates == ()


def test_a_packed_web_archive_has_the_same_pages(tmp_path: Path) -> None:
    records = [record(f"{DAM}/{n}") for n in range(3)]

    plain = pages_of(tmp_path, "a.warc", b"".join(records))
    packed = pages_of(tmp_path, "a.warc.gz", packed_records(records))

    assert [page.content for page in plain] == [page.content for page in packed]
    assert [page.name for page in packed] == [f"a.warc.gz#{n + 1} {DAM}/{n}" for n in range(3)]


def test_records_that_are_no_pages_are_passed_over_and_counted(tmp_path: Path) -> None:
    records = [
        record(DAM, b"x", media="image/png"),
        record(DAM, "moved", status="301 Moved"),
        record(DAM, "part", status="206 Partial Content"),
        record("dns:harrow.example", "x", media="text/plain"),
        record("https://harrow.example/robots.txt", "x", media="text/plain"),
        record(DAM, "", kind="revisit"),
        record(DAM, "", kind="request"),
        record(DAM),
    ]

    pages, watch = watched(tmp_path, "a.warc", b"".join(records))

    assert [page.name for page in pages] == [f"a.warc#8 {DAM}"]
    assert watch.passed["a.warc"] == {
        "image": 1,
        "answer with status 301": 1,
        "answer with status 206": 1,
        "record without a web address": 1,
        "robots.txt": 1,
        "page seen again unchanged": 1,
    }


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE.encode()), "Content-Encoding: gzip\r\n"),
        (PAGE, "Content-Encoding: gzip\r\n"),
        (f"{len(PAGE.encode()):x}\r\n{PAGE}\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n"),
        (PAGE, "Transfer-Encoding: chunked\r\n"),
    ],
    ids=["packed", "unpacked by who archived it", "in chunks", "joined by who archived it"],
)
def test_a_record_is_unpacked_as_its_headers_say(tmp_path: Path, body: bytes | str, headers: str) -> None:
    (page,) = pages_of(tmp_path, "a.warc", record(DAM, body, headers=headers))

    assert page.content.decode() == PAGE


def test_a_record_packed_as_nobody_packs_is_a_problem(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "a.warc", record(DAM, headers="Content-Encoding: zigzag\r\n"))

    assert "(zigzag) is not known" in page.problems[0].message


def test_a_web_archive_without_pages_says_so(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "a.warc", record(DAM, b"x", media="image/png"))

    assert codes(page) == ["no_pages"]


def test_a_wacz_stands_for_the_web_archives_in_it(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "datapackage.json": "{}",
        "pages/pages.jsonl": rows({"format": "json-pages-1.0"}, {"url": DAM, "text": "what a crawler saw"}),
        "indexes/index.cdx.gz": gzip.compress(b"com,example)/ 2031"),
        "archive/data.warc.gz": packed_records([record(DAM)]),
    }

    (page,) = pages_of(tmp_path, "x.wacz", zipped(files))

    assert page.name == f"x.wacz#archive/data.warc.gz#1 {DAM}"


# --- JSON lines ---


def test_a_row_is_a_page_with_what_its_fields_say(tmp_path: Path) -> None:
    row = {"headline": "Dam holds", "body": NEWS, "date": "2031-05-02T08:00:00Z", "source": "Harlow Post", "link": DAM}

    (page,) = pages_of(tmp_path, "x.jsonl", rows(row))

    assert (page.name, page.content.decode()) == (f"x.jsonl#1 {DAM}", NEWS)
    assert (page.told.title, page.told.site, page.told.url) == ("Dam holds", "Harlow Post", DAM)
    assert page.told.dates == (("field date", "2031-05-02T08:00:00Z"),)


def test_rows_are_known_without_a_name_that_says_so(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "-", rows({"text": NEWS}))

    assert page.name == "-#1"


def test_fields_can_be_named(tmp_path: Path) -> None:
    fields = read_fields("text=artikel, title=kop")

    (page,) = pages_of(tmp_path, "x.jsonl", rows({"artikel": NEWS, "kop": "Dam", "text": "no"}), fields=fields)

    assert (page.content.decode(), page.told.title) == (NEWS, "Dam")


@pytest.mark.parametrize("words", ["text", "text=", "words=body", "text=body,,", "=x"])
def test_fields_that_are_named_wrongly_are_said(words: str) -> None:
    with pytest.raises(BadFieldsError, match="OURS=YOURS"):
        read_fields(words)


@pytest.mark.parametrize("day", ["2 May 2031", "2031-05", "2031-02-30", "05/02/2031", "20310502"])
def test_a_day_that_is_not_written_in_full_is_a_problem_and_no_guess(tmp_path: Path, day: str) -> None:
    (page,) = pages_of(tmp_path, "x.jsonl", rows({"text": NEWS, "date": day}))

    assert (codes(page), page.told.dates) == (["bad_field"], ())
    assert page.content.decode() == NEWS


@pytest.mark.parametrize(
    "line", ["no json", "[1]", '{"title": "Dam"}', '{"text": ""}', '{"text": 5}', '{"text": "\\ud8"}']
)
def test_a_line_that_is_no_row_costs_only_itself(tmp_path: Path, line: str) -> None:
    pages = pages_of(tmp_path, "x.jsonl", rows({"text": NEWS}) + line + "\n\n" + rows({"text": NEWS}))

    assert [(page.name, codes(page)) for page in pages] == [
        ("x.jsonl#1", []),
        ("x.jsonl#2", ["unreadable"]),
        ("x.jsonl#4", []),
    ]


def test_a_row_of_markup_is_markup(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "x.jsonl", rows({"content": f"<p>{NEWS}</p>"}))

    assert page.media == "text/html; charset=utf-8"


def test_a_field_of_paragraphs_is_their_text(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "x.jsonl", rows({"text": ["One.", "Two."]}))

    assert page.content == b"One.\n\nTwo."


# --- what is known, and how far it is ---


def test_a_persons_word_is_found_by_the_address_of_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record(DAM))
    about = StoryAbout(pages={DAM: About(published=date(2031, 5, 1))})

    (page,) = gather_pages([tmp_path / "a.warc"], about=about, settings=Settings())

    assert page.about.published == date(2031, 5, 1)


def test_how_far_a_long_file_was_read_can_be_watched(tmp_path: Path) -> None:
    file, watch = tmp_path / "a.warc", Watch()
    file.write_bytes(b"".join(record(f"{DAM}/{n}", PAGE + "x" * 50_000) for n in range(100)))
    pages = gather_pages([file], settings=Settings(), watch=watch)
    assert watch.share is None

    shares = [watch.share or 0.0 for _ in pages]

    assert watch.place == str(file)
    assert shares == sorted(shares)
    assert 0 < shares[10] < 0.5
    assert watch.share == 1
