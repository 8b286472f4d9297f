"""A copy is a register of its own, whole and private, and never goes over another file."""

import stat
import sys

import pytest

from hankeapp.db.copying import copy_store
from hankeapp.db.opening import create_store, open_store
from hankeapp.domain.errors import RegisterError, RegisterExists
from tests.db.samples import CREATED, add, project


def test_a_copy_holds_what_was_saved_and_goes_its_own_way(tmp_path):
    path, copied = tmp_path / "a.hanke", tmp_path / "kopio ä 🎉.hanke"
    store = create_store(path, CREATED)
    (first,) = add(store, project(1))
    copy_store(store, copied)
    (second,) = add(store, project(2))
    copy = open_store(copied)
    assert copy.projects([first.id, second.id]) == [first]
    assert copy.faults() == []
    assert stat.S_IMODE(copied.stat().st_mode) == 0o600
    copy.close()
    store.close()


def test_a_copy_never_goes_over_a_file(tmp_path):
    store = create_store(tmp_path / "a.hanke", CREATED)
    other = tmp_path / "muu.txt"
    other.write_text("kirje")
    with pytest.raises(RegisterExists):
        copy_store(store, other)
    assert other.read_text() == "kirje"
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_copy_that_does_not_fit_leaves_nothing(store, path, tmp_path):
    import resource

    copied = tmp_path / "kopio.hanke"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size - 1, limits[1]))
    try:
        with pytest.raises(RegisterError):
            copy_store(store, copied)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list(tmp_path.glob("*.hanke*")) == []
