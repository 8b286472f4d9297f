"""Whom to ask to complete what the register says of projects: each contact person, with their projects."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from hankeapp.domain.parts import Contact
    from hankeapp.domain.project import Project


@dataclass(frozen=True)
class Recipient:
    """A person by name and address, either of which may be unknown; both, where nobody is named for the projects."""

    name: str = ""
    email: str = ""
    projects: list[Project] = field(default_factory=list)

    @property
    def called(self) -> str:
        """The name, or else the address; empty for nobody."""
        return self.name or self.email


def recipients(projects: Sequence[Project], today: date) -> list[Recipient]:
    """The contacts of today in the order of their projects, those last who are nobody: no project is lost.

    A project with several contacts is asked of each. A job title alone is no person: several may have it.
    """
    people = _People((each, today) for each in projects)
    found: dict[tuple[str, str], Recipient] = {}
    nobody = Recipient()
    for project in projects:
        contacts = list(_current(project, today))
        for contact in contacts:
            recipient = found.setdefault(people.key(contact), Recipient(*people.told(contact)))
            if project not in recipient.projects:
                recipient.projects.append(project)
        if not contacts:
            nobody.projects.append(project)
    return [*found.values(), *([nobody] if nobody.projects else [])]


class _People:
    """Who is who: a name without an address is that of the only address it has elsewhere, and the other way round."""

    def __init__(self, projects: Iterable[tuple[Project, date]]) -> None:
        self._addresses: dict[str, dict[str, str]] = defaultdict(dict)
        self._names: dict[str, dict[str, str]] = defaultdict(dict)
        for project, today in projects:
            for contact in _current(project, today):
                name, email = _words(contact.name), _words(contact.email)
                if name and email:
                    self._addresses[name.casefold()][email.casefold()] = email
                    self._names[email.casefold()][name.casefold()] = name

    def told(self, contact: Contact) -> tuple[str, str]:
        """The name and the address."""
        name, email = _words(contact.name), _words(contact.email)
        return (
            name or _only(self._names.get(email.casefold(), {})),
            email or _only(self._addresses.get(name.casefold(), {})),
        )

    def key(self, contact: Contact) -> tuple[str, str]:
        """The same, by which a person is one person."""
        name, email = self.told(contact)
        return name.casefold(), email.casefold()


def _only(known: dict[str, str]) -> str:
    return next(iter(known.values())) if len(known) == 1 else ""


def _current(project: Project, today: date) -> Iterator[Contact]:
    for contact in project.contacts:
        is_over = contact.end is not None and contact.end.latest < today
        if (_words(contact.name) or _words(contact.email)) and not is_over:
            yield contact


def _words(text: str) -> str:
    return " ".join(text.split())
