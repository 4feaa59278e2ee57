"""Candidates: the words of one sentence that may lay something to a source, by the sentence's tree alone.

Nothing here looks at quotation marks or at another sentence; `linking` does. A trained tagger that marks sources, cues
and contents can hand over candidates of the same form.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from reportedly.read.speech.relayers import is_party, told_to
from reportedly.read.speech.sources import noun_phrase, subject_of
from reportedly.read.speech.words import ReportingWords
from reportedly.records import Sentence
from reportedly.spans import Span

OBJECTS = ("dobj", "attr", "oprd")
NO_VERB = ("amod", "aux", "auxpass", "compound")
BEFORE_VERB = ("aux", "auxpass", "neg", "advmod")
NEGATIONS = frozenset({"n't", "never", "no", "not", "n’t"})
OF_THE_OBJECT = frozenset({"as", "for", "of"})
CONDITIONS = frozenset({"if", "unless"})
LONGEST_NAME = 5
UNREAL = frozenset({"can", "could", "may", "might", "must", "should", "to", "would"})
ANAPHORS = frozenset({"it", "that", "this", "which"})


class Kind(Enum):
    """What a candidate's cue is."""

    VERB = "verb"
    NOUN = "noun"
    ACCORDING = "according"
    CITING = "citing"
    BACK = "back"  # "this was reported by Orsk": the content is the sentence before


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may be an attribution: "Orsk" (source) "said" (cue) "the dam had held" (content).

    `content` is empty where the sentence's tree shows none, as beside a quotation; `speaks` tells whether the cue may
    stand beside one. `head` is the cue's main word. `relayers` are those it was said to or quoted by.
    """

    kind: Kind = Kind.VERB
    sentence: int
    head: int
    cue: Span
    source: Span | None
    content: tuple[Span, ...] = ()
    speaks: bool = False
    relayers: tuple[Span, ...] = ()


def find_candidates(sentence: Sentence, index: int, words: ReportingWords) -> Iterator[Candidate]:
    """Yield the candidates of a sentence; `index` is its place among the page's sentences."""
    yield from _colon(sentence, index, words)
    for i, token in enumerate(sentence.tokens):
        lower = token.lower
        if lower == "according":
            yield from _according(sentence, index, i)
        elif lower == "citing":
            yield from _citing(sentence, index, i, words)
        elif lower in words.base_of and token.tag[:1] == "V" and token.dep not in NO_VERB:
            yield from _verb(sentence, index, i, words)
        elif lower in words.noun_of and token.tag[:2] == "NN":
            yield from _noun(sentence, index, i, words)


# --- verbs -----------------------------------------------------------------------------------------------------------


def _verb(sentence: Sentence, index: int, i: int, words: ReportingWords) -> Iterator[Candidate]:
    base = words.base_of[sentence.tokens[i].lower]
    particle = _child(sentence, i, ("prt",))
    verb = base if particle is None else f"{base} {sentence.tokens[particle].lower}"
    if _is_passive(sentence, i):
        yield from _passive(sentence, index, i, verb, words)
        return
    silent = _silence(sentence, i, base, words)
    if silent is not None:
        yield _whole_clause(sentence, index, i, silent)
        return
    if any(_quoter(sentence, k) == i for c in sentence.children[i] for k in sentence.children[c]):
        return  # "quoted Orsk as saying" is read from "saying"
    quoter = _quoter(sentence, i)
    if quoter is not None:
        yield from _quoted_as_saying(sentence, index, i, quoter)
        return
    if _is_unreal(sentence, i) or (base in words.attitude and sentence.tokens[i].dep == "ccomp"):
        return
    source = subject_of(sentence, i)
    cue = cue_of(sentence, i, words)
    clause = _child(sentence, i, ("ccomp",))
    infinitive = _infinitive(sentence, i)
    thing = _child(sentence, i, ("dobj",))
    speaks = verb in words.quoting
    aside = _aside(sentence, i, cue, source) if verb in words.clause else ()
    content: tuple[Span, ...] = ()
    if aside:
        content = aside
    elif clause is not None and (verb in words.clause or speaks):
        content = clause_content(sentence, i, clause, cue, source)
    elif infinitive is not None and verb in words.infinitive:
        asked = thing is not None and thing < infinitive and verb not in words.recipient
        content = (hull_of(sentence, thing), hull_of(sentence, infinitive)) if asked else (hull_of(sentence, infinitive),)
    elif thing is not None and thing > i and verb in words.object:
        content = (_object_content(sentence, i, thing),)
    else:
        for preposition in sentence.children[i]:
            if sentence.tokens[preposition].dep == "prep" and preposition > i:
                phrase = f"{verb} {sentence.tokens[preposition].lower}"
                below = sentence.children[preposition]
                if phrase in words.preposition and below:
                    content = (hull_of(sentence, below[0]),)
                    cue = Span(cue.start, sentence.tokens[preposition].span.end)
                    break
    if content or speaks:
        yield Candidate(
            sentence=index,
            head=i,
            cue=cue,
            source=source,
            content=content,
            speaks=speaks,
            relayers=told_to(sentence, i, (*content, source) if source else content, words),
        )


def _is_unreal(sentence: Sentence, i: int) -> bool:
    """Tell whether nothing was said yet: "to say", "could say", "if Orsk says"."""
    below = [sentence.tokens[c] for c in sentence.children[i]]
    return any((t.dep == "aux" and t.lower in UNREAL) or (t.dep == "mark" and t.lower in CONDITIONS) for t in below)


def _is_passive(sentence: Sentence, i: int) -> bool:
    return any(sentence.tokens[c].dep in ("auxpass", "nsubjpass") for c in sentence.children[i])


def _passive(sentence: Sentence, index: int, i: int, verb: str, words: ReportingWords) -> Iterator[Candidate]:
    agent = _child(sentence, i, ("agent",))
    subject = _child(sentence, i, ("nsubjpass",))
    cue = cue_of(sentence, i, words)
    clause = _child(sentence, i, ("ccomp",))
    infinitive = _infinitive(sentence, i)
    if agent is not None and sentence.children[agent] and (verb in words.clause or verb in words.object):
        source = noun_phrase(sentence, sentence.children[agent][0])
        cue = Span(cue.start, sentence.tokens[agent].span.end)
        back = subject is not None and sentence.tokens[subject].lower in ANAPHORS
        if back and subject is not None:
            cue = Span(min(cue.start, sentence.tokens[subject].span.start), cue.end)
        content: tuple[Span, ...] = () if subject is None or back else (noun_phrase(sentence, subject),)
        if content or back:
            kind = Kind.BACK if back else Kind.VERB
            yield Candidate(kind=kind, sentence=index, head=i, cue=cue, source=source, content=content)
    elif clause is not None and verb in words.passive:
        if subject is not None and sentence.tokens[subject].lower == "it":
            cue = Span(sentence.tokens[subject].span.start, cue.end)
        yield Candidate(sentence=index, head=i, cue=cue, source=None, content=(hull_of(sentence, clause),))
    elif infinitive is not None and subject is not None and verb in words.passive:
        parts = (noun_phrase(sentence, subject), hull_of(sentence, infinitive))
        yield Candidate(sentence=index, head=i, cue=cue, source=None, content=parts)


def _silence(sentence: Sentence, i: int, base: str, words: ReportingWords) -> int | None:
    """Return the main verb of a refusal to speak: "declined" of "declined to comment", "comment" of "did not comment"."""
    if base not in words.silence and base not in ("decline", "refuse"):
        return None
    if base in ("decline", "refuse"):
        wanted = _infinitive(sentence, i)
        if wanted is not None and words.base_of.get(sentence.tokens[wanted].lower) in words.silence:
            return i
        return None
    negated = any(sentence.tokens[c].lower in NEGATIONS for c in sentence.children[i])
    plain = _child(sentence, i, ("ccomp", "dobj")) is None
    return i if negated and plain and _child(sentence, i, ("nsubj",)) is not None else None


def _whole_clause(sentence: Sentence, index: int, i: int, verb: int) -> Candidate:
    source = subject_of(sentence, i)
    first = min((c for c in sentence.children[verb] if sentence.tokens[c].dep in BEFORE_VERB), default=verb)
    last = _infinitive(sentence, verb) or verb
    cue = sentence.span_of(min(first, verb), last)
    content = hull_of(sentence, verb)
    start = content.start if source is None else min(source.start, content.start)
    return Candidate(sentence=index, head=i, cue=cue, source=source, content=(Span(start, content.end),))


def cue_of(sentence: Sentence, i: int, words: ReportingWords) -> Span:
    """Return the verb with its auxiliaries, negation, particle and vehicle: "has also said in a statement"."""
    first = i
    near = {c for c in sentence.children[i] if sentence.tokens[c].dep in BEFORE_VERB}
    while first - 1 in near:
        first -= 1
    last = i
    particle = _child(sentence, i, ("prt",))
    if particle == i + 1:
        last = particle
    vehicle = _vehicle(sentence, i, words)
    if vehicle is not None and sentence.subtree(vehicle)[0] == last + 1:
        last = max(sentence.subtree(vehicle))
    return sentence.span_of(first, last)


def _vehicle(sentence: Sentence, i: int, words: ReportingWords) -> int | None:
    for c in sentence.children[i]:
        if sentence.tokens[c].dep == "prep" and sentence.tokens[c].lower in ("in", "on") and c > i:
            below = sentence.children[c]
            if below and sentence.tokens[below[0]].lower in words.vehicle:
                return c
    return None


def _child(sentence: Sentence, i: int, deps: tuple[str, ...]) -> int | None:
    return next((c for c in sentence.children[i] if sentence.tokens[c].dep in deps), None)


def _infinitive(sentence: Sentence, i: int) -> int | None:
    """Return the verb of "to do" that hangs on the verb."""
    for c in sentence.children[i]:
        if sentence.tokens[c].dep in ("xcomp", "ccomp", "advcl") and c > i:
            if any(sentence.tokens[k].lower == "to" and sentence.tokens[k].dep == "aux" for k in sentence.children[c]):
                return c
    return None


def _quoter(sentence: Sentence, i: int) -> int | None:
    """Return the "quoted" that "as saying" hangs on."""
    token = sentence.tokens[i]
    as_ = token.head
    if token.dep != "pcomp" or sentence.tokens[as_].lower != "as" or sentence.tokens[as_].head == as_:
        return None
    return sentence.tokens[as_].head


def _quoted_as_saying(sentence: Sentence, index: int, i: int, quoter: int) -> Iterator[Candidate]:
    """Read "Norpress quoted Orsk as saying ..." and "Orsk was quoted as saying ..." of the same."""
    thing = _child(sentence, quoter, ("dobj",))
    clause = _child(sentence, i, ("ccomp",))
    content = () if clause is None else (hull_of(sentence, clause),)
    cue = sentence.span_of(sentence.tokens[i].head, i)
    if thing is not None and thing < i:
        source, relayer = noun_phrase(sentence, thing), subject_of(sentence, quoter)
    else:
        source, relayer = subject_of(sentence, quoter), None
        cue = sentence.span_of(quoter, i)
        agent = _child(sentence, quoter, ("agent",))
        if agent is not None and sentence.children[agent]:
            relayer = noun_phrase(sentence, sentence.children[agent][0])
    relayers = () if relayer is None else (relayer,)
    yield Candidate(
        sentence=index, head=i, cue=cue, source=source, content=content, speaks=True, relayers=relayers
    )


def _colon(sentence: Sentence, index: int, words: ReportingWords) -> Iterator[Candidate]:
    """Read `Orsk: "We will stay."` and the transcript's "ORSK: We will stay."."""
    at = next((i for i, token in enumerate(sentence.tokens[: LONGEST_NAME + 1]) if token.text == ":"), 0)
    if at == 0 or at + 1 == len(sentence.tokens) or not is_party(sentence, at - 1, words):
        return
    source = sentence.span_of(0, at - 1)
    loud = sentence.tokens[at - 1].text.isupper()
    content = (sentence.span_of(at + 1, len(sentence.tokens) - 1),) if loud else ()
    cue = sentence.tokens[at].span
    yield Candidate(sentence=index, head=at, cue=cue, source=source, content=content, speaks=True)


# --- according to, nouns ---------------------------------------------------------------------------------------------


def _according(sentence: Sentence, index: int, i: int) -> Iterator[Candidate]:
    to = next((c for c in sentence.children[i] if sentence.tokens[c].lower == "to"), None)
    if to is None and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].lower == "to":
        to = i + 1
    below = () if to is None else sentence.children[to]
    if to is None or not below:
        return
    source = noun_phrase(sentence, below[0])
    cue = sentence.span_of(i, to)
    phrase = Span(cue.start, source.end)
    content = around(sentence, phrase)
    yield Candidate(kind=Kind.ACCORDING, sentence=index, head=i, cue=cue, source=source, content=content)


def around(sentence: Sentence, phrase: Span) -> tuple[Span, ...]:
    """Return the clause that a phrase such as "according to Orsk" speaks for, without the phrase."""
    whole = sentence.span
    before, after = Span(whole.start, phrase.start), Span(phrase.end, whole.end)
    return tuple(s for s in (before, after) if s.end - s.start > 2)


def _citing(sentence: Sentence, index: int, i: int, words: ReportingWords) -> Iterator[Candidate]:
    """Read "citing Norpress": whom it cites is nearer to the fact. Reasons ("citing costs") are what is said."""
    thing = _child(sentence, i, ("dobj",))
    if thing is None:
        return
    cue = sentence.tokens[i].span
    if is_party(sentence, thing, words):
        yield Candidate(kind=Kind.CITING, sentence=index, head=i, cue=cue, source=noun_phrase(sentence, thing))
    else:
        content = (hull_of(sentence, thing),)
        yield Candidate(sentence=index, head=i, cue=cue, source=subject_of(sentence, i), content=content)


def _noun(sentence: Sentence, index: int, i: int, words: ReportingWords) -> Iterator[Candidate]:
    tokens = sentence.tokens
    clause = next((c for c in sentence.children[i] if tokens[c].dep in ("acl", "ccomp") and _has_that(sentence, c)), None)
    if clause is not None:
        source, cue = _holder(sentence, i)
        yield Candidate(
            kind=Kind.NOUN, sentence=index, head=i, cue=cue, source=source, content=(hull_of(sentence, clause),)
        )
        return
    noun = words.noun_of[tokens[i].lower]
    for c in _prepositions(sentence, i):
        if f"{noun} {tokens[c].lower}" in words.noun_preposition and sentence.children[c]:
            source = _giver(sentence, i, c, words)
            if source is not None:
                content = hull_of(sentence, sentence.children[c][0])
                cue = sentence.span_of(i, c) if c == i + 1 else tokens[i].span
                yield Candidate(kind=Kind.NOUN, sentence=index, head=i, cue=cue, source=source, content=(content,))
            return


def _has_that(sentence: Sentence, clause: int) -> bool:
    return any(
        sentence.tokens[c].dep == "mark" and sentence.tokens[c].lower == "that" for c in sentence.children[clause]
    )


def _prepositions(sentence: Sentence, i: int) -> list[int]:
    """Return the prepositions behind a noun, and those of a participle that hangs on it: "reports circulating about"."""
    below = sentence.children[i]
    deeper = [k for c in below if sentence.tokens[c].dep == "acl" for k in sentence.children[c]]
    return [c for c in (*below, *deeper) if sentence.tokens[c].dep == "prep" and c > i]


def _holder(sentence: Sentence, i: int) -> tuple[Span | None, Span]:
    """Return source and cue of "Orsk's claim that", "Orsk has information that", "there are reports that"."""
    tokens = sentence.tokens
    owner = _child(sentence, i, ("poss",))
    if owner is not None:
        return noun_phrase(sentence, owner), tokens[i].span
    verb = tokens[i].head
    if tokens[i].dep not in OBJECTS or tokens[verb].tag[:1] != "V" or verb > i:
        return None, tokens[i].span
    expletive = _child(sentence, verb, ("expl",))
    if expletive is not None:
        return tokens[i].span, sentence.span_of(min(expletive, i), i)
    first = min((c for c in sentence.children[verb] if tokens[c].dep in BEFORE_VERB and c < verb), default=verb)
    return subject_of(sentence, verb), sentence.span_of(first, i)


def _giver(sentence: Sentence, i: int, preposition: int, words: ReportingWords) -> Span | None:
    """Return who gives "Orsk's criticism of", "calls from Orsk for"; "reports about" are their own source."""
    owner = _child(sentence, i, ("poss",))
    if owner is not None:
        return noun_phrase(sentence, owner)
    for c in sentence.children[i]:
        if sentence.tokens[c].dep == "prep" and sentence.tokens[c].lower in ("by", "from") and sentence.children[c]:
            return _up_to(noun_phrase(sentence, sentence.children[c][0]), sentence, preposition)
    if sentence.tokens[i].lower in words.anonymous:
        return _up_to(noun_phrase(sentence, i), sentence, preposition)
    return None


def _up_to(phrase: Span, sentence: Sentence, cut: int) -> Span:
    start = sentence.tokens[cut].span.start
    return Span(phrase.start, start - 1) if phrase.start < start <= phrase.end else phrase


# --- contents --------------------------------------------------------------------------------------------------------


def hull_of(sentence: Sentence, i: int) -> Span:
    """Return the stretch from the first to the last word that hangs on the word."""
    below = sentence.subtree(i)
    return sentence.span_of(below[0], below[-1])


def clause_content(sentence: Sentence, verb: int, clause: int, cue: Span, source: Span | None) -> tuple[Span, ...]:
    """Return the clause, in two parts where the cue stands inside it: "The dam, said Orsk, would hold"."""
    content = hull_of(sentence, clause)
    if clause > verb and _child(sentence, verb, ("conj",)) is None:
        content = Span(content.start, max(content.end, hull_of(sentence, verb).end))  # "... if", "... because"
    said = cue if source is None else Span(min(cue.start, source.start), max(cue.end, source.end))
    if clause < verb and sentence.tokens[verb].dep == "ROOT":
        content = Span(sentence.span.start, max(content.end, said.start))
    elif clause > verb and _is_set_off(sentence, said):
        content = Span(sentence.span.start, content.end)
    if content.overlaps(said):
        parts = (Span(content.start, said.start), Span(said.end, content.end))
        return tuple(p for p in parts if p.end > p.start)
    return (content,)


def _aside(sentence: Sentence, i: int, cue: Span, source: Span | None) -> tuple[Span, ...]:
    """Return the sentence around a cue that is thrown in: "The dam, Orsk said, would hold"."""
    if sentence.tokens[i].dep != "parataxis" or source is None:
        return ()
    return around(sentence, Span(min(cue.start, source.start), max(cue.end, source.end)))


def _is_set_off(sentence: Sentence, said: Span) -> bool:
    """Tell whether commas stand on both sides: "On Friday, said Orsk, the dam broke"."""
    marks = {token.span.start for token in sentence.tokens if token.text == ","}
    ends = {token.span.end for token in sentence.tokens if token.text == ","}
    before = any(said.start - gap in ends for gap in (0, 1))
    return before and said.end in marks


def _object_content(sentence: Sentence, i: int, thing: int) -> Span:
    """Return the object with what is said of it: "the bridge as unsafe", "him of theft"."""
    content = hull_of(sentence, thing)
    for c in sentence.children[i]:
        token = sentence.tokens[c]
        if c > thing and (token.dep == "oprd" or (token.dep == "prep" and token.lower in OF_THE_OBJECT)):
            content = Span(content.start, hull_of(sentence, c).end)
    return content
