"""Day 1: Ines, Saturday 06:52, twelve minutes before the door opens. The real window, keys only.

The steps are those of the acceptance days of the design. What is asserted is what a person sees (words of
labels, rows, bars) or hears from a screen reader where words are painted.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop import complaints, counter, people
from desktop.records import Stage
from tests.stories.driver import MODES, Driver, dress
from tests.stories.fenny_lane import open_fenny_lane
from ui.background import AtOnce, Background
from ui.conversation.messages import NoteCard
from ui.conversation.popups import PickList
from ui.theme import Theme

ANSWER = "Perpetua, yes to 40. They'll be in two trays on the side table from half eight. Ines"
BETTER = "Perpetua, yes to 40. They'll be in two trays on the side table by the ovens from half eight. Ines"
INES_PIN = "2468"
NOTE = (
    "Friday's bake list shows two trays in together at 3. I think this one's on us. "
    "Tom, you can offer a new tart without asking me."
)


class Morning(Driver):
    """The window over the bakehouse, which stands at 06:50 until its clock is set."""

    def __init__(
        self, folder: Path, *, is_live: bool = False, has_pins: bool = False, scale: float = 1.0, mode: str = "light"
    ) -> None:
        shop = open_fenny_lane(folder)
        dress(shop, scale, mode)
        if has_pins:
            for one, pin in zip(people.all(shop.store), (INES_PIN, "13579", "8642"), strict=True):
                counter.set_pin(shop, one.id, pin)
        self.clock: Any = shop.clock
        changes = shop.changes
        super().__init__(shop, Background(changes, is_held=True) if is_live else AtOnce(changes))


@pytest.mark.parametrize(("scale", "mode"), MODES)
def test_it_is_the_same_morning_in_large_text_dark_and_with_high_contrast(
    tmp_path: Path, look: Theme, scale: float, mode: str
) -> None:
    day = Morning(tmp_path / "shop", has_pins=True, scale=scale, mode=mode)
    the_morning(day)
    day.end()


@pytest.fixture
def morning(tmp_path: Path, look: Theme) -> Iterator[Morning]:
    made = Morning(tmp_path / "shop")
    yield made
    made.end()


@pytest.fixture
def locked_morning(tmp_path: Path, look: Theme) -> Iterator[Morning]:
    """It locked itself last night."""
    made = Morning(tmp_path / "shop", has_pins=True)
    yield made
    made.end()


def test_ines_has_twelve_minutes_before_the_door_opens(locked_morning: Morning) -> None:
    the_morning(locked_morning)


def the_morning(morning: Morning) -> None:
    step_1_it_is_locked(morning)
    step_2_the_inbox_as_she_left_it(morning)
    step_3_she_reads_without_touching_anything(morning)
    step_4_perpetua_asks_for_rolls(morning)
    step_5_a_plain_answer_on_a_blank_page(morning)
    step_6_it_goes_in_ten_seconds(morning)
    step_7_taken_back_mended_and_gone(morning)
    step_8_complaints(morning)
    step_9_sunita_said_it_herself(morning)
    step_10_pieters_note_is_gone(morning)
    step_11_marta_writes(morning)
    step_12_a_note_for_tom(morning)
    step_13_it_is_toms_now(morning)
    watched = morning.watcher
    assert not watched.modal, f"modal: {watched.modal}"
    assert set(watched.windows) <= {"MainWindow", "PickList"}, "only the window, and the list of people"
    assert not watched.presses, "nothing needed the mouse"


def step_1_it_is_locked(day: Morning) -> None:
    names_nobody_but_us(day)
    tiles = day.session.lock.screen.tiles.tiles
    assert [tile.accessibleName() for tile in tiles] == ["Ines, Owner", "Tom, Saturdays", "Priya, Weekdays"]


def names_nobody_but_us(day: Morning) -> None:
    assert day.session.lock.is_locked and day.reads("Who’s at the counter?")
    day.until("Online · still checking for new messages")
    assert day.window.windowTitle() == "Fenny Lane Bakehouse — Said & Done"
    rows = day.shop.store.rows("select author_name, text from posts where not is_ours")
    theirs = {word for row in rows for word in (row["author_name"], row["text"]) if word}
    assert len(theirs) > 60
    assert not [words for words in day.seen() if any(word in words for word in theirs)]


def step_2_the_inbox_as_she_left_it(day: Morning) -> None:
    day.write(INES_PIN)
    day.press("Return")
    day.wait(lambda: not day.session.lock.is_locked)
    assert day.reads("Inbox", day.page.header)
    assert day.page.subtitle == "8 need someone · Saturday, opens at 7:00"
    day.until("Online · checked 06:50")
    assert day.counts() == (8, 9)
    assert day.reads("Inbox, 8 need someone", day.window.sidebar)
    assert day.reads("Complaints, 9 look open to a passer-by", day.window.sidebar)
    assert day.status() == "Outbox empty"


def step_3_she_reads_without_touching_anything(day: Morning) -> None:
    rows = day.rows(day.page.list)
    assert [rows[0], rows[5]] == ["Needs an answer, 4, open", "Fixed, but nobody can tell, 4, open"]
    waiting, fixed = rows[1:5], rows[6:10]
    assert waiting[0].removeprefix("Unread. ") == (  # what is open was read by now, or not yet
        "Question, guessed, Instagram comment. delphine.eats, 50 min ago. "
        "Is the seeded rye vegan? And can you post one to a friend in Cork?"
    )
    assert waiting[1] == (
        "Unread. Question, guessed, Facebook public post. Perpetua L., 40 min ago. "
        "Could you do 40 seeded rolls for Sunday, 9 am?"
    )
    assert waiting[2].startswith(
        "Unread. Praise, guessed, Google review, 5 of 5 stars. Ruth A., 2 h ago. The"
    )
    assert waiting[3].startswith("Unread. Mix-up, Bluesky mention. plainflour.example, 1 day ago. third time")
    assert "Lena & Pat, 11 days ago. Charged twice for one loaf" in fixed[0]
    assert "Omar S., 6 days ago." in fixed[1]
    assert "kofi.runs, 4 days ago." in fixed[2]
    assert "Pieter V., 26 days ago." in fixed[3] and "Proof gone" in fixed[3]
    assert all("Complaint, " in row for row in fixed)
    assert day.view.known.one.author_name == "delphine.eats", "the first who waits is shown"


def step_4_perpetua_asks_for_rolls(day: Morning) -> None:
    day.press("J", "Return")
    assert day.reads("Could you do 40 seeded rolls for Sunday, 9 am?", day.view.talk)
    words = day.view.talk.cards()[0].words.label
    assert words.font().family() != day.view.header.name.font().family(), "their words in the reading face"
    assert day.passer_by() == "A passer-by sees: a question, and no answer from you."
    assert day.reads("Big orders", day.view.cards)
    assert day.reads("Priya checked this 9 June", day.view.cards)


def step_5_a_plain_answer_on_a_blank_page(day: Morning) -> None:
    day.press("R")
    day.write(ANSWER)
    coach = day.view.composer.coach
    day.until("Nothing to point out", "Read it once as Perpetua. Then post.")
    assert coach.summary() == "Nothing to point out"
    day.until("100%", where=day.view)
    assert day.view.composer.post_button.text() == "Post reply"
    assert day.window.windowTitle() == "Reply to Perpetua L. — Fenny Lane Bakehouse — Said & Done"


def step_6_it_goes_in_ten_seconds(day: Morning) -> None:
    day.press("Ctrl+Return")
    assert day.window.toast.text() == day.status() == "Reply to Perpetua L. goes in 10 s"
    assert day.reads("Undo", day.window.toast) and day.reads("Undo", day.window.status)
    assert day.page.list.hasFocus()
    assert day.page.list.currentIndex().data() == "Ruth A.", "the next row"


def step_7_taken_back_mended_and_gone(day: Morning) -> None:
    assert day.menu_text("Edit", "Undo") == "Undo Reply to Perpetua L."
    day.press("Ctrl+Z")
    editor: Any = QApplication.focusWidget()
    assert editor is day.view.composer.editor
    assert editor.toPlainText() == ANSWER
    assert editor.textCursor().position() == len(ANSWER), "the caret at the end"
    assert day.status() == "Outbox empty"
    assert not day.ours(), "nothing was posted"
    day.press(*["Left"] * len(" from half eight. Ines"))
    day.write(" by the ovens")
    assert editor.toPlainText() == BETTER
    day.press("Ctrl+Return")
    assert day.status() == "Reply to Perpetua L. goes in 10 s"
    day.clock.forward(seconds=10)
    day.until("Sending…")
    day.session.rounds.stir()
    day.until("showing", "Posted on Facebook")
    (ours,) = day.ours()
    assert day.reads(BETTER, ours) and day.reads("showing", ours)
    assert day.passer_by() == "A passer-by sees: a question and your answer."
    rows = day.rows(day.page.list)
    assert not any("Perpetua L." in row for row in rows)
    assert "Waiting on them, 6, closed" in rows
    assert day.counts() == (7, 9)
    assert day.page.subtitle == "7 need someone · Saturday, opens at 7:00"


def step_8_complaints(day: Morning) -> None:
    day.press("Ctrl+2")
    assert day.reads("9 public complaints look open to a passer-by. 4 of them are already fixed.")
    assert day.reads("29 of 38 this year show a resolution")
    heads = [column.head.title.text() for column in day.page.board.columns.values()]
    assert heads == ["No answer yet", "Answered", "Fixed, not shown", "Asked to say so", "Shown"]
    assert all(column.isVisible() for column in day.page.board.columns.values())
    assert day.page.panel.isVisible() is not day.may_scroll, "beside large text it comes with Enter"
    assert day.may_scroll or day.reads("What a passer-by sees today", day.page.panel)
    assert day.page.board.has_keyboard()
    (sunita,) = [card for card in day.column(Stage.ASKED) if "Sunita D." in card]
    assert "“Update: they remade it the same day.”" in sunita
    assert sunita.endswith("Looks like Sunita said it’s sorted. Is this the ending?")


def step_9_sunita_said_it_herself(day: Morning) -> None:
    day.press("Right", "Down")
    assert day.chosen() == "Sunita D."
    assert day.may_scroll or day.reads("“Update: they remade it the same day.”", day.page.panel)
    day.press("Return")
    assert day.reads("“Update: they remade it the same day.”", day.page.panel)
    answer: Any = QApplication.focusWidget()
    assert answer.text() == "Yes, that’s it"
    day.press("Return")
    shown = day.column(Stage.SHOWN)[0]
    assert "Sunita D." in shown and shown.endswith("Proof: their edit.")
    proof = complaints.proof(day.shop.store, day.page.board.chosen_id)
    assert proof is not None and "Update: they remade it the same day." in proof.words
    assert day.reads("8 public complaints look open to a passer-by. 4 of them are already fixed.")
    assert day.reads("30 of 38 this year show a resolution")
    assert day.counts() == (7, 8)
    assert day.menu_text("Edit", "Undo") == "Undo Moved Sunita D. to Shown"


def step_10_pieters_note_is_gone(day: Morning) -> None:
    day.press("Esc", "Left", "Left")
    assert day.chosen() == "Pieter V."
    panel = day.page.panel
    if not panel.isVisible():
        day.press("Return")
    for words in (
        "Pieter V., 19 May: Rude at the till when I asked about the allergen card.",
        "Fenny Lane Bakehouse, 20 May: Pieter, you asked the most sensible question there is",
        "Nothing here says it was put right.",
        "Your note from 24 May isn’t on the page any more. We looked on Thursday and again on Friday.",
    ):
        assert day.reads(words, panel), words
    assert {"Say it ourselves", "Open"} <= set(day.seen(panel))
    if not day.page.board.has_keyboard():
        day.press("Esc")


def step_11_marta_writes(day: Morning) -> None:
    day.clock.set(day.clock.now().replace(hour=6, minute=6, second=0))  # 07:06 in the shop
    before = day.card_box()
    assert not day.overheard.said
    day.session.rounds.collect()
    day.until("Online · checked 07:06")
    day.wait(lambda: day.overheard.said)
    assert day.overheard.said == ["New public complaint on Google"]
    assert day.chosen() == "Pieter V." and day.card_box() == before, "the list doesn't jump"
    assert day.counts() == (8, 9)
    assert day.reads("Complaints, 9 look open to a passer-by", day.window.sidebar)
    (marta,) = day.column(Stage.NO_ANSWER)
    assert marta.startswith("Complaint, Google, Marta K., 1 min. Ordered the lemon tart")


def step_12_a_note_for_tom(day: Morning) -> None:
    day.press("Left", "Left")
    assert day.chosen() == "Marta K."
    day.press("O")
    line = "A passer-by sees: a complaint, and no answer from you."
    assert day.reads("my mum's 70th", day.view.talk) and day.reads("Phoned twice", day.view.talk)
    assert day.passer_by() == line
    day.clock.set(day.clock.now().replace(minute=40))
    day.press("N")
    day.write(NOTE)
    day.press("Ctrl+Return")
    (note,) = [card for card in day.view.talk.cards() if isinstance(card, NoteCard)]
    assert day.reads(f"Note from Ines, 07:40 — {NOTE}", note), "it says itself that it is a note"
    assert day.passer_by() == line
    assert day.status() == "Outbox empty"
    marta = complaints.by_id(day.shop.store, day.view.current_id())
    assert marta is not None and marta.stage is Stage.NO_ANSWER


def step_13_it_is_toms_now(day: Morning) -> None:
    day.press("G")
    assert isinstance(QApplication.activePopupWidget(), PickList)
    day.press("T", "Return")
    assert QApplication.activePopupWidget() is None
    (row,) = [text for text in day.rows(day.page.list) if "Marta K." in text]
    assert row.endswith("Given to Tom.")
    assert day.reads("Ines gave this to Tom, Sat 14 June, 07:40", day.view.talk)
    assert day.window.toast.text() == "Given to Tom"
    day.press("Ctrl+L")
    names_nobody_but_us(day)


def test_ctrl_z_takes_sunitas_ending_back_and_she_is_asked_again(morning: Morning) -> None:
    morning.press("Ctrl+2", "Right", "Down", "Return", "Return")
    assert morning.counts() == (8, 8)
    morning.press("Ctrl+Z")
    assert morning.counts() == (8, 9)
    assert morning.reads("29 of 38 this year show a resolution")
    assert any("Sunita D." in card for card in morning.column(Stage.ASKED))
    assert morning.window.toast.text() == "Undone: Moved Sunita D. to Shown"


def test_the_first_who_waits_is_shown_at_once_and_stays_unread_for_a_moment(morning: Morning) -> None:
    assert morning.view.known.one.author_name == "delphine.eats"
    assert morning.page.list.currentIndex().data() == "delphine.eats"
    assert morning.page.list.hasFocus()

    def is_unread() -> bool:
        return morning.rows(morning.page.list)[1].startswith("Unread.")

    assert is_unread()
    morning.wait(lambda: not is_unread())


def test_undo_pressed_at_once_waits_for_that_reply_and_leaves_earlier_decisions_alone(
    tmp_path: Path, look: Theme
) -> None:
    day = Morning(tmp_path / "shop", is_live=True)
    day.until("Is the seeded rye vegan?", "Online · checked 06:50")
    day.press("G", "T", "Return")
    day.wait(lambda: day.window.undo_text() == "Given to Tom")
    day.press("R")
    day.write("Vegan, yes, and it travels well. Ines")
    day.until("Nothing to point out")
    gate = threading.Event()
    day.background.run(day.window, lambda: gate.wait(10), lane="write")  # the disk takes its time
    day.press("Ctrl+Return", "Ctrl+Z")
    assert day.window.undo_text() == "Reply to delphine.eats"
    gate.set()
    editor = day.view.composer.editor
    day.until("Draft kept")
    day.wait(lambda: editor.hasFocus() and day.window.undo_text() == "Given to Tom")
    assert editor.toPlainText() == "Vegan, yes, and it travels well. Ines"
    assert day.status() == "Outbox empty"
    assert any(row.endswith("Given to Tom.") for row in day.rows(day.page.list))
    day.end()
