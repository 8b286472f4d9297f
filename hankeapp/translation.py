"""The words a person reads: English in the code, Finnish from a gettext catalogue, Swedish for what is printed.

gettext and not Qt's own translator: the command line, the printed page and the rules speak too, and import no Qt.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from hankeapp.paths import RESOURCES

DOMAIN = "hankeapp"
LANGUAGE = "fi"
"""The window's language."""

PRINTED = ("fi", "sv", "en")
"""The languages of documents."""

_spoken: ContextVar[str] = ContextVar("spoken", default=LANGUAGE)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, RESOURCES / "translations", [language], fallback=True)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let what is told meanwhile, in this thread, be told in another language."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def language() -> str:
    """The language that is spoken now."""
    return _spoken.get()


def tr(text: str, /, **values: object) -> str:
    """The text in the person's language, with the named values put in their places."""
    translated = _catalogue(_spoken.get()).gettext(text)
    return translated.format(**values) if values else translated


def trn(singular: str, plural: str, n: int, /, **values: object) -> str:
    """The text for a count; `{n}` stands for the count."""
    return _catalogue(_spoken.get()).ngettext(singular, plural, n).format(n=counted(n), **values)


def counted(n: int, /) -> str:
    """A count as offices write it: `10 000`, in one piece."""
    return f"{n:,}".replace(",", "\N{NO-BREAK SPACE}")


@cache
def in_every_language(text: str, /) -> tuple[str, ...]:
    """The text as it is in English and in each language that there is a catalogue of: what people may type."""
    folder = RESOURCES / "translations"
    catalogues = sorted(path.name for path in folder.iterdir() if path.is_dir())
    return tuple(dict.fromkeys((text, *(_catalogue(each).gettext(text) for each in catalogues))))


def mark(text: str, /) -> str:
    """Marks a text for translation where it is declared; `tr` translates it where it is shown."""
    return text
