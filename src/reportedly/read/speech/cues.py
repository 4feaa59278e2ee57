"""Candidates: the words of one sentence that may lay something to a source, by the sentence's tree alone.

Nothing here looks at quotation marks or at another sentence; `linking` does. A trained tagger that marks sources, cues
and contents can hand over candidates of the same form.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.read.speech.sources import noun_phrase, subject_of
from reportedly.read.speech.words import ReportingWords
from reportedly.records import Sentence
from reportedly.spans import Span

OBJECTS = ("dobj", "attr", "oprd")
BEFORE_VERB = ("aux", "auxpass", "neg", "advmod")
NEGATIONS = frozenset({"n't", "never", "no", "not", "n’t"})
ANAPHORS = frozenset({"it", "that", "this", "which"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may be an attribution: "Orsk" (source) "said" (cue) "the dam had held" (content).

    `content` is None where the sentence's tree shows none, as beside a quotation. `speaks`: the cue may stand beside a
    quotation. `back`: the content is the sentence before ("this was reported by Orsk"). `head` is the cue's main word.
    """

    sentence: int
    head: int
    cue: Span
    source: Span | None
    content: tuple[Span, ...] = ()
    speaks: bool = False
    back: bool = False
    attitude: bool = False
    relayer: Span | None = None


def find_candidates(sentence: Sentence, index: int, words: ReportingWords) -> Iterator[Candidate]:
    """Yield the candidates of a sentence; `index` is its place among the page's sentences."""
    for i, token in enumerate(sentence.tokens):
        lower = token.lower
        if lower == "according":
            yield from _according(sentence, index, i)
        elif (
            token.tag[:1] == "V" and lower in words.base_of and token.dep not in ("aux", "auxpass", "amod", "compound")
        ):
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
    source = subject_of(sentence, i)
    cue = cue_of(sentence, i, words)
    clause = _child(sentence, i, ("ccomp",))
    infinitive = _infinitive(sentence, i)
    thing = _child(sentence, i, ("dobj",))
    speaks = verb in words.quoting
    attitude = base in words.attitude
    content: tuple[Span, ...] = ()
    if clause is not None and (verb in words.clause or speaks):
        content = clause_content(sentence, i, clause, cue, source)
    elif infinitive is not None and verb in words.infinitive:
        content = (hull_of(sentence, infinitive),)
    elif thing is not None and thing > i and verb in words.object:
        content = _object_content(sentence, i, thing)
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
            sentence=index, head=i, cue=cue, source=source, content=content, speaks=speaks, attitude=attitude
        )


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
        content = () if subject is None or back else (noun_phrase(sentence, subject),)
        if content or back:
            yield Candidate(sentence=index, head=i, cue=cue, source=source, content=content, back=back)
    elif clause is not None and verb in words.passive:
        if subject is not None and sentence.tokens[subject].lower == "it":
            cue = Span(sentence.tokens[subject].span.start, cue.end)
        yield Candidate(sentence=index, head=i, cue=cue, source=None, content=(hull_of(sentence, clause),))
    elif infinitive is not None and subject is not None and verb in words.passive:
        content = (noun_phrase(sentence, subject), hull_of(sentence, infinitive))
        yield Candidate(sentence=index, head=i, cue=cue, source=None, content=content)


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
    yield Candidate(sentence=index, head=i, cue=cue, source=source, content=around(sentence, i, phrase))


def around(sentence: Sentence, i: int, phrase: Span) -> tuple[Span, ...]:
    """Return the clause that a phrase such as "according to Orsk" speaks for, without the phrase."""
    whole = sentence.span
    before, after = Span(whole.start, phrase.start), Span(phrase.end, whole.end)
    return tuple(s for s in (before, after) if s.end - s.start > 2)


def _noun(sentence: Sentence, index: int, i: int, words: ReportingWords) -> Iterator[Candidate]:
    tokens = sentence.tokens
    clause = next(
        (c for c in sentence.children[i] if tokens[c].dep in ("acl", "ccomp") and _has_that(sentence, c)), None
    )
    owner = _child(sentence, i, ("poss",))
    if clause is not None:
        yield _noun_clause(sentence, index, i, clause, owner)
        return
    noun = words.noun_of[tokens[i].lower]
    for c in sentence.children[i]:
        if tokens[c].dep == "prep" and f"{noun} {tokens[c].lower}" in words.noun_preposition and sentence.children[c]:
            below = sentence.children[c][0]
            source = None if owner is None else noun_phrase(sentence, owner)
            if source is not None:
                yield Candidate(
                    sentence=index,
                    head=i,
                    cue=sentence.span_of(i, c),
                    source=source,
                    content=(hull_of(sentence, below),),
                )
            return


def _has_that(sentence: Sentence, clause: int) -> bool:
    return any(
        sentence.tokens[c].dep == "mark" and sentence.tokens[c].lower == "that" for c in sentence.children[clause]
    )


def _noun_clause(sentence: Sentence, index: int, i: int, clause: int, owner: int | None) -> Candidate:
    tokens = sentence.tokens
    content = (hull_of(sentence, clause),)
    cue = tokens[i].span
    source = None if owner is None else noun_phrase(sentence, owner)
    verb = tokens[i].head
    if source is None and tokens[i].dep in OBJECTS and tokens[verb].tag[:1] == "V":
        expletive = _child(sentence, verb, ("expl",))
        source = tokens[i].span if expletive is not None else subject_of(sentence, verb)
        first = verb if expletive is None else expletive
        cue = sentence.span_of(min(first, i), i)
    return Candidate(sentence=index, head=i, cue=cue, source=source, content=content)


# --- contents --------------------------------------------------------------------------------------------------------


def hull_of(sentence: Sentence, i: int) -> Span:
    """Return the stretch from the first to the last word that hangs on the word."""
    below = sentence.subtree(i)
    return sentence.span_of(below[0], below[-1])


def clause_content(sentence: Sentence, verb: int, clause: int, cue: Span, source: Span | None) -> tuple[Span, ...]:
    """Return the clause, in two parts where the cue stands inside it: "The dam, said Orsk, would hold"."""
    content = hull_of(sentence, clause)
    said = cue if source is None else Span(min(cue.start, source.start), max(cue.end, source.end))
    if clause < verb:
        return around(sentence, verb, said) if sentence.tokens[verb].dep == "ROOT" else (content,)
    if content.overlaps(said):
        parts = (Span(content.start, said.start), Span(said.end, content.end))
        return tuple(p for p in parts if p.end > p.start)
    return (content,)


def _object_content(sentence: Sentence, i: int, thing: int) -> tuple[Span, ...]:
    return (hull_of(sentence, thing),)
