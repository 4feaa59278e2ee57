"""The actors whom a page names, full names first, so that a surname or an acronym finds its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.link.parties.actor import Actor, is_another, one_owner
from reportedly.link.parties.page import Page
from reportedly.link.parties.people import describe_after, describe_before, is_subject, titles_before
from reportedly.link.parties.phrases import bodies_in, described_by, gender_of, initials
from reportedly.link.parties.places import covers
from reportedly.link.spelling import spelling_key
from reportedly.read.gazetteer import fold, open_gazetteer
from reportedly.read.names import pronoun_of
from reportedly.records import Name, NameKind
from reportedly.spans import Span


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
        self._by_word: dict[str, dict[int, Actor]] = defaultdict(dict)
        self._by_body: dict[str, dict[int, Actor]] = defaultdict(dict)
        self._by_initials: dict[str, dict[int, Actor]] = defaultdict(dict)
        self._add_people([name for name in page.names if name.kind is NameKind.PERSON])
        self._add_bodies([name for name in page.names if name.kind is NameKind.ORGANIZATION])
        self.subjects.sort(key=lambda event: event[0])

    def _add_people(self, names: Sequence[Name]) -> None:
        full = [name for name in names if len(name.text.split()) > 1]
        by_key: dict[str, Actor] = {}
        by_part: dict[str, dict[int, Actor]] = defaultdict(dict)
        for name in full:
            key = spelling_key(name.text)
            actor = by_key.get(key)
            if actor is None:
                actor = by_key[key] = self.add(Actor(name=name.text, kind=NameKind.PERSON, named=True))
                for part in (key.split() or [""])[-1], f"{(key.split() or [''])[0]} ":
                    by_part[part][id(actor)] = actor
            self._note_person(actor, name)
        short = [name for name in names if len(name.text.split()) == 1]
        titles = [self._titles_shown(name) for name in short]
        keys = [spelling_key(name.text) for name in short]
        owners = {key: one_owner(by_part.get(key) or by_part.get(f"{key} ") or {}) for key in keys}
        others = {key for key, shown in zip(keys, titles, strict=True) if is_another(owners[key], shown)}
        for name, key, shown in zip(short, keys, titles, strict=True):
            owner = owners[key]
            # "Mr Holm" beside "Eda Holm": there are two Holms, and a bare "Holm" may be either
            if owner is None or (key in others and (gender_of(shown) is None or is_another(owner, shown))):
                owner = by_key.get(key)
            if owner is None:
                owner = by_key[key] = self.add(Actor(name=name.text, kind=NameKind.PERSON, named=True))
            self._note_person(owner, name)

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
        actor.terms |= titles_before(sentence, name)
        for words in (actor.description, actor.leading):
            actor.terms |= described_by(words or "")
        self.index(actor)
        actor.gender = actor.gender or gender_of(actor.terms) or pronoun_of(actor.name.split()[0])
        if is_subject(sentence, name) and not covers(self._contents, name.span.start):
            self.subjects.append((name.span.start, actor))

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
