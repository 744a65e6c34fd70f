"""The window's language: Qt's translators, and the sentences that the core has put together already.

`resources/languages/LANGUAGE.qm` holds a language, `sentences.json` the shapes of sentences with names and numbers in
them ("Moved {name} to Shown"), both made by `packaging/languages.py`. English is what the sources say: it has no file.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "languages"
CONTEXT = "words"
LANGUAGES = (("", "Follow the computer"), ("en", "English"), ("de", "Deutsch"))
_HOLE = re.compile(r"\{(\w+)\}")

_installed: list[QTranslator] = []


def chosen(setting: str) -> str:
    """The code of the language to show: the one that was chosen, else the computer's where we speak it."""
    code = setting or QLocale.system().name().partition("_")[0]
    return code if code in dict(LANGUAGES) else "en"


def use(setting: str) -> None:
    """From now on the window is built in this language. What stands already stays as it is."""
    for one in _installed:
        QCoreApplication.removeTranslator(one)
    _installed.clear()
    code = chosen(setting)
    if code == "en":
        QLocale.setDefault(QLocale.system() if not setting else QLocale(QLocale.Language.English))
        return
    from PySide6.QtCore import QLibraryInfo

    QLocale.setDefault(QLocale(code))
    for folder, name in (
        (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), f"qtbase_{code}"),
        (FOLDER, code),
    ):
        made = QTranslator()
        if made.load(name, str(folder)):
            QCoreApplication.installTranslator(made)
            _installed.append(made)


def is_english() -> bool:
    return not _installed


def translate(source: str, number: int = -1) -> str:
    """A text in the window's language; itself where it has none."""
    return QCoreApplication.translate(CONTEXT, source, None, number)


def by_shape(text: str) -> str:
    """A sentence that is put together already, as "Moved Gus to Shown", in the window's language."""
    if is_english():
        return text
    for source, literal, pattern in _shapes():
        if literal in text and (match := pattern.fullmatch(text)):
            names = _HOLE.findall(source)
            values = dict(zip(names, map(translate, match.groups()), strict=True))
            return translate(source).format(**values)
    return text


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(source, its longest piece without a hole, what it looks like), those that say most first."""
    try:
        sources = [str(one) for one in json.loads((FOLDER / "sentences.json").read_text("utf-8"))]
    except (OSError, ValueError):
        return ()
    sources.sort(key=lambda one: -len(_HOLE.sub("", one)))
    made = []
    for source in sources:
        pieces = _HOLE.split(source)[::2]
        made.append((source, max(pieces, key=len), re.compile("(.+?)".join(map(re.escape, pieces)), re.DOTALL)))
    return tuple(made)
