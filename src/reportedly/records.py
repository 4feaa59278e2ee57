"""What the stages hand to one another, and what comes out.

The records from `Reading` down and from `Brief` down are the two public JSON forms (docs/reference/reading.md,
docs/reference/brief.md): their field names are the contract's keys, which only grow. Each points into the page's text
with a Span. Nothing found is an empty tuple; unknown is None; neither is a guess.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from reportedly.spans import Span

READING_FORMAT = "reportedly-reading/1"
BRIEF_FORMAT = "reportedly-brief/1"
FIGURES_FORMAT = "reportedly-figures/1"

# Problems after which nothing of a page was read.
UNREAD_CODES = frozenset(
    {"empty", "failed", "language", "no_pages", "not_fetched", "not_text", "refused", "too_large", "unreadable"}
)

Number = int | Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that a person should know about a page or a story; the run went on.

    `code` is a stable word for programs ("not_text"), `message` a sentence for people: what, where, what to do.
    """

    code: str
    message: str
    span: Span | None = None


# --- times -----------------------------------------------------------------------------------------------------------


class Basis(Enum):
    """What a date rests on."""

    EXPLICIT = "explicit"  # the words alone give it: "14 March 2025"
    RELATIVE = "relative"  # counted from the page's own date: "last Friday"
    INFERRED = "inferred"  # follows from other dates
    ABOUT = "about"  # a person gave it, in about.json
    MARKUP = "markup"  # the page's metadata
    URL = "url"  # the page's address
    STATED = "stated"  # a dateline or "Published on ..." in the page's text
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A stretch of calendar, as EDTF (ISO 8601-2) and as the first and last day that it can mean.

    "by the summer" on a page of January 2025 is edtf "../2025-06-21", earliest None, latest 2025-06-21.
    An end that is open or unknown is None. `edtf` is None where EDTF cannot say it.
    """

    edtf: str | None
    earliest: date | None
    latest: date | None
    basis: Basis

    @property
    def known(self) -> bool:
        """Tell whether at least one end lies on the calendar."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(When):
    """When a page came out, with the spans of its text that show it."""

    evidence: tuple[Span, ...] = ()


UNKNOWN_DATE = Published(edtf=None, earliest=None, latest=None, basis=Basis.UNKNOWN)


class DateKind(Enum):
    """What a date of a page is the date of."""

    PUBLISHED = "published"
    UPDATED = "updated"
    CAPTURED = "captured"  # when an archive or a person saved the page


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDate(When):
    """A date that a page gives for itself: what it is of, where it stands, in which words, and why it was not taken.

    "dateModified": "2031-05-03" is an update, found at "json-ld dateModified", with no span: it stands in the markup.
    `refused` is None for a date that was taken or that another went before.
    """

    kind: DateKind
    found: str
    words: str
    span: Span | None = None
    refused: str | None = None


class TimeKind(Enum):
    """What an expression of time stands for: the four types of TimeML (ISO 24617-1)."""

    DATE = "date"
    TIME = "time"  # a part of a day: "Friday night", "10 p.m. Wednesday"
    DURATION = "duration"  # "for three weeks"
    SET = "set"  # "every Friday"


class Tense(Enum):
    """Tense and aspect of a clause, as far as they put what it tells before, on or after the day of its telling."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(When):
    """An expression of time where it stands in the text.

    `value` is written as in TIMEX3: "P3W", "XXXX-WXX-5" for every Friday, "2025-03-02T22:35+00:00" with the zone that
    the page gives. X are digits that the page does not say; None where there is no such value.
    """

    span: Span
    text: str
    kind: TimeKind = TimeKind.DATE
    value: str | None = None


# --- the page: intake and clean --------------------------------------------------------------------------------------


class OutletKind(Enum):
    """What an outlet is. An agency's reports are carried by others."""

    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    NEWSPAPER = "newspaper"
    SITE = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet: its usual name, where it publishes, what else it is called, and whose it is.

    `owner` is who owns it together with others, `state` the country whose state owns or runs it.
    """

    name: str
    kind: OutletKind = OutletKind.SITE
    owner: str | None = None
    state: str | None = None
    domains: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a person knows of a page from outside it; `outlets` are those of its world that are not listed here."""

    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    captured: date | None = None
    outlets: tuple[Outlet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What an HTML page says of itself outside its text, or what carried a page says of it; all empty for plain text.

    `dates`, `updates` and `captures` are (where it was found, the value as written): of publication, of change, and of
    the day on which somebody saved the page. A feed's entry has ("feed pubDate", "Tue, 04 Mar 2031 08:00:00 GMT").
    """

    title: str | None = None
    site: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[tuple[str, str], ...] = ()
    updates: tuple[tuple[str, str], ...] = ()
    captures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """A page as it came: its bytes, their SHA-256 in hex, and what is known of where they came from.

    place: the path or address of the bytes, with the member of an archive behind "#". media: their kind and encoding,
    as the server, mail or archive gives it ("text/html; charset=utf-8"). captured: when they were taken from the web,
    with its zone. told: what the feed, mail, archive or row that carried the page says of it.
    """

    name: str
    content: bytes
    sha256: str
    about: About = About()
    problems: tuple[Problem, ...] = ()
    place: str | None = None
    media: str | None = None
    captured: datetime | None = None
    told: Markup = Markup()


class FurnitureKind(Enum):
    """What a line that is no part of the article is."""

    COUNTER = "counter"
    NAVIGATION = "navigation"
    CONSENT = "consent"
    SHARE = "share"
    SUBSCRIBE = "subscribe"
    COMMENTS = "comments"
    RELATED = "related"
    BIO = "bio"
    CAPTION = "caption"
    METADATA = "metadata"
    HEADING = "heading"
    ADVERT = "advert"
    COPYRIGHT = "copyright"
    REPEATED = "repeated"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of text that is not the article."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name or heading with its place in the text; no span where it stands in markup only."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Named):
    """An outlet whose reporting a page carries.

    `family` is who owns it together with others, `agency` whether others carry its reports, `state` the country whose
    state owns or runs it; None where the list of outlets does not say.
    """

    family: str | None = None
    agency: bool = False
    state: str | None = None


class NoteKind(Enum):
    """What a page says of itself: that it was changed, put right, taken from elsewhere, withdrawn, or held back."""

    UPDATED = "updated"
    CORRECTED = "corrected"
    REPOSTED = "reposted"
    RETRACTED = "retracted"
    EMBARGOED = "embargoed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a page says of itself, not of the news: "An earlier version of this article said that 12 had died"."""

    kind: NoteKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignPassage:
    """Paragraphs in another language than their page's, ISO 639-1; None where only their letters are known."""

    language: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The page's headline."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The place (and day, as its own span) that a report is filed from: "HARROW, 3 March (Norpress) -"."""

    place: str
    span: Span


class CarrierBasis(Enum):
    """How it is known who published the page."""

    STATED = "stated"
    ABOUT = "about"
    URL = "url"
    MARKUP = "markup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """Who published this page; `family`, `agency` and `state` as those of a Credit."""

    name: str
    basis: CarrierBasis
    family: str | None = None
    agency: bool = False
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page's text with the article told from the furniture. Paragraphs do not hold the title."""

    text: str
    title: Title | None
    paragraphs: tuple[Span, ...]
    furniture: tuple[Furniture, ...] = ()
    markup: Markup = Markup()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Who published the page, whose reporting it carries (nearest first), who wrote it, where it was filed."""

    carrier: Carrier | None = None
    credits: tuple[Credit, ...] = ()
    byline: Named | None = None
    dateline: Dateline | None = None


# --- sentences -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word with its place in the page's text, and its place in the sentence's tree.

    tag: Penn Treebank part of speech ("VBD"). dep: ClearNLP label as spaCy gives it ("nsubj"). head: index, within the
    sentence, of the word it hangs on; a root's is its own. entity: OntoNotes type ("PERSON") or "" outside a name.
    """

    span: Span
    text: str
    tag: str
    dep: str
    head: int
    entity: str = ""

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A parsed sentence. `paragraph` is the index of its paragraph in the article."""

    span: Span
    paragraph: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False, default=())

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                below[token.head].append(i)
        object.__setattr__(self, "children", tuple(tuple(b) for b in below))

    @property
    def roots(self) -> tuple[int, ...]:
        """Indices of the words that hang on nothing."""
        return tuple(i for i, token in enumerate(self.tokens) if token.head == i)

    def subtree(self, i: int) -> tuple[int, ...]:
        """Return the indices of the word and of all that hangs on it, in order."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.children[at])
        return tuple(sorted(found))

    def above(self, i: int) -> Iterator[int]:
        """Yield the indices of the words that the word hangs on, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def span_of(self, first: int, last: int) -> Span:
        """Return the stretch of text from one token to another, both included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def tokens_in(self, span: Span) -> tuple[int, ...]:
        """Return the indices of the tokens that overlap the span."""
        first = bisect_right(self.tokens, span.start, key=lambda token: token.span.end)
        return tuple(range(first, bisect_left(self.tokens, span.end, lo=first, key=lambda token: token.span.start)))


# --- names and parties -----------------------------------------------------------------------------------------------


class NameKind(Enum):
    """What a name stands for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name where it stands. Mentions of one entity in a page share `entity`; None before linking."""

    span: Span
    text: str
    kind: NameKind
    entity: str | None = None


class Role(Enum):
    """What a party did with the statement on its way to the reader."""

    ORIGINATOR = "originator"
    RELAYER = "relayer"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One party of a chain of sources.

    `span` is where the page names it for this statement; None for a publisher that the page does not name in its text.
    `named` is False for "Western officials" or "media reports".
    """

    party: str
    description: str | None = None
    role: Role
    named: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor of one page: its fullest name there, the words that describe it, and where it is mentioned.

    `mentions` holds every span that was resolved to it: full names, short forms, titles, pronouns.
    """

    id: str
    name: str
    kind: NameKind
    named: bool
    description: str | None = None
    mentions: tuple[Span, ...] = ()


# --- statements ------------------------------------------------------------------------------------------------------


class Manner(Enum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(Enum):
    """What the speaker does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    EXPECTS = "expects"
    PLANS = "plans"
    ASKS = "asks"
    NO_COMMENT = "no_comment"


class Certainty(Enum):
    """How sure the speaker, or the page, is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what, as spans only: the output of read/speech, before parties are known.

    "According to Censor, citing ERR, this was reported by Col. Kask": source "Col. Kask", cue "this was reported by",
    relayers ("ERR", "Censor"), nearest to the source first. `continues`: the sentence names no one and goes on with the
    speaker before it; source and cue are empty then.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    manner: Manner
    relayers: tuple[Span, ...] = ()
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude:
    """Stance and certainty of an attribution, with the spans of the hedging words that show it."""

    stance: Stance
    certainty: Certainty
    hedges: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that somebody said, wrote, denied or declined to say; the chain is nearest to the fact first.

    `valid` are the days within which what it tells happened or held, `as_of` the day that it is current to. Where no
    time stands in its own clause, `valid` rests on `tense`; else on the words at `valid_span`.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    chain: tuple[Hop, ...]
    manner: Manner
    stance: Stance
    certainty: Certainty
    hedges: tuple[Span, ...] = ()
    said: When | None = None
    valid: When | None = None
    as_of: When | None = None
    tense: Tense | None = None
    valid_span: Span | None = None


# --- figures ---------------------------------------------------------------------------------------------------------


class Change(Enum):
    """A figure that is a step and not a level: "rose by 12"."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number phrase as an interval, before anything is known of what it counts: the output of read/quantities.

    "at least 300": low 300, high None. "more than 1,000": low 1000, low_open, high None. "nearly 100": 100, 100,
    high_open, approximate. `unit` is a public unit word ("person", "USD", "km2", "percent", "km"), None where the words
    do not show one. `additional`: "300 more", "another 12", "additional". `converts`: index of the quantity
    that this one repeats in another unit, "(386 sq miles)".
    """

    span: Span
    text: str
    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    unit: str | None = None
    change: Change | None = None
    additional: bool = False
    converts: int | None = None


class Measure(Enum):
    """What a figure measures."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    CAPTURED = "captured"
    ARRESTED = "arrested"
    SENT = "sent"
    PRESENT = "present"
    EVACUATED = "evacuated"
    DISPLACED = "displaced"
    HOSPITALISED = "hospitalised"
    MONEY = "money"
    AREA = "area"
    DISTANCE = "distance"
    PERCENT = "percent"
    OTHER = "other"


class Status(Enum):
    """Whether the counted thing happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class ScopeKind(Enum):
    """Whether a count takes somebody in or leaves him out."""

    INCLUDING = "including"
    EXCLUDING = "excluding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whom a count says that it takes in or leaves out: "including the gunman" is INCLUDING "the gunman"."""

    kind: ScopeKind
    who: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of a story: an interval, what it counts, of whom, where, when, and who gives it.

    `party` is the first hop of the statement that holds it, else the page's outlet, else None. `additional` counts on
    top of an earlier count and is never compared with a total. `converts` is the id of the figure that this one gives
    in another unit. `person`: a count of one is of this person of the page ("p1"); of two persons, of two people. A
    person told of without a number ("Roe was pronounced dead") is a count of one, whose span is the words for him.
    """

    id: str
    span: Span
    text: str
    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool
    approximate: bool
    counted: str | None
    unit: str | None
    who: str | None
    measure: Measure
    status: Status
    party: str | None
    statement: str | None
    place: str | None
    valid: When | None
    as_of: When | None
    change: Change | None = None
    additional: bool = False
    converts: str | None = None
    person: str | None = None
    scope: Scope | None = None
    tense: Tense | None = None
    valid_span: Span | None = None

    @property
    def dated(self) -> When | None:
        """`valid` where a time in the page's words gives it; None where only the tense of a verb does."""
        return self.valid if self.tense is None else None


# --- the reading of a page -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything about a page but its words. `language` is ISO 639-1, None where no text was read.

    `languages` are the passages in another language than the page's, `notes` what the page says of itself. Statements,
    figures, times and names come from English passages that are no note.
    `place` is the path or address that its bytes came from, `captured` when they were taken from the web.
    """

    name: str
    sha256: str
    language: str | None = None
    title: Title | None = None
    carrier: Carrier | None = None
    credits: tuple[Credit, ...] = ()
    byline: Named | None = None
    dateline: Dateline | None = None
    published: Published = UNKNOWN_DATE
    paragraphs: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    url: str | None = None
    dates: tuple[PageDate, ...] = ()
    notes: tuple[Note, ...] = ()
    languages: tuple[ForeignPassage, ...] = ()
    place: str | None = None
    captured: datetime | None = None


class Calendar(Enum):
    """What the distance between an event and a page is counted in."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What an expression of time says of its page's own date, on a page that nobody has dated.

    "Last year the firm sank" is a distance of one year from the firm's sinking. `event` are the words of what happened.
    `least` and `most` count from the event to the page in `unit`; None is open. `first` and `last` are a day and month
    of no known year, MM-DD: "in mid-January" is 01-11 to 01-20; with no `least` it may lie ahead. `after`: it is no
    expression for the event's own time but for the time since it, "seven months after the start of the siege". `core`
    are its verb, or its `noun`, and what it is about: "withdrawn", "troops". `likely`: not said outright, as "troops
    will enter the town" of what lies ahead, and "last year they sent men, of whom 300 died" of the dead.
    """

    span: Span
    text: str
    event: tuple[Span, ...]
    unit: Calendar = Calendar.DAY
    least: int | None = 0
    most: int | None = None
    first: str | None = None
    last: str | None = None
    weekday: int | None = None
    after: bool = False
    core: tuple[Span, ...] = ()
    noun: bool = False
    likely: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read in one page: one line of `reportedly read --format jsonl`."""

    page: Page
    text: str = ""
    statements: tuple[Statement, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Name, ...] = ()
    problems: tuple[Problem, ...] = ()
    clues: tuple[Clue, ...] = ()
    format: str = READING_FORMAT

    @property
    def unread(self) -> bool:
        """Tell whether the page could not be read at all."""
        return any(problem.code in UNREAD_CODES for problem in self.problems)


# --- the brief of a story --------------------------------------------------------------------------------------------


class OriginBasis(Enum):
    """Why pages are held to rest on one origin."""

    COPY = "copy"
    CREDIT = "credit"
    SAME_SPEAKER = "same_speaker"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the reporting of some pages comes from: "South Korean intelligence, through Yonhap"."""

    origin: str
    basis: OriginBasis
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReason:
    """One step of a proof: `words` follow the page's name, "tells of “mid-January”".

    `page` is None for what is known from about.json: "start of the siege: 6 August 2024".
    """

    words: str
    page: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Between which days a page came out; an end that nothing tells is None.

    `not_before` and `not_after` are the proofs, the page's own words first. `after` and `before` are pages that it is
    not earlier, or not later, than, where that is all that is known.
    """

    earliest: date | None
    latest: date | None
    not_before: tuple[DateReason, ...] = ()
    not_after: tuple[DateReason, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Tell whether anything is."""
        return bool(self.earliest or self.latest or self.after or self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDating(Bounds):
    """Between which days a page that no date is known of came out, by its words and those of the other pages.

    `likely` are narrower bounds by how papers usually write; nothing else in a brief rests on them.
    """

    likely: Bounds | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateConflict:
    """What cannot all be true of the dates of a story's pages: no smaller part of it contradicts.

    `left_out` are those of them that no page was dated by.
    """

    reasons: tuple[DateReason, ...]
    left_out: tuple[DateReason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPage:
    """A page of the story. `origin` is an index into the brief's origins, None for a page that could not be read."""

    name: str
    title: str | None
    carrier: str | None
    published: Published
    origin: int | None
    dating: PageDating | None = None


class CopyKind(Enum):
    """A copy has the other's words; a version has them with other figures."""

    COPY = "copy"
    VERSION = "version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that two pages share which are otherwise different, as they stand in each: two sentences at the least."""

    page: str
    other: str
    span: Span
    other_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRef:
    """A figure of a page."""

    page: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What a sentence of the brief rests on: a page's statement, figure or bare span; exactly one is given."""

    page: str
    statement: str | None = None
    figure: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One interval that stands, with those who give it and the number of separate origins behind it."""

    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool
    approximate: bool
    parties: tuple[str, ...]
    origins: int
    figures: tuple[FigureRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsAt:
    """What the latest comparable figures of a series leave.

    Rival counts stand side by side in `counts`, never blended; `low` and `high` are the ends of them all.
    """

    low: Number | None
    high: Number | None
    parties: tuple[str, ...]
    origins: int
    why: str
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Figures that count the same thing. `superseded` are those of `figures` that their own speaker has replaced."""

    name: str
    measure: Measure
    who: str | None
    place: str | None
    figures: tuple[FigureRef, ...]
    stands_at: StandsAt | None
    superseded: tuple[FigureRef, ...] = ()


class RelationKind(Enum):
    """How two figures bear on one another; by the definitions of docs/explanation/relations.md."""

    SAME_ORIGIN = "same_origin"
    COMPATIBLE = "compatible"
    REFINES = "refines"
    ADDS_UP = "adds_up"
    SUPERSEDES = "supersedes"
    DIVERGES = "diverges"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Two figures, how they relate, and one sentence of why. `a supersedes b`: a is the one that stands."""

    a: FigureRef
    b: FigureRef
    relation: RelationKind
    why: str


class FlagKind(Enum):
    """What is odd about two figures: a number changed on its way, totals cannot be, a text is behind its caption."""

    BOUND_CHANGED = "bound_changed"
    MEASURE_CHANGED = "measure_changed"
    PARTS_ABOVE_WHOLE = "parts_above_whole"
    FEWER_SENT = "fewer_sent"
    CAPTION_NEWER = "caption_newer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Two figures that somebody should look at, with the span of each in its page, and one sentence of why."""

    kind: FlagKind
    figures: tuple[FigureRef, FigureRef]
    spans: tuple[Span, Span]
    why: str


# --- versions of one page --------------------------------------------------------------------------------------------


class VersionBasis(Enum):
    """Why two pages are held to be versions of one."""

    URL = "url"  # one address
    TEXT = "text"  # nearly the same words, with other figures


class ChangeKind(Enum):
    """What one version has and the other has not, or has otherwise."""

    FIGURE_CHANGED = "figure_changed"
    FIGURE_ADDED = "figure_added"
    FIGURE_REMOVED = "figure_removed"
    SPEAKER_CHANGED = "speaker_changed"
    STATEMENT_ADDED = "statement_added"
    STATEMENT_REMOVED = "statement_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """One difference of figures or attributions, with the figure or statement of either version and its span.

    What was added has nothing in the earlier version, what was removed nothing in the later one.
    """

    kind: ChangeKind
    earlier: Support | None
    later: Support | None
    earlier_span: Span | None
    later_span: Span | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVersions:
    """Two versions of one page. Where their dates do not say which came first `ordered` is false."""

    earlier: str
    later: str
    ordered: bool
    basis: VersionBasis
    changes: tuple[VersionChange, ...] = ()


# --- who rests on whom -----------------------------------------------------------------------------------------------


class RestBasis(Enum):
    """Why one thing is held to rest on another."""

    SAID = "said"  # the page has it from the party itself
    DOCUMENT = "document"  # from a report or statement that the party put out
    CREDIT = "credit"  # through an outlet, or two pages through one outlet
    COPY = "copy"  # the pages have one text
    PASSAGE = "passage"  # the pages share the passage
    SAME_SPEAKER = "same_speaker"  # one party gives it to both
    SAME_WORDS = "same_words"  # two tellings of one passage
    REPORTS = "reports"  # unnamed "media reports"
    CIRCLE = "circle"  # outlets that cite one another
    OWN = "own"  # the page's own words: no source given


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """One edge of a proof: a page rests on a party, through some outlets, or on what another page rests on.

    `party` or `other`, a page, is given; neither where the page tells it in its own words.
    """

    page: str
    basis: RestBasis
    party: str | None = None
    other: str | None = None
    through: tuple[str, ...] = ()
    support: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparateOrigin:
    """One origin of a figure or a statement, in words, and the edges that lead to it.

    `counts` is false for pages that name no source for what others name theirs for.
    """

    origin: str
    counts: bool
    rests: tuple[Rest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One number of one series, or one thing that was said, wherever it is told, with its separate origins.

    `origins` is how many there are; `circle` is an index into the brief's circles.
    """

    figures: tuple[FigureRef, ...] = ()
    statements: tuple[Support, ...] = ()
    series: str | None = None
    origins: int
    separate: tuple[SeparateOrigin, ...]
    circle: int | None = None


class CircleKind(Enum):
    """How a count comes to have no beginning."""

    CYCLE = "cycle"  # outlets that cite one another
    REPORTS = "reports"  # several outlets, all by unnamed "media reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A count that outlets trace to one another, or to "media reports": nobody says where it comes from."""

    kind: CircleKind
    outlets: tuple[str, ...]
    figures: tuple[FigureRef, ...]
    why: str


class NodeKind(Enum):
    """What something is that rests on another, or that another rests on."""

    PAGE = "page"
    OUTLET = "outlet"
    SPEAKER = "speaker"
    DOCUMENT = "document"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNode:
    """A page, outlet, speaker or document of the story; `name` is a page's name. `named` as in a chain."""

    kind: NodeKind
    name: str
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEdge:
    """One node rests on another: indices into the graph's nodes, why, and the words that show it.

    `mutual`: which of two pages rests on the other is not known.
    """

    rests: int
    on: int
    basis: RestBasis
    support: tuple[Support, ...]
    mutual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGraph:
    """Who rests on whom in a story."""

    nodes: tuple[SourceNode, ...] = ()
    edges: tuple[SourceEdge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something that happened, in the page's own words, on the calendar as far as the page puts it there.

    `words` are the page's words for the time ("mid-January"), shown where the calendar cannot be. `said`: it is when
    somebody said so ("police said on Friday"), not when it happened. `after` is the entry that ends last of those that
    surely lie before it, `disputed` are those that put the same event on other days: both are places in the timeline.
    """

    when: When
    words: str
    what: str
    support: tuple[Support, ...]
    origins: int
    said: bool = False
    after: int | None = None
    disputed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A party of which the pages say that it has not commented."""

    party: str
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageProblem:
    """A problem with the page it belongs to; None for the story as a whole."""

    page: str | None
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the pages of a story come to: the output of `reportedly brief --format json`."""

    story: str
    as_of: date | None = None
    pages: tuple[BriefPage, ...] = ()
    origins: tuple[Origin, ...] = ()
    copies: tuple[tuple[str, str, CopyKind], ...] = ()
    series: tuple[Series, ...] = ()
    relations: tuple[Relation, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    silent: tuple[Silent, ...] = ()
    problems: tuple[PageProblem, ...] = ()
    flags: tuple[Flag, ...] = ()
    date_conflicts: tuple[DateConflict, ...] = ()
    passages: tuple[Passage, ...] = ()
    versions: tuple[PageVersions, ...] = ()
    claims: tuple[Claim, ...] = ()
    circles: tuple[Circle, ...] = ()
    graph: SourceGraph = SourceGraph()
    format: str = BRIEF_FORMAT


# --- the figures of pages as a table ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure with all that it rests on: its page, the sentence around it, and the chain that it came through.

    `quotation` is the page's sentence, with its span. `chain` is nearest to the fact first, empty where the page names
    nobody for the number. `series` is the name of the brief's series that the figure is in, None where it is in none.
    """

    page: str
    outlet: str | None
    published: Published
    figure: Figure
    quotation: str
    quoted: Span
    chain: tuple[Hop, ...] = ()
    series: str | None = None
    superseded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place where looked-for words stand: a line of `reportedly find --format jsonl`.

    `text` are the page's own words, `quotation` those around them. `statement` and `chain` are of the statement that
    they are said in, nearest to the fact first; None and empty where they are in none.
    """

    page: str
    outlet: str | None
    language: str | None
    published: Published
    text: str
    span: Span
    quotation: str
    quoted: Span
    statement: str | None = None
    chain: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """The figures of several pages, in the order of the pages: the output of `reportedly figures --format json`."""

    story: str
    as_of: date | None = None
    rows: tuple[FigureRow, ...] = ()
    problems: tuple[PageProblem, ...] = ()
    format: str = FIGURES_FORMAT
