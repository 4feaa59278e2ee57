"""The dates of a story's pages from one another: bounds with their proofs, order, and what contradicts."""

from reportedly.assess.dating.story import StoryDates, date_pages

__all__ = ["StoryDates", "date_pages"]
