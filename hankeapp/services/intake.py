"""Taking in what was read off a source: prepared beside the register, decided of by a person, written as one act."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hankeapp.db.opening import open_beside
from hankeapp.domain import rules, status
from hankeapp.domain.errors import ConflictError
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Ending, Status
from hankeapp.services.acts import gone, short
from hankeapp.services.comparing import findings
from hankeapp.services.directory import Directory, KnownNames
from hankeapp.services.import_entries import Entry, Verdict, revised, values
from hankeapp.services.import_review import Review
from hankeapp.services.matching import Matching, repeated
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hankeapp.db.store import Store
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.matches import Match
    from hankeapp.domain.proposals import Progress, Proposal, Reading, Suggestion
    from hankeapp.services.acts import Act, Acting, Journal

_STEP = 200
"""Projects between two looks at whether the person still waits."""


class Intake:
    """The imports of an open register; `secure` has a backup before so many projects are touched.

    `back_up_beside` does the same from another thread.
    """

    def __init__(
        self,
        store: Store,
        journal: Journal,
        desk: Desk,
        secure: Callable[[int], None],
        back_up_beside: Callable[[], object],
        new: Callable[[Acting, Sequence[dict[str, object]]], list[Project]],
    ) -> None:
        self._store = store
        self._journal = journal
        self._desk = desk
        self._secure = secure
        self._back_up_beside = back_up_beside
        self._new = new

    def prepare(self, reading: Reading, progress: Progress | None = None) -> Review:
        """What was read beside the register, nothing decided but that a source's second telling is left out."""
        return self._reviewed(self._store, reading, progress)

    def prepare_beside(self, reading: Reading, progress: Progress | None = None) -> Review:
        """`prepare` from another thread, over a connection of its own."""
        with closing(open_beside(self._store.path)) as store:
            return self._reviewed(store, reading, progress)

    def carry_out(self, review: Review) -> tuple[Project, ...]:
        """Take in what was accepted, all or nothing, as one act; the projects as they then stand.

        What was changed elsewhere meanwhile stays, unless it is what would be changed: then `ConflictError`.
        `NotFoundError` where a project is gone, `FieldError` for a value that cannot stand.
        """
        if not review.accepted:
            return ()
        self._secure(len(review.accepted))
        return tuple(self._carried_out(self._store, self._journal, review, _unheard))

    def carry_out_beside(self, review: Review, progress: Progress) -> Act | None:
        """`carry_out` from another thread, over a connection of its own; the act, for `tell` in the window's thread.

        What `progress` raises breaks it off, and leaves nothing behind.
        """
        if not review.accepted:
            return None
        if len(review.accepted) > 1:
            self._back_up_beside()
        with self._journal.beside(progress) as (store, journal, done):
            self._carried_out(store, journal, review, progress)
        return next(iter(done), None)

    def tell(self, act: Act) -> None:
        """Tell the register's listeners of an act that was carried out beside."""
        self._journal.tell(act)

    def take_in(self, reading: Reading, chosen: Sequence[Proposal]) -> tuple[Project, ...]:
        """Put the chosen projects in as new ones, all that was read of them taken; as `carry_out`."""
        return self.carry_out(as_new(reading, chosen))

    def _reviewed(self, store: Store, reading: Reading, progress: Progress | None) -> Review:
        home = _home(reading)
        return Review(reading, _entries(store, reading, home, progress), partial(self._compare, home))

    def _compare(self, home: str, entry: Entry) -> Entry:
        """An entry beside what the register has now of its target."""
        target = entry.target
        projects = self._store.projects([target.id]) if target else []
        return _compared(entry, projects[0] if projects else None, KnownNames(self._store.shared), home)

    def _carried_out(self, store: Store, journal: Journal, review: Review, progress: Progress) -> list[Project]:
        try:
            with journal.act(_name(review)) as acting:
                self._write(acting, review, progress)
                progress(len(review.accepted), len(review.accepted))
        except ConflictError as error:
            raise _moved(store, review.accepted, error) from error
        return acting.after

    def _write(self, acting: Acting, review: Review, progress: Progress) -> None:
        new = [each for each in review.accepted if each.target is None]
        updated = [each for each in review.accepted if each.project is not None]
        first = acting.writing.last_page_order()
        if not first and review.reading.layout:
            acting.writing.keep_layout(review.reading.layout)
        directory = Directory(acting)
        if updated:
            before = [each.project for each in updated if each.project is not None]
            there = {each.id for each in acting.writing.projects([each.id for each in before])}
            if len(there) < len({each.id for each in before}):
                raise gone(len({each.id for each in before} - there))
            acting.change(before, [self._revised(each, directory, first) for each in updated])
        if new:
            values = [directory.keyed(_placed(each, first), each.proposal.paragraph) for each in new]
            projects = self._new(acting, values)
            for at in range(0, len(projects), _STEP):
                progress(len(updated) + at, len(review.accepted))
                acting.add(projects[at : at + _STEP])

    def _revised(self, entry: Entry, directory: Directory, first: int) -> Project:
        project = entry.project
        assert project is not None
        changed = directory.keyed(revised(entry), entry.proposal.paragraph)
        becomes = changed.pop("status", project.status)
        if entry.proposal.is_paragraph and project.page_order is None:
            changed["page_order"] = first + entry.order
        made = replace(project, **changed)  # type: ignore[arg-type]
        if becomes is Status.ENDED:
            made = status.end(made, Ending(effective=None), self._desk)
        elif becomes is not project.status:
            made = status.activate(made, self._desk)
        return replace(made, version=project.version + 1)


def _moved(store: Store, accepted: Sequence[Entry], error: ConflictError) -> ConflictError:
    """The error with the names of the projects that stand in the way."""
    before = {each.project.id: each.project for each in accepted if each.project is not None}
    now = store.projects(list(before))
    titles = [tr("“{text}”", text=short(each.title)) for each in now if each.version != before[each.id].version]
    return ConflictError(*error.sentences, tr("Projects: {names}.", names=", ".join(titles)))


def _unheard(_done: int, _of: int) -> None:
    """Nobody waits."""


def prepare_alone(reading: Reading, progress: Progress | None = None) -> Review:
    """What was read where there is no register yet: all of it is new."""
    return Review(reading, _entries(None, reading, "", progress), _alone)


def as_new(reading: Reading, chosen: Sequence[Proposal]) -> Review:
    """A review with the chosen projects accepted as new ones."""
    entries = [_compared(Entry(proposal=each, verdict=Verdict.ACCEPTED), None, _nothing_known()) for each in chosen]
    return Review(reading, entries, _alone)


def _alone(entry: Entry) -> Entry:
    return _compared(entry, None, _nothing_known())


def _nothing_known() -> KnownNames:
    return KnownNames(lambda _table: [])


def drafts(entries: Sequence[Entry]) -> list[Project]:
    """The projects that taking in would make, without ids and numbers; `FieldError` where it would be refused."""
    projects = [
        Project(id=ProjectId(""), number="", **_placed(each, 0))  # type: ignore[arg-type]
        for each in entries
    ]
    rules.check_all(projects)
    return projects


def _placed(entry: Entry, first: int) -> dict[str, object]:
    """The values of a new project, with its place behind the pages taken before; the rules refuse a nameless one."""
    place = {"page_order": first + entry.order} if entry.proposal.is_paragraph else {}
    return {"name": ""} | values(entry) | place


def _entries(store: Store | None, reading: Reading, home: str, progress: Progress | None) -> list[Entry]:
    proposals = reading.proposals
    matches = Matching(store).of_all(proposals) if store else [()] * len(proposals)
    targets = _targets(proposals, matches)
    ids = list({each.id for each in targets.values()})
    projects = {each.id: each for each in store.projects(ids)} if store else {}
    known = KnownNames(store.shared) if store else _nothing_known()
    again = _again(proposals, targets)
    entries = []
    for at, (proposal, found) in enumerate(zip(proposals, matches, strict=True)):
        if progress is not None and at % _STEP == 0:
            progress(at, len(proposals))
        target, repeats = targets.get(proposal.order), again.get(proposal.order)
        entry = Entry(
            proposal=proposal,
            matches=found,
            target=target,
            repeats=repeats,
            verdict=Verdict.LEFT_OUT if repeats else Verdict.OPEN,
        )
        compared = _compared(entry, projects.get(target.id) if target else None, known, home)
        compared.weigh()
        entries.append(compared)
    return entries


def _targets(proposals: Sequence[Proposal], matches: Sequence[Sequence[Match]]) -> dict[int, Match]:
    """The likeliest project of each; a guess never takes one that another is certain of, or was guessed to be."""
    likely = {each.order: found[0] for each, found in zip(proposals, matches, strict=True) if found}
    targets = {order: each for order, each in likely.items() if each.is_certain}
    taken = {each.id for each in targets.values()}
    for order, each in likely.items():
        if each.id not in taken:
            targets[order] = each
            taken.add(each.id)
    return targets


def _again(proposals: Sequence[Proposal], targets: dict[int, Match]) -> dict[int, int]:
    """The orders of those that are told of a second time, each with the order of the first."""
    first: dict[ProjectId, int] = {}
    again = {order: first[each.id] for order, each in targets.items() if first.setdefault(each.id, order) != order}
    return {order: at for order, at in repeated(proposals).items() if order not in targets} | again


def _compared(entry: Entry, project: Project | None, known: KnownNames, home: str = "") -> Entry:
    proposal = entry.proposal
    before: Sequence[Suggestion] = proposal.before
    if project is not None and proposal.is_paragraph and project.public_text:
        before = _said_before(proposal, project, home)
    return replace(entry, project=project, findings=findings(proposal, project, known, before, entry.corrections))


def _said_before(proposal: Proposal, project: Project, home: str) -> Sequence[Suggestion]:
    """What the page said of a project when it was taken in: the register's other values came from people."""
    if project.public_text == proposal.text:
        return proposal.suggestions
    from hankeapp.exchange.recognition import propose

    return propose(project.public_text, Status.ACTIVE, 1, home).suggestions


def _home(reading: Reading) -> str:
    from hankeapp.exchange.organisations import home_town

    return home_town("\n\n".join(each.text for each in reading.proposals)) if reading.layout else ""


def _name(review: Review) -> str:
    """What the act is called: how much came, and off which file."""
    counts = review.counts()
    told = [
        trn("{n} new project", "{n} new projects", counts.new) if counts.new else "",
        trn("{n} updated project", "{n} updated projects", counts.updated) if counts.updated else "",
    ]
    said = ", ".join(each for each in told if each)
    if review.reading.source:
        return tr("“{name}” was imported: {counts}.", name=short(review.reading.source), counts=said)
    return tr("Imported: {counts}.", counts=said)
