"""Mark fixed: "How do you know it's fixed?" Three keys and Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop.records import FixedHow, Post
from desktop.shop import Shop
from ui import moments, words
from ui.background import Runner
from ui.moments import told, tr
from ui.theme import px
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.tickbox import OneOfThese
from ui.widgets.wrap import WrapLabel

from . import facts
from .choices import PostList
from .facts import Known
from .frame import HouseDialog

HOWS = tuple(FixedHow)


class MarkFixedDialog(HouseDialog):
    """`acted` carries the Undo once it is marked; then the dialog closes."""

    acted = Signal(object)

    def __init__(self, shop: Shop, background: Runner, complaint: str, parent: QWidget | None = None) -> None:
        super().__init__("check", tr("How do you know it’s fixed?"), 460, parent)
        self._shop, self._background, self._id = shop, background, complaint
        self._known: Known | None = None
        self.group = QButtonGroup(self)
        self.radios = [OneOfThese(f"{at}  {words.fixed_how(how)}") for at, how in enumerate(HOWS, 1)]
        self.which = WrapLabel(tr("Which message? It is kept as the reason."), "meta", "text2")
        self.messages = PostList(tr("Their messages"))
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.mark = Button(tr("Mark fixed"), kind="primary", key="↵")
        self.cancel = Button(tr("Cancel"))
        self._arrange()
        background.run(self, lambda: facts.read(shop, complaint), self._came)

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(px(18), px(12), px(18), px(14))
        column.setSpacing(px(4))
        for at, radio in enumerate(self.radios):
            radio.setAccessibleName(words.fixed_how(HOWS[at]))
            self.group.addButton(radio, at)
            column.addWidget(radio)
        column.insertWidget(1, self.which)
        column.insertWidget(2, self.messages)
        column.addWidget(self.trouble)
        self.trouble.hide()
        self.body.addLayout(column)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.mark)
        self.mark.setDefault(True)
        self.mark.clicked.connect(self._mark)
        self.cancel.clicked.connect(self.reject)
        self.group.idToggled.connect(lambda _at, on: self._picked() if on else None)
        self.radios[0].setChecked(True)
        self.fit()

    def read_again(self) -> None:
        """It comes back after others were here: what was written since is there to pick, what was marked stays."""
        marked = self.group.checkedId()

        def came(known: Known | None) -> None:
            is_new = known is None or self._known is None or known.theirs != self._known.theirs
            if is_new:
                self._came(known)
                if known is not None and marked >= 0:
                    self.radios[marked].setChecked(True)

        shop, complaint = self._shop, self._id
        self._background.run(self, lambda: facts.read(shop, complaint), came)

    def _came(self, known: Known | None) -> None:
        if known is None:
            self.reject()
            return
        self._known = known
        later = [post for post in known.theirs if known.root is None or post.id != known.root.id]
        hinted = known.complaint.hint_post
        self.messages.show_posts(list(reversed(later)), self._say, pick=hinted)
        self.radios[0 if later else 1].setChecked(True)
        self._picked()
        self.radios[max(0, self.group.checkedId())].setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, post: Post) -> str:
        how = tr("in public") if post.is_public else tr("privately")
        when = moments.full(self._shop.clock, post.posted_at)
        return f"{how[:1].upper()}{how[1:]}, {when}: {facts.quoted(post.text, 160)}"

    def how(self) -> FixedHow:
        """The answer that is marked now."""
        return HOWS[max(0, self.group.checkedId())]

    def _picked(self) -> None:
        told = self.how() is FixedHow.THEY_TOLD_US
        self.messages.setVisible(told and self.messages.count() > 0)
        self.which.setVisible(self.messages.isVisibleTo(self))
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = event.key() - Qt.Key.Key_1
        if 0 <= at < len(self.radios):
            self.radios[at].setChecked(True)
            self.radios[at].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _mark(self) -> None:
        from desktop import counter

        shop, one, how = self._shop, self._id, self.how()
        post = self.messages.picked() if how is FixedHow.THEY_TOLD_US else ""
        self._background.run(
            self, lambda: counter.mark_fixed(shop, one, how, post), self._done, self._failed, lane="write"
        )

    def _done(self, undo: object) -> None:
        self.accept()
        self.acted.emit(undo)

    def _failed(self, error: Exception) -> None:
        self.trouble.set_bar(told(error))
        self.trouble.show()
        self.trouble.tell()
        self.fit()
