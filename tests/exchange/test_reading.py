"""What a file is: by its content before its name, as it is said before both."""

from dataclasses import replace

import pytest

from hankeapp.domain.errors import FileError
from hankeapp.exchange.page_reading import read_page
from hankeapp.exchange.reading import read
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.translation import tr


@pytest.mark.parametrize("name", ["hankkeet.txt", "hankkeet", "hankkeet.md"])
def test_what_is_left_is_the_text_of_a_page(name):
    data = EXAMPLE_PAGE.read_bytes()
    assert read(name, data) == replace(read_page(data), source=name)


@pytest.mark.parametrize("data", [b"", b" \r\n\t "])
def test_an_empty_file_is_said_to_be_empty(data):
    with pytest.raises(FileError) as refused:
        read("hankkeet.txt", data)
    assert "hankkeet.txt" in str(refused.value)


def test_a_registers_json_is_not_read_as_a_page():
    with pytest.raises(FileError) as refused:
        read("rekisteri.json", b'{"format": "hankeapp-register", "version": 1, "projects": []}')
    assert "rekisteri.json" in str(refused.value)


def test_a_register_is_to_be_opened_not_read_as_a_page():
    with pytest.raises(FileError) as refused:
        read("pori.hanke", b"SQLite format 3\0\x10\x00")
    assert tr("“{name}” is a project register, not a text or a table.", name="pori.hanke") in str(refused.value)


def test_a_sheet_read_with_other_columns_has_its_name_and_quotes_as_the_language_does():
    reading = read("taulukko.csv", b"Hanke;Outo\nUimala;1\n")
    assert reading.again is not None
    again = reading.again({"Outo": "notes"}, lambda _done, _of: None)
    assert (again.source, again.again is None) == ("taulukko.csv", False)
    assert tr("“{text}”", text="Outo") in " ".join(reading.remarks)


def test_a_text_named_as_a_workbook_is_read_and_said_to_be_one():
    reading = read("hankkeet.xlsx", EXAMPLE_PAGE.read_bytes())
    assert len(reading.proposals) == 30
    assert tr("plain text") in reading.remarks[0]


def test_a_text_without_projects_named_as_a_workbook_is_refused_with_what_it_is():
    with pytest.raises(FileError) as refused:
        read("kokous.xlsx", b"Tervetuloa kokoukseen.\n")
    format_told = {"ending": ".xlsx", "format": tr("plain text")}
    told = tr("The file's name ends with {ending}, but by its content it is {format}.", **format_told)
    assert refused.value.sentences[0] == told
