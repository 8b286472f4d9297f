"""How large a picture is, by its head: read off real files, and off no bytes whatever a fault."""

import struct

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hankeapp.domain.picture_sizes import size_of

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480)
FRAME = struct.pack(">HHBHH", 0xFFC2, 11, 8, 480, 640) + b"\x01\x11\x00"
JPEG = b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + bytes(14) + b"\xff\xff\xdb" + struct.pack(">H", 5) + bytes(3)


@pytest.mark.parametrize("data", [PNG, JPEG + FRAME, b"\xff\xd8\xff\x01" + FRAME], ids=["png", "jpeg", "bare marker"])
def test_width_and_height_are_told(data):
    assert size_of(data) == (640, 480)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", PNG[:20], PNG[:16] + bytes(8), JPEG, JPEG + FRAME[:6], b"\xff\xd8\xff\xc4\x00\x00" + bytes(9)],
    ids=["nothing", "another kind", "cut", "no pixels", "no frame", "cut frame", "no length"],
)
def test_what_tells_no_size_has_none(data):
    assert size_of(data) is None


@given(st.sampled_from([PNG, JPEG, JPEG + FRAME]), st.binary(max_size=60), st.integers(0, 60))
@example(b"\xff\xd8", b"\xff" * 30, 2)
def test_no_bytes_are_a_fault(begin, rest, kept):
    size = size_of(begin[:kept] + rest)
    assert size is None or all(each > 0 for each in size)
