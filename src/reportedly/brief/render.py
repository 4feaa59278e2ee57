"""A brief in the form asked for."""

from collections.abc import Sequence
from enum import Enum

from reportedly.brief.html import render_html
from reportedly.brief.markdown import render_markdown
from reportedly.brief.narrative import narrate
from reportedly.brief.text import render_text
from reportedly.forms import to_json
from reportedly.records import Brief, Reading


class BriefForm(Enum):
    """The four forms of a brief."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def render_brief(brief: Brief, readings: Sequence[Reading], *, form: BriefForm, colour: bool = False) -> str:
    """Return the brief as text for a terminal, as Markdown, as one self-contained HTML page or as JSON.

    `readings` are those that the brief was made from: its sentences point into them. `colour` is for terminals.
    Raises UncitedSentenceError where a sentence would rest on nothing.
    """
    if form is BriefForm.JSON:
        return to_json(brief).decode() + "\n"
    narrative = narrate(brief, readings)
    if form is BriefForm.HTML:
        return render_html(narrative, brief, readings)
    if form is BriefForm.MARKDOWN:
        return render_markdown(narrative)
    return render_text(narrative, colour=colour)
