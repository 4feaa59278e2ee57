"""Which quotation belongs to which cue."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from reportedly.read.speech.candidates import Candidate
from reportedly.read.speech.labels import script_words
from reportedly.read.speech.quotations import EDGES, Quotation
from reportedly.records import Sentence
from reportedly.spans import Span

WORD = re.compile(r"\w+")
MOST_WORDS_BETWEEN = 10
# "..." then Orsk, still smiling, said: the mark and the speaker stand this near.
MOST_WORDS_BEFORE_SPEAKER = 2
LONGEST_GAP = 10
# Words before a quotation that show that it only holds off what they stand before.
LONGEST_LEAD = 30
MOST_SCARE_WORDS = 4
DETERMINERS = frozenset(
    {
        "a",
        "an",
        "any",
        "every",
        "her",
        "his",
        "its",
        "my",
        "no",
        "our",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
    }
)
LONGEST_BETWEEN = 200


@dataclass(slots=True)
class Draft:
    """A candidate with the content that was laid to it so far."""

    candidate: Candidate
    content: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Trail:
    """The quotation before, and the speaker that the last laid one went to."""

    quotation: Quotation | None = None
    owner: Draft | None = None
    end: int = -1


def lay_quotations(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    drafts: Sequence[Draft],
    sections: Sequence[int],
) -> None:
    """Add each quotation to the content of the draft that it belongs to; scare quotes and titles stay where they are.

    `"We will stay," said Orsk. "We have boats."` lays both to "said".
    """
    near = Nearby(sentences, drafts)
    trail = Trail()
    owners: list[Draft | None] = []
    for q in quotations:
        if trail.quotation is not None and sections[trail.quotation.paragraph] != sections[q.paragraph]:
            trail = Trail()
        owner = (
            _beside(text, q, list(near.drafts(q)))
            or _before(text, q, near, sections)
            or _going_on(text, sentences, q, trail)
        )
        trail.quotation = q
        owners.append(owner)
        if owner is not None:
            owner.content.append(q.span)
            trail.owner, trail.end = owner, q.span.end
    _lay_open_ones(quotations, owners, sections)


def _lay_open_ones(quotations: Sequence[Quotation], owners: list[Draft | None], sections: Sequence[int]) -> None:
    """Lay paragraphs whose quotation never closes to whom the one that goes on with it below is laid to.

    `"The dam is old.`, `"It will not hold.` and `"We must leave," said Orsk` are all Orsk's.
    """
    for i in range(len(quotations) - 1, 0, -1):
        q, before, owner = quotations[i], quotations[i - 1], owners[i]
        goes_on = not before.closed and before.paragraph == q.paragraph - 1 and q.opens_paragraph
        same = sections[before.paragraph] == sections[q.paragraph]
        named = owner is not None and owner.candidate.source is not None
        if owner is not None and named and owners[i - 1] is None and goes_on and same:
            owner.content.append(before.span)
            owners[i - 1] = owner


class Nearby:
    """The drafts of the sentences around a quotation's two ends."""

    def __init__(self, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> None:
        self.sentences = sentences
        self.starts = [s.span.start for s in sentences]
        self.by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.by_sentence.setdefault(draft.candidate.sentence, []).append(draft)

    def drafts(self, q: Quotation) -> Iterator[Draft]:
        """Yield the drafts of the same paragraph, in order."""
        first, last = self._at(q.span.start), self._at(q.span.end - 1)
        for k in sorted({*range(first - 1, first + 2), *range(last - 1, last + 2)}):
            if 0 <= k < len(self.sentences) and self.sentences[k].paragraph == q.paragraph:
                yield from self.by_sentence.get(k, ())

    def last_before(self, q: Quotation) -> Sequence[Draft]:
        """Return the drafts of the sentence before the quotation's paragraph."""
        k = self._at(q.span.start)
        while k >= 0 and self.sentences[k].paragraph == q.paragraph:
            k -= 1
        return self.by_sentence.get(k, ())

    def _at(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1


def _beside(text: str, q: Quotation, near: Sequence[Draft]) -> Draft | None:
    """Return the cue that the quotation stands beside: behind it, before it, around it, in this order."""
    outside = [d for d in near if not q.span.contains(d.candidate.cue)]
    holding = [d for d in outside if any(c.overlaps(q.words) for c in d.candidate.content)]
    free = [d for d in outside if d.candidate.speaks and not d.candidate.content]
    free = [] if is_scare(text, q) else free
    found = chain(
        (d for d in holding if d.candidate.cue.start >= q.span.end),
        (d for d in free if _follows(text, q, d.candidate)),
        (d for d in reversed(free) if _leads(text, q, d.candidate)),
        holding,
    )
    return next(found, None)


def _follows(text: str, q: Quotation, candidate: Candidate) -> bool:
    """`"...," said Orsk` and `"...," Orsk, who led the dam, said`."""
    source = candidate.source or candidate.cue
    start = min(candidate.cue.start, source.start)
    near = start >= q.span.end and _within(text, q.span.end, start, MOST_WORDS_BEFORE_SPEAKER)
    return near and "." not in text[q.span.end : start]


def is_scare(text: str, q: Quotation) -> bool:
    """Tell whether marks only hold a word off: the so-called "safe zone", a "special operation", the "River Post"."""
    before = text[max(0, q.span.start - LONGEST_LEAD) : q.span.start]
    if before[-1:] != " " or len(WORD.findall(q.words.of(text))) > MOST_SCARE_WORDS:
        return False
    leading = before.lower().rstrip()
    return leading.rpartition(" ")[2] in DETERMINERS or is_called_so(text, q)


def is_called_so(text: str, q: Quotation) -> bool:
    """Tell whether the page itself says that the words are only a name: the so-called "safe zone"."""
    before = text[max(0, q.span.start - LONGEST_LEAD) : q.span.start].lower().rstrip()
    return any(before.endswith(words) for words in script_words().so_called)


def _leads(text: str, q: Quotation, candidate: Candidate) -> bool:
    """`Orsk told the council: "..."`."""
    end = candidate.cue.end
    near = end <= q.span.start and _within(text, end, q.span.start, MOST_WORDS_BETWEEN)
    return near and ". " not in text[end : q.span.start]


def _before(text: str, q: Quotation, near: Nearby, sections: Sequence[int]) -> Draft | None:
    """Return the cue that ends the paragraph before with a colon: "Orsk continued:"."""
    if q.paragraph == 0 or sections[q.paragraph - 1] != sections[q.paragraph]:
        return None
    for draft in reversed(near.last_before(q)):
        end = draft.candidate.cue.end
        if draft.candidate.speaks and _within(text, end, q.span.start, MOST_WORDS_BETWEEN):
            return draft if text[end : q.span.start].rstrip().endswith(":") else None
    return None


def _going_on(text: str, sentences: Sequence[Sentence], q: Quotation, trail: Trail) -> Draft | None:
    """Return the last speaker where the quotation reopens his, or opens right behind it or behind his sentence."""
    if trail.owner is None or trail.quotation is None:
        return None
    reopened = not trail.quotation.closed and q.paragraph == trail.quotation.paragraph + 1
    if reopened and trail.end == trail.quotation.span.end:
        return trail.owner
    sentence = sentences[trail.owner.candidate.sentence]
    ends = {trail.end, max(sentence.span.end, trail.end)} if sentence.paragraph == q.paragraph else {trail.end}
    return trail.owner if any(_nothing_between(text, end, q.span.start) for end in ends) else None


def _nothing_between(text: str, end: int, start: int) -> bool:
    return start - end <= LONGEST_GAP and not text[end:start].strip(EDGES)


def _within(text: str, start: int, end: int, words: int) -> bool:
    """Tell whether no more than so many words stand between two places."""
    return end - start <= LONGEST_BETWEEN and len(WORD.findall(text[start:end])) <= words
