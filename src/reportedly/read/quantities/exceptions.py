"""Numbers that are no figures: they count nothing."""

from collections.abc import Callable

from reportedly.read.quantities.ages import is_age
from reportedly.read.quantities.bounds import Bounded
from reportedly.read.quantities.calendar import is_clock, is_date, is_idle, is_year
from reportedly.read.quantities.codes import (
    is_calibre,
    is_code,
    is_endless,
    is_followed,
    is_glued,
    is_numbering,
    is_score,
)
from reportedly.read.quantities.labels import (
    is_before_name,
    is_compound,
    is_labelled,
    is_name_number,
    is_named_word,
    is_pronoun,
)
from reportedly.read.quantities.words import Line

RULES: tuple[Callable[[Line, Bounded], bool], ...] = (
    is_glued,
    is_numbering,
    is_labelled,
    is_name_number,
    is_named_word,
    is_before_name,
    is_date,
    is_year,
    is_clock,
    is_age,
    is_calibre,
    is_followed,
    is_score,
    is_pronoun,
    is_compound,
    is_idle,
    is_code,
    is_endless,
)


def is_no_figure(line: Line, bounded: Bounded) -> bool:
    """Tell whether a number is of a kind that counts nothing."""
    return any(rule(line, bounded) for rule in RULES)
