"""Whatever writes a file leaves what was there, where it is open elsewhere or the disk is full."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.errors import FileError
from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.parts import Contact
from hankeapp.domain.query import Query
from hankeapp.services import history_export
from hankeapp.services.exporting import Export, export
from hankeapp.services.requests import write_requests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hankeapp.services.register import Register

COMPUTED = "=cmd|'/c calc'!A0"
WRITERS: dict[str, Callable[[Register, Path], object]] = {
    **{
        each.value: lambda register, path, of=each: export(register, Export(of, register.ids(Query())), path)
        for each in ExportFormat
    },
    "history": lambda register, path: history_export.export(register.history(), path),
}


@pytest.fixture
def filled(register):
    """A register with more to tell than fits into a small file."""
    project = register.add({"name": COMPUTED, "public_text": "Teksti. " * 500, "notes": COMPUTED})
    register.parts.save(project, "contacts", [Contact(name=COMPUTED)])
    return register


@contextmanager
def full_disk() -> Iterator[None]:
    """No file grows beyond a hundred bytes."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("lock", [".~lock.{}#", "~${}"], ids=["LibreOffice", "Excel"])
def test_a_file_that_is_open_elsewhere_is_left(filled, tmp_path, name, lock):
    path = tmp_path / f"ulos.{name}"
    path.write_bytes(b"old")
    (tmp_path / lock.format(path.name)).touch()
    with pytest.raises(FileError) as refused:
        WRITERS[name](filled, path)
    assert len(refused.value.sentences) == 3
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk_leaves_what_was_there(filled, tmp_path, name):
    folder = tmp_path / "kansio"
    folder.mkdir()
    path = folder / f"ulos.{name}"
    path.write_bytes(b"old")
    with full_disk(), pytest.raises(FileError):
        WRITERS[name](filled, path)
    assert list(folder.iterdir()) == [path]
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_full_disk_takes_no_request(filled, tmp_path):
    folder = tmp_path / "kansio"
    folder.mkdir()
    with full_disk(), pytest.raises(FileError):
        write_requests(filled, filled.ids(Query()), folder)
    assert not list(folder.iterdir())
