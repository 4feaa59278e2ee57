"""What a benchmark gives: named figures, and whether each was taken on all the data or on a sample of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One figure. `whole` is False where a sample was measured: no floor is held against it.

    `note` says the same in other terms; it is shown where the figure has no limit.
    """

    name: str
    value: float
    unit: str
    whole: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A benchmark that gave no figure, with the reason."""

    name: str
    why: str


Outcome = Measured | Failed
