"""Lines under pictures, told by how they end."""

import re
from dataclasses import dataclass

from reportedly.clean.shape import words_of
from reportedly.lexicons import read_lexicon

_LONGEST = 350  # characters
_NAME = r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}"  # noqa: RUF001 -- apostrophes
# "... on Monday. Jane Roe / Norpress", "... on Monday. Jane Roe/Norpress file"
_OF = rf"(?:the |The )?{_NAME}"
# "... on Monday. Jane Roe / Norpress", "... on Monday. Jane Roe/Norpress file"
_SIGNED = re.compile(rf"(?:^|[.!?”\"')\]] ){_NAME} ?/ ?{_OF}(?: (?:via|for) {_OF})?(?:,? (?:[Ff]ile|FILE))?$")
# "... to Orsk. Credit... Jane Roe for the Harlow Post"
_CREDIT = re.compile(rf"\b(?:Credit|CREDIT|Photo|PHOTO)(?: ?[:.…]+| by) ?{_NAME}[^.!?]{{0,60}}$")
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_DATE = rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, {_MONTH} \d{{1,2}}, (?:19|20)\d\d"
# "Residents wade through water in Harrow, Sunday, March 3, 2031.": one sentence of no past tense that ends in a day.
_DAY_AT_END = re.compile(rf"\b{_DATE}(?:, (?:in|at|near) [^.]{{3,60}})?\.$")
_FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionWords:
    """The word list data/captions.toml."""

    past: frozenset[str]


def is_caption(text: str) -> bool:
    """Tell whether a line is a caption: "The dam. Jane Roe / Norpress", "Boats pass, Monday, March 3, 2031."."""
    if len(text) > _LONGEST:
        return False
    return _SIGNED.search(text) is not None or _CREDIT.search(text) is not None or _is_scene(text)


def _is_scene(text: str) -> bool:
    ends = _DAY_AT_END.search(text)
    scene = text[: ends.start()] if ends else ""
    words = words_of(scene)
    return len(words) >= _FEWEST_WORDS and ". " not in scene and not _is_past(words)


def _is_past(words: list[str]) -> bool:
    """Tell whether something happened: "boats passed", "it was built"; a caption tells what is seen."""
    past: CaptionWords = read_lexicon("captions.toml", CaptionWords)
    return any(word.endswith("ed") or word.casefold() in past.past for word in words)
