"""Numbers, parties and days in the words of a sentence about two counts."""

from collections.abc import Sequence
from datetime import date

from reportedly.assess.sightings import Sighting
from reportedly.records import Measure, When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Units that the words of the number and the measure say already.
NO_UNITS = frozenset({"person", "percent"})
WORDY = frozenset({"killed or injured", "in hospital"})
DONE = {
    Measure.KILLED: "killed",
    Measure.INJURED: "injured",
    Measure.CASUALTIES: "killed or injured",
    Measure.MISSING: "missing",
    Measure.CAPTURED: "captured",
    Measure.ARRESTED: "arrested",
    Measure.SENT: "sent",
    Measure.PRESENT: "present",
    Measure.EVACUATED: "evacuated",
    Measure.DISPLACED: "displaced",
    Measure.HOSPITALISED: "in hospital",
    Measure.MONEY: "in money",
    Measure.AREA: "in area",
    Measure.DISTANCE: "in length",
    Measure.PERCENT: "as a share",
    Measure.OTHER: "",
}


def listed(words: Sequence[str]) -> str:
    """Return the words as a sentence lists them.

    >>> listed(["the police", "a hospital", "the mayor"])
    'the police, a hospital and the mayor'
    """
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def capital(words: str) -> str:
    """Return the words as a sentence begins with them."""
    return words[:1].upper() + words[1:]


def number_of(sighting: Sighting) -> str:
    """Return the page's own words for the number and what it measures: "at least 300 killed", "140 patients"."""
    done = DONE[sighting.figure.measure]
    alone = sighting.figure.person is not None and not sighting.one_by_one
    number = "1 person" if alone else " ".join(sighting.figure.text.split())
    if not number[:2].isupper():
        number = number[:1].lower() + number[1:]
    unit = sighting.figure.unit
    if unit and unit not in NO_UNITS and unit not in number:
        return f"{number} {unit}"
    if sighting.figure.measure is Measure.OTHER and unit == "person" and sighting.figure.counted:
        return f"{number} {' '.join(sighting.figure.counted.split())}"
    return f"{number} {done}".strip() if done.isalpha() or done in WORDY else number


def giver_of(sighting: Sighting) -> str:
    """Return who gives a figure: its party, else the page it stands in."""
    if sighting.speaker:
        return sighting.speaker.party
    carrier = sighting.reading.page.carrier
    return f"{carrier.name}, no source given" if carrier else f"{sighting.page}, no source given"


def cited(sighting: Sighting) -> str:
    """Return a figure as a sentence names it: "at least 30 killed (Ministry of Emergencies, as of 6 March 2024)"."""
    when = dated(sighting)
    return f"{number_of(sighting)} ({giver_of(sighting)}{f', {when}' if when else ''})"


def dated(sighting: Sighting) -> str:
    """Return when a figure was so, as far as it is known: "as of 6 March 2024", "page of 7 March 2024", ""."""
    current = sighting.current
    days = days_of(current)
    if current is sighting.figure.as_of and days:
        return f"as of {days}"
    if current is sighting.reading.page.published:
        return f"page of {days}" if current.earliest and current.latest else ""
    return f"said {days}"


def days_of(when: When) -> str:
    """Return a stretch of days in words: "6 March 2024", "20 to 26 January 2025", "since 1 February 2025", ""."""
    first, last = when.earliest, when.latest
    if first and last:
        return _day(first) if first == last else _stretch(first, last)
    if first:
        return f"not before {_day(first)}"
    return f"not after {_day(last)}" if last else ""


def _stretch(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
