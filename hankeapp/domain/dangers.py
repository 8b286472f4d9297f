"""What a file can do to the computer on which it is opened: told by how its name ends and how its bytes begin."""

from __future__ import annotations

from enum import Enum


class Danger(Enum):
    """How an attachment may be opened."""

    NONE = "none"
    """A document or a picture: after asking."""
    ACTIVE = "active"
    """It can hold macros or scripts that its program runs: after a warning."""
    PROGRAM = "program"
    """It is run rather than shown: never opened, only saved."""


_PROGRAMS = (
    "ade adp apk app appimage appref-ms appx bas bash bat chm cmd com command cpl deb desktop diagcab dll dmg exe fish "
    "gadget hlp hta inf ins iso jar jnlp js jse ksh lib library-ms lnk mde msc msi msix msp mst pif pkg pl ps1 ps1xml "
    "ps2 psc1 psd1 psm1 py pyc pyw pyz rb reg rpm run scf scr sct search-ms sh shb shs so sys theme url vb vbe vbs vhd "
    "vhdx website workflow ws wsc wsf wsh xbap xll zsh"
)
_ACTIVE = (
    "doc docm dot dotm htm html mht mhtml pot potm ppam ppsm ppt pptm sldm svg svgz xhtml xla xlam xls xlsb xlsm xlt "
    "xltm xml xsl xslt"
)
_BEGINNINGS = (
    b"MZ",  # Windows
    b"\x7fELF",  # Linux
    b"\xcf\xfa\xed\xfe",  # macOS
    b"\xca\xfe\xba\xbe",  # macOS and Java
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",  # a shortcut of Windows
)


def danger_of(name: str, data: bytes) -> Danger:
    """What opening a file may do, by its name as it would be saved and by its bytes."""
    ending = name.rpartition(".")[2].strip().lower()
    if ending in _PROGRAMS.split() or data.startswith(_BEGINNINGS):
        return Danger.PROGRAM
    return Danger.ACTIVE if ending in _ACTIVE.split() else Danger.NONE
