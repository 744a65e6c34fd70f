"""The inbox over a real shop: groups, places kept, filters, the next one down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget

from desktop import conversations, counter, lookout, people, posts, settings, shopbook
from desktop.asks import Ask
from desktop.records import Channel, FixedHow, Group, Kind, Row
from desktop.writing import Writing
from tests.desktop.test_happenings import say_all
from tests.fixtures_shop import Counter
from ui import words
from ui.background import AtOnce
from ui.conversation.view import ConversationView
from ui.conversation_place import ConversationPlace
from ui.inbox import listing
from ui.inbox.model import ROW_ROLE
from ui.inbox.page import InboxPage
from ui.theme import Theme
from ui.theme.focus import FocusRing
from ui.window import Window


class Desk:
    """The page with its conversation, shown, and what was asked of the window."""

    def __init__(self, at: Counter, *, in_place: bool = False) -> None:
        """`in_place`: the page knows the conversation as the window's does, through the place it was built in."""
        self.at, self.window = at, Window()
        self.background = AtOnce(at.shop.changes)
        self.view = ConversationView(at.shop, self.background, self.window)
        beside: QWidget = self.view
        if in_place:
            beside = place = ConversationPlace(lambda: self.view)
            place.build()
        self.page = InboxPage(at.shop, self.background, self.window, beside)
        self.asked: list[tuple[str, Any]] = []
        for name in ("toast_wanted", "undo_made", "page_wanted", "collecting_wanted", "outbox_stirred"):
            getattr(self.window, name).connect(lambda what, name=name: self.asked.append((name, what)))
        self.page.resize(1102, 745)
        self.page.show()
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)

    @property
    def list(self) -> Any:
        return self.page.list

    def names(self) -> list[str]:
        QApplication.processEvents()
        model = self.page.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def key(self, key: Any) -> None:
        QTest.keyClick(self.focus, key)
        QApplication.processEvents()

    @property
    def focus(self) -> Any:
        """What has the keyboard in this window."""
        return self.page.focusWidget() or self.list

    def to_list(self) -> None:
        self.list.setFocus()
        QApplication.processEvents()


@pytest.fixture
def desk(at_counter: Counter, look: Theme) -> Iterator[Desk]:
    made = Desk(at_counter)
    yield made
    made.page.close()
    made.page.deleteLater()
    QApplication.processEvents()


ANGRY = "Charged twice and the tart was raw in the middle. Nobody picked up the phone."


def test_groups_stand_in_order_with_their_counts(desk: Desk) -> None:
    with desk.at.shop.store.writing():
        shopbook.put_hours(desk.at.shop.store, [(5, "07:00", "16:00")])
    desk.at.hear(ANGRY, "Marta K.")
    fixed = desk.at.hear("Cake box crushed flat, icing all over the lid. Terrible.", "Omar S.")
    desk.at.answer(fixed, "The box was ours to tape. Ines")
    counter.set_kind(desk.at.shop, fixed, Kind.COMPLAINT)
    counter.mark_fixed(desk.at.shop, fixed, FixedHow.DONE_AND_RECEIVED)
    assert desk.names() == ["Needs an answer", "Marta K.", "Fixed, but nobody can tell", "Omar S."]
    assert desk.page.subtitle.startswith("2 need someone · Saturday, open 7 to 16")
    spoken = desk.page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Needs an answer, 1, open"


def test_a_closed_group_shows_its_count_and_opens_with_the_keyboard(desk: Desk) -> None:
    one = desk.at.hear(ANGRY, "Marta K.")
    desk.at.answer(one, "Marta, I'm looking at the till now. Ines")
    assert desk.names() == ["Waiting on them"]
    desk.to_list()
    desk.key(Qt.Key.Key_Right)
    assert desk.names() == ["Waiting on them", "Marta K."]
    desk.key(Qt.Key.Key_Left)
    assert desk.names() == ["Waiting on them"]


def test_the_model_tells_qt_the_truth_about_every_change(desk: Desk) -> None:
    tester = QAbstractItemModelTester(
        desk.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, QObject(desk.page)
    )
    known = [desk.at.hear(f"{ANGRY} Number {n}.", f"Person {n}") for n in range(5)]
    counter.done(desk.at.shop, known[2])
    desk.page._toggle(Group.DONE)
    counter.bring_back(desk.at.shop, known[2])
    desk.page.filters.choose("private")
    desk.page.filters.choose("all")
    assert len(desk.names()) == 6
    assert tester.model() is desk.page.model


def test_a_row_is_spoken_whole(desk: Desk) -> None:
    desk.at.place = "google"
    desk.at.hear(ANGRY, "Marta K.", stars=2)
    desk.at.clock.forward(hours=1)
    desk.names()
    spoken = desk.page.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Unread. Complaint, guessed, Google ")
    assert "2 of 5 stars. Marta K., 1 h ago. Charged twice" in spoken


def test_stars_without_words_say_that_there_are_none(desk: Desk) -> None:
    desk.at.place = "google"
    desk.at.hear("", "Tom B.", stars=1)
    desk.names()
    spoken = desk.page.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Only stars, no words.")


CAUSE = "Marta, your tart was raw because two trays went in together. Tom"


def ask_of(desk: Desk, conversation: str) -> Ask:
    """Tom wants to name a cause, which is past what he may say alone."""
    found = people.all(desk.at.shop.store)
    tom = next((one for one in found if one.name == "Tom"), None) or counter.add_person(desk.at.shop, "Tom")
    desk.at.shop.set_person(tom)
    return counter.ask(desk.at.shop, conversation, Writing.typed(CAUSE))


def be(desk: Desk, name: str) -> None:
    desk.at.shop.set_person(next(one for one in people.all(desk.at.shop.store) if one.name == name))
    desk.window.settings_changed.emit(settings.LAST_PERSON.key)


def signs(desk: Desk) -> dict[str, str]:
    """What each row says of its state."""
    desk.names()
    rows = (desk.page.model.index(row, 0).data(ROW_ROLE) for row in range(desk.page.model.rowCount()))
    states = {row.author_name: words.row_state(row, desk.at.clock) for row in rows if isinstance(row, Row)}
    return {name: state.text if state else "" for name, state in states.items()}


def test_what_somebody_asks_the_owner_stands_on_top_and_nowhere_else(desk: Desk) -> None:
    waits = desk.at.hear(ANGRY, "Marta K.")
    desk.at.clock.forward(minutes=5)
    done = desk.at.hear("Cake box crushed flat, icing all over the lid. Terrible.", "Omar S.")
    desk.at.hear("Where is my order? It should have come at nine.", "Sunita D.")
    counter.done(desk.at.shop, done)
    ask_of(desk, done)
    desk.at.clock.forward(minutes=1)
    ask = ask_of(desk, waits)
    assert desk.names() == ["Needs an answer", "Marta K.", "Sunita D.", "Done today"], "nobody asks Tom"
    assert signs(desk)["Marta K."] == "Waiting for Ines"
    be(desk, "Ines")
    assert desk.names() == ["Asks for you", "Omar S.", "Marta K.", "Needs an answer", "Sunita D."]
    assert signs(desk)["Marta K."] == signs(desk)["Omar S."] == "Tom asks you"
    said = [desk.page.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 2, 3)]
    assert said[0] == "Asks for you, 2, open" and said[2] == "Needs an answer, 1, open"
    assert said[1].endswith("Tom asks you.")
    desk.page.filters.choose("mine")
    assert "Asks for you" not in desk.names(), "nobody gave these to Ines"
    desk.page.filters.choose("all")
    desk.to_list()
    desk.key(Qt.Key.Key_Home)
    desk.key(Qt.Key.Key_Left)
    desk.key(Qt.Key.Key_Left)
    assert desk.names() == ["Asks for you", "Needs an answer", "Sunita D."]
    desk.key(Qt.Key.Key_Right)
    assert desk.names()[:3] == ["Asks for you", "Omar S.", "Marta K."]
    undo = counter.say_yes(desk.at.shop, ask.id)
    assert desk.names() == ["Asks for you", "Omar S.", "Needs an answer", "Marta K.", "Sunita D."]
    undo.take_back(desk.at.shop)
    assert desk.names()[:3] == ["Asks for you", "Omar S.", "Marta K."]


def test_something_serious_says_so_and_that_somebody_asks(desk: Desk) -> None:
    one = desk.at.hear("My daughter has a nut allergy and she was taken to hospital after your cake.", "Marta K.")
    ask_of(desk, one)
    assert signs(desk) == {"Marta K.": "Serious · waits for Ines"}
    be(desk, "Ines")
    assert signs(desk) == {"Marta K.": "Serious · Tom asks"}


def test_with_nothing_else_waiting_an_ask_is_not_an_empty_inbox(desk: Desk) -> None:
    one = desk.at.hear(ANGRY, "Marta K.")
    counter.done(desk.at.shop, one)
    ask_of(desk, one)
    be(desk, "Ines")
    assert desk.names() == ["Asks for you", "Marta K."] and desk.page.empty is None


def everything_said(desk: Desk) -> str:
    """All that the list shows, says and hints at."""
    desk.names()
    model, roles = desk.page.model, (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    kept = [row.excerpt for one in rows if isinstance(row := one.data(ROW_ROLE), Row)]
    return "\n".join([*kept, *(str(one.data(role)) for one in rows for role in roles)])


def test_what_its_writer_took_down_is_in_no_row_and_comes_back_with_the_post(desk: Desk) -> None:
    one = desk.at.hear(ANGRY, "Marta K.")
    assert "Charged twice" in everything_said(desk)
    root = desk.at.root(one)
    desk.at.world.drop(root)
    desk.at.collect()
    desk.page._toggle(Group.WAITING)
    assert "Marta K." in desk.names()
    assert "Charged twice" not in everything_said(desk) and "They took this down." in everything_said(desk)
    desk.page.start_search()
    desk.page.header.search.setText("charged twice")
    desk.page.header.search._tell()
    assert "Marta K." not in desk.names(), "what was taken down is not found by its words"
    desk.at.world.put_back(root)
    desk.at.collect()
    lookout.look(desk.at.shop, one)
    desk.key(Qt.Key.Key_Escape)
    assert "Charged twice" in everything_said(desk) and "took this down" not in everything_said(desk)


def test_moving_with_the_keyboard_opens_and_reading_marks_it_read(desk: Desk, qtbot: Any) -> None:
    first = desk.at.hear(ANGRY, "Marta K.")
    second = desk.at.hear("Is the seeded rye vegan? And can you post one to Leeds?", "delphine")
    desk.names()
    desk.to_list()
    desk.key(Qt.Key.Key_J)
    assert desk.view.current_id() == first
    desk.key(Qt.Key.Key_Down)
    assert desk.view.current_id() == second
    desk.key(Qt.Key.Key_K)
    assert desk.view.current_id() == first
    rid = conversations.rid_of(desk.at.shop.store, first)
    qtbot.waitUntil(lambda: not desk.page._fetch([rid])[0].is_unread, timeout=4000)
    desk.key(Qt.Key.Key_J)
    assert desk.page._fetch([conversations.rid_of(desk.at.shop.store, second)])[0].is_unread


def test_the_list_does_not_jump_when_somebody_more_urgent_writes(desk: Desk) -> None:
    for n in range(30):
        desk.at.hear(f"Thank you, lovely bread number {n}.", f"Person {n}")
    desk.names()
    desk.to_list()
    desk.list.move_to(20)
    QApplication.processEvents()
    rid, before = desk.list.current_rid(), desk.list.rowViewportPosition(desk.list.currentIndex().row())
    desk.at.hear("My daughter is allergic and she was ill after your cake. We called the doctor.", "Ada")
    QApplication.processEvents()
    assert desk.names()[1] == "Ada"
    assert desk.list.current_rid() == rid
    assert desk.list.rowViewportPosition(desk.list.currentIndex().row()) == before
    assert desk.page.model.row_of(rid) == 21


def test_done_opens_the_next_row_down_and_can_be_taken_back(desk: Desk) -> None:
    known = [desk.at.hear(f"{ANGRY} Number {n}.", f"Person {n}") for n in range(3)]
    desk.names()
    desk.to_list()
    desk.key(Qt.Key.Key_J)
    desk.key(Qt.Key.Key_J)
    assert desk.view.current_id() == known[1]
    desk.key(Qt.Key.Key_E)
    assert desk.view.current_id() == known[2]
    assert "Person 1" not in desk.names()
    toast = [what for name, what in desk.asked if name == "toast_wanted"][-1]
    assert toast.text == "Done here. It stays on Complaints until the ending shows" and toast.undo
    undo = [what for name, what in desk.asked if name == "undo_made"][-1]
    undo.take_back(desk.at.shop)
    assert "Person 1" in desk.names()


def test_filters_and_sorts_narrow_the_list(desk: Desk) -> None:
    desk.at.hear(ANGRY, "Marta K.")
    private = desk.at.hear("Is my order ready?", "Bram", is_public=False)
    desk.page.filters.choose("private")
    assert desk.names() == ["Needs an answer", "Bram"]
    desk.page.filters.choose("mine")
    assert desk.names() == [] and "Nothing of yours waiting" in desk.page.empty.accessibleName()  # type: ignore[union-attr]
    counter.give_to(desk.at.shop, private, desk.at.shop.me.id)
    assert desk.names() == ["Needs an answer", "Bram"]
    desk.page.filters.choose("all")
    assert desk.page.empty is None


def test_searching_finds_people_and_words_and_esc_brings_the_groups_back(desk: Desk) -> None:
    desk.at.hear(ANGRY, "Marta K.")
    desk.at.hear("Thank you for the seeded rolls.", "Ruth A.")
    desk.page.start_search()
    field = desk.page.header.search
    assert desk.focus is field
    field.setText("seeded")
    field._tell()
    assert desk.names() == ["Found", "Ruth A."]
    field.setText("zzz")
    field._tell()
    assert desk.names() == []
    assert "Nothing for “zzz”" in desk.page.empty.accessibleName()  # type: ignore[union-attr]
    desk.key(Qt.Key.Key_Escape)
    assert desk.names()[0] == "Needs an answer" and desk.focus is desk.list


def test_out_of_the_search_the_first_of_what_was_found_is_shown(desk: Desk) -> None:
    """C and E act on whom the list shows, not on somebody who isn't in it."""
    angry = desk.at.hear(ANGRY, "Marta K.")
    found = desk.at.hear("Thank you for the seeded rolls.", "Ruth A.")
    desk.page.show_conversation(angry)
    desk.page.start_search()
    desk.page.header.search.setText("seeded")
    desk.key(Qt.Key.Key_Return)
    assert desk.page.current_id() == found and desk.focus is desk.list
    desk.page.start_search()
    desk.page.header.search.setText("rolls")
    desk.key(Qt.Key.Key_Return)
    assert desk.page.current_id() == found
    desk.page.start_search()
    desk.key(Qt.Key.Key_Escape)
    assert desk.page.current_id() == found and len(desk.names()) > 2, "all are there again, and nobody else is opened"


def test_words_that_were_taken_down_are_not_found(desk: Desk) -> None:
    one = desk.at.hear("Thank you for the seeded rolls.", "Ruth A.")
    desk.at.hear("Are the seeded rolls vegan?", "Ben")
    with desk.at.shop.store.writing():
        posts.mark_gone(desk.at.shop.store, desk.at.account.id, [desk.at.root(one)], desk.at.clock.now())
    desk.page.start_search()
    desk.page.header.search.setText("seeded")
    desk.page.header.search._tell()
    assert desk.names() == ["Found", "Ben"]


def test_an_empty_inbox_says_what_is_next(desk: Desk) -> None:
    assert desk.page.empty is not None
    assert desk.page.empty.accessibleName().startswith("Everyone has an answer")
    desk.page.empty.buttons[0].click()
    assert ("collecting_wanted", "") in desk.asked


def test_without_a_place_it_says_whether_there_is_history(desk: Desk) -> None:
    shop, wanted = desk.at.shop, listing.Wanted()
    state = listing.standing(shop)._replace(has_accounts=False)
    assert listing.nothing_here(shop, wanted, state)[1:4:2] == ("Nobody’s talking here yet", "connect")
    counter.done(shop, desk.at.hear(ANGRY, "Marta K."))
    state = listing.standing(shop)._replace(has_accounts=False)
    _, title, text, action = listing.nothing_here(shop, wanted, state)
    assert (title, action) == ("Nobody is waiting", "connect") and "is in History" in text


def test_single_keys_can_be_switched_off(desk: Desk) -> None:
    desk.at.hear(ANGRY, "Marta K.")
    desk.names()
    desk.window.single_keys = False
    desk.window.settings_changed.emit(settings.SINGLE_KEYS.key)
    desk.to_list()
    desk.key(Qt.Key.Key_J)
    assert desk.view.current_id() == ""
    desk.key(Qt.Key.Key_Down)
    assert desk.view.current_id() != ""


def test_a_reply_hands_the_keyboard_to_the_next_row_and_what_is_shown_stays_chosen(desk: Desk) -> None:
    first = desk.at.hear(ANGRY, "Marta K.")
    second = desk.at.hear(f"{ANGRY} Again.", "Jonas W.")
    desk.names()
    desk.to_list()
    desk.key(Qt.Key.Key_J)
    desk.key(Qt.Key.Key_R)
    assert not desk.page.left.isVisible() and desk.view.header.back.isVisible()
    assert desk.page.title == "Reply to Marta K."
    QTest.keyClicks(desk.focus, "Marta, the tart was raw and we let it ring. By noon. Ines")
    QTest.keyClick(desk.focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert desk.page.left.isVisible() and desk.page.title == "Inbox"
    assert desk.focus is desk.list and desk.list.currentIndex().data() == "Jonas W."
    assert [index.data() for index in desk.list.selectedIndexes()] == ["Marta K."]
    assert desk.view.current_id() == first  # stays open until it has gone
    assert ("outbox_stirred", None) in desk.asked
    desk.key(Qt.Key.Key_J)
    assert desk.list.currentIndex().data() == "Jonas W." and desk.view.current_id() == second


def test_where_what_is_shown_has_left_the_list_no_other_row_is_marked_and_the_keys_go_on_from_its_place(
    desk: Desk,
) -> None:
    known = [desk.at.hear(f"{ANGRY} Number {n}.", f"Person {n}") for n in range(4)]
    desk.names()
    desk.to_list()
    for _ in range(2):
        desk.key(Qt.Key.Key_J)
    QTest.keyClick(desk.page.windowHandle(), Qt.Key.Key_Shift)  # the last thing touched is a key
    counter.done(desk.at.shop, known[1])
    assert "Person 1" not in desk.names()
    assert desk.view.current_id() == known[1] and not desk.list.selectedIndexes()
    assert not desk.page.delegate.marks_current
    ring = QApplication.instance().findChild(FocusRing)  # type: ignore[union-attr]
    assert ring is not None and ring.around() is desk.list
    desk.key(Qt.Key.Key_J)
    assert desk.view.current_id() == known[2] and desk.list.currentIndex().data() == "Person 2"
    assert desk.page.delegate.marks_current and ring.around() is None


def test_what_comes_back_into_the_list_is_marked_again(desk: Desk) -> None:
    known = [desk.at.hear(f"{ANGRY} Number {n}.", f"Person {n}") for n in range(3)]
    desk.names()
    desk.to_list()
    desk.key(Qt.Key.Key_J)
    undo = counter.done(desk.at.shop, known[0])
    desk.names()
    undo.take_back(desk.at.shop)
    desk.names()
    assert desk.view.current_id() == known[0] and desk.list.currentIndex().data() == "Person 0"


def test_opened_from_elsewhere_the_list_marks_its_row_or_none(desk: Desk) -> None:
    known = [desk.at.hear(f"{ANGRY} Number {n}.", f"Person {n}") for n in range(3)]
    counter.done(desk.at.shop, known[0])
    desk.names()
    desk.to_list()
    desk.key(Qt.Key.Key_J)
    desk.page.show_conversation(known[2])
    assert desk.list.currentIndex().data() == "Person 2"
    desk.page.show_conversation(known[0])
    desk.page.shown()
    assert desk.view.current_id() == known[0]
    assert not desk.list.selectedIndexes() and not desk.page.delegate.marks_current


def test_what_was_just_added_is_in_sight_once_its_row_is_there(desk: Desk) -> None:
    for n in range(30):
        desk.at.hear(f"Thank you, lovely bread number {n}.", f"Person {n}")
    desk.names()
    desk.to_list()
    desk.list.move_to(25)
    QApplication.processEvents()
    assert desk.list.verticalScrollBar().value() > 0
    serious = desk.at.hear("My daughter is allergic and she was ill after your cake. We called the doctor.", "Ada")
    desk.page.show_conversation(serious)
    assert "Ada" in desk.names()
    row = desk.list.currentIndex().row()
    assert desk.page.model.index(row, 0).data() == "Ada"
    assert 0 <= desk.list.rowViewportPosition(row) < desk.list.viewport().height()


def test_taking_a_reply_back_brings_the_text_with_the_caret_at_its_end(desk: Desk) -> None:
    first = desk.at.hear(ANGRY, "Marta K.")
    from desktop.writing import Writing

    reply = counter.post(
        desk.at.shop, first, Writing.typed("Half eight, Marta. Ines"), channel=Channel.PUBLIC
    )
    desk.page.show_conversation(first)
    counter.take_back(desk.at.shop, reply.id)
    desk.page.show_conversation(first)
    QApplication.processEvents()
    editor = desk.view.composer.editor
    assert editor.writing().plain() == "Half eight, Marta. Ines"
    assert desk.focus is editor and editor.textCursor().atEnd()


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
@pytest.mark.parametrize("compact", [False, True])
def test_rows_are_as_high_as_the_text_size_wants(
    desk: Desk, look: Theme, scale: float, compact: bool
) -> None:
    desk.at.hear(ANGRY, "Marta K.")
    desk.names()
    desk.window.density = "compact" if compact else "roomy"
    desk.window.settings_changed.emit("rows")
    look.set_text_scale(scale)
    assert desk.list.rowHeight(1) == round((52 if compact else 75) * scale)
    assert desk.list.rowHeight(0) == round(28 * scale)


def test_painting_a_row_leaves_nothing_unpainted(desk: Desk) -> None:
    desk.at.hear(ANGRY, "Marta K.")
    desk.names()
    image = QImage(352, 75, QImage.Format.Format_RGB32)
    magenta = QColor.fromRgb(0xFF00FF)
    image.fill(magenta)
    option: Any = QStyleOptionViewItem()
    option.rect = image.rect()
    painter = QPainter(image)
    desk.page.delegate.paint(painter, option, desk.page.model.index(1, 0))
    painter.end()
    assert all(image.pixelColor(x, y) != magenta for x in range(0, 352, 7) for y in range(75))


def test_in_a_low_window_the_event_bar_stands_over_the_list_alone(desk: Desk) -> None:
    say_all(desk.at)
    bars = desk.page.events
    assert bars is not None
    bars.refresh()
    QApplication.processEvents()
    assert not bars.isHidden() and bars.parentWidget() is desk.page
    desk.page.resize(900, 420)
    QApplication.processEvents()
    assert bars.parentWidget() is desk.page.left
    desk.page.resize(1102, 745)
    QApplication.processEvents()
    assert bars.parentWidget() is desk.page
