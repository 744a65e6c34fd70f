"""Takes the pictures of the README from the practice shop: `python packaging/take_pictures.py [FOLDER]`.

Options: --dark, --scale 1.3, --size 1280x800. Without a screen it draws offscreen. FOLDER is resources/pictures.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from desktop import settings  # noqa: E402
from desktop.cli import Options, open_shop  # noqa: E402
from ui.app import make_application  # noqa: E402
from ui.session import Session  # noqa: E402


def settle(app: QApplication, seconds: float = 1.0) -> None:
    """Lets the window and its workers finish what they are at."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)


def press(app: QApplication, *keys: Qt.Key) -> None:
    for key in keys:
        target = app.focusWidget() or app.activeWindow()
        if target is not None:
            QTest.keyClick(target, key)
        settle(app, 0.4)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT / "resources" / "pictures")
    asked.add_argument("--dark", action="store_true")
    asked.add_argument("--scale", type=float, default=1.0)
    asked.add_argument("--size", default="1280x800")
    given = asked.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    width, height = map(int, given.size.split("x"))
    app = make_application()
    with tempfile.TemporaryDirectory() as scratch:
        shop = open_shop(Options(Path(scratch), practice=True))
        settings.put(shop.store, settings.THEME, "dark" if given.dark else "light")
        settings.put(shop.store, settings.TEXT_SCALE, given.scale)
        session = Session(shop)
        window = session.window
        window.resize(width, height)
        session.show()
        window.activateWindow()
        settle(app, 3)
        take = _taker(window, given.folder)
        _inbox(app, take)
        _writing(app, take)
        for page in ("complaints", "history", "shopbook", "people", "accounts", "welcome"):
            window.go(page)
            settle(app, 1.5)
            take(page)
        window.close_for_good()
        settle(app, 1)
    return 0


def _taker(window: QWidget, folder: Path) -> Callable[[str], None]:
    def take(name: str) -> None:
        window.grab().save(str(folder / f"{name}.png"))

    return take


def _inbox(app: QApplication, take: Callable[[str], None]) -> None:
    press(app, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Return)
    settle(app, 1)
    take("inbox")


def _writing(app: QApplication, take: Callable[[str], None]) -> None:
    press(app, Qt.Key.Key_1)
    settle(app, 1)
    editor = app.focusWidget()
    if editor is not None:
        QTest.keyClicks(editor, "twelve pounds for something the size of a fingernail")
    settle(app, 1.5)
    take("writing")
    press(app, Qt.Key.Key_Escape)


if __name__ == "__main__":
    raise SystemExit(main())
