"""The print preview: sets real pages beside the window, shows the newest, saves and prints them."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QRadioButton

from hankeapp.domain.errors import PrintError
from hankeapp.domain.query import Query, View
from hankeapp.services import opening
from hankeapp.services.printing import Wish
from hankeapp.services.report_changes import changes
from hankeapp.services.wishes import to_json
from hankeapp.translation import tr
from hankeapp.ui import questions, tasks
from hankeapp.ui.look import look
from hankeapp.ui.page_layout import Fit
from hankeapp.ui.pdf_pages import PdfPages
from hankeapp.ui.print_presets import PrintPresets
from hankeapp.ui.print_window import OPTIONS, PrintScope, PrintWindow
from hankeapp.ui.typesetter import Typesetter

LONG = 60_000
MANY = 600
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def register(tmp_path, desk):
    register = opening.create_example(tmp_path / "r.hanke", desk)
    register.letterheads.name("Porin kaupunki")
    yield register
    register.close()


@pytest.fixture
def show(qtbot, register, tmp_path):
    shown = []

    def show(scope=None) -> PrintWindow:
        window = PrintWindow(register, scope or PrintScope(Query(View.ACTIVE)), folder=tmp_path)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitActive(window):
            window.show()
        wait(qtbot, window)
        shown.append(window)
        return window

    yield show
    for window in shown:
        qtbot.waitUntil(lambda window=window: not window._typesetter.is_waiting, timeout=LONG)


def wait(qtbot, window):
    qtbot.waitUntil(lambda: not window._typesetter.is_waiting and window.save_button.isEnabled(), timeout=LONG)


def words(window):
    return "\n".join(window._pages.text(page) for page in range(window._pages.count))


def test_a_long_search_makes_the_options_no_wider_than_their_place(show):
    window = show(PrintScope(Query(text=f'rahoittaja:"Euroopan unioni" -ohitettu {"a" * 200}')))
    assert window.options.minimumSizeHint().width() <= look().fonts.px(OPTIONS)
    assert "Euroopan unioni" in window.options.first_field.accessibleDescription()


def test_pages_of_the_current_view_are_shown(show):
    window = show()
    assert window.windowTitle() == "Tulosteen esikatselu – Aktiiviset"
    assert window.bar._pages.text().startswith("Sivut 1–")
    text = words(window)
    assert "Hankekatsaus" in text
    assert "Porin kaupunki" in text
    assert "CIRCWASTE" in text
    image = window.view.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}
    assert len(colours) > 5


def test_focus_begins_at_the_projects(show):
    assert show().focusWidget().text() == "Nykyinen näkymä: Aktiiviset (30)"


def test_chosen_projects(show, register, qtbot):
    ids = register.ids(Query(View.ACTIVE))
    window = show(PrintScope(Query(View.ACTIVE), tuple(ids[:2])))
    before = words(window)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.focusWidget().text() == "Valitut hankkeet (2)"
    assert not window.save_button.isEnabled()
    assert "Sivuja ladotaan." in window.save_button.toolTip()
    wait(qtbot, window)
    text = words(window)
    assert len(text) < len(before)
    assert "Valitut hankkeet" in text


def test_beginning_with_the_chosen_ones(show, register):
    ids = register.ids(Query(View.ACTIVE))
    window = show(PrintScope(Query(View.ACTIVE), tuple(ids[:2]), prefers_selected=True))
    assert window.options.chosen == tuple(ids[:2])


def test_nothing_chosen_is_said(show):
    window = show()
    assert not window.options._chosen.isEnabled()
    assert "ei ole valittu" in window.options._chosen.toolTip()


def test_whole_register_is_offered_once(show):
    window = show(PrintScope(Query()))
    assert window.options._view.isHidden()
    assert window.focusWidget().text() == "Kaikki hankkeet (30)"


def test_the_office_of_the_register_is_printed_and_changed_on_the_way(show, register, qtbot):
    window = show()
    assert window.options._office.text() == "Porin kaupunki"
    window.letterhead_asked.connect(lambda: register.letterheads.name("Ulvilan kaupunki"))
    window.options.letterhead.click()
    wait(qtbot, window)
    assert window.options._office.text() == "Ulvilan kaupunki"
    assert "Ulvilan kaupunki" in words(window)
    assert "Porin kaupunki" not in window._pages.text(0)


def test_a_past_day_is_printed_and_the_present_again(show, register, qtbot):
    register.save(register.numbered(["H-2026-001"])[0], {"name": "Uusi nimi", "acronym": ""})
    register.letterheads.name("Porin kaupunki, elinvoima")
    window = show(PrintScope(Query(View.ACTIVE), tuple(register.ids(Query(View.ACTIVE))[:2])))
    day = window.day
    assert day.leave.isHidden()

    def answer(dialog):
        dialog.day.setText("23.11.2026")
        dialog.known.setChecked(True)
        dialog.accept()

    questions.answer_next(answer)
    day.choose.click()
    assert day.day.text() == tr("Situation on {date}, as the register had it then", date="23.11.2026")
    assert window.options._all.text() == tr("All projects ({n})", n=0)
    assert window.options._chosen.text() == tr("Chosen projects ({n})", n=0)
    assert not window.options._office.text().startswith("Porin")
    wait(qtbot, window)
    assert "23.11.2026" in window._pages.text(0)
    assert "2026-11-23" in window._file_name()
    day.leave.click()
    wait(qtbot, window)
    assert "Uusi nimi" in words(window)
    assert "24.11.2026" in window._pages.text(0)


def test_choosing_sets_once_more_and_shows_the_newest(show, qtbot):
    window = show()
    prints = []
    window._typesetter.finished.connect(prints.append)
    for order in ("end", "title"):
        window.options._order.setCurrentIndex(window.options._order.findData(order))
        window._typesetter.begin()
    wait(qtbot, window)
    assert len(prints) == 1
    text = words(window)
    assert text.rindex("Asunnottomuuden") < text.rindex("CIRCWASTE")


def choose_variant(window, presses):
    window.options.variants.findChildren(QRadioButton)[0].setFocus()
    for _ in range(presses):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)


def test_a_table_is_chosen_with_its_own_columns_and_paper(show, qtbot):
    window = show()
    choose_variant(window, 1)
    options = window.options
    assert options.fields.columns_button.isVisible()
    assert options.paper.paper.is_landscape
    options.fields._popup.chosen.emit(["title", "number"])
    wait(qtbot, window)
    assert "Rekisterinumero" in words(window)
    assert "Rahoittaja" not in words(window)
    assert window._pages.text(0).count("Hanketaulukko") == 1


def test_cards_stand_a_page_each_and_know_no_groups(show, qtbot):
    window = show()
    choose_variant(window, 2)
    wait(qtbot, window)
    assert window._pages.count == 30
    assert not window.options._group.isEnabled()
    assert not window.options.fields.isVisible()


def test_groups_part_the_overview(show, qtbot):
    window = show()
    window.options._group.setCurrentIndex(window.options._group.findData("funder"))
    wait(qtbot, window)
    assert "Energiavirasto\n1 hanke" in words(window).replace("\r", "")


def test_what_is_not_checked_is_not_printed(show, qtbot):
    window = show()
    window.options.fields._checks["public_text"].setChecked(False)
    wait(qtbot, window)
    assert "Hankkeen tavoite on tehostaa" not in words(window)


def test_paper_is_as_chosen(show, qtbot):
    window = show()
    before = window._pages.count
    window.options.paper._large.setChecked(True)
    window.options.paper._size.setCurrentIndex(1)
    wait(qtbot, window)
    size = window._pages.size(0)
    assert size.width() > size.height()
    assert window._pages.count > before


def test_saving_writes_the_very_pdf(show, tmp_path):
    window = show()
    path = tmp_path / "ä ja 🌍" / "hankekatsaus.pdf"
    path.parent.mkdir()
    questions.answer_next(path)
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert path.read_bytes() == window._print.pdf
    assert window.notice.isVisible()


def test_file_name_is_proposed(show, monkeypatch):
    window = show()
    proposed = []

    def save_path(title, suggested, *others, **options):
        proposed.append(suggested)

    monkeypatch.setattr(questions, "save_path", save_path)
    window.save_button.click()
    assert [path.name for path in proposed] == ["hankekatsaus-2026-11-24.pdf"]


def test_folder_is_remembered(show, tmp_path, qtbot):
    window = show()
    questions.answer_next(tmp_path / "a.pdf")
    with qtbot.waitSignal(window.outlet.folder_changed) as told:
        window.save_pdf()
    assert told.args == [tmp_path]


def test_place_that_cannot_be_written_is_told_and_nothing_is_left(show, tmp_path):
    window = show()
    questions.answer_next(tmp_path / "ei ole" / "a.pdf", "close")
    window.save_pdf()
    assert "ei voitu kirjoittaa" in questions.asked()[-1]
    assert not (tmp_path / "ei ole").exists()
    assert window.isVisible()


def test_printing_through_the_dialog(show, tmp_path, qtbot):
    window = show()
    path = tmp_path / "paperi.pdf"

    def print_to_file(dialog):
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        dialog.done(dialog.DialogCode.Accepted)

    questions.answer_next(print_to_file)
    QTest.keyClick(window, Qt.Key.Key_Return, CONTROL)
    assert not window.options.isEnabled()
    qtbot.waitUntil(lambda: not window.outlet.is_busy, timeout=LONG)
    assert PdfPages(path.read_bytes()).count == window._pages.count
    assert window.options.isEnabled()
    assert window.print_button.isEnabled()


def test_printing_can_be_stopped(show, tmp_path):
    window = show()

    def print_to_file(dialog):
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "paperi.pdf"))
        dialog.done(dialog.DialogCode.Accepted)

    questions.answer_next(print_to_file)
    window.print_pages()
    window.notice.first_requested.emit()
    assert not window.outlet.is_busy
    assert window.options.isEnabled()


def test_changed_mind_prints_nothing(show):
    window = show()
    questions.answer_next(lambda dialog: dialog.done(dialog.DialogCode.Rejected))
    window.print_pages()
    assert not window.outlet.is_busy


def test_signs_that_cannot_be_printed_are_told(show, register, qtbot):
    (project,) = register.projects(register.ids(Query(View.ACTIVE))[:1])
    register.save(project, {"results": "Onnistui \x00 \ue000"})
    window = show()
    assert window.remark.isVisible()
    assert project.title in window.remark.accessibleName()


def test_too_much_for_a_print_is_told_in_place(show, qtbot):
    window = show()
    window._show_failure(PrintError("Katsaus on liian suuri.", "Rekisteri säilyi ennallaan.", "Rajaa."))
    assert window.remark.isVisible()
    assert window._pages is None
    assert not window.print_button.isEnabled()
    assert "liian suuri" in window.print_button.toolTip()
    window.options._order.setCurrentIndex(1)
    wait(qtbot, window)
    assert not window.remark.isVisible()


def test_register_that_fails_is_told_in_place(qtbot, qapp):
    def fail(_progress):
        raise PrintError("Ei onnistu.")

    owner = QObject()
    typesetter = Typesetter(lambda: fail, owner)
    with qtbot.waitSignal(typesetter.failed) as told:
        typesetter.begin()
    assert told.args[0].sentences == ("Ei onnistu.",)
    assert not typesetter.is_waiting


def test_zoom_and_fit_by_keyboard(show):
    window = show()
    window.view.setFocus()
    scale = window.view.scale
    QTest.keyClick(window.view, Qt.Key.Key_Plus)
    assert window.view.scale > scale
    assert window.bar._fit.currentText() == "Oma koko"
    QTest.keyClick(window.view, Qt.Key.Key_End)
    count = window._pages.count
    assert window.bar._pages.text().endswith(f"{count} / {count}")
    window.bar._fit.setCurrentIndex(window.bar._fit.findText("Koko sivu"))
    window.bar._fit.activated.emit(0)
    assert window.view.fit is Fit.PAGE
    QTest.keyClick(window.view, Qt.Key.Key_Home)
    assert window.bar._pages.text() == f"Sivu 1 / {count}"
    assert "Hankekatsaus" in window.view.accessibleDescription()


def test_everything_is_reached_by_tab(show):
    window = show()
    reached = []
    for _ in range(30):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = {window.options._order, window.options.letterhead, window.print_button, window.save_button, window.view}
    assert wanted <= set(reached)


def test_escape_closes(show):
    window = show()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_closing_while_pages_are_being_set(qtbot, register):
    window = PrintWindow(register, PrintScope(Query()))
    window.show()
    window.close()
    QApplication.processEvents()
    tasks.finish()
    QApplication.processEvents()


def test_network_is_not_loaded():
    import subprocess

    code = "import hankeapp.ui.print_window, sys; sys.exit('PySide6.QtNetwork' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 0


def test_words_are_found_on_the_pages_and_gone_through(show):
    window = show()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F, CONTROL)
    finder = window.bar.finder
    assert QApplication.focusWidget() is finder.words
    QTest.keyClicks(finder.words, "circwaste")
    count = len(window._pages.find("CIRCWASTE"))
    assert count > 2
    assert finder.count.text() == f"1 / {count}"
    first = window.view.verticalScrollBar().value()
    for _ in range(count - 1):
        QTest.keyClick(finder.words, Qt.Key.Key_Return)
    assert finder.count.text() == f"{count} / {count}"
    assert window.view.verticalScrollBar().value() > first
    QTest.keyClick(finder.words, Qt.Key.Key_Return)
    assert finder.count.text() == f"1 / {count}"
    QTest.keyClick(finder.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert finder.count.text() == f"{count} / {count}"
    QTest.keyClick(finder.words, Qt.Key.Key_Escape)
    assert finder.count.text() == ""
    assert window.isVisible()


def test_what_is_not_there_is_said(show):
    window = show()
    window.bar.finder.words.setText("xyzzy")
    assert window.bar.finder.count.text() == tr("No hits")


def test_a_hit_lies_where_the_words_stand(show):
    window = show()
    (hit,) = window._pages.find("Hankekatsaus\r\nTilanne")
    assert hit.page == 0
    page = window._pages.size(0)
    assert all(0 < box.left() < box.right() < page.width() for box in hit.boxes)


def test_the_pdf_is_opened_elsewhere(show, monkeypatch):
    window = show()
    opened = []
    monkeypatch.setattr(
        "hankeapp.ui.page_outlet.QDesktopServices.openUrl",
        lambda url: opened.append(Path(url.toLocalFile()).read_bytes()) or True,
    )
    window.open_button.click()
    assert opened == [window._print.pdf]


def test_what_is_wished_for_is_kept_and_chosen_again(show, register, qtbot):
    window = show()
    choose_variant(window, 1)
    window.options._group.setCurrentIndex(window.options._group.findData("funder"))
    window.options.paper._grey.setChecked(True)
    presets = window.findChild(PrintPresets)
    assert not presets.save_button.isEnabled()
    presets.name.setEditText("Kuukausi")
    presets.save_button.click()
    assert [each.name for each in register.presets.all()] == ["Kuukausi"]
    wished = window.options.wish
    other = show(PrintScope(Query(View.OVERDUE)))
    again = other.findChild(PrintPresets)
    again.name.setCurrentIndex(0)
    again.name.activated.emit(0)
    assert other.options.wish == wished
    wait(qtbot, other)
    assert "Hanketaulukko" in words(other)


def test_a_preset_is_deleted_and_undone(show, register):
    register.presets.save("Kuukausi", to_json(Wish(Query())))
    presets = show().findChild(PrintPresets)
    presets.name.setEditText("kuukausi")
    presets.remove_button.click()
    assert register.presets.all() == []
    assert presets.name.count() == 0
    register.journal.undo()
    assert [each.name for each in register.presets.all()] == ["Kuukausi"]


# --- small pages


def test_small_pages_stand_beside_and_go_where_they_are_chosen(show, qtbot):
    window = show()
    strip = window.strip
    assert strip.model().rowCount() == window._pages.count
    third = strip.model().index(2, 0)
    assert third.data(Qt.ItemDataRole.AccessibleTextRole) == tr("Page {n}", n=3)
    assert len(strip.pages._images) < window._pages.count
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert window.view.seen[1] == window._pages.count
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert window.view.seen[0] == 1
    window.view.verticalScrollBar().setValue(window.view.verticalScrollBar().maximum())
    first, last = window.view.seen
    assert first <= strip.currentIndex().row() + 1 <= last


def test_the_strip_can_be_hidden(show):
    window = show()
    assert window.strip.isVisible()
    window.bar.strip.click()
    assert not window.strip.isVisible()
    window.bar.strip.click()
    assert window.strip.isVisible()


# --- what takes long


@pytest.fixture
def long_register(register):
    """So many projects that an overview of them takes long."""
    with register.journal.act("Hankkeita lisättiin.") as acting:
        acting.add(register._new(acting, [{"name": f"Hanke {n:03}"} for n in range(MANY)]))
    return register


@pytest.fixture
def shown_long(qtbot, long_register, tmp_path):
    window = PrintWindow(long_register, PrintScope(Query()), folder=tmp_path)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.show()
    return window


def test_what_takes_long_is_asked_first_and_can_be_stopped(qtbot, shown_long):
    window = shown_long
    assert not window._typesetter.is_waiting
    assert not window.save_button.isEnabled()
    assert "126" in window.remark.accessibleName()
    assert "5 sek" in window.remark.accessibleName()
    window.remark.first_requested.emit()
    assert window._typesetter.is_waiting
    window.remark.first_requested.emit()
    assert not window._typesetter.is_waiting
    assert not window.save_button.isEnabled()
    tasks.finish()
    QApplication.processEvents()
    assert window._print is None
    window.remark.first_requested.emit()
    wait(qtbot, window)
    assert window._print is not None
    assert window.remark.isHidden()
    window.options.paper._grey.setChecked(True)
    assert window._typesetter.is_waiting
    window._typesetter.stop()


def test_it_is_told_how_far_it_is_and_the_process_ends_when_it_is_stopped(qtbot, shown_long):
    told, bar = [], shown_long.remark
    shown_long._typesetter.progressed.connect(lambda _: told.append(bar.accessibleName()))
    bar.first_requested.emit()
    assert bar.accessibleName().startswith(tr("The projects are being read: {done} / {of}", done=0, of=MANY + 30))
    qtbot.waitUntil(lambda: told[-1:] != [] and told[-1].startswith(tr("The pages are being set.")), timeout=LONG)
    process = shown_long._typesetter._setting._press._process
    assert bar.findChild(QProgressBar).isVisible()
    assert process.poll() is None
    bar.first_requested.emit()
    process.wait(LONG / 1000)
    tasks.finish()
    assert bar.accessibleName().startswith(tr("Setting the pages was stopped."))
    assert not bar.findChild(QProgressBar).isVisible()
    assert shown_long.bar._busy.text() == ""


def test_too_much_is_refused_at_once_and_not_asked_about(qtbot, register, tmp_path, monkeypatch):
    monkeypatch.setattr("hankeapp.reports.estimates.LONG_SECONDS", 0)
    monkeypatch.setattr("hankeapp.reports.estimates.MOST_CHARACTERS", 29_999)
    window = PrintWindow(register, PrintScope(Query()), folder=tmp_path)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window._typesetter.failed):
        window.show()
    assert window.remark.accessibleName().startswith("30 hankkeen katsaus teksteineen on liian suuri")
    assert not window.save_button.isEnabled()


def test_closing_stops_the_setting(shown_long):
    shown_long.remark.first_requested.emit()
    process = shown_long._typesetter._setting._press._process
    shown_long.close()
    process.wait(LONG / 1000)
    assert not shown_long._typesetter.is_waiting


def test_a_press_lies_ready_for_the_next_wish_and_goes_with_it(qtbot, qapp):
    owner = QObject()
    typesetter = Typesetter(lambda: None, owner)
    typesetter.renew()
    ready = typesetter._setting
    typesetter.renew()
    assert typesetter._setting is ready
    typesetter.stop()
    assert ready._press._process.poll() is not None
    assert not typesetter.is_waiting


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no files of a process")
def test_no_process_to_be_had_is_told_in_place(qtbot, qapp):
    import resource

    owner, told = QObject(), []
    typesetter = Typesetter(lambda: None, owner)
    typesetter.failed.connect(told.append)
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, limits[1]))
    try:
        typesetter.begin()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert told[0].sentences[1] == tr("The register was not changed.")
    assert not typesetter.is_waiting


# --- keeping


@pytest.fixture
def keeping(qtbot, register, tmp_path):
    window = PrintWindow(register, PrintScope(Query(View.ACTIVE)), folder=tmp_path)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.show()
    wait(qtbot, window)
    yield window
    qtbot.waitUntil(lambda: not window._typesetter.is_waiting, timeout=LONG)


def test_what_is_shown_is_kept_under_a_title(keeping, register):
    def fill(dialog):
        assert dialog.name.text().endswith("24.11.2026")
        QTest.keyClicks(dialog.name, "Hallitukselle")
        QTest.keyClick(dialog.name, Qt.Key.Key_Tab)
        QTest.keyClicks(dialog.note, "Liite 3")
        QTest.keyClick(dialog.note, Qt.Key.Key_Return)

    questions.answer_next(fill)
    keeping.keep_button.click()
    (report,) = register.kept_reports.all()
    assert (report.name, report.note, len(report.numbers)) == ("Hallitukselle", "Liite 3", 30)
    assert register.kept_reports.content(report) == keeping._print.pdf
    assert report.number in keeping.notice.accessibleName()


def test_what_was_shown_is_kept_though_the_register_has_moved_on(keeping, register):
    register.throw_away(register.ids(Query())[:1])
    questions.answer_next(lambda dialog: dialog.accept())
    keeping.keep_button.click()
    (report,) = register.kept_reports.all()
    assert len(report.numbers) == 30
    assert len(changes(register, report).projects) == 1


def test_a_title_that_cannot_stand_is_told_in_place(keeping, register):
    def fill(dialog):
        dialog.name.setText("x" * 501)
        dialog.accept()
        assert dialog.kept is None
        assert dialog._title.message
        dialog.reject()

    questions.answer_next(fill)
    keeping.keep_button.click()
    assert register.kept_reports.all() == []


def test_a_register_for_reading_keeps_nothing(qtbot, register, tmp_path, desk):
    other = opening.open_register(register.path, desk, reading=True)
    window = PrintWindow(other, PrintScope(Query()), folder=tmp_path)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.show()
    wait(qtbot, window)
    assert not window.keep_button.isEnabled()
    assert tr("The register can only be read.") in window.keep_button.toolTip()
    other.close()
