from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.kept_reports import Form
from hankeapp.domain.query import Query
from hankeapp.services import opening, pages
from hankeapp.services.lots import in_lots
from hankeapp.services.web_page import BY_PAGE

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from hankeapp.services.register import Register


class _Enough(Exception):
    """The person would not wait."""


@pytest.fixture
def register(tmp_path: Path, desk: Desk) -> Register:
    register = opening.create_example(tmp_path / "r.hanke", desk)
    with register.journal.act("Hankkeita lisättiin.") as acting:
        acting.add(register._new(acting, [{"name": f"Hanke {n}"} for n in range(220)]))
    return register


def test_it_is_told_how_much_has_been_read_and_nothing_is_read_twice(register: Register) -> None:
    ids, told = register.ids(Query()), []
    read = list(in_lots(register, ids, lambda done, of: told.append((done, of))))
    assert [project.id for project in read] == ids
    assert told == [(0, 250), (100, 250), (200, 250)]


def test_copying_and_publishing_end_where_the_person_would_not_wait(register: Register) -> None:
    def stop(done: int, _of: int) -> None:
        if done:
            raise _Enough

    with pytest.raises(_Enough):
        pages.for_pasting(register, BY_PAGE, stop)
    with pytest.raises(_Enough):
        pages.written_beside(register, Form.HTML, BY_PAGE, stop)
    assert register.kept_reports.all() == []
