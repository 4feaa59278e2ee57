import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from builders import day, figure, published, reading, statement
from reportedly.forms import from_json, schema_of, to_json
from reportedly.records import Brief, FigureTable, Reading

TEXT = "Flood in Sarn\n\nAt least 300 people died, Ada Kask said."
SCHEMAS = Path(__file__).parents[1] / "docs" / "reference"


def a_reading(name: str = "a.txt") -> Reading:
    return reading(
        name,
        TEXT,
        figures=[figure(TEXT, "At least 300", 300, None, valid=day("2025-03-10"))],
        statements=(statement(TEXT, "At least 300 people died", speaker="Ada Kask"),),
        published=published("2025-03-11"),
    )


@given(st.text())
def test_a_reading_comes_back_as_it_went(name: str) -> None:
    gone = a_reading(name)

    assert from_json(to_json(gone), Reading) == gone


def test_the_form_has_spans_as_pairs_days_as_iso_and_unknowns_as_null() -> None:
    form = json.loads(to_json(a_reading()))

    assert form["figures"][0]["span"] == [15, 27]
    assert form["figures"][0]["high"] is None
    assert form["figures"][0]["valid"]["earliest"] == "2025-03-10"


def test_a_fraction_is_a_number_and_comes_back_exact() -> None:
    gone = reading("a.txt", TEXT, figures=[figure(TEXT, "300", Decimal("2.70"), Decimal("2.70"))])

    assert json.loads(to_json(gone))["figures"][0]["low"] == 2.7
    assert from_json(to_json(gone), Reading) == gone
    Draft202012Validator(schema_of(Reading)).validate(json.loads(to_json(gone)))


def test_a_form_is_one_line() -> None:
    assert b"\n" not in to_json(a_reading())


@pytest.mark.parametrize(("name", "form"), [("reading", Reading), ("brief", Brief), ("figures", FigureTable)])
def test_the_published_schema_is_the_forms_own(name: str, form: type[Reading | Brief | FigureTable]) -> None:
    kept = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))

    assert kept == json.loads(json.dumps(schema_of(form)))


def test_a_reading_keeps_to_its_schema() -> None:
    Draft202012Validator(schema_of(Reading)).validate(json.loads(to_json(a_reading())))


def test_the_schema_refuses_a_made_up_measure() -> None:
    form = json.loads(to_json(a_reading()))
    form["figures"][0]["measure"] = "vibes"

    assert not Draft202012Validator(schema_of(Reading)).is_valid(form)


def keys_of(schema: dict[str, Any]) -> set[str]:
    """Return the keys of every record of a schema."""
    return {key for record in schema["$defs"].values() for key in record.get("properties", ())}


@pytest.mark.parametrize(("name", "form"), [("reading", Reading), ("brief", Brief), ("figures", FigureTable)])
def test_the_reference_names_every_key_of_the_form(name: str, form: type[Reading | Brief | FigureTable]) -> None:
    words = set(re.findall(r"\w+", (SCHEMAS / f"{name}.md").read_text(encoding="utf-8")))

    assert keys_of(schema_of(form)) - words == set()


def test_the_documentation_links_every_page() -> None:
    docs = SCHEMAS.parent
    linked = set(re.findall(r"\]\(([\w/.-]+\.md)\)", (docs / "README.md").read_text(encoding="utf-8")))

    assert {str(page.relative_to(docs)) for page in docs.rglob("*.md")} - linked == {"README.md"}
