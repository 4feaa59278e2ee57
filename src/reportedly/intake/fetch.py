"""Pages from the web, fetched because a person asked: politely, within limits, and never from a private network.

One request at a time. robots.txt (RFC 9309) is respected; every address, that of a redirect too, is resolved, checked,
and connected to by the machine that was checked, so that a name cannot change its mind in between.
"""

import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from reportedly.intake.addresses import RefusedError, Resolve, Target, find_target, is_public, resolve
from reportedly.settings import Settings

if TYPE_CHECKING:
    from protego import Protego
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

ROBOT = "reportedly"
_STEP = 65_536
_ROBOTS_BYTES = 512_000  # RFC 9309 asks for 500 KiB at least
_LONGEST_WAIT = 60.0  # seconds that are waited because a server says so
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_FINE = range(200, 300)
_CLIENT_ERRORS = range(400, 500)
_BY_HAND = "Save the page in a browser and give the file."
# Addresses may hold these as they are; anything else is written as %XX.
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"


class NotFetchedError(Exception):
    """A page that did not come; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came: where it stands in the end, its bytes, when, and what the server says of it."""

    url: str
    content: bytes
    media: str | None
    captured: datetime | None
    modified: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What fetching needs of the world. Tests give their own; the clock is the door's, None where nobody passed one."""

    clock: Callable[[], datetime] | None = None
    resolve: Resolve = resolve
    allowed: Callable[[str], bool] = is_public
    sleep: Callable[[float], None] = time.sleep
    seconds: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    content: bytes


class Fetcher:
    """Fetches pages, one at a time, and remembers what each server asks of robots."""

    def __init__(self, settings: Settings, world: World | None = None) -> None:
        self._settings = settings
        self._world = world or World()
        self._rules: dict[str, Protego | str] = {}
        self._last: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """Return the page at an address. Raises RefusedError and NotFetchedError."""
        target = self._target(url)
        for _ in range(self._settings.redirects + 1):
            self._ask_robots(target)
            answer = self._get_patiently(target, self._settings.page_bytes)
            location = answer.headers.get("Location")
            if answer.status not in _REDIRECTS or not location:
                return self._fetched(target, answer)
            target = self._target(location, target.url)
        message = f"the server sends on more than {self._settings.redirects} times."
        raise NotFetchedError(message)

    def _target(self, url: str, base: str = "") -> Target:
        """Return what to connect to for an address, or for what a server names in answer to another."""
        try:
            whole = quote(urljoin(base, url), safe=_KEPT)
        except ValueError as error:
            message = f"it is no address ({error})"
            raise RefusedError(message) from error
        try:
            return find_target(whole, resolve=self._world.resolve, allowed=self._world.allowed)
        except OSError as error:
            message = f"there is no server {urlsplit(whole).hostname} ({error.strerror or error})."
            raise NotFetchedError(message) from error

    def _fetched(self, target: Target, answer: _Answer) -> Fetched:
        if answer.status not in _FINE:
            message = f"the server answers with status {answer.status}. {_BY_HAND}"
            raise NotFetchedError(message)
        if len(answer.content) > self._settings.page_bytes:
            message = f"larger than {self._settings.page_bytes:,} bytes, so it was left unread."
            raise NotFetchedError(message)
        return Fetched(
            url=target.url,
            content=answer.content,
            media=answer.headers.get("Content-Type"),
            captured=self._world.clock() if self._world.clock else None,
            modified=answer.headers.get("Last-Modified"),
        )

    # --- robots.txt ---

    def _ask_robots(self, target: Target) -> None:
        """Raise RefusedError where robots.txt keeps robots from an address, NotFetchedError where it cannot be read."""
        if target.origin not in self._rules:
            self._rules[target.origin] = self._read_robots(target)
        rules = self._rules[target.origin]
        if isinstance(rules, str):
            message = f"{rules}, so nothing is fetched from {target.host}. {_BY_HAND}"
            raise NotFetchedError(message)
        if not rules.can_fetch(target.url, ROBOT):
            message = f"robots.txt of {target.host} keeps robots from this page. {_BY_HAND}"
            raise RefusedError(message)

    def _read_robots(self, target: Target) -> "Protego | str":
        """Return what robots.txt asks, or why that cannot be known; one that is not there asks nothing (RFC 9309)."""
        from protego import Protego  # noqa: PLC0415 -- only fetching needs it

        robots = replace(target, url=urljoin(target.url, "/robots.txt"))
        for _ in range(self._settings.redirects + 1):
            try:
                answer = self._get(robots, _ROBOTS_BYTES)
                location = answer.headers.get("Location")
                if answer.status in _REDIRECTS and location:
                    robots = self._target(location, robots.url)
                    continue
            except (NotFetchedError, RefusedError) as error:
                return f"robots.txt cannot be read ({str(error).rstrip('.')})"
            if answer.status in _FINE:
                return Protego.parse(answer.content[:_ROBOTS_BYTES].decode("utf-8", errors="replace"))
            if answer.status in _CLIENT_ERRORS and answer.status not in _BUSY:
                return Protego.parse("")
            return f"robots.txt cannot be read (status {answer.status})"
        return Protego.parse("")

    # --- requests ---

    def _get_patiently(self, target: Target, most: int) -> _Answer:
        """Ask, and where the server is busy and says how long to wait, wait and ask once more."""
        self._pause(target)
        answer = self._get(target, most)
        wait = _wait_of(answer.headers) if answer.status in _BUSY else None
        if wait is None or wait > _LONGEST_WAIT:
            return answer
        self._world.sleep(wait)
        return self._get(target, most)

    def _get(self, target: Target, most: int) -> _Answer:
        from urllib3.exceptions import HTTPError  # noqa: PLC0415 -- only fetching needs it

        pool = connect(target, self._settings.fetch_seconds)
        try:
            response = pool.urlopen(
                "GET",
                _path(target.url),
                headers=_headers(target),
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=True,
            )
            content = self._read(response, most)
            return _Answer(status=response.status, headers=response.headers, content=content)
        except (HTTPError, OSError, ValueError) as error:
            message = f"it cannot be fetched ({_reason(error)})."
            raise NotFetchedError(message) from error
        finally:
            pool.close()

    def _read(self, response: "BaseHTTPResponse", most: int) -> bytes:
        """Return at most one byte more than `most` of a body. Raises NotFetchedError where it comes too slowly."""
        until = self._world.seconds() + 2 * self._settings.fetch_seconds
        found = bytearray()
        while len(found) <= most and (more := response.read1(_STEP, decode_content=True)):
            found += more
            if self._world.seconds() > until:
                message = f"it did not come within {2 * self._settings.fetch_seconds:.0f} seconds."
                raise NotFetchedError(message)
        response.close()
        return bytes(found[: most + 1])

    def _pause(self, target: Target) -> None:
        """Wait until a server has had its pause, as long as its robots.txt asks for."""
        rules = self._rules.get(target.origin)
        asked = None if rules is None or isinstance(rules, str) else rules.crawl_delay(ROBOT)
        pause = min(_LONGEST_WAIT, max(self._settings.pause_seconds, asked or 0.0))
        now = self._world.seconds()
        if target.origin in self._last and (left := self._last[target.origin] + pause - now) > 0:
            self._world.sleep(left)
        self._last[target.origin] = self._world.seconds()


def connect(target: Target, seconds: float) -> "HTTPConnectionPool":
    """Return a connection to the checked machine, which must show the certificate of the name that was asked for."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout  # noqa: PLC0415 -- only fetching needs it

    timeout = Timeout(connect=seconds, read=seconds)
    if target.scheme == "http":
        return HTTPConnectionPool(target.machine, target.port, timeout=timeout, maxsize=1)
    return HTTPSConnectionPool(
        target.machine,
        target.port,
        timeout=timeout,
        maxsize=1,
        ssl_context=_trust(),
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def _trust() -> ssl.SSLContext:
    """Return the certificates that are trusted: the system's, and Mozilla's where the system has none."""
    import certifi  # noqa: PLC0415 -- only fetching needs it

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _headers(target: Target) -> dict[str, str]:
    port = "" if target.port in (80, 443) else f":{target.port}"
    host = f"[{target.host}]" if ":" in target.host else target.host
    return {
        "Host": f"{host}{port}",
        "User-Agent": f"{ROBOT}/{version('reportedly')} (reads pages that a person names; respects robots.txt)",
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip",
    }


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _wait_of(headers: Mapping[str, str]) -> float | None:
    """Return how many seconds Retry-After asks for; a day is counted from the server's own Date."""
    asked = headers.get("Retry-After")
    if not asked:
        return None
    if asked.strip().isdecimal():
        return float(asked)
    try:
        until, now = parsedate_to_datetime(asked), parsedate_to_datetime(headers.get("Date") or "")
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):
        return None


def _reason(error: Exception) -> str:
    """Return why, in few words: urllib3 puts what happened into what it was doing."""
    from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, ReadTimeoutError, SSLError  # noqa: PLC0415

    if isinstance(error, ConnectTimeoutError | ReadTimeoutError | TimeoutError):
        return "the server does not answer in time"
    if isinstance(error, SSLError):
        return "its certificate is not valid"
    if isinstance(error, NameResolutionError):
        return "its name is not known"
    return str(getattr(error, "reason", None) or error).rpartition(": ")[2][:100]
