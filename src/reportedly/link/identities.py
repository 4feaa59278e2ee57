"""Who is who across the pages of a story: "Harovsky" is "Olena Harovskyy", "Pyongyang" as a speaker is North Korea.

Every merge says why, so that a person can take it back. What the words do not settle stays apart: two people of one
surname, "officials" of two countries, intelligence services of a country that has several.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportedly.clean.outlets import world_outlets
from reportedly.link.parties.actor import narrower
from reportedly.link.parties.phrases import body_of, described_by, gender_of, initials, roles_in
from reportedly.link.spelling import spelling_key
from reportedly.read.gazetteer import KnownActor, fold, open_actors, open_gazetteer
from reportedly.read.names import open_titles, pronoun_of
from reportedly.records import Name, NameKind, Reading

_GOVERNMENT = re.compile(
    r"(?:the )?(?:government of (?:the )?(?P<of>.+)|(?P<before>.+?)(?:'s)? government)", re.IGNORECASE
)
_LONGEST_LABEL = 200
_LONGEST_COURTESY = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two labels taken for one actor, and why."""

    label: str
    canonical: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """The actors of a story under all their labels. Nothing is merged that is not in `merges`."""

    merges: tuple[Merge, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    _labels: dict[str, str] = field(init=False, repr=False, compare=False, default_factory=dict)
    _keys: dict[str, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._labels.update((merge.label, merge.canonical) for merge in self.merges)
        self._keys.update(self.keys)

    def canonical(self, party: str) -> str:
        """Return the one label of the actor: "Pyongyang" gives "North Korea" where the story has both."""
        if party in self._labels:
            return self._labels[party]
        return self._keys.get(label_key(party)[0], party)

    def same(self, a: str, b: str) -> bool:
        """Tell whether two labels are one actor."""
        if self.canonical(a) == self.canonical(b):
            return True
        return label_key(a)[0] == label_key(b)[0] and a not in self._labels and b not in self._labels


@dataclass(slots=True, eq=False)
class _Label:
    words: str
    key: str
    reason: str
    count: int
    person: bool


def link_identities(readings: Sequence[Reading]) -> Identities:
    """Return who is who in the chains, credits and carriers of the readings.

    "Olena Harovskyy" and "Harovsky", "Seoul's intelligence agency" and "South Korean intelligence" are two actors. A
    "Kim" where the story has two people called Kim stays "Kim".
    """
    counts = Counter(_labels(readings))
    people = {name.text for reading in readings for name in reading.names if name.kind is NameKind.PERSON}
    bodies = _introduced(readings)
    labels = [_label(words, count, person=words in people) for words, count in sorted(counts.items())]
    merges = [
        *_merge_keys([x for x in labels if not x.person], bodies),
        *_merge_people([x for x in labels if x.person], _told_apart(readings, people), _roles_of(readings)),
    ]
    canonical = {merge.label: merge.canonical for merge in merges}
    keys = {label.key: canonical.get(label.words, label.words) for label in labels if not label.person}
    return Identities(merges=tuple(merges), keys=tuple(sorted(keys.items())))


def _labels(readings: Sequence[Reading]) -> Iterator[str]:
    for reading in readings:
        for statement in reading.statements:
            yield from (hop.party for hop in statement.chain)
        yield from (credit.name for credit in reading.page.credits)
        if reading.page.carrier is not None:
            yield reading.page.carrier.name
        yield from (figure.party for figure in reading.figures if figure.party is not None)


def _label(words: str, count: int, *, person: bool) -> _Label:
    key, reason = (spelling_key(words), "") if person else label_key(words)
    return _Label(words=words, key=key, reason=reason, count=count, person=person)


# --- countries, bodies, unnamed people -------------------------------------------------------------------------------


@cache
def label_key(label: str) -> tuple[str, str]:
    """Return what all labels of one actor share, and why that is so; people are not told apart by it.

    "Kremlin", "Moscow" and "the Russian government" give Russia; "Seoul's intelligence agency" gives the one service of
    that country which English-language news calls so.
    """
    words = re.sub(r"^the ", "", fold(label[:_LONGEST_LABEL]).strip(), flags=re.IGNORECASE)
    gazetteer = open_gazetteer()
    actor = gazetteer.actor(words) or gazetteer.actor(f"The {words}") or _by_front(words)
    outlet = None if actor else world_outlets().called(words)
    if outlet is not None:
        other = next(filter(None, map(gazetteer.actor, (outlet.name, *outlet.forms))), None)
        return f"actor {other.name if other else outlet.name}", f"known names of {outlet.name}"
    if actor is not None and words not in open_actors().seats:
        return f"actor {actor.name}", f"known names of {actor.name}"
    government = _GOVERNMENT.fullmatch(words)
    country = gazetteer.country(words) or (government and gazetteer.country(government["of"] or government["before"]))
    if country and not _is_people(words):
        name = gazetteer.countries[country].names[0]
        return f"country {country}", f"capital, seat or government that speaks for {name}"
    service = _service(words)
    if service is not None:
        return service
    return f"words {_plain(words)}", "the same words, with the country in another form"


def _is_people(words: str) -> bool:
    entry = open_gazetteer().find(words)
    return entry is not None and entry.kind is NameKind.GROUP


def _by_front(words: str) -> KnownActor | None:
    """Return the actor whose long name goes on where the words stop: "... of the Ministry of Defence (of Ukraine)"."""
    if words.count(" ") < 3:  # noqa: PLR2004 -- two or three words open too many names
        return None
    found = {actor.name: actor for form, actor in open_gazetteer().actors.items() if form.startswith(f"{words} of ")}
    return next(iter(found.values())) if len(found) == 1 else None


def _service(words: str) -> tuple[str, str] | None:
    """Return the known service behind "Harrow's intelligence agency", where the country has one of that name."""
    parts = words.lower().split()
    terms = described_by(words)
    countries = terms & open_gazetteer().countries.keys()
    spies = terms & {"intelligence", "spy"}
    rest = {body_of(part) for part in parts if part not in ("intelligence", "spy")} - {None}
    others = len(parts) - sum(_is_part(part) for part in parts)
    if len(countries) != 1 or not spies or not rest <= {"service"} or others > 2:  # noqa: PLR2004 -- "South Korean"
        return None
    return _service_of(next(iter(countries)), terms)


def _is_part(part: str) -> bool:
    return part in ("intelligence", "spy") or body_of(part) == "service"


def _service_of(code: str, terms: set[str]) -> tuple[str, str] | None:
    gazetteer = open_gazetteer()
    country = gazetteer.countries[code]
    if {"military", "defence", "defense", "foreign", "domestic"} & terms:
        return None
    for demonym in country.demonyms:
        actor = gazetteer.actor(f"{demonym} intelligence")
        if actor is not None:
            return f"actor {actor.name}", f"the intelligence service of {country.names[0]} is {actor.name}"
    return None


def _plain(words: str) -> str:
    """Return the words in lower case, with names and demonyms of a country as its code: "U.S. officials" are "US"."""
    gazetteer = open_gazetteer()
    parts = words.split()
    plain: list[str] = []
    i = 0
    while i < len(parts):
        for length in range(min(4, len(parts) - i), 0, -1):
            run = " ".join(parts[i : i + length]).removesuffix("'s")
            country = gazetteer.country(run)
            if country:
                plain.append(country)
                i += length
                break
        else:
            plain.append(parts[i].lower())
            i += 1
    return " ".join(plain)


def _introduced(readings: Sequence[Reading]) -> dict[str, str]:
    """Return the acronyms that a page explains: "Harrow Border Service (HBS)" gives HBS."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for match in re.finditer(r"\(([A-Z][A-Z&]{1,7})\)", reading.text):
            before = reading.text[max(0, match.start() - 120) : match.start()].split()
            for length in range(2, min(9, len(before)) + 1):
                words = before[-length:]
                if initials(" ".join(words)) == match[1] and words[0][0].isupper():
                    found[match[1]].add(" ".join(words))
    return {letters: min(names, key=len) for letters, names in found.items() if len({n.lower() for n in names}) == 1}


def _merge_keys(labels: Sequence[_Label], introduced: dict[str, str]) -> Iterator[Merge]:
    groups: dict[str, list[_Label]] = defaultdict(list)
    for label in labels:
        name = introduced.get(label.words)
        key = label_key(name)[0] if name else label.key
        if name:
            label.reason = f"{label.words} is introduced as {name}"
        groups[key].append(label)
    for group in groups.values():
        yield from _merged(group)


def _merged(group: Sequence[_Label], reason: str | None = None) -> Iterator[Merge]:
    """Yield the merges of one actor's labels into the one used most, the longer of two used as often."""
    best = max(group, key=lambda label: (label.count, len(label.words), label.words))
    for label in group:
        if label is not best:
            why = reason or label.reason or best.reason
            yield Merge(label=label.words, canonical=best.words, reason=why)


# --- people ----------------------------------------------------------------------------------------------------------


@cache
def _given_rows() -> dict[str, int]:
    return {spelling_key(form): i for i, row in enumerate(open_actors().given) for form in row}


def _told_apart(readings: Sequence[Reading], people: set[str]) -> set[tuple[str, str]]:
    """Return the surname and the full name of two who speak on one page: "President Holm" and "his wife, Eda Holm"."""
    apart: set[tuple[str, str]] = set()
    for reading in readings:
        speakers = {hop.party for statement in reading.statements for hop in statement.chain} & people
        by_surname: dict[str, list[str]] = defaultdict(list)
        for full in sorted(party for party in speakers if " " in party):
            by_surname[spelling_key(full).rpartition(" ")[2]].append(full)
        for short in sorted(speakers):
            apart |= {(short, full) for full in by_surname.get(spelling_key(short), ())}
    return apart


def _roles_of(readings: Sequence[Reading]) -> dict[str, frozenset[str]]:
    """Return what each label is called where it stands in a chain: "sheriff", and "mr" for "Mr. Holm"."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for statement in reading.statements:
            for hop in statement.chain:
                found[hop.party] |= roles_in(hop.description) & open_titles().roles
        for name in reading.names:
            if name.kind is NameKind.PERSON and " " not in name.text:
                found[name.text] |= _courtesy(reading.text, name)
    return {label: frozenset(roles) for label, roles in found.items()}


def _courtesy(text: str, name: Name) -> set[str]:
    words = text[max(0, name.span.start - _LONGEST_COURTESY) : name.span.start].split()[-1:]
    return {word.lower() for word in words if word in open_titles().courtesies}


def _can_be(short: str, full: str, roles: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a surname can mean the person: no "Mr. Holm" is Ada Holm, no "Sheriff Holm" the nurse Boris Holm."""
    one, other = roles.get(short, frozenset()), roles.get(full, frozenset())
    shown, known = gender_of(one), gender_of(other) or pronoun_of(full.split(maxsplit=1)[0])
    if None not in (shown, known) and shown != known:
        return False
    own, theirs = one & open_titles().roles, other & open_titles().roles
    related = any(narrower(a) & theirs for a in own) or any(narrower(b) & own for b in theirs)
    return not own or not theirs or related


def _merge_people(
    labels: Sequence[_Label], apart: set[tuple[str, str]], roles: Mapping[str, frozenset[str]]
) -> Iterator[Merge]:
    """Yield the merges of people: full names that agree, then a surname that only one person of the story has."""
    groups: list[list[_Label]] = []
    by_surname: dict[str, list[list[_Label]]] = defaultdict(list)
    # "A. Holm" comes last: it is Ada Holm only where no other A. Holm is in the story
    for label in sorted((x for x in labels if " " in x.key), key=lambda x: len(x.key.split()[0]) == 1):
        surname = label.key.split()[-1]
        fitting = [g for g in by_surname[surname] if all(_one_person(label.key, x.key) for x in g)]
        group = fitting[0] if len(fitting) == 1 else None
        if group is None:
            group = []
            groups.append(group)
            by_surname[surname].append(group)
        group.append(label)
    firsts: dict[str, list[list[_Label]]] = defaultdict(list)
    for group in groups:
        firsts[group[0].key.split()[0]].append(group)
    alone: dict[str, list[_Label]] = defaultdict(list)
    for label in (x for x in labels if " " not in x.key):
        owners = by_surname.get(label.key) or firsts.get(label.key) or []
        one = owners[0] if len(owners) == 1 else []
        other = any((label.words, full.words) in apart or not _can_be(label.words, full.words, roles) for full in one)
        (one if one and not other else alone[label.key]).append(label)
    for group in [*groups, *alone.values()]:
        yield from _merged_person(group)


def _merged_person(group: Sequence[_Label]) -> Iterator[Merge]:
    best = max(group, key=lambda x: (len(x.key.split()), x.count, x.words))
    for label in group:
        if label is best:
            continue
        short = " " not in label.key
        reason = "the only person of that surname in the story" if short else "one name in two spellings"
        yield Merge(label=label.words, canonical=best.words, reason=reason)


def _one_person(a: str, b: str) -> bool:
    """Tell whether two full names with one surname agree: their given names match, or one is the other's initial."""
    one, other = a.split(), b.split()
    return _one_given(one[0], other[0]) and (len(one) == 2 or len(other) == 2 or one[1:] == other[1:])  # noqa: PLR2004


def _one_given(a: str, b: str) -> bool:
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    rows = _given_rows()
    return a in rows and rows.get(b) == rows[a]
