"""The packed dictionary and its copy in a cache folder."""

import lzma
import struct
import sys
from itertools import groupby

import pytest

from hankeapp.language.transducer import BrokenTransducer, Transducer, base_letter, reads_letter
from hankeapp.paths import DICTIONARY
from tests.rights import ordinary_rights

SYMBOLS = ["@0@", "@P.X.ON@", "a", "b", "[Ln]", "ä"]
TRANSITIONS = [(0, 1, 3, 4), (0, 1, 0, 1), (0, 2, 5, 5), (0, 1, 2, 2), (1, 3, 2, 4)]
"""From, to, read, written: as in the file, where neither the letters nor the states without ways on are in order."""


def packed(symbols, transitions, final):
    """A file of the format, with those symbols."""
    header = struct.pack("!4sHHIIB", b"KFST", 0, len(symbols), len(transitions), len(final), 0)
    body = b"".join(struct.pack("!IIHH", *each) for each in transitions) + struct.pack(f"!{len(final)}I", *final)
    return header + b"".join(symbol.encode() + b"\0" for symbol in symbols) + lzma.compress(body)


@pytest.fixture
def dictionary(tmp_path):
    """A packed file of six symbols."""
    file = tmp_path / "small.kfst"
    file.write_bytes(packed(SYMBOLS, TRANSITIONS, [2, 3]))
    return file


@pytest.fixture
def unpacked(dictionary):
    """What that file says."""
    return Transducer.load(dictionary, None)


@pytest.fixture
def folder(tmp_path, dictionary):
    """A cache folder with a copy in it."""
    folder = tmp_path / "cache" / "finnish"
    Transducer.load(dictionary, folder)
    return folder


def copy_in(folder):
    (copy,) = folder.iterdir()
    return copy


def test_the_copy_is_the_same_transducer(folder, dictionary, unpacked):
    written = copy_in(folder).read_bytes()
    assert Transducer.load(dictionary, folder) == unpacked
    assert copy_in(folder).read_bytes() == written


def test_the_copy_is_what_is_read(folder, monkeypatch, dictionary, unpacked):
    monkeypatch.setattr("lzma.decompress", None)
    assert Transducer.load(dictionary, folder) == unpacked


def _cut(content):
    return content[:-1]


def _flipped(content):
    return content[:-1] + bytes([content[-1] ^ 1])


def _foreign(_content):
    return b"something else"


def _empty(_content):
    return b""


def _of_another_format(content):
    return b"OTHER" + content[5:]


def _of_another_dictionary(content):
    return content[:8] + bytes(32) + content[40:]


def _shifted(content):
    """Lengths that add up, but part the arrays elsewhere."""
    return content[:44] + bytes([content[44] - 4]) + content[45:48] + bytes([content[48] + 4]) + content[49:]


@pytest.mark.parametrize(
    "damage", [_cut, _flipped, _foreign, _empty, _of_another_format, _of_another_dictionary, _shifted]
)
def test_a_copy_that_is_no_good_is_made_anew(folder, damage, dictionary, unpacked):
    copy = copy_in(folder)
    good = copy.read_bytes()
    copy.write_bytes(damage(good))
    assert Transducer.load(dictionary, folder) == unpacked
    assert copy_in(folder).read_bytes() == good


def test_a_folder_that_is_a_file_costs_only_time(tmp_path, dictionary, unpacked):
    file = tmp_path / "file"
    file.write_text("mine")
    assert Transducer.load(dictionary, file) == unpacked
    assert file.read_text() == "mine"


def test_a_folder_that_cannot_be_written_to_costs_only_time(tmp_path, dictionary, unpacked):
    folder = tmp_path / "closed"
    folder.mkdir(0o500)
    with ordinary_rights():
        assert Transducer.load(dictionary, folder) == unpacked
        assert Transducer.load(dictionary, folder / "under") == unpacked
    folder.chmod(0o700)
    assert sys.platform == "win32" or not list(folder.iterdir())


def test_a_folder_in_the_place_of_the_copy_is_left_alone(folder, dictionary, unpacked):
    copy = copy_in(folder)
    copy.unlink()
    (copy / "mine").mkdir(parents=True)
    assert Transducer.load(dictionary, folder) == unpacked
    assert [each.name for each in copy_in(folder).iterdir()] == ["mine"]


WHOLE = packed(SYMBOLS, TRANSITIONS, [2, 3])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"KFST",
        b"PK\x03\x04" + bytes(100),
        b"KFST" + bytes(100),
        WHOLE[:40],
        WHOLE[:-20],
        WHOLE[:5] + b"\1" + WHOLE[6:],
    ],
    ids=["empty", "short", "foreign", "nothing packed", "cut early", "cut", "newer"],
)
def test_a_broken_dictionary_is_told_of(tmp_path, content):
    file = tmp_path / "broken.kfst"
    file.write_bytes(content)
    with pytest.raises(BrokenTransducer):
        Transducer.load(file, tmp_path)


@pytest.mark.parametrize("transitions", [[], [(0, 1, 77, 0)]], ids=["none", "of no symbol"])
def test_a_dictionary_that_makes_no_sense_is_told_of(tmp_path, transitions):
    file = tmp_path / "broken.kfst"
    file.write_bytes(packed(SYMBOLS, transitions, [1]))
    with pytest.raises(BrokenTransducer):
        Transducer.load(file, None)


def test_a_missing_dictionary_is_told_of(tmp_path):
    with pytest.raises(BrokenTransducer):
        Transducer.load(tmp_path / "none", tmp_path)


def test_ways_are_sorted_by_what_they_read(unpacked):
    read = [unpacked.symbols[unpacked.labels[label] >> 16] for label in unpacked.label]
    assert read == ["@0@", "a", "ä", "b", "a"]
    assert list(unpacked.target) == [1, 1, 2, 1, 3]
    assert list(unpacked.first) == [0, 4, 5, 5, 5]
    assert list(unpacked.final) == [2, 3]


def test_labels_of_letters_with_the_same_base_stand_together():
    whole = Transducer.load(DICTIONARY, None)
    read = dict.fromkeys(whole.symbols[label >> 16] for label in whole.labels)
    letters = [base_letter(symbol) for symbol in read if reads_letter(symbol)]
    assert len([base for base, _ in groupby(letters)]) == len(set(letters)) < len(letters)
