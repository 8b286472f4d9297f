import re

from hypothesis import given
from hypothesis import strategies as st

from hankeapp.reports.streams import unambiguous


def document(streams: list[bytes]) -> bytes:
    """A file of streams as Typst lays it out, with its table of offsets."""
    pdf = b"%PDF-1.7\n"
    offsets = []
    for number, data in enumerate(streams, 1):
        offsets.append(len(pdf))
        pdf += b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, len(data), data)
    table = b"".join(b"%010d 00000 n\r\n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(streams) + 1)
    return pdf + head + table + b"trailer\n<<>>\nstartxref\n%d\n%%%%EOF" % len(pdf)


def test_a_file_without_ambiguous_ends_is_left_alone():
    assert unambiguous(document([b"abc", b"d\n"])) == document([b"abc", b"d\n"])


def test_a_carriage_return_at_the_end_of_the_data_is_told_from_the_end_of_line():
    assert b"abc\r\r\nendstream" in unambiguous(document([b"abc\r"]))


@given(st.lists(st.binary(max_size=6).map(lambda data: data.replace(b"e", b"")) | st.just(b"data\r"), max_size=6))
def test_every_offset_leads_to_its_object_and_every_length_to_its_data(streams: list[bytes]):
    pdf = unambiguous(document(streams))
    start = int(re.search(rb"startxref\n(\d+)", pdf)[1])
    assert pdf[start:].startswith(b"xref\n")
    offsets = [int(offset) for offset in re.findall(rb"(\d{10}) \d{5} n", pdf[start:])]
    for number, (offset, data) in enumerate(zip(offsets, streams, strict=True), 1):
        head = b"%d 0 obj\n<</Length %d>>\nstream\n" % (number, len(data))
        assert pdf[offset:].startswith(head + data)
        assert re.match(rb"\r?\nendstream", pdf[offset + len(head + data) :])
