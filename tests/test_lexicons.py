from dataclasses import dataclass

import pytest

from reportedly.errors import BadLexiconError
from reportedly.lexicons import read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    colours: tuple[str, ...]


def test_a_list_without_a_key_its_stage_needs_is_refused_by_name() -> None:
    with pytest.raises(BadLexiconError, match=r"hedges\.toml: .*colours"):
        read_lexicon("hedges.toml", Colours)
