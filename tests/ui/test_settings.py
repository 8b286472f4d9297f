from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from hankeapp.domain.query import Sort
from hankeapp.ui.list_layout import ColumnWidth, ListLayout
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.settings import MOST_RECENT, MOST_SEARCHES, RecentRegister, Settings, declared

VALUES = {
    "theme": ThemeChoice.DARK,
    "text_scale": 1.5,
    "geometry": QByteArray(b"\x00\x01\xff"),
    "list_layouts": {
        "view:all": ListLayout(
            (ColumnWidth("end", 90),), (Sort("end", descending=True),), "unit", frozenset({None, "a"})
        )
    },
    "splitter_sizes": (260, 420, 760),
    "list_mode": "table",
    "folded_groups": ("unit", "themes"),
    "recent": (RecentRegister(Path("/tmp/äö 🙂.hanke"), datetime(2026, 11, 24, tzinfo=UTC)),),
    "seen": ("0190a", "0190b"),
    "searches": ("tila:aktiivinen ”hulevesi” 🙂", 'yksikkö:"Elinvoima ja ympäristö"'),
    "register_folder": Path("/tmp/a b"),
    "text_folder": Path("/tmp/c"),
    "print_folder": Path("/tmp/d"),
    "attachment_folder": Path("/tmp/e"),
    "logo_folder": Path("/tmp/f"),
    "person": "Maija ”Maikki” Meikäläinen; 100 %",
    "page_strip": False,
    "spelling": False,
    "own_words": ("Lotsitus", "CIRCWASTE"),
}


def test_every_setting_is_tried_here():
    assert set(VALUES) == set(declared())


@pytest.mark.parametrize("name", VALUES)
def test_setting_is_there_after_a_restart(tmp_path, name):
    file = tmp_path / "asetukset" / "settings.ini"
    settings = Settings(file)
    assert getattr(settings, name) == declared()[name].default
    setattr(settings, name, VALUES[name])
    settings.file.sync()
    assert getattr(Settings(file), name) == VALUES[name]


@pytest.mark.parametrize("name", ["theme", "text_scale", "splitter_sizes", "recent", "searches", "spelling"])
def test_what_cannot_be_read_counts_as_never_set(tmp_path, name):
    settings = Settings(tmp_path / "settings.ini")
    settings.file.setValue(declared()[name].key, "{rubbish")
    assert getattr(settings, name) == declared()[name].default


def test_recent_registers_stand_newest_first_and_once(tmp_path):
    settings = Settings(tmp_path / "settings.ini")
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for n in range(MOST_RECENT + 3):
        settings.remember_register(Path(f"{n}.hanke"), start + timedelta(days=n))
    settings.remember_register(Path("5.hanke"), start + timedelta(days=99))
    names = [each.path.stem for each in settings.recent]
    assert len(names) == MOST_RECENT
    assert names[:2] == ["5", str(MOST_RECENT + 2)]
    assert len(set(names)) == len(names)
    settings.forget_register(Path("5.hanke"))
    assert "5" not in {each.path.stem for each in settings.recent}


def test_recent_searches_stand_newest_first_and_once(tmp_path):
    settings = Settings(tmp_path / "settings.ini")
    for n in range(MOST_SEARCHES + 2):
        settings.remember_search(f"haku {n}")
    settings.remember_search("haku 5")
    assert settings.searches[:2] == ("haku 5", f"haku {MOST_SEARCHES + 1}")
    assert len(settings.searches) == len(set(settings.searches)) == MOST_SEARCHES
