"""Names in the text: people, bodies, places and peoples, each where it stands.

"Colonel Ants Kask of the Harrow region" gives the person "Ants Kask", without his rank, and the place "Harrow region".
The model proposes; the gazetteer and the rules of data/titles.toml overrule it.
"""

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.lexicons import read_lexicon
from reportedly.read.gazetteer import Gazetteer, open_gazetteer
from reportedly.read.names.model import propose_by_model
from reportedly.read.names.proposals import ADDRESS, ECHO, RULE, Proposal, is_headline
from reportedly.read.names.rules import (
    propose_addresses,
    propose_after_titles,
    propose_bodies,
    propose_by_given_names,
    propose_by_table,
    propose_places,
)
from reportedly.read.names.words import NameWords, open_titles, pronoun_of, title_length
from reportedly.records import Name, NameKind, Sentence

__all__ = ["find_names", "open_titles", "pronoun_of", "title_length"]


def find_names(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """Return the names in the order of the text; no two overlap.

    "DPRK troops left the Harrow region, Ada Holm told Harrow.NET" gives the place "DPRK", the place "Harrow region",
    the person "Ada Holm" and the organisation "Harrow.NET".
    """
    words = read_lexicon("names.toml", NameWords)
    gazetteer = open_gazetteer()
    found = list(propose_addresses(text, words))
    headlines = [is_headline(sentence) for sentence in sentences]
    all_headlines = all(headlines)
    for sentence, headline in zip(sentences, headlines, strict=True):
        found += propose_by_table(text, sentence, gazetteer, headline=headline)
        found += propose_places(sentence, words, gazetteer)
        # a capital shows no name in a headline, to the model neither: there only what the page says elsewhere is one
        if not headline or all_headlines:
            found += _of_sentence(text, sentence, words, gazetteer)
    kept = _without_overlaps(found)
    kept = _without_overlaps([*kept, *_echoes(text, sentences, kept)])
    kept = _agreed(text, kept, gazetteer)
    return tuple(Name(span=name.span, text=name.span.of(text), kind=name.kind) for name in kept)


def _of_sentence(text: str, sentence: Sentence, words: NameWords, gazetteer: Gazetteer) -> Iterator[Proposal]:
    yield from propose_by_model(sentence, words)
    yield from propose_bodies(sentence, words)
    yield from propose_after_titles(text, sentence, words, gazetteer)
    yield from propose_by_given_names(sentence, words)


def _without_overlaps(found: Sequence[Proposal]) -> list[Proposal]:
    """Keep the longest of those that overlap; an outlet's address comes before all."""
    order = sorted(found, key=lambda f: (f.rank != ADDRESS, f.rank == ECHO, f.span.start - f.span.end, f.rank))
    starts: list[int] = []
    kept: dict[int, Proposal] = {}
    for name in order:
        place = bisect(starts, name.span.start)
        before = place == 0 or kept[starts[place - 1]].span.end <= name.span.start
        after = place == len(starts) or name.span.end <= starts[place]
        if before and after:
            starts.insert(place, name.span.start)
            kept[name.span.start] = name
    return [kept[start] for start in starts]


def _echoes(text: str, sentences: Sequence[Sentence], names: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield what was a name once and stands elsewhere unmarked: full words, and surnames of people."""
    known: dict[str, dict[tuple[str, ...], NameKind]] = defaultdict(dict)
    for name in names:
        words = tuple(name.span.of(text).split())
        known[words[0]].setdefault(words, name.kind)
        if name.kind is NameKind.PERSON:
            for surname in (words[-1], words[-1].upper()):
                known[surname].setdefault((surname,), name.kind)
    for sentence in sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if not token.tag.startswith("NNP"):
                continue
            for words, kind in known.get(token.text, {}).items():
                run = tokens[i : i + len(words)]
                if tuple(each.text for each in run) == words:
                    yield Proposal(sentence.span_of(i, i + len(words) - 1), kind, ECHO)


def _agreed(text: str, names: Sequence[Proposal], gazetteer: Gazetteer) -> list[Proposal]:
    """Give one word one kind on a page: what a rule or the table says, else a full name's surname, else the most."""
    sure: dict[str, NameKind] = {}
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    surnames = {n.span.of(text).split()[-1] for n in names if n.kind is NameKind.PERSON and " " in n.span.of(text)}
    for name in names:
        words = name.span.of(text)
        votes[words][name.kind] += 1
        if name.sure:
            sure.setdefault(words, name.kind)
            if name.kind is NameKind.PLACE and name.rank == RULE:
                sure.setdefault(words.rpartition(" ")[0], name.kind)
    for surname in surnames - sure.keys():
        if not gazetteer.find(surname):
            sure[surname] = NameKind.PERSON
    return [
        name if name.sure else replace(name, kind=sure.get(words) or votes[words].most_common(1)[0][0])
        for name in names
        for words in (name.span.of(text),)
    ]
