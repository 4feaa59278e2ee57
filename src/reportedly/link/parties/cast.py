"""The actors of one page, gathered mention by mention: who "he", "the agency" and "the officer" go back to."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.link.parties.actor import SPY_WORDS, Actor, can_be, first_two, fits, narrower
from reportedly.link.parties.page import Page
from reportedly.link.parties.phrases import (
    body_of,
    described_by,
    gender_of_pronoun,
)
from reportedly.link.parties.places import covers, merged
from reportedly.link.parties.products import Products
from reportedly.link.parties.register import Register
from reportedly.link.parties.wording import Wording, read_wording, subjects_of
from reportedly.read.gazetteer import fold, open_gazetteer
from reportedly.read.names import open_titles
from reportedly.records import NameKind, Party
from reportedly.spans import Span

# How many sentences back the subject of a sentence can be whom "he" means.
_REACH = 3
# What a police force is called: "Police Department", "Police Service"; a "Police Association" is none.
_FORCES = frozenset({"authority", "ministry", "police", "service"})
# How many speakers back a pronoun can reach.
_MEMORY = 50


class Cast:
    """Everybody on the page so far. `resolve` is called with the mentions in the order of the text."""

    def __init__(
        self, page: Page, contents: Sequence[Span] = (), unmarked: Sequence[Span] = (), sources: Sequence[Span] = ()
    ) -> None:
        """Take the page, what people say on it, which of that goes on without naming them, and the sources."""
        self.page = page
        self._known = Register(page, merged(contents))
        self._heard: list[tuple[int, Actor]] = []
        self._speaker_at: dict[int, Actor] = {}
        self._sides: dict[str, Actor] = {}
        self._about: dict[tuple[int, bool], Actor | None] = {}
        self._products = Products(page.sentence_number)
        named = sorted(self._known.by_name.items(), key=lambda event: event[0])
        people = [(span.start, actor) for span, actor in named if actor.kind is NameKind.PERSON]
        spans = merged(unmarked)
        self._speaking = [a for a in (self._known.named_at(read_wording(page, span)) for span in sources) if a]
        self._unmarked = [event for event in people if covers(spans, event[0])]

    def parties(self) -> tuple[Party, ...]:
        """Return the actors as records, numbered in the order of their first mention."""
        met = sorted((actor for actor in self._known.actors if actor.mentions), key=lambda a: (min(a.mentions), a.name))
        return tuple(
            Party(
                id=f"p{i}",
                name=actor.name,
                kind=actor.kind,
                named=actor.named,
                description=actor.said_to_be,
                mentions=tuple(sorted(actor.mentions)),
            )
            for i, actor in enumerate(met, 1)
        )

    def side_of(self, actor: Actor, words: Span) -> Actor:
        """Return those for whom somebody says "we": himself and others, of whom the page says no more."""
        name = f"{actor.name}'s side"
        if name not in self._sides:
            self._sides[name] = self._known.add(Actor(name=name, kind=NameKind.GROUP, named=False))
        self._sides[name].mention(words)
        return self._sides[name]

    def hear(self, actor: Actor, place: int) -> None:
        """Note that the actor speaks here: the next "he" may be he."""
        self._heard.append((place, actor))
        self._speaker_at[place] = actor

    def speaker(self, source: Span) -> Actor | None:
        """Return whom the source was resolved to."""
        return self._speaker_at.get(source.start)

    def resolve(self, wording: Wording) -> Actor:
        """Return the actor that the words mean, a new one where they mean nobody met before."""
        if wording.owner is not None:
            wording = self._owned(wording, wording.owner)
        actor = self._find(wording) or self._new(wording)
        if wording.made is not None:
            self._products.add(wording.made, wording.span.start, actor, wording.terms)
        if actor.kind is NameKind.PERSON and wording.pronoun:
            actor.gender = actor.gender or gender_of_pronoun(wording.head)
        if wording.name is not None and wording.words.startswith(f"{actor.name} of "):
            actor.name = wording.words  # "Foreign Ministry of neighbouring Harlov": not any foreign ministry
        actor.takes(wording)
        self._known.index(actor)
        return actor

    def puts_out(self, noun: str, place: int, source: Span) -> None:
        """Note that the source "said in a statement": "the statement" then is that one's."""
        actor = self.speaker(source)
        if actor is not None:
            self._products.add(noun, place, actor, frozenset())

    # --- who is meant ------------------------------------------------------------------------------------------------

    def _find(self, wording: Wording) -> Actor | None:
        if wording.person is not None:
            return self._known.by_name.get(wording.person)
        if wording.pronoun:
            return self._antecedent(wording)
        if wording.product and wording.owner is not None:
            return self._owner(wording.owner)
        if wording.product and wording.definite and wording.made is not None:
            return self._products.made_by(wording.made, wording.span.start, wording.terms)
        if wording.name is not None:
            return self._known.by_name.get(wording.name) or self._known.by_key.get(self._key(wording))
        return None if wording.indefinite else self._met_before(wording)

    def _met_before(self, wording: Wording) -> Actor | None:
        """Return the one whom "the agency" goes back to: where two fit, neither."""
        if wording.words.isupper() and (body := self._known.by_initials(wording.words)):
            return body
        # "the president" of the lead is no second president beside the one whom the text names
        told_apart = first_two(actor for actor in self._fitting(wording) if actor.named or actor.terms)
        fitting = told_apart or first_two(self._fitting(wording)) or first_two(self._named_later(wording))
        if len(fitting) == 1:
            return fitting[0]
        if not fitting and not wording.indefinite and not wording.terms:
            fitting = first_two(self._police(wording))
            if len(fitting) == 1:
                return fitting[0]
        if not fitting and wording.definite:
            last = self._last_of_that_noun(wording) or self._only_body(wording)
            if last is not None:
                return last
        return None if wording.definite else self._known.by_key.get(self._key(wording))

    def _antecedent(self, wording: Wording) -> Actor | None:
        """Return whom a pronoun means: "he" the last person who spoke or whom a sentence is about, else nobody."""
        place, gender = wording.span.start, gender_of_pronoun(wording.head)
        if gender is not None:
            return self._person_before(place, gender)
        if wording.head == "both":
            return self._pair_before(place)
        return self._several_before(place) if wording.head in ("they", "them", "their") else self._thing_before(wording)

    def _person_before(self, place: int, gender: str) -> Actor | None:
        heard = next((e for e in self._heard_before(place) if can_be(e[1], gender)), (-1, None))
        subject = next((e for e in self._subjects_before(place) if can_be(e[1], gender)), (-1, None))
        at, actor = max(heard, subject, key=lambda event: event[0])
        far = at < 0 or self.page.sentence_number(place) - self.page.sentence_number(at) > _REACH
        own = self._said_of_himself(place, gender) if far else None
        if own is not None:
            return own
        if actor is None:
            return self._only_speaker(place, gender)
        return None if self._others_between(at, place, actor, gender) else actor

    def _said_of_himself(self, place: int, gender: str) -> Actor | None:
        """Return whom the words before "she said" are about: "Kask was hurt, she said", where nobody spoke near by."""
        sentence = self.page.sentence_at(place)
        start = sentence.span.start if sentence else place
        about = [a for at, a in self._known.own_subjects if start <= at < place and can_be(a, gender)]
        return about[0] if len(about) == 1 else None

    def _only_speaker(self, place: int, gender: str) -> Actor | None:
        """Return the one person whom the page names as a speaker, where "he said" stands above all names: a summary."""
        if any(at < place for at, _ in self._known.people):
            return None
        speaking = first_two(actor for actor in self._speaking if can_be(actor, gender))
        return speaking[0] if len(speaking) == 1 else None

    def _pair_before(self, place: int) -> Actor | None:
        """Return the two of "Holm and Kask met. Both said ...", "Holm and Kask agree: both said ..."."""
        here = self.page.sentence_number(place)
        about = (self._subject_of(number, place, several=True) for number in (here, here - 1))
        near = (*about, *self._heard_near(place))
        return next((actor for actor in near if actor and actor.kind is NameKind.GROUP and " and " in actor.name), None)

    def _several_before(self, place: int) -> Actor | None:
        """Return whom "they" means: those who spoke last, or whom the sentence before is about, if none spoke in it."""
        here = self.page.sentence_number(place)
        near = [actor for actor in self._heard_near(place) if actor.several]
        about = self._subject_of(here, place, several=True)
        if about is not None:
            return about  # "When deputies arrived, they found"
        about = self._subject_of(here - 1, place, several=True)
        return about if about and not self._spoke_just_before(place) else next(iter(near), None)

    def _thing_before(self, wording: Wording) -> Actor | None:
        """Return the body that "it" means: the last speaker, or what its own sentence or the one before is about.

        Where the sentence itself is about another body than the one that spoke, it may be either.
        """
        place = wording.span.start
        if wording.head not in ("it", "its"):
            return None
        here = self.page.sentence_number(place)
        last = next(self._heard_near(place), None)
        spoke = last if last is not None and last.thing else None
        if spoke is None or not self._spoke_just_before(place):
            about = self._subject_of(here - 1, place, several=False)
            spoke = about or (spoke if last is spoke else None)
        own = self._subject_of(here, place, several=False)
        found = {id(actor): actor for actor in (own, spoke) if actor is not None}
        return next(iter(found.values())) if len(found) == 1 else None

    def _heard_near(self, place: int) -> Iterator[Actor]:
        """Yield who spoke within the last sentences, the last one first."""
        here = self.page.sentence_number(place)
        for at, actor in self._heard_before(place):
            if here - self.page.sentence_number(at) > _REACH:
                return
            yield actor

    def _spoke_just_before(self, place: int) -> bool:
        last = next(self._heard_before(place), None)
        return last is not None and self.page.sentence_number(place) - self.page.sentence_number(last[0]) <= 1

    def _subject_of(self, number: int, place: int, *, several: bool) -> Actor | None:
        """Return the one body, or with `several` the people, that a sentence is about before the place."""
        key = number, several
        if number < 0 or self.page.sentences[number].span.start >= place:
            return None
        if key not in self._about:
            sentence = self.page.sentences[number]
            spans = (sentence.span_of(*phrase) for phrase in subjects_of(sentence))
            wordings = [read_wording(self.page, span) for span in spans if span.end <= place]
            fitting = [w for w in wordings if (w.plural or w.kind is NameKind.GROUP if several else self._is_body(w))]
            self._about[key] = self.resolve(fitting[0]) if fitting else None
        return self._about[key]

    def _is_body(self, wording: Wording) -> bool:
        if wording.kind is NameKind.PLACE:
            return open_gazetteer().country(wording.words) is not None
        return wording.kind is NameKind.ORGANIZATION and not wording.plural and not wording.indefinite

    def _owned(self, wording: Wording, owner: Span) -> Wording:
        """Return "director of the Harrow Centre" for "its director Eda Kask", "Ada Holm's office" for "her office"."""
        whose = None if wording.product else self._owner(owner)
        its_own = wording.definite and self._met_before(wording) is not None  # "the sheriff's office" has a name
        if whose is None or not whose.named or its_own:
            return wording
        if wording.description:
            return replace(wording, description=f"{wording.description} of {self._with_article(whose, owner)}")
        if wording.rest is None or wording.person is not None:
            return wording
        words = f"{whose.name}'s {wording.rest}"
        terms = wording.terms | described_by(whose.name)
        named = wording.named or wording.single
        return replace(wording, words=words, terms=terms, named=named, definite=False)

    def _owner(self, owner: Span) -> Actor | None:
        """Return whom "its" or "the company" means before a noun, met before; None where that is not clear."""
        wording = read_wording(self.page, owner)
        if wording.pronoun:
            found = self._antecedent(wording)
            return None if found is not None and self._may_be_told_of(found, wording) else found
        return self._met_before(wording) if wording.definite and wording.name is None else None

    def _may_be_told_of(self, actor: Actor, wording: Wording) -> bool:
        """Tell whether "his" may be one whom the words before are about: "Kask agreed. Tamm fled, his wife said"."""
        place, gender = wording.span.start, gender_of_pronoun(wording.head)
        here = self.page.sentence_number(place)
        for at, other in self._known.own_subjects:
            near = at < place and here - self.page.sentence_number(at) < _REACH
            if gender is not None and near and other is not actor and can_be(other, gender):
                return True
        return False

    def _with_article(self, body: Actor, owner: Span) -> str:
        if body.kind is NameKind.PERSON:
            return body.name
        first = min(body.mentions, default=owner)
        front = self.page.text[max(0, first.start - 4) : first.start + 4].lower()
        return f"the {body.name}" if "the " in (front[:4], front[-4:]) else body.name

    def _others_between(self, start: int, end: int, actor: Actor | None, gender: str) -> bool:
        """Tell whether "he" may be one whom the speaker has named since, in words that go on without a cue."""
        first = bisect_left(self._unmarked, start + 1, key=lambda event: event[0])
        last = bisect_left(self._unmarked, end, key=lambda event: event[0])
        near = self._unmarked[max(first, last - _MEMORY) : last]
        return any(other is not actor and can_be(other, gender) for _, other in near)

    def _heard_before(self, place: int) -> Iterator[tuple[int, Actor]]:
        """Yield the speakers before the place, the last one first."""
        return (event for event in reversed(self._heard[-_MEMORY:]) if event[0] < place)

    def _subjects_before(self, place: int) -> Iterator[tuple[int, Actor]]:
        """Yield the people whom the last sentences are about, outside what others say, the last one first."""
        here = self.page.sentence_number(place)
        for i in range(bisect_left(self._known.subjects, place, key=lambda event: event[0]) - 1, -1, -1):
            if here - self.page.sentence_number(self._known.subjects[i][0]) >= _REACH:
                return
            yield self._known.subjects[i]

    def _last_of_that_noun(self, wording: Wording) -> Actor | None:
        """Return the body that has just spoken where its name has the noun: "Lantern Society", "the relief society".

        A country or a name among the other words may point elsewhere, so there must be none.
        """
        last = next(self._heard_before(wording.span.start), None)
        if last is None or last[1].kind is not NameKind.ORGANIZATION:
            return None
        near = self.page.sentence_number(wording.span.start) - self.page.sentence_number(last[0]) < _REACH
        plain = all(term.islower() for term in wording.terms) and not self.page.names_in(wording.span)
        others = (
            a for a in self._known.actors if a.kind is NameKind.ORGANIZATION and wording.head in a.name.lower().split()
        )
        return last[1] if near and plain and first_two(others) == [last[1]] else None

    def _only_body(self, wording: Wording) -> Actor | None:
        """Return the one body of unknown kind that the page has named, where a sentence shortly before is about it.

        "Norad revised its count ... The agency had said": Norad, whose kind no word of the page and no table tells.
        """
        if body_of(wording.head) is None or wording.terms:
            return None
        place = wording.span.start
        unknown = first_two(a for a in self._of_unknown_kind() if a.first < place)
        here = self.page.sentence_number(place)
        about = [self._subject_of(here - back, place, several=False) for back in range(1, _REACH)]
        return unknown[0] if len(unknown) == 1 and unknown[0] in [*about, *self._heard_near(place)] else None

    def _police(self, wording: Wording) -> Iterator[Actor]:
        """Yield the police forces of the page for a bare "police", which is any of them."""
        if wording.head != "police":
            return
        for actor in self._known.of_body("police"):
            if actor.named and "police" in actor.terms and actor.bodies <= _FORCES:
                yield actor

    def _of_unknown_kind(self) -> Iterator[Actor]:
        return (a for a in self._known.actors if a.kind is NameKind.ORGANIZATION and a.named and not a.bodies)

    def _named_later(self, wording: Wording) -> Iterator[Actor]:
        """Yield the bodies that "the union" of a summary can mean, named only in the text below.

        A body of which nobody says what it is might be the union too.
        """
        body = body_of(wording.head)
        if body is None or not wording.definite or any(self._of_unknown_kind()):
            return
        for actor in self._known.of_body(body):
            if actor.named and wording.terms <= actor.terms:
                yield actor

    def _fitting(self, wording: Wording) -> Iterator[Actor]:
        """Yield those met before whom the noun and all describing words fit."""
        body = body_of(wording.head)
        terms = wording.terms - (SPY_WORDS if body == "service" else frozenset())
        spies = body == "service" and (wording.head in SPY_WORDS or bool(SPY_WORDS & wording.terms))
        bare = not wording.terms and not wording.definite
        if bare and not spies:
            return
        # "according to intelligence" is a service that has spoken, not one that was merely named
        if bare:
            met: Iterable[Actor] = dict.fromkeys(actor for _, actor in self._heard)
        else:
            met = self._known.of_words(narrower(wording.head)) if body is None else self._known.of_body(body)
        for actor in met:
            if actor.first < wording.span.start and fits(actor, wording, body, terms, spies=spies):
                yield actor
        for other in open_titles().also.get(wording.head, ()):
            for actor in self._known.of_body(other):
                if body not in actor.bodies and fits(actor, wording, other, terms, spies=False):
                    yield actor

    def _new(self, wording: Wording) -> Actor:
        actor = self._known.add(Actor(name=wording.words, kind=wording.kind, named=wording.named))
        body = body_of(wording.head)
        actor.bodies |= {body} if body else set()
        if wording.head in SPY_WORDS:
            actor.terms.add("intelligence")
        if wording.indefinite and not wording.terms and wording.head in open_titles().voices:
            self._name_by_body(actor, wording)
        if not (wording.definite or wording.indefinite or wording.pronoun):
            self._known.by_key.setdefault(self._key(wording), actor)
        return actor

    def _name_by_body(self, actor: Actor, wording: Wording) -> None:
        """Call "a spokesman" the spokesman of the body that has just spoken, if one has."""
        last = self._heard[-1] if self._heard else None
        near = last and self.page.sentence_number(wording.span.start) - self.page.sentence_number(last[0]) < _REACH
        if last and near and last[1].several:
            actor.name = f"{last[1].name} {wording.head}"
            actor.terms |= last[1].terms | described_by(last[1].name)

    def _key(self, wording: Wording) -> str:
        country = open_gazetteer().country(wording.words)
        if country and wording.kind is NameKind.PLACE:
            return f"country {country}"
        return f"words {fold(wording.words).lower()}"
