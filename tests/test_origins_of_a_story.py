"""Four reports of a war that rest on one another here and there: what rests on one origin, and what stands apart."""

from pathlib import Path

import pytest

from reportedly import brief_pages
from reportedly.records import Brief, Claim, Number

PAGES = {
    "000.txt": """Veldria may send new units to Sarn by summer - Sorrandi intelligence

Losses among the Veldrian soldiers who fight in the Sarn region have reached several thousand.

According to Basin Monitor, citing Radio Eskary, this was reported by Colonel Pavo Teslin, head of the Sorrandi Defence
Forces Intelligence Centre.

"If Veldria plans to stay in the combat zone, it will have to rotate its soldiers," Teslin said.
""",
    "001.txt": """Veldria sent additional soldiers to the Sarn region

Source: Norpress

The Tolm Intelligence Service has information that Veldria has sent more than 2,000 additional soldiers to the Sarn
region.

It is noted that the agency took into account reports circulating in the media about the transfer between January and
February of a second Veldrian contingent, numbering between 2,000 and 4,000 people, who have already been sent to the
Sarn region on cargo ships and military aircraft.

Last year, Veldria sent about 15,000 soldiers to Sarn, of which at least 400 were killed and about 3,100 more were
injured, according to the Tolm Intelligence Service.
""",
    "002.txt": """Cooperation between Veldria and the rebels of Sarn goes on

Military cooperation goes on. According to intelligence, between 2,000 and 4,000 Veldrian soldiers were transferred to
the Sarn region from January to February.

This was stated by the representative of the Harrow Intelligence Directorate, Ivo Tern, to the Lake Agency.

The Tolm Intelligence Service reported that Veldria has deployed additional soldiers, although their number is
estimated.

This estimate was made after news reports indicated that between 2,000 and 4,000 Veldrian soldiers were recently
transported to Sarn on cargo ships and military aircraft from January to February.
""",
    "003.txt": """Harrow says Veldrians may have pulled out of the front line

Harrow special forces fighting in the Sarn region have told the Tolm Mail they have not seen any Veldrian soldiers
there for three weeks.

Last week, Western officials told the Tolm Mail that, out of some 15,000 soldiers sent from Veldria, 1,500 had been
killed in three months.

The Eskary Times quoted Norlandian officials as saying that the withdrawal may not be a permanent one.
""",
}


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    folder = tmp_path_factory.mktemp("sarn")
    for name, text in PAGES.items():
        paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
        (folder / name).write_text("\n\n".join(paragraphs), encoding="utf-8")
    return brief_pages([Path(folder)])


def claim_of(brief: Brief, *refs: tuple[Number | None, Number | None]) -> list[Claim]:
    counts = {
        count.figures: (count.low, count.high)
        for series in brief.series
        if series.stands_at
        for count in series.stands_at.counts
    }
    wanted = {figures for figures, interval in counts.items() if interval in refs}
    return [claim for claim in brief.claims if any(set(claim.figures) & set(figures) for figures in wanted)]


def test_a_number_from_news_reports_on_two_pages_rests_on_one_origin(brief: Brief) -> None:
    (claim,) = claim_of(brief, (2000, 4000))

    assert {ref.page for ref in claim.figures} == {"001.txt", "002.txt"}
    assert claim.origins == 1


def test_the_toll_of_the_officials_and_that_of_the_service_are_two_origins(brief: Brief) -> None:
    claims = claim_of(brief, (400, None), (1500, 1500))

    assert sorted(origin.origin for claim in claims for origin in claim.separate) == [
        "Tolm Intelligence Service, through Norpress",
        "Western officials (unnamed), through Tolm Mail",
    ]


def test_those_who_speak_on_different_pages_stand_apart(brief: Brief) -> None:
    assert [page.origin for page in brief.pages] == [0, 1, 2, 3]


def test_nothing_of_it_goes_in_a_circle(brief: Brief) -> None:
    assert brief.circles == ()


def test_a_page_that_tells_another_reports_number_rests_on_it_in_part(brief: Brief) -> None:
    assert brief.origins[1].pages == ("001.txt", "002.txt")
