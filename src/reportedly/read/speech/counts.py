"""Numbers laid to who counted: "put the toll at 40", "Orsk's count of 40", "the toll of 40 given by Orsk"."""

from collections.abc import Iterator

from reportedly.read.speech.candidates import Candidate, Kind
from reportedly.read.speech.relayers import is_party
from reportedly.read.speech.sources import noun_phrase
from reportedly.read.speech.trees import Word
from reportedly.read.speech.words import ReportingWords
from reportedly.spans import Span

POINTING = frozenset({"its", "that", "the", "their", "this"})
PLACES = frozenset({"FAC", "GPE", "LOC"})
NO_COUNTER = PLACES | {"CARDINAL", "DATE", "EVENT", "MONEY", "TIME"}
CHAINED = frozenset({"conj", "xcomp"})
STATES = ("acl", "acomp", "advcl", "amod", "ccomp", "oprd")
REACH = ("advmod", "npadvmod", "prep", "prt")
# "At least 40 people have drowned since May, data of the rescue service show."
LONGEST_TAIL = 10


def counted(verb: Word) -> Span | None:
    """Return the object with its number where a counter is the subject.

    "Put the toll at 40", "recorded 300 deaths", "counted 151 dead in Lomna", "counted 12 people missing".
    """
    thing, words = verb.child("dobj") or _state(verb), verb.words
    if thing is None or thing.i < verb.i:
        return None
    behind = [c for c in verb.children if c.i > thing.i and (_is_state(c) or (_has_number(c) and c.token.dep in REACH))]
    whole = Span(thing.hull.start, max(thing.hull.end, *(c.hull.end for c in behind), 0))
    if thing.token.tag == "CD" and verb.base in words.quoting:
        return whole  # "It had said six"
    inside = [verb.sentence.tokens[i] for i in verb.sentence.tokens_in(whole)]
    tolls = any(token.lower in words.toll for token in inside)
    listed = verb.base in words.toll_count or (tolls and verb.base in words.counting | words.toll_verb)
    return whole if listed and any(token.tag == "CD" for token in inside) and _counts(verb) else None


def _state(verb: Word) -> Word | None:
    """Return "12 people missing" of "counted 12 people missing", which the tree takes for a clause."""
    found = verb.child("ccomp")
    return found if found is not None and verb.base in verb.words.toll_count and _is_state(found) else None


def _is_state(word: Word) -> bool:
    """Tell whether a word says what became of those counted: "151 dead", "12 people missing"; no finite verb."""
    return word.token.dep in STATES and word.token.lower in word.words.toll and not word.child("aux", "auxpass", "mark")


def read_count(noun: Word) -> Iterator[Candidate]:
    """Yield "the toll of 40 given by Orsk", "the figure of 40 from Orsk", "Orsk's count of 40", "Orsk's tally is 4"."""
    own = _own(noun)
    found = own if own is not None else _given(noun)
    if found is not None:
        source, cue, content = found
        yield Candidate(kind=Kind.NOUN, sentence=noun.index, cue=cue, source=source, content=(content,))


def read_bare_count(number: Word) -> Iterator[Candidate]:
    """Yield the number of "far fewer than the union's 6,000"."""
    owner = number.child("poss")
    if owner is not None and _is_counter(owner) and number.token.dep != "nummod":
        source, cue = noun_phrase(number.sentence, owner.i), number.at(number.i - 1).span
        yield Candidate(kind=Kind.NOUN, sentence=number.index, cue=cue, source=source, content=(number.span,))


def is_bare_count(words: str, listed: ReportingWords) -> bool:
    """Tell whether a source is a mere number that somebody gave, "the figure"; "a party figure" speaks."""
    pointing, _, noun = words.lower().partition(" ")
    return pointing in POINTING and noun in listed.toll_bare


def read_tail(word: Word) -> Iterator[Candidate]:
    """Yield what "..., Harrow data show" at a sentence's end shows, which the tree takes for a noun."""
    tokens = word.sentence.tokens
    ends = all(not token.text[0].isalnum() for token in tokens[word.i + 1 :])
    if not ends or word.i == 0 or not is_party(word.at(word.i - 1)):
        return
    comma = next((i for i in range(word.i - 1, max(word.i - LONGEST_TAIL, 0), -1) if tokens[i].text == ","), 0)
    between = tokens[comma + 1 : word.i]
    if comma and between and not any(token.tag[:1] == "V" for token in between):
        source = word.sentence.span_of(comma + 1, word.i - 1)
        content = word.sentence.span_of(0, comma - 1)
        yield Candidate(sentence=word.index, cue=word.span, source=source, content=(content,))


def _counts(verb: Word) -> bool:
    """Tell whether the subject can count: officials, a body, "she"; a place does not, nor what happened."""
    at = verb
    while at.child("nsubj") is None and at.token.dep in CHAINED and at.head.i != at.i:
        at = at.head
    subjects = [c for c in at.children if c.token.dep == "nsubj"]
    if not subjects:
        return False
    subject = subjects[-1]
    return subject.token.lower in verb.words.grammar.he or _is_counter(subject)


def _is_counter(noun: Word) -> bool:
    return is_party(noun) or (noun.token.tag[:3] == "NNP" and noun.token.entity not in NO_COUNTER)


def _own(noun: Word) -> tuple[Span, Span, Span] | None:
    owner = noun.child("poss")
    if (
        owner is None
        or owner.token.tag[:3] == "PRP"
        or not (is_party(owner) or noun.token.lower in noun.words.toll_own)
    ):
        return None
    content = _number_of(noun) or _stands_at(noun)
    if content is None:
        return None
    before = noun.at(noun.i - 1)
    return noun_phrase(noun.sentence, owner.i), Span(min(before.span.start, noun.span.start), noun.span.end), content


def _number_of(noun: Word) -> Span | None:
    of = next((c for c in noun.children if c.token.lower == "of" and _has_number(c)), None)
    thing = None if of is None else of.child("pobj")
    return None if thing is None else thing.hull


def _stands_at(noun: Word) -> Span | None:
    verb = noun.head
    if noun.token.dep != "nsubj" or verb.base not in noun.words.toll_stands:
        return None
    reach = next((c for c in verb.children if c.i > verb.i and _has_number(c)), None)
    return None if reach is None else Span(verb.span.start, reach.hull.end)


def _given(noun: Word) -> tuple[Span, Span, Span] | None:
    """Read "the toll of more than 40 given by Orsk", whatever word of it the tree hung "given" on."""
    if not _has_number(noun):
        return None
    first, sentence = noun.hull.start, noun.sentence
    below = [noun.at(i) for i in sentence.subtree(noun.i) if i > noun.i]
    for word in below:
        if word.token.tag == "VBN" and word.token.dep == "acl" and word.base in noun.words.toll_given:
            agent = word.child("agent")
            giver = None if agent is None else agent.child("pobj")
            if agent is not None and giver is not None and agent.i > word.i:
                return noun_phrase(sentence, giver.i), sentence.span_of(word.i, agent.i), _before(first, word)
        giver = word.child("pobj")
        if word.token.lower == "from" and giver is not None and _is_counter(giver):
            return noun_phrase(sentence, giver.i), word.span, _before(first, word)
    return None


def _before(first: int, word: Word) -> Span:
    return Span(first, word.at(word.i - 1).span.end)


def _has_number(word: Word) -> bool:
    tokens = word.sentence.tokens
    return any(tokens[i].tag == "CD" for i in word.sentence.subtree(word.i))
