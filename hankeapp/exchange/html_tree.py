"""The tree of a web page without what no reader sees: scripts, navigation, banners, hidden text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.exchange.headings import status_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "applet", "svg", "math",
    "canvas", "audio", "video", "map", "select", "option", "textarea", "input", "button", "nav", "footer",
    "aside", "dialog", "xml", "progress", "meter", "datalist", "frameset", "link", "meta", "title",
))  # fmt: skip
_RUNNING = frozenset(("a", "span", "script", "style", "svg", "button", "input", "select", "noscript", "template"))
_ROLES = frozenset((
    "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "menu",
    "menubar", "tablist",
))  # fmt: skip
_DECOR = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|eväste|evaste|gdpr|breadcrumbs?|murupolku|navbar|navigation|nav|(?:top|main|side|sub)?menu"
    r"|sidebar|footer|skip-?link|skip-to|share|social|some-jako|visually-hidden|sr-only|screen-reader-text|toolbar"
    r"|language-switcher|pagination|modal|popup)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}>", re.IGNORECASE)
_CONDITIONAL = re.compile(r"<!\[(?:if|endif)[^>]{0,200}\](?!--)>", re.IGNORECASE)
_BULLET = re.compile(r"mso-list\s*:\s*Ignore", re.IGNORECASE)


def tree_of(markup: str) -> HtmlElement | None:
    """The body of a page, or of its main part where it has one; None where there is nothing to be read."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    cleaned = _CONDITIONAL.sub("", _DECLARATION.sub("", markup)).replace("\0", "")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = document_fromstring(cleaned.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None
    whole = root.find("body")
    whole = root if whole is None else whole
    _name_panels(whole)
    _prune(whole)
    return _main(whole)


def is_bullet(element: HtmlElement) -> bool:
    """Word writes the dot before an item as text of its own."""
    return _BULLET.search(element.get("style") or "") is not None


def _name_panels(whole: HtmlElement) -> None:
    """Say the words of a tab as the heading of the panel that it shows: the row of tabs itself is navigation."""
    from lxml.html import Element

    words: dict[str | None, str] = {}
    for tab in whole.iter():
        if tab.get("role") == "tab":
            told = " ".join(tab.text_content().split())
            words |= dict.fromkeys(filter(None, (tab.get("id"), *_opened_by(tab))), told)
    for panel in list(whole.iter()) if words else []:
        named = panel.get("role") == "tabpanel" and (
            words.get(panel.get("aria-labelledby")) or words.get(panel.get("id"))
        )
        if named and status_of(named) and not " ".join(panel.text_content().split()).startswith(named):
            heading = Element("h2")
            heading.text, heading.tail, panel.text = named, panel.text, None
            panel.insert(0, heading)


def _opened_by(tab: HtmlElement) -> tuple[str | None, ...]:
    links = [each.get("href") or "" for each in tab.iter("a")]
    return (tab.get("aria-controls"), *(link[1:] for link in links if link.startswith("#")))


def _prune(whole: HtmlElement) -> None:
    opened = {word for each in whole.iter() for word in (each.get("aria-controls") or "").split()}
    for element in list(whole.iter()):
        if element is not whole and _is_unseen(element, opened):
            # Emptied, not dropped: lxml refuses to join texts that hold control characters.
            element.clear(keep_tail=True)
            element.tag = "span" if element.tag in _RUNNING else "div"


def _is_unseen(element: HtmlElement, opened: set[str]) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or (tag in _UNSEEN and not (tag == "button" and _is_header(element))):
        return True
    if _is_hidden(element):
        return not (element.get("id") in opened or _is_folded(element))
    if element.get("role") in _ROLES:
        return True
    dressed = f"{element.get('class') or ''} {element.get('id') or ''}"
    return tag in {"div", "ul", "ol", "p", "a", "span", "section", "header", "form"} and (
        _DECOR.search(dressed) is not None and not _holds_headings(element)
    )


def _is_hidden(element: HtmlElement) -> bool:
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or _HIDING.search(element.get("style") or "") is not None


def _is_folded(element: HtmlElement) -> bool:
    """Whether it is a panel, right below the heading that opens it: folded, not hidden."""
    above = element.getprevious()
    return above is not None and any(each.get("aria-expanded") is not None for each in above.iter())


def _is_header(element: HtmlElement) -> bool:
    """Whether a button opens a panel: then its words are the heading of that."""
    return element.get("aria-controls") is not None or element.get("aria-expanded") is not None


def _holds_headings(element: HtmlElement) -> bool:
    """A name of a class may mean anything: what has several headings of its own is content."""
    return sum(1 for each in element.iter("h1", "h2", "h3", "h4")) > 2


def _main(whole: HtmlElement) -> HtmlElement:
    mains = [each for each in whole.iter() if each.tag == "main" or each.get("role") == "main"]
    told = [each for each in mains if len(each.text_content().strip()) > 1]
    return told[0] if len(told) == 1 else whole
