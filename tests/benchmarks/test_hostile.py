import pytest
from harm import find_harm, live_parts, terminal_commands
from hostile import Hunt
from mutations import MOST_BYTES, mutate_page, read_seeds

from benchmarks.dying import die_at_three

PAGES = 40


def test_a_hostile_page_is_the_same_every_time() -> None:
    seeds = read_seeds()

    assert [mutate_page(seeds, n) for n in range(20)] == [mutate_page(seeds, n) for n in range(20)]


def test_hostile_pages_differ_and_have_a_limit() -> None:
    pages = [mutate_page(read_seeds(), n) for n in range(200)]

    assert len(set(pages)) > 190
    assert max(map(len, pages)) <= MOST_BYTES


@pytest.mark.parametrize("number", range(PAGES))
def test_a_hostile_page_does_no_harm(number: int) -> None:
    why, _ = find_harm(mutate_page(read_seeds(), number))

    assert why == ""


@pytest.mark.parametrize(
    "html",
    ["<p><script>x</script></p>", '<p onclick="x">y</p>', '<a href="javascript:x">y</a>', "<p>left open", "</p>"],
)
def test_what_would_run_or_break_the_brief_is_harm(html: str) -> None:
    assert list(live_parts(html))


def test_a_quiet_page_is_no_harm() -> None:
    assert list(live_parts('<main><p class="x">Two hurt <a href="#p1">1</a><br></p></main>')) == []


def test_what_a_terminal_obeys_is_harm() -> None:
    assert list(terminal_commands("two\n\x1b[2Jhurt \u202eyad")) == ["\x1b", "\u202e"]


def test_a_worker_that_dies_is_named_and_the_next_page_is_read() -> None:
    hunt = Hunt(first=0, pages=6, workers=1, read=die_at_three)

    assert [(harm.number, harm.why) for harm in hunt.run()] == [(3, "the reader died (7)")]
    assert hunt.pages_read == 5
