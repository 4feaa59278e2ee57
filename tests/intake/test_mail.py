from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archives import PAGE, codes, mail, pages_of

NEWS = "At least 30 people died, Ada Kask said."
BOTH = (
    f"--b\r\nContent-Type: text/plain\r\n\r\n{NEWS}\r\n"
    f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}\r\n--b--"
)
SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harlow.example/dam\r\nSubject: Dam\r\n"
    "Date: Tue, 4 Mar 2031 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    f"--b\r\nContent-Type: text/html\r\nContent-Location: https://harlow.example/dam\r\n\r\n{PAGE}\r\n"
    "--b\r\nContent-Type: text/html\r\nContent-Location: cid:frame\r\n\r\n<p>An advert</p>\r\n"
    "--b\r\nContent-Type: image/png\r\nContent-Location: https://harlow.example/p.png\r\n\r\nxx\r\n--b--\r\n"
)


def test_a_newsletter_is_its_html_part_with_its_day_and_sender(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "letter.eml", mail(BOTH, media="multipart/alternative; boundary=b"))

    assert (page.name, page.content.decode()) == ("letter.eml", PAGE)
    assert (page.told.title, page.told.site) == ("Bridge falls at Sarn", "Harlow Briefing")
    assert page.told.dates == (("mail Date", "Tue, 4 Mar 2031 08:00:00 +0100"),)
    assert page.captured is None


def test_a_mail_is_known_without_a_name_that_says_so(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "letter", mail(NEWS))

    assert page.told.title == "Bridge falls at Sarn"


@pytest.mark.parametrize("text", ["From: Ada\nSubject: Dam\n\nThe dam held.", "Note: this.\n\nThe dam.", "From Ada\nx"])
def test_a_text_that_looks_like_a_mail_is_a_text(tmp_path: Path, text: str) -> None:
    (page,) = pages_of(tmp_path, "note.txt", text)

    assert page.content.decode() == text


def test_what_is_attached_to_a_mail_is_a_page_too(tmp_path: Path) -> None:
    attached = b64encode(PAGE.encode()).decode()
    parts = (
        f"--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n"
        f"--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=a.html\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{attached}\r\n"
        f"--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=p.png\r\n\r\nxx\r\n"
        f"--b\r\nContent-Type: message/rfc822\r\n\r\n{mail(NEWS)}\r\n--b--"
    )

    pages = pages_of(tmp_path, "x.eml", mail(parts, media="multipart/mixed; boundary=b"))

    assert [page.name for page in pages] == ["x.eml", "x.eml#a.html", "x.eml#mail"]
    assert pages[1].content.decode() == PAGE
    assert pages[2].content.decode().strip() == NEWS


def test_the_encoding_of_a_part_is_told(tmp_path: Path) -> None:
    letter = mail("Мост упал.", media="text/plain; charset=koi8-r").encode("koi8-r")

    (page,) = pages_of(tmp_path, "x.eml", letter)

    assert page.media == "text/plain; charset=koi8-r"


def test_a_subject_in_words_of_mail_is_decoded(tmp_path: Path) -> None:
    letter = mail(NEWS).replace("Bridge falls at Sarn", "=?utf-8?q?Br=C3=BCcke?= falls")

    (page,) = pages_of(tmp_path, "x.eml", letter)

    assert page.told.title == "Brücke falls"


def test_a_mail_without_words_is_a_problem(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "x.eml", mail("", media="image/png"))

    assert codes(page) == ["empty"]


def test_a_mail_that_is_too_large_is_a_problem(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "x.eml", mail(NEWS * 100), page_bytes=500)

    assert "larger than 500 bytes" in page.problems[0].message


def test_a_saved_web_page_has_its_address_and_the_time_of_saving(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "dam.mhtml", SAVED)

    assert (page.name, page.content.decode(), page.told.url) == ("dam.mhtml", PAGE, "https://harlow.example/dam")
    assert page.captured == datetime(2031, 3, 4, 8, tzinfo=UTC)
    assert page.told.captures == (("MHTML Date", "Tue, 4 Mar 2031 08:00:00 -0000"),)
    assert page.told.dates == ()


def test_a_web_page_saved_by_another_browser_is_known_by_its_parts(tmp_path: Path) -> None:
    other = SAVED.replace("From: <Saved by Blink>", "X-Program: other").replace(
        "Snapshot-Content-Location", "X-Location"
    )

    (page,) = pages_of(tmp_path, "dam.mht", other)

    assert (page.content.decode(), page.told.url) == (PAGE, "https://harlow.example/dam")


def test_a_newsletter_with_its_pictures_is_a_mail(tmp_path: Path) -> None:
    letter = mail(BOTH, media="multipart/related; boundary=b", headers="To: you@harlow.example\r\n")

    (page,) = pages_of(tmp_path, "x.eml", letter)

    assert page.told.site == "Harlow Briefing"


def test_a_saved_page_without_a_page_is_a_problem(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "x.mhtml", SAVED.replace("text/html", "text/css"))

    assert codes(page) == ["no_pages"]


def test_a_mailbox_says_what_to_do(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "all.mbox", "From x\n" + mail(NEWS))

    assert "as .eml files" in page.problems[0].message
