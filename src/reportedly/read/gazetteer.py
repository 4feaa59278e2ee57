"""Places, peoples and well-known actors of the world, looked up by their words.

"Seoul", "South Korean" and "ROK" all belong to the country KR; "GUR" is an organisation. The tables stand in
data/gazetteer.toml and data/parties.toml.
"""

import unicodedata
from dataclasses import dataclass, field
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.read.lookalikes import see_through
from reportedly.records import NameKind

_LETTERS = str.maketrans(
    {"\u2019": "'", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "\u0131": "i", "ß": "ss"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country's code (ISO 3166-1), its names, what its people are called, its capital."""

    code: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    regions: str
    peoples: str
    countries: tuple[Country, ...]
    best_known: dict[str, str]
    cities: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An actor of many names. `body` is its kind in data/titles.toml ("newspaper"), `country` its seat."""

    name: str
    forms: tuple[str, ...] = ()
    body: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymous:
    """Words that leave a speaker without a name. `shown`: what a pronoun is called that goes back to nobody."""

    heads: frozenset[str]
    pronouns: frozenset[str]
    shown: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """The table of data/parties.toml."""

    known: tuple[KnownActor, ...]
    seats: dict[str, str]
    anonymous: Anonymous
    given: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a form stands for. `city`: too common a word ("Reading") to stand on its own evidence."""

    kind: NameKind
    country: str = ""
    city: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Forms, folded by `fold`, and what they stand for; and how many words the longest has."""

    entries: dict[str, Entry]
    actors: dict[str, KnownActor]
    countries: dict[str, Country]
    longest: int = 8
    by_form: dict[str, str] = field(default_factory=dict)

    def find(self, words: str) -> Entry | None:
        """Return what the words stand for: "North Koreans" is a group, of the country KP."""
        return self.entries.get(fold(words))

    def actor(self, words: str) -> KnownActor | None:
        """Return the well-known actor of that name: "HUR" is the Main Intelligence Directorate of Ukraine."""
        return self.actors.get(fold(words))

    def country(self, words: str) -> str | None:
        """Return the code of the country that a name, a demonym or a capital belongs to: "Pyongyang" is KP."""
        return self.by_form.get(fold(words))


def fold(words: str) -> str:
    """Return the words without accents, with plain apostrophes and single spaces: "Türkiye's" becomes "Turkiye's".

    A letter of another script that passes for a Latin one becomes that one.
    """
    if words.isascii():
        return " ".join(words.split())
    plain = unicodedata.normalize("NFKD", see_through(words).translate(_LETTERS))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


@cache
def open_gazetteer() -> Gazetteer:
    """Load the tables once a process: some 30 milliseconds."""
    places = read_lexicon("gazetteer.toml", _Places)
    actors = open_actors()
    entries: dict[str, Entry] = {}
    entries |= {
        name: Entry(kind=NameKind.PLACE, country=code, city=True) for name, code in _homes_of_cities(places).items()
    }
    entries |= {fold(name): Entry(kind=NameKind.PLACE) for name in places.regions.splitlines()}
    for people in places.peoples.splitlines():
        entries |= {form: Entry(kind=NameKind.GROUP) for form in _people(people)}
    known = {fold(form): actor for actor in actors.known for form in (actor.name, *actor.forms)}
    entries |= {form: Entry(kind=NameKind.ORGANIZATION, country=actor.country) for form, actor in known.items()}
    by_form: dict[str, str] = {}
    for country in reversed(places.countries):
        entries |= _country_entries(country)
        by_form |= dict.fromkeys(_country_forms(country), country.code)
    by_form |= actors.seats
    longest = max(form.count(" ") for form in entries) + 1
    return Gazetteer(
        entries=entries,
        actors=known,
        countries={country.code: country for country in places.countries},
        longest=longest,
        by_form=by_form,
    )


def open_actors() -> Actors:
    """Return the table of well-known actors."""
    actors: Actors = read_lexicon("parties.toml", Actors)
    return actors


def _country_entries(country: Country) -> dict[str, Entry]:
    entries = {
        fold(name): Entry(kind=NameKind.PLACE, country=country.code) for name in (*country.names, *country.capitals)
    }
    group = Entry(kind=NameKind.GROUP, country=country.code)
    return entries | {form: group for demonym in country.demonyms for form in _people(demonym)}


def _country_forms(country: Country) -> list[str]:
    demonyms = [form for demonym in country.demonyms for form in _people(demonym)]
    return [*(fold(name) for name in (*country.names, *country.capitals)), *demonyms]


def _people(demonym: str) -> tuple[str, ...]:
    """Return the word and, where it takes an "s", its plural: "Estonian" and "Estonians", but "Dutch" alone."""
    word = fold(demonym)
    if word.endswith(("ish", "ch", "ese", "ss", "men", "man", "woman")) and word != "German":
        return (word,)
    return (word, f"{word}s")


def _homes_of_cities(places: _Places) -> dict[str, str]:
    """Return the country of each city; of a name that several countries have, that of the best known, else none."""
    homes: dict[str, str] = {}
    for code, names in places.cities.items():
        for name in map(fold, names.splitlines()):
            homes[name] = code if homes.get(name, code) == code else ""
    return homes | {fold(name): code for name, code in places.best_known.items()}
