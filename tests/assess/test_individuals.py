import pytest

from builders import figure, published, reading
from reportedly.assess.story import assess_story
from reportedly.records import Brief, Measure, Published, Reading, RelationKind

ROE, BELL = "Fire in Sarn\n\nAnn Roe was killed. Ben Bell died too.", "Fire in Sarn\n\nTwo people died in the fire."


def one_by_one(name: str = "a.txt", **given: str | None) -> Reading:
    people = [("Ann Roe", "p1"), ("Ben Bell", "p2")]
    told = [
        figure(ROE, words, 1, 1, id=f"f{i}", counted=None, person=person, **given)
        for i, (words, person) in enumerate(people, start=1)
    ]
    return reading(name, ROE, figures=told)


def brief(*pages: Reading) -> Brief:
    return assess_story(pages, story="The Sarn fire")


def test_people_told_of_one_by_one_make_the_number_that_they_are() -> None:
    (series,) = brief(one_by_one()).series

    assert series.stands_at is not None
    assert (series.stands_at.low, series.stands_at.high) == (2, 2)
    assert "2 people killed, told of one by one" in series.stands_at.why


def test_they_join_a_count_of_as_many() -> None:
    counted = reading("b.txt", BELL, figures=[figure(BELL, "Two", 2, 2)])

    (series,) = brief(one_by_one(), counted).series
    assert [ref.page for ref in series.figures] == ["a.txt", "a.txt", "b.txt"]


def test_two_people_are_not_one_report_told_twice() -> None:
    assert not [r for r in brief(one_by_one()).relations if r.relation is RelationKind.SAME_ORIGIN]


def test_one_person_told_of_twice_stays_one() -> None:
    told = [figure(ROE, words, 1, 1, id=f"f{i}", person="p1") for i, words in enumerate(("Ann Roe", "Ben Bell"), 1)]

    (series,) = brief(reading("a.txt", ROE, figures=told)).series
    assert series.stands_at is not None
    assert (series.stands_at.low, series.stands_at.high) == (1, 1)


# --- who has died since ----------------------------------------------------------------------------------------------

HURT, DEAD = "Fire in Sarn\n\n{} was hurt on Tuesday.", "Sarn fire\n\n{} died on Thursday."
TUESDAY, THURSDAY = published("2024-03-05"), published("2024-03-07")


def of_one(name: str, text: str, words: str, measure: Measure, day: Published, **given: str | None) -> Reading:
    told = text.format(words)
    fields = {"person": "p1", "counted": None} | given
    return reading(name, told, published=day, figures=[figure(told, words, 1, 1, measure=measure, **fields)])


def hurt(words: str, day: Published = TUESDAY) -> Reading:
    return of_one("a.txt", HURT, words, Measure.INJURED, day)


def dead(words: str, day: Published = THURSDAY) -> Reading:
    return of_one("b.txt", DEAD, words, Measure.KILLED, day)


def measures(*pages: Reading) -> list[Measure]:
    return [series.measure for series in brief(*pages).series]


@pytest.mark.parametrize(
    ("first", "later"),
    [("Ann Roe", "Ann Roe"), ("A man", "The victim"), ("A man", "He"), ("Ann Roe", "Roe"), ("A woman", "Ann Roe")],
)
def test_who_was_hurt_and_has_died_leaves_the_injured(first: str, later: str) -> None:
    assert measures(hurt(first), dead(later)) == [Measure.KILLED]


@pytest.mark.parametrize(("first", "later"), [("Ann Roe", "Ben Bell"), ("A man", "A woman"), ("Roe", "Ben Bell")])
def test_another_who_died_leaves_the_injured_as_they_are(first: str, later: str) -> None:
    assert measures(hurt(first), dead(later)) == [Measure.INJURED, Measure.KILLED]


def test_who_is_told_of_as_hurt_after_a_death_is_another() -> None:
    assert measures(hurt("A man", THURSDAY), dead("A man", TUESDAY)) == [Measure.INJURED, Measure.KILLED]


def test_of_two_who_were_hurt_the_one_by_name_leaves() -> None:
    text = "Fire in Sarn\n\nAnn Roe was hurt. Ben Bell was hurt too."
    people = [
        figure(text, words, 1, 1, id=f"f{i}", person=f"p{i}", counted=None, measure=Measure.INJURED)
        for i, words in enumerate(("Ann Roe", "Ben Bell"), start=1)
    ]
    both = reading("a.txt", text, figures=people, published=TUESDAY)

    injured, _ = brief(both, dead("Ann Roe")).series
    assert injured.stands_at is not None
    assert (injured.stands_at.low, injured.stands_at.high) == (1, 1)
    assert [ref.figure for ref in injured.figures] == ["f2"]


def test_a_page_that_tells_of_a_dead_and_a_hurt_man_tells_of_two() -> None:
    text = "Sarn fire\n\nA man died. Another was hurt."
    both = [
        figure(text, "A man", 1, 1, person="p1", counted=None),
        figure(text, "Another", 1, 1, id="f2", person="p2", counted=None, measure=Measure.INJURED),
    ]
    page = reading("b.txt", text, figures=both, published=THURSDAY)

    assert Measure.INJURED in measures(hurt("A man"), page)
