"""A register that may not be written, read or entered."""

import os
from contextlib import closing

import pytest

from hankeapp.db.opening import create_store, open_store
from hankeapp.domain.errors import ReadOnlyRegister, RegisterError
from tests.db.samples import CREATED, add, project
from tests.rights import ordinary_rights

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


@pytest.fixture
def locked_away(store, path):
    """A closed register whose rights, and those of its folder, are a test's to take."""
    add(store, project(1))
    store.close()
    yield path
    path.parent.chmod(0o700)


@pytest.mark.parametrize("which", ["file", "folder"])
def test_what_cannot_be_written_is_opened_for_reading(locked_away, which):
    (locked_away if which == "file" else locked_away.parent).chmod(0o444 if which == "file" else 0o555)
    before = locked_away.read_bytes()
    with ordinary_rights(), closing(open_store(locked_away)) as store:
        assert not store.writable
        assert store.projects([project(1).id])
        with pytest.raises(ReadOnlyRegister) as refusal:
            add(store, project(2))
    assert str(refusal.value) == (
        f"Tiedostoa ”{locked_away.name}” ei voi muuttaa, koska se tai sen kansio on vain luettavissa."
        " Mitään ei muutettu. Pyydä kirjoitusoikeutta tai tallenna kopio muualle."
    )
    assert locked_away.read_bytes() == before
    assert list(locked_away.parent.iterdir()) == [locked_away]


def test_rights_that_go_while_the_register_is_open(locked_away):
    with ordinary_rights():
        store = open_store(locked_away)
    locked_away.parent.chmod(0o555)
    with closing(store), ordinary_rights(), pytest.raises(ReadOnlyRegister):
        add(store, project(2))


def test_what_may_not_be_read_is_told_so(locked_away):
    locked_away.chmod(0o000)
    with ordinary_rights(), pytest.raises(RegisterError) as refusal:
        open_store(locked_away)
    assert refusal.value.sentences == (
        f"Tiedostoa ”{locked_away.name}” ei voitu avata: oikeudet eivät riitä.",
        "Tiedostoon ei koskettu.",
        "Tarkista polku ja se, että sinulla on oikeus lukea tiedosto.",
    )


def test_a_folder_that_may_not_be_entered_is_told_so(locked_away):
    locked_away.parent.chmod(0o000)
    with ordinary_rights():
        with pytest.raises(RegisterError, match="oikeudet eivät riitä"):
            open_store(locked_away)
        with pytest.raises(ReadOnlyRegister):
            create_store(locked_away.with_name("new.hanke"), CREATED)


def test_no_register_where_nothing_may_be_written(locked_away):
    locked_away.parent.chmod(0o555)
    with ordinary_rights(), pytest.raises(ReadOnlyRegister):
        create_store(locked_away.with_name("new.hanke"), CREATED)
    assert list(locked_away.parent.iterdir()) == [locked_away]
