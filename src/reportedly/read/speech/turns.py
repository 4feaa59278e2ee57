"""Turns of a transcript or an interview: whole paragraphs that are one speaker's, by the label that opens the first.

A page is a script where labels come again: "Q:" and "A:", or two speakers of whom one is known and one speaks twice.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.read.speech.labels import Label, Speaker, is_no_speaker, script_words
from reportedly.read.speech.quotations import DASHES, SENTENCE_ENDS, trimmed
from reportedly.records import Attribution, Manner, Sentence
from reportedly.spans import Span

# Stage directions stand in brackets: "(Applause)", "[laughs]".
LONGEST_DIRECTION = 40
DIRECTION = re.compile(rf"[(\[](?P<inside>[^()\[\]\n]{{1,{LONGEST_DIRECTION}}})[)\]]")
WORD = re.compile(r"\w+")
ACCOUNT = re.compile(r"(?<!\w)@\w")
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
FEWEST_LABELLED = 3
FEWEST_SPEAKERS = 2
LONGEST_HEADING = 12
HIS_OWN = frozenset({"i", "me", "my", "our", "ours", "us", "we", "you", "your"})
OPENS_NOTE = DASHES | frozenset("*[(")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The paragraphs of one speaker in a row, and what he says in each.

    `source` is who speaks, `cue` the colon that says so; both are None where the page leaves that to its reader.
    """

    source: Span | None
    cue: Span | None
    paragraphs: tuple[int, ...]
    content: tuple[tuple[Span, ...], ...]

    def attributions(self) -> Iterator[Attribution]:
        """Yield what is said: the first paragraph with its speaker, the others as going on with him."""
        said = [content for content in self.content if content]
        for number, content in enumerate(said):
            opens = number == 0
            yield Attribution(
                content=content,
                cue=(self.cue,) if opens and self.cue else (),
                source=(self.source,) if opens and self.source else (),
                manner=Manner.DIRECT,
                continues=not opens,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """The labels of a script by paragraph, and the keys of those who mostly ask."""

    labels: Mapping[int, Label]
    asking: frozenset[str]

    def is_silent(self, text: str, label: Label) -> bool:
        """Tell whether all that stands behind the label are questions, whatever marks end them: "Q:", "The Post:"."""
        outlet = label.kind is Speaker.POSSIBLE and not label.name.of(text).isupper()
        return label.kind is Speaker.ASKS or (outlet and label.key in self.asking)


def find_labelled(
    text: str, sentences: Sequence[Sentence], paragraphs: Sequence[Span], labels: Mapping[int, Label]
) -> Labelled | None:
    """Return the labels that open turns, None where the page is no script.

    `Q: ...` and `A: ...` make one. So do `KASK: ...`, `LIND: ...` and `KASK: ...`; `Drums: Ivo Kask` does not.
    """
    counts = Counter(label.key for label in labels.values())
    letters = {label.kind for label in labels.values() if label.kind in (Speaker.ASKS, Speaker.ANSWERS)}
    known = {label.key for label in labels.values() if label.kind is not Speaker.POSSIBLE}
    alone = {k for k, label in labels.items() if label.letter and not {Speaker.ASKS, Speaker.ANSWERS} <= letters}
    alone |= set() if 1 in labels else {0}  # "Kask: we stay" over an article is its headline
    capitals = {k for k, label in labels.items() if label.name.of(text).isupper()}
    in_capitals = any(labels[k].key in known for k in capitals - alone)
    taken = {
        k: label
        for k, label in labels.items()
        if k not in alone
        and (label.key in known or (known and counts[label.key] > 1) or (in_capitals and k in capitals))
    }
    keys = Counter(label.key for label in taken.values())
    pair = {Speaker.ASKS, Speaker.ANSWERS} <= letters
    several = len(taken) >= FEWEST_LABELLED and len(keys) >= FEWEST_SPEAKERS and max(keys.values()) > 1
    if not (pair or several) or not _are_sentences(sentences, taken):
        return None
    return Labelled(labels=taken, asking=_asking(text, paragraphs, taken))


def _are_sentences(sentences: Sequence[Sentence], labels: Mapping[int, Label]) -> bool:
    """Tell whether speech stands behind half of the labels or more, and no list: a verb that says what is."""
    told = {
        s.paragraph
        for s in sentences
        if s.paragraph in labels
        and any(token.tag in FINITE and token.span.start >= labels[s.paragraph].start for token in s.tokens)
    }
    return 2 * len(told) >= len(labels)


def _ends(text: str, paragraph: Span) -> bool:
    last = text[paragraph.end - 1]
    return last in SENTENCE_ENDS or last == "]"


def _asking(text: str, paragraphs: Sequence[Span], labels: Mapping[int, Label]) -> frozenset[str]:
    """Return the keys of those whose turns end in a question at least every second time, where others' do not."""
    turns, questions = Counter[str](), Counter[str]()
    for k, label in labels.items():
        turns[label.key] += 1
        questions[label.key] += text[paragraphs[k].end - 1] == "?"
    asking = frozenset(key for key in turns if 2 * questions[key] >= turns[key] and questions[key])
    return asking if len(asking) < len(turns) else frozenset()


def find_turns(
    text: str,
    sentences: Sequence[Sentence],
    paragraphs: Sequence[Span],
    script: Labelled,
    sources: Mapping[int, set[str]],
    interviewee: Span | None,
) -> Iterator[Turn]:
    """Yield the turns. `sources` are the words that name who is said to speak in a paragraph.

    "A: ..." is the interviewee's, if the page tells who that is; else it stays open whose it is.
    """
    inside: dict[int, list[Span]] = defaultdict(list)
    for sentence in sentences:
        inside[sentence.paragraph].append(sentence.span)
    opening = sorted(script.labels)
    several = False
    for k, following in zip(opening, [*opening[1:], None], strict=True):
        label = script.labels[k]
        until = len(paragraphs) if following is None else following
        turn = [k, *_going_on(text, paragraphs, range(k + 1, until), label, sources)]
        if following is None:
            own = several or label.kind is Speaker.ANSWERS
            turn = [k, *_last_words(text, paragraphs, turn[1:], script, sources)] if own else [k]
        several |= len(turn) > 1
        yield _turn(text, paragraphs, script, label, turn, inside, interviewee)


def _going_on(
    text: str, paragraphs: Sequence[Span], between: range, label: Label, sources: Mapping[int, set[str]]
) -> Iterator[int]:
    """Yield the paragraphs up to where the article takes over: a heading, or words that the speaker is said to say."""
    for k in between:
        if is_aside(text, paragraphs[k]):
            continue
        introduces = text[paragraphs[k].end - 1] == ":"
        if introduces or label.key in sources.get(k, ()) or is_heading(text, paragraphs[k]):
            return
        yield k


def _last_words(
    text: str,
    paragraphs: Sequence[Span],
    going_on: Sequence[int],
    script: Labelled,
    sources: Mapping[int, set[str]],
) -> Iterator[int]:
    """Yield what goes on in the last turn, whose end no label shows: up to where one of the speakers is said to speak.

    An answer must go on to say "I", "we" or "you".
    """
    keys = {label.key for label in script.labels.values()}
    for k in going_on:
        answers = script.labels[max(script.labels)].kind is Speaker.ANSWERS
        if not keys.isdisjoint(sources.get(k, ())) or (answers and not says_i(paragraphs[k].of(text))):
            return
        yield k


def says_i(words: str) -> bool:
    """Tell whether words are somebody's own: they say "I", "we" or "you"."""
    return any(word.lower() in HIS_OWN for word in WORD.findall(words))


def is_heading(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph is a heading: a few words without an end."""
    words = paragraph.of(text)
    return not _ends(text, paragraph) and words[-1] != ":" and len(words.split()) <= LONGEST_HEADING


def is_aside(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph among turns is an editor's: "(Applause)", "Note: ...", "Follow us @senndaily"."""
    words = paragraph.of(text)
    before, colon, _ = words[:LONGEST_DIRECTION].partition(":")
    if colon and is_no_speaker(before):
        return True
    direction = DIRECTION.fullmatch(words)
    noted = words[0] in OPENS_NOTE and words[-1] in ")]"
    lower = words.lower()
    invites = ACCOUNT.search(words) is not None and len(words.split()) <= LONGEST_HEADING
    return direction is not None or noted or invites or any(phrase in lower for phrase in script_words().edited)


def _turn(
    text: str,
    paragraphs: Sequence[Span],
    script: Labelled,
    label: Label,
    turn: Sequence[int],
    inside: Mapping[int, Sequence[Span]],
    interviewee: Span | None,
) -> Turn:
    silent, asks = script.is_silent(text, label), label.key in script.asking
    content = []
    for k in turn:
        whole = Span(label.start if k == turn[0] else paragraphs[k].start, paragraphs[k].end)
        said = _statements(text, whole, inside[k], asks=asks)
        content.append(() if silent or said is None else spoken(text, said))
    answers = label.kind is Speaker.ANSWERS
    named = answers and interviewee is not None
    return Turn(
        source=interviewee if answers else label.name,
        cue=None if named else label.mark,
        paragraphs=tuple(turn),
        content=tuple(content),
    )


def _statements(text: str, whole: Span, sentences: Sequence[Span], *, asks: bool) -> Span | None:
    """Return what is said and not asked: nothing of a mere question, and of who asks what stands before it."""
    own = [span for span in sentences if span.end > whole.start]
    questions = [span for span in own if text[span.end - 1] == "?"]
    if len(questions) == len(own):
        return None
    end = max(whole.start, questions[0].start) if asks and questions else whole.end
    return Span(whole.start, end) if end > whole.start else None


def spoken(text: str, whole: Span) -> tuple[Span, ...]:
    """Return the stretch without the stage directions in it: "It is weak. (Applause) We know it." gives two."""
    parts, start = [], whole.start
    for match in DIRECTION.finditer(text, whole.start, whole.end):
        if is_direction(match["inside"]):
            parts.append(Span(start, match.start()))
            start = match.end()
    parts.append(Span(start, whole.end))
    found = (trimmed(text, part) for part in parts)
    return tuple(part for part in found if WORD.search(text, part.start, part.end))


def is_direction(words: str) -> bool:
    """Tell whether words in brackets tell what happens: "Applause", "laughter and applause", "speaking in Sarrian"."""
    lower = words.lower().strip(" .")
    stage = script_words().stage
    first = WORD.findall(lower)
    return lower in stage or any(words in stage for words in (*first[:1], *first[-1:], " ".join(first[:2])))
