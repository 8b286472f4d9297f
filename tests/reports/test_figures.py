"""Counts, money and charts: only what is known, and how many it is known of."""

from dataclasses import replace

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.naming import NO_NAMES, Names
from hankeapp.domain.parts import Funding
from hankeapp.domain.values import Cents, Codes, Key
from hankeapp.reports.figures import charts, sums
from hankeapp.translation import tr
from tests.reports.seed import seed

NAMES = Names({"eu": "EU", "min": "Ministeriö"}, {("theme", "a"): "Ympäristö"})


def charted(projects, names=NAMES):
    return {chart.title: [(bar.label, bar.number) for bar in chart.bars] for chart in charts(projects, names)}


def test_money_that_nobody_knows_is_not_told():
    assert sums(seed()) == ()


def test_money_says_of_how_many_projects_it_is_known():
    first, second = seed()[:2]
    known = replace(first, budget_whole=Cents(1_000_00), budget_city=Cents(400_00), budget_own=Cents(100_50))
    told = [(each.number, each.words) for each in sums([known, replace(second, budget_whole=Cents(1_00))])]
    assert told[0] == ("1\u00a0001\u00a0€", "Kokonaisbudjetti")
    assert told[-1] == ("299,50\u00a0€", tr("{sum} (known of {n}/{all})", sum=tr("External funding"), n=1, all=2))


def test_a_project_counts_for_each_of_its_funders_and_the_unknown_are_told():
    first, second, third = seed()[:3]
    both = replace(first, fundings=(Funding(funder=Key("eu")), Funding(funder=Key("min"))))
    one = replace(second, fundings=(Funding(funder=Key("eu")), Funding(funder=Key("eu"), fund="EAKR")))
    unknown = tr("{column} not known", column="Rahoittaja")
    assert charted([both, one, third])["Rahoittaja"] == [("EU", 2), ("Ministeriö", 1), (unknown, 1)]


def test_years_stand_in_their_order_and_many_are_told_together():
    projects = [replace(seed()[0], start=PartialDate(year)) for year in range(2010, 2022)]
    (bars,) = (bars for title, bars in charted(projects).items() if title == "Alkaa (vuosi)")
    assert bars[0] == (tr("Earlier"), 4)
    assert [label for label, _ in bars[1:]] == [str(year) for year in range(2014, 2022)]


def test_without_anything_known_there_is_no_chart():
    assert charted([replace(seed()[1], start=None)], NO_NAMES) == {}


def test_themes_of_one_project_are_each_counted_and_bars_are_parts_of_the_longest():
    first, second = seed()[:2]
    projects = [replace(first, themes=Codes(("a", "b"))), replace(second, themes=Codes(("a",)))]
    (chart,) = (chart for chart in charts(projects, NAMES) if chart.title == "Teemat")
    assert [(bar.label, bar.length) for bar in chart.bars] == [("Ympäristö", 1.0), ("b", 0.5)]
