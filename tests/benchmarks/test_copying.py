"""Copies among invented pages, against how they were made."""

import pytest
from copying import adjusted_rand, make_pages, report

from reportedly.assess.copies import Shared, find_shared
from reportedly.assess.joins import Joins


def figures(lines: list[str]) -> dict[str, float]:
    return {what: float(figure.split()[0]) for what, _, figure in (line.partition(": ") for line in lines)}


def test_most_of_what_was_copied_is_found_and_little_else() -> None:
    made = make_pages(1500)
    found = figures(list(report(made, find_shared(iter(made.texts)))))

    assert found["precision of copies"] >= 98
    assert found["recall of near"] >= 85
    assert found["recall of shortened"] >= 85
    assert found["recall of lifted passages"] >= 95


def test_finding_nothing_is_worth_nothing() -> None:
    made = make_pages(300)
    found = figures([line for line in report(made, Shared(copies=(), passages=())) if "none" not in line])

    assert found["recall of near"] == 0
    assert found["adjusted Rand index of copies"] == pytest.approx(0)


def test_the_same_pages_are_made_from_the_same_seed() -> None:
    assert make_pages(60) == make_pages(60)


def test_two_equal_ways_to_group_agree_wholly() -> None:
    names = ["a", "b", "c", "d"]
    groups = Joins(names)
    groups.join("a", "b")

    assert adjusted_rand(groups, groups, names) == pytest.approx(1)
