"""Measures by the words right beside a number: "12 dead", "killing three"."""

from collections.abc import Iterator

from reportedly.link.figures.nouns import Counted
from reportedly.link.figures.verbs import has_object, is_fatal, is_passive
from reportedly.link.figures.wordlist import fixed_phrases, measures_of, wordlist
from reportedly.records import Measure, Sentence, Token

PASSIVE = ("VBN", "VBD")
# How far past a number its verb may stand with only auxiliaries and adverbs between.
FAR = 8


def read_beside(counted: Counted) -> Iterator[tuple[Measure, int]]:
    """Read "12 dead", "five others injured", "2,700 more were hurt", "killing three"."""
    steps = (at for at in _steps(counted.sentence, counted.end + 1) if not _is_another_s(counted, at))
    after = [found for at in steps for found in _after(counted.sentence, at)]
    yield from sorted(after, key=lambda found: found[0] is Measure.PRESENT)  # "14 remain missing"
    before = counted.first - 1
    if before >= 0:
        token = counted.sentence.tokens[before]
        measure: Measure | None = measures_of("objects").get(token.lower)
        if measure is not None and is_fatal(counted.sentence, before):
            measure = Measure.KILLED
        if measure is not None and _is_verb(token, before) and not is_passive(counted.sentence, before):
            yield measure, before


def _is_another_s(counted: Counted, at: int) -> bool:
    """Tell the verb of "a man charged with killing two women was jailed", whose subject is the man."""
    tokens = counted.sentence.tokens
    if tokens[counted.heads[0]].dep != "dobj":
        return False
    return any(tokens[i].dep.startswith("nsubj") and i < counted.first for i in counted.sentence.children[at])


def _is_verb(token: Token, i: int) -> bool:
    """Tell a verb, also one that a headline's capitals hide: "Blast Kills 12, Injures 30"."""
    return token.tag.startswith("VB") or (i > 0 and token.text[0].isupper())


def _steps(sentence: Sentence, i: int) -> Iterator[int]:
    """Step over pronouns, auxiliaries and adverbs after a number: "others were also badly"."""
    tokens = sentence.tokens
    if i < len(tokens) and tokens[i].lower in {"more", "others", "other"}:
        i += 1
    elif i + 1 < len(tokens) and tokens[i].lower == "of" and tokens[i + 1].lower in {"them", "whom", "those"}:
        i += 2
    for at in range(i, min(i + FAR, len(tokens))):
        yield at
        token = tokens[at]
        passing = token.dep in {"aux", "auxpass", "neg"} or token.lower in wordlist().levels.passing
        if not passing and token.tag != "RB":
            return


def _after(sentence: Sentence, at: int) -> Iterator[tuple[Measure, int]]:
    tokens = sentence.tokens
    for words, measure in fixed_phrases().get(tokens[at].lower, ()):
        if all(at + k < len(tokens) and tokens[at + k].lower == word for k, word in enumerate(words)):
            yield measure, at
    token = tokens[at]
    if (state := measures_of("states").get(token.lower)) is not None and token.dep != "amod":
        yield state, at
    if token.tag in PASSIVE and (is_passive(sentence, at) or token.tag == "VBN") and not has_object(sentence, at):
        yield from ((m, at) for m in [measures_of("objects").get(token.lower)] if m is not None)
    if token.tag.startswith("VB") and (active := measures_of("subjects").get(token.lower)) is not None:
        yield active, at
