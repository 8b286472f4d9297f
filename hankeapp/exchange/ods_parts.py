"""The fixed parts of an ODS: its namespaces, the styles of its cells, its language, and where its heads stay."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = {
    "office": f"{_OASIS}office:1.0",
    "table": f"{_OASIS}table:1.0",
    "text": f"{_OASIS}text:1.0",
    "style": f"{_OASIS}style:1.0",
    "number": f"{_OASIS}datastyle:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "config": f"{_OASIS}config:1.0",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
_COUNTRIES = {"fi": "FI", "sv": "FI", "en": "GB"}
_CELLS = ("euros", "share", "day", "moment", "number", "text")
_WIDTHS = range(6, 61)
"""Of columns, in letters."""
_LETTER = 0.19
"""The width of a letter in centimetres."""

_FORMATS = """
<number:currency-style style:name="f-euros"><number:number number:decimal-places="2" number:min-integer-digits="1"
 number:grouping="true"/><number:text> </number:text><number:currency-symbol number:language="fi" number:country="FI"
>€</number:currency-symbol></number:currency-style>
<number:percentage-style style:name="f-share"><number:number number:decimal-places="2" number:min-integer-digits="1"/>
<number:text> %</number:text></number:percentage-style>
<number:date-style style:name="f-day"><number:day/><number:text>.</number:text><number:month/><number:text
>.</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="f-moment"><number:day/><number:text>.</number:text><number:month/><number:text
>.</number:text><number:year number:style="long"/><number:text> </number:text><number:hours/><number:text
>.</number:text><number:minutes number:style="long"/></number:date-style>
<number:number-style style:name="f-number"><number:number number:decimal-places="0" number:min-integer-digits="1"/>
</number:number-style>
<number:text-style style:name="f-text"><number:text-content/></number:text-style>
<style:style style:name="head" style:family="table-cell" style:data-style-name="f-text"><style:text-properties
 fo:font-weight="bold"/></style:style>
<style:style style:name="row" style:family="table-row"><style:table-row-properties style:row-height="0.5cm"
 style:use-optimal-row-height="false"/></style:style>
"""


def _cell_style(name: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell" style:data-style-name="f-{name}">'
        '<style:table-cell-properties style:vertical-align="top"/></style:style>'
    )


def _column_style(letters: int) -> str:
    return (
        f'<style:style style:name="w{letters}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{letters * _LETTER:.2f}cm"/></style:style>'
    )


_STYLES = (
    f"<office:automatic-styles>{_FORMATS}"
    f"{''.join(map(_cell_style, _CELLS))}{''.join(map(_column_style, _WIDTHS))}</office:automatic-styles>"
)
"""Text cells are of the format “text”, so that nothing is computed when a person edits them either."""

_NULL_DATE = '<table:calculation-settings><table:null-date table:date-value="1899-12-30"/></table:calculation-settings>'


def content_of(tables: Iterable[bytes], ranges: bytes) -> bytes:
    """The part with the sheets, which are elements by themselves."""
    head = (
        f'<?xml version="1.0" encoding="utf-8"?><office:document-content {_DECLARED} office:version="1.3">'
        f"{_STYLES}<office:body><office:spreadsheet>{_NULL_DATE}"
    )
    tail = "</office:spreadsheet></office:body></office:document-content>"
    return b"".join([head.encode(), *tables, ranges, tail.encode()])


def defaults_of(language: str) -> bytes:
    """The part that says in which language the document is."""
    spoken = f'fo:language="{language}" fo:country="{_COUNTRIES[language]}"'
    return (
        f'<office:document-styles {_DECLARED} office:version="1.3"><office:styles>'
        f'<style:default-style style:family="table-cell"><style:text-properties {spoken}/></style:default-style>'
        "</office:styles></office:document-styles>"
    ).encode()


def settings_of(sheets: Sequence[str]) -> bytes:
    """The part that keeps the head of each sheet in sight."""
    split = "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
        for name, kind, value in (
            ("VerticalSplitMode", "short", 2),
            ("VerticalSplitPosition", "int", 1),
            ("ActiveSplitRange", "short", 2),
            ("PositionBottom", "int", 1),
        )
    )
    entries = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(name)}>{split}</config:config-item-map-entry>"
        for name in sheets
    )
    return (
        f'<office:document-settings {_DECLARED} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        '<config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1'
        "</config:config-item>"
        f'<config:config-item-map-named config:name="Tables">{entries}</config:config-item-map-named>'
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
        "</office:settings></office:document-settings>"
    ).encode()


@cache
def tag(name: str) -> str:
    """A name with its prefix as lxml takes it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
