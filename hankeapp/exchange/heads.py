"""The head of a paragraph: where the words stand that name the project, before the text about it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hankeapp.exchange.callings import first_calling, name_start
from hankeapp.exchange.name_ends import end_of_name, is_end_of_time
from hankeapp.exchange.names import Naming, Part, read_naming
from hankeapp.exchange.words import ONE_PROJECT, SENTENCE_END, is_acronym, kind_of, may_be_a_name, tells_something
from hankeapp.language.time_expressions import TimeKind, read
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.exchange.callings import Calling

NOT_FOUND = mark("No name was found, so these are the first words.")
IN_A_SENTENCE = mark("The name is part of a sentence.")
APART = mark("It was taken for the name because it stands apart.")
IN_THE_TEXT = mark("It stands in the text, not in the name.")

_LEAD = re.compile(r"[\s•*·#>–-]{0,12}(?:\d{1,3}[.)]\s+)?")
_LABEL = re.compile(
    r"(?:(?:Hankkeen|Projektin|Kampanjan|Ohjelman)\s+nimi|(?P<called>(?:Kehittämis|Investointi|Rakennus|Yhteis|Selvitys)?hanke|Projekti))\s?:\s*(?=\S)",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"[\r\n]|$")
_COLON = re.compile(r":(?=\s|$)")
_BRACKETS = re.compile(r"\([^()]*\)")
_SUBJECT = re.compile(
    rf"(?P<name>[^.:;,\n]{{2,160}}?)\s+(?:on|oli)\s+"
    rf"(?=[^.]{{0,160}}?(?:{ONE_PROJECT}|kampanja|ohjelma|verkosto|kokeilu|osa)\b)",
    re.IGNORECASE,
)
_NAME_BEFORE_TEXT = re.compile(r"(?:Hank(?:e|k)|Projekt|Tavoit|Tarkoitu|Kampanja|Ohjelma)")
_ACRONYM_IN_TEXT = re.compile(rf"\b([\w+&]{{2,24}})-{ONE_PROJECT}\b", re.IGNORECASE)
_CALLED_ACRONYM = re.compile(r"([\w+&]{2,24})(?:-([^\W\d_]{3,20}))?:\s+")
_GOES_ON = re.compile(r"\s?[,–-]\s(?=\S)")
_WRITTEN_OUT = re.compile(r"\s\((\w[^()\d]{2,200}?\s[^()\d]{2,200})\)")
_APART = re.compile(r"[^\S\n]*(?:\n|[:|–-]\s)\s*(?=\S)")
_BLANK = " .\u00a0\r\n\t"
_LONGEST_LINE, _FIRST_WORDS = 200, 80


@dataclass(frozen=True)
class Head:
    """How a paragraph names its project. `called` is the word behind the name's hyphen, `end` where the text begins.

    A head is `strong` when its form alone shows that a project is named, `found` when any form was seen.
    """

    naming: Naming
    end: int
    called: Part | None = None
    strong: bool = False
    found: bool = True


@dataclass(frozen=True)
class _Opening:
    """A paragraph without its bullet, up to the end of the first sentence: nothing behind that is the head."""

    text: str
    start: int
    limit: int

    @property
    def line_end(self) -> int:
        match = _LINE_END.search(self.text, self.start)
        return match.start() if match else len(self.text)


def read_head(text: str) -> Head:
    """The head of a paragraph; without any, its first words stand for the name."""
    opening = _opening(text)
    for form in _FORMS:
        head = form(opening)
        if head is not None:
            return _with_acronym_of_text(text, _written_out(text, head))
    return _first_words(opening)


def read_title(text: str, end: int) -> Head:
    """The head of a text whose first `end` characters a document marks as its title."""
    title = text[:end].rstrip(" :,.\u00a0\n")
    written_out = _WRITTEN_OUT.match(text, len(title)) if is_acronym(title) else None
    if written_out is not None:
        return Head(Naming(Part(*written_out.span(1)), Part(0, len(title))), written_out.end(), strong=True)
    if not any(sign.isalnum() for sign in title) or (is_acronym(title) and _GOES_ON.match(text, len(title))):
        return read_head(text)
    head = read_head(title)
    if not (head.found and head.strong):
        start = _opening(title).start
        head = Head(read_naming(text, start, len(title)), end, strong=head.strong)
    return _with_acronym_of_text(text, replace(head, end=end))


def _opening(text: str) -> _Opening:
    lead = _LEAD.match(text)
    start = _behind_time(text, lead.end() if lead else 0)
    sentence_end = SENTENCE_END.search(text, start)
    return _Opening(text, start, sentence_end.start() + 1 if sentence_end else len(text))


def _behind_time(text: str, start: int) -> int:
    """Where the words begin below or behind a time that stands apart at the beginning: “2021–2022: Uusi laituri”."""
    first = next(iter(read(text[start : start + _FIRST_WORDS])), None)
    apart = _APART.match(text, start + first.span[1]) if first and first.span[0] == 0 else None
    return apart.end() if apart else start


def _labelled(opening: _Opening) -> Head | None:
    """“Hankkeen nimi: Kulttuuripolku”, on a line of its own."""
    label = _LABEL.match(opening.text, opening.start)
    if label is None:
        return None
    line_end = replace(opening, start=label.end()).line_end
    end = min(line_end, opening.limit)
    called = Part(*label.span("called")) if label["called"] else None
    return Head(read_naming(opening.text, label.end(), end), end, called=called, strong=True)


def _titled(opening: _Opening) -> Head | None:
    """“Name: text”, with or without “-hanke” behind the name."""
    text, start = opening.text, opening.start
    colon = _COLON.search(text, start, opening.limit)
    if colon is None:
        return None
    calling = first_calling(text, start, colon.start())
    if calling is not None:
        return _titled_calling(opening, calling, colon.start())
    if not may_be_a_name(text[start : colon.start()]):
        return None
    return _twice_titled(opening, colon.start()) or Head(read_naming(text, start, colon.start()), colon.end())


def _titled_calling(opening: _Opening, calling: Calling, colon: int) -> Head | None:
    """“Name -hanke:”, also with years or a place between; anything more is a sentence."""
    between = _BRACKETS.sub(" ", opening.text[calling.end : colon]).split()
    sentence = any(word[0].islower() and not word.startswith(("vuo", "ja")) for word in between)
    if not calling.nominative or sentence or len(between) > 5:
        return None
    end = colon if any(word[0].isupper() for word in between) else calling.start
    return Head(read_naming(opening.text, opening.start, end), colon + 1, called=Part(*calling.word), strong=True)


def _twice_titled(opening: _Opening, colon: int) -> Head | None:
    """“ILPI: Ilmastokestävät pientaloalueet: text”"""
    text, first = opening.text, opening.text[opening.start : colon].rstrip()
    second = _COLON.search(text, colon + 1, opening.limit)
    if second is None or not is_acronym(first):
        return None
    words = text[colon + 1 : second.start()]
    if len(words.split()) > 12 or not may_be_a_name(words):
        return None
    name = read_naming(text, colon + 1, second.start()).name
    return Head(Naming(name, Part(opening.start, opening.start + len(first))), second.end(), strong=True)


def _running(opening: _Opening) -> Head | None:
    """“ILPI – Ilmastokestävät pientaloalueet -hankkeessa keskitytään …”"""
    calling = first_calling(opening.text, opening.start, opening.limit)
    if calling is None:
        return None
    above = _on_own_line(opening) if calling.start > opening.line_end else None
    if above is not None:
        return above
    start = name_start(opening.text, opening.start, calling)
    naming = read_naming(opening.text, start, calling.start, "" if start == opening.start else IN_A_SENTENCE)
    return Head(naming, calling.end, called=Part(*calling.word), strong=True)


def _on_own_line(opening: _Opening) -> Head | None:
    """A name on a line of its own above the text."""
    end = opening.line_end
    line, below = opening.text[opening.start : end].strip(), opening.text[end : end + 40].lstrip()
    if not below or below[0].islower() or len(line) > 160 or line[-1:] in ".!?,;" or not may_be_a_name(line):
        return None
    return Head(read_naming(opening.text, opening.start, end, APART), end)


def _standing_apart(opening: _Opening) -> Head | None:
    """“ILPI – Ilmastokestävät pientaloalueet. Hankkeessa …”, or a short paragraph that is nothing but a name."""
    text, start = opening.text, opening.start
    region = text[start : opening.limit].rstrip(_BLANK)
    behind = text[opening.limit : opening.limit + 40].lstrip(_BLANK + ')”"')
    alone = not behind and not text.rstrip().endswith((".", "!", "?"))
    if not (alone or _NAME_BEFORE_TEXT.match(behind)) or len(region) > 160:
        return None
    if len(region.split()) > 14 or tells_something(region) or not may_be_a_name(region):
        return None
    return Head(read_naming(text, start, start + len(region), APART), opening.limit)


def _with_time(opening: _Opening) -> Head | None:
    """“Metsäkoulu (2025–2026), Opetushallitus”, “Kalapolku, kesä 2026”: a short line's name goes up to its time."""
    text, start, end = opening.text, opening.start, opening.line_end
    line = text[start:end]
    if len(line) > _LONGEST_LINE:
        return None
    for each in read(line):
        name, behind = line[: each.span[0]], start + each.span[1]
        apart = end_of_name(name)
        if apart is None or not is_end_of_time(text, behind):
            continue
        words = name[:apart]
        if tells_something(words) or not may_be_a_name(words):
            return None
        limit = start + apart
        return _called_and_told(opening, limit, behind) or _up_to(opening, limit, behind)
    return None


def _up_to(opening: _Opening, limit: int, end: int) -> Head:
    """The name up to `limit`, or to the word behind its hyphen that calls it."""
    calling = first_calling(opening.text, opening.start, limit)
    if calling is None:
        return Head(read_naming(opening.text, opening.start, limit), end)
    naming = read_naming(opening.text, opening.start, calling.start)
    return Head(naming, end, called=Part(*calling.word), strong=True)


def _called_and_told(opening: _Opening, limit: int, end: int) -> Head | None:
    """“RAIDE-hanke: seudullisen junaliikenteen kehittäminen” before a time: what the acronym stands for."""
    match = _CALLED_ACRONYM.match(opening.text, opening.start, limit)
    if match is None or not is_acronym(match[1]):
        return None
    naming = Naming(read_naming(opening.text, match.end(), limit).name, Part(*match.span(1)))
    return Head(naming, end, called=Part(*match.span(2)) if match[2] else None, strong=True)


def _subject(opening: _Opening) -> Head | None:
    """“Harrastamisen malli on valtakunnallinen hanke, jonka …”"""
    match = _SUBJECT.match(opening.text, opening.start, opening.limit)
    if match is None or len(match["name"].split()) > 10 or not may_be_a_name(match["name"]):
        return None
    return Head(read_naming(opening.text, opening.start, match.end("name"), IN_A_SENTENCE), match.end("name"))


def _dated(opening: _Opening) -> Head | None:
    """“Kestävän matkailun ohjelma 2023–2025 ohjaa …”, “Taidepolku (2024–2026) tuo …”"""
    text, start = opening.text, opening.start
    first = next((each for each in read(text[start : start + 200]) if each.kind is TimeKind.RANGE), None)
    if first is None:
        return None
    name, end = text[start : start + first.span[0]], start + first.span[1]
    words = name.split()
    apart = bool(words) and (name.endswith("(") or kind_of(words[-1]) is not None)
    if not apart or tells_something(name) or not may_be_a_name(name.rstrip(" (")):
        return None
    return Head(read_naming(text, start, end, IN_A_SENTENCE), end)


def _written_out(text: str, head: Head) -> Head:
    """“NIITTY-hanke (Nuoret itsenäisyyden tiellä)”: the name stands in brackets behind what it is called."""
    name = head.naming.name
    match = _WRITTEN_OUT.match(text, head.called.end) if head.called else None
    if match is None or not is_acronym(name.words(text)):
        return head
    return replace(head, naming=Naming(Part(*match.span(1)), name), end=max(head.end, match.end()))


def _with_acronym_of_text(text: str, head: Head) -> Head:
    """Take an acronym that only the text says: “Ilmastoviisas maaseutu: ILMO-hankkeessa …”."""
    if head.naming.acronym is not None:
        return head
    for match in _ACRONYM_IN_TEXT.finditer(text, head.end, head.end + 400):
        if is_acronym(match[1]):
            acronym = Part(match.start(1), match.end(1), IN_THE_TEXT)
            return replace(head, naming=replace(head.naming, acronym=acronym))
    return head


def _first_words(opening: _Opening) -> Head:
    text, start, end = opening.text, opening.start, min(opening.limit, opening.line_end)
    if end - start > _FIRST_WORDS:
        space = text.rfind(" ", start, start + _FIRST_WORDS)
        end = space if space > start else start + _FIRST_WORDS
    if not text[start:end].strip():
        return Head(Naming(Part(0, len(text), NOT_FOUND)), 0, found=False)
    naming = Naming(Part(start, end, NOT_FOUND))
    if end == opening.limit < len(text) and text[start:end].rstrip().endswith("."):
        naming = read_naming(text, start, start + len(text[start:end].rstrip(_BLANK)), NOT_FOUND)
    return Head(naming, start, found=False)


_FORMS: tuple[Callable[[_Opening], Head | None], ...] = (
    _labelled,
    _with_time,
    _titled,
    _running,
    _on_own_line,
    _dated,
    _standing_apart,
    _subject,
)
