"""Commands given in this process, by a desk whose day is 24.11.2026, and a register to give them to."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from hankeapp.cli.commands import run
from hankeapp.domain.clock import Clock, Desk
from hankeapp.paths import EXAMPLE_PAGE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Said:
    """What a command left behind: its exit code, and what stands on stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one line of a refusal."""
        assert self.code == 1, self
        assert self.out == ""
        assert self.err.count("\n") == 1, self.err
        return self.err.rstrip("\n")

    @property
    def misuse(self) -> str:
        """The last line about wrong usage."""
        assert self.code == 2, self
        assert self.out == ""
        return self.err.rstrip("\n").splitlines()[-1]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], desk: Desk) -> Callable[..., Said]:
    """Give a command."""

    def give(*arguments: object) -> Said:
        code = run([str(argument) for argument in arguments], desk)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return give


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with the example page taken in, to be copied."""
    from hankeapp.services.opening import create_example

    path = tmp_path_factory.mktemp("example") / "hankkeet.hanke"
    create_example(path, Desk("testaaja", Clock.standing(2026, 11, 24))).close()
    return path


@pytest.fixture
def register(example: Path, tmp_path: Path) -> Path:
    """A register with the example page taken in."""
    return shutil.copy(example, tmp_path / "hankkeet.hanke")


@pytest.fixture
def page(tmp_path: Path) -> Callable[[bytes | str], Path]:
    """Write a page to take in."""

    def write(content: bytes | str) -> Path:
        path = tmp_path / "sivu.txt"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def source() -> Path:
    """The page that is shipped as an example."""
    return EXAMPLE_PAGE


@pytest.fixture(autouse=True)
def _others_first(monkeypatch):
    """A command that gives way would let all tests after it give way too, as they share its process."""
    monkeypatch.setattr(os, "nice", lambda _by: 0, raising=False)
