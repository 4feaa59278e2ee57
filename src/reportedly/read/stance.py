"""What a speaker does with what he says: asserts, denies, expects, plans, asks, or keeps silent."""

from collections.abc import Iterator, Sequence

from reportedly.read.hedges import Phrase, hedges, main_words, phrase_at, sentences_over
from reportedly.read.speech.words import reporting_words
from reportedly.records import Attribution, Manner, Sentence, Stance

_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)
# What a negated cue comes to: "does not plan to resign" is no plan, "did not deny" no denial.
_NEGATED = {Stance.PLANS: Stance.DENIES, Stance.ASKS: Stance.DENIES, Stance.EXPECTS: Stance.EXPECTS}


def find_stance(attribution: Attribution, sentences: Sequence[Sentence]) -> Stance:
    """Return the stance that the cue shows, else that of the first main clause of the content."""
    return _cue_stance(attribution, sentences) or _content_stance(attribution, sentences)


# --- the cue ---------------------------------------------------------------------------------------------------------


def _cue_stance(attribution: Attribution, sentences: Sequence[Sentence]) -> Stance | None:
    for span in attribution.cue:
        for sentence in sentences_over(span, sentences):
            stance = _stance_of_words(attribution, sentence, sentence.tokens_in(span))
            if stance is not None:
                return stance
    return None


def _stance_of_words(attribution: Attribution, sentence: Sentence, cue: Sequence[int]) -> Stance | None:
    silence = hedges().lists.silence
    bases = [_base(sentence.tokens[i].lower) for i in cue]
    if not silence.refusing.isdisjoint(bases):
        return None if _excludes(attribution, sentence, cue) else Stance.NO_COMMENT
    found = next(((i, stance) for i in cue if (stance := _listed(sentence, i)) is not None), None)
    verb = found[0] if found else next((i for i in cue if sentence.tokens[i].tag.startswith("V")), None)
    if _neither(sentence, verb):
        return Stance.NO_COMMENT
    if _is_negated(sentence, cue, verb):
        if not silence.negated.isdisjoint(bases):
            return Stance.NO_COMMENT
        return None if found is None or _asks_which(attribution, sentence) else _NEGATED.get(found[1])
    if found is not None and found[1] is Stance.PLANS and _for_others(attribution, sentence):
        return Stance.ASKS
    return found[1] if found else None


def _is_negated(sentence: Sentence, cue: Sequence[int], verb: int | None) -> bool:
    """Tell whether the cue has a negation in it or at its verb."""
    lists = hedges().lists
    if any(sentence.tokens[i].lower in lists.negation | (lists.failing - {"yet"}) for i in cue):
        return True
    if verb is None or not sentence.tokens[verb].tag.startswith("V"):
        return False
    below = (i for i in sentence.children[verb] if i < verb)
    return any(sentence.tokens[i].dep == "neg" or sentence.tokens[i].lower == "neither" for i in below)


def _neither(sentence: Sentence, verb: int | None) -> bool:
    """Tell whether the verb is the second of "neither confirmed nor denied"."""
    if verb is None or sentence.tokens[verb].dep != "conj":
        return False
    return any(sentence.tokens[i].lower == "nor" for i in sentence.children[sentence.tokens[verb].head])


def _asks_which(attribution: Attribution, sentence: Sentence) -> bool:
    """Tell "has not decided whether to leave", which plans nothing and denies nothing."""
    first = sentence.tokens_in(attribution.content[0])[:1]
    return any(sentence.tokens[i].tag.startswith("W") or sentence.tokens[i].lower in ("if", "whether") for i in first)


def _excludes(attribution: Attribution, sentence: Sentence, cue: Sequence[int]) -> bool:
    """Tell "refused to rule out a flood", which leaves it possible, from "refused to comment"."""
    content = [i for span in attribution.content for i in sentence.tokens_in(span)]
    behind = [i for i in (*cue, *content) if i > cue[0]][:3]
    return any(_base(sentence.tokens[i].lower) in hedges().lists.silence.excluding for i in behind)


def _for_others(attribution: Attribution, sentence: Sentence) -> bool:
    """Tell "wants residents to leave", which asks, from "wants to leave"."""
    content = sentence.tokens_in(attribution.content[0])
    verbs = [
        i for i in content if sentence.tokens[i].tag == "VB" and sentence.tokens[i].dep in ("ccomp", "xcomp", "ROOT")
    ]
    return any(_has_own_subject(sentence, i, content) for i in verbs[:1])


def _has_own_subject(sentence: Sentence, verb: int, content: Sequence[int]) -> bool:
    below = {sentence.tokens[i].dep: i for i in sentence.children[verb]}
    to = any(sentence.tokens[i].tag == "TO" for i in sentence.children[verb])
    return to and below.get("nsubj", -1) in content


def _listed(sentence: Sentence, i: int) -> Stance | None:
    """Return the stance of the longest phrase of the list that begins at the word."""
    for base in _bases(sentence.tokens[i].lower):
        for phrase, stance in hedges().stances.get(base, ()):
            if _goes_on(sentence, i, phrase):
                return stance
    return None


def _goes_on(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    rest = [token.lower for token in sentence.tokens[i + 1 : i + len(phrase)]]
    return rest == list(phrase[1:])


def _base(word: str) -> str:
    verbs = reporting_words()
    return verbs.base_of.get(word) or verbs.noun_of.get(word) or word


def _bases(word: str) -> Iterator[str]:
    """Yield what the word may be a form of: "denied" of "deny"."""
    yield _base(word)
    yield word
    for ending, stem in _ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + stem


# --- the content -----------------------------------------------------------------------------------------------------


def _content_stance(attribution: Attribution, sentences: Sequence[Sentence]) -> Stance:
    """Read the first sentence of the content: "The dam will hold" expects, "We will rebuild it" plans."""
    first = attribution.content[0]
    future = hedges().lists.future
    for sentence in (*sentences_over(first, sentences),)[:1]:
        for i in main_words(sentence, first):
            token = sentence.tokens[i]
            modal = token.dep == "aux" and token.lower in future.sure | future.unsure
            if modal and not _is_done(sentence, token.head):
                own = token.lower in future.sure and _means_himself(attribution, sentence, token.head)
                return Stance.PLANS if own else Stance.EXPECTS
            if phrase_at(sentence, i, hedges().ahead) is not None:
                return Stance.EXPECTS
    return Stance.ASSERTS


def _is_done(sentence: Sentence, verb: int) -> bool:
    """Tell whether a modal verb speaks of what is or was: "may have fallen", "may be old"."""
    auxiliaries = {sentence.tokens[c].lower for c in sentence.children[verb] if sentence.tokens[c].dep == "aux"}
    stands = sentence.tokens[verb].lower == "be" and not auxiliaries & hedges().lists.future.sure
    return "have" in auxiliaries or stands


def _means_himself(attribution: Attribution, sentence: Sentence, verb: int) -> bool:
    subject = next((sentence.tokens[c].lower for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj"), "")
    future = hedges().lists.future
    return subject in (future.own_quoted if attribution.manner is Manner.DIRECT else future.own)
