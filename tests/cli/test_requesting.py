"""Requests to contact persons, and what they send back, on the command line."""

from __future__ import annotations

from openpyxl import load_workbook

from hankeapp.exchange.request_form import KEY, VALUE


def test_requests_go_out_and_come_back(say, register, tmp_path):
    folder = tmp_path / "lähetettävät"
    assert "lähetettävät" in say("request", register, folder).refusal
    folder.mkdir()
    told = say("request", register, folder, "--query", "Ikäystävällinen", "--json").document["requests"]
    (request,) = told
    assert (request["contact"], request["projects"]) == (None, ["H-2026-012"])
    assert request["problems"] > 0
    assert [str(each) for each in folder.iterdir()] == [request["file"]]
    assert folder.name not in say("import", register, request["file"]).err
    book = load_workbook(request["file"])
    row = next(row for row in book["H-2026-012"].iter_rows() if row[KEY].value == "end")
    row[VALUE].value = "6/2028"
    book.save(request["file"])
    told = say("import", register, request["file"], "--update", "--json").document
    assert (told["added"], told["already"], told["updated"]) == (0, 1, 1)
    assert say("show", register, "H-2026-012", "--json").document["end"] == "2028-06"
    assert request["file"].rpartition("/")[2] in say("request", register, folder, "--query", "Ikäystävällinen").refusal
