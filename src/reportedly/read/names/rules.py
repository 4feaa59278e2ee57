"""Names by tables and rules: what the gazetteer has, and what the words around a capital show."""

import re
from collections.abc import Iterator, Sequence

from reportedly.read.gazetteer import Entry, Gazetteer, fold
from reportedly.read.names.proposals import ADDRESS, RULE, TABLE, Proposal, is_capital
from reportedly.read.names.words import NameWords, telling_names, title_length
from reportedly.records import NameKind, Sentence, Token
from reportedly.spans import Span

# An outlet that goes by its address: letters, a dot, a domain that newsrooms use as a name.
_DOMAIN = re.compile(r"(?<![\w@./-])[A-Z][\w-]{1,40}\.(?:NET|ORG|COM|UA|RU|[a-z]{2,6})(?![\w@/-])")


def propose_addresses(text: str, words: NameWords) -> Iterator[Proposal]:
    """Yield outlets that go by their address: "Tarn.NET"."""
    for match in _DOMAIN.finditer(text):
        if match[0].rpartition(".")[2].lower() in words.domains:
            yield Proposal(Span(*match.span()), NameKind.ORGANIZATION, ADDRESS)


def propose_by_table(text: str, sentence: Sentence, gazetteer: Gazetteer, *, headline: bool) -> Iterator[Proposal]:
    """Yield what the gazetteer has, the longest form at each place: "South Korean" and not "Korean"."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        length = 0
        if is_capital(tokens[at]):
            for length in range(min(gazetteer.longest, len(tokens) - at), 0, -1):
                span = sentence.span_of(at, at + length - 1)
                entry = gazetteer.find(span.of(text))
                if entry and _stands(tokens, at, length, entry, headline=headline):
                    yield Proposal(span, entry.kind, TABLE)
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


def propose_places(sentence: Sentence, words: NameWords, gazetteer: Gazetteer) -> Iterator[Proposal]:
    """Yield "Harlov region", and "Orsk" of "the village of Orsk"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.lower in words.place_after:
            first = _run_before(tokens, i, words, gazetteer)
            if first < i:
                yield Proposal(sentence.span_of(first, i), NameKind.PLACE, RULE)
        if token.text in words.place_before and i + 2 < len(tokens) and tokens[i + 1].lower == "of":
            end = _run_after(tokens, i + 2, words)
            if end > i + 2:
                yield Proposal(sentence.span_of(i + 2, end - 1), NameKind.PLACE, RULE)


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
    return is_capital(token) and token.tag.startswith("NNP") and token.text not in words.not_names


def propose_bodies(sentence: Sentence, words: NameWords) -> Iterator[Proposal]:
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
            yield Proposal(sentence.span_of(first, end - 1), NameKind.ORGANIZATION, RULE)


def _part_of_body(token: Token, words: NameWords) -> bool:
    fits = token.tag.startswith(("NN", "JJ")) and token.entity != "PERSON"
    return is_capital(token) and fits and token.text not in words.not_names


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


def propose_after_titles(text: str, sentence: Sentence, words: NameWords, gazetteer: Gazetteer) -> Iterator[Proposal]:
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
            yield Proposal(sentence.span_of(at, end - 1), NameKind.PERSON, RULE)


def propose_by_given_names(sentence: Sentence, words: NameWords) -> Iterator[Proposal]:
    """Yield what starts with a given name that the model may not know: "Volodymyr Harun"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if _starts_person(tokens, i, words) and not (i and _starts_person(tokens, i - 1, words)):
            end = i + 2
            while end < min(len(tokens), i + 4) and _proper(tokens[end], words) and tokens[end].entity == token.entity:
                end += 1
            if title_length(sentence, i) == 0 and not any(each.text in words.bodies for each in tokens[i:end]):
                yield Proposal(sentence.span_of(i, end - 1), NameKind.PERSON, RULE)


def _starts_person(tokens: Sequence[Token], i: int, words: NameWords) -> bool:
    if i + 1 >= len(tokens) or fold(tokens[i].text) not in telling_names():
        return False
    after = tokens[i + 1]
    place = after.lower in words.place_after
    return _proper(tokens[i], words) and _proper(after, words) and len(after.text) > 1 and not place
