"""Day 3: Ines, Monday 5 January, 09:20, on a train without a signal, over last year. The real window, by keys, and by
mouse where a step clicks; the pretend places are at the other end of a wire.

The steps are those of the acceptance days of the design. What is asserted is what a person sees, what is on disk, and
what went over the wire: before there is a signal, nobody so much as tries it again.
"""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from desktop import complaints, counter, outbox, past, shopnotes
from desktop.clock import SetClock
from desktop.records import ReplyState, Stage
from tests.printed import bare, pages
from tests.stories.driver import MODES, Driver, dress
from tests.stories.last_year import SOL_IS_FINE, TO_SOL, ZONE, make, open_copy
from ui.background import AtOnce
from ui.by_hand import AddByHandDialog
from ui.ending import EndingDialog
from ui.outbox_list import OutboxList
from ui.theme import Theme
from ui.widgets.buttons import Button, LinkButton

ON_PAPER = "All came right the same evening. Merry Christmas to you all"
TO_WANDA = "Wanda wrote to us at Christmas: her order came the same evening, and all is well. Ines"
BOXES = (
    "Bram V.", "cakesforkai", "Colm T.", "Ed and Jo", "Farah M.", "H. Oduya", "Nadia P.", "Omar S.", "wildyeastwill",
)  # fmt: skip
NAMES = (*(name.split()[-1 if name.startswith("H.") else 0] for name in BOXES), "Priya", "Tom", "Ines", "Sol")


class Monday(Driver):
    """The window over the bakehouse at 09:12; `tries` are the connections that anything tried to make."""

    def __init__(
        self, made: Path, folder: Path, tries: list[str], *, scale: float = 1.0, mode: str = "light"
    ) -> None:
        self.clock = SetClock(datetime(2026, 1, 5, 8, 12, tzinfo=UTC), ZONE)
        self.tries = tries
        shop, self.places = open_copy(made, folder, self.clock)
        dress(shop, scale, mode)
        started = time.perf_counter()
        super().__init__(shop, AtOnce(shop.changes))
        self.opening_took = time.perf_counter() - started

    def end(self) -> None:
        super().end()
        self.places.close()

    def at(self, hour: int, minute: int) -> None:
        """It is this time in the train, and the window has looked at its clock."""
        self.clock.set(datetime(2026, 1, 5, hour - 1, minute, tzinfo=UTC))
        self.window.refresh()

    def conversation(self, name: str) -> str:
        rows = past.page(self.shop.store, list(past.newest(self.shop.store)))
        return next(row.id for row in rows if row.author_name == name)

    def settle(self) -> None:
        """What was typed has been looked for."""
        page = self.page
        waits = (page.search._pause, page._behind, page._settled, page._again)
        self.wait(lambda: not any(one.isActive() for one in waits))

    def found(self) -> list[str]:
        model = self.page.model
        rows = (model.result(row) for row in range(model.rowCount()))
        return [row.past.author_name for row in rows if row]

    def dialog(self, kind: type[Any]) -> Any:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        return shown[0] if shown else None

    def click(self, text: str, where: QWidget | None = None) -> None:
        """Presses what has these words, with the mouse."""
        where = where or self.window
        self.until(text, where=where)
        found = [
            one for one in where.findChildren(QWidget)
            if isinstance(one, (Button, LinkButton)) and one.isVisible() and one.text() == text
        ]  # fmt: skip
        assert len(found) == 1, f"{text}: {self.seen(where)}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        QApplication.processEvents()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("last year") / "shop"
    make(folder)
    return folder


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every attempt to reach anything, by name or by address; what isn't on this computer is refused."""
    tried: list[str] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def refuse_or_connect(self: socket.socket, address: Any) -> None:
        tried.append(str(address))
        if address[0] != "127.0.0.1":
            raise ConnectionRefusedError(address)
        connect(self, address)

    def refuse_or_look_up(host: Any, *args: Any, **more: Any) -> Any:
        if host != "127.0.0.1":
            tried.append(str(host))
            raise socket.gaierror(host)
        return look_up(host, *args, **more)

    monkeypatch.setattr(socket.socket, "connect", refuse_or_connect)
    monkeypatch.setattr(socket, "getaddrinfo", refuse_or_look_up)
    return tried


def test_ines_looks_back_on_the_train(made: Path, tmp_path: Path, look: Theme, tries: list[str]) -> None:
    day = Monday(made, tmp_path / "shop", tries)
    the_monday(day, tmp_path)
    day.end()


@pytest.mark.parametrize(("scale", "mode"), MODES)
def test_it_is_the_same_monday_in_large_text_dark_and_with_high_contrast(
    made: Path, tmp_path: Path, look: Theme, tries: list[str], scale: float, mode: str
) -> None:
    day = Monday(made, tmp_path / "shop", tries, scale=scale, mode=mode)
    the_monday(day, tmp_path)
    day.end()


def the_monday(day: Monday, folder: Path) -> None:
    step_1_in_the_tunnel(day)
    step_2_the_year_in_sentences(day)
    step_3_the_hatched_piece_of_december(day)
    step_4_boxes(day)
    step_5_omar_from_first_to_last(day)
    step_6_before_the_new_boxes_and_after(day)
    step_7_phrases_that_rest(day)
    step_8_a_card_on_paper(day, folder)
    step_9_an_update_for_the_outbox(day)
    step_10_a_page_for_the_team(day, folder)
    assert day.tries == [], "not one connection was tried"
    step_11_a_signal(day)
    step_12_sol_said_so(day)


def step_1_in_the_tunnel(day: Monday) -> None:
    day.until("Offline since 09:12", where=day.window.status)
    day.session.rounds._collect_timer.stop()  # the next try of itself, in a minute, is that of step 11
    day.tries.clear()
    day.at(9, 20)
    day.until("1 reply waiting", "Last checked yesterday, 21:30", where=day.window.status)
    assert day.counts() == (3, 6)
    assert not day.watcher.modal and not day.window.findChildren(QProgressBar)
    assert day.reads("Sol K.", day.page.list) and day.page.list.isEnabled()


def step_2_the_year_in_sentences(day: Monday) -> None:
    day.press("Ctrl+4")
    menu(day.page.period, "2025")
    menu(day.page.compare, "2024")
    day.until("73 of 89 public complaints show how they ended: 82%", "In 2024 it was 41%")
    day.until("Half got a person’s answer within 1 h 8 min")
    for card in day.page.cards.values():
        assert card.sub.text() or card.few.text(), "says what it counts"
        QTest.mouseClick(card.switch, Qt.MouseButton.LeftButton)
        assert card.table.isVisible() and card.table.model().rowCount(), "and has a table twin"
        QTest.mouseClick(card.switch, Qt.MouseButton.LeftButton)


def menu(button: Any, text: str) -> None:
    """Chooses what has these words in a button's menu."""
    (entry,) = [one for one in button.menu().actions() if one.text() == text]
    entry.trigger()
    QApplication.processEvents()


def step_3_the_hatched_piece_of_december(day: Monday) -> None:
    chart = day.page.cards["endings"].chart
    (mark,) = [one for one in chart.marks if " ended:hidden" in one.query and "2025-12" in one.query]
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=mark.box.center().toPoint())
    day.settle()
    assert day.found() == ["Sol K.", "Greta L."]
    chips = [chip.text() for chip in day.page.search.chips]
    assert {"kind: complaint", "ended: hidden", "Dec 2025"} <= set(chips), chips


def step_4_boxes(day: Monday) -> None:
    day.press("Escape")
    day.settle()
    day.write("box crushed OR squashed")
    day.settle()
    assert sorted(day.found()) == sorted(BOXES)
    day.until("9 conversations", "Exact and near words: box, boxes, crushed, squashed")
    results = [day.page.model.result(row) for row in range(9)]
    marked = [one.text[at : at + long].lower() for one in results for at, long in one.marks]
    assert len(marked) >= 18 and set(marked) == {"box", "boxes", "crushed", "squashed"}
    ended = {key: number.text() for key, number in day.page.facets.groups["ended"]._numbers.items()}
    assert ended == {"they": "4", "we": "2", "hidden": "1", "standing": "2"}
    dark = [bar.first.strftime("%b %-d") for bar in day.page.years.bars if bar.found and bar.first.year == 2025]
    assert dark == ["Jan 16", "Mar 1", "May 16", "Jun 1", "Oct 16", "Dec 16"]


def step_5_omar_from_first_to_last(day: Monday) -> None:
    day.press("Down")
    while day.page.list.currentIndex().data() != "Omar S.":
        day.press("J")
    day.wait(lambda: day.page.preview.story and day.page.preview.story.one.author_name == "Omar S.")
    told = " / ".join(point.accessibleName() for point in day.page.preview.timeline.points)
    in_order = [
        "Picked up the birthday cake", "Priya, public.", "Priya, private.", "She got to blow the candles out",
        "Tom, private.", "Update: new cake at the door next day. Credit where it’s due.", "Proof.",
    ]  # fmt: skip
    places = [told.index(words) for words in in_order]
    assert places == sorted(places), told
    assert day.reads("They said so", day.page.preview)
    day.page.preview.area.setFocus()
    day.press("End")
    day.until("Saved copy, 17 June 2025. The page itself needs a connection.", where=day.page.preview)


def step_6_before_the_new_boxes_and_after(day: Monday) -> None:
    day.until("Your note, 2 Sept 2025: “New boxes.” Matches before: 5. After: 4.", where=day.page.preview)
    day.press("Ctrl+Shift+N")
    day.write("Dec: temps packed. Show them the tape.")
    day.press("Return")
    day.until("Added the note", where=day.window.toast)
    kept = [(note.first.isoformat(), note.last.isoformat(), note.text) for note in shopnotes.all(day.shop.store)]
    assert kept[-1] == ("2025-12-01", "2025-12-31", "temps packed. Show them the tape.")
    day.settle()
    assert "Dec 2025: temps packed. Show them the tape." in day.page.years.accessibleDescription()
    day.until("Your note, 2 Sept 2025:", where=day.page.preview)


def step_7_phrases_that_rest(day: Monday) -> None:
    day.press("Ctrl+4")
    phrases = day.page.phrases
    assert [(row.words.text(), row.told.text()) for row in phrases.rows] == [
        ("“our mistake, not bad luck”", "9 replies"),
        ("“drop us a message”", "7 replies"),
        ("“thanks so much for telling”", "6 replies"),
    ]
    assert phrases.all.text() == "Rest these for a month"
    phrases.all.click()
    day.until("3 wordings rest till 5 February", where=day.window.toast)
    assert "our mistake, not bad luck" in {one.phrase for one in counter.resting_phrases(day.shop)}


def step_8_a_card_on_paper(day: Monday, folder: Path) -> None:
    day.press("Ctrl+3")
    day.page.look_for("kind:complaint ended:standing on:2025")
    day.settle()
    assert len(day.found()) == 10 and "Wanda M." in day.found()
    day.press("Ctrl+2")
    day.click("30 left standing", day.page.header)
    wanda = day.conversation("Wanda M.")
    show_panel(day, wanda)
    day.until("Why it stays as it is", "They don’t answer", where=day.page.panel)
    assert not day.reads("Say it ourselves", day.page.panel)
    day.press("Ctrl+N")
    day.wait(lambda: day.dialog(AddByHandDialog), "the form")
    form = day.dialog(AddByHandDialog)
    form.place.setFocus()
    while form.place.currentText() != "On paper":
        day.press("Down")
    assert form.private.isChecked(), "as it is usual there"
    form.name.setFocus()
    day.write("wanda m.")
    day.press("Tab")
    drop(form, card(folder))
    day.write(ON_PAPER)
    assert form.picture.picture and form.put_right.isVisible()
    assert form.put_right.text() == "They say that their complaint of 12 November 2025 is put right (Google)"
    form.put_right.click()
    day.press("Ctrl+Return")
    day.until("Ines added this by hand", ON_PAPER)
    day.press("Ctrl+2")
    show_panel(day, wanda)
    day.until(ON_PAPER, "Say it ourselves", where=day.page.panel)
    one = complaints.by_id(day.shop.store, wanda)
    assert one is not None and one.stage is Stage.STANDING, "it does not jump to Shown"
    assert day.counts()[1] == 6


def show_panel(day: Monday, complaint: str) -> None:
    """Beside large text it comes with Enter."""
    day.page.standing.show_card(complaint)
    day.page.standing.setFocus()
    if not day.page.panel.isVisible():
        day.press("Return")


def card(folder: Path) -> Path:
    """A picture of it."""
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkRed)
    path = folder / "card.png"
    assert picture.save(str(path))
    return path


def drop(form: QWidget, path: Path) -> None:
    """From the desktop onto the form."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), action, data, left, none)
    form.dropEvent(event)
    QApplication.processEvents()


def step_9_an_update_for_the_outbox(day: Monday) -> None:
    day.click("Say it ourselves", day.page.panel)
    day.wait(lambda: day.dialog(EndingDialog), "the dialog")
    dialog = day.dialog(EndingDialog)
    composer = dialog.say_tab.composer
    composer.editor.setFocus()
    day.press("Ctrl+A")
    day.write(TO_WANDA)
    day.wait(lambda: composer.post_button.text() == "Put in outbox", "the button")
    day.press("Ctrl+Return")
    day.wait(lambda: day.dialog(EndingDialog) is None, "it closed")
    kept = [reply.text for reply in outbox.pending(day.shop.store)]
    assert sorted(kept) == sorted([TO_SOL, TO_WANDA])
    day.clock.forward(seconds=11)
    day.window.refresh()
    day.until("2 replies waiting", where=day.window.status)


def step_10_a_page_for_the_team(day: Monday, folder: Path) -> None:
    day.press("Ctrl+4")
    path = folder / "insights.pdf"
    day.page.exporting.ask_for_file = lambda _kind: str(path)
    day.press("Ctrl+E")
    day.wait(path.exists, "the pages")
    told = bare(" ".join(pages(path)))
    for title in [card.title.text() for card in day.page.cards.values()]:
        assert bare(title) in told
    day.press("Ctrl+3")
    day.page.look_for("box crushed OR squashed")
    day.settle()
    day.press("Ctrl+E")
    dialog = day.page.exporting.dialog
    assert dialog is not None and dialog.without_private.isChecked() and not dialog.without_names.isChecked()
    dialog.formats["pdf"].click()
    dialog.without_names.click()
    dialog.write(folder / "boxes.pdf")
    printed = " ".join(pages(folder / "boxes.pdf"))
    assert bare("temps packed. Show them the tape.") in bare(printed) and bare("Credit where it’s due") in bare(printed)
    for text in (" ".join(pages(path)), printed, " ".join(path.name for path in folder.glob("*.pdf"))):
        assert [name for name in NAMES if name in bare(text)] == []
    assert bare("blow the candles out") not in bare(printed), "private messages are left out"


def step_11_a_signal(day: Monday) -> None:
    day.at(10, 31)
    day.places.listen()
    said: list[str] = []
    day.session.rounds.checking.connect(lambda _on: said.append(day.window.status.connection.word().text))
    day.press("F5")
    day.until("Online · checked 10:31", where=day.window.status)
    assert "Checking…" in said
    asked = list(day.places.asked)
    assert set(asked[:4]) == {"changed_since"} and "answer" not in asked, "first it fetches"
    day.until("Reply to Wanda M. goes in 10 s", "Undo", where=day.window.status)
    day.clock.forward(seconds=11)
    day.session.rounds.stir()
    day.wait(lambda: "answer" in day.places.asked, "the update went")
    states = {reply.text: reply.state for reply in outbox.pending(day.shop.store)}
    assert states == {TO_SOL: ReplyState.HELD}
    day.until("1 reply needs you", where=day.window.status)
    assert day.places.asked.count("answer") == 1
    wanda = complaints.by_id(day.shop.store, day.conversation("Wanda M."))
    assert wanda is not None and wanda.stage is Stage.STANDING, "Google hasn't shown it yet"


def step_12_sol_said_so(day: Monday) -> None:
    day.press("Ctrl+1")
    day.press("Home")
    while day.page.list.currentIndex().data() != "Sol K.":
        day.press("J")
    day.press("Return")
    day.until("Sol K. wrote again while this waited.", "Read and decide", SOL_IS_FINE, where=day.view)
    assert any("Sol K." in row and "Reply held. Things moved." in row for row in day.rows(day.page.list))
    day.window.status.outbox.click()
    day.click("Take back", day.dialog(OutboxList))
    day.press("Escape")
    assert day.status() == "Outbox empty" and day.counts()[1] == 6
    day.press("Ctrl+4")
    day.until("73 of 89 public complaints show how they ended: 82%")
    day.press("Ctrl+1")
    day.click("Yes, that’s it", day.view)
    day.wait(lambda: day.passer_by() == "A passer-by sees: Sol K. saying it’s sorted.", "Shown, they said")
    assert day.counts()[1] == 5
    day.press("Ctrl+4")
    day.until("74 of 89 public complaints show how they ended: 83%")
