"""What is told of an article's author below it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.clean.imprints import author_of
from reportedly.clean.lines import Line
from reportedly.clean.outlets import Outlets
from reportedly.clean.shape import ends_sentence, words_of
from reportedly.lexicons import read_lexicon

_NAME_WORDS = 4
_LAST = 3  # lines of an article that may tell of its author
_ARTICLE = 4  # lines before them
_LONGEST = 600  # characters
_NEAR = 12  # words in which a name's role stands
_NAME = r"[^\W\d_a-z][\w.'’-]*"  # noqa: RUF001 -- an apostrophe
# "Jane Roe, a former engineer, writes ..." begins with its subject.
_SUBJECT = re.compile(
    rf"(?P<name>{_NAME}(?: (?:(?:van|von|de|der|den|la|al|el|bin|da|di|du) ){{0,2}}{_NAME}){{1,3}})"
    r"(?P<aside>, [^,.]{3,80},)? (?P<verb>[a-z]+) "
)
_AUTHOR = re.compile(r"(?:The|This) (?:author|writer|columnist) (?:is|was|has|teaches|writes|works)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class BioWords:
    """The word list data/bios.toml."""

    roles: frozenset[str]
    verbs: frozenset[str]


def find_bios(
    text: str, lines: Sequence[Line], article: range, skipped: Collection[int], outlets: Outlets
) -> Iterator[int]:
    """Yield which lines below an article's first sentence tell of its author; `article` goes from there to its end.

    It stands under "About the author" or "About Jane Roe", or begins with the name of the byline: "Jane Roe covers the
    courts for the Harlow Post." So it is where an article's last lines name somebody by a writer's role of whom nothing
    was told before: "Sam Poe teaches hydrology at Orsk."
    """
    authors = tuple(name for line in lines[: article.start] if (name := author_of(text, line.span, outlets)))
    about = False
    for i in range(article.start + 1, len(lines)):
        line = lines[i]
        heading = _is_heading(line)
        told = about and ends_sentence(line.text)
        named = i not in skipped and line.text.startswith(authors or "\0")
        if heading or told or named or (i not in skipped and _introduces(lines, i, article)):
            yield i
        about = heading or (about and ends_sentence(line.text))


def _is_heading(line: Line) -> bool:
    if not line.key.startswith("about ") or ends_sentence(line.text):
        return False
    names = words_of(line.text)[1:]
    return line.key.startswith("about the author") or (
        1 < len(names) <= _NAME_WORDS and all(name[0].isupper() for name in names)
    )


def _introduces(lines: Sequence[Line], i: int, article: range) -> bool:
    """Tell whether a line at the end of an article introduces somebody new, as a person who writes."""
    line = lines[i]
    first = max(article.stop - _LAST, article.start + _ARTICLE)
    if i < first or len(line.text) > _LONGEST or not ends_sentence(line.text):
        return False
    if _AUTHOR.match(line.text):
        return True
    subject = _SUBJECT.match(line.text)
    if subject is None or not _is_writer(subject, line.text):
        return False
    last_name = subject["name"].rpartition(" ")[2]
    return not any(last_name in before.text for before in lines[article.start : i] if ends_sentence(before.text))


def _is_writer(subject: re.Match[str], text: str) -> bool:
    words = _words()
    near = {word.casefold() for word in words_of(text[subject.end("name") :])[:_NEAR]}
    return subject["verb"] in words.verbs or (subject["verb"] in {"is", "was"} and not words.roles.isdisjoint(near))


@cache
def _words() -> BioWords:
    words: BioWords = read_lexicon("bios.toml", BioWords)
    return words
