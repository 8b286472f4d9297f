"""The command `office`: whose documents a register prints, by name and logo."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hankeapp.cli.registers import opened
from hankeapp.cli.usage import WrongUsage, words
from hankeapp.translation import tr

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.letterheads import Letterhead
    from hankeapp.services.letterheads import Letterheads


def declare(command: ArgumentParser) -> None:
    """What may be asked of it; without an option it tells what is set."""
    command.add_argument(
        "--name", type=words, metavar=tr("NAME"), help=tr("the office's name in the title of documents; “” for none")
    )
    logo = command.add_mutually_exclusive_group()
    logo.add_argument("--logo", type=Path, metavar=tr("FILE"), help=tr("a picture beside it, a PNG or a JPEG"))
    logo.add_argument("--no-logo", action="store_true", help=tr("print no logo any more"))
    command.add_argument(
        "--alt", type=words, metavar=tr("TEXT"), help=tr("what is seen in the logo, for those who do not see it")
    )
    command.set_defaults(carry_out=tell_office)


def tell_office(asked: Namespace, desk: Desk) -> Office:
    """Set what is given, and tell what then is set. `FileError`, `FieldError`."""
    is_read = asked.name is asked.logo is asked.alt is None and not asked.no_logo
    with opened(asked.register, desk, reading=is_read) as register:
        if asked.alt is not None and asked.logo is None and (asked.no_logo or not register.letterhead().sha256):
            raise WrongUsage(tr("--alt tells of a logo, and there is none: --logo FILE"))
        _set(register.letterheads, asked)
        return Office(register.letterhead())


@dataclass(frozen=True)
class Office:
    """What is set."""

    letterhead: Letterhead

    def text(self) -> str:
        head = self.letterhead
        told = {tr("Office's name"): head.name, tr("Logo"): head.sha256[:12]}
        if head.sha256:
            told[tr("Text for those who do not see it")] = head.alt_text
        return "\n".join(f"{label}: {text or '–'}" for label, text in told.items())

    def document(self) -> dict[str, str | None]:
        head = self.letterhead
        return {"name": head.name, "logo": head.sha256 or None, "alt_text": head.alt_text}


def _set(letterheads: Letterheads, asked: Namespace) -> None:
    if asked.logo is not None:
        letterheads.take_logo(asked.logo, asked.alt)
    elif asked.no_logo:
        letterheads.remove_logo()
    elif asked.alt is not None:
        letterheads.describe(asked.alt)
    if asked.name is not None:
        letterheads.name(asked.name)
