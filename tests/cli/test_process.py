"""The command line as a program of its own: what it loads, how it writes, how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hankeapp.app import _is_for_the_window
from hankeapp.translation import tr

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are others there")


def hankeapp(*arguments, **options):
    """Run the program to its end."""
    return subprocess.run(
        [sys.executable, "-m", "hankeapp", *arguments],
        check=False,
        cwd=ROOT,
        **{"capture_output": True} | options,
    )


def loaded_by(*arguments):
    """The modules that a command has loaded when it ends."""
    script = """
import sys
from hankeapp.app import main
code = main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""
    done = subprocess.run([sys.executable, "-c", script, *arguments], check=True, cwd=ROOT, capture_output=True)
    return {name.partition(".")[0] for name in done.stderr.decode().split()}


def test_a_list_loads_neither_qt_nor_what_is_slow(register):
    assert not loaded_by("list", register) & {"PySide6", "shiboken6", "alembic", "typst", "uuid_utils"}


def test_help_loads_no_database(register):
    assert not loaded_by("end", "--help") & {"PySide6", "sqlalchemy", "sqlite3"}


def test_nothing_loads_qt(tmp_path, source):
    register, page, report = tmp_path / "r.hanke", tmp_path / "ulos.txt", tmp_path / "katsaus.pdf"
    for arguments in (["import", register, source], ["export", register, page], ["report", register, report]):
        assert not loaded_by(*arguments) & {"PySide6", "shiboken6"}


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_what_is_said_is_utf8_under_any_locale(register, locale):
    done = hankeapp("list", register, "--query", "stormwater", env=os.environ | locale)
    assert done.returncode == 0
    assert "Päättyy" in done.stdout.decode()
    assert "Multidimensional stormwater" in done.stdout.decode()
    refused = hankeapp("show", register, "H-2026-999", env=os.environ | locale)
    assert refused.returncode == 1
    assert (
        refused.stderr.decode()
        == "Rekisterissä ei ole hanketta H-2026-999. Mitään ei muutettu. Numerot näkyvät luettelossa.\n"
    )


def test_json_is_all_there_is_on_stdout(register):
    done = hankeapp("list", register, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)) == 30


@posix
@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"]])
def test_a_reader_may_go_away(register, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = hankeapp(
            arguments[0], register, *arguments[1:], capture_output=False, stdout=pipe, stderr=subprocess.PIPE
        )
    assert (done.returncode, done.stderr) == (0, b"")


@posix
@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_may_have_no_reader_either(arguments):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = hankeapp(*arguments, capture_output=False, stdout=pipe, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_an_answer_that_cannot_be_written_is_told(register):
    with Path("/dev/full").open("wb") as full:
        done = hankeapp("list", register, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("Vastausta ei voitu kirjoittaa: ")
    assert done.stderr.count(b"\n") == 1


@posix
def test_without_stdout_a_command_is_carried_out(register):
    shell = 'exec "$0" "$@" >&- 2>&-'
    done = subprocess.run(
        ["sh", "-c", shell, sys.executable, "-m", "hankeapp", "end", register, "H-2026-012"], check=False, cwd=ROOT
    )
    assert done.returncode == 0
    assert b'"ended"' in hankeapp("show", register, "H-2026-012", "--json").stdout


@posix
def test_an_interrupted_command_ends_without_a_traceback(tmp_path):
    register, endless = tmp_path / "r.hanke", tmp_path / "putki.txt"
    os.mkfifo(endless)
    command = [sys.executable, "-m", "hankeapp", "import", register, endless]
    with (
        # What a shell starts behind itself would not hear of Ctrl+C, and its children neither.
        subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        ) as child,
        endless.open("wb"),  # opens when the child has begun to read
    ):
        child.send_signal(signal.SIGINT)
        said = child.communicate()
    assert (child.returncode, *said) == (130, b"", b"")
    assert not register.exists()


@posix
def test_an_interrupted_report_leaves_neither_half_a_pdf_nor_its_press(register, tmp_path):
    pdf, endless = tmp_path / "katsaus.pdf", tmp_path / "putki"
    os.mkfifo(endless)
    # In place of the typesetter, for the press alone loads it: reading on and on.
    (tmp_path / "typst.py").write_text(f"open({str(endless)!r}, 'rb').read()", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "hankeapp", "report", register, pdf],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as child:
        press = os.open(endless, os.O_WRONLY)  # opens when the press has begun to read
        child.send_signal(signal.SIGINT)
        said = child.communicate()
    assert (child.returncode, *said) == (130, b"", b"")
    assert not pdf.exists()
    with pytest.raises(BrokenPipeError):
        os.write(press, b"nobody reads")
    os.close(press)


def test_who_acts_is_who_is_logged_in(register):
    hankeapp("end", register, "H-2026-012", env=os.environ | {"LOGNAME": "maija", "USERNAME": "maija"})
    (event,) = json.loads(hankeapp("show", register, "H-2026-012", "--json").stdout)["events"]
    assert event["actor"] == "maija"


@pytest.mark.parametrize(
    ("arguments", "for_the_window"),
    [
        ([], True),
        (["--demo"], True),
        (["r.hanke"], True),
        (["./list"], True),
        (["lits"], False),
        (["list"], False),
        (["--help"], False),
        (["r.hanke", "--json"], False),
    ],
)
def test_the_window_is_for_a_register_or_none(arguments, for_the_window):
    assert _is_for_the_window(arguments) is for_the_window


@pytest.mark.parametrize("arguments", [["lits"], ["lits", "r.hanke"], ["--demi"], ["a.hanke", "b.hanke"]])
def test_what_is_neither_a_command_nor_a_register_is_wrong_usage(arguments):
    done = hankeapp(*arguments)
    assert done.returncode == 2
    assert "käyttö: hankeapp" in done.stderr.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_is_refused_in_a_line(register):
    blind = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    what = "Ikkunaa ei voi avata, koska näyttöä ei ole."
    gone = tr("“{name}” is neither a command nor a file.", name="ei/ole.hanke")
    for arguments, said in (([], what), (["--demo"], what), ([register], what), (["ei/ole.hanke"], gone)):
        done = hankeapp(*arguments, env=os.environ | blind)
        assert done.returncode == 1
        assert done.stderr.decode() == (
            f"{said} Mitään ei muutettu. Käytä komentoja (hankeapp --help) tai käynnistä ohjelma työpöydällä.\n"
        )
