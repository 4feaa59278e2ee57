"""Labelled pages as the trained reader sees them: their words, the rules' reading, and the labels on the words."""

import json
import lzma
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reportedly.clean.article import clean_page
from reportedly.read.names import find_names
from reportedly.read.parse import open_model, parse_paragraphs
from reportedly.read.speech import Ruled, read_by_rules
from reportedly.read.speech.trained.wordpieces import WordPieces
from reportedly.read.speech.trained.words import Labels, PageWords, page_words
from reportedly.records import RawPage
from reportedly.settings import Settings
from reportedly.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One labelled attribution, as stretches of the page's words."""

    cue: tuple[range, ...]
    source: tuple[range, ...]
    content: tuple[range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPage:
    """A page with what was labelled and what the rules found."""

    ruled: Ruled
    words: PageWords
    labels: tuple[Label, ...]


def model_labels() -> Labels:
    """Return the tags and relations of the language model."""
    model = open_model()
    tags, deps = (sorted(getattr(model.get_pipe(name), "labels", ())) for name in ("tagger", "parser"))
    return Labels(tags=tuple(tags), deps=tuple(deps))


def read_labelled(path: Path, pieces: WordPieces, labels: Labels) -> Iterator[LabelledPage]:
    """Yield the pages of a file of JSON Lines, xz or plain: {"text", "attributions": [{"source", "cue", "content"}]}.

    The spans are [start, end] in code points of the text. Attributions without a cue are left out.
    """
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            content = row["text"].encode()
            raw = RawPage(name="page", content=content, sha256=sha256(content).hexdigest())
            article = clean_page(raw, Settings(plain=True))
            sentences = parse_paragraphs(article.text, article.paragraphs)
            ruled = read_by_rules(article.text, sentences, article.paragraphs, find_names(article.text, sentences))
            words = page_words(article.text, sentences, ruled.marked, ruled.attributions, pieces, labels)
            gold = tuple(_label(words, attribution) for attribution in row["attributions"] if attribution["cue"])
            yield LabelledPage(ruled=ruled, words=words, labels=gold)


def _label(words: PageWords, attribution: Mapping[str, Sequence[tuple[int, int]]]) -> Label:
    found = {
        role: tuple(stretch for start, end in attribution[role] if (stretch := words.within(Span(start, end))))
        for role in ("cue", "source", "content")
    }
    return Label(**found)
