import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.clean.decode import decode_page

RUSSIAN = "Офицер заявил, что мост разрушен. Погибли трое."
FRENCH = "Le général a déclaré que l’armée était prête."


def codes(content: bytes) -> list[str]:
    return [problem.code for problem in decode_page(content)[1]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, "The dam held.\r\nAll is well.\r\n"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str, text: str) -> None:
    assert decode_page(text.encode(encoding)) == (text, ())


@pytest.mark.parametrize(("encoding", "text"), [("cp1251", RUSSIAN), ("koi8_u", RUSSIAN), ("cp1252", FRENCH)])
def test_an_encoding_that_is_not_said_is_guessed_from_the_letters(encoding: str, text: str) -> None:
    found, problems = decode_page(text.encode(encoding))

    assert found == text
    assert [problem.code for problem in problems] == ["guessed_encoding"]


@pytest.mark.parametrize(
    ("declared", "encoding"), [("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("shift_jis", "shift_jis")]
)
def test_an_encoding_that_the_page_declares_is_taken(declared: str, encoding: str) -> None:
    word = {"cp1251": "мост", "cp1252": "l’armée", "shift_jis": "日本"}[encoding]
    page = f'<html><meta charset="{declared}"><p>{word}</p>'

    assert decode_page(page.encode(encoding)) == (page, ())


def test_bytes_in_utf_8_are_that_whatever_the_page_declares() -> None:
    page = '<html><meta charset="windows-1251"><p>мост</p>'

    assert decode_page(page.encode()) == (page, ())


def test_a_declared_encoding_that_does_not_exist_is_passed_over() -> None:
    assert codes('<html><meta charset="harlow-8"><p>général</p>'.encode("cp1252")) == ["guessed_encoding"]


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 The dam", b"\x89PNG\r\n", b"PK\x03\x04abc", b"\x00\x01\x02\x03" * 9, b"abc\x00def", b"ab\x01\x02" * 50],
)
def test_what_is_no_text_is_said(content: bytes) -> None:
    text, problems = decode_page(content)

    assert text == ""
    assert [problem.code for problem in problems] == ["not_text"]


def test_a_damaged_letter_among_many_is_replaced_and_said() -> None:
    text, problems = decode_page((RUSSIAN * 50).encode() + b"\xd0")

    assert text == RUSSIAN * 50 + "�"
    assert [problem.code for problem in problems] == ["damaged_text"]


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    text, problems = decode_page(content)

    assert (text, problems) == decode_page(content)
    assert text or problems or not content.strip(b"\xef\xbb\xbf\xff\xfe\x00")


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])))
def test_any_text_comes_back_unchanged(text: str) -> None:
    assert decode_page(text.encode("utf-8-sig")) == (text, ())
