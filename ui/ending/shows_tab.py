"""The third tab: the ending shows already. A link, or one of the messages we fetched; a person decides."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.records import Post, ProofKind
from desktop.shop import Shop
from ui import moments
from ui.moments import tr
from ui.theme import px
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours
from ui.widgets.buttons import Button, FilterButton, one_of
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

from . import facts
from .choices import PostList
from .facts import Known

KINDS = (ProofKind.THEIR_REPLY, ProofKind.THEIR_EDIT, ProofKind.OUR_UPDATE)


def is_link(text: str) -> bool:
    """Whether it can be opened in a browser."""
    address = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    return address.isValid() and address.scheme() in ("http", "https") and bool(address.host())


class ShowsTab(QWidget):
    """`confirmed` carries kind, post, link and words; `refused`: the proposed message isn't the ending."""

    confirmed = Signal(object)  # (ProofKind, post id, link, words)
    refused = Signal()
    changed = Signal()

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._known: Known | None = None
        self._hint = Panel("leaf_tint", "leaf")
        self.hint_words, self.hint_lead = WrapLabel("", "reading 15"), WrapLabel("", "strong")
        self.yes, self.no = Button(tr("Yes, that’s it"), "check", "primary"), Button(tr("No"))
        self.posts_lead = WrapLabel(tr("Pick it from what we fetched"), "strong")
        self.posts = PostList(tr("Public messages"))
        self.link = QLineEdit()
        self.link.setPlaceholderText("https://")
        self.link.setAccessibleName(tr("Link to the ending"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("What it says there, kept as a copy"))
        self.words.setAccessibleName(tr("What it says there, kept as a copy"))
        self.kinds = [FilterButton(word) for word in (tr("Their reply"), tr("Their edit"), tr("Our update"))]
        self._group = one_of(self, *self.kinds)
        self._kinds_row = QWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(px(7))
        hint = QVBoxLayout(self._hint)
        hint.setContentsMargins(px(12), px(9), px(12), px(11))
        hint.setSpacing(px(6))
        row = QWidget()
        flow = FlowLayout(row, px(8), px(6))
        for button in (self.yes, self.no):
            flow.addWidget(button)
        for widget in (self.hint_lead, self.hint_words, WrapLabel(tr("Is this the ending?"), "body", "text2"), row):
            hint.addWidget(widget)
        kinds = FlowLayout(self._kinds_row, px(6), px(6))
        for kind in self.kinds:
            kinds.addWidget(kind)
        self.link_lead = WrapLabel(tr("Or paste a link"), "strong")
        for widget in (self._hint, self.posts_lead, self.posts, self.link_lead, self.link, self._kinds_row, self.words):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_ring(area, "none")
        keep_colours(area, ground="paper")
        keep_colours(inner, ground="paper")
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        self.yes.clicked.connect(lambda: self._confirm_hint())
        self.no.clicked.connect(self._refuse)
        self.posts.itemSelectionChanged.connect(self._picked)
        self.link.textChanged.connect(self._typed)

    def set_known(self, known: Known) -> None:
        """Offers what could be the ending: their later public messages, an edited first one, our own."""
        self._known = known
        one = known.complaint
        self._hint.setVisible(bool(one.hint_post))
        self.hint_lead.setText(tr("Looks like {name} said it’s sorted:").format(name=known.first))
        self.hint_words.setText(facts.quoted(one.hint_words))
        found = [post for post in reversed(known.thread) if self._could_be(post, known)]
        offered = sorted(found, key=lambda post: post.is_ours)  # what they said themselves is first
        self.posts.show_posts(offered, self._say)
        for widget in (self.posts_lead, self.posts):
            widget.setVisible(bool(offered))
        self._about_link()
        self.link_lead.setText(tr("Or paste a link") if offered else tr("Paste a link"))

    def know_again(self, known: Known) -> None:
        """Read again: what was picked or typed stays, as far as it is still there."""
        picked = self.posts.picked()
        self.set_known(known)
        self.posts.pick(picked)

    @staticmethod
    def _could_be(post: Post, known: Known) -> bool:
        is_root = known.root is not None and post.id == known.root.id
        return post.is_public and (not is_root or post.edited_at is not None)

    def _say(self, post: Post) -> str:
        who = self._known.shop_name if post.is_ours and self._known else post.author_name
        when = moments.date(self._shop.clock, post.edited_at or post.posted_at)
        return f"{who}, {when}: {facts.quoted(post.text, 200)}"

    # --- choosing -----------------------------------------------------------------------------------------

    def _picked(self) -> None:
        if self.posts.picked():
            self.link.clear()
            self.kinds[KINDS.index(self.kind())].setChecked(True)
        self.changed.emit()

    def _typed(self, text: str) -> None:
        if text.strip():
            self.posts.clearSelection()
        self._about_link()
        self.changed.emit()

    def _about_link(self) -> None:
        """What a link is and says must be told; of a message we have it is known."""
        for widget in (self._kinds_row, self.words):
            widget.setVisible(bool(self.link.text().strip()))

    def kind(self) -> ProofKind:
        """What it would be: known for a message we have, chosen for a link."""
        known, post = self._known, self._post()
        if known is None or post is None:
            return KINDS[max(0, self._group.checkedId())]
        if post.is_ours:
            return ProofKind.OUR_UPDATE
        is_root = known.root is not None and post.id == known.root.id
        return ProofKind.THEIR_EDIT if is_root else ProofKind.THEIR_REPLY

    def _post(self) -> Post | None:
        picked = self.posts.picked()
        return next((post for post in self._known.thread if post.id == picked), None) if self._known else None

    def next_step(self) -> tuple[str, bool]:
        """What the button says, and whether pressing it confirms."""
        text = self.link.text().strip()
        if self.posts.picked() or is_link(text):
            return tr("Yes, that’s it"), True
        if text:
            return tr("That doesn’t look like a link"), False
        return tr("Pick it or paste a link") if self.posts.count() else tr("Paste a link"), False

    def press(self) -> None:
        """The button: confirm, or go to what is missing."""
        if self.next_step()[1]:
            words = self.words.text().strip()
            self.confirmed.emit((self.kind(), self.posts.picked(), self.link.text().strip(), words))
        elif self.posts.count() and not self.link.text().strip():
            self.posts.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.link.setFocus(Qt.FocusReason.TabFocusReason)

    def _confirm_hint(self) -> None:
        if self._known is None:
            return
        one, root = self._known.complaint, self._known.root
        is_root = root is not None and one.hint_post == root.id
        kind = ProofKind.THEIR_EDIT if is_root else ProofKind.THEIR_REPLY
        self.confirmed.emit((kind, one.hint_post, "", one.hint_words))

    def _refuse(self) -> None:
        self._hint.hide()
        self.refused.emit()

    def focus_first(self) -> None:
        hinted = self._known is not None and bool(self._known.complaint.hint_post)
        first = self.yes if hinted else self.posts if self.posts.count() else self.link
        first.setFocus(Qt.FocusReason.TabFocusReason)
