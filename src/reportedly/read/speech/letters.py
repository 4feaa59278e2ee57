"""Letters and signed statements: what stands between "Dear editor," and the name below is the signatory's."""
# ruff: noqa: RUF001 -- dashes and apostrophes that look alike

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.read.speech.labels import script_words
from reportedly.read.speech.quotations import EDGES
from reportedly.read.speech.turns import WORD, Turn, is_aside, is_heading, says_i, spoken
from reportedly.read.speech.words import reporting_words
from reportedly.spans import Span

SALUTATION = re.compile(
    r"(?:(?:My )?Dear\s[^\n.?;:!,]{1,60}|To (?:the|whom)\s[^\n.?;:!,]{1,40}|(?:Sir|Madam|Sirs)(?: or Madam)?)[,:!]"
)
CAPITAL = r"[^\W\d_a-z][\w.'’-]*"
NAME = re.compile(
    rf"(?:[—–-]+\s?)?(?P<name>{CAPITAL}(?:\s(?:{CAPITAL}|da|de|del|der|di|la|van|von)){{1,4}})(?:,\s[^\n]{{1,100}})?"
)
LONGEST_LINE = 120
LONGEST_SIGNATURE = 400
MOST_PARAGRAPHS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The name under a letter, and whether a "Yours faithfully" stands above it."""

    name: Span
    farewell: bool


def find_letters(text: str, paragraphs: Sequence[Span], spoken_by: Mapping[int, set[str]]) -> Iterator[Turn]:
    """Yield the letters. `spoken_by` are the words that name who is said to speak in a paragraph.

    `Dear editor,`, `We measured 12 cracks.`, `Yours faithfully,` and `Ivo Kask` give Kask the middle one.
    """
    signatures = {k: found for k in range(len(paragraphs)) if (found := _signature_below(text, paragraphs, k))}
    opened: int | None = None
    begins, floor = 0, 0
    for k, paragraph in enumerate(paragraphs):
        if (salutation := SALUTATION.match(text, paragraph.start, paragraph.end)) is not None:
            opened, begins = k, salutation.end()
        if (signature := signatures.get(k)) is None:
            continue
        unopened = range(floor, k + 1) if signature.farewell else range(0)
        first = _first_of(text, paragraphs, unopened, spoken_by) if opened is None else opened
        if first is not None and k - first < MOST_PARAGRAPHS:
            start = paragraphs[first].start if opened is None else begins
            yield _letter(text, paragraphs, range(first, k + 1), start, signature)
            floor = k + 1
        opened = None


def _signature_below(text: str, paragraphs: Sequence[Span], k: int) -> Signature | None:
    """Return the name that stands right below a paragraph, which ends a letter: prose, or "Yours faithfully,"."""
    end = paragraphs[k].end
    below = text[end : end + LONGEST_SIGNATURE]
    farewell, at = _is_farewell(paragraphs[k].of(text)), end
    for line in below.splitlines(keepends=True):
        words = line.strip()
        if words and _is_farewell(words):
            farewell = True
        elif words:
            match = NAME.fullmatch(words) if len(words) <= LONGEST_LINE else None
            if match is None or not (farewell or _is_signed(text, at + len(line), match)):
                return None
            start = at + line.index(words) + match.start("name")
            return Signature(name=Span(start, start + len(match["name"])), farewell=farewell)
        at += len(line)
    return None


def _is_signed(text: str, end: int, match: re.Match[str]) -> bool:
    """Tell whether a name without "Yours" above it signs: an office stands beside or below it, or nothing does."""
    below = next((line for line in text[end : end + LONGEST_SIGNATURE].splitlines() if line.strip()), "")
    beside = match[0].removeprefix(match["name"])
    party = reporting_words().party
    return not below or any(word in party for words in (beside, below) for word in WORD.findall(words.lower()))


def _is_farewell(words: str) -> bool:
    return len(words) <= LONGEST_LINE and words.strip(EDGES).lower() in script_words().farewell


def _first_of(text: str, paragraphs: Sequence[Span], above: range, spoken_by: Mapping[int, set[str]]) -> int | None:
    """Return where a letter without "Dear ..." begins: behind the last heading or the last who is said to speak."""
    first, own = above.stop, False
    while first > max(above.start, above.stop - MOST_PARAGRAPHS) and not _ends_letter(
        text, paragraphs, first - 1, spoken_by
    ):
        first -= 1
        own |= says_i(paragraphs[first].of(text))
    return first if first < above.stop and own else None


def _ends_letter(text: str, paragraphs: Sequence[Span], k: int, spoken_by: Mapping[int, set[str]]) -> bool:
    heading = is_heading(text, paragraphs[k]) and not _is_farewell(paragraphs[k].of(text))
    return heading or bool(spoken_by.get(k))


def _letter(text: str, paragraphs: Sequence[Span], inside: range, start: int, signature: Signature) -> Turn:
    content = []
    for k in inside:
        whole = Span(max(start, paragraphs[k].start), paragraphs[k].end)
        said = whole.end > whole.start and not _is_farewell(whole.of(text)) and not is_aside(text, paragraphs[k])
        content.append(spoken(text, whole) if said else ())
    return Turn(source=signature.name, cue=None, paragraphs=tuple(inside), content=tuple(content))
