"""The transducer of Finnish as arrays: read from its packed file, or quicker from a copy in a cache folder.

The packed file is of the format KFST, version 0: a header, the symbols, and LZMA of the transitions and final states.
"""

from __future__ import annotations

import lzma
import os
import struct
import sys
import tempfile
import unicodedata
import zlib
from array import array
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import BinaryIO

from hankeapp.digests import blake2b

_HEADER = struct.Struct("!4sHHII?")
"""Magic, version, how many symbols, transitions and final states, and whether there are weights."""
_TRANSITION = 12
"""Bytes: from and to which state (4 each), which symbol is read and which is written (2 each), the high byte first."""

_COPY = struct.Struct("<8s32sI")
"""Magic with the format of the copy, digest of the packed file, and sum of all that follows."""
_LENGTHS = struct.Struct("<6I")
"""How many bytes the names of the symbols and each array have."""
_COPY_MAGIC = b"HKMORF1" + sys.byteorder[:1].encode()
_CODES = "IIIHI"
"""The kinds of the arrays in a copy, in the order in which `Transducer` has them."""
_COPY_NAME = "finnish.cache"


class BrokenTransducer(Exception):
    """The packed file cannot be read, or is not such a file."""


@dataclass(frozen=True)
class Transducer:
    """States are numbered from 0, where each walk begins. The transitions of one state stand together.

    A label is a pair of symbols, what is read and what is written. Labels are numbered so that those that read no
    letter come first, and then one letter's stand together, as do all letters with the same base letter (a, å, ä).
    """

    symbols: tuple[str, ...]
    labels: array[int]
    """Of each label: the number of the symbol that is read, shifted by 16 bits, and of the one that is written."""
    first: array[int]
    """Of each state its first transition; one more at the end."""
    target: array[int]
    """Of each transition the state it leads to."""
    label: array[int]
    """Of each transition its label; rising within a state."""
    final: array[int]
    """The states in which a walk may end."""

    @classmethod
    def load(cls, packed: Path, cache_folder: Path | None) -> Transducer:
        """The copy in the folder where it is one of this file, or else the packed file, copied for the next time.

        A copy that is missing, cut, foreign or old is made anew; a folder that cannot be written to costs only time.
        `BrokenTransducer` where the packed file is no good.
        """
        try:
            if cache_folder is None:
                return _unpacked(packed.read_bytes())
            digest = blake2b(packed.read_bytes(), digest_size=32).digest()
            copy = cache_folder / _COPY_NAME
            found = _copied(copy, digest)
            if found is None:
                found = _unpacked(packed.read_bytes())
                _write_copy(copy, digest, found)
        except OSError as error:
            raise BrokenTransducer(str(error)) from error
        return found


def reads_letter(symbol: str) -> bool:
    """Whether a symbol is a letter of a word, and neither the empty symbol nor a flag."""
    return not symbol.startswith("@")


def base_letter(letter: str) -> str:
    """The letter without dots, rings and accents: ä → a."""
    return unicodedata.normalize("NFD", letter)[0]


def _unpacked(content: bytes) -> Transducer:
    try:
        return _parsed(content)
    except (struct.error, ValueError, IndexError, KeyError, lzma.LZMAError) as error:
        raise BrokenTransducer(f"not a transducer: {error}") from error


def _parsed(content: bytes) -> Transducer:
    magic, version, symbol_count, transition_count, final_count, weighted = _HEADER.unpack_from(content)
    if (magic, version, weighted) != (b"KFST", 0, False):
        raise ValueError("another format")
    *names, packed = content[_HEADER.size :].split(b"\0", symbol_count)
    symbols = tuple(name.decode() for name in names)
    body = memoryview(lzma.decompress(packed))
    end = transition_count * _TRANSITION
    words = _big_endian(body[:end])
    labels = _sorted_labels(symbols, set(words[2::3]))
    number = {label: at for at, label in enumerate(labels)}
    label = array("H", map(number.__getitem__, words[2::3]))
    first, target = _first_of_each(words[0::3], max(words[1::3])), words[1::3]
    _sort_within_states(first, label, target)
    return Transducer(symbols, labels, first, target, label, _big_endian(body[end : end + 4 * final_count]))


def _big_endian(content: memoryview) -> array[int]:
    numbers = array("I", bytes(content))
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _sorted_labels(symbols: tuple[str, ...], labels: set[int]) -> array[int]:
    def order(label: int) -> tuple[bool, str, int]:
        symbol = symbols[label >> 16]
        return reads_letter(symbol), base_letter(symbol), label

    return array("I", sorted(labels, key=order))


def _first_of_each(sources: array[int], highest_target: int) -> array[int]:
    """Where each state's transitions begin; the sources are in rising order."""
    first = array("I")
    for at, source in enumerate(sources):
        while len(first) <= source:
            first.append(at)
    first.extend([len(sources)] * (max(highest_target, sources[-1]) + 2 - len(first)))
    return first


def _sort_within_states(first: array[int], label: array[int], target: array[int]) -> None:
    begin = 0
    for end in first:
        if end - begin > 1:
            pairs = sorted(zip(label[begin:end], target[begin:end], strict=True))
            label[begin:end] = array("H", [pair[0] for pair in pairs])
            target[begin:end] = array("I", [pair[1] for pair in pairs])
        begin = end


def _copied(copy: Path, digest: bytes) -> Transducer | None:
    """The transducer of a copy that is whole and of that packed file, or None."""
    try:
        with copy.open("rb") as file:
            magic, of, total = _COPY.unpack(file.read(_COPY.size))
            told = file.read(_LENGTHS.size)
            lengths = _LENGTHS.unpack(told)
            is_foreign = (magic, of) != (_COPY_MAGIC, digest)
            if is_foreign or sum(lengths) != os.fstat(file.fileno()).st_size - file.tell():
                return None
            # Straight into the arrays: they take 5 MB, which would stand there twice.
            parts = [_numbers(file, code, length) for code, length in zip("B" + _CODES, lengths, strict=True)]
    except (OSError, EOFError, struct.error):
        return None
    if _sum_of(told, *parts) != total:
        return None
    names, labels, first, target, label, final = parts
    return Transducer(tuple(names.tobytes().decode().split("\0")), labels, first, target, label, final)


def _numbers(file: BinaryIO, code: str, length: int) -> array[int]:
    """As many bytes of a file as an array of a kind."""
    numbers = array(code, b"")
    numbers.fromfile(file, length // numbers.itemsize)
    return numbers


def _sum_of(*parts: bytes | array[int]) -> int:
    return reduce(lambda so_far, part: zlib.crc32(memoryview(part), so_far), parts, 0)


def _write_copy(copy: Path, digest: bytes, transducer: Transducer) -> None:
    """Writes beside and replaces, so that no one reads half a copy; without a word where it cannot be written."""
    names = "\0".join(transducer.symbols).encode()
    arrays = (transducer.labels, transducer.first, transducer.target, transducer.label, transducer.final)
    parts = [names, *(each.tobytes() for each in arrays)]
    body = b"".join([_LENGTHS.pack(*map(len, parts)), *parts])
    header = _COPY.pack(_COPY_MAGIC, digest, zlib.crc32(body))
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=copy.parent, prefix=_COPY_NAME)
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(header + body)
        Path(beside).replace(copy)
    except OSError:
        Path(beside).unlink(missing_ok=True)
