"""Attachments: kept by their bytes, named by what they were called, written only where a person says."""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha256

import pytest
from sqlalchemy import text

from hankeapp.domain.errors import FileError
from hankeapp.domain.parts import Attachment
from hankeapp.domain.status import Status
from hankeapp.services import attachments

HOSTILE = "..\\..\\x.exe"


@pytest.fixture
def project(register):
    return register.add({"name": "Jokiranta", "status": Status.PLANNED})


def test_a_file_is_attached_and_written_out(register, project, tmp_path):
    file = tmp_path / "kuva ä.png"
    file.write_bytes(b"\x89PNG\x00\xff")
    after = register.attach(project, file, caption="Koulupiha", alt_text="Lapsia pihalla")
    (attachment,) = register.projects([project.id])[0].attachments
    assert attachment == after.attachments[0]
    assert (attachment.name, attachment.size, attachment.caption) == ("kuva ä.png", 6, "Koulupiha")
    assert attachment.sha256 == sha256(file.read_bytes()).hexdigest()
    file.unlink()
    register.save_attached(attachment, tmp_path / "ulos.png")
    assert (tmp_path / "ulos.png").read_bytes() == register.attached(attachment) == b"\x89PNG\x00\xff"


def test_the_same_bytes_are_kept_once(register, project, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"sama")
        project = register.attach(project, tmp_path / name)
    with register._store._engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM content")).scalar_one() == 1
    assert [each.name for each in project.attachments] == ["a.txt", "b.txt"]


def test_attaching_is_taken_back_and_done_again(register, project, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x")
    register.attach(project, tmp_path / "a.txt")
    register.journal.undo()
    assert register.projects([project.id])[0].attachments == ()
    register.journal.redo()
    (attachment,) = register.projects([project.id])[0].attachments
    assert register.attached(attachment) == b"x"


def test_two_gigabytes_are_refused_without_being_read(register, project, tmp_path):
    large = tmp_path / "elokuva.mkv"
    with large.open("wb") as file:
        file.truncate(2 * 1024**3)
    with pytest.raises(FileError) as refusal:
        register.attach(project, large)
    assert "elokuva.mkv" in str(refusal.value)
    assert "2048" in str(refusal.value)
    assert register.projects([project.id]) == [project]


def test_the_largest_is_taken_and_one_byte_more_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(attachments, "LARGEST", 10)
    (tmp_path / "a").write_bytes(b"x" * 10)
    assert len(attachments.read_file(tmp_path / "a")) == 10
    (tmp_path / "a").write_bytes(b"x" * 11)
    with pytest.raises(FileError):
        attachments.read_file(tmp_path / "a")


@pytest.mark.skipif(os.name == "nt", reason="such names are of POSIX")
def test_a_name_is_data(register, project, tmp_path):
    file = tmp_path / HOSTILE
    file.write_bytes(b"MZ")
    (attachment,) = register.attach(project, file).attachments
    assert attachment.name == HOSTILE
    assert attachments.suggested_name(attachment) == "x.exe"


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        (HOSTILE, "x.exe"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\a.dll", "a.dll"),
        ("C:evil", "C_evil"),
        ("..", "liite"),
        ("", "liite"),
        ("a\nb\x00c", "a_b_c"),
        ("kuva\u202egnp.exe", "kuva_gnp.exe"),
    ],
)
def test_the_suggested_name_stays_in_its_folder(name, suggested):
    assert attachments.suggested_name(Attachment(name=name)) == suggested


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "putki")
    with pytest.raises(FileError, match="putki"):
        attachments.read_file(tmp_path / "putki")


def test_what_is_no_file_is_told(register, project, tmp_path):
    for path in (tmp_path, tmp_path / "poissa.txt"):
        with pytest.raises(FileError) as refusal:
            register.attach(project, path)
        assert len(refusal.value.sentences) == 3
    assert register.projects([project.id]) == [project]


def test_a_caption_that_waits_for_its_picture_has_no_file(register):
    with pytest.raises(FileError, match="Koulupiha"):
        register.attached(Attachment(caption="Koulupiha"))


def test_changed_bytes_are_never_handed_out(register, project, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"oikea")
    (attachment,) = register.attach(project, tmp_path / "a.txt").attachments
    with register._store._engine.begin() as connection:
        connection.execute(text("UPDATE content SET data = x'00'"))
    with pytest.raises(FileError, match="vahingoittunut"):
        register.attached(attachment)
    with pytest.raises(FileError):
        register.attached(replace(attachment, sha256="0" * 64))
