"""Years, and what they make: "2025", "2024-25", "fiscal 1989", "the 1990s", "the 20th century"."""

from reportedly.read.times.numerals import read_ordinal, read_short_year, read_year_number
from reportedly.read.times.tokens import APOSTROPHES, DASHES, Words, open_lexicon
from reportedly.read.times.values import CalendarDate, Found, Years

_MONTHS = 12
_NEAR = 10  # words, in which "degrees" shows that "the 90s" is no decade
_BUSINESS = ("academic", "financial", "fiscal", "school", "tax")
_MODERN = range(1900, 2100)
_TOLD = range(1500, 2100)  # what four figures alone can be a year of
_LONGEST_STREET = 5  # words: "1912 S. Old Orange Ave"
_QUOTES = ('"', "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}")


def find_fiscal(words: Words, i: int) -> Found | None:
    """Read "fiscal 1989", "FY25", "academic year 2024-25": its ends differ by country and firm, so about that year."""
    after = i + 1 + (words.at(i + 1) == "year")
    if words.at(i)[:2] == "fy" and words.at(i)[2:].isdecimal():
        year = _short_or_long(words.at(i)[2:]), i + 1
    elif words.at(i) in ("fy", "fiscal", "financial") or (words.at(i) in _BUSINESS and after == i + 2):
        year = read_year_number(words, after) or (0, i)
    else:
        return None
    last = second_year(words, year[0], year[1])
    return (_fiscal_years(year[0], last=bool(last)), last or year[1]) if year[0] else None


def _short_or_long(figures: str) -> int:
    if len(figures) == 4:  # noqa: PLR2004
        return int(figures)
    return int(figures) + (2000 if int(figures) < 50 else 1900)  # noqa: PLR2004 -- as in "March '24"


def _after_business(words: Words, i: int) -> int | None:
    """Return the place after what makes "2024-25" and "2024" a firm's or a school's year: "financial year"."""
    return i + 2 if words.at(i) in _BUSINESS and words.at(i + 1) == "year" else None


def _fiscal_years(year: int, *, last: bool) -> Years:
    return Years(year, year + last, f"{year}~/{year + 1}~" if last else f"{year}~")


def find_century(words: Words, i: int) -> Found | None:
    """Read "the 20th century", "19th-century": by its figures, 1900 to 1999."""
    ordinal = read_ordinal(words, i)
    if not ordinal or not 1 < ordinal[0] < 30:  # noqa: PLR2004
        return None
    after = ordinal[1] + (words.at(ordinal[1]) in DASHES)
    if words.at(after) != "century":
        return None
    first = 100 * (ordinal[0] - 1)
    return Years(first, first + 99, f"{first // 100:02d}XX"), after + 1


def find_decade(words: Words, i: int) -> Found | None:
    """Read "the 1990s", "the '90s", "the nineties"; "in his 80s" is an age."""
    quoted = words.at(i) in APOSTROPHES
    word = words.at(i + quoted)
    end = i + 1 + quoted
    if len(word) == 5 and word[-2:] == "0s" and word[:4].isdecimal():  # noqa: PLR2004
        return _decade_from(int(word[:4])), end
    by_name = open_lexicon().decades.get(word)
    before = words.at(i - 1)
    if by_name and before in ("the", "early", "mid", "late", *DASHES) and words.at(i - 2) not in open_lexicon().ages:
        return _decade_from(by_name), end
    counted = word[:2].isdecimal() and (quoted or _is_bare_decade(words, i, before))
    if len(word) == 3 and word[-2:] == "0s" and counted and before not in open_lexicon().ages:  # noqa: PLR2004
        return _decade_from(1900 + int(word[:2]) if int(word[:2]) > 20 else 2000 + int(word[:2])), end  # noqa: PLR2004
    return None


def _is_bare_decade(words: Words, i: int, before: str) -> bool:
    """Tell "in the 90s" from "temperatures in the 90s" and "in his early 80s"."""
    near = words.lower[max(0, i - _NEAR) : i + _NEAR]
    introduced = before in ("the", "early", "mid", "late", *DASHES) and words.at(i - 2) not in open_lexicon().ages
    return introduced and words.at(i - 3) not in open_lexicon().ages and open_lexicon().degrees.isdisjoint(near)


def _decade_from(first: int) -> Years:
    return Years(first, first + 9, f"{first // 10:03d}X")


def find_year(words: Words, i: int) -> Found | None:
    """Read "2025", "2024-25", "1998-2002", "2025-03" where the number is no count."""
    year = read_year_number(words, i)
    if not year:
        return _find_short_year(words, i)
    last = second_year(words, year[0], year[1])
    business = _after_business(words, last or year[1])
    if business:
        return _fiscal_years(year[0], last=bool(last)), business
    if last:
        return Years(year[0], _last_year(year[0], words.at(last - 1))), last
    month = _iso_month(words, year[1])
    if month and words.at(i - 1) == "from" and month[0] > year[0] % 100:
        return Years(year[0], _last_year(year[0], words.at(month[1] - 1))), month[1]  # "worked there from 2003-07"
    if month:
        return CalendarDate(year[0], month[0]), month[1]
    return (CalendarDate(year[0]), year[1]) if _is_year(words, i, year[0], year[1]) else None


def _find_short_year(words: Words, i: int) -> Found | None:
    """Read "in '87", and the '88 of "in 1987 and '88"."""
    year = read_short_year(words, i)
    if not year or words.joined(i) or words.at(year[1]) in APOSTROPHES or is_counted(words, year[1]):
        return None
    after_year = words.at(i - 1) in (",", "and", "or") and words.at(i - 2).isdecimal()
    led = words.at(i - 1) in open_lexicon().before_years
    return (CalendarDate(year[0]), year[1]) if after_year or led else None


def _is_told(words: Words, i: int, end: int) -> bool:
    """Tell "nineteen ninety-six", which is no count whatever stands before it."""
    return words.at(i).isalpha() and not is_counted(words, end) and words.at(end) not in open_lexicon().casualties


def _last_year(first: int, ending: str) -> int:
    return int(ending) if len(ending) == 4 else first // 100 * 100 + int(ending)  # noqa: PLR2004


def second_year(words: Words, year: int, i: int) -> int | None:
    """Return the place after the second year of "2024-25", "2024/25", "1998-2002"."""
    if words.at(i) not in (*DASHES, "/") or not words.joined(i) or not words.joined(i + 1):
        return None
    second = words.at(i + 1)
    if not second.isdecimal() or words.at(i + 2) in (*DASHES, "/"):
        return None
    follows = int(second) == (year + 1) % 100 or int(second) > max(_MONTHS, year % 100)  # "1939-45" is no month
    short = len(second) == 2 and follows  # noqa: PLR2004
    long = len(second) == 4 and year < int(second) <= year + 200  # noqa: PLR2004
    return i + 2 if (short or long) and year in _MODERN else None


def _iso_month(words: Words, i: int) -> tuple[int, int] | None:
    """Return the month of "2025-03"."""
    month = words.at(i + 1)
    if words.at(i) != "-" or not words.joined(i) or not words.joined(i + 1) or len(month) != 2:  # noqa: PLR2004
        return None
    return (int(month), i + 2) if month.isdecimal() and 1 <= int(month) <= _MONTHS else None


def _is_year(words: Words, i: int, year: int, end: int) -> bool:
    """Tell a year from a count, a price and a model: "in 2000 he", "2000 soldiers", "$2000", "Agenda 2030"."""
    before = words.at(i - 1)
    if _is_no_year(words, i, year, end):
        return False
    if _is_told(words, i, end) or words.written(i - 1) == "AD" or words.written(end) in ("AD", "CE"):
        return True
    if year not in _TOLD or (before == "to" and not _leads_to_year(words, i - 2)):
        return False
    listed = before in ("and", "or") and words.at(i - 2).isdecimal() and len(words.at(i - 2)) == 4  # noqa: PLR2004
    if before in open_lexicon().determiners or listed:
        return year in _MODERN
    marked = before in open_lexicon().before_years
    if begins_clause(words, end):
        return year in _MODERN and year % 100 != 0 and (marked or (year % 10 != 0 and not before.isalpha()))
    return marked or (year in _MODERN and words.at(end) != "of" and not words.capitalised(i - 1))


def _is_no_year(words: Words, i: int, year: int, end: int) -> bool:
    """Tell whether the words around four figures show a count, a clock, an address, a title or part of a number."""
    before = words.at(i - 1)
    if words.joined(i) and (before.isalnum() or (before in DASHES and words.at(i - 2).isdecimal())):
        return True
    titled = before in _QUOTES and words.at(end + (words.at(end) == ",")) in _QUOTES
    return titled or _is_count(words, i, year, end) or _is_address(words, i, end)


def _leads_to_year(words: Words, i: int) -> bool:
    """Tell "compared to 2015", "1998 to 2002", "put off to 2027" from "rose to 2015"."""
    word = words.at(i)
    led = not open_lexicon().to_years.isdisjoint((word, words.at(i - 1)))  # "compare it to 2015"
    unit = word in open_lexicon().units  # "the decade to 2020"
    return led or unit or (word.isdecimal() and len(word) == 4)  # noqa: PLR2004


def _is_address(words: Words, i: int, end: int) -> bool:
    """Tell "to 2016 South First St." and "the 1900 block of Hope Street" from years; "in 2012 Wall Street" is one."""
    lexicon = open_lexicon()
    if words.at(end) in ("block", "blk"):
        return True
    if words.at(i - 1) in lexicon.before_years and words.at(i - 1) not in ("from", "of", "to"):
        return False
    for at in range(end, end + _LONGEST_STREET):
        named = words.capitalised(at) or words.at(at)[:1].isdigit()
        if named and at > end and words.at(at) in lexicon.streets:
            return True
        if not named and words.at(at) != ".":
            return False
    return False


def _is_count(words: Words, i: int, year: int, end: int) -> bool:
    """Tell whether the words around four figures show a count, a price or a clock."""
    lexicon = open_lexicon()
    before, after = words.at(i - 1), words.at(end)
    if before in lexicon.no_year_before or is_counted(words, end) or after in lexicon.no_year_after:
        return True
    return year % 10 == 0 and (before in lexicon.before_counts or after in lexicon.casualties)


def is_counted(words: Words, i: int) -> bool:
    """Tell whether what follows a number is what it counts."""
    if words.at(i) in DASHES and words.joined(i):
        i += 1
    elif words.at(i) in ("and", "or", "to") and words.at(i + 1).isdecimal():
        i += 2
    return words.at(i) in open_lexicon().counted


def begins_clause(words: Words, i: int) -> bool:
    """Tell "On March 10, 2000 soldiers crossed" from "On March 10, 2000, soldiers crossed"."""
    word = words.at(i)
    return len(word) > 3 and word.endswith("s") and not words.capitalised(i) and word.isalpha()  # noqa: PLR2004
