from dataclasses import replace
from typing import Any

import pytest

from builders import day, hop, published, reading, spans_of, statement
from reportedly.assess.story import assess_story
from reportedly.records import Basis, Dateline, Note, NoteKind, Reading, Stance, TimelineEntry, TimeMention, When

NOWHERE = When(edtf=None, earliest=None, latest=None, basis=Basis.RELATIVE)


def mention(text: str, words: str, when: When) -> TimeMention:
    return TimeMention(
        edtf=when.edtf,
        earliest=when.earliest,
        latest=when.latest,
        basis=when.basis,
        span=spans_of(text, words)[0],
        text=words,
    )


def between(edtf: str, first: str, last: str) -> When:
    return When(edtf=edtf, earliest=day(first).earliest, latest=day(last).latest, basis=Basis.EXPLICIT)


def page(name: str, text: str, words: str, when: When, **given: Any) -> Reading:
    return reading(name, text, times=(mention(text, words, when),), **given)


def timeline(*pages: Reading) -> tuple[TimelineEntry, ...]:
    return assess_story(pages, story="Harrow pit").timeline


def test_an_event_is_told_in_the_pages_words() -> None:
    text = "Pit\n\nThe gallery fell in on 5 March. Nobody had been warned."
    (entry,) = timeline(page("a", text, "5 March", day("2024-03-05")))

    assert (entry.what, entry.words, entry.when.edtf) == ("The gallery fell in on 5 March.", "5 March", "2024-03-05")
    assert (entry.support[0].page, entry.support[0].span and entry.support[0].span.of(text)) == ("a", entry.what)


def test_what_a_correction_says_of_the_page_is_no_event() -> None:
    text = "Pit\n\nCorrection: An earlier version of this article said that the pit opened in 1986."
    note = Note(kind=NoteKind.CORRECTED, span=spans_of(text, text[5:])[0])
    corrected = page("a", text, "1986", between("1986", "1986-01-01", "1986-12-31"))

    assert timeline(replace(corrected, page=replace(corrected.page, notes=(note,)))) == ()


def test_a_quotation_keeps_both_its_marks() -> None:
    text = 'Pit\n\n"The gallery fell in on 5 March," said Edda Lorne.'
    (entry,) = timeline(page("a", text, "5 March", day("2024-03-05")))

    assert entry.what == '"The gallery fell in on 5 March," said Edda Lorne.'


def test_a_statement_that_tells_it_is_its_support() -> None:
    text = "Pit\n\nThe mayor said that the gallery fell in on 5 March."
    said = statement(text, "that the gallery fell in on 5 March", speaker="Edda Lorne")
    (entry,) = timeline(page("a", text, "5 March", day("2024-03-05"), statements=(said,)))

    assert [s.statement for s in entry.support] == ["s1"]


def test_who_said_it_stays_with_what_is_told() -> None:
    text = "Pit\n\nThe mayor said that the gallery probably fell in on 5 March."
    said = statement(text, "that the gallery probably fell in on 5 March", speaker="Edda Lorne")
    (entry,) = timeline(page("a", text, "5 March", day("2024-03-05"), statements=(said,)))

    assert entry.what == "The mayor said that the gallery probably fell in on 5 March."


def test_one_event_told_by_two_pages_is_one_entry() -> None:
    one = page("a", "Pit\n\nThe east gallery of the pit fell in on Tuesday.", "Tuesday", day("2024-03-05"))
    other = page("b", "Mine\n\nOn 5 March the east gallery fell in, killing twelve.", "5 March", day("2024-03-05"))
    (entry,) = timeline(one, other)

    assert [s.page for s in entry.support] == ["a", "b"]
    assert entry.origins == 2


def test_two_events_of_one_day_are_two_entries() -> None:
    one = page("a", "Pit\n\nThe east gallery of the pit fell in on Tuesday.", "Tuesday", day("2024-03-05"))
    other = page("b", "Mine\n\nOn 5 March the company's director resigned.", "5 March", day("2024-03-05"))

    assert len(timeline(one, other)) == 2


def test_entries_stand_in_order_and_what_has_no_place_stands_last() -> None:
    march = When(edtf="XXXX-03", earliest=None, latest=None, basis=Basis.RELATIVE)
    since = When(edtf="2024-03-01/..", earliest=day("2024-03-01").earliest, latest=None, basis=Basis.RELATIVE)
    until = When(edtf="../2024-06-21", earliest=None, latest=day("2024-06-21").latest, basis=Basis.RELATIVE)
    found = timeline(
        page("a", "x\n\nOn Friday the men were buried there.", "Friday", NOWHERE),
        page("b", "x\n\nIn March the inspectors found water below.", "March", march),
        page("c", "x\n\nBy summer the shaft will have been closed.", "By summer", until),
        page("d", "x\n\nThe gallery had fallen in on the fifth day.", "fifth day", day("2024-03-05")),
        page("e", "x\n\nSince 1 March it has been raining daily.", "Since 1 March", since),
    )

    assert [entry.support[0].page for entry in found] == ["e", "d", "c", "b", "a"]


def test_a_month_of_no_known_year_keeps_its_words() -> None:
    month = When(edtf="XXXX-01-1X", earliest=None, latest=None, basis=Basis.RELATIVE)
    (entry,) = timeline(page("a", "x\n\nThe men were withdrawn in mid-January.", "mid-January", month))

    assert (entry.words, entry.when.edtf, entry.when.known) == ("mid-January", "XXXX-01-1X", False)


def test_a_sentence_on_an_undated_page_joins_the_same_sentence_on_a_dated_one() -> None:
    text = "Pit\n\nThe east gallery of the Harrow pit fell in on Tuesday."
    (entry,) = timeline(page("a", text, "Tuesday", NOWHERE), page("b", text, "Tuesday", day("2024-03-05")))

    assert entry.when.edtf == "2024-03-05"
    assert len(entry.support) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x\n\nThe pit is now closed to all visitors.", "now"),
        ("x\n\nA fine day, 5 March, for all of Harrow.", "5 March"),
        ("x\n\nDid the gallery of the pit fall in on 5 March?", "5 March"),
        ("x\n\nClosed 5 March.", "5 March"),
    ],
)
def test_what_tells_of_no_event_is_no_entry(text: str, words: str) -> None:
    assert timeline(page("a", text, words, day("2024-03-05"))) == ()


def test_how_long_it_took_is_no_date() -> None:
    assert timeline(page("a", "x\n\nThe men were held there for three weeks.", "three weeks", NOWHERE)) == ()


@pytest.mark.parametrize(
    ("words", "kept"), [("The wall will be built by 5 March.", 1), ("The wall was built by 5 March.", 0)]
)
def test_what_is_expected_has_to_show_it(words: str, kept: int) -> None:
    text = f"x\n\n{words}"
    said = statement(text, words, speaker="Edda Lorne", stance=Stance.EXPECTS)

    assert len(timeline(page("a", text, "5 March", day("2024-03-05"), statements=(said,)))) == kept


def test_a_question_is_no_event() -> None:
    text = "x\n\nReporters asked whether the wall was built by 5 March."
    said = statement(text, "whether the wall was built by 5 March", speaker="Reporters", stance=Stance.ASKS)

    assert timeline(page("a", text, "5 March", day("2024-03-05"), statements=(said,))) == ()


def test_a_dateline_is_no_part_of_the_event() -> None:
    text = "x\n\nHARROW, March 6 (Norpress) - The east gallery fell in on Tuesday."
    times = (mention(text, "March 6", day("2024-03-06")), mention(text, "Tuesday", day("2024-03-05")))
    line = Dateline(place="HARROW", span=spans_of(text, "HARROW, March 6 (Norpress) -")[0])
    (entry,) = timeline(reading("a", text, times=times, dateline=line, published=published("2024-03-06")))

    assert (entry.when.edtf, entry.what) == ("2024-03-05", "The east gallery fell in on Tuesday.")


def test_one_sentence_is_one_entry_at_its_closest_time() -> None:
    text = "x\n\nIn 2024 the gallery of the pit fell in on 5 March; the pumps had been stopped in February."
    times = (
        mention(text, "2024", between("2024", "2024-01-01", "2024-12-31")),
        mention(text, "5 March", day("2024-03-05")),
        mention(text, "February", between("2024-02", "2024-02-01", "2024-02-29")),
    )
    found = timeline(reading("a", text, times=times))

    assert [(e.when.edtf, e.what) for e in found] == [
        ("2024-02", "the pumps had been stopped in February."),
        ("2024-03-05", "In 2024 the gallery of the pit fell in on 5 March"),
    ]


def test_reprints_of_an_event_have_one_origin() -> None:
    text = "x\n\nThe east gallery of the pit fell in on 5 March, said Edda Lorne."
    said = statement(text, "The east gallery of the pit fell in on 5 March", chain=(hop("Edda Lorne"),))
    (entry,) = timeline(*(page(n, text, "5 March", day("2024-03-05"), statements=(said,)) for n in "ab"))

    assert entry.origins == 1


def test_the_day_of_speaking_is_told_as_such() -> None:
    text = "x\n\nThe office said on Friday that the gallery had been sealed."
    said = statement(text, "that the gallery had been sealed", speaker="mining office")
    (entry,) = timeline(page("a", text, "Friday", day("2024-03-08"), statements=(said,)))

    assert entry.said


def test_months_of_no_year_stand_page_by_page() -> None:
    def month(edtf: str) -> When:
        return When(edtf=edtf, earliest=None, latest=None, basis=Basis.RELATIVE)

    found = timeline(
        page("a", "x\n\nThe men were called back in December.", "December", month("XXXX-12")),
        page("b", "x\n\nThe pumps had been stopped in March.", "March", month("XXXX-03")),
    )

    assert [entry.words for entry in found] == ["December", "March"]
