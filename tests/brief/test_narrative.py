from dataclasses import replace
from typing import Any

import pytest

from brief.ferry import brief, readings, ref
from builders import day, figure, hop, published, reading, spans_of, statement
from reportedly.brief.lines import Line, Narrative, Section
from reportedly.brief.narrative import narrate
from reportedly.errors import UncitedSentenceError
from reportedly.records import (
    UNKNOWN_DATE,
    Basis,
    Brief,
    BriefPage,
    ChangeKind,
    Circle,
    CircleKind,
    Claim,
    CopyKind,
    Measure,
    Origin,
    OriginBasis,
    PageProblem,
    PageVersions,
    Passage,
    Problem,
    Reading,
    Relation,
    RelationKind,
    Rest,
    RestBasis,
    SeparateOrigin,
    Series,
    Silent,
    Support,
    TimelineEntry,
    VersionBasis,
    VersionChange,
)
from reportedly.spans import Span


def ferry() -> Narrative:
    return narrate(brief(), readings())


def section(narrative: Narrative, key: str) -> Section:
    return next(section for section in narrative.sections if section.key == key)


def told(narrative: Narrative, key: str) -> str:
    return "\n".join(f"{line.lead} | {line.text}" for line in section(narrative, key).lines)


def story(*pages: Reading, **given: Any) -> Brief:
    listed = tuple(
        BriefPage(name=page.page.name, title=None, carrier=None, published=UNKNOWN_DATE, origin=0) for page in pages
    )
    return replace(Brief(story="A wreck", pages=listed), **given)


def killed(*refs: tuple[str, str], **given: Any) -> Series:
    figures = tuple(ref(*one) for one in refs)
    fields: dict[str, Any] = {"name": "people killed", "who": None, "place": None, "stands_at": None}
    return Series(measure=Measure.KILLED, figures=figures, **(fields | given))


def test_a_line_that_rests_on_nothing_is_not_written() -> None:
    with pytest.raises(UncitedSentenceError, match="12 people died"):
        Line(text="12 people died.", support=())


def test_every_citation_exists_in_the_readings() -> None:
    by_name = {page.page.name: page for page in readings()}
    for part in ferry().sections:
        for line in part.lines:
            for support in line.support:
                page = by_name.get(support.page)
                if support.span is not None:
                    assert support.span.end <= len(page.text if page else "")
                elif support.statement:
                    assert page is not None
                    assert support.statement in {said.id for said in page.statements}
                else:
                    assert page is not None
                    assert support.figure in {count.id for count in page.figures}


def test_a_citation_is_page_number_and_id() -> None:
    narrative = ferry()
    line = next(iter(section(narrative, "silent").lines))

    assert narrative.keys(line) == ("1:s4", "4:s4")


def test_whole_pages_are_cited_in_runs() -> None:
    narrative = ferry()
    line = Line(text="Four pages.", support=tuple(narrative.pages[i].whole for i in (0, 1, 2, 4)))

    assert narrative.keys(line) == ("1-3", "5")


def test_words_are_cited_by_where_they_start() -> None:
    narrative = ferry()
    line = Line(text="Words.", support=(Support(page="union.txt", span=Span(7, 9)),))

    assert narrative.keys(line) == ("4:7",)


def test_the_first_line_counts_pages_origins_and_dates() -> None:
    assert told(ferry(), "facts") == (
        " | 5 of 6 pages read, resting on 3 separate origins. Dated: pages 1, 2 and 5; not dated: pages 3 and 4."
    )


def test_a_story_of_which_no_page_could_be_read_says_only_that() -> None:
    narrative = narrate(brief(), ())

    assert told(narrative, "facts") == " | No page could be read."


def test_a_page_in_another_language_counts_as_not_read() -> None:
    problem = Problem(code="language", message="the page is in another language (no).")
    pages = (reading("a.txt", "A wreck\nOne."), reading("b.txt", "Et forlis\nTo.", problems=(problem,)))

    assert told(narrate(story(*pages), pages), "facts").startswith(" | 1 of 2 pages read")


def test_a_story_with_no_dated_page_says_so() -> None:
    page = reading("a.txt", "A wreck\n12 people died.")

    assert told(narrate(story(page), (page,)), "facts") == (
        " | 1 page read, resting on no separate origins. None of them is dated."
    )


def test_a_bound_is_told_in_the_words_of_the_page() -> None:
    assert "At least 12 | harbour police, through Norpress, as of 14 March 2025" in told(ferry(), "reported")


def test_a_reprint_adds_a_citation_and_no_row() -> None:
    narrative = ferry()
    rows = [line for line in section(narrative, "reported").lines if line.lead == "At least 12"]

    assert [narrative.keys(row) for row in rows] == [("3:f1", "2:f1")]


def test_a_count_that_its_speaker_replaced_is_shown_as_superseded_after_those_that_stand() -> None:
    rows = list(section(ferry(), "reported").groups[0].lines)

    assert [(row.lead, row.standing) for row in rows] == [
        ("At least 12", True),
        ("17", True),
        ("At least nine", False),
        ("nine", False),
    ]
    assert rows[2].text.endswith("superseded by “At least 12”")


def test_counts_that_stand_alone_share_one_group() -> None:
    group = section(ferry(), "reported").groups[-1]

    assert group.heading == "One count each"
    assert [line.text.split(":")[0] for line in group.lines] == [
        "people missing",
        "cost of raising the hull",
        "lifeboats out of service",
        "people pulled from the water",
    ]


def test_an_unstated_day_is_said_once_where_it_holds_for_all_counts() -> None:
    group = section(ferry(), "reported").groups[1]

    assert group.note == "date not stated"
    assert "date not stated" not in "".join(line.text for line in group.lines)


def test_contradictions_come_before_divergences_and_each_pair_of_counts_once() -> None:
    assert [line.lead for line in section(ferry(), "disagree").lines] == ["contradicts", "diverges"]


def test_an_event_names_who_tells_it_unless_its_words_do() -> None:
    events = told(ferry(), "timeline")

    assert "12 March 2025 | The ferry Halden Star ran aground off Brinmoor (harbour police, through Norpress)" in events
    assert "about 30 are missing, harbour police said\n" in events


def test_an_event_without_a_place_on_the_calendar_keeps_its_words_and_comes_last() -> None:
    *_, last = section(ferry(), "timeline").lines

    assert last.lead == "early March"
    assert last.when is None
    assert section(ferry(), "timeline").groups[-1].heading == "Year not stated"


def test_the_silent_are_told_in_the_words_of_the_page() -> None:
    assert told(ferry(), "silent") == "Straitline | “declined to comment”\nThe transport ministry | “has not commented”"


def test_silence_without_words_of_its_own_is_told_plainly() -> None:
    text = "A wreck\n12 people died."
    page = reading("a.txt", text, statements=(statement(text, "12 people died", speaker="Straitline"),))
    silent = Silent(party="Straitline", support=(Support(page="a.txt", statement="s1"),))
    unknown = Silent(party="Norpress", support=(Support(page="a.txt", statement="s9"),))

    assert told(narrate(story(page, silent=(silent, unknown)), (page,)), "silent") == "Straitline | no comment"


def test_an_event_names_two_speakers_and_counts_the_rest() -> None:
    text = "A wreck\nThe ferry sank. It went down. It is lost. It is gone."
    parts = ("The ferry sank", "It went down", "It is lost", "It is gone")
    said = tuple(statement(text, part, id=f"s{i}", speaker=f"witness {i}") for i, part in enumerate(parts))
    event = TimelineEntry(
        when=day("2025-03-12"),
        words="",
        what="The ferry sank",
        support=tuple(Support(page="a.txt", statement=one.id) for one in said),
        origins=1,
    )
    page = reading("a.txt", text, statements=said)

    assert told(narrate(story(page, timeline=(event,)), (page,)), "timeline") == (
        "12 March 2025 | The ferry sank (witness 0; witness 1; 2 more)"
    )


def test_copies_are_told_once_under_what_they_rest_on() -> None:
    assert told(ferry(), "origins").count("the same words") == 1


def test_copies_of_no_origin_are_told_as_one_report() -> None:
    pages = reading("a.txt", "A wreck\nOne."), reading("b.txt", "A wreck\nOne.")
    narrative = narrate(story(*pages, copies=(("a.txt", "b.txt", CopyKind.COPY),)), pages)

    assert "Pages 1 and 2 have the same words: one report, not 2." in told(narrative, "origins")


def test_a_problem_names_its_page_and_cites_it() -> None:
    narrative = ferry()
    (line,) = section(narrative, "problems").lines

    assert line.text == "Page 6: this is a picture of a page; give its text."
    assert narrative.keys(line) == ("6",)


def test_a_problem_of_the_whole_story_cites_every_page() -> None:
    page = reading("a.txt", "A wreck\n12 people died.")
    narrative = narrate(story(page, problems=(PageProblem(page=None, code="odd", message="odd."),)), (page,))

    assert told(narrative, "problems") == " | odd."


def test_a_page_left_out_is_named_after_the_others_and_counted_with_none() -> None:
    page, later = reading("a.txt", "A wreck\nOne."), reading("b.txt", "A wreck, later\nTwo.", outlet="Harrow Post")
    late = PageProblem(page="b.txt", code="later", message="came out after 7 March 2025: left out.")
    narrative = narrate(story(page, problems=(late,)), (page, later))
    (line,) = section(narrative, "problems").lines

    assert told(narrative, "facts").startswith(" | 1 page read")
    assert (line.text, narrative.keys(line)) == ("Page 2: came out after 7 March 2025: left out.", ("2",))
    assert (narrative.pages[1].title, narrative.pages[1].state) == ("A wreck, later", "left out, not dated")


def test_a_page_that_only_a_problem_names_needs_no_reading() -> None:
    page = reading("a.txt", "A wreck\nOne.")
    narrative = narrate(story(page, problems=(PageProblem(page="z.txt", code="odd", message="odd."),)), (page,))

    assert narrative.pages[1].title == "z.txt"


def test_a_brief_of_no_pages_says_nothing() -> None:
    narrative = narrate(Brief(story="Nothing"), ())

    assert narrative.sections == ()


def test_a_repeat_that_names_another_speaker_is_not_credited_to_the_first_alone() -> None:
    text = "A wreck\n12 people died, police said. The 12 dead were counted by two divers."
    page = reading(
        "a.txt",
        text,
        figures=(
            figure(text, "12", 12, 12, id="f1", party="police", statement="s1"),
            figure(text, "12 dead", 12, 12, id="f2", party="two divers", statement="s2"),
        ),
        statements=(
            statement(text, "12 people died", speaker="police", id="s1"),
            statement(text, "The 12 dead", id="s2", chain=(hop("two divers", named=False),)),
        ),
    )
    same = Relation(a=ref("a.txt", "f1"), b=ref("a.txt", "f2"), relation=RelationKind.SAME_ORIGIN, why="One count.")
    narrative = narrate(story(page, series=(killed(("a.txt", "f1"), ("a.txt", "f2")),), relations=(same,)), (page,))

    assert told(narrative, "reported") == ("12 | people killed: police, also two divers (unnamed)")


def test_outlets_that_give_a_number_without_a_source_share_a_row() -> None:
    text = "A wreck\n12 people died."
    pages = tuple(
        reading(f"{name}.txt", text, outlet=name, figures=(figure(text, "12", 12, 12, party=name),)) for name in "abc"
    )
    series = killed(("a.txt", "f1"), ("b.txt", "f1"), ("c.txt", "f1"))

    assert told(narrate(story(*pages, series=(series,)), pages), "reported") == (
        "12 | people killed: a, b and 1 more, no source given"
    )


def test_a_page_that_names_no_outlet_gives_its_numbers_without_one() -> None:
    page = reading("a.txt", "A wreck\n12 people died.", figures=(figure("A wreck\n12 people died.", "12", 12, 12),))
    narrative = narrate(story(page, series=(killed(("a.txt", "f1")),)), (page,))

    assert told(narrative, "reported") == "12 | people killed: no source given"


def test_a_speaker_known_from_elsewhere_in_the_page_is_named() -> None:
    text = "A wreck\n12 people died."
    page = reading("a.txt", text, outlet="Norpress", figures=(figure(text, "12", 12, 12, party="harbour police"),))
    narrative = narrate(story(page, series=(killed(("a.txt", "f1")),)), (page,))

    assert told(narrative, "reported") == "12 | people killed: harbour police"


def test_unnamed_speakers_of_two_pages_are_not_taken_for_one() -> None:
    text = "A wreck\n12 people died, officials said."
    said = statement(text, "12 people died", chain=(hop("officials", named=False),))
    counted = figure(text, "12", 12, 12, party="officials", statement="s1")
    pages = tuple(reading(name, text, statements=(said,), figures=(counted,)) for name in ("a.txt", "b.txt"))
    narrative = narrate(story(*pages, series=(killed(("a.txt", "f1"), ("b.txt", "f1")),)), pages)

    assert [narrative.keys(line) for line in section(narrative, "reported").lines] == [("1:f1",), ("2:f1",)]


def test_a_hedge_that_only_a_repeat_has_is_kept() -> None:
    text = "A wreck\n12 people died, police said. Some 12 may have died."
    page = reading(
        "a.txt",
        text,
        statements=(
            statement(text, "12 people died", speaker="police", id="s1"),
            statement(text, "12 may have died", speaker="police", id="s2", hedges=spans_of(text, "may")),
        ),
        figures=(
            figure(text, "12", 12, 12, id="f1", party="police", statement="s1"),
            figure(text, "12 may", 12, 12, id="f2", party="police", statement="s2"),
        ),
    )
    narrative = narrate(story(page, series=(killed(("a.txt", "f1"), ("a.txt", "f2")),)), (page,))

    assert "police, elsewhere hedged “may”" in told(narrative, "reported")


def test_a_number_given_again_in_another_unit_is_no_second_count() -> None:
    text = "A flood\nIt covered more than 1,000 sq km (386 sq miles)."
    page = reading(
        "a.txt",
        text,
        figures=(
            figure(text, "more than 1,000 sq km", 1000, None, id="f1", measure=Measure.AREA, unit="km2"),
            figure(text, "386 sq miles", 386, None, id="f2", measure=Measure.AREA, unit="mi2", converts="f1"),
        ),
    )
    narrative = narrate(story(page, series=(killed(("a.txt", "f1"), ("a.txt", "f2")),)), (page,))

    assert [line.lead for line in section(narrative, "reported").lines] == ["more than 1,000 sq km"]


def test_figures_that_no_reading_has_are_left_out() -> None:
    page = reading("a.txt", "A wreck\n12 people died.")
    narrative = narrate(story(page, series=(killed(("a.txt", "f9"), ("b.txt", "f1")),)), (page,))

    assert [part.key for part in narrative.sections] == ["facts"]


def test_an_origin_of_several_pages_says_what_joins_them() -> None:
    pages = (reading("a.txt", "A wreck\nOne."), reading("b.txt", "A wreck\nTwo."))
    origin = Origin(origin="The harbour police", basis=OriginBasis.SAME_SPEAKER, pages=("a.txt", "b.txt"))

    assert told(narrate(story(*pages, origins=(origin,)), pages), "origins") == (
        " | The harbour police: pages 1 and 2 (one speaker)."
    )


def test_a_page_that_rests_on_a_report_in_part_is_told_as_such() -> None:
    pages = (reading("a.txt", "A wreck\nOne."), reading("b.txt", "A wreck\nTwo."))
    wire = Origin(origin="Norpress", basis=OriginBasis.OWN, pages=("a.txt", "b.txt"))
    own = Origin(origin="The mayor", basis=OriginBasis.OWN, pages=("b.txt",))
    listed = tuple(
        BriefPage(name=page.page.name, title=None, carrier=None, published=UNKNOWN_DATE, origin=i)
        for i, page in enumerate(pages)
    )
    narrative = narrate(replace(story(*pages, origins=(wire, own)), pages=listed), pages)

    assert told(narrative, "origins").splitlines()[0] == " | Norpress: page 1, and in part page 2."


def test_those_of_whom_one_sentence_says_that_they_are_silent_share_a_line() -> None:
    text = "A wreck\nThe line and the ministry have not commented."
    page = reading("a.txt", text, statements=(statement(text, "have not commented", speaker="the line"),))
    both = tuple(
        Silent(party=p, support=(Support(page="a.txt", statement="s1"),)) for p in ("The line", "The ministry")
    )

    assert told(narrate(story(page, silent=both), (page,)), "silent") == "The line and The ministry | no comment"


def test_a_long_event_is_cut_where_room_is_short_and_who_tells_it_is_not() -> None:
    what = "that the ferry Halden Star had been towed to the yard at Brinmoor in mid-May by two tugs from the far north"
    text = f"A wreck\nThe firm said {what}, where divers are to look at it."
    said = statement(text, what, speaker="Straitline")
    event = TimelineEntry(
        when=replace(day("2025-05-15"), edtf="XXXX-05", earliest=None, latest=None),
        words="mid-May",
        what=f"{what}, where divers are to look at it",
        support=(Support(page="a.txt", statement="s1"),),
        origins=1,
    )
    page = reading("a.txt", text, statements=(said,))
    (line,) = section(narrate(story(page, timeline=(event,)), (page,)), "timeline").lines

    assert (
        line.short
        == "The ferry Halden Star had been towed to the yard at Brinmoor in mid-May by two tugs … (Straitline)"
    )
    assert line.text.endswith("look at it (Straitline)")


def event(what: str, on: str, *, said: bool = False, **given: Any) -> TimelineEntry:
    support = (Support(page="a.txt", statement="s1"),)
    return TimelineEntry(when=day(on), words="", what=what, support=support, origins=1, said=said, **given)


def test_no_cut_takes_the_number_that_an_event_is_about() -> None:
    what = (
        "Divers who had searched the two lower decks of the wreck off Brinmoor until the evening and then the hold "
        "brought up the bodies of 12 people, as the harbour master had asked them to do before the coming storm"
    )
    text = f"A wreck\n{what}."
    page = reading("a.txt", text, statements=(statement(text, what),), figures=(figure(text, "12", 12, 12),))
    (line,) = section(narrate(story(page, timeline=(event(what, "2025-05-15"),)), (page,)), "timeline").lines

    assert line.short.startswith(f"{what.partition(',')[0]} …")


def test_a_short_timeline_has_six_events_and_what_was_said_only_for_want_of_them() -> None:
    text = "A wreck\nThe harbour police told of it."
    page = reading("a.txt", text, statements=(statement(text, "told of it", speaker="The harbour police"),))
    spoken = [event(f"Police spoke on day {n}", f"2025-05-{n:02}", said=True) for n in range(1, 4)]
    done = [event(f"Tugs came on day {n}", f"2025-05-{n:02}") for n in range(11, 16)]
    lines = section(narrate(story(page, timeline=(*spoken, *done)), (page,)), "timeline").lines
    shown = [line.text for line in lines if not line.minor]

    assert len(shown) == 6
    assert sum(words.startswith("Police spoke") for words in shown) == 1


def test_a_replaced_count_is_told_shortly_by_what_stands_in_its_place() -> None:
    lines = section(ferry(), "reported").lines
    (short,) = (line.short for line in lines if line.lead == "At least nine")

    assert short == "same party, 13 March: superseded by “At least 12”"


def test_a_day_that_a_count_has_from_its_page_alone_is_starred_where_room_is_short() -> None:
    text = "A wreck\n12 people died, the police said."
    said = statement(text, "12 people died", speaker="The police")
    count = figure(text, "12", 12, 12, statement="s1", as_of=day("2025-03-14", Basis.ABOUT))

    page = reading("a.txt", text, statements=(said,), figures=(count,), published=published("2025-03-14"))
    (line,) = section(narrate(story(page, series=(killed(("a.txt", "f1")),)), (page,)), "reported").lines

    assert line.text.endswith("as of 14 March 2025 (page date)")
    assert line.short.endswith("as of 14 March 2025*")
    assert line.starred


def test_a_part_of_a_count_is_told_once_however_many_copies_have_it() -> None:
    text = "A wreck\n12 people died, police said. Of the dead, 5 were children."
    counts = figure(text, "12", 12, 12), figure(text, "5", 5, 5, id="f2")
    pages = tuple(reading(name, text, figures=counts) for name in ("a.txt", "b.txt"))
    whole, part = killed(("a.txt", "f1"), ("b.txt", "f1")), killed(("a.txt", "f2"), ("b.txt", "f2"), name="children")
    relations = tuple(
        Relation(a=ref(name, "f1"), b=ref(name, "f2"), relation=RelationKind.ADDS_UP, why=f"5 of 12, {when}.")
        for name, when in (("a.txt", "as of 8 March"), ("b.txt", "undated"))
    )
    narrative = narrate(story(*pages, series=(whole, part), relations=relations), pages)

    assert told(narrative, "fit") == " | 5 of 12, as of 8 March."


def test_a_file_that_a_reason_names_is_told_as_its_page() -> None:
    pages = told_page("a.txt", 12), told_page("b.txt", 14)
    why = "“12 killed” in a.txt is “14 killed” in b.txt."
    relation = Relation(a=ref("a.txt", "f1"), b=ref("b.txt", "f1"), relation=RelationKind.DIVERGES, why=why)

    assert told(narrate(story(*pages, relations=(relation,)), pages), "disagree") == (
        "diverges | “12 killed” in page 1 is “14 killed” in page 2."
    )


# --- versions, circles, footing --------------------------------------------------------------------------------------


def two_versions(**given: Any) -> Narrative:
    pages = told_page("a.txt", 12), told_page("b.txt", 14)
    change = VersionChange(
        kind=ChangeKind.FIGURE_CHANGED,
        earlier=Support(page="a.txt", figure="f1"),
        later=Support(page="b.txt", figure="f1"),
        earlier_span=pages[0].figures[0].span,
        later_span=pages[1].figures[0].span,
        why="“12 killed” became “14 killed”",
    )
    fields = {"ordered": True, "changes": (change,), **given}
    versions = PageVersions(earlier="a.txt", later="b.txt", basis=VersionBasis.URL, **fields)
    return narrate(story(*pages, versions=(versions,)), pages)


def told_page(name: str, dead: int) -> Reading:
    text = f"A wreck\n{dead} people died, police said."
    count = figure(text, f"{dead}", dead, dead, statement="s1")
    return reading(name, text, figures=(count,), statements=(statement(text, f"{dead} people died", speaker="police"),))


def test_what_a_version_changed_is_told_with_both_places() -> None:
    narrative = two_versions()
    (line,) = section(narrative, "versions").lines

    assert section(narrative, "versions").groups[0].heading == "Page 1, then page 2"
    assert (line.lead, line.text) == ("number changed", "“12 killed” became “14 killed”.")
    assert narrative.keys(line) == ("1:f1", "2:f1")


def test_versions_of_no_known_order_are_told_side_by_side() -> None:
    narrative = two_versions(ordered=False)

    assert section(narrative, "versions").groups[0].heading == "Page 1 and page 2, in an order that is not known"
    assert told(narrative, "versions").startswith("other number | ")


def test_versions_with_no_difference_say_so() -> None:
    narrative = two_versions(changes=())
    (line,) = section(narrative, "versions").lines

    assert (line.text, narrative.keys(line)) == ("No figure and no attribution differs.", ("1-2",))


def test_a_count_that_goes_in_a_circle_is_named_where_reports_disagree() -> None:
    pages = told_page("a.txt", 12), told_page("b.txt", 12)
    circle = Circle(
        kind=CircleKind.CYCLE, outlets=("A", "B"), figures=(ref("a.txt", "f1"), ref("b.txt", "f1")), why="A cites B."
    )

    assert told(narrate(story(*pages, circles=(circle,)), pages), "disagree") == "circular | A cites B."


def test_where_a_number_of_two_pages_comes_from_is_told_page_by_page() -> None:
    pages = told_page("a.txt", 12), told_page("b.txt", 12)
    supports = [Support(page=name, figure="f1") for name in ("a.txt", "b.txt")]
    rests = (
        Rest(page="a.txt", basis=RestBasis.CREDIT, party="police", through=("Norpress",), support=(supports[0],)),
        Rest(page="b.txt", basis=RestBasis.SAID, party="police", support=(supports[1],)),
        Rest(page="b.txt", basis=RestBasis.SAME_SPEAKER, other="a.txt", support=tuple(supports)),
    )
    claim = Claim(
        figures=(ref("a.txt", "f1"), ref("b.txt", "f1")),
        series="people killed",
        origins=1,
        separate=(SeparateOrigin(origin="police", counts=True, rests=rests),),
    )
    narrative = narrate(story(*pages, claims=(claim,)), pages)

    assert told(narrative, "footing") == (
        " | “12”, people killed: 1 origin on 2 pages.\n | police: page 1 through Norpress; page 2 directly."
    )
    assert [line.depth for line in section(narrative, "footing").lines] == [0, 1]


def test_a_number_of_one_page_needs_no_proof() -> None:
    page = told_page("a.txt", 12)
    claim = Claim(figures=(ref("a.txt", "f1"),), origins=1, separate=())

    assert "footing" not in [part.key for part in narrate(story(page, claims=(claim,)), (page,)).sections]


def test_a_passage_that_two_pages_share_is_told_at_its_words() -> None:
    pages = told_page("a.txt", 12), told_page("b.txt", 12)
    passage = Passage(page="a.txt", other="b.txt", span=Span(8, 22), other_span=Span(8, 22))
    narrative = narrate(story(*pages, passages=(passage,)), pages)
    (line,) = section(narrative, "origins").lines

    assert (line.text, narrative.keys(line)) == ("Pages 1 and 2 share a passage of 3 words.", ("1:8", "2:8"))
