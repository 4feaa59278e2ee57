"""Candidates and quotations joined into attributions: which quotation belongs to which cue, and what falls away."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from reportedly.read.speech.cues import Candidate, Kind
from reportedly.read.speech.quotations import Quotation, Quoted
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
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    candidates: Sequence[Candidate],
    quoted: Quoted,
) -> list[Attribution]:
    """Return the attributions of the page that have a cue, in text order."""
    standing = [c for c in candidates if _stands(text, c, quoted)]
    drafts = [Draft(c, list(c.content)) for c in link_relayers(standing)]
    _lay_quotations(text, sentences, quotations, drafts)
    _lay_back(sentences, drafts)
    found = [_attribution(text, draft, quoted) for draft in drafts]
    return [a for a in found if a is not None]


def _stands(text: str, candidate: Candidate, quoted: Quoted) -> bool:
    """Tell whether a candidate is a statement of its own: inside a quotation only "there are reports that" is."""
    return candidate.kind is Kind.NOUN or quoted.at(candidate.cue.start) is None


def link_relayers(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Turn "according to Norpress" and "citing Norpress" beside another speaker into that speaker's relayers."""
    found: list[Candidate] = []
    for _, group in groupby(candidates, key=lambda c: c.sentence):
        found.extend(_relayed(list(group)))
    return found


def _relayed(group: list[Candidate]) -> list[Candidate]:
    citing = [c for c in group if c.kind is Kind.CITING]
    through = [c for c in group if c.kind is Kind.ACCORDING]
    back = next((c for c in group if c.kind is Kind.BACK), None)
    if back is not None:
        others = [c for c in group if c.kind in (Kind.VERB, Kind.NOUN)]
        relayers = (*back.relayers, *_sources(citing), *_sources(through))
        return [*others, replace(back, relayers=relayers)]
    rest = [c for c in group if c.kind is not Kind.CITING]
    for cited in citing:
        rest = _nearer(rest, cited)
    return rest


def _nearer(group: list[Candidate], cited: Candidate) -> list[Candidate]:
    """Put whom an outlet cites in the outlet's place, and the outlet among the relayers."""
    named = [k for k, c in enumerate(group) if c.source is not None]
    before = [k for k in named if group[k].cue.end <= cited.cue.start]
    k = before[-1] if before else next(iter(named), None)
    if k is None or cited.source is None:
        return group
    outlet = group[k]
    content = tuple(part for span in outlet.content for part in _without(span, Span(cited.cue.start, cited.source.end)))
    relayed = replace(
        outlet, source=cited.source, content=content, relayers=(*_sources([outlet]), *outlet.relayers)
    )
    return [*group[:k], relayed, *group[k + 1 :]]


def _without(span: Span, cut: Span) -> list[Span]:
    if not span.overlaps(cut):
        return [span]
    return [s for s in (Span(span.start, cut.start), Span(cut.end, span.end)) if s.start < s.end]


def _sources(candidates: Sequence[Candidate]) -> tuple[Span, ...]:
    return tuple(c.source for c in candidates if c.source is not None)


def _lay_quotations(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], drafts: list[Draft]
) -> None:
    paragraphs = [sentences[d.candidate.sentence].paragraph for d in drafts]
    last: Draft | None = None
    last_end = -1
    before: Quotation | None = None
    for q in quotations:
        near = drafts[bisect_left(paragraphs, q.paragraph) : bisect_right(paragraphs, q.paragraph)]
        owner = _owner(text, q, near)
        if owner is None and before is not None and _reopens(before, q) and last_end == before.span.end:
            owner = last
        if owner is None:
            earlier = drafts[bisect_left(paragraphs, q.paragraph - 1) : bisect_left(paragraphs, q.paragraph)]
            owner = next((d for d in reversed(earlier) if _announces(text, q, d.candidate)), None)
        before = q
        if owner is None and last is not None and text[last_end : q.span.start].strip(EDGES) == "":
            owner = last
        if owner is None and last is not None and _closes_sentence(text, sentences, last, last_end, q):
            owner = last
        if owner is None:
            continue
        owner.content.append(q.span)
        last, last_end = owner, q.span.end


def _closes_sentence(text: str, sentences: Sequence[Sentence], last: Draft, last_end: int, q: Quotation) -> bool:
    """Tell whether the quotation opens right after the sentence of the speaker: "...," said Orsk. "..."."""
    sentence = sentences[last.candidate.sentence]
    if sentence.paragraph != q.paragraph:
        return False
    end = max(sentence.span.end, last_end)
    return text[end : q.span.start].strip(EDGES) == ""


def _reopens(before: Quotation, q: Quotation) -> bool:
    """Tell whether the quotation goes on from a paragraph that never closed it."""
    return not before.closed and q.paragraph == before.paragraph + 1


def _announces(text: str, q: Quotation, candidate: Candidate) -> bool:
    """Tell whether the paragraph before ends in the cue and a colon: "Orsk continued:"."""
    between = text[candidate.cue.end : q.span.start]
    return candidate.speaks and between.rstrip().endswith(":") and len(WORD.findall(between)) <= WORDS_BETWEEN


def _owner(text: str, q: Quotation, near: Sequence[Draft]) -> Draft | None:
    outside = [d for d in near if not q.span.contains(d.candidate.cue)]
    for draft in outside:
        if any(c.overlaps(q.words) for c in draft.candidate.content) and draft.candidate.cue.start >= q.span.end:
            return draft
    speaking = [d for d in outside if d.candidate.speaks and not d.candidate.content]
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
        if draft.candidate.kind is Kind.BACK and draft.candidate.sentence > 0:
            draft.content = [sentences[draft.candidate.sentence - 1].span]


def _attribution(text: str, draft: Draft, quoted: Quoted) -> Attribution | None:
    parts = _own_words([s for s in (trimmed(text, c) for c in merged(draft.content)) if s.end > s.start], quoted)
    content = tuple(parts)
    if not content:
        return None
    c = draft.candidate
    return Attribution(
        content=content,
        cue=(c.cue,),
        source=() if c.source is None else (c.source,),
        manner=manner_of(content, quoted),
        relayers=c.relayers,
    )


def _own_words(parts: list[Span], quoted: Quoted) -> list[Span]:
    """Leave out what the page adds behind a quotation: `"We will stay," said Orsk, pointing at the dam`."""
    if len(parts) > 1 and manner_of(parts[:1], quoted) is Manner.DIRECT:
        return [parts[0], *(p for p in parts[1:] if quoted.over(p))]
    return parts


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


def manner_of(content: Sequence[Span], quoted: Quoted) -> Manner:
    """Tell whether the words are the source's own, the page's, or both."""
    whole = inside = 0
    for span in content:
        whole += span.end - span.start
        inside += sum(min(q.end, span.end) - max(q.start, span.start) for q in quoted.over(span))
    if not inside:
        return Manner.INDIRECT
    return Manner.DIRECT if inside * 10 >= whole * 9 else Manner.MIXED
