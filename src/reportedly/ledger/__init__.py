"""Readings kept: one SQLite file that only grows."""
