"""When a count held and what day it is current to: by its own clause's times, else by tense, aspect and status."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.link.figures.circumstances import find_time, read_as_of
from reportedly.link.figures.nouns import Counted
from reportedly.link.holding import Holding, holding_at
from reportedly.read.tenses import find_tense, governing, is_perfect, tense_words
from reportedly.records import Manner, Measure, Sentence, Statement, Status, Tense, TimeMention, When

# What happens to people once: where it is told as done, it lies before the telling.
HAPPENED = frozenset(
    {
        Measure.KILLED,
        Measure.INJURED,
        Measure.CASUALTIES,
        Measure.CAPTURED,
        Measure.ARRESTED,
        Measure.SENT,
        Measure.EVACUATED,
        Measure.DISPLACED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a count is told with: its measure and status, the statement that holds it, whether it is that speaker's.

    `on_page` is the day of the page, on which it says what it gives to nobody.
    """

    measure: Measure
    status: Status
    statement: Statement | None
    claimed: bool
    on_page: When | None


def read_validity(
    counted: Counted, shown: int | None, times: Sequence[TimeMention], told: Told
) -> tuple[Holding, When | None]:
    """Return when a count held and the day that it is current to.

    "12 are missing", told on Friday, held on Friday; "12 have been killed" is of any day up to Friday. What a page
    tells as past in its own words is current to no stated day.
    """
    statement = told.statement if told.claimed else None
    by_page = told.on_page if told.claimed and told.statement is None else None
    said = statement.said if statement is not None else by_page
    given = read_as_of(counted, shown, times, told.statement, said)
    at = shown if shown is not None else counted.heads[0]
    tense = _tense(counted.sentence, at, told)
    verb = governing(counted.sentence, at)
    perfect = verb is not None and is_perfect(counted.sentence, verb)
    time = find_time(counted, shown, times, told.statement)
    holding = holding_at(time, tense, given or said, perfect=perfect)
    current = by_page is None or tense in (Tense.PERFECT, Tense.PRESENT)
    return holding, given or (said if current else None)


def _tense(sentence: Sentence, at: int, told: Told) -> Tense | None:
    """Return the tense that a count is told in, as far as it puts what is counted before, on or after the telling."""
    verb = governing(sentence, at)
    if _is_done(sentence, at, told):
        return Tense.PAST
    if verb is None:
        return None
    reported = told.statement is not None and told.statement.manner is not Manner.DIRECT
    tense = find_tense(sentence, verb, reported=reported)
    if told.status is Status.PLANNED:
        return None if tense in (None, Tense.PAST) else Tense.FUTURE
    if tense is Tense.FUTURE:
        return tense if told.status is Status.POSSIBLE else None
    return _of_present(sentence, verb, told) if tense is Tense.PRESENT else tense


def _is_done(sentence: Sentence, at: int, told: Told) -> bool:
    """Tell the killed of "the 12 people killed in the blast will be buried on Friday"."""
    token = sentence.tokens[at]
    helped = any(sentence.tokens[c].dep in ("aux", "auxpass") for c in sentence.children[at])
    return told.measure in HAPPENED and token.tag == "VBN" and token.dep == "acl" and not helped


def _of_present(sentence: Sentence, verb: int, told: Told) -> Tense | None:
    """Return what a present tense says: "12 are dead" tells of what has happened, "12 are missing" of the day itself.

    "Blast kills 12" is a headline's past and "The fever kills 12 a year" a custom; "are sending 300" may be to come.
    """
    token = sentence.tokens[verb]
    helped = any(sentence.tokens[c].dep in ("aux", "auxpass") for c in sentence.children[verb])
    lasting = helped or token.lower in tense_words().lasting
    if told.measure not in HAPPENED:
        return Tense.PRESENT if lasting else None
    being = token.tag == "VBG" or any(sentence.tokens[c].lower == "being" for c in sentence.children[verb])
    return Tense.PERFECT if lasting and not being else None
