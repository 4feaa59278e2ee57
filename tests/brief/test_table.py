import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from builders import day, figure, hop, published, reading, statement
from reportedly.brief.table import TableForm, render_table
from reportedly.forms import schema_of
from reportedly.pipeline import tabulate_readings
from reportedly.records import Basis, FigureTable, Measure, Reading, Role, Tense, When

TEXT = "Flood in Sarn\n\nAt least 12 people died, Ada Kask said. Of the hurt, 30 are in hospital."


def a_page(name: str = "a.txt", text: str = TEXT, on: str = "2025-03-11") -> Reading:
    said = statement(
        text,
        "At least 12 people died",
        chain=(hop("Ada Kask"), hop("Norpress", Role.RELAYER), hop("Sarn Post", Role.PUBLISHER)),
    )
    figures = [
        figure(text, "At least 12", 12, None, statement="s1", party="Ada Kask", as_of=day("2025-03-10")),
        figure(text, "30", 30, 30, id="f2", measure=Measure.INJURED, counted=None),
    ]
    return reading(name, text, outlet="Sarn Post", figures=figures, statements=(said,), published=published(on))


def as_csv(*pages: Reading) -> list[dict[str, str]]:
    written = render_table(tabulate_readings(pages), form=TableForm.CSV)
    return list(csv.DictReader(io.StringIO(written)))


def test_a_row_has_its_page_its_quotation_its_span_and_its_chain() -> None:
    row, _ = as_csv(a_page())

    assert (row["page"], row["low"], row["high"]) == ("a.txt", "12", "")
    assert row["quotation"] == "At least 12 people died, Ada Kask said."
    assert TEXT[int(row["start"]) : int(row["end"])] == "At least 12"
    assert TEXT[int(row["quotation_start"]) : int(row["quotation_end"])] == row["quotation"]
    assert row["chain"] == "Ada Kask < Norpress < Sarn Post"
    assert (row["as_of"], row["as_of_to"]) == ("2025-03-10", "2025-03-10")


def test_days_that_only_a_tense_gives_are_marked_with_it() -> None:
    page = a_page()
    told = replace(
        page.figures[0],
        valid=When(edtf="../2025-03-10", earliest=None, latest=date(2025, 3, 10), basis=Basis.INFERRED),
        tense=Tense.PAST,
    )
    row, other = as_csv(replace(page, figures=(told, page.figures[1])))

    assert (row["valid"], row["valid_to"], row["tense"], other["tense"]) == ("../2025-03-10", "2025-03-10", "past", "")


def test_a_number_that_nobody_is_named_for_has_no_chain() -> None:
    _, row = as_csv(a_page())

    assert row["chain"] == ""


def test_only_the_measure_that_was_asked_for_is_listed() -> None:
    table = tabulate_readings([a_page()], measures=[Measure.INJURED])

    assert [row.figure.id for row in table.rows] == ["f2"]


def test_a_page_of_a_later_day_is_left_out_and_named() -> None:
    table = tabulate_readings([a_page(), a_page("b.txt", on="2025-03-14")], as_of=date(2025, 3, 12))

    assert {row.page for row in table.rows} == {"a.txt"}
    assert [problem.page for problem in table.problems] == ["b.txt"]


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_no_cell_of_csv_is_a_formula(opening: str) -> None:
    words = f'{opening}HYPERLINK("http://sarn.example";12) people died in Sarn.'
    page = reading(f"{opening}cmd.txt", f"Flood\n\n{words}", figures=[figure(f"Flood\n\n{words}", "12", 12, 12)])

    (row,) = as_csv(page)
    assert row["quotation"] == f"'{words}"
    assert row["page"] == f"'{opening}cmd.txt"


def test_a_number_below_nought_stays_a_number() -> None:
    page = reading(
        "a.txt", "Frost\n\nIt was -2.5.", figures=[figure("Frost\n\nIt was -2.5.", "-2.5", Decimal("-2.5"), None)]
    )

    (row,) = as_csv(page)
    assert (row["low"], row["words"]) == ("-2.5", "'-2.5")


@settings(deadline=None)
@given(st.text(min_size=1))
def test_every_row_of_csv_has_every_column(words: str) -> None:
    text = f"Flood\n\n{words} 12 died"
    page = reading("a.txt", text, outlet=words, figures=[figure(text, "12", 12, 12, who=words, place=words)])

    header, row = csv.reader(io.StringIO(render_table(tabulate_readings([page]), form=TableForm.CSV)))
    assert len(row) == len(header)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_json_keeps_to_its_schema() -> None:
    form = json.loads(render_table(tabulate_readings([a_page()]), form=TableForm.JSON))

    Draft202012Validator(schema_of(FigureTable)).validate(form)
    assert form["rows"][0]["figure"]["span"] == [15, 26]
    assert [one["party"] for one in form["rows"][0]["chain"]] == ["Ada Kask", "Norpress", "Sarn Post"]


def test_the_terminal_form_keeps_to_eighty_columns() -> None:
    shown = render_table(tabulate_readings([a_page()]), form=TableForm.TEXT)

    assert "f1 At least 12 people killed" in shown
    assert "Ada Kask < Norpress < Sarn Post, as of 10 March 2025" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_where_nothing_is_counted_the_table_says_so() -> None:
    page = reading("a.txt", "Flood\n\nThe water rose.")

    assert render_table(tabulate_readings([page]), form=TableForm.TEXT) == "No figures.\n"
