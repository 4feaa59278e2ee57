"""Times counted from the page's date or from the text's own: "last August", "three days later", "in recent weeks"."""

from reportedly.read.times.dates import find_date
from reportedly.read.times.edges import (
    find_day_of_month,
    find_edge,
    find_ended,
    find_nth,
    find_slice,
    find_turn_of_year,
)
from reportedly.read.times.lengths import SHORT, find_counted, find_window, read_length
from reportedly.read.times.numerals import read_year_number
from reportedly.read.times.tokens import DASHES, Words, open_lexicon, phrases_by_first_word
from reportedly.read.times.values import (
    Again,
    Around,
    CalendarDate,
    Counted,
    Duration,
    Found,
    FullYear,
    Holiday,
    InYear,
    Limit,
    Limited,
    Moment,
    Named,
    Onward,
    Quarter,
    QuarterAgain,
    SchoolYear,
    Season,
    Shift,
    Unit,
    Weekday,
    Weekend,
    WeekOf,
    Which,
    YearAgo,
)

# A length of time, with its number; None where the words give none ("several weeks"), and the place after it.
Length = tuple[int | None, Unit, int]

_STEPS = {Which.LAST: -1, Which.THIS: 0, Which.NEXT: 1}
_TEXTUAL = {Which.AFTER: 1, Which.BEFORE: -1}
_PERIODS = ("period", "quarter")
_RECURRING = Weekday | Season | Quarter | CalendarDate | Holiday


def find_relative(words: Words, i: int) -> Found | None:
    """Return the relative time that begins at a place."""
    for rule in _RULES_AFTER_THE if words.at(i) == "the" else _RULES:
        found = rule(words, i)
        if found:
            return found
    return None


def _phrase(words: Words, i: int) -> Found | None:
    """Read a fixed expression: "so far", "the other day"."""
    for phrase, meaning in phrases_by_first_word().get(words.at(i), ()):
        end = i + len(phrase)
        if words.lower[i:end] == phrase and not _is_named(words, i):
            is_era = phrase == ("today",) and words.owns(end) and words.at(end + 2) in open_lexicon().eras
            return (Moment.PRESENT if is_era else Moment(meaning)), end
    return None


def _is_named(words: Words, i: int) -> bool:
    """Tell "USA Today", the newspaper, from a day."""
    return words.capitalised(i) and words.capitalised(i - 1) and words.at(i - 1) in open_lexicon().before_todays


def _then(words: Words, i: int) -> Found | None:
    """Read "since then", "by then"; "then" alone only orders."""
    after = i + (words.at(i) == "ever")
    limit = open_lexicon().bounds.get(words.at(after))
    if limit and words.at(after + 1) == "then" and words.at(after + 2) not in DASHES:
        return Limited(Limit(limit), Again()), after + 2
    return None


# --- comparisons -----------------------------------------------------------------------------------------------------


def _year_before(words: Words, i: int) -> Found | None:
    """Read "a year earlier", "a year ago", "the year-earlier quarter": the same stretch, one year before."""
    start = i + (words.at(i) in ("a", "the"))
    if words.at(start) != "year" or words.at(i - 1) == "half":
        return None
    after = start + 1 + (words.at(start + 1) in DASHES)
    word = words.at(after)
    if word not in ("ago", "earlier", "before"):
        return _of_year(words, start)
    if start == i and after == start + 1:
        return None
    end = after + 1
    if words.at(end) in ("today", "this"):
        return None  # counted to the day
    if words.at(end) in ("period", "quarter") or words.at(end + 1) in ("period", "quarter"):
        end += 1 + (words.at(end) not in ("period", "quarter"))
    return YearAgo(deictic=word == "ago"), end


def _same_period(words: Words, i: int) -> Found | None:
    """Read "the same period last year", "the quarter a year ago", "last year's quarter", "this time last year"."""
    if words.lower[i : i + 2] == ("last", "year") and words.owns(i + 2) and words.at(i + 4) in _PERIODS:
        return YearAgo(deictic=True), i + 5
    at = i + (words.at(i) in ("the", "this"))
    compared = words.at(at) in open_lexicon().comparable
    at += compared
    if compared and words.at(at) == "month":
        ago = _year_named(words, at + 1 + (words.at(at + 1) in ("of", "in", "a")))
        return (Counted(Unit.YEAR, -1, Again(Unit.MONTH)), ago) if ago else None
    if at == i or words.at(at) not in (*_PERIODS, "time") or (words.at(at) == "time") != (words.at(i) == "this"):
        return None
    end = _year_named(words, at + 1 + (words.at(at + 1) in ("of", "in", "a")))
    if end is not None:
        here = words.at(i) == "this" and words.at(at) == "time"
        return (Around(Shift(Unit.MONTH, -12)) if here else YearAgo(deictic=True)), end
    year = read_year_number(words, at + 1 + (words.at(at + 1) in ("of", "in")))
    return (QuarterAgain(year[0]), year[1]) if year and compared else None


def _year_named(words: Words, i: int) -> int | None:
    """Return the place after "last year", "the previous year", "year ago"."""
    at = i + (words.at(i) in ("the", "a"))
    before = words.at(at) in ("last", "previous", "prior") and words.at(at + 1) == "year"
    ago = words.at(at) == "year" and words.at(at + 1) in ("ago", "earlier", "before")
    return at + 2 if before or ago else None


def _of_year(words: Words, start: int) -> Found | None:
    """Read "the year 2000"."""
    year = read_year_number(words, start + 1)
    return (CalendarDate(year[0]), year[1]) if year else None


# --- this, last, next ------------------------------------------------------------------------------------------------


def _which(words: Words, i: int) -> Found | None:
    """Read "last week", "this coming Sunday", "the following month", "that same day", "last year's third quarter"."""
    lexicon = open_lexicon()
    the = words.at(i) == "the"
    at = i + the
    name = lexicon.which.get(words.at(at))
    if name is None:
        return None
    which = Which(name)
    if which in (Which.THIS, Which.SAME) and words.at(at + 1) in ("past", "coming", "same"):
        at += 1
        which = Which(lexicon.which[words.at(at)])
    if the and which is Which.NEXT:
        which = Which.AFTER
    unit = lexicon.units.get(words.at(at + 1))
    if unit and not (words.capitalised(at) and words.capitalised(at + 1)):
        return _which_unit(words, at + 1, which, Unit(unit))
    if words.at(at + 1) in lexicon.dayparts:
        return _which_daypart(which, at + 2)
    found = find_date(words, at + 1)
    if which is Which.SAME:
        return None
    if found and isinstance(found[0], _RECURRING) and _is_open(found[0]):
        return Named(which, found[0]), found[1]
    return _which_season(words, at + 1, which)


def _which_season(words: Words, i: int, which: Which) -> Found | None:
    number = open_lexicon().seasons.get(words.at(i))
    return (Named(which, Season(number)), i + 1) if number else None


def _is_open(value: Weekday | Season | Quarter | CalendarDate | Holiday) -> bool:
    return isinstance(value, Weekday) or value.year is None


def _which_unit(words: Words, i: int, which: Which, unit: Unit) -> Found | None:
    no_day = unit is Unit.DAY and which in (Which.LAST, Which.LATEST, Which.THIS)
    if unit in SHORT or words.at(i).endswith("s") or no_day:
        return None  # "the last day of school" is not yesterday, "on this day in 1974" not today
    end = i + 1
    if unit is Unit.WEEKEND:
        return (Weekend() if which in (Which.THIS, Which.SAME) else Named(which, Weekend())), end
    if which in _STEPS:
        inside = _in_that_year(words, end, _STEPS[which]) if unit is Unit.YEAR else None
        return inside or (Shift(unit, _STEPS[which]), end)
    if which in _TEXTUAL:
        return Onward(unit, _TEXTUAL[which]), end
    if which is Which.LATEST:
        return Shift(unit, -1), end
    return Again(unit), end


def _in_that_year(words: Words, i: int, steps: int) -> Found | None:
    """Read what follows in "last year's third quarter"."""
    if not words.owns(i):
        return None
    found = find_date(words, i + 2)
    if found and isinstance(found[0], Quarter | CalendarDate) and found[0].year is None:
        return InYear(found[0], steps), found[1]
    return None


def _which_daypart(which: Which, end: int) -> Found | None:
    """Read "this morning", "the next morning", "that evening"."""
    if which is Which.THIS:
        return Moment.TODAY, end
    if which in _TEXTUAL:
        return Onward(Unit.DAY, _TEXTUAL[which]), end
    return (Again(Unit.DAY), end) if which is Which.SAME else None


# --- the rest --------------------------------------------------------------------------------------------------------


def _repeated(words: Words, i: int) -> Found | None:
    """Read "every Friday", "each year": no one time."""
    if not words.is_one_of(i, "every", "each"):
        return None
    lexicon = open_lexicon()
    at = i + 1
    if words.at(at) in lexicon.units or words.at(at) in lexicon.dayparts:
        return Duration(), at + 1
    length = read_length(words, at)
    if length:
        return Duration(), length[2]
    found = find_date(words, at)
    return (Duration(), found[1]) if found else None


def _quarter_again(words: Words, i: int) -> Found | None:
    """Read "the quarter", "the latest period", "the 1988 period": the one that the text speaks of."""
    if words.at(i) != "the":
        return None
    at = i + 1 + (words.at(i + 1) in ("latest", "same", "current"))
    year = read_year_number(words, at)
    if year and words.at(year[1]) in ("quarter", "period"):
        return QuarterAgain(year[0]), year[1] + 1
    if words.at(at) == "quarter" or (words.at(at) == "period" and at > i + 1):
        return (Again(Unit.QUARTER), at + 1) if words.at(at + 1) not in DASHES else None
    return None


def _full_year(words: Words, i: int) -> Found | None:
    """Read "the full year", "for the year": the one that is reported on; "for the year 2030" has a rule of its own."""
    full = words.at(i + 1) == "full"
    if words.at(i + 1 + full) != "year" or (not full and words.at(i - 1) != "for"):
        return None
    end = i + 2 + full
    ends = words.at(end) in ("", ".", ",", ";", ":", "as", "at", "in", "of", "on", "was", "were", "with", "would")
    return (FullYear(), end) if ends and words.at(end + 1) != "the" else None


def _in_the_unit(words: Words, i: int) -> Found | None:
    """Read "earlier in the year", "later in the day"."""
    if words.is_one_of(i, "earlier", "later", "early", "late") and words.lower[i + 1 : i + 3] == ("in", "the"):
        unit = open_lexicon().units.get(words.at(i + 3))
        if unit in ("week", "month", "year", "decade", "century") and not words.at(i + 3).endswith("s"):
            return Shift(Unit(unit), 0), i + 4
        return (Again(Unit.DAY), i + 4) if words.at(i + 3) == "day" else None
    return None


def _day_before(words: Words, i: int) -> Found | None:
    """Read "the day before", "the week after", where nothing follows that they are counted from."""
    unit = open_lexicon().units.get(words.at(i + 1))
    direction = {"before": -1, "after": 1}.get(words.at(i + 2))
    if words.at(i) != "the" or unit not in ("day", "week", "month", "year") or direction is None:
        return None
    ends = words.at(i + 3) in ("", ".", ",", ";") and not words.at(i + 1).endswith("s")
    return (Onward(Unit(unit), direction), i + 3) if ends else None


def _counted_from(words: Words, i: int) -> Found | None:
    """Read "the day before Christmas", "two weeks after 14 March": counted from a date that stands beside it."""
    the_day = words.at(i) == "the" and words.at(i + 1) == "day"
    length = (1, Unit.DAY, i + 2) if the_day else read_length(words, i)
    if not length or length[0] is None or words.at(length[2]) not in ("before", "after", "from"):
        return None
    after = length[2] + 1
    whence = _which(words, after) or find_date(words, after)
    if not whence or not isinstance(whence[0], _RECURRING | Named):
        return None
    steps = -length[0] if words.at(length[2]) == "before" else length[0]
    if words.at(length[2]) == "from" and isinstance(whence[0], Weekday):
        return Counted(length[1], steps, Named(Which.NEXT, whence[0])), whence[1]  # "a week from Tuesday"
    return Counted(length[1], steps, whence[0]), whence[1]


def _business_year(words: Words, i: int) -> Found | None:
    """Read "the current fiscal year", "last school year"."""
    at = i + (words.at(i) == "the")
    steps = {"last": -1, "this": 0, "current": 0, "next": 1}.get(words.at(at))
    if steps is None or words.at(at + 2) != "year":
        return None
    if words.at(at + 1) in ("fiscal", "financial"):
        return Around(Shift(Unit.YEAR, steps)), at + 3
    return (SchoolYear(steps), at + 3) if words.at(at + 1) in ("academic", "school") else None


def _one_beyond(words: Words, i: int) -> Found | None:
    """Read "the week before last", "the Friday before last", "the year after next"."""
    steps = {("before", "last"): -2, ("after", "next"): 2}.get((words.at(i + 2), words.at(i + 3)))
    lexicon = open_lexicon()
    if words.at(i) != "the" or steps is None or words.at(i + 4) in {*lexicon.weekdays, *lexicon.months, *lexicon.units}:
        return None
    unit = open_lexicon().units.get(words.at(i + 1))
    if unit:
        return Shift(Unit(unit), steps), i + 4
    weekday = open_lexicon().weekdays.get(words.at(i + 1))
    named = Which.LAST if steps < 0 else Which.NEXT
    return (Counted(Unit.DAY, 7 * steps // 2, Named(named, Weekday(weekday))), i + 4) if weekday else None


def _daypart(words: Words, i: int) -> Found | None:
    """Read what stands before a day: "noon Thursday", "mid-afternoon yesterday", "the night of Friday"."""
    at = i + (words.at(i) == "mid") + (words.at(i + 1) in DASHES)
    if words.at(at) not in open_lexicon().dayparts:
        return None
    at += 1 + (words.at(at + 1) in ("of", "on"))
    day = _phrase(words, at) or find_date(words, at)
    if not day or day[0] is Moment.PRESENT:
        return None
    exact = isinstance(day[0], Weekday | Moment) or (isinstance(day[0], CalendarDate) and day[0].day)
    return day if exact else None


def _end_of_year(words: Words, i: int) -> Found | None:
    """Read "year-end", "year's end": the last of December."""
    if words.at(i) != "year":
        return None
    after = i + 1 + (words.at(i + 1) in DASHES) + 2 * words.owns(i + 1)
    return (CalendarDate(month=12, day=31), after + 1) if words.at(after) == "end" else None


def _week_of(words: Words, i: int) -> Found | None:
    """Read "the week of 6 March", "the weekend"."""
    at = i + (words.at(i) == "the")
    if not words.is_one_of(at, "week", "weekend"):
        return None
    unit = Unit(words.at(at))
    if words.is_one_of(at + 1, "of", "beginning", "starting"):
        day = find_date(words, at + 2)
        if day and isinstance(day[0], CalendarDate) and day[0].day:
            return WeekOf(unit, day[0]), day[1]
    return (Weekend(), at + 1) if unit is Unit.WEEKEND and at > i else None


# In the order in which they are tried. Some begin with "the" alone, and most words are no "the".
_RULES = (
    *(
        _phrase,
        _then,
        _year_before,
        _repeated,
        find_slice,
        find_edge,
        find_turn_of_year,
        find_nth,
        find_ended,
        _business_year,
        _same_period,
        _counted_from,
    ),
    *(find_window, find_counted, _which, _in_the_unit, _daypart, _end_of_year, _week_of),
)
_RULES_AFTER_THE = (_one_beyond, *_RULES[:15], find_day_of_month, _quarter_again, _full_year, _day_before, *_RULES[15:])
