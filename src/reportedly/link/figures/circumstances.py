"""Where and when a count holds, by what stands in its own clause."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.link.clauses import clause_of, opening_of, top_of
from reportedly.link.figures.levels import find_level
from reportedly.link.figures.nouns import Counted, hangs_on, tokens_over
from reportedly.link.figures.wordlist import wordlist
from reportedly.link.holding import is_present, nearest_placed, when_of
from reportedly.read.tenses import find_tense, governing
from reportedly.records import Name, NameKind, Sentence, Statement, TimeMention, When

# "sent from Peru", "killed by the Harlow dam failure": no place that the people are in.
AWAY = frozenset({"about", "against", "by", "despite", "for", "from", "like", "than", "with"})
# "compared with 300", "against 1,776": the number after these has a time of its own.
COMPARING = frozenset({"against", "compared", "versus", "vs"})
# "up from 47 on Wednesday" likewise, not "rose from 47 to 53 on Wednesday".
LEVELS = frozenset({"down", "up"})
# Words between a number and a time that are looked at.
FARTHEST = 60


def read_place(counted: Counted, shown: int | None, names: Sequence[Name]) -> str | None:
    """Return the place nearest to the number that its clause puts it in: "Harrow" of "12 were killed in Harrow"."""
    sentence = counted.sentence
    clause = clause_of(sentence, shown if shown is not None else counted.heads[0])
    found = [
        (abs(i - counted.end), name.text) for name, i in _placed(sentence, names) if clause_of(sentence, i) == clause
    ]
    return min(found)[1] if found else None


def _placed(sentence: Sentence, names: Iterable[Name]) -> list[tuple[Name, int]]:
    """Return the places of a sentence that a preposition puts something in, not "from" or "by"."""
    found = []
    for name in names:
        tokens = tokens_over(sentence, name.span) if name.kind is NameKind.PLACE else range(0)
        if tokens and (preposition := _preposition(sentence, tokens[-1])) is not None and preposition not in AWAY:
            found.append((name, tokens[-1]))
    return found


def _preposition(sentence: Sentence, i: int) -> str | None:
    """Return the preposition that a name hangs on, through "the ... region"."""
    for _ in range(3):
        token = sentence.tokens[i]
        if token.dep == "pobj":
            return sentence.tokens[token.head].lower
        if token.dep not in {"compound", "nmod", "conj", "appos", "amod", "poss"}:
            return None
        i = token.head
    return None


def find_time(
    counted: Counted, shown: int | None, times: Sequence[TimeMention], statement: Statement | None = None
) -> TimeMention | None:
    """Return the time that stands in the number's own clause: "Last year" of "Last year they sent 11,000".

    "2,100 this year, against 1,776 in 2022" are of two periods: no time is taken from beyond a comparison. "The agency
    on Monday revised the deaths to 43" tells when they were counted, not when they died; "now" and "so far" likewise.
    """
    sentence, found = counted.sentence, []
    at = shown if shown is not None else counted.heads[0]
    for time, tokens in _in_clause(counted, shown, times, statement):
        if is_as_of(sentence, tokens[0]) or is_present(time) or _is_of_count(counted, shown, time, statement):
            continue
        if _differs_in_tense(sentence, at, top_of(sentence, tokens)):
            continue
        outside = not hangs_on(sentence, tokens[0], counted.top)
        found.append((outside, abs(tokens[0] - counted.first), time))
    return nearest_placed([time for _, _, time in sorted(found, key=lambda f: f[:2])])


def _differs_in_tense(sentence: Sentence, a: int, b: int) -> bool:
    """Tell the time of the other verb: "lost the port in May and now holds 60 villages"."""
    verbs = {governing(sentence, a), governing(sentence, b)}
    tenses = {find_tense(sentence, verb) if verb is not None else None for verb in verbs}
    return len(tenses) > 1 and None not in tenses


def _in_clause(
    counted: Counted, shown: int | None, times: Iterable[TimeMention], statement: Statement | None
) -> Iterator[tuple[TimeMention, range]]:
    """Yield the times of the number's clause, with their tokens, up to a comparison."""
    sentence, opening = counted.sentence, opening_of(counted.sentence, statement)
    clause = clause_of(sentence, shown if shown is not None else counted.heads[0])
    for time in times:
        tokens = tokens_over(sentence, time.span)
        if not tokens or is_beyond_comparison(sentence, counted.first, tokens[0]):
            continue
        opens = opening is not None and opening.contains(time.span)
        near = hangs_on(sentence, tokens[0], counted.top) or clause_of(sentence, top_of(sentence, tokens)) == clause
        if opens or near:
            yield time, tokens


def _is_of_count(counted: Counted, shown: int | None, time: TimeMention, statement: Statement | None) -> bool:
    """Tell when a count was given or stood so from when what is counted happened.

    Such is what stands with the reporting verb before the speaker's words ("the agency on Monday revised"), and the day
    beside a verb of counting or of a level ("reported 300 deaths on Monday", "the toll rose to 43 on Monday").
    """
    sentence = counted.sentence
    number = sentence.tokens[counted.first].span.start
    if statement is not None and not any(content.overlaps(time.span) for content in statement.content):
        held = next((content for content in statement.content if content.start <= number < content.end), None)
        if held is not None and time.span.start < held.start:
            return True
    if not _is_day(time) or hangs_on(sentence, tokens_over(sentence, time.span)[0], counted.top):
        return False
    verb = clause_of(sentence, shown if shown is not None else counted.heads[0])
    level = next(filter(None, (find_level(sentence, head) for head in counted.heads)), None)
    return sentence.tokens[verb].lower in wordlist().time.counting or (level is not None and level.verb == verb)


def _is_day(time: TimeMention) -> bool:
    """Tell a day, or all up to one, from a longer stretch: "300 deaths last year" are of that year."""
    return time.latest is not None and time.earliest in (None, time.latest)


def is_beyond_comparison(sentence: Sentence, at: int, i: int) -> bool:
    """Tell whether a comparison with a number stands between a word and a time: "up from 47 on Wednesday"."""
    low, high = sorted((at, i))
    tokens = sentence.tokens[low : min(high, low + FARTHEST)]
    return any(
        (token.lower in COMPARING or (token.lower == "from" and k > 0 and sentence.tokens[k - 1].lower in LEVELS))
        and any(near.tag == "CD" for near in sentence.tokens[k + 1 : k + 4])
        for k, token in enumerate(tokens, start=low)
    )


def read_as_of(
    counted: Counted,
    shown: int | None,
    times: Sequence[TimeMention],
    statement: Statement | None = None,
    told: When | None = None,
) -> When | None:
    """Return the day that a count is current to: "as of 3 March", or when it was given; "so far" is its telling."""
    in_clause = list(_in_clause(counted, shown, times, statement))
    for time in times:
        tokens = tokens_over(counted.sentence, time.span)
        if tokens and is_as_of(counted.sentence, tokens[0]):
            return (told if is_present(time) else None) or when_of(time)
    if any(is_present(time) for time, _ in in_clause):
        return told
    given = (time for time, _ in in_clause if _is_of_count(counted, shown, time, statement))
    return next(map(when_of, given), None)


def is_as_of(sentence: Sentence, i: int) -> bool:
    """Tell whether a time says what a count is current to: it starts with, or stands after, such words."""
    words = " ".join(token.lower for token in sentence.tokens[max(0, i - 2) : i + 2])
    return any(f" {phrase} " in f" {words} " for phrase in wordlist().time.as_of)
