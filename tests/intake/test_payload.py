import gzip
import zlib

import brotli
import pytest

from reportedly.intake.limits import DamagedError
from reportedly.intake.payload import decode_payload

BODY = b"At least 30 people died. " * 40


def decoded(body: bytes, encoding: str | None, transfer: str | None = None, most: int = 10_000) -> bytes:
    return decode_payload(body, transfer=transfer, encoding=encoding, most=most)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (BODY, None),
        (BODY, "identity"),
        (gzip.compress(BODY), "gzip"),
        (gzip.compress(BODY), "X-GZIP"),
        (zlib.compress(BODY), "deflate"),
        (zlib.compress(BODY, wbits=-15), "deflate"),
        (BODY, "deflate"),
        (brotli.compress(BODY), "br"),
        (BODY, "br"),
        (gzip.compress(brotli.compress(BODY)), "br, gzip"),
    ],
)
def test_a_body_is_unpacked(body: bytes, encoding: str | None) -> None:
    assert decoded(body, encoding) == BODY


@pytest.mark.parametrize("body", [gzip.compress(b"x" * 10**7), brotli.compress(b"x" * 10**7)])
def test_no_more_is_unpacked_than_is_asked_for(body: bytes) -> None:
    encoding = "gzip" if body.startswith(b"\x1f") else "br"

    assert len(decoded(body, encoding, most=500_000)) == 500_001


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(b"\x1f\x8bxxxxxxxxxxxx", "gzip"), (BODY, "zstd"), (brotli.compress(BODY * 9999)[:-9] + b"x" * 99, "br")],
)
def test_a_body_that_cannot_be_unpacked_is_damaged(body: bytes, encoding: str) -> None:
    with pytest.raises(DamagedError):
        decoded(body, encoding, most=10**9)


def test_chunks_are_joined_up_to_where_they_end() -> None:
    assert decoded(b"4;x=y\r\nThe \r\n3\r\ndam\r\n0\r\n\r\n", None, "chunked") == b"The dam"
    assert decoded(b"4\r\nThe \r\nzz\r\ndam\r\n", None, "chunked") == b"The "
    assert decoded(b"4\r\nThe \r\n9\r\ndam", None, "chunked") == b"The dam"
