from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.brief.pagetext import Marking, blocks_of
from reportedly.spans import Span


class Reader(HTMLParser):
    """Reads marked-up text back: its words, and for each mark the words inside it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.open: list[tuple[str, int]] = []
        self.marks: list[tuple[str, str]] = []
        self.anchors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "mark"
        given = dict(attrs)
        self.open.append(((given["class"] or "").split(" ", 1)[1], len(self.words)))
        if given.get("id"):
            self.anchors.append(given["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert tag == "mark"
        anchor, start = self.open.pop()
        self.marks.append((anchor, self.words[start:]))

    def handle_data(self, data: str) -> None:
        self.words += data


def read_back(html: str) -> Reader:
    reader = Reader()
    reader.feed(str(html))
    reader.close()
    return reader


def marked(text: str, *markings: Marking) -> str:
    return "\n".join(block.html for block in blocks_of(text, markings, title=None, furniture=()))


def mark(anchor: str, *spans: tuple[int, int]) -> Marking:
    return Marking(anchor=anchor, kind="statement", spans=tuple(Span(*span) for span in spans))


def test_a_figure_lies_in_the_mark_of_its_statement() -> None:
    html = marked("12 people died, police said.", mark("s1", (0, 14)), mark("f1", (0, 2)))

    assert html == (
        '<mark class="statement s1" id="s1" title=""><mark class="statement f1" id="f1" title="">12</mark>'
        " people died</mark>, police said."
    )


def test_marks_that_cross_are_closed_and_opened_again() -> None:
    reader = read_back(marked("abcdefgh", mark("a", (0, 5)), mark("b", (3, 8))))

    assert reader.marks == [("b", "de"), ("a", "abcde"), ("b", "fgh")]
    assert reader.anchors == ["a", "b"]


def test_a_mark_over_several_paragraphs_goes_on_in_each() -> None:
    blocks = list(blocks_of("One.\n\nTwo.", [mark("s1", (0, 10))], title=Span(0, 4), furniture=[Span(6, 10)]))

    assert [read_back(block.html).marks for block in blocks] == [[("s1", "One.")], [("s1", "Two.")]]
    assert [block.kind for block in blocks] == ["title", "furniture"]
    assert [[one.anchor for one in block.begins] for block in blocks] == [["s1"], []]


def test_hostile_words_stay_words() -> None:
    text = "<script>alert(1)</script> &amp; \u202etxt.exe\u202c <mark id=s1> \"'"
    html = marked(text, mark("s1", (0, 8)), mark('x" onload="', (26, 31)))

    assert "<script" not in html
    assert ' onload="' not in html
    assert read_back(html).words == text


@settings(deadline=None)  # a loaded machine is slow, not wrong
@given(
    st.text(alphabet='ab<&"\n \u202e\u200b', max_size=60),
    st.lists(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3), max_size=6),
)
def test_marking_changes_no_character_and_loses_no_mark(text: str, places: list[list[tuple[int, int]]]) -> None:
    markings = [
        mark(f"m{i}", *[(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in spans])
        for i, spans in enumerate(places)
    ]
    blocks = list(blocks_of(text, markings, title=None, furniture=()))
    lines = [line for line in text.split("\n") if line.strip()]

    assert [read_back(block.html).words for block in blocks] == lines
    for marking in markings:
        shown = sum(
            len(words) for block in blocks for name, words in read_back(block.html).marks if name == marking.anchor
        )
        covered = sum(len(_on_lines(span, text)) for span in marking.spans)

        assert shown == covered


def _on_lines(span: Span, text: str) -> str:
    """Return what of a span stands on lines that hold words."""
    kept, start = "", 0
    for line in text.split("\n"):
        if line.strip():
            kept += line[max(span.start - start, 0) : max(span.end - start, 0)]
        start += len(line) + 1
    return kept


def test_a_page_of_many_marks_is_marked_quickly() -> None:
    text = "word " * 40_000
    markings = [mark(f"s{i}", (i * 5, i * 5 + 30)) for i in range(30_000)]

    assert sum(len(block.html) for block in blocks_of(text, markings, title=None, furniture=())) > len(text)
