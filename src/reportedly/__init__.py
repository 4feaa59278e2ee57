"""Who said what, when, and on what authority: raw news pages in, a cited brief out."""

from reportedly.brief.render import BriefForm, render_brief
from reportedly.errors import ReportedlyError
from reportedly.ledger.store import Ledger, open_ledger
from reportedly.pipeline import add_pages, brief_pages, brief_readings, read_page, read_pages
from reportedly.records import Brief, Reading
from reportedly.settings import Settings
from reportedly.spans import Span

__all__ = [
    "Brief",
    "BriefForm",
    "Ledger",
    "Reading",
    "ReportedlyError",
    "Settings",
    "Span",
    "add_pages",
    "brief_pages",
    "brief_readings",
    "open_ledger",
    "read_page",
    "read_pages",
    "render_brief",
]
