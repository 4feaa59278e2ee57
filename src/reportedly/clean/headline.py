"""The headline among the lines of a plain text."""

import unicodedata
from collections.abc import Collection, Sequence

from reportedly.clean.lines import Line
from reportedly.clean.phrases import Index
from reportedly.clean.shape import date_line, ends_sentence, has_address, inner_sentences

_QUOTES = ("Pi", "Pf")  # the curly ones of any language; a straight one may be an inch or an apostrophe
_WORDS = range(2, 31)
_USUAL_WORDS = range(5, 23)
_LONGEST = 220  # characters
_BODY = 12  # lines of the article that a headline is compared with
_LEAST_TELLING = 3  # words that carry meaning: fewer say little of an article
_TELLING = 3  # letters of a word that carries meaning
_BYLINE_WITHIN = 4  # lines
_NEAR, _FARTHEST = 5, 35  # lines above the article: how near they are makes no difference, or a full one
# What a line gains or loses beside the share of its words that the article has too, from 0 to 1.
_REPEATED, _USUAL, _BYLINE, _BULLET, _SENTENCES, _LINE_AWAY = 0.5, 0.2, 0.3, -0.6, -0.3, -0.015
_ENOUGH = 0.35
_SOON = 3  # lines
_BLANK = 2  # line ends, at least, with a blank line between


def find_headline(
    text: str, lines: Sequence[Line], opening: int, *, skipped: Collection[int], phrases: Index
) -> int | None:
    """Return which of the lines before `opening`, the article's first sentence, is its headline; None if none is.

    A headline shares words with the article that it stands above, has no full stop, has its author and date under it,
    and often stands on the page twice. Of two that are as good the upper one is the headline, the lower its deck; so is
    a line that is all quotation, right above the best. A page's first line with a blank line and soon the article under
    it needs no more: "Flood latest".
    """
    body = {word for line in lines[opening : opening + _BODY] for word in _telling(line, phrases)}
    rated = [
        (_rating(lines, i, opening, body, phrases), -i)
        for i in range(opening)
        if i not in skipped and could_be_headline(lines[i]) and not phrases.kinds(lines[i])
    ]
    rating, at = max(rated, default=(0.0, 0))
    if rating >= _ENOUGH:
        above = -at - 1
        quoted = any(-i == above for _, i in rated) and _is_quotation(lines[above].text)
        return above if quoted else -at
    return 0 if rated and rated[-1][1] == 0 and _stands_alone(text, lines, opening) else None


def _is_quotation(words: str) -> bool:
    return unicodedata.category(words[0]) in _QUOTES and unicodedata.category(words[-1]) in _QUOTES


def _stands_alone(text: str, lines: Sequence[Line], opening: int) -> bool:
    """Tell whether the first line has a blank one under it and the article begins soon after."""
    below = lines[1].span.start
    return opening <= _SOON and len(text[lines[0].span.end : below].splitlines()) >= _BLANK


def could_be_headline(line: Line) -> bool:
    """Tell whether the line has the shape of a headline: some words, no full stop at its end, no bare date."""
    return (
        len(line.text) <= _LONGEST
        and len(line.key.split()) in _WORDS
        and not ends_sentence(line.text, ".")
        and not date_line(line.text)
        and not has_address(line.text)
        and not line.key.startswith("by ")
    )


def _rating(lines: Sequence[Line], i: int, opening: int, body: Collection[str], phrases: Index) -> float:
    line = lines[i]
    words = _telling(line, phrases)
    shared = sum(word in body for word in words) / max(_LEAST_TELLING, len(words))
    below = lines[i + 1 : min(opening, i + 1 + _BYLINE_WITHIN)]
    return (
        round(shared, 1)
        + _REPEATED * (line.times > 1)
        + _USUAL * (len(line.key.split()) in _USUAL_WORDS)
        + _BYLINE * any(date_line(other.text) or other.key.startswith("by ") for other in below)
        + _BULLET * line.bullet
        + _SENTENCES * (inner_sentences(line.text) > 0)
        + _LINE_AWAY * (min(max(opening - i, _NEAR), _FARTHEST) - _NEAR)
    )


def _telling(line: Line, phrases: Index) -> set[str]:
    return {word for word in line.key.split() if len(word) >= _TELLING and word not in phrases.little}
