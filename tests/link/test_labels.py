from builders import speakers


def test_a_label_in_capitals_is_the_one_person_of_that_surname() -> None:
    text = "The council heard General Ivo Kask on Tuesday.\nGEN. KASK: Forty boats were lost.\nKASK: We saw it."

    assert speakers(text, "GEN. KASK", "KASK") == ["Ivo Kask", "Ivo Kask"]


def test_a_label_stays_itself_where_two_share_the_surname() -> None:
    text = "The council heard Ivo Kask and Ora Kask on Tuesday.\nMS. KASK: Forty boats were lost."

    assert speakers(text, "MS. KASK") == ["MS. KASK"]


def test_initials_are_the_one_person_who_has_them() -> None:
    text = "The Port Letter met Ivo Kask in Harlov.\nIK: It is safe."

    assert speakers(text, "IK") == ["Ivo Kask"]


def test_a_label_of_nobody_whom_the_page_names_is_shown_whole() -> None:
    assert speakers("The hearing began on Tuesday.\nTHE CLERK: All rise.", "THE CLERK") == ["THE CLERK"]
