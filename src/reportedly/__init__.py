"""Who said what, when, and on what authority: raw news pages in, a cited brief out."""

from reportedly.brief.render import BriefForm, render_brief
from reportedly.brief.table import TableForm, render_table
from reportedly.errors import ReportedlyError
from reportedly.ledger.store import Ledger, open_ledger
from reportedly.pipeline import add_pages, brief_pages, brief_readings, read_page, read_pages, tabulate_readings
from reportedly.records import Brief, FigureTable, Measure, Reading
from reportedly.settings import Settings
from reportedly.spans import Span

__all__ = [
    "Brief",
    "BriefForm",
    "FigureTable",
    "Ledger",
    "Measure",
    "Reading",
    "ReportedlyError",
    "Settings",
    "Span",
    "TableForm",
    "add_pages",
    "brief_pages",
    "brief_readings",
    "open_ledger",
    "read_page",
    "read_pages",
    "render_brief",
    "render_table",
    "tabulate_readings",
]
