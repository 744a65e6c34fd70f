"""The third step: signing in, in the browser or with what is pasted. Errors stand where they happened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.connecting import Place
from desktop.connectors import LoginField
from desktop.errors import ShopError, SlowDown, TryLater, VaultClosed
from desktop.records import Account
from desktop.shop import Shop
from desktop.vault import VaultLocked
from ui import moments, words
from ui.background import Runner
from ui.moments import tr, translated
from ui.theme import px, theme
from ui.theme.keep import keep_font
from ui.widgets.announce import announce
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.wrap import WrapLabel

from .signing import SignIn

_LONGEST = 4000
_HIDDEN = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class Field(QWidget):
    """One line of the form, with its question above. A secret one shows dots and is emptied after use."""

    def __init__(self, field: LoginField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.edit = field, QLineEdit()
        self.edit.setAccessibleName(field.label)
        self.edit.setPlaceholderText(field.hint)
        self.edit.setMaxLength(_LONGEST)
        if field.is_secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
            self.edit.setInputMethodHints(_HIDDEN)
        label = WrapLabel(field.label, "body", "text2")
        label.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.edit)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.edit.setMinimumHeight(px(32))
        self.setMaximumWidth(px(420))


class SignInStep(QWidget):
    """`signed` carries the account. `busy` while something is under way, for the buttons around."""

    signed = Signal(object)
    busy = Signal(object)  # bool

    def __init__(
        self,
        shop: Shop,
        background: Runner,
        place: Place,
        again: Account | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._place, self._again = place, again
        self.flow = SignIn(shop, background, place.key, self)
        self.fields = [Field(field) for field in place.login]
        self.is_pasting = not place.by_browser
        self._explain = WrapLabel("", "body", "text2", selectable=True)  # may hold an address to copy
        self.go = Button("", kind="primary")
        self.other_way = LinkButton("")
        self.bar = Bar("", tone="amber", can_dismiss=False)
        self.waiting = _Waiting(self.flow, self.stop)
        self.form = QWidget()
        self._build()
        self._connect()
        self._fill_in()
        self._show_way()
        self.bar.hide()
        self.waiting.hide()

    def _build(self) -> None:
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(12)
        form.addWidget(self._explain)
        for field in self.fields:
            form.addWidget(field)
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addWidget(self.go)
        buttons.addWidget(self.other_way)
        buttons.addStretch(1)
        form.addLayout(buttons)
        has_both = self._place.by_browser and any(_is_pasted(field.field) for field in self.fields)
        self.other_way.setVisible(has_both)  # only now that it stands in the form: alone it would be a window
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        title = QLabel(heading(self._place))
        title.setTextFormat(Qt.TextFormat.PlainText)
        keep_font(title, "lead")
        column.addWidget(title)
        column.addWidget(self.bar)
        column.addWidget(self.form)
        column.addWidget(self.waiting)
        column.addStretch(1)

    def _connect(self) -> None:
        self.go.clicked.connect(self.start)
        self.other_way.clicked.connect(self._swap_way)
        for field in self.fields:
            field.edit.returnPressed.connect(self.start)
        self.flow.waiting.connect(self._is_waiting)
        self.flow.failed.connect(self._failed)
        self.flow.signed.connect(self._signed)

    def _fill_in(self) -> None:
        """Signing in again: what isn't secret is known."""
        if self._again is None:
            return
        known = {**self._again.facts, "server": self._again.facts.get("base") or self._again.host}
        for field in self.fields:
            if not field.field.is_secret:
                field.edit.setText(_short(known.get(field.field.key, "")))

    def _swap_way(self) -> None:
        self.is_pasting = not self.is_pasting
        self._show_way()
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self) -> None:
        """The form for the browser, or for what is pasted."""
        for field in self.fields:
            is_hidden = self._place.by_browser and _is_pasted(field.field) and not self.is_pasting
            field.setVisible(not is_hidden)
            if is_hidden:
                field.edit.setText("")
        name = tr(self._place.name)
        own = tr(self._place.words)
        general = tr(_BROWSER).format(place=name) if not self.is_pasting else "" if own else tr(_PASTE)
        self._explain.setText("\n\n".join(filter(None, (own, general))))
        do = tr("Sign in") if self._place.can.reply else tr("Connect")
        self.go.setText(do if self.is_pasting else tr("Open {place}").format(place=name))
        self.go.set_icon(None if self.is_pasting else "open")
        self.other_way.setText(
            tr("Sign in in the browser instead") if self.is_pasting else tr("Paste a sign-in key instead")
        )

    def first_field(self) -> QWidget:
        """Where typing goes on: the first empty line."""
        shown = [field.edit for field in self.fields if not field.isHidden()]
        empty = [edit for edit in shown if not edit.text()]
        return next(iter(empty or shown), self.go)

    # ---- trying ----------------------------------------------------------------------------------------

    def start(self) -> None:
        """Signs in with what is there. Secrets leave their lines at once."""
        given = {field.field.key: field.edit.text() for field in self.fields if not field.isHidden()}
        for field in self.fields:
            if field.field.is_secret:
                field.edit.setText("")
        self.bar.hide()
        self._set_busy(tr("Asking {place}…"))
        if self.is_pasting:
            self.flow.with_fields(given)
        else:
            self.flow.in_browser(given)

    def stop(self) -> None:
        """Ends the waiting; the form is as it was."""
        self.flow.cancel()
        self._idle()
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, text: str) -> None:
        self.form.hide()
        self.waiting.show_words(text.format(place=tr(self._place.name)), in_browser=False)
        self.waiting.show()
        self.waiting.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.busy.emit(True)

    def _idle(self) -> None:
        self.waiting.hide()
        self.form.show()
        self.busy.emit(False)

    def _is_waiting(self) -> None:
        text = tr("Waiting for {place}…").format(place=tr(self._place.name))
        if not self.flow.did_open:
            text = tr("No browser opened. Copy the address and open it yourself.")
        self.waiting.show_words(text, in_browser=True)
        announce(self, text)

    def _signed(self, account: Account) -> None:
        self._idle()
        self.bar.hide()
        self.signed.emit(account)

    def _failed(self, error: ShopError) -> None:
        self._idle()
        if isinstance(error, VaultClosed):
            self._vault_closed(error)
            return
        self._tell(f"{error} {_advice(error)}".strip(), [])
        # After the bar has its place, so that the page scrolls to both.
        QTimer.singleShot(0, self, lambda: self.first_field().setFocus(Qt.FocusReason.OtherFocusReason))

    def _vault_closed(self, error: VaultClosed) -> None:
        """Signed in, and nowhere to keep it: a person decides."""
        self.form.hide()
        acts: list[tuple[str, Callable[[], object]]] = [
            (tr("For this session"), self._for_this_session),
            (tr("Cancel"), self._give_up),
        ]
        if isinstance(error, VaultLocked):
            acts.insert(0, (tr("Try again"), self._try_vault_again))
        self._tell(translated(str(error.args[0])), acts)

    def _try_vault_again(self) -> None:
        self.bar.hide()
        self._set_busy(tr("Keeping the sign-in…"))
        self.flow.keep()

    def _for_this_session(self) -> None:
        self.bar.hide()
        self.flow.keep_for_session()

    def _give_up(self) -> None:
        self.bar.hide()
        self.stop()

    def _tell(self, text: str, acts: list[tuple[str, Callable[[], object]]]) -> None:
        self.bar.set_bar(text, acts, "amber")
        self.bar.show()
        self.bar.tell()
        if acts:
            self.bar.findChildren(LinkButton)[-len(acts)].setFocus(Qt.FocusReason.OtherFocusReason)


class _Waiting(QWidget):
    """While the browser is open: open it again, copy the address, cancel."""

    def __init__(self, flow: SignIn, stop: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WrapLabel("", "strong")
        self.again, self.copy, self.cancel = (
            Button(tr("Open it again"), "open"),
            LinkButton(tr("Copy the address")),
            Button(tr("Cancel")),
        )
        self.again.clicked.connect(flow.open_again)
        self.copy.clicked.connect(flow.copy_address)
        self.cancel.clicked.connect(stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.again)
        row.addWidget(self.cancel)
        row.addWidget(self.copy)
        row.addStretch(1)
        column.addLayout(row)

    def show_words(self, text: str, *, in_browser: bool) -> None:
        self.words.setText(text)
        for button in (self.again, self.copy):
            button.setVisible(in_browser)


def heading(place: Place) -> str:
    """What the step is called; nobody signs in at a feed or a mailbox."""
    return tr(place.title) if place.title else tr("Sign in at {place}").format(place=tr(place.name))


def _is_pasted(field: LoginField) -> bool:
    """What takes the place of signing in in the browser; a secret that is needed for that too isn't optional."""
    return field.is_secret and field.is_optional


def _advice(error: ShopError) -> str:
    """What to do now; a sign-in is not tried again by itself, whatever the error says of other work."""
    if isinstance(error, SlowDown):
        return tr("Try again in {span}.").format(span=moments.span(error.seconds))
    if isinstance(error, TryLater):
        return tr("Nothing was changed. Try again when there is a connection.")
    return words.trouble(error).advice


def _short(address: str) -> str:
    """An address as a person would type it: "quay.example"."""
    return address.removeprefix("https://").rstrip("/")


_BROWSER = (
    "We’ll open {place} in your browser. Sign in there and say yes to what you want to allow. "
    "We never see your password. Come back here afterwards."
)
_PASTE = "Paste the key here, not your password. You can take it away there whenever you like."
