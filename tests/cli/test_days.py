"""`--on` and `--known` of the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said


def ended(listed: list[dict[str, object]]) -> int:
    return sum(project["status"] == "ended" for project in listed)


def test_the_nine_are_listed_as_ended_from_their_days_on(say: Callable[..., Said], register: Path) -> None:
    numbers = [project["number"] for project in say("overdue", register, "--json").document]
    assert say("end", register, *numbers, "--recorded").code == 0
    for day, count in {
        "2020-06-30": 0,
        "2022-06-30": 1,
        "2023-06-30": 4,
        "2024-06-30": 7,
        "2026-11-24": 9,
        "2022": 4,
        "6/2023": 4,
    }.items():
        assert ended(say("list", register, "--on", day, "--json").document) == count, day


def test_the_register_of_yesterday_knows_nothing_of_today(say: Callable[..., Said], register: Path) -> None:
    assert say("list", register, "--known", "2026-11-23", "--json").document == []
    assert len(say("list", register, "--known", "24.11.2026", "--json").document) == 30
    assert say("list", register, "--known", "23.11.2026").out == (
        "Tilanne 23.11.2026 rekisterin silloisten tietojen mukaan\n\n0 hanketta\n"
    )
    assert say("list", register, "--on", "2022").out.startswith("Tilanne 31.12.2022 nykytiedon mukaan\n\n")
    assert "Tilanne" not in say("list", register).out


def test_a_report_of_a_known_day_stays(say: Callable[..., Said], register: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    assert say("report", register, first, "--known", "23.11.2026").code == 0
    assert say("set", register, "H-2026-001", "name=Uusi").code == 0
    assert say("report", register, second, "--known", "23.11.2026").code == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_day_that_does_not_exist_is_refused(say: Callable[..., Said], register: Path) -> None:
    assert "31" in say("list", register, "--known", "31.2.2026").refusal
