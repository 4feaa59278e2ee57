"""Words looked up in pages, whatever their language: where they stand, and who says them there."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reportedly.brief.days import describe_published
from reportedly.brief.table import describe_chain_of
from reportedly.brief.text import wrapped
from reportedly.brief.wording import plain
from reportedly.forms import to_json
from reportedly.read.lookalikes import unmask
from reportedly.records import Found, Reading
from reportedly.spans import Span

WIDTH = 80
INDENT = "    "
AROUND = 120  # characters of the page shown on either side


def find_words(readings: Iterable[Reading], words: str, *, language: str | None = None) -> Iterator[Found]:
    """Yield every place where the words stand, page by page; `language` is the code of the only one wanted.

    Case, accents, line ends and hidden signs make no difference: "cafe sarn" finds "Café Sarn". Words begin where
    a word of the page begins, so "troop" finds "troops" and "art" finds no "part"; in scripts without
    capitals, anywhere.
    """
    wanted = _folded(words.strip())[0]
    for reading in readings:
        if wanted and language in (None, reading.page.language):
            yield from (_found(reading, span) for span in _places(reading.text, wanted))


def _places(text: str, wanted: str) -> Iterator[Span]:
    letters, origin = _folded(text)
    at = letters.find(wanted)
    while at >= 0:
        if _begins_word(letters, at):
            yield Span(origin[at], origin[at + len(wanted) - 1] + 1)
        at = letters.find(wanted, at + 1)


def _begins_word(letters: str, at: int) -> bool:
    return at == 0 or not (_is_spaced(letters[at]) and _is_spaced(letters[at - 1]))


def _is_spaced(letter: str) -> bool:
    """Tell whether a letter is of a script that surely parts its words: those without capitals do not all."""
    return letter.isalnum() and unicodedata.category(letter) != "Lo"


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return the text as it is compared, and for each of its letters where it stands in the text."""
    letters: list[str] = []
    origin: list[int] = []
    for at, letter in enumerate(unmask(text)):
        for plain_letter in _fold_letter(letter):
            if plain_letter != " " or (letters and letters[-1] != " "):
                letters.append(plain_letter)
                origin.append(at)
    return "".join(letters), origin


@cache
def _fold_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if unicodedata.category(part) not in {"Mn", "Cf", "Cc"}).casefold()


def _found(reading: Reading, span: Span) -> Found:
    said = next((s for s in reading.statements if any(part.contains(span) for part in s.content)), None)
    quoted = _surroundings(reading, span)
    return Found(
        page=reading.page.name,
        outlet=reading.page.carrier.name if reading.page.carrier else None,
        language=reading.page.language,
        published=reading.page.published,
        text=span.of(reading.text),
        span=span,
        quotation=plain(quoted.of(reading.text)),
        quoted=quoted,
        statement=said.id if said else None,
        chain=said.chain if said else (),
    )


def _surroundings(reading: Reading, span: Span) -> Span:
    """Return the words around a place, within its paragraph and cut between words."""
    paragraphs = (*reading.page.paragraphs, *(furniture.span for furniture in reading.page.furniture))
    whole = next((part for part in paragraphs if part.contains(span)), Span(0, len(reading.text)))
    start, end = max(whole.start, span.start - AROUND), min(whole.end, span.end + AROUND)
    before, after = reading.text[start : span.start], reading.text[span.end : end]
    if start > whole.start and " " in before:
        start += before.index(" ") + 1
    if end < whole.end and " " in after:
        end = span.end + after.rindex(" ")
    return Span(start, end).stripped(reading.text)


def render_found(found: Found) -> str:
    """Return one place on a few lines: where and in which language, who says it, and the words around it.

    "b.txt 120-128 · uk · Harlow Post · 2031-03-04", then "Ada Kask < Norpress" where it is in a statement,
    then the words.
    """
    where = f"{found.page} {found.span.start}-{found.span.end}"
    known = (where, found.language or "language not told", found.outlet or "", describe_published(found.published))
    lines = wrapped(" · ".join(plain(part) for part in known if part), WIDTH)
    if found.chain:
        lines += _indented(f"{found.statement}: {describe_chain_of(found.chain)}")
    return "".join(f"{line}\n" for line in (*lines, *_indented(f"“{found.quotation}”")))


def _indented(words: str) -> list[str]:
    return [INDENT + line for line in wrapped(words, WIDTH - len(INDENT))]


def render_found_line(found: Found) -> str:
    """Return one place as a line of JSON."""
    return to_json(found).decode() + "\n"
