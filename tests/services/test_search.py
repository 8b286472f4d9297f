"""Finding words in all their forms: measured on pairs of queries and projects, ranked, lit up, and never failing."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query, Sort, View
from hankeapp.services.opening import create, create_example
from hankeapp.services.search import SearchState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.services.register import Register

PAIRS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "language" / "data" / "search_pairs.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """The example, whose index is ready."""
    folder = tmp_path_factory.mktemp("haku")
    desk = Desk("testaaja", Clock.standing(2026, 11, 24), folder / "välimuisti")
    with closing(create_example(folder / "hankkeet.hanke", desk)) as register:
        assert register.search.make_ready()
        yield register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """An empty register with an index that follows."""
    desk = Desk("testaaja", Clock.standing(2026, 11, 24), tmp_path / "välimuisti")
    with closing(create(tmp_path / "hankkeet.hanke", desk)) as register:
        assert register.search.make_ready()
        yield register


def places(register: Register, text: str) -> set[int]:
    """The places on the page of what is found."""
    return {(each.page_order or 0) - 1 for each in register.projects(register.find(Query(text=text)).ids)}


def names(register: Register, text: str) -> list[str]:
    return [each.name for each in register.projects(register.find(Query(text=text)).ids)]


def test_recall_and_precision(example: Register) -> None:
    right = wrong = missing = 0
    for pair in PAIRS:
        found, expected = places(example, pair["query"]), set(pair["expect"])
        right += len(found & expected)
        missing += len(expected - found)
        wrong += len(found - expected - set(pair["accept"]))
    assert right / (right + missing) >= 0.99
    assert right / (right + wrong) >= 0.95


def test_where_no_index_can_be_kept_nobody_is_told_to_wait_for_it(tmp_path: Path) -> None:
    (tmp_path / "välimuisti").write_text("no folder")
    desk = Desk("testaaja", Clock.standing(2026, 11, 24), tmp_path / "välimuisti" / "x")
    with closing(create_example(tmp_path / "hankkeet.hanke", desk)) as register:
        waiting = register.find(Query(text="hulevesi")).doubts
        assert not register.search.take(register.search.make_beside())
        assert register.search.state is SearchState.WITHOUT_INDEX
        found = register.find(Query(text="hulevesi"))
        assert found.ids
        assert found.doubts == (SearchState.WITHOUT_INDEX.label,) != waiting


@pytest.mark.parametrize("phrase", ["kohti kiertotaloutta", "Baltic Sea Region", "Euroopan unionin"])
def test_a_phrase_finds_what_it_becomes_at_each_letter(example: Register, phrase: str) -> None:
    closed = set(example.find(Query(text=f'"{phrase}"')).ids)
    assert closed
    for length in range(len(phrase) + 1):
        found = set(example.find(Query(text=f'"{phrase[:length]}')).ids)
        assert found, phrase[:length]
        assert closed <= found or length < 4, phrase[:length]
    assert set(example.find(Query(text=f'"{phrase}')).ids) == closed


@pytest.mark.parametrize("kind", sorted({pair["kind"] for pair in PAIRS}))
def test_no_kind_of_query_is_bad(example: Register, kind: str) -> None:
    for pair in (pair for pair in PAIRS if pair["kind"] == kind):
        assert places(example, pair["query"]) >= set(pair["expect"]), pair["query"]


@pytest.mark.parametrize(
    ("text", "near"),
    [("hulevsien", "hulevesien"), ("livability", "liveability"), ("hulevesi", ""), ("lentoasema", ""), ("ab", "")],
)
def test_a_near_word_is_told(example: Register, text: str, near: str) -> None:
    assert example.find(Query(text=text)).near == near


class TestRanks:
    def test_the_best_come_first(self, register: Register) -> None:
        for name, notes in [
            ("Aamu", "puistossa"), ("Bussi", "puisto"), ("Cembalo ja puistot", ""),
            ("Diat", "leikkipuisto"), ("Puisto", ""),
        ]:  # fmt: skip
            register.add({"name": name, "notes": notes})
        assert names(register, "puisto") == ["Puisto", "Cembalo ja puistot", "Bussi", "Aamu", "Diat"]
        assert names(register, "puistossa") == ["Cembalo ja puistot", "Puisto", "Aamu", "Bussi", "Diat"]

    def test_accents_as_typed_come_first(self, register: Register) -> None:
        for name in ("Vaara A", "Väärä B"):
            register.add({"name": name})
        assert names(register, "väärä") == ["Väärä B", "Vaara A"]
        assert names(register, "vaara") == ["Vaara A", "Väärä B"]

    def test_a_page_begins_all(self, register: Register) -> None:
        with register.journal.act("Lisättiin") as acting:
            several = [{"name": f"Puisto {place:03}", "notes": "puistot" * (place % 2)} for place in range(450)]
            acting.add(register._new(acting, several))
        assert register.search.make_ready()
        for text in ("puisto", "puist -010", "puisto tila:aktiivinen"):
            for query in (Query(text=text), Query(text=text, sorts=(Sort("number", descending=True),))):
                every, found = register.ids(query), register.find(query)
                assert not found.is_whole
                assert list(found.ids) == every[: len(found.ids)]
                assert len(set(every)) == len(every) >= 448
                assert list(register.ids_beside(query, lambda: False)) == every

    def test_another_order_is_kept(self, example: Register) -> None:
        query = Query(text="hanke", sorts=(Sort("number", descending=True),))
        numbers = [each.number for each in example.projects(example.ids(query))]
        assert numbers == sorted(numbers, reverse=True)


def test_one_letter_finds_titles_that_have_a_word_with_it(register: Register) -> None:
    register.add({"name": "Kesän jalkapallo", "notes": "viisi euroa"})
    register.add({"name": "Talvi", "notes": "kelkka"})
    assert names(register, "k") == names(register, "ja") == ["Kesän jalkapallo"]
    assert names(register, "kel") == ["Talvi"]


class TestTerms:
    def test_phrases_stand_within_one_text(self, register: Register) -> None:
        register.add({"name": "Opetus ja kulttuuri", "notes": "Äidin kieli"})
        register.add({"name": "Kulttuuri ja opetus", "notes": "kieli äidin"})
        assert names(register, '"opetus ja kulttuuri"') == ["Opetus ja kulttuuri"]
        assert names(register, '"aidin kieli"') == ["Opetus ja kulttuuri"]
        assert names(register, '"ja kulttuuri äidin"') == []
        assert names(register, '-"aidin kieli"') == ["Kulttuuri ja opetus"]
        assert names(register, '"aidin kieli","kulttuuri ja"') == ["Kulttuuri ja opetus", "Opetus ja kulttuuri"]

    def test_alternatives_and_what_is_not_wanted(self, register: Register) -> None:
        for name in ("Kissat", "Koirat", "Kissat ja koirat", "Linnut"):
            register.add({"name": name})
        assert names(register, "kissa,lintu") == ["Kissat", "Kissat ja koirat", "Linnut"]
        assert names(register, "kissa -koira") == ["Kissat"]
        assert names(register, "-kissa -koira") == ["Linnut"]
        assert names(register, "kissa koira") == ["Kissat ja koirat"]

    def test_with_filters(self, example: Register) -> None:
        with_words = example.ids(Query(text="hanke"))
        active = set(example.ids(Query(text="päättyy:2026")))
        assert example.ids(Query(text="hanke päättyy:2026")) == [each for each in with_words if each in active]

    def test_numbers_codes_and_pieces(self, example: Register) -> None:
        assert places(example, "H-2026-003") == {2}
        assert places(example, "liveability-hanke") == {3}
        assert places(example, "pk-yritykset") == {17}
        assert 29 in places(example, "liikunta")

    def test_signs_are_looked_through(self, register: Register) -> None:
        register.add({"name": "Juhla 😀", "notes": "§ 12"})
        register.add({"name": "Arki"})
        assert names(register, "😀") == ["Juhla 😀"]
        assert names(register, "§ juhla") == ["Juhla 😀"]
        assert names(register, "-😀") == ["Arki"]


BAD = [
    "a" * 10_000, "ab " * 4000, '"' * 10_000, "".join(map(chr, range(1, 0x250))), "!\"#¤%&/()=?`*^_:;><", "'", '"',
    "NEAR(a b, 2)", "a AND", "OR", "NOT a", "a NOT", "^a", "a*", "*", "{title}: a", "title:a", "-", "--", "- -", "(",
    ")", "a(b", "'; DROP TABLE project; --", "' OR '1'='1", "\x00", "a\x00b", "\ud800", "\ud83d", "😀", "a\u200db",
    "”lainaus”", "“a", "„a b”", "\u202eabc", "ﬀ", "ß", "İ", "ı", "\u0301", "e\u0301", "=hanke", "^=hanke", "hanke^",
    "%", "_", "\\",
    "a\\", "tila:", ":a", "-:", "a:b:c", '-"',
]  # fmt: skip


class TestBadInput:
    @pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
    def test_the_list_answers(self, example: Register, text: str) -> None:
        for view in (View.ALL, View.TRASH):
            query = Query(view, text)
            found = example.find(query)
            assert list(found.ids) == example.ids(query)
            hits = example.hits(query)
            for project in example.projects(found.ids[:3]):
                assert hits is None or isinstance(hits.spans(project.title), list)

    @given(text=st.text(max_size=30) | st.text("abä \"-,:()*^=.'\\", max_size=30))
    @settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_any_text(self, example: Register, text: str) -> None:
        query = Query(text=text)
        assert list(example.find(query).ids) == example.ids(query)


class TestHits:
    def test_what_was_typed_is_lit_up(self, example: Register) -> None:
        assert self.lit(example, "ympärist", "Toimintaympäristöä ja YMPÄRISTÖN") == ["ympärist", "YMPÄRIST"]
        assert self.lit(example, "vesi", "Hulevesien ja vettä, vesistö") == ["vesi", "vettä"]
        assert self.lit(example, "nuorille liikunta", "Nuorten liikuntaa") == ["Nuorten", "liikunta"]
        assert self.lit(example, "ikaantynyt", "Ikääntyneiden hanke") == ["Ikääntyneiden"]
        assert self.lit(example, "hulevsien", "Hulevedet") == ["Hulevedet"]
        assert self.lit(example, "-hanke mustbe", "MUSTBE-hanke") == ["MUSTBE"]

    def test_the_first_text_beside_the_title_is_shown(self, example: Register) -> None:
        hits = example.hits(Query(text="hulevesi"))
        (project,) = example.projects(example.ids(Query(text="hulevesi")))
        assert hits is not None
        snippet = hits.snippet(project)
        assert snippet is not None
        assert [snippet.text[begin:end] for begin, end in snippet.spans] == ["hulevesi"]

    def test_without_words_nothing_is(self, example: Register) -> None:
        assert example.hits(Query()) is None
        assert example.hits(Query(text="tila:aktiivinen -hanke")) is None

    @staticmethod
    def lit(register: Register, query: str, text: str) -> list[str]:
        hits = register.hits(Query(text=query))
        assert hits is not None
        return [text[begin:end] for begin, end in hits.spans(text)]
