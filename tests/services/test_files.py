"""Files of other formats are written whole or not at all."""

import os
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from hankeapp.domain.errors import FileError
from hankeapp.services.files import read_whole, write_whole
from tests.rights import ordinary_rights

ROOT = Path(__file__).parents[2]

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights and links")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask():
    before = os.umask(0o027)
    yield
    os.umask(before)


def test_a_file_is_written_and_read(tmp_path):
    path = tmp_path / "sivu ä 😀.txt"
    write_whole(path, b"\xef\xbb\xbfHankkeet\r\n")
    assert read_whole(path) == b"\xef\xbb\xbfHankkeet\r\n"
    write_whole(path, b"")
    assert read_whole(path) == b""
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_a_new_file_is_for_those_who_the_system_says(tmp_path, umask):
    write_whole(tmp_path / "sivu.txt", b"x")
    assert mode(tmp_path / "sivu.txt") == 0o640


@posix
@pytest.mark.parametrize("rights", [0o600, 0o664, 0o755])
def test_a_file_that_is_there_keeps_its_rights(tmp_path, rights):
    path = tmp_path / "sivu.txt"
    path.write_bytes(b"old")
    path.chmod(rights)
    write_whole(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", rights)


@posix
def test_a_link_keeps_leading_to_the_file(tmp_path):
    (tmp_path / "jako").mkdir()
    target, link = tmp_path / "jako" / "sivu.txt", tmp_path / "linkki.txt"
    link.symlink_to(target)
    for data in (b"first", b"second"):
        write_whole(link, data)
        assert link.is_symlink()
        assert target.read_bytes() == data
    assert [each.name for each in (tmp_path / "jako").iterdir()] == ["sivu.txt"]


@posix
def test_a_device_is_written_to_and_stays():
    write_whole(Path("/dev/null"), b"x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("puuttuu/sivu.txt", "tiedostoa tai kansiota ei ole"),
        ("tiedosto/sivu.txt", "osa polusta ei ole kansio"),
        ("kansio", "se on kansio"),
        ("x" * 300, "nimi on liian pitkä"),
    ],
    ids=["no folder", "file for a folder", "folder", "long name"],
)
@posix
def test_a_place_where_it_cannot_be_written(tmp_path, name, reason):
    (tmp_path / "tiedosto").touch()
    (tmp_path / "kansio").mkdir()
    path = tmp_path / name
    with pytest.raises(FileError) as refusal:
        write_whole(path, b"x")
    assert refusal.value.sentences == (
        f"Tiedostoa ”{path.name}” ei voitu kirjoittaa: {reason}.",
        "Mitään ei muutettu.",
        "Valitse toinen kansio tai vapauta levytilaa.",
    )
    assert {each.name for each in tmp_path.iterdir()} == {"tiedosto", "kansio"}


@posix
@pytest.mark.parametrize("which", ["file", "folder"])
def test_what_may_not_be_written_is_not_replaced(tmp_path, which):
    folder = tmp_path / "kansio"
    folder.mkdir()
    path = folder / "sivu.txt"
    path.write_bytes(b"old")
    (path if which == "file" else folder).chmod(0o555)
    with ordinary_rights(), pytest.raises(FileError, match="oikeudet eivät riitä"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(folder.iterdir()) == [path]
    folder.chmod(0o755)


DYING = """
import os, signal, sys
from pathlib import Path
from hankeapp.services.files import write_whole

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(os, "fsync", die) if sys.argv[2] == "fsync" else setattr(Path, "replace", die)
write_whole(Path(sys.argv[1]), b"new" * 100_000)
"""


@posix
@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_death_while_writing_leaves_the_old_file(tmp_path, moment):
    path = tmp_path / "sivu.txt"
    path.write_bytes(b"old")
    command = [sys.executable, "-c", textwrap.dedent(DYING), str(path), moment]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -9
    assert path.read_bytes() == b"old"


@posix
def test_a_full_disk_leaves_the_old_file(tmp_path):
    path = tmp_path / "sivu.txt"
    path.write_bytes(b"old")
    program = textwrap.dedent(
        """
        import resource, signal, sys
        from pathlib import Path
        from hankeapp.services.files import write_whole

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_whole(Path(sys.argv[1]), b"new" * 100_000)
        except Exception as error:
            print(type(error).__name__)
        """
    )
    command = [sys.executable, "-c", program, str(path)]
    assert subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.strip() == b"FileError"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "reason"), [("puuttuu.txt", "tiedostoa tai kansiota ei ole"), ("kansio", "se on kansio")]
)
@posix
def test_what_cannot_be_read_is_told_so(tmp_path, name, reason):
    (tmp_path / "kansio").mkdir()
    with pytest.raises(FileError) as refusal:
        read_whole(tmp_path / name)
    assert str(refusal.value) == (
        f"Tiedostoa ”{name}” ei voitu lukea: {reason}. Mitään ei muutettu. Tarkista polku ja yritä uudelleen."
    )


def test_nothing_is_written_over_a_register(register):
    before = register.path.read_bytes()
    with pytest.raises(FileError, match="hankerekisteri"):
        write_whole(register.path, b"x")
    assert register.path.read_bytes() == before
