"""A folder or file that no program here opens: where it is, instead of nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import elsewhere
from ui.theme import Theme
from ui.where_it_is import WhereItIs


class Opener(QObject):
    """Takes what is handed to the desktop, as `xdg-open` does: without a word about what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener(qapp: QApplication) -> Iterator[Opener]:
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this computer's programs, with none in it."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_DATA_DIRS", "XDG_CONFIG_DIRS"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    programs = tmp_path / "XDG_DATA_DIRS" / "applications"
    programs.mkdir()
    return programs


def dialogs() -> list[WhereItIs]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, WhereItIs) and one.isVisible()]


def close() -> None:
    for one in dialogs():
        one.close()
    QApplication.processEvents()


def test_where_nothing_shows_folders_the_path_is_said_and_copied(
    opener: Opener, desktop: Path, look: Theme, tmp_path: Path
) -> None:
    elsewhere.open_path(tmp_path)
    (dialog,) = dialogs()
    assert dialog.path.text() == dialog.path.selectedText() == str(tmp_path)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == str(tmp_path) and dialog.copy.text() == "Copied"
    dialog.ok.click()
    assert not dialogs() and opener.opened == [str(tmp_path)], "it was tried all the same"


@pytest.mark.parametrize(
    ("file", "line", "program"),
    [
        ("mimeinfo.cache", "[MIME Cache]\ninode/directory=files.desktop;\n", "files.desktop"),
        ("mimeapps.list", "[Default Applications]\ninode/directory=kde-dolphin.desktop\n", "kde/dolphin.desktop"),
    ],
)
def test_where_a_file_manager_is_there_nothing_more_is_said(
    opener: Opener, desktop: Path, look: Theme, tmp_path: Path, file: str, line: str, program: str
) -> None:
    (desktop / file).write_text(line)
    elsewhere.open_path(tmp_path)
    assert len(dialogs()) == 1, "it is named, and isn’t there"
    close()
    (desktop / program).parent.mkdir(exist_ok=True)
    (desktop / program).write_text("[Desktop Entry]\n")
    elsewhere.open_path(tmp_path)
    assert not dialogs() and opener.opened == [str(tmp_path)] * 2


def test_what_was_taken_off_the_list_does_not_count(
    opener: Opener, desktop: Path, look: Theme, tmp_path: Path
) -> None:
    (desktop / "files.desktop").write_text("[Desktop Entry]\n")
    (desktop / "mimeapps.list").write_text("[Removed Associations]\ninode/directory=files.desktop;\n")
    elsewhere.open_path(tmp_path)
    assert len(dialogs()) == 1
    close()


def test_a_file_is_asked_for_by_its_kind(opener: Opener, desktop: Path, look: Theme, tmp_path: Path) -> None:
    week = tmp_path / "week.pdf"
    week.write_bytes(b"%PDF-1.4\n")
    (desktop / "files.desktop").write_text("[Desktop Entry]\n")
    (desktop / "mimeinfo.cache").write_text("inode/directory=files.desktop;\n")
    elsewhere.open_path(week)
    (dialog,) = dialogs()
    assert dialog.path.text() == str(week) and dialog.path.accessibleName() == "The file is here:"
    close()
    (desktop / "mimeinfo.cache").write_text("application/pdf=files.desktop;\n")
    elsewhere.open_path(week)
    assert not dialogs()


def test_where_the_desktop_takes_nothing_at_all_the_path_is_said(desktop: Path, look: Theme, tmp_path: Path) -> None:
    (desktop / "files.desktop").write_text("[Desktop Entry]\n")
    (desktop / "mimeinfo.cache").write_text("inode/directory=files.desktop;\n")
    elsewhere.open_path(tmp_path)  # without a screen there is nothing to hand it to
    assert len(dialogs()) == 1
    close()
