"""Welcome: the doors into the program, and what it looks like when it works (design 14, copy 4.6)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.shop import Shop
from ui import elsewhere, words
from ui.background import Runner
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.theme.paint import rounded
from ui.welcome.story import Story
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel
from ui.window import Window

_STORY_FROM = 900  # px of page width below which the story goes under the doors


class _IconBox(QWidget):
    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Glyph(icon, "ink", 18), 0, Qt.AlignmentFlag.AlignCenter)
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedSize(px(40), px(40))

    def paintEvent(self, event: object) -> None:
        from PySide6.QtGui import QPainter

        rounded(QPainter(self), self.rect(), 6, theme().tokens.color("ink_tint"))


class Door(Panel):
    """One way in: an icon, a title, a sentence, a button. The whole card can be pressed."""

    def __init__(
        self, icon: str, title: str, text: str, button: str, act: Callable[[], object], *, first: bool = False
    ) -> None:
        super().__init__("surface", "edge")
        self.button = Button(button, kind="primary" if first else "plain")
        self.button.clicked.connect(lambda: act())
        self.button.setAccessibleName(f"{title}: {button}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(_IconBox(icon), 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(3)
        lines.addStretch(1)
        lines.addWidget(ElidedLabel(title, "lead"))
        lines.addWidget(WrapLabel(text, "body", "text2"))
        lines.addStretch(1)
        row.addLayout(lines, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The whole card shows that its button has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.set_selected(event.type() == QEvent.Type.FocusIn)
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.button.click()


class WelcomePage(QWidget):
    """Stays under Help; a new shop opens with it."""

    def __init__(
        self,
        shop: Shop,
        background: Runner,
        window: Window,
        practise: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = tr("Welcome")
        self._shop, self._window = shop, window
        keep_colours(self, ground="paper")
        self.doors = self._make_doors(practise)
        self.story = Story()
        self._columns = QHBoxLayout()
        self._build()

    def _make_doors(self, practise: Callable[[], object]) -> list[Door]:
        pretend = tr(
            "Puddle Street Cycles has a busy Saturday. Answer anything, break anything. Nothing leaves this computer."
        )
        connect = tr("Reviews, comments and mentions. You sign in on each place’s own page, or with a key it makes.")
        history = tr("Drop an export file here. We’ll show what’s in it before anything is added.")
        by_hand = tr("Paste a link, or the words someone said at the counter.")
        return [
            Door(
                "play",
                tr("Practise with a pretend shop"),
                pretend,
                tr("Start practising"),
                practise,
                first=True,
            ),
            Door("plug", tr("Connect where people talk about you"), connect, tr("Connect…"), self._connect),
            Door("download", tr("Bring your history in"), history, tr("Choose a file…"), self._bring_in),
            Door("hand", tr("Add one by hand"), by_hand, tr("Add…"), lambda: self._window.add_by_hand()),
        ]

    def _connect(self) -> None:
        self._window.go("accounts")

    def _bring_in(self) -> None:
        self._window.history_wanted.emit(None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        body = QWidget()
        keep_colours(body, ground="paper")
        self._columns = QHBoxLayout(body)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left(), 3)
        self._columns.addWidget(self.story, 2)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        column.addWidget(scroll, 1)

    def _header(self) -> QWidget:
        head = Panel("paper", "paper", radius=0)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(ElidedLabel(tr("Welcome"), "page"))
        row.addStretch(1)
        row.addWidget(ElidedLabel(tr("You can come back to this page from Help"), "meta", "text2"))
        head.setMinimumHeight(48)
        return head

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(44, 26, 40, 24)
        column.setSpacing(10)
        hello = tr("Hello, {name}.").format(name=words.first_name(self._shop.me.name))
        column.addWidget(WrapLabel(hello, "hero"))
        what = tr(
            "Said & Done puts what people say about your shop in one window, helps you answer like yourself, "
            "and keeps track of the public complaints that still need a visible ending."
        )
        intro = WrapLabel(what, "composer", "text2")
        column.addWidget(intro)
        column.addSpacing(12)
        for door in self.doors:
            column.addWidget(door)
        column.addSpacing(10)
        column.addLayout(self._foot())
        column.addStretch(1)
        return left

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(24)
        where = (
            tr("Everything stays in one folder on this computer. No account with us."),
            tr("Where is it?"),
        )
        helpers = (
            tr("Sharing this laptop? Add your helpers so each reply carries a name."),
            tr("Add your helpers"),
        )
        for icon, (text, link), act in (
            ("lock", where, self._show_folder),
            ("people", helpers, lambda: self._window.go("people")),
        ):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Glyph(icon, "text3", 15), 0, Qt.AlignmentFlag.AlignTop)
            lines = QVBoxLayout()
            lines.setSpacing(0)
            lines.addWidget(WrapLabel(text, "body", "text2"))
            button = LinkButton(link)
            button.clicked.connect(lambda _checked=False, act=act: act())
            lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            row.addLayout(lines, 1)
            foot.addLayout(row, 1)
        return foot

    def _show_folder(self) -> None:
        elsewhere.open_path(self._shop.folder)

    def panes(self) -> list[QWidget]:
        return [self.doors[0].button]

    def key_hint(self) -> str:
        return tr("↑ ↓ choose · Enter go")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        at = next((n for n, door in enumerate(self.doors) if door.button.hasFocus()), 0 if step < 0 else -1)
        self.doors[(at + step) % len(self.doors)].button.setFocus(Qt.FocusReason.TabFocusReason)

    def shown(self) -> None:
        """The first door has the focus: Enter starts practising."""
        self.doors[0].button.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.story.setVisible(self.width() >= px(_STORY_FROM))
