"""Dates by name and number: "Friday 14 March 2025", "the third quarter of 1984", "the 1990s", "14.03.2025"."""

from reportedly.read.times.numerals import DASHES, read_day_number, read_number, read_ordinal, read_year_number
from reportedly.read.times.tokens import Words, open_lexicon
from reportedly.read.times.values import (
    CalendarDate,
    EitherDate,
    InYear,
    Named,
    Part,
    Portion,
    Quarter,
    Season,
    Shift,
    Unit,
    Value,
    Weekday,
    Which,
    Years,
)

Found = tuple[Value, int]  # what the words mean, and the place after them

_MONTHS = 12
_LAST_DAY = 31
_SLASHES = ("/", ".")
_MODERN = range(1900, 2100)
_QUARTERS = range(1, 5)


def find_date(words: Words, i: int) -> Found | None:
    """Return the date that begins at a place."""
    for rule in (
        _by_weekday,
        _numeric,
        _by_month,
        _by_quarter,
        _by_half,
        _by_season,
        _fiscal,
        _century,
        _decade,
        _by_year,
    ):
        found = rule(words, i)
        if found:
            return found
    return None


# --- days and months -------------------------------------------------------------------------------------------------


def _by_weekday(words: Words, i: int) -> Found | None:
    """Read "Friday", "Friday, 14 March 2025" or "Fri 14 March"."""
    lexicon = open_lexicon()
    short = words.at(i) in lexicon.short_weekdays
    number = lexicon.short_weekdays.get(words.at(i)) if short else lexicon.weekdays.get(words.at(i))
    if number is None or not words.capitalised(i):
        return None
    after = i + 1
    while words.at(after) in (",", ".") and after < i + 3:
        after += 1
    dated = _by_month(words, after + (words.at(after) == "the"))
    if dated and isinstance(dated[0], CalendarDate) and dated[0].day:
        date = dated[0]
        return CalendarDate(date.year, date.month, date.day, number), dated[1]
    if short or _is_named_day(words, i):
        return None
    return Weekday(number), i + 1


def _is_named_day(words: Words, i: int) -> bool:
    """Tell "Good Friday" and the "Sunday Times" from days."""
    named = open_lexicon().named_days
    return (words.capitalised(i - 1) and words.at(i - 1) in named) or (
        words.capitalised(i + 1) and words.at(i + 1) in named
    )


def _by_month(words: Words, i: int) -> Found | None:
    day = read_day_number(words, i)
    if day:
        after = day[1] + (words.at(day[1]) == "of") + (words.at(day[1]) in DASHES and not words.joined(day[1]))
        month = _month(words, after)
        if month:
            return _with_year(words, CalendarDate(month=month[0], day=day[0]), month[1])
    month = _month(words, i)
    if not month:
        return None
    after = month[1] + (words.at(month[1]) == "the")
    day = read_day_number(words, after)
    if day and not _is_counted(words, day[1]):
        return _with_year(words, CalendarDate(month=month[0], day=day[0]), day[1])
    return _with_year(words, CalendarDate(month=month[0]), month[1])


def _month(words: Words, i: int) -> tuple[int, int] | None:
    """Return the month named at a place, and the place after it and its full stop."""
    lexicon = open_lexicon()
    name = words.at(i)
    number = lexicon.months.get(name)
    if number is None or not words.capitalised(i):
        return None
    dotted = words.at(i + 1) == "." and words.joined(i + 1) and len(name) <= 4  # noqa: PLR2004 -- "Sept."
    after = i + 1 + dotted
    numbered = _numbered(words, i, after)
    if name in lexicon.short_months and not dotted and not numbered:
        return None
    if name in lexicon.doubtful_months and not numbered and not _is_month(words, i):
        return None
    return number, after


def _numbered(words: Words, i: int, after: int) -> bool:
    """Tell whether a day or a year stands beside a month: "14 May", "May 2025"."""
    before = i - 1 - (words.at(i - 1) in ("of", *DASHES))
    following = after + (words.at(after) in (",", "of", "the"))
    return bool(
        read_day_number(words, before) or read_day_number(words, following) or read_year_number(words, following)
    )


def _is_month(words: Words, i: int) -> bool:
    """Tell "in May" from "May said", "by March" from "March on the capital"."""
    lexicon = open_lexicon()
    before = i - 1 - (words.at(i - 1) in DASHES)
    if words.at(i - 1) in lexicon.determiners:
        noun = words.at(i + 1).isalpha() and not words.capitalised(i + 1)
        return noun and words.at(i) != "may" and words.at(i + 1) not in lexicon.after_marches
    if words.at(before) in lexicon.before_months:
        return words.written(i) != "MAY" and not (words.capitalised(i + 1) and words.at(i + 1) not in lexicon.months)
    return words.at(i + 1) in ("and", "to", *DASHES) and words.at(i + 2) in lexicon.months


def _with_year(words: Words, date: CalendarDate, i: int) -> Found:
    """Add the year that follows a day or a month: "March 14, 2025", "January this year"."""
    after = i + (words.at(i) in (",", "of"))
    year = read_year_number(words, after)
    if year and not _is_counted(words, year[1]) and not (words.at(i) == "," and _begins_clause(words, year[1])):
        return CalendarDate(year[0], date.month, date.day), year[1]
    steps = _year_steps(words, i)
    if steps is not None:
        return InYear(date, steps), i + 2
    return date, i


def _begins_clause(words: Words, i: int) -> bool:
    """Tell "On March 10, 2000 soldiers crossed" from "On March 10, 2000, soldiers crossed"."""
    word = words.at(i)
    return len(word) > 3 and word.endswith("s") and not words.capitalised(i) and word.isalpha()  # noqa: PLR2004


def _year_steps(words: Words, i: int) -> int | None:
    """Return -1 for "last year", 0 for "this year", 1 for "next year"."""
    if words.at(i + 1) != "year":
        return None
    return {"last": -1, "this": 0, "next": 1}.get(words.at(i))


# --- figures ---------------------------------------------------------------------------------------------------------


def _numeric(words: Words, i: int) -> Found | None:
    """Read "2025-03-14", "14.03.2025" and "14/03/2025"."""
    parts = words.at(i).split(".")
    if len(parts) == 3 and all(p.isdecimal() and len(p) <= 4 for p in parts):  # noqa: PLR2004
        found = _from_figures(parts)
        return (found, i + 1) if found else None
    separator = words.at(i + 1)
    if separator not in (*DASHES, "/") or separator != words.at(i + 3):
        return None
    figures = [words.at(i), words.at(i + 2), words.at(i + 4).partition("t")[0]]
    if not all(words.joined(n) for n in range(i + 1, i + 5)) or not all(f.isdecimal() for f in figures):
        return None
    found = _from_figures(figures, slashed=separator == "/")
    return (found, i + 5) if found else None


def _from_figures(figures: list[str], *, slashed: bool = False) -> Value | None:
    """Return a date from year, month, day or day, month, year; both readings where a slash leaves two."""
    if len(figures[0]) == 4 and len(figures[1]) <= 2:  # noqa: PLR2004
        year, month, day = (int(f) for f in figures)
        return CalendarDate(year, month, day) if month <= _MONTHS and day <= _LAST_DAY else None
    if len(figures[2]) != 4 or max(len(figures[0]), len(figures[1])) > 2:  # noqa: PLR2004
        return None
    first, second, year = (int(f) for f in figures)
    by_day, by_month = CalendarDate(year, second, first), CalendarDate(year, first, second)
    if second > _MONTHS:
        return by_month if first <= _MONTHS and second <= _LAST_DAY else None
    if first > _MONTHS:
        return by_day if first <= _LAST_DAY else None
    return EitherDate(by_day, by_month) if slashed and first != second else by_day


# --- quarters, seasons, years ----------------------------------------------------------------------------------------


def _by_quarter(words: Words, i: int) -> Found | None:
    """Read "the third quarter of 1984", "third-quarter", "Q3 2024", "1988 third quarter"."""
    word = words.at(i)
    if len(word) == 2 and word[0] == "q" and words.capitalised(i) and word[1] in "1234":  # noqa: PLR2004
        return _in_its_year(words, Quarter(int(word[1])), i + 1)
    year = read_year_number(words, i)
    start = year[1] if year else i
    ordinal = read_ordinal(words, start)
    after = ordinal[1] + (words.at(ordinal[1]) in DASHES) if ordinal else 0
    if not ordinal or ordinal[0] not in _QUARTERS or words.at(after) != "quarter":
        return None
    if words.at(after + 1).startswith("final") or words.at(after + 2).startswith("final"):
        return None
    if year:
        return Quarter(ordinal[0], year[0]), after + 1
    return _in_its_year(words, Quarter(ordinal[0]), after + 1)


def _by_half(words: Words, i: int) -> Found | None:
    """Read "the first half of March": the date that follows "of", halved."""
    halves = {"first": Portion.FIRST_HALF, "second": Portion.SECOND_HALF, "last": Portion.SECOND_HALF}
    portion = halves.get(words.at(i))
    if portion is None or words.at(i + 1) != "half" or words.at(i + 2) != "of":
        return None
    start = i + 3 + (words.at(i + 3) == "the")
    whole = find_date(words, start) or _this_unit(words, start)
    return (Part(portion, whole[0]), whole[1]) if whole else None


def _this_unit(words: Words, i: int) -> Found | None:
    """Read "the year", "this month" after "half of", "end of"."""
    steps = {"last": -1, "this": 0, "next": 1}.get(words.at(i))
    at = i if steps is None else i + 1
    unit = open_lexicon().units.get(words.at(at))
    if unit in ("week", "month", "quarter", "year", "decade", "century"):
        return Shift(Unit(unit), steps or 0), at + 1
    return None


def _by_season(words: Words, i: int) -> Found | None:
    number = open_lexicon().seasons.get(words.at(i))
    if number is None:
        return None
    found, end = _in_its_year(words, Season(number), i + 1)
    if found == Season(number) and not _is_season(words, i):
        return None
    return found, end


def _is_season(words: Words, i: int) -> bool:
    """Tell "by spring", "in the fall" from "spring up" and "the fall of the capital"."""
    lexicon = open_lexicon()
    before = i - 1
    while words.at(before) in ("the", "early", "late", "mid", *DASHES) and before > i - 4:
        before -= 1
    if words.at(i - 1) in ("early", "late") or words.at(i - 2) == "mid":
        return True
    if words.at(before) not in lexicon.before_seasons or words.at(i + 1) in DASHES:
        return False
    return words.at(i) not in ("fall", "spring") or words.at(i + 1) not in ("in", "of", "to", "from", "out", "off")


def _in_its_year(words: Words, value: Quarter | Season, i: int) -> Found:
    """Add the year that follows: "summer 2024", "the third quarter of 1984", "last" and "next" year."""
    after = i + (words.at(i) in ("of", ",")) + (words.is_one_of(i + 1, "the") and words.at(i + 2) == "year")
    year = read_year_number(words, after)
    if year and not _is_counted(words, year[1]):
        end = _second_year(words, year[0], year[1]) or year[1]
        return (type(value)(value.number, year[0]), end)
    steps = _year_steps(words, after)
    return (InYear(value, steps), after + 2) if steps is not None else (value, i)


def _fiscal(words: Words, i: int) -> Found | None:
    """Read "fiscal 1989", "the 2024-25 financial year": a year whose ends differ by country and firm, so about it."""
    if words.at(i) == "fy" or (words.at(i) in ("fiscal", "financial")):
        after = i + 1 + (words.at(i + 1) == "year")
        year = read_year_number(words, after)
        if year:
            last = _second_year(words, year[0], year[1])
            return _fiscal_years(year[0], last=bool(last)), last or year[1]
    return None


def _fiscal_years(year: int, *, last: bool) -> Years:
    return Years(year, year + last, f"{year}~/{year + 1}~" if last else f"{year}~")


def _century(words: Words, i: int) -> Found | None:
    ordinal = read_ordinal(words, i)
    if not ordinal or not 1 < ordinal[0] < 30:  # noqa: PLR2004
        return None
    after = ordinal[1] + (words.at(ordinal[1]) in DASHES)
    if words.at(after) != "century":
        return None
    first = 100 * (ordinal[0] - 1)
    return Years(first, first + 99, f"{first // 100:02d}XX"), after + 1


def _decade(words: Words, i: int) -> Found | None:
    """Read "the 1990s", "the '90s", "the nineties"; "in his 80s" is an age."""
    quoted = words.at(i) in ("'", "’", "‘")
    word = words.at(i + quoted)
    end = i + 1 + quoted
    if len(word) == 5 and word[-2:] == "0s" and word[:4].isdecimal():  # noqa: PLR2004
        return _decade_from(int(word[:4])), end
    by_name = open_lexicon().decades.get(word)
    before = words.at(i - 1)
    if by_name and before in ("the", "early", "mid", "late", *DASHES) and words.at(i - 2) not in open_lexicon().ages:
        return _decade_from(by_name), end
    if len(word) == 3 and word[-2:] == "0s" and quoted and before not in open_lexicon().ages:  # noqa: PLR2004
        return _decade_from(1900 + int(word[:2]) if int(word[:2]) > 20 else 2000 + int(word[:2])), end  # noqa: PLR2004
    return None


def _decade_from(first: int) -> Years:
    return Years(first, first + 9, f"{first // 10:03d}X")


def _by_year(words: Words, i: int) -> Found | None:
    """Read "2025", "2024-25", "1998-2002", "2025-03" where the number is no count."""
    year = read_year_number(words, i)
    if not year:
        return None
    last = _second_year(words, year[0], year[1])
    if last:
        ending = words.at(last - 1)
        final = int(ending) if len(ending) == 4 else year[0] // 100 * 100 + int(ending)  # noqa: PLR2004
        return Years(year[0], final), last
    month = _iso_month(words, year[1])
    if month:
        return CalendarDate(year[0], month[0]), month[1]
    return (CalendarDate(year[0]), year[1]) if is_year(words, i, year[0], year[1]) else None


def _second_year(words: Words, year: int, i: int) -> int | None:
    """Return the place after the second year of "2024-25", "2024/25", "1998-2002"."""
    if words.at(i) not in (*DASHES, "/") or not words.joined(i) or not words.joined(i + 1):
        return None
    second = words.at(i + 1)
    if not second.isdecimal() or words.at(i + 2) in (*DASHES, "/"):
        return None
    short = len(second) == 2 and int(second) == (year + 1) % 100  # noqa: PLR2004
    long = len(second) == 4 and year < int(second) <= year + 200  # noqa: PLR2004
    return i + 2 if (short or long) and year in _MODERN else None


def _iso_month(words: Words, i: int) -> tuple[int, int] | None:
    """Return the month of "2025-03"."""
    month = words.at(i + 1)
    if words.at(i) != "-" or not words.joined(i) or not words.joined(i + 1) or len(month) != 2:  # noqa: PLR2004
        return None
    return (int(month), i + 2) if month.isdecimal() and 1 <= int(month) <= _MONTHS else None


def is_year(words: Words, i: int, year: int, end: int) -> bool:
    """Tell a year from a count, a price and a model: "in 2000 he", "2000 soldiers", "$2000", "Agenda 2030"."""
    lexicon = open_lexicon()
    before, after = words.at(i - 1), words.at(end)
    if words.joined(i) and before not in ("(", "-", "–", "—", "/", "'", '"', "“", "‘"):
        return False
    if before in lexicon.no_year_before or _is_counted(words, end) or after in lexicon.no_year_after:
        return False
    tens = year % 10 == 0
    if tens and (before in lexicon.before_counts or after in lexicon.casualties):
        return False
    marked = before in lexicon.before_years
    if before in lexicon.determiners:
        return year in _MODERN
    if _begins_clause(words, end):
        return year in _MODERN and year % 100 != 0 and (marked or not tens)
    return marked or (year in _MODERN and not words.capitalised(i - 1))


def _is_counted(words: Words, i: int) -> bool:
    """Tell whether what follows a number is what it counts."""
    if words.at(i) in DASHES and words.joined(i):
        i += 1
    return words.at(i) in open_lexicon().counted
