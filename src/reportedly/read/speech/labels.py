"""What opens a paragraph and says who speaks in it: "GEN. KASK:", "Q:", "The Port Letter:"."""
# ruff: noqa: RUF001 -- dashes and apostrophes that look alike

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.read.names import open_titles
from reportedly.read.speech.quotations import MARKS
from reportedly.records import Name, NameKind, Sentence
from reportedly.spans import Span

LEXICON = "scripts.toml"
LONGEST_LABEL = 60
MOST_WORDS = 7
COLON = re.compile(rf"[^\W\d_][^:\n!?;\"“”„«»@]{{0,{LONGEST_LABEL - 1}}}?\s?:(?=\s|$)")
# Scraped pages lose what stood behind the letter: "QWho broke it?".
LETTER = re.compile(r"(?P<name>[QA])(?:\d{1,2})?(?:\s?[:.)]|\s[-–—])(?=\s|$)|(?P<glued>Q)(?=[A-Z][a-z'’]+\s)")
# The time in front of a label, in brackets or with its seconds.
STAMP = re.compile(r"(?:[\[(]\d{1,2}:\d\d(?::\d\d)?[\])]|\d{1,2}:\d\d:\d\d)\s?(?:[-–—]\s?)?")
ASIDE = re.compile(r"\([^()]*\)?|,.*")
WORD = re.compile(r"\w[\w'’-]*")
SMALL = frozenset(
    {"and", "bin", "da", "de", "del", "der", "di", "for", "from", "in", "la", "le", "of", "the", "to", "van", "von"}
)


@dataclass(frozen=True, kw_only=True)
class ScriptWords:
    """The lists of data/scripts.toml."""

    interviewer: frozenset[str]
    answerer: frozenset[str]
    speaker: frozenset[str]
    no_speaker: frozenset[str]
    place: frozenset[str]
    interview: tuple[str, ...]
    asked: tuple[str, ...]
    met: tuple[str, ...]
    interviewed_by: tuple[str, ...]
    reporter: frozenset[str]
    edited: tuple[str, ...]
    stage: frozenset[str]
    farewell: frozenset[str]
    so_called: tuple[str, ...]


class Speaker(Enum):
    """What a label shows of who speaks."""

    ASKS = "asks"  # "Q"
    ANSWERS = "answers"  # "A"
    KNOWN = "known"  # somebody whom the page names, or an office
    POSSIBLE = "possible"  # words with capitals


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands before a turn: "GEN. KASK:".

    `start` is where the turn begins. `key` is the same for "KASK" and "GEN. KASK".
    """

    name: Span
    mark: Span
    start: int
    key: str
    kind: Speaker
    letter: bool = False


@cache
def script_words() -> ScriptWords:
    """Return the word lists of scripts."""
    words: ScriptWords = read_lexicon(LEXICON, ScriptWords)
    return words


def is_no_speaker(words: str) -> bool:
    """Tell whether the words before a colon are an editor's: "Photo", "UPDATE", "Editor's note"."""
    plain = words.lower().strip()
    listed = script_words().no_speaker
    return plain in listed or plain.rpartition(" ")[2] in listed


def find_surnames(text: str, sentences: Sequence[Sentence], names: Iterable[Name]) -> frozenset[str]:
    """Return the last words of the people on the page, and their initials, in lower case.

    A single word before a colon, "Drums:", is not known by itself, unless it stands in capitals as a speaker's does.
    """
    named = [name.span for name in names if name.kind is NameKind.PERSON]
    tagged = [token.span for sentence in sentences for token in sentence.tokens if token.entity == "PERSON"]
    words = ((span, span.of(text)) for span in (*named, *tagged))
    kept = [w for span, w in words if " " in w or w.isupper() or text[span.end : span.end + 1] != ":"]
    initials = {"".join(part[0] for part in word.split()).lower() for word in kept if " " in word}
    return frozenset(initials | {word.split()[-1].lower() for word in kept if word[-1].isalpha() and len(word) > 1})


def note_end(text: str, paragraph: Span) -> int | None:
    """Return where an editor's label ends that opens a paragraph: "Note:", "UPDATE:"."""
    match = COLON.match(text, paragraph.start, paragraph.end)
    return match.end() if match is not None and is_no_speaker(match[0][:-1]) else None


def read_label(text: str, paragraph: Span, surnames: frozenset[str]) -> Label | None:
    """Return the label that opens a paragraph, None where it opens with prose.

    "GEN. KASK: We stay." has one, "The mayor said: we stay." and "Note: it rained." have none.
    """
    stamp = STAMP.match(text, paragraph.start, paragraph.end)
    begin = stamp.end() if stamp else paragraph.start
    begin += text[begin : begin + 1] in MARKS  # each turn may stand between marks of its own
    if letter := LETTER.match(text, begin, paragraph.end):
        return _read_letter(letter)
    match = COLON.match(text, begin, paragraph.end)
    if match is None:
        return None
    name = Span(match.start(), match.end() - 1).stripped(text)
    plain = ASIDE.sub("", name.of(text)).strip()
    words = WORD.findall(plain)
    if not words or len(words) > MOST_WORDS or is_no_speaker(plain) or not _has_capitals(words):
        return None
    return Label(
        name=name,
        mark=Span(match.end() - 1, match.end()),
        start=match.end(),
        key=words[-1].lower(),
        kind=_kind(plain, words, surnames),
    )


def _read_letter(match: re.Match[str]) -> Label:
    name = Span(*match.span("glued" if match["glued"] else "name"))
    key = match[0][0]
    kind = Speaker.ASKS if key == "Q" else Speaker.ANSWERS
    return Label(name=name, mark=Span(name.end, match.end()), start=match.end(), key=key, kind=kind, letter=True)


def _has_capitals(words: Sequence[str]) -> bool:
    return words[0][0].isupper() and all(word[0].isupper() or word[0].isdigit() or word in SMALL for word in words)


def _kind(plain: str, words: Sequence[str], surnames: frozenset[str]) -> Speaker:
    lists, lower = script_words(), plain.lower()
    if lower in lists.interviewer:
        return Speaker.ASKS
    if lower in lists.answerer:
        return Speaker.ANSWERS
    titles = open_titles()
    office = words[-1].lower() in titles.roles or any(f"{word}." in titles.titles for word in _cased(words[0]))
    known = words[-1].lower() in surnames or lower in lists.speaker or words[-1].lower() in lists.speaker
    return Speaker.KNOWN if known or office else Speaker.POSSIBLE


def _cased(word: str) -> tuple[str, str]:
    return word, word.capitalize()
