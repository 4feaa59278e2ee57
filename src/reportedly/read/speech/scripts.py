"""Everything on a page that is speech by where it stands: turns, answers, posts, letters; and where entries begin.

What is said in them is somebody's own words, as between quotation marks. So nobody else's cue reaches into them, "I"
and "he" inside them make no statement of their own, and nothing outside goes on with them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.read.speech.candidates import Candidate, Kind
from reportedly.read.speech.entries import find_entries
from reportedly.read.speech.interviews import (
    LONGEST_INTRODUCTION,
    find_bare_turns,
    find_interviewee,
    introduces_interview,
)
from reportedly.read.speech.labels import Label, Speaker, find_surnames, note_end, read_label
from reportedly.read.speech.letters import find_letters
from reportedly.read.speech.placelabels import find_place_labels
from reportedly.read.speech.posts import find_posts
from reportedly.read.speech.quotations import EDGES, Quoted
from reportedly.read.speech.trained import Sight
from reportedly.read.speech.turns import WORD, Turn, find_labelled, find_turns
from reportedly.read.speech.words import ReportingWords
from reportedly.records import Attribution, Name, Sentence
from reportedly.spans import Span

LONGEST_SOURCE = 100
# Who is meant by these inside a turn, only its speaker knows.
PRONOUNS = frozenset(
    {
        "he",
        "i",
        "it",
        "me",
        "my",
        "one",
        "our",
        "she",
        "that",
        "they",
        "this",
        "us",
        "we",
        "what",
        "which",
        "who",
        "you",
        "your",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The turns of a page, which of them each paragraph is in, and the section of each paragraph.

    `starts` is where the prose of a paragraph begins, behind a label, a place ("SARN:") or a time of day; `filed` are
    those places.
    """

    turns: tuple[Turn, ...]
    of_paragraph: Mapping[int, Turn]
    sections: tuple[int, ...]
    starts: tuple[int, ...]
    filed: tuple[Span, ...]

    def attributions(self) -> Iterator[Attribution]:
        """Yield what the turns say."""
        for turn in self.turns:
            yield from turn.attributions()


def find_script(
    text: str,
    sentences: Sequence[Sentence],
    paragraphs: Sequence[Span],
    names: Sequence[Name],
    candidates: Sequence[Candidate],
) -> Script:
    """Return the speech that no verb introduces. Most pages have none, and are one section."""
    surnames = find_surnames(text, sentences, names)
    labels = {k: label for k, p in enumerate(paragraphs) if (label := read_label(text, p, surnames)) is not None}
    places = find_place_labels(text, paragraphs, labels, names)
    labels = {k: label for k, label in labels.items() if k not in places}
    spoken_by = _spoken_by(text, sentences, candidates)
    turns = list(_dialogue(text, sentences, paragraphs, names, labels, spoken_by))
    taken = {k for turn in turns for k in turn.paragraphs}
    if not turns:
        turns = [turn for turn in find_letters(text, paragraphs, spoken_by) if any(turn.content)]
        taken = {k for turn in turns for k in turn.paragraphs}
    quoting = [k in taken or k in spoken_by for k in range(len(paragraphs))]
    turns += [turn for turn in find_posts(text, paragraphs, quoting) if taken.isdisjoint(turn.paragraphs)]
    return _script(text, paragraphs, turns, labels, places)


def _dialogue(
    text: str,
    sentences: Sequence[Sentence],
    paragraphs: Sequence[Span],
    names: Sequence[Name],
    labels: dict[int, Label],
    spoken_by: Mapping[int, set[str]],
) -> Iterable[Turn]:
    """Return the turns of a transcript or an interview."""
    labelled = find_labelled(text, sentences, paragraphs, labels)
    if labelled is not None:
        first = min(labelled.labels)
        interviewee = find_interviewee(text, _introduction(paragraphs, first), names)
        return find_turns(text, sentences, paragraphs, labelled, spoken_by, interviewee)
    if sum(label.kind is Speaker.ANSWERS for label in labels.values()) > 1:
        return ()
    asked = {k: label for k, label in labels.items() if label.kind is Speaker.ASKS}
    first = next((k for k, p in enumerate(paragraphs) if text[p.end - 1] == "?"), 0)
    introduction = _introduction(paragraphs, first)
    announced = introduces_interview(text, introduction)
    interviewee = find_interviewee(text, introduction, names)
    return find_bare_turns(text, paragraphs, asked, interviewee, spoken_by, announced=announced)


def _introduction(paragraphs: Sequence[Span], first: int) -> Span:
    """Return what stands before the first turn."""
    if not paragraphs:
        return Span(0, 0)
    start, end = paragraphs[0].start, paragraphs[first].start
    return Span(max(start, end - LONGEST_INTRODUCTION), end)


def _spoken_by(text: str, sentences: Sequence[Sentence], candidates: Sequence[Candidate]) -> dict[int, set[str]]:
    """Return for each paragraph the words that name whoever is said to speak in it."""
    found: dict[int, set[str]] = {}
    for c in candidates:
        if c.source is None or not c.speaks or c.kind is not Kind.VERB or not _is_verb(text, c):
            continue
        words = {word.lower() for word in WORD.findall(c.source.of(text)[:LONGEST_SOURCE])}
        if not words <= PRONOUNS:
            found.setdefault(sentences[c.sentence].paragraph, set()).update(words)
    return found


def _is_verb(text: str, candidate: Candidate) -> bool:
    return candidate.cue.of(text)[:1] != ":"


def _script(
    text: str,
    paragraphs: Sequence[Span],
    turns: Sequence[Turn],
    labels: Mapping[int, Label],
    places: Mapping[int, Label],
) -> Script:
    """Return the turns with a number for every section: the entries of a live page, and every turn for itself."""
    entries = find_entries(text, paragraphs)
    of_paragraph = {k: turn for turn in turns for k in turn.paragraphs}
    starts = list(entries.starts)
    sections: list[int] = []
    before = (-1, -1)
    for k in range(len(paragraphs)):
        own = id(of_paragraph[k]) if k in of_paragraph else -1
        here = (entries.numbers[k], own)
        sections.append(sections[-1] + (here != before) if sections else 0)
        before = here
        label = labels[k].start if k in of_paragraph and k in labels else note_end(text, paragraphs[k])
        starts[k] = starts[k] if label is None else label
        starts[k] = places[k].start if k in places else starts[k]
    filed = tuple(label.name for _, label in sorted(places.items()))
    return Script(
        turns=tuple(turns), of_paragraph=of_paragraph, sections=tuple(sections), starts=tuple(starts), filed=filed
    )


# --- what the words around leave to it -------------------------------------------------------------------------------


def clear_candidates(
    text: str,
    sentences: Sequence[Sentence],
    candidates: Iterable[Candidate],
    script: Script,
    words: ReportingWords,
) -> Iterator[Candidate]:
    """Yield the candidates that stand, without the label or the time of day that the tree took into them.

    In "KASK: I expect that it breaks. The mayor said it held." only the mayor's is a statement inside the turn.
    """
    for c in candidates:
        sentence = sentences[c.sentence]
        cut = _behind(text, c, script.starts[sentence.paragraph])
        if cut is not None and not (sentence.paragraph in script.of_paragraph and _is_own(text, sentence, cut, words)):
            yield cut


def _is_own(text: str, sentence: Sentence, candidate: Candidate, words: ReportingWords) -> bool:
    """Tell whether a candidate in a turn says no more than the turn: "I expect", "he said", a question."""
    if candidate.kind in (Kind.COLON, Kind.BACK) or text[sentence.span.end - 1] == "?":
        return True
    if candidate.source is None:
        return candidate.kind is Kind.VERB
    source = candidate.source.of(text).lower()
    return source in PRONOUNS | words.grammar.he or source.split()[0] in words.grammar.i


def _behind(text: str, candidate: Candidate, start: int) -> Candidate | None:
    """Return the candidate without what stands before the place; None where its cue does."""
    if candidate.cue.start < start:
        return None
    cut = [
        span for span in (*candidate.content, *([candidate.source] if candidate.source else ())) if span.start < start
    ]
    if not cut:
        return candidate
    source = None if candidate.source is None else _from(text, candidate.source, start)
    content = (_from(text, span, start) for span in candidate.content)
    return replace(candidate, source=source, content=tuple(span for span in content if span is not None))


def _from(text: str, span: Span, start: int) -> Span | None:
    begin = max(span.start, start)
    while begin < span.end and text[begin] in EDGES:
        begin += 1
    return Span(begin, span.end) if begin < span.end else None


def clear_attributions(
    sentences: Sequence[Sentence], attributions: Iterable[Attribution], script: Script
) -> Iterator[Attribution]:
    """Yield those that stand outside the turns, and those that one stretch of a turn holds whole."""
    inside = Quoted(sorted(span for turn in script.turns for content in turn.content for span in content))
    own = Quoted(sorted(_hulls(script, sentences)))
    for a in attributions:
        parts = (*a.content, *a.cue, *a.source)
        if not any(own.over(part) for part in parts):
            yield a
            continue
        held = inside.at(a.cue[0].start) if a.cue else None
        if held is not None and all(held.contains(part) for part in parts) and tuple(a.content) != (held,):
            yield a


def clear_sights(text: str, sentences: Sequence[Sentence], sights: Iterable[Sight], script: Script) -> Iterator[Sight]:
    """Yield what the trained reader saw, without questions, and what a turn says of its own speaker: "I expect"."""
    turns = [(s.span, script.of_paragraph[s.paragraph]) for s in sentences if s.paragraph in script.of_paragraph]
    asked = Quoted(span for span, turn in turns if not any(turn.content) or text[span.end - 1] == "?")
    own, filed = Quoted(span for span, _ in turns), Quoted(script.filed)
    for sight in sights:
        if any(filed.over(span) for span in sight.source):
            continue
        named = {span.of(text).lower() for span in sight.source}
        its_own = own.at(sight.cue.start) is not None and named <= PRONOUNS
        if not its_own and asked.at(sight.cue.start) is None:
            yield sight


def _hulls(script: Script, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield the sentences of the turns that say something."""
    for sentence in sentences:
        turn = script.of_paragraph.get(sentence.paragraph)
        if turn is not None and any(turn.content):
            yield sentence.span
