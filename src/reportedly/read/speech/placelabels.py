"""A place in capitals and a colon at the head of a paragraph: "PORT AMARO: Two crews were sent" has no speaker.

A news page files so from several places. A country may speak ("NORLAND: We agree"), a town does not.
"""

import re
from collections.abc import Mapping, Sequence

from reportedly.read.gazetteer import fold, open_gazetteer
from reportedly.read.speech.labels import Label, Speaker, script_words
from reportedly.read.speech.turns import says_i
from reportedly.records import Name, NameKind
from reportedly.spans import Span

_QUOTED = re.compile(r"[\"“«][^\"“”«»]*[\"”»]")


def find_place_labels(
    text: str, paragraphs: Sequence[Span], labels: Mapping[int, Label], names: Sequence[Name]
) -> dict[int, Label]:
    """Return the labels that are datelines with a colon, by paragraph.

    The label is a town of the gazetteer, a place that the page names elsewhere, or begins as towns do ("PORT AMARO").
    Where most labels in capitals are such, so are those of which nothing is known: "SARN:". Where somebody whom the
    page names has a label too, it is a transcript, and its labels are speakers; so is a label behind which "I", "we" or
    a question stands.
    """
    people = {
        name.text.split()[-1].lower() for name in names if name.kind is NameKind.PERSON and not name.text.isupper()
    }
    if any(label.key in people for label in labels.values()):
        return {}
    free = {k: label for k, label in labels.items() if _may_be_place(text, label)}
    named = {fold(name.text).lower() for name in names if name.kind is NameKind.PLACE and not name.text.isupper()}
    own = {label.key for k, label in free.items() if _says_his_own(text, label, paragraphs[k])}
    third = {k: label for k, label in free.items() if label.key not in own}
    found = {k: label for k, label in third.items() if _is_place(label.name.of(text), named)}
    in_capitals = sum(label.name.of(text).isupper() for label in labels.values())
    return found if 2 * len(found) <= in_capitals else third


def _may_be_place(text: str, label: Label) -> bool:
    """Tell whether a label stands in capitals and is no office, no body and no country."""
    words, lists = label.name.of(text), script_words()
    listed = label.key in lists.speaker or words.lower() in lists.speaker
    return (
        words.isupper()
        and label.kind in (Speaker.POSSIBLE, Speaker.KNOWN)
        and not (listed or _is_country_or_body(words))
    )


def _is_country_or_body(words: str) -> bool:
    """Tell whether words name what may speak: "NORWAY", "NATO"; "OSLO" is a place, though its country is known."""
    gazetteer = open_gazetteer()
    entry = gazetteer.find(words.title()) or gazetteer.find(words)
    if entry is None:
        return False
    country = gazetteer.countries.get(entry.country)
    named = country is not None and fold(words).lower() in {fold(name).lower() for name in country.names}
    return named or entry.kind is not NameKind.PLACE


def _is_place(words: str, named: set[str]) -> bool:
    entry = open_gazetteer().find(words.title())
    first, _, rest = words.lower().partition(" ")
    town = (entry is not None and entry.kind is NameKind.PLACE) or bool(rest and first in script_words().place)
    return town or fold(words).lower() in named


def _says_his_own(text: str, label: Label, paragraph: Span) -> bool:
    """Tell whether words behind a label are a speaker's: outside quotations they ask, or say "I", "we" or "you"."""
    words = _QUOTED.sub("", text[label.start : paragraph.end])
    return "?" in words or says_i(words)
