"""The words a person reads: English in the code, Finnish (later Swedish) from gettext catalogues.

gettext and not Qt's own translator: the command line, the printed page and the rules speak too, and import no Qt.
"""

import gettext

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


def mark(text: str, /) -> str:
    """Marks a text for translation where it is declared; `tr` translates it where it is shown."""
    return text
