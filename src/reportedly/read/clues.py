"""What a page's words say of its own date: how far from the page an event lies that it tells of.

"Last year the firm sank": from the sinking to the page the calendar goes on by one year. Nothing is placed here; a
story's pages together may do that (assess/dating). What is said in quotation marks counts from the speech, not from the
page, and is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.read.happenings import clue_words, core_of, is_past, own_words, runs_of
from reportedly.read.prospects import find_consequences, find_prospects
from reportedly.read.times.grammar import read_mentions
from reportedly.read.times.host import Tense
from reportedly.read.times.tense import Verbs
from reportedly.read.times.tokens import open_lexicon, read_words
from reportedly.read.times.values import (
    CalendarDate,
    DayOfWeek,
    Duration,
    Limit,
    Limited,
    Moment,
    Named,
    Part,
    Portion,
    Shift,
    Stretch,
    Unit,
    Value,
    Weekday,
    Which,
)
from reportedly.records import Attribution, Calendar, Clue, Manner, Sentence
from reportedly.spans import Span, hull

# "Seven months after", "three weeks since", "ten days into".
_AGO = re.compile(r"(?P<number>\w+)[ -](?P<unit>day|week|month|year)s?", re.IGNORECASE)
# What people mean by so many days, weeks, months or years since: the days of one, and how far they may be out.
_ROUNDED = {"day": (1, 1), "week": (7, 6), "month": (30.44, 16), "year": (365.25, 183)}
_MOMENTS = {
    Moment.TODAY: (0, 1),
    Moment.OVERNIGHT: (0, 2),
    Moment.YESTERDAY: (1, 2),
    Moment.TWO_DAYS_AGO: (2, 3),
}
_WEEK = 7
# A day that lies longer back, and not in the page's own year, is told with its year; a month only after a whole year.
_NINE_MONTHS, _YEAR = 270, 366
_PARTS = {Portion.EARLY: ("01", "10"), Portion.MID: ("11", "20"), Portion.LATE: ("21", "31")}
_CALENDAR = {Unit.MONTH: Calendar.MONTH, Unit.YEAR: Calendar.YEAR}
_BE = frozenset({"is", "was", "are", "were", "be", "been"})
_PERFECT = ("had", "has", "have")
_PRESENT = frozenset({"VBZ", "VBP"})


def find_clues(
    text: str, sentences: Sequence[Sentence], paragraphs: Sequence[Span], attributions: Sequence[Attribution]
) -> tuple[Clue, ...]:
    """Return what each told event says of the page's date, in the order of the text.

    "The crew was withdrawn in mid-January" gives first 01-11, last 01-20; "Last week the crew left" 1 to 14 days;
    "Three weeks after the dam failed, roads are closed" 15 to 27 days after the failure; "will meet on 14 March 2025" a
    page no later than the meeting.
    """
    verbs = Verbs(sentences)
    values = [found for paragraph in paragraphs for found in _values(text, paragraph)]
    placed = [(verbs.hook_at(span), clue) for span, value in values if (clue := _clue(text, span, value, verbs))]
    timed = _without_years([clue for _, clue in placed], values)
    told = [hull(clue.event) for clue in timed]
    turns = [
        clue for s in sentences for clue in _turns(text, s) if not any(clue.span.overlaps(event) for event in told)
    ]
    likely = (
        *(clue for hook, one in placed if hook for clue in find_consequences(one, *hook)),
        *(clue for s in sentences for clue in find_prospects(text, s)),
    )
    quoted = [span for a in attributions if a.manner is not Manner.INDIRECT for span in a.content]
    free = (clue for clue in (*timed, *turns, *likely) if not any(quote.contains(clue.span) for quote in quoted))
    return tuple(sorted(free, key=lambda clue: clue.span))


def _without_years(clues: Sequence[Clue], values: Sequence[tuple[Span, Value]]) -> list[Clue]:
    """Return the clues; a day or month whose year the page may have said elsewhere is told whenever after it.

    "Lee was shot on 15 June", told on a page that also writes "the June 2013 shooting".
    """
    months = {month for _, value in values for month in _months_with_years(value)}
    return [
        replace(clue, most=None)
        if clue.first and clue.unit is Calendar.DAY and not months.isdisjoint((None, int(clue.first[:2])))
        else clue
        for clue in clues
    ]


def _months_with_years(value: Value | None) -> Iterator[int | None]:
    """Yield the months that a value gives with their year, None for a year alone."""
    match value:
        case CalendarDate(year, month, _) if year:
            yield month
        case Part(_, inner) | Limited(_, inner):
            yield from _months_with_years(inner)
        case Stretch(first, last):
            yield from (*_months_with_years(first), *_months_with_years(last))


def _values(text: str, paragraph: Span) -> Iterator[tuple[Span, Value]]:
    words = read_words(text, paragraph)
    for first, end, value in read_mentions(words):
        yield words.span(first, end), value


def _clue(text: str, span: Span, value: Value, verbs: Verbs) -> Clue | None:
    found = verbs.hook_at(span)
    if found is None or not found[0].span.contains(span):
        return None
    sentence, i = found
    if isinstance(value, Duration):
        return _since(text, span, sentence)
    clue, verb = _distance(text, span, value), _governor(sentence, i)
    if clue is None or verb is None:
        return _of_noun(clue, sentence, i) if clue and clue.first else None
    return _of_verb(clue, sentence, verb, i, ahead=_is_explicit(value) and verbs.tense_at(span) is Tense.FUTURE)


def _of_verb(clue: Clue, sentence: Sentence, verb: int, date_at: int, *, ahead: bool) -> Clue | None:
    """Return the clue with its event, if the verb says that it happened, or flatly that it will."""
    span = clue.span
    if is_past(sentence, verb) and (
        span.end <= sentence.tokens[verb].span.start or _dates_itself(sentence, verb, date_at)
    ):
        event = tuple(own_words(sentence, verb, span))
        return replace(clue, event=event, core=core_of(sentence, verb)) if event else None
    if ahead and _is_announced(sentence, verb):
        return replace(clue, event=tuple(own_words(sentence, verb, span)), least=None, most=0)
    return None


# --- distances -------------------------------------------------------------------------------------------------------


def _distance(text: str, span: Span, value: Value) -> Clue | None:  # noqa: PLR0911 -- one line for each kind
    """Return how far from an event the page lies by the words alone, with no event yet; None where they do not say."""
    clue = Clue(span=span, text=" ".join(span.of(text).split()), event=())
    match value:
        case Moment() if value in _MOMENTS:
            least, most = _MOMENTS[value]
            return replace(clue, least=least, most=most)
        case Weekday(number):
            return replace(clue, most=_WEEK, weekday=number)
        case Named(Which.LAST, Weekday(number)):
            return replace(clue, least=1, most=2 * _WEEK, weekday=number)
        case DayOfWeek(number, steps) if steps in (0, -1):
            return replace(clue, least=-steps, most=_WEEK * (1 - steps), weekday=number)
        case Shift(unit, steps) if steps <= 0:
            return _shifted(clue, unit, -steps)
        case Named(Which.LAST, CalendarDate(None, _, None) as named):
            last_one = _recurring(clue, named)
            return last_one and replace(last_one, unit=Calendar.YEAR, most=1)
        case CalendarDate(year) if year:
            return clue
    return _recurring(clue, value)


def _shifted(clue: Clue, unit: Unit, steps: int) -> Clue | None:
    """Return the distance of "last week", "two months ago", "this year"; what is counted may be out by one."""
    counted = clue.text.casefold().endswith("ago")
    if unit in _CALENDAR:
        slack = 1 if counted else 0
        return replace(clue, unit=_CALENDAR[unit], least=max(steps - slack, 0), most=steps + slack)
    if unit is Unit.WEEK:
        return replace(clue, least=max(_WEEK * (steps - 1), 0) + min(steps, 1), most=_WEEK * (steps + 1))
    if unit is Unit.DAY:
        return replace(clue, least=max(steps - 1, 0), most=steps + 1)
    return None


def _recurring(clue: Clue, value: Value | None) -> Clue | None:
    """Return the clue of a day or month of no stated year; None for anything else."""
    match value:
        case Limited(Limit.SINCE, inner):
            return _recurring(clue, inner)
        case Stretch(first, last):
            start, end = _recurring(clue, first), _recurring(clue, last)
            return replace(start, last=end.last) if start and end else None
        case Part(portion, CalendarDate(None, month, None)) if month and portion in _PARTS:
            start_day, end_day = _PARTS[portion]
            return replace(clue, first=f"{month:02}-{start_day}", last=f"{month:02}-{end_day}", most=_NINE_MONTHS)
        case CalendarDate(None, month, None) if month:
            return replace(clue, first=f"{month:02}-01", last=f"{month:02}-31", most=_YEAR)
        case CalendarDate(None, month, day) if month:
            return replace(clue, first=f"{month:02}-{day:02}", last=f"{month:02}-{day:02}", most=_NINE_MONTHS)
    return None


def _is_explicit(value: Value) -> bool:
    return isinstance(value, CalendarDate) and value.year is not None


# --- what happened ---------------------------------------------------------------------------------------------------


def _governor(sentence: Sentence, i: int) -> int | None:
    """Return the verb that an expression of time hangs on; None where it hangs on a noun or is one's attribute."""
    token = sentence.tokens[i]
    if token.dep == "pobj" and sentence.tokens[token.head].lower in clue_words().time_prepositions:
        i = token.head
    elif token.dep not in ("npadvmod", "advmod", "prep", "tmod"):
        return None
    above = sentence.tokens[i].head
    if token.dep == "npadvmod":
        above = _verb_of_subject(sentence, above)
    return above if sentence.tokens[above].tag.startswith("VB") else None


def _verb_of_subject(sentence: Sentence, i: int) -> int:
    """Return the verb of being that a subject belongs to: "the rising in Sarn last year was a failure"."""
    at = i
    while sentence.tokens[at].dep in ("pobj", "prep", "nsubj") and sentence.tokens[at].head != at:
        at, was = sentence.tokens[at].head, sentence.tokens[at].dep
        if was == "nsubj":
            return at if sentence.tokens[at].lower in _BE else i
    return i


def _of_noun(clue: Clue, sentence: Sentence, i: int) -> Clue | None:
    """Read "the transfer between January and February of 3,000 men": the noun alone says not whether it lies ahead."""
    token = sentence.tokens[i]
    above = sentence.tokens[i].head if token.dep == "prep" else sentence.tokens[token.head].head
    if token.dep not in ("prep", "pobj") or not sentence.tokens[above].tag.startswith("NN"):
        return None
    inside = [at for at in sentence.subtree(above) if not sentence.tokens[at].span.overlaps(clue.span)]
    things = [at for at in inside if sentence.tokens[at].dep == "pobj" and sentence.tokens[at].tag.startswith("NN")]
    return replace(
        clue,
        event=tuple(runs_of(sentence, inside)),
        least=0 if _is_done(sentence, above) else None,
        core=tuple(sentence.tokens[at].span for at in (above, *things)),
        noun=True,
    )


def _is_done(sentence: Sentence, noun: int) -> bool:
    """Tell whether a sentence has a noun's own verb too, as past: "the transfer of men, who have been transferred"."""
    own = sentence.tokens[noun].lower
    verbs = (f"{own}ed", f"{own}d", f"{own}{own[-1]}ed")
    return any(token.lower in verbs and is_past(sentence, i) for i, token in enumerate(sentence.tokens))


def _turns(text: str, sentence: Sentence) -> Iterator[Clue]:
    """Yield what a sentence tells of as past with no time: "the crew had been pulled off the wall"."""
    for i, token in enumerate(sentence.tokens):
        if token.lower in clue_words().turning and is_past(sentence, i):
            event = tuple(own_words(sentence, i, Span(0, 0)))
            words = " ".join(hull(event).of(text).split())
            yield Clue(span=hull(event), text=words, event=event, core=core_of(sentence, i))


def _dates_itself(sentence: Sentence, verb: int, date_at: int) -> bool:
    """Tell whether a date behind its verb is the verb's: "died in March", not "signed a deal on a dam in March"."""
    if sentence.tokens[verb].lower in clue_words().happened:
        return True
    between = [sentence.tokens[c] for c in sentence.children[verb] if verb < c < date_at]
    return sentence.tokens[verb].lower in _BE and not any(token.dep == "acomp" for token in between)


def _is_announced(sentence: Sentence, verb: int) -> bool:
    """Tell whether a main clause says flatly that something will be: "will meet", not "might", not "said it would"."""
    below = [sentence.tokens[c] for c in sentence.children[verb]]
    return sentence.tokens[verb].dep == "ROOT" and any(token.lower in ("will", "ll") for token in below)


# --- the time since --------------------------------------------------------------------------------------------------


def _since(text: str, span: Span, sentence: Sentence) -> Clue | None:
    """Read "Seven months after the start of the siege, the town is empty"; of what is past, only the least counts."""
    told = _AGO.fullmatch(span.of(text).strip())
    after = next(iter(sentence.tokens_in(Span(span.end, sentence.span.end))), None)
    if told is None or after is None or sentence.tokens[after].lower not in clue_words().since:
        return None
    number = _number(told["number"])
    event = tuple(_what_came_before(sentence, after))
    if number is None or not event:
        return None
    days, out = _ROUNDED[told["unit"].lower()]
    centre = round(number * days)
    return Clue(
        span=Span(span.start, event[-1].end),
        text=" ".join(text[span.start : event[-1].end].split()),
        event=event,
        least=max(centre - out, 0),
        most=centre + out if _is_present(sentence, after) else None,
        after=True,
    )


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else open_lexicon().numbers.get(word.lower())


def _what_came_before(sentence: Sentence, after: int) -> Iterator[Span]:
    token = sentence.tokens[after]
    below = [token.head] if token.dep == "mark" else [c for c in sentence.children[after] if c > after]
    for at in below[:1]:
        inside = [i for i in sentence.subtree(at) if i > after]
        ends = next((i for i in inside if sentence.tokens[i].text == ","), None)
        inside = [i for i in inside if ends is None or i < ends]
        if inside:
            yield sentence.span_of(inside[0], inside[-1])


def _is_present(sentence: Sentence, after: int) -> bool:
    """Tell whether the sentence tells of the page's own day: "roads are closed", "900 people are still living"."""
    root = next(iter(sentence.roots), None)
    if root is None or sentence.tokens[after].head == after:
        return False
    told = [c for c in sentence.children[root] if sentence.tokens[c].dep == "ccomp"] or [root]
    verbs = [*told, *(c for i in told for c in sentence.children[i] if sentence.tokens[c].dep in ("aux", "auxpass"))]
    tags, words = {sentence.tokens[i].tag for i in verbs}, {sentence.tokens[i].lower for i in verbs}
    return not _PRESENT.isdisjoint(tags) and tags.isdisjoint(("VBD", "MD")) and words.isdisjoint(_PERFECT)
