"""Candidates and quotations joined into attributions: which quotation belongs to which cue, and what falls away."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from reportedly.read.speech.candidates import Candidate, Kind
from reportedly.read.speech.quotations import Quotation, Quoted, trimmed
from reportedly.read.speech.quoting import Draft, lay_quotations
from reportedly.read.speech.sources import speaker_beside
from reportedly.read.speech.words import ReportingWords
from reportedly.records import Attribution, Manner, Sentence
from reportedly.spans import Span, hull


def link_candidates(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    candidates: Sequence[Candidate],
    quoted: Quoted,
    words: ReportingWords,
    sections: Sequence[int],
) -> list[Attribution]:
    """Return the attributions of the page that have a cue, in text order.

    `sections` numbers the paragraphs: no quotation goes on from one section into the next.
    """
    standing = [_outside(sentences, c, quoted) for c in candidates if _stands(c, quoted)]
    drafts = [Draft(c, list(c.content)) for c in link_relayers(standing)]
    lay_quotations(text, sentences, quotations, drafts, sections)
    _lay_back(sentences, drafts)
    _lay_turns(sentences, drafts)
    found = [_attribution(text, draft, quoted, words) for draft in drafts]
    return [a for a in found if a is not None]


def find_said(candidates: Sequence[Candidate]) -> list[Span]:
    """Return where "Orsk said" and "said Orsk" stand, in order."""
    return sorted(
        hull([c.source, c.cue])
        for c in candidates
        if c.source is not None and c.speaks and c.kind is Kind.VERB and _touch(c.source, c.cue)
    )


def _touch(source: Span, cue: Span) -> bool:
    return source.end + 1 == cue.start or cue.end + 1 == source.start


def _stands(candidate: Candidate, quoted: Quoted) -> bool:
    """Tell whether a candidate is a statement of its own: inside a quotation only "there are reports that" is."""
    return candidate.kind in (Kind.NOUN, Kind.COLON) or quoted.at(candidate.cue.start) is None


def _outside(sentences: Sequence[Sentence], candidate: Candidate, quoted: Quoted) -> Candidate:
    """Put right a source that the tree took from inside the quotation: it is what stands beside the cue."""
    if candidate.source is None or not candidate.speaks:
        return candidate
    over = quoted.over(candidate.source)
    if over and candidate.source.start < over[0].start and over[-1].end <= candidate.source.end + 1:
        return candidate  # a name in marks is part of who speaks: Kask, nicknamed "the Beaver"
    inside = [q for q in over if q.end <= candidate.cue.start]
    if not inside:
        return candidate
    return replace(candidate, source=speaker_beside(sentences[candidate.sentence], inside[-1].end, candidate.cue))


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
    relayed = replace(outlet, source=cited.source, content=content, relayers=(*_sources([outlet]), *outlet.relayers))
    return [*group[:k], relayed, *group[k + 1 :]]


def _without(span: Span, cut: Span) -> list[Span]:
    if not span.overlaps(cut):
        return [span]
    return [s for s in (Span(span.start, cut.start), Span(cut.end, span.end)) if s.start < s.end]


def _sources(candidates: Sequence[Candidate]) -> tuple[Span, ...]:
    return tuple(c.source for c in candidates if c.source is not None)


def _lay_back(sentences: Sequence[Sentence], drafts: list[Draft]) -> None:
    for draft in drafts:
        if draft.candidate.kind is Kind.BACK and draft.candidate.sentence > 0:
            draft.content = [sentences[draft.candidate.sentence - 1].span]


def _lay_turns(sentences: Sequence[Sentence], drafts: list[Draft]) -> None:
    """Lay the rest of its paragraph to the name that opens it: "ORSK: We will stay. We have boats."."""
    for draft in drafts:
        k = draft.candidate.sentence
        if draft.candidate.kind is Kind.COLON and (k == 0 or sentences[k - 1].paragraph < sentences[k].paragraph):
            last = k
            while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[k].paragraph:
                last += 1
            draft.content = [Span(draft.candidate.cue.end, sentences[last].span.end)]


def _attribution(text: str, draft: Draft, quoted: Quoted, words: ReportingWords) -> Attribution | None:
    parts = _own_words([s for s in (trimmed(text, c) for c in merged(draft.content)) if s.end > s.start], quoted)
    c = draft.candidate
    named = (*([c.source] if c.source else ()), *c.relayers)
    content = tuple(part for part in parts if not any(name.contains(part) for name in named))
    if c.source is not None and any(part.overlaps(c.source) and not part.contains(c.cue) for part in content):
        return None  # the tree took what is said for who says it
    if not content or all(span.of(text).lower() in words.grammar.pointing for span in content):
        return None
    return Attribution(
        content=content,
        cue=(c.cue,),
        source=() if c.source is None else (c.source,),
        manner=manner_of(content, quoted),
        relayers=tuple(r for r in c.relayers if not any(part.overlaps(r) for part in content)),
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


def manner_of(content: Sequence[Span], quoted: Quoted) -> Manner:
    """Tell whether the words are the source's own, the page's, or both."""
    whole = inside = 0
    for span in content:
        whole += span.end - span.start
        inside += sum(min(q.end, span.end) - max(q.start, span.start) for q in quoted.over(span))
    if not inside:
        return Manner.INDIRECT
    return Manner.DIRECT if inside * 10 >= whole * 9 else Manner.MIXED
