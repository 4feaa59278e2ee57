"""People told of without a number to whom something happened: "Roe was pronounced dead", "killing her father".

What is read of a number's noun is read of them: the verb that takes hold of the words, or a clause that hangs on them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from reportedly.link.figures.nouns import NOUN, tokens_over
from reportedly.link.figures.verbs import holds, is_denied, is_fatal, is_passive, lives_on, read_governing, read_hanging
from reportedly.link.figures.wordlist import measures_of, wordlist
from reportedly.read.names.words import open_titles, pronoun_of
from reportedly.read.quantities.wordlist import wordlist as number_words
from reportedly.records import Measure, Name, NameKind, Sentence

HOPS = 4
PRONOUNS = frozenset({"he", "her", "herself", "him", "himself", "she"})
REFLEXIVE = frozenset({"herself", "himself", "themselves"})
ARTICLES = frozenset({"a", "an"})
LEFT = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss", "punct", "npadvmod"})
ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "ROOT"})
FATES = (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES)


class Manner(Enum):
    """How a person is told of."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person in a sentence: the tokens, the one that the sentence takes hold of, what happened, and what shows it.

    `joined` is the token that all of "her father and daughter" hang on. `home` is the index of the sentence. `own`: by
    his own hand. `pronoun`: "he" or "she", "" where it is not known. `passing`: how somebody was found or brought to
    hospital, of which he may have died.
    """

    sentence: Sentence
    home: int
    first: int
    last: int
    top: int
    joined: int
    manner: Manner
    measure: Measure
    shown: int
    name: str = ""
    own: bool = False
    passing: bool = False
    pronoun: str = ""

    @property
    def noun(self) -> str:
        """The word that the person is told by."""
        return self.sentence.tokens[self.top].lower


def find_mentions(home: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[Mention]:
    """Yield the people of a sentence, in order, each once for each thing that happened: to nobody, nothing.

    "Jessie killed her daughter, Ann, and her father" holds two who were killed; Ann is the daughter.
    """
    apposed: dict[int, str] = {}
    tops: dict[int, tuple[int, int, Manner, str]] = {}
    for name in names:
        tokens = tokens_over(sentence, name.span)
        if name.kind is not NameKind.PERSON or not tokens:
            continue
        top = _top(sentence, tokens)
        if sentence.tokens[top].dep == "appos":
            apposed[sentence.tokens[top].head] = name.text
        else:
            tops[top] = (tokens[0], tokens[-1], Manner.NAME, name.text)
    for i, token in enumerate(sentence.tokens):
        if token.lower in PRONOUNS and token.tag == "PRP":
            tops.setdefault(i, (i, i, Manner.PRONOUN, ""))
        elif _is_one(sentence, i) or (i in apposed and token.tag == "NN"):
            tops.setdefault(i, (_first(sentence, i), i, Manner.NOUN, apposed.get(i, "")))
    for top, (first, last, manner, name_) in sorted(tops.items()):
        if any(start < top <= end for start, end, told, _ in tops.values() if told is Manner.NAME and end != top):
            continue
        joined = _joined(sentence, top)
        for measure, shown in _fates(sentence, top):
            yield Mention(
                sentence=sentence,
                home=home,
                first=first,
                last=last,
                top=top,
                joined=joined,
                manner=manner,
                name=name_,
                measure=measure,
                shown=shown,
                own=is_own_hand(sentence, shown),
                passing=_is_passing(sentence, measure, shown),
                pronoun=pronoun_for(sentence, first, last, name_),
            )


def _top(sentence: Sentence, tokens: Sequence[int]) -> int:
    inside = set(tokens)
    return next((i for i in reversed(tokens) if sentence.tokens[i].head not in inside), tokens[-1])


def _is_one(sentence: Sentence, i: int) -> bool:
    """Tell "her father", "the 11-year-old" and "a teen" from "the two teens" and from "father" in a name."""
    token = sentence.tokens[i]
    singular = token.tag == "NN" and token.lower in number_words().persons.singular
    aged = token.lower == "old" and any(sentence.tokens[k].lower in {"year", "month"} for k in sentence.children[i])
    if not (singular or aged) or token.dep in {"compound", "nmod", "appos", "amod"}:
        return False
    return any(sentence.tokens[k].dep in {"det", "poss"} for k in sentence.children[i]) or token.dep == "conj"


def _first(sentence: Sentence, i: int) -> int:
    left = [k for k in sentence.children[i] if k < i and sentence.tokens[k].dep in LEFT]
    return min((min(sentence.subtree(k)) for k in left), default=i)


def _joined(sentence: Sentence, i: int) -> int:
    for _ in range(HOPS):
        if sentence.tokens[i].dep != "conj" or not sentence.tokens[sentence.tokens[i].head].tag.startswith("NN"):
            return i
        i = sentence.tokens[i].head
    return i


def _fates(sentence: Sentence, top: int) -> Iterator[tuple[Measure, int]]:
    """Yield what happened to a person, each once: "was shot" and, in the next clause, "and later died"."""
    found: dict[Measure, int] = {}
    for measure, at in (*_verbs(sentence, top), *_nouns(sentence, top)):
        if measure in FATES and _has_happened(sentence, at):
            found.setdefault(measure, at)
    yield from found.items()


def _verbs(sentence: Sentence, top: int) -> Iterator[tuple[Measure, int]]:
    tokens, head = sentence.tokens, _joined(sentence, top)
    yield from read_governing(sentence, top, first=top)
    yield from read_hanging(sentence, top)
    for verb in _predicates(sentence, head):
        yield from read_predicate(sentence, verb, tokens[head].dep)
    if tokens[top].lower in REFLEXIVE and tokens[top].dep == "dobj":
        yield from ((m, tokens[top].head) for m in [measures_of("objects").get(tokens[tokens[top].head].lower)] if m)


def _predicates(sentence: Sentence, head: int) -> Iterator[int]:
    """Yield the verb of a subject and those joined to it: "was shot and later died", "was hit and is in hospital"."""
    tokens = sentence.tokens
    if not tokens[head].dep.startswith("nsubj"):
        return
    verb = tokens[head].head
    yield verb
    for i in sentence.children[verb]:
        subjects = any(tokens[k].dep.startswith("nsubj") for k in sentence.children[i])
        if tokens[i].dep == "conj" and tokens[i].tag.startswith("VB") and not subjects:
            yield i


def read_predicate(sentence: Sentence, verb: int, dep: str) -> Iterator[tuple[Measure, int]]:
    """Read what a verb says of its one subject: "died", "was shot in the leg", "is in critical condition"."""
    tokens, words = sentence.tokens, wordlist().fates
    lower, children = tokens[verb].lower, sentence.children[verb]
    if (measure := measures_of("subjects").get(lower)) is not None:
        yield measure, verb
    if _took_own_life(sentence, verb):
        yield Measure.KILLED, verb
    if (measure := measures_of("objects").get(lower)) is not None:
        passive = is_passive(sentence, verb) or (tokens[verb].tag == "VBN" and dep == "nsubjpass")
        if passive or is_own_hand(sentence, verb):
            yield (Measure.KILLED if is_fatal(sentence, verb) else measure), verb
            if measure is Measure.CASUALTIES and lives_on(sentence, verb):
                yield Measure.INJURED, verb
    for i in children:
        if tokens[i].lower in {"in", "with"} and holds(sentence, i, words.conditions):
            yield Measure.INJURED, verb
        if tokens[i].lower in words.surviving and tokens[i].dep == "xcomp" and lower == "expected":
            yield Measure.INJURED, i
    if lower == "recovering":
        yield Measure.INJURED, verb


def _is_passing(sentence: Sentence, measure: Measure, shown: int) -> bool:
    """Tell "in critical condition" and "the injured boy" from "was injured"."""
    token = sentence.tokens[shown]
    hurt = measure is Measure.INJURED and measures_of("objects").get(token.lower) is not None
    return measure is Measure.INJURED and not (hurt and token.tag.startswith("VB") and token.dep != "amod")


def pronoun_for(sentence: Sentence, first: int, last: int, name: str = "") -> str:
    """Return "he" or "she" for "John Roe", "his sister" and "a male juvenile", "" where the words do not tell."""
    words = {token.lower for token in sentence.tokens[first : last + 1]}
    titles = open_titles()
    if (words & {"she", "her", "herself", "female"} and not words & {"his"}) or words & titles.female:
        return "she"
    if words & {"he", "him", "himself", "male"} or words & titles.male:
        return "he"
    return (pronoun_of(name.split(maxsplit=1)[0]) or "") if name else ""


def is_own_hand(sentence: Sentence, verb: int) -> bool:
    """Tell "killed himself" and "took his own life" from "was killed"."""
    tokens = sentence.tokens
    himself = any(tokens[k].lower in REFLEXIVE and tokens[k].dep == "dobj" for k in sentence.children[verb])
    return himself or _took_own_life(sentence, verb)


def _took_own_life(sentence: Sentence, verb: int) -> bool:
    """Tell "took her own life" and "committed suicide"."""
    tokens = sentence.tokens
    for i in sentence.children[verb]:
        own = any(tokens[k].lower == "own" for k in sentence.children[i])
        if tokens[i].dep == "dobj" and (tokens[i].lower == "suicide" or (tokens[i].lower == "life" and own)):
            return tokens[verb].lower in wordlist().fates.ending
    return False


def _nouns(sentence: Sentence, top: int) -> Iterator[tuple[Measure, int]]:
    """Read "the death of Ann Roe", "Roe's murder", "the fatal shooting of her father", "the victim of the shooting"."""
    tokens, token = sentence.tokens, sentence.tokens[top]
    if token.dep == "poss":
        yield from ((m, token.head) for m in [_by_noun(sentence, token.head)] if m is not None)
    if token.dep == "pobj" and tokens[token.head].lower == "of" and tokens[tokens[token.head].head].tag in NOUN:
        noun = tokens[token.head].head
        yield from ((m, noun) for m in [_by_noun(sentence, noun)] if m is not None)


def _by_noun(sentence: Sentence, noun: int) -> Measure | None:
    """Return what a noun says of the one it belongs to: "death", "murder", "fatal shooting", "shooting death"."""
    lower = sentence.tokens[noun].lower
    if lower in wordlist().fates.deaths:
        return Measure.KILLED
    before = {sentence.tokens[k].lower for k in sentence.children[noun] if k < noun}
    if lower in wordlist().people.only_subjects:
        return Measure.KILLED if before & wordlist().fates.fatal else Measure.CASUALTIES
    return None


def _has_happened(sentence: Sentence, at: int) -> bool:
    """Tell "killed Roe" from "could kill Roe", "did not kill Roe", "tried to kill Roe" and "if Roe died"."""
    tokens = sentence.tokens
    if is_denied(sentence, at):
        return False
    for i in (at, *(k for k in sentence.above(at) if tokens[at].dep in {"xcomp", "oprd", "acomp", "attr"})):
        beside = [
            tokens[k] for k in sentence.children[i] if tokens[k].dep in {"aux", "neg", "mark", "advmod", "auxpass"}
        ]
        words = {token.lower for token in beside}
        if any(token.tag == "MD" or token.dep == "neg" for token in beside) or words & wordlist().status.conditions:
            return False
        if "to" in words and "have" not in words and tokens[i].lower not in wordlist().fates.surviving:
            return False
        if tokens[i].lower in wordlist().status.attempted:
            return False
        if tokens[i].tag.startswith("VB") and i != at:
            break
    return True
