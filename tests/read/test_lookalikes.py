from reportedly.read.gazetteer import fold
from reportedly.read.lookalikes import find_lookalikes, see_through


def test_a_cyrillic_letter_in_a_latin_name_is_seen_through() -> None:
    assert see_through("Adа Kаsk") == "Ada Kask"


def test_a_word_wholly_of_another_script_is_no_disguise() -> None:
    assert see_through("ТАСС reported, and so did Наталья") == "ТАСС reported, and so did Наталья"


def test_signs_that_are_not_seen_part_no_name() -> None:
    assert fold("Ada\u200b Ka\u2060sk") == "Ada Kask"


def test_a_disguised_name_is_compared_as_it_looks() -> None:
    assert fold("Pоlice оf Sаrn") == "Police of Sarn"


def test_the_page_is_told_of() -> None:
    (problem,) = find_lookalikes("The mayor, Adа Kаsk, said. Nobody was kil\u200bled.")

    assert problem.code == "lookalike_letters"
    assert "“Ada”, “Kask”, “killed”" in problem.message


def test_an_honest_page_has_no_such_problem() -> None:
    assert find_lookalikes("The café at Sarn, said Наталья of ТАСС, is open; so is Ελλάδα's. Co\u00adop.") == ()


def test_a_unit_with_a_greek_letter_is_no_disguise() -> None:
    assert find_lookalikes("Two μg and β-carotene were found.") == ()
