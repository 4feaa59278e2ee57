"""Expressions of time in a page, placed on the calendar as far as the page places them."""

from reportedly.read.times.mentions import find_times

__all__ = ["find_times"]
