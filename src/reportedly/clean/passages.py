"""The passages of a page that are in another language than the rest, and the part of it that is English."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.clean.language import SAMPLE, find_language, language_words, likeliest_language
from reportedly.records import ForeignPassage
from reportedly.spans import Span

ENGLISH = "en"
# A paragraph of these many words is told by the words that join sentences together: another language's are this
# share of it, or the smaller one where no English word stands in it. "The Banco de la Nación paid" is English.
TELLING_WORDS, TELLING_SHARE, TELLING_ALONE, MOST_ENGLISH = 8, 0.25, 0.15, 0.1
ENGLISH_SHARE = 0.2  # of an English paragraph on a page in another language
TELLING_LETTERS = 12  # of another script
PART = 0.2  # of a page's text: so much English on a page in another language is read
MOST = 0.5  # of a page's text: so much of another language makes it a page in that one
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_END, _LATIN_MORE = "\u024f", ("\u1e00", "\u1eff")
# What stands for a language that is known only by its letters not being Latin ones, and for the page's own.
_SCRIPT, _OWN = "script", "own"


def tell_languages(text: str, paragraphs: Sequence[Span]) -> tuple[str | None, tuple[ForeignPassage, ...]]:
    """Return the page's language, that of most of its text, and the passages in another one."""
    language = find_language(" ".join(span.of(text) for span in paragraphs))
    passages = find_passages(text, paragraphs, language)
    if language == ENGLISH and _size([passage.span for passage in passages]) > MOST * _size(paragraphs):
        language = max(passages, key=lambda passage: passage.span.end - passage.span.start).language
        passages = find_passages(text, paragraphs, language)
    return language, passages


def find_passages(text: str, paragraphs: Sequence[Span], language: str | None) -> tuple[ForeignPassage, ...]:
    """Return the paragraphs that are in another language than the page, those next to one another as one passage.

    A Ukrainian statement below an English report is a passage in "uk"; on a Ukrainian page the English paragraphs are
    passages in "en". A quotation within a paragraph is part of it. Short paragraphs are in the page's language unless
    their letters are not, or the next longer ones on both sides of them are in one other language.
    """
    look = _foreign if language in (None, ENGLISH) else _english
    told = [look(span.of(text)[:SAMPLE]) for span in paragraphs]
    return tuple(_runs(text, paragraphs, _filled(told)))


def english_paragraphs(
    paragraphs: Sequence[Span], language: str | None, passages: Sequence[ForeignPassage]
) -> tuple[Span, ...]:
    """Return the paragraphs to be read: of an English page those outside its passages, of another its English ones.

    A page in another language has none where its English, such as a consent text, is less than a fifth of it.
    """
    english = language in (None, ENGLISH)
    found = tuple(span for span in paragraphs if english is not any(_lies_in(span, passage) for passage in passages))
    return found if english or _size(found) >= PART * _size(paragraphs) else ()


def _filled(told: Sequence[str | None]) -> list[str | None]:
    """Return the languages with the gaps filled that have the same other language on both sides."""
    filled, last = list(told), -1
    for i, language in enumerate(told):
        if language is None:
            continue
        if last >= 0 and told[last] == language:
            filled[last + 1 : i] = [language] * (i - last - 1)
        last = i
    return filled


def _lies_in(span: Span, passage: ForeignPassage) -> bool:
    return passage.span.start <= span.start and span.end <= passage.span.end


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _runs(text: str, paragraphs: Sequence[Span], told: Sequence[str | None]) -> Iterator[ForeignPassage]:
    """Yield the runs of paragraphs that were told to be in one other language."""
    edges = [0, *(i + 1 for i, (one, other) in enumerate(pairwise(told)) if one != other), len(told)]
    for start, end in pairwise(edges):
        language = told[start] if start < end else None
        if language not in (None, _OWN):
            span = Span(paragraphs[start].start, paragraphs[end - 1].end)
            yield ForeignPassage(language=_named(span.of(text), str(language)), span=span)


def _named(words: str, language: str) -> str | None:
    """Return the passage's language by the model, else by its joining words; letters alone do not tell it."""
    if language == ENGLISH:
        return ENGLISH
    likeliest = likeliest_language(words)
    if likeliest not in (None, ENGLISH):
        return likeliest
    return None if language == _SCRIPT else language


def _foreign(words: str) -> str | None:
    """Return what language but English the words are in, "own" where they are English, None where it cannot be told."""
    if not words.isascii() and _is_other_script(words):
        return _SCRIPT
    found, joining = _WORD.findall(words.lower()), language_words().joining
    english = _share(found, joining[ENGLISH])
    if english > MOST_ENGLISH:
        return _OWN
    if len(found) < TELLING_WORDS:
        return None
    shares = Counter({code: _share(found, known) for code, known in joining.items() if code != ENGLISH})
    ((code, share),) = shares.most_common(1)
    return code if share >= (TELLING_SHARE if english else TELLING_ALONE) else None


def _english(words: str) -> str | None:
    """Return "en" for words that are plainly English, "own" for as many that are not, None for few words."""
    found = _WORD.findall(words.lower())
    if len(found) < TELLING_WORDS:
        return None
    return ENGLISH if _share(found, language_words().joining[ENGLISH]) >= ENGLISH_SHARE else _OWN


def _share(words: Sequence[str], known: frozenset[str]) -> float:
    return sum(word in known for word in words) / max(1, len(words))


def _is_other_script(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    others = sum(c > _LATIN_END and not _LATIN_MORE[0] <= c <= _LATIN_MORE[1] for c in letters)
    return others >= TELLING_LETTERS and others > len(letters) / 2
