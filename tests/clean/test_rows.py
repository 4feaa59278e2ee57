from hypothesis import given
from hypothesis import strategies as st

from reportedly.clean.lines import find_lines
from reportedly.clean.rows import find_rows


def rows_of(*lines: str) -> list[str]:
    found = find_lines("\n".join(lines))
    return [found[i].text for i in sorted(find_rows(found))]


def test_lines_of_as_many_cells_are_rows_of_a_table() -> None:
    table = ("District | Killed | Injured", "Harrow | 12 | 40", "Orsk | 3 | 9")

    assert rows_of("Many were hurt.", *table, "It rained.") == [*table]


def test_cells_may_be_parted_by_tabs() -> None:
    assert rows_of("Harrow\t12", "Orsk\t3") == ["Harrow\t12", "Orsk\t3"]


def test_a_menu_is_no_table() -> None:
    assert rows_of("Home | News | Sport", "About | Help | Jobs") == []


def test_one_line_with_bars_is_no_table() -> None:
    assert rows_of("Harrow | 12 | 40", "It rained.") == []


def test_numbered_lines_one_after_another_are_a_list() -> None:
    listed = ("1) Keep away from the river", "2) Leave the valley", "3) Boil water")

    assert rows_of("What to do:", *listed) == [*listed]


def test_a_list_may_have_a_line_between_its_entries() -> None:
    assert rows_of("1. Harrow", "Twelve died.", "2. Orsk", "Three died.", "3. Tansy") == [
        "1. Harrow",
        "2. Orsk",
        "3. Tansy",
    ]


def test_two_numbers_or_numbers_out_of_order_are_no_list() -> None:
    assert rows_of("1. Harrow", "2. Orsk") == []
    assert rows_of("1. Harrow", "3. Orsk", "2. Tansy") == []


@given(st.lists(st.sampled_from(["1. Harrow", "2. Orsk", "3. Tansy", "a | 1", "b | 2", "It rained."]), max_size=12))
def test_rows_are_lines_of_the_text(lines: list[str]) -> None:
    assert find_rows(find_lines("\n".join(lines))) <= {*range(len(lines))}
