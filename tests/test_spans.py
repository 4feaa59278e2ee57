import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.spans import Span, hull

edges = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))


def test_a_span_gives_its_words() -> None:
    assert Span(4, 10).of("The Harlow Post") == "Harlow"


@pytest.mark.parametrize(("other", "shared"), [(Span(5, 8), False), (Span(4, 8), True), (Span(0, 2), False)])
def test_spans_that_only_touch_do_not_overlap(other: Span, shared: bool) -> None:  # noqa: FBT001
    assert Span(2, 5).overlaps(other) is shared


def test_stripping_drops_white_space_at_both_edges() -> None:
    text = "a  brief \n"

    assert Span(1, 10).stripped(text) == Span(3, 8)


def test_stripping_white_space_alone_leaves_an_empty_span() -> None:
    assert Span(0, 3).stripped("   ") == Span(3, 3)


@given(st.lists(edges, min_size=1))
def test_a_hull_contains_every_span(spans: list[Span]) -> None:
    around = hull(spans)

    assert all(around.contains(span) for span in spans)


@given(edges, edges)
def test_overlap_goes_both_ways(a: Span, b: Span) -> None:
    assert a.overlaps(b) is b.overlaps(a)


@given(edges, st.integers(0, 9))
def test_shifting_keeps_the_length(span: Span, offset: int) -> None:
    moved = span.shifted(offset)

    assert moved.end - moved.start == span.end - span.start
