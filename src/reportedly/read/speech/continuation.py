"""Sentences that name no speaker and go on with the one before: between two statements of his, or as his block quotation.

A sentence is laid to a speaker on evidence only: he is named again within a few sentences and nobody speaks between.
What merely follows a statement stays with the page.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.read.speech.linking import manner_of, trimmed
from reportedly.read.speech.quotations import Quoted
from reportedly.read.speech.words import ReportingWords
from reportedly.records import Attribution, Manner, Sentence
from reportedly.spans import Span

WORD = re.compile(r"\w+")
MOST_BETWEEN = 3
PRONOUNS = frozenset({"he", "she", "him", "her"})
SMALL = frozenset({"a", "an", "and", "by", "for", "in", "of", "on", "s", "the", "this", "to"})
ENDS = (".", "!", "?", "…", '"', "”", "»", "’", "'", ")")
ALIKE = 0.6
LEADING = 0.5
OF_HIM = frozenset({"he", "her", "him", "his", "she"})
PRESENT = frozenset({"VBZ", "VBP", "MD"})


@dataclass(slots=True)
class Run:
    """One speaker's statements in a row: the words that name him, and the bare sentences since the last."""

    named: set[str] = field(default_factory=set)
    count: int = 1
    between: list[int] = field(default_factory=list)

    def is_of(self, source: str) -> bool:
        """Tell whether a source is the speaker of the run: a pronoun, his last name, or words that all describe him."""
        words = _naming(source)
        if not self.named or not words:
            return False
        if len(words) == 1 and words[0] in PRONOUNS:
            return True
        if source.split()[-1][:1].isupper() and words[-1] in self.named:
            return True
        return sum(word in self.named for word in words) >= ALIKE * len(words)


def find_continuations(
    text: str,
    sentences: Sequence[Sentence],
    paragraphs: Sequence[Span],
    attributions: Sequence[Attribution],
    quoted: Quoted,
    words: ReportingWords,
) -> Iterator[Attribution]:
    """Yield the bare sentences that stand between two statements of one speaker.

    `"The dam held," said Orsk. Two boats were lost. "We are safe," he said.` yields "Two boats were lost".
    """
    speakers, taken = _marks(sentences, attributions)
    run = Run()
    found: list[tuple[Run, Sentence]] = []
    for k, sentence in enumerate(sentences):
        if _turns(text, sentence, paragraphs, words):
            run = Run()
        if k in speakers:
            source = speakers[k].of(text)
            if run.is_of(source):
                run.count += 1
                bare = [sentences[b] for b in run.between]
                found.extend((run, s) for s in bare if _goes_on(s, run))
            else:
                run = Run()
            run.named |= set(_naming(source)) - PRONOUNS or {source.lower()}
            run.between = []
        elif k not in taken:
            run.between.append(k)
            if len(run.between) > MOST_BETWEEN:
                run = Run()
    for run, sentence in found:
        if run.count >= max(2, LEADING * len(speakers)):
            yield _continuing(text, sentence.span, quoted)


def _goes_on(sentence: Sentence, run: Run) -> bool:
    """Tell whether a bare sentence can be the speaker's: it tells how things stand, and not of him."""
    words = {token.lower for token in sentence.tokens}
    if words & (run.named | OF_HIM):
        return False
    root = next(iter(sentence.roots))
    tags = {sentence.tokens[c].tag for c in (root, *sentence.children[root])}
    return "VBD" not in tags and bool(tags & PRESENT)


def _continuing(text: str, span: Span, quoted: Quoted) -> Attribution:
    content = (trimmed(text, span),)
    return Attribution(content=content, cue=(), source=(), manner=manner_of(content, quoted), continues=True)


def _marks(sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> tuple[dict[int, Span], set[int]]:
    """Return the first source of each sentence that has one, and the sentences that any attribution touches.

    A statement inside another's content changes no speaker.
    """
    starts = [s.span.start for s in sentences]
    touching: dict[int, list[Attribution]] = {}
    for a in attributions:
        for span in (*a.content, *a.cue, *a.source):
            for k in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)):
                touching.setdefault(k, []).append(a)
    speakers: dict[int, Span] = {}
    for a in attributions:
        if a.source and a.cue:
            k = bisect_right(starts, a.source[0].start) - 1
            if not any(b is not a and _holds(b, a.cue[0]) for b in touching[k]):
                speakers.setdefault(k, a.source[0])
    return speakers, set(touching)


def _holds(attribution: Attribution, cue: Span) -> bool:
    return any(span.contains(cue) for span in attribution.content)


def _turns(text: str, sentence: Sentence, paragraphs: Sequence[Span], words: ReportingWords) -> bool:
    """Tell whether the page turns to something else: a heading, "As a reminder", "Meanwhile"."""
    paragraph = paragraphs[sentence.paragraph]
    if paragraph.start == sentence.span.start and not text[:paragraph.end].endswith(ENDS):
        return True
    opening = sentence.span.of(text)[:40].lower().lstrip("\"“'‘ ")
    return any(opening.startswith(turn) for turn in words.turn)


def _naming(source: str) -> list[str]:
    return [word for word in WORD.findall(source.lower()) if word not in SMALL]
