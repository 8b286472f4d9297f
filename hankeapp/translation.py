"""The words a person reads: English in the code, Finnish (later Swedish) from gettext catalogues.

gettext and not Qt's own translator: the command line, the printed page and the rules speak too, and import no Qt.
"""

import gettext
from functools import cache

from hankeapp.paths import RESOURCES

DOMAIN = "hankeapp"
LANGUAGE = "fi"

_catalogue: gettext.NullTranslations = gettext.translation(
    DOMAIN, RESOURCES / "translations", [LANGUAGE], fallback=True
)


def tr(text: str, /, **values: object) -> str:
    """The text in the person's language, with the named values put in their places."""
    translated = _catalogue.gettext(text)
    return translated.format(**values) if values else translated


def trn(singular: str, plural: str, n: int, /, **values: object) -> str:
    """The text for a count; `{n}` stands for the count."""
    return _catalogue.ngettext(singular, plural, n).format(n=n, **values)


@cache
def in_every_language(text: str, /) -> tuple[str, ...]:
    """The text as it is in English and in each language that there is a catalogue of: what people may type."""
    folder = RESOURCES / "translations"
    catalogues = sorted(path.name for path in folder.iterdir() if path.is_dir())
    translated = (gettext.translation(DOMAIN, folder, [each], fallback=True).gettext(text) for each in catalogues)
    return tuple(dict.fromkeys((text, *translated)))


def mark(text: str, /) -> str:
    """Marks a text for translation where it is declared; `tr` translates it where it is shown."""
    return text
