"""Sources named by whose they are ("her office", "the mayor's aides"), and reports, statements, polls as sources."""

import pytest

from builders import parsed, parties_of, spans_of, speaker, speakers
from reportedly.link.parties import find_party, link_parties
from reportedly.read.names import find_names
from reportedly.records import Attribution, Manner, Masthead


@pytest.mark.parametrize(
    ("source", "name", "named"),
    [
        ("her office", "Ada Holm's office", True),
        ("her spokesman", "Ada Holm's spokesman", False),
        ("Her aides", "Ada Holm's aides", False),
        ("the mayor's spokesman", "Ada Holm's spokesman", False),
    ],
)
def test_those_around_a_person_are_called_by_the_full_name(source: str, name: str, *, named: bool) -> None:
    text = f"Mayor Ada Holm said no. Nobody was hurt, {source} added."
    party = find_party(parties_of(text, "Mayor Ada Holm", source), spans_of(text, source)[0])

    assert party is not None
    assert (party.name, party.named) == (name, named)


def test_the_chief_of_the_ministry_is_called_by_its_name() -> None:
    text = "Kenya's foreign ministry said no. The ministry's spokeswoman said more."

    assert speakers(text, "Kenya's foreign ministry", "The ministry's spokeswoman")[1] == (
        "Kenya's foreign ministry's spokeswoman"
    )


def test_a_relative_is_described_by_whose_he_is() -> None:
    text = "Ants Holm left. His wife, Jane Holm, said no."
    party = find_party(parties_of(text, "His wife, Jane Holm"), spans_of(text, "His wife, Jane Holm")[0])

    assert party is not None
    assert (party.name, party.description) == ("Jane Holm", "wife of Ants Holm")


def test_whose_wife_she_is_stays_open_where_the_sentence_is_about_another() -> None:
    text = "Boris Kask said no. Andriy Tamm fled, his wife said."

    assert speakers(text, "Boris Kask", "his wife", told=("Andriy Tamm fled",))[1] == "wife"


def test_a_message_of_his_is_what_he_says() -> None:
    text = "Boris Kask left. His message said the dam held."

    assert speakers(text, "His message") == ["Boris Kask"]


def test_the_report_goes_back_to_who_made_it() -> None:
    text = "A report by the Lantern Bank says no. The report says more."

    assert speakers(text, "A report by the Lantern Bank", "The report")[1] == "Lantern Bank"


def test_the_report_goes_back_to_the_report_of_which_no_maker_is_known() -> None:
    text = "A confidential report says no. The report says more."

    assert speakers(text, "A confidential report", "The report") == ["confidential report"] * 2


def test_of_two_reports_far_back_neither_is_meant() -> None:
    gap = "It rained. " * 8
    text = f"A report by the Lantern Bank says no. A report by the Harrow Centre says yes. {gap}The report says more."
    sources = "A report by the Lantern Bank", "A report by the Harrow Centre", "The report"

    assert speakers(text, *sources)[2] == "report"


def test_the_statement_is_that_of_the_one_who_spoke_in_a_statement() -> None:
    text = "Lantern Bank said in a statement that it rained. The statement said no more."
    first, then = spans_of(text, "Lantern Bank", "The statement")
    spoke = Attribution(
        content=spans_of(text, "it rained"),
        cue=spans_of(text, "said in a statement"),
        source=(first,),
        manner=Manner.INDIRECT,
    )
    more = Attribution(content=spans_of(text, "no more"), cue=(), source=(then,), manner=Manner.INDIRECT)
    sentences = parsed(text)
    party = find_party(link_parties(text, sentences, find_names(text, sentences), (spoke, more), Masthead()), then)

    assert party is not None
    assert party.name == "Lantern Bank"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A poll by the Harrow Institute", "Harrow Institute"),
        ("Satellite images of the Harrow Institute", "Satellite images of the Harrow Institute"),
        ("A letter to the Harrow Institute", "letter to the Harrow Institute"),
        ("Court documents", "Court documents"),
    ],
)
def test_a_paper_is_laid_to_who_made_it_and_not_to_what_it_is_about(source: str, name: str) -> None:
    assert speaker(f"{source} showed that it rained.", source).name == name
