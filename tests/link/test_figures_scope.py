"""Whom a count takes in or leaves out by its own words."""

import pytest

from builders import parsed
from reportedly.link.figures import link_figures
from reportedly.read.quantities import find_quantities
from reportedly.records import UNKNOWN_DATE, Figure, Masthead, ScopeKind


def figures(text: str) -> tuple[Figure, ...]:
    sentences = parsed(text)
    return link_figures(text, sentences, find_quantities(text, sentences, ()), (), (), (), Masthead(), UNKNOWN_DATE)


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Four people were killed, including the gunman.", ScopeKind.INCLUDING, "the gunman"),
        ("Five people, including the gunman, died in Sarn.", ScopeKind.INCLUDING, "the gunman"),
        ("Twelve people died, excluding the attacker, police said.", ScopeKind.EXCLUDING, "the attacker"),
        ("Four people were killed, not including the gunman.", ScopeKind.EXCLUDING, "the gunman"),
        ("The death toll of 12 does not include the gunman.", ScopeKind.EXCLUDING, "the gunman"),
    ],
)
def test_whom_a_count_takes_in_or_leaves_out_is_kept(text: str, kind: ScopeKind, who: str) -> None:
    (figure,) = figures(text)

    assert figure.scope is not None
    assert (figure.scope.kind, figure.scope.who) == (kind, who)
    assert figure.scope.span.of(text).endswith(who)


def test_a_part_with_a_number_is_no_scope() -> None:
    assert not any(figure.scope for figure in figures("Eight people were killed, including two children."))


def test_a_count_of_things_has_no_scope() -> None:
    assert not any(figure.scope for figure in figures("Police took 12 papers, including the deed."))


def test_the_nearest_count_before_the_words_has_them() -> None:
    killed, hurt = figures("Four people were killed and six injured, including the gunman.")

    assert killed.scope is None
    assert hurt.scope is not None
