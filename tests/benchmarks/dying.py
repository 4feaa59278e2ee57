"""A reader of hostile pages that dies at the third, in a process of its own."""

import os
from multiprocessing.queues import Queue
from multiprocessing.sharedctypes import Synchronized

from hostile import Report

DEADLY = 3
DEATH = 7


def die_at_three(
    first: int, last: int, page: "Synchronized[int]", since: "Synchronized[float]", reports: "Queue[Report]"
) -> None:
    """Report on each page from first up to last, and end at once at page 3."""
    for number in range(first, last):
        page.value, since.value = number, 0.0
        if number == DEADLY:
            reports.close()
            reports.join_thread()
            os._exit(DEATH)
        reports.put(Report(number=number, why="", seconds=0.0, megabytes=1, codes=()))
