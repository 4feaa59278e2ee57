"""Programs run to their end or to their time limit, whichever comes first."""

import os
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

# One thread for the linear algebra: two fight over the machine's cores and measure the fight.
SURROUNDINGS = os.environ | {"OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What a program printed; `why` says what went wrong and is empty where nothing did."""

    output: str
    why: str = ""


def run_child(arguments: Sequence[str], *, seconds: float) -> Ended:
    """Run a program and return what it printed. It is killed, with all that it started, when its time is up."""
    with started(arguments, seconds=seconds) as child:
        output, complaint = child.communicate()
    if child.returncode == -signal.SIGKILL:
        return Ended(output=output, why=f"it took longer than {seconds:g} seconds")
    if child.returncode:
        return Ended(output=output, why=f"it ended with {child.returncode}: {complaint.strip()[-300:]}")
    return Ended(output=output)


@contextmanager
def started(arguments: Sequence[str], *, seconds: float) -> Iterator[subprocess.Popen[str]]:
    """Start a program in a group of its own, and end the group at the time limit or on leaving."""
    with subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=SURROUNDINGS,
        start_new_session=True,
    ) as child:
        watch = threading.Timer(seconds, _end, [child])
        watch.start()
        try:
            yield child
        finally:
            watch.cancel()
            _end(child)


def _end(child: "subprocess.Popen[str]") -> None:
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
