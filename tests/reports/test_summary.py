from dataclasses import asdict, replace
from datetime import date

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kinds import Kind
from hankeapp.domain.status import Outcome, Status
from hankeapp.reports.head import Edition
from hankeapp.reports.summary import overview
from tests.reports.seed import ended, seed, seed_with_nine_ended

TODAY = date(2026, 11, 24)


def counted(projects):
    return [(count.number, count.words) for count in overview(projects, Edition(TODAY)).counts]


def only(project):
    (entry,) = overview([project], Edition(TODAY)).entries
    return entry


def test_the_title_says_whose_overview_it_is_and_of_which_day():
    page = overview(seed(), Edition(TODAY, "Porin kaupunki", "Rajaus: Aktiiviset")).head
    assert (page.office, page.title, page.situation) == ("Porin kaupunki", "Hankekatsaus", "Tilanne 24.11.2026")
    assert (page.running_title, page.selection) == ("Hankekatsaus · 24.11.2026", "Rajaus: Aktiiviset")


def test_the_counts_name_what_there_is():
    assert counted(seed()) == [
        ("30", "hanketta yhteensä"),
        ("30", "aktiivista"),
        ("0", "päättynyttä"),
        ("9", "päättymispäivä ohitettu"),
    ]
    assert counted(seed_with_nine_ended()) == [
        ("30", "hanketta yhteensä"),
        ("21", "aktiivista"),
        ("9", "päättynyttä"),
    ]


def test_planned_projects_are_counted_when_there_are_any():
    assert ("1", "suunnitteilla") in counted([replace(seed()[0], status=Status.PLANNED), seed()[1]])


def test_sections_follow_the_life_of_a_project_and_keep_the_order_given():
    projects = seed_with_nine_ended()
    projects[0] = replace(projects[0], status=Status.PLANNED)
    page = overview(projects, Edition(TODAY))
    assert [section.title for section in page.sections] == [
        "Suunnitteilla olevat hankkeet",
        "Aktiiviset hankkeet",
        "Päättyneet hankkeet",
    ]
    assert [entry.title for entry in page.sections[2].entries] == [
        project.title for project in projects if project.status is Status.ENDED
    ]


def test_sections_without_projects_are_left_out():
    assert [section.title for section in overview(seed(), Edition(TODAY)).sections] == ["Aktiiviset hankkeet"]


def test_an_entry_says_what_is_known_and_no_more():
    known, unknown = seed()[11], seed()[4]
    assert (only(known).duration, only(known).facts) == ("–31.12.2023", ("Hanke", "H-2026-012", "”31.12.2023 asti”"))
    assert (only(unknown).duration, only(unknown).duration_known) == ("kesto ei tiedossa", False)


def test_words_of_time_that_only_repeat_the_duration_are_left_out():
    mustbe = seed()[2]
    assert (mustbe.time_text, only(mustbe).facts) == ("2023-2026", ("Hanke", "H-2026-003"))


def test_an_end_is_told_with_its_day_and_outcome():
    entry = only(ended(seed()[27], Outcome.DISCONTINUED))
    assert entry.facts[-2:] == ("Päättyi 12/2022", "Keskeytetty")
    assert entry.status.word == "Päättynyt"
    assert entry.flag is None


def test_a_project_taken_in_as_ended_has_no_end_to_tell():
    assert only(replace(seed()[5], status=Status.ENDED)).facts == ("Hanke", "H-2026-006")


def test_flags_are_shown_beside_the_status():
    assert [only(seed()[place]).flag and only(seed()[place]).flag.word for place in (15, 0, 1)] == [
        "Päättymispäivä ohitettu",
        "Päättymässä pian",
        None,
    ]


def test_public_text_and_results_stand_in_paragraphs():
    entry = only(replace(seed()[24], results="Yksi.\nKaksi."))
    assert entry.text.paragraphs[0].startswith("Hankkeen tavoite on tehostaa")
    assert entry.results.paragraphs == ("Yksi.", "Kaksi.")


def test_notes_never_reach_the_paper():
    page = overview([replace(project, notes="Vain toimistolle") for project in seed()], Edition(TODAY))
    assert "Vain toimistolle" not in str(asdict(page))


def test_the_timeline_shows_the_known_durations_and_says_how_many_are_not():
    timeline = overview(seed(), Edition(TODAY)).timeline
    assert [row.title for row in timeline.rows][:3] == ["CIRCWASTE", "Healint", "Energianeuvonta Satakunnassa"]
    assert len(timeline.rows) == 11
    assert timeline.sentence == "Hankkeet, joiden kesto on tiedossa. Lisäksi 19 hankkeen kestoa ei ole kirjattu."
    assert [sign.word for sign in timeline.legend] == ["Aktiivinen", "Päättymispäivä ohitettu", "Päättymässä pian"]


def test_a_timeline_of_all_needs_no_sentence_and_without_durations_there_is_none():
    assert overview(seed()[:1], Edition(TODAY)).timeline.sentence == ""
    assert overview(seed()[1:2], Edition(TODAY)).timeline is None


def test_without_projects_the_page_says_so():
    page = overview([], Edition(TODAY))
    assert (page.remark, page.counts, page.sections, page.timeline) == ("Tulostettavia hankkeita ei ole.", (), (), None)


def test_a_name_that_is_blank_is_told_as_missing():
    assert only(replace(seed()[5], name=" ", acronym="")).title == "Nimetön hanke"


def test_the_same_project_given_twice_has_two_entries():
    page = overview([seed()[0], seed()[0]], Edition(TODAY))
    assert len({entry.key for entry in page.entries}) == 2


def test_a_kind_is_named_in_the_table_too():
    assert only(replace(seed()[0], kind=Kind.SERVICE, start=PartialDate(2026))).kind == "Toimintamalli tai palvelu"


def test_of_very_many_projects_no_timeline_is_drawn_and_that_is_said():
    page = overview([seed()[0]] * 201, Edition(TODAY))
    assert page.timeline is None
    assert "200" in page.timeline_remark
    assert overview([seed()[0]] * 200, Edition(TODAY)).timeline is not None
