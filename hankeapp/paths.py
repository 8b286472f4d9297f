"""Where shipped files are found: inside the installed package first, then beside the checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


RESOURCES = _shipped("resources")
MIGRATIONS = _shipped("alembic")
EXAMPLE_PAGE = RESOURCES / "example" / "hankkeet.txt"
DICTIONARY = RESOURCES / "morphology" / "voikko.kfst"
SCHEMA = _PACKAGE / "db" / "schema.sql"
