"""An invented story for the brief: a ferry runs aground, five pages tell of it, one more cannot be read."""

from datetime import date
from pathlib import Path

from builders import day, figure, hop, published, reading, spans_of, statement
from reportedly.records import (
    UNKNOWN_DATE,
    Basis,
    Brief,
    BriefPage,
    Certainty,
    CopyKind,
    Count,
    FigureRef,
    Furniture,
    FurnitureKind,
    Measure,
    Origin,
    OriginBasis,
    PageProblem,
    Published,
    Reading,
    Relation,
    RelationKind,
    Role,
    Series,
    Silent,
    Stance,
    StandsAt,
    Status,
    Support,
    TimelineEntry,
    When,
)
from reportedly.spans import Span

PAGES = Path(__file__).parent / "pages"

DEAD = {"measure": Measure.KILLED, "who": "people on the Halden Star", "place": "Brinmoor"}
POLICE = "harbour police"


def page_text(name: str) -> str:
    """Return the text of a page of the story."""
    return (PAGES / f"{name}.txt").read_text(encoding="utf-8")


def readings() -> tuple[Reading, ...]:
    """Return the five pages as they were read."""
    return (_night(), _morning(), _reprint(), _union(), _late())


def _night() -> Reading:
    text = page_text("night")
    toll = "At least nine people died when the ferry Halden Star ran aground off Brinmoor late on Wednesday"
    saved = "We have pulled about 140 people from the water"
    board = "The ferry left Lund Holm at 9 p.m. with 212 people on board"
    norpress = hop("Norpress", Role.RELAYER)
    return reading(
        "night.html",
        text,
        outlet="Harrow Post",
        published=published("2025-03-13"),
        statements=(
            statement(text, toll, id="s1", chain=(hop(POLICE), norpress), cue=spans_of(text, "said")),
            statement(
                text,
                saved,
                id="s2",
                chain=(hop("Dag Sorrel", description="police inspector"), norpress),
                cue=spans_of(text, "told"),
                source=spans_of(text, "police inspector Dag Sorrel"),
            ),
            statement(text, board, id="s3", chain=(hop("Straitline", description="the operator"), norpress)),
            statement(
                text,
                "on the cause",
                id="s4",
                chain=(hop("Straitline"), norpress),
                stance=Stance.NO_COMMENT,
                cue=spans_of(text, "declined to comment"),
            ),
        ),
        figures=(
            figure(text, "at least 9", 9, None, id="f1", **DEAD),
            figure(
                text, "At least nine", 9, None, id="f2", party=POLICE, statement="s1", as_of=day("2025-03-13"), **DEAD
            ),
            figure(
                text,
                "about 140",
                140,
                140,
                id="f3",
                party="Dag Sorrel",
                statement="s2",
                approximate=True,
                measure=Measure.OTHER,
                counted="people pulled from the water",
            ),
            figure(text, "212", 212, 212, id="f4", party="Straitline", statement="s3", measure=Measure.PRESENT),
        ),
    )


def _morning() -> Reading:
    text = page_text("morning")
    toll = "At least 12 people died in the wreck of the Halden Star and about 30 are missing"
    mayor = hop("Ilse Varga", description="mayor of Brinmoor")
    return reading(
        "morning.html",
        text,
        outlet="Norpress",
        published=published("2025-03-14"),
        furniture=(Furniture(span=spans_of(text, "Share this story")[0], kind=FurnitureKind.SHARE),),
        statements=(
            statement(
                text, toll, id="s1", chain=(hop(POLICE),), cue=spans_of(text, "said"), source=spans_of(text, POLICE)
            ),
            statement(text, "the number of dead as nine", id="s2", chain=(hop("Police"),)),
            statement(text, "17 bodies had been brought ashore", id="s3", chain=(mayor,)),
            statement(
                text,
                "They may still find more in the lower deck",
                id="s4",
                chain=(mayor,),
                certainty=Certainty.POSSIBLE,
                hedges=spans_of(text, "may"),
            ),
        ),
        figures=(
            figure(
                text,
                "At least 12",
                12,
                None,
                id="f1",
                party=POLICE,
                statement="s1",
                as_of=day("2025-03-14", Basis.RELATIVE),
                **DEAD,
            ),
            figure(
                text,
                "about 30",
                30,
                30,
                id="f2",
                party=POLICE,
                statement="s1",
                approximate=True,
                as_of=day("2025-03-14", Basis.RELATIVE),
                measure=Measure.MISSING,
            ),
            figure(text, "nine", 9, 9, id="f3", party="Police", statement="s2", **DEAD),
            figure(text, "17", 17, 17, id="f4", party="Ilse Varga", statement="s3", **DEAD),
        ),
    )


def _reprint() -> Reading:
    text = page_text("reprint")
    toll = "At least 12 people died in the wreck of the Halden Star and about 30 are missing"
    chain = (hop(POLICE), hop("Norpress", Role.RELAYER))
    return reading(
        "reprint.html",
        text,
        outlet="Coastline",
        furniture=(Furniture(span=spans_of(text, "Subscribe to our newsletter")[0], kind=FurnitureKind.SUBSCRIBE),),
        statements=(
            statement(text, toll, id="s1", chain=chain),
            statement(text, "17 bodies had been brought ashore", id="s2", chain=(hop("Ilse Varga"),)),
        ),
        figures=(
            figure(text, "At least 12", 12, None, id="f1", party=POLICE, statement="s1", **DEAD),
            figure(
                text,
                "about 30",
                30,
                30,
                id="f2",
                party=POLICE,
                statement="s1",
                approximate=True,
                measure=Measure.MISSING,
            ),
            figure(text, "17", 17, 17, id="f3", party="Ilse Varga", statement="s2", **DEAD),
        ),
    )


def _union() -> Reading:
    text = page_text("union")
    loss = "between 45 and 60 people were killed or are missing since the ferry went down"
    union = hop("the seamen's union", named=False)
    return reading(
        "union.txt",
        text,
        outlet="The Brinmoor Echo",
        published=Published(edtf="2025-03-10/..", earliest=date(2025, 3, 10), latest=None, basis=Basis.INFERRED),
        statements=(
            statement(
                text, loss, id="s1", chain=(union,), certainty=Certainty.PROBABLE, hedges=spans_of(text, "believes")
            ),
            statement(
                text,
                "it had warned of the ferry's pumps",
                id="s2",
                chain=(hop("Tom Aldane", description="the union's secretary"),),
            ),
            statement(
                text,
                "The transport ministry",
                id="s3",
                chain=(hop("transport ministry"),),
                stance=Stance.NO_COMMENT,
                cue=spans_of(text, "has not commented"),
            ),
            statement(
                text,
                "Straitline",
                id="s4",
                chain=(hop("Straitline"),),
                stance=Stance.NO_COMMENT,
                cue=spans_of(text, "did not answer questions"),
            ),
            statement(
                text,
                "Half of the lifeboats had been out of service",
                id="s5",
                chain=(hop("people close to the company", named=False),),
            ),
        ),
        figures=(
            figure(text, "up to 60", None, 60, id="f1", measure=Measure.CASUALTIES),
            figure(
                text,
                "between 45 and 60",
                45,
                60,
                id="f2",
                party="the seamen's union",
                statement="s1",
                measure=Measure.CASUALTIES,
            ),
            figure(
                text,
                "Half of",
                50,
                50,
                id="f3",
                party="people close to the company",
                statement="s5",
                measure=Measure.PERCENT,
                unit="percent",
                counted="lifeboats",
            ),
        ),
    )


def _late() -> Reading:
    text = page_text("late")
    guard = hop("coast guard")
    return reading(
        "late.txt",
        text,
        outlet="Norpress",
        published=published("2025-03-15"),
        statements=(
            statement(text, "By the summer an inquiry is to report", id="s1", chain=(guard,), stance=Stance.EXPECTS),
            statement(text, "the number of people on board at 231", id="s2", chain=(guard,)),
            statement(
                text,
                "it likely cost more than 4 million crowns to raise the hull",
                id="s3",
                chain=(guard,),
                certainty=Certainty.PROBABLE,
                hedges=spans_of(text, "likely"),
            ),
        ),
        figures=(
            figure(
                text,
                "231",
                231,
                231,
                id="f1",
                party="coast guard",
                statement="s2",
                measure=Measure.PRESENT,
                as_of=day("2025-03-15"),
            ),
            figure(
                text,
                "more than 4 million crowns",
                4_000_000,
                None,
                low_open=True,
                id="f2",
                party="coast guard",
                statement="s3",
                measure=Measure.MONEY,
                unit="crowns",
                status=Status.POSSIBLE,
            ),
        ),
    )


def brief() -> Brief:
    """Return what the five pages come to, and the sixth that could not be read."""
    return Brief(
        story="The wreck of the Halden Star",
        pages=(
            BriefPage(
                name="night.html",
                title="Ferry Halden Star aground off Brinmoor, at least 9 dead",
                carrier="Harrow Post",
                published=published("2025-03-13"),
                origin=0,
            ),
            BriefPage(
                name="morning.html",
                title="Ferry death toll climbs off Brinmoor",
                carrier="Norpress",
                published=published("2025-03-14"),
                origin=0,
            ),
            BriefPage(
                name="reprint.html",
                title="Halden Star: toll rises",
                carrier="Coastline",
                published=UNKNOWN_DATE,
                origin=0,
            ),
            BriefPage(
                name="union.txt",
                title="Fishermen count up to 60 dead and missing on the Halden Star",
                carrier="The Brinmoor Echo",
                published=readings()[3].page.published,
                origin=1,
            ),
            BriefPage(
                name="late.txt",
                title="Straitline ferry: what is known",
                carrier="Norpress",
                published=published("2025-03-15"),
                origin=2,
            ),
            BriefPage(name="scan.pdf", title=None, carrier=None, published=UNKNOWN_DATE, origin=None),
        ),
        origins=(
            Origin(
                origin="Harbour police and the mayor of Brinmoor, through Norpress",
                basis=OriginBasis.CREDIT,
                pages=("night.html", "morning.html", "reprint.html"),
            ),
            Origin(origin="The seamen's union, in The Brinmoor Echo", basis=OriginBasis.OWN, pages=("union.txt",)),
            Origin(origin="The coast guard, in Norpress", basis=OriginBasis.OWN, pages=("late.txt",)),
        ),
        copies=(("morning.html", "reprint.html", CopyKind.COPY), ("night.html", "morning.html", CopyKind.VERSION)),
        series=_series(),
        relations=_relations(),
        timeline=_timeline(),
        silent=(
            Silent(
                party="Straitline",
                support=(Support(page="night.html", statement="s4"), Support(page="union.txt", statement="s4")),
            ),
            Silent(party="The transport ministry", support=(Support(page="union.txt", statement="s3"),)),
        ),
        problems=(
            PageProblem(page="scan.pdf", code="not_text", message="this is a picture of a page; give its text."),
        ),
    )


def ref(page: str, figure_id: str) -> FigureRef:
    """Return a reference to a figure of one of the pages."""
    return FigureRef(page=page, figure=figure_id)


def _series() -> tuple[Series, ...]:
    dead = (
        ref("night.html", "f1"),
        ref("night.html", "f2"),
        ref("morning.html", "f1"),
        ref("morning.html", "f3"),
        ref("morning.html", "f4"),
        ref("reprint.html", "f1"),
        ref("reprint.html", "f3"),
    )
    return (
        Series(
            name="people killed on the Halden Star",
            measure=Measure.KILLED,
            who="people on the Halden Star",
            place="Brinmoor",
            figures=dead,
            superseded=dead[:2] + dead[3:4],
            stands_at=StandsAt(
                low=12,
                high=None,
                parties=(POLICE, "Ilse Varga"),
                origins=1,
                why="Two counts stand side by side.",
                counts=(
                    Count(
                        low=12,
                        high=None,
                        low_open=False,
                        high_open=False,
                        approximate=False,
                        parties=(POLICE,),
                        origins=1,
                        figures=(dead[2], dead[5]),
                    ),
                    Count(
                        low=17,
                        high=17,
                        low_open=False,
                        high_open=False,
                        approximate=False,
                        parties=("Ilse Varga",),
                        origins=1,
                        figures=(dead[4], dead[6]),
                    ),
                ),
            ),
        ),
        Series(
            name="people missing",
            measure=Measure.MISSING,
            who=None,
            place=None,
            stands_at=None,
            figures=(ref("morning.html", "f2"), ref("reprint.html", "f2")),
        ),
        Series(
            name="people killed or missing",
            measure=Measure.CASUALTIES,
            who=None,
            place=None,
            stands_at=None,
            figures=(ref("union.txt", "f1"), ref("union.txt", "f2")),
        ),
        Series(
            name="people on board",
            measure=Measure.PRESENT,
            who=None,
            place=None,
            stands_at=None,
            figures=(ref("night.html", "f4"), ref("late.txt", "f1")),
        ),
        Series(
            name="people pulled from the water",
            measure=Measure.OTHER,
            who=None,
            place=None,
            stands_at=None,
            figures=(ref("night.html", "f3"),),
        ),
        Series(
            name="lifeboats out of service",
            measure=Measure.PERCENT,
            who=None,
            place=None,
            stands_at=None,
            figures=(ref("union.txt", "f3"),),
        ),
        Series(
            name="cost of raising the hull",
            measure=Measure.MONEY,
            who=None,
            place=None,
            stands_at=None,
            figures=(ref("late.txt", "f2"),),
        ),
    )


def _relations() -> tuple[Relation, ...]:
    def relation(a: FigureRef, b: FigureRef, kind: RelationKind, why: str) -> Relation:
        return Relation(a=a, b=b, relation=kind, why=why)

    night, morning, reprint = "night.html", "morning.html", "reprint.html"
    return (
        relation(ref(night, "f1"), ref(night, "f2"), RelationKind.SAME_ORIGIN, "The headline repeats the lead."),
        relation(ref(morning, "f1"), ref(night, "f2"), RelationKind.SUPERSEDES, "The police gave a later count."),
        relation(ref(morning, "f1"), ref(reprint, "f1"), RelationKind.SAME_ORIGIN, "One passage in two pages."),
        relation(ref(morning, "f2"), ref(reprint, "f2"), RelationKind.SAME_ORIGIN, "One passage in two pages."),
        relation(ref(morning, "f4"), ref(reprint, "f3"), RelationKind.SAME_ORIGIN, "One passage in two pages."),
        relation(
            ref(morning, "f1"),
            ref(morning, "f4"),
            RelationKind.DIVERGES,
            "“At least 12” leaves room for 17, but the two come from different speakers of one day.",
        ),
        relation(ref(reprint, "f1"), ref(morning, "f4"), RelationKind.DIVERGES, "The same two counts in another page."),
        relation(
            ref(night, "f4"),
            ref("late.txt", "f1"),
            RelationKind.CONTRADICTS,
            "212 and 231 people on board cannot both hold: the operator gives one, the coast guard the other.",
        ),
        relation(
            ref("union.txt", "f2"),
            ref(morning, "f1"),
            RelationKind.ADDS_UP,
            "At least 12 killed and about 30 missing make at least 42; the union's 45 to 60 lies above it.",
        ),
    )


def _timeline() -> tuple[TimelineEntry, ...]:
    early = When(edtf="XXXX-03-01/XXXX-03-10", earliest=None, latest=None, basis=Basis.EXPLICIT)
    summer = When(edtf="../2025-06-21", earliest=None, latest=date(2025, 6, 21), basis=Basis.RELATIVE)
    return (
        TimelineEntry(
            when=day("2025-03-12", Basis.RELATIVE),
            words="late on Wednesday",
            origins=1,
            what="the ferry Halden Star ran aground off Brinmoor",
            support=(Support(page="night.html", statement="s1"),),
        ),
        TimelineEntry(
            when=day("2025-03-14", Basis.RELATIVE),
            words="on Friday",
            origins=1,
            what="At least 12 people died and about 30 are missing, harbour police said",
            support=(Support(page="morning.html", statement="s1"), Support(page="reprint.html", statement="s1")),
        ),
        TimelineEntry(
            when=summer,
            words="By the summer",
            origins=1,
            what="an inquiry is to report",
            support=(Support(page="late.txt", statement="s1"),),
        ),
        TimelineEntry(
            when=early,
            words="early March",
            origins=1,
            what="it had warned of the ferry's pumps",
            support=(
                Support(
                    page="union.txt", span=Span(*spans_of(page_text("union"), "it had warned of the ferry's pumps")[0])
                ),
            ),
        ),
    )
