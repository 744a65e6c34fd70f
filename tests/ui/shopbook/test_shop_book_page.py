"""The Shop book: facts are changed where they stand, hours and closures say what is wrong, all can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import counter, history, shopbook
from desktop.counter import Undo
from desktop.errors import Misuse
from desktop.records import Fact, Person, Value, Voice
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.shopbook.card import FactCard, Topics
from ui.shopbook.page import ShopBookPage
from ui.theme import Theme, theme
from ui.widgets.layouts import widgets_in
from ui.widgets.wrap import WrapLabel
from ui.window import Toast, Window

TUESDAY, WEDNESDAY, FRIDAY, SATURDAY = 1, 2, 4, 5
EVERYTHING, FACTS, VOICE, STAND, LIMITS, HOURS = range(6)


class Book:
    """The page, and what it told its window."""

    def __init__(self, at: Counter, qtbot: QtBot) -> None:
        self.at, self.store = at, at.shop.store
        self.undos: list[Undo] = []
        self.toasts: list[Toast] = []
        self.window = Window()
        self.window.undo_made.connect(self.undos.append)
        self.window.toast_wanted.connect(self.toasts.append)
        self.page = ShopBookPage(at.shop, AtOnce(at.shop.changes), self.window)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 640)
        self.page.show()
        self.page.activateWindow()
        self.page.shown()

    def titles(self) -> list[str]:
        return [card.fact.title for card in self.page.facts.shown_cards()]

    def card(self, title: str) -> FactCard:
        return next(card for card in self.page.facts.shown_cards() if card.fact.title == title)

    def undo(self) -> None:
        self.undos.pop().take_back(self.at.shop)

    def fact(self, title: str) -> Fact:
        return next(fact for fact in shopbook.facts(self.store) if fact.title == title)


@pytest.fixture
def told(at_counter: Counter) -> Counter:
    """A shop whose book holds three facts, one of them old; open Tuesday to Sunday, 7 to 16."""
    now = at_counter.clock.now()
    facts = (
        Fact(
            "", "Lemon tart", "Base bakes blind 25 min.", ("tart", "lemon"), "Ines", now - timedelta(days=42)
        ),
        Fact(
            "",
            "Seeded rye",
            "No milk, no egg, no honey.",
            ("rye", "allergy"),
            "Priya",
            now - timedelta(days=5),
        ),
        Fact("", "Why the loaf is €6.20", "Flour up 18%.", (), "Ines", now - timedelta(days=215)),
    )
    with at_counter.shop.store.writing():
        for fact in facts:
            shopbook.put_fact(at_counter.shop.store, fact)
        shopbook.put_hours(at_counter.shop.store, [(day, "07:00", "16:00") for day in range(1, 7)])
    return at_counter


@pytest.fixture
def book(told: Counter, look: Theme, qtbot: QtBot) -> Book:
    return Book(told, qtbot)


# --- facts -----------------------------------------------------------------------------------------------


def test_facts_say_who_checked_them_and_when(book: Book) -> None:
    assert book.titles() == ["Lemon tart", "Seeded rye", "Why the loaf is €6.20"]
    assert book.page.tabs.tabText(FACTS) == "Facts 3"
    said = [label.text() for label in book.card("Lemon tart").findChildren(WrapLabel)]
    assert "Ines checked this 3 May" in said
    assert "Ines checked this 3 May" in book.card("Lemon tart").accessibleName()


def test_an_old_fact_asks_to_be_checked_and_still_right_dates_it_again(book: Book) -> None:
    old = book.card("Why the loaf is €6.20")
    assert "7 months old. Check it?" in old.accessibleName()
    assert book.page.stale.text() == "1 fact needs checking"
    old.confirm.click()
    fact = book.fact("Why the loaf is €6.20")
    assert (fact.checked_by, fact.checked_at) == ("Ines", book.at.clock.now())
    assert book.page.stale.isHidden()
    assert book.undos[-1].text == "Checked Why the loaf is €6.20"
    book.undo()
    assert "7 months old. Check it?" in book.card("Why the loaf is €6.20").accessibleName()


def test_those_that_need_checking_can_be_seen_alone(book: Book) -> None:
    book.page.stale.click()
    assert book.titles() == ["Why the loaf is €6.20"] and book.page.stale.text() == "Show all"
    book.page.stale.click()
    assert len(book.titles()) == 3


def test_a_fact_is_changed_where_it_stands(book: Book) -> None:
    card = book.card("Seeded rye")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    editor = card.editor
    assert editor and editor.text.hasFocus()
    editor.text.setPlainText("No milk, no egg. Made beside things that have both.")
    editor.topics.setText("rye, milk, rye")
    QTest.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    fact = book.fact("Seeded rye")
    assert fact.text == "No milk, no egg. Made beside things that have both."
    assert (fact.topics, fact.checked_by) == (("rye", "milk"), "Ines")
    assert card.editor is None and card.hasFocus()
    book.undo()
    assert book.fact("Seeded rye").text == "No milk, no egg, no honey."
    assert book.fact("Seeded rye").checked_by == "Priya"


def test_a_new_fact_is_written_with_the_keys_alone(book: Book) -> None:
    book.page.facts.to_cards()
    QTest.keyClick(book.card("Lemon tart"), Qt.Key.Key_N)
    fresh = book.page.facts.fresh
    assert fresh and fresh.editor and fresh.editor.title.hasFocus()
    QTest.keyClicks(fresh.editor.title, "Cake boxes")
    QTest.keyClick(fresh.editor.title, Qt.Key.Key_Tab)
    QTest.keyClicks(fresh.editor.text, "We tape all four sides.")
    QTest.keyClick(fresh.editor.text, Qt.Key.Key_Tab)
    QTest.keyClicks(fresh.editor.topics, "box, boxes")
    QTest.keyClick(fresh.editor.topics, Qt.Key.Key_Return)
    assert book.titles()[0] == "Cake boxes" and book.page.facts.fresh is None
    assert shopbook.matching(book.store, "my box was crushed")[0].title == "Cake boxes"
    assert [event.kind for event in history.of(book.store, book.fact("Cake boxes").id)] == ["fact_put"]
    book.undo()
    assert "Cake boxes" not in book.titles()


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [("  ", "We tape.", "Give it a title."), ("Boxes", " \n", "Write what everyone should know about it.")],
)
def test_half_a_fact_says_what_is_missing_and_loses_nothing(
    book: Book, title: str, text: str, said: str
) -> None:
    book.page.facts.add()
    fresh = book.page.facts.fresh
    assert fresh and fresh.editor
    fresh.editor.title.setText(title)
    fresh.editor.text.setPlainText(text)
    fresh.editor.keep.click()
    assert fresh.editor.trouble.text() == said and fresh.editor.trouble.isVisible()
    assert (fresh.editor.title.text(), fresh.editor.text.toPlainText()) == (title, text)
    assert len(shopbook.facts(book.store)) == 3


def test_escape_lets_changes_go_only_the_second_time(book: Book) -> None:
    card = book.card("Lemon tart")
    card.edit()
    editor = card.editor
    assert editor
    editor.title.setText("Lime tart")
    QTest.keyClick(editor.title, Qt.Key.Key_Escape)
    assert card.editor is editor and editor.trouble.text() == "Not saved yet. Esc again lets your changes go."
    QTest.keyClick(editor.title, Qt.Key.Key_Escape)
    assert card.editor is None and book.fact("Lemon tart")


def test_what_is_being_written_stays_when_the_book_changes_elsewhere(book: Book) -> None:
    card = book.card("Lemon tart")
    card.edit()
    assert card.editor
    card.editor.text.setPlainText("Half a sen")
    counter.put_fact(book.at.shop, book.fact("Seeded rye")._replace(text="Other words."))
    counter.remove_fact(book.at.shop, card.fact.id)
    assert card.editor and card.editor.text.toPlainText() == "Half a sen"
    card.editor.keep.click()
    assert book.fact("Lemon tart").text == "Half a sen"


def test_a_fact_is_removed_with_a_way_back(book: Book) -> None:
    card = book.card("Lemon tart")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Delete)
    assert book.titles() == ["Seeded rye", "Why the loaf is €6.20"]
    assert book.toasts[-1].text == "Removed Lemon tart" and book.toasts[-1].undo
    assert book.card("Seeded rye").hasFocus()
    book.undo()
    assert book.titles()[0] == "Lemon tart"


def test_the_arrows_walk_the_facts_and_back_to_the_search(book: Book) -> None:
    book.page.start_search()
    QTest.keyClick(book.page.facts.search, Qt.Key.Key_Down)
    assert book.card("Lemon tart").hasFocus()
    QTest.keyClick(book.card("Lemon tart"), Qt.Key.Key_Down)
    assert book.card("Seeded rye").hasFocus()
    QTest.keyClick(book.card("Seeded rye"), Qt.Key.Key_Up)
    QTest.keyClick(book.card("Lemon tart"), Qt.Key.Key_Up)
    assert book.page.facts.search.hasFocus()


def test_facts_are_found_by_words_and_topics(book: Book) -> None:
    QTest.keyClicks(book.page.facts.search, "ALLERGY milk")
    assert book.titles() == ["Seeded rye"]
    QTest.keyClicks(book.page.facts.search, "zz")
    assert book.page.facts.empty
    assert book.page.facts.empty.accessibleName() == "Nothing for “ALLERGY milkzz” Try fewer words."
    book.page.facts.empty.buttons[0].click()
    assert len(book.titles()) == 3


def test_an_empty_book_asks_for_the_three_questions(at_counter: Counter, look: Theme, qtbot: QtBot) -> None:
    book = Book(at_counter, qtbot)
    empty = book.page.facts.empty
    assert empty
    assert empty.accessibleName().startswith("What does everyone need to know?")
    empty.buttons[0].click()
    assert book.page.facts.fresh and book.page.facts.fresh.isVisible()


def test_three_hundred_facts_come_in_turns_and_in_order(
    at_counter: Counter, look: Theme, qtbot: QtBot
) -> None:
    with at_counter.shop.store.writing():
        for number in range(300):
            shopbook.put_fact(
                at_counter.shop.store,
                Fact("", f"Fact {number:03}", "So it is.", ("so",), "Ines", at_counter.clock.now()),
            )
    book = Book(at_counter, qtbot)
    qtbot.waitUntil(lambda: len(book.page.facts.cards) == 300, timeout=30_000)
    assert book.titles() == [f"Fact {number:03}" for number in range(300)]


# --- helpers suggest, the owner decides -------------------------------------------------------------------


def at_the_till(book: Book, person: Person) -> None:
    """Somebody takes over; the window tells its pages."""
    counter.take_over(book.at.shop, person.id)
    book.window.settings_changed.emit("last_person")


@pytest.fixture
def tom(book: Book) -> Person:
    return counter.add_person(book.at.shop, "Tom")


def test_words_not_saved_yet_stay_with_their_writer(book: Book, tom: Person) -> None:
    ines, page = book.at.shop.me, book.page
    counter.put_voice(book.at.shop, Voice("Plain and warm.", ("we",), ()))
    page.voice.sentence.setText("Plain, warm and sho")
    page.stand.rows[0][0].setText("Nobody is hur")
    for _ in range(2):
        at_the_till(book, tom)
        assert page.voice.voice() == Voice("Plain and warm.", ("we",), ()) and page.stand.values() == ()
        at_the_till(book, ines)
        assert page.voice.sentence.text() == "Plain, warm and sho"
        assert page.stand.values()[0].text == "Nobody is hur"
    page.voice.save.click()
    assert counter.voice(book.at.shop).sentence == "Plain, warm and sho"
    at_the_till(book, tom)
    assert page.voice.sentence.text() == "Plain, warm and sho", "saved: everybody sees it"


def suggest(book: Book, title: str, text: str) -> None:
    """Who is here opens the fact, writes other words and presses the button."""
    card = book.card(title)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.editor and card.editor.keep.text() == "Suggest it"
    card.editor.text.setPlainText(text)
    card.editor.keep.click()


def test_a_helper_suggests_and_the_owner_uses_it(book: Book, tom: Person) -> None:
    ines = book.at.shop.me
    at_the_till(book, tom)
    suggest(book, "Seeded rye", "No milk, no egg. Made beside things that have both.")
    assert book.fact("Seeded rye").text == "No milk, no egg, no honey."
    (box,) = book.card("Seeded rye").suggested
    assert box.accessibleName().startswith("You suggest a change. Ines decides.")
    assert box.use.isHidden() and box.decline.text() == "Take it back"
    at_the_till(book, ines)
    (box,) = book.card("Seeded rye").suggested
    assert "Tom suggests a change" in book.card("Seeded rye").accessibleName()
    box.use.click()
    fact = book.fact("Seeded rye")
    assert fact.text == "No milk, no egg. Made beside things that have both."
    assert fact.checked_by == "Ines" and book.card("Seeded rye").suggested == []
    assert book.toasts[-1].text == "Used what Tom suggested"
    told = history.of(book.store, fact.id)
    assert [(event.person_name, event.kind) for event in told] == [
        ("Tom", "fact_suggested"),
        ("Ines", "fact_put"),
    ]
    book.undo()
    assert book.fact("Seeded rye").text == "No milk, no egg, no honey."
    assert len(book.card("Seeded rye").suggested) == 1


def test_not_now_lets_a_suggestion_rest_and_can_be_undone(book: Book, tom: Person) -> None:
    ines = book.at.shop.me
    at_the_till(book, tom)
    suggest(book, "Seeded rye", "Nuts, too.")
    at_the_till(book, ines)
    book.card("Seeded rye").suggested[0].decline.click()
    assert book.card("Seeded rye").suggested == []
    assert book.fact("Seeded rye").text == "No milk, no egg, no honey."
    book.undo()
    assert book.card("Seeded rye").suggested[0].suggestion.fact.text == "Nuts, too."


def test_what_one_has_begun_to_write_is_there_again_for_them_alone(book: Book, tom: Person) -> None:
    ines, facts = book.at.shop.me, book.page.facts
    card = book.card("Seeded rye")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.editor
    card.editor.text.setPlainText("No milk, no")
    facts.new.click()
    assert facts.fresh and facts.fresh.editor
    QTest.keyClicks(facts.fresh.editor.title, "Parking")
    at_the_till(book, tom)
    assert facts.fresh is None and not [one for one in facts.cards.values() if one.editor]
    suggested = book.card("Seeded rye")
    suggested.setFocus()
    QTest.keyClick(suggested, Qt.Key.Key_Return)
    assert suggested.editor and suggested.editor.text.toPlainText() == "No milk, no egg, no honey."
    at_the_till(book, ines)
    assert facts.fresh and facts.fresh.editor and facts.fresh.editor.title.text() == "Parking"
    again = book.card("Seeded rye")
    assert again.editor and again.editor.text.toPlainText() == "No milk, no"
    assert again.editor.keep.text() == "Save"
    assert book.fact("Seeded rye").text == "No milk, no egg, no honey."


def test_what_was_begun_for_a_fact_that_has_gone_is_a_new_one(book: Book, tom: Person) -> None:
    ines, facts = book.at.shop.me, book.page.facts
    at_the_till(book, tom)
    card = book.card("Seeded rye")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.editor
    card.editor.text.setPlainText("Nuts, too.")
    at_the_till(book, ines)
    counter.remove_fact(book.at.shop, book.fact("Seeded rye").id)
    QApplication.processEvents()
    assert "Seeded rye" not in book.titles()
    at_the_till(book, tom)
    assert facts.fresh and facts.fresh.editor
    assert (facts.fresh.editor.title.text(), facts.fresh.editor.text.toPlainText()) == ("Seeded rye", "Nuts, too.")
    facts.fresh.editor.keep.click()
    assert [one.fact.title for one in shopbook.suggestions(book.store)] == ["Seeded rye"]


def test_nobody_but_its_writer_and_the_owner_lets_a_suggestion_rest(book: Book, tom: Person) -> None:
    shop, priya = book.at.shop, counter.add_person(book.at.shop, "Priya")
    at_the_till(book, tom)
    suggest(book, "Seeded rye", "Nuts, too.")
    waits = book.card("Seeded rye").suggested[0].suggestion
    at_the_till(book, priya)
    with pytest.raises(Misuse, match="Only Ines can do that"):
        counter.decline_suggestion(shop, waits.id)
    assert [one.id for one in shopbook.suggestions(shop.store)] == [waits.id]


def test_a_helper_goes_on_with_what_they_suggested_and_only_the_last_waits(book: Book, tom: Person) -> None:
    at_the_till(book, tom)
    suggest(book, "Seeded rye", "Nuts, too.")
    card = book.card("Seeded rye")
    card.edit()
    assert card.editor and card.editor.text.toPlainText() == "Nuts, too."
    card.editor.text.setPlainText("Nuts and milk, too.")
    card.editor.keep.click()
    assert [box.suggestion.fact.text for box in card.suggested] == ["Nuts and milk, too."]
    book.undo()
    assert [box.suggestion.fact.text for box in card.suggested] == ["Nuts, too."]
    card.suggested[0].decline.click()
    assert card.suggested == []


def test_a_new_fact_that_a_helper_suggests_stands_above_the_others(book: Book, tom: Person) -> None:
    ines = book.at.shop.me
    at_the_till(book, tom)
    book.page.facts.add()
    fresh = book.page.facts.fresh
    assert fresh and fresh.editor
    fresh.editor.title.setText("Cake boxes")
    fresh.editor.text.setPlainText("We tape all four sides.")
    fresh.editor.keep.click()
    assert "Cake boxes" not in book.titles() and book.page.facts.fresh is None
    at_the_till(book, ines)
    (box,) = book.page.facts.proposed
    assert box.accessibleName().startswith("Tom suggests a new fact. Cake boxes.")
    box.use.click()
    assert book.titles()[0] == "Cake boxes" and book.page.facts.proposed == []
    book.undo()
    assert "Cake boxes" not in book.titles() and len(book.page.facts.proposed) == 1


def test_a_helper_says_that_a_fact_is_still_right_and_removes_none(book: Book, tom: Person) -> None:
    at_the_till(book, tom)
    book.card("Why the loaf is €6.20").confirm.click()
    assert book.fact("Why the loaf is €6.20").checked_by == "Tom"
    with pytest.raises(Misuse, match="Only Ines can do that"):
        counter.remove_fact(book.at.shop, book.fact("Seeded rye").id)
    counter.put_fact(book.at.shop, book.fact("Seeded rye")._replace(text="Nuts, too."))
    (waits,) = shopbook.suggestions(book.store)
    with pytest.raises(Misuse, match="Only Ines can do that"):
        counter.use_suggestion(book.at.shop, waits.id)


def test_a_suggestion_for_a_fact_that_is_gone_waits_for_nothing(book: Book, tom: Person) -> None:
    ines = book.at.shop.me
    at_the_till(book, tom)
    suggest(book, "Seeded rye", "Nuts, too.")
    (waits,) = shopbook.suggestions(book.store)
    at_the_till(book, ines)
    counter.remove_fact(book.at.shop, book.fact("Seeded rye").id)
    with pytest.raises(Misuse, match="doesn't wait any more"):
        counter.use_suggestion(book.at.shop, waits.id)


# --- hours and closures -------------------------------------------------------------------------------------


def week(book: Book) -> dict[int, list[tuple[time, time]]]:
    return {day: list(spans) for day, spans in shopbook.opening(book.store).spans.items()}


def test_the_week_is_shown_with_the_line_the_inbox_says(book: Book) -> None:
    hours = book.page.hours
    assert [row.closed.isChecked() for row in hours.days] == [True, *[False] * 6]
    assert (hours.days[TUESDAY].opens.text(), hours.days[TUESDAY].closes.text()) == ("7:00", "16:00")
    assert hours.preview.text() == "The inbox says: Saturday, open 7 to 16"


def test_other_hours_are_kept_at_once_and_can_be_undone(book: Book) -> None:
    book.page.tabs.setCurrentIndex(HOURS)
    row = book.page.hours.days[SATURDAY]
    row.closes.setFocus()
    row.closes.selectAll()
    QTest.keyClicks(row.closes, "17.30")
    QTest.keyClick(row.closes, Qt.Key.Key_Return)
    assert week(book)[SATURDAY] == [(time(7), time(17, 30))]
    assert book.page.hours.preview.text() == "The inbox says: Saturday, open 7 to 17:30"
    assert row.closes.text() == "17:30"
    book.undo()
    assert week(book)[SATURDAY] == [(time(7), time(16))] and row.closes.text() == "16:00"


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [
        ("25:00", "16:00", "“25:00” isn’t a time. Write it like 7:00."),
        ("16:00", "7:00", "It can’t close before it opens."),
        ("", "16:00", "Write when it opens and when it closes."),
    ],
)
def test_a_bad_time_says_so_beside_it_and_loses_nothing(
    book: Book, opens: str, closes: str, said: str
) -> None:
    book.page.tabs.setCurrentIndex(HOURS)
    row, before = book.page.hours.days[TUESDAY], week(book)
    row.opens.setText(opens)
    row.closes.setText(closes)
    row.opens.editingFinished.emit()
    assert row.trouble.text() == said and row.trouble.isVisible()
    book.page.hours.days[WEDNESDAY].closed.click()  # another day changes meanwhile
    assert (row.opens.text(), row.closes.text()) == (opens, closes)
    assert week(book) == {day: spans for day, spans in before.items() if day != WEDNESDAY}
    row.opens.setText("8")
    row.closes.setText("16")
    row.closes.editingFinished.emit()
    assert row.trouble.isHidden() and week(book)[TUESDAY] == [(time(8), time(16))]


def test_closing_a_day_keeps_its_times_for_opening_it_again(book: Book) -> None:
    row = book.page.hours.days[TUESDAY]
    row.closed.click()
    assert TUESDAY not in week(book) and not row.opens.isEnabled()
    row.closed.click()
    assert week(book)[TUESDAY] == [(time(7), time(16))]


def test_a_second_opening_on_one_day_is_kept(book: Book) -> None:
    rows = [(TUESDAY, "07:00", "12:00"), (TUESDAY, "15:00", "18:00")]
    counter.put_hours(book.at.shop, rows)
    row = book.page.hours.days[TUESDAY]
    assert row.more.text() == "and 15:00 – 18:00"
    row.opens.setText("8")
    row.opens.editingFinished.emit()
    assert week(book)[TUESDAY] == [(time(8), time(12)), (time(15), time(18))]
    row.closes.setText("16")
    row.closes.editingFinished.emit()
    assert row.trouble.text() == "That runs into 15:00."


def test_a_closed_day_is_added_and_taken_away(book: Book) -> None:
    closures = book.page.hours.closures
    book.page.tabs.setCurrentIndex(HOURS)
    closures.day.setFocus()
    QTest.keyClicks(closures.day, "24 June")
    QTest.keyClicks(closures.note, "Closed for a funeral")
    QTest.keyClick(closures.note, Qt.Key.Key_Return)
    assert shopbook.opening(book.store).closures == {date(2025, 6, 24): "Closed for a funeral"}
    assert closures.day.text() == "" and closures.day.hasFocus()
    line = widgets_in(closures.list)[0]
    assert [label.text() for label in line.findChildren(WrapLabel)] == [
        "Tuesday 24 June  Closed for a funeral"
    ]
    closures.gone.emit([date(2025, 6, 24)])
    assert shopbook.opening(book.store).closures == {}
    book.undo()
    assert shopbook.opening(book.store).closures == {date(2025, 6, 24): "Closed for a funeral"}


def test_a_bad_day_says_so_and_keeps_the_note(book: Book) -> None:
    closures = book.page.hours.closures
    book.page.tabs.setCurrentIndex(HOURS)
    closures.day.setText("32 June")
    closures.note.setText("Stocktaking")
    closures.add.click()
    assert closures.trouble.text() == "“32 June” isn’t a day. Write it like 24 June."
    assert (closures.day.text(), closures.note.text()) == ("32 June", "Stocktaking")


def test_a_closure_today_changes_what_the_inbox_says(book: Book) -> None:
    counter.put_closures(book.at.shop, {date(2025, 6, 14): "Flood"})
    assert book.page.hours.preview.text() == "The inbox says: closed till Sunday 7:00"


def test_days_that_are_over_are_shown_when_asked_for(book: Book) -> None:
    counter.put_closures(book.at.shop, {date(2025, 1, 1): "New Year"})
    closures = book.page.hours.closures
    assert closures.past.text() == "Show 1 that is over"
    book.page.tabs.setCurrentIndex(HOURS)
    closures.past.click()
    assert closures.list.count() == 1 and closures.past.isHidden()


# --- how often a fact was used ------------------------------------------------------------------------------


def test_a_fact_counts_the_replies_that_say_it(book: Book) -> None:
    at = book.at
    first = at.hear("Is there milk in the rye?")
    at.answer(first, "No milk, no egg and no honey in it, Marta. Tom")
    second = at.hear("The tart was raw", who="Jo P.")
    at.answer(second, "I am sorry, Jo, that one was ours. Ines")
    assert "used in 1 reply" in book.card("Seeded rye").accessibleName()
    assert "used in" not in book.card("Lemon tart").accessibleName()


# --- how we sound, what we stand for ----------------------------------------------------------------------


def test_how_we_sound_is_written_kept_and_undone(book: Book) -> None:
    book.page.tabs.setCurrentIndex(VOICE)
    tab = book.page.voice
    tab.sentence.setText("Like someone wiping flour off  their hands.")
    tab.say.setPlainText("We burnt it.\n\n I don't know yet. ")
    tab.dont_say.setFocus()
    QTest.keyClicks(tab.dont_say, "valued customer")
    QTest.keyClick(tab.dont_say, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = counter.voice(book.at.shop)
    assert kept.sentence == "Like someone wiping flour off their hands." == tab.sentence.text()
    assert kept.say == ("We burnt it.", "I don't know yet.") and kept.dont_say == ("valued customer",)
    assert history.of(book.store, "shop")[-1].kind == "voice"
    book.undo()
    assert counter.voice(book.at.shop).dont_say == () and tab.dont_say.toPlainText() == ""


def test_what_we_stand_for_is_five_things_at_most(book: Book) -> None:
    book.page.tabs.setCurrentIndex(STAND)
    tab = book.page.stand
    assert tab.rows[0][0].isVisible() and tab.rows[1][0].isHidden()
    tab.rows[0][0].setText("Nobody leaves hungry")
    assert tab.rows[1][0].isVisible()
    tab.rows[1][0].setText("Bread goes to the shelter at five")
    tab.rows[1][1].setCurrentIndex(1)
    tab.save.click()
    told = (Value("Nobody leaves hungry"), Value("Bread goes to the shelter at five", False))
    assert counter.values(book.at.shop) == told
    with pytest.raises(Misuse, match="5 at most"):
        counter.put_values(book.at.shop, [Value(f"value {at}") for at in range(6)])
    book.undo()
    assert counter.values(book.at.shop) == () and tab.rows[0][0].text() == ""


def test_what_is_being_written_about_the_voice_stays_when_something_else_changes(book: Book) -> None:
    book.page.voice.say.setPlainText("We burnt")
    counter.put_fact(book.at.shop, book.fact("Seeded rye")._replace(text="Other words."))
    assert book.page.voice.say.toPlainText() == "We burnt"


def test_a_helper_reads_the_voice_and_cannot_change_it(book: Book, tom: Person) -> None:
    counter.put_voice(book.at.shop, Voice("Short.", ("We burnt it.",), ()))
    at_the_till(book, tom)
    tab = book.page.voice
    assert tab.sentence.text() == "Short." and tab.sentence.isReadOnly() and tab.save.isHidden()
    assert tab.only.text() == "Only Ines can change this page."
    with pytest.raises(Misuse, match="Only Ines can do that"):
        counter.put_voice(book.at.shop, Voice("Long."))
    with pytest.raises(Misuse, match="Only Ines can do that"):
        counter.put_values(book.at.shop, [Value("Bread")])


# --- what the counter refuses -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "act",
    [
        lambda shop: counter.put_fact(shop, Fact("", " ", "text", (), "", shop.clock.now())),
        lambda shop: counter.put_fact(shop, Fact("", "title", " ", (), "", shop.clock.now())),
        lambda shop: counter.remove_fact(shop, "nothing"),
        lambda shop: counter.put_hours(shop, [(0, "25:00", "26:00")]),
        lambda shop: counter.put_hours(shop, [(0, "07:00", "07:00")]),
        lambda shop: counter.put_hours(shop, [(0, "07:00", "12:00"), (0, "11:00", "13:00")]),
        lambda shop: counter.put_hours(shop, [(0, "18:00", "02:00"), (1, "01:00", "13:00")]),
        lambda shop: counter.put_hours(shop, [(6, "18:00", "02:00"), (0, "01:00", "13:00")]),
        lambda shop: counter.remove_closures(shop, [date(2025, 6, 24)]),
        lambda shop: counter.put_closures(shop, {}),
    ],
)
def test_the_counter_refuses_what_makes_no_sense(told: Counter, act: Callable[[object], object]) -> None:
    before = shopbook.facts(told.shop.store), shopbook.opening(told.shop.store)
    with pytest.raises(Misuse):
        act(told.shop)
    assert (shopbook.facts(told.shop.store), shopbook.opening(told.shop.store)) == before


# --- how it looks ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
def test_nothing_is_cut_off_at_any_text_size(book: Book, scale: float) -> None:
    theme().set_text_scale(scale)
    book.page.resize(960 - 52, 540)
    for tab in range(book.page.tabs.count()):
        book.page.tabs.setCurrentIndex(tab)
        for _ in range(3):
            QApplication.processEvents()
        for label in book.page.stack.currentWidget().findChildren(WrapLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
    assert all(topics.height() > 0 for topics in book.page.findChildren(Topics))
    assert book.page.hours.widget().width() <= book.page.hours.viewport().width()
