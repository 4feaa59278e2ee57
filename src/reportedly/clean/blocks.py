"""All the text of an HTML page, a line for each block: what is left when no article can be found in it."""

from collections.abc import Iterator

from lxml.html import HtmlElement

# Elements that stand inside a line; every other one begins a line.
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    }
)
_UNSEEN = frozenset(
    {"head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "textarea"}
)


def text_lines(tree: HtmlElement) -> Iterator[str]:
    """Yield the lines of text of the tree: "<div>News</div><p>The <b>dam</b> held.</p>" is "News", "The dam held."."""
    line: list[str] = []
    for words in _pieces(tree):
        if words is not None:
            line.append(words)
        elif line:
            yield from _joined(line)
            line = []
    yield from _joined(line)


def _joined(line: list[str]) -> Iterator[str]:
    words = " ".join("".join(line).split())
    if words:
        yield words


def _pieces(tree: HtmlElement) -> Iterator[str | None]:
    """Yield runs of text in order, and None where a line ends; without recursion, whatever the depth."""
    todo: list[HtmlElement | str | None] = [tree]
    while todo:
        node = todo.pop()
        if node is None or isinstance(node, str):
            yield node
            continue
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            continue
        edge: list[str | None] = [] if node.tag in _INLINE else [None]
        inner: list[HtmlElement | str | None] = [*edge, node.text]
        for child in node:
            inner += [child, child.tail or ""]
        todo.extend(reversed([*(piece for piece in inner if piece != ""), *edge]))
