"""What is shown on hover is shown as it is: a stranger's markup is words, and loads nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QEvent
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from desktop import counter, posts
from desktop.records import Kind
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.complaints.page import ComplaintsPage
from ui.conversation.popups import HowFixed
from ui.conversation.view import ConversationView
from ui.ending.choices import PostList
from ui.history.page import HistoryPage
from ui.inbox.page import InboxPage
from ui.status_bar import Field
from ui.theme import Theme
from ui.widgets.elide import ElidedLabel
from ui.widgets.tips import MOST, WIDTH, plain_tip
from ui.window import Window
from ui.words import Word

IMAGE = '<img src="file:///etc/hostname"> <b>Marta</b> & the tart'


def shown(tip: str) -> str:
    """What a person reads when Qt shows this tooltip."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    assert "<img" not in document.toHtml()
    return document.toPlainText().replace("\xa0", " ")


@pytest.mark.parametrize("text", [
    IMAGE, "<!doctype html><h1>Hi</h1>", "<?xml version='1.0'?><b>x</b>", "1 &lt; 2 <b>3</b>", "a < b > c", "",
    "Open in browser", "Two\nlines", "<b>One</b>\n  indented  twice", "</p></qt><img src=x>", "I <3 you > him",
])  # fmt: skip
def test_a_tip_is_read_as_it_was_written(text: str) -> None:
    assert shown(plain_tip(text)) == text


def test_a_short_tip_that_is_no_markup_stays_the_same_string() -> None:
    assert plain_tip("Ben & Sons, 3 < 4") == "Ben & Sons, 3 < 4"


def test_a_long_tip_is_wrapped_and_ends() -> None:
    wrapped = plain_tip("The tart was raw in the middle. " * 5)
    assert max(map(len, wrapped.split("\n"))) <= WIDTH
    assert " ".join(wrapped.split()) == ("The tart was raw in the middle. " * 5).strip()
    assert len(plain_tip("这里没有人接电话。" * 5000)) < MOST + 100
    assert shown(plain_tip(IMAGE * 5000)).endswith("…")


def tips_in(widget: QWidget) -> Iterator[str]:
    """Every tooltip there is: of widgets, and of what stands in their lists."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield one.toolTip()
        model = one.model() if isinstance(one, QAbstractItemView) else None
        if model is not None:
            columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
            for row in range(model.rowCount()):
                for column in range(columns):
                    yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def test_no_page_takes_a_strangers_markup_for_its_own(at_counter: Counter, look: Theme) -> None:
    shop, window, runner = at_counter.shop, Window(), AtOnce(at_counter.shop.changes)
    one = at_counter.hear(f"{IMAGE} is raw, and nobody picks up the phone.", IMAGE)
    counter.set_kind(shop, one, Kind.COMPLAINT)
    view = ConversationView(shop, runner, window)
    complaints, history = ComplaintsPage(shop, runner, window), HistoryPage(shop, runner, window)
    found: list[str] = []
    for page in (InboxPage(shop, runner, window, view), complaints, history):
        page.resize(420, 640)
        page.show()
        page.show_conversation(one) if isinstance(page, InboxPage) else None
        for _ in range(6):
            QApplication.processEvents()
        found += tips_in(page)
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert any("<img" in shown(tip) for tip in found)  # it was there to be shown


def test_messages_to_choose_from_say_their_words_on_hover(at_counter: Counter, look: Theme) -> None:
    one = at_counter.hear(IMAGE, "Marta K.")
    thread = posts.thread(at_counter.shop.store, one)
    listed, home = PostList("Messages"), QWidget()
    listed.show_posts(thread, lambda post: post.text)
    assert shown(listed.item(0).toolTip()) == IMAGE
    asked = HowFixed(thread, at_counter.shop.clock, home)
    assert shown(asked.messages.item(0).toolTip()) == IMAGE
    home.deleteLater()
    listed.deleteLater()


def test_a_cut_line_and_the_status_bar_say_a_name_as_it_is(look: Theme) -> None:
    label, field = ElidedLabel(IMAGE), Field()
    label.resize(40, 20)
    label.show()
    field.set_word(Word(IMAGE))
    assert shown(label.toolTip()) == shown(field.toolTip()) == IMAGE
    label.close()
    field.deleteLater()
