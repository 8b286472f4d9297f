"""What an import's review says of itself: what would become of the register, and why a project is taken for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.translation import counted, tr, trn

if TYPE_CHECKING:
    from hankeapp.domain.proposals import Reading
    from hankeapp.services.import_entries import Entry
    from hankeapp.services.import_review import Counts


def place_of(reading: Reading, at: int) -> str:
    """Where in its source a project stands: on a row of a sheet, or as which paragraph."""
    proposal, of = reading.proposals[at], counted(len(reading.proposals))
    told = [proposal.source or reading.source, tr("sheet “{name}”", name=proposal.sheet) if proposal.sheet else ""]
    if proposal.row:
        told.append(tr("row {n}", n=counted(proposal.row)))
    elif proposal.is_paragraph:
        told.append(tr("paragraph {at} / {of}", at=counted(at + 1), of=of))
    else:
        told.append(tr("project {at} / {of}", at=counted(at + 1), of=of))
    return " · ".join(each for each in told if each)


def on_the_whole(reading: Reading) -> str:
    """What the remarks about a source as a whole are called."""
    if any(each.source for each in reading.proposals):
        return tr("About the files")
    if reading.columns:
        return tr("About the table as a whole")
    return tr("About the text as a whole") if reading.layout else tr("About the file as a whole")


def reason_of(entry: Entry) -> str:
    """Why it is taken for what it is taken for."""
    if entry.repeats is not None:
        return tr("The source told of the same project before ({n}.).", n=entry.repeats)
    return entry.target.by.reason if entry.target is not None else ""


def foreseen(counts: Counts) -> str:
    """What would become of the register, counted."""
    told = [
        trn("{n} new project", "{n} new projects", counts.new) if counts.new else "",
        trn("{n} updated project", "{n} updated projects", counts.updated) if counts.updated else "",
        trn("{n} changed field", "{n} changed fields", counts.fields) if counts.fields else "",
        trn("{n} unchanged project", "{n} unchanged projects", counts.unchanged) if counts.unchanged else "",
        trn("{n} project left out", "{n} projects left out", counts.left_out) if counts.left_out else "",
    ]
    quiet = tr("The register does not change before this.")
    return f"{', '.join(each for each in told if each)}. {quiet}" if any(told) else quiet
