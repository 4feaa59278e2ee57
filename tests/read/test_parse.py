from hypothesis import given, settings
from hypothesis import strategies as st

from builders import paragraphs_of, parsed
from reportedly.read.parse import PIECE, parse_paragraphs
from reportedly.spans import Span


def words_of(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in parsed(text)]


def test_sentences_come_with_their_place_and_their_paragraph() -> None:
    text = "The bridge fell. Two died.\n\nNo one was hurt."

    sentences = parsed(text)

    assert [(s.span.of(text), s.paragraph) for s in sentences] == [
        ("The bridge fell.", 0),
        ("Two died.", 0),
        ("No one was hurt.", 1),
    ]


def test_a_words_head_is_its_place_in_the_sentence() -> None:
    (sentence,) = parsed("Kask said nothing.")
    subject, root = sentence.tokens[:2]

    assert (subject.text, subject.dep, subject.head, root.head) == ("Kask", "nsubj", 1, 1)


def test_sentences_without_a_space_between_them_are_two() -> None:
    assert words_of("The road was closed on Saturday.Officer Kask said it was icy.") == [
        "The road was closed on Saturday.",
        "Officer Kask said it was icy.",
    ]


def test_an_outlet_named_by_its_address_is_one_word() -> None:
    (sentence,) = parsed("According to Harrow.NET the road is open.")

    assert "Harrow.NET" in [token.text for token in sentence.tokens]


def test_an_outlet_named_by_its_address_is_not_cut() -> None:
    assert words_of("The mayor told Harrow.Net she was sure.") == ["The mayor told Harrow.Net she was sure."]


def test_a_paragraph_of_any_length_is_read_whole() -> None:
    text = "The river rose again in the night. " * 200

    sentences = parse_paragraphs(text, [Span(0, len(text))])

    assert len(text) > 3 * PIECE
    assert {s.span.of(text) for s in sentences} == {"The river rose again in the night."}
    assert len(sentences) == 200


def test_a_word_longer_than_a_piece_does_no_harm() -> None:
    text = "x" * (2 * PIECE + 10)

    assert sum(len(s.span.of(text)) for s in parse_paragraphs(text, [Span(0, len(text))])) == len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_every_token_stands_where_it_says(text: str) -> None:
    for sentence in parse_paragraphs(text, paragraphs_of(text)):
        assert all(token.span.of(text) == token.text for token in sentence.tokens)
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)


def test_what_has_no_white_space_is_one_word_however_long() -> None:
    endless = "ab." * 600
    text = f"The dam broke. {endless} Nobody was hurt."

    words = [token.text for sentence in parsed(text) for token in sentence.tokens]

    assert endless in words
    assert words[-4:] == ["Nobody", "was", "hurt", "."]
