"""The public JSON forms: records to JSON and back, and their JSON Schema.

The forms are the records `Reading`, `Brief` and `FigureTable`; docs/reference has a page and a schema of each.
"""

from typing import Any, TypeVar

import msgspec

from reportedly.records import Brief, FigureTable, Found, Reading

Form = TypeVar("Form", Reading, Brief, FigureTable)

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def to_json(form: Reading | Brief | FigureTable | Found) -> bytes:
    """Return the record as one line of UTF-8 JSON. Days are YYYY-MM-DD, spans `[start, end]`, unknowns null."""
    return _ENCODER.encode(form)


def from_json(content: bytes | str, form: type[Form]) -> Form:
    """Return the record that `to_json` wrote; raises msgspec.ValidationError where it is of another form."""
    return msgspec.json.decode(content, type=form)


def schema_of(form: type[Reading | Brief | FigureTable | Found]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a form."""
    schema: dict[str, Any] = msgspec.json.schema(form)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_with_numbers(schema)}


def _with_numbers(schema: Any) -> Any:  # noqa: ANN401 -- JSON of any shape
    """Replace the strings that msgspec makes of Decimals: here they are written as numbers."""
    if isinstance(schema, list):
        return [_with_numbers(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "decimal":
        return {"type": "number"}
    return {key: _with_numbers(part) for key, part in schema.items()}
