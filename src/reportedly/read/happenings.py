"""What a verb says of an event: that it happened, who and what it is about, which words are its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.lexicons import read_lexicon
from reportedly.read.times.tokens import open_lexicon
from reportedly.records import Sentence
from reportedly.spans import Span

# What belongs to an event: who did what to whom, where; not what is said or thought of it.
_OWN = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "prep", "agent", "prt", "acomp", "dative", "oprd"})
_APART = frozenset({"relcl", "ccomp", "xcomp", "advcl", "acl", "appos", "parataxis", "pcomp"})
_SUBJECTS, _OBJECTS = ("nsubj", "nsubjpass"), ("dobj", "attr")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClueWords:
    """The form of data/clues.toml."""

    ahead: frozenset[str]
    happened: frozenset[str]
    turning: frozenset[str]
    since: frozenset[str]
    supposing: frozenset[str]
    time_prepositions: frozenset[str]


def clue_words() -> ClueWords:
    """Return the word list."""
    words: ClueWords = read_lexicon("clues.toml", ClueWords)
    return words


def is_past(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb says that something happened: "was withdrawn", "have returned"; not "would", "if", "not"."""
    verb, below = sentence.tokens[i], [sentence.tokens[c] for c in sentence.children[i]]
    helpers = [token for token in below if token.dep in ("aux", "auxpass")]
    if any(helper.tag in ("MD", "TO", "VB") for helper in helpers) or any(token.dep == "neg" for token in below):
        return False
    if any(token.dep == "mark" and token.lower in clue_words().supposing for token in below):
        return False
    lexicon = open_lexicon()
    if verb.lower in lexicon.looking_ahead or verb.lower in lexicon.planning or sentence.tokens[-1].text == "?":
        return False
    done = any(helper.tag in ("VBD", "VBN") or helper.lower in ("has", "have") for helper in helpers)
    return verb.tag == "VBD" or (verb.tag == "VBN" and done) or (verb.lower == "been" and done)


def own_words(sentence: Sentence, verb: int, time: Span) -> Iterator[Span]:
    """Yield the words of an event in runs: its verb, who, what and where, without its time and what is said of it."""
    kept, todo = [verb], [c for c in sentence.children[verb] if sentence.tokens[c].dep in _OWN]
    while todo:
        at = todo.pop()
        kept.append(at)
        todo.extend(c for c in sentence.children[at] if sentence.tokens[c].dep not in _APART)
    yield from runs_of(sentence, sorted(at for at in kept if not sentence.tokens[at].span.overlaps(time)))


def runs_of(sentence: Sentence, own: Sequence[int]) -> Iterator[Span]:
    """Yield the tokens in stretches without a gap."""
    while own:
        length = 1
        while length < len(own) and own[length] == own[0] + length:
            length += 1
        yield sentence.span_of(own[0], own[length - 1])
        own = own[length:]


def core_of(sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """Return a verb, then the names and nouns that it is about: "withdrawn", "contingent".

    Of "a batch of soldiers" it is the soldiers too; of "soldiers, of whom 300 died" the soldiers.
    """
    nouns = [*_about(sentence, verb), *_antecedent(sentence, verb)]
    kept = dict.fromkeys(at for at in nouns if sentence.tokens[at].tag.startswith("NN"))
    return tuple(sentence.tokens[at].span for at in (verb, *kept))


def _about(sentence: Sentence, verb: int) -> Iterator[int]:
    tokens = sentence.tokens
    below = sentence.children[verb]
    subjects = [c for c in below if tokens[c].dep in _SUBJECTS] or _subjects_above(sentence, verb)
    for at in (*subjects, *(c for c in below if tokens[c].dep in _OBJECTS)):
        yield at
        inside = [i for c in sentence.children[at] if tokens[c].lower == "of" for i in sentence.children[c]]
        yield from (i for i in inside if tokens[i].dep == "pobj")


def _subjects_above(sentence: Sentence, verb: int) -> list[int]:
    """Return the subjects of "soldiers are likely to be involved" and of a verb that another one stands beside."""
    at = verb
    while sentence.tokens[at].dep in ("xcomp", "acomp", "conj") and sentence.tokens[at].head != at:
        at = sentence.tokens[at].head
        found = [c for c in sentence.children[at] if sentence.tokens[c].dep in _SUBJECTS]
        if found:
            return found
    return []


def _antecedent(sentence: Sentence, verb: int) -> Iterator[int]:
    """Yield the noun that a relative clause hangs on."""
    at = verb
    while sentence.tokens[at].dep == "conj" and sentence.tokens[at].head != at:
        at = sentence.tokens[at].head
    if sentence.tokens[at].dep == "relcl":
        yield sentence.tokens[at].head
