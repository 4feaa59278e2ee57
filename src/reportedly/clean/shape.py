"""What a line looks like, whatever it says."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")  # noqa: RUF001 -- apostrophes
_CLOSING = "\"'”’»)]*"  # noqa: RUF001 -- what may stand after the mark that ends a sentence
_INNER_END = re.compile(r"""[.!?][)\]"'”’»]*\s+(?=["'“‘«(]?[^\W\d_])|[。！？]""")  # noqa: RUF001 -- the marks of other scripts
_DATE = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d|(?:19|20)\d\d)\b"
    r"|\b\d+ (?:min|hour|day|week)\w* ago\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"[\d\s.,:/|%+•·-]+")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|(?:^|\s)@\w", re.IGNORECASE)
SENTENCE_MARKS = ".!?。！？"  # noqa: RUF001 -- the marks of other scripts
_DATE_LINE = 60  # characters


def words_of(text: str) -> list[str]:
    """Return the words of the text, numbers too."""
    return _WORD.findall(text)


def ends_sentence(text: str, marks: str = SENTENCE_MARKS) -> bool:
    """Tell whether the text ends with one of the marks, within quotation marks or not: 'It "held."'."""
    return text[-8:].rstrip(_CLOSING).endswith(tuple(marks))


def inner_sentences(text: str) -> int:
    """Return how many sentences end inside the text."""
    return len(_INNER_END.findall(text))


def dated(text: str) -> bool:
    """Tell whether a date or a clock time stands in the text."""
    return _DATE.search(text) is not None


def date_line(text: str) -> bool:
    """Tell whether the text is short and holds a date: "3 March 2031, 10:15"."""
    return len(text) < _DATE_LINE and dated(text)


def has_address(text: str) -> bool:
    """Tell whether a web or mail address or the name of an account stands in the text."""
    return _ADDRESS.search(text) is not None


def only_numbers(text: str) -> bool:
    """Tell whether the text is a count or two: "651 4"."""
    return _NUMBERS.fullmatch(text) is not None and any(c.isdigit() for c in text)
