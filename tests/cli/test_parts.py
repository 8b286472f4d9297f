"""What the page tells beside names and times, as `show` and `import` give it."""


def test_json_has_the_parts_with_names(say, register):
    document = say("show", register, "H-2026-016", "--json").document
    assert document["unit"] == "Elinvoima- ja ympäristö -toimiala"
    assert document["city_role"] == "implementer"
    assert [(each["role"], each["organisation"]) for each in document["participations"]] == [
        ("coordinator", "Suomen ympäristökeskus"),
        ("co_implementer", "Prizztech Oy"),
    ]
    assert [(each["funder"], each["programme"]) for each in document["fundings"]] == [("Euroopan unioni", "LIFE")]
    assert [(each["kind"], each["start"], each["end"]) for each in document["periods"]] == [
        ("subproject", "2016", "2021"),
        ("phase", "2021", "2023"),
    ]


def test_json_has_counts_countries_and_groups(say, register):
    (partners,) = say("show", register, "H-2026-003", "--json").document["participations"]
    assert (partners["count"], partners["countries"]) == (8, "Suomi, Viro, Latvia, Ruotsi")
    groups = say("show", register, "H-2026-023", "--json").document["target_groups"]
    assert "jokainen lapsi ja nuori" in str(groups)


def test_a_person_reads_the_parts_on_the_card(say, register):
    out = " ".join(say("show", register, "H-2026-016").out.split())
    assert "Organisaatio: Suomen ympäristökeskus" in out
    assert "Rahoitusohjelma: LIFE" in out


def test_the_caption_of_the_pages_picture_is_told(say, tmp_path, source):
    document = say("import", tmp_path / "uusi.hanke", source, "--json").document
    assert document["captions"] == ["Valokuva osallisuusseminaarista"]
