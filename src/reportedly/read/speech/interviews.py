"""Who is interviewed, and interviews whose questions stand alone between the answers, with no label on either.

"Ivo Kask, the mayor, spoke to the Post." makes Kask the one who answers. Where two fit, nobody is taken.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.read.speech.labels import Label, Speaker, script_words
from reportedly.read.speech.turns import WORD, Turn, is_aside, is_heading, says_i, spoken
from reportedly.records import Name, NameKind
from reportedly.spans import Span

LONGEST_QUESTION = 60
FEWEST_QUESTIONS = 2
# How far before a name the words stand that show its part in the interview.
BEFORE = 100
# An introduction is a few paragraphs.
LONGEST_INTRODUCTION = 3_000
SENTENCE_END = re.compile(r"[.!?]\s")


def find_interviewee(text: str, introduction: Span, names: Iterable[Name]) -> Span | None:
    """Return where the introduction names the one who answers; None where two fit, or nobody.

    "Tobin Arkell spoke to Ivo Kask" leaves it open, "Tobin Arkell interviewed Ivo Kask" does not.
    """
    people: dict[str, list[Span]] = {}
    inside = [n.span for n in names if n.kind is NameKind.PERSON and introduction.contains(n.span)]
    for span in sorted(inside, key=lambda span: (" " not in span.of(text), span)):
        key = span.of(text).split()[-1].lower()
        if " " in span.of(text) or key in people:
            people.setdefault(key, []).append(span)
    asking = {key for key, spans in people.items() if any(_asks(text, introduction, span) for span in spans)}
    fitting = {key: spans for key, spans in people.items() if key not in asking}
    for is_meant in (_is_asked, _is_met):
        if len(fitting) > 1:
            meant = {key: own for key, own in fitting.items() if any(is_meant(text, span, people) for span in own)}
            fitting = meant or fitting
    return next(iter(fitting.values()))[0] if len(fitting) == 1 else None


def _asks(text: str, introduction: Span, name: Span) -> bool:
    """Tell whether a name is the interviewer's or an outlet's: "Interview: Tobin Arkell", "The Senn Daily"."""
    before, lists = _before(text, name), script_words()
    words = before.split()[-2:]
    by = any(before.rstrip().endswith(phrase) for phrase in lists.interviewed_by)
    head = text[max(0, introduction.start - LONGEST_INTRODUCTION) : introduction.start].lower()
    signed = any(f"{phrase} {name.of(text).lower()}" in head for phrase in lists.interviewed_by)
    return by or signed or words[-1:] == ["the"] or any(word.strip(",") in lists.reporter for word in words)


def _is_asked(text: str, name: Span, people: Iterable[str]) -> bool:
    """Tell whether words before the name leave no doubt: "an interview with Ivo Kask"."""
    del people
    before = _before(text, name)
    return any(phrase in before for phrase in script_words().asked)


def _is_met(text: str, name: Span, people: Iterable[str]) -> bool:
    """Tell whether somebody "spoke to" him, and the sentence names nobody else who may have been the one to ask."""
    before = _before(text, name)
    words = set(WORD.findall(before))
    alone = not any(key in words for key in people)
    return alone and any(phrase in before for phrase in script_words().met)


def _before(text: str, name: Span) -> str:
    """Return the words of the sentence before a name, in lower case."""
    before = text[max(0, name.start - BEFORE) : name.start].rpartition("\n")[2]
    cuts = [match.end() for match in SENTENCE_END.finditer(before)]
    return before[cuts[-1] if cuts else 0 :].lower()


def introduces_interview(text: str, introduction: Span) -> bool:
    """Tell whether the words before the first question announce an interview."""
    lower = introduction.of(text).lower()
    return any(phrase in lower for phrase in script_words().interview)


def find_bare_turns(
    text: str,
    paragraphs: Sequence[Span],
    labels: Mapping[int, Label],
    interviewee: Span | None,
    sources: Mapping[int, set[str]],
    *,
    announced: bool,
) -> tuple[Turn, ...]:
    """Return questions and answers of an interview that labels no answer.

    Every question is a paragraph that ends in "?". Without "Q:" before it, the introduction must announce an interview
    and the answers must say "I" or "we": a page that asks and answers its own questions is no interview. `sources` are
    the words that name who is said to speak in a paragraph: where the interviewee is, the page tells of the interview.
    """
    asked = [k for k, paragraph in enumerate(paragraphs) if _is_question(text, paragraph, labels.get(k))]
    if len(asked) < FEWEST_QUESTIONS or (len(labels) > len(asked) and any(k not in asked for k in labels)):
        return ()
    turns = tuple(_answers(text, paragraphs, asked, interviewee))
    answers = [turn for turn in turns if any(turn.content)]
    name = "" if interviewee is None else interviewee.of(text).split()[-1].lower()
    if any(name in sources.get(k, ()) for turn in answers for k in turn.paragraphs):
        return ()
    own = sum(any(says_i(part.of(text)) for content in turn.content for part in content) for turn in answers)
    marked = sum(k in labels for k in asked) > 1
    personal = 2 * own >= len(answers) if not marked else own > 0
    return turns if answers and personal and (marked or announced) else ()


def _is_question(text: str, paragraph: Span, label: Label | None) -> bool:
    if label is not None and label.kind is not Speaker.ASKS:
        return False
    words = paragraph.of(text)
    return words[-1] == "?" and len(words.split()) <= LONGEST_QUESTION


def _answers(text: str, paragraphs: Sequence[Span], asked: Sequence[int], interviewee: Span | None) -> Iterator[Turn]:
    """Yield each question as a turn without content, and the paragraphs up to the next as the answer."""
    for k, following in zip(asked, [*asked[1:], None], strict=True):
        yield Turn(source=None, cue=None, paragraphs=(k,), content=((),))
        answer: list[int] = []
        for at in range(k + 1, len(paragraphs) if following is None else following):
            if is_aside(text, paragraphs[at]):
                continue
            unlike = following is None and not says_i(paragraphs[at].of(text))
            if answer and (is_heading(text, paragraphs[at]) or unlike):
                break
            answer.append(at)
        if answer:
            content = tuple(spoken(text, paragraphs[at]) for at in answer)
            yield Turn(source=interviewee, cue=None, paragraphs=tuple(answer), content=content)
