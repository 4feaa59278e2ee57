"""Gold and found of one page: what is paired, what is marked, what is counted. Pages and scorers are invented."""

import json
from collections import Counter
from types import ModuleType

import pytest
from differences.attribution import Attribution, examine, name_cue, pair_up
from differences.comparison import Comparison, Examined, Kind, Verdict, find_edges, span_cell
from differences.figures import examine as examine_figures
from differences.incidents import examine as examine_incident
from differences.pages import examine as examine_page
from differences.quantities import examine as examine_sentence
from differences.times import examine as examine_times

from benchmarks.toy import attribution, page, span

DAM = "The mayor, Orsk, said on Monday that the dam had held. Kask warned that the ford was shut."
SCRIPT = ModuleType("attribution")


def shown(row: Comparison) -> tuple[str, list[str], list[str]]:
    """Return a row as it is set without colour: what differs in brackets."""
    sides = [
        ["".join(f"[{p.text}]" if p.differs else p.text for p in cell) for cell in side]
        for side in (row.gold, row.found)
    ]
    return row.verdict.value, sides[0], sides[1]


def examined(gold: list[str], found: list[str], text: str = DAM) -> Examined:
    """Return what a page shows whose labels and statements are those."""
    return examine(SCRIPT, page("dam", text, *gold), {"statements": [attribution(text, said) for said in found]})


# --- attribution -----------------------------------------------------------------------------------------------------


def test_what_is_found_as_labelled_is_right() -> None:
    (row,) = examined(["Orsk|said|the dam had held"], ["Orsk|said|the dam had held"]).rows

    assert row.verdict is Verdict.RIGHT


def test_a_comma_at_an_edge_is_no_difference() -> None:
    (row,) = examined(["Orsk|said|the dam had held"], ["Orsk,|said|the dam had held."]).rows

    assert row.verdict is Verdict.RIGHT


def test_words_that_one_side_alone_has_are_marked() -> None:
    (row,) = examined(["The mayor, Orsk|said|the dam had held"], ["Orsk|said|that the dam had held"]).rows

    assert shown(row) == (
        "~",
        ["[The mayor], Orsk", "said", "the dam had held"],
        ["Orsk", "said", "[that] the dam had held"],
    )


def test_what_was_not_found_is_missed_and_what_was_not_wanted_is_invented() -> None:
    rows = examined(["Orsk|said|the dam had held"], ["Kask|warned|the ford was shut"]).rows

    assert [shown(row) for row in rows] == [
        ("-", ["Orsk", "said", "the dam had held"], []),
        ("+", [], ["Kask", "warned", "the ford was shut"]),
    ]


def test_rows_stand_in_the_order_of_the_text() -> None:
    found = ["Kask|warned|the ford was shut", "Orsk|said|the dam had held"]

    assert [shown(row)[2][0] for row in examined([], found).rows] == ["Orsk", "Kask"]


def test_a_speaker_alone_makes_no_pair() -> None:
    text = "Orsk said the dam had held and warned that the ford was shut."
    rows = examined(["Orsk|said|the dam had held"], ["Orsk|warned|the ford was shut"], text).rows

    assert [row.verdict for row in rows] == [Verdict.MISSED, Verdict.INVENTED]


def test_the_closest_are_paired_first() -> None:
    gold = [Attribution(source=[], cue=[span(DAM, "said")], content=[span(DAM, "the dam had held")])]
    far = Attribution(source=[], cue=[], content=[span(DAM, "dam")])
    (pair, alone) = pair_up(DAM, gold, [far, gold[0]])

    assert (pair.gold, pair.found) == (gold[0], gold[0])
    assert (alone.gold, alone.found) == (None, far)


def test_every_attribution_is_shown_once() -> None:
    gold = ["Orsk|said|the dam had held", "Kask|warned|the ford was shut", "Kask||the ford"]
    found = ["Orsk|said|on Monday · the dam", "Kask|warned|the ford"]
    rows = examined(gold, found).rows

    assert (sum(bool(row.gold) for row in rows), sum(bool(row.found) for row in rows)) == (3, 2)


def test_a_page_that_was_not_read_is_missed_as_a_whole() -> None:
    labels = page("dam", DAM, "Orsk|said|the dam had held")

    assert [row.verdict for row in examine(SCRIPT, labels, None).rows] == [Verdict.MISSED]


def test_misses_and_inventions_are_counted_by_the_cues_base_form() -> None:
    kinds = examined(["Orsk|said|the dam had held"], ["Kask|warned|the ford was shut"]).kinds

    assert kinds == Counter([Kind("missed, by cue", "say"), Kind("invented, by cue", "warn")])


@pytest.mark.parametrize(
    ("cue", "named"),
    [
        ("has since warned", "warn"),
        ("is saying", "say"),
        ("according to", "according"),
        ("has hemmed over", "hemmed over*"),
        (":", ":"),
        ("", "no cue"),
    ],
)
def test_a_cue_is_named_by_its_own_word(cue: str, named: str) -> None:
    assert name_cue(cue, [(0, len(cue))]) == named


# --- spans -----------------------------------------------------------------------------------------------------------


def test_spans_that_lie_apart_are_joined_by_a_dot() -> None:
    cell = span_cell(DAM, [span(DAM, "The mayor"), span(DAM, "the dam")])

    assert "".join(piece.text for piece in cell) == "The mayor · the dam"


def test_what_steers_a_terminal_is_not_shown() -> None:
    text = "the\x1b[2J dam\nhad held"

    assert [piece.text for piece in span_cell(text, [(0, len(text))])] == ["the [2J dam had held"]


@pytest.mark.parametrize(
    ("gold", "found", "edge"),
    [
        ("the dam had held", "that the dam had held", "begins too early"),
        ("that the dam had held", "the dam had held", "begins too late"),
        ("the dam had held", "the dam had", "ends too early"),
        ("the dam had", "the dam had held", "ends too late"),
        ("the dam had held", "the dam · held", "differs inside"),
        ("the dam had held", "the ford", "elsewhere"),
        ("the dam had held", "", "none found"),
        ("", "the dam had held", "none wanted"),
    ],
)
def test_edges_are_told_by_side(gold: str, found: str, edge: str) -> None:
    wanted, got = ([span(DAM, part) for part in words.split(" · ") if part] for words in (gold, found))

    assert find_edges("content", DAM, wanted, got)[Kind("content edges", edge)] == 1


def test_few_words_left_out_or_taken_in_are_counted_by_what_they_are() -> None:
    kinds = find_edges("content", DAM, [span(DAM, "the dam had held")], [span(DAM, "that the dam had")])

    assert kinds[Kind("words taken in", "content: that")] == 1
    assert kinds[Kind("words left out", "content: held")] == 1


def test_spans_with_the_same_words_have_no_edges_to_tell() -> None:
    assert not find_edges("content", DAM, [span(DAM, "the dam had held")], [span(DAM, "the dam had held.")])


# --- times -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def timing() -> ModuleType:
    """A scorer of times for whom a value is a day and days have to be the same."""
    script = ModuleType("times")
    script.__dict__.update(
        days=lambda value: (value, value) if value else None,
        close=lambda mine, gold: mine == gold,
        overlap=lambda a, b: max(0, min(a[1], b[1]) - max(a[0], b[0])),
    )
    return script


def label(text: str, words: str, value: str | None, kind: str = "DATE") -> dict[str, object]:
    return {"span": span(text, words), "type": kind, "value": value}


def mention(text: str, words: str, day: str | None) -> dict[str, object]:
    return {"span": span(text, words), "earliest": day, "latest": day}


def test_a_time_on_another_day_shows_both_days(timing: ModuleType) -> None:
    labels = {"text": DAM, "times": [label(DAM, "Monday", "2031-02-03")]}
    (row,) = examine_times(timing, labels, {"times": [mention(DAM, "Monday", "2031-02-10")]}).rows

    assert shown(row) == ("~", ["Monday", "[2031-02-03]"], ["Monday", "[2031-02-10]"])


def test_a_time_with_another_edge_is_placed_all_the_same(timing: ModuleType) -> None:
    labels = {"text": DAM, "times": [label(DAM, "Monday", "2031-02-03")]}
    (row,) = examine_times(timing, labels, {"times": [mention(DAM, "on Monday", "2031-02-03")]}).rows

    assert shown(row) == ("~", ["Monday", "2031-02-03"], ["[on] Monday", "2031-02-03"])


def test_times_missed_and_invented_are_counted_without_their_numbers(timing: ModuleType) -> None:
    text = "On 3 May the mill burned, 40 years on."
    labels = {"text": text, "times": [label(text, "3 May", "2031-05-03")]}
    kinds = examine_times(timing, labels, {"times": [mention(text, "40 years", "1991")]}).kinds

    assert kinds == Counter([Kind("missed", "# may"), Kind("invented", "# years")])


def test_labels_that_stand_for_no_day_are_left_aside(timing: ModuleType) -> None:
    labels = {"text": DAM, "times": [label(DAM, "Monday", "P1D", kind="DURATION")]}

    assert examine_times(timing, labels, {"times": [mention(DAM, "Monday", "2031-02-03")]}).rows == ()


# --- quantities ------------------------------------------------------------------------------------------------------


@pytest.fixture
def counting() -> ModuleType:
    """A scorer of quantities whose labels and figures are the same three already."""
    script = ModuleType("quantities")
    script.__dict__.update(
        wanted=lambda quantity: tuple(quantity["is"]),
        mine=lambda figure: tuple(figure["is"]),
        same=lambda a, b: a[:2] == b[:2],
    )
    return script


def quantity(low: float, high: float, bound: str) -> dict[str, object]:
    return {"is": [low, high, bound], "unit": "sacks", "normalized_unit": "sack", "text": "sacks", "unit_": ""}


def test_a_bound_read_otherwise_is_shown_and_counted(counting: ModuleType) -> None:
    labels = {"text": "Some 300 sacks", "quantities": [quantity(300, 300, "~")]}
    seen = examine_sentence(counting, labels, {"figures": [quantity(300, 300, "=")]})

    assert shown(seen.rows[0]) == ("~", ["300", "[~]", "sacks"], ["300", "[=]", "sacks"])
    assert seen.kinds == Counter([Kind("bounds", "~ read as =")])


def test_values_that_are_not_the_same_are_missed_and_invented(counting: ModuleType) -> None:
    labels = {"text": "3 to 5 sacks", "quantities": [quantity(3, 5, "=")]}
    seen = examine_sentence(counting, labels, {"figures": [quantity(3000, 3000, "=")]})

    assert [shown(row) for row in seen.rows] == [
        ("+", [], ["3,000", "=", "sacks"]),
        ("-", ["3 to 5", "=", "sacks"], []),
    ]


def test_each_label_is_used_once(counting: ModuleType) -> None:
    labels = {"text": "300 sacks", "quantities": [quantity(300, 300, "=")]}
    seen = examine_sentence(counting, labels, {"figures": [quantity(300, 300, "=")] * 2})

    assert [row.verdict for row in seen.rows] == [Verdict.RIGHT, Verdict.INVENTED]


# --- incidents -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stands", "mistake"),
    [
        ({"low": 2, "high": 2}, None),
        ({"low": 1, "high": 3}, None),
        ({"low": 1, "high": 4}, "too wide"),
        ({"low": 2, "high": None}, "no upper end"),
        ({"low": None, "high": 1}, "too low"),
        ({"low": 3, "high": 3}, "too high"),
        (None, "silent"),
    ],
)
def test_what_stands_is_held_against_the_recorded_count(stands: dict[str, object] | None, mistake: str | None) -> None:
    script = ModuleType("incidents")
    told = stands and stands | {"why": "One origin gives one number."}
    script.__dict__.update(stands=lambda _, measure: told if measure == "killed" else None)
    incident = {"city": "Pell", "state": "Harrow", "date": "3 May 2031", "killed": 2, "injured": 0, "pages": [{}]}
    seen = examine_incident(script, incident, json.dumps({"series": []}))

    assert seen.kinds == (Counter([Kind("killed", mistake)]) if mistake else Counter())


# --- figures of a story ----------------------------------------------------------------------------------------------

MILL = "Orsk said 300 sacks were lost and four men hurt. Kask counted two."


@pytest.fixture
def storytelling() -> ModuleType:
    """A scorer of figures whose labels stand where their number first does, and whose parties have to be the same."""
    script = ModuleType("figures")
    script.__dict__.update(
        locate=lambda text, label: span(text, label["number"]),
        overlap=lambda a, b: max(0, min(a[1], b[1]) - max(a[0], b[0])),
        alike=lambda a, b: a == b,
    )
    return script


def counted(words: str, number: int, measure: str = "other", **given: object) -> dict[str, object]:
    """Return a figure of the mill, as a label and as a reading have it."""
    fields = {"low": number, "high": number, "measure": measure, "status": "actual", "party": "Orsk"}
    return {"number": words, "text": words, "span": span(MILL, words)} | fields | given


def seen(script: ModuleType, gold: list[dict[str, object]], found: list[dict[str, object]]) -> Examined:
    return examine_figures(script, {"figures": gold}, {"text": MILL, "figures": found})


def test_a_figure_that_is_read_as_labelled_is_right(storytelling: ModuleType) -> None:
    (row,) = seen(storytelling, [counted("300", 300)], [counted("300", 300)]).rows

    assert shown(row) == ("=", ["300", "300", "other", "actual", "Orsk"], ["300", "300", "other", "actual", "Orsk"])


def test_what_of_a_figure_is_read_otherwise_is_marked_and_counted(storytelling: ModuleType) -> None:
    found = counted("four", 4, "killed", high=None, low_open=True, party=None)
    page_ = seen(storytelling, [counted("four", 4, "injured")], [found])

    assert shown(page_.rows[0]) == (
        "~",
        ["four", "[4]", "[injured]", "actual", "[Orsk]"],
        ["four", "[over 4 to open]", "[killed]", "actual", "[nobody]"],
    )
    assert page_.kinds == Counter([Kind("measure", "injured read as killed"), Kind("party", "Orsk read as nobody")])


def test_figures_missed_and_invented_are_counted_by_measure_in_the_order_of_the_text(storytelling: ModuleType) -> None:
    page_ = seen(storytelling, [counted("four", 4, "injured")], [counted("two", 2), counted("300", 300)])

    assert [row.verdict for row in page_.rows] == [Verdict.INVENTED, Verdict.MISSED, Verdict.INVENTED]
    assert page_.kinds == Counter([Kind("missed, by measure", "injured"), *[Kind("invented, by measure", "other")] * 2])


def test_the_figures_of_a_page_that_was_not_read_are_missed(storytelling: ModuleType) -> None:
    script = storytelling
    script.__dict__["locate"] = lambda *_: (-1, -1)
    (row,) = examine_figures(script, {"figures": [counted("300", 300)]}, None).rows

    assert row.verdict is Verdict.MISSED


# --- pages -----------------------------------------------------------------------------------------------------------

ARTICLE = "The dam at Harrow held through the night."
ADVERT = "Buy two sacks of flour from Kask today."


@pytest.fixture
def cleaning() -> ModuleType:
    """A scorer of pages for whom a word is a shingle."""
    script = ModuleType("pages")
    script.__dict__.update(
        shingles=lambda text: Counter(text.lower().split()),
        overlap=lambda a, b: max(0, min(a[1], b[1]) - max(a[0], b[0])),
    )
    return script


def kept(text: str, *paragraphs: str, furniture: tuple[str, str] | None = None) -> dict[str, object]:
    called = [{"span": span(text, furniture[0]), "kind": furniture[1]}] if furniture else []
    return {"text": text, "page": {"paragraphs": [span(text, p) for p in paragraphs], "furniture": called}}


def test_what_html_and_plain_text_lost_and_took_in_is_shown_by_its_kind(cleaning: ModuleType) -> None:
    text = f"{ARTICLE}\n{ADVERT}"
    labels = {"body": ARTICLE, "lines": [[ARTICLE, True], [ADVERT, False]]}
    answers = kept(text, ADVERT), kept(text, ADVERT, furniture=(ARTICLE, "navigation"))
    page_ = examine_page(cleaning, labels, answers)

    assert [(row.verdict.value, shown(row)[1] or shown(row)[2]) for row in page_.rows] == [
        ("-", ["HTML", ARTICLE, "sentence"]),
        ("+", ["HTML", ADVERT, "sentence"]),
        ("-", ["text", ARTICLE, "navigation"]),
        ("+", ["text", ADVERT, "sentence"]),
    ]
    assert page_.kinds[Kind("text, left out", "navigation")] == page_.kinds[Kind("HTML, taken in", "sentence")] == 1


def test_a_page_whose_article_was_found_shows_nothing(cleaning: ModuleType) -> None:
    labels = {"body": ARTICLE, "lines": [[ARTICLE, True], [ADVERT, None]]}

    assert examine_page(cleaning, labels, (kept(ARTICLE, ARTICLE), kept(ARTICLE, ARTICLE))).rows == ()


def test_a_page_that_was_not_read_lost_its_article_in_both_forms(cleaning: ModuleType) -> None:
    labels = {"body": ARTICLE, "lines": [[ARTICLE, True]]}
    rows = examine_page(cleaning, labels, (None, None)).rows

    assert [shown(row)[1] for row in rows] == [["HTML", ARTICLE, "sentence"], ["text", ARTICLE, "nothing"]]


@pytest.mark.parametrize(
    ("line", "shape"), [("Read on", "label"), ("Five of the best mills in Harrow", "line without a stop")]
)
def test_a_line_that_is_no_sentence_is_named_by_its_length(cleaning: ModuleType, line: str, shape: str) -> None:
    page_ = examine_page(cleaning, {"body": "", "lines": [[line, False]]}, (None, kept(line, line)))

    assert page_.kinds == Counter([Kind("text, taken in", shape)])
