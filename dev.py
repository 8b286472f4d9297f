"""Hankeapp from a bare machine: `python3 dev.py run`, `test`, `check`, `bench` or `setup` (Windows: `py dev.py run`).

Each command first makes what it needs: a `.venv` with the hash-checked lock, and on Debian the system's libraries.
One file, standard library only, so that it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN_LOCK = ROOT / "requirements" / "run.lock"
DEV_LOCK = ROOT / "requirements" / "dev.lock"
STAMP = VENV / "installed-locks"
"""The digests of the locks that stand installed, one a line."""

OLDEST, NEWEST = (3, 11), (3, 14)

USAGE = """\
usage: python3 dev.py COMMAND

  run [--demo]          open Hankeapp (--demo: with the example register); without a screen, show it under out/
  test [ARGUMENT ...]   run the tests; the arguments go to pytest
  check                 run every other check: format, lint, types, rooms, dead code, migrations, translations
  bench [PART ...]      measure it against others and print the ratios; `bench --help` names the parts
  setup                 make everything ready, and start nothing"""

QT_LIBRARIES = [
    "libEGL.so.1", "libGL.so.1", "libX11.so.6", "libbrotlidec.so.1", "libdbus-1.so.3", "libfontconfig.so.1",
    "libfreetype.so.6", "libglib-2.0.so.0", "libgssapi_krb5.so.2", "libgthread-2.0.so.0", "libxkbcommon.so.0",
]  # fmt: skip
X11_LIBRARIES = [
    "libX11-xcb.so.1", "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1",
    "libxcb-randr.so.0", "libxcb-render-util.so.0", "libxcb-render.so.0", "libxcb-shape.so.0", "libxcb-shm.so.0",
    "libxcb-sync.so.1", "libxcb-util.so.1", "libxcb-xfixes.so.0", "libxcb-xkb.so.1", "libxkbcommon-x11.so.0",
]  # fmt: skip
WAYLAND_LIBRARIES = ["libwayland-client.so.0", "libwayland-cursor.so.0"]
PRINT_LIBRARIES = ["libcups.so.2"]
TEST_PROGRAMS = ["pdftotext", "Xvfb", "xauth"]

ODD_PACKAGES = {
    "libbrotlidec.so.1": "libbrotli1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "pdftotext": "poppler-utils",
    "Xvfb": "xvfb",
    "ensurepip": f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",
}
"""Debian's packages whose names do not follow from what they hold."""

CHECKS = {
    "format": ("-m", "ruff", "format", "--check"),
    "lint": ("-m", "ruff", "check"),
    "types": ("-m", "mypy"),
    "rooms and doors": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    "dead code": ("-m", "vulture"),
    "migrations equal the models": ("-m", "pytest", "-q", "tests/db/test_migrations.py"),
    "translations complete": ("-m", "scripts.translations", "check"),
}

PROBE = """
import ctypes, importlib, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name) if ".so." in name else importlib.import_module(name)
    except (OSError, ImportError):
        print(name)
"""


def main(arguments: list[str]) -> int:
    """Runs one command; its exit code, or that of the program it ran."""
    commands = {"run": run, "test": test, "check": check, "bench": bench, "setup": setup}
    if not arguments or arguments[0] not in commands:
        asked = bool(arguments) and arguments[0] in {"-h", "--help", "help"}
        print(USAGE, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        sys.exit(f"Hankeapp needs Python 3.11 to 3.14; this is {sys.version.split()[0]} ({sys.executable}).")
    return commands[arguments[0]](arguments[1:])


def run(arguments: list[str]) -> int:
    """Opens the window; without a screen, a picture of it and the printed overview under `out/`."""
    ensure_system(*screen_libraries())
    ensure_environment(RUN_LOCK)
    if has_screen():
        return call("hankeapp", *arguments)
    return call("hankeapp.ui.showcase", "out/", offscreen=True)


def test(arguments: list[str]) -> int:
    """Runs pytest in two processes, unless the arguments say otherwise."""
    ensure_system(*X11_LIBRARIES, *TEST_PROGRAMS)
    ensure_environment(DEV_LOCK)
    return call("pytest", "-n", "2", *arguments, offscreen=True)


def check(_arguments: list[str]) -> int:
    """Runs every check, whatever the others say; 1 if any failed."""
    ensure_system()
    ensure_environment(DEV_LOCK)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = [report(name, done) for name, done in zip(CHECKS, pool.map(attempt, CHECKS.values()), strict=True)]
    return 0 if all(results) else 1


def bench(arguments: list[str]) -> int:
    """Runs the benchmarks: on the screen, or on the virtual one where there is none."""
    ensure_system(*X11_LIBRARIES, *TEST_PROGRAMS)
    ensure_environment(DEV_LOCK)
    return call("benchmarks", *arguments)


def setup(_arguments: list[str]) -> int:
    """Makes everything that the other commands need."""
    ensure_system(*X11_LIBRARIES, *TEST_PROGRAMS, *screen_libraries())
    ensure_environment(DEV_LOCK)
    print("Ready: python3 dev.py run")
    return 0


def call(module: str, *arguments: str, offscreen: bool = False) -> int:
    """The exit code of a module run in the environment, from the checkout's root."""
    child = subprocess.run([PYTHON, "-m", module, *arguments], cwd=ROOT, env=environment(offscreen), check=False)
    return exit_code(child.returncode)


def attempt(command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """A check, run with its words kept."""
    return subprocess.run(
        [PYTHON, *command],
        cwd=ROOT,
        env=environment(offscreen=True) | {"PYTHONUTF8": "1"},
        encoding="utf-8",
        errors="replace",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


def report(name: str, done: subprocess.CompletedProcess[str]) -> bool:
    """Prints how a check went, and what it said if it failed; whether it passed."""
    passed = done.returncode == 0
    print(f"{name:<30}{'ok' if passed else 'FAILED'}", flush=True)
    if not passed:
        print(done.stdout.rstrip(), end="\n\n", flush=True)
    return passed


def environment(offscreen: bool) -> dict[str, str]:
    """The environment of a child; Qt's platform plugin is chosen by a variable."""
    return os.environ | ({"QT_QPA_PLATFORM": "offscreen"} if offscreen else {})


def exit_code(returned: int) -> int:
    """As a shell would say it: 128 and the signal's number for a child that a signal ended."""
    return returned if returned >= 0 else 128 - returned


def has_screen() -> bool:
    """Whether a window can be shown to a person."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        return False
    return sys.platform != "linux" or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ


def screen_libraries() -> list[str]:
    """What Qt's plugins for this screen and for printers link to, beyond Qt's own libraries."""
    if not has_screen():
        return []
    return [*(X11_LIBRARIES if "DISPLAY" in os.environ else WAYLAND_LIBRARIES), *PRINT_LIBRARIES]


def ensure_system(*more: str) -> None:
    """Sees to Qt's libraries, and more libraries and programs, on Linux; other systems bring their own.

    Debian keeps what makes a `.venv` in a package of its own.
    """
    if sys.platform != "linux":
        return
    missing = lacking([*QT_LIBRARIES, *more, *([] if environment_works() else ["ensurepip"])])
    if missing:
        install_packages(sorted({package(name) for name in missing}))
        missing = lacking(missing)
    if missing:
        sys.exit(f"Still missing after the packages were installed: {', '.join(missing)}.")


def lacking(names: list[str]) -> list[str]:
    """The libraries and modules that cannot be loaded, and the programs that cannot be found.

    A child loads them, outside Qt: importing Qt without its libraries only fails.
    """
    programs = [name for name in names if name in TEST_PROGRAMS]
    loaded = [name for name in names if name not in programs]
    child = subprocess.run([sys.executable, "-c", PROBE, *loaded], stdout=subprocess.PIPE, text=True, check=True)
    return [*child.stdout.split(), *(name for name in programs if not shutil.which(name))]


def package(name: str) -> str:
    """Debian's package of a library, by its rule (`libxcb-xkb.so.1` is in `libxcb-xkb1`), or of a program.

    Where Debian 13 renamed a package to `…t64`, the new one still provides the old name.
    """
    if name in ODD_PACKAGES or ".so." not in name:
        return ODD_PACKAGES.get(name, name)
    stem, _, number = name.lower().replace("_", "-").partition(".so.")
    return f"{stem}-{number}" if stem[-1].isdigit() else f"{stem}{number}"


def install_packages(packages: list[str]) -> None:
    """Installs Debian packages when that is allowed; else ends with the one line to type."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        sys.exit(f"Missing; install what this system calls Debian's packages: {names}")
    if os.geteuid() != 0:
        sys.exit(f"Missing; type: sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}")
    print(f"Installing packages: {names}", flush=True)
    # A source list that cannot be reached must not stop what the others hold.
    apt("update", "-qq")
    if apt("install", "-y", "-qq", "--no-install-recommends", *packages):
        sys.exit(f"The packages could not be installed; see what this says: apt-get install {names}")


def apt(*arguments: str) -> int:
    """The exit code of apt-get, run without questions; its words are shown when it fails."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["apt-get", *arguments], env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode


def ensure_environment(lock: Path) -> None:
    """Makes `.venv` if it is missing or broken, and installs the lock if it changed."""
    if not environment_works():
        make_environment()
    if digest(lock) not in installed():
        install(lock)


def environment_works() -> bool:
    """Whether `.venv` has a Python of a right version, and pip."""
    probe = f"import pip, sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    try:
        return subprocess.run([PYTHON, "-c", probe], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_environment() -> None:
    """Makes `.venv`, in the place of a broken one: Debian leaves half of one where its package for it was missing."""
    if VENV.exists():
        print("Removing .venv: it is half-made, or its Python is gone.", flush=True)
        shutil.rmtree(VENV)
    print("Making .venv", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", VENV], stdout=subprocess.PIPE, text=True, check=False)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(f"The environment .venv could not be made. {made.stdout.strip()}")


def installed() -> list[str]:
    """The digests of the locks that stand installed."""
    return STAMP.read_text().split() if STAMP.exists() else []


def install(lock: Path) -> None:
    """Installs a lock, each file checked against its hash; the development lock holds the other one."""
    print(f"Installing requirements/{lock.name} (a minute or two the first time)", flush=True)
    STAMP.unlink(missing_ok=True)
    # Without wheels only, a package might be built, which needs a compiler and runs its code.
    # The lock names all there is: looking for more, pip takes a newer release of what is asked for with extras.
    wary = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    pip = ["-m", "pip", "install", "--disable-pip-version-check", *wary]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    if subprocess.run([PYTHON, *pip, *quiet, "-r", lock], check=False).returncode:
        sys.exit("The packages could not be installed: see above. Is there a network connection?")
    STAMP.write_text("\n".join({digest(RUN_LOCK), digest(lock)}))


def digest(lock: Path) -> str:
    """What a lock says, as one word."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
