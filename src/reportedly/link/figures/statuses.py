"""Whether a count happened, is planned, may be, or is denied."""

from collections.abc import Iterator

from reportedly.link.figures.bindings import HARM
from reportedly.link.figures.nouns import Counted
from reportedly.link.figures.wordlist import wordlist
from reportedly.records import Measure, Sentence, Stance, Statement, Status

# Steps from the number's own verb up to the verb that plans, fears or denies it.
HOPS = 4
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


def read_status(counted: Counted, measure: Measure, shown: int | None, statement: Statement | None) -> Status:
    """Return the status of a count: "plans to send 3,000" is planned, "could displace 300" possible."""
    if statement is not None and statement.stance is Stance.DENIES:
        return Status.DENIED
    foreseen = Status.POSSIBLE if measure.value in wordlist().status.foreseen or measure in HARM else Status.PLANNED
    at = shown if shown is not None else counted.heads[0]
    infinitive = False
    for governing, aux in _clauses(counted.sentence, at):
        status = _read(governing, aux, foreseen, infinitive=infinitive)
        if status is not None:
            return status
        infinitive = "to" in aux
    return _beside(counted)


def _clauses(sentence: Sentence, at: int) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each word from the number's verb upwards with its auxiliaries; a clause that is said ends the way."""
    tokens = sentence.tokens
    if tokens[at].tag.startswith("NN") and tokens[at].dep == "nsubj":
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
    if aux & words.will or (infinitive and governing in words.planned):
        return foreseen
    return None


def _beside(counted: Counted) -> Status:
    """Read "12 feared dead"."""
    tokens = counted.sentence.tokens
    near = {tokens[i].lower for i in range(counted.end + 1, min(counted.end + 3, len(tokens)))}
    return Status.POSSIBLE if near & wordlist().status.possible else Status.ACTUAL
