"""A page that lists its projects in a table and tells of each below: our own overview as a text document, read back."""

from hankeapp.exchange.reading import read

TABLE = (
    "<table><tr><th>Hanke</th><th>Kesto</th><th>Tila</th></tr>"
    "<tr><td>ILPI – Ilmastokestävät pihat</td><td>2024–2026</td><td>Aktiivinen</td></tr>"
    "<tr><td>Kyläpolku</td><td>2020–2021</td><td>Päättynyt</td></tr>"
    "<tr><td>Muovit pois -kampanja</td><td>2027</td><td>Suunnitteilla</td></tr></table>"
)
TOLD = (
    "<h2>ILPI – Ilmastokestävät pihat</h2><p>Hankkeessa tutkitaan pihoja.</p>"
    "<h2>Kyläpolku</h2><p>Hankkeessa tehtiin polku.</p>"
    "<h2>Muovit pois</h2><p>Hankkeessa kerätään muovia.</p>"
)
OPENING = "<h1>Hankekatsaus</h1><p>Hanketta kohden on yksi rivi.</p>"


def page(*parts):
    return read("sivu.html", f"<html><body>{''.join(parts)}</body></html>".encode()).proposals


def test_what_a_table_and_a_text_tell_is_one_project():
    found = page(OPENING, TABLE, TOLD)
    assert [each.value("name") for each in found] == ["Ilmastokestävät pihat", "Kyläpolku", "Muovit pois"]
    assert [each.order for each in found] == [1, 2, 3]


def test_the_row_adds_its_times_and_its_status():
    found = page(TABLE, TOLD)
    assert [(each.value("start").iso, each.status.value) for each in found] == [
        ("2024", "active"),
        ("2020", "ended"),
        ("2027", "planned"),
    ]


def test_a_table_of_other_projects_stays():
    names = [each.value("name") for each in page(TABLE, TOLD.replace("Kyläpolku", "Saunapolku"))]
    assert "Kyläpolku" in names
    assert "Saunapolku" in names
