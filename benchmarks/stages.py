"""What each stage of the pipeline costs: its functions are wrapped where the pipeline holds them, for one run.

A function is named by the module that calls it, since that is where its name is looked up. To see a part of a stage by
itself, give it a row of its own: its time is then taken from the stage that calls it.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from typing import NamedTuple, ParamSpec, TypeVar

_PIPELINE = "reportedly.pipeline"
P = ParamSpec("P")
T = TypeVar("T")
PARSE, REST = "parse", "rest"


class Place(NamedTuple):
    """Where a function is called from: the module and the name it has there."""

    module: str
    name: str


def _of_pipeline(*names: str) -> tuple[Place, ...]:
    return tuple(Place(_PIPELINE, name) for name in names)


STAGES: Mapping[str, tuple[Place, ...]] = {
    "intake and clean": _of_pipeline(
        "clean_page",
        "english_paragraphs",
        "find_notes",
        "gather_pages",
        "read_masthead",
        "set_aside",
        "tell_languages",
        "told_paragraphs",
    ),
    PARSE: _of_pipeline("parse_paragraphs"),
    "times": _of_pipeline(
        "bound_published",
        "choose_published",
        "find_clues",
        "find_date_problems",
        "find_page_dates",
        "find_published_problems",
        "find_time_problems",
        "find_times",
        "refuse_before",
    ),
    "names": _of_pipeline("find_lookalikes", "find_names"),
    "speech": _of_pipeline("find_attributions"),
    "trained speech": (Place("reportedly.read.speech", "find_sights"),),
    "certainty": _of_pipeline("find_attitude"),
    "parties": _of_pipeline("link_parties", "mark_entities"),
    "statements": _of_pipeline("link_statements", "find_validity"),
    "quantities": _of_pipeline("find_quantities"),
    "figures": _of_pipeline("link_figures"),
}


@dataclass(slots=True, kw_only=True)
class Stopwatch:
    """Adds up the processor seconds of stages. Time inside a stage that another stage calls is the inner one's."""

    clock: Callable[[], float] = time.process_time
    seconds: dict[str, float] = field(default_factory=dict)
    _running: list[str] = field(default_factory=list)
    _since: float = 0.0

    @contextmanager
    def measuring(self, stage: str) -> Iterator[None]:
        """Lay what passes inside to the stage."""
        self._turn()
        self._running.append(stage)
        try:
            yield
        finally:
            self._turn()
            self._running.pop()

    def _turn(self) -> None:
        now = self.clock()
        if self._running:
            stage = self._running[-1]
            self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[P, T]) -> Callable[P, T]:
        """Return the function, timed. What it yields one by one is timed as it is asked for."""

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            with self.measuring(stage):
                result = function(*args, **kwargs)
            return self._stepped(stage, result) if isinstance(result, Iterator) else result  # type: ignore[return-value] # an iterator over the same

        return call

    def _stepped(self, stage: str, iterator: Iterator[T]) -> Iterator[T]:
        while True:
            with self.measuring(stage):
                try:
                    item = next(iterator)
                except StopIteration:
                    return
            yield item


@contextmanager
def timed_stages(watch: Stopwatch, stages: Mapping[str, tuple[Place, ...]] = STAGES) -> Iterator[None]:
    """Time the stages' functions inside the block. A function that is not where it is said to be: AttributeError."""
    kept = [(import_module(p.module), p.name, stage) for stage, places in stages.items() for p in places]
    before = [(module, name, getattr(module, name)) for module, name, _ in kept]
    try:
        for module, name, stage in kept:
            vars(module)[name] = watch.timed(stage, getattr(module, name))
        yield
    finally:
        for module, name, function in before:
            vars(module)[name] = function


def add_rest(seconds: Mapping[str, float], whole: float) -> dict[str, float]:
    """Return the seconds of every stage in order, 0 where one never ran, and what of the whole was in none of them."""
    stages = {stage: seconds.get(stage, 0.0) for stage in STAGES}
    return stages | {REST: whole - sum(stages.values())}
