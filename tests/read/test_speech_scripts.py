"""Speech that no verb of reporting introduces: interviews, transcripts, live entries, posts, letters; scare quotes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import paragraphs_of, parsed
from reportedly.read.names import find_names
from reportedly.read.parse import parse_paragraphs
from reportedly.read.speech import find_attributions
from reportedly.records import Attribution, Manner, Name, NameKind, Sentence, Token
from reportedly.spans import Span


def read(text: str) -> tuple[Attribution, ...]:
    sentences = parsed(text)
    return find_attributions(text, sentences, paragraphs_of(text), find_names(text, sentences))


def told(text: str) -> list[tuple[str, str]]:
    """Source and content of each attribution, parts joined by a bar; "+" goes on with the one before."""
    return [
        (
            "+" if a.continues else " | ".join(span.of(text) for span in a.source),
            " | ".join(span.of(text) for span in a.content),
        )
        for a in read(text)
    ]


def said_by(text: str, source: str) -> list[str]:
    return [content for who, content in told(text) if who == source]


# --- datelines with a colon -------------------------------------------------------------------------------------------

FILED = """The village of Tony Hall was cut off in the night.
TONY HALL: Two crews were sent to the coast on Monday after the storm had cut the road.
MARY LAKE: Rescuers have found 12 people alive in a hut, and the road is shut.
TONY HALL: The harbour was closed. Nobody was hurt."""


def test_a_place_in_capitals_before_a_colon_says_nothing() -> None:
    assert told(FILED) == []


@pytest.mark.parametrize("place", ["SAN IRO", "PORT AMARO", "MARY LAKE"])
def test_a_place_is_told_by_how_towns_begin_and_by_the_labels_beside_it(place: str) -> None:
    assert told(FILED.replace("Tony Hall", "Amarin").replace("TONY HALL", "SAN IRO").replace("MARY LAKE", place)) == []


def test_who_is_said_to_speak_behind_a_place_does_without_it() -> None:
    assert told(f'{FILED} "We are ready," harbour master Ivo Kask said.') == [
        ("harbour master Ivo Kask", "We are ready")
    ]


@pytest.mark.parametrize("other", ["OSLO", "TONY HALL", "NORWAY"])
def test_in_a_transcript_with_somebody_of_the_page_every_label_speaks(other: str) -> None:
    text = f"Ivo Kask met Ora Lind.\nKASK: We built it.\n{other}: The road is shut.\nKASK: It leaks."

    assert [who for who, _ in told(text)] == ["KASK", other, "KASK"]


# --- interviews ------------------------------------------------------------------------------------------------------

INTRODUCTION = "Engineer Lenna Vost runs the harbour of Harlov. This interview was cut for length."
QUESTIONS = f"""{INTRODUCTION}
Q: How many cables have broken?
A: At least four of them. I expect that two more will break.
We have not seen the others.
Q: Is it true that 300 people were hurt?
A: No. Two were, the hospital says."""


def test_an_answer_is_the_interviewees_whom_the_introduction_names() -> None:
    first, *_ = said_by(QUESTIONS, "Lenna Vost")

    assert first == "At least four of them. I expect that two more will break"


def test_an_answers_second_paragraph_goes_on_without_cue_and_source() -> None:
    (going_on,) = (a for a in read(QUESTIONS) if a.continues)

    assert going_on.content[0].of(QUESTIONS) == "We have not seen the others"
    assert (going_on.cue, going_on.source) == ((), ())


def test_a_question_is_no_statement() -> None:
    contents = [content for _, content in told(QUESTIONS)]

    assert not any("How many" in content or "300" in content for content in contents)


def test_i_expect_in_an_answer_is_no_statement_of_its_own() -> None:
    sources = [who for who, _ in told(QUESTIONS)]

    assert "I" not in sources
    assert "We" not in sources


def test_whom_an_answer_names_is_a_source_inside_it() -> None:
    assert said_by(QUESTIONS, "the hospital") == ["Two were"]


def test_an_answer_is_in_the_speakers_own_words() -> None:
    answers = [a for a in read(QUESTIONS) if a.source and a.source[0].of(QUESTIONS) == "Lenna Vost"]

    assert {a.manner for a in answers} == {Manner.DIRECT}


@pytest.mark.parametrize(
    ("introduction", "interviewee"),
    [
        ("Ivo Kask is the mayor of Harlov.", "Ivo Kask"),
        ("An interview with the mayor, Ivo Kask, by Tobin Arkell.", "Ivo Kask"),
        ("Our reporter Tobin Arkell met Ivo Kask, the mayor of Harlov.", "Ivo Kask"),
        ("Tobin Arkell interviewed Ivo Kask in Harlov.", "Ivo Kask"),
        ("Ivo Kask followed Ora Lind as mayor. We spoke to Ivo Kask in May.", "Ivo Kask"),
        ("Ivo Kask and Ora Lind lead the council of Harlov.", ""),
        ("Tobin Arkell and Ivo Kask had lunch in Harlov.", ""),
        ("The mayor of Harlov met the press.", ""),
    ],
)
def test_where_two_may_answer_nobody_is_taken(introduction: str, interviewee: str) -> None:
    text = f"{introduction}\nQ: Is it safe?\nA: We are sure of it.\nQ: Why?\nA: We built it."

    assert told(text)[-2:] == [(interviewee, "We are sure of it"), (interviewee, "We built it")]


NAMED = """Engineer Lenna Vost answers questions about the Quay Bridge.
The Port Letter: You have looked at the cables. What did you find?
Vost: Four are broken. I told the council in May.
The Port Letter: Did anybody listen?
Vost: Nobody did."""


def test_the_outlet_that_asks_says_nothing() -> None:
    assert [who for who, _ in told(NAMED) if "Letter" in who] == []


def test_the_name_before_an_answer_is_its_source() -> None:
    assert said_by(NAMED, "Vost") == ["Four are broken. I told the council in May", "Nobody did"]


BARE = """Ivo Kask is the mayor of Harlov. The Senn Daily spoke to him about the flood.
How many houses were lost?
At least 120. We are still counting.
Who is to blame?
Nobody. I said so in March."""


def test_questions_without_labels_part_the_answers() -> None:
    assert said_by(BARE, "Ivo Kask") == ["At least 120. We are still counting", "Nobody. I said so in March"]


@pytest.mark.parametrize(
    "text",
    [
        BARE.replace("spoke to him about", "has written about"),  # nothing announces an interview
        BARE.replace("We are still counting", "Police are counting").replace("I said", "Lind said"),  # nobody says "I"
        BARE.replace("How many houses were lost?", "The houses.").replace("Who is to blame?", "The blame."),
        BARE.replace("I said so in March.", "“I said so in March,” Kask said."),  # the page tells of an interview
    ],
)
def test_a_page_that_asks_itself_is_no_interview(text: str) -> None:
    assert said_by(text, "Ivo Kask") == []


def test_a_letter_that_is_glued_to_its_question_opens_it() -> None:
    assert told(QUESTIONS.replace("Q: ", "Q")) == told(QUESTIONS)


def test_a_page_of_nothing_but_questions_and_answers_is_read() -> None:
    text = "Q: Is it safe?\nA: No. Two men were hurt, the hospital says.\nQ: Why?\nA: It fell, the mayor said."

    assert "the hospital" in [source for source, _ in told(text)]


def test_an_initial_is_no_answer() -> None:
    text = "A. Kask broke the dam.\nQ. Lind mended it.\nIt rained."

    assert told(text.replace("Q. Lind", "O. Lind")) == []


# --- transcripts -----------------------------------------------------------------------------------------------------

TRANSCRIPT = """The council of Harlov heard General Ivo Kask and engineer Lenna Vost on Tuesday.
MODERATOR: General, how many boats were lost?
GEN. KASK: Forty boats were lost.
The mayor told me that the road was shut. He said it on Monday.
(Applause)
MODERATOR: Forty is a lot. Was the dam safe, Ms Vost?
VOST: It was not safe. [Laughter] We warned of it.
Note: The hearing was cut short at 18:30.
KASK: That is false."""


def test_a_turn_goes_on_to_the_next_label() -> None:
    speech = told(TRANSCRIPT)

    assert ("GEN. KASK", "Forty boats were lost") in speech
    assert ("+", "The mayor told me that the road was shut. He said it on Monday") in speech


def test_stage_directions_are_no_speech() -> None:
    assert said_by(TRANSCRIPT, "VOST") == ["It was not safe | We warned of it"]
    assert not any("Applause" in content for _, content in told(TRANSCRIPT))


def test_what_stands_before_a_question_is_said() -> None:
    assert said_by(TRANSCRIPT, "MODERATOR") == ["Forty is a lot"]


def test_an_editors_note_among_turns_is_nobodys() -> None:
    assert not any("cut short" in content for _, content in told(TRANSCRIPT))
    assert said_by(TRANSCRIPT, "KASK") == ["That is false"]


def test_he_inside_a_turn_is_not_read() -> None:
    assert said_by(TRANSCRIPT, "He") == []
    assert said_by(TRANSCRIPT, "The mayor") == ["that the road was shut"]


def test_the_article_takes_over_where_a_speaker_is_said_to_speak() -> None:
    text = f"{TRANSCRIPT}\nKask later told reporters that he would sue."

    assert told(text)[-1] == ("Kask", "that he would sue")


@pytest.mark.parametrize(
    "text",
    [
        "Note: Kask closed the road.",
        "NOTE: Kask closed the road.",
        "UPDATE: Kask closed the road.",
        "Photo: Ivo Kask closed the road.",
        "Editor's note: The road is closed.",
        "SOURCE: River Service. The road is closed.",
        "10:30 - 11:00: The road is closed.",
        "Drums: Ivo Kask.\nBass: Ora Lind.\nDrums: Lenna Vost.",
        "What: A fair.\nWhen: On Friday.\nWhere: In Harlov.\nWhat: A race.",
    ],
)
def test_a_label_that_names_no_speaker_makes_no_statement(text: str) -> None:
    assert told(text) == []


def test_a_name_and_a_colon_over_an_article_open_no_turn() -> None:
    text = f"Ivo Kask: boats were lost.\nThe council met on Tuesday.\n{TRANSCRIPT}"

    assert not any("council met" in content for _, content in told(text))


def test_each_turn_may_stand_between_marks() -> None:
    text = "The council heard Ivo Kask and Ora Lind.\n“KASK: It is safe.”\n“LIND: It is not.”\n“KASK: It is.”"

    assert said_by(text, "KASK") == ["It is safe", "It is"]


def test_the_time_before_a_label_is_no_part_of_it() -> None:
    text = (
        "The council heard Ivo Kask.\n[00:01:20] KASK: We are safe.\n[00:02:10] LIND: Are we?\n[00:03:00] KASK: We are."
    )

    assert said_by(text, "KASK") == ["We are safe", "We are"]


def test_initials_before_a_colon_speak_for_whom_the_page_names() -> None:
    text = "The Port Letter met Ivo Kask.\nPL: Is it safe?\nIK: It is.\nPL: Who pays?\nIK: The state does."

    assert told(text) == [("IK", "It is"), ("IK", "The state does")]


def test_an_invitation_to_follow_is_no_part_of_the_last_turn() -> None:
    text = f"{QUESTIONS}\nWe are here: follow us @senndaily."

    assert not any("follow us" in content for _, content in told(text))


# --- live pages ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("heading", ["13:10 GMT - ", "13:10\n", "1.10pm: ", "9 p.m. (EST) – ", "Updated at 13:10\n"])
def test_nothing_goes_on_from_one_entry_into_the_next(heading: str) -> None:
    text = f"14:32 GMT - Ivo Kask said: “The dam has held.\n{heading}“The road is closed.”"

    assert [content for _, content in told(text)] == ["The dam has held"]


def test_a_rule_between_entries_parts_them() -> None:
    text = "Ivo Kask said: “The dam has held.\n___\n“The road is closed.”"
    paragraphs = tuple(p for p in paragraphs_of(text) if "_" not in p.of(text))

    (only,) = find_attributions(text, parse_paragraphs(text, paragraphs), paragraphs)

    assert only.content[0].of(text) == "The dam has held"


def test_a_block_in_the_next_entry_is_not_the_speakers_before() -> None:
    text = "14:32\nPolice said two had drowned.\n13:10\nWe have boats. We will stay with all of them."

    assert [who for who, _ in told(text)] == ["Police"]


def test_a_time_of_day_is_no_part_of_who_speaks() -> None:
    assert told("14:32 GMT – Rescuers report three missing people.") == [("Rescuers", "three missing people")]


# --- posts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“The pier is gone.” — Ilse Marrant (@imarrant) March 6, 2024", "Ilse Marrant", "The pier is gone"),
        ("It rained.\nThe pier is gone.\n— Ilse Marrant (@imarrant) March 6, 2024", "Ilse Marrant", "The pier is gone"),
        ("It rained.\nThe pier is gone.\n—@imarrant", "@imarrant", "The pier is gone"),
        (
            "The pier is gone. https://t.co/x1\nIlse Marrant (@imarrant) 6 March 2024",
            "Ilse Marrant",
            "The pier is gone",
        ),
        ("Ilse Marrant (@imarrant) March 6, 2024\nThe pier is gone.", "Ilse Marrant", "The pier is gone"),
        ("Ilse Marrant @imarrant · Mar 6\nThe pier is gone.", "Ilse Marrant", "The pier is gone"),
        ("Ilse Marrant (@imarrant): The pier is gone.", "Ilse Marrant", "The pier is gone"),
        ("@imarrant: The pier is gone.", "@imarrant", "The pier is gone"),
        ("“The pier is gone,” @imarrant tweeted.", "@imarrant", "The pier is gone"),
        ("The harbour master tweeted: “The pier is gone.”", "The harbour master", "The pier is gone"),
    ],
)
def test_a_post_is_its_account_holders(text: str, source: str, content: str) -> None:
    assert told(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Harlov.\nIlse Marrant (@imarrant) March 6, 2024\nThe pier is gone.",  # above or below?
        "It rained in Harlov.\nFollow our page on the site @senndaily",
        "The account @imarrant is new.",
    ],
)
def test_an_account_without_a_post_beside_it_says_nothing(text: str) -> None:
    assert told(text) == []


# --- letters ---------------------------------------------------------------------------------------------------------

LETTER = """Dear editor,
The dam is not safe. We measured 12 cracks in April.
We ask the council to close the road.
Yours faithfully,
Ivo Kask
Head of the River Service"""


def test_a_letter_is_its_signatorys() -> None:
    assert told(LETTER) == [
        ("Ivo Kask", "The dam is not safe. We measured 12 cracks in April"),
        ("+", "We ask the council to close the road"),
    ]


def test_a_signed_statement_needs_no_salutation() -> None:
    text = "The council met on Friday, Lind said.\n" + LETTER.partition("\n")[2]

    assert said_by(text, "Ivo Kask") == ["The dam is not safe. We measured 12 cracks in April"]


@pytest.mark.parametrize(
    "text",
    [
        LETTER.replace("Ivo Kask\n", ""),  # nobody signs
        LETTER.replace("Yours faithfully,\n", "").replace("\nHead of the River Service", "\nIt rained all of May."),
    ],
)
def test_without_a_signature_whose_letter_it_is_stays_open(text: str) -> None:
    assert said_by(text, "Ivo Kask") == []


# --- quotation marks -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "marks",
    ["‚‘", "‛’", "‟”", "``''", "＂＂", "〝〞", "「」", "『』", "<<>>", "‹›", "«»", "»«", "„“", "„”", "‘’", '""'],
)
def test_marks_of_every_kind_hold_a_direct_statement(marks: str) -> None:
    half = len(marks) // 2
    text = f"Kask said: {marks[:half]}We will stay here{marks[half:]}."

    (only,) = read(text)

    assert only.manner is Manner.DIRECT
    assert only.content[0].of(text).strip("<>") == "We will stay here"


def test_a_mark_that_never_closes_ends_where_the_page_says_who_spoke() -> None:
    assert told('"The dam will hold, said Kask. He left.') == [("Kask", "The dam will hold")]


def test_paragraphs_that_open_and_never_close_are_whose_the_last_is() -> None:
    text = "“The dam is old.\n“It will not hold.\n“We must leave,” said Kask."

    assert told(text) == [("Kask", "The dam is old | It will not hold | We must leave")]


@pytest.mark.parametrize(
    "text",
    [
        "Two shells hit the so-called “safe zone” on Friday.",
        "Kask entered the “safe zone”. He said nothing.",
        "The so-called “reports” said little.",
        "The “miracle” wall broke. Kask said nothing.",
        "Kask left the 'special operation', said nothing and went home.",
    ],
)
def test_words_held_off_are_not_said(text: str) -> None:
    assert not any("”" not in content and "zone" in content for _, content in told(text))
    assert not any(a.manner is Manner.DIRECT for a in read(text))


def test_the_page_calls_it_so_and_not_the_speaker() -> None:
    (only,) = read("Kask said the so-called 'safe zone' was hit.")

    assert only.manner is Manner.INDIRECT


def test_a_nickname_in_marks_is_part_of_who_speaks() -> None:
    ((source, content),) = told('Kask, nicknamed "the Beaver", said that the dam had held.')

    assert source.startswith("Kask")
    assert content == "that the dam had held"


# --- hostile pages ---------------------------------------------------------------------------------------------------

MANY = 2_000
VERBS = {"did", "go", "said", "stay"}
UNITS = [
    ("Kask: we stay.",),
    ("Kask: we stay.", "(Applause)", "Vost: you go?"),
    ("Q: who did?", "A: me."),
    ("Who did?", "I did it."),
    ("@kask", "Ivo Kask (@kask)", "— Ivo Kask (@kask) March 6, 2024"),
    ("Dear Ivo Kask,", "We stay.", "Yours faithfully,", "Ivo Kask"),
    ("14:32 - we stay.", "___"),
    ("“we stay",),
    ('"we stay, said Kask.',),
    ("Kask: " + "(" * 50 + ":" * 50 + "@a" * 50,),
]


def laid_out(lines: list[str]) -> tuple[str, tuple[Sentence, ...], tuple[Name, ...]]:
    """The lines as sentences whose words hang on the first; a capital shows a person, and a few words are verbs."""
    sentences, names, at = [], [], 0
    for number, line in enumerate(lines):
        tokens = []
        for i, word in enumerate(line.split(" ")):
            span = Span(at, at + len(word))
            capital = word[:1].isupper()
            tag = "NNP" if capital else "VBP" if word.strip(".?") in VERBS else "NN"
            tokens.append(Token(span=span, text=word, tag=tag, dep="dep" if i else "ROOT", head=0))
            names += [Name(span=span, text=word, kind=NameKind.PERSON)] if capital else []
            at += len(word) + 1
        whole = Span(tokens[0].span.start, tokens[-1].span.end)
        sentences.append(Sentence(span=whole, paragraph=number, tokens=tuple(tokens)))
    return "\n".join(lines), tuple(sentences), tuple(names)


def seconds(unit: tuple[str, ...], times: int) -> float:
    text, sentences, names = laid_out(["Ivo Kask spoke to us.", *(unit * times)])
    start = time.process_time()
    find_attributions(text, sentences, tuple(s.span for s in sentences), names)
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS)
def test_a_hostile_page_costs_no_more_than_its_length(unit: tuple[str, ...]) -> None:
    short, long = min(seconds(unit, MANY) for _ in range(2)), seconds(unit, 5 * MANY)

    assert long < 15 * short + 0.5  # five times the length; what grows with its square would take 25 times as long


@pytest.mark.parametrize(
    "unit", [":", ": ", "@kask ", "(@kask) ", "“a ", "‘a ", "``a ", "<<a ", "(a ", "Kask, ", "14:32 "]
)
def test_a_hostile_paragraph_costs_little(unit: str) -> None:
    text = unit * 10_000
    sentence = Sentence(
        span=Span(0, len(text)),
        paragraph=0,
        tokens=(Token(span=Span(0, 1), text=text[:1], tag="NN", dep="ROOT", head=0),),
    )
    start = time.process_time()
    find_attributions(text, (sentence,), (Span(0, len(text)),))

    assert time.process_time() - start < 2


LINES = [
    "Kask:",
    "KASK: We stay.",
    "Q: Why?",
    "A: So.",
    "Who is it?",
    "(Applause)",
    "— Ivo Kask (@kask)",
    "Dear Ivo Kask,",
    "I go.",
]
LINES += [
    "Ivo Kask",
    "Yours,",
    "14:32",
    "“Yes",
    "Kask said he would go.",
    "Note: it rained.",
    "@kask: yes.",
    "«No»",
    "...",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12))
def test_whatever_stands_in_a_row_every_span_lies_in_its_text(lines: list[str]) -> None:
    text, sentences, names = laid_out(lines)
    found = find_attributions(text, sentences, tuple(s.span for s in sentences), names)

    spans = [span for a in found for span in (*a.content, *a.cue, *a.source)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.content for a in found)
    assert found == find_attributions(text, sentences, tuple(s.span for s in sentences), names)
