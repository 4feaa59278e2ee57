"""Of whom a count is, in words that can name a series: "additional Peruvian soldiers"."""

from itertools import islice

from reportedly.link.figures.levels import find_people
from reportedly.link.figures.nouns import Counted
from reportedly.link.figures.wordlist import wordlist
from reportedly.read.gazetteer import open_gazetteer
from reportedly.records import Sentence
from reportedly.spans import Span

# Words of the longest country's name that are tried.
LONGEST = 4
# "a contingent of 3,000 people", "a contingent, numbering 3,000 people".
GROUPS_WITH = frozenset({"of", "numbering", "totaling", "totalling", "with"})
NAMED = ("NNP", "NNPS")


def name_people(text: str, counted: Counted, shown: int | None) -> str | None:
    """Return the words that tell of whom a number counts, with the country that the sentence sends them from.

    "Peru has sent 300 additional soldiers" counts "additional Peruvian soldiers"; "the number of miners killed rose to
    12" counts "miners"; "a second contingent, numbering 300 people" counts "second contingent". `shown` is the word
    that shows the measure.
    """
    sentence = counted.sentence
    span = _of_level(counted) if counted.who is None else _of_group(counted) or counted.who
    if span is None or counted.unit is not None:
        return span.of(text) if span is not None else None
    words = span.of(text)
    if counted.noun is None or not _takes_origin(counted, words):
        return _added(counted, words)
    code = _origin(text, sentence, counted.noun, shown)
    demonyms = open_gazetteer().countries[code].demonyms if code is not None else ()
    return _added(counted, f"{demonyms[0]} {words}" if demonyms else words)


def _added(counted: Counted, words: str) -> str:
    """Keep "additional" before the words: they are other people than those counted before."""
    between = counted.sentence.tokens[counted.last + 1 : counted.end]
    found = [token.text for token in between if token.lower in wordlist().origins.added]
    return " ".join([*found[:1], words]) if found and found[0] not in words else words


def _of_level(counted: Counted) -> Span | None:
    found = find_people(counted.sentence, counted.top) if counted.noun is None else None
    return counted.sentence.span_of(*found) if found is not None else None


def _of_group(counted: Counted) -> Span | None:
    """Return the words of the group that so many people make: "second contingent"."""
    sentence, tokens = counted.sentence, counted.sentence.tokens
    if counted.noun is None or tokens[counted.noun].dep not in {"pobj", "dobj"}:
        return None
    by = tokens[counted.noun].head
    group = tokens[by].head
    if tokens[by].lower not in GROUPS_WITH or tokens[group].lower not in wordlist().people.groups or group >= by:
        return None
    left = [i for i in sentence.children[group] if i < group and tokens[i].dep in {"amod", "compound", "nmod"}]
    first = min((min(sentence.subtree(i)) for i in left), default=group)
    return sentence.span_of(first, group)


def _takes_origin(counted: Counted, words: str) -> bool:
    """Tell "soldiers", whose country the sentence may show, from "Peruvian soldiers" and "refugees"."""
    if counted.noun is None or counted.sentence.tokens[counted.noun].lower not in wordlist().origins.people:
        return False
    return not any(word[0].isupper() for word in words.split())


def _origin(text: str, sentence: Sentence, noun: int, shown: int | None) -> str | None:
    """Return the code of the country that people are from: "troops from Peru", "Peru sent", "sent from Peru"."""
    tokens = sentence.tokens
    at = [noun] if shown is None or shown == noun else [noun, shown]
    for i in at:
        for k in sentence.children[i]:
            behind = {"from"} if i != noun else {"from", "of"}
            if tokens[k].lower in behind and tokens[k].dep == "prep":
                code = next((_country(text, sentence, p) for p in sentence.children[k]), None)
                if code is not None:
                    return code
    return _sender(text, sentence, noun, shown)


def _sender(text: str, sentence: Sentence, noun: int, shown: int | None) -> str | None:
    """Return the country that sends its own: the subject of "has sent 300 soldiers"."""
    tokens = sentence.tokens
    if shown is None or tokens[noun].dep != "dobj" or tokens[noun].head != shown:
        return None
    if tokens[shown].lower not in wordlist().origins.sending:
        return None
    verbs = [shown, *(i for i in islice(sentence.above(shown), 2) if tokens[i].tag.startswith("VB"))]
    for verb in verbs:
        subjects = [i for i in sentence.children[verb] if tokens[i].dep == "nsubj"]
        if subjects:
            return _country(text, sentence, subjects[0])
    return None


def _country(text: str, sentence: Sentence, i: int) -> str | None:
    """Return the country of "the DPRK", "the Peruvian government", "Peru's army"; a person or ship is of none."""
    tokens = sentence.tokens
    governs = tokens[i].lower in wordlist().origins.governments
    if not governs and tokens[i].tag not in NAMED:
        return None
    first = max(0, i - LONGEST)
    for last in range(i - 1, first - 1, -1) if governs else [i]:
        for start in range(max(first, last - LONGEST + 1), last + 1):
            if (code := open_gazetteer().country(sentence.span_of(start, last).of(text))) is not None:
                return code
    return None
