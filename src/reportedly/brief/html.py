"""The brief as one HTML file: nothing is fetched, no script runs, every citation leads to the marked words of its page.

The words of pages are text to Jinja2 (autoescape), never markup; the style sheet is allowed by its hash alone.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.brief.lines import Narrative
from reportedly.brief.network import draw_network
from reportedly.brief.views import Viewer, split_anchors
from reportedly.records import Brief, Reading

PLAIN_ANCHOR = re.compile(r"[A-Za-z][\w-]*", re.ASCII)


def render_html(narrative: Narrative, brief: Brief, readings: Sequence[Reading]) -> str:
    """Return the brief as one self-contained page: the narrative, its charts, and the full text of every page.

    The row "at least 12 - harbour police [2:f1]" links to the words "At least 12" of page 2, marked in their sentence.
    """
    viewer = Viewer(narrative, {reading.page.name: reading for reading in readings})
    style = _style() + _split_marks(split_anchors(viewer.markings))
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            narrative=narrative,
            sections=[(section, [viewer.group(group) for group in section.groups]) for section in narrative.sections],
            pages=[viewer.page(entry) for entry in narrative.pages],
            network=draw_network(brief, narrative.pages),
            style=Markup(style),  # noqa: S704 -- our own file, and anchors that are letters, digits and hyphens
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
            format=brief.format,
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("reportedly.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> str:
    return files("reportedly.brief").joinpath("templates", "brief.css").read_text(encoding="utf-8")


def _split_marks(anchors: Iterable[str]) -> str:
    """Return a rule for each marking that stands in several places: following its link lights them all."""
    rule = ":root:has(#{0}:target) .{0} {{ background: var(--target); }}\n"
    return "".join(rule.format(anchor) for anchor in anchors if PLAIN_ANCHOR.fullmatch(anchor))
