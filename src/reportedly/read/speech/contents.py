"""What is said, by the tree: the clause, the object, or the sentence around a cue that is thrown in."""

from collections.abc import Iterator

from reportedly.read.speech.trees import Word
from reportedly.records import Sentence
from reportedly.spans import Span

OF_THE_OBJECT = frozenset({"as", "for", "of"})
# How many words on a clause may stand that the tree hung on a word between.
FAR = 25


def around(sentence: Sentence, phrase: Span) -> tuple[Span, ...]:
    """Return the sentence without a phrase: "The dam held, according to Orsk" without its end."""
    parts = (Span(sentence.span.start, phrase.start), Span(phrase.end, sentence.span.end))
    return tuple(part for part in parts if part.start < part.end)


def clause_content(verb: Word, clause: Word, cue: Span, source: Span | None) -> tuple[Span, ...]:
    """Return the clause, in two parts where the cue stands inside it: "The dam, said Orsk, would hold"."""
    said = _said(cue, source)
    content = clause.hull
    if clause.i > verb.i and verb.child("conj") is None:
        content = Span(content.start, max(content.end, verb.hull.end))  # with the "if" or "because" hung on the verb
        content = Span(content.start, min([content.end, *_others(verb, clause)]))
    if clause.i < verb.i and verb.token.dep == "ROOT":
        content = Span(verb.sentence.span.start, max(content.end, said.start))
    elif clause.i > verb.i and _is_set_off(verb.sentence, said):
        content = Span(verb.sentence.span.start, content.end)
    if not content.overlaps(said):
        return (content,)
    parts = (Span(content.start, said.start), Span(said.end, content.end))
    return tuple(part for part in parts if part.start < part.end)


def _others(verb: Word, clause: Word) -> Iterator[int]:
    """Yield where another statement begins: "said the dam held, adding that ...", "..., while the mayor said ..."."""
    grammar = verb.words.grammar
    for c in (*verb.children, *clause.children):
        if c.token.dep != "advcl" or c.i < clause.i or c.base not in verb.words.clause:
            continue
        opposed = c.child("nsubj") is not None and any(k.token.lower in grammar.contrast for k in c.children)
        if opposed or (c.token.tag == "VBG" and c.base in grammar.adding):
            yield c.hull.start


def aside_content(verb: Word, cue: Span, source: Span | None) -> tuple[Span, ...]:
    """Return the sentence around a cue that is thrown in: "The dam, Orsk said, would hold", "as Orsk said"."""
    if verb.token.dep == "advcl" and verb.child("ccomp", "dobj") is None:
        has_as = any(c.i < verb.i and c.token.lower == "as" for c in verb.children)
        return around(verb.sentence, verb.hull) if has_as else ()
    if verb.token.dep == "parataxis" and source is not None:
        return around(verb.sentence, _said(cue, source))
    return ()


def far_clause(verb: Word) -> Word | None:
    """Return the clause that the tree hung on a word between: "said on Friday at a meeting that the dam had held"."""
    tokens = verb.sentence.tokens
    for k in range(verb.i + 1, min(verb.i + FAR, len(tokens))):
        head = tokens[k].head
        if tokens[k].lower == "that" and tokens[k].dep == "mark" and head > k and verb.i in verb.sentence.above(head):
            return verb.at(head)
    return None


def object_content(verb: Word, thing: Word) -> Span:
    """Return the object with what is said of it: "the bridge as unsafe", "him of theft"."""
    content = thing.hull
    for c in verb.children:
        predicates = c.token.dep == "oprd" or (c.token.dep == "prep" and c.token.lower in OF_THE_OBJECT)
        if c.i > thing.i and predicates:
            content = Span(content.start, c.hull.end)
    return content


def _said(cue: Span, source: Span | None) -> Span:
    return cue if source is None else Span(min(cue.start, source.start), max(cue.end, source.end))


def _is_set_off(sentence: Sentence, said: Span) -> bool:
    """Tell whether commas stand on both sides: "On Friday, said Orsk, the dam broke"."""
    commas = [token.span for token in sentence.tokens if token.text == ","]
    before = any(comma.end <= said.start <= comma.end + 1 for comma in commas)
    return before and any(comma.start == said.end for comma in commas)
