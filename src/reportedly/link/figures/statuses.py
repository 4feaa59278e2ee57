"""Whether a count happened, is planned, may be, or is denied."""

from collections.abc import Iterator

from reportedly.link.figures.bindings import HARM
from reportedly.link.figures.levels import find_level
from reportedly.link.figures.nouns import Counted, hangs_on
from reportedly.link.figures.sources import is_own_version
from reportedly.link.figures.wordlist import wordlist
from reportedly.records import Measure, Sentence, Stance, Statement, Status

# Steps from the number's own verb up to the verb that plans, fears or denies it.
HOPS = 4
# A speaker's label before the question: "The Port Letter:".
LONGEST_LABEL = 6
CLOSERS = " \n\"')\u201d\u2019\u00bb"
DOWNWARD = frozenset(
    {
        "nummod",
        "quantmod",
        "nmod",
        "compound",
        "xcomp",
        "ccomp",
        "acl",
        "conj",
        "advcl",
        "pcomp",
        "relcl",
        "dobj",
        "pobj",
        "prep",
    }
)


def read_status(
    counted: Counted, measure: Measure, shown: int | None, statement: Statement | None, *, claimed: bool = True
) -> Status:
    """Return the status of a count: "plans to send 3,000" is planned, "could displace 300" possible."""
    if statement is not None and (statement.stance is Stance.DENIES or is_own_version(statement)):
        return Status.DENIED
    if is_of_an_earlier_version(counted):
        return Status.DENIED
    foreseen = Status.POSSIBLE if measure.value in wordlist().status.foreseen or measure in HARM else Status.PLANNED
    at = _verb_of_level(counted, shown if shown is not None else _outermost(counted))
    infinitive = False
    for governing, aux in _clauses(counted.sentence, at, own=_is_new(counted, at)):
        status = _read(governing, aux, foreseen, infinitive=infinitive)
        if status is not None:
            return status
        infinitive = "to" in aux
    if not claimed:
        return Status.POSSIBLE
    return Status.PLANNED if _is_promised(counted) else _beside(counted)


def is_of_an_earlier_version(counted: Counted) -> bool:
    """Tell "an earlier version of this article gave the number of arrests as 19", where no verb of speech stands."""
    tokens = counted.sentence.tokens
    for verb in counted.sentence.above(counted.top):
        for i in counted.sentence.children[verb]:
            if tokens[i].dep == "nsubj" and tokens[i].lower == "version":
                words = " ".join(tokens[k].lower for k in counted.sentence.subtree(i))
                return any(version in words for version in wordlist().corrections.versions)
    return False


def is_claimed(text: str, counted: Counted, shown: int | None, statement: Statement | None) -> bool:
    """Tell whether anybody gives a count: not "declined to comment on claims that 300 died", not "Were 300 killed?"."""
    if statement is not None and statement.stance in {Stance.ASKS, Stance.NO_COMMENT}:
        return False
    sentence = counted.sentence
    if sentence.span.of(text).rstrip(CLOSERS).endswith("?") and _asks_whether(sentence):
        return False
    at = shown if shown is not None else counted.heads[0]
    for _ in range(HOPS * 2):
        token = sentence.tokens[at]
        if token.lower in wordlist().status.commenting:
            return False
        if token.head == at or token.dep in {"advcl", "ccomp", "conj"}:
            return True
        at = token.head
    return True


def _asks_whether(sentence: Sentence) -> bool:
    """Tell "Were 300 killed?", also behind "Q:", from "Why were 300 killed?", which takes the count for known."""
    label = next((i + 1 for i, token in enumerate(sentence.tokens[:LONGEST_LABEL]) if token.text == ":"), 0)
    first = next((token for token in sentence.tokens[label:] if token.lower.isalpha()), None)
    return first is not None and first.lower in wordlist().status.asking


def _verb_of_level(counted: Counted, at: int) -> int:
    """Return the verb of "the toll could reach 300", where the noun shows the measure; else the word itself."""
    for head in counted.heads:
        level = find_level(counted.sentence, head)
        if level is not None and hangs_on(counted.sentence, at, level.noun):
            return level.verb
    return at


def _outermost(counted: Counted) -> int:
    """Return the noun, or the number where the noun hangs on it: "tens of thousands of people"."""
    noun = counted.heads[0]
    return counted.top if counted.top in counted.sentence.above(noun) else noun


def _is_new(counted: Counted, at: int) -> bool:
    """Tell "300 people could be infected" from "the 300 people could leave", who are there already."""
    tokens = counted.sentence.tokens
    known = any(tokens[i].dep in {"det", "poss"} and i < counted.first for i in counted.sentence.children[at])
    return at in counted.heads and not known


def _clauses(sentence: Sentence, at: int, *, own: bool) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each word from the number's verb upwards with its auxiliaries; a clause that is said ends the way.

    `own`: the word is the number's own, and what its verb leaves open leaves the number open.
    """
    tokens = sentence.tokens
    if tokens[at].tag.startswith("NN") and tokens[at].dep == "nsubj" and not own:
        return
    inside = tokens[at].dep == "pobj"
    for _ in range(HOPS):
        aux = {tokens[i].lower for i in sentence.children[at] if tokens[i].dep in {"aux", "neg", "mark", "advmod"}}
        yield tokens[at].lower, frozenset(aux)
        token = tokens[at]
        finite = any(tokens[i].dep.startswith("nsubj") for i in sentence.children[at])
        if (
            token.head == at
            or (token.dep in {"relcl", "advcl"} and finite)
            or (token.dep == "ccomp" and not (token.head < at and _opens(tokens[token.head].lower)))
        ):
            return
        if token.dep not in DOWNWARD and not token.dep.startswith("nsubj"):
            return
        if inside and token.dep.startswith("nsubj"):
            return  # "an army of 250,000 could deploy"
        at = token.head


def _opens(verb: str) -> bool:
    """Tell whether a verb leaves what it says open, or denies it."""
    words = wordlist().status
    return verb in words.possible or verb in words.denied


def _read(governing: str, aux: frozenset[str], foreseen: Status, *, infinitive: bool) -> Status | None:
    """Read one governing word; a verb plans what hangs on it with "to", not what it says has happened."""
    words = wordlist().status
    if governing in words.denied:
        return Status.DENIED
    if aux & words.may or governing in words.possible or aux & (words.possible | words.conditions):
        return Status.POSSIBLE
    if infinitive and governing in words.attempted:
        return Status.POSSIBLE
    if aux & words.will or (infinitive and governing in words.planned):
        return foreseen
    return None


def _is_promised(counted: Counted) -> bool:
    """Tell the object of "pledged $18 million", "promised 300 tents"."""
    tokens = counted.sentence.tokens
    objects = (i for i in (*counted.heads, tokens[counted.top].head) if tokens[i].dep == "dobj")
    return any(tokens[tokens[i].head].lower in wordlist().status.promising for i in objects)


def _beside(counted: Counted) -> Status:
    """Read "12 feared dead"."""
    tokens = counted.sentence.tokens
    near = {tokens[i].lower for i in range(counted.end + 1, min(counted.end + 3, len(tokens)))}
    return Status.POSSIBLE if near & wordlist().status.possible else Status.ACTUAL
