"""The words that describe an actor: what kind of body a noun names, which country, he or she."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.read.gazetteer import fold, open_gazetteer
from reportedly.read.names import open_titles
from reportedly.read.names.words import NameWords
from reportedly.records import Sentence

# What leads into a sentence and is no part of its subject.
_OPENERS = frozenset({"and", "but", "yet"})


def body_of(noun: str) -> str | None:
    """Return the kind of body that a noun names: "directorate" is a service, as "agency" is."""
    return body_nouns().get(noun)


@cache
def body_nouns() -> dict[str, str]:
    """Return the nouns for bodies, each with its kind."""
    return {noun: body for body, nouns in open_titles().bodies.items() for noun in nouns}


def bodies_in(words: str) -> set[str]:
    """Return the kinds of body that a name shows before "of": a Directorate of a Ministry is a service."""
    front = words.partition(" of ")[0].lower().split()
    found = {body for word in front if (body := body_of(word))}
    if words.rpartition(" ")[2] in read_lexicon("names.toml", NameWords).firms:
        found.add("company")
    return found or ({"outlet"} if "." in words.strip(".") else set())


def described_by(words: str) -> set[str]:
    """Return the describing words of a name or description, countries as codes."""
    gazetteer = open_gazetteer()
    parts = [word.strip(",.;:()\"'").removesuffix("'s") for word in fold(words).split()]
    short = open_titles().short
    found = {short.get(part.lower(), part.lower()) for part in parts if len(part) > 2 or part.isupper()}  # noqa: PLR2004
    found |= {short[word.lower()] for word in words.split() if word.lower() in short}
    for i, part in enumerate(parts):
        country = gazetteer.country(part) or (i + 1 < len(parts) and gazetteer.country(f"{part} {parts[i + 1]}"))
        if country:
            found.add(country)
    return found - {"the", "and", "for"}


def initials(words: str) -> str:
    """Return the first letters of the capitalised words: "Harrow Border Service" gives HBS."""
    return "".join(word[0] for word in words.split() if word[0].isupper())


def describing_terms(sentence: Sentence, tokens: Sequence[int]) -> frozenset[str]:
    """Return the describing words, with every form of a country as its code: "Harrow's" and "Harrovian" agree."""
    found = set()
    gazetteer = open_gazetteer()
    kept = [sentence.tokens[i] for i in tokens if sentence.tokens[i].text[0].isalnum()]
    for i, token in enumerate(kept):
        pair = f"{token.text} {kept[i + 1].text}" if i + 1 < len(kept) else ""
        country = (pair and gazetteer.country(pair)) or gazetteer.country(token.text)
        if country:
            found.add(country)
        elif token.tag.startswith(("NN", "JJ", "VBG", "CD")):
            found.add(open_titles().short.get(token.lower, token.lower))
    return frozenset(found)


def bare_words(text: str, sentence: Sentence, tokens: Sequence[int]) -> str | None:
    """Return the tokens' words without article and edge punctuation; None where nothing is left.

    "the mayor" is "mayor", but "the country's agency" keeps the article, which is the country's.
    """
    kept = list(tokens)
    if len(kept) > 1 and sentence.tokens[kept[0]].lower in _OPENERS:
        kept.pop(0)  # "But a source said"
    while kept and (_is_article(sentence, kept[0]) or not sentence.tokens[kept[0]].text[0].isalnum()):
        kept.pop(0)
    while kept and not sentence.tokens[kept[-1]].text[-1].isalnum() and sentence.tokens[kept[-1]].text[-1] != ".":
        kept.pop()
    if not kept:
        return None
    words = " ".join(sentence.span_of(kept[0], kept[-1]).of(text).split())
    return f"t{words[1:]}" if words.startswith("The ") and sentence.tokens[kept[0]].tag == "DT" else words


def _is_article(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    owner = sentence.tokens[token.head]
    if token.tag == "PRP$":
        return True
    owned = token.head > i and owner.dep == "poss" and owner.tag in ("NN", "NNS")
    return token.tag == "DT" and not owned and token.lower not in ("all", "no", "both", "every", "each")


def gender_of(words: Iterable[str]) -> str | None:
    """Return "he" or "she" where a word for the person shows it: a spokeswoman is "she"."""
    titles = open_titles()
    for word in sorted(words):
        if word in titles.female:
            return "she"
        if word in titles.male:
            return "he"
    return None


def gender_shown_by(description: str | None) -> str | None:
    """Return "she" for "Mr. Holm's wife" or "wife of Mr. Holm": what the person is, not whose."""
    return gender_of(roles_in(description))


def roles_in(description: str | None) -> frozenset[str]:
    """Return what a person is in a description, in lower case: "spokesman" of "Sheriff's spokesman for Harlov"."""
    if not description:
        return frozenset()
    own = re.split(r" (?:of|to|for|at|in|from|with|under|who)\b|, (?!and)", f" {description.lower()}")[0]
    parts = [part.split() for part in re.split(r",? and | & ", own)]
    short = open_titles().short
    return frozenset(
        short.get(word, word) for part in parts if part for word in (part[-1], " ".join(part[-2:])) if word
    )


def gender_of_pronoun(word: str) -> str | None:
    """Return "he" for him and his, "she" for her."""
    return {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}.get(word)
