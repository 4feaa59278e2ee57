"""The brief as Markdown (CommonMark), to paste into notes, a ticket or a draft."""

import re
from collections.abc import Iterator

from reportedly.brief.lines import Group, Line, Narrative, PageEntry, Section

# What would be read as markup anywhere in a line, and what only where a line begins.
MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")
OPENING = re.compile(r"^(\d*)([#+=.)-])")


def render_markdown(narrative: Narrative) -> str:
    """Return the narrative as CommonMark, with the words of pages escaped so that they stay words.

    A row reads "- **at least 12** - harbour police, through Norpress, date not stated [2:f1]".
    """
    blocks = [f"# {escaped(narrative.story)}"]
    if narrative.as_of:
        blocks.append(f"As things stood on {narrative.as_of}.")
    for section in narrative.sections:
        blocks.extend(_section(section, narrative))
    blocks.extend(["## Pages", "\n".join(_page(page) for page in narrative.pages)])
    blocks.append(r"\[2:f1\] is figure f1 of page 2, \[2:s1\] a statement, \[2:30\] the words at character 30.")
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(words: str) -> str:
    r"""Return page words so that Markdown shows them as they are.

    >>> print(escaped("*at least* <b>12</b>"))
    \*at least\* \<b\>12\</b\>
    """
    return OPENING.sub(r"\1\\\2", MARKUP.sub(r"\\\1", words))


def _section(section: Section, narrative: Narrative) -> Iterator[str]:
    yield f"## {section.heading}"
    for group in section.groups:
        yield from _group(group, narrative)


def _group(group: Group, narrative: Narrative) -> Iterator[str]:
    if group.heading:
        yield f"### {escaped(group.heading)}"
    if group.note:
        yield f"{escaped(group.note)}:"
    yield "\n".join(_line(line, narrative) for line in group.lines)


def _line(line: Line, narrative: Narrative) -> str:
    lead = f"**{escaped(line.lead)}**" if line.standing else f"~~{escaped(line.lead)}~~"
    keys = " ".join(narrative.keys(line))
    return f"{'  ' * line.depth}- {f'{lead} — ' if line.lead else ''}{escaped(line.text)} \\[{keys}\\]"


def _page(page: PageEntry) -> str:
    told = " · ".join(part for part in (page.carrier, page.state) if part)
    return (
        f"{page.number}. {escaped(page.title)} — {escaped(told)}" if told else f"{page.number}. {escaped(page.title)}"
    )
