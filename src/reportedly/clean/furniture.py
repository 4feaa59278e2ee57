"""The article told from the furniture around it, line by line, in plain text.

Every line has a score for how much it looks like the article (prose.py). Rules that need no weighing come first:
counters, labels, consent texts, the title again. The article is the run of lines with the highest sum; inside it, lines
that look like furniture still go.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reportedly.clean.bios import find_bios
from reportedly.clean.captions import is_caption
from reportedly.clean.datelines import own_dateline
from reportedly.clean.headline import find_headline
from reportedly.clean.imprints import speaks_of_page
from reportedly.clean.lines import Line, find_lines
from reportedly.clean.outlets import Outlets, world_outlets
from reportedly.clean.phrases import Index, furniture_phrases
from reportedly.clean.prose import prose_scores, shipped_weights
from reportedly.clean.rows import find_rows
from reportedly.clean.shape import date_line, ends_sentence, only_numbers, words_of
from reportedly.clean.signatures import find_signatures
from reportedly.records import Furniture, FurnitureKind

# Lines that are furniture whatever they score have this one, so that they part what stands on both sides of them.
RULED_OUT = -4.0
# Log odds from which a line draws the article to itself, and from which a line inside the article stays.
DRAWS = -0.5
STAYS = -1.5
_SENTENCE = 60  # characters
_ABOVE = 3  # lines above the run that may be the article's where there is no headline
_HEAVIEST = 400  # characters
_NAME_WORDS = 4
_FEWEST_WORDS = 3  # of an article's last line
_ROLE_WORDS = 8
_LABELS = frozenset({FurnitureKind.CAPTION, FurnitureKind.COUNTER, FurnitureKind.METADATA, FurnitureKind.OTHER})
_PROMPTS = frozenset(
    {
        FurnitureKind.BIO,
        FurnitureKind.COMMENTS,
        FurnitureKind.CONSENT,
        FurnitureKind.COPYRIGHT,
        FurnitureKind.SHARE,
        FurnitureKind.SUBSCRIBE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedLines:
    """A text's lines, sorted: the headline, the article's lines, and the rest with its kind."""

    headline: Line | None
    article: tuple[Line, ...]
    furniture: tuple[Furniture, ...]


def sort_lines(text: str, *, weights: Mapping[str, float] | None = None, outlets: Outlets | None = None) -> SortedLines:
    """Return which lines of a pasted or saved page are its article.

    "Kindly share this story" goes, as SHARE; "• The dam holds 3 million tonnes of water." stays; so does a heading
    that says something, "Harrow sends engineers to the dam", while "Points of attention" goes, as HEADING. `weights`
    are those of prose.py, the shipped ones unless given; `outlets` those of the world unless given.
    """
    lines, phrases, outlets = find_lines(text), furniture_phrases(), outlets or world_outlets()
    kinds = dict(_by_rule(text, lines, phrases, outlets))
    odds = prose_scores(lines, phrases, shipped_weights() if weights is None else weights)
    rows = find_rows(lines)
    scores = [_ruled(max(score, DRAWS) if i in rows else score, kinds.get(i)) for i, score in enumerate(odds)]
    article = _heaviest_run(lines, scores)
    opening = next((i for i in article if ends_sentence(lines[i].text)), article.start)
    headline = find_headline(text, lines, opening, skipped=kinds, phrases=phrases)
    if headline is not None:
        kinds |= _repeats(lines, headline)
    signed = [i for i in find_signatures(lines) if i > opening and i not in kinds]
    kinds |= {i: kind for i, kind in _labels(lines, opening, kinds, phrases) if i not in signed}
    kinds |= dict.fromkeys(find_bios(text, lines, range(opening, article.stop), kinds, outlets), FurnitureKind.BIO)
    lead = range(max(0, article.start - _ABOVE) if headline is None else headline + 1, article.start)
    tail = takewhile(lambda i: _tells(lines[i], scores[i], phrases), range(article.stop, len(lines)))
    stays = {i for i in article if scores[i] >= STAYS} | {i for i in lead if _tells(lines[i], scores[i], phrases)}
    stays |= set(tail)
    stays -= {*kinds, headline}
    for i in signed:
        stays |= {i} if i - 1 in stays else set()
    stays -= _trailing(lines, stays.difference(signed), rows)
    return SortedLines(
        headline=None if headline is None else lines[headline],
        article=tuple(lines[i] for i in sorted(stays)),
        furniture=tuple(
            Furniture(span=line.span, kind=kinds.get(i) or _by_look(line, phrases))
            for i, line in enumerate(lines)
            if i not in stays and i != headline
        ),
    )


def furniture_by_rule(text: str, outlets: Outlets | None = None) -> tuple[Furniture, ...]:
    """Return the lines of an extracted article that are furniture whatever stands around them."""
    lines = find_lines(text)
    found = _by_rule(text, lines, furniture_phrases(), outlets or world_outlets())
    return tuple(Furniture(span=lines[i].span, kind=kind) for i, kind in found)


def _ruled(score: float, kind: FurnitureKind | None) -> float:
    """Return the score of a line given the rule it fell under: headings inside an article do not part it."""
    if kind is None:
        return score
    if kind is FurnitureKind.HEADING:
        return DRAWS
    return min(score, DRAWS) if kind in _LABELS else RULED_OUT


def _heaviest_run(lines: Sequence[Line], scores: Sequence[float]) -> range:
    """Return the run of lines whose scores, weighted by length, have the highest sum; all where no line scores."""
    best, run, heavy, start = 0.0, range(len(lines)), 0.0, 0
    for i, (line, score) in enumerate(zip(lines, scores, strict=True)):
        if heavy <= 0:
            heavy, start = 0.0, i
        heavy += max(-4.0, min(score - DRAWS, 4.0)) * math.sqrt(min(len(line.text), _HEAVIEST))
        if heavy > best:
            best, run = heavy, range(start, i + 1)
    return run


def _tells(line: Line, score: float, phrases: Index) -> bool:
    """Tell whether a line at an edge of the run is a sentence of the article, which labels or its end set apart."""
    return (
        score >= STAYS
        and len(line.text) >= _SENTENCE
        and not line.bullet
        and (ends_sentence(line.text) or ". " in line.text)
        and not phrases.kinds(line)
    )


def _trailing(lines: Sequence[Line], stays: Collection[int], rows: Collection[int]) -> frozenset[int]:
    """Return the names that an article cannot end with: "Orsk News" below its last sentence; "Yours truly," stays."""
    last = takewhile(
        lambda i: i not in rows and _is_label(lines[i]),
        sorted(stays, reverse=True),
    )
    found = frozenset(last)
    return found if len(found) < len(stays) else frozenset()


def _is_label(line: Line) -> bool:
    words = words_of(line.text)
    return (
        len(words) < _FEWEST_WORDS and line.text[-1].isalnum() and (len(words) < _FEWEST_WORDS - 1 or _only_names(line))
    )


def _by_rule(text: str, lines: Sequence[Line], phrases: Index, outlets: Outlets) -> Iterator[tuple[int, FurnitureKind]]:
    kinds: dict[str, FurnitureKind | None] = {}
    for i, line in enumerate(lines):
        if line.text not in kinds:
            kinds[line.text] = _kind_by_rule(text, line, phrases, outlets)
        if kind := kinds[line.text]:
            yield i, kind


def _kind_by_rule(text: str, line: Line, phrases: Index, outlets: Outlets) -> FurnitureKind | None:
    if not line.key:
        return FurnitureKind.OTHER
    if only_numbers(line.text) or phrases.counts(line):
        return FurnitureKind.COUNTER
    whole = phrases.whole_kind(line)
    if whole is not None:
        return whole
    if speaks_of_page(text, line.span, outlets) or own_dateline(text, line.span, outlets):
        return FurnitureKind.METADATA
    return _kind_by_words(line, phrases)


def _kind_by_words(line: Line, phrases: Index) -> FurnitureKind | None:
    if phrases.credits_picture(line) or is_caption(line.text):
        return FurnitureKind.CAPTION
    if phrases.reaches(line):
        return FurnitureKind.BIO
    if phrases.points_elsewhere(line):
        return FurnitureKind.RELATED
    prompt = next((kind for kind in phrases.kinds(line) if kind in _PROMPTS), None)
    return prompt or phrases.labelled_kind(line)


def _repeats(lines: Sequence[Line], headline: int) -> dict[int, FurnitureKind]:
    return {
        i: FurnitureKind.REPEATED for i, line in enumerate(lines) if i != headline and line.key == lines[headline].key
    }


def _labels(
    lines: Sequence[Line], opening: int, kinds: Mapping[int, FurnitureKind], phrases: Index
) -> Iterator[tuple[int, FurnitureKind]]:
    """Yield dates above the article, and lines that only name somebody, there or twice, with the role under them."""
    named = -2
    for i, line in enumerate(lines):
        if i in kinds:
            continue
        if i < opening and phrases.dates(line):
            yield i, FurnitureKind.METADATA
        elif _only_names(line) and (i < opening or line.times > 1):
            named = i
            yield i, FurnitureKind.CAPTION
        elif named == i - 1 and _only_role(line, phrases):
            yield i, FurnitureKind.CAPTION


def _only_names(line: Line) -> bool:
    words = words_of(line.text)
    return 0 < len(words) <= _NAME_WORDS and not ends_sentence(line.text) and all(word[0].isupper() for word in words)


def _only_role(line: Line, phrases: Index) -> bool:
    words = words_of(line.text)
    label = len(words) <= _ROLE_WORDS and ":" not in line.text and not ends_sentence(line.text)
    return label and not phrases.verbs.intersection(words)


def _by_look(line: Line, phrases: Index) -> FurnitureKind:
    kinds = phrases.kinds(line)
    if kinds:
        return kinds[0]
    if date_line(line.text):
        return FurnitureKind.METADATA
    return FurnitureKind.NAVIGATION if line.bullet or len(words_of(line.text)) <= _NAME_WORDS else FurnitureKind.OTHER
