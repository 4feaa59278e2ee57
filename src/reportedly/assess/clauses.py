"""The part of a sentence that tells of one event, and which of its times is the event's own.

"Dorn raised the toll from Saturday's fire to six on Monday" tells of Monday; Saturday is the fire's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.assess.words import WORD, assess_words, sentences_in
from reportedly.records import Certainty, Reading, Stance, Statement, TimeMention
from reportedly.spans import Span

# A part of a sentence that could stand alone ends here.
PART_END = re.compile(r";\s|\s[\u2013\u2014]\s")
# What stands around a sentence and is none of it: quotation marks, the sign of a list.
AROUND = "\u2022\u00b7*\"'\u2018\u2019\u201c\u201d\u00ab\u00bb "
# Marks that open and close a quotation.
QUOTES = (('"', '"'), ("\u201c", "\u201d"))
POSSESSIVE = re.compile(r"['\u2019]s\b")
# What a reported clause opens with, which it does not need where it stands alone.
OPENER = re.compile(r"that\s+", re.IGNORECASE)
BARE_YEAR = re.compile(r"\d{4}")
# Characters before a time in which "compared with" says that it is another's.
NEARBY = 40
# A sentence of more characters is cut to the clause that holds its time: two lines of a terminal.
LONGEST = 130
# A sentence has fewer clauses behind its time, unless somebody wrote no full stops.
MOST_CLAUSES = 20
# With fewer words a sentence tells of no event.
FEWEST_WORDS = 4
# "Since early February" says more of when something happened than "a quarter of a year" does.
OPEN_DAYS = 31


def parts_of(reading: Reading, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph, cut where a part could stand alone, without quotation marks around them.

    A dateline is no part of the sentence behind it: its day is when the report was filed.
    """
    text, dateline = reading.text, reading.page.dateline
    if dateline and paragraph.contains(dateline.span):
        paragraph = Span(dateline.span.end, paragraph.end).stripped(text)
    for sentence in sentences_in(text, paragraph):
        start = sentence.start
        for end in (*PART_END.finditer(text, sentence.start, sentence.end), None):
            stop = end.start() if end else sentence.end
            words = text[start:stop]
            inner = words.strip(AROUND)
            if inner:
                at = start + words.index(inner)
                yield _paired(text, Span(at, at + len(inner)), sentence)
            start = end.end() if end else stop


def _paired(text: str, part: Span, sentence: Span) -> Span:
    """Return a part with the quotation mark beside it whose other one stands within: `"It fell," he said`."""
    words = part.of(text)
    for opening, closing in QUOTES:
        odd = words.count(opening) % 2 if opening == closing else words.count(closing) - words.count(opening)
        if odd > 0 and part.start > sentence.start and text[part.start - 1] == opening:
            return Span(part.start - 1, part.end)
        if odd and part.end < sentence.end and text[part.end] == closing:
            return Span(part.start, part.end + 1)
    return part


def of_the_event(text: str, part: Span, time: Span) -> bool:
    """Tell whether a time can be that of the sentence's own event.

    It is not in "Saturday's fire", "the 2011 slide", "compared with 1,776 in 2022" or "(Published March 6)".
    """
    leading = text[max(part.start, time.start - NEARBY) : time.start].casefold()
    if POSSESSIVE.match(text, time.end) or leading.count("(") > leading.count(")"):
        return False
    if BARE_YEAR.fullmatch(time.of(text)) and leading.rstrip().endswith((" the", " a", " an", " its", " their")):
        return False
    return not any(f" {words} " in f" {leading}" for words in assess_words().comparing_words)


def tells(text: str, part: Span, statement: Statement | None) -> bool:
    """Tell whether a sentence says that something happened, or, where a speaker expects it, says that he does."""
    words = [word.casefold() for word in WORD.findall(part.of(text))]
    lists = assess_words()
    if len(words) < FEWEST_WORDS or text[part.end - 1] == "?" or words[0] in lists.imprint_words:
        return False
    if statement and statement.stance in {Stance.ASKS, Stance.NO_COMMENT}:
        return False
    if statement and statement.stance in {Stance.EXPECTS, Stance.PLANS} and lists.expecting.isdisjoint(words):
        return False
    return any(_finite(word) for word in words[1:])


def _finite(word: str) -> bool:
    return word in assess_words().verbs or (word.endswith("ed") and len(word) > len("ended"))


def clause_of(text: str, part: Span, time: Span, statement: Statement | None) -> Span:
    """Return the clause of a long sentence that holds a time, in one piece and with all that hedges it.

    "The crew was called back on 5 March for a rest, while the pumps ran on, as the firm asked" is cut behind "rest".
    """
    if part.end - part.start <= LONGEST:
        return part
    whole = _said_in(text, part, time, statement) or part
    clause = _cut(text, whole, time)
    kept = statement.hedges if statement and whole == part else ()
    return whole if any(whole.contains(hedge) and not clause.contains(hedge) for hedge in kept) else clause


def _said_in(text: str, part: Span, time: Span, statement: Statement | None) -> Span | None:
    """Return a speaker's flat words that hold the time; a denial or a doubt needs its whole sentence."""
    if statement is None or statement.stance is not Stance.ASSERTS or statement.certainty is not Certainty.CERTAIN:
        return None
    held = next((span for span in statement.content if span.contains(time) and part.contains(span)), None)
    opener = OPENER.match(text, held.start, held.end) if held else None
    return Span(opener.end(), held.end) if held and opener else held


def _cut(text: str, whole: Span, time: Span) -> Span:
    """Return the sentence up to where, behind the time, a clause opens that it can do without."""
    if not _conditions().isdisjoint(word.casefold() for word in WORD.findall(whole.of(text))):
        return whole
    ends = [match.start() for match in _openers().finditer(text, time.end, whole.end)]
    cuts = (Span(whole.start, end) for end in ends[:MOST_CLAUSES])
    return next((cut for cut in cuts if _stands(text, cut)), whole)


def _stands(text: str, clause: Span) -> bool:
    words = [word.casefold() for word in WORD.findall(clause.of(text))]
    return len(words) >= FEWEST_WORDS and any(_finite(word) for word in words[1:])


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(r",\s+(?=(?:" + "|".join(sorted(assess_words().clause_openers)) + r")\b)", re.IGNORECASE)


def _conditions() -> frozenset[str]:
    return assess_words().condition_words


def best_time(reading: Reading, part: Span, times: Sequence[TimeMention]) -> TimeMention | None:
    """Return the time of the part's own event, the closest to a day of them; None where it has none."""
    own = [time for time in times if of_the_event(reading.text, part, time.span)]
    return min(own, key=vagueness, default=None)


def vagueness(time: TimeMention) -> tuple[int, int]:
    """Return how little an expression says of when: a day is best, then longer stretches, then one end, then none."""
    if time.earliest and time.latest:
        return (0, (time.latest - time.earliest).days)
    if time.known:
        return (0, OPEN_DAYS)
    return (1, 0) if time.edtf else (2, 0)
