"""A file or address, with all that lies in it, into pages: each costs only itself, and all of them share one budget."""

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from reportedly.intake.kinds import HEAD, Kind, find_kind, open_kind
from reportedly.intake.limits import BeyondLimitError, Budget, DamagedError, SpentError, look, read_within
from reportedly.intake.members import NOTHING_TOLD, Member, stream_of
from reportedly.intake.watch import Watch
from reportedly.records import About, Markup, Problem, RawPage
from reportedly.settings import Settings

if TYPE_CHECKING:
    from reportedly.intake.fetch import Fetcher

# What a person knows of a page, by any of the names that it has.
Known = Callable[..., About]


class Opening:
    """Opens one given file or address after another."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], datetime] | None,
        fetcher: "Fetcher | None",
        watch: Watch,
        held: Callable[[str], bool],
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._fetcher = fetcher
        self._watch = watch
        self._held = held
        self._followed = 0

    def pages(
        self, name: str, place: str, stream: io.BufferedReader, budget: Budget, known: Known
    ) -> Iterator[RawPage]:
        """Yield the pages of a file: itself, or all that lies in it, each in memory only while it is used."""
        one = _One(self, budget, known)
        yield from one.open(name, place, Member(stream=stream))

    def fetched(self, url: str, known: Known, told: Markup = NOTHING_TOLD, depth: int = 0) -> Iterator[RawPage]:
        """Yield the page at an address, or the pages of the feed or archive there."""
        from reportedly.intake.addresses import RefusedError  # noqa: PLC0415 -- only fetching needs it
        from reportedly.intake.fetch import Fetcher, NotFetchedError, World  # noqa: PLC0415 -- as above

        self._watch.begin(url, None)
        self._fetcher = self._fetcher or Fetcher(self._settings, World(clock=self._clock))
        try:
            found = self._fetcher.fetch(url)
        except (RefusedError, NotFetchedError) as error:
            code = "refused" if isinstance(error, RefusedError) else "not_fetched"
            message = f"{str(error).rstrip('.')}."
            yield _unread(url, url, known(url), Problem(code=code, message=message))
            return
        budget = Budget(self._settings)
        budget.read = len(found.content)
        captured = found.captured.isoformat() if found.captured else None
        told = replace(
            told,
            url=found.url,
            captures=(("fetched", captured),) if captured else (),
            updates=(*told.updates, *((("http Last-Modified", found.modified),) if found.modified else ())),
        )
        member = Member(stream=stream_of(found.content), media=found.media, told=told, captured=found.captured)
        yield from _One(self, budget, known, depth).open(url, found.url, member)

    # --- for the pages of one file ---

    @property
    def settings(self) -> Settings:
        """The choices of the run."""
        return self._settings

    def may_follow(self) -> bool:
        """Take one fetched page from what a run may fetch by itself."""
        self._followed += 1
        return self._followed <= self._settings.follow_pages

    def holds(self, link: str) -> bool:
        """Tell whether the page at a link is known to who asks."""
        return self._held(link)

    def pass_over(self, name: str, what: str) -> None:
        """Count something that is no page."""
        if what:
            self._watch.pass_over(name, what)


class _One:
    """One given file or fetched address, with its budget."""

    def __init__(self, opening: Opening, budget: Budget, known: Known, depth: int = 0) -> None:
        self._opening = opening
        self._settings = opening.settings
        self._budget = budget
        self._known = known
        self._depth = depth
        self._stopped = False

    def open(self, name: str, place: str, member: Member) -> Iterator[RawPage]:
        try:
            yield from self._opened(name, place, member, self._depth)
        except SpentError as error:
            yield self._without(name, place, member, "refused", f"{error}.")

    def _opened(self, name: str, place: str, member: Member, depth: int) -> Iterator[RawPage]:
        """Yield what a member is or holds; what it is is seen from how it begins."""
        if member.stream is None:
            yield self._unread(name, place, member)
            return
        try:
            head, stream = look(member.stream, HEAD)
            kind = None if member.leaf else find_kind(head, name, self._settings.fields)
            member = replace(member, stream=stream)
            if kind is None:
                yield self._page(name, place, member, stream)
            elif depth >= self._settings.nested:
                message = f"archives in archives, more than {self._settings.nested} deep; it was left unread."
                yield self._without(name, place, member, "refused", message)
            else:
                yield from self._held_in(kind, name, place, member, depth)
        except BeyondLimitError as error:
            yield self._without(name, place, member, "refused", f"{error}.")

    def _held_in(self, kind: Kind, name: str, place: str, outer: Member, depth: int) -> Iterator[RawPage]:
        if outer.stream is None:
            return
        count = 0
        try:
            for member in open_kind(kind, outer.stream, self._settings, self._budget):
                self._budget.count_member()
                if member.passed is not None and not (member.link and self._settings.follow):
                    self._opening.pass_over(name, member.passed)
                    continue
                count += 1
                yield from self._member(name, place, _within(outer, member), depth + 1)
                if self._stopped:
                    return
        except DamagedError as error:
            count += 1
            yield self._without(name, place, outer, "unreadable", f"{error}.")
        if not count:
            yield self._without(name, place, outer, "no_pages", "no page lies in it.")

    def _member(self, name: str, place: str, member: Member, depth: int) -> Iterator[RawPage]:
        if member.link and self._settings.follow:
            yield from self._followed(name, place, member, depth)
            return
        suffix = "" if member.label is None else f"#{member.label}"
        yield from self._opened(name + suffix, place + suffix, member, depth)

    def _followed(self, name: str, place: str, member: Member, depth: int) -> Iterator[RawPage]:
        """Yield the page behind a link, unless it is known; what a feed says of it is told with it."""
        link = member.link or ""
        if self._opening.holds(link):
            self._opening.pass_over(name, "page that the ledger holds")
        elif depth >= self._settings.nested:
            message = f"lists in lists, more than {self._settings.nested} deep; it was not fetched."
            yield self._without(link, link, member, "refused", message)
        elif self._opening.may_follow():
            came = False
            for page in self._opening.fetched(link, self._known, replace(member.told, title=None), depth):
                came |= bool(page.content)
                yield page
            if not came and member.stream is not None:  # what the feed has of it is better than nothing
                yield from self._opened(f"{name}#{member.label}", f"{place}#{member.label}", member, depth)
        else:
            self._stopped = True
            most = f"{self._settings.follow_pages:,}"
            message = f"only {most} links are followed in a run; add them to a ledger, and run again for the others."
            yield self._without(name, name, member, "refused", message)

    def _page(self, name: str, place: str, member: Member, stream: io.BufferedReader) -> RawPage:
        content, damage = read_within(stream, self._settings.page_bytes)
        if len(content) > self._settings.page_bytes:
            limit = f"{self._settings.page_bytes:,} bytes"
            return self._without(name, place, member, "too_large", f"larger than {limit}, so it was left unread.")
        if damage and not content.strip():
            return self._without(name, place, member, "unreadable", f"{damage}.")
        if not content.strip():
            return self._without(name, place, member, "empty", "there is nothing in it.")
        damaged = (Problem(code="damaged", message=f"{damage}; what could be unpacked was read."),) if damage else ()
        return RawPage(
            name=name,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
            about=self._about(name, place, member),
            problems=(*member.problems, *damaged),
            place=place,
            media=member.media,
            captured=member.captured,
            told=member.told,
        )

    def _about(self, name: str, place: str, member: Member) -> About:
        return self._known(*filter(None, (name, place, member.label, member.told.url)))

    def _unread(self, name: str, place: str, member: Member) -> RawPage:
        return _unread(name, place, self._about(name, place, member), *member.problems, captured=member.captured)

    def _without(self, name: str, place: str, member: Member, code: str, message: str) -> RawPage:
        return self._unread(name, place, replace(member, problems=(Problem(code=code, message=message),)))


def _within(outer: Member, member: Member) -> Member:
    """Return a member with what is known of the thing that it lies in: when that was captured, and where."""
    if outer.captured is None or member.captured is not None:
        return member
    told = replace(member.told, captures=(*member.told.captures, *outer.told.captures))
    if member.label is None and told.url is None:  # a packed page is the page at that address
        told = replace(outer.told, captures=told.captures)
        member = replace(member, media=member.media or None)
    return replace(member, captured=outer.captured, told=told)


def _unread(name: str, place: str, about: About, *problems: Problem, captured: datetime | None = None) -> RawPage:
    return RawPage(name=name, content=b"", sha256="", about=about, problems=problems, place=place, captured=captured)
