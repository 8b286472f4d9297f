"""Writes web pages as they are exported, to be held against validators: `-m scripts.webpages FOLDER`.

The example, no projects at all, and texts that would break out; each as a page, and as a fragment in the plainest page.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hankeapp.domain.parts import Link
from hankeapp.domain.status import Status
from hankeapp.exchange.html_writing import html_fragment, write_html
from tests.reports.seed import seed, seed_with_nine_ended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.project import Project

_FRAME = (
    '<!DOCTYPE html>\n<html lang="fi">\n<head>\n<meta charset="utf-8">\n<title>Kaupunki</title>\n</head>\n'
    "<body>\n<main>\n<h1>Kaupungin sivu</h1>\n{}</main>\n</body>\n</html>\n"
)
_HOSTILE = (
    "</p><script>alert(1)</script>", "<!-- ei lopu", "]]>&nbsp;&#0;&amp;lt;", '" onmouseover="alert(1)',
    "a\0b\x0bc\ufffe\ud800d", "\u202eväärinpäin\u202c", "<h1>Toinen otsikko</h1>", "e\u0301" * 300, "\N{GRINNING FACE}",
)  # fmt: skip
_LINKS = (
    "https://example.org/?a=1&b=<2>\"'", "https://example.org/ä ö", "http://[::1", "mailto:a@example.org", "https://",
    "https://example.org/%zz|{}^`\\", "javascript:alert(1)", "HTTPS://EXAMPLE.ORG", "https://example.org/" + "a" * 3000,
)  # fmt: skip


def pages() -> dict[str, Sequence[Project]]:
    """What is exported, by the name of its page."""
    return {"example": seed(), "ended": seed_with_nine_ended(), "none": [], "hostile": _hostile()}


def _hostile() -> list[Project]:
    links = tuple(Link(address=address, caption=caption) for address in _LINKS for caption in ("", "Sama nimi", "<b>"))
    return [
        replace(seed()[0], name=words, acronym="", public_text=f"{words}\r\n\n{words}", links=links, status=status)
        for words in _HOSTILE
        for status in Status
    ]


def main(folder: Path) -> None:
    """Write each page into a folder."""
    for name, projects in pages().items():
        (folder / f"{name}.html").write_bytes(write_html(projects).data)
        (folder / f"{name}-fragment.html").write_text(_FRAME.format(html_fragment(projects)), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
