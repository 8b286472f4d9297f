"""What the set-up promises: the locks, the names, the shipped resources, and a Qt that does not abort."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import dev

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
DEVELOPMENT = PROJECT["optional-dependencies"]["dev"]
LOCKS = {"run.lock": PROJECT["dependencies"], "dev.lock": PROJECT["dependencies"] + DEVELOPMENT}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = ("linux", "win32", "darwin")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def lock_text(lock: str) -> str:
    return (ROOT / "requirements" / lock).read_text(encoding="utf-8")


def locked(lock: str) -> list[tuple[Requirement, int]]:
    """The requirements of a lock, and how many hashes each has."""
    entries = re.split(r"\n(?=\S)", lock_text(lock).strip())
    return [(Requirement(entry.split("\\")[0]), len(HASH.findall(entry))) for entry in entries]


def valid(requirements: list[Requirement], python: str, system: str = "linux") -> dict[str, Requirement]:
    """The requirements whose markers hold there, by their canonical names."""
    where = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system}
    return {
        re.sub(r"[-_.]+", "-", each.name).lower(): each
        for each in requirements
        if each.marker is None or each.marker.evaluate(where)
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock):
    assert "://" not in lock_text(lock)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_requirement_has_one_version_and_hashes(lock):
    for requirement, hashes in locked(lock):
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), requirement
        assert hashes, requirement


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock, python):
    versions = valid([requirement for requirement, _ in locked(lock)], python)
    for name, wanted in valid([Requirement(each) for each in LOCKS[lock]], python).items():
        version = str(versions[name].specifier).removeprefix("==")
        assert wanted.specifier.contains(version), f"{wanted} is locked as {version} on Python {python}"


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_the_development_lock_holds_the_other(python, system):
    run = valid([requirement for requirement, _ in locked("run.lock")], python, system)
    development = valid([requirement for requirement, _ in locked("dev.lock")], python, system)
    assert {name: each.specifier for name, each in run.items()}.items() <= {
        name: each.specifier for name, each in development.items()
    }.items()


def test_the_project_is_named_and_licensed():
    assert PROJECT["name"] == "hankeapp"
    assert PROJECT["license"] == "GPL-3.0-or-later"
    assert PROJECT["requires-python"] == ">=3.11,<3.15"
    assert PROJECT["scripts"] == {"hankeapp": "hankeapp.app:main"}
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("folder", "pattern", "licence", "words"),
    [
        ("fonts", "*.ttf", "LICENSE.md", "SIL OPEN FONT LICENSE"),
        ("icons", "*.svg", "LICENSE", "ISC License"),
        ("morphology", "*.kfst", "README.md", "GNU General Public License"),
    ],
)
def test_resources_ship_with_their_licences(folder, pattern, licence, words):
    resources = ROOT / "resources" / folder
    assert list(resources.glob(pattern))
    assert words in (resources / licence).read_text(encoding="utf-8")


def test_the_folder_of_migrations_does_not_shadow_the_library():
    assert not (ROOT / "alembic" / "__init__.py").exists()


def test_qt_does_not_drop_references_to_none():
    """PySide6 6.12 does on Python 3.11: each call that returns nothing, until the process aborts."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 100


@pytest.mark.skipif(sys.platform != "linux", reason="Qt's libraries come from the system on Linux only")
def test_what_the_system_lacks_is_named():
    assert dev.lacking(["libc.so.6", "libnone.so.1", "math", "no_module"]) == ["libnone.so.1", "no_module"]


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("pdftotext", "poppler-utils"),
        ("xauth", "xauth"),
    ],
)
def test_a_library_leads_to_its_package(name, package):
    assert dev.package(name) == package


def test_an_unknown_command_is_answered_with_the_usage():
    answer = subprocess.run([sys.executable, dev.__file__, "fly"], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "usage: python3 dev.py COMMAND" in answer.stderr
