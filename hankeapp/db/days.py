"""The first and the last possible day of a partial date in a column, worked out by SQLite from its plain form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func

from hankeapp.domain.dates import PartialDate, Season

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_YEAR, _MONTH = len("2026"), len("2026-05")


def first_day(column: ColumnElement[Any]) -> ColumnElement[str]:
    """As ISO; NULL where no date is."""
    year = func.substr(column, 1, _YEAR)
    begins = {f"{season:d}": year.concat(f"-{season.first_month:02}-01") for season in Season}
    return case(begins, value=_season(column), else_=column.concat(func.substr("-01-01", func.length(column) - 3)))


def last_day(column: ColumnElement[Any]) -> ColumnElement[str]:
    """As ISO; NULL where no date is."""
    year = func.substr(column, 1, _YEAR)
    ends = {f"{season:d}": year.concat(_end_of(season)) for season in Season if season is not Season.WINTER}
    ends[f"{Season.WINTER:d}"] = func.date(year.concat("-03-01"), "+1 year", "-1 day")
    month_end = func.date(column.concat("-01"), "+1 month", "-1 day")
    plain = case((func.length(column) == _YEAR, column.concat("-12-31")), (func.length(column) == _MONTH, month_end))
    return case(ends, value=_season(column), else_=func.coalesce(plain, column))


def _season(column: ColumnElement[Any]) -> ColumnElement[str]:
    """The code of a season; that of a month, or nothing, is no code of one."""
    return func.substr(column, _YEAR + 2, 2)


def _end_of(season: Season) -> str:
    return PartialDate(2025, season=season).latest.strftime("-%m-%d")
