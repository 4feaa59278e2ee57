"""The words that lay a statement to a source, as `data/reporting_verbs.toml` lists them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from reportedly.lexicons import read_lexicon

LEXICON = "reporting_verbs.toml"


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """Small words that change what a cue says."""

    adding: frozenset[str]
    condition: frozenset[str]
    contrast: frozenset[str]
    he: frozenset[str]
    i: frozenset[str]
    impersonal: frozenset[str]
    negation: frozenset[str]
    pointing: frozenset[str]
    small: frozenset[str]
    topic: frozenset[str]
    unreal: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class ReportingWords:
    """Verbs and nouns of reporting by what they take; `base_of` maps every form of a verb to its base form.

    "calling" is base_of["calling"] == "call"; "call for" stands in `preposition`.
    """

    clause: frozenset[str]
    infinitive: frozenset[str]
    object: frozenset[str]
    preposition: frozenset[str]
    recipient: frozenset[str]
    quoting: frozenset[str]
    passive: frozenset[str]
    attitude: frozenset[str]
    silence: frozenset[str]
    refusal: frozenset[str]
    denying: frozenset[str]
    counting: frozenset[str]
    toll_verb: frozenset[str]
    toll: frozenset[str]
    toll_noun: frozenset[str]
    toll_bare: frozenset[str]
    toll_count: frozenset[str]
    toll_own: frozenset[str]
    toll_given: frozenset[str]
    toll_stands: frozenset[str]
    anonymity: frozenset[str]
    anonymity_verb: frozenset[str]
    showing: frozenset[str]
    noun: frozenset[str]
    noun_preposition: frozenset[str]
    anonymous: frozenset[str]
    vehicle: frozenset[str]
    party: frozenset[str]
    press: frozenset[str]
    forum: frozenset[str]
    turn: frozenset[str]
    grammar: Grammar
    forms: Mapping[str, str]
    base_of: Mapping[str, str] = field(default_factory=dict)
    noun_of: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def listed(self) -> frozenset[str]:
        """Every word that may be a cue."""
        return frozenset({"according", "citing", *self.base_of, *self.noun_of, *self.toll_noun})


@cache
def reporting_words() -> ReportingWords:
    """Return the word lists with every form of every verb worked out."""
    listed = read_lexicon(LEXICON, ReportingWords)
    verbs = listed.clause | listed.infinitive | listed.object | listed.preposition | listed.quoting | listed.passive
    counting = listed.counting | listed.toll_verb | listed.toll_given | listed.toll_stands
    heads = {verb.split()[0] for verb in verbs | counting | listed.silence | listed.refusal}
    bases = {form: head for head in sorted(heads) for form in _forms(head)} | dict(listed.forms)
    nouns = listed.noun | {phrase.split()[0] for phrase in listed.noun_preposition}
    return ReportingWords(
        **{name: getattr(listed, name) for name in listed.__dataclass_fields__ if not name.endswith("_of")},
        base_of=bases,
        noun_of={form: noun for noun in sorted(nouns) for form in (noun, _third(noun))} | {"data": "data"},
    )


def _forms(verb: str) -> Iterable[str]:
    stem = verb.removesuffix("e")
    past = stem[:-1] + "ied" if _ends_in_consonant_y(verb) else stem + "ed"
    yield from (verb, _third(verb), past, stem + "ing")
    if verb[-1] in "bglmnprt":  # "blogged", "hinted" alike: a form too many harms nothing
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


def _third(word: str) -> str:
    if _ends_in_consonant_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in tuple("aeiou")
