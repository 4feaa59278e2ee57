from builders import figure, reading
from reportedly.assess.story import assess_story
from reportedly.records import Brief, Reading, RelationKind

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
