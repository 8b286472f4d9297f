"""Files taken in several at once: kept as one act or not at all, and copied to be looked at where only one reads."""

from __future__ import annotations

import os
import stat

import pytest
from sqlalchemy import text

from hankeapp.domain.errors import ConflictError, FileError, KnownError, NotFoundError
from hankeapp.domain.parts import Attachment
from hankeapp.services import attachments
from hankeapp.services.attaching import TakenFile

FILES = [TakenFile("kuva.png", b"\x89PNG"), TakenFile("raportti.pdf", b"%PDF"), TakenFile("kopio.png", b"\x89PNG")]
WAITING = Attachment(caption="Koulupiha")


@pytest.fixture
def project(register):
    return register.add({"name": "Jokiranta", "attachments": (WAITING,)})


def kept(register):
    with register._store._engine.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM content")).scalar_one()


def now(register, project):
    return register.projects([project.id])[0]


def test_several_files_are_one_act_and_the_same_bytes_are_kept_once(register, project):
    after = register.attaching.add(project, FILES)
    assert [each.name for each in after.attachments] == ["", "kuva.png", "raportti.pdf", "kopio.png"]
    assert kept(register) == 2
    register.journal.undo()
    assert now(register, project).attachments == project.attachments
    register.journal.redo()
    assert [register.attached(each) for each in now(register, project).attachments[1:]] == [f.data for f in FILES]


def test_the_history_names_the_files(register, project):
    register.attaching.add(project, FILES[:2])
    assert "kuva.png, raportti.pdf" in register.journal.undoable.name
    assert "Jokiranta" in register.journal.undoable.name


def test_a_caption_that_waits_is_given_its_picture_and_keeps_its_words(register, project):
    (waiting,) = project.attachments
    (filled,) = register.attaching.fill(project, waiting.id, FILES[0]).attachments
    assert (filled.id, filled.caption, filled.name, filled.size) == (waiting.id, "Koulupiha", "kuva.png", 4)
    with pytest.raises(ConflictError):
        register.attaching.fill(project, waiting.id, FILES[1])
    assert kept(register) == 1
    register.journal.undo()
    assert now(register, project).attachments == project.attachments


def test_a_project_that_is_gone_takes_nothing(register, project):
    register.throw_away([project.id])
    register.empty_trash()
    with pytest.raises(NotFoundError):
        register.attaching.add(project, FILES)
    assert kept(register) == 0


def test_a_full_disk_keeps_nothing_half(register, project):
    connection = register._store._writing
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(KnownError):
        register.attaching.add(project, [FILES[0], TakenFile("suuri.bin", os.urandom(200_000))])
    assert kept(register) == 0
    assert now(register, project).attachments == project.attachments


def test_a_copy_is_read_by_its_person_only_and_goes_with_the_register(register, project):
    hostile = TakenFile("..\\..\\kuva\u202egnp.exe.pdf", b"%PDF")
    attachment = register.attaching.add(project, [hostile]).attachments[1]
    path = register.attaching.copy_to_look_at(attachment)
    assert path.read_bytes() == b"%PDF"
    assert path.name == "kuva\N{REPLACEMENT CHARACTER}gnp.exe.pdf"
    assert register.attaching.copy_to_look_at(attachment) == path
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o400
        assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700
    register.attaching.forget_copies()
    assert not path.exists()


def test_a_copy_that_was_changed_is_written_anew(register, project):
    attachment = register.attaching.add(project, [FILES[1]]).attachments[1]
    path = register.attaching.copy_to_look_at(attachment)
    path.chmod(0o600)
    path.write_bytes(b"muutettu")
    assert register.attaching.copy_to_look_at(attachment).read_bytes() == b"%PDF"


def test_bytes_are_read_beside(register, project):
    attachment = register.attaching.add(project, [FILES[1]]).attachments[1]
    assert register.attaching.content_beside(attachment) == b"%PDF"
    with pytest.raises(FileError):
        register.attaching.content_beside(WAITING)


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "tyhjä.pdf").touch()
    with pytest.raises(FileError, match="tyhjä"):
        attachments.read_file(tmp_path / "tyhjä.pdf")


@pytest.mark.parametrize("size", [0, 1_500_000, 4_000_000])
def test_a_file_that_is_cut_or_grows_while_it_is_read_is_refused(tmp_path, size):
    path = tmp_path / "siirtyy.bin"
    path.write_bytes(bytes(3_000_000))
    told = []

    def change(share: float) -> None:
        if not told:
            os.truncate(path, size)
        told.append(share)

    with pytest.raises(FileError, match="siirtyy"):
        attachments.read_file(path, change)
    assert told


def test_how_far_a_file_is_read_is_told_and_can_be_stopped(tmp_path):
    path = tmp_path / "suuri.bin"
    path.write_bytes(bytes(3_000_000))
    told: list[float] = []
    assert len(attachments.read_file(path, told.append)) == 3_000_000
    assert told == sorted(told)
    assert told[-1] == 1.0

    def stop(_share: float) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        attachments.read_file(path, stop)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    path = tmp_path / "salainen.pdf"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(FileError, match="salainen"):
        attachments.read_file(path)


def test_a_name_of_a_device_is_none_when_saved():
    assert attachments.suggested_name(Attachment(name="con.txt")) == "_con.txt"
    assert attachments.suggested_name(Attachment(name="LPT1")) == "_LPT1"
    assert attachments.suggested_name(Attachment(name="console.txt")) == "console.txt"
