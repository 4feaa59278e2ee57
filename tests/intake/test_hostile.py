"""Files made to harm: each costs only itself, in bounded time and memory, and nothing is written anywhere."""

import gzip
import io
import struct
import tracemalloc
import zipfile
from email.message import Message
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archives import PAGE, codes, mail, packed_records, pages_of, pdf, record, rss, zipped
from reportedly.intake.pages import gather_pages
from reportedly.pipeline import read_page
from reportedly.records import RawPage
from reportedly.settings import Settings

NEWS = "At least 30 people died, Ada Kask said."


def good_of(pages: list[RawPage]) -> list[RawPage]:
    return [page for page in pages if page.content]


def test_a_zip_bomb_costs_only_itself(tmp_path: Path) -> None:
    bomb = zipped({"a.txt": NEWS, "bomb.txt": b"\0" * 300_000_000, "c.txt": NEWS})

    pages = pages_of(tmp_path, "bomb.zip", bomb, page_bytes=500_000_000)

    assert [(page.name, codes(page)) for page in pages] == [
        ("bomb.zip#a.txt", []),
        ("bomb.zip#bomb.txt", ["refused"]),
        ("bomb.zip#c.txt", []),
    ]
    assert "more than 100 times its size" in pages[1].problems[0].message


def test_a_bomb_is_never_in_memory(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * 300_000_000)
    tracemalloc.start()
    (page,) = pages_of(tmp_path, "bomb.txt.gz", bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert codes(page) == ["refused"]
    assert peak < 60_000_000


def test_many_bombs_spend_what_their_file_may_unpack_to(tmp_path: Path) -> None:
    bombs = zipped({f"{n:03}.txt": b"\0" * 9_000_000 for n in range(60)})

    pages = pages_of(tmp_path, "bombs.zip", bombs)

    assert codes(pages[-1]) == ["refused"]
    assert "bytes; the rest was left unread" in pages[-1].problems[0].message
    assert len(pages) < 30


def test_zips_in_zips_spend_one_budget(tmp_path: Path) -> None:
    inner = zipped({f"{n}.txt": b"\0" * 9_900_000 for n in range(8)})
    outer = zipped({f"{n}.zip": inner for n in range(8)})

    pages = pages_of(tmp_path, "outer.zip", zipped({"a.zip": outer, "b.zip": outer}))

    assert codes(pages[-1]) == ["refused"]


def test_files_packed_twenty_times_are_left(tmp_path: Path) -> None:
    content = PAGE.encode()
    for _ in range(20):
        content = gzip.compress(content)

    (page,) = pages_of(tmp_path, "deep.html.gz", content)

    assert codes(page) == ["refused"]
    assert "more than 5 deep" in page.problems[0].message


def test_names_in_a_zip_are_labels_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    names = ["../../up.txt", "/etc/abs.txt", "C:\\dos.txt", "..\\up.txt", "a/../../b.txt", "nul\x01\u202e.txt"]

    pages = pages_of(tmp_path / "in", "names.zip", zipped(dict.fromkeys(names, NEWS)))

    assert len(good_of(pages)) == len(names)
    assert all("\x01" not in page.name and "\u202e" not in page.name for page in pages)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "names.zip"]


def test_two_files_of_one_name_in_a_zip_are_two_pages(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.txt", "One, Ada Kask said.")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", "Two, Ada Kask said.")

    assert [page.name for page in pages_of(tmp_path, "x.zip", content.getvalue())] == ["x.zip#a.txt", "x.zip#a.txt~2"]


def test_a_zip_whose_list_of_files_is_endless_is_left(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": NEWS}))
    end = content.rfind(b"PK\x05\x06")
    struct.pack_into("<I", content, end + 12, 200_000_000)

    assert codes(pages_of(tmp_path, "x.zip", bytes(content))[-1]) == ["unreadable"]


def test_things_without_end_in_a_file_are_counted(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, "x.zip", zipped({f"{n}.txt": NEWS for n in range(10)}), members=4)

    assert [codes(page) for page in pages] == [[], [], [], [], ["refused"]]


def test_a_web_archive_that_is_cut_off_gives_what_stands_before(tmp_path: Path) -> None:
    content = record("https://harrow.example/1") + record("https://harrow.example/2")

    pages = pages_of(tmp_path, "cut.warc", content[:-100])

    assert [codes(page) for page in pages] == [[], ["damaged"]]
    assert "ends inside this page" in pages[1].problems[0].message


def test_a_packed_web_archive_that_is_cut_off_says_so(tmp_path: Path) -> None:
    content = packed_records(
        [
            record(f"https://harrow.example/{n}", b"".join(sha256(b"%d %d" % (n, i)).digest() for i in range(200)))
            for n in range(9)
        ]
    )

    pages = pages_of(tmp_path, "cut.warc.gz", content[:-2_000])

    assert len(good_of(pages)) == 8
    assert codes(pages[-1]) == ["unreadable"]


def test_junk_between_records_ends_a_web_archive(tmp_path: Path) -> None:
    content = record("https://harrow.example/1") + b"junk\r\n" * 50 + record("https://harrow.example/2")

    pages = pages_of(tmp_path, "junk.warc", content)

    assert [codes(page) for page in pages] == [[], ["unreadable"]]
    assert "after record 1" in pages[1].problems[0].message


def test_a_record_that_claims_to_be_endless_is_cut(tmp_path: Path) -> None:
    content = record("https://harrow.example/1")
    at = content.index(b"Content-Length: ")
    content = content[:at] + b"Content-Length: 999999999999\r\n\r\n" + content[content.index(b"\r\n\r\n", at) + 4 :]

    (page,) = pages_of(tmp_path, "long.warc", content)

    assert codes(page) == ["damaged"]


def test_a_record_that_unpacks_without_end_is_left(tmp_path: Path) -> None:
    bomb = record("https://harrow.example/1", gzip.compress(b" " * 90_000_000), headers="Content-Encoding: gzip\r\n")

    pages = pages_of(tmp_path, "bomb.warc", bomb + record("https://harrow.example/2"))

    assert [codes(page) for page in pages] == [["too_large"], []]


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7\n" + bytes(range(256)) * 50, b"%PDF-1.4", pdf([(40, 700, 9, NEWS)])[:200], b"%PDF-1.4\n%%EOF\n"],
)
def test_a_broken_pdf_is_a_problem(tmp_path: Path, content: bytes) -> None:
    (page,) = pages_of(tmp_path, "x.pdf", content)

    assert [problem.code for problem in read_page(page, Settings()).problems] == ["not_text"]


def test_entities_that_grow_are_not_grown(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    item = "<item><title>Dam</title><description>The dam &e11; held, Ada Kask said.</description></item>"
    feed = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{levels}]>' + rss(item).partition("?>")[2]

    pages = pages_of(tmp_path, "bomb.xml", feed)

    assert all(len(page.content) < 1_000 for page in pages)


def test_entities_that_point_elsewhere_are_not_asked_for(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    item = "<item><title>Dam</title><description>The dam &x; held, Ada Kask said.</description></item>"
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'

    pages = pages_of(tmp_path, "x.xml", f'<?xml version="1.0"?>{doctype}' + rss(item).partition("?>")[2])

    assert all(b"the secret" not in page.content for page in pages)
    assert b"held" in pages[0].content


def test_a_long_feed_is_read_piece_by_piece(tmp_path: Path) -> None:
    item = (
        "<item><link>https://harlowpost.example/{}</link><description>The dam held, Ada Kask said.</description></item>"
    )
    file = tmp_path / "long.xml"
    file.write_text(rss(*(item.format(n) for n in range(10_000))))
    tracemalloc.start()
    count = sum(1 for _ in gather_pages([file], settings=Settings()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 10_000
    assert peak < 6_000_000  # all entries as markup take three times as much


@pytest.mark.parametrize("end", [-8, -4], ids=["another sum", "another length"])
def test_a_packed_page_that_lies_about_itself_is_read_with_a_problem(tmp_path: Path, end: int) -> None:
    content = bytearray(gzip.compress(PAGE.encode()))
    content[end] ^= 0xFF

    (page,) = pages_of(tmp_path, "x.html.gz", bytes(content))

    assert (page.content, codes(page)) == (PAGE.encode(), ["damaged"])
    assert read_page(page, Settings(rules_only=True)).figures


def test_a_packed_page_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(20_000))

    (page,) = pages_of(tmp_path, "x.txt.gz", gzip.compress(words.encode())[:-2_000])

    assert codes(page) == ["damaged"]
    assert words.encode().startswith(page.content[:10_000])


def test_a_mail_of_ten_thousand_parts_in_parts_is_a_problem(tmp_path: Path) -> None:
    heads = "".join(f"--b{n}\r\nContent-Type: multipart/mixed; boundary=b{n + 1}\r\n\r\n" for n in range(10_000))

    (page,) = pages_of(tmp_path, "x.eml", mail(heads, media="multipart/mixed; boundary=b0"))

    assert codes(page) == ["unreadable"]


def test_a_mail_of_many_parts_is_a_problem(tmp_path: Path) -> None:
    parts = "--b\r\nContent-Type: text/plain\r\n\r\nword\r\n" * 10_000 + "--b--"

    (page,) = pages_of(tmp_path, "x.eml", mail(parts, media="multipart/mixed; boundary=b"))

    assert codes(page) == ["unreadable"]


def test_mails_in_mails_are_left_where_they_are_too_deep(tmp_path: Path) -> None:
    content = mail(NEWS)
    for n in range(9):
        inner = f"--b{n}\r\nContent-Type: message/rfc822\r\n\r\n{content}\r\n--b{n}--"
        content = mail(inner, media=f"multipart/mixed; boundary=b{n}")

    pages = pages_of(tmp_path, "x.eml", content)

    assert "refused" in [code for page in pages for code in codes(page)]


def test_a_line_of_a_hundred_megabytes_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    with file.open("wb") as out:
        out.write(b'{"text": "' + NEWS.encode() + b'"}\n{"text": "')
        for _ in range(100):
            out.write(b"x" * 1_000_000)
        out.write(b'"}\n{"text": "' + NEWS.encode() + b'"}\n')
    tracemalloc.start()
    pages = list(gather_pages([file], settings=Settings()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [(page.name, codes(page)) for page in pages] == [
        ("x.jsonl#1", []),
        ("x.jsonl#2", ["too_large"]),
        ("x.jsonl#3", []),
    ]
    assert peak < 90_000_000


def test_lines_that_are_no_rows_do_not_make_problems_without_end(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, "x.jsonl", "no row\n" * 5_000)

    assert len(pages) == 101
    assert "the rest was left unread" in pages[-1].problems[0].message


def test_json_nested_without_end_is_a_problem(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "x.jsonl", '{"text": ' + "[" * 1_000_000)

    assert codes(page) == ["unreadable"]


STARTS = [
    record("https://harrow.example/1") * 2,
    packed_records([record("https://harrow.example/1")] * 2),
    zipped({"a.txt": NEWS, "b.html": PAGE}),
    gzip.compress(PAGE.encode()),
    rss(f"<item><title>Dam</title><description>{NEWS}</description></item>").encode(),
    mail("--b\r\nContent-Type: text/html\r\n\r\n" + PAGE + "\r\n--b--", media="multipart/mixed; boundary=b").encode(),
    f'{{"text": "{NEWS}"}}\n'.encode() * 3,
    pdf([(40, 700, 9, NEWS)]),
]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from(STARTS),
    changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 60), st.binary(max_size=30)), max_size=5),
)
def test_bytes_of_any_kind_give_pages_or_problems(
    tmp_path: Path, start: bytes, changes: list[tuple[int, int, bytes]]
) -> None:
    content = bytearray(start)
    for at, gone, come in changes:
        place = at % len(content) if content else 0
        content[place : place + gone] = come

    pages = pages_of(tmp_path, "any.bin", bytes(content))

    assert pages
    assert all(page.content or page.problems for page in pages)
    assert len({page.name for page in pages}) == len(pages)


def test_a_header_that_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    letter = Message()
    letter["Subject"] = "=?bogus?q?=FF=FE?= =?utf-8?b?!!!?="
    letter["Date"] = "the day before the feast"
    letter["From"] = "<<>>,,;;"
    letter["Message-ID"] = "<1@harlow.example>"
    letter.set_payload(NEWS)

    (page,) = pages_of(tmp_path, "x.eml", letter.as_bytes())

    assert page.content.decode() == NEWS
    assert page.captured is None
