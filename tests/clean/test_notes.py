import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.clean.article import clean_page
from reportedly.clean.notes import find_notes, set_aside, told_paragraphs
from reportedly.records import Article, NoteKind, RawPage
from reportedly.settings import Settings
from reportedly.spans import Span

LEAD = "Engineers said on Monday that the dam above Harrow had held through the night, and that 300 people were home."
LAST = "Another storm was expected before the end of the week, and two schools in the valley would remain closed."


def article_of(*lines: str, plain: bool = True, headline: str = "Dam above Harrow holds") -> Article:
    text = "\n\n".join([headline, LEAD, *lines, LAST])
    return clean_page(RawPage(name="1.txt", content=text.encode(), sha256=""), Settings(plain=plain))


def notes_of(*lines: str, plain: bool = True) -> list[tuple[str, str]]:
    article = article_of(*lines, plain=plain)
    return [(note.kind.value, note.span.of(article.text)) for note in find_notes(article)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            "Correction: An earlier version of this article said that 14 people had died. Twelve people died.",
            "corrected",
        ),
        ("CORRECTION (3 March 2031): The dam is 90 metres high, not 190.", "corrected"),
        ("Clarification, 3 March: The mayor spoke on Sunday.", "corrected"),
        ("This article was amended on 3 March 2031 to give the right name of the dam.", "corrected"),
        ("Editor\u2019s note: An earlier version of this story misstated the number of dead.", "corrected"),
        ("An earlier version of this report gave another number of dead.", "corrected"),
        ("This story has been updated with comment from the governor.", "updated"),
        ("This is a developing story and will be updated.", "updated"),
        ("Updated: 3 March 2031, 10:15", "updated"),
        ("This post originally appeared in the Harlow Farmer.", "reposted"),
        ("(Reposted from the Harlow Post)", "reposted"),
        ("Cross-posted at Harlow Farmer", "reposted"),
        ("h/t Sam Poe", "reposted"),
        ("Via Norpress", "reposted"),
        ("First published by Norpress", "reposted"),
        ("This article has been retracted.", "retracted"),
        ("EMBARGOED UNTIL 00:01 GMT, 3 March 2031", "embargoed"),
    ],
)
def test_a_line_in_which_a_page_speaks_of_itself_is_a_note(line: str, kind: str) -> None:
    assert notes_of(line) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Correction officers from Orsk were sent to the valley on Monday evening, the ministry said.",
        "An earlier version of this dam stood until 1931, said Ada Holm, who has written its history.",
        "The mayor said that the story of the dam had been updated by people who had never seen it.",
        "First published on 3 March 2031",
        "Via a bridge of boats the last people of the valley came home on Monday, tired and wet and glad.",
        "Updates on the dam are given every hour by the ministry in Orsk, it said on Monday.",
    ],
)
def test_news_is_no_note(line: str) -> None:
    assert notes_of(line) == []


def test_the_paragraph_under_a_heading_correction_is_the_correction() -> None:
    assert notes_of("Correction", "The dam is 90 metres high, not 190.", "It was built in 1931.") == [
        ("corrected", "Correction"),
        ("corrected", "The dam is 90 metres high, not 190."),
    ]


def test_what_stands_behind_the_word_update_is_news() -> None:
    assert notes_of("UPDATE, 3 March: Two more people were found alive.") == [("updated", "UPDATE, 3 March")]


def told_of(line: str) -> list[str]:
    article = article_of(line)
    told = told_paragraphs(article.text, article.paragraphs, set_aside(article.text, find_notes(article)))
    return [span.of(article.text) for span in told[2:-1]]


@pytest.mark.parametrize(
    "line",
    [
        "This article was amended on 3 March 2031. It had said that 14 people were killed, not 12.",
        "Correction: The number of people killed was 12, not 14 as we reported.",
        "This story has been corrected to show that 12 people, not 14, were killed.",
        "An earlier version of this story gave the number of people killed as 14; it was 12.",
        "Reposted from the Harlow Post",
    ],
)
def test_a_note_whose_old_number_could_be_taken_for_the_new_one_is_not_told(line: str) -> None:
    assert told_of(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version of this article wrongly said that 14 people were killed. Twelve were killed.",
        "A previous version of this report stated that 14 people were killed.",
        "UPDATE, 3 March: Two more people were found alive.",
    ],
)
def test_a_note_that_says_what_an_earlier_version_said_is_told(line: str) -> None:
    assert told_of(line) == [line]


def test_a_note_at_the_end_of_a_paragraph_leaves_its_news() -> None:
    article = article_of(
        "Two people were found. This story has been updated. A third was found on Tuesday, the ministry said."
    )
    (note,) = find_notes(article)
    told = told_paragraphs(article.text, article.paragraphs, [note.span])

    assert note.span.of(article.text) == "This story has been updated."
    assert [span.of(article.text) for span in told[2:4]] == [
        "Two people were found.",
        "A third was found on Tuesday, the ministry said.",
    ]


def test_a_headline_may_be_marked_as_corrected() -> None:
    article = article_of(headline="CORRECTED-Dam above Harrow holds")
    (note,) = find_notes(article)

    assert (note.kind, note.span.of(article.text)) == (NoteKind.CORRECTED, "CORRECTED")


def test_a_note_in_the_furniture_is_found_too() -> None:
    assert ("updated", "Last updated: 3 March 2031") not in notes_of(plain=False)
    assert notes_of("Reposted from the Harlow Post", plain=False) == [("reposted", "Reposted from the Harlow Post")]


def test_a_whole_paragraph_that_is_set_aside_is_not_told() -> None:
    text = "One.\nTwo.\nThree."
    paragraphs = (Span(0, 4), Span(5, 9), Span(10, 16))

    assert told_paragraphs(text, paragraphs, [Span(5, 9)]) == (Span(0, 4), Span(10, 16))


@given(st.text(max_size=200), st.sampled_from(["Correction: ", "This story has been updated. ", "Via ", "UPDATE 3: "]))
def test_every_note_lies_in_the_text(words: str, start: str) -> None:
    article = article_of(start + words, words + start)
    notes = find_notes(article)
    told = told_paragraphs(article.text, article.paragraphs, [note.span for note in notes])

    assert notes == find_notes(article)
    assert all(0 <= note.span.start < note.span.end <= len(article.text) for note in notes)
    assert all(span.start < span.end for span in told)
