"""Posts of social networks that a page shows: the account's holder says them, and no verb does.

`The pier is gone. Stay at home.` with `— Ilse Marrant (@imarrant) March 6, 2024` below it is Marrant's.
"""
# ruff: noqa: RUF001 -- dashes and apostrophes that look alike

import re
from collections.abc import Iterator, Sequence

from reportedly.read.speech.quotations import MARKS, SENTENCE_ENDS, trimmed
from reportedly.read.speech.turns import WORD, Turn
from reportedly.spans import Span

# An account with what stands around it is no longer than this; looking further costs time on hostile text.
LONGEST_ACCOUNT = 160
HANDLE = r"@\w{1,30}"
DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)"
WHEN = rf"(?:(?:\s?[·|,]|\son)?\s{DAY}|\s?[·|]\s?\d{{1,2}}\s?[hmd]\b)?"
NAMED = rf"(?P<name>[^()\n@:—–]{{1,60}}?)\s?\({HANDLE}\)"
BARE = rf"(?P<handle>{HANDLE})"
SIGNATURE = re.compile(rf"(?:^|(?<=\s)|(?<=[\"”»]))(?:[—–]|--?)\s?(?:{NAMED}|{BARE}){WHEN}\.?$")
CAPITALS = r"(?:[A-Z][\w.'’-]{0,30}\s){1,5}"
HEADER = re.compile(rf"(?:(?P<name>{CAPITALS})\({HANDLE}\)|(?P<spaced>{CAPITALS}){HANDLE}){WHEN}:?$")
OPENING = re.compile(rf"(?:{NAMED}|{BARE}):\s")
LINK_AT_END = re.compile(r"(?:(?:https?://|www\.|pic\.\w{1,20}\.\w{1,8}/|t\.co/)\S{1,200}|…)$")
MOST_PARAGRAPHS = 4
MOST_LINKS = 8


def find_posts(text: str, paragraphs: Sequence[Span], spoken: Sequence[bool]) -> Iterator[Turn]:
    """Yield the posts. `spoken` tells of each paragraph whether a verb or a label there says who speaks already.

    A line with a dash signs what stands before it, "Ilse Marrant (@imarrant): ..." opens what follows. A line without a
    dash signs a post that ends in a link or a quotation mark, and else opens one where something shows that.
    """
    taken: set[int] = set()
    for k, paragraph in enumerate(paragraphs):
        if k in taken:
            continue
        post = _signed(text, paragraphs, k, taken, spoken) or _headed(text, paragraphs, k, taken, spoken)
        if post is not None and any(post.content):
            taken.update(post.paragraphs)
            yield post
        elif (inline := _opened(text, paragraph, k)) is not None:
            taken.add(k)
            yield inline


def _signed(text: str, paragraphs: Sequence[Span], k: int, taken: set[int], spoken: Sequence[bool]) -> Turn | None:
    """Return what "— Ilse Marrant (@imarrant) March 6, 2024" stands behind, in its paragraph or in those above."""
    paragraph = paragraphs[k]
    tail = max(paragraph.start, paragraph.end - LONGEST_ACCOUNT)
    match = SIGNATURE.search(text, tail, paragraph.end)
    if match is None:
        return None
    before = Span(paragraph.start, match.start())
    if WORD.search(text, before.start, before.end):
        return _turn(_holder(text, match), [k], [_words(text, before)])
    above = _above(text, paragraphs, k, taken, spoken)
    return _turn(_holder(text, match), [*above, k], [*(_words(text, paragraphs[a]) for a in above), ()])


def _above(text: str, paragraphs: Sequence[Span], k: int, taken: set[int], spoken: Sequence[bool]) -> list[int]:
    """Return the paragraphs that a signature stands under: the one above, with the lines that no blank line parts."""
    found: list[int] = []
    for a in range(k - 1, max(-1, k - 1 - MOST_PARAGRAPHS), -1):
        lower = paragraphs[a + 1].start
        blank = text.count("\n", paragraphs[a].end, lower) > 1
        if a in taken or spoken[a] or (found and blank):
            return found[::-1]
        found.append(a)
    return found[:1]  # no blank line anywhere: nothing shows where the post begins


def _headed(text: str, paragraphs: Sequence[Span], k: int, taken: set[int], spoken: Sequence[bool]) -> Turn | None:
    """Return the post of a line that is an account and no more, which may stand above its post or below it."""
    paragraph = paragraphs[k]
    if paragraph.end - paragraph.start > LONGEST_ACCOUNT:
        return None
    match = HEADER.match(text, paragraph.start, paragraph.end)
    if match is None:
        return None
    below, above = k + 1 < len(paragraphs) and not spoken[k + 1], k > 0 and k - 1 not in taken and not spoken[k - 1]
    if above and _is_post(text, paragraphs[k - 1]):
        return _turn(_holder(text, match), [k - 1, k], [_words(text, paragraphs[k - 1]), ()])
    opens = text[paragraph.end - 1] == ":" or not above or (below and _is_post(text, paragraphs[k + 1]))
    if below and opens:
        return _turn(_holder(text, match), [k, k + 1], [(), _words(text, paragraphs[k + 1])])
    return None


def _is_post(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph looks like a post: a link at its end, or all of it between quotation marks."""
    words = paragraph.of(text)
    return LINK_AT_END.search(words[-LONGEST_ACCOUNT:]) is not None or (words[0] in MARKS and words[-1] in MARKS)


def _opened(text: str, paragraph: Span, k: int) -> Turn | None:
    """Return the post of "Ilse Marrant (@imarrant): The pier is gone."."""
    match = OPENING.match(text, paragraph.start, paragraph.end)
    if match is None or text[paragraph.end - 1] not in SENTENCE_ENDS:
        return None
    return _turn(_holder(text, match), [k], [_words(text, Span(match.end(), paragraph.end))])


def _turn(holder: Span, paragraphs: Sequence[int], content: Sequence[tuple[Span, ...]]) -> Turn:
    return Turn(source=holder, cue=None, paragraphs=tuple(paragraphs), content=tuple(content))


def _holder(text: str, match: re.Match[str]) -> Span:
    """Return the name of the account's holder, its handle where no name stands there."""
    groups = match.groupdict()
    found = next(key for key in ("name", "spaced", "handle") if groups.get(key))
    return Span(*match.span(found)).stripped(text)


def _words(text: str, whole: Span) -> tuple[Span, ...]:
    """Return the words of a post without the links and pictures at its end."""
    end = whole.end
    for _ in range(MOST_LINKS):
        start = max(whole.start, end - LONGEST_ACCOUNT)
        match = LINK_AT_END.search(text, start, end)
        if match is None:
            break
        end = Span(whole.start, match.start()).stripped(text).end if match.start() > whole.start else whole.start
    words = trimmed(text, Span(whole.start, end))
    return (words,) if words.end > words.start and WORD.search(text, words.start, words.end) else ()
