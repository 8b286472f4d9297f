"""Printing onto paper: which pages, how fine, and that something stands on them."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMarginsF, QSize
from PySide6.QtGui import QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.errors import FileError, PrintError
from hankeapp.domain.query import Query
from hankeapp.reports.typesetting import typeset
from hankeapp.services import opening
from hankeapp.services.printing import Wish, document_of
from hankeapp.ui import paper
from hankeapp.ui.pdf_pages import PdfPages
from hankeapp.ui.printing import PrintJob, print_text


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    path = tmp_path_factory.mktemp("print") / "r.hanke"
    register = opening.create_example(path, Desk("testaaja", Clock.standing(2026, 11, 24)))
    overview = document_of(register, Wish(Query(), chosen=register.ids(Query())[:12]))
    register.close()
    return typeset(overview).pdf


@pytest.fixture
def pages(qapp, pdf):
    return PdfPages(pdf)


@pytest.fixture
def printer(qapp, tmp_path):
    printer = paper.make_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "tuloste.pdf"))
    return printer


def printed(printer):
    return PdfPages(Path(printer.outputFileName()).read_bytes())


def darkness(pages, page):
    """The share of pixels that are not white."""
    image = pages.image(page, QSize(210, 297))
    dark = sum(image.pixelColor(x, y).lightness() < 200 for x in range(0, 210, 2) for y in range(0, 297, 2))
    return dark / (105 * 149)


def test_every_page_is_printed_on_a4(pages, printer, qtbot):
    job = PrintJob(pages, printer, 0)
    told = []
    job.progressed.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(job.finished, timeout=60_000):
        job.start()
    out = printed(printer)
    assert out.count == pages.count
    assert told == [(page + 1, pages.count) for page in range(pages.count)]
    for page in range(out.count):
        assert abs(out.size(page).width() - 595) < 2
        assert abs(darkness(out, page) - darkness(pages, page)) < 0.05
        assert darkness(out, page) > 0.005


def test_pictures_are_of_300_dots_at_most(pages, printer):
    printer.setResolution(1200)
    asked = []

    class Asking:
        def size(self, page):
            return pages.size(page)

        def image(self, page, pixels):
            asked.append(pixels)
            return pages.image(page, pixels)

    painter = QPainter(printer)
    paper.paint_page(painter, printer, Asking(), 0)
    painter.end()
    assert 2470 <= asked[0].width() <= 2490
    assert darkness(printed(printer), 0) > 0.005


def test_a_smaller_sheet_holds_the_whole_page(pages, printer):
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    painter = QPainter(printer)
    paper.paint_page(painter, printer, pages, 0)
    painter.end()
    assert abs(darkness(printed(printer), 0) - darkness(pages, 0)) < 0.05


def test_sheets_have_no_margins_of_their_own(printer):
    assert printer.pageLayout().margins() == QMarginsF(0, 0, 0, 0)
    assert printer.fullPage()
    assert printer.resolution() == 300


def test_margins_of_the_print_dialog_do_not_move_the_page(pages, printer, qtbot):
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    printer.setFullPage(False)
    printer.setPageMargins(QMarginsF(20, 20, 20, 20))
    job = PrintJob(pages, printer, 0)
    with qtbot.waitSignal(job.finished, timeout=60_000):
        job.start()
    assert abs(darkness(printed(printer), 0) - darkness(pages, 0)) < 0.02


def test_a_range_of_pages(pages, printer, qtbot):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    job = PrintJob(pages, printer, 0)
    with qtbot.waitSignal(job.finished, timeout=60_000):
        job.start()
    assert printed(printer).text(0) == ""
    assert printed(printer).count == 2


@given(count=st.integers(1, 300), first=st.integers(1, 400), last=st.integers(1, 400), backwards=st.booleans())
def test_wanted_pages_are_pages_that_exist(qapp, count, first, last, backwards):
    printer = QPrinter()
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(min(first, last), max(first, last))
    if backwards:
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    wanted = list(paper.wanted_pages(printer, count))
    assert all(0 <= page < count for page in wanted)
    assert wanted == sorted(wanted, reverse=backwards)
    assert len(wanted) == max(0, min(max(first, last), count) - min(first, last) + 1)


def test_current_page_and_all(qapp):
    printer = QPrinter()
    assert paper.wanted_pages(printer, 3, 1) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert paper.wanted_pages(printer, 3, 1) == [1]


def test_copies_that_the_printer_does_not_make(qapp, printer):
    printer.setCopyCount(2)
    expected = [0, 1] if printer.supportsMultipleCopies() else [0, 1, 0, 1]
    assert paper.wanted_pages(printer, 2) == expected


def test_stopping_ends_the_job(pages, printer, qtbot):
    job = PrintJob(pages, printer, 0)
    job.progressed.connect(job.stop)
    with qtbot.assertNotEmitted(job.finished):
        with qtbot.waitSignal(job.progressed):
            job.start()
        QApplication.processEvents()
    assert not job._clock.isActive()


def test_a_printer_that_is_gone_is_told(pages, qtbot):
    gone = paper.make_printer()
    gone.setPrinterName("poistettu tulostin")
    job = PrintJob(pages, gone, 0)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert isinstance(told.args[0], PrintError)
    assert told.args[0].sentences[0] == "Tulostin ei ottanut sivuja vastaan."


def test_a_text_goes_to_no_printer_that_is_gone(qapp):
    gone = paper.make_printer()
    gone.setPrinterName("poistettu tulostin")
    with pytest.raises(PrintError):
        print_text(QTextDocument("Historia"), gone)


def test_a_text_is_printed_into_a_file(printer):
    print_text(QTextDocument("Historia"), printer)
    assert printed(printer).count == 1


def test_a_folder_that_is_gone_is_told(pages, printer, qtbot, tmp_path):
    printer.setOutputFileName(str(tmp_path / "ei" / "ole" / "tuloste.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    job = PrintJob(pages, printer, 0)
    with qtbot.waitSignal(job.failed, timeout=60_000) as told:
        job.start()
    assert isinstance(told.args[0], FileError)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_full_disk_is_told_and_leaves_the_file_that_was_there(pages, printer, qtbot, tmp_path):
    import resource

    path = tmp_path / "tuloste.pdf"
    path.write_bytes(b"the last print")
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    job = PrintJob(pages, printer, 0)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with qtbot.waitSignal(job.failed, timeout=60_000) as told:
            job.start()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert told.args[0].sentences[0] == "Tiedostoa ”tuloste.pdf” ei voitu kirjoittaa: levy on täynnä."
    assert path.read_bytes() == b"the last print"
    assert list(tmp_path.iterdir()) == [path]


def test_a_register_is_not_printed_over(pages, printer, qtbot, tmp_path):
    path = tmp_path / "r.hanke"
    opening.create_example(path, Desk("testaaja", Clock.standing(2026, 11, 24))).close()
    printer.setOutputFileName(str(path))
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    before = path.read_bytes()
    job = PrintJob(pages, printer, 0)
    with qtbot.waitSignal(job.failed, timeout=60_000):
        job.start()
    assert path.read_bytes() == before


def test_bytes_that_are_no_pdf_are_told(qapp):
    with pytest.raises(PrintError, match="Sivuja ei voitu näyttää"):
        PdfPages(b"not a PDF")


def test_pages_have_sizes_and_words(pages):
    assert abs(pages.size(0).width() - 595.28) < 0.1
    assert abs(pages.size(0).height() - 841.89) < 0.1
    assert "Hankekatsaus" in pages.text(0)
