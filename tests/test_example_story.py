"""What a careful reader finds in `examples/tarnholt`, by its README, asked of the brief and of the readings."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from reportedly.brief.narrative import narrate
from reportedly.brief.text import render_text
from reportedly.intake.stories import anchors_of, name_story
from reportedly.pipeline import brief_pages, brief_readings, read_pages
from reportedly.records import (
    Basis,
    Brief,
    CarrierBasis,
    Certainty,
    CopyKind,
    Figure,
    FigureRef,
    FurnitureKind,
    Manner,
    Measure,
    Reading,
    RelationKind,
    Series,
    Stance,
    Statement,
    Status,
    TimeMention,
)
from reportedly.spans import Span

FOLDER = Path(__file__).parent.parent / "examples" / "tarnholt"
UNDATED = ("002.txt", "004.txt", "007.txt")
MINISTRY = "Ministry of Emergencies"
RED_LANTERN = "Red Lantern"


@dataclass(frozen=True)
class Example:
    """The brief of the example and the readings it rests on."""

    brief: Brief
    readings: dict[str, Reading]

    def place(self, page: str, quote: str, words: str) -> Span:
        """Return where the words stand inside a quotation that the page holds once."""
        text = self.readings[page].text
        assert text.count(quote) == 1, f"{page} does not hold once: {quote}"
        start = text.index(quote) + quote.index(words)
        return Span(start, start + len(words))

    def figure(self, page: str, quote: str, number: str) -> Figure:
        """Return the figure read at a number."""
        place = self.place(page, quote, number)
        found = [f for f in self.readings[page].figures if f.span.overlaps(place)]
        assert found, f"{page}: no figure read at {number!r} in {quote!r}"
        return found[0]

    def ref(self, page: str, quote: str, number: str) -> FigureRef:
        """Return the reference of the figure read at a number."""
        return FigureRef(page=page, figure=self.figure(page, quote, number).id)

    def statement(self, page: str, content: str) -> Statement:
        """Return the narrowest statement whose content holds the words."""
        place = self.place(page, content, content)
        found = [s for s in self.readings[page].statements if any(c.contains(place) for c in s.content)]
        assert found, f"{page}: no statement holds {content!r}"
        return min(found, key=lambda s: sum(c.end - c.start for c in s.content))

    def speaker(self, page: str, content: str) -> str:
        """Return who is nearest to the fact in the chain of that statement."""
        chain = self.statement(page, content).chain
        assert chain, f"{page}: nobody is named for {content!r}"
        return chain[0].party

    def time(self, page: str, quote: str, words: str) -> TimeMention:
        """Return the expression of time read at the words."""
        place = self.place(page, quote, words)
        found = [t for t in self.readings[page].times if t.span.overlaps(place)]
        assert found, f"{page}: no time read at {words!r} in {quote!r}"
        return found[0]

    def origin(self, page: str) -> int | None:
        """Return the index of the page's origin."""
        return next(p.origin for p in self.brief.pages if p.name == page)

    def origin_name(self, page: str) -> str:
        """Return the words for the page's origin."""
        index = self.origin(page)
        assert index is not None
        return self.brief.origins[index].origin

    def series(self, ref: FigureRef) -> tuple[Series, ...]:
        """Return the series that hold the figure."""
        return tuple(s for s in self.brief.series if ref in s.figures)

    def relations(self, a: FigureRef, b: FigureRef) -> set[RelationKind]:
        """Return how the two figures are related, whichever stands first."""
        return {r.relation for r in self.brief.relations if {r.a, r.b} == {a, b}} if a != b else set()

    def supersedes(self, newer: FigureRef, older: FigureRef) -> bool:
        """Tell whether the one is said to replace the other."""
        return any((r.a, r.b, r.relation) == (newer, older, RelationKind.SUPERSEDES) for r in self.brief.relations)

    def companions(self, ref: FigureRef) -> set[FigureRef]:
        """Return the figures that share a series or a relation with this one."""
        joined = {f for s in self.series(ref) for f in s.figures}
        related = {f for r in self.brief.relations if ref in (r.a, r.b) for f in (r.a, r.b)}
        return (joined | related) - {ref}

    def killed_toll(self) -> Series:
        """Return the series that holds the ministry's corrected count of the killed."""
        found = self.series(self.ref(*CORRECTED))
        assert found, "the ministry's 27 is in no series"
        return found[0]


AT_LEAST_30 = {
    "000.txt": ("000.txt", "At least 30 people were killed and 112", "At least 30"),
    "001.txt": ("001.txt", "At least 30 people were killed and 112", "At least 30"),
    "002.txt": ("002.txt", "that at least 30 people had been killed", "at least 30"),
    "003.html": ("003.html", "that at least 30 people had been killed", "at least 30"),
    "005.txt": ("005.txt", "that at least 30 people were killed", "at least 30"),
    "007.txt": ("007.txt", "says at least 30 people were killed", "at least 30"),
}
MORE_THAN_40 = {
    "002.txt": ("002.txt", "More than 40 people have died in the flood", "More than 40"),
    "003.html": ("003.html", "More than 40 people have died in the flood", "More than 40"),
    "005.txt": ("005.txt", "toll of more than 40 given", "more than 40"),
    "007.txt": ("007.txt", "says that more than 40 died", "more than 40"),
}
CORRECTED = ("005.txt", "that 27 people had been killed", "27")
# The page tells the corrected count twice; relations to other pages are drawn from the first.
CORRECTION = ("005.txt", "Tarnholt dam failure to 27, saying", "27")
RESTATED = ("006.txt", "killed in the flood remains 27", "27")
IN_ESKARY = {
    "002.txt": ("002.txt", "Of the dead, 14 were found", "14"),
    "003.html": ("003.html", "Of the dead, 14 were found", "14"),
}
EVACUATED = ("000.txt", "about 4,000 had been evacuated", "about 4,000")
EMPLOYED = ("006.txt", "employs about 4,000 people", "about 4,000")
LANDSLIDE = ("006.txt", "killed 63 people in 2011", "63")
INJURED_FIRST = ("000.txt", "killed and 112 injured", "112")
INJURED_LATER = ("005.txt", "killed and 118 injured", "118")
CASUALTIES = ("005.txt", "makes 145 casualties", "145")

FURNITURE = [
    ("000.txt", "Business\nSport\nCulture"),
    ("000.txt", "Share this article"),
    ("000.txt", "Related articles"),
    ("000.txt", "Ferry service on the Sarrow suspended"),
    ("000.txt", "Your guide to the spring markets"),
    ("000.txt", "© The Ostrel Courier. All rights reserved."),
    ("001.txt", "Online now: 5127 visitors"),
    ("001.txt", "Views: 31 802"),
    ("001.txt", "Publication date"),
    ("001.txt", "We use cookies to keep this site running and to count visits."),
    ("001.txt", "Accept all\n"),
    ("002.txt", "Found this useful? Share it with a neighbour"),
    ("002.txt", "Tam Orrin is a retired lock keeper"),
    ("002.txt", "When not at the keyboard, Tam keeps bees and restores wooden boats."),
    ("002.txt", "How to read a tide table"),
    ("002.txt", "Your email address will not be shown."),
    ("002.txt", "Subscribe to Riverbank Notes"),
    ("004.txt", "902 reading now"),
    ("004.txt", "77 comments"),
    ("005.txt", "Maren Olt covers the interior for The Ostrel Courier."),
    ("005.txt", "Sign up for our morning newsletter"),
    ("006.txt", "Share this article: Email | Print | Copy link"),
    ("006.txt", "Subscribe for 4 crowns a month"),
    ("007.txt", "Publication date"),
    ("007.txt", "You are reading the international edition."),
    ("008.txt", "Share this article"),
    ("008.txt", "Finn Calder writes about the city"),
]


@pytest.fixture(scope="module")
def example() -> Example:
    readings = tuple(read_pages([FOLDER]))
    brief = brief_readings(readings, story=name_story([FOLDER]), anchors=anchors_of([FOLDER]))
    return Example(brief=brief, readings={r.page.name: r for r in readings})


def test_the_readme_shows_how_the_demo_begins(example: Example) -> None:
    readme = (FOLDER.parent.parent / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("```text\n")[2].partition("```")[0]
    demo = render_text(narrate(example.brief, list(example.readings.values())))

    assert shown == demo.partition("\n\nWHAT ADDS UP")[0] + "\n"


# --- the pages -------------------------------------------------------------------------------------------------------


def test_the_nine_pages_are_the_story_and_nothing_else_in_the_folder_is(example: Example) -> None:
    names = [p.name for p in example.brief.pages]

    assert names == [f"00{i}.txt" if i != 3 else "003.html" for i in range(9)]
    assert example.brief.story == "Tarnholt dam failure"


def test_no_page_fails_to_be_read(example: Example) -> None:
    problems = [(name, p.message) for name, r in example.readings.items() for p in r.problems]

    assert problems == []


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("000.txt", "At least 30 killed as Tarnholt dam gives way, ministry says"),
        ("001.txt", "Dam failure above Halvey: at least 30 dead"),
        ("002.txt", "More than 40 dead in Sarrow flood, Red Lantern says"),
        ("003.html", "More than 40 dead in Sarrow flood, Red Lantern says"),
        ("004.txt", "Dozens killed or injured on the Sorrandi bank - River Guard"),
        ("006.txt", "Three weeks on, Halvey waits to go home"),
        ("007.txt", "What is known about the Tarnholt dam failure"),
    ],
)
def test_the_headline_is_the_title(example: Example, page: str, title: str) -> None:
    found = example.readings[page].page.title

    assert found is not None
    assert found.text == title


@pytest.mark.parametrize(
    ("page", "day", "basis"),
    [
        ("000.txt", "2024-03-06", Basis.ABOUT),
        ("001.txt", "2024-03-06", Basis.URL),
        ("003.html", "2024-03-08", Basis.MARKUP),
        ("005.txt", "2024-03-09", Basis.ABOUT),
        ("006.txt", "2024-03-28", Basis.STATED),
        ("008.txt", "2024-03-07", Basis.STATED),
    ],
)
def test_a_page_is_dated_by_what_it_shows(example: Example, page: str, day: str, basis: Basis) -> None:
    found = example.readings[page].page.published

    assert (str(found.earliest), str(found.latest), found.basis) == (day, day, basis)


@pytest.mark.parametrize("page", UNDATED)
def test_a_page_that_shows_no_date_has_none(example: Example, page: str) -> None:
    found = example.readings[page].page.published

    assert not found.known
    assert found.basis is Basis.UNKNOWN


@pytest.mark.parametrize(
    ("page", "name", "basis"),
    [
        ("000.txt", "The Ostrel Courier", CarrierBasis.ABOUT),
        ("002.txt", "Riverbank Notes", CarrierBasis.ABOUT),
        ("003.html", "Lakewire", CarrierBasis.MARKUP),
    ],
)
def test_the_carrier_is_who_published_the_page(example: Example, page: str, name: str, basis: CarrierBasis) -> None:
    found = example.readings[page].page.carrier

    assert found is not None
    assert (found.name, found.basis) == (name, basis)


def test_a_page_that_does_not_say_who_carries_it_has_no_carrier(example: Example) -> None:
    assert example.readings["007.txt"].page.carrier is None


@pytest.mark.parametrize(
    ("page", "agency"), [("000.txt", "Velpress"), ("001.txt", "Velpress"), ("002.txt", "Lakewire")]
)
def test_a_credit_line_names_whose_report_it_is(example: Example, page: str, agency: str) -> None:
    assert agency in {c.name for c in example.readings[page].page.credits}


@pytest.mark.parametrize(
    ("page", "place"), [("000.txt", "TARNHOLT"), ("003.html", "CALVANE"), ("005.txt", "OSTREL"), ("006.txt", "HALVEY")]
)
def test_a_dateline_is_read(example: Example, page: str, place: str) -> None:
    found = example.readings[page].page.dateline

    assert found is not None
    assert found.place.upper().startswith(place)


@pytest.mark.parametrize(
    ("page", "name"), [("003.html", "Jory Penhale"), ("005.txt", "Maren Olt"), ("008.txt", "Finn Calder")]
)
def test_a_byline_is_read(example: Example, page: str, name: str) -> None:
    found = example.readings[page].page.byline

    assert found is not None
    assert found.name == name


# --- furniture -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("page", "line"), FURNITURE)
def test_furniture_is_no_paragraph(example: Example, page: str, line: str) -> None:
    reading = example.readings[page]
    places = [Span(i, i + len(line)) for i in range(len(reading.text)) if reading.text.startswith(line, i)]

    assert places
    assert not any(p.overlaps(place) for p in reading.page.paragraphs for place in places)


@pytest.mark.parametrize("page", [f"00{i}.txt" for i in (0, 1, 2, 4, 5, 6, 7, 8)])
def test_furniture_is_in_no_statement_figure_or_time(example: Example, page: str) -> None:
    reading = example.readings[page]
    read = [c for s in reading.statements for c in s.content]
    read += [f.span for f in reading.figures] + [t.span for t in reading.times]
    lines = [reading.text.index(line) for name, line in FURNITURE if name == page]

    assert [span.of(reading.text) for span in read if any(span.start <= at < span.end for at in lines)] == []


def test_an_author_bio_is_known_as_one(example: Example) -> None:
    reading = example.readings["002.txt"]
    at = reading.text.index("Tam Orrin is")
    kinds = {f.kind for f in reading.page.furniture if f.span.start <= at < f.span.end}

    assert kinds == {FurnitureKind.BIO}


@pytest.mark.parametrize("words", ["88213", "9000", "openMenu", "margin", "21,000", "store cookies", "Privacy policy"])
def test_markup_scripts_and_navigation_are_no_part_of_an_html_page(example: Example, words: str) -> None:
    reading = example.readings["003.html"]

    assert not any(words in p.of(reading.text) for p in reading.page.paragraphs)


def test_a_bulleted_lead_stays_in_the_article(example: Example) -> None:
    reading = example.readings["007.txt"]

    assert any("The tolls given by Veldria" in p.of(reading.text) for p in reading.page.paragraphs)


# --- origins and copies ----------------------------------------------------------------------------------------------


def test_two_reprints_of_a_wire_report_are_one_origin(example: Example) -> None:
    assert example.origin("000.txt") is not None
    assert example.origin("000.txt") == example.origin("001.txt")


def test_the_origin_of_the_reprints_names_the_agency(example: Example) -> None:
    assert "Velpress" in example.origin_name("000.txt")


def test_a_shortened_reprint_is_a_copy(example: Example) -> None:
    assert ("000.txt", "001.txt") in {(a, b) for a, b, _ in example.brief.copies}


def test_a_blog_repost_is_one_origin_with_the_page_it_copies(example: Example) -> None:
    assert example.origin("002.txt") is not None
    assert example.origin("002.txt") == example.origin("003.html")


def test_a_blog_repost_is_a_copy(example: Example) -> None:
    assert ("002.txt", "003.html", CopyKind.COPY) in example.brief.copies


def test_only_reprints_are_copies(example: Example) -> None:
    assert {(a, b) for a, b, _ in example.brief.copies} <= {("000.txt", "001.txt"), ("002.txt", "003.html")}


def test_a_rival_agency_is_an_origin_of_its_own(example: Example) -> None:
    assert example.origin("003.html") != example.origin("000.txt")


def test_a_relayed_report_goes_back_to_the_one_who_said_it(example: Example) -> None:
    assert "Teslin" in example.origin_name("004.txt") or "Radio Eskary" in example.origin_name("004.txt")


def test_the_page_about_something_else_shares_no_origin(example: Example) -> None:
    others = {example.origin(p.name) for p in example.brief.pages if p.name != "008.txt"}

    assert example.origin("008.txt") not in others


# --- who said what ---------------------------------------------------------------------------------------------------


def test_according_to_a_citing_b_reported_by_c_is_one_chain(example: Example) -> None:
    said = example.statement(
        "004.txt", "Dozens of people have been killed or injured on the Sorrandi bank of the Sarrow"
    )

    assert [hop.party for hop in said.chain] == ["Pavo Teslin", "Radio Eskary", "Basin Monitor"]


def test_the_speaker_of_a_chain_keeps_his_description(example: Example) -> None:
    first = example.statement("004.txt", "two more villages may have to be cleared").chain[0]

    assert first.description is not None
    assert "head of the Sorrandi River Guard" in first.description


@pytest.mark.parametrize(
    ("page", "content", "who"),
    [
        ("000.txt", "At least 30 people were killed and 112 injured", MINISTRY),
        ("000.txt", "Nobody in the lower streets had time to dress", "Ilse Marrant"),
        ("000.txt", "the ministry planned to send 200 engineers to the valley by Friday", "Ilse Marrant"),
        ("000.txt", "The flood covered about 60 square kilometres", "Veldrian Survey Office"),
        ("000.txt", "We do not yet know why the wall failed", "Dorn Vasker"),
        ("000.txt", "engineers had inspected the dam last month and found no fault", "Dorn Vasker"),
        ("000.txt", "The reservoir was probably fuller than at any time since 1998", "Oda Lerrin"),
        ("002.txt", "We are counting the people we have carried", "Hesper Noll"),
        ("002.txt", "About 1,100 displaced people were sleeping in them", "Hesper Noll"),
        ("003.html", "More than 40 people have died in the flood", "Sorrandi Red Lantern Society"),
        ("003.html", "14 were found in the Sorrandi village of Eskary", "Sorrandi Red Lantern Society"),
        ("003.html", "the dam was sound", "Sarrow Hydro"),
        ("004.txt", "the second wall, at Upper Brenn, still holds", "Pavo Teslin"),
        ("004.txt", "We have not seen any movement in that wall since the weekend", "Pavo Teslin"),
        ("004.txt", "the River Guard plans to move 600 people", "Pavo Teslin"),
        ("005.txt", "at least 30 people were killed", MINISTRY),
        ("005.txt", "We gave a wrong number and we withdraw it", "Ilse Marrant"),
        ("005.txt", "19 people were still missing", "Ilse Marrant"),
        ("006.txt", "about 900 people are still living in school halls in Halvey", "Bertil Ansgar"),
        ("006.txt", "Police arrested three managers of Sarrow Hydro", "prosecutors"),
        ("007.txt", "A second flood is possible", "Veldrian Weather Service"),
        ("007.txt", "A commission of inquiry will probably meet next week", "justice minister"),
    ],
)
def test_a_statement_is_laid_to_the_one_who_made_it(example: Example, page: str, content: str, who: str) -> None:
    assert who.lower() in example.speaker(page, content).lower()


@pytest.mark.parametrize("page", ["000.txt", "001.txt", "007.txt"])
def test_a_denial_is_a_denial(example: Example, page: str) -> None:
    content = "it opened the gates of the dam" if page == "007.txt" else "its gates had been opened on Monday night"
    said = example.statement(page, content)

    assert said.stance is Stance.DENIES
    assert said.chain[0].party == "Sarrow Hydro"


def test_a_quotation_is_direct_and_a_report_indirect(example: Example) -> None:
    quoted = example.statement("000.txt", "The water reached the first houses within minutes")
    told = example.statement("000.txt", "engineers had inspected the dam last month and found no fault")

    assert (quoted.manner, told.manner) == (Manner.DIRECT, Manner.INDIRECT)


@pytest.mark.parametrize(
    ("page", "content", "certainty"),
    [
        ("000.txt", "The reservoir was probably fuller than at any time since 1998", Certainty.PROBABLE),
        ("004.txt", "The river will probably rise again in the coming days", Certainty.PROBABLE),
        ("007.txt", "A second flood is possible", Certainty.POSSIBLE),
        ("005.txt", "19 people were still missing", Certainty.CERTAIN),
    ],
)
def test_a_hedge_is_kept(example: Example, page: str, content: str, certainty: Certainty) -> None:
    assert example.statement(page, content).certainty is certainty


def test_what_will_be_is_expected_and_not_asserted(example: Example) -> None:
    assert example.statement("004.txt", "The river will probably rise again").stance is Stance.EXPECTS


def test_a_party_that_has_not_commented_is_silent(example: Example) -> None:
    silent = [s for s in example.brief.silent if "Foreign Ministry" in s.party]

    assert [support.page for s in silent for support in s.support] == ["000.txt"]


def test_a_silent_ministry_keeps_its_country(example: Example) -> None:
    assert any("Foreign Ministry" in s.party and "Sorrand" in s.party for s in example.brief.silent)


def test_a_chief_who_declined_to_comment_is_silent(example: Example) -> None:
    assert any("Vasker" in s.party and s.support[0].page == "006.txt" for s in example.brief.silent)


# --- figures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", AT_LEAST_30)
def test_at_least_is_kept_wherever_it_is_told(example: Example, page: str) -> None:
    found = example.figure(*AT_LEAST_30[page])

    assert (found.low, found.high, found.low_open) == (30, None, False)
    assert found.measure is Measure.KILLED


@pytest.mark.parametrize("page", AT_LEAST_30)
def test_the_first_toll_is_the_ministrys_wherever_it_is_told(example: Example, page: str) -> None:
    assert MINISTRY in (example.figure(*AT_LEAST_30[page]).party or "")


def test_a_rivals_toll_is_not_laid_to_the_speaker_who_doubts_it(example: Example) -> None:
    assert RED_LANTERN in (example.figure(*MORE_THAN_40["005.txt"]).party or "")


def test_a_corrected_toll_is_its_sources_own(example: Example) -> None:
    found = example.figure("005.txt", "Tarnholt dam failure to 27, saying", "27")

    assert MINISTRY in (found.party or "")


@pytest.mark.parametrize("page", MORE_THAN_40)
def test_more_than_is_kept_as_an_open_bound(example: Example, page: str) -> None:
    found = example.figure(*MORE_THAN_40[page])

    assert (found.low, found.high, found.low_open) == (40, None, True)
    assert found.measure is Measure.KILLED


@pytest.mark.parametrize("page", ["002.txt", "003.html", "007.txt"])
def test_the_rival_toll_is_the_red_lanterns(example: Example, page: str) -> None:
    assert RED_LANTERN in (example.figure(*MORE_THAN_40[page]).party or "")


@pytest.mark.parametrize(
    ("page", "quote", "number", "low", "high", "measure", "status"),
    [
        ("000.txt", "killed and 112 injured", "112", 112, 112, Measure.INJURED, Status.ACTUAL),
        ("000.txt", "Dozens of people were still missing", "Dozens", 24, 99, Measure.MISSING, Status.ACTUAL),
        ("000.txt", "about 4,000 had been evacuated", "4,000", 4000, 4000, Measure.EVACUATED, Status.ACTUAL),
        ("000.txt", "planned to send 200 engineers", "200", 200, 200, Measure.SENT, Status.PLANNED),
        ("000.txt", "about 60 square kilometres", "60", 60, 60, Measure.AREA, Status.ACTUAL),
        ("002.txt", "Of the dead, 14 were found", "14", 14, 14, Measure.KILLED, Status.ACTUAL),
        ("003.html", "About 1,100 displaced people", "1,100", 1100, 1100, Measure.DISPLACED, Status.ACTUAL),
        ("004.txt", "Dozens of people have been killed", "Dozens", 24, 99, Measure.CASUALTIES, Status.ACTUAL),
        ("004.txt", "between 50 and 70 residents", "50 and 70", 50, 70, Measure.MISSING, Status.ACTUAL),
        ("004.txt", "plans to move 600 people out", "600", 600, 600, Measure.EVACUATED, Status.PLANNED),
        ("005.txt", "Tarnholt dam failure to 27, saying", "27", 27, 27, Measure.KILLED, Status.ACTUAL),
        ("005.txt", "that 27 people had been killed", "27", 27, 27, Measure.KILLED, Status.ACTUAL),
        ("005.txt", "killed and 118 injured", "118", 118, 118, Measure.INJURED, Status.ACTUAL),
        ("005.txt", "makes 145 casualties", "145", 145, 145, Measure.CASUALTIES, Status.ACTUAL),
        ("005.txt", "said 19 people were still missing", "19", 19, 19, Measure.MISSING, Status.ACTUAL),
        ("005.txt", "has sent 160 engineers", "160", 160, 160, Measure.SENT, Status.ACTUAL),
        ("005.txt", "planned to send 200 by Friday", "200", 200, 200, Measure.SENT, Status.PLANNED),
        ("006.txt", "killed in the flood remains 27", "27", 27, 27, Measure.KILLED, Status.ACTUAL),
        ("006.txt", "arrested three managers", "three", 3, 3, Measure.ARRESTED, Status.ACTUAL),
        (
            "006.txt",
            "plans to spend 90 million crowns",
            "90 million",
            90_000_000,
            90_000_000,
            Measure.MONEY,
            Status.PLANNED,
        ),
        ("006.txt", "killed 63 people in 2011", "63", 63, 63, Measure.KILLED, Status.ACTUAL),
        ("007.txt", "about 4,000 people had been evacuated", "4,000", 4000, 4000, Measure.EVACUATED, Status.ACTUAL),
    ],
)
def test_a_number_is_read_as_an_interval_of_its_measure(
    example: Example, page: str, quote: str, number: str, low: int, high: int, measure: Measure, status: Status
) -> None:
    found = example.figure(page, quote, number)

    assert (found.low, found.high, found.measure, found.status) == (low, high, measure, status)


@pytest.mark.parametrize(
    ("page", "quote", "number", "approximate"),
    [
        ("000.txt", "about 4,000 had been evacuated", "4,000", True),
        ("000.txt", "Dozens of people were still missing", "Dozens", True),
        ("005.txt", "that 27 people had been killed", "27", False),
    ],
)
def test_about_is_kept(example: Example, page: str, quote: str, number: str, approximate: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert example.figure(page, quote, number).approximate is approximate


@pytest.mark.parametrize(
    ("page", "words"),
    [("000.txt", "1998"), ("001.txt", "5127"), ("005.txt", "2015"), ("006.txt", "28 March"), ("006.txt", "2026")],
)
def test_a_year_a_day_or_a_counter_is_no_figure(example: Example, page: str, words: str) -> None:
    place = example.place(page, words, words)

    assert [f.text for f in example.readings[page].figures if f.span.overlaps(place)] == []


def test_one_area_in_two_units_is_one_figure_and_its_conversion(example: Example) -> None:
    area = example.figure("000.txt", "about 60 square kilometres", "60")

    assert example.figure("000.txt", "(23 square miles)", "23").converts == area.id


def test_a_toll_of_one_village_keeps_its_place(example: Example) -> None:
    assert "Eskary" in (example.figure(*IN_ESKARY["003.html"]).place or "")


def test_an_older_disaster_keeps_its_year(example: Example) -> None:
    valid = example.figure(*LANDSLIDE).valid

    assert valid is not None
    assert valid.edtf == "2011"


# --- what the figures come to ----------------------------------------------------------------------------------------


def test_a_correction_by_its_own_source_supersedes(example: Example) -> None:
    assert example.supersedes(example.ref(*CORRECTION), example.ref(*AT_LEAST_30["000.txt"]))


def test_a_withdrawn_toll_is_kept_and_marked_superseded(example: Example) -> None:
    toll = example.killed_toll()
    first = example.ref(*AT_LEAST_30["000.txt"])

    assert first in toll.figures
    assert first in toll.superseded


def test_the_corrected_toll_supersedes_no_rival(example: Example) -> None:
    corrected = [example.ref(*CORRECTED), example.ref(*RESTATED)]

    assert not any(example.supersedes(c, example.ref(*MORE_THAN_40[page])) for c in corrected for page in MORE_THAN_40)
    assert not any(example.supersedes(example.ref(*MORE_THAN_40[page]), c) for c in corrected for page in MORE_THAN_40)


def test_rival_tolls_are_in_one_series(example: Example) -> None:
    assert example.ref(*MORE_THAN_40["003.html"]) in example.killed_toll().figures


def test_rival_tolls_that_cannot_both_hold_are_set_against_each_other(example: Example) -> None:
    found = example.relations(example.ref(*CORRECTION), example.ref(*MORE_THAN_40["003.html"]))

    assert found <= {RelationKind.CONTRADICTS, RelationKind.DIVERGES}
    assert found


def test_rival_tolls_stand_side_by_side_and_are_not_blended(example: Example) -> None:
    stands = example.killed_toll().stands_at
    assert stands is not None
    counts = {(c.low, c.high): " ".join(c.parties) for c in stands.counts}

    assert set(counts) == {(27, 27), (40, None)}
    assert RED_LANTERN in counts[40, None]
    assert RED_LANTERN not in counts[27, 27]
    assert (stands.low, stands.high) == (27, None)


@pytest.mark.parametrize("ends", [(27, 27), (40, None)])
def test_a_toll_told_on_many_pages_has_one_origin(example: Example, ends: tuple[int, int | None]) -> None:
    stands = example.killed_toll().stands_at
    assert stands is not None

    assert [c.origins for c in stands.counts if (c.low, c.high) == ends] == [1]


def test_a_figure_restated_weeks_later_is_no_second_count(example: Example) -> None:
    found = example.relations(example.ref(*CORRECTION), example.ref(*RESTATED))

    assert found == {RelationKind.SAME_ORIGIN}


@pytest.mark.parametrize("page", ["001.txt", "003.html", "005.txt"])
def test_a_toll_told_again_is_of_the_same_origin(example: Example, page: str) -> None:
    first, again = example.ref(*AT_LEAST_30["000.txt"]), example.ref(*AT_LEAST_30[page])

    assert example.relations(first, again) == {RelationKind.SAME_ORIGIN}


@pytest.mark.parametrize("part", [CORRECTED, INJURED_LATER])
def test_killed_and_injured_add_up_to_the_casualties(example: Example, part: tuple[str, str, str]) -> None:
    assert example.relations(example.ref(*part), example.ref(*CASUALTIES)) == {RelationKind.ADDS_UP}


def test_the_later_count_of_the_injured_supersedes(example: Example) -> None:
    assert example.supersedes(example.ref(*INJURED_LATER), example.ref(*INJURED_FIRST))


def test_the_later_count_of_the_missing_supersedes(example: Example) -> None:
    first = example.ref("000.txt", "Dozens of people were still missing", "Dozens")
    later = example.ref("005.txt", "said 19 people were still missing", "19")

    assert example.supersedes(later, first)


def test_those_missing_from_one_village_are_no_rival_of_those_missing_in_all(example: Example) -> None:
    eskary = example.ref("004.txt", "between 50 and 70 residents", "50 and 70")
    later = example.ref("005.txt", "said 19 people were still missing", "19")

    assert not example.relations(eskary, later) & {RelationKind.CONTRADICTS, RelationKind.SUPERSEDES}


@pytest.mark.parametrize("page", IN_ESKARY)
def test_a_part_of_a_toll_is_no_rival_of_it(example: Example, page: str) -> None:
    part = example.ref(*IN_ESKARY[page])
    bad = {RelationKind.CONTRADICTS, RelationKind.DIVERGES, RelationKind.SUPERSEDES}

    assert [r for r in example.brief.relations if part in (r.a, r.b) and r.relation in bad] == []


def test_the_toll_of_one_village_does_not_stand_for_the_whole(example: Example) -> None:
    stands = example.killed_toll().stands_at
    assert stands is not None

    assert not any((c.low, c.high) == (14, 14) for c in stands.counts)


def test_a_plan_and_what_happened_do_not_stand_side_by_side(example: Example) -> None:
    planned = example.ref("000.txt", "planned to send 200 engineers", "200")
    sent = example.ref("005.txt", "has sent 160 engineers", "160")

    assert not example.relations(planned, sent) & {
        RelationKind.CONTRADICTS,
        RelationKind.SUPERSEDES,
        RelationKind.DIVERGES,
    }
    assert not any(
        planned in count.figures for s in example.series(sent) if s.stands_at for count in s.stands_at.counts
    )


def test_the_same_number_of_another_thing_joins_nothing(example: Example) -> None:
    employed = example.ref(*EMPLOYED)

    assert example.ref(*EVACUATED) not in example.companions(employed)
    assert {f for f in example.companions(employed) if f.page != "006.txt"} == set()


def test_the_toll_of_an_older_disaster_joins_nothing(example: Example) -> None:
    assert example.companions(example.ref(*LANDSLIDE)) == set()


def test_the_page_about_something_else_is_in_no_series(example: Example) -> None:
    assert [s.name for s in example.brief.series if any(f.page == "008.txt" for f in s.figures)] == []


def test_no_figure_of_the_page_about_something_else_is_related_to_the_story(example: Example) -> None:
    mixed = [r.why for r in example.brief.relations if (r.a.page == "008.txt") != (r.b.page == "008.txt")]

    assert mixed == []


def test_no_contradiction_is_found_but_between_the_rival_tolls(example: Example) -> None:
    rivals = {example.ref(*MORE_THAN_40[page]) for page in MORE_THAN_40}
    odd = [
        r.why
        for r in example.brief.relations
        if r.relation is RelationKind.CONTRADICTS and not {r.a, r.b} & rivals and r.a.page != "008.txt"
    ]

    assert odd == []


# --- times -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "quote", "words", "earliest", "latest"),
    [
        ("000.txt", "gave way before dawn on Tuesday", "Tuesday", "2024-03-05", "2024-03-05"),
        ("000.txt", "to the valley by Friday", "by Friday", None, "2024-03-08"),
        ("000.txt", "inspected the dam last month", "last month", "2024-02-01", "2024-02-29"),
        ("001.txt", "gave way before dawn on Tuesday", "Tuesday", "2024-03-05", "2024-03-05"),
        ("003.html", "said last month that", "last month", "2024-02-01", "2024-02-29"),
        ("003.html", "Society said on Friday", "Friday", "2024-03-08", "2024-03-08"),
        ("003.html", "Since early March the", "Since early March", "2024-03-01", None),
        ("005.txt", "on Saturday corrected", "Saturday", "2024-03-09", "2024-03-09"),
        ("005.txt", "had said on Wednesday", "Wednesday", "2024-03-06", "2024-03-06"),
        ("005.txt", "planned to send 200 by Friday", "by Friday", None, "2024-03-08"),
        ("006.txt", "Marrant said on Wednesday", "Wednesday", "2024-03-27", "2024-03-27"),
        ("006.txt", "of Sarrow Hydro on Monday", "Monday", "2024-03-25", "2024-03-25"),
        ("006.txt", "since 9 March", "9 March", "2024-03-09", None),
        ("006.txt", "people in 2011", "2011", "2011-01-01", "2011-12-31"),
    ],
)
def test_a_time_of_a_dated_page_is_put_on_the_calendar(
    example: Example, page: str, quote: str, words: str, earliest: str | None, latest: str | None
) -> None:
    found = example.time(page, quote, words)

    assert (found.earliest and str(found.earliest), found.latest and str(found.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    ("page", "quote", "words"),
    [
        ("002.txt", "Society said on Friday", "Friday"),
        ("002.txt", "said last month that", "last month"),
        ("002.txt", "Since early March the", "early March"),
        ("004.txt", "in the coming days", "coming days"),
        ("004.txt", "Harl by Sunday", "Sunday"),
        ("007.txt", "since early March", "early March"),
        ("007.txt", "the service said on Friday", "Friday"),
        ("007.txt", "visited the wall last month", "last month"),
        ("007.txt", "meet next week", "next week"),
    ],
)
def test_a_relative_time_of_an_undated_page_is_found_and_not_placed(
    example: Example, page: str, quote: str, words: str
) -> None:
    found = example.time(page, quote, words)

    assert not found.known


@pytest.mark.parametrize("page", UNDATED)
def test_no_time_of_an_undated_page_is_placed(example: Example, page: str) -> None:
    assert [t.text for t in example.readings[page].times if t.known] == []


def test_no_day_later_than_the_pages_speak_of_is_made_up(example: Example) -> None:
    days = [d for r in example.readings.values() for t in r.times for d in (t.earliest, t.latest) if d]

    assert max(days) <= date(2026, 12, 31)
    assert [d for d in days if date(2024, 4, 30) < d < date(2026, 12, 1)] == []


# --- timeline and replay ---------------------------------------------------------------------------------------------


def test_the_failure_of_the_dam_is_on_the_timeline(example: Example) -> None:
    on_the_day = [e for e in example.brief.timeline if e.when.earliest == e.when.latest == date(2024, 3, 5)]

    assert any("gave way" in e.what for e in on_the_day)


def test_a_reprinted_event_has_one_origin(example: Example) -> None:
    found = [e for e in example.brief.timeline if "gave way" in e.what and e.when.earliest == date(2024, 3, 5)]

    assert found
    assert all(e.origins == 1 for e in found)


def test_the_arrests_are_on_the_timeline(example: Example) -> None:
    assert any("arrested" in e.what and e.when.earliest == date(2024, 3, 25) for e in example.brief.timeline)


def test_furniture_is_not_on_the_timeline(example: Example) -> None:
    assert [e.what for e in example.brief.timeline if "press club" in e.what or "Tam Orrin" in e.what] == []


def test_what_rests_on_undated_pages_alone_has_a_day_only_from_the_other_pages(example: Example) -> None:
    alone = [e for e in example.brief.timeline if all(s.page in UNDATED for s in e.support) and e.when.known]

    assert {e.when.basis for e in alone} <= {Basis.INFERRED}
    assert [(e.what, e.when.edtf) for e in alone if "Inspectors" in e.what] == [
        ("Inspectors visited the wall last month.", "2024-02")
    ]


@pytest.mark.parametrize(
    ("page", "first", "last"),
    [
        ("002.txt", date(2024, 3, 8), None),
        ("004.txt", date(2024, 3, 13), date(2024, 3, 15)),
        ("007.txt", date(2024, 3, 5), date(2024, 3, 12)),
    ],
)
def test_an_undated_page_is_dated_by_the_story(example: Example, page: str, first: date, last: date | None) -> None:
    dating = next(p.dating for p in example.brief.pages if p.name == page)

    assert dating is not None
    assert (dating.earliest, dating.latest) == (first, last)


def test_a_repost_is_likely_of_the_week_of_its_report(example: Example) -> None:
    dating = next(p.dating for p in example.brief.pages if p.name == "002.txt")

    assert dating is not None
    assert dating.likely is not None
    assert (dating.likely.earliest, dating.likely.latest) == (date(2024, 3, 8), date(2024, 3, 15))


def test_a_proof_of_a_date_names_the_words_and_the_page_that_give_it(example: Example) -> None:
    dating = next(p.dating for p in example.brief.pages if p.name == "007.txt")

    assert dating is not None
    assert [(step.page, step.words) for step in dating.not_after] == [
        ("007.txt", "tells of “before dawn on Tuesday”"),
        ("000.txt", "puts “before dawn on Tuesday” on 5 March 2024"),
    ]


def test_no_dates_of_the_story_contradict(example: Example) -> None:
    assert example.brief.date_conflicts == ()


def test_on_the_seventh_the_first_toll_still_stands(example: Example) -> None:
    brief = brief_readings(tuple(example.readings.values()), as_of=date(2024, 3, 7))
    found = Example(brief=brief, readings=example.readings).series(example.ref(*AT_LEAST_30["000.txt"]))
    later = [f for s in brief.series for f in s.figures if f.page in {"003.html", "005.txt", "006.txt"}]

    assert later == []
    assert [s.superseded for s in found] in ([()], [])
    assert not any(r.relation is RelationKind.SUPERSEDES for r in brief.relations)


# --- every reference holds -------------------------------------------------------------------------------------------


def test_every_reference_of_the_brief_leads_to_a_figure_or_statement(example: Example) -> None:
    figures = {FigureRef(page=n, figure=f.id) for n, r in example.readings.items() for f in r.figures}
    statements = {(n, s.id) for n, r in example.readings.items() for s in r.statements}
    used = {f for s in example.brief.series for f in s.figures} | {
        f for r in example.brief.relations for f in (r.a, r.b)
    }
    cited = {(s.page, s.statement) for e in example.brief.timeline for s in e.support if s.statement}

    assert used <= figures
    assert cited <= statements


def test_the_same_pages_give_the_same_brief(example: Example) -> None:
    assert brief_pages([FOLDER]) == example.brief
