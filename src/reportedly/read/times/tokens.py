"""A stretch of text as words, and what the word list knows of each."""

import re
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.spans import Span

# One pass, no backtracking: a number with its separators and suffix, a word with its number, or one sign.
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*[^\W\d_]*|[^\W\d_]+\d*|[^\w\s]")
_YEAR_DIGITS = 4
_SHORT_YEAR = 2
_ORDINALS = ("st", "nd", "rd", "th")
_PADDING = ("",) * 16
DASHES = ("-", "\N{EN DASH}", "\N{EM DASH}", "\N{NON-BREAKING HYPHEN}", "\N{FIGURE DASH}")
APOSTROPHES = ("'", "\N{RIGHT SINGLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """The form of data/times.toml."""

    after_holidays: frozenset[str]
    after_marches: frozenset[str]
    ages: frozenset[str]
    around: frozenset[str]
    before_counts: frozenset[str]
    cancelling: frozenset[str]
    casualties: frozenset[str]
    comparable: frozenset[str]
    before_months: frozenset[str]
    before_seasons: frozenset[str]
    before_todays: frozenset[str]
    before_windows: frozenset[str]
    before_years: frozenset[str]
    beginning: frozenset[str]
    counted: frozenset[str]
    dayparts: frozenset[str]
    degrees: frozenset[str]
    denying: frozenset[str]
    determiners: frozenset[str]
    doubtful_holidays: frozenset[str]
    doubtful_months: frozenset[str]
    eras: frozenset[str]
    future_auxiliaries: frozenset[str]
    had: frozenset[str]
    intending: frozenset[str]
    looking_ahead: frozenset[str]
    matches: frozenset[str]
    mishaps: frozenset[str]
    moving: frozenset[str]
    named_days: frozenset[str]
    no_year_after: frozenset[str]
    no_year_before: frozenset[str]
    past_being: frozenset[str]
    past_infinitives: frozenset[str]
    perfect_auxiliaries: frozenset[str]
    planning: frozenset[str]
    putting_ahead: frozenset[str]
    ranking: frozenset[str]
    setting: frozenset[str]
    short_months: frozenset[str]
    southern: frozenset[str]
    streets: frozenset[str]
    supposing: frozenset[str]
    takings: frozenset[str]
    telling: frozenset[str]
    timetabled: frozenset[str]
    to_years: frozenset[str]
    bounds: dict[str, str]
    decades: dict[str, int]
    directions: dict[str, int]
    holidays: dict[str, str]
    months: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    parts: dict[str, str]
    phrases: dict[str, str]
    seasons: dict[str, int]
    short_weekdays: dict[str, int]
    units: dict[str, str]
    weekdays: dict[str, int]
    which: dict[str, str]
    will: frozenset[str]
    zones: frozenset[str]


@cache
def open_lexicon() -> TimeWords:
    """Return the word list of times, read once."""
    lexicon: TimeWords = read_lexicon("times.toml", TimeWords)
    return lexicon


@cache
def phrases_by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the fixed expressions by their first word, the longest first: `{"so": ((("so", "far"), "to_present"),)}`.

    The word list is read once.
    """
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, meaning in open_lexicon().phrases.items():
        parts = tuple(words.split())
        found.setdefault(parts[0], []).append((parts, meaning))
    return {first: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for first, phrases in found.items()}


@cache
def holidays_by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the named days by their first word, the longest first: `{"boxing": ((("boxing", "day"), "12-26"),)}`."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, rule in _holidays():
        found.setdefault(words[0], []).append((words, rule))
    return {first: tuple(sorted(names, key=lambda n: -len(n[0]))) for first, names in found.items()}


def _holidays() -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(_TOKEN.findall(name)), rule) for name, rule in open_lexicon().holidays.items())


@cache
def core_words() -> frozenset[str]:
    """Return the words that an expression of time cannot do without one of."""
    lexicon = open_lexicon()
    named = {*lexicon.months, *lexicon.weekdays, *lexicon.seasons, *lexicon.units, *lexicon.decades}
    last = {words.split()[-1] for words in lexicon.phrases}
    feasts = {next(word for word in reversed(words) if len(word) > 1) for words, _ in _holidays()}
    short = {"q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q", "h1", "h2", *_FISCAL}
    return frozenset({*named, *last, *feasts, *lexicon.dayparts, *short, "then", "nineteen", "period"})


@cache
def opening_words() -> frozenset[str]:
    """Return the words that an expression of time can begin with, beside numbers."""
    lexicon = open_lexicon()
    tables = (
        holidays_by_first_word(),
        *(lexicon.bounds, lexicon.decades, lexicon.months, lexicon.numbers, lexicon.ordinals, lexicon.parts),
        *(lexicon.seasons, lexicon.short_weekdays, lexicon.weekdays, lexicon.which, lexicon.dayparts),
        *(lexicon.around, lexicon.before_windows, phrases_by_first_word()),
    )
    words = {word for table in tables for word in table}
    return frozenset({*words, *_FIRST})


# "FY2025", "FY25"
_FISCAL = tuple(f"fy{figures}" for year in range(1980, 2060) for figures in (year, f"{year % 100:02d}"))

# Words that open an expression by their part in the grammar, not by their meaning.
_FIRST = (
    *("the", "between", "from", "earlier", "later", "half", "ever", "prior", "no", "recent", "few", "several", "many"),
    *(
        "fiscal",
        "financial",
        "academic",
        "school",
        "tax",
        "calendar",
        "iso",
        *_FISCAL,
        "year",
        "every",
        "each",
        "q1",
        "q2",
        "q3",
        "q4",
        "h1",
        "h2",
        "fy",
        *APOSTROPHES,
        "its",
        "turn",
        "week",
        "weekend",
        "more",
        "less",
    ),
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a stretch of text: as written, in lower case, and where each stands in the page's text.

    `padded` are the words in lower case with empty ones at the end, which a look before the first word finds too.
    """

    raw: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    padded: tuple[str, ...]

    def at(self, i: int) -> str:
        """Return a word in lower case; nothing beyond the ends."""
        try:
            return self.padded[i]
        except IndexError:
            return ""

    def written(self, i: int) -> str:
        """Return a word as it is written; nothing beyond the ends."""
        return self.raw[i] if 0 <= i < len(self.raw) else ""

    def capitalised(self, i: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.written(i)[:1].isupper()

    def is_one_of(self, i: int, *words: str) -> bool:
        """Tell whether the word at a place is one of some."""
        return self.at(i) in words

    def joined(self, i: int) -> bool:
        """Tell whether nothing stands between a word and the one before it: "1990" in "PS1990" or "2,000"."""
        return 0 < i < len(self.raw) and self.starts[i - 1] + len(self.raw[i - 1]) == self.starts[i]

    def owns(self, i: int) -> bool:
        """Tell whether a possessive ending stands at a place: "'s"."""
        return self.at(i) in APOSTROPHES and self.at(i + 1) == "s"

    def span(self, first: int, end: int) -> Span:
        """Return the stretch of text from one word up to another, not included."""
        return Span(self.starts[first], self.starts[end - 1] + len(self.raw[end - 1]))

    def cores(self) -> list[int]:
        """Return where the words stand that an expression of time cannot do without."""
        known = core_words()
        return [
            i for i, word in enumerate(self.lower) if word in known or (word[0].isdigit() and self._is_core(i, word))
        ]

    def _is_core(self, i: int, number: str) -> bool:
        """Tell whether a number may be a date by itself: "1990", "1990s", "14.03.2025", "the 3rd", "'87"."""
        if number.isdigit():
            return len(number) == _YEAR_DIGITS or (len(number) == _SHORT_YEAR and self.at(i - 1) in APOSTROPHES)
        return number[-1] == "s" or number[-2:] in _ORDINALS or number.count(".") > 1


def read_words(text: str, span: Span) -> Words:
    """Return the words of a stretch of the text.

    "Sept. 30, 2024" has the words "Sept", ".", "30", ",", "2024".
    """
    raw, starts = [], []
    for match in _TOKEN.finditer(text, span.start, span.end):
        raw.append(match.group())
        starts.append(match.start())
    lower = tuple([word.lower() for word in raw])
    return Words(tuple(raw), lower, tuple(starts), lower + _PADDING)
