"""What people type into the search field: words rare and common, their beginnings and parts, filters, and nonsense."""

WORDS = (
    "hanke", "koulu", "rahoitus", "kehittäminen", "nuorten", "vesi", "hulevesien", "ikäihminen", "osallisuus", "ranta",
    "kaupunki", "porin", "rauma", "lappeenrannassa", "yrittäjyys", "verkoston", "tiekartta", "saavutettavuus",
)  # fmt: skip
"""Common ones, as they are and inflected."""

RARE = (
    "viherkattoverkosto", "kiertotalouspilottien", "pohjavesilaboratorio", "uimarantaohjelma", "tekoälymoduuli",
    "vanhuskylille", "maahanmuuttokeskuksessa", "mielenterveyskortti", "kaukolämpöselvityksen", "satamapuistossa",
)  # fmt: skip
"""Compounds that few projects have, or none."""

BEGINNINGS = ("k", "ko", "kou", "koul", "ra", "rah", "hul", "mer", "saar", "ympär", "yh", "ä", "H-2026-1", "A2", "PRID")
"""As a word is typed."""

PARTS = ("pilotti", "selvitys", "tiede", "verkko", "paja", "silta", "asukas", "ohjaus")
"""Found within compounds."""

SEVERAL = (
    "koulu nuorten", "rahoitus pori yritys", "hanke kehittäminen kestävä", "digitaalinen osallisuus kirjasto",
    "älykäs liikenne vaasa", "luonto ja ranta", "kestavan kehityksen", "YMPÄRISTÖ",
)  # fmt: skip
"""All of the words, in any order; without dots, and in capitals."""

PHRASES = (
    '"Tavoitteena on vahvistaa"',
    '"yhdessä nuorten kanssa"',
    '"otettiin käyttöön"',
    '"Manner-Suomen maaseutuohjelma"',
)

FILTERS = (
    "tila:aktiivinen", "tila:päättynyt koulu", "rahoittaja:EU", "rahoittaja:Satakuntaliitto", "rahasto:EAKR hanke",
    "päättyy:2026", "päättyy:2026 tila:aktiivinen", "alkaa:2020..2022", "laji:kokeilu", "teema:ilmasto nuorten",
    "kumppani:kaupunki", "yksikkö:kirjasto", "budjetti:>500000", "myönnetty:>100000 rahasto:JTF",
    "puuttuu:rahoittaja", "on:liite", "ohitettu", "pian", "koodi:A21", "yhteyshenkilö:virtanen",
    "diaarinumero:PRIDno-2019",
)  # fmt: skip

NEGATIONS = (
    "hanke -koulu",
    "-tila:päättynyt ranta",
    "koulu -rahoittaja:EU",
    "-hanke",
    "nuorten -porin tila:suunnitteilla",
)

NOTHING = ("xyzzy", "qqqq wwww", "hakneke", '"sanoja joita ei ole"', "tila:aktiivinen xyzzy")

EVERYTHING = ("",)

QUERIES = (*WORDS, *RARE, *BEGINNINGS, *PARTS, *SEVERAL, *PHRASES, *FILTERS, *NEGATIONS, *NOTHING, *EVERYTHING)
