"""Number phrases as intervals."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import parsed
from reportedly.read.quantities import find_quantities
from reportedly.records import Basis, Change, Quantity, Sentence, TimeMention, Token
from reportedly.spans import Span

Ends = tuple[int | Decimal | None, int | Decimal | None]


def quantities(text: str, times: tuple[TimeMention, ...] = ()) -> tuple[Quantity, ...]:
    return find_quantities(text, parsed(text), times)


def only(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


def ends(text: str) -> Ends:
    quantity = only(text)
    return quantity.low, quantity.high


def words_of(text: str) -> list[str]:
    return [quantity.text for quantity in quantities(text)]


def time(text: str, words: str, basis: Basis = Basis.RELATIVE) -> TimeMention:
    start = text.index(words)
    span = Span(start, start + len(words))
    return TimeMention(edtf=None, earliest=None, latest=None, basis=basis, span=span, text=words)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("300", 300, 300),
        ("1,200", 1200, 1200),
        ("12 500", 12500, 12500),
        ("2,50,000", 250000, 250000),
        ("2.7 million", 2_700_000, 2_700_000),
        ("4 hundred", 400, 400),
        ("twelve", 12, 12),
        ("twenty-eight thousand six hundred forty-two", 28642, 28642),
        ("two hundred and five", 205, 205),
        ("a dozen", 12, 12),
        ("three dozen", 36, 36),
        ("half a dozen", 6, 6),
        ("a thousand", 1000, 1000),
        ("half a million", 500_000, 500_000),
        ("one and a half million", 1_500_000, 1_500_000),
        ("two billion", 2_000_000_000, 2_000_000_000),
        ("5m", 5_000_000, 5_000_000),
        ("25k", 25_000, 25_000),
        ("a couple of", 2, 2),
        ("several", 2, 9),
        ("a few", 2, 9),
        ("a handful of", 2, 9),
        ("several thousand", 2000, 9999),
        ("a few hundred", 200, 999),
        ("dozens of", 24, 99),
        ("scores of", 40, 99),
        ("hundreds of", 200, 999),
        ("thousands of", 2000, 9999),
        ("tens of thousands of", 20_000, 99_999),
        ("hundreds of thousands of", 200_000, 999_999),
        ("dozens or even hundreds of", 24, 999),
        ("between 1,000 and 3,000", 1000, 3000),
        ("from 40 to 60", 40, 60),
        ("10-15", 10, 15),
        ("two to three million", 2_000_000, 3_000_000),
        ("two or three", 2, 3),
    ],
)
def test_a_number_phrase_is_an_interval(phrase: str, low: int, high: int) -> None:
    assert ends(f"The relief agency counted {phrase} people there.") == (low, high)


@pytest.mark.parametrize(
    ("phrase", "low", "high", "low_open", "high_open"),
    [
        ("at least 300", 300, None, False, False),
        ("no fewer than 300", 300, None, False, False),
        ("300 or more", 300, None, False, False),
        ("300+", 300, None, False, False),
        ("more than 1,000", 1000, None, True, False),
        ("well over 1,000", 1000, None, True, False),
        ("upwards of 1,000", 1000, None, True, False),
        ("up to 40", None, 40, False, False),
        ("no more than 40", None, 40, False, False),
        ("as many as 40", None, 40, False, False),
        ("40 or fewer", None, 40, False, False),
        ("fewer than 40", None, 40, False, True),
        ("just under 40", None, 40, False, True),
        ("nearly 100", 100, 100, False, True),
        ("almost 100", 100, 100, False, True),
        ("only 100", 100, 100, False, False),
    ],
)
def test_a_bound_opens_its_end(phrase: str, low: int, high: int, low_open: bool, high_open: bool) -> None:  # noqa: FBT001
    found = only(f"The relief agency counted {phrase} people there.")

    assert (found.low, found.high, found.low_open, found.high_open) == (low, high, low_open, high_open)


@pytest.mark.parametrize("phrase", ["about 40", "some 40", "roughly 40", "around 40", "an estimated 40", "40 or so"])
def test_loose_words_make_a_number_approximate(phrase: str) -> None:
    found = only(f"They counted {phrase} people.")

    assert (found.low, found.high, found.approximate) == (40, 40, True)


def test_the_span_holds_the_modifiers_and_not_the_noun() -> None:
    assert words_of("They sent well over 1,000 soldiers and only one tank.") == ["well over 1,000", "only one"]


def test_the_span_holds_the_currency_sign_and_the_percent_sign() -> None:
    assert words_of("It cost more than $4.3bn, or 12% of output.") == ["more than $4.3bn", "12%"]


@pytest.mark.parametrize(
    ("phrase", "unit", "value"),
    [
        ("$4.3bn", "USD", 4_300_000_000),
        ("£2.7m", "GBP", 2_700_000),
        ("€50 million", "EUR", 50_000_000),
        ("US $6", "USD", 6),
        ("HK$5.4m", "HKD", 5_400_000),
        ("EUR50m", "EUR", 50_000_000),
        ("Rs. 500", "rupee", 500),
        ("$US160 million", "USD", 160_000_000),
        ("300 million yuan", "CNY", 300_000_000),
        ("40 Canadian dollars", "CAD", 40),
        ("340 sq km", "km2", 340),
        ("1,000 square miles", "mi2", 1000),
        ("20 hectares", "ha", 20),
        ("12 percent", "percent", 12),
        ("12 per cent", "percent", 12),
        ("15 km", "km", 15),
        ("15km", "km", 15),
        ("70 tonnes", "t", 70),
    ],
)
def test_a_unit_is_a_public_word(phrase: str, unit: str, value: int) -> None:
    found = only(f"The council set aside {phrase} for it.")

    assert (found.unit, found.low, found.high) == (unit, value, value)


def test_decimals_are_exact() -> None:
    assert ends("Prices rose to 0.1 percent.") == (Decimal("0.1"), Decimal("0.1"))


@pytest.mark.parametrize(
    ("phrase", "share"),
    [
        ("Half of", 50),
        ("Two-thirds of", Decimal("66.67")),
        ("A third of", Decimal("33.33")),
        ("Three quarters of", 75),
        ("One in five of", 20),
        ("One of every eight of", Decimal("12.5")),
        ("One out of every four of", 25),
        ("1/4 of", 25),
        ("Nine out of 10 of", 90),
        ("Three in every 1,000 of", Decimal("0.3")),
        ("Three in every 100,000 of", Decimal("0.003")),
    ],
)
def test_a_share_is_a_percentage(phrase: str, share: int | Decimal) -> None:
    found = only(f"{phrase} the villagers left.")

    assert (found.low, found.high, found.unit) == (share, share, "percent")


@pytest.mark.parametrize("phrase", ["No one was killed.", "None of them were hurt.", "No deaths were reported."])
def test_nobody_is_nought(phrase: str) -> None:
    assert ends(phrase) == (0, 0)


def test_both_counts_two_where_it_stands_alone() -> None:
    assert words_of("Both were killed, on both sides of the river.") == ["Both"]


def test_a_conversion_is_tied_to_its_quantity_and_has_its_bounds() -> None:
    area, converted = quantities("They seized more than 1,000 sq km (386 sq miles) of land.")

    assert converted.converts == 0
    assert (converted.low, converted.high, converted.low_open) == (386, None, True)
    assert area.converts is None


def test_a_second_conversion_in_one_bracket_is_tied_too() -> None:
    *_, last = quantities("The engine gives just under 296 hp (224 kW / 300 PS).")

    assert (last.converts, last.low, last.high, last.high_open) == (0, None, 300, True)


def test_a_bracket_in_another_dimension_converts_nothing() -> None:
    assert [q.converts for q in quantities("They walked 40 km (12 percent of the way).")] == [None, None]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The toll rose by 12.", Change.UP),
        ("Shares rose 3 percent.", Change.UP),
        ("Shares were down 11.9%.", Change.DOWN),
        ("An increase of 12 was reported.", Change.UP),
        ("The index moved -1.3%.", Change.DOWN),
        ("The toll rose to 43.", None),
        ("The toll rose above 43.", None),
        ("Sea levels rose 11 feet.", Change.UP),
        ("The tower rose 300 feet.", None),
        ("The army lost 300 men.", None),
        ("Shares lost 3 percent.", Change.DOWN),
    ],
)
def test_a_step_is_told_from_a_level(text: str, change: Change | None) -> None:
    assert only(text).change is change


def test_a_step_to_a_level_is_two_numbers() -> None:
    step, level = quantities("The death toll rose by 12 to 43.")

    assert (step.low, step.change) == (12, Change.UP)
    assert (level.low, level.change) == (43, None)


def test_a_step_in_percent_after_or_is_the_same_step() -> None:
    points, share = quantities("The index rose 12 points, or 3 percent.")

    assert (points.change, share.change) == (Change.UP, Change.UP)


def test_the_verb_of_a_step_may_have_an_object() -> None:
    assert only("They want to raise the budget by 12 percent.").change is Change.UP


def test_a_first_level_has_the_scale_and_the_unit_of_the_second() -> None:
    first, second = quantities("Revenue rose from 24.2 to 33 billion euros.")

    assert (first.low, first.unit) == (24_200_000_000, "EUR")
    assert (second.low, second.unit) == (33_000_000_000, "EUR")


def test_from_one_level_to_another_is_no_range() -> None:
    assert words_of("The toll rose from 12 to 43 overnight.") == ["12", "43"]


@pytest.mark.parametrize("words", ["300 more soldiers", "another 300 soldiers", "300 additional soldiers"])
def test_numbers_on_top_of_others_are_additional(words: str) -> None:
    assert only(f"They sent {words}.").additional


def test_more_than_adds_nothing() -> None:
    assert not only("They sent 300 more than we did.").additional


def test_sub_and_minus_bound_and_sign_what_they_are_glued_to() -> None:
    assert ends("Demand for sub-300 sq m space rose.") == (None, 300)
    assert ends("It fell to a minus-1.4 degree angle.") == (Decimal("-1.4"), Decimal("-1.4"))


def test_a_crowd_is_told_by_its_hyphen() -> None:
    found = only("A 12-strong team came.")

    assert (found.low, found.unit) == (12, "person")


@pytest.mark.parametrize(
    "text",
    [
        "They met on 14 March 2025.",
        "They met on Aug. 14.",
        "It was built in 1812 and again in 2019.",
        "The 2019 elections were fair.",
        "It ended by 2120.",
        "They met at 10:30 p.m. and at 7 o'clock.",
        "A 17-year-old boy ran.",
        "Ada Harrow, 34, said so.",
        "A boy, 14; a girl, 15.",
        "Ada and Bea Harlow, both 24, came.",
        "It was the winter of '96.",
        "A baker's dozen is more.",
        "A quake of magnitude 6.8 hit.",
        "He was 16.",
        "Children aged 16 were there.",
        "Two kids 11 and 13 years old",
        "The man fired 155mm shells.",
        "He had a .22 handgun.",
        "It is ranked No. 3 of its kind.",
        "See Article 5 and Section 3.",
        "The 22nd man came.",
        "He lives at 575 Wilbraham Road.",
        "It was in the 3100 block of Cedar Avenue.",
        "Call (555) 343-5628.",
        "It is room 0134.",
        "They wrote to Harrow, CO 80123.",
        "A Su-34 and a T-72 burned.",
        "She has a 5G phone.",
        "They won 9-2 there.",
        "One of them left, the new one stayed.",
        "A two-state solution failed.",
        "It happened several times.",
        "The shop is open 24/7.",
        "On 2019-09-01 it closed.",
        "In the 1990s it closed.",
        "He stands 5'11 tall.",
        "After receiving a 911 call they came.",
        "1. The council met.",
        "The plan is for people under 30 and for those over 65.",
        "Ada Harrow, who is 70, came.",
        "They pay until the child turns 18.",
        "Bo Crane, 40 ― a father ― came.",
        "It grew in the 90's and in the 1980's.",
        "It stays below 2005 levels.",
        "The senate split 4 to 1 in favour of it.",
        "The neighbours called 911 at night.",
        "The S&P 500 companies and the Fortune 500 firms grew.",
        "He was a member of the Four Corner Hustlers.",
        "The U.N. resolution 425 passed.",
        "He promised to half unemployment.",
        "It is open again since 9/11.",
        "Everybody younger than ten came.",
        "They asked those older than 60.",
        "The firm's own 787 Skyliner landed.",
        "She has an iPhone 5C.",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text: str) -> None:
    found = [q for q in words_of(text) if q != "Two"]

    assert found == []


def test_a_count_that_could_be_a_year_is_read_before_people() -> None:
    assert words_of("About 2000 people and 1950 soldiers came.") == ["About 2000", "1950"]


def test_what_a_time_mention_covers_is_no_figure() -> None:
    text = "They lost 1,000 in just three months."

    found = quantities(text, (time(text, "in just three months"),))

    assert [q.text for q in found] == ["1,000"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A man was killed and an officer injured.", ["A", "an"]),
        ("A woman and a child were wounded.", ["A", "a"]),
        ("He fled after killing a 17-year-old.", ["a"]),
        ("A woman is missing.", ["A"]),
        ("A man said it was late.", []),
        ("He is a soldier.", []),
        ("A gunman injured two of them.", ["two"]),
        ("A falling tree could kill a man.", []),
        ("If a man is killed, a court hears it.", []),
        ("He tried to kill a man.", []),
        ("He did not kill a man.", []),
    ],
)
def test_an_article_counts_one_person_to_whom_it_happened(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_second_man_is_additional() -> None:
    assert [q.additional for q in quantities("A man was killed and a second man was wounded.")] == [False, True]


@pytest.mark.parametrize(
    ("text", "words", "number", "unit"),
    [
        ("It orbits the star every 33 years.", "33 years", "33", "year"),
        ("They finished the wall within six weeks.", "within six weeks", "six", "week"),
        ("The mill stood still for more than three months.", "for more than three months", "more than three", "month"),
    ],
)
def test_a_length_that_no_calendar_holds_is_a_figure(text: str, words: str, number: str, unit: str) -> None:
    found = quantities(text, (time(text, words, Basis.EXPLICIT),))

    assert [(q.text, q.unit) for q in found] == [(number, unit)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell two days ago.", "two days ago"),
        ("It fell three weeks later.", "three weeks later"),
        ("Its first nine months were poor.", "first nine months"),
        ("It has snowed for the past three weeks.", "for the past three weeks"),
        ("It fell two days before the vote.", "two days"),
    ],
)
def test_a_point_or_period_in_time_is_no_figure(text: str, words: str) -> None:
    assert quantities(text, (time(text, words, Basis.EXPLICIT),)) == ()


@pytest.mark.parametrize(
    "text", ["They signed up 300 people.", "The bank paid down $5 billion.", "They gave up 40 km."]
)
def test_the_particle_of_a_verb_is_no_step(text: str) -> None:
    assert only(text).change is None


def test_shares_that_went_up_are_a_step() -> None:
    assert only("Shares went up 3 percent.").change is Change.UP


def test_two_ends_in_one_unit_after_by_are_a_range_of_steps() -> None:
    found = only("The plan could raise output by 5% to 10%.")

    assert (found.low, found.high, found.change) == (5, 10, Change.UP)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("6 1/4", Decimal("6.25")),
        ("2½", Decimal("2.5")),
        ("four-and-a-half", Decimal("4.5")),
        ("two and three quarters", Decimal("2.75")),
        ("one point six billion", 1_600_000_000),
        ("a hundred and thirty million", 130_000_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("a quarter-million", 250_000),
        ("3-1/2 million", 3_500_000),
    ],
)
def test_parts_of_one_and_of_a_million_are_added_up(phrase: str, value: int | Decimal) -> None:
    assert ends(f"The relief agency counted {phrase} tonnes there.") == (value, value)


@pytest.mark.parametrize(
    ("phrase", "value", "unit"),
    [
        ("half a mile", Decimal("0.5"), "mi"),
        ("a quarter of a mile", Decimal("0.25"), "mi"),
        ("a half-mile", Decimal("0.5"), "mi"),
        ("1/2 mile", Decimal("0.5"), "mi"),
        ("half a percentage point", Decimal("0.5"), "percentage_point"),
        ("half of 1 percent", Decimal("0.5"), "percent"),
    ],
)
def test_a_part_of_a_unit_is_a_number_of_it(phrase: str, value: Decimal, unit: str) -> None:
    found = only(f"They missed it by about {phrase}.")

    assert (found.low, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("phrase", "unit"), [("Millions of dollars", "USD"), ("Thousands of acres", "acre"), ("Thousands of pounds", None)]
)
def test_a_vague_count_has_the_unit_behind_of(phrase: str, unit: str | None) -> None:
    assert only(f"{phrase} were lost.").unit == unit


def test_twice_as_many_is_a_multiple() -> None:
    found = only("They found twice as many people as before.")

    assert (found.low, found.unit) == (2, "times")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fifth victim was found in Harlow.", ["fifth"]),
        ("The city counted its 12th death of the year.", ["12th"]),
        ("A fifth victim died.", ["A"]),
        ("The fifth man left.", []),
        ("The second victim left.", []),
    ],
)
def test_the_rank_of_the_last_victim_is_a_count(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_rank_leaves_its_high_end_open() -> None:
    assert ends("The fifth victim was found in Harlow.") == (5, None)


def test_a_part_on_top_of_another_count_is_a_share() -> None:
    (whole, more) = quantities("It carried 430 people, a quarter more than allowed.")

    assert (whole.low, more.low, more.unit) == (430, 25, "percent")


def test_some_of_them_behind_a_place_are_no_age() -> None:
    assert [
        q.low for q in quantities("Sixty were taken to hospital in Quillon, six of them in critical condition.")
    ] == [60, 6]


@pytest.mark.parametrize(
    ("text", "unit"), [("It was 35C there.", "degC"), ("It was 95F.", "degF"), ("They fly 20 F-16 jets.", None)]
)
def test_degrees_are_capitals_right_behind_the_number(text: str, unit: str | None) -> None:
    assert only(text).unit == unit


def test_a_small_measured_number_may_be_an_upper_bound() -> None:
    found = only("It weighs just under 2kg.")

    assert (found.low, found.high, found.high_open) == (None, 2, True)


def test_the_sign_of_the_yen_may_be_written_out() -> None:
    assert only("It made a profit of Y=100 million.").unit == "JPY"


def test_money_that_describes_is_still_money() -> None:
    assert words_of("It made a $37-a-share offer for the mill.") == ["$37"]


def test_the_share_of_the_top_is_a_share() -> None:
    assert ends("The top 1 percent own it.") == (1, 1)


def test_one_hand_is_counted_unless_it_weighs_reasons() -> None:
    assert words_of("She put one hand on the rail, and on one hand he agreed.") == ["one"]


def test_a_number_word_of_a_headline_counts() -> None:
    assert words_of("Blast Kills Six in Harlow Market") == ["Six"]


def test_over_is_no_bound_of_a_stretch_of_time() -> None:
    assert not only("They fought over two decades.").low_open


def plain(text: str) -> tuple[Sentence, ...]:
    """Return the text as one sentence without a parse worth the name."""
    tokens: list[Token] = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(span=Span(start, at), text=word, tag="NN", dep="dep", head=len(tokens)))
    return (Sentence(span=Span(0, len(text)), paragraph=0, tokens=tuple(tokens)),) if tokens else ()


PIECES = st.sampled_from(
    [
        "at",
        "least",
        "more",
        "than",
        "up",
        "to",
        "between",
        "and",
        "or",
        "half",
        "a",
        "third",
        "of",
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "dozen",
        "dozens",
        "several",
        "12",
        "1,000",
        "3.5",
        "2019",
        "$",
        "£",
        "%",
        "(",
        ")",
        "-",
        "–",
        "/",
        ",",
        ".",
        ":",
        "km",
        "sq",
        "US",
        "rose",
        "by",
        "from",
        "to",
        "in",
        "No",
        "no",
        "none",
        "additional",
        "the",
        "per",
        "cent",
        "few",
    ],
)
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=8).map("".join)
)


@pytest.mark.parametrize("number", ["9" * 400, "12" + " million" * 40, "9" * 25 + ".5"])
def test_a_number_beyond_all_counts_is_no_figure(number: str) -> None:
    assert quantities(f"They sent {number} men there.") == ()


def test_words_between_two_counts_bound_only_one_of_them() -> None:
    assert [quantity.text for quantity in quantities("Dozens at least dozens fled.")] == ["Dozens at least", "dozens"]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_read_without_a_crash_and_every_span_lies_in_it(text: str) -> None:
    found = find_quantities(text, plain(text), ())

    assert all(q.span.of(text) == q.text and q.text for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert find_quantities(text, plain(text), ()) == find_quantities(text, plain(text), ())


def test_a_long_line_of_numbers_is_read_in_seconds() -> None:
    text = "between 1 and " * 5_000

    assert find_quantities(text, plain(text), ())
