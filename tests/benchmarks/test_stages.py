"""The cost of each stage: what is laid to which, on a clock and functions made for the test."""

import sys
from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType

import pytest
from measures import Measured
from pace import Pace
from speed import describe_pace, describe_stages
from stages import REST, STAGES, Place, Stopwatch, add_rest, timed_stages
from variants import vary_pages

from reportedly import pipeline as pipeline_of_pages

STEPS = ("reportedly.intake.", "reportedly.clean.", "reportedly.read.", "reportedly.link.")
ONCE_A_RUN = {"anchors_of", "read_about", "name_story", "has_weights", "open_network"}


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pipeline(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A pipeline of three stages: pages are gathered one by one, each is parsed, and its speech is read."""
    module = ModuleType("toy_pipeline")

    def gather() -> Iterator[str]:
        for page in ("a", "b"):
            clock.pass_by(1)
            yield page

    def parse(page: str) -> str:
        clock.pass_by(4)
        return page.upper()

    def read_speech(page: str) -> str:
        clock.pass_by(2)
        return str(module.__dict__["trained"](page))

    def trained(page: str) -> str:
        clock.pass_by(8)
        return page

    module.__dict__.update(gather=gather, parse=parse, read_speech=read_speech, trained=trained)
    monkeypatch.setitem(sys.modules, "toy_pipeline", module)
    return module


def places(*names: str) -> tuple[Place, ...]:
    return tuple(Place("toy_pipeline", name) for name in names)


TABLE = {
    "intake": places("gather"),
    "parse": places("parse"),
    "speech": places("read_speech"),
    "trained": places("trained"),
}


def read(pipeline: ModuleType, clock: Clock) -> list[str]:
    """Read the pages as a pipeline does, with two seconds of its own after each."""
    read = []
    for page in pipeline.gather():
        read.append(pipeline.read_speech(pipeline.parse(page)))
        clock.pass_by(2)
    return read


def test_every_stage_has_its_own_seconds(pipeline: ModuleType, clock: Clock) -> None:
    watch = Stopwatch(clock=clock)
    with timed_stages(watch, TABLE):
        read(pipeline, clock)

    assert watch.seconds == {"intake": 2.0, "parse": 8.0, "speech": 4.0, "trained": 16.0}


def test_a_stage_without_a_part_of_its_own_keeps_the_whole(pipeline: ModuleType, clock: Clock) -> None:
    watch = Stopwatch(clock=clock)
    with timed_stages(watch, {name: TABLE[name] for name in ("parse", "speech")}):
        read(pipeline, clock)

    assert watch.seconds == {"parse": 8.0, "speech": 20.0}


def test_what_is_read_is_the_same_with_a_watch(pipeline: ModuleType, clock: Clock) -> None:
    with timed_stages(Stopwatch(clock=clock), TABLE):
        timed = read(pipeline, clock)

    assert timed == read(pipeline, clock) == ["A", "B"]


def test_afterwards_the_functions_are_back_in_their_places(pipeline: ModuleType, clock: Clock) -> None:
    before = dict(vars(pipeline))
    with pytest.raises(ZeroDivisionError), timed_stages(Stopwatch(clock=clock), TABLE):
        raise ZeroDivisionError

    assert vars(pipeline) == before


def test_a_failing_stage_is_timed_until_it_fails(clock: Clock) -> None:
    watch = Stopwatch(clock=clock)

    def fail() -> None:
        clock.pass_by(3)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        watch.timed("parse", fail)()
    clock.pass_by(5)

    assert watch.seconds == {"parse": 3.0}


@pytest.mark.usefixtures("pipeline")
def test_a_function_that_is_not_there_is_named() -> None:
    with pytest.raises(AttributeError, match="no_such"), timed_stages(Stopwatch(), {"times": places("no_such")}):
        pass


def test_every_function_of_the_table_is_where_it_is_said_to_be() -> None:
    with timed_stages(Stopwatch(), STAGES):
        pass


def test_every_function_that_the_pipeline_calls_for_a_page_has_a_stage() -> None:
    timed = {place.name for places_of_stage in STAGES.values() for place in places_of_stage}
    called = {name for name, thing in vars(pipeline_of_pages).items() if _is_of_a_stage(thing)}

    assert called - timed == ONCE_A_RUN


def _is_of_a_stage(thing: object) -> bool:
    home = getattr(thing, "__module__", None) or ""
    return callable(thing) and not isinstance(thing, type) and home.startswith(STEPS)


def test_what_is_in_no_stage_is_the_rest() -> None:
    shares = add_rest({"parse": 6.0, "speech": 1.0}, whole=10.0)

    assert (shares["parse"], shares["times"], shares[REST]) == (6.0, 0.0, 3.0)
    assert sum(shares.values()) == 10.0


# --- figures ---------------------------------------------------------------------------------------------------------

PACE = Pace(pages=100, words=50_000, whole=20.0, stages=add_rest({"parse": 10.0, "speech": 3.0}, 20.0), brief=1.0)


def test_a_stages_row_has_its_share_and_its_milliseconds() -> None:
    rows = {figure.name: figure for figure in describe_stages(PACE)}

    assert rows["pace: 500 words, parse"] == Measured(
        name="pace: 500 words, parse", value=50.0, unit="% of whole", note="100.0 ms a page"
    )


def test_the_whole_is_held_against_the_parse() -> None:
    rows = {figure.name: figure.value for figure in (*describe_pace(PACE), *describe_stages(PACE))}

    assert rows["pace: whole against parse"] == rows["pace: 500 words, whole against parse"] == 2.0


def test_the_shares_come_to_the_whole() -> None:
    shares = [figure.value for figure in describe_stages(PACE) if figure.unit == "% of whole"]

    assert sum(shares) == pytest.approx(100)


def test_long_pages_have_about_as_many_words_as_were_asked_for() -> None:
    lengths = [len(page.split()) for page in vary_pages(30, words=500)]

    assert all(500 <= length < 560 for length in lengths)


def test_a_long_page_says_nothing_twice() -> None:
    paragraphs = sorted(next(vary_pages(1, words=500)).split("\n\n"))

    assert all(a != b for a, b in pairwise(paragraphs))
