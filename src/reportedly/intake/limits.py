"""What a file may unpack to, and streams that hold to it: who opens an archive does not know what is inside."""

import io
import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol
from zipfile import BadZipFile

from reportedly.settings import Settings

# What anything may unpack to, however small it is packed: short pages pack well (bytes).
FREE = 10_000_000
BUFFER = 65_536
# What all of a file may unpack to against its size; one file in it may take a third of that.
_TOTAL = 3
_FREE_TOTAL = 200_000_000


class BeyondLimitError(Exception):
    """Something in an archive is larger, deeper or more than the settings let it be. It costs only itself."""


class SpentError(Exception):
    """A given file has had all that it may have; nothing more of it is read."""


class DamagedError(Exception):
    """Bytes that are not what their kind asks for, from some place on."""


class Budget:
    """What one given file may still unpack to, with all that lies in it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.read = 0  # bytes of the given file
        self._unpacked = 0
        self._members = 0

    def count_member(self) -> None:
        """Take one page or other thing from the budget. Raises SpentError."""
        self._members += 1
        if self._members > self._settings.members:
            message = f"it holds more than {self._settings.members:,} files; the rest was left unread"
            raise SpentError(message)

    def unpack(self, more: int, *, so_far: int, packed: int) -> None:
        """Take unpacked bytes from the budget: of a stream that gave `so_far` from `packed` bytes.

        Raises BeyondLimitError for that stream alone, SpentError for the given file.
        """
        ratio = self._settings.unpacked_ratio
        if so_far > max(FREE, ratio * packed):
            message = f"it unpacks to more than {ratio} times its size, as no page does; it was left unread"
            raise BeyondLimitError(message)
        self._unpacked += more
        most = min(self._settings.unpacked_bytes, max(_FREE_TOTAL, _TOTAL * ratio * self.read))
        if self._unpacked > most:
            message = f"it unpacks to more than {most:,} bytes; the rest was left unread"
            raise SpentError(message)


class Counted(io.RawIOBase):
    """A stream that tells of every read how many bytes it gave."""

    def __init__(self, stream: BinaryIO, tell: Callable[[int], None]) -> None:
        super().__init__()
        self._stream = stream
        self._tell = tell

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell whether its stream can go back."""
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._stream.tell()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer has no length
        """Read into a buffer, and tell how much."""
        found = self._stream.read(len(buffer))
        buffer[: len(found)] = found
        self._tell(len(found))
        return len(found)


class Unpacking(Protocol):
    """What unpacks step by step, as GzipFile and ZipExtFile do."""

    def read1(self, size: int = -1, /) -> bytes:
        """Return what one step gives, at most so many bytes."""
        ...


class Unpacked(io.RawIOBase):
    """A stream of what something packed unpacks to, taken from the budget as it comes.

    Its reads raise DamagedError where the packing is broken, BeyondLimitError and SpentError where it is too much.
    """

    def __init__(self, stream: Unpacking, budget: Budget, packed: Callable[[], int]) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget
        self._packed = packed
        self._given = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer has no length
        """Read into a buffer what one step unpacks, so that little is lost where the next step fails."""
        try:
            found = self._stream.read1(len(buffer))
        except (OSError, EOFError, zlib.error, BadZipFile, RuntimeError, NotImplementedError) as error:
            message = f"its packing is damaged ({error})"
            raise DamagedError(message) from error
        self._given += len(found)
        self._budget.unpack(len(found), so_far=self._given, packed=self._packed())
        buffer[: len(found)] = found
        return len(found)


class Looked(io.RawIOBase):
    """A stream whose beginning was read already, and comes again."""

    def __init__(self, head: bytes, stream: io.BufferedReader) -> None:
        super().__init__()
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer has no length
        """Read into a buffer: first what was looked at."""
        found = self._head[: len(buffer)] or self._stream.read1(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(found)] = found
        return len(found)


def buffered(stream: io.RawIOBase) -> io.BufferedReader:
    """Return a stream that is read in large steps."""
    return io.BufferedReader(stream, BUFFER)


def look(stream: io.BufferedReader, size: int) -> tuple[bytes, io.BufferedReader]:
    """Return the first bytes of a stream, and a stream that begins with them. Damage is left for who reads on."""
    head = b""
    try:
        while len(head) < size and (more := stream.read1(size - len(head))):
            head += more
    except DamagedError:
        return head, buffered(Looked(head, stream))
    if stream.seekable():
        stream.seek(0)
        return head, stream
    return head, buffered(Looked(head, stream))


def read_within(stream: io.BufferedReader, most: int) -> tuple[bytes, str | None]:
    """Return the bytes of a stream, at most one more than `most`, and what is damaged in it, None where nothing is.

    Raises BeyondLimitError and SpentError.
    """
    found = bytearray()
    try:
        while len(found) <= most and (more := stream.read1(min(BUFFER, most + 1 - len(found)))):
            found += more
    except DamagedError as error:
        return bytes(found), str(error)
    return bytes(found), None
