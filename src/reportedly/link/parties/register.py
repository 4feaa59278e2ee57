"""The actors whom a page names, full names first, so that a surname or an acronym finds its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.link.parties.actor import Actor
from reportedly.link.parties.page import Page
from reportedly.link.parties.people import describe_after, describe_before, is_subject, titles_before
from reportedly.link.parties.phrases import bodies_in, described_by, gender_of, gender_shown_by, initials, roles_in
from reportedly.link.parties.places import covers
from reportedly.link.parties.surnames import Surnames, fullest_keys
from reportedly.link.parties.wording import Wording
from reportedly.link.spelling import spelling_key
from reportedly.read.gazetteer import fold, open_gazetteer
from reportedly.read.names import open_titles, pronoun_of
from reportedly.records import Name, NameKind
from reportedly.spans import Span


def _gender_shown(actor: Actor) -> str | None:
    """Return what description and given name show; a surname alone ("Clinton") is no given name."""
    given, *others = actor.name.split()
    shown = gender_shown_by(actor.description) or gender_shown_by(actor.leading)
    return shown or (pronoun_of(given) if others else None)


class Register:
    """The actors whom a page names, found by where a name stands, by a key or by a word that describes them."""

    def __init__(self, page: Page, contents: Sequence[Span] = ()) -> None:
        """Take the page and what people say on it, in order and apart."""
        self.page = page
        self._contents = contents
        self.actors: list[Actor] = []
        self.by_name: dict[Span, Actor] = {}
        self.by_key: dict[str, Actor] = {}
        self.subjects: list[tuple[int, Actor]] = []
        self.own_subjects: list[tuple[int, Actor]] = []
        self.people: list[tuple[int, Actor]] = []
        self._by_word: dict[str, dict[int, Actor]] = defaultdict(dict)
        self._by_body: dict[str, dict[int, Actor]] = defaultdict(dict)
        self._by_initials: dict[str, dict[int, Actor]] = defaultdict(dict)
        self._add_people([name for name in page.names if name.kind is NameKind.PERSON])
        self._add_bodies([name for name in page.names if name.kind is NameKind.ORGANIZATION])
        for events in (self.subjects, self.own_subjects, self.people):
            events.sort(key=lambda event: event[0])

    def _add_people(self, names: Sequence[Name]) -> None:
        by_key: dict[str, Actor] = {}
        surnames = Surnames(self.page)
        fullest = fullest_keys(name.text for name in names)
        for name in names:
            if " " in name.text.strip():
                actor = self._person_called(name, by_key, fullest)
                surnames.add(actor, name)
                self._note_person(actor, name)
        short = [name for name in names if name.span not in self.by_name]
        titles = [self._titles_shown(name) for name in short]
        surnames.note_titles(short, titles)
        for name, shown in zip(short, titles, strict=True):
            self._note_person(surnames.owner(name, shown) or self._person_called(name, by_key, fullest), name)

    def _person_called(self, name: Name, by_key: dict[str, Actor], fullest: Mapping[str, str]) -> Actor:
        key = spelling_key(name.text)
        key = fullest.get(key, key)
        if key not in by_key:
            by_key[key] = self.add(Actor(name=name.text, kind=NameKind.PERSON, named=True))
        return by_key[key]

    def _titles_shown(self, name: Name) -> frozenset[str]:
        sentence = self.page.sentence_at(name.span.start)
        return titles_before(sentence, name) if sentence else frozenset()

    def _note_person(self, actor: Actor, name: Name) -> None:
        self.by_name[name.span] = actor
        actor.name = max(actor.name, name.text, key=lambda words: len(words.split()))
        sentence = self.page.sentence_at(name.span.start)
        if sentence is None:
            return
        actor.mention(name.span)
        actor.description = actor.description or describe_after(self.page, name)
        actor.leading = actor.leading or describe_before(self.page, name)
        titles = titles_before(sentence, name)
        actor.terms |= titles
        actor.roles |= titles & open_titles().roles
        for words in (actor.description, actor.leading):
            actor.terms |= described_by(words or "")
            actor.roles |= roles_in(words)
        self.index(actor)
        actor.gender = actor.gender or gender_of(titles) or _gender_shown(actor)
        self.people.append((name.span.start, actor))
        if is_subject(sentence, name):
            said = covers(self._contents, name.span.start)
            (self.own_subjects if said else self.subjects).append((name.span.start, actor))

    def _add_bodies(self, names: Sequence[Name]) -> None:
        """Add the bodies, full names first, so that "the Post" after "Harrow Post" is that one."""
        by_part: dict[str, dict[int, Actor]] = defaultdict(dict)
        for name in names:
            words = fold(name.text).split()
            if len(words) > 1:
                actor = self._note_body(name, self._body_named(name.text))
                for part in {words[0], words[-1]}:
                    by_part[part][id(actor)] = actor
        for name in names:
            if name.span in self.by_name:
                continue
            longer = by_part.get(fold(name.text), {})
            known = open_gazetteer().actor(name.text)
            one = next(iter(longer.values())) if len(longer) == 1 and not known else None
            self._note_body(name, one or self._body_named(name.text))

    def _note_body(self, name: Name, actor: Actor) -> Actor:
        description = describe_after(self.page, name)
        if description:
            actor.description = actor.description or description
            actor.terms |= described_by(description)
            actor.bodies |= bodies_in(description)
        self.index(actor)
        actor.mention(name.span)
        self.by_name[name.span] = actor
        return actor

    def _body_named(self, words: str) -> Actor:
        """Return the body of that name, of its other well-known name or of its initials; a new one where none is."""
        known = open_gazetteer().actor(words)
        key = f"body {fold(known.name) if known else fold(words)}".lower().replace("body the ", "body ")
        actor = self.by_key.get(key)
        if actor is None:
            actor = self.by_initials(words) if words.isupper() else None
        if actor is None:
            actor = self.add(Actor(name=words, kind=NameKind.ORGANIZATION, named=True))
            actor.terms |= described_by(words)
            actor.terms |= {known.country, *described_by(known.name)} if known else set()
            actor.bodies |= {known.body} if known and known.body else bodies_in(words)
        self.by_key[key] = actor
        if len(words) > len(actor.name):
            actor.name = words
            actor.terms |= described_by(words)
            actor.bodies |= bodies_in(words)
        return actor

    def by_initials(self, letters: str) -> Actor | None:
        """Return the one body whose initials the letters are."""
        found = [actor for actor in self._by_initials.get(letters, {}).values() if initials(actor.name) == letters]
        return found[0] if len(found) == 1 else None

    def named_at(self, wording: Wording) -> Actor | None:
        """Return the person whom the words name."""
        return self.by_name.get(wording.person) if wording.person else None

    def add(self, actor: Actor) -> Actor:
        """Take in one more actor."""
        self.actors.append(actor)
        return actor

    def index(self, actor: Actor) -> None:
        """Note what has been said of the actor, so that it is found by any word of that."""
        for word in (*actor.terms, *actor.heads):
            self._by_word[word][id(actor)] = actor
        for body in actor.bodies:
            self._by_body[body][id(actor)] = actor
        if actor.kind is NameKind.ORGANIZATION:
            self._by_initials[initials(actor.name)][id(actor)] = actor

    def of_body(self, body: str) -> Iterator[Actor]:
        """Yield the bodies of that kind."""
        yield from self._by_body.get(body, {}).values()

    def of_words(self, words: Iterable[str]) -> Iterator[Actor]:
        """Yield those of whom one of the words was said."""
        for word in words:
            yield from self._by_word.get(word, {}).values()
