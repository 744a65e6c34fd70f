"""Day 2: Tom, Saturday 07:58, the shared laptop. The real window, by keys, and by mouse where a step clicks.

The steps are those of the acceptance days of the design. What is asserted is what a person sees (words of
labels, rows, bars, marks in the text) or hears from a screen reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import collect, complaints, counter, people, starters
from desktop.records import Person, Stage
from desktop.shop import Shop
from desktop.writing import Writing
from tests.stories.driver import MODES, Driver, dress
from tests.stories.fenny_lane import open_fenny_lane
from tests.stories.test_day_one import NOTE
from ui.background import AtOnce
from ui.composer.wordings_popup import WordingsPopup
from ui.conversation.asking import AskedMessage
from ui.conversation.messages import NoteCard, Theirs
from ui.ending.dialog import EndingDialog
from ui.theme import Theme
from ui.widgets.buttons import Button, LinkButton

TO_JONAS = "Jonas, side gate, ten steps to your left, I'm opening it"
TO_MARTA = "Marta, eleven of you for your mum's 70th, and the base let you down. I'm so sorry."
NEW_STEP = "bake you another and bring it round myself"
RING = ". I'll ring at 15:30 today to ask which day suits."
PHONE = (
    "You rang twice and we let it ring, because until eight there's nobody but the ovens. "
    "That's no way to find out."
)
OMAR_TOLD = "She got to blow the candles out properly. All sorted, and tell Priya thank you."
LOAF = " And there's a free loaf in it for you."
TO_MARTA_IN_FULL = f"{TO_MARTA} Raw dough comes from two trays that went in together. I'd like to {NEW_STEP}{RING}"
MAY_I = "Can I say it was the two trays? I'd rather tell Marta straight."


class Saturday(Driver):
    """The window over the bakehouse at 08:02, Tom at the counter; `spoken` is what a screen reader was told."""

    def __init__(
        self, folder: Path, spoken: list[str], *, has_asked: bool = False, scale: float = 1.0, mode: str = "light"
    ) -> None:
        shop = open_fenny_lane(folder)
        dress(shop, scale, mode)
        self.clock: Any = shop.clock
        self.spoken = spoken
        _what_ines_did(shop)
        if has_asked:
            _what_tom_asked(shop)
        super().__init__(shop, AtOnce(shop.changes))

    def at(self, hour: int, minute: int) -> None:
        """It is this time in the shop, and the window has looked at its clock."""
        self.clock.set(datetime(2025, 6, 14, hour - 1, minute, tzinfo=UTC))
        self.session.rounds.stir()

    def be(self, name: str) -> None:
        """Somebody else is at the counter."""
        self.press("Ctrl+K")
        self.write(f"Switch person: {name}")
        self.press("Return")
        self.until(name, where=self.window.sidebar)

    def heard(self) -> list[str]:
        """What was announced since the last time."""
        said = list(self.spoken)
        self.spoken.clear()
        return said

    def coached(self, *texts: str) -> None:
        self.until(*texts, where=self.view.coach)

    def click(self, text: str, where: QWidget) -> None:
        """Presses the link with these words with the mouse."""
        self.until(text, where=where)
        found = [link for link in where.findChildren(LinkButton) if link.isVisible() and link.text() == text]
        assert len(found) == 1, f"{text}: {self.seen(where)}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def press_button(self, text: str) -> None:
        """Presses the button with these words with the mouse."""
        self.until(text)
        found = [b for b in self.window.findChildren(Button) if b.isVisible() and b.text() == text]
        assert len(found) == 1, f"{text}: {self.seen()}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def paragraphs(self) -> list[str]:
        """The text that is being written, a blank as {its name}."""
        return [paragraph.plain() for paragraph in self.view.composer.writing().paragraphs]

    def button(self) -> str:
        return str(self.view.composer.post_button.text())

    def marked(self) -> list[str]:
        """The words of theirs that are underlined with dots: something to answer."""
        return self._marks("dots")

    def lit(self) -> list[str]:
        """The words of theirs that the coach speaks of."""
        return self._marks("line")

    def _marks(self, underline: str) -> list[str]:
        (card,) = [card for card in self.view.talk.cards() if isinstance(card, Theirs)]
        label = card.words.label
        spans = [span for span in label.spans() if span.underline == underline]
        return [label.text()[span.start : span.start + span.length] for span in spans]


def _what_ines_did(shop: Shop) -> None:
    """Day 1 in short: Marta wrote, Ines left a note and gave it to Tom; then Jonas wrote. Priya used a wording."""
    clock: Any = shop.clock
    starters.note_use(shop.store, ("gen-n3",), "to-omar", datetime(2025, 6, 8, 16, 50, tzinfo=UTC))
    clock.forward(minutes=16)
    collect.collect_all(shop)
    (marta,) = complaints.board(shop.store)[Stage.NO_ANSWER]
    clock.forward(minutes=34)
    counter.add_note(shop, marta.id, NOTE)
    counter.give_to(shop, marta.id, _person(shop, "Tom").id)
    clock.forward(minutes=22)


def _what_tom_asked(shop: Shop) -> None:
    """Steps 2 to 13 in short: Tom is at the counter, and Marta's answer waits for Ines."""
    clock: Any = shop.clock
    collect.collect_all(shop)
    clock.forward(minutes=6)
    shop.set_person(_person(shop, "Tom"))
    (marta,) = (one for one in complaints.board(shop.store)[Stage.NO_ANSWER] if one.author_name == "Marta K.")
    counter.ask(shop, marta.id, Writing.typed(TO_MARTA_IN_FULL), MAY_I)


def _person(shop: Shop, name: str) -> Person:
    return next(person for person in people.all(shop.store) if person.name == name)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []

    class Listening:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event: Any) -> None:
            said.append(event.message())

    monkeypatch.setattr(QtGui, "QAccessible", Listening)
    return said


@pytest.fixture
def saturday(tmp_path: Path, look: Theme, spoken: list[str]) -> Iterator[Saturday]:
    made = Saturday(tmp_path / "shop", spoken)
    yield made
    made.end()


def test_tom_minds_the_counter_on_saturday(saturday: Saturday) -> None:
    the_saturday(saturday)


# Dark and large together, on this day: alone each is seen on the other two.
@pytest.mark.parametrize(("scale", "mode"), [(1.6 if mode == "dark" else scale, mode) for scale, mode in MODES])
def test_it_is_the_same_saturday_in_large_text_dark_and_with_high_contrast(
    tmp_path: Path, look: Theme, spoken: list[str], scale: float, mode: str
) -> None:
    day = Saturday(tmp_path / "one", spoken, scale=scale, mode=mode)
    the_saturday(day)
    day.end()
    day = Saturday(tmp_path / "two", spoken, has_asked=True, scale=scale, mode=mode)
    omar_and_the_yes(day)
    day.end()


def the_saturday(saturday: Saturday) -> None:
    step_2_jonas_stands_at_the_door(saturday)
    step_3_the_answer_tom_did_not_know(saturday)
    step_4_a_blank_page_and_by_when(saturday)
    step_5_marta_with_the_note_and_three_cards(saturday)
    step_6_five_paragraphs_with_blanks(saturday)
    step_7_typing_over(saturday)
    step_8_too_early(saturday)
    step_9_what_the_coach_says(saturday)
    step_10_other_words(saturday)
    step_11_the_phone(saturday)
    step_12_a_cause(saturday)
    step_13_may_i(saturday)


def test_tom_asks_omar_and_ines_says_yes(tmp_path: Path, look: Theme, spoken: list[str]) -> None:
    day = Saturday(tmp_path / "shop", spoken, has_asked=True)
    omar_and_the_yes(day)
    day.end()


def omar_and_the_yes(day: Saturday) -> None:
    step_14_omar_is_happy(day)
    step_15_no_loaf(day)
    step_16_omar_is_asked(day)
    step_17_ines_walks_by(day)
    step_18_posted_and_not_seen_yet(day)


def step_2_jonas_stands_at_the_door(day: Saturday) -> None:
    day.session.rounds.collect()
    day.until("Online · checked 08:02")
    day.wait(lambda: day.overheard.said)
    assert day.overheard.said == ["Someone needs an answer now, on Facebook"]
    assert day.overheard.rung == 1, "a sound, once"
    day.be("Tom")
    day.press("Home")
    first, second = [row for row in day.rows(day.page.list) if " ago" in row][:2]
    assert "Jonas W., 4 min ago" in first and first.endswith("Happening now.") and "Complaint" in first
    assert "Marta K., 57 min ago" in second and second.endswith("Given to Tom.")


def step_3_the_answer_tom_did_not_know(day: Saturday) -> None:
    while day.page.list.currentIndex().data() != "Jonas W.":
        day.press("K")
    day.press("Return")
    assert day.reads("Outside for the 8 o'clock sourdough class and the door is locked. Anyone?", day.view.talk)
    assert {"Complaint, guessed", "Happening now"} <= set(day.seen(day.view.header))
    assert day.passer_by() == "A passer-by sees: a complaint, and no answer from you."
    assert day.reads("Sourdough class", day.view.cards)
    assert day.reads(
        "Doors open at 7:45 by the side gate on Fenny Lane, not the shop door.", day.view.cards
    )
    choices = day.seen(day.view.composer.choices)
    assert {"I'm on my way, key 1", "I'm looking into it, key 2", "Blank page, key R"} <= set(choices)


def step_4_a_blank_page_and_by_when(day: Saturday) -> None:
    day.press("R")
    day.write(TO_JONAS)
    day.coached("By when?", "A time, even a long one, is kinder than “soon”.")
    assert [item.title.text() for item in day.view.coach.items()] == ["By when?"], "one Look"
    day.write(" now. Tom")
    day.coached("Nothing to point out")
    assert not day.reads("By when?", day.view.coach)
    day.press("Ctrl+Return")
    assert day.status() == "Reply to Jonas W. goes in 10 s" and day.reads("Undo", day.window.status)
    day.clock.forward(seconds=3)
    day.wait(lambda: day.status() == "Reply to Jonas W. goes in 7 s", "the seconds run")


def step_5_marta_with_the_note_and_three_cards(day: Saturday) -> None:
    day.at(8, 8)
    day.until("Posted on Facebook")
    day.wait(lambda: not any("Jonas W." in row for row in day.rows(day.page.list)), "Jonas waits no more")
    assert day.page.list.currentIndex().data() == "Marta K.", "the next row"
    day.press("Return")
    (note,) = [card for card in day.view.talk.cards() if isinstance(card, NoteCard)]
    assert day.reads(f"Note from Ines, 07:40 — {NOTE}", note), "in sight without scrolling"
    cards = day.seen(day.view.cards)
    assert [text for text in cards if text in ("Lemon tart", "You may promise", "The phone")] == [
        "Lemon tart", "You may promise", "The phone",
    ]  # fmt: skip
    (may,) = [text for text in cards if text.startswith("You may promise. ")]
    assert "bringing it round or up to €30 back" in may and "Naming a cause" in may and "ask Ines" in may
    assert day.marked() == [
        "the middle of the base was raw dough", "Phoned twice this morning and nobody picked up.",
    ]  # fmt: skip
    lead = "Openings to rewrite, not scripts to paste. Nothing posts until you fill the blanks."
    assert day.reads("Start from", day.view.composer) and day.reads(lead, day.view.composer)


def step_6_five_paragraphs_with_blanks(day: Saturday) -> None:
    day.press("1")
    assert len(day.paragraphs()) == 5
    on = ["Hear them", "Their detail", "Own it", "Next step", "Sign off"]
    assert all(f"{part}, in the reply" in day.seen(day.view.composer) for part in on)
    assert "Blank, thing, 1 of 4. Type to replace." in day.heard(), "the first blank has the keyboard"
    (offered,) = _lists(day)
    assert offered[0] == "Their words" and {"Eleven people", "no pudding", "my mum's 70th"} <= set(offered)
    assert offered.index("my mum's 70th") < offered.index("Times") < len(offered) - 1, "then times"
    show = day.view.composer.parts_bar
    assert "Ask to show, comes later" in day.seen(show)
    assert "Comes later: once they've told you it's sorted." in day.seen(show)


def _lists(day: Saturday) -> list[list[str]]:
    popup = day.view.composer.suggestions_popup()
    return [day.rows(popup.list)] if popup.isVisible() else []


def step_7_typing_over(day: Saturday) -> None:
    shares = [_share(day)]
    _mark_paragraph(day)
    day.write(TO_MARTA)
    shares.append(_share(day))
    assert day.paragraphs()[0] == TO_MARTA, "the blank went whole"
    day.press("Tab")
    assert "Blank, their detail, 1 of 3. Type to replace." in day.heard()
    _pick_wording(day, "What you describe, {their detail}, comes from {what we found}.")
    day.press("Down", "Return")
    assert day.paragraphs()[1] == "What you describe, raw dough, comes from {what we found}."
    day.press("Tab", "Tab")
    assert "Blank, what went wrong here, 2 of 3. Type to replace." in day.heard()
    day.write("Our mistake, not bad luck")
    assert day.paragraphs()[2] == "That one's ours. Our mistake, not bad luck."
    day.press("Tab")
    _pick_wording(day, "Here's what happens next: {what you'll do}, and you'll hear from me by {when}.")
    day.write("a new one, baked now and brought round to you")
    shares.append(_share(day))
    day.press("Shift+Tab")
    assert "Blank, what we found, 1 of 2. Type to replace." in day.heard()
    assert shares == sorted(shares) and shares[-1] == 58, shares


def _mark_paragraph(day: Saturday) -> None:
    day.press("Home", "Shift+End")
    editor: Any = day.view.composer.editor
    while not editor.textCursor().atBlockEnd():  # large text has more lines of it
        day.press("Shift+Down", "Shift+End")


def _share(day: Saturday) -> int:
    (share,) = [text for text in day.seen(day.view.composer.footer) if text.endswith("%") and len(text) < 5]
    return int(share[:-1])


def _pick_wording(day: Saturday, wanted: str) -> None:
    day.press("Alt+Down")
    popup: Any = QApplication.activePopupWidget()
    assert isinstance(popup, WordingsPopup)
    offered = [choice.paragraph.plain() for choice in popup.choices()]
    at = popup.list.currentRow()
    day.press(*["Down" if offered.index(wanted) > at else "Up"] * abs(offered.index(wanted) - at), "Return")


def step_8_too_early(day: Saturday) -> None:
    day.press("Ctrl+End")
    day.heard()
    assert day.button() == "Fill 2 blanks to post"
    day.press("Ctrl+Return")
    assert day.status() == "Outbox empty", "nothing posts"
    assert day.button() == "Fill 2 blanks to post"
    said = day.heard()
    assert "Fill 2 blanks to post" in said and "Blank, what we found, 1 of 2. Type to replace." in said
    assert day.view.composer.editor.hasFocus() and not day.watcher.modal, "no error box"


def step_9_what_the_coach_says(day: Saturday) -> None:
    day.coached("2 blanks to fill")
    found = [(day.seen(item)[0], item.title.text()) for item in day.view.coach.items()]
    assert found == [
        ("Holds the reply back", "2 blanks to fill"),
        ("To look at", "You haven't answered the phone calls"),
        ("To look at", "Sounds canned: 71% like your reply to Bea R."),
    ]
    phoned = "Phoned twice this morning and nobody picked up."
    day.coached("“what we found” and “when”. If you don't know yet, say so and give a time.")
    day.coached(f"Marta wrote “{phoned}” Your draft doesn't mention it.", "was in that one too, nine days ago.")
    assert day.lit() == [phoned], "highlighted in her message"
    shared = "Here's what happens next: a new one, baked now and brought round to you, and you'll hear from me by"
    assert [each.selectedText() for each in day.view.composer.editor.marked()] == [shared], "underlined"
    good = day.seen(day.view.coach)
    after = good.index("Good already")
    assert {"Names the problem", "No selling", "No “sorry, but”", "Nothing private"} <= set(good[after:])


def step_10_other_words(day: Saturday) -> None:
    canned = "Sounds canned: 71% like your reply to Bea R."
    (item,) = [item for item in day.view.coach.items() if item.title.text() == canned]
    day.click("Reword this part", item)
    popup: Any = QApplication.activePopupWidget()
    resting = "I can blank: what you'll do or blank: what else you could do. Which would actually help?"
    day.press("End")
    assert day.rows(popup.list)[-1] == f"{resting}, resting till 8 July", "greyed, and last"
    day.press("Return")
    assert "I can {what you'll do} or {what else you could do}." in day.paragraphs()[3], "still to be picked"
    day.press("Ctrl+Z")
    _pick_wording(
        day, "I'd like to {what you'll do}. If that's the wrong way round, tell me and we'll do it yours."
    )
    day.write(NEW_STEP)
    while not day.paragraphs()[3].endswith(NEW_STEP):
        day.press("Shift+End", "Delete")
    day.write(RING)
    assert day.paragraphs()[3] == f"I'd like to {NEW_STEP}{RING}", "half of it is kept"
    assert day.reads(canned, day.view.coach), "nothing moves while he types"
    day.wait(lambda: not day.reads("Sounds canned", day.view.coach), "the pause")
    assert not day.view.composer.editor.marked()


def step_11_the_phone(day: Saturday) -> None:
    assert day.reads("You haven't answered the phone calls", day.view.coach)
    day.press("Return")
    day.write(PHONE)
    day.wait(lambda: not day.reads("You haven't answered the phone calls", day.view.coach), "the pause")
    day.coached("Good already", "Answers the phone calls")
    assert not day.lit()
    assert day.button() == "Fill 1 blank to post"


def step_12_a_cause(day: Saturday) -> None:
    day.press("Ctrl+Return")
    day.write("two trays went in together")
    day.coached("Ask Ines before you promise that")
    day.coached("Name a cause in public is on the “Ask first” list. Your words stay exactly as they are.")
    (hold,) = [item for item in day.view.coach.items() if day.reads("Holds the reply back", item)]
    assert hold.title.text() == "Ask Ines before you promise that"
    assert day.button() == "Ask Ines first"
    assert not day.reads("to fill", day.view.coach)


def step_13_may_i(day: Saturday) -> None:
    words = day.view.composer.writing().plain()
    day.press("Ctrl+Return")
    day.write(MAY_I)
    day.press("Return")
    (waiting,) = [card for card in day.view.talk.cards() if isinstance(card, AskedMessage)]
    assert {"Waiting for Ines", f"“{MAY_I}”", "Take it back"} <= set(day.seen(waiting))
    assert " ".join(words.split()) in " ".join(day.seen(waiting)), "exactly as they are"
    assert day.status() == "Outbox empty"
    assert day.page.list.hasFocus() and day.page.list.currentIndex().data() == "delphine.eats", "the list moves on"
    assert day.passer_by() == "A passer-by sees: a complaint, and no answer from you."


def step_14_omar_is_happy(day: Saturday) -> None:
    day.at(8, 15)
    while day.page.list.currentIndex().data() != "Omar S.":
        day.press("J")
    day.press("Return")
    panel = day.view.panel
    if day.view.folded.isVisible():  # large text: the panel stands behind its line
        day.press_button("Make it show")
    day.until("Omar is happy. The post still looks like a complaint.", where=panel)
    assert {"Ask Omar to say so", "Say it ourselves", "It already shows"} <= set(day.seen(panel))
    assert day.reads("Never offer anything in return for what they post.", panel)


def step_15_no_loaf(day: Saturday) -> None:
    day.press("A")
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, EndingDialog) and w.isVisible()]
    assert day.reads("Goes as a private message, so nobody is put on the spot.", dialog)
    day.write("the fox cake")
    day.press("Tab")
    day.write("the birthday cake")
    day.press("Ctrl+End", "Up", "End")
    day.write(LOAF)
    day.until("Don't tie a gift to what they post. Put it right first. Ask separately", where=dialog)
    day.click("Take out the offer", dialog)
    no_gift = "Yes: Nothing is offered in return for what Omar posts."
    day.until(no_gift, where=dialog)
    assert not day.reads("free loaf", dialog) and not day.reads("Don't tie a gift", dialog)
    ticks = [text for text in day.seen(dialog) if text.startswith(("Yes: ", "No: "))]
    assert ticks == [
        f"Yes: Omar told you it’s sorted: “{OMAR_TOLD}”",
        no_gift,
        "Yes: You haven’t asked before. We’ll only suggest asking once.",
    ]
    assert day.reads("If there’s no word by Tuesday 17 June, we’ll suggest saying it yourselves.", dialog)


def step_16_omar_is_asked(day: Saturday) -> None:
    still_open = day.counts()[1]
    day.press("Ctrl+Return")
    day.until("Reply to Omar S. goes in 10 s", where=day.window.status)
    day.at(8, 16)
    line = "A passer-by sees: a complaint and your answer. You asked Omar to say how it ended on 14 June."
    day.until(line, "Outbox empty")
    assert day.counts()[1] == still_open, "still open to a passer-by"
    day.press("Ctrl+2")
    (omar,) = [card for card in day.column(Stage.ASKED) if "Omar S." in card]
    assert omar.endswith("Asked just now.")
    day.press("Ctrl+1")


def step_17_ines_walks_by(day: Saturday) -> None:
    day.at(8, 22)
    day.be("Ines")
    day.until("Tom is asking you 1 thing", where=day.window.status)
    day.press("Ctrl+6")
    asked = day.page.asked
    day.until("Asked today", "08:08 · Marta K., Google", f"“{MAY_I}”", where=asked)
    day.press_button("Yes, say it")
    day.until("Said yes to Tom")
    assert not day.reads("is asking you", day.window.status)
    day.press("Ctrl+1")
    day.be("Tom")
    day.until("Ines said yes. Post it?", where=day.window.toast)


def step_18_posted_and_not_seen_yet(day: Saturday) -> None:
    day.click("Post it", day.window.toast)
    day.until("Reply to Marta K. goes in 10 s", where=day.window.status)
    assert day.reads("Omar S.", day.view), "Tom is back where he was; Omar has left the list"
    day.press("J")
    while day.page.list.currentIndex().data() != "Marta K.":
        day.press("K")
    day.press("Return")
    day.until("Goes in 10 s", "Undo", where=day.view.talk)
    day.clock.forward(seconds=10)
    day.until("Sending…", where=day.view.talk)
    day.session.rounds.stir()
    day.until("Posted. Google hasn’t shown it yet.", where=day.view.talk)
    assert day.passer_by() == "A passer-by sees: a complaint. Google hasn’t shown your answer yet."
    day.press("Ctrl+2")
    (marta,) = [card for card in day.column(Stage.NO_ANSWER) if "Marta K." in card]
    assert marta.endswith("Posted. Google hasn’t shown it yet."), marta
    day.at(8, 41)
    day.press("F5")
    day.until("Online · checked 08:41")
    day.wait(lambda: any("Marta K." in card for card in day.column(Stage.ANSWERED)), "Answered")
    day.press("Ctrl+1")
    day.until("showing", where=day.view.talk)
    assert day.passer_by() == "A passer-by sees: a complaint and your answer. No sign it was fixed."
    question = "You said “at 15:30 today”. Keep it as a promise, for today, 15:30?"
    day.until(question)
    day.press("Y")
    day.until("Promised: today, 15:30", "Back by 15:30")
    owed = day.window.status.promise
    assert owed.text() == "Next promise: Hana B., today 10:00"
    assert "Then Marta K., today 15:30" in owed.accessibleDescription()
