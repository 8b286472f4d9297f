"""Base forms and parts of words, and what is read of them as the reference reads it."""

import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.language import morphology
from hankeapp.language.automaton import LONGEST, Automaton
from hankeapp.language.morphology import Analysis, Morphology, MorphologyMissing
from hankeapp.language.transducer import Transducer
from hankeapp.paths import DICTIONARY

REFERENCE = Path(__file__).parent / "data" / "readings.tsv.xz"
FINNISH = Morphology.load(None)


def lemmas(word):
    return [analysis.lemma for analysis in FINNISH.analyses(word)]


def test_every_reading_is_that_of_the_reference():
    automaton = Automaton(Transducer.load(DICTIONARY, None))
    lines = lzma.decompress(REFERENCE.read_bytes()).decode().split("\n")
    expected = {word: readings for word, *readings in (line.split("\t") for line in lines)}
    assert len(expected) > 5000
    assert {word: sorted(automaton.readings(word)) for word in expected} == expected
    assert all(automaton.accepts(word) == bool(readings) for word, readings in expected.items())


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("hulevesien", "hulevesi"),
        ("asukkaiden", "asukas"),
        ("kaupungeissammekin", "kaupunki"),
        ("Porissa", "pori"),
        ("HANKKEIDEN", "hanke"),
        ("EU:n", "eu"),
        ("parempi", "hyvä"),
        ("suurimmaksi", "suuri"),
        ("yhteisöllisen", "yhteisöllinen"),
        ("esteettömyyttä", "esteettömyys"),
        ("etteivät", "ettei"),
        ("linja-autoasemalla", "linja-autoasema"),
        ("sote-uudistuksen", "sote-uudistus"),
        ("talous-", "talous"),
        ("-leirit", "leiri"),
        ("nuortenkeskusten", "nuortenkeskus"),
        ("vanhojentalojen", "vanhojentalo"),
        ("nuorenmiehen", "nuorimies"),
        ("kahdenkymmenenviiden", "kaksikymmentäviisi"),
        ("2020-luvulla", "2020-luku"),
        ("XX", "xx"),
    ],
)
def test_a_word_has_its_base_form(word, lemma):
    assert lemma in lemmas(word)


@pytest.mark.parametrize(
    ("word", "noun", "verb"),
    [
        ("kehittämisessä", "kehittäminen", "kehittää"),
        ("kehitetyt", "kehitetty", "kehittää"),
        ("ikääntyneiden", "ikääntynyt", "ikääntyä"),
        ("uusiutuvan", "uusiutuva", "uusiutua"),
        ("tekemättömät", "tekemätön", "tehdä"),
    ],
)
def test_what_is_formed_of_a_verb_is_found_by_the_verb_too(word, noun, verb):
    assert {noun, verb} <= set(lemmas(word))


def test_what_is_derived_otherwise_stands_for_itself():
    assert lemmas("kehityksen") == ["kehitys"]
    assert lemmas("muuttajien") == ["muuttaja"]
    assert lemmas("esteettömät") == ["esteetön"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("hanke", ()),
        ("hulevesien", ("hule", "vesi")),
        ("kaupunginhallituksen", ("kaupunki", "hallitus")),
        ("kaupunkikehityshanke", ("kaupunki", "kehitys", "hanke", "kaupunkikehitys", "kehityshanke")),
        ("jätevedenpuhdistamolla", ("jäte", "vesi", "puhdistamo", "jätevesi", "vedenpuhdistamo")),
        ("kehittämishankkeet", ("kehittäminen", "hanke")),
        ("varhaiskasvatuksen", ("varhais", "kasvatus")),
        ("esi-isät", ("esi", "isä")),
        ("EU-hankkeessa", ("eu", "hanke")),
        ("energiatehokkuus", ("energia", "tehokkuus")),
        ("12-vuotiaat", ("12", "vuotias")),
        ("-leirit", ()),
    ],
)
def test_a_compound_has_its_parts_and_the_compounds_among_them(word, parts):
    assert {analysis.parts for analysis in FINNISH.analyses(word)} == {parts}


def test_a_word_of_many_parts_tells_only_the_single_ones():
    (analysis,) = FINNISH.analyses("vesivesivesivesivesivesivesi")
    assert analysis.parts == ("vesi",)


def test_all_that_a_word_may_be_of_is_told():
    assert set(lemmas("porissa")) == {"pori", "pora"}
    assert set(lemmas("alusta")) >= {"alusta", "alus", "alku"}


@pytest.mark.parametrize(
    ("word", "nonsense"), [("kuuluu", "luu"), ("elinvoimaa", "maa"), ("kokonaisvaltainen", "nainen")]
)
def test_a_word_of_fewer_words_stands_in_the_way_of_one_of_more(word, nonsense):
    assert FINNISH.knows(word)
    assert not any(nonsense in analysis.parts for analysis in FINNISH.analyses(word))


def test_dots_may_be_left_out():
    assert Analysis("ilmastokestävä", ("ilmasto", "kestävä")) in FINNISH.analyses_without_dots("ilmastokestava")
    assert Analysis("ikääntynyt") in FINNISH.analyses_without_dots("IKAANTYNYT")
    assert not FINNISH.analyses("ikaantynyt")


def test_the_word_as_it_is_written_comes_before_the_word_with_dots():
    assert [analysis.lemma for analysis in FINNISH.analyses_without_dots("saari")] == ["saari", "sääri"]
    assert [analysis.lemma for analysis in FINNISH.analyses_without_dots("sääri")] == ["sääri"]


def test_a_word_is_known_in_its_forms_only():
    assert FINNISH.knows("Hulevesien")
    assert not FINNISH.knows("hulevsien")
    assert not FINNISH.knows("ikaantynyt")


@pytest.mark.parametrize(
    "word", ["", " ", "liveability", "🙂", "\x00", "[Ln]", "@0@", "ab\ncd", "a\u0301\u0308", "-", ":"]
)
def test_what_is_no_word_has_no_analyses(word):
    assert FINNISH.analyses(word) == FINNISH.analyses_without_dots(word) == ()
    assert not FINNISH.knows(word)


@pytest.mark.parametrize("word", ["vesi" * 2500, "a" * 10_000, "ä" * (LONGEST + 1), "hanke-" * 30])
def test_a_word_too_long_is_not_looked_at(word):
    assert FINNISH.analyses_without_dots(word) == ()
    assert not FINNISH.knows(word)


@pytest.mark.parametrize("part", ["vesi", "maa", "yö", "aie", "ala", "suo", "työ-", "a", "o", "tie"])
def test_endless_compounds_come_to_an_end(part):
    """Each border may be one of many: the ways through are counted, and the word is left alone in the end."""
    word = (part * LONGEST)[:LONGEST]
    assert isinstance(FINNISH.knows(word), bool)
    assert isinstance(FINNISH.analyses_without_dots(word), tuple)


@given(st.text(st.sampled_from("aeiklmnostuvyäö-:'1") | st.characters(), max_size=12))
def test_any_text_is_taken(text):
    analyses = FINNISH.analyses(text)
    assert bool(analyses) <= FINNISH.knows(text)
    assert set(analyses) <= set(FINNISH.analyses_without_dots(text))
    assert all(analysis.lemma and all(analysis.parts) for analysis in analyses)


def test_a_missing_dictionary_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr(morphology, "DICTIONARY", tmp_path / "none.kfst")
    with pytest.raises(MorphologyMissing, match=r"none\.kfst"):
        Morphology.load(tmp_path)
