import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import paragraphs_of, parsed
from reportedly.read.speech import find_attributions
from reportedly.records import Attribution, Manner, Sentence, Token
from reportedly.spans import Span


def read(text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, parsed(text), paragraphs_of(text))


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, parts joined by a bar."""

    def joined(spans: tuple[Span, ...]) -> str:
        return " | ".join(words(text, spans))

    return [(joined(a.source), joined(a.cue), joined(a.content)) for a in read(text)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Orsk said on Monday that the dam had held.", "Orsk", "said", "that the dam had held"),
        ("The dam held, Orsk said.", "Orsk", "said", "The dam held"),
        ("The dam held, said Orsk, who lives in Harrow.", "Orsk, who lives in Harrow", "said", "The dam held"),
        ("Kask has also announced a curfew.", "Kask", "has also announced", "a curfew"),
        ("The mayor called for calm.", "The mayor", "called for", "calm"),
        ("The mayor plans to reopen the bridge.", "The mayor", "plans", "to reopen the bridge"),
        ("Harrow is looking to hold on to the land.", "Harrow", "is looking", "to hold on to the land"),
        ("The council urged residents to leave.", "The council", "urged", "residents | to leave"),
        ("Kask told residents to leave.", "Kask", "told", "to leave"),
        ("Critics described the bridge as unsafe.", "Critics", "described", "the bridge as unsafe"),
        ("The dam broke on Friday, according to Norpress.", "Norpress", "according to", "The dam broke on Friday"),
        ("According to Norpress, the dam broke.", "Norpress", "According to", "the dam broke"),
        ("The flood was reported by Colonel Kask.", "Colonel Kask", "was reported by", "The flood"),
        ("It is noted that the dam is old.", "", "It is noted", "that the dam is old"),
        ("The bridge is expected to fall.", "", "is expected", "The bridge | to fall"),
        ("There are reports that the dam broke.", "reports", "There are reports", "that the dam broke"),
        (
            "There are reports that Sarria will send more men, as dozens of its soldiers have been killed.",
            "reports",
            "There are reports",
            "that Sarria will send more men",
        ),
        ("The service has information that the dam broke.", "The service", "has information", "that the dam broke"),
        ("Kask's claim that the dam broke was false.", "Kask", "'s claim", "that the dam broke"),
        ("Reports of a flood were wrong.", "Reports", "Reports of", "a flood"),
        ("As Kask noted, the dam is old.", "Kask", "noted", "the dam is old"),
        ("The dam, Kask said, is old.", "Kask", "said", "The dam | is old"),
        (
            "The dam broke and two boats sank, the mayor, Ivo Kask, said on Thursday.",
            "the mayor, Ivo Kask",
            "said",
            "The dam broke and two boats sank",
        ),
        (
            "HARROW - The Ministry of Rivers on Saturday said the dam held.",
            "The Ministry of Rivers",
            "said",
            "the dam held",
        ),
        ("Despite calls from the mayor to leave, many stayed.", "the mayor", "calls", "to leave"),
    ],
)
def test_it_reads_who_said_what(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in told(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The White Cloaks put the number of dead at 790.", "The White Cloaks", "the number of dead at 790"),
        ("The Harrow Bank estimates direct damage of $34.2bn.", "The Harrow Bank", "direct damage of $34.2bn"),
        ("The minister raised the death toll to six.", "The minister", "the death toll to six"),
        (
            "The ministry revised the number of deaths down to 40,689.",
            "The ministry",
            "the number of deaths down to 40,689",
        ),
        ("The agency has counted 1,200 injured people.", "The agency", "1,200 injured people"),
        ("300 deaths were recorded by the Harrow Observatory.", "the Harrow Observatory", "300 deaths"),
        (
            "At least 40 people have drowned since May, NRO data show.",
            "NRO data",
            "At least 40 people have drowned since May",
        ),
        ("Figures from the ministry show 40 people drowned.", "Figures from the ministry", "40 people drowned"),
        ("The Red Lantern's count stands at 45.", "The Red Lantern", "stands at 45"),
        ("Harrow's estimate of 300 dead has not been confirmed.", "Harrow", "300 dead"),
    ],
)
def test_a_number_is_laid_to_who_counted(text: str, source: str, content: str) -> None:
    assert (source, content) in [(who, what) for who, _, what in told(text)]


@pytest.mark.parametrize("text", ["A second blast raised the death toll to six.", "Sorrand recorded 300 deaths."])
def test_what_happened_and_where_it_did_count_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "rival", "content"),
    [
        (
            "Kask said she had no evidence for the toll of more than 40 given by the Sorrandi Red Lantern Society.",
            "the Sorrandi Red Lantern Society",
            "the toll of more than 40",
        ),
        ("Kask doubts the figure of 40 from the ministry.", "the ministry", "the figure of 40"),
    ],
)
def test_a_rivals_number_inside_a_statement_is_the_rivals(text: str, rival: str, content: str) -> None:
    assert (rival, content) in [(who, what) for who, _, what in told(text)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The ministry declined to comment on claims that police had held 18 people.", "claims"),
        ("The ministry has not commented on media reports that the dam broke.", "media reports"),
        ("The ministry denied reports that the dam broke.", "reports"),
        ("Kask dismissed as false claims that the dam broke.", "claims"),
        ("The ministry denied claims by activists that the dam broke.", "activists"),
    ],
)
def test_what_somebody_denies_or_keeps_silent_on_is_not_his(text: str, claims: str) -> None:
    (inner,) = (source for source, _, content in told(text) if content.startswith("that"))

    assert inner == claims


@pytest.mark.parametrize(
    "text",
    [
        "A diplomat, who asked not to be named, left.",
        "A diplomat, who requested anonymity, left.",
        "A diplomat, who insisted on anonymity, left.",
    ],
)
def test_a_wish_not_to_be_named_is_no_statement(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "At least 40 people have died, according to the Harrow Observatory, a Kask-based war monitor.",
        "At least 40 people have died, according to the agency Anadolu.",
        "According to the agency Anadolu, at least 40 people have died.",
    ],
)
def test_a_source_with_all_that_names_it_is_no_content(text: str) -> None:
    (only,) = read(text)

    assert words(text, only.content) == [next(part for part in text.strip(".").split(", ") if "died" in part)]


def test_reports_about_something_run_on_over_all_that_hangs_on_it() -> None:
    text = (
        "There are reports circulating in the press about the transfer of a second contingent, numbering between 1,000 "
        "and 3,000 people, who have already been moved to the region."
    )

    (only,) = read(text)

    assert only.content[0].of(text).endswith("moved to the region")


def test_an_answer_is_its_speakers_and_the_question_is_not() -> None:
    text = "In response to the question of whether the dam would hold, Kask replied that it would."

    assert told(text) == [("Kask", "replied", "that it would")]


def test_a_transcripts_turn_reaches_to_the_end_of_its_paragraph() -> None:
    text = "Ora Lind: Two painters were hurt. Nobody was killed."

    assert told(text) == [("Ora Lind", ":", "Two painters were hurt. Nobody was killed")]


@pytest.mark.parametrize("text", ["The ministry has not commented.", "The mayor declined to comment on the flood."])
def test_silence_is_told_by_its_whole_clause(text: str) -> None:
    (only,) = read(text)

    assert words(text, only.content) == [text.removesuffix(".")]


@pytest.mark.parametrize(
    "text",
    [
        '"The dam will hold," said Kask.',
        "“The dam will hold,” said Kask.",
        "„The dam will hold,“ said Kask.",
        "«The dam will hold,» said Kask.",
        "''The dam will hold,'' said Kask.",
        "‘The dam will hold,’ said Kask.",
        '"The dam will hold," - said Kask.',
        'Kask said: "The dam will hold."',
        '"The dam will hold," informed Kask.',
        "Kask added: “The dam will hold.",
    ],
)
def test_quotation_marks_of_every_kind_hold_a_direct_statement(text: str) -> None:
    (only,) = read(text)

    assert words(text, only.content) == ["The dam will hold"]
    assert words(text, only.source) == ["Kask"]
    assert only.manner is Manner.DIRECT


def test_a_statement_reaches_over_all_sentences_of_its_quotation() -> None:
    text = '"The dam is old. It will not hold. We must leave," said Kask.'

    (only,) = read(text)

    assert words(text, only.content) == ["The dam is old. It will not hold. We must leave"]


def test_quotations_before_and_behind_the_speaker_are_one_statement() -> None:
    text = '"The dam is old," Kask said. "It will not hold."'

    (only,) = read(text)

    assert words(text, only.content) == ["The dam is old", "It will not hold"]


def test_a_quotation_that_reopens_each_paragraph_is_one_statement() -> None:
    text = 'Kask said: "The dam is old.\n"It will not hold."'

    (only,) = read(text)

    assert words(text, only.content) == ["The dam is old", "It will not hold"]


def test_a_colon_at_the_end_of_a_paragraph_leads_to_the_next() -> None:
    text = 'Kask continued:\n"The dam is old and will not hold."'

    (only,) = read(text)

    assert words(text, only.content) == ["The dam is old and will not hold"]


def test_what_the_page_adds_behind_a_quotation_is_not_said() -> None:
    text = '"The dam is old," Kask said, pointing at the river.'

    (only,) = read(text)

    assert words(text, only.content) == ["The dam is old"]


def test_words_and_quoted_words_make_a_mixed_statement() -> None:
    text = 'Kask said the dam was "older than any of us" and weak.'

    (only,) = read(text)

    assert only.manner is Manner.MIXED


def test_a_mark_that_closes_words_inside_stays() -> None:
    text = 'Kask said the dam was "older than any of us".'

    assert told(text) == [("Kask", "said", 'the dam was "older than any of us"')]


def test_a_number_alone_is_what_was_said() -> None:
    assert told("The service had said six.") == [("The service", "had said", "six")]


def test_a_number_set_beside_a_speakers_is_its_owners() -> None:
    text = "Kask said about 3,500 people had joined, far fewer than the union's 6,000."

    assert ("the union", "'s", "6,000") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kask said the dam had held, adding that two boats were lost.",
        "Kask said the dam had held, while the mayor said it had broken.",
    ],
)
def test_a_statement_ends_where_another_begins(text: str) -> None:
    assert told(text)[0] == ("Kask", "said", "the dam had held")


def test_who_is_called_on_is_part_of_what_is_asked() -> None:
    assert told("The mayor called on residents to leave.") == [("The mayor", "called on", "residents | to leave")]


def test_a_scare_quote_is_no_statement() -> None:
    assert read('The "miracle" dam broke on Friday.') == ()


def test_a_name_and_a_colon_lead_to_a_quotation() -> None:
    text = 'The ministry: "The dam will hold for years."'

    assert told(text) == [("The ministry", ":", "The dam will hold for years")]


@pytest.mark.parametrize(
    ("text", "source", "relayers"),
    [
        ("Kask told the Harrow Post that the dam had held.", "Kask", ["the Harrow Post"]),
        ("Kask told reporters that the dam had held.", "Kask", []),
        ("Kask told the Senate that the dam had held.", "Kask", []),
        ("The newspaper quoted two officials as saying the dam held.", "two officials", ["The newspaper"]),
        ("Kask was quoted as saying the dam held.", "Kask", []),
        ("Norpress reported that the dam held, citing two officials.", "two officials", ["Norpress"]),
        (
            "Norpress had reported that 12 migrants died, citing survivors and aid workers.",
            "survivors and aid workers",
            ["Norpress"],
        ),
        (
            "According to Norpress, which cited the ministry, the dam held.",
            "the ministry",
            ["Norpress, which cited the ministry"],
        ),
    ],
)
def test_it_tells_the_source_from_those_who_passed_it_on(text: str, source: str, relayers: list[str]) -> None:
    first = read(text)[0]

    assert words(text, first.source) == [source]
    assert words(text, first.relayers) == relayers


def test_a_reason_that_is_cited_is_no_source() -> None:
    text = "Kask closed the road, citing high costs."

    assert told(text) == [("Kask", "citing", "high costs")]


def test_a_sentence_of_attribution_reaches_back_with_its_chain() -> None:
    text = "The dam broke.\nAccording to Harrow.NET, citing HNR, this was reported by Colonel Ivo Kask."

    (only,) = read(text)

    assert words(text, only.content) == ["The dam broke"]
    assert words(text, only.source) == ["Colonel Ivo Kask"]
    assert words(text, only.relayers) == ["HNR", "Harrow.NET"]


def test_reports_inside_a_statement_are_a_statement_of_their_own() -> None:
    text = "Kask said there were reports that the dam had broken."

    assert [source for source, _, _ in told(text)] == ["Kask", "reports"]


@pytest.mark.parametrize(
    "text",
    [
        "Kask could say that the dam broke.",
        "If Kask says the dam broke, we leave.",
        '"I think the dam broke."',
        "Kask left to say that the dam broke.",
    ],
)
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert read(text) == ()


def continuing(text: str) -> list[str]:
    return [a.content[0].of(text) for a in read(text) if a.continues]


KASK = 'Ivo Kask said the dam was weak.\nThe heaviest rain is falling near Harrow.\n"We are leaving," Kask said.'


def test_a_sentence_between_two_statements_of_one_speaker_goes_on_with_him() -> None:
    assert continuing(KASK) == ["The heaviest rain is falling near Harrow"]


def test_a_sentence_that_goes_on_has_neither_cue_nor_source() -> None:
    (only,) = (a for a in read(KASK) if a.continues)

    assert (only.cue, only.source) == ((), ())


@pytest.mark.parametrize(
    "between",
    [
        "Ora Lind said the rain was over.",  # somebody else speaks
        "What is known",  # a heading
        "Meanwhile, the heaviest rain is falling near Harrow.",
        "He has led the service since spring.",  # the page tells of him
        "The heaviest rain fell near Harrow.",  # the page tells what happened
        "• The heaviest rain is falling near Harrow.",
    ],
)
def test_nothing_is_laid_to_a_speaker_without_evidence(between: str) -> None:
    text = f'Ivo Kask said the dam was weak.\n{between}\n"We are leaving," Kask said.'

    assert continuing(text) == []


def test_a_mere_pronoun_is_evidence_only_in_the_third_statement() -> None:
    twice = KASK.replace("Kask said.", "he said.")

    assert continuing(twice) == []
    assert continuing(f'{twice}\n"It is late," he added.') == ["The heaviest rain is falling near Harrow"]


def test_what_merely_follows_a_statement_stays_with_the_page() -> None:
    assert continuing("Ivo Kask said the dam was weak. The heaviest rain is falling near Harrow.") == []


def test_a_quotation_alone_in_the_next_paragraph_goes_on() -> None:
    text = '"The dam is old," Kask said.\n"It is not going to hold for long."'

    assert continuing(text) == ["It is not going to hold for long"]


LETTER = "Ivo Kask said the dam was weak.\nWe will rebuild it. We have enough boats for everybody."


def test_a_paragraph_that_says_we_below_a_speakers_is_his() -> None:
    assert continuing(LETTER) == ["We will rebuild it. We have enough boats for everybody"]


@pytest.mark.parametrize(
    "text",
    [
        LETTER.replace("We have", "They have"),  # once may be the page's own
        f"We have seen the dam.\n{LETTER}",  # the page says "we" of itself
        LETTER.replace("\n", "\nOra Lind said it would hold.\nIt rained.\n"),  # another paragraph stands between
        LETTER.replace("weak.", "weak. Ora Lind said it was strong."),  # two speak above it
    ],
)
def test_we_is_nobodys_without_evidence(text: str) -> None:
    assert continuing(text) == []


SIGNED = "Ivo Kask said it was weak.\nIt rained.\nIt is old. I have seen it.\nIvo Kask\nIvo Kask\nHead of the service"


def test_a_name_and_an_office_below_sign_what_stands_above() -> None:
    (signed,) = (a for a in read(SIGNED) if not a.cue)

    assert words(SIGNED, signed.source) == ["Ivo Kask"]
    assert words(SIGNED, signed.content) == ["It rained", "It is old. I have seen it"]
    assert signed.manner is Manner.DIRECT


@pytest.mark.parametrize(
    "text",
    [
        SIGNED.replace("Head of the service", "River correspondent of the newspaper"),
        SIGNED.replace("Ivo Kask\n", "Ora Lind\n"),  # she does not speak on the page
        SIGNED.replace("Head of the service", "The service met on Friday."),
    ],
)
def test_a_name_alone_signs_nothing(text: str) -> None:
    assert all(a.cue for a in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The figure shows that the dam is weak.",
        "The number said that the river had risen.",
        "According to the count, 12 people were missing.",
        "The toll suggests that the road was shut.",
    ],
)
def test_a_mere_number_says_nothing(text: str) -> None:
    assert not any(a.source for a in read(text))


@pytest.mark.parametrize("source", ["A party figure", "Official figures"])
def test_a_figure_that_is_somebody_speaks(source: str) -> None:
    text = f"{source} said that the dam was weak."
    (said,) = read(text)

    assert words(text, said.source) == [source]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ministry counted 151 dead in Lomna.", "The ministry", "151 dead"),
        ("The rescue service counted 12 people missing.", "The rescue service", "12 people missing"),
        ("Officials tallied 30 houses destroyed.", "Officials", "30 houses destroyed"),
        ("The agency recorded 40 dead.", "The agency", "40 dead"),
    ],
)
def test_who_counts_says_the_number(text: str, source: str, content: str) -> None:
    (said,) = read(text)

    assert words(text, said.source) == [source]
    assert words(text, said.content)[0].startswith(content)


@pytest.mark.parametrize(
    "text", ["The storm counted 40 dead.", "The village counted 30 dead.", "The ministry counted on 12 boats."]
)
def test_a_place_and_an_event_count_nothing(text: str) -> None:
    assert read(text) == ()


QUOTED = '"It is old. It leaks."\nAda Kask, head of the Sarn institute\nThe dam was built in 1931.'


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (QUOTED, "Ada Kask, head of the Sarn institute"),
        (QUOTED.replace(", head of the Sarn institute", "\nHead of the Sarn institute"), "Ada Kask"),
        (QUOTED.replace(", head of the Sarn institute", "\nAda Kask\nHead of the Sarn institute"), "Ada Kask"),
        (QUOTED.replace("Ada Kask, head of the Sarn institute", "— Ada Kask"), "Ada Kask"),
    ],
)
def test_a_name_right_below_a_quotation_signs_it(text: str, source: str) -> None:
    (signed,) = read(text)

    assert (words(text, signed.source), words(text, signed.content)) == ([source], ["It is old. It leaks"])
    assert (signed.cue, signed.manner, signed.continues) == ((), Manner.DIRECT, False)


def test_a_signed_quotation_may_have_several_paragraphs() -> None:
    text = QUOTED.replace("old. It", 'old.\n"It')
    (signed,) = read(text)

    assert words(text, signed.content) == ["It is old", "It leaks"]


@pytest.mark.parametrize(
    "text",
    [
        QUOTED.replace("head of the Sarn institute", "Sarn"),  # no office
        QUOTED.replace("head of the Sarn institute", "reporter of the newspaper"),
        QUOTED.replace(", head of the Sarn institute", ""),  # a name alone may be anything
        QUOTED.replace('"', ""),
        QUOTED.replace("institute", "institute, spoke to us."),  # a sentence
    ],
)
def test_a_line_below_a_quotation_that_names_nobody_with_an_office_signs_nothing(text: str) -> None:
    assert all(a.cue for a in read(text))


def test_who_is_said_to_speak_in_a_quotation_speaks_it() -> None:
    text = QUOTED.replace("leaks.", "leaks,").replace('"\nAda', '" Ivo Lind said.\nAda')

    assert [words(text, a.source) for a in read(text)] == [["Ivo Lind"]]


def test_a_hostile_page_costs_little_beside_its_parse() -> None:
    text = '"a" said x ' * 1_000
    sentences = parsed(text)
    start = time.process_time()
    find_attributions(text, sentences, paragraphs_of(text))

    assert time.process_time() - start < 2


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, tuple[Sentence, ...]]:
    """Any words in any tree: what no parser would give must not break the reader either."""
    vocabulary = [
        "said",
        "according",
        "to",
        "citing",
        "reports",
        "that",
        "Kask",
        '"',
        "“",
        "”",
        "'",
        ":",
        ",",
        ".",
        "as",
    ]
    deps = [
        "ROOT",
        "nsubj",
        "ccomp",
        "dobj",
        "prep",
        "pobj",
        "acl",
        "mark",
        "advcl",
        "pcomp",
        "agent",
        "nsubjpass",
        "aux",
    ]
    tags = ["VBD", "NN", "NNS", "IN", "VBG", "VBN", "."]
    text, sentences = "", []
    for paragraph in range(draw(st.integers(1, 3))):
        drawn = draw(st.lists(st.sampled_from(vocabulary), min_size=1, max_size=12))
        tokens = []
        for i, word in enumerate(drawn):
            span = Span(len(text), len(text) + len(word))
            text += word + draw(st.sampled_from(["", " "]))
            head = draw(st.integers(0, i))
            dep = "ROOT" if head == i else draw(st.sampled_from(deps))
            tokens.append(Token(span=span, text=word, tag=draw(st.sampled_from(tags)), dep=dep, head=head))
        whole = Span(tokens[0].span.start, tokens[-1].span.end)
        sentences.append(Sentence(span=whole, paragraph=paragraph, tokens=tuple(tokens)))
        text += "\n"
    return text, tuple(sentences)


@settings(max_examples=300, deadline=None)
@given(pages())
def test_every_span_lies_in_its_text_and_holds_words(page: tuple[str, tuple[Sentence, ...]]) -> None:
    text, sentences = page
    found = find_attributions(text, sentences, tuple(s.span for s in sentences))

    assert all(
        0 <= span.start < span.end <= len(text) for a in found for span in (*a.content, *a.cue, *a.source, *a.relayers)
    )


@settings(max_examples=100, deadline=None)
@given(pages())
def test_who_speaks_is_no_part_of_what_is_said(page: tuple[str, tuple[Sentence, ...]]) -> None:
    text, sentences = page
    found = find_attributions(text, sentences, tuple(s.span for s in sentences))
    told = [(part, a) for a in found for part in a.content if not any(part.contains(cue) for cue in a.cue)]

    assert not any(part.overlaps(source) for part, a in told for source in a.source)


@settings(max_examples=50, deadline=None)
@given(pages())
def test_reading_twice_gives_the_same_in_text_order(page: tuple[str, tuple[Sentence, ...]]) -> None:
    text, sentences = page
    paragraphs = tuple(s.span for s in sentences)
    found = find_attributions(text, sentences, paragraphs)

    assert found == find_attributions(text, sentences, paragraphs)
    assert list(found) == sorted(found, key=lambda a: a.content)


def test_what_happens_may_show_something_and_says_nothing() -> None:
    assert not read("The closure of the pass underlines the need for a tunnel.")


def test_the_head_of_a_body_may_stress_something() -> None:
    assert read("The head of the Sarrian road office underlined the need for a tunnel.")
