"""Paragraphs in a speaker's own words that no quotation marks hold: "We will defend ourselves" below "Orsk said".

Such a paragraph is laid to a speaker on evidence only: it says "we" again and again right behind a paragraph that is
all his, on a page that says it nowhere else; or his name and office stand below it as under a letter. A paragraph that
is one quotation is signed in the same way: "Ada Kask, head of the Sarn institute".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.read.speech.linking import merged
from reportedly.read.speech.quotations import BULLETS, DASHES, MARKS, SENTENCE_ENDS, Quoted, trimmed
from reportedly.read.speech.words import ReportingWords
from reportedly.records import Attribution, Manner, Sentence
from reportedly.spans import Span

WORD = re.compile(r"\w+")
LONGEST_NAME = 4
LONGEST_OFFICE = 12
LONGEST_LINE = 200  # characters
# A name is spelt in several ways: "Oleksiy Kovalskyy", "Oleksii Kovalsky".
SAME_LETTERS = 5
SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its sentences, who is named as speaking in it, and whether its last sentence is laid to anybody."""

    span: Span
    section: int
    sentences: list[Sentence] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    closed: bool = False


def find_blocks(
    text: str,
    sentences: Sequence[Sentence],
    paragraphs: Sequence[Span],
    attributions: Sequence[Attribution],
    quoted: Quoted,
    words: ReportingWords,
    sections: Sequence[int],
) -> list[Attribution]:
    """Return the paragraphs that are a speaker's though nothing in them says so.

    `Kask said the dam is weak.` and below it `We will rebuild it. We have boats.` lays the second paragraph to Kask. A
    page that says "we" elsewhere too speaks of itself, unless it prints somebody's signature.
    """
    page = _page(text, sentences, paragraphs, attributions, sections)
    signed = list(_signed(text, page, quoted, words))
    under = _under_quotations(text, page, quoted, words)
    told: list[Attribution] = []
    loose, speaker, section = 0, False, -1
    for paragraph in page:
        speaker, section = speaker and section == paragraph.section, paragraph.section
        if paragraph.sources - words.grammar.i:
            speaker = paragraph.closed and len(paragraph.sources) == 1
        elif not _is_plain(text, paragraph, quoted):
            speaker = False
        elif times_we := _times_we(paragraph, words):
            loose += not speaker
            if speaker and (times_we > 1 or signed):
                told.append(_block(text, [paragraph], ()))
        else:
            speaker = False
    return [*signed, *under, *(told if signed or not loose else ())]


def _page(
    text: str,
    sentences: Sequence[Sentence],
    paragraphs: Sequence[Span],
    attributions: Sequence[Attribution],
    sections: Sequence[int],
) -> list[Paragraph]:
    page = {s.paragraph: Paragraph(span=paragraphs[s.paragraph], section=sections[s.paragraph]) for s in sentences}
    for sentence in sentences:
        page[sentence.paragraph].sentences.append(sentence)
    starts = [s.span.start for s in sentences]
    said = Quoted(merged([span for a in attributions for span in a.content if not _holds_cue(span, a)]))
    for a in attributions:
        if a.cue and said.at(a.cue[0].start) is not None:
            continue  # a statement inside another's content changes no speaker
        for source in a.source:
            at = bisect_right(starts, source.start) - 1
            if at < 0 or not sentences[at].span.contains(source):
                continue  # an answer of an interview: no block is looked for there
            paragraph = page[sentences[at].paragraph]
            paragraph.sources.add(source.of(text).lower())
            last = paragraph.sentences[-1].span
            paragraph.closed |= any(span.overlaps(last) for span in (*a.content, *a.cue, source))
    return list(page.values())


def _holds_cue(content: Span, attribution: Attribution) -> bool:
    return any(content.contains(cue) for cue in attribution.cue)


def _is_plain(text: str, paragraph: Paragraph, quoted: Quoted) -> bool:
    """Tell whether a paragraph is whole sentences without a quotation."""
    start, end = paragraph.span
    return text[start] not in BULLETS and text[end - 1] in SENTENCE_ENDS and not quoted.over(paragraph.span)


def _times_we(paragraph: Paragraph, words: ReportingWords) -> int:
    """Return how many sentences have "we" or "I" for a subject."""
    return sum(
        any(token.lower in words.grammar.i and token.dep in SUBJECTS for token in sentence.tokens)
        for sentence in paragraph.sentences
    )


def _block(text: str, paragraphs: Sequence[Paragraph], source: tuple[Span, ...]) -> Attribution:
    content = tuple(trimmed(text, p.span) for p in paragraphs)
    return Attribution(content=content, cue=(), source=source, manner=Manner.DIRECT, continues=not source)


# --- signed as a letter ----------------------------------------------------------------------------------------------


def _signed(text: str, page: Sequence[Paragraph], quoted: Quoted, words: ReportingWords) -> Iterator[Attribution]:
    """Yield the paragraphs above "Ivo Kask" and "Head of the River Service", where Kask speaks on the page."""
    small = words.grammar.he | words.grammar.i
    known = {source for paragraph in page for source in paragraph.sources - small}
    for k in range(1, len(page) - 1):
        name = page[k].span.of(text)
        office = page[k + 2 if k + 2 < len(page) and page[k + 1].span.of(text) == name else k + 1]
        if not (_is_name(page[k]) and _is_office(text, office, words) and _is_known(name, known)):
            continue
        first = k
        while first and not page[first - 1].sources - small and _is_plain(text, page[first - 1], quoted):
            first -= 1
        block = page[first:k]
        before = page[first - 1].sources if first else set[str]()
        his = any(source in small or _is_known(name, {source}) for source in before)
        if block and (his or any(_times_we(p, words) for p in block)):
            yield _block(text, block, (page[k].span,))


def _is_name(paragraph: Paragraph) -> bool:
    tokens = [token for sentence in paragraph.sentences for token in sentence.tokens]
    return 1 < len(tokens) <= LONGEST_NAME and all(
        token.tag[:3] == "NNP" and token.text[0].isupper() for token in tokens
    )


def _is_office(text: str, paragraph: Paragraph, words: ReportingWords) -> bool:
    inside = WORD.findall(paragraph.span.of(text).lower())
    short = len(inside) <= LONGEST_OFFICE and text[paragraph.span.end - 1] not in SENTENCE_ENDS
    return short and _is_officer(paragraph.span.of(text), words)


def _is_known(name: str, sources: set[str]) -> bool:
    last = name.lower().rpartition(" ")[2]
    words = (word for source in sources for word in WORD.findall(source))
    return any(
        word == last or (word[:SAME_LETTERS] == last[:SAME_LETTERS] and len(word) >= SAME_LETTERS) for word in words
    )


# --- signed under a quotation ----------------------------------------------------------------------------------------


def _under_quotations(
    text: str, page: Sequence[Paragraph], quoted: Quoted, words: ReportingWords
) -> Iterator[Attribution]:
    """Yield the paragraphs in quotation marks above "Ada Kask, head of the institute", in one line or two.

    Who is said to speak in such a paragraph speaks it, whatever stands below.
    """
    for k in range(1, len(page)):
        source = _signature(text, page[k : k + 3], words)
        if source is None or page[k].sources:
            continue
        first = k
        while first and page[first - 1].section == page[k].section and _is_quotation(page[first - 1], quoted):
            first -= 1
            if first and not _stays_open(text, page[first - 1]):
                break
        block = page[first:k]
        if block and not any(paragraph.sources for paragraph in block):
            yield _block(text, block, (source,))


def _signature(text: str, below: Sequence[Paragraph], words: ReportingWords) -> Span | None:
    """Return the words that name who signs: the whole line with its office, or the name above one."""
    line = below[0].span
    start = next((i for i in range(line.start, line.end) if text[i] not in DASHES and not text[i].isspace()), line.end)
    whole = Span(start, line.end)
    if text[line.end - 1] in SENTENCE_ENDS or len(WORD.findall(whole.of(text)[:LONGEST_LINE])) > LONGEST_OFFICE:
        return None
    name, comma, office = whole.of(text).partition(",")
    if not _is_capitalised(name):
        return None
    if comma:
        return whole if _is_officer(office, words) else None
    under = [p for p in below[1:] if p.span.of(text) != whole.of(text)]
    held = start > line.start or bool(under and _is_office(text, under[0], words))
    return whole if held else None


def _is_capitalised(name: str) -> bool:
    parts = name.split()
    return 1 < len(parts) <= LONGEST_NAME and all(part[0].isupper() for part in parts)


def _is_officer(office: str, words: ReportingWords) -> bool:
    inside = WORD.findall(office.lower())
    return any(word in words.party for word in inside) and not any(word in words.press for word in inside)


def _is_quotation(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Tell whether a paragraph is one quotation from its first mark to its last."""
    around = quoted.over(paragraph.span)
    return len(around) == 1 and around[0].start == paragraph.span.start and around[0].end >= paragraph.span.end


def _stays_open(text: str, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph opens a quotation that goes on in the next."""
    return text[paragraph.span.start] in MARKS and text[paragraph.span.end - 1] not in MARKS
