"""A review on Yelp, where nothing can be fetched: added by hand, answered, told, fixed, and its ending shown.

The real window, keys only. Nothing is sent from here: what is asserted is what is on the clipboard, which page
opens, and what a person reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from desktop import accounts, collect, complaints, conversations
from desktop.records import Account, Author, Batch, RemotePost, Source, Stage
from desktop.vault import SessionVault
from tests.stories.corner_shop import Counter, ForwardClock
from ui.by_hand import AddByHandDialog
from ui.ending import EndingDialog
from ui.theme import Theme

LINK = "https://www.yelp.com/biz/corner-shop?hrid=1"
OURS = "https://www.yelp.com/biz/corner-shop?reply=1"
WORDS = "Ordered the lemon tart for my mum's 70th, the middle was raw dough. Phoned twice, nobody picked up."
ANSWER = "Marta, raw in the middle, and nobody at the phone: that was us. I'll ring you today at 4. Ines"
UPDATE = "For anyone reading later: Marta has a new tart since Tuesday, and the timer is mended. Ines"


class Day(Counter):
    """The window over a shop with no account; pages that would open in a browser are written down instead."""

    def __init__(self, folder: Path, clock: ForwardClock) -> None:
        super().__init__(folder, clock, SessionVault())
        self.opened: list[str] = []

    def watch_the_browser(self) -> None:
        self.view.doing.open_url = lambda url: bool(self.opened.append(url)) or True

    def dialog(self, kind: type[Any]) -> Any:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return found[0] if found else None

    def add(self) -> None:
        self.press("Ctrl+N")
        self.wait(lambda: self.dialog(AddByHandDialog), "the form")
        form = self.dialog(AddByHandDialog)
        QGuiApplication.clipboard().setText(LINK)
        self.press("Ctrl+V", "Tab")
        assert form.place.currentText() == "Yelp", "the link says where it was"
        self.write("Marta K.")
        self.press("Tab")
        QGuiApplication.clipboard().setText(WORDS)
        self.press("Ctrl+V")
        assert form.public.isChecked()
        self.press("Ctrl+Return")
        self.until("Ines added this by hand")
        self.watch_the_browser()

    def copy(self, words: str) -> None:
        self.press("R")
        self.write(words)
        post = self.view.composer.post_button
        self.wait(lambda: post.text() == "Copy and open Yelp", "the button that copies")
        self.press("Ctrl+Return")
        self.until("Copied. Paste it on Yelp, then tell us.", "It’s posted", "Copy again", "Not now")

    def stage(self) -> Stage:
        (found,) = [one for each in complaints.board(self.shop.store).values() for one in each]
        return found.stage


@pytest.fixture
def clock() -> ForwardClock:
    return ForwardClock()


@pytest.fixture
def day(tmp_path: Path, clock: ForwardClock, look: Theme) -> Iterator[Day]:
    made = Day(tmp_path / "shop", clock)
    yield made
    made.end()


def test_a_review_added_by_hand_comes_to_an_ending_that_shows(
    day: Day, tmp_path: Path, clock: ForwardClock
) -> None:
    day.until("Add one by hand")
    day.add()
    day.wait(lambda: day.passer_by() == "A passer-by sees: a complaint, and no answer from you.")
    day.until("Ines looked just now")  # she had it before her; we never saw that page
    day.copy(ANSWER)
    assert QGuiApplication.clipboard().text() == ANSWER
    assert day.opened == [LINK]
    assert day.stage() is Stage.NO_ANSWER, "copied is not posted"
    day.end()

    again = Day(tmp_path / "shop", clock)  # the next morning
    try:
        again.until("Marta K.", "Copied. Paste it on Yelp, then tell us.")
        again.watch_the_browser()
        she_says_that_it_is_there(again)
        it_is_taken_back_and_said_again(again)
        she_makes_the_ending_show(again)
    finally:
        again.end()


def she_says_that_it_is_there(day: Day) -> None:
    QGuiApplication.clipboard().setText(OURS)
    day.press("Shift+F6", "F6")
    day.tab_to("It’s posted")
    day.press("Return")
    day.wait(lambda: day.view.doing.popup and day.view.doing.popup.link.hasFocus(), "the question for the link")
    assert day.view.doing.popup.link.text() == OURS, "taken from the clipboard"
    day.press("Return")
    day.until("Posted on Yelp", "showing")
    day.wait(lambda: day.stage() is Stage.ANSWERED)
    day.wait(lambda: day.passer_by() == "A passer-by sees: a complaint and your answer. No sign it was fixed.")
    day.wait(lambda: not day.reads("then tell us"))


def it_is_taken_back_and_said_again(day: Day) -> None:
    day.press("Ctrl+Z")
    day.until("Copied. Paste it on Yelp, then tell us.", "Undone: Posted on Yelp")
    assert day.stage() is Stage.NO_ANSWER
    day.view.talk.setFocus()
    day.tab_to("It’s posted")
    day.press("Return")
    day.wait(lambda: day.view.doing.popup and day.view.doing.popup.link.hasFocus(), "the question for the link")
    day.press("Return")
    day.wait(lambda: day.stage() is Stage.ANSWERED)


def she_makes_the_ending_show(day: Day) -> None:
    day.wait(lambda: not day.view.doing.popup)
    day.view.talk.setFocus()
    day.press("F")
    day.wait(lambda: day.view.doing.popup, "how do you know")
    day.press("Return")
    day.until("It’s fixed. The post still looks like a complaint.")
    day.view.talk.setFocus()
    day.press("U")
    day.wait(lambda: day.dialog(EndingDialog), "the dialog")
    dialog = day.dialog(EndingDialog)
    dialog.open_url = lambda url: bool(day.opened.append(url)) or True
    day.wait(lambda: dialog.known is not None)
    editor = dialog.say_tab.composer.editor
    day.press("Ctrl+A", "Backspace")
    day.write(UPDATE)
    assert editor is not None
    day.wait(lambda: dialog.say_tab.composer.post_button.text() == "Copy and open Yelp", "the button that copies")
    day.press("Ctrl+Return")
    day.until("Copied. Paste it on Yelp, then tell us.")
    assert QGuiApplication.clipboard().text() == UPDATE
    assert day.opened[-1] == LINK
    assert day.stage() is Stage.FIXED
    day.window.activateWindow()  # the dialog has closed: here no desktop gives the keyboard back
    day.view.talk.setFocus()
    day.wait(day.focus, "the keyboard")
    day.tab_to("It’s posted")
    day.press("Return")
    day.wait(lambda: day.view.doing.popup and day.view.doing.popup.link.hasFocus(), "the question for the link")
    day.press("Return")
    day.wait(lambda: day.stage() is Stage.SHOWN)
    day.until("A passer-by sees: your note saying it’s sorted.")


def test_not_now_puts_the_words_back_to_write_on(day: Day) -> None:
    day.add()
    day.copy(ANSWER)
    day.tab_to("Not now")
    day.press("Return")
    day.wait(lambda: day.view.composer.writing().plain() == ANSWER, "the words in the composer")
    day.wait(lambda: not day.reads("then tell us"))


def test_what_was_begun_and_closed_is_there_the_next_time(day: Day) -> None:
    day.press("Ctrl+N")
    day.wait(lambda: day.dialog(AddByHandDialog))
    QGuiApplication.clipboard().setText(LINK)
    day.press("Ctrl+V", "Tab")
    day.write("Marta K.")
    day.press("Esc")
    day.wait(lambda: day.dialog(AddByHandDialog) is None)
    day.press("Ctrl+N")
    day.wait(lambda: day.dialog(AddByHandDialog))
    form = day.dialog(AddByHandDialog)
    assert (form.place.currentText(), form.link.text(), form.name.text()) == ("Yelp", LINK, "Marta K.")
    day.press("Esc")


def test_what_they_write_again_on_the_same_page_goes_on_from_the_first(day: Day) -> None:
    day.add()
    day.press("Ctrl+N")
    day.wait(lambda: day.dialog(AddByHandDialog))
    form = day.dialog(AddByHandDialog)
    QGuiApplication.clipboard().setText(LINK)
    day.press("Ctrl+V", "Tab")
    day.write("marta k.")
    day.press("Tab")
    day.wait(lambda: form.goes_on.isVisible(), "what she wrote before")
    assert form.goes_on.text().startswith("They wrote again, to what they said on ")
    assert form.goes_on.isChecked(), "it is the very page"
    day.write("Still nothing, and nobody rang.")
    day.press("Ctrl+Return")
    day.wait(lambda: day.dialog(AddByHandDialog) is None)
    day.until("Still nothing, and nobody rang.")
    day.wait(lambda: day.counts() == (1, 1), "one complaint, not two")


def test_they_wrote_again_asks_only_for_the_words(day: Day) -> None:
    day.add()
    day.wait(lambda: day.view.acts.by_name["again"].isVisible(), "They wrote again…")
    day.view.acts.by_name["again"].trigger()
    day.wait(lambda: day.dialog(AddByHandDialog))
    form = day.dialog(AddByHandDialog)
    day.wait(lambda: form.goes_on.isVisible() and form.goes_on.isChecked(), "the tick")
    assert (form.place.currentText(), form.link.text(), form.name.text()) == ("Yelp", LINK, "Marta K.")
    day.wait(lambda: form.words.hasFocus())
    day.press("Esc")
    day.wait(lambda: day.dialog(AddByHandDialog) is None)
    day.press("Ctrl+N")
    day.wait(lambda: day.dialog(AddByHandDialog))
    assert not day.dialog(AddByHandDialog).has_words(), "nothing was begun"
    assert day.dialog(AddByHandDialog).name.text() == ""
    day.press("Esc")


def test_what_was_begun_of_somebody_else_is_neither_mixed_in_nor_lost(day: Day) -> None:
    day.add()
    day.press("Ctrl+N")
    day.wait(lambda: day.dialog(AddByHandDialog))
    day.dialog(AddByHandDialog).name.setText("Bob")
    day.dialog(AddByHandDialog).words.setPlainText("My scone was stale.")
    day.press("Esc")
    day.wait(lambda: day.dialog(AddByHandDialog) is None)
    day.view.acts.by_name["again"].trigger()
    day.wait(lambda: day.dialog(AddByHandDialog))
    form = day.dialog(AddByHandDialog)
    assert (form.name.text(), form.words.toPlainText()) == ("Bob", "My scone was stale.")
    assert form.begun().goes_on == "" and "You began this before." in form.trouble.text()
    day.press("Esc")


def test_another_name_begins_something_of_its_own_also_before_anybody_looked(day: Day) -> None:
    day.add()
    day.view.acts.by_name["again"].trigger()
    day.wait(lambda: day.dialog(AddByHandDialog))
    form = day.dialog(AddByHandDialog)
    assert form.begun().goes_on, "it was opened for her, before anybody looked"
    day.wait(lambda: form.goes_on.isVisible() and form.goes_on.isChecked(), "the tick")
    form.name.setText("Bob")
    assert form.begun().goes_on == ""
    day.press("Esc")


def test_what_follows_something_private_is_private(day: Day) -> None:
    day.add()
    one = conversations.by_id(day.shop.store, str(day.view.current_id()))
    assert one is not None
    day.window.bridge.again_wanted.emit((one._replace(is_public=False), LINK))
    day.wait(lambda: day.dialog(AddByHandDialog))
    assert day.dialog(AddByHandDialog).private.isChecked()
    day.press("Esc")


def test_adding_is_taken_back_with_undo(day: Day) -> None:
    day.add()
    day.wait(lambda: day.counts() == (1, 1))
    day.wait(lambda: day.dialog(AddByHandDialog) is None, "the form is gone")
    day.press("Ctrl+Z")
    day.until("Undone: Added Marta K.")
    day.wait(lambda: day.counts() == (0, 0))
    day.wait(lambda: not day.reads("raw dough"))


def test_a_pasted_picture_is_kept_and_shown_in_the_thread(day: Day) -> None:
    day.press("Ctrl+N")
    day.wait(lambda: day.dialog(AddByHandDialog))
    form = day.dialog(AddByHandDialog)
    form.place.setCurrentIndex(form.place.findData("paper"))
    assert form.private.isChecked(), "a card on paper is for us alone, unless somebody says otherwise"
    form.words.setFocus()
    image = QImage(3000, 2000, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(image)
    day.press("Ctrl+V")
    day.wait(lambda: form.picture.picture, "the picture")
    day.press("Ctrl+Return")
    day.until("Somebody", "Open the picture")
    (kept,) = (day.shop.folder / "pictures").iterdir()
    stored = QImage(str(kept))
    assert (stored.width(), stored.height()) == (1600, 1066), "small enough to keep"


def test_what_is_missing_is_said_above_the_form(day: Day) -> None:
    day.press("Ctrl+N")
    day.wait(lambda: day.dialog(AddByHandDialog))
    form = day.dialog(AddByHandDialog)
    for said in ("Say where it was.", "Write what they said, or add a picture of it."):
        day.press("Ctrl+Return")
        day.wait(lambda said=said: form.trouble.text() == said, said)
        form.link.setText(LINK)
    form.words.setFocus()
    QGuiApplication.clipboard().setText("x" * 1_000_000)  # laid out as one line it would hold the window for a minute
    day.press("Ctrl+V")
    assert form.trouble.text() == "That’s longer than 20,000 characters. Leave some of it out."
    assert form.words.toPlainText() == ""
    form.words.setPlainText(WORDS)
    form.answered.setChecked(True)
    day.press("Ctrl+Return")
    day.wait(lambda: "Paste your answer too" in form.trouble.text())
    form.answer.setPlainText(ANSWER)
    day.press("Ctrl+Return")
    day.until("Somebody", ANSWER)
    assert day.stage() is Stage.ANSWERED


def test_the_accounts_page_counts_them_and_has_nothing_to_check(day: Day) -> None:
    day.add()
    day.press("Ctrl+7")
    day.until("Added by hand", "1 so far")
    details = day.page.details
    day.wait(lambda: details.facts.get("Added so far") == "1")
    day.wait(lambda: details.check_button.isHidden() and details.disconnect_button.isHidden())
    day.until("No accounts yet", where=day.window.status)


def test_what_a_notice_left_out_is_pasted_and_taken_back(day: Day) -> None:
    now = day.clock.now()
    account = Account("m1", "mail", "shop@quay.example", "shop@quay.example")
    said = RemotePost(
        "n-1", Author("mail", "", "", "Ruth A.", key="google Ruth A."), "Two hours for a soup and…", now,
        uri="mail:n-1", url="https://www.google.com/maps/1", source=Source.REVIEW, address="partial", place="google",
    )  # fmt: skip
    with day.shop.store.writing():
        accounts.add(day.shop.store, account, now)
    collect.take(day.shop, account, Batch((said,)))
    day.press("Ctrl+1")
    day.until("The notice from Google doesn’t hold all of it.", "Open page", "Paste the rest")
    day.watch_the_browser()
    day.wait(lambda: day.view.composer.context().place == "Google")
    day.view.doing.open_where_it_is()
    assert day.opened == ["https://www.google.com/maps/1"]
    day.view.header.setFocus()
    day.tab_to("Paste the rest")
    day.press("Return")
    day.wait(lambda: day.view.doing.popup and day.view.doing.popup.words.hasFocus(), "the place to paste")
    QGuiApplication.clipboard().setText("Two hours for a soup and it was cold. Nobody said sorry. Never again.")
    day.press("Ctrl+V", "Ctrl+Return")
    day.until("All of it is here now", "Nobody said sorry.")
    day.wait(lambda: not day.reads("doesn’t hold all of it"))
    assert day.stage() is Stage.NO_ANSWER, "the whole of it is a complaint"
    day.press("Ctrl+Z")
    day.until("The notice from Google doesn’t hold all of it.")


def test_what_was_said_on_paper_is_answered_without_a_page(day: Day) -> None:
    day.press("Ctrl+N")
    day.wait(lambda: day.dialog(AddByHandDialog))
    form = day.dialog(AddByHandDialog)
    form.place.setCurrentIndex(form.place.findData("paper"))
    form.name.setText("Ruth A.")
    form.words.setPlainText("A card: thank you for the cake, Ruth")
    day.press("Ctrl+Return")
    day.until("Ines added this by hand")
    day.watch_the_browser()
    day.press("R")
    day.write("Ruth, thank you for the card. Ines")
    post = day.view.composer.post_button
    day.wait(lambda: post.text() == "Copy", "a button that copies")
    day.press("Ctrl+Return")
    day.until("Copied. Say it to Ruth, then tell us.", "It’s said")
    assert day.opened == []
    day.window.activateWindow()
    day.view.talk.setFocus()
    day.wait(day.focus, "the keyboard")
    day.tab_to("It’s said")
    day.press("Return")
    day.until("Ines brought our answer there")
    day.wait(lambda: not day.reads("then tell us"))
    day.wait(lambda: day.counts()[0] == 0)
