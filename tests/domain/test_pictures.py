"""What is a picture among attachments."""

from hankeapp.domain.parts import Attachment
from hankeapp.domain.pictures import is_photo


def test_a_photo_is_what_has_a_file_that_is_called_one():
    assert is_photo(Attachment(name="Kuva.JPG", sha256="0" * 64))
    assert not is_photo(Attachment(name="kuva.jpg"))
    assert not is_photo(Attachment(name="kuva.svg", sha256="0" * 64))
