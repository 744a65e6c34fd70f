"""One weekday of the opening hours: when it opens and closes, or that it is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit

from desktop.errors import Misuse
from ui import typed
from ui.moments import tr
from ui.opening import DAYS, Spans, clock_text, is_late, spans_text
from ui.theme.keep import keep_font
from ui.widgets.announce import announce
from ui.widgets.elide import ElidedLabel
from ui.widgets.wrap import WrapLabel


class DayRow:
    """One weekday's widgets. `read()` gives its spans; the second and later ones are kept as they are."""

    def __init__(self, weekday: int) -> None:
        name = tr(DAYS[weekday])
        self.weekday, self._kept = weekday, Spans()
        self.name = ElidedLabel(name, "strong")
        self.closed = QCheckBox(tr("Closed"))
        self.closed.setAccessibleName(tr("{day}: closed").format(day=name))
        self.opens, self.closes = QLineEdit(), QLineEdit()
        for field, what in ((self.opens, tr("{day}: opens")), (self.closes, tr("{day}: closes"))):
            field.setAccessibleName(what.format(day=name))
            keep_font(field, "body", True)
        self.dash = ElidedLabel("–", "body", "text2")
        self.more = WrapLabel("", "meta", "text2")
        self.trouble = WrapLabel("", "meta strong", "brick")
        self.trouble.hide()
        self.is_bad = False

    def show(self, spans: Spans) -> None:
        """The shop's hours of this day. What was typed and couldn't be kept stays."""
        if self.is_bad:
            return
        self._kept = spans
        self.closed.blockSignals(True)
        self.closed.setChecked(not spans)
        self.closed.blockSignals(False)
        if spans:
            self.opens.setText(clock_text(spans[0][0]))
            self.closes.setText(spans_text(spans[:1]).rpartition(" ")[2])
        also = [spans_text((span,)) for span in spans[1:]]
        said = [tr("the next day")] if spans and is_late(spans[0]) else []
        said += [tr("and {times}").format(times=", ".join(also))] if also else []
        self.more.setText(", ".join(said))
        self.fit()

    def fit(self) -> None:
        is_open = not self.closed.isChecked()
        for field in (self.opens, self.closes):
            field.setEnabled(is_open)

    def read(self) -> Spans:
        """What is written here. Raises Misuse."""
        if self.closed.isChecked():
            return ()
        first = typed.span(self.opens.text(), self.closes.text())
        later = self._kept[1:]
        if later and (later[0][0] < first[1] or first[1] <= first[0]):
            raise Misuse(tr("That runs into {time}.").format(time=clock_text(later[0][0])))
        return (first, *later)

    def say(self, sentence: str) -> None:
        self.is_bad = bool(sentence)
        self.trouble.setText(sentence)
        self.trouble.setVisible(self.is_bad)
        if sentence:
            announce(self.trouble, sentence, assertive=True)
