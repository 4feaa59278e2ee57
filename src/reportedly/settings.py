"""Every choice a run can make, in one frozen record: read at the edge, passed down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Limits and choices of one run.

    page_bytes: a larger file is left unread, with a problem (bytes).
    page_characters: text beyond this is kept but not read, with a problem (code points).
    plain: the files are article text with no furniture.
    rules_only: statements are read by rules alone, without the trained reader: faster, and more is missed.
    """

    page_bytes: int = 20_000_000
    page_characters: int = 500_000
    plain: bool = False
    rules_only: bool = False
