"""When a page came out: what a person knows, its markup, its address, its own words; else unknown, never a guess."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from reportedly.lexicons import read_lexicon
from reportedly.read.times import place_words
from reportedly.read.times.tense import Verbs
from reportedly.read.times.tokens import DASHES
from reportedly.records import (
    UNKNOWN_DATE,
    About,
    Article,
    Basis,
    DateKind,
    Masthead,
    PageDate,
    Problem,
    Published,
    Sentence,
    TimeMention,
    When,
)
from reportedly.spans import Span

# How far down a page its own date stands, in lines that are not blank.
_TOP = 20
_LONGEST_LINE = 200
# "HARROW, 3 March 2025 (Norpress) -": how far into a paragraph a dateline reaches.
_DATELINE = 80
# Computers write day zero of their clocks where they know none.
_NO_DATES = frozenset({date(1, 1, 1), date(1900, 1, 1), date(1970, 1, 1)})
_FIRST_YEAR = 1800
# A page has its day where it was written, an archive in UTC.
_A_DAY = timedelta(days=1)
_MOST_DATES = 20
# The Wayback Machine's copies: the digits are when the page was saved.
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)\d{0,6}(?:[a-z]{2}_)?/", re.IGNORECASE)
_LINE = re.compile(r"[^\n\r]+")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?!\d)", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])(?:/|$)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedWords:
    """The form of data/published.toml."""

    labels: frozenset[str]
    updates: frozenset[str]
    clock: frozenset[str]
    happened: frozenset[str]
    launched: frozenset[str]
    months: dict[str, int]


def find_published(article: Article, masthead: Masthead, about: About) -> Published:
    """Return when the page came out, by the best of what is known; UNKNOWN_DATE where nothing is.

    In order: a person's word in about.json, the markup, the page's address ("/2024/12/23/"), and its words near the
    top ("Published 14 March 2025", "HARROW, 3 March 2025 -"). The date of an update is no date of publication, and a
    date that no calendar has is none.
    """
    return choose_published(find_page_dates(article, masthead, about))


def find_page_dates(article: Article, masthead: Masthead, about: About) -> tuple[PageDate, ...]:
    """Return every date that a page gives for itself, best first, and why those that cannot be its day are refused.

    "datePublished": "2026-01-01" on a page that was saved on 9 March 2024 is later than that: refused. Days of
    publication, of change and of saving are told apart, and no clock is asked.
    """
    found = list(dict.fromkeys(_candidates(article, masthead, about)))
    saved = min((one.latest for one in found if one.kind is DateKind.CAPTURED and one.latest), default=None)
    return tuple(_refused_after(saved, one) for one in found[:_MOST_DATES])


def choose_published(dates: Sequence[PageDate]) -> Published:
    """Return the best day of publication that is not refused."""
    for one in dates:
        if one.kind is DateKind.PUBLISHED and one.refused is None and one.known:
            return _published(one, one.basis, *((one.span,) if one.span else ()))
    return UNKNOWN_DATE


def refuse_before(told: Published, dates: Sequence[PageDate]) -> tuple[PageDate, ...]:
    """Return the dates with those refused that lie before something that the page tells of as past.

    A day that a person gave stays.
    """
    if told.earliest is None:
        return tuple(dates)
    event = told.earliest
    return tuple(
        replace(one, refused=f"before {event}, of which the page tells as past")
        if one.kind is DateKind.PUBLISHED
        and one.basis is not Basis.ABOUT
        and one.refused is None
        and one.latest
        and one.latest < event - _A_DAY
        else one
        for one in dates
    )


def _refused_after(saved: date | None, one: PageDate) -> PageDate:
    """Refuse a day of publication after the day on which the page was saved, but for the other side of a date line."""
    late = saved and one.earliest and one.kind is not DateKind.CAPTURED and one.earliest > saved + _A_DAY
    if not late or one.refused or one.basis is Basis.ABOUT:
        return one
    return replace(one, refused=f"later than {saved}, when the page was saved")


def find_published_problems(article: Article) -> tuple[Problem, ...]:
    """Return the dates of the markup that are none, each once: "datePublished": "2024-13-45"."""
    return tuple(
        Problem(code="bad_published_date", message=f"the page's {where} is no date: '{value[:40]}'; it is not used.")
        for where, value in dict.fromkeys(article.markup.dates)
        if _read_value(value) is None
    )


def find_date_problems(dates: Sequence[PageDate]) -> tuple[Problem, ...]:
    """Return the dates that the page gives and that cannot be its day."""
    return tuple(
        Problem(code="refused_date", message=f"the page's {one.found} '{one.words}' is not used: {one.refused}.")
        for one in dates
        if one.refused and one.known
    )


# --- candidates ------------------------------------------------------------------------------------------------------


def _candidates(article: Article, masthead: Masthead, about: About) -> Iterator[PageDate]:
    if about.published is not None:
        yield _candidate(_day(about.published), DateKind.PUBLISHED, Basis.ABOUT, "about.json published")
    yield from (_of_markup(where, value, DateKind.PUBLISHED) for where, value in article.markup.dates)
    yield from _addressed(article, about)
    for when, span in _stated(article, masthead):
        yield _candidate(when, DateKind.PUBLISHED, Basis.STATED, "text", span.of(article.text), span)
    yield from (_of_markup(where, value, DateKind.UPDATED) for where, value in article.markup.updates)
    for when, span in _updated(article):
        yield _candidate(when, DateKind.UPDATED, Basis.STATED, "text", span.of(article.text), span)
    if about.captured is not None:
        yield _candidate(_day(about.captured), DateKind.CAPTURED, Basis.ABOUT, "about.json captured")
    yield from (_of_markup(where, value, DateKind.CAPTURED) for where, value in article.markup.captures)


def _addressed(article: Article, about: About) -> Iterator[PageDate]:
    """Yield the day of an address; the digits of an archive's own address say when it saved the page."""
    for address in filter(None, (about.url, article.markup.url)):
        archived = _ARCHIVED.match(address)
        if found := _read_address(_ARCHIVED.sub("", address)):
            yield _candidate(found, DateKind.PUBLISHED, Basis.URL, "address", address)
        if archived and (saved := _from_figures(*archived.groups())):
            yield _candidate(saved, DateKind.CAPTURED, Basis.URL, "archive's address", address)


def _of_markup(where: str, value: str, kind: DateKind) -> PageDate:
    found = _read_value(value)
    if found is None:
        nothing = When(edtf=None, earliest=None, latest=None, basis=Basis.MARKUP)
        return replace(_candidate(nothing, kind, Basis.MARKUP, where, value), refused="no date")
    return _candidate(found, kind, Basis.MARKUP, where, value)


def _candidate(
    when: When, kind: DateKind, basis: Basis, found: str, words: str | None = None, span: Span | None = None
) -> PageDate:
    told = " ".join((words if words is not None else when.edtf or "").split())[:_LONGEST_LINE]
    return PageDate(
        edtf=when.edtf,
        earliest=when.earliest,
        latest=when.latest,
        basis=basis,
        kind=kind,
        found=found,
        words=told,
        span=span,
    )


def _published(when: When, basis: Basis, *evidence: Span) -> Published:
    return Published(edtf=when.edtf, earliest=when.earliest, latest=when.latest, basis=basis, evidence=evidence)


def _day(on: date) -> When:
    return When(edtf=on.isoformat(), earliest=on, latest=on, basis=Basis.EXPLICIT)


# --- markup and address ----------------------------------------------------------------------------------------------


def _read_value(value: str) -> When | None:
    """Read a date as machines and people write them; of a time, the day where it was written, in its own zone."""
    value = value.strip()[:_LONGEST_LINE]
    if packed := _PACKED.match(value):
        return _checked(_from_figures(*packed.groups()))
    return _first_date(value)


def _first_date(words: str) -> When | None:
    return next((when for when, _ in _dates_in(words, Span(0, len(words)))), None)


def _dates_in(text: str, span: Span) -> Iterator[tuple[When, Span]]:
    """Yield the dates with their year that stand in a stretch of text; months and years alone are none."""
    for mention in place_words(text, span):
        if mention.basis is Basis.EXPLICIT and _is_publishable(mention):
            yield mention, mention.span


def _is_publishable(when: When) -> bool:
    """Tell whether it is one day, or one of two where figures can be read two ways."""
    if when.earliest is None or when.latest is None or when.edtf is None:
        return False
    exact = when.earliest == when.latest or when.edtf.startswith("[")
    return exact and "~" not in when.edtf and when.earliest.year >= _FIRST_YEAR and when.earliest not in _NO_DATES


def _checked(when: When | None) -> When | None:
    return when if when and when.earliest and when.earliest not in _NO_DATES else None


def _read_address(address: str) -> When | None:
    """Read "/2024/12/23/", "/2024/dec/23/", "2024-12-23", "20241223", "/2024/12/"."""
    months = read_lexicon("published.toml", PublishedWords).months
    for found in _YEAR_FIRST.finditer(address):
        year, month, day = found.groups()
        if when := _from_figures(year, str(months.get(month.lower(), month)), day):
            return when
    for found in _PACKED.finditer(address):
        if when := _from_figures(*found.groups()):
            return when
    month = _YEAR_MONTH.search(address)
    return _first_month(*month.groups()) if month else None


def _from_figures(year: str, month: str, day: str) -> When | None:
    if not month.isdecimal():
        return None
    try:
        return _day(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _first_month(year: str, month: str) -> When | None:
    words = f"{year}-{month}"
    return next(iter(place_words(words, Span(0, len(words)))), None)


# --- the page's own words --------------------------------------------------------------------------------------------


def _stated(article: Article, masthead: Masthead) -> Iterator[tuple[When, Span]]:
    if masthead.dateline:
        yield from _dates_in(article.text, masthead.dateline.span)
    under_title = article.title.span.end if article.title and article.title.span else 0
    yield from _in_lines(article.text, 0, alone=False)
    yield from _in_lines(article.text, under_title, alone=False)
    lone = tuple(_in_lines(article.text, under_title, alone=True))
    if len({when.earliest for when, _ in lone}) == 1:  # several are a list of other stories
        yield from lone
    for paragraph in article.paragraphs[:2]:
        yield from _in_dateline(article.text, paragraph)


def _updated(article: Article) -> Iterator[tuple[When, Span]]:
    """Yield the dates near the top that stand behind a word of change: "Updated 15 March 2025"."""
    updates = read_lexicon("published.toml", PublishedWords).updates
    for line in islice(_LINE.finditer(article.text), _TOP):
        span = Span(*line.span())
        if span.end - span.start <= _LONGEST_LINE and not updates.isdisjoint(_words(line.group())):
            for when, at in _dates_in(article.text, span):
                if updates & {*_words(article.text[span.start : at.start])[-2:]}:
                    yield when, at


def _in_lines(text: str, start: int, *, alone: bool) -> Iterator[tuple[When, Span]]:
    """Yield the dates of the lines from a place on that have a label of publication, or are a date alone.

    A date alone stands under the title: above it, it is the day on which somebody looked at the site.
    """
    lexicon = read_lexicon("published.toml", PublishedWords)
    label_above = False
    for line in islice(_LINE.finditer(text, start), _TOP):
        span = Span(*line.span())
        if span.end - span.start > _LONGEST_LINE:
            continue
        for when, at in _dates_in(text, span):
            before = _words(text[span.start : at.start])
            lone = alone and _is_clock(text, span, at, lexicon) and not lexicon.updates & {*before}
            if lone or _is_label(before, lexicon) or (label_above and not before):
                yield when, at
        words = _words(line.group())
        label_above = " ".join(words) in lexicon.labels


def _is_label(before: Sequence[str], lexicon: PublishedWords) -> bool:
    """Tell whether the words before a date end in a label and speak of no update: "By Ann Lee, published"."""
    if lexicon.updates & {*before}:
        return False
    endings = (" ".join(before[-n:]) for n in (1, 2, 3))
    return any(ending in lexicon.labels for ending in endings if ending)


def _is_clock(text: str, line: Span, at: Span, lexicon: PublishedWords) -> bool:
    """Tell whether a line holds its date and at most a time of day and small words."""
    rest = _words(text[line.start : at.start] + " " + text[at.end : line.end])
    return all(word in lexicon.clock for word in rest)


def _in_dateline(text: str, paragraph: Span) -> Iterator[tuple[When, Span]]:
    """Yield the date of "HARROW, 3 March 2025 (Norpress) - The dam held"."""
    head = Span(paragraph.start, min(paragraph.end, paragraph.start + _DATELINE))
    for when, at in _dates_in(text, head):
        place = text[head.start : at.start].strip()
        after = text[at.end : at.end + 2].strip()
        if place.rstrip(" ,(").isupper() and after[:1] in (*DASHES, "(", ":", "/", "."):
            yield when, at


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


# --- the earliest day ------------------------------------------------------------------------------------------------


def bound_published(published: Published, times: Sequence[TimeMention], sentences: Sequence[Sentence]) -> Published:
    """Return the earliest day that an undated page can be from: it tells of a dated event as past.

    "The enclave invaded its neighbour in February 2022." gives earliest 2022-02-01, latest None, inferred, with the
    words that show it. Only dates with their year, only main clauses in the past tense, no "by", no supposition.
    """
    if published.known:
        return published
    verbs = Verbs(sentences)
    told = [mention for mention in times if _is_bound(mention) and _is_told(verbs, mention.span)]
    last = max(told, key=lambda mention: mention.earliest or date.min, default=None)
    if last is None or last.earliest is None:
        return published
    edtf = f"[{last.earliest}..]"
    return Published(edtf=edtf, earliest=last.earliest, latest=None, basis=Basis.INFERRED, evidence=(last.span,))


def _is_bound(mention: TimeMention) -> bool:
    exact = mention.edtf is not None and not any(sign in mention.edtf for sign in "~?[.")
    return mention.basis is Basis.EXPLICIT and exact and mention.earliest is not None


def _is_told(verbs: Verbs, span: Span) -> bool:
    """Tell whether a date says when the main clause's event took place."""
    found = verbs.hook_at(span)
    if found is None:
        return False
    sentence, i = found
    above = sentence.tokens[i].head
    if sentence.tokens[above].lower in ("in", "on") and sentence.tokens[i].dep == "pobj":
        i, above = above, sentence.tokens[above].head
    elif sentence.tokens[i].dep != "npadvmod":
        return False
    return _happened(sentence, above) and _is_of_verb(sentence, above, i)


def _happened(sentence: Sentence, i: int) -> bool:
    """Tell whether a word is the main verb of a sentence that says that something happened."""
    verb = sentence.tokens[i]
    lexicon = read_lexicon("published.toml", PublishedWords)
    if not _is_main(sentence, i) or verb.lower not in lexicon.happened or sentence.tokens[-1].text == "?":
        return False
    below = [sentence.tokens[c] for c in sentence.children[i]]
    helpers = [token for token in below if token.dep in ("aux", "auxpass")]
    if any(token.dep in ("mark", "neg") for token in below) or any(helper.tag != "VBD" for helper in helpers):
        return False
    return verb.tag == "VBD" or (verb.tag == "VBN" and bool(helpers))


def _is_main(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb is the sentence's, or stands beside it: "resigned and left"."""
    verb = sentence.tokens[i]
    above = sentence.tokens[verb.head]
    return verb.dep == "ROOT" or (verb.dep == "conj" and above.dep == "ROOT" and above.tag == verb.tag == "VBD")


def _is_of_verb(sentence: Sentence, verb: int, date_at: int) -> bool:
    """Tell whether a date is the verb's: in "joined talks on a treaty in 2030" it may be the treaty's."""
    between = [sentence.tokens[c] for c in sentence.children[verb] if verb < c < date_at]
    if any(token.dep == "prep" and token.lower == "for" for token in between):
        return False
    has_object = any(token.dep == "dobj" for token in between)
    return not has_object or sentence.tokens[verb].lower in read_lexicon("published.toml", PublishedWords).launched
