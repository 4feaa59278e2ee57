"""Which pages are about something else: a folder of a story's pages often holds one of another story."""

from collections import Counter
from collections.abc import Sequence

from reportedly.assess.words import WORD, content_words
from reportedly.records import Reading

# Words of this part of the pages are the story's; a page of the story has some of them.
COMMON = 1 / 3
# With fewer pages, or fewer such words, it cannot be told what the story is.
FEWEST_PAGES = 4
FEWEST_WORDS = 3
# A page with a smaller part of the story's words than this tells another story.
SHARED = 0.15


def find_strays(readings: Sequence[Reading], *, story: str) -> frozenset[str]:
    """Return the names of the pages that share next to none of the names that run through the others.

    Eight pages of a dam failure name the dam, its river and its town; a ninth on a library strike names none of them.
    A page that has a word of the story's own name is never a stray.
    """
    names = {reading.page.name: _names(reading) for reading in readings}
    if len(names) < FEWEST_PAGES:
        return frozenset()
    outlets = content_words(" ".join(r.page.carrier.name for r in readings if r.page.carrier))
    usual = Counter(word for words in names.values() for word in words - outlets)
    shared = {word for word, count in usual.items() if count >= max(2, COMMON * len(names))}
    if len(shared) < FEWEST_WORDS:
        return frozenset()
    own = content_words(story)
    return frozenset(n for n, words in names.items() if len(words & shared) < SHARED * len(shared) and not words & own)


def _names(reading: Reading) -> frozenset[str]:
    """Return the capitalised words of the article, as far as it does not also write them small."""
    spans = (*(() if reading.page.title is None else (reading.page.title.span,)), *reading.page.paragraphs)
    words = [word for span in spans if span for word in WORD.findall(span.of(reading.text))]
    small = {word for word in words if word[0].islower()}
    return content_words(" ".join(word for word in words if word[0].isupper() and word.casefold() not in small))
