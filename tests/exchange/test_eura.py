"""A project page of the structural funds' information service, copied as text or saved as a page, fills a project."""

import html
from pathlib import Path

import pytest

from hankeapp.domain.parts import Role
from hankeapp.domain.status import Status
from hankeapp.exchange.reading import read

TEXT = (Path(__file__).parent / "data" / "eura.txt").read_text("utf-8")


def as_page(text):
    """The same as the service marks it up: a heading, a table of labels and values, paragraphs."""
    rows, rest = [], []
    for line in filter(None, text.split("\n")):
        label, colon, value = line.partition(": ")
        if colon:
            rows.append(f"<tr><th>{html.escape(label)}</th><td>{html.escape(value)}</td></tr>")
        else:
            rest.append(f"<p>{html.escape(line)}</p>")
    return f"<!DOCTYPE html><html><body><h1>EURA</h1><table>{''.join(rows)}</table>{''.join(rest[2:])}</body></html>"


@pytest.fixture(params=["text", "page"])
def project(request):
    source = TEXT if request.param == "text" else as_page(TEXT)
    (only,) = read("hanke", source.encode()).proposals
    return only


def test_it_is_one_project_and_no_paragraph(project):
    assert (project.status, project.is_paragraph) == (Status.ENDED, False)
    assert project.value("name") == "Taitoverstas – osaamista työelämään"
    assert [project.value(side).iso for side in ("start", "end")] == ["2019-03-01", "2022-02-28"]
    assert project.value("budget_whole") == 412_500_00
    assert project.value("public_text").startswith("Hankkeessa rakennetaan")
    assert project.value("public_text").endswith("alusta alkaen.")


def test_money_and_code_are_one_share_of_funding(project):
    (funding,) = [each.value for each in project.suggestions if each.field == "fundings"]
    assert (funding.code, funding.authority) == ("S29999", "Hämeen ELY-keskus")
    assert funding.priority == "4. Työllisyys ja työvoiman liikkuvuus"
    assert funding.objective == "7.1. Nuorten työllistymisen edistäminen"
    assert (funding.granted, funding.paid) == (309_375_00, 301_118_45)
    assert (funding.funder, funding.fund, funding.programme) == (None, "", "")


def test_applicant_and_co_implementers_are_named(project):
    parts = {
        (each.value.role, each.value.organisation) for each in project.suggestions if each.field == "participations"
    }
    assert parts == {
        (Role.APPLICANT, "Lehtorannan kaupunki"),
        (Role.CO_IMPLEMENTER, "Lehtorannan ammattiopisto"),
        (Role.CO_IMPLEMENTER, "Työpaja Tuuma ry"),
    }
