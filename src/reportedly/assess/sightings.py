"""A figure where it stands in a story: with its page, its statement, its sentence and the day it is current to."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.assess.words import WORD, assess_words, sentences_in
from reportedly.records import (
    Basis,
    Figure,
    FigureRef,
    Hop,
    NoteKind,
    Reading,
    Role,
    Statement,
    Status,
    TimeMention,
    When,
)
from reportedly.spans import Span

# Characters on either side of a figure that still are about it, and figures of one sentence that are looked at.
NEAR = 400
MOST_BESIDE = 20
# A line ends like this where it is a sentence; a headline and a caption end in no stop.
STOPS = (".", "!", "?", ":", ";", ",", '"', "\u201d", "\u2019", "'")
CREDIT = re.compile(
    r"[(\[](?:[^()\[\]]*\b)?(?:file|image|photo|photograph|picture|published)\b[^()\[\]]*[)\]]\s*$", re.IGNORECASE
)
# A caption is no longer than this.
LONGEST_LINE = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A figure of one page.

    `sentence` is the sentence around it, as far as it is near; `beside` are the other figures of that sentence, `times`
    its expressions of time. `above`: it stands in a headline or a caption and not in the page's own text.
    """

    reading: Reading
    figure: Figure
    statement: Statement | None
    sentence: Span
    beside: tuple[Figure, ...] = ()
    times: tuple[TimeMention, ...] = ()
    above: bool = False

    @property
    def ref(self) -> FigureRef:
        """The page and the figure's id: what relations and series name it by."""
        return FigureRef(page=self.reading.page.name, figure=self.figure.id)

    @property
    def page(self) -> str:
        """The page's name."""
        return self.reading.page.name

    @property
    def speaker(self) -> Hop | None:
        """Who gives the figure; None where it is the page's own or nobody's."""
        chain = self.statement.chain if self.statement else ()
        return chain[0] if chain and chain[0].role is not Role.PUBLISHER else None

    @property
    def interval(self) -> tuple[object, ...]:
        """The number, with all that says how far it goes: equal for "over 1,000" and "more than a thousand"."""
        f = self.figure
        return (f.low, f.high, f.low_open, f.high_open)

    @property
    def one_by_one(self) -> bool:
        """Whether the number is that of several people whom the page tells of one by one, of whom this is one."""
        return self.figure.person is not None and self.figure.low != 1

    @property
    def counts(self) -> bool:
        """Whether the page says beside the number what it counts: not "raised the toll to 27"."""
        return bool(self.figure.who or self.figure.counted)

    @property
    def own_day(self) -> bool:
        """Tell whether the page says of the figure itself as of when it is, or when it was said.

        "The ministry said" alone is put on the page's day, as inferred: it may be an older number, told again.
        """
        said = self.statement.said if self.statement else None
        own = (when for when in (self.figure.as_of, said) if when is not None and when.known)
        return any(when.basis is not Basis.INFERRED for when in own)

    @property
    def current(self) -> When:
        """The days that the count may be current to: its own as_of, else when it was said, else the page's date."""
        said = self.statement.said if self.statement else None
        known = (when for when in (self.figure.as_of, said) if when is not None and when.known)
        return next(known, self.reading.page.published)


def find_sightings(readings: Sequence[Reading]) -> Iterator[Sighting]:
    """Yield the figures of all pages, in order, each with its sentence; not what a correction takes back."""
    for reading in readings:
        if reading.figures:
            yield from (s for s in _on_page(reading) if not (denied(s) and _corrected(s)))


def denied(sighting: Sighting) -> bool:
    """Tell whether the page says that a number does not hold."""
    return sighting.figure.status is Status.DENIED


def _corrected(sighting: Sighting) -> bool:
    """Tell whether a figure stands in a note such as "An earlier version of this article said that 12 had died"."""
    notes = sighting.reading.page.notes
    return any(note.kind is NoteKind.CORRECTED and note.span.contains(sighting.figure.span) for note in notes)


def _on_page(reading: Reading) -> Iterator[Sighting]:
    statements = {statement.id: statement for statement in reading.statements}
    page = reading.page
    titles = (page.title.span,) if page.title and page.title.span else ()
    sentences = sorted((*titles, *(s for span in page.paragraphs for s in sentences_in(reading.text, span))))
    starts = [sentence.start for sentence in sentences]
    around = [bisect_right(starts, figure.span.start) - 1 for figure in reading.figures]
    together: dict[int, list[Figure]] = defaultdict(list)
    for figure, at in zip(reading.figures, around, strict=True):
        together[at].append(figure)
    times = sorted(reading.times, key=lambda time: time.span)
    time_starts = [time.span.start for time in times]
    for figure, at in zip(reading.figures, around, strict=True):
        sentence = _near(figure.span, sentences[at] if at >= 0 else figure.span)
        first = bisect_left(time_starts, sentence.start)
        yield Sighting(
            reading=reading,
            figure=figure,
            statement=statements.get(figure.statement or ""),
            sentence=sentence,
            beside=tuple(other for other in together[at][:MOST_BESIDE] if other is not figure),
            times=tuple(time for time in times[first : first + MOST_BESIDE] if sentence.contains(time.span)),
            above=_stands_above(reading, figure.span),
        )


def _stands_above(reading: Reading, span: Span) -> bool:
    """Tell a figure of a headline or caption: "Toll rises to 27", "Rescuers carry one of 27 dead (Photo: A. Orsk)"."""
    title, text = reading.page.title, reading.text
    if title is not None and title.span is not None and title.span.contains(span):
        return True
    line = next((p for p in reading.page.paragraphs if p.contains(span)), None)
    if line is None or line.end - line.start > LONGEST_LINE:
        return False
    words = WORD.findall(line.of(text)[:NEAR].casefold())
    pictured = (words and words[0] in assess_words().imprint_words) or CREDIT.search(line.of(text))
    return bool(pictured) or not line.of(text).rstrip().endswith(STOPS)


def _near(span: Span, sentence: Span) -> Span:
    """Return the part of a sentence that lies near a figure: all of it, unless somebody wrote no full stops."""
    return Span(max(sentence.start, span.start - NEAR), max(span.end, min(sentence.end, span.end + NEAR)))


def before(a: When, b: When, *, slack: timedelta = timedelta(0)) -> bool:
    """Tell whether the first surely lies wholly before the second: both ends that face each other are known."""
    return a.latest is not None and b.earliest is not None and b.earliest - a.latest > slack


def apart(a: When | None, b: When | None, *, slack: timedelta = timedelta(0)) -> bool:
    """Tell whether the two surely share no day, and lie further apart than the slack; what is unknown shares any."""
    return a is not None and b is not None and (before(a, b, slack=slack) or before(b, a, slack=slack))


def first_day(when: When) -> date:
    """Return a day to sort by: unknown comes last."""
    return when.earliest or when.latest or date.max
