"""Reading documents with marked headings, lists and tables: web pages saved from a browser, and text documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.errors import PageError
from hankeapp.exchange.docx_passages import passages_of_docx
from hankeapp.exchange.encodings import Decoded
from hankeapp.exchange.html_passages import passages_of
from hankeapp.exchange.html_tree import tree_of
from hankeapp.exchange.mhtml import page_of
from hankeapp.exchange.page_reading import MOST, read_blocks
from hankeapp.exchange.passages import joined
from hankeapp.exchange.web_encodings import decode_web
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.proposals import Reading
    from hankeapp.exchange.passages import Passage

LARGEST = 20_000_000
"""Bytes of a saved page: its pictures are beside it, or in it by mistake."""
MOST_TAGS = 100_000
"""A page of a thousand projects has thirty thousand."""


def read_html(data: bytes) -> Reading:
    """The projects of a web page as a browser or a word processor saved it; `PageError` says why not."""
    if len(data) > LARGEST:
        raise _too_large(len(data))
    page, encoding = page_of(data)
    if page.count(b"<") > MOST_TAGS:
        raise _too_many_tags(page.count(b"<"))
    decoded = decode_web(page, encoding)
    tree = tree_of(decoded.text)
    return read_passages(passages_of(tree) if tree is not None else [], decoded.remark)


def read_docx(data: bytes) -> Reading:
    """The projects of a text document; `FileError` for what is none, `PageError` where there are no projects."""
    return replace(read_passages(passages_of_docx(data)), layout=None)


def read_passages(passages: Sequence[Passage], remark: str = "") -> Reading:
    """The projects that stand in passages. Where all of them are rows, there is no page to be written again."""
    if len(passages) > MOST:
        raise _too_many(len(passages))
    text, blocks = joined(passages)
    reading = read_blocks(Decoded(text, "utf-8", remark), blocks)
    if any(each.is_paragraph for each in reading.proposals):
        return reading
    return replace(reading, layout=None)


def _too_large(size: int) -> PageError:
    return PageError(
        tr(
            "The file has {size} MB, and a web page has at most {most}.",
            size=-(-size // 1_000_000),
            most=LARGEST // 1_000_000,
        ),
        tr("Nothing was changed."),
        tr("Check that you chose the right file."),
    )


def _too_many_tags(count: int) -> PageError:
    return PageError(
        tr("The page has {n} tags, and a web page of projects has at most {most}.", n=count, most=MOST_TAGS),
        tr("Nothing was changed."),
        tr("Check that you chose the right file."),
    )


def _too_many(count: int) -> PageError:
    return PageError(
        tr("The text has {n} paragraphs, and a web page has at most {most}.", n=count, most=MOST),
        tr("Nothing was changed."),
        tr("Check that you chose the right file."),
    )
