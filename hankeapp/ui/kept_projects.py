"""The projects that a list shows just now: read a page at once as they are painted, and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from hankeapp.domain.errors import KnownError
from hankeapp.domain.project import Project
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hankeapp.domain.project import ProjectId

MOST = 1024
"""Projects that are kept: some thirty windows full."""


class KeptProjects:
    """Keeps what was looked at last. `failed` and `outdated` are told at most once of each project that is kept."""

    def __init__(
        self,
        read: Callable[[Sequence[ProjectId]], Sequence[Project]],
        failed: Callable[[KnownError], None],
        outdated: Callable[[], None],
    ) -> None:
        self._read = read
        self._failed = failed
        self._outdated = outdated
        self._kept: OrderedDict[ProjectId, Project] = OrderedDict()

    def get(self, project: ProjectId) -> Project | None:
        """A project that is kept, or None."""
        found = self._kept.get(project)
        if found is not None:
            self._kept.move_to_end(project)
        return found

    def read(self, page: Sequence[ProjectId]) -> None:
        """Read those of a page that are not kept yet."""
        wanted = [each for each in page if each not in self._kept]
        if not wanted:
            return
        try:
            found = self._read(wanted)
        except KnownError as error:
            # Kept like what was read, so that it is told once and not with every painting.
            found = [_stand_in(each, tr("Cannot be read now")) for each in wanted]
            self._failed(error)
        self._keep(found)
        gone = [each for each in wanted if each not in self._kept]
        if gone:
            self._keep([_stand_in(each, tr("Taken out of the register elsewhere")) for each in gone])
            self._outdated()

    def forget(self, projects: Iterable[ProjectId]) -> None:
        """Read these anew when they are looked at next."""
        for project in projects:
            self._kept.pop(project, None)

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()

    def _keep(self, found: Sequence[Project]) -> None:
        self._kept.update((project.id, project) for project in found)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)


def _stand_in(project: ProjectId, words: str) -> Project:
    return Project(id=project, number="", name=words)
