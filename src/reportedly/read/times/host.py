"""What a value is read against."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from reportedly.read.times.places import NOWHERE, Place


class Tense(Enum):
    """Where the verb of a mention looks from the page's date.

    LEANING is a noun's date under a verb that looks ahead, "will prepare the summit in April": it only tips a balance.
    EXPECTED is what lay ahead in the past, "had planned to meet on Friday": a weekday then is the one just past.
    TOLD is the date of what was told, "invited them to a feast on 12 March": past, unless the one ahead is far nearer.
    """

    PAST = "past"
    FUTURE = "future"
    LEANING = "leaning"
    EXPECTED = "expected"
    TOLD = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """What a value is read against: the page's date, its verb's tense, and the dates that the text gave before.

    `before` is the last place that the text told of, `quarter` the last quarter, `week` the week that the same sentence
    has just named: "twice last week, on Tuesday and Thursday". `south`: seasons are those of the southern half.
    """

    page: date | None = None
    tense: Tense | None = None
    before: Place = NOWHERE
    quarter: Place = NOWHERE
    week: Place = NOWHERE
    south: bool = False
