"""The captions of a page's own pictures: they stand before the projects and belong to none of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.domain.parts import Attachment

if TYPE_CHECKING:
    from hankeapp.domain.page import PageLayout

_CAPTION = re.compile(r"^[^\S\n]*((?:Valokuva|Kuva|Kuvassa|Kuvateksti|Foto)\b[^\n]{2,300}?)[^\S\n]*$", re.MULTILINE)


def captions(layout: PageLayout) -> tuple[Attachment, ...]:
    """Attachments that wait for their picture; the words stay in the layout's opening, which the register keeps."""
    return tuple(Attachment(caption=match[1]) for match in _CAPTION.finditer(layout.opening.replace("\r", "\n")))
