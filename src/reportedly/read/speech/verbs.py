"""Candidates whose cue is a verb: "said that", "plans to", "announced", "called for", "was reported by"."""

from collections.abc import Iterator

from reportedly.read.speech.candidates import Candidate, Kind
from reportedly.read.speech.contents import aside_content, clause_content, far_clause, object_content
from reportedly.read.speech.counts import counted
from reportedly.read.speech.relayers import told_to
from reportedly.read.speech.sources import noun_phrase, speaker_at_end, subject_of
from reportedly.read.speech.trees import Word
from reportedly.spans import Span


def read_verb(verb: Word) -> Iterator[Candidate]:
    """Yield what a verb of reporting introduces.

    `Orsk said the dam had held.` gives source "Orsk", cue "said", content "the dam had held".
    """
    if _is_passive(verb):
        yield from _passive(verb)
    elif _is_refusal(verb):
        yield _refusal(verb)
    elif _quoter(verb) is not None:
        yield _as_saying(verb)
    elif not (_is_unreal(verb) or _is_quoter(verb)):
        yield from _active(verb)


def _active(verb: Word) -> Iterator[Candidate]:
    source, cue = subject_of(verb.sentence, verb.i), _cue(verb)
    content, cue = _content(verb, cue, source)
    speaks = _name(verb) in verb.words.quoting
    if _asks_for_silence(verb) or _is_shown_by_event(verb):
        return
    if not content and speaks and (last := speaker_at_end(verb.sentence, verb.i)) is not None:
        source, content = last, (Span(verb.sentence.span.start, last.start),)
    if content or (speaks and not _is_nested(verb)):
        taken = (*content, source) if source else content
        yield Candidate(
            sentence=verb.index,
            cue=cue,
            source=source,
            content=content,
            speaks=speaks,
            relayers=told_to(verb, taken),
        )


def _is_shown_by_event(verb: Word) -> bool:
    """Tell whether something that happens shows it: "the closure of the pass underlines the need", nobody says so."""
    subject = verb.child("nsubj")
    if subject is None or verb.base not in verb.words.showing or subject.token.tag not in ("NN", "NNS"):
        return False
    has_of = any(c.token.dep == "prep" and c.token.lower == "of" for c in subject.children)
    return has_of and subject.token.lower not in verb.words.party


def _content(verb: Word, cue: Span, source: Span | None) -> tuple[tuple[Span, ...], Span]:
    """Return what the verb introduces by the first of its frames that is listed, and the cue as that frame has it."""
    if (held_off := _denied(verb)) is not None:
        return (held_off,), cue
    name, words = _name(verb), verb.words
    if name in words.clause and (aside := aside_content(verb, cue, source)):
        return aside, cue
    clause = _clause(verb, name)
    if clause is not None:
        return clause_content(verb, clause, cue, source), cue
    count = counted(verb)
    if count is not None or _is_nested(verb):
        return (() if count is None else (count,)), cue
    return _complement(verb, name, cue)


def _complement(verb: Word, name: str, cue: Span) -> tuple[tuple[Span, ...], Span]:
    """Return the infinitive, the object or what stands behind a preposition."""
    words = verb.words
    infinitive, thing = verb.infinitive(), verb.child("dobj")
    if infinitive is not None and name in words.infinitive:
        asked = thing is not None and thing.i < infinitive.i and name not in words.recipient
        return ((thing.hull, infinitive.hull) if asked and thing else (infinitive.hull,)), cue
    if thing is not None and thing.i > verb.i and name in words.object and not _reports_itself(thing):
        return (object_content(verb, thing),), cue
    return _prepositional(verb, name, cue)


def _clause(verb: Word, name: str) -> Word | None:
    if name not in verb.words.clause and name not in verb.words.quoting:
        return None
    clause = verb.child("ccomp")
    if clause is None and verb.infinitive() is None and name in verb.words.clause:
        return far_clause(verb)
    return clause


def _prepositional(verb: Word, name: str, cue: Span) -> tuple[tuple[Span, ...], Span]:
    """Return what stands behind a listed preposition: "called for calm", "called on residents to leave"."""
    infinitive = verb.infinitive()
    for c in verb.children:
        thing = c.child("pobj", "pcomp")
        if c.token.dep != "prep" or c.i < verb.i or thing is None:
            continue
        led = f"{name} {c.token.lower}"
        if infinitive is not None and infinitive.i > thing.i and led in verb.words.infinitive:
            return (thing.hull, infinitive.hull), Span(cue.start, c.span.end)
        if led in verb.words.preposition:
            return (thing.hull,), Span(cue.start, c.span.end) if c.span.start <= cue.end + 1 else cue
    return (), cue


def _name(verb: Word) -> str:
    """Return the verb as it is listed, with its particle: "point out"."""
    particle = verb.child("prt")
    return verb.base if particle is None else f"{verb.base} {particle.token.lower}"


def _cue(verb: Word) -> Span:
    """Return the verb with auxiliaries, negation, particle and vehicle: "has also said in a statement"."""
    particle, last = verb.child("prt"), verb.i
    if particle is not None and particle.i == verb.i + 1:
        last = particle.i
    for c in verb.children:
        thing = c.child("pobj")
        if c.token.lower in ("in", "on") and thing is not None and thing.token.lower in verb.words.vehicle:
            below = verb.sentence.subtree(c.i)
            last = below[-1] if below[0] == last + 1 else last
    return verb.sentence.span_of(verb.first_of_group(), last)


# --- what is no statement, or none yet -------------------------------------------------------------------------------


def _is_unreal(verb: Word) -> bool:
    """Tell whether nothing was said: "to say", "could say", "if Orsk says"; or only wished inside another's words."""
    if verb.token.dep == "ccomp" and verb.base in verb.words.attitude:
        return True
    grammar = verb.words.grammar
    return any(
        (c.token.dep == "aux" and c.token.lower in grammar.unreal)
        or (c.token.dep == "mark" and c.token.lower in grammar.condition)
        for c in verb.children
    )


def _asks_for_silence(verb: Word) -> bool:
    """Tell whether somebody only wishes not to be named: "asked not to be identified", "requested anonymity"."""
    words = verb.words
    if verb.base not in words.anonymity_verb:
        return False
    wanted = verb.infinitive()
    if wanted is not None:
        return wanted.token.lower in words.anonymity
    below = [c for c in verb.children if c.i > verb.i and c.token.dep in ("dobj", "prep")]
    return any(verb.sentence.tokens[i].lower in words.anonymity for c in below for i in verb.sentence.subtree(c.i))


def _is_nested(verb: Word) -> bool:
    """Tell whether the verb heads what another verb of reporting introduces: such a one needs a clause of its own."""
    return verb.token.dep == "ccomp" and verb.head.token.lower in verb.words.base_of


def _denied(verb: Word) -> Span | None:
    """Return the "reports that ..." that is denied: they are nobody's of his who denies them."""
    claim = verb.child("dobj") if verb.base in verb.words.denying else None
    return claim.hull if claim is not None and claim.i > verb.i and _reports_itself(claim) else None


def _reports_itself(noun: Word) -> bool:
    """Tell whether the object brings its own content: "voiced the fear that ..."."""
    return noun.token.lower in noun.words.noun_of and any(c.has_that() for c in noun.children)


# --- refusals --------------------------------------------------------------------------------------------------------


def _is_refusal(verb: Word) -> bool:
    """Tell whether somebody does not speak: "has not commented", "declined to comment"."""
    if verb.base in verb.words.refusal:
        wanted = verb.infinitive()
        return wanted is not None and wanted.base in verb.words.silence
    negated = any(c.token.lower in verb.words.grammar.negation for c in verb.children)
    bare = verb.child("ccomp", "dobj") is None and verb.child("nsubj") is not None
    return verb.base in verb.words.silence and negated and bare


def _refusal(verb: Word) -> Candidate:
    """Read the whole clause as what is told of him who keeps silent."""
    source, wanted, content = subject_of(verb.sentence, verb.i), verb.infinitive(), verb.hull
    refused = wanted is not None and verb.base in verb.words.refusal
    cue = verb.sentence.span_of(verb.first_of_group(), wanted.i if refused and wanted else verb.i)
    start = content.start if source is None else min(source.start, content.start)
    return Candidate(sentence=verb.index, cue=cue, source=source, content=(Span(start, content.end),))


# --- passives --------------------------------------------------------------------------------------------------------


def _is_passive(verb: Word) -> bool:
    if verb.child("auxpass", "nsubjpass") is not None:
        return True
    joined = verb.token.dep == "conj" and verb.token.tag == "VBN" and verb.child("aux", "nsubj") is None
    return joined and verb.head.child("auxpass", "nsubjpass") is not None  # "were alerted and ordered to wait"


def _passive(verb: Word) -> Iterator[Candidate]:
    name, cue = _name(verb), _cue(verb)
    agent, subject, clause, infinitive = (
        verb.child("agent"),
        verb.child("nsubjpass"),
        verb.child("ccomp"),
        verb.infinitive(),
    )
    by_whom = verb.words.clause | verb.words.object | verb.words.counting
    if agent is not None and name in by_whom:
        yield from _by(verb, agent, subject, cue)
    elif clause is not None and name in verb.words.passive:
        if subject is not None and subject.token.lower == "it":
            cue = Span(subject.span.start, cue.end)
        yield Candidate(sentence=verb.index, cue=cue, content=(clause.hull,))
    elif infinitive is not None and subject is not None and name in verb.words.passive:
        content = (noun_phrase(verb.sentence, subject.i), infinitive.hull)
        yield Candidate(sentence=verb.index, cue=cue, content=content)


def _by(verb: Word, agent: Word, subject: Word | None, cue: Span) -> Iterator[Candidate]:
    """Read "The flood was reported by Orsk", and "This was reported by Orsk" of the sentence before."""
    speaker = agent.child("pobj")
    if speaker is None or subject is None:
        return
    source = noun_phrase(verb.sentence, speaker.i)
    cue = Span(cue.start, agent.span.end)
    if subject.token.lower in verb.words.grammar.pointing:
        cue = Span(min(cue.start, subject.span.start), cue.end)
        yield Candidate(kind=Kind.BACK, sentence=verb.index, cue=cue, source=source, relayers=told_to(verb, (source,)))
    else:
        yield Candidate(sentence=verb.index, cue=cue, source=source, content=(noun_phrase(verb.sentence, subject.i),))


# --- quoted as saying ------------------------------------------------------------------------------------------------


def _quoter(verb: Word) -> Word | None:
    """Return the "quoted" that "as saying" hangs on."""
    as_ = verb.head
    return as_.head if verb.token.dep == "pcomp" and as_.token.lower == "as" and as_.head.i != as_.i else None


def _is_quoter(verb: Word) -> bool:
    """Tell whether the verb is the "quoted" of "quoted Orsk as saying", which is read from "saying"."""
    return any(c.token.lower == "as" and c.child("pcomp") is not None for c in verb.children)


def _as_saying(verb: Word) -> Candidate:
    """Read "Norpress quoted Orsk as saying ..." and "Orsk was quoted by Norpress as saying ..."."""
    quoter = _quoter(verb) or verb
    thing, clause, agent = quoter.child("dobj"), verb.child("ccomp"), quoter.child("agent")
    subject = subject_of(verb.sentence, quoter.i)
    outlet = None if agent is None else agent.child("pobj")
    by = None if outlet is None else noun_phrase(verb.sentence, outlet.i)
    active = thing is not None and thing.i < verb.i
    source, relayer = (noun_phrase(verb.sentence, thing.i), subject) if active and thing else (subject, by)
    return Candidate(
        sentence=verb.index,
        cue=verb.sentence.span_of(verb.token.head if active else quoter.i, verb.i),
        source=source,
        content=() if clause is None else (clause.hull,),
        speaks=True,
        relayers=() if relayer is None else (relayer,),
    )
