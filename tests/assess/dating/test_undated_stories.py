"""Four invented stories whose pages' dates are hidden: what is found of them holds the truth."""

from datetime import date

import pytest

from reportedly.assess.copies import find_copies
from reportedly.assess.dating import StoryDates, date_pages
from undated import days, ends, likeliest, misorders, misses, undated

Pages = tuple[tuple[str, str, str], ...]

FLOOD: Pages = (
    (
        "warning",
        (
            "River\nEngineers may open the Orlo gates at Vessin in the coming days, the water board of Vessin said.\n"
            "On 2 May the water at Vessin passed the second mark."
        ),
        "2032-05-03",
    ),
    (
        "gates",
        "Gates\nThe engineers opened the Orlo gates at Vessin on 6 May.\nRain has fallen since early May.",
        "2032-05-07",
    ),
    (
        "after",
        "Mud\nThe engineers opened the Orlo gates at Vessin last week.\nThe lower town of Vessin is still shut.",
        "2032-05-12",
    ),
    (
        "year",
        "Walls\nThe flood in Vessin last year was the worst since the town was built.",
        "2033-02-01",
    ),
)

MINE: Pages = (
    (
        "fall",
        "Pit\nThe roof of the Brack pit at Tolm collapsed on 19 November.\nRescue crews will soon enter the Brack pit.",
        "2030-11-20",
    ),
    (
        "rescue",
        "Crews\nLast week the roof of the Brack pit at Tolm collapsed.\nOn 24 November 3 miners came up alive.",
        "2030-11-26",
    ),
    (
        "charge",
        (
            "Law\nPit director Ulla Renn may be charged over the Brack pit in Tolm, a judge said.\n"
            "The roof of the Brack pit at Tolm collapsed last month."
        ),
        "2030-12-15",
    ),
    (
        "trial",
        "Court\nPit director Ulla Renn was charged over the Brack pit in Tolm on 12 January.",
        "2031-01-13",
    ),
)

VOTE: Pages = (
    (
        "before",
        (
            "Poll\nVoters in Sarrow will elect a new president of Sarrow on 9 June 2035, the court ruled.\n"
            "The old president resigned in mid-April."
        ),
        "2035-05-02",
    ),
    (
        "night",
        "Count\nVoters in Sarrow elected Mila Dorn president of Sarrow on Sunday.\nThe count ended this morning.",
        "2035-06-11",
    ),
    (
        "oath",
        "Oath\nThree weeks after the Sarrow election, Mila Dorn is still waiting for her oath.",
        "2035-06-30",
    ),
    (
        "later",
        "House\nVoters in Sarrow elected Mila Dorn president of Sarrow last month.\nOn 4 July she took the oath.",
        "2035-07-05",
    ),
)

FEVER: Pages = (
    (
        "first",
        (
            "Fever\nThe first child with Pell fever died in Omby on 28 December.\n"
            "Doctors from Harl will arrive at the Omby hospital, the ministry said."
        ),
        "2029-12-30",
    ),
    (
        "doctors",
        "Help\nForty doctors from Harl arrived at the Omby hospital on 4 January.",
        "2030-01-05",
    ),
    (
        "spread",
        "Toll\nTwo weeks after the Pell outbreak began, 60 people are ill in Omby.",
        "2030-01-10",
    ),
    (
        "look back",
        "Year\nThe outbreak in Pell last year was over within weeks.\nThe hospital closed its last ward in March.",
        "2030-04-02",
    ),
)

STORIES = {
    "flood": (FLOOD, {"the Vessin flood": date(2032, 5, 6)}),
    "mine": (MINE, {"collapse of the Brack pit": date(2030, 11, 19)}),
    "vote": (VOTE, {"the Sarrow election": date(2035, 6, 10)}),
    "fever": (FEVER, {"start of the Pell outbreak": date(2029, 12, 27)}),
}


def truth_of(pages: Pages) -> dict[str, date]:
    return {name: date.fromisoformat(day) for name, _, day in pages}


def solve(pages: Pages, anchors: dict[str, date] | None = None, *given: str) -> StoryDates:
    readings = undated(pages, *given)
    return date_pages(readings, find_copies(readings), anchors)


@pytest.mark.parametrize("story", STORIES)
def test_with_no_date_no_bound_and_no_order_is_wrong(story: str) -> None:
    pages, _ = STORIES[story]
    found = solve(pages).of_page

    assert misses(found, truth_of(pages)) == misses(found, truth_of(pages), likely=True) == []
    assert misorders(found, truth_of(pages)) == []


@pytest.mark.parametrize("story", STORIES)
def test_with_an_anchor_no_bound_is_wrong_and_nothing_contradicts(story: str) -> None:
    pages, anchors = STORIES[story]
    found = solve(pages, anchors)

    assert misses(found.of_page, truth_of(pages)) == misses(found.of_page, truth_of(pages), likely=True) == []
    assert found.conflicts == ()


@pytest.mark.parametrize(("story", "given"), [(story, page[0]) for story in STORIES for page in STORIES[story][0]])
def test_with_any_one_true_date_no_bound_is_wrong(story: str, given: str) -> None:
    pages, anchors = STORIES[story]
    found = solve(pages, anchors, given)

    assert misses(found.of_page, truth_of(pages)) == misses(found.of_page, truth_of(pages), likely=True) == []
    assert found.conflicts == ()


@pytest.mark.parametrize(
    ("story", "given", "closest"),
    [("flood", "gates", {"after": 13}), ("mine", "fall", {"rescue": 9, "charge": 30}), ("vote", "night", {"oath": 12})],
)
def test_with_an_anchor_and_one_date_pages_that_count_from_them_are_put_within_weeks(
    story: str, given: str, closest: dict[str, int]
) -> None:
    pages, anchors = STORIES[story]
    found = solve(pages, anchors, given).of_page

    assert {name: days(found[name]) for name in closest} == closest


@pytest.mark.parametrize(
    ("story", "early", "late"),
    [("flood", "warning", "gates"), ("flood", "warning", "after"), ("fever", "first", "doctors")],
)
def test_with_no_date_a_page_that_looks_ahead_is_likely_before_those_that_look_back(
    story: str, early: str, late: str
) -> None:
    found = solve(STORIES[story][0]).of_page
    sure, likely = found[early], found[early].likely

    assert sure.before == ()
    assert likely is not None
    assert late in likely.before


def test_what_a_page_still_looks_ahead_to_is_only_likely() -> None:
    found = solve(FEVER, STORIES["fever"][1], "doctors").of_page["first"]

    assert (str(found.earliest), found.latest) == ("2029-12-28", None)
    assert ends(likeliest(found)) == ("2029-12-28", "2030-01-04")
