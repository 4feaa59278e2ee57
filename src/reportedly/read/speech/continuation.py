"""Sentences that name no speaker and go on with the one before.

They stand between two statements of his, or are a block quotation of his.

A sentence is laid to a speaker on evidence only: he is named again within a few sentences and nobody speaks between.
What merely follows a statement stays with the page.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reportedly.read.speech.linking import manner_of, merged
from reportedly.read.speech.quotations import BULLETS, MARKS, SENTENCE_ENDS, Quoted, trimmed
from reportedly.read.speech.words import ReportingWords
from reportedly.records import Attribution, Manner, Sentence
from reportedly.spans import Span

WORD = re.compile(r"\w+")
MOST_BETWEEN = 3
ALIKE = 0.6
LEADING = 0.5
# Two statements are enough where the second names him again and is not a mere "he said".
FEW = 2
# "ORSK: ..." in a transcript: the next paragraph is somebody else's.
LONGEST_LABEL = 30
PRESENT = frozenset({"VBZ", "VBP", "MD"})


@dataclass(slots=True)
class Section:
    """What stands under one heading: how many of its sentences name a speaker."""

    speakers: int = 0


@dataclass(slots=True)
class Run:
    """One speaker's statements in a row: the words that name him, and the bare sentences since the last."""

    section: Section
    words: ReportingWords
    named: set[str] = field(default_factory=set)
    count: int = 1
    named_again: bool = False
    between: list[int] = field(default_factory=list)

    def is_of(self, source: str) -> bool:
        """Tell whether a source is the speaker of the run: a pronoun, his last name, or words that all describe him."""
        words = self._naming(source)
        if not self.named or not words:
            return False
        if len(words) == 1 and words[0] in self.words.grammar.he:
            return True
        if source.rpartition(" ")[2][:1].isupper() and words[-1] in self.named:
            return True
        return sum(word in self.named for word in words) >= ALIKE * len(words)

    def add(self, source: str) -> None:
        """Learn one more way in which the speaker is named."""
        self.section.speakers += 1
        self.named |= set(self._naming(source)) - self.words.grammar.he or {source.lower()}
        self.between = []

    def _naming(self, source: str) -> list[str]:
        return [word for word in WORD.findall(source.lower()) if word not in self.words.grammar.small]

    @property
    def leads(self) -> bool:
        """Tell whether the section is mostly his."""
        often = self.count > FEW or (self.count == FEW and self.named_again)
        return often and self.count >= LEADING * self.section.speakers


def find_continuations(
    text: str,
    sentences: Sequence[Sentence],
    paragraphs: Sequence[Span],
    attributions: Sequence[Attribution],
    quoted: Quoted,
    words: ReportingWords,
    sections: Sequence[int],
) -> Iterator[Attribution]:
    """Yield the bare sentences that stand between two statements of one speaker, and his block quotations.

    `"The dam held," said Orsk. Two boats are lost. "We are safe," he said.` yields "Two boats are lost".
    """
    speakers, taken = _marks(sentences, attributions)
    run = Run(Section(), words)
    found: list[tuple[Run, Span]] = []
    for k, sentence in enumerate(sentences):
        if k and sections[sentences[k - 1].paragraph] != sections[sentence.paragraph]:
            run = Run(Section(), words)
        if _is_heading(text, sentence, paragraphs):
            run = Run(Section(), words)
        elif _turns(text, sentence, words):
            run = Run(run.section, words)
        if k in speakers:
            source = speakers[k].of(text)
            if run.is_of(source):
                run.count += 1
                run.named_again |= source.lower() not in words.grammar.he
                found.extend((run, sentences[b].span) for b in run.between if _goes_on(sentences[b], run))
            else:
                run = Run(run.section, words)
            run.add(source)
        elif k not in taken:
            run.between.append(k)
            if len(run.between) > MOST_BETWEEN:
                run = Run(run.section, words)
    yield from (_continuing(text, (span,), quoted) for run, span in found if run.leads)
    yield from _block_quotations(text, sentences, speakers, taken, quoted, sections)


def _block_quotations(
    text: str,
    sentences: Sequence[Sentence],
    speakers: dict[int, Span],
    taken: set[int],
    quoted: Quoted,
    sections: Sequence[int],
) -> Iterator[Attribution]:
    """Yield paragraphs that are one quotation, right behind a paragraph that ends with a speaker's own words."""
    last: int | None = None
    for paragraph, group in groupby(range(len(sentences)), key=lambda k: sentences[k].paragraph):
        inside = list(group)
        if any(k in taken for k in inside):
            transcript = text[sentences[inside[-1]].span.start :][:LONGEST_LABEL].find(":") >= 0
            last = paragraph if inside[-1] in speakers and not transcript else None
            continue
        span = Span(sentences[inside[0]].span.start, sentences[inside[-1]].span.end)
        follows = last is not None and last == paragraph - 1 and sections[last] == sections[paragraph]
        if follows and manner_of((trimmed(text, span),), quoted) is Manner.DIRECT:
            yield _continuing(text, (span,), quoted)
            last = paragraph


def _goes_on(sentence: Sentence, run: Run) -> bool:
    """Tell whether a bare sentence can be the speaker's: it tells how things stand, and not of him."""
    inside = {token.lower for token in sentence.tokens}
    if inside & (run.named | run.words.grammar.he):
        return False
    root = next(iter(sentence.roots))
    tags = {sentence.tokens[c].tag for c in (root, *sentence.children[root])}
    return "VBD" not in tags and bool(tags & PRESENT)


def _continuing(text: str, spans: Sequence[Span], quoted: Quoted) -> Attribution:
    content = tuple(trimmed(text, span) for span in spans)
    return Attribution(content=content, cue=(), source=(), manner=manner_of(content, quoted), continues=True)


def _marks(sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> tuple[dict[int, Span], set[int]]:
    """Return the first source of each sentence that has one, and the sentences that any attribution touches.

    A statement inside another's content changes no speaker.
    """
    starts = [s.span.start for s in sentences]
    taken: set[int] = set()
    contents: list[Span] = []
    for a in attributions:
        contents.extend(span for span in a.content if not any(span.contains(cue) for cue in a.cue))
        for span in (*a.content, *a.cue, *a.source):
            taken.update(range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)))
    said = Quoted(merged(contents))
    speakers: dict[int, Span] = {}
    for a in attributions:
        if a.source and a.cue and said.at(a.cue[0].start) is None:
            speakers.setdefault(bisect_right(starts, a.source[0].start) - 1, a.source[0])
    return speakers, taken


def _is_heading(text: str, sentence: Sentence, paragraphs: Sequence[Span]) -> bool:
    """Tell whether the paragraph is a heading or a point of a list: those are the page's own."""
    paragraph = paragraphs[sentence.paragraph]
    return text[paragraph.start] in BULLETS or text[paragraph.end - 1] not in SENTENCE_ENDS


def _turns(text: str, sentence: Sentence, words: ReportingWords) -> bool:
    """Tell whether the page turns to something else: "As a reminder", "Meanwhile"."""
    opening = sentence.span.of(text).lstrip(" " + "".join(MARKS)).lower()
    return opening.startswith(tuple(words.turn))
