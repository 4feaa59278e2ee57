"""News outlets by the names and addresses that pages give them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from urllib.parse import urlsplit

from reportedly.lexicons import read_lexicon

_ARTICLE = "the "
_LONGEST = 60  # characters of a name that is looked up


class OutletKind(Enum):
    """What an outlet is. An agency's reports are carried by others."""

    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    NEWSPAPER = "newspaper"
    SITE = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet: its usual name, where it publishes, and what else it is called."""

    name: str
    kind: OutletKind
    domains: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletWords:
    """The word list data/outlets.toml: outlets, and the words that stand in front of their names."""

    known: tuple[Outlet, ...]
    bylines: tuple[str, ...]
    cites: tuple[str, ...]
    cites_after: tuple[str, ...]
    companies: frozenset[str]
    credit_lines: tuple[str, ...]
    imprints: tuple[str, ...]
    legal_forms: frozenset[str]
    not_names: frozenset[str]
    not_places: frozenset[str]
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

    def called(self, name: str) -> Outlet | None:
        """Return the outlet of that name, with or without "the". Case counts: "time" is no outlet."""
        if len(name) > _LONGEST:
            return None
        bare = name[len(_ARTICLE) :] if name[: len(_ARTICLE)].lower() == _ARTICLE else name
        return self.names.get(name) or self.names.get(bare)

    def at(self, url: str) -> Outlet | None:
        """Return the outlet of a page's address: that of the longest domain that the address ends with."""
        return next((self.domains[domain] for domain in _domains(url) if domain in self.domains), None)


@cache
def world_outlets() -> Outlets:
    """Return the outlets of data/outlets.toml."""
    words = read_lexicon("outlets.toml", OutletWords)
    return Outlets(
        words=words,
        names={name: outlet for outlet in words.known for name in (outlet.name, *outlet.forms)},
        domains={domain: outlet for outlet in words.known for domain in outlet.domains},
        cites=tuple(f" {w}" for w in words.cites),
        cites_after=tuple(f"{words} " for words in words.cites_after),
        agencies=tuple(name for o in words.known if o.kind is OutletKind.AGENCY for name in (o.name, *o.forms)),
    )


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
