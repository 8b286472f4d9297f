"""A schema is compared line by line; only the order of a table's constraints is free."""

from hankeapp.db.checking import in_fixed_order
from hankeapp.paths import SCHEMA

TABLE = (
    "CREATE TABLE t (\n\tid TEXT, \n\tname TEXT, \n\tCONSTRAINT a UNIQUE (id), \n\tCONSTRAINT b UNIQUE (name)\n)\n;\n"
)


def test_constraints_may_stand_in_any_order():
    a, b = "\tCONSTRAINT a UNIQUE (id)", "\tCONSTRAINT b UNIQUE (name)"
    assert in_fixed_order(TABLE) == in_fixed_order(TABLE.replace(f"{a}, \n{b}", f"{b}, \n{a}"))


def test_nothing_else_may_differ():
    for changed in (
        TABLE.replace("UNIQUE (id)", "UNIQUE (name)"),
        TABLE.replace("\tid TEXT, \n\tname TEXT", "\tname TEXT, \n\tid TEXT"),
        TABLE.replace(", \n\tCONSTRAINT b UNIQUE (name)", ""),
        TABLE + "CREATE VIEW v AS SELECT 1;\n",
    ):
        assert changed != TABLE
        assert in_fixed_order(changed) != in_fixed_order(TABLE)


def test_our_schema_has_every_constraint_on_a_line_of_its_own():
    lines = SCHEMA.read_text("utf-8").splitlines()
    assert all(line.count("CONSTRAINT ") <= 1 for line in lines)
