"""Candidates and quotations joined into attributions: which quotation belongs to which cue, and what falls away."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportedly.read.speech.cues import Candidate
from reportedly.read.speech.quotations import Quotation
from reportedly.records import Attribution, Manner, Sentence
from reportedly.spans import Span

WORD = re.compile(r"\w+")
EDGES = " \t\n\u00a0,;:.\"“”„«»‘’'‹›-–—()[]"
OWN_VOICE = frozenset({"i", "we", "you", "me", "us"})
WORDS_BETWEEN = 10


@dataclass(slots=True)
class Draft:
    """A candidate with the quotations that were laid to it."""

    candidate: Candidate
    content: list[Span] = field(default_factory=list)


def link_candidates(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], candidates: Sequence[Candidate]
) -> list[Attribution]:
    """Return the attributions of the page that have a cue, in text order."""
    quoted = Quoted(quotations)
    drafts = [Draft(c, list(c.content)) for c in candidates if _stands(text, c, quoted)]
    _lay_quotations(text, sentences, quotations, drafts)
    _lay_back(sentences, drafts)
    found = [_attribution(text, draft, quoted) for draft in drafts]
    return sorted((a for a in found if a is not None), key=lambda a: (a.content[0].start, a.cue))


class Quoted:
    """Where the page quotes, for quick asking."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.spans = [q.span for q in quotations]
        self.starts = [s.start for s in self.spans]

    def at(self, position: int) -> Span | None:
        """Return the quotation that the position lies in."""
        k = bisect_right(self.starts, position) - 1
        return self.spans[k] if k >= 0 and position < self.spans[k].end else None

    def over(self, span: Span) -> list[Span]:
        """Return the quotations that overlap the span."""
        k = max(0, bisect_right(self.starts, span.start) - 1)
        found = []
        while k < len(self.spans) and self.spans[k].start < span.end:
            if self.spans[k].overlaps(span):
                found.append(self.spans[k])
            k += 1
        return found


def _stands(text: str, candidate: Candidate, quoted: Quoted) -> bool:
    """A person's own "I think" inside his quotation is no second statement."""
    if quoted.at(candidate.cue.start) is None:
        return True
    if not candidate.content or candidate.attitude or candidate.source is None:
        return False
    return candidate.source.of(text).lower() not in OWN_VOICE


def _lay_quotations(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], drafts: list[Draft]
) -> None:
    paragraphs = [sentences[d.candidate.sentence].paragraph for d in drafts]
    last: Draft | None = None
    last_end = -1
    for q in quotations:
        near = drafts[bisect_left(paragraphs, q.paragraph) : bisect_right(paragraphs, q.paragraph)]
        owner = _owner(text, q, near)
        if owner is None and last is not None and text[last_end : q.span.start].strip(EDGES) == "":
            owner = last
        if owner is None and last is not None and _closes_sentence(text, sentences, last, last_end, q):
            owner = last
        if owner is None:
            continue
        if not any(c.overlaps(q.span) for c in owner.content) and owner.content and owner is not last:
            owner.content = []
        owner.content.append(q.span)
        last, last_end = owner, q.span.end


def _closes_sentence(text: str, sentences: Sequence[Sentence], last: Draft, last_end: int, q: Quotation) -> bool:
    """Tell whether the quotation opens right after the sentence of the speaker: "...," said Orsk. "..."."""
    sentence = sentences[last.candidate.sentence]
    if sentence.paragraph != q.paragraph:
        return False
    end = max(sentence.span.end, last_end)
    return text[end : q.span.start].strip(EDGES) == ""


def _owner(text: str, q: Quotation, near: Sequence[Draft]) -> Draft | None:
    outside = [d for d in near if not q.span.contains(d.candidate.cue)]
    for draft in outside:
        if any(c.overlaps(q.words) for c in draft.candidate.content) and draft.candidate.cue.start >= q.span.end:
            return draft
    speaking = [d for d in outside if d.candidate.speaks]
    after = next((d for d in speaking if _follows(text, q, d.candidate)), None)
    if after is not None:
        return after
    before = next((d for d in reversed(speaking) if _leads(text, q, d.candidate)), None)
    if before is not None:
        return before
    return next((d for d in outside if any(c.overlaps(q.words) for c in d.candidate.content)), None)


def _follows(text: str, q: Quotation, candidate: Candidate) -> bool:
    """`"...," said Orsk` and `"...," Orsk, who led the dam, said`."""
    start = candidate.cue.start if candidate.source is None else min(candidate.cue.start, candidate.source.start)
    if start < q.span.end:
        return False
    return len(WORD.findall(text[q.span.end : start])) <= 2


def _leads(text: str, q: Quotation, candidate: Candidate) -> bool:
    """`Orsk told the council: "..."`."""
    if candidate.cue.end > q.span.start or (
        candidate.content and not any(c.overlaps(q.span) for c in candidate.content)
    ):
        return False
    between = text[candidate.cue.end : q.span.start]
    return ". " not in between and len(WORD.findall(between)) <= WORDS_BETWEEN


def _lay_back(sentences: Sequence[Sentence], drafts: list[Draft]) -> None:
    for draft in drafts:
        if draft.candidate.back and draft.candidate.sentence > 0:
            draft.content = [sentences[draft.candidate.sentence - 1].span]


def _attribution(text: str, draft: Draft, quoted: Quoted) -> Attribution | None:
    content = tuple(s for s in (trimmed(text, c) for c in merged(draft.content)) if s.end > s.start)
    if not content:
        return None
    c = draft.candidate
    return Attribution(
        content=content,
        cue=(c.cue,),
        source=() if c.source is None else (c.source,),
        manner=manner_of(text, content, quoted),
        relayers=() if c.relayer is None else (c.relayer,),
    )


def merged(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def trimmed(text: str, span: Span) -> Span:
    """Return the span without quotation marks, commas and white space at its edges."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end)


def manner_of(text: str, content: Sequence[Span], quoted: Quoted) -> Manner:
    """Tell whether the words are the source's own, the page's, or both."""
    whole = inside = 0
    for span in content:
        whole += span.end - span.start
        inside += sum(min(q.end, span.end) - max(q.start, span.start) for q in quoted.over(span))
    if not inside:
        return Manner.INDIRECT
    return Manner.DIRECT if inside * 10 >= whole * 9 else Manner.MIXED
