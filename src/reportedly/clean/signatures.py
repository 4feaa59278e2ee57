"""Who is quoted, on a line of its own right under a block quotation: "Ada Kask, head of the Sarn institute"."""

from collections.abc import Iterator, Sequence

from reportedly.clean.lines import Line
from reportedly.clean.shape import ends_sentence, words_of

_OPENS = '"“„«'
_CLOSES = '"”“»'
_DASHES = "-–— "  # noqa: RUF001 -- dashes
_NAME_WORDS = 4
_ROLE_WORDS = 12
_LEAST_QUOTED = 40  # characters


def find_signatures(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines under a paragraph that is one quotation which name its speaker, and his role.

    "Ada Kask, head of the Sarn institute" is one line, "Ada Kask" and "Head of the Sarn institute" are two; the name
    may stand there twice. A quotation that ends in "he said" needs no signature, and the line under it is none.
    """
    for i in range(1, len(lines)):
        if not is_quotation(lines[i - 1].text):
            continue
        name, comma, role = lines[i].text.lstrip(_DASHES).partition(",")
        if not _is_name(name) or (comma and not _is_role(role)):
            continue
        last = i
        while not comma and last + 1 < len(lines) and lines[last + 1].key == lines[i].key:
            last += 1
        if not comma and last + 1 < len(lines) and _is_role(lines[last + 1].text):
            last += 1
        yield from range(i, last + 1)


def is_quotation(text: str) -> bool:
    """Tell whether a paragraph is one quotation and nothing else: '"We have seen it move. It will break."'."""
    inside = text[1:-1]
    marked = text[:1] in _OPENS and text[-1:] in _CLOSES and len(text) >= _LEAST_QUOTED
    return marked and not any(mark in inside for mark in {text[0], text[-1]})


def _is_name(words: str) -> bool:
    names = words_of(words)
    return 1 < len(names) <= _NAME_WORDS and not ends_sentence(words) and all(name[0].isupper() for name in names)


def _is_role(words: str) -> bool:
    return 0 < len(words_of(words)) <= _ROLE_WORDS and ":" not in words and not ends_sentence(words)
