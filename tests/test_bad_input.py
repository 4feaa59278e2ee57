"""Bad pages, one at a time and together with a good one: each has its problem, and the good page is always read."""

import json
from pathlib import Path

import pytest
from harm import spans_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.cli import main
from reportedly.forms import to_json
from reportedly.pipeline import read_page
from reportedly.records import RawPage, Reading
from reportedly.settings import Settings

GOOD = """Bridge falls at Sarn

At least 30 people died when a bridge fell at Sarn on Monday, the mayor, Ada Kask, said.

Rescue workers were still looking for survivors on the banks of the river, she added.
"""
RUSSIAN = (
    "Мост обрушился в городе Сарн\n\nПо меньшей мере тридцать человек погибли, когда в понедельник обрушился мост, "
    "сообщила мэр города Ада Каск. Спасатели продолжают искать выживших на берегах реки.\n"
)
FRENCH = (
    "Un pont s'effondre à Sarn\n\nAu moins trente personnes sont mortes lundi lorsqu'un pont s'est effondré, a déclaré "
    "la maire de la ville. Les secouristes cherchent toujours des survivants sur les rives du fleuve.\n"
)


def read_with_good(
    folder: Path, name: str, content: bytes, capsys: pytest.CaptureFixture[str]
) -> tuple[int, dict[str, dict]]:  # type: ignore[type-arg]  # JSON
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / name).write_bytes(content)
    status = main(["read", str(folder), "--format", "jsonl"])
    forms = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return status, {form["page"]["name"]: form for form in forms}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20, "not_text"),
        ("zeros.txt", b"\0" * 5000, "not_text"),
        ("large.txt", b"word " * 10_000_001, "too_large"),
        ("french.txt", FRENCH.encode(), "language"),
        ("cyrillic.txt", RUSSIAN.encode("windows-1251"), "language"),
    ],
)
def test_a_bad_page_has_its_problem_and_the_good_one_is_read(
    name: str, content: bytes, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, forms = read_with_good(tmp_path, name, content, capsys)

    assert status == 1
    assert code in [problem["code"] for problem in forms[name]["problems"]]
    assert forms[name]["statements"] == forms[name]["figures"] == []
    assert forms["good.txt"]["figures"]


def test_a_link_to_nowhere_is_an_unreadable_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")

    status, forms = read_with_good(tmp_path, "good.txt", GOOD.encode(), capsys)

    assert status == 1
    assert forms["gone.txt"]["problems"][0]["code"] == "unreadable"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_english_text_is_read_in_any_unicode_encoding(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, forms = read_with_good(tmp_path, "wide.txt", GOOD.encode(encoding), capsys)

    assert status == 0
    assert forms["wide.txt"]["text"] == GOOD


def test_windows_text_is_decoded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = GOOD.replace("Rescue", "“Rescue”").replace("river", "café’s river")

    _, forms = read_with_good(tmp_path, "windows.txt", words.encode("windows-1252"), capsys)

    assert forms["windows.txt"]["text"] == words


def test_cyrillic_windows_text_is_decoded_though_it_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, forms = read_with_good(tmp_path, "cyrillic.txt", RUSSIAN.encode("windows-1251"), capsys)

    assert forms["cyrillic.txt"]["text"] == RUSSIAN
    assert forms["cyrillic.txt"]["page"]["language"] == "ru"


def test_broken_html_is_read_as_far_as_it_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "".join(f"<p>{line}" for line in GOOD.splitlines() if line)
    broken = (
        f"<html><head><title>Bridge falls<body><article><div><h1>Bridge falls at Sarn{body}</b></td><script>if (a<b"
    )

    _, forms = read_with_good(tmp_path, "broken.html", broken.encode(), capsys)

    assert any(figure["low"] == 30 for figure in forms["broken.html"]["figures"])


def test_markup_nested_a_hundred_thousand_deep_costs_only_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deep = b"<html><body>" + b"<div>" * 100_000 + b"<p>" + GOOD.encode()

    _, forms = read_with_good(tmp_path, "deep.html", deep, capsys)

    assert set(forms) == {"deep.html", "good.txt"}
    assert forms["good.txt"]["figures"]


@pytest.mark.parametrize("text", [GOOD.replace("\n", " ") * 30_000, "word\n" * 100_000], ids=["one line", "many lines"])
def test_a_page_without_end_is_read_up_to_a_limit(text: str) -> None:
    raw = RawPage(name="long.txt", content=text.encode(), sha256="0" * 64)

    reading = read_page(raw, Settings(page_characters=20_000))

    assert "too_long" in {problem.code for problem in reading.problems}
    assert all(paragraph.end <= 20_000 for paragraph in reading.page.paragraphs)


def test_an_unknown_date_stays_unknown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, forms = read_with_good(tmp_path, "good.txt", GOOD.encode(), capsys)

    assert forms["good.txt"]["page"]["published"]["basis"] == "unknown"
    assert forms["good.txt"]["times"][0]["earliest"] is None


NEWS_WORDS = """said that "at least 30 people were killed on Friday , Ada Kask told Norpress . According to he they had
not commented ” “ more than 1,000 soldiers may have been sent in mid-January The ministry denied it ) ( - — % $ 5m"""
WORDS = st.sampled_from([*NEWS_WORDS.split(), "\n\n"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_every_span_lies_in_its_text_and_a_reading_is_the_same_twice(text: str) -> None:
    raw = RawPage(name="any.txt", content=text.encode(errors="surrogatepass"), sha256="0" * 64)

    reading = read_page(raw, Settings(plain=True))

    assert "failed" not in {problem.code for problem in reading.problems}, reading.problems
    assert read_page(raw, Settings(plain=True)) == reading
    assert all(0 <= start <= end <= len(reading.text) for start, end in _record_spans(reading))


def _record_spans(reading: Reading) -> list[tuple[int, int]]:
    return list(spans_in(json.loads(to_json(reading))))
