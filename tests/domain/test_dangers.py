"""Which files are never opened, and of which a person is warned."""

import pytest

from hankeapp.domain.dangers import Danger, danger_of


@pytest.mark.parametrize(
    ("name", "data", "danger"),
    [
        ("raportti.pdf", b"%PDF", Danger.NONE),
        ("kuva.PNG", b"\x89PNG", Danger.NONE),
        ("ilman päätettä", b"abc", Danger.NONE),
        ("x.exe", b"", Danger.PROGRAM),
        ("X.EXE", b"", Danger.PROGRAM),
        ("kuva.png.lnk", b"", Danger.PROGRAM),
        ("kuva.png", b"MZ\x90", Danger.PROGRAM),
        ("raportti.pdf", b"\x7fELF", Danger.PROGRAM),
        ("raportti.pdf", b"#!/bin/sh", Danger.PROGRAM),
        ("taulukko.xlsm", b"PK", Danger.ACTIVE),
        ("sivu.html", b"<html>", Danger.ACTIVE),
        ("taulukko.xlsx", b"PK", Danger.NONE),
    ],
)
def test_a_file_is_judged_by_its_name_and_its_bytes(name, data, danger):
    assert danger_of(name, data) is danger
