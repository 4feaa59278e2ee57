"""Word lists from `data/`, checked against the form that their stage declares."""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from reportedly.errors import BadLexiconError

Form = TypeVar("Form")


@cache
def read_lexicon(name: str, form: type[Form]) -> Form:
    """Return the word list `data/NAME` as an instance of `form`, a frozen dataclass.

    Raises BadLexiconError where a key is missing, unknown or of another kind.
    """
    content = files("reportedly").joinpath("data", name).read_bytes()
    try:
        return msgspec.toml.decode(content, type=form)
    except msgspec.DecodeError as error:
        raise BadLexiconError(name, str(error)) from error
