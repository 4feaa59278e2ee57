"""Figures: what a number counts, of whom, where, when, and who gives it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import day, hop, parsed, spans_of, statement
from reportedly.link.figures import link_figures
from reportedly.read.quantities import find_quantities
from reportedly.records import (
    UNKNOWN_DATE,
    Basis,
    Carrier,
    CarrierBasis,
    Change,
    Credit,
    Figure,
    Masthead,
    Measure,
    Name,
    NameKind,
    Stance,
    Statement,
    Status,
    TimeMention,
)

OUTLET = Masthead(carrier=Carrier(name="The Harlow Post", basis=CarrierBasis.STATED))


def figures(
    text: str,
    *,
    statements: tuple[Statement, ...] = (),
    names: tuple[Name, ...] = (),
    times: tuple[TimeMention, ...] = (),
    masthead: Masthead | None = None,
) -> tuple[Figure, ...]:
    sentences = parsed(text)
    quantities = find_quantities(text, sentences, times)
    return link_figures(text, sentences, quantities, statements, names, times, masthead or Masthead(), UNKNOWN_DATE)


def place(text: str, words: str) -> Name:
    return Name(span=spans_of(text, words)[0], text=words, kind=NameKind.PLACE)


def time(text: str, words: str, date: str) -> TimeMention:
    on = day(date)
    span = spans_of(text, words)[0]
    return TimeMention(edtf=on.edtf, earliest=on.earliest, latest=on.latest, basis=on.basis, span=span, text=words)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Two people were killed and five others injured.", "killed injured"),
        ("A gunman opened fire, killing three and wounding at least 12.", "killed injured"),
        ("The blast left four dead and dozens injured.", "killed injured"),
        ("Six people died when the bus fell.", "killed"),
        ("Three dead, 15 hurt in nightclub fire", "killed injured"),
        ("Blast Kills 12, Injures 30 in Market", "killed injured"),
        ("The death toll rose to 43.", "killed"),
        ("Losses among the rebels stand at several hundred.", "casualties"),
        ("More than 200 soldiers have been killed or wounded.", "casualties"),
        ("Four men were shot.", "casualties"),
        ("Four men were shot dead.", "killed"),
        ("The man fatally shot two of his neighbours.", "killed"),
        ("They are two men who were shot to death.", "killed"),
        ("Norvia lost 600 tanks and 12,000 troops.", "other casualties"),
        ("The bank lost 300 workers.", "other"),
        ("The militia wounded scores more.", "injured"),
        ("Two sailors were rescued and 14 remain missing.", "other missing"),
        ("A total of 239 hostages were taken.", "captured"),
        ("The fire forced 40,000 people from their homes.", "displaced"),
        ("There were 12 deaths and 40 arrests.", "killed arrested"),
        ("The army recovered 17 bodies.", "killed"),
        ("The flood claimed 12 lives.", "killed"),
        ("Some 30 miners are still missing.", "missing"),
        ("The rebels captured 12 soldiers.", "captured"),
        ("Police arrested 36 protesters.", "arrested"),
        ("Three men were taken into custody.", "arrested"),
        ("The government sent 3,000 soldiers to the border.", "sent"),
        ("Between 2,000 and 3,000 troops are stationed there.", "present"),
        ("Some 5,000 residents were evacuated.", "evacuated"),
        ("About 45,000 people have been displaced.", "displaced"),
        ("Around 900 villagers fled.", "displaced"),
        ("Twelve people were taken to a nearby hospital.", "hospitalised"),
        ("Seven other people suffered minor injuries.", "injured"),
        ("The city paid $4.3bn.", "money"),
        ("The fire burned 340 sq km of forest.", "area"),
        ("They walked 15 km.", "distance"),
        ("About half of the territory was lost.", "percent"),
        ("The army has only one northern district left.", "other"),
        ("The firm sent 12 parcels.", "other"),
        ("The town lost 12 drones that were shot down.", "other"),
        ("Police counted 12 shootings that left two people dead.", "other killed"),
        ("They are regulatory bodies, 12 bodies in all.", "other"),
        ("The ministry put the number of dead at 790.", "killed"),
        ("The number of deaths is down to 689 from 720.", "killed killed"),
        ("The death toll was lowered from 30 to 27.", "killed killed"),
        ("It corrected the number of people killed in the flood to 27.", "killed"),
        ("It brought the number of people killed at 12 stations to 40.", "other killed"),
        ("The number of people killed in the flood remains 27.", "killed"),
        ("People killed in the attack on 12 villages were buried.", "other"),
        ("The hospital for the wounded has 12 beds.", "other"),
        ("Of the dead, 14 were found in Harlow.", "killed"),
        ("Six of the dead were children.", "killed"),
        ("Two of the injured miners were flown out.", "injured"),
        ("They read out the names of the 91 people known to have died.", "killed"),
        ("Three people believed to be missing were from Harlow.", "missing"),
        ("Four passengers have never been found.", "missing"),
        ("Two dozen houses burned.", "other"),
        ("Two dozen patients were burned.", "injured"),
        ("Two gunmen have not been found.", "other"),
        ("Some 20,000 people have lost their homes.", "displaced"),
        ("The clinic is treating 52 survivors.", "hospitalised"),
        ("They expect the final toll to be around 95.", "killed"),
        ("The death toll is expected to rise above 300.", "killed"),
        ("The office gave the number of arrests as 19.", "arrested"),
        ("Between 50 and 70 residents of Harlow are missing.", "missing"),
        ("The army killed between 50 and 70 rebels.", "killed"),
        ("Between 50 and 70 rebels were killed.", "killed"),
        ("The council moved 600 people out.", "evacuated"),
        ("The council moved 12 desks out.", "other"),
        ("About 1,000 soldiers were transported to Harlow.", "sent"),
        ("Both were transported to hospital.", "hospitalised"),
        ("Two men were transported to Harlow.", "other"),
        ("A man charged with killing two women was jailed.", "killed"),
        ("They sent a contingent, numbering 300 people.", "sent"),
        ("A man was killed and a woman hurt.", "killed injured"),
        ("Police arrested a 17-year-old.", "arrested"),
    ],
)
def test_a_measure_is_what_the_words_around_a_number_show(text: str, measures: str) -> None:
    assert " ".join(f.measure.value for f in figures(text)) == measures


def test_the_counted_noun_and_of_whom() -> None:
    (figure,) = figures("They sent more than 1,000 additional Norvian soldiers.")

    assert (figure.counted, figure.who, figure.unit) == ("soldiers", "additional Norvian soldiers", "person")
    assert figure.additional


def test_a_unit_is_counted_in_the_words_of_the_page() -> None:
    area, converted = figures("The army seized more than 1,000 sq km (386 sq miles) of Norvian territory.")

    assert (area.counted, area.unit, area.who) == ("sq km", "km2", "Norvian territory")
    assert (converted.counted, converted.unit, converted.who) == ("sq miles", "mi2", "Norvian territory")
    assert converted.converts == area.id


def test_a_number_that_stands_alone_counts_whom_the_one_before_counted() -> None:
    sent, killed, injured = figures(
        "They sent about 11,000 Norvian soldiers, of which at least 300 were killed and about 2,700 more injured."
    )

    assert {f.who for f in (sent, killed, injured)} == {"Norvian soldiers"}
    assert [f.measure for f in (sent, killed, injured)] == [Measure.SENT, Measure.KILLED, Measure.INJURED]


def test_nobody_is_carried_from_another_paragraph() -> None:
    _, killed = figures("They sent 11,000 soldiers.\nLater 300 were killed.")

    assert (killed.who, killed.unit) == (None, "person")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Some 11,000 troops were sent from Peru.", "Peruvian troops"),
        ("Some 11,000 troops from Peru are in the region.", "Peruvian troops"),
        ("Peru plans to send 300 soldiers.", "Peruvian soldiers"),
        ("The Peruvian regime has sent 300 additional soldiers.", "additional Peruvian soldiers"),
        ("Peru sent 300 refugees home.", "refugees"),
        ("Norvia sent 300 soldiers.", "soldiers"),
        ("They sent a second Sarrian contingent, numbering 300 people.", "second Sarrian contingent"),
        ("The number of miners killed in the blast rose to 12.", "miners"),
        ("Losses among the North Korean military reached 300.", "North Korean military"),
    ],
)
def test_whom_a_series_can_be_named_after(text: str, who: str) -> None:
    assert [f.who for f in figures(text)] == [who]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Nine people have been injured. It had said six.", "injured injured"),
        ("An earlier count was of 54 people injured. The number is 45.", "injured injured"),
        ("Twelve people were killed in Harlow and another 6 in Selby.", "killed killed"),
        ("Twelve people were killed in Harlow and another 6 in Selby were freed.", "killed other"),
        ("Forty people were killed. Six of them were children.", "killed other"),
        ("About 500 people died, compared with 300 in Selby.", "killed killed"),
        ("The ministry gave a toll. The number is 45.", "other"),
        ("It counted 151 dead in Lomna, 58 in Treska and five in Halle.", "killed killed killed"),
        ("It counted 151 dead in Lomna, 58 in tents and five in Halle.", "killed other other"),
        ("Fifty people died, 14 of them children, up from 47 on Monday.", "killed other killed"),
        (
            "The ministry put the number of injured at 1,130 on Monday and now speaks of almost 1,900.",
            "injured injured",
        ),
    ],
)
def test_what_a_sentence_leaves_out_was_said_before(text: str, measures: str) -> None:
    assert " ".join(f.measure.value for f in figures(text)) == measures


def test_another_forty_are_of_the_things_just_counted() -> None:
    _, more = figures("So far 60 aid trucks have arrived. Another 40 are expected.")

    assert (more.counted, more.who, more.unit, more.measure) == ("trucks", "aid trucks", None, Measure.OTHER)
    assert (more.additional, more.status) == (True, Status.POSSIBLE)


def test_an_outlet_that_corrects_itself_denies_its_earlier_count() -> None:
    text = "An earlier version of this article said that 54 people were injured."
    said = statement(text, "54 people were injured", speaker="earlier version of this article")

    (figure,) = figures(text, statements=(said,), masthead=OUTLET)

    assert (figure.party, figure.status) == ("The Harlow Post", Status.DENIED)


@pytest.mark.parametrize("verb", ["said that 54 people were injured", "gave the number of injured as 54"])
def test_whom_a_page_credits_did_not_give_its_earlier_count(verb: str) -> None:
    text = f"An earlier version of this article {verb}."
    told = (statement(text, verb[10:], speaker="earlier version of this article"),) if verb.startswith("said") else ()

    (figure,) = figures(text, statements=told, masthead=Masthead(credits=(Credit(name="Norpress"),)))

    assert (figure.party, figure.status) == (None, Status.DENIED)


def test_nobody_gives_a_count_that_was_asked_about() -> None:
    text = "The ministry declined to comment on claims that 40 soldiers were killed."
    said = statement(text, "40 soldiers were killed", speaker="the ministry", stance=Stance.NO_COMMENT)

    (figure,) = figures(text, statements=(said,), masthead=OUTLET)

    assert (figure.party, figure.statement, figure.status) == (None, None, Status.POSSIBLE)


def test_a_whole_is_not_what_its_share_suffered() -> None:
    none, all_of_them = figures("None of the 14 passengers was hurt.")

    assert (none.low, none.high, none.measure) == (0, 0, Measure.INJURED)
    assert (all_of_them.low, all_of_them.measure) == (14, Measure.OTHER)


@pytest.mark.parametrize(
    "text",
    [
        "No one knows the reason.",
        "No one was seriously hurt.",
        "None of the victims suffered life-threatening injuries.",
        "None of the victims was named.",
        "She had no injuries.",
        "None of the injured men was named.",
        "None of the soldiers who were killed was named.",
        "A man was found asleep.",
    ],
)
def test_nobody_that_leaves_others_hurt_or_counts_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_nobody_else_is_on_top_of_the_others() -> None:
    (figure,) = figures("No one else was hurt.")

    assert (figure.low, figure.high, figure.measure, figure.additional) == (0, 0, Measure.INJURED, True)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norvia has sent 3,000 soldiers.", Status.ACTUAL),
        ("Norvia plans to send 3,000 soldiers.", Status.PLANNED),
        ("Norvia will send 3,000 soldiers.", Status.PLANNED),
        ("The storm could displace 50,000 people.", Status.POSSIBLE),
        ("The company will spend 4 million crowns.", Status.PLANNED),
        ("The attack will kill 40 people.", Status.POSSIBLE),
        ("Thirty people are feared dead.", Status.POSSIBLE),
        ("Some 20,000 soldiers are expected to be deployed.", Status.POSSIBLE),
        ("An army of 250,000 could march.", Status.ACTUAL),
        ("The ministry denied that 40 soldiers were killed.", Status.DENIED),
        ("The ministry announced signs that Norvia has sent 3,000 soldiers.", Status.ACTUAL),
        ("The army will withdraw, as 40 soldiers have been killed.", Status.ACTUAL),
        ("The toll could rise to 300.", Status.POSSIBLE),
        ("Officials fear that deaths exceed 300.", Status.POSSIBLE),
        ("He tried to kill 12 people.", Status.POSSIBLE),
        ("The ministry declined to comment on claims that 40 soldiers were killed.", Status.POSSIBLE),
        ("He declined to comment, saying 40 people had been killed.", Status.ACTUAL),
        ("Were 40 soldiers killed in the attack?", Status.POSSIBLE),
        ("Why were 40 soldiers killed?", Status.ACTUAL),
        ("Tens of thousands of people could be infected.", Status.POSSIBLE),
        ("Hundreds could still be under the rubble.", Status.POSSIBLE),
        ("The 430 passengers could sue.", Status.ACTUAL),
        ("The bank has pledged $18 million.", Status.PLANNED),
        ("The bank has pledged to help 300 farmers it hurt.", Status.PLANNED),
        ("They expect the final toll to be around 95.", Status.POSSIBLE),
        ("An earlier version of this article gave the number of arrests as 19.", Status.DENIED),
        ("An earlier version of this law gave 19 towns a mayor.", Status.ACTUAL),
    ],
)
def test_a_status_is_read_in_the_number_s_own_clause(text: str, status: Status) -> None:
    assert [f.status for f in figures(text)] == [status]


def test_a_denied_statement_denies_its_figures() -> None:
    text = "Forty soldiers were killed, which the ministry denies."
    denied = statement(text, "Forty soldiers were killed", speaker="the ministry", stance=Stance.DENIES)

    assert [f.status for f in figures(text, statements=(denied,))] == [Status.DENIED]


def test_the_party_is_the_first_hop_of_the_innermost_statement() -> None:
    text = "The paper said that officials put the number of dead at 40."
    outer = statement(text, "officials put the number of dead at 40", speaker="the paper", id="s1")
    inner = statement(text, "number of dead at 40", id="s2", chain=(hop("officials"), hop("the paper")))

    (figure,) = figures(text, statements=(outer, inner), masthead=OUTLET)

    assert (figure.party, figure.statement) == ("officials", "s2")


def test_a_statement_without_a_speaker_gives_no_figure() -> None:
    text = "Forty people were killed."
    silent = statement(text, "Forty people were killed")

    (figure,) = figures(text, statements=(silent,), masthead=OUTLET)

    assert (figure.party, figure.statement) == ("The Harlow Post", None)


def test_without_a_statement_the_outlet_speaks_then_whose_report_it_carries() -> None:
    text = "Forty people were killed."

    assert [f.party for f in figures(text, masthead=OUTLET)] == ["The Harlow Post"]
    assert [f.party for f in figures(text, masthead=Masthead(credits=(Credit(name="Norpress"),)))] == ["Norpress"]
    assert [f.party for f in figures(text)] == [None]


def test_a_repeat_without_its_source_keeps_it() -> None:
    text = "More than 40 people were killed, the ministry said.\nOver forty people killed in Harlow"
    said = statement(text, "More than 40 people were killed", speaker="the ministry")

    first, repeat = figures(text, statements=(said,), masthead=OUTLET)

    assert (first.party, first.statement) == ("the ministry", "s1")
    assert (repeat.party, repeat.statement) == ("the ministry", None)


def test_a_place_is_where_the_number_s_clause_puts_it() -> None:
    text = "Officials in Selby said 12 people were killed in Harlow."

    (figure,) = figures(text, names=(place(text, "Selby"), place(text, "Harlow")))

    assert figure.place == "Harlow"


def test_where_nobody_went_from_is_no_place() -> None:
    text = "Some 11,000 troops were sent from Norvia."

    assert [f.place for f in figures(text, names=(place(text, "Norvia"),))] == [None]


def test_a_time_of_the_number_s_own_clause_is_when_it_held() -> None:
    text = "On Friday officials said that 12 people were killed on Tuesday."
    times = (time(text, "On Friday", "2025-03-07"), time(text, "on Tuesday", "2025-03-04"))

    assert [f.valid for f in figures(text, times=times)] == [day("2025-03-04")]


def test_a_comparison_parts_the_periods() -> None:
    text = "More than 2,100 people have died this year, against 1,776 in the whole of 2022."
    times = (time(text, "this year", "2023-06-01"), time(text, "2022", "2022-01-01"))

    assert [f.valid for f in figures(text, times=times)] == [day("2023-06-01"), day("2022-01-01")]


def test_what_did_it_is_no_place() -> None:
    text = "Twelve people were killed by the Harlow dam failure."

    assert [f.place for f in figures(text, names=(place(text, "Harlow"),))] == [None]


def test_no_time_stands_and_none_is_made_up() -> None:
    assert [(f.valid, f.as_of) for f in figures("Twelve people were killed.")] == [(None, None)]


def test_as_of_is_what_a_count_is_current_to() -> None:
    text = "As of 4 March 2025, 312 people had been arrested."

    (figure,) = figures(text, times=(time(text, "4 March 2025", "2025-03-04"),))

    assert (figure.as_of, figure.dated) == (day("2025-03-04"), None)


def test_else_a_count_is_current_to_when_it_was_said() -> None:
    text = "Twelve people were killed."
    said = statement(text, text, speaker="the mayor", said=day("2025-03-05"))

    assert [f.as_of for f in figures(text, statements=(said,))] == [day("2025-03-05")]


@pytest.mark.parametrize(
    ("text", "content", "words"),
    [
        ("The agency on Monday revised the deaths to 40,689.", "the deaths to 40,689", "Monday"),
        ("On Monday, the ministry put the toll at 300.", "the toll at 300", "On Monday"),
        ("Norvia's ministry on Monday blamed the flood for 300 deaths.", "the flood for 300 deaths", "Monday"),
        ("In January, the ministry estimated the losses at 4,000.", "the losses at 4,000", "In January"),
        ("The ministry reported 300 deaths on Monday.", "300 deaths", "on Monday"),
    ],
)
def test_a_time_of_the_reporting_verb_is_not_when_they_died(text: str, content: str, words: str) -> None:
    said = statement(text, content, speaker="the ministry", said=day("2025-01-27"))
    times = (time(text, words, "2025-01-27"),)

    assert [(f.dated, f.as_of) for f in figures(text, statements=(said,), times=times)] == [(None, day("2025-01-27"))]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose to 300 on Monday.",
        "The number of deaths stood at 300 on Monday.",
        "Rescuers recovered 12 bodies from the rubble on Monday.",
        "Twelve bodies were found on Monday.",
        "The agency counted 300 dead on Monday.",
    ],
)
def test_the_day_of_a_count_is_what_it_is_current_to(text: str) -> None:
    (figure,) = figures(text, times=(time(text, "Monday", "2025-01-27"),))

    assert (figure.dated, figure.as_of) == (None, day("2025-01-27"))


def test_the_year_of_a_count_is_when_they_died() -> None:
    text = "The agency recorded 300 deaths last year."
    said = statement(text, "300 deaths", speaker="the agency", said=day("2025-01-31"))
    year = TimeMention(
        edtf="2024",
        earliest=date(2024, 1, 1),
        latest=date(2024, 12, 31),
        basis=Basis.RELATIVE,
        span=spans_of(text, "last year")[0],
        text="last year",
    )

    assert [f.valid.edtf for f in figures(text, statements=(said,), times=(year,)) if f.valid] == ["2024"]


def test_a_day_inside_the_speaker_s_words_is_when_they_died() -> None:
    text = "On Monday, according to the ministry, 12 people were killed."
    said = statement(text, "12 people were killed", speaker="the ministry", said=day("2025-01-31"))
    whole = replace(said, content=(spans_of(text, "On Monday")[0], *said.content))
    times = (time(text, "Monday", "2025-01-27"),)

    assert [f.valid for f in figures(text, statements=(whole,), times=times)] == [day("2025-01-27")]


def test_a_step_keeps_its_way() -> None:
    step, level = figures("The death toll rose by 12 to 43.")

    assert (step.change, step.measure) == (Change.UP, Measure.KILLED)
    assert (level.change, level.measure) == (None, Measure.KILLED)


def test_ids_are_in_the_order_of_the_text() -> None:
    assert [f.id for f in figures("Two died. No one knows. Four were hurt.")] == ["f1", "f2"]


WORDS = st.sampled_from(
    [
        "two",
        "people",
        "killed",
        "and",
        "or",
        "injured",
        "300",
        "soldiers",
        "were",
        "the",
        "of",
        "which",
        "at",
        "least",
        "more",
        "others",
        "dead",
        "left",
        "no",
        "one",
        "toll",
        "rose",
        "to",
        "by",
        "shot",
        "them",
        "none",
        "half",
        "sent",
        "will",
        "could",
        "denied",
        ",",
        ".",
        "in",
        "Harlow",
        "hospital",
        "taken",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=16).map(" ".join))
def test_any_sentence_is_linked_without_a_crash_and_twice_the_same(text: str) -> None:
    found = figures(text)

    assert all(f.span.of(text) == f.text for f in found)
    assert found == figures(text)
