"""The window in another language: all of it, and every figure and date."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QDateTime
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop import counter, settings, shopbook, starters
from desktop.errors import Misuse
from desktop.imports.items import Broken
from desktop.language.said import many, said
from desktop.records import Limit
from desktop.shopbook.hours import Run
from tests.fixtures_shop import Counter
from tests.stories.driver import Driver
from tests.stories.fenny_lane import open_fenny_lane
from ui import languages, moments, words
from ui.background import AtOnce
from ui.bringing_in.brought import rows_text
from ui.by_hand.dialog import AddByHandDialog
from ui.composer.footer import Footer
from ui.conversation import facts
from ui.history import outcomes
from ui.moments import translated
from ui.opening import run_text
from ui.settings.dialog import SettingsDialog
from ui.settings.protect_dialog import WORDS as PROTECTING
from ui.settings.protect_dialog import ProtectDialog
from ui.settings.single_keys import KeyButton
from ui.widgets.keycap import Keycap, as_here, keycap_size

ROOT = Path(__file__).resolve().parents[2]
MAKER: dict[str, Any] = runpy.run_path(str(ROOT / "packaging" / "languages.py"))
KEPT: dict[str, list[str]] = MAKER["read"](languages.FOLDER / "de.ts")


def test_every_sentence_of_the_sources_is_translated_with_the_holes_it_has() -> None:
    found, numbered, shapes = MAKER["sources"]()
    assert len(found) > 2500
    assert MAKER["troubles"](KEPT, found) == []
    made = MAKER["as_ts"]("de", found, numbered, KEPT)
    assert (languages.FOLDER / "de.ts").read_text("utf-8") == made, "run packaging/languages.py"
    assert json.loads((languages.FOLDER / "sentences.json").read_text("utf-8")) == sorted(shapes)


def test_what_is_loaded_is_what_was_translated(german: None) -> None:
    wrong = [source for source, forms in KEPT.items() if len(forms) == 1 and languages.translate(source) != forms[0]]
    assert wrong == []
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"  # Qt's own buttons


def test_what_a_helper_reads_beside_a_reply_is_in_their_language(german: None, at_counter: Counter) -> None:
    shop = at_counter.shop
    one = at_counter.hear("Charged twice and the tart was raw in the middle. Nobody picked up the phone.")
    shop.set_person(counter.add_person(shop, "Tom"))
    known = facts.read(shop, one)
    assert known is not None
    assert facts.may_promise(known) == "Nichts ohne zu fragen. Eine Ursache nennen und alles Ernste: Ines fragen."
    footer = Footer()
    footer.set_count(10, Limit(10_000))
    assert footer.count.text() == "10 von 10.000"


def test_words_that_the_core_puts_in_are_there_and_none_is_forgotten() -> None:
    assert [*MAKER["gone"](MAKER["_PUT_IN"])] == []
    (lost,) = MAKER["gone"]({"desktop/keys.py": ("missing", "mislaid")})
    assert lost == "desktop/keys.py: no more there: 'mislaid'"
    assert [*MAKER["missing"](MAKER["sources"]()[0])] == []
    known = {text: "" for text in MAKER["sources"]()[0] if text != "characters"}
    (forgotten,) = set(MAKER["missing"](known))
    assert forgotten == "desktop/counter/answering.py: put in and not collected: 'characters'"


def test_a_trouble_in_the_translation_is_found() -> None:
    found = {"{n} new": "ui/notify.py", "Inbox": "ui/window.py"}
    kept = {"{n} new": ["{m} neu"]}
    assert [one.split(":")[1].strip() for one in MAKER["troubles"](kept, found)] == ["not translated", "other holes"]


@pytest.mark.parametrize(
    ("english", "german_"),
    [
        ("Moved Gus to Shown", "Gus nach „Sichtbar“ verschoben"),
        ("Marked fixed", "Als behoben markiert"),
        ("Removed Tom", "Tom entfernt"),
        ("Added Tom & Co", "Tom & Co hinzugefügt"),
        ("Open the door", "Offen: the door"),
        ("quay.example turned it down.", "quay.example hat es abgelehnt."),
        ("3 notices couldn’t be read: look in the mailbox.",
         "3 Hinweise ließen sich nicht lesen: Sehen Sie im Postfach nach."),
        ("quay.example can't be reached.", "quay.example ist nicht erreichbar."),
        ("Nobody knows this sentence", "Nobody knows this sentence"),
        ("{n} is a hole", "{n} is a hole"),
    ],
)
def test_what_the_core_has_put_together_is_known_by_its_shape(german: None, english: str, german_: str) -> None:
    assert moments.translated(english) == german_


def test_why_a_row_stays_out_is_said_in_the_language_too(german: None) -> None:
    why = "“12/31/2024” has the month first, and the dates of this table are read with the day first."
    said = "„12/31/2024“ nennt den Monat zuerst, und die Daten dieser Tabelle werden mit dem Tag zuerst gelesen."
    assert rows_text([Broken("Row 3", why, "Raw")], 1) == f"Row 3: {said} Raw"


def test_numbers_decide_the_form_and_are_written_as_there(german: None) -> None:
    assert moments.translated(many("%n blank to fill", "%n blanks to fill", 1)) != moments.translated(
        many("%n blank to fill", "%n blanks to fill", 3)
    )
    assert moments.count(12345, "conversation", "conversations") == "12.345 Gespräche"
    both = Misuse(said("There is no export called “{suffix}”.", suffix=".doc"), advice="Type your password first.")
    assert moments.told(both).endswith("„.doc“ gibt es nicht. Tippen Sie zuerst Ihr Passwort.")
    assert moments.told(Misuse("Type your password first.")) == "Tippen Sie zuerst Ihr Passwort."


def test_days_are_written_as_there(german: None, at_counter: Counter) -> None:
    clock = at_counter.clock
    assert moments.full(clock, clock.now()) == "Sa, 14. Juni, 10:00"
    assert moments.date(clock, clock.now() - timedelta(days=400)) == "10. Mai 2024"
    assert moments.ago(clock, clock.now() - timedelta(hours=3)) == "vor 3 h"
    assert moments.ago(clock, clock.now() - timedelta(days=3)) == "vor 3 Tagen"
    assert outcomes.date(clock, clock.now()) == "14. Juni" and moments.percent(40) == "40\u00a0%"
    weeks = Run(clock.local(clock.now()).date(), clock.local(clock.now() + timedelta(days=4)).date(), "")
    assert run_text(weeks, weeks.first) == "14. bis 18. Juni"
    form = AddByHandDialog(at_counter.shop, AtOnce(at_counter.shop.changes))
    form.at.setDateTime(QDateTime(2024, 12, 8, 9, 5, 0))
    assert form.at.text() == "8. Dezember 2024  09:05"
    form.close()


def test_what_the_core_puts_into_a_sentence_is_in_the_language_too(german: None) -> None:
    too_long = moments.translated("That is 5 characters too long for Mastodon.")
    assert too_long == "Das ist 5 Zeichen zu lang für Mastodon."
    assert moments.translated("Facebook signed us out: the password was changed.").endswith(
        "das Passwort wurde geändert."
    )


def test_english_is_what_the_sources_say_and_an_unknown_language_is_english(german: None) -> None:
    languages.use("xx")
    assert languages.is_english() and moments.tr("Inbox") == "Inbox"
    assert languages.chosen("de") == "de" and languages.chosen("tlh") == "en"


def _said(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    yield from widget.windowTitle().split(" — ")
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())


def _left(window: QWidget) -> set[str]:
    """What stands in English though there is a German word for it."""
    everything = [window, *window.findChildren(QWidget)]
    texts = {text.replace("&", "").rstrip(".…") for one in everything for text in _said(one)}
    texts |= {action.text().replace("&", "") for action in window.findChildren(QAction)}
    english = {source.rstrip(".…") for source, forms in KEPT.items() if forms[0] != source and len(source) > 3}
    same = {form.rstrip(".…") for forms in KEPT.values() for form in forms}
    return texts & (english - same)


def test_no_page_stays_in_english(german: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, known = set[str](), languages.translate

    def translate(source: str, number: int = -1) -> str:
        asked.add(source)
        return known(source, number)

    monkeypatch.setattr(languages, "translate", translate)
    shop = open_fenny_lane(tmp_path)
    settings.put(shop.store, settings.LANGUAGE, "de")
    program = Driver(shop, AtOnce(shop.changes))
    try:
        left = {}
        for page in ("inbox", "complaints", "history", "shopbook", "people", "accounts", "insights", "welcome"):
            program.window.go(page)
            QApplication.processEvents()
            left[page] = _left(program.window)
            if page == "inbox":
                cards = program.view.composer.choices.cards()
                assert [card.foot() for card in cards][-2:] == ["3 Teile", "10 Ihrer letzten 10 begannen hier"]
                assert "eigenen Worte" in cards[-1].accessibleDescription()
        protecting = [ProtectDialog(shop, change, program.background) for change in PROTECTING]
        left["protecting"] = set().union(*map(_left, protecting))
        for one in protecting:
            one.close()
        dialog = SettingsDialog(shop)
        left["settings"] = _left(dialog) - {*starters.blank_names()}  # of the openings, which are English
        dialog.close()
        assert {page: texts for page, texts in left.items() if texts} == {}
        bare = {source: re.sub(r"“.*”|{\w+}", "", source, flags=re.DOTALL) for source in asked - KEPT.keys()}
        names = {"YouTube", "Saturdays", "Weekdays", "kr", "5 stars"}  # the last is a reason, known by its shape
        assert {source for source, text in bare.items() if re.search("[a-z]{2}", text)} - names == set()
    finally:
        program.end()


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("because: 1 star, “No brakes”", "wegen: 1 Stern, “No brakes”"),
        ("because: 3 stars, “late”, “cold”", "wegen: 3 Sterne, “late”, “cold”"),
        ("because you sorted 3 like this: “boiler”", "weil Sie 3 so sortiert haben: “boiler”"),
        ("because you sorted 2 such guesses otherwise", "weil Sie 2 solche Vermutungen anders sortiert haben"),
    ],
)
def test_why_a_guess_was_made_is_said_too(german: None, kept: str, shown: str) -> None:
    assert words.reason(kept) == shown
    languages.use("en")
    assert words.reason(kept) == kept


def test_when_the_shop_is_open_is_said_too(german: None, at_counter: Counter) -> None:
    opening = shopbook.Opening({5: ((time(7), time(16)),)}, {})
    line = opening.line(at_counter.clock.local(at_counter.clock.now()))
    assert line == "Saturday, open 7 to 16" and moments.translated(line) == "Samstag, offen 7 bis 16"


def test_what_a_complaint_is_about_has_a_name_in_the_window() -> None:
    troubles = json.loads((ROOT / "resources" / "words" / "troubles.json").read_text("utf-8"))
    assert {name for name in troubles if name} == set(words.TROUBLES)


def test_keys_have_the_names_of_a_german_keyboard(german: None, qtbot: QtBot) -> None:
    cap, button = Keycap("Shift+F6"), KeyButton("Shift+U", "Shift+U")
    for one in (cap, button):
        qtbot.addWidget(one)
    assert (cap.accessibleName(), button.text()) == ("Umschalt+F6", "Umschalt+U")
    assert "Umschalt+U" in button.accessibleName() and button.own_key() == "Shift+U"
    told = {"Ctrl ↵": "Strg ↵", "Ctrl+↵": "Strg+↵", "Ctrl Z": "Strg Z", "J": "J", "Esc": "Esc"}
    assert {keys: as_here(keys) for keys in told} == told
    assert keycap_size("Shift+F6").width() == keycap_size("Umschalt+F6").width()


def test_one_word_and_a_name_are_german_too(german: None) -> None:
    assert [translated(text) for text in ("Removed Tom", "Added Tom", "Removed Lemon tart")] == [
        "Tom entfernt",
        "Tom hinzugefügt",
        "Lemon tart entfernt",
    ]
