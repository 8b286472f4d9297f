"""Errors that a person can act on."""

import errno
import os

import pytest

from hankeapp.domain import errors
from hankeapp.domain.causes import cause
from hankeapp.domain.errors import DateError, FieldError, KnownError


def test_the_tree_is_the_one_that_is_drawn():
    classes = [each for each in vars(errors).values() if isinstance(each, type)]
    assert all(issubclass(each, KnownError) for each in classes)
    assert all(each.__name__ in errors.__doc__ for each in classes)


def test_a_message_is_its_sentences():
    error = FieldError("name", "Yksi.", "Kaksi.")
    assert (str(error), error.sentences, error.field) == ("Yksi. Kaksi.", ("Yksi.", "Kaksi."), "name")
    assert DateError("Yksi.").field == ""


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "oikeudet eivät riitä"),
        (errno.ENOENT, "tiedostoa tai kansiota ei ole"),
        (errno.ENOSPC, "levy on täynnä"),
        (errno.EISDIR, "se on kansio"),
        (errno.ENAMETOOLONG, "nimi on liian pitkä"),
        (errno.EROFS, "levy on vain luettavissa"),
    ],
)
def test_causes_in_the_persons_words(code, words):
    assert cause(OSError(code, os.strerror(code))) == words


def test_a_rare_cause_in_the_systems_words():
    assert cause(OSError(errno.EXDEV, "odd")) == "odd"
    assert cause(OSError("odder")) == "odder"
