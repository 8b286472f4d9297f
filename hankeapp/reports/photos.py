"""Photos on paper: pictures with a text for those who do not see them, as PDF/UA asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hankeapp.domain.pictures import picture_ending
from hankeapp.reports.glyphs import shipped_fonts
from hankeapp.reports.paragraphs import line
from hankeapp.reports.scratch import folder_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hankeapp.domain.project import Project

_PICTURES = (".jpg", ".jpeg", ".png")
_ALONE = '#set document(title: "x")\n#set text(lang: "fi")\n'


@dataclass(frozen=True)
class Photo:
    """A picture beside a text; `file` names its bytes among the files of the document."""

    file: str
    alt: str
    caption: str


@dataclass(frozen=True)
class Photos:
    """The pictures of a project that can be printed, their bytes, and whether there is one that cannot."""

    shown: tuple[Photo, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    is_missing_some: bool = False


NO_PHOTOS = Photos()


def photos_of(project: Project, contents: Mapping[str, bytes]) -> Photos:
    """The pictures among a project's attachments, by the bytes of each under its SHA-256."""
    shown, files, missing = [], {}, False
    for each in project.attachments:
        data = contents.get(each.sha256, b"")
        ending = picture_ending(data)
        if ending is None:
            missing = missing or each.name.lower().endswith(_PICTURES)
            continue
        alt = line(each.alt_text or each.caption)
        if not alt or not can_be_set(data, ending):
            missing = True
            continue
        name = f"{each.sha256}.{ending}"
        files[name] = data
        shown.append(Photo(name, alt, line(each.caption)))
    return Photos(tuple(shown), files, missing)


def files_of(several: Iterable[Photos]) -> dict[str, bytes]:
    """The bytes of all pictures by their names."""
    return {name: data for photos in several for name, data in photos.files.items()}


def without_photo(projects: Iterable[Project], several: Iterable[Photos]) -> tuple[str, ...]:
    """The titles of the projects of which a picture cannot be printed."""
    return tuple(line(each.title) for each, photos in zip(projects, several, strict=True) if photos.is_missing_some)


def can_be_set(data: bytes, ending: str) -> bool:
    """Whether the typesetter takes a picture into a PDF of our kind: one that it refuses fails the whole document.

    It refuses broken ones, and those in the colours of a press (CMYK), for which PDF/A wants a profile.
    """
    import typst

    alone = f'{_ALONE}#image("photo.{ending}", width: 1cm, alt: "x")'
    with folder_of({f"photo.{ending}": data, "main.typ": alone.encode()}) as root:
        try:
            compiler = typst.Compiler(root / "main.typ", root=root, font_paths=shipped_fonts())
            compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"])
        except typst.TypstError:
            return False
    return True
