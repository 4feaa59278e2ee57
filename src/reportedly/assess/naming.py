"""What a series is called: "North Korean troops killed", "additional North Korean troops sent"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.assess.phrases import DONE
from reportedly.assess.populations import head_phrase
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
    """Return where, as most of the figures give it that say it."""
    places = Counter(sighting.figure.place for sighting in counted.sightings if sighting.figure.place)
    return places.most_common(1)[0][0] if places else None


def names_of(series: Sequence[Counted]) -> Iterator[str]:
    """Yield a name for each series; two that would be called the same are told apart by place, year or number."""
    names = [_name(counted) for counted in series]
    usual = Counter(names)
    fuller = [
        f"{name}, {place}" if usual[name] > 1 and (place := place_of(counted)) and place not in name else name
        for name, counted in zip(names, series, strict=True)
    ]
    seen: Counter[str] = Counter()
    for name in fuller:
        seen[name] += 1
        yield f"{name} ({seen[name]})" if seen[name] > 1 else name


def _name(counted: Counted) -> str:
    who = who_of(counted) or "people"
    subject = counted.subject
    words = [who]
    if any(s.figure.additional for s in counted.sightings) and subject.step and not _says_more(who):
        words.insert(0, "additional")
    if subject.part:
        words.insert(0, "of those counted,")
    done = DONE[counted.measure]
    if done in who:
        done = ""
    planned = "planned to be " if subject.planned and done else ""
    if done in NOUNS:
        return f"{' '.join(words)} ({NOUNS[done]}{', planned' if subject.planned else ''})"
    return f"{' '.join(words)} {planned}{done}".strip()


def _says_more(who: str) -> bool:
    return not assess_words().more_words.isdisjoint(who.casefold().split())
