from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import figure, published, reading, spans_of, told
from reportedly.assess.story import assess_story
from reportedly.records import Basis, Brief, Measure, Note, NoteKind, Page, Problem, Reading, Status, TimeMention

KILLED = "Pit\n\nAt Harrow {} miners were killed, it said."


def toll(name: str, low: int, day: str | None = None) -> Reading:
    given = {"published": published(day)} if day else {}
    return told(name, KILLED.format(low), (str(low), low, low), speaker="mining office", who="miners", **given)


def test_no_pages_are_an_empty_brief() -> None:
    assert assess_story([], story="Harrow pit") == Brief(story="Harrow pit")


def test_a_page_that_could_not_be_read_is_listed_with_its_problem() -> None:
    unread = Reading(page=Page(name="b", sha256="0" * 64), problems=(Problem(code="not_text", message="b: no text."),))
    brief = assess_story([toll("a", 12), unread], story="Harrow pit")

    assert [(p.name, p.origin) for p in brief.pages] == [("a", 0), ("b", None)]
    assert [(p.page, p.code) for p in brief.problems] == [("b", "not_text")]


def test_a_page_in_a_language_that_is_not_read_rests_on_no_origin() -> None:
    foreign = reading("b", "Gruven\n\nTolv er døde.", problems=(Problem(code="language", message="only English."),))
    brief = assess_story([toll("a", 12), foreign], story="Harrow pit")

    assert [(p.name, p.origin) for p in brief.pages] == [("a", 0), ("b", None)]
    assert len(brief.origins) == 1


def test_a_number_that_a_correction_takes_back_is_no_count() -> None:
    text = "Pit\n\nCorrection: An earlier version of this article said that 54 were killed."
    note = Note(kind=NoteKind.CORRECTED, span=spans_of(text, text[5:])[0])
    withdrawn = figure(text, "54", 54, 54, status=Status.DENIED)

    assert assess_story([reading("a", text, figures=(withdrawn,), notes=(note,))], story="Harrow pit").series == ()


def test_a_story_as_of_a_day_knows_nothing_later() -> None:
    pages = [toll("a", 12, "2024-03-05"), toll("b", 15, "2024-03-07"), toll("c", 20)]
    brief = assess_story(pages, story="Harrow pit", as_of=date(2024, 3, 6))

    assert [p.name for p in brief.pages] == ["a"]
    assert [(p.page, p.code) for p in brief.problems] == [("b", "later"), ("c", "no_date")]
    assert brief.series[0].stands_at
    assert brief.series[0].stands_at.high == 12


def test_a_page_of_another_story_is_listed_and_stays_out_of_the_series() -> None:
    dam = "Dam of Tarn gives way\n\nAt Halvey on the Sarrow, {} people were killed below the Tarn dam, Velda Kor said."
    told_of = [told(n, dam.format(27), ("27", 27, 27), speaker="Velda Kor", who="people") for n in "abcd"]
    strike = "Librarians strike\n\nAt Ostrel, 300 librarians of the Library Union stayed at home, Marit Osk said."
    other = told("e", strike, ("300", 300, 300), speaker="Marit Osk", who="librarians")
    brief = assess_story([*told_of, other], story="Flood")

    assert [p.name for p in brief.pages] == ["a", "b", "c", "d", "e"]
    assert {ref.page for s in brief.series for ref in s.figures} == {"a", "b", "c", "d"}
    assert [(p.page, p.code) for p in brief.problems] == [("e", "other_story")]


def test_a_series_has_a_name_and_its_figures_in_order() -> None:
    (series,) = assess_story([toll("a", 12), toll("b", 12)], story="Harrow pit").series

    assert (series.name, series.who, series.measure) == ("miners killed", "miners", Measure.KILLED)
    assert [ref.page for ref in series.figures] == ["a", "b"]


def test_series_of_one_name_are_told_apart_by_place() -> None:
    pages = [
        told(n, KILLED.format(low), (str(low), low, low), speaker="office", who="miners", place=place)
        for n, low, place in (("a", 12, "Harrow"), ("b", 30, "Tolm"))
    ]

    assert [s.name for s in assess_story(pages, story="pits").series] == [
        "miners killed, Harrow",
        "miners killed, Tolm",
    ]


def test_two_deployments_are_two_series() -> None:
    text = "Army\n\nVeldria sent about 11,000 soldiers last year and more than 1,000 additional soldiers this year."
    sent = {"measure": Measure.SENT, "who": "Veldrian soldiers"}
    page = reading(
        "a",
        text,
        figures=[
            figure(text, "about 11,000", 11000, 11000, id="f1", **sent),
            figure(text, "more than 1,000", 1000, None, id="f2", low_open=True, additional=True, **sent),
        ],
    )

    assert [s.name for s in assess_story([page], story="army").series] == [
        "Veldrian soldiers sent",
        "additional Veldrian soldiers sent",
    ]


def test_a_small_number_of_things_is_no_series() -> None:
    text = "Pit\n\nThe company has two shafts there."
    page = reading("a", text, figures=[figure(text, "two", 2, 2, measure=Measure.OTHER, who="shafts", unit=None)])

    assert assess_story([page], story="pit").series == ()


def test_the_badly_hurt_are_no_rival_of_the_injured() -> None:
    text = "Pit\n\nThe clinic said that 14 people were injured, two of them critically."
    page = told("a", text, ("14", 14, 14), ("two", 2, 2), speaker="clinic", measure=Measure.INJURED, who="people")

    assert [(s.stands_at and s.stands_at.low) for s in assess_story([page], story="pit").series] == [14, 2]


FIGURES = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.one_of(st.none(), st.integers(0, 5000)),
        st.integers(0, 5000),
        st.sampled_from([Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.SENT]),
        st.sampled_from([None, "Edda Lorne", "Harrow Clinic"]),
        st.sampled_from([None, "2024-03-05", "2024-03-09"]),
    ),
    max_size=12,
)


@given(FIGURES)
@settings(deadline=None)
def test_any_figures_give_a_brief_that_holds_together(
    rows: list[tuple[str, int | None, int, Measure, str | None, str | None]],
) -> None:
    pages = []
    for i, (_, low, more, measure, speaker, day) in enumerate(rows):
        dated = {"published": published(day)} if day else {}
        high = None if low is None else low + more
        text = KILLED.format(more)
        pages.append(
            told(f"{i:02d}", text, (str(more), low, high), speaker=speaker, measure=measure, who="miners", **dated)
        )
    brief = assess_story(pages, story="pit")
    refs = [ref for series in brief.series for ref in series.figures]

    assert len(refs) == len(set(refs)) == len(rows)
    assert all(r.a != r.b and {r.a, r.b} <= set(refs) and r.why.endswith(".") for r in brief.relations)
    assert all(set(series.superseded) <= set(series.figures) for series in brief.series)
    assert brief == assess_story(pages, story="pit")


def test_an_older_event_by_its_time_stays_out_of_the_series() -> None:
    text = "Fire in Sarn\n\nThe fire in Sarn killed four. The November 2009 Harlow fire that killed 13 was the last."
    at = spans_of(text, "November 2009")[0]
    older = TimeMention(
        span=at,
        text="November 2009",
        edtf="2009-11",
        earliest=date(2009, 11, 1),
        latest=date(2009, 11, 30),
        basis=Basis.EXPLICIT,
    )
    counts = [figure(text, "four", 4, 4), figure(text, "13", 13, 13, id="f2")]
    page = reading("a", text, figures=counts, times=(older,), published=published("2024-03-06"))

    series = assess_story([page], story="Sarn fire").series
    assert [[ref.figure for ref in one.figures] for one in series] == [["f1"], ["f2"]]


def test_the_year_that_a_clause_goes_back_to_is_another_event() -> None:
    text = "Ferry off Sarn\n\nForty people died. It was the worst since 1994, when 86 people died in a fire."
    at = spans_of(text, "since 1994")[0]
    first = date(1994, 1, 1)
    older = TimeMention(span=at, text="since 1994", edtf="1994/..", earliest=first, latest=None, basis=Basis.EXPLICIT)
    counts = [figure(text, "Forty", 40, 40), figure(text, "86", 86, 86, id="f2")]
    page = reading("a", text, figures=counts, times=(older,), published=published("2024-03-06"))

    series = assess_story([page], story="Sarn ferry").series
    assert [[ref.figure for ref in one.figures] for one in series] == [["f1"], ["f2"]]


def test_a_number_that_another_is_held_against_is_no_part() -> None:
    text = "Ferry off Sarn\n\nFifty people have died, 14 of them children, up from 47."
    page = reading("a", text, figures=[figure(text, "Fifty", 50, 50), figure(text, "47", 47, 47, id="f2")])

    (series,) = assess_story([page], story="Sarn ferry").series
    assert [ref.figure for ref in series.figures] == ["f1", "f2"]
