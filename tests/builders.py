"""Records for tests, with every field that a test does not care about filled in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportedly.link.parties import find_party, link_parties
from reportedly.read.names import find_names
from reportedly.read.parse import parse_paragraphs
from reportedly.records import (
    Attribution,
    Basis,
    Carrier,
    CarrierBasis,
    Certainty,
    Figure,
    Hop,
    Manner,
    Masthead,
    Measure,
    Number,
    Page,
    Party,
    Published,
    Reading,
    Role,
    Sentence,
    Stance,
    Statement,
    Status,
    Title,
    When,
)
from reportedly.spans import Span


def spans_of(text: str, *words: str) -> tuple[Span, ...]:
    """Return where each of the words stands in the text, searched left to right."""
    found, at = [], 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        found.append(Span(start, at))
    return tuple(found)


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the non-empty lines of the text."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(at, at + len(line)).stripped(text))
        at += len(line) + 1
    return tuple(found)


def parsed(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of the text, parsed by the model."""
    return tuple(parse_paragraphs(text, paragraphs_of(text)))


def day(words: str, basis: Basis = Basis.EXPLICIT) -> When:
    """Return one day, given as YYYY-MM-DD."""
    on = date.fromisoformat(words)
    return When(edtf=words, earliest=on, latest=on, basis=basis)


def published(words: str) -> Published:
    """Return a publication date that a person gave."""
    on = date.fromisoformat(words)
    return Published(edtf=words, earliest=on, latest=on, basis=Basis.ABOUT)


def hop(party: str, role: Role = Role.ORIGINATOR, **given: Any) -> Hop:
    """Return a hop with a named party."""
    fields: dict[str, Any] = {"party": party, "role": role, "named": True}
    return Hop(**(fields | given))


def statement(text: str, content: str, *, speaker: str | None = None, id: str = "s1", **given: Any) -> Statement:  # noqa: A002
    """Return a certain, indirect statement whose content stands in the text."""
    chain = (hop(speaker),) if speaker else ()
    fields: dict[str, Any] = {
        "id": id,
        "content": spans_of(text, content),
        "cue": (),
        "source": (),
        "chain": chain,
        "manner": Manner.INDIRECT,
        "stance": Stance.ASSERTS,
        "certainty": Certainty.CERTAIN,
    }
    return Statement(**(fields | given))


def figure(text: str, words: str, low: Number | None, high: Number | None, **given: Any) -> Figure:
    """Return an actual count of killed people whose words stand in the text."""
    fields: dict[str, Any] = {
        "id": "f1",
        "span": spans_of(text, words)[0],
        "text": words,
        "low": low,
        "high": high,
        "low_open": False,
        "high_open": False,
        "approximate": False,
        "counted": "people",
        "unit": "person",
        "who": None,
        "measure": Measure.KILLED,
        "status": Status.ACTUAL,
        "party": None,
        "statement": None,
        "place": None,
        "valid": None,
        "as_of": None,
    }
    return Figure(**(fields | given))


def reading(
    name: str, text: str, *, outlet: str | None = None, figures: Sequence[Figure] = (), **given: Any
) -> Reading:
    """Return the reading of an English page whose first line is its title. Page fields and reading fields mix."""
    title, *body = paragraphs_of(text)
    page_fields: dict[str, Any] = {
        "name": name,
        "sha256": f"{hash(text) & 0xFFFFFFFF:064x}",
        "language": "en",
        "title": Title(text=title.of(text), span=title),
        "carrier": Carrier(name=outlet, basis=CarrierBasis.ABOUT) if outlet else None,
        "paragraphs": tuple(body),
    }
    own = {key: given.pop(key) for key in list(given) if key in Page.__slots__}
    return Reading(page=Page(**(page_fields | own)), text=text, figures=tuple(figures), **given)


def told(
    name: str, text: str, *numbers: tuple[str, int | None, int | None], speaker: str | None = None, **given: Any
) -> Reading:
    """Return a page whose first line is its title and whose last line is one statement, with the figures in it.

    `said`, `named` and `description` are the statement's; Page fields and figure fields mix with the rest.
    """
    line = text.rsplit("\n", 1)[-1]
    of_page = {*Page.__slots__, "outlet", "times", "names"} - {
        "place"
    }  # here the figure's, not where the page came from
    page_fields = {key: given.pop(key) for key in list(given) if key in of_page}
    first = (
        hop(speaker, named=given.pop("named", True), description=given.pop("description", None)) if speaker else None
    )
    said = statement(text, line, chain=(first,) if first else (), said=given.pop("said", None))
    figures = [
        figure(text, words, low, high, id=f"f{i}", statement="s1" if first else None, party=speaker, **given)
        for i, (words, low, high) in enumerate(numbers, start=1)
    ]
    return reading(name, text, figures=figures, statements=(said,) if first else (), **page_fields)


def said(text: str, *sources: str, relayers: tuple[str, ...] = ()) -> list[Attribution]:
    """Return an attribution without content for each source, searched left to right."""
    return [
        Attribution(content=(), cue=(), source=(span,), manner=Manner.INDIRECT, relayers=spans_of(text, *relayers))
        for span in spans_of(text, *sources)
    ]


def parties_of(text: str, *sources: str, told: tuple[str, ...] = ()) -> tuple[Party, ...]:
    """Return the parties of a text; `told` are the contents of other people's statements."""
    sentences = parsed(text)
    contents = [Attribution(content=(span,), cue=(), source=(), manner=Manner.DIRECT) for span in spans_of(text, *told)]
    attributions = [*said(text, *sources), *contents]
    return link_parties(text, sentences, find_names(text, sentences), attributions, Masthead())


def speakers(text: str, *sources: str, told: tuple[str, ...] = ()) -> list[str]:
    """Return the names of the parties that the sources go back to."""
    parties = parties_of(text, *sources, told=told)
    return [party.name if (party := find_party(parties, span)) else "" for span in spans_of(text, *sources)]


def speaker(text: str, source: str) -> Party:
    """Return the party that the source goes back to."""
    party = find_party(parties_of(text, source), spans_of(text, source)[0])
    assert party is not None
    return party
