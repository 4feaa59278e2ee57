"""Small stories, raw pages to brief: what a careful reader makes of their counts."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportedly.pipeline import brief_readings, read_pages
from reportedly.records import Brief, Measure, Reading, RelationKind, Series
from reportedly.settings import Settings

TUESDAY, WEDNESDAY, THURSDAY, SATURDAY, NEXT_TUESDAY = (f"2024-03-{day:02}" for day in (5, 6, 7, 9, 12))


@dataclass(frozen=True)
class Story:
    """A story's brief beside its readings."""

    brief: Brief
    readings: dict[str, Reading]

    def series(self, measure: Measure) -> list[Series]:
        return [series for series in self.brief.series if series.measure is measure]

    def stands(self, measure: Measure) -> tuple[object, object]:
        (series,) = self.series(measure)
        assert series.stands_at
        return series.stands_at.low, series.stands_at.high

    def flagged(self) -> list[tuple[str, ...]]:
        """Return the flags with the page's words at both spans."""
        return [
            (
                flag.kind.value,
                *(self.readings[r.page].text[s.start : s.end] for r, s in zip(flag.figures, flag.spans, strict=True)),
            )
            for flag in self.brief.flags
        ]


def read(folder: Path, *pages: tuple[str, str, str], plain: bool = False) -> Story:
    """Return the story of the pages, each with its day, its outlet and its text."""
    about: dict[str, dict[str, str]] = {}
    for i, (day, outlet, text) in enumerate(pages):
        name = f"{'abc'[i]}.txt"
        (folder / name).write_text(text, encoding="utf-8")
        about[name] = {"published": day, "outlet": outlet}
    (folder / "about.json").write_text(json.dumps({"story": "Harrow", "pages": about}), encoding="utf-8")
    readings = tuple(read_pages([folder], about=folder / "about.json", settings=Settings(plain=plain)))
    return Story(brief_readings(readings, story="Harrow"), {r.page.name: r for r in readings})


def test_a_toll_that_mounts_through_a_day_is_no_contradiction_and_no_mean(tmp_path: Path) -> None:
    fire = "Harrow market fire\n\n{} people were killed in a fire at the Harrow market on Tuesday, {} said.\n"
    story = read(
        tmp_path,
        (TUESDAY, "The Tolm Echo", fire.format("Twelve", "police")),
        (TUESDAY, "Sarn Radio", fire.format("Some 27", "the mayor, Edda Lorne,")),
        (TUESDAY, "Velm Post", fire.format("At least 40", "the fire service")),
    )

    assert {r.relation for r in story.brief.relations} == {RelationKind.DIVERGES}
    assert story.stands(Measure.KILLED) == (12, None)


def test_an_old_count_told_again_is_as_old_as_it_was(tmp_path: Path) -> None:
    story = read(
        tmp_path,
        (
            WEDNESDAY,
            "The Tolm Echo",
            "Toll\n\nThe Ministry of Emergencies said on Wednesday that at least 30 people were killed.\n",
        ),
        (
            SATURDAY,
            "Sarn Radio",
            "Toll cut\n\nThe Ministry of Emergencies said on Saturday that 27 people were killed.\n",
        ),
        (
            NEXT_TUESDAY,
            "Velm Post",
            "Inquiry\n\nThe inquiry opened. The Ministry of Emergencies said that at least 30 people were killed.\n",
        ),
    )

    (series,) = story.series(Measure.KILLED)
    assert story.stands(Measure.KILLED) == (27, 27)
    assert [ref.page for ref in series.superseded] == ["a.txt", "c.txt"]


BATTLE = "Battle of Harrow\n\nThe Defence Ministry of Veldria said{} that {} near Harrow.\n"


@pytest.mark.parametrize(
    ("first", "second", "flag"),
    [
        ("at least 300 soldiers were killed", "300 soldiers were killed", ("bound_changed", "at least 300", "300")),
        ("300 soldiers had been killed or wounded", "300 soldiers had been killed", ("measure_changed", "300", "300")),
    ],
)
def test_what_a_number_lost_on_its_way_is_flagged(
    tmp_path: Path, first: str, second: str, flag: tuple[str, ...]
) -> None:
    story = read(
        tmp_path,
        (WEDNESDAY, "The Tolm Echo", BATTLE.format(" on Wednesday", first)),
        (THURSDAY, "Sarn Radio", BATTLE.format("", second)),
    )

    assert story.flagged() == [flag]


def test_who_was_hurt_and_dies_later_is_one_of_the_dead_alone(tmp_path: Path) -> None:
    story = read(
        tmp_path,
        (
            TUESDAY,
            "The Tolm Echo",
            "Shooting\n\nAnn Roe was wounded in Sarn on Tuesday, police said. Ben Bell was hurt too.\n",
        ),
        (THURSDAY, "Sarn Radio", "Shooting\n\nAnn Roe died in hospital on Thursday, police said.\n"),
    )

    assert story.stands(Measure.KILLED) == (1, 1)
    assert story.stands(Measure.INJURED) == (1, 1)


def test_a_headline_newer_than_its_text_is_flagged_and_contradicts_nothing(tmp_path: Path) -> None:
    text = (
        "Toll in Harrow fire rises to 27\n\nThe fire at the Harrow market killed 24 people, police said on Tuesday.\n"
    )
    story = read(tmp_path, (WEDNESDAY, "The Tolm Echo", text), plain=True)

    assert story.flagged() == [("caption_newer", "27", "24")]
    assert RelationKind.CONTRADICTS not in {r.relation for r in story.brief.relations}


def test_counts_by_district_are_no_rivals_of_the_whole(tmp_path: Path) -> None:
    text = (
        "Quake\n\nThe quake killed 214 people, the Interior Ministry said on Saturday. "
        "It counted 151 dead in Lomna, 58 in Treska and five in Upper Halle.\n"
    )
    story = read(tmp_path, (SATURDAY, "The Tolm Echo", text))

    assert RelationKind.CONTRADICTS not in {r.relation for r in story.brief.relations}
    assert all(figure.measure is Measure.KILLED for figure in story.readings["a.txt"].figures)
