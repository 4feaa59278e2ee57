"""Bytes into text."""

from reportedly.records import Problem


def decode_page(content: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text."""
    return content.decode("utf-8-sig", errors="replace"), ()
