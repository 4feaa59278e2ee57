"""Events whose day a person gave, found again in the words of pages.

The anchor "start of the Harrow siege" is meant by "the siege of Harrow" and "the encirclement began at Harrow", and
there is no "fighting at Harrow" that readers know of before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.assess.dating.words import dating_words
from reportedly.assess.words import WORD, assess_words, content_words, sentences_in, stem
from reportedly.records import Clue, Reading
from reportedly.spans import Span

# Words on either side of "the siege" that can say of what it is one, and before it that can make it "the siege".
WINDOW = 6
DETERMINER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """An event with its day: `whose` are the words that any mention has, `kind` those of which a mention has one."""

    name: str
    day: date
    whose: frozenset[str]
    kind: frozenset[str]
    phases: frozenset[str]

    @property
    def node(self) -> str:
        """The name of its day among the days of a story."""
        return f"anchor {self.name}"

    def begins_in(self, text: str, clue: Clue) -> bool:
        """Tell whether a clue's event is the anchor's own: it began, or it is what the clause is about."""
        words = _words_of(text, clue)
        stems = [stem(word) for word in words]
        at = [i for i, word in enumerate(stems) if word in self.kind]
        if not at or not self.whose <= {*stems}:
            return False
        lists = dating_words()
        began = not lists.starting.isdisjoint(words) or any(_is_verb(word) for word in words if stem(word) in self.kind)
        return began or any(word in lists.being and i > at[0] for i, word in enumerate(words))

    def lies_before(self, text: str, clue: Clue) -> bool:
        """Tell whether a clue's event is one of the anchor's later course: "returned to the front line at Harrow"."""
        return any(self._is_known_in(run.of(text)) for run in clue.event)

    def named_in(self, text: str, clue: Clue) -> bool:
        """Tell whether the words of "seven months after ..." are the anchor's event."""
        stems = {stem(word) for word in _words_of(text, clue)}
        return self.whose <= stems and not self.kind.isdisjoint(stems)

    def mention_in(self, reading: Reading) -> Span | None:
        """Return where a page first speaks of the event as of something that readers know: "the siege of Harrow"."""
        title = reading.page.title.span if reading.page.title else None
        for span in (*((title,) if title else ()), *reading.page.paragraphs):
            for sentence in sentences_in(reading.text, span):
                words = sentence.of(reading.text)
                if self._is_known_in(words) and dating_words().unsure.isdisjoint(
                    w.casefold() for w in WORD.findall(words)
                ):
                    return sentence
        return None

    def _is_known_in(self, sentence: str) -> bool:
        words = [word.casefold() for word in WORD.findall(sentence)]
        stems = [stem(word) for word in words]
        return any(
            word in self.kind | self.phases
            and not dating_words().definite.isdisjoint(words[max(i - DETERMINER, 0) : i])
            and self.whose <= {*stems[max(i - WINDOW, 0) : i + WINDOW + 1]}
            for i, word in enumerate(stems)
        )


def open_anchors(days: Sequence[tuple[str, date]]) -> tuple[Anchor, ...]:
    """Return anchors ready to be looked for; a name without a word of its own finds nothing."""
    return tuple(anchor for name, day in days if (anchor := _anchor(name, day)).kind)


def _anchor(name: str, day: date) -> Anchor:
    lists = dating_words()
    own = [word for word in content_words(name) if word not in lists.starting]
    kinds = [kind for kind, words in lists.kinds.items() if not words.isdisjoint(own)]
    if not kinds:  # an event of no listed kind is found by its own words alone
        return Anchor(name=name, day=day, whose=frozenset(own), kind=frozenset(own), phases=frozenset())
    kind = frozenset[str]().union(*(lists.kinds[kind] for kind in kinds))
    phases = frozenset[str]().union(*(lists.phases.get(kind, frozenset()) for kind in kinds))
    return Anchor(name=name, day=day, whose=frozenset(own) - kind, kind=kind, phases=phases)


def _words_of(text: str, clue: Clue) -> list[str]:
    return [word.casefold() for run in clue.event for word in WORD.findall(run.of(text))]


def _is_verb(word: str) -> bool:
    return word.endswith("ed") or word in assess_words().verbs
