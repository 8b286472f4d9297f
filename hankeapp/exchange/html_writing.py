"""The city's web page as HTML: headings, paragraphs and links, and nothing that a content system would have to strip.

The markup is that of the HTML Living Standard (https://html.spec.whatwg.org/); headings go down in steps of one
(WCAG 2.2, 1.3.1).
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from hankeapp.domain.status import Status
from hankeapp.exchange.page_writing import PageWriting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.parts import Link
    from hankeapp.domain.project import Project

_TITLE = "Hankkeet"
_HEADINGS = {
    Status.PLANNED: "Suunnitteilla olevat hankkeet",
    Status.ACTIVE: "Aktiiviset hankkeet",
    Status.ENDED: "Päättyneet hankkeet",
}
"""The page is Finnish whatever language the program speaks."""

_ADDRESSES = re.compile(
    r"(?:https?://(?P<host>[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?=[/?#]|$)|mailto:[^\s@]+@[\w.-]+(?=\?|$))(?P<way>\S*)",
    re.IGNORECASE,
)
"""Addresses that a page may lead to (https://url.spec.whatwg.org/), and what stands in them behind the host."""
_ILLEGAL = re.compile(r"%(?![0-9a-f]{2})|[<>\"{}|^`\\\[\]]", re.IGNORECASE)
"""Signs behind the host that are written as their numbers."""

_LINE_ENDS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NONCHARACTERS = "".join(chr((plane << 16) + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNWRITABLE = re.compile(f"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")
"""Control characters, surrogates and non-characters: HTML has no place for them."""


def write_html(projects: Sequence[Project]) -> PageWriting:
    """A whole page with each project's public text under the heading of its status; one without a text is left out."""
    body = "".join(f"{line}\n" for line in _body(_written(projects)))
    page = (
        '<!DOCTYPE html>\n<html lang="fi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_TITLE}</title>\n</head>\n<body>\n<main>\n<h1>{_TITLE}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
    left_out = tuple(project for project in projects if not project.public_text.strip())
    return PageWriting(page.encode(), left_out)


def html_fragment(projects: Sequence[Project]) -> str:
    """What goes between the heading and the foot of a page: to be pasted into a content system."""
    return "".join(f"{line}\n" for line in _body(_written(projects)))


def _written(projects: Sequence[Project]) -> list[Project]:
    return [project for project in projects if project.public_text.strip()]


def _body(projects: Sequence[Project]) -> Iterator[str]:
    for status, heading in _HEADINGS.items():
        of_status = [project for project in projects if project.status is status]
        if of_status:
            yield f"<h2>{heading}</h2>"
        for project in of_status:
            yield f"<h3>{_text(project.title) or 'Nimetön hanke'}</h3>"
            yield from _paragraphs(project.public_text)
            yield from _links(project.links)


def _paragraphs(text: str) -> Iterator[str]:
    for line in _LINE_ENDS.split(text):
        if written := _text(line):
            yield f"<p>{written}</p>"


def _links(links: Sequence[Link]) -> Iterator[str]:
    shown = [(link, address) for link in links if (address := _address(link.address))]
    if shown:
        yield "<ul>"
        for link, address in shown:
            yield f'<li><a href="{escape(address)}">{_text(link.caption) or _text(link.address)}</a></li>'
        yield "</ul>"


def _address(words: str) -> str:
    """The address as a page may hold it; empty for what is none of the web or of mail."""
    match = _ADDRESSES.fullmatch(_UNWRITABLE.sub(" ", words).strip())
    if match is None or not _is_host(match["host"]):
        return ""
    return match.string[: match.start("way")] + _ILLEGAL.sub(lambda sign: quote(sign[0], safe=""), match["way"])


def _is_host(name: str | None) -> bool:
    """Whether a name could be a host's; mail has none here."""
    try:
        return name is None or (name.strip(".-_") == name and bool(urlsplit(f"https://{name}").hostname))
    except ValueError:
        return False


def _text(text: str) -> str:
    return escape(_UNWRITABLE.sub(" ", text).strip())
