"""Opening and making registers, the example among them; and that it is light."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hankeapp.domain.errors import MissingRegister, NotARegister, RegisterExists
from hankeapp.domain.query import View
from hankeapp.services import opening
from hankeapp.services.desk import own_desk

ROOT = Path(__file__).parents[2]


def test_a_register_is_made_once(tmp_path, desk):
    path = tmp_path / "r.hanke"
    opening.create(path, desk).close()
    with pytest.raises(RegisterExists):
        opening.create(path, desk)
    with closing(opening.open_register(path, desk)) as register:
        assert register.path == path
        assert register.is_writable


def test_what_is_not_there_is_not_opened(tmp_path, desk):
    with pytest.raises(MissingRegister):
        opening.open_register(tmp_path / "r.hanke", desk)
    assert list(tmp_path.iterdir()) == []


def test_the_example_has_the_thirty_projects_of_the_page(tmp_path, desk):
    with closing(opening.create_example(tmp_path / "Esimerkki.hanke", desk)) as register:
        assert register.counts()[View.ALL] == 30
        assert register.counts()[View.OVERDUE] == 9


def test_a_register_is_filled_or_goes_again(tmp_path, desk):
    path = tmp_path / "r.hanke"

    def failing():
        with opening.filling(path, desk) as register:
            register.add({"name": "Jokiranta"})
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    assert list(tmp_path.iterdir()) == []
    with opening.filling(path, desk) as register:
        register.add({"name": "Jokiranta"})
    with pytest.raises(KeyError):
        failing()
    with closing(opening.open_register(path, desk)) as register:
        assert register.counts()[View.ALL] == 2  # what stood before stays


def test_a_wrong_file_is_not_filled(tmp_path, desk):
    path = tmp_path / "r.hanke"
    path.write_bytes(b"text")
    with pytest.raises(NotARegister), opening.filling(path, desk):
        pass
    assert path.read_bytes() == b"text"


PROGRAM = """
import json, sys
from pathlib import Path
from hankeapp.domain.query import Query
from hankeapp.services.desk import own_desk
from hankeapp.services.opening import open_register

register = open_register(Path(sys.argv[1]), own_desk())
register.projects(register.ids(Query()))
register.counts()
register.close()
print(json.dumps(sorted(sys.modules)))
"""


def test_opening_and_listing_load_only_what_they_need(register):
    register.add({"name": "Jokiranta"})
    command = [sys.executable, "-c", PROGRAM, str(register.path)]
    loaded = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    heavy = ("alembic", "sqlalchemy.orm", "uuid_utils", "PySide6", "typst", "hankeapp.exchange", "hankeapp.reports")
    assert [name for name in loaded if name.startswith(heavy)] == []
    assert "sqlalchemy.engine" in loaded


@pytest.mark.parametrize(
    ("name", "actor"), [("maija", "maija"), (f"p{chr(0xDCE4)}ivi", "p?ivi")], ids=["text", "bytes"]
)
def test_own_desk_says_who(monkeypatch, name, actor):
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(variable, name)
    assert own_desk().actor == actor
