"""What the language model takes for a name, without titles, articles and the possessive."""

from collections.abc import Iterator

from reportedly.read.names.proposals import MODEL, Proposal, is_capital
from reportedly.read.names.words import NameWords, open_titles, pronoun_of, title_length
from reportedly.records import NameKind, Sentence

_DASHES = frozenset({"-", "\u2013", "\u2014"})
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


def propose_by_model(sentence: Sentence, words: NameWords) -> Iterator[Proposal]:
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


def _trimmed(sentence: Sentence, first: int, end: int, kind: NameKind, words: NameWords) -> Iterator[Proposal]:
    tokens = sentence.tokens
    if kind is NameKind.ORGANIZATION and end - first == 1 and end < len(tokens) and title_length(sentence, end):
        return  # "Infrastructure" of "Infrastructure Minister Eda Kask"
    given = _given_name_after_place(sentence, first, end)
    if given is not None:
        yield Proposal(sentence.span_of(first, given - 1), NameKind.PLACE, MODEL)
        first, kind = given, NameKind.PERSON
    first, end, kind = _before_comma(sentence, first, end, kind)
    if kind in (NameKind.PERSON, NameKind.ORGANIZATION) and not _is_called_by_title(sentence, first, end, kind):
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
    if any(is_capital(token) for token in tokens[first:end]):
        if end - first > 1 and tokens[end - 1].text in words.firms:
            kind = NameKind.ORGANIZATION
        colon = max((i for i in range(first, end) if _breaks(sentence, i)), default=first - 1)
        yield Proposal(sentence.span_of(min(colon + 1, end - 1), end - 1), kind, MODEL)


def _given_name_after_place(sentence: Sentence, first: int, end: int) -> int | None:
    """Return where the person begins in "Mayor of Westport Jim Bell", which the model takes for one name."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 1].lower != "of" or tokens[first - 2].lower not in open_titles().roles:  # noqa: PLR2004 -- "Mayor of"
        return None
    return next((i for i in range(first + 1, end - 1) if pronoun_of(tokens[i].text)), None)


def _before_comma(sentence: Sentence, first: int, end: int, kind: NameKind) -> tuple[int, int, NameKind]:
    """Return a name without what stands behind a comma: "Westport" of "at a hospital in Westport, Bell said"."""
    tokens = sentence.tokens
    commas = [i for i in range(first, end) if tokens[i].text == ","]
    if len(commas) != 1 or kind is NameKind.OTHER or any(tokens[i].tag == "CC" for i in range(first, end)):
        return first, end, kind
    place = first > 0 and tokens[first - 1].lower in ("at", "in", "near")
    return first, max(first + 1, commas[0]), NameKind.PLACE if place else kind


def _is_called_by_title(sentence: Sentence, first: int, end: int, kind: NameKind) -> bool:
    """Tell whether the surname is the word for an office: "Amy Pope", "Tom Bishop"."""
    given = kind is NameKind.PERSON and end - first > 1 and pronoun_of(sentence.tokens[first].text)
    return bool(given and title_length(sentence, end - 1))


def _breaks(sentence: Sentence, i: int) -> bool:
    """Tell whether a colon or a dash between spaces ends a label or dateline: "OSTREL - Ministry of Health"."""
    token = sentence.tokens[i]
    apart = i > 0 and sentence.tokens[i - 1].span.end < token.span.start
    return token.text == ":" or (apart and token.text in _DASHES)


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
