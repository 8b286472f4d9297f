"""What office prose says of time: the office's own expressions, further ones, and whose time each is."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hankeapp.domain.dates import PartialDate
from hankeapp.language.time_expressions import TimeKind, TimeRole, read

OFFICE = json.loads((Path(__file__).parent / "data" / "date_expressions.json").read_text(encoding="utf-8"))
ROLES = {"programme": {TimeRole.PROGRAMME}, "sub": {TimeRole.SUB, TimeRole.PHASE}}
NBSP = "\u00a0"


def precision(date):
    if date is None:
        return None
    if date.season:
        return "season"
    return "day" if date.day else "month" if date.month else "year"


def iso(date):
    return date.iso if date else None


@pytest.mark.parametrize("case", OFFICE, ids=lambda case: case["expression"])
def test_expressions_of_the_office(case):
    expected = case["expected"]
    found = read(case["expression"])
    kind, _, detail = expected["kind"].partition(":")
    if kind == "trap":
        assert found == ()
        return
    (only,) = found
    assert only.kind.value == {"none": "vague"}.get(kind, kind)
    assert (iso(only.start), precision(only.start)) == (expected["start"], expected["start_precision"])
    assert (iso(only.end), precision(only.end)) == (expected["end"], expected["end_precision"])
    assert (only.edtf or None) == expected["edtf"]
    if kind == "duration":
        assert only.months == 36
    else:
        assert only.role in ROLES[detail] if detail else only.role not in {TimeRole.PROGRAMME, TimeRole.SUB}


@pytest.mark.parametrize(
    ("text", "kind", "edtf", "words"),
    [
        ("1.1.–31.12.2024", "range", "2024-01-01/2024-12-31", "1.1.–31.12.2024"),
        ("1.–15.6.2024", "range", "2024-06-01/2024-06-15", "1.–15.6.2024"),
        ("1.1.2024 - 31.12.2026", "range", "2024-01-01/2026-12-31", "1.1.2024 - 31.12.2026"),
        ("1. 3. 2025 – 28. 2. 2027", "range", "2025-03-01/2027-02-28", "1. 3. 2025 – 28. 2. 2027"),
        (f"1.1.{NBSP}2024{NBSP}–{NBSP}31.12.2026", "range", "2024-01-01/2026-12-31", None),
        ("1.1.23–31.12.25", "range", "2023-01-01/2025-12-31", "1.1.23–31.12.25"),
        ("2023-01-01 – 2025-12-31", "range", "2023-01-01/2025-12-31", None),
        ("1/2024 - 12/2026", "range", "2024-01/2026-12", "1/2024 - 12/2026"),
        ("8–12/2024", "range", "2024-08/2024-12", "8–12/2024"),
        ("tammi–maaliskuussa 2024", "range", "2024-01/2024-03", "tammi–maaliskuussa 2024"),
        ("tammikuusta joulukuuhun 2025", "range", "2025-01/2025-12", "tammikuusta joulukuuhun 2025"),
        ("syksystä 2023 kevääseen 2025", "range", "2023-23/2025-21", "syksystä 2023 kevääseen 2025"),
        ("keväällä 2024 – syksyllä 2025", "range", "2024-21/2025-23", None),
        ("elokuusta 2023 kesäkuun 2025 loppuun asti", "range", "2023-08/2025-06", None),
        ("vuodesta 2023 vuoteen 2026", "range", "2023/2026", "vuodesta 2023 vuoteen 2026"),
        ("vuoden 2024 alusta vuoden 2026 loppuun", "range", "2024/2026", None),
        ("1.1.2024 alkaen vuoden 2026 loppuun", "range", "2024-01-01/2026", None),
        ("9/24–8/26", "range", "2024-09/2026-08", "9/24–8/26"),
        ("syyskuun 2025 ja elokuun 2026 välillä", "range", "2025-09/2026-08", "syyskuun 2025 ja elokuun 2026"),
        ("Kylätalo, alkaen 5/2025", "from", "2025-05/..", "alkaen 5/2025"),
        ("Kevyen liikenteen väylä, 2028", "point", "2028", "2028"),
        ("2024-26", "range", "2024/2026", "2024-26"),
        ("2024–26", "range", "2024/2026", "2024–26"),
        ("2024\u22122026", "range", "2024/2026", "2024\u22122026"),
        ("2024 — 2026", "range", "2024/2026", "2024 — 2026"),
        ("vuosina 2023–2025", "range", "2023/2025", "vuosina 2023–2025"),
        ("vuosien 2023–2025 aikana", "range", "2023/2025", "vuosien 2023–2025"),
        ("vv. 2023–2025", "range", "2023/2025", "vv. 2023–2025"),
        ("vuosien 2023 ja 2025 välillä", "range", "2023/2025", "vuosien 2023 ja 2025 välillä"),
        ("alkoi 2021 ja päättyy 2024", "range", "2021/2024", "alkoi 2021 ja päättyy 2024"),
        ("alkaa 1.9.2025 ja päättyy 31.8.2027", "range", "2025-09-01/2027-08-31", None),
        ("käynnistyi keväällä 2024 ja päättyy joulukuussa 2026", "range", "2024-21/2026-12", None),
        ("kaksivuotinen hanke (8/2024–7/2026)", "range", "2024-08/2026-07", "kaksivuotinen hanke (8/2024–7/2026)"),
        ("vuosina 2023, 2024 ja 2025", "list", "{2023,2024,2025}", "vuosina 2023, 2024 ja 2025"),
        ("2022 sekä 2024", "list", "{2022,2024}", "2022 sekä 2024"),
        ("31.12.2025 mennessä", "by", "/2025-12-31", "31.12.2025 mennessä"),
        ("vuoteen 2030 mennessä", "by", "/2030", "vuoteen 2030 mennessä"),
        ("vuoden 2025 loppuun mennessä", "by", "/2025", "vuoden 2025 loppuun mennessä"),
        ("vuoteen 2035", "by", "/2035", "vuoteen 2035"),
        ("vuoden 2025 loppuun", "until", "/2025", "vuoden 2025 loppuun"),
        ("joulukuun 2025 loppuun", "until", "/2025-12", "joulukuun 2025 loppuun"),
        ("joulukuun loppuun 2025 saakka", "until", "/2025-12", "joulukuun loppuun 2025 saakka"),
        ("31. joulukuuta 2025 asti", "until", "/2025-12-31", "31. joulukuuta 2025 asti"),
        (f"31.12.{NBSP}2025 saakka", "until", "/2025-12-31", f"31.12.{NBSP}2025 saakka"),
        ("jatkuu kevääseen 2026", "until", "/2026-21", "jatkuu kevääseen 2026"),
        ("kestää vuoteen 2027", "until", "/2027", "kestää vuoteen 2027"),
        ("kesäkuussa 2024 päättynyt", "until", "/2024-06", "kesäkuussa 2024 päättynyt"),
        ("Päättyy: 31.12.2026", "until", "/2026-12-31", "Päättyy: 31.12.2026"),
        ("(–2026)", "until", "/2026", "–2026"),
        ("vuodesta 2022 lähtien", "from", "2022/..", "vuodesta 2022 lähtien"),
        ("syyskuun alusta 2024", "from", "2024-09/..", "syyskuun alusta 2024"),
        ("vuoden 2025 alusta alkaen", "from", "2025/..", "vuoden 2025 alusta alkaen"),
        ("vuoden 2024 syksystä", "from", "2024-23/..", "vuoden 2024 syksystä"),
        ("käynnistettiin 2023", "from", "2023/..", "käynnistettiin 2023"),
        ("talvella 2024 alkanut", "from", "2024-24/..", "talvella 2024 alkanut"),
        ("(2024–)", "from", "2024/..", "2024–"),
        ("Kesällä 2019", "point", "2019-22", "Kesällä 2019"),
        ("talvi 2022–23", "point", "2022-24", "talvi 2022–23"),
        ("alkukesästä 2024", "from", "2024-22/..", "alkukesästä 2024"),
        ("syyslukukaudella 2024", "point", "2024-23", "syyslukukaudella 2024"),
        ("maaliskuun 2025 aikana", "point", "2025-03", "maaliskuun 2025"),
        ("24.11.2026", "point", "2026-11-24", "24.11.2026"),
        ("1. tammikuuta 2024", "point", "2024-01-01", "1. tammikuuta 2024"),
        ("2024-05", "point", "2024-05", "2024-05"),
    ],
)
def test_further_expressions(text, kind, edtf, words):
    (only,) = read(text)
    assert (only.kind.value, only.edtf) == (kind, edtf)
    assert not only.problem
    assert text[slice(*only.span)] == (words or text)


@pytest.mark.parametrize(
    ("text", "months", "words"),
    [
        ("Kolmivuotisessa hankkeessa", 36, "Kolmivuotisessa"),
        ("kaksivuotinen", 24, "kaksivuotinen"),
        ("kolmivuotishanke", 36, "kolmivuotishanke"),
        ("2-vuotisen projektin", 24, "2-vuotisen"),
        ("puolitoistavuotinen", 18, "puolitoistavuotinen"),
        ("18 kuukauden ajan", 18, "18 kuukauden ajan"),
        ("kahden vuoden hanke", 24, "kahden vuoden"),
        ("Hanke kestää noin kolme vuotta", 36, "kestää noin kolme vuotta"),
        ("Kesto on 2,5 vuotta", 30, "Kesto on 2,5 vuotta"),
        ("kaksi vuotta kestävä", 24, "kaksi vuotta kestävä"),
        ("useiden vuosien ajan", None, "useiden vuosien ajan"),
        ("monivuotisen", None, "monivuotisen"),
        ("toistaiseksi", None, "toistaiseksi"),
    ],
)
def test_lengths(text, months, words):
    (only,) = read(text)
    assert only.kind is (TimeKind.DURATION if months else TimeKind.VAGUE)
    assert (only.months, only.edtf, text[slice(*only.span)]) == (months, "", words)


@pytest.mark.parametrize(
    "text",
    [
        "18–29-vuotiaiden",
        "yli 75-vuotiaat",
        "kolmivuotiaat lapset",
        "viiden vuoden välein",
        "2–5 vuoden ikäiset",
        "50-vuotisjuhla",
        "kolme vuotta sitten",
        "2000–2100 asukasta",
        "2024 euroa",
        "noin 2 000–2 500 €",
        "1 950 000 euroa",
        "2 000 osallistujaa",
        "1990-luvulla",
        "vuonna 1990-luvun",
        "ohjelmatavoite 1.2",
        "kohdat 4.1.2 ja 2.3",
        "Kirjasto 2030",
        "Agenda 2030",
        "PRIDno-2019-1105",
        "KH 12.3. § 45/2023",
        "puh. 044 701 2023",
        "klo 12.30–14.00",
        "2010-syntyneet",
        "136 eurooppalaista kaupunkia, joista 8 Suomessa",
        "A81234",
        "y-tunnus 2012345-6",
        "50 % ja 2,5 prosenttia",
        "1.2.–30.4.",
        "lokakuussa",
        "",
    ],
)
def test_traps(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Vuosina 2023-2026 toteutettavan MUSTBE-hankkeen tarkoituksena", TimeRole.PROJECT),
        ("Euroopan unionin osarahoittama hanke on kolmevuotinen (2024–2026).", TimeRole.PROJECT),
        ("Kyseessä on määräraha ja hanke kestää 31.12.2023 asti.", TimeRole.PROJECT),
        ("Hyvinvointiohjelma 2022–2025: Ohjelmassa edistetään terveyttä.", TimeRole.PROJECT),
        ("Ohjelma toteutetaan vuosina 2022–2025.", TimeRole.PROJECT),
        ("Hanke on saanut rahoitusta, ja hanke päättyy 31.5.2026.", TimeRole.PROJECT),
        ("Toiminta alkoi keväällä 2024.", TimeRole.PROJECT),
        ("EU-rahoitteisen Kulttuuripolku (2017–2020) -projektin tavoite", TimeRole.PROJECT),
        ("Ministeriön rahoittama Kulttuuripolku (2024–2026)", TimeRole.PROJECT),
        ("Hanke saatetaan loppuun: se toteutetaan 31.12.2026 mennessä.", TimeRole.PROJECT),
        ("Hanke kuuluu ohjelmakauteen 2021–2027.", TimeRole.PROGRAMME),
        ("ohjelmakaudella 2021–2027", TimeRole.PROGRAMME),
        ("2021–2027-ohjelmakaudella", TimeRole.PROGRAMME),
        ("Euroopan unionin alue- ja rakennepolitiikan ohjelmasta 2021–2027", TimeRole.PROGRAMME),
        ("Hanke toteuttaa kaupunkistrategiaa 2022–2030.", TimeRole.PROGRAMME),
        ("Osahankkeet toteutetaan vuosina 2024–2025.", TimeRole.SUB),
        ("Jatkohanke alkaa vuonna 2027.", TimeRole.SUB),
        ("Vuosina 2021-2023 hankkeessa tehdään tiekartta.", TimeRole.PHASE),
        ("Pilotointivaiheessa 2024–2025 kokeillaan", TimeRole.PHASE),
        ("Energiaviraston 2019–2023 rahoittama hanke", TimeRole.FUNDING),
        ("Ministeriön avustus vuosille 2024–2025", TimeRole.FUNDING),
        ("Hankkeelle on myönnetty rahoitusta vuosille 2024 ja 2025.", TimeRole.FUNDING),
        ("Rahoituskausi päättyy 31.12.2026.", TimeRole.FUNDING),
        ("Tavoitteena on puolittaa asunnottomuus vuoteen 2023 mennessä.", TimeRole.GOAL),
        ("Kaupunki on hiilineutraali vuonna 2035.", TimeRole.GOAL),
        ("Kampanjaa on toteutettu muutamissa kaupungeissa kesästä 2019 lähtien.", TimeRole.PARENT),
        ("Hakuaika päättyy 31.3.2025.", TimeRole.OTHER),
        ("Rakentaminen alkaa keväällä 2026.", TimeRole.OTHER),
        ("valtuustokaudella 2021–2025", TimeRole.OTHER),
    ],
)
def test_whose_time(text, role):
    assert [each.role for each in read(text)] == [role]


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("31.2.2026", "point", None, None),
        ("Hanke päättyy 31.2.2026.", "until", None, None),
        ("1.1.2024–31.2.2026", "range", "2024-01-01", None),
        ("30.2.2024–31.12.2026", "range", None, "2026-12-31"),
        ("1.13.2024 alkaen", "from", None, None),
        ("13/2024–12/2025", "range", None, "2025-12"),
        ("2026–2023", "range", "2026", None),
        ("alkaa 2026 ja päättyy 2023", "range", "2026", None),
    ],
)
def test_impossible_dates_are_told_and_not_raised(text, kind, start, end):
    (only,) = read(text)
    assert (only.kind.value, iso(only.start), iso(only.end)) == (kind, start, end)
    assert only.problem.endswith(".")


def test_a_paragraph_with_many_times():
    text = (
        "CIRCWASTE – Kohti kiertotaloutta 2016-2023: Kaupunki toteuttaa osahankkeitaan vuosina 2016–2021. "
        "Vuosina 2021-2023 hankkeessa tehdään tiekartta. Tavoite on 1 000 kotitaloutta vuoteen 2030 mennessä."
    )
    assert [(each.edtf, each.role) for each in read(text)] == [
        ("2016/2023", TimeRole.PROJECT),
        ("2016/2021", TimeRole.SUB),
        ("2021/2023", TimeRole.PHASE),
        ("/2030", TimeRole.GOAL),
    ]


YEARS = st.integers(1900, 2198)


@given(YEARS, st.integers(1, 60), st.sampled_from(["–", "-", " – ", "\u2212", " - ", f"{NBSP}–{NBSP}"]))
def test_any_range_of_years(year, length, dash):
    text = f"vuosina {year}{dash}{min(year + length, 2199)}"
    (only,) = read(f"Hanke toteutetaan {text}.")
    assert (only.start, only.end) == (PartialDate(year), PartialDate(min(year + length, 2199)))
    assert f"Hanke toteutetaan {text}."[slice(*only.span)] == text


@given(st.dates(), st.dates())
def test_any_range_of_days(start, end):
    start, end = sorted((start.replace(year=2000 + start.year % 100), end.replace(year=2000 + end.year % 100)))
    (only,) = read(f"({start.day}.{start.month}.{start.year}–{end.day}.{end.month}.{end.year})")
    assert (only.start, only.end) == (PartialDate.of(start), PartialDate.of(end))


PIECES = st.sampled_from(
    ["1.1.", "31.12.2025", "2024", "–", "-", " ", "vuosina", "kesällä", "talvella", "ja", ",", "(", ")", "asti",
     "alkaen", "hanke", "päättyy", "alkaa", "31.2.2026", "kolmivuotinen", "13/2024", "12/", "loppuun", "mennessä",
     "\n", "ohjelma"]
)  # fmt: skip


@example("31.12.2025 päättyy 31.12.2025")
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text())
def test_any_text_is_read_and_spans_lie_in_it(text):
    found = read(text)
    ends = [0]
    for each in found:
        assert ends[-1] <= each.span[0] < each.span[1] <= len(text)
        assert not (each.kind is TimeKind.RANGE and each.start and each.end and each.end.latest < each.start.earliest)
        assert each.start or each.end or each.problem or each.kind in {TimeKind.DURATION, TimeKind.VAGUE}
        ends.append(each.span[1])
