from hypothesis import given
from hypothesis import strategies as st

from reportedly.assess.joins import Joins


def test_pairs_that_share_an_item_are_one_group() -> None:
    joins = Joins("abcd")
    joins.join("c", "a")
    joins.join("c", "d")

    assert joins.groups() == (("a", "c", "d"), ("b",))


def test_an_item_not_seen_before_is_added() -> None:
    joins = Joins[str]()
    joins.join("a", "b")

    assert "a" in joins
    assert "c" not in joins
    assert joins.first_of("b") == "a"


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_every_item_is_in_one_group(pairs: list[tuple[int, int]]) -> None:
    joins = Joins(range(21))
    for one, other in pairs:
        joins.join(one, other)

    assert sorted(item for group in joins.groups() for item in group) == list(range(21))
    assert all(joins.first_of(a) == joins.first_of(b) for a, b in pairs)
