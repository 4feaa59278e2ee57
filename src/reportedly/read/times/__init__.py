"""Expressions of time in a page, placed on the calendar as far as the page places them."""

from reportedly.read.times.mentions import find_times, place_words
from reportedly.read.times.problems import find_time_problems

__all__ = ["find_time_problems", "find_times", "place_words"]
