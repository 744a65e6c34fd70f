"""A protected shop's history in the real window: brought in from a file, looked for, kept by a name, taken out of the
house under the password, opened again, and undone; and of none of it a readable word in the folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop import settings
from tests.desktop.test_sealing import filled
from tests.ui.bringing_in.test_bring_in import drop, google, press
from tests.ui.test_at_rest import PASSWORD, PATIENCE, Start, opened, protected, start, store, type_password  # noqa: F401
from ui.history.page import HistoryPage
from ui.open_protected import OpenProtected
from ui.rounds import Rounds
from ui.widgets.wrap import WrapLabel


def words_in(folder: Path, *words: str) -> list[str]:
    """Which of these stand readable in a file of the folder, or in a file's name."""
    found = []
    for path in folder.rglob("*"):
        held = path.read_bytes().lower() if path.is_file() else b""
        for word in words:
            spelled = word.lower().encode(), word.lower().encode("utf-16-le"), word.lower().encode("utf-16-be")
            if any(one in held for one in spelled) or word.lower() in path.name.lower():
                found.append(f"{word}: {path.name}")
    return found


def test_a_file_comes_in_is_found_and_leaves_under_the_password(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    monkeypatch.setattr(Rounds, "begin", lambda _: None)  # the place that the sample heard from is no more
    folder, out = tmp_path / "shop", tmp_path / "out"
    filled(folder)
    out.mkdir()
    protected(folder)
    program = start(folder)
    type_password(program, PASSWORD)
    window = opened(program, qtbot)
    assert program.session is not None
    actions = program.session.actions

    drop(window, google(tmp_path / "takeout.zip"))
    bringing = actions.bringing
    assert bringing is not None
    qtbot.waitUntil(lambda: bringing.go.text() == "Add 3" and bringing.go.isEnabled(), timeout=PATIENCE)
    bringing.go.click()
    qtbot.waitUntil(lambda: "3 came in." in bringing.news.text(), timeout=PATIENCE)
    bringing.reject()

    window.go("history")
    page = window.findChild(HistoryPage)
    assert page is not None
    page.search.setFocus()
    QTest.keyClicks(page.search, "scones")
    qtbot.waitUntil(lambda: page.count.text() == "1 conversation", timeout=PATIENCE)
    page.saved.save.click()
    sheet = page.saved.sheet
    assert sheet is not None
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: settings.get(window.shop.store, settings.SAVED_SEARCHES) == [["scones", "scones"]], timeout=PATIENCE
    )

    written = list[Path]()
    for kind in ("csv", "pdf", "json"):
        page.begin_export()
        dialog = page.exporting.dialog
        assert dialog is not None
        qtbot.waitUntil(dialog.go.isEnabled, timeout=PATIENCE)
        dialog.formats[kind].click()
        assert dialog.seal.isVisible()
        dialog.seal.setChecked(True)
        dialog.write(out / f"found.{kind}")
        written.append(out / f"found.{kind}.protected")
        qtbot.waitUntil(written[-1].exists, timeout=PATIENCE)
        qtbot.waitUntil(lambda: not is_open(page), timeout=PATIENCE)
    assert words_in(out, "scones", "Lovely") == []
    asking, plain = OpenProtected(written[0], window.background), list[Path]()
    qtbot.addWidget(asking)
    asking.opened.connect(plain.append)
    asking.open()
    QTest.keyClicks(asking.field, PASSWORD)
    QTest.keyClick(asking.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(plain), timeout=PATIENCE)
    assert "Lovely scones" in plain[0].read_text("utf-8-sig")
    plain[0].unlink()

    actions.bring_in()
    undoing = actions.bringing
    assert undoing is not None
    qtbot.waitUntil(lambda: "takeout" in said(undoing), timeout=PATIENCE)
    press(undoing, "Undo this import")
    qtbot.waitUntil(lambda: "Taken out again." in said(undoing), timeout=PATIENCE)
    undoing.reject()
    QApplication.processEvents()
    assert words_in(folder, "scones", "takeout") == []


def is_open(page: HistoryPage) -> bool:
    dialog = page.exporting.dialog
    return dialog is not None and isValid(dialog) and dialog.isVisible()


def said(dialog: QWidget) -> str:
    """All that stands in a dialog."""
    return " ".join(one.text() for kind in (QLabel, WrapLabel) for one in dialog.findChildren(kind) if one.isVisible())
