"""gzip: one packed thing, called as its file is."""

import gzip
import io
from collections.abc import Iterator

from reportedly.intake.limits import Budget, Counted, Unpacked, buffered
from reportedly.intake.members import Member


def open_gzip(stream: io.BufferedReader, budget: Budget) -> Iterator[Member]:
    """Yield what a gzip file packs; files that lie behind one another in it are read as one."""
    packed = 0

    def count(more: int) -> None:
        nonlocal packed
        packed += more

    unpacked = gzip.GzipFile(fileobj=buffered(Counted(stream, count)))
    yield Member(stream=buffered(Unpacked(unpacked, budget, lambda: packed)))
