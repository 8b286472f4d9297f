"""The rights of an ordinary user, also where the tests run as root: bare machines and containers do."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERSION = 0x20080522
_PAST_ALL_RIGHTS = 0b110
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH of capabilities(7)."""


@contextmanager
def ordinary_rights() -> Iterator[None]:
    """Within it the rights of files and folders hold for root as well."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield
        return
    # Twice effective, permitted, inheritable; the last two hold what the first was.
    held = (ctypes.c_uint32 * 6)()
    _call("capget", held)
    less = (ctypes.c_uint32 * 6)(*held)
    less[0] &= ~_PAST_ALL_RIGHTS
    _call("capset", less)
    try:
        yield
    finally:
        _call("capset", held)


def _call(name: str, words: ctypes.Array[ctypes.c_uint32]) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if getattr(library, name)((ctypes.c_uint32 * 2)(_VERSION, 0), words) != 0:
        raise OSError(ctypes.get_errno(), name)
