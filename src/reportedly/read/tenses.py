"""Where a clause looks by tense and aspect: "were killed", "have been killed", "are missing", "will send"."""

from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.read.times.tokens import APOSTROPHES, TimeWords, open_lexicon
from reportedly.records import Sentence, Tense, Token

_AUXILIARIES = ("aux", "auxpass")
_FINITE = ("VBD", "VBP", "VBZ")
_PRESENT = ("VBP", "VBZ")
_MODAL = "MD"
_PARTICIPLE = "VBN"
# "He has killed", "he's gone": a participle with "'s" that is no passive.
_CONTRACTED = tuple(f"{mark}s" for mark in APOSTROPHES)
# Steps up from a word to the finite verb of its clause.
_HOPS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TenseWords:
    """The form of data/tenses.toml."""

    able: frozenset[str]
    supposed_past: frozenset[str]
    backshifted: frozenset[str]
    viewing: frozenset[str]
    viewed: frozenset[str]
    lasting: frozenset[str]
    wishing: frozenset[str]


@cache
def tense_words() -> TenseWords:
    """Return the word list of tenses, read once."""
    words: TenseWords = read_lexicon("tenses.toml", TenseWords)
    return words


def find_tense(sentence: Sentence, i: int, *, reported: bool = False) -> Tense | None:
    """Return where the verb at a place looks; None for an infinitive, an order, a wish and whatever else does not say.

    "Were killed" is past, and so is "had been killed"; "are expected to leave" and "plans to leave" are future. In what
    somebody is `reported` to have said "would leave" is future; in his own words it is a supposition.
    """
    token = sentence.tokens[i]
    helpers = _helpers(sentence, i)
    words = frozenset(helper.lower for helper in helpers)
    if any(helper.tag == _MODAL for helper in helpers):
        wishes = words & tense_words().backshifted and token.lower in tense_words().wishing
        return Tense.PRESENT if wishes else _by_modal(words, reported=reported)
    tense = _by_helpers(helpers, words, token) if helpers else _alone(token)
    if _looks_ahead(sentence, i):
        return Tense.FUTURE if tense is Tense.PRESENT else None
    return tense


def _helpers(sentence: Sentence, i: int) -> tuple[Token, ...]:
    """Return the auxiliaries of a verb; in "has killed 12 and wounded 30" both verbs have the first one's."""
    tokens = sentence.tokens
    for _ in range(_HOPS):
        found = tuple(tokens[c] for c in sentence.children[i] if tokens[c].dep in _AUXILIARIES)
        own = any(tokens[c].dep.startswith("nsubj") for c in sentence.children[i])
        if found or own or tokens[i].dep != "conj" or tokens[i].tag in _FINITE:
            return found
        i = tokens[i].head
    return ()


def _by_modal(words: frozenset[str], *, reported: bool) -> Tense | None:
    lexicon = open_lexicon()
    if "have" in words:
        return Tense.PAST if words & tense_words().supposed_past else None
    if words & lexicon.will or (reported and words & tense_words().backshifted):
        return Tense.FUTURE
    return Tense.PRESENT if words & tense_words().able else None


def _by_helpers(helpers: tuple[Token, ...], words: frozenset[str], token: Token) -> Tense | None:
    lexicon = open_lexicon()
    if "to" in words:
        return None
    if any(helper.tag == "VBD" for helper in helpers):
        return Tense.PAST
    if not any(helper.tag in _PRESENT for helper in helpers):
        return None
    contracted = any(helper.lower in _CONTRACTED and (helper.dep == "aux" or "been" in words) for helper in helpers)
    done = token.tag in (_PARTICIPLE, "VBD") or "been" in words
    return Tense.PERFECT if done and (contracted or words & lexicon.perfect_auxiliaries) else Tense.PRESENT


def _alone(token: Token) -> Tense | None:
    if token.tag in _PRESENT:
        return Tense.PRESENT
    return Tense.PAST if token.tag in ("VBD", _PARTICIPLE) else None


def _looks_ahead(sentence: Sentence, i: int) -> bool:
    """Tell "is due to leave", "are expected to leave", "plans to leave" by the infinitive that they lead to."""
    tokens, lexicon = sentence.tokens, open_lexicon()
    ahead = lexicon.looking_ahead | lexicon.intending
    words = [i, *(c for c in sentence.children[i] if tokens[c].dep in ("acomp", "attr", "prep"))]
    return any(tokens[w].lower in ahead and _leads_on(sentence, w, lexicon) for w in words)


def _leads_on(sentence: Sentence, i: int, lexicon: TimeWords) -> bool:
    """Tell whether a word leads to an infinitive: "plans to leave", not "plans" nor "likely to have left"."""
    tokens = sentence.tokens
    for c in sentence.children[i]:
        below = {tokens[k].lower for k in sentence.children[c] if tokens[k].dep in _AUXILIARIES}
        if tokens[c].dep in ("xcomp", "ccomp", "advcl") and "to" in below:
            return not below & lexicon.perfect_auxiliaries
    return False


# --- clauses ---------------------------------------------------------------------------------------------------------


def is_finite(sentence: Sentence, i: int) -> bool:
    """Tell whether a word is the verb of a clause that says something: "were killed", not "to kill" or "killing"."""
    token = sentence.tokens[i]
    helpers = _helpers(sentence, i)
    if any(helper.tag in (*_FINITE, _MODAL) for helper in helpers):
        return True
    return not helpers and (token.tag in _FINITE or (token.tag == _PARTICIPLE and token.dep == "ROOT"))


def governing(sentence: Sentence, i: int) -> int | None:
    """Return the finite verb whose clause a word stands in: "fled" for the deaths of "they fled, leaving 12 dead"."""
    for _ in range(_HOPS):
        if is_finite(sentence, i):
            return i
        if sentence.tokens[i].head == i:
            return None
        i = sentence.tokens[i].head
    return None


def is_perfect(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb has "have", "has" or "had": what it tells comes up to when it was told."""
    helpers = _helpers(sentence, i)
    lexicon = open_lexicon()
    return not any(helper.tag == _MODAL for helper in helpers) and any(
        helper.lower in lexicon.perfect_auxiliaries or helper.lower in lexicon.had for helper in helpers
    )
