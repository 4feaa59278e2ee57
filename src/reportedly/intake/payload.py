"""The body of a web server's answer, as archives and servers have it: in chunks, packed, or both."""

import zlib

from reportedly.intake.limits import DamagedError

_STEP = 65_536


def decode_payload(body: bytes, *, transfer: str | None, encoding: str | None, most: int) -> bytes:
    """Return the page that a body holds, at most one byte more than `most`.

    `transfer` and `encoding` are the values of the headers Transfer-Encoding and Content-Encoding. An archive may keep
    the headers and have the body unpacked already: what does not look packed is taken as it is. Raises DamagedError.
    """
    if (transfer or "").strip().lower() == "chunked":
        body = _joined(body)
    for kind in reversed([part.strip().lower() for part in (encoding or "").split(",") if part.strip()]):
        if kind in ("gzip", "x-gzip"):
            body = _inflated(body, 31, most) if body.startswith(b"\x1f\x8b") else body
        elif kind == "deflate":
            body = _deflated(body, most)
        elif kind == "br":
            body = _brotli(body, most)
        elif kind not in ("identity", "none"):
            message = f"its packing ({kind[:20]}) is not known"
            raise DamagedError(message)
    return body


def _joined(body: bytes) -> bytes:
    """Return the chunks of a body as one, each of which stands behind its length; the body as it is if it has none."""
    found, at = bytearray(), 0
    while (end := body.find(b"\r\n", at, at + 100)) >= 0:
        try:
            size = int(body[at:end].split(b";")[0], 16)
        except ValueError:
            break
        if size <= 0:
            return bytes(found)
        found += body[end + 2 : end + 2 + size]
        at = end + 2 + size + 2
    return bytes(found) or body


def _inflated(body: bytes, window: int, most: int) -> bytes:
    try:
        return zlib.decompressobj(window).decompress(body, most + 1)
    except zlib.error as error:
        message = f"its packing is damaged ({error})"
        raise DamagedError(message) from error


def _deflated(body: bytes, most: int) -> bytes:
    """Inflate what servers call deflate: with zlib's frame, as RFC 9110 has it, or without."""
    for window in (15, -15):
        try:
            return _inflated(body, window, most)
        except DamagedError:
            pass
    return body


def _brotli(body: bytes, most: int) -> bytes:
    import brotli  # noqa: PLC0415 -- only some web archives need it

    unpacking = brotli.Decompressor()
    found = bytearray()
    try:
        found += unpacking.process(body, output_buffer_limit=_STEP)
        while len(found) <= most and (more := unpacking.process(b"", output_buffer_limit=_STEP)):
            found += more
    except brotli.error as error:
        if not found:
            return body  # unpacked already by who archived it
        message = "its packing is damaged (brotli)"
        raise DamagedError(message) from error
    return bytes(found[: most + 1])
