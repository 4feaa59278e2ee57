"""What a long intake tells while it goes on: where it is, how far, and what it passed over."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Watch:
    """Written by the intake, read by who shows it.

    place: the file or address that is open. read, size: its bytes that were read, and all of them where that is known.
    passed: by file, how many things of each kind in it were no pages.
    """

    place: str = ""
    read: int = 0
    size: int | None = None
    passed: dict[str, Counter[str]] = field(default_factory=dict)

    def begin(self, place: str, size: int | None) -> None:
        """Note that a file or address was opened."""
        self.place, self.read, self.size = place, 0, size

    def pass_over(self, name: str, what: str) -> None:
        """Count something in a file that is no page."""
        self.passed.setdefault(name, Counter())[what] += 1

    @property
    def share(self) -> float | None:
        """How much of what is open was read, from 0 to 1; None where its size is not known."""
        return min(1.0, self.read / self.size) if self.size else None
