"""What a series is called: "North Korean troops killed", "additional North Korean troops sent"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.assess.comparable import MOVED
from reportedly.assess.phrases import DONE, days_of
from reportedly.assess.populations import head_phrase, place_words
from reportedly.assess.series import Counted
from reportedly.assess.words import assess_words

NOUNS = {"in money": "money", "in area": "area", "in length": "length", "as a share": "share"}


def who_of(counted: Counted) -> str | None:
    """Return whom the series counts, in the words of the page that says it best: the fullest, then the most usual."""
    fullest = counted.subject.population
    words = [
        head_phrase(who)
        for sighting, subject in zip(counted.sightings, counted.subjects, strict=True)
        if subject.population == fullest and (who := sighting.figure.who or sighting.figure.counted)
    ]
    return Counter(words).most_common(1)[0][0] if words else None


def place_of(counted: Counted) -> str | None:
    """Return where, as all of the figures give it: one of Norway's makes no series Norway's."""
    own = [sighting for sighting in counted.sightings if not sighting.figure.converts] or counted.sightings
    if len({place_words(sighting.figure.place) for sighting in own}) > 1:
        return None
    return Counter(sighting.figure.place for sighting in own).most_common(1)[0][0]


def names_of(series: Sequence[Counted]) -> Iterator[str]:
    """Yield a name for each series; two of one name are told apart by place, time, source or number."""
    names = [_name(counted) for counted in series]
    usual, seen = Counter(names), Counter[str]()
    for name, counted in zip(names, series, strict=True):
        alike = [other for other, own in zip(series, names, strict=True) if own == name] if usual[name] > 1 else []
        fuller = f"{name}, {mark}" if (mark := _mark(counted, alike)) else name
        seen[fuller] += 1
        yield f"{fuller} ({seen[fuller]})" if seen[fuller] > 1 else fuller


def _mark(counted: Counted, alike: Sequence[Counted]) -> str:
    """Return what tells a series from those of its name; the largest needs no more than its place."""
    largest = max(alike, key=lambda other: len(other.refs), default=counted)
    for mark_of in (place_of,) if largest is counted else (place_of, _time_of):
        mark = mark_of(counted)
        if mark and sum(mark_of(other) == mark for other in alike) == 1:
            return mark
    return "" if largest is counted else _source_of(counted)


def _time_of(counted: Counted) -> str:
    """Return the years or days that a series counts over: "this year", "6 February 2023"."""
    subject = counted.subject
    return subject.period or (days_of(subject.valid) if subject.valid else "")


def _source_of(counted: Counted) -> str:
    givers = dict.fromkeys(sighting.speaker.party for sighting in counted.sightings if sighting.speaker)
    return f"counted by {next(iter(givers))}" if givers else counted.sightings[0].figure.text


def _name(counted: Counted) -> str:
    who = who_of(counted) or "people"
    subject, moved = counted.subject, counted.measure in MOVED
    words = [who]
    additional = any(s.figure.additional for s in counted.sightings) or moved
    if additional and any(one.step for one in counted.subjects) and not _says_more(who):
        words.insert(0, "additional")
    done = DONE[counted.measure]
    if done in who:
        done = ""
    planned = "planned to be " if subject.planned and done else ""
    part = ", a part of those counted" if subject.part else ""
    if done in NOUNS:
        return f"{' '.join(words)} ({NOUNS[done]}{', planned' if subject.planned else ''})"
    return f"{' '.join(words)} {planned}{done}".strip() + part


def _says_more(who: str) -> bool:
    return not assess_words().more_words.isdisjoint(who.casefold().split())
