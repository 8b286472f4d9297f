"""The query language: what is understood, what is doubted, and that no text is too much for it."""

from __future__ import annotations

import itertools
import string
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hankeapp.domain.query_language import MOST_CONDITIONS, parse
from hankeapp.domain.query_terms import Amounts, Choice, Dates, Flagged, Known, Named, Phrase, Running, Unread, Word
from hankeapp.domain.query_writing import text_of

TODAY = date(2026, 11, 24)
LINES = (Path(__file__).parent / "data" / "queries.txt").read_text("utf-8").splitlines()
EXAMPLES = [tuple(map(str.strip, line.split("→"))) for line in LINES if not line.startswith("#")]

PIECES = [
    "tila:", "päättyy:", "budjetti:", "rahoittaja:", "on:", "puuttuu:", "käynnissä:", "tlia:", "aktiivinen", "2026",
    "pian", "kevät 2025", "talvi 2025", "90pv", "100 000", "1,5M", "..", "<", ">=", "=", "-", "–", ",", ", ", " ", '"',
    "”", "’", "'", ":", "joki", "ä", "(", "*", "%", "\0", "😀", "\ud800", "0", "000", "k", "€", ".", "AND", "NEAR(",
    "; DROP TABLE project",
]  # fmt: skip
"""What queries are made of, and what they should not be made of."""

QUERIES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=30)


def asked(text):
    return parse(text, TODAY)


def told(condition):
    match condition:
        case Word(text) | Phrase(text):
            return f"{type(condition).__name__.lower()} {text}"
        case Choice(name, code):
            return f"{name} {code}"
        case Named(name, text, whole):
            return f"{name} {'=' if whole else '~'} {text}"
        case Dates(name, first, last):
            return f"{name} {first.iso if first else ''}..{last.iso if last else ''}"
        case Running(first, last):
            return f"running {first.iso if first else ''}..{last.iso if last else ''}"
        case Amounts(name, least, most):
            return f"{name} {'' if least is None else least}..{'' if most is None else most}"
        case Known(name, is_known):
            return f"{'has' if is_known else 'missing'} {name}"
        case Flagged(view):
            return f"flag {view.value}"
        case Unread(name, typed):
            return f"{name} unread {typed}"


def all_told(text):
    return " & ".join(
        ("not " if term.is_negated else "") + " | ".join(map(told, term.any_of)) for term in asked(text).terms
    )


@pytest.mark.parametrize(("text", "meaning"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_a_query_is_understood(text, meaning):
    assert all_told(text) == meaning


@pytest.mark.parametrize("text", [text for text, meaning in EXAMPLES if text and meaning])
def test_what_was_understood_is_doubted_only_where_it_was_not(text):
    is_doubtful = LINES.index(
        "# Not understood: no project has such a value, and a key that is none is looked for as text"
    ) < next(place for place, line in enumerate(LINES) if line.startswith(f"{text} →"))
    assert bool(asked(text).doubts) is is_doubtful


def test_terms_keep_their_place_in_the_text():
    text = ' -tila:päättynyt  joki,meri päättyy:kevät 2025 "hule vesi" '
    assert [text[slice(*term.span)] for term in asked(text).terms] == [
        "-tila:päättynyt",
        "joki,meri",
        "päättyy:kevät 2025",
        '"hule vesi"',
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tlia:aktiivinen", ["tlia:", "tila:"]),
        ("stauts:active", ["stauts:", "status:"]),
        ("qwxyz:1", ["qwxyz:", "tila:"]),
        ("tila:foo", ["aktiivinen", "päättynyt", "suunnitteilla", "tila:foo"]),
        ("tila:aktuvinen", ["suunnitteilla", "”aktiivinen”"]),
        ("status:pogående", ["”aktiivinen”"]),
        ("päättyy:31.2.2026", ["28.2.2026", "päättyy:31.2.2026"]),
        ("päättyy:foo", ["foo", "90pv"]),
        ("päättyy:20", ["20", "31.12.2026"]),
        ("budjetti:iso", ["iso", "budjetti:>100000"]),
        ("puuttuu:rahotitaja", ["rahotitaja", "rahoittaja"]),
        ("puuttuu:xyzzy", ["xyzzy", "puuttuu:rahoittaja"]),
        ("suhde:x", ["on:suhde", "puuttuu:suhde"]),
        ("tila:", ["tila:"]),
    ],
)
def test_a_doubt_says_what_to_do(text, words):
    (doubt,) = asked(text).doubts
    assert all(word in doubt for word in words), doubt


@pytest.mark.parametrize("text", ["EU:n rahoitus", "LIFE:stä", "ELY:ltä", "ESR:ään", "eu:hun"])
def test_an_inflected_abbreviation_is_no_filter_that_is_missing(text):
    assert not asked(text).doubts
    assert asked(text).terms[0].any_of == (Word(text.split()[0]),)


@pytest.mark.parametrize("quote", ['"', "”", "“", "'", "’", '-"', 'joki,"', 'rahoittaja:"'])
def test_a_quote_with_nothing_behind_it_asks_nothing_yet(quote):
    assert asked(f"joki {quote}").terms[1:] == asked(f"joki {quote[:-1].rstrip('-')}").terms[1:]


def test_an_open_quote_is_a_phrase_up_to_the_end():
    assert [term.any_of for term in asked('joki "hule ve').terms] == [
        (Word("joki"),),
        (Phrase("hule ve", is_open=True),),
    ]
    assert asked('joki "hule ').terms[1].any_of == asked('joki "hule"').terms[1].any_of == (Phrase("hule"),)
    assert all_told('rahoittaja:"Interreg Ce') == "funder ~ Interreg Ce"


def test_only_some_doubts_are_told():
    assert len(asked(" ".join(f"qx{letter}:1" for letter in string.ascii_lowercase)).doubts) == 5


def test_a_page_pasted_in_is_searched_by_its_first_words():
    parsed = asked("sana " * 3000)
    assert sum(len(term.any_of) for term in parsed.terms) == MOST_CONDITIONS
    assert len(parsed.doubts) == 1
    (term,) = asked(",".join(f"x{n}" for n in range(500))).terms
    assert len(term.any_of) == MOST_CONDITIONS


def test_words_and_filters_are_told_apart():
    parsed = asked("joki tila:aktiivinen -meri pian")
    assert [term.any_of for term in parsed.words] == [(Word("joki"),), (Word("meri"),)]
    assert len(parsed.filters) == 2


@given(text=QUERIES)
def test_no_text_is_too_much(text):
    parsed = asked(text)
    places = [term.span for term in parsed.terms]
    assert all(0 <= first < last <= len(text) for first, last in places)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))
    assert all(
        term.any_of and len({isinstance(each, Word | Phrase) for each in term.any_of}) == 1 for term in parsed.terms
    )


@pytest.mark.parametrize("piece", PIECES)
def test_nor_are_ten_thousand_of_it(piece):
    asked(piece * (10_000 // len(piece)))
    asked(f"{piece} " * (10_000 // len(piece)))


@given(text=QUERIES)
@example(text="budjetti:100 joki")
@example(text="'budjetti:,=:(")
@example(text='tila:"')
@example(text="budjetti:>100,000 000")
@example(text='budjetti:"100" 000')
@example(text="pian:tila:")
@example(text="budjetti:100, 20")
@example(text='budjetti:"100" k')
@example(text='päättyy:"2026" ..2027')
def test_a_query_written_anew_asks_the_same(text):
    terms = asked(text).terms
    assert asked(text_of(terms)).terms == terms
