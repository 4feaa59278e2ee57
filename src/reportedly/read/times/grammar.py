"""Words -> values: the whole expression that begins at a place, with its limits, ranges and parts."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.read.times.dates import find_date
from reportedly.read.times.lists import Mention, day_of_same_month, each_day, listed_days
from reportedly.read.times.numerals import read_day_number
from reportedly.read.times.relative import find_relative
from reportedly.read.times.tokens import DASHES, Words, open_lexicon, opening_words
from reportedly.read.times.values import (
    Again,
    Around,
    CalendarDate,
    Coming,
    Duration,
    EitherDate,
    Found,
    Holiday,
    InYear,
    Limit,
    Limited,
    Moment,
    Named,
    Onward,
    Part,
    Portion,
    Quarter,
    Season,
    Shift,
    Stretch,
    Unit,
    Value,
    Weekday,
    Weekend,
    WeekNumber,
    Window,
    YearAgo,
    Years,
)

# How many words before a core word can belong to its expression: "no later than the end of the third quarter".
_REACH = 8
_CALENDAR = (CalendarDate, EitherDate, Weekday, Quarter, Years, Season, Part, Holiday, WeekNumber)
_UNLIMITED = (Duration, Coming, Window, Limited, Stretch, Onward, YearAgo)
_RANGE_LINKS = ("to", "through", "until", "till", *DASHES)
_CLOCK_HOURS = 24


def read_mentions(words: Words) -> Iterator[Mention]:
    """Yield the expressions of time of a stretch of words, in order, none inside another.

    "By the summer, three days later" gives a Limited and an Onward.
    """
    opening, at = opening_words(), 0
    for core in words.cores():
        at = max(at, core - _REACH)
        while at <= core:
            word = words.lower[at]
            listed = listed_days(words, at) if word[0].isdigit() else ()
            if listed and listed[-1][1] > core:
                yield from listed
                at = listed[-1][1]
                continue
            found = find_expression(words, at) if word in opening or word[0].isdigit() else None
            if found is None or found[1] <= core:
                at += 1
                continue
            for start, end, value in each_day(words, at, found):
                yield start, end, value
                at = end


def find_expression(words: Words, i: int) -> Found | None:
    """Return the expression that begins at a place, with what limits it."""
    return _between(words, i) or _from(words, i) or _limited(words, i) or _one_or_range(words, i)


# --- limits and ranges -----------------------------------------------------------------------------------------------


def _between(words: Words, i: int) -> Found | None:
    """Read "between January and February"."""
    return _range_from(words, i + 1, ("and",)) if words.at(i) == "between" else None


def _from(words: Words, i: int) -> Found | None:
    """Read "from January to February", "from Monday on"; any other "from" compares."""
    if words.at(i) != "from":
        return None
    ranged = _range_from(words, i + 1, _RANGE_LINKS)
    if ranged:
        return ranged
    start = _open(words, i + 1)
    if start and words.at(start[1]) in ("on", "onward", "onwards") and not isinstance(start[0], _UNLIMITED):
        return Limited(Limit.SINCE, start[0]), start[1] + 1
    return None


def _one_or_range(words: Words, i: int) -> Found | None:
    """Read "10-12 March", "March 10 to 12", "Friday to Sunday", or one date."""
    if words.at(i) in open_lexicon().bounds:
        return _open(words, i)
    night = i + (words.at(i) == "the")
    nights = words.at(night) in open_lexicon().dayparts and words.at(night + 1) == "of"
    bare = _bare_days(words, night + 2 if nights else i, _RANGE_LINKS)
    if bare:
        return bare
    first = _open(words, i)
    return _range_on(words, first, _RANGE_LINKS) or first


def _range_from(words: Words, i: int, links: tuple[str, ...]) -> Found | None:
    return _bare_days(words, i, links) or _range_on(words, _open(words, i), links)


def _range_on(words: Words, first: Found | None, links: tuple[str, ...]) -> Found | None:
    """Return the range that a date begins, if a link and another date follow."""
    if not first or words.at(first[1]) not in links or _kind(first[0]) is None:
        return None
    after = first[1] + 1
    last = _open(words, after) or day_of_same_month(words, first[0], after)
    if not last or not _alike(first[0], last[0]) or words.owns(last[1]):
        return None
    return Stretch(first[0], last[0]), last[1]


def _alike(first: Value, last: Value) -> bool:
    """Tell whether two dates are of one kind: a day does not run to a month."""
    kind = _kind(last)
    return kind is not None and _kind(first) is kind


def _kind(value: Value) -> Unit | None:  # noqa: PLR0911 -- one line for each kind of value
    """Return the unit that a date is one of; None where it is none that a range is made of."""
    match value:
        case Part(_, whole) | Named(_, whole):
            return _kind(whole)
        case InYear(dated, _):
            return _kind(dated)
        case WeekNumber():
            return Unit.WEEK
        case Shift(unit, _):
            return unit
        case CalendarDate(_, month, day):
            return Unit.DAY if day else Unit.MONTH if month else Unit.YEAR
        case Weekday() | EitherDate() | Moment() | Holiday():
            return Unit.DAY
        case Quarter() | Season():
            return Unit.QUARTER
        case Years():
            return Unit.DECADE
    return None


def _bare_days(words: Words, i: int, links: tuple[str, ...]) -> Found | None:
    """Read "10-12 March", "between 10 and 12 March"."""
    first = read_day_number(words, i)
    if not first or words.at(first[1]) not in links:
        return None
    last = find_date(words, first[1] + 1)
    if not last or not isinstance(last[0], CalendarDate) or not last[0].day or words.at(i + 1) == "/":
        return None
    return Stretch(replace(last[0], day=first[0], weekday=None), last[0]), last[1]


def _limited(words: Words, i: int) -> Found | None:
    """Read "since early February", "by the summer", "no later than Friday"; "after Friday's vote" is only Friday."""
    limit, after = _limit(words, i)
    if limit is None or (limit in (Limit.AFTER, Limit.BEFORE) and words.at(i - 1) in open_lexicon().units):
        return None  # "ten working days after 12 January": only what they are counted from is a date
    inner = _one_or_range(words, after)
    if not inner or isinstance(inner[0], _UNLIMITED) or inner[0] is Moment.PRESENT:
        return None
    if words.at(after) == "the" and isinstance(inner[0], CalendarDate | Weekday | EitherDate | Holiday):
        return None
    if words.owns(inner[1]):
        return None
    if _names_the_day(words, i, limit, after):
        return inner
    return Limited(limit, inner[0]), inner[1]


def _names_the_day(words: Words, i: int, limit: Limit, after: int) -> bool:
    """Tell the day of "before dawn on Tuesday", "after 10 p.m. Wednesday" and "not until Friday" from a bound."""
    if limit is Limit.UNTIL:
        return words.at(i - 1) == "not"
    timed = words.at(after) in open_lexicon().dayparts or _clock(words, after) is not None
    return timed and limit in (Limit.BEFORE, Limit.AFTER)


def _limit(words: Words, i: int) -> tuple[Limit | None, int]:
    if words.lower[i : i + 3] == ("no", "later", "than"):
        return Limit.BY, i + 3
    if words.lower[i : i + 2] == ("prior", "to"):
        return Limit.BEFORE, i + 2
    at = i + (words.at(i) in ("ever", "shortly", "soon"))
    name = open_lexicon().bounds.get(words.at(at))
    return (Limit(name), at + 1) if name else (None, i)


# --- one date --------------------------------------------------------------------------------------------------------


def _open(words: Words, i: int) -> Found | None:
    """Return one date with its parts of the day: "early Tuesday", "noon Thursday", "around 1 November"."""
    found = _single(words, i)
    if not found or not _is_day(found[0]):
        return found
    end = found[1] + (words.at(found[1]) in open_lexicon().dayparts)
    clock = _clock(words, end + 1) if words.at(end) == "at" else None
    return found[0], _zone(words, clock) if clock else end


def _single(words: Words, i: int) -> Found | None:
    word = words.at(i)
    lexicon = open_lexicon()
    if word in ("earlier", "later"):
        after = _of_kind(_single(words, i + 1), (Shift, Weekday, Moment, Again, Named))
        return after or find_relative(words, i)
    if word in lexicon.parts or (word == "the" and words.at(i + 1) in lexicon.parts):
        return _part(words, i + (word == "the"))
    found = find_relative(words, i) or find_date(words, i) or _clocked(words, i)
    if found:
        return found
    if word == "the":
        return _of_kind(_single(words, i + 1), (*_CALENDAR, Weekend))
    return _around(words, i) if word in lexicon.around else None


def _around(words: Words, i: int) -> Found | None:
    """Read "around 1 November", "about the end of May"; what is told "about the 2014 flood" is no time."""
    about = _of_kind(_open(words, i + 1), (*_CALENDAR, InYear, Named))
    if not about or words.owns(about[1]) or (words.at(i + 1) == "the" and isinstance(about[0], CalendarDate)):
        return None
    return (about[0] if _clock(words, i + 1) else Around(about[0])), about[1]  # "around 8:20 p.m. on Saturday"


def _of_kind(found: Found | None, kinds: tuple[type, ...]) -> Found | None:
    return found if found and isinstance(found[0], kinds) else None


def _is_day(value: Value) -> bool:
    return isinstance(value, Weekday | Moment | Holiday) or (isinstance(value, CalendarDate) and value.day is not None)


def _part(words: Words, i: int) -> Found | None:
    """Read "early March", "mid-January", "the end of the year", "late yesterday"."""
    portion = Portion(open_lexicon().parts[words.at(i)])
    adjective = words.is_one_of(i, "early", "mid", "late")
    after = i + 1 + (words.at(i + 1) in (DASHES if adjective else ("of",)))
    if not adjective and after == i + 1:
        return None
    whole = _single(words, after) or _the_unit(words, after)
    if not whole or isinstance(whole[0], (*_UNLIMITED, Around)):
        return None
    return (whole[0] if _is_day(whole[0]) else Part(portion, whole[0])), whole[1]


def _the_unit(words: Words, i: int) -> Found | None:
    """Read the year of "the end of the year": the page's."""
    unit = open_lexicon().units.get(words.at(i + 1))
    if words.at(i) != "the" or unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    return Shift(Unit(unit), 0), i + 2


def _clocked(words: Words, i: int) -> Found | None:
    """Read the day that a clock time stands before: "10 p.m. Wednesday", "5 p.m. EST, Nov. 6"."""
    end = _clock(words, i)
    if end is None:
        return None
    after = _zone(words, end)
    after += words.at(after) == ","
    after += words.at(after) == "on"
    return _of_kind(find_date(words, after), (Weekday, CalendarDate, Holiday))


def _clock(words: Words, i: int) -> int | None:
    """Return the place after "10 p.m.", "10:35 am", "15:30", "2200 GMT"."""
    if words.at(i)[-2:] in ("am", "pm") and words.at(i)[0].isdigit():
        return i + 1  # "3pm", "10.30am"
    hour, *minutes = words.at(i).split(":")
    if len(hour) == 4 and hour.isdecimal() and words.at(i + 1) in open_lexicon().zones:  # noqa: PLR2004
        return i + 1
    if not hour.isdecimal() or len(hour) > 2 or int(hour) > _CLOCK_HOURS:  # noqa: PLR2004
        return None
    half, stop, m = (words.at(i + n) for n in (1, 2, 3))
    if half in ("am", "pm"):
        return i + 2
    if half in ("a", "p") and stop == "." and m == "m":
        return i + 4 + (words.at(i + 4) == ".")
    return i + 1 if minutes else None


def _zone(words: Words, i: int) -> int:
    """Return the place after the zone of a clock time, "EST", "local time", "(0735 GMT)", if one stands there."""
    if words.lower[i : i + 2] == ("local", "time"):
        return i + 2
    if words.at(i) == "(" and words.at(i + 2) in open_lexicon().zones and words.at(i + 3) == ")":
        return i + 4
    return i + (words.at(i) in open_lexicon().zones and words.written(i).isupper())
