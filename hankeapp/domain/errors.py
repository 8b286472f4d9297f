"""The errors a person can act on, told apart from bugs.

KnownError
├── FieldError          a value that a field cannot take
│   └── DateError       a date that does not exist or cannot be read
├── StepError           a status step that is not allowed
├── ConflictError       the project was changed elsewhere meanwhile
├── InUseError          an entry of a list that cannot go, because something refers to it
├── NotFoundError       no such project (any more)
├── RegisterError       a register's file that cannot be opened, made or written
│   ├── MissingRegister, RegisterExists, NotARegister, NewerRegister,
│   └── DamagedRegister, LockedRegister, ReadOnlyRegister
├── FileError           a file of another format that cannot be read or written
├── PageError           a web page that cannot be taken in
├── PrintError          a report that cannot be made
└── MorphologyMissing   the dictionary of Finnish cannot be read; it is declared beside it, in `language`
"""


class KnownError(Exception):
    """What happened, what it means for the data, what to do: one to three whole sentences, translated."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


class FieldError(KnownError):
    """A value that a field cannot take; `field` is the field's name."""

    def __init__(self, field: str, *sentences: str) -> None:
        super().__init__(*sentences)
        self.field = field


class DateError(FieldError):
    """A date that does not exist or cannot be read."""

    def __init__(self, *sentences: str, field: str = "") -> None:
        super().__init__(field, *sentences)


class StepError(KnownError):
    """A status step that is not allowed."""


class ConflictError(KnownError):
    """The project was changed elsewhere between reading and saving."""


class InUseError(KnownError):
    """An entry of a list cannot go, because something refers to it."""


class NotFoundError(KnownError):
    """No project by that number, or none any more."""


class RegisterError(KnownError):
    """A register's file that cannot be opened, made or written."""


class MissingRegister(RegisterError):
    """There is no file at the path."""


class RegisterExists(RegisterError):
    """A file stands already where a new register was to be made."""


class NotARegister(RegisterError):
    """The file is something else: empty, a folder, another program's."""


class NewerRegister(RegisterError):
    """The file was written by a newer version of the program."""


class DamagedRegister(RegisterError):
    """The file is a register, but its content does not hold together."""


class LockedRegister(RegisterError):
    """Another program holds the file."""


class ReadOnlyRegister(RegisterError):
    """The file or its folder cannot be written."""


class FileError(KnownError):
    """A file of another format that cannot be read or written."""


class PageError(KnownError):
    """A web page that cannot be taken in."""


class PrintError(KnownError):
    """A report that cannot be made."""
