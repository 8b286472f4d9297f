"""Every revision up and down with rows in the tables; the last one makes what the models say."""

import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, MetaData, Text, create_engine

import scripts.revision
from hankeapp.db.checking import schema_text
from hankeapp.db.migrating import config, schema_of_revision
from hankeapp.db.opening import open_store
from hankeapp.db.tables import METADATA, SCHEMA_VERSION, revision
from hankeapp.domain import status
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.errors import DamagedRegister, ReadOnlyRegister
from hankeapp.domain.query import Query
from hankeapp.domain.status import Ending
from hankeapp.paths import MIGRATIONS, SCHEMA
from tests.db.samples import TODAY, add, project
from tests.rights import ordinary_rights

VERSIONS = range(1, SCHEMA_VERSION + 1)

ROWS = (Path(__file__).parent / "data" / "0001.sql").read_text("utf-8")
"""What a person may have written by the first revision, in every table: it comes through all others unharmed."""


@pytest.fixture
def connection():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def run_script(connection, script):
    for statement in filter(str.strip, script.split(";\n")):
        connection.exec_driver_sql(statement)


def tables(connection):
    """The rows of each table by its name, as dictionaries."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
    rows = {name: connection.exec_driver_sql(f'SELECT * FROM "{name}" ORDER BY 1').mappings() for name in names}
    return {name: [dict(row) for row in found] for name, found in rows.items() if name != "alembic_version"}


def assert_kept(before, after):
    """Every row is still there, with the values of the columns that both have."""
    for name in before.keys() & after.keys():
        assert len(before[name]) == len(after[name]), name
        for old, new in zip(before[name], after[name], strict=True):
            assert {key: new[key] for key in old.keys() & new.keys()} == {
                key: old[key] for key in old.keys() & new.keys()
            }


@pytest.mark.parametrize("version", VERSIONS)
def test_up_and_down_and_up_again(connection, version):
    before = "base" if version == 1 else revision(version - 1)
    if version > 1:
        command.upgrade(config(connection), revision(1))
        run_script(connection, ROWS)
    command.upgrade(config(connection), before)
    rows = tables(connection)
    command.upgrade(config(connection), revision(version))
    assert_kept(rows, tables(connection))
    if version == 1:
        run_script(connection, ROWS)
        rows = tables(connection)
        assert all(rows.values())
    schema = definitions(schema_text(connection))
    command.downgrade(config(connection), before)
    assert_kept(rows, tables(connection))
    if version == 1:
        assert tables(connection) == {}
    command.upgrade(config(connection), revision(version))
    assert definitions(schema_text(connection)) == schema
    assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_the_last_revision_makes_what_the_models_say(connection):
    command.upgrade(config(connection), revision(SCHEMA_VERSION))
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    assert compare_metadata(context, METADATA) == []


def definitions(schema):
    """What each statement defines, in any order: columns, named constraints and CHECKs to the letter.

    A column that was added stands on the line of the one before it, with the value for the rows that were there; a
    table that was made anew has its name in quotes.
    """
    schema = re.sub(r", (?=[\w\"]+ (?:TEXT|INTEGER)\b)", ", \n", schema)
    schema = re.sub(r" DEFAULT (?:'[^']*'|\d+)", "", schema)
    schema = re.sub(r'CREATE TABLE "(\w+)"', r"CREATE TABLE \1", schema)
    statements = (re.sub(r"\s*\n\s*", "\n", statement).strip() for statement in schema.split(";\n"))
    lines = (sorted(line.strip().rstrip(",") for line in statement.split("\n")) for statement in statements)
    return sorted(lines)


def test_to_the_letter(connection):
    METADATA.create_all(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
    )
    assert definitions(schema_text(connection)) == definitions(schema_of_revision(SCHEMA_VERSION))


def test_the_schema_that_files_are_compared_with():
    kept = definitions(SCHEMA.read_text("utf-8"))
    assert kept == definitions(schema_of_revision(SCHEMA_VERSION)), "run python -m scripts.schema"


def test_every_constraint_has_a_name():
    for line in SCHEMA.read_text("utf-8").splitlines():
        if re.search(r"\b(CHECK|UNIQUE|PRIMARY KEY|FOREIGN KEY)\b", line):
            assert line.strip().startswith("CONSTRAINT ")


def test_the_version_is_that_of_the_last_revision(connection):
    scripts = ScriptDirectory.from_config(config(connection))
    assert [script.revision for script in scripts.walk_revisions()] == [revision(each) for each in reversed(VERSIONS)]
    assert scripts.get_current_head() == revision(SCHEMA_VERSION)
    assert len(list(MIGRATIONS.glob("versions/*.py"))) == SCHEMA_VERSION


def test_the_folder_of_revisions_does_not_shadow_alembic():
    assert not (MIGRATIONS / "__init__.py").exists()
    assert not (MIGRATIONS / "versions" / "__init__.py").exists()


# --- opening a register of an older version, tried with a revision that is still to come


COMING = """
'''A column and a table made anew.'''

import sqlalchemy as sa
from alembic import op

revision = "{after}"
down_revision = "{before}"


def upgrade() -> None:
    with op.batch_alter_table("project", recreate="always") as table:
        table.add_column(sa.Column("coming", sa.Text(), nullable=False, server_default="kaupunki"))
    {more}
"""


@pytest.fixture
def come(tmp_path, monkeypatch):
    """Let the next revision come."""

    def come(more=""):
        folder = shutil.copytree(MIGRATIONS, tmp_path / "100 % alembic", ignore=shutil.ignore_patterns("__pycache__"))
        text = COMING.format(before=revision(SCHEMA_VERSION), after=revision(SCHEMA_VERSION + 1), more=more)
        (folder / "versions" / "coming.py").write_text(text, "utf-8")
        monkeypatch.setattr("hankeapp.db.migrating.MIGRATIONS", folder)
        for module in ("checking", "migrating", "opening"):
            monkeypatch.setattr(f"hankeapp.db.{module}.SCHEMA_VERSION", SCHEMA_VERSION + 1)

    return come


@pytest.fixture
def declared(tmp_path, monkeypatch):
    """Declare one more text of a project, and let `scripts.revision` write the migration."""

    def declared():
        folder = shutil.copytree(MIGRATIONS, tmp_path / "alembic", ignore=shutil.ignore_patterns("__pycache__"))
        metadata = MetaData(naming_convention=METADATA.naming_convention)
        for table in METADATA.tables.values():
            table.to_metadata(metadata)
        metadata.tables["project"].append_column(Column("owner", Text, nullable=False))
        monkeypatch.setattr("hankeapp.db.tables.METADATA", metadata)
        monkeypatch.setattr("hankeapp.db.migrating.MIGRATIONS", folder)
        scripts.revision.write("Owner of a project")
        for module in ("checking", "migrating", "opening"):
            monkeypatch.setattr(f"hankeapp.db.{module}.SCHEMA_VERSION", SCHEMA_VERSION + 1)
        return metadata

    return declared


@pytest.fixture
def older(store, path):
    """A register with an ended project, made before the next revision comes."""
    ended = status.end(project(1), Ending(effective=None), Desk("Maija", Clock()))
    add(store, ended, project(2))
    store.close()
    return path


def test_an_older_register_is_brought_up_with_all_that_is_in_it(older, come):
    with closing(open_store(older)) as store:
        before = store.projects(store.ids(Query(), TODAY))
    come()
    with closing(open_store(older)) as store:
        assert store.projects(store.ids(Query(), TODAY)) == before
        with store._engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT DISTINCT coming FROM project").scalar_one() == "kaupunki"
            assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == SCHEMA_VERSION + 1
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    assert list(older.parent.iterdir()) == [older]


def test_a_text_that_is_declared_costs_one_generated_revision(older, declared, connection):
    metadata = declared()
    with closing(open_store(older)) as store, store._engine.connect() as opened:
        assert opened.exec_driver_sql("SELECT DISTINCT owner FROM project").scalar_one() == ""
        made = definitions(schema_text(opened))
    metadata.create_all(connection)
    assert [each for each in made if "alembic_version" not in "".join(each)] == definitions(schema_text(connection))


@pytest.mark.parametrize("more", ["raise RuntimeError", "op.execute(\"DELETE FROM project WHERE id LIKE '%1'\")"])
def test_a_revision_that_fails_or_loses_parents_changes_nothing(older, come, more):
    before = older.read_bytes()
    come(more)
    with pytest.raises(RuntimeError):
        open_store(older)
    assert older.read_bytes() == before
    assert {each.stat().st_size for each in older.parent.iterdir() if each != older} <= {0}


def test_a_damaged_older_register_is_not_brought_up(older, come):
    older.write_bytes(older.read_bytes()[:-4096])
    before = older.read_bytes()
    come()
    with pytest.raises(DamagedRegister):
        open_store(older)
    assert older.read_bytes() == before
    assert list(older.parent.iterdir()) == [older]


def test_an_older_register_that_cannot_be_written_stays_as_it_is(older, come):
    older.chmod(0o444)
    come()
    with ordinary_rights(), pytest.raises(ReadOnlyRegister):
        open_store(older)
