"""Labels in capitals and names under letters: "GEN. KASK:" is the Ivo Kask whom the page names elsewhere."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.link.parties.page import Page
from reportedly.link.parties.wording import Wording, read_wording
from reportedly.read.gazetteer import fold
from reportedly.records import Name, NameKind
from reportedly.spans import Span


def is_label(text: str, span: Span) -> bool:
    """Tell whether words in capitals stand before a colon: "GEN. KASK:", "KASK (Harbour Party):"."""
    return text[span.end : span.end + 1] == ":" and _plain(span.of(text)).isupper()


def without_labels(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the names without the "KASK" of a label that was taken for a body, where the page names an Ivo Kask."""
    people = {fold(name.text).lower().split()[-1] for name in names if name.kind is NameKind.PERSON}
    return [
        name
        for name in names
        if name.kind is NameKind.PERSON
        or not is_label(text, name.span)
        or fold(name.text).lower().split()[-1] not in people
    ]


def _plain(words: str) -> str:
    return words.partition(" (")[0].partition(",")[0]


class Labels:
    """Whom a label of a script stands for; the people of the page by surname are sought out when first asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._people: dict[str, dict[str, Span]] | None = None

    def read(self, span: Span) -> Wording:
        """Return what the words of a source say, a label's in full.

        "KASK" where the page names two Kasks stays "KASK", "Gen. KASK" where it names none stays that.
        """
        wording = read_wording(self._page, span)
        words = " ".join(span.of(self._page.text).split())
        outside = self._page.sentence_at(span.start) is None
        if not outside and not is_label(self._page.text, span):
            return wording
        person = self._person(words)
        if person is not None:
            return replace(read_wording(self._page, person), span=span)
        if wording.name is not None and not outside:
            return wording
        capital = all(word[:1].isupper() for word in words.split())
        return replace(wording, words=words, named=wording.named or (outside and " " in words and capital))

    def _person(self, words: str) -> Span | None:
        """Return where the page names the one person of that full name, of that surname or of those initials."""
        plain = fold(_plain(words)).lower()
        if not plain:
            return None
        people = self._by_surname().get(plain.split()[-1], {})
        full = people.get(plain)
        return full or (next(iter(people.values())) if len(people) == 1 else None)

    def _by_surname(self) -> dict[str, dict[str, Span]]:
        if self._people is None:
            self._people = defaultdict(dict)
            for name in self._page.names:
                full = fold(name.text).lower()
                if name.kind is NameKind.PERSON and " " in full:
                    for key in (full.split()[-1], "".join(word[0] for word in full.split())):
                        self._people[key].setdefault(full, name.span)
        return self._people
