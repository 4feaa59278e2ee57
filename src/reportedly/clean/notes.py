"""What a page says of itself: corrections, updates, reposts, embargoes.

"Correction: 12 people died, not 14 as we reported." holds a number that the page takes back, and no reader of single
sentences can tell the two apart: nothing is read from such a line, it is kept as a note. Only what "an earlier version
of this article said" is read, for there the old number has a speaker who takes it back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.records import Article, FurnitureKind, Note, NoteKind
from reportedly.spans import Span

_LONGEST = 900  # characters of a line that speaks of the page
_SHORT = 120  # characters of a line that only says from where
_NAMES = frozenset({"via", "h/t", "hat tip"})  # a name and nothing else stands behind them
_MOST_NAMES = 6  # words
_FEWEST_WORDS = 4  # of a sentence
_VERB_WITHIN = 2  # words
_AFTER_LABEL = (":", "-", "–", "—")  # noqa: RUF001 -- dashes
_DAY = r"[^:\n]{0,40}?\d[^:\n]{0,30}?"
_GAP = r"\s*(?::|[-–—]{1,2}\s|$)\s*"  # noqa: RUF001 -- dashes
_AFTER_MARK = r"\s?[-–—:]"  # noqa: RUF001 -- dashes
_OPENING = "(*[_—– "  # noqa: RUF001 -- dashes
# "First published on 3 March 2031" is a date and nobody's report.
_DATE_AHEAD = re.compile(
    r"\W*(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)[a-z]*\b)"
)
_SENTENCE_END = re.compile(r"[.!?][\"”')\]]*\s+")
_SILENT = frozenset({FurnitureKind.CAPTION, FurnitureKind.COMMENTS, FurnitureKind.RELATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWords:
    """The word list data/notes.toml: phrases by the kind of note they make, and what a page calls itself."""

    pages: tuple[str, ...]
    labels: dict[NoteKind, tuple[str, ...]]
    marks: dict[NoteKind, tuple[str, ...]]
    starts: dict[NoteKind, tuple[str, ...]]
    holds: dict[NoteKind, tuple[str, ...]]
    versions: tuple[str, ...]
    saying: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrases:
    """The phrases, ready to be looked for; the longest of a kind come first."""

    pages: tuple[str, ...]
    labels: tuple[tuple[NoteKind, re.Pattern[str]], ...]
    first_words: tuple[str, ...]
    marks: tuple[tuple[NoteKind, re.Pattern[str]], ...]
    starts: tuple[tuple[str, NoteKind], ...]
    holds: tuple[tuple[str, NoteKind], ...]


def find_notes(article: Article) -> tuple[Note, ...]:
    """Return where the page speaks of itself, in its order.

    "This article was amended on 3 March" is CORRECTED, "Reposted from the Harlow Post" REPOSTED; so is the paragraph
    under a heading "Correction". Of "UPDATE: Two more people were found." and "CORRECTED-Dam holds" the first word is
    the note, for what follows is news.
    """
    phrases = _phrases()
    spoken = [piece.span for piece in article.furniture if piece.kind not in _SILENT]
    title = article.title.span if article.title else None
    lines = sorted({*spoken, *article.paragraphs} - {title}, key=lambda span: (span.start, span.end))
    marked = _marked(article.text, title, phrases) if title else None
    return (*([marked] if marked else []), *_in_lines(article.text, [line for line in lines if line], phrases))


def set_aside(text: str, notes: Sequence[Note]) -> tuple[Span, ...]:
    """Return the notes that are not read: all but a label in front of news, and what an earlier version said."""
    return tuple(note.span for note in notes if not (_is_label(text, note) or _takes_back(text, note)))


def _is_label(text: str, note: Note) -> bool:
    return text[note.span.end : note.span.end + 2].lstrip().startswith(_AFTER_LABEL)


def _takes_back(text: str, note: Note) -> bool:
    """Tell "An earlier version of this article wrongly said that 14 people had died." from other corrections."""
    if note.kind is not NoteKind.CORRECTED:
        return False
    words = read_lexicon("notes.toml", NoteWords)
    parts = (note.span.of(text).casefold().partition(version) for version in words.versions)
    _, version, after = min(parts, key=lambda part: len(part[0]))
    return bool(version) and not words.saying.isdisjoint(after.split()[:_VERB_WITHIN])


def told_paragraphs(text: str, paragraphs: Sequence[Span], aside: Sequence[Span]) -> tuple[Span, ...]:
    """Return what the paragraphs hold beside the spans that are set aside."""
    told = []
    for paragraph in paragraphs:
        at = paragraph.start
        for span in [span for span in aside if paragraph.start <= span.start and span.end <= paragraph.end]:
            told.append(Span(at, max(at, span.start)))
            at = max(at, span.end)
        told.append(Span(at, paragraph.end))
    return tuple(bare for span in told if (bare := span.stripped(text)).start < bare.end)


def _marked(text: str, title: Span, phrases: _Phrases) -> Note | None:
    """Return the note in front of a headline: "CORRECTED-Dam holds", "UPDATE 2: Dam holds"."""
    found = ((kind, mark.match(text, title.start, title.end)) for kind, mark in phrases.marks)
    return next((Note(kind=kind, span=Span(*match.span("mark"))) for kind, match in found if match), None)


def _in_lines(text: str, lines: Sequence[Span], phrases: _Phrases) -> Iterator[Note]:
    heading: NoteKind | None = None
    for line in lines:
        note = _note(text, line, phrases) or (Note(kind=heading, span=line) if heading else None)
        heading = _heading(line.of(text), phrases)
        if note is not None:
            yield note


def _heading(words: str, phrases: _Phrases) -> NoteKind | None:
    """Return the kind that a heading gives the paragraph under it: "Correction:" is CORRECTED; an update is news."""
    found = next((kind for kind, label in phrases.labels if label.fullmatch(words.casefold())), None)
    return None if found is NoteKind.UPDATED else found


def _note(text: str, line: Span, phrases: _Phrases) -> Note | None:
    if line.end - line.start > _LONGEST:
        return None
    words = line.of(text).casefold().replace("’", "'")  # noqa: RUF001 -- an apostrophe
    if len(words) != line.end - line.start:  # letters that are two in lower case: places would not be those of the text
        return None
    if words.lstrip(_OPENING).startswith(phrases.first_words):
        label = next(((kind, found) for kind, label in phrases.labels if (found := label.match(words))), None)
        if label is not None:
            return _labelled(line, *label)
        if kind := _by_start(words.lstrip(_OPENING), phrases):
            return Note(kind=kind, span=_ended(text, line, kind))
    if any(page in words for page in phrases.pages):
        held = next(((words.find(phrase), kind) for phrase, kind in phrases.holds if phrase in words), None)
        if held is not None:
            start = max((end.end() for end in _SENTENCE_END.finditer(words, 0, held[0])), default=0)
            return Note(kind=held[1], span=_ended(text, Span(line.start + start, line.end), held[1]))
    return None


def _labelled(line: Span, kind: NoteKind, label: re.Match[str]) -> Note:
    """Return the note of a line with a label. Behind "Update:" stands news, or a day: "Updated: 3 March, 10:15"."""
    news = kind is NoteKind.UPDATED and len(label.string[label.end() :].split()) >= _FEWEST_WORDS
    return Note(kind=kind, span=Span(line.start, line.start + label.end("label")) if news else line)


def _by_start(words: str, phrases: _Phrases) -> NoteKind | None:
    for start, kind in phrases.starts:
        rest = words[len(start) :]
        if words.startswith(start) and not rest[:1].isalnum():
            short = len(words) <= _SHORT and rest.strip() and not _DATE_AHEAD.match(rest)
            named = start not in _NAMES or len(rest.split()) <= _MOST_NAMES
            return kind if kind is not NoteKind.REPOSTED or (short and named) else None
    return None


def _ended(text: str, note: Span, kind: NoteKind) -> Span:
    """Return the note up to the end of its sentence, a correction up to the line's: "It said 14. Twelve died."."""
    end = _SENTENCE_END.search(text, note.start, note.end)
    if kind is NoteKind.CORRECTED or end is None:
        return note
    return Span(note.start, end.end()).stripped(text)


@cache
def _phrases() -> _Phrases:
    words = read_lexicon("notes.toml", NoteWords)
    starts = _spelled(words.starts, words.pages)
    labels = {label for listed in words.labels.values() for label in listed}
    return _Phrases(
        pages=words.pages,
        labels=tuple((kind, _label(listed)) for kind, listed in words.labels.items()),
        first_words=tuple(sorted(labels | {start for start, _ in starts})),
        marks=tuple((kind, _mark(listed)) for kind, listed in words.marks.items()),
        starts=starts,
        holds=_spelled(words.holds, words.pages),
    )


def _label(listed: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?P<label>(?:{_either(listed)})\b(?:\W*{_DAY})?){_GAP}")


def _mark(listed: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?P<mark>(?:{_either(listed).upper()})(?: \d+)?){_AFTER_MARK}")


def _either(phrases: Sequence[str]) -> str:
    return "|".join(sorted(phrases, key=len, reverse=True))


def _spelled(phrases: Mapping[NoteKind, Sequence[str]], pages: Sequence[str]) -> tuple[tuple[str, NoteKind], ...]:
    """Return the phrases with each of the words that a page has for itself, the longest first."""
    spelled = {
        phrase.replace("{page}", page).strip(): kind
        for kind, listed in phrases.items()
        for phrase in listed
        for page in pages
    }
    return tuple(sorted(spelled.items(), key=lambda item: -len(item[0])))
