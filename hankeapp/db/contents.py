"""What a register holds, in a few words: by it a person tells one copy from another, and the program what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hankeapp.db.tables import ACT, PROJECT, REGISTER
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True)
class Contents:
    """The register's id, its live projects, its acts and the last of them."""

    register: str
    projects: int
    acts: int
    last_act: str | None = None
    changed: datetime | None = None
    act_name: str = ""


def contents(connection: Connection) -> Contents:
    """What a register holds."""
    register = connection.execute(select(REGISTER.c.id)).scalar_one()
    live = select(func.count()).select_from(PROJECT).where(PROJECT.c.state == RowState.LIVE.value)
    projects = connection.execute(live).scalar_one()
    last = connection.execute(select(ACT).order_by(ACT.c.seq.desc()).limit(1)).one_or_none()
    if last is None:
        return Contents(register, projects, 0)
    acts = connection.execute(select(func.count()).select_from(ACT)).scalar_one()
    return Contents(register, projects, acts, last.id, datetime.fromisoformat(last.stamp), last.name)
