from pathlib import Path

from brief.ferry import brief, readings
from reportedly.brief.lines import Group, Line, Narrative, PageEntry, Section
from reportedly.brief.markdown import escaped, render_markdown
from reportedly.brief.narrative import narrate
from reportedly.records import Support

GOLDEN = Path(__file__).parent / "golden" / "ferry.md"


def test_the_ferry_story_reads_as_it_should() -> None:
    assert render_markdown(narrate(brief(), readings())) == GOLDEN.read_text(encoding="utf-8")


def test_words_of_pages_stay_words() -> None:
    assert escaped("# 12 *dead* <script>") == r"\# 12 \*dead\* \<script\>"
    assert escaped("12. March") == r"12\. March"
    assert escaped("- 12 & more") == r"\- 12 \& more"
    assert escaped("12 dead.") == "12 dead."


def test_a_superseded_count_is_struck_out_and_says_so() -> None:
    words = render_markdown(narrate(brief(), readings()))

    assert "- ~~At least nine~~ — harbour police, through Norpress, as of 13 March 2025; superseded by" in words


def test_the_day_of_the_brief_is_said_first() -> None:
    page = PageEntry(number=1, name="a.txt", title="A wreck", carrier="", published="", length=9, read=True)
    line = Line(text="12 died.", support=(Support(page="a.txt", figure="f1"),))
    section = Section(key="reported", heading="What is reported", groups=(Group(note="no dates", lines=(line,)),))
    story = Narrative(story="A wreck", as_of="14 March 2025", sections=(section,), pages=(page,))

    assert render_markdown(story).startswith(
        "# A wreck\n\nAs things stood on 14 March 2025.\n\n## What is reported\n\nno dates:\n\n- 12 died. \\[1:f1\\]\n"
    )
