"""News outlets by the names and addresses that pages give them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlsplit

from reportedly.lexicons import read_lexicon
from reportedly.records import Outlet, OutletKind

_ARTICLE = "the "
_LONGEST = 60  # characters of a name that is looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletWords:
    """The word list data/outlets.toml: outlets, and the words that stand in front of their names."""

    known: tuple[Outlet, ...]
    bylines: tuple[str, ...]
    cites: tuple[str, ...]
    cites_after: tuple[str, ...]
    companies: frozenset[str]
    credit_ends: tuple[str, ...]
    credit_lines: tuple[str, ...]
    fair_credit_lines: frozenset[str]
    imprints: tuple[str, ...]
    legal_forms: frozenset[str]
    not_names: frozenset[str]
    not_places: frozenset[str]
    outlet_words: frozenset[str]
    pages: tuple[str, ...]
    sure_credit_lines: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """The outlets, ready to be looked up."""

    words: OutletWords
    names: Mapping[str, Outlet]
    domains: Mapping[str, Outlet]
    agencies: tuple[str, ...]
    cites: tuple[str, ...]
    cites_after: tuple[str, ...]
    credit_ends: tuple[str, ...]
    credit_lines: tuple[str, ...]
    sure_credit_lines: frozenset[str]

    def called(self, name: str) -> Outlet | None:
        """Return the outlet of that name, with or without "the". Case counts: "time" is no outlet."""
        if len(name) > _LONGEST:
            return None
        bare = name[len(_ARTICLE) :] if name[: len(_ARTICLE)].lower() == _ARTICLE else name
        return self.names.get(name) or self.names.get(bare)

    def at(self, url: str) -> Outlet | None:
        """Return the outlet of a page's address: that of the longest domain that the address ends with."""
        return next((self.domains[domain] for domain in _domains(url) if domain in self.domains), None)

    def of(self, name: str) -> Outlet | None:
        """Return the outlet that a carrier's name stands for: its name, or the domain that it is called by."""
        return self.called(name) or self.at(name)


def family_of(name: str, outlets: Outlets | None = None) -> str | None:
    """Return who owns the outlet of that name together with others: "The Sun" and "The Times" are News Corp's.

    None where it is not listed, or owned by nobody who owns another.
    """
    outlet = (outlets or world_outlets()).of(name)
    return outlet.owner if outlet else None


def is_agency(name: str, outlets: Outlets | None = None) -> bool:
    """Tell whether the outlet of that name is an agency, whose reports others carry."""
    outlet = (outlets or world_outlets()).of(name)
    return outlet is not None and outlet.kind is OutletKind.AGENCY


def state_of(name: str, outlets: Outlets | None = None) -> str | None:
    """Return the country whose state owns or runs the outlet of that name: TASS is Russia's."""
    outlet = (outlets or world_outlets()).of(name)
    return outlet.state if outlet else None


def world_outlets() -> Outlets:
    """Return the outlets of data/outlets.toml."""
    return known_outlets(())


@lru_cache(maxsize=16)
def known_outlets(more: tuple[Outlet, ...]) -> Outlets:
    """Return the outlets of data/outlets.toml and more; of two with one name or domain, the one that is given goes."""
    words = read_lexicon("outlets.toml", OutletWords)
    words = replace(words, known=(*words.known, *more)) if more else words
    return Outlets(
        words=words,
        names={name: outlet for outlet in words.known for name in (outlet.name, *outlet.forms)},
        domains={domain: outlet for outlet in words.known for domain in outlet.domains},
        cites=tuple(f" {w}" for w in words.cites),
        cites_after=tuple(f"{words} " for words in words.cites_after),
        credit_ends=tuple(_spelled(words.credit_ends, words.pages)),
        credit_lines=tuple(_spelled(words.credit_lines, words.pages)),
        sure_credit_lines=frozenset(_spelled(words.sure_credit_lines, words.pages)),
        agencies=tuple(name for o in words.known if o.kind is OutletKind.AGENCY for name in (o.name, *o.forms)),
    )


def _spelled(phrases: Iterable[str], pages: Iterable[str]) -> Iterator[str]:
    """Yield the phrases, with each of the words for a page where they leave it open."""
    pages = tuple(pages)
    for phrase in phrases:
        yield from (phrase.replace("{page}", page) for page in pages) if "{page}" in phrase else (phrase,)


def domain_of(url: str) -> str | None:
    """Return the address's host without "www.": "https://www.harlowpost.example/dam" is "harlowpost.example"."""
    return next(_domains(url), None)


def _domains(url: str) -> Iterator[str]:
    """Yield the host of an address and its parents: "news.harlow.example", "harlow.example"."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # such as "http://[harlow"
        return
    parts = host.removeprefix("www.").split(".")
    for i in range(len(parts) - 1):
        yield ".".join(parts[i:])
