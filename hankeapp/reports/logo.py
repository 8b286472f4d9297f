"""The logo on paper: a picture in the title block, with a text for those who do not see it, as PDF/UA asks."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.picture_sizes import size_of
from hankeapp.domain.pictures import picture_ending
from hankeapp.reports.paragraphs import line
from hankeapp.reports.photos import can_be_set
from hankeapp.translation import tr

if TYPE_CHECKING:
    from hankeapp.reports.head import Edition


_IN_GREY = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">
<filter id="grey" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
<feColorMatrix type="saturate" values="0"/></filter>
<image width="{width}" height="{height}" filter="url(#grey)" href="data:image/{ending};base64,{data}"/></svg>"""
"""A picture without its colours: the typesetter itself knows no such thing (SVG 1.1, 15.10)."""


@dataclass(frozen=True)
class Logo:
    """`file` names its bytes among the files of the document; `ratio` is that of its width to its height."""

    file: str
    alt: str
    ratio: float


def logo_of(edition: Edition) -> Logo | None:
    """The logo of an edition, if there is one that can be printed."""
    data = edition.contents.get(edition.logo, b"")
    ending, size = picture_ending(data), size_of(data)
    if ending is None or size is None or not can_be_set(data, ending):
        return None
    return Logo(f"{edition.logo}.{ending}", line(edition.logo_text) or _called(edition), size[0] / size[1])


def logo_file(edition: Edition, logo: Logo | None) -> dict[str, bytes]:
    """The bytes of the logo by its name."""
    return {logo.file: edition.contents[edition.logo]} if logo else {}


def in_grey(data: bytes) -> bytes:
    """The logo as an SVG that holds it without its colours, for paper in black and white."""
    size = size_of(data)
    assert size is not None
    told = b64encode(data).decode()
    return _IN_GREY.format(width=size[0], height=size[1], ending=picture_ending(data), data=told).encode()


def left_out() -> str:
    """What a person is told of a document whose logo cannot be printed."""
    return tr("The office's logo was left out: it is gone, damaged, or cannot be printed.")


def _called(edition: Edition) -> str:
    office = line(edition.office)
    return tr("Logo: {name}", name=office) if office else tr("Logo")
