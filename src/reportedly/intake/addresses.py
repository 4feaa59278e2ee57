"""Where an address on the web leads: which machine it names, and that the machine is one of the public internet.

A page that sends a reader on to 127.0.0.1 or to a cloud's metadata service must not be able to have it fetched.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit, urlunsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class RefusedError(Exception):
    """An address that is not fetched, whoever asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What to connect to for an address: one checked machine, whatever its name leads to a moment later."""

    url: str
    scheme: str
    host: str
    port: int
    machine: str

    @property
    def origin(self) -> str:
        """The server: "https://harrow.example:443"."""
        return f"{self.scheme}://{self.host}:{self.port}"


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the machines that a name stands for, as the system knows them. Raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(machine: str) -> bool:
    """Tell whether a machine is one of the public internet: 127.0.0.1, 10.1.2.3 and 169.254.169.254 are not."""
    try:
        address = ipaddress.ip_address(machine.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in _meant(address))


def _meant(address: Address) -> Sequence[Address]:
    """Return an address and those that it carries inside: ::ffff:127.0.0.1 is 127.0.0.1."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address in _NAT64:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    inside = [one for one in (address.sixtofour, *(address.teredo or ())) if one is not None]
    return [address, *inside]


def find_target(url: str, *, resolve: Resolve = resolve, allowed: Callable[[str], bool] = is_public) -> Target:
    """Return what to connect to for an address. Raises RefusedError, and OSError where its name is not known."""
    parts = _parts(url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        message = f"'{host}' is no name of a server"
        raise RefusedError(message) from error
    machines = resolve(name, port)
    if not machines or not all(map(allowed, machines)):
        message = f"{host} is a machine of this or a private network, which pages are not fetched from"
        raise RefusedError(message)
    return Target(url=urlunsplit(parts), scheme=parts.scheme, host=name, port=port, machine=machines[0])


def _parts(url: str) -> SplitResult:
    """Return the parts of an address with a path, and without a fragment."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises where it is no number
    except ValueError as error:
        message = f"it is no address ({error})"
        raise RefusedError(message) from error
    if parts.scheme not in _PORTS or not parts.hostname:
        message = f"only http and https are fetched, not '{parts.scheme or url[:40]}'"
        raise RefusedError(message)
    if parts.username is not None or parts.password is not None:
        message = "an address with a name and password in it is not fetched"
        raise RefusedError(message)
    return parts._replace(path=parts.path or "/", fragment="")
