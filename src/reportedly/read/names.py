"""Names in the text: people, bodies, places and peoples, each where it stands.

"Colonel Ants Kask of the Harrow region" gives the person "Ants Kask", without his rank, and the place "Harrow region".
The model proposes; the gazetteer and the rules of data/titles.toml overrule it.
"""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.read.gazetteer import Entry, Gazetteer, fold, open_gazetteer
from reportedly.records import Name, NameKind, Sentence, Token
from reportedly.spans import Span

_MODEL_KINDS = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANIZATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "NORP": NameKind.GROUP,
    "EVENT": NameKind.OTHER,
    "LAW": NameKind.OTHER,
    "PRODUCT": NameKind.OTHER,
    "WORK_OF_ART": NameKind.OTHER,
}
# An outlet that goes by its address: letters, a dot, a domain that newsrooms use as a name.
_DOMAIN = re.compile(r"(?<![\w@./-])[A-Z][\w-]{1,40}\.(?:NET|ORG|COM|UA|RU|[a-z]{2,6})(?![\w@/-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Words that decide what a name is: the table of data/names.toml."""

    bodies: frozenset[str]
    domains: frozenset[str]
    firms: frozenset[str]
    not_names: frozenset[str]
    links: frozenset[str]
    place_after: frozenset[str]
    place_before: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Words for people and bodies: the table of data/titles.toml."""

    titles: frozenset[str]
    courtesies: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    roles: frozenset[str]
    voices: frozenset[str]
    products: frozenset[str]
    short: dict[str, str]
    wider: dict[str, frozenset[str]]
    bodies: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _GivenNames:
    telling: str
    female: str
    male: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A proposal; among those that overlap the longest wins, then the lowest rank. `sure`: not the model's word."""

    span: Span
    kind: NameKind
    rank: int

    @property
    def sure(self) -> bool:
        return self.rank < _MODEL


_LONG_WORD = 4
_SHORT_HEADLINE, _LONG_HEADLINE = 4, 7  # words; a sentence that ends in a full stop is rarely a headline
_CAPITALS = 0.75
_DOMAINS, _TABLE, _RULE, _MODEL, _ECHO = range(5)


@cache
def open_titles() -> Titles:
    """Return the words for people and bodies."""
    titles: Titles = read_lexicon("titles.toml", Titles)
    return titles


@cache
def _given_names() -> frozenset[str]:
    return frozenset(read_lexicon("given_names.toml", _GivenNames).telling.splitlines())


@cache
def _pronouns_of_names() -> dict[str, str]:
    names = read_lexicon("given_names.toml", _GivenNames)
    return dict.fromkeys(names.female.splitlines(), "she") | dict.fromkeys(names.male.splitlines(), "he")


def pronoun_of(given: str) -> str | None:
    """Return "she" or "he" where a given name is only women's or only men's: "Olena" is she, "Kim" is not known."""
    return _pronouns_of_names().get(fold(given))


def find_names(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """Return the names in the order of the text; no two overlap.

    "DPRK troops left the Harrow region, Ada Holm told Harrow.NET" gives the place "DPRK", the place "Harrow region",
    the person "Ada Holm" and the organisation "Harrow.NET".
    """
    words = read_lexicon("names.toml", NameWords)
    gazetteer = open_gazetteer()
    found = list(_domains(text, words))
    headlines = [_is_headline(sentence) for sentence in sentences]
    all_headlines = all(headlines)
    for sentence, headline in zip(sentences, headlines, strict=True):
        found += _table_names(text, sentence, gazetteer, headline=headline)
        found += _places(sentence, words, gazetteer)
        # a capital shows no name in a headline, to the model neither: there only what the page says elsewhere is one
        if not headline or all_headlines:
            found += _of_sentence(text, sentence, words, gazetteer)
    kept = _without_overlaps(found)
    kept = _without_overlaps([*kept, *_echoes(text, sentences, kept)])
    kept = _agreed(text, kept, gazetteer)
    return tuple(Name(span=name.span, text=name.span.of(text), kind=name.kind) for name in kept)


def _domains(text: str, words: NameWords) -> Iterator[_Found]:
    for match in _DOMAIN.finditer(text):
        if match[0].rpartition(".")[2].lower() in words.domains:
            yield _Found(Span(*match.span()), NameKind.ORGANIZATION, _DOMAINS)


def _of_sentence(text: str, sentence: Sentence, words: NameWords, gazetteer: Gazetteer) -> Iterator[_Found]:
    yield from _model_names(sentence, words)
    yield from _bodies(sentence, words)
    yield from _titled(text, sentence, words, gazetteer)
    yield from _given(sentence, words)


def _is_headline(sentence: Sentence) -> bool:
    """Tell whether nearly every word is capitalised, so that a capital shows no name."""
    long = [token for token in sentence.tokens if len(token.text) >= _LONG_WORD and token.text[0].isalpha()]
    fewest = _LONG_HEADLINE if sentence.tokens[-1].text == "." else _SHORT_HEADLINE
    return len(long) >= fewest and sum(_capital(token) for token in long) > _CAPITALS * len(long)


def _capital(token: Token) -> bool:
    return token.text[0].isupper()


def _model_names(sentence: Sentence, words: NameWords) -> Iterator[_Found]:
    """Yield the model's entities without titles, articles and the possessive."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        kind = _MODEL_KINDS.get(tokens[at].entity)
        end = at + 1
        while end < len(tokens) and tokens[end].entity == tokens[at].entity:
            end += 1
        if kind is not None:
            yield from _trimmed(sentence, at, end, kind, words)
        at = end


def _trimmed(sentence: Sentence, first: int, end: int, kind: NameKind, words: NameWords) -> Iterator[_Found]:
    tokens = sentence.tokens
    if kind in (NameKind.PERSON, NameKind.ORGANIZATION):
        after = _after_last_title(sentence, first, end)
        if after is not None and after < end:
            first, kind = after, NameKind.PERSON
        elif after == end:
            return
    while first < end and (
        tokens[first].text in words.not_names or not tokens[first].text[0].isalnum() or tokens[first].tag == "DT"
    ):
        first += 1
    while first < end and (
        tokens[end - 1].tag == "POS" or (not tokens[end - 1].text[-1].isalnum() and tokens[end - 1].text[-1] != ".")
    ):
        end -= 1
    if any(_capital(token) for token in tokens[first:end]):
        if end - first > 1 and tokens[end - 1].text in words.firms:
            kind = NameKind.ORGANIZATION
        colon = max((i for i in range(first, end) if tokens[i].text == ":"), default=first - 1)
        yield _Found(sentence.span_of(min(colon + 1, end - 1), end - 1), kind, _MODEL)


def _after_last_title(sentence: Sentence, first: int, end: int) -> int | None:
    """Return where the name goes on after the last title inside it; None where it holds none."""
    after = None
    at = first
    while at < end:
        length = title_length(sentence, at)
        at += length or 1
        if length:
            after = min(at, end)
    return after


def title_length(sentence: Sentence, at: int) -> int:
    """Return how many words from `at` on are a title: 2 for "Prime Minister Ada Holm", else 0."""
    titles = open_titles().titles
    tokens = sentence.tokens
    if not _capital(tokens[at]):
        return 0
    for length in range(min(5, len(tokens) - at), 0, -1):
        # "Commander-in-Chief" is five tokens without a space: compare what the words look like when joined
        joined = "".join(
            token.text if i == 0 or token.span.start == tokens[at + i - 1].span.end else f" {token.text}"
            for i, token in enumerate(tokens[at : at + length])
        )
        if joined in titles:
            return length
    return 0


def _table_names(text: str, sentence: Sentence, gazetteer: Gazetteer, *, headline: bool) -> Iterator[_Found]:
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        length = 0
        if _capital(tokens[at]):
            for length in range(min(gazetteer.longest, len(tokens) - at), 0, -1):
                span = sentence.span_of(at, at + length - 1)
                entry = gazetteer.find(span.of(text))
                if entry and _stands(tokens, at, length, entry, headline=headline):
                    yield _Found(span, entry.kind, _TABLE)
                    break
            else:
                length = 0
        at += length or 1


def _stands(tokens: Sequence[Token], at: int, length: int, entry: Entry, *, headline: bool) -> bool:
    """Tell whether the table's word is the name here: "Reading" at the head of a sentence is not the town."""
    token = tokens[at]
    if length > 1 or (token.text.isupper() and len(token.text) > 1):
        return True
    if token.entity == "PERSON" or not (token.tag.startswith("NNP") or entry.kind is NameKind.GROUP):
        return False
    common = entry.city or entry.kind is NameKind.ORGANIZATION
    return not common or bool(token.entity) or (at > 0 and not headline)


def _places(sentence: Sentence, words: NameWords, gazetteer: Gazetteer) -> Iterator[_Found]:
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.lower in words.place_after:
            first = _run_before(tokens, i, words, gazetteer)
            if first < i:
                yield _Found(sentence.span_of(first, i), NameKind.PLACE, _RULE)
        if token.text in words.place_before and i + 2 < len(tokens) and tokens[i + 1].lower == "of":
            end = _run_after(tokens, i + 2, words)
            if end > i + 2:
                yield _Found(sentence.span_of(i + 2, end - 1), NameKind.PLACE, _RULE)


def _run_before(tokens: Sequence[Token], end: int, words: NameWords, gazetteer: Gazetteer) -> int:
    """Return where the proper nouns that end before `end` begin; three at most, and no people ("Russian region")."""
    first = end
    while first > max(0, end - 3) and _proper(tokens[first - 1], words):
        entry = gazetteer.find(tokens[first - 1].text)
        if entry and entry.kind is NameKind.GROUP:
            break
        first -= 1
    return first


def _run_after(tokens: Sequence[Token], first: int, words: NameWords) -> int:
    end = first
    while end < min(len(tokens), first + 3) and _proper(tokens[end], words):
        end += 1
    return end


def _proper(token: Token, words: NameWords) -> bool:
    return _capital(token) and token.tag.startswith("NNP") and token.text not in words.not_names


def _bodies(sentence: Sentence, words: NameWords) -> Iterator[_Found]:
    """Yield "Main Intelligence Directorate of the Ministry of Defence": the head, what leads up to it and its "of"."""
    tokens = sentence.tokens
    done = 0
    for i, token in enumerate(tokens):
        if i < done or token.text not in words.bodies:
            continue
        first = i
        while first > done and _part_of_body(tokens[first - 1], words) and not _title_ends(sentence, first):
            first -= 1
        end = _linked_end(tokens, i + 1, words)
        done = end
        if end - first > 1:
            yield _Found(sentence.span_of(first, end - 1), NameKind.ORGANIZATION, _RULE)


def _part_of_body(token: Token, words: NameWords) -> bool:
    fits = token.tag.startswith(("NN", "JJ")) and token.entity != "PERSON"
    return _capital(token) and fits and token.text not in words.not_names


def _title_ends(sentence: Sentence, end: int) -> bool:
    """Tell whether the word before `end` is a title ("Minister") and no part of a body's name."""
    return title_length(sentence, end - 1) == 1 and sentence.tokens[end - 1].text not in {"General", "Justice", "State"}


def _linked_end(tokens: Sequence[Token], end: int, words: NameWords) -> int:
    """Follow "of the Ministry", "of Defence", "for Energy" as long as capitalised words come after."""
    while end + 1 < len(tokens) and tokens[end].text in words.links:
        after = end + 1 + (tokens[end + 1].text == "the")
        last = after
        while last < len(tokens) and _part_of_body(tokens[last], words) and not _starts_person(tokens, last, words):
            last += 1
        if last == after:
            break
        end = last
    return end


def _titled(text: str, sentence: Sentence, words: NameWords, gazetteer: Gazetteer) -> Iterator[_Found]:
    """Yield the name after a title that the model did not see: "Colonel Kask"."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        length = title_length(sentence, at)
        at += length or 1
        if not length or at >= len(tokens) or title_length(sentence, at):
            continue
        end = at
        while end < min(len(tokens), at + 3) and _proper(tokens[end], words) and tokens[end].entity in ("", "PERSON"):
            end += 1
        taken = end < len(tokens) and _proper(tokens[end], words)
        if end > at and not taken and not gazetteer.find(sentence.span_of(at, end - 1).of(text)):
            yield _Found(sentence.span_of(at, end - 1), NameKind.PERSON, _RULE)


def _given(sentence: Sentence, words: NameWords) -> Iterator[_Found]:
    """Yield what starts with a given name that the model may not know: "Volodymyr Harun"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if _starts_person(tokens, i, words) and not (i and _starts_person(tokens, i - 1, words)):
            end = i + 2
            while end < min(len(tokens), i + 4) and _proper(tokens[end], words) and tokens[end].entity == token.entity:
                end += 1
            if title_length(sentence, i) == 0 and not any(each.text in words.bodies for each in tokens[i:end]):
                yield _Found(sentence.span_of(i, end - 1), NameKind.PERSON, _RULE)


def _starts_person(tokens: Sequence[Token], i: int, words: NameWords) -> bool:
    if i + 1 >= len(tokens) or fold(tokens[i].text) not in _given_names():
        return False
    after = tokens[i + 1]
    place = after.lower in words.place_after
    return _proper(tokens[i], words) and _proper(after, words) and len(after.text) > 1 and not place


def _without_overlaps(found: Sequence[_Found]) -> list[_Found]:
    """Keep the longest of those that overlap; an outlet's address comes before all."""
    order = sorted(found, key=lambda f: (f.rank != _DOMAINS, f.rank == _ECHO, f.span.start - f.span.end, f.rank))
    starts: list[int] = []
    kept: dict[int, _Found] = {}
    for name in order:
        place = bisect(starts, name.span.start)
        before = place == 0 or kept[starts[place - 1]].span.end <= name.span.start
        after = place == len(starts) or name.span.end <= starts[place]
        if before and after:
            starts.insert(place, name.span.start)
            kept[name.span.start] = name
    return [kept[start] for start in starts]


def _echoes(text: str, sentences: Sequence[Sentence], names: Sequence[_Found]) -> Iterator[_Found]:
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
                    yield _Found(sentence.span_of(i, i + len(words) - 1), kind, _ECHO)


def _agreed(text: str, names: Sequence[_Found], gazetteer: Gazetteer) -> list[_Found]:
    """Give one word one kind on a page: what a rule or the table says, else a full name's surname, else the most."""
    sure: dict[str, NameKind] = {}
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    surnames = {n.span.of(text).split()[-1] for n in names if n.kind is NameKind.PERSON and " " in n.span.of(text)}
    for name in names:
        words = name.span.of(text)
        votes[words][name.kind] += 1
        if name.sure:
            sure.setdefault(words, name.kind)
            if name.kind is NameKind.PLACE and name.rank == _RULE:
                sure.setdefault(words.rpartition(" ")[0], name.kind)
    for surname in surnames - sure.keys():
        if not gazetteer.find(surname):
            sure[surname] = NameKind.PERSON
    return [
        name if name.sure else replace(name, kind=sure.get(words) or votes[words].most_common(1)[0][0])
        for name in names
        for words in (name.span.of(text),)
    ]
