"""The dialog that history comes in by: choose or drop, see what is in it, add, and take out again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.bringing_in import Found
from desktop.errors import SeveralInside
from desktop.imports import marks
from desktop.imports.items import Archive, Broken, Me
from desktop.imports.marks import Import
from desktop.imports.table import Table
from desktop.records import RemotePost
from desktop.shop import Shop
from ui.background import Runner
from ui.bringing_in.brought import Brought, rows_text, summary
from ui.bringing_in.columns import ColumnMapper
from ui.bringing_in.work import Turn, Work
from ui.ending.frame import HouseDialog
from ui.moments import count, date, figure, told, tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dropping import accept_copy
from ui.widgets.linebar import LineBar
from ui.widgets.named import name_choice
from ui.widgets.wrap import WrapLabel

_WIDE, _HIGH = 720, 600
_EVERY = 120  # ms between two looks at how far it is
_LONGEST_SAMPLE, _LONGEST_NAME = 160, 30
KINDS = (
    "The whole archive of X, Mastodon, Facebook, Instagram or Bluesky, Google reviews (Takeout), and tables (CSV or "
    "JSON; also messages of a help desk)."
)
_ENDINGS = ("*.zip", "*.tar.gz", "*.tgz", "*.car", "*.csv", "*.tsv", "*.txt", "*.json", "*.jsonl")


class BringInDialog(HouseDialog):
    """Window-modal; open it with `open()`. `changed`: something came in or went out."""

    changed = Signal()

    def __init__(self, shop: Shop, background: Runner, parent: QWidget | None = None) -> None:
        super().__init__("download", tr("Bring in history"), _WIDE, parent)
        self.head_text.setText(
            tr("What was said before is found in History. What is older than a month waits for nobody.")
        )
        self.head_text.show()
        self._shop, self._work = shop, Work(shop, background, self)
        self._archive: Archive | None = None
        self._path, self._found = Path(), Found()
        self._waiting: list[Path] = []  # files of which only one is looked at at a time
        self._turn, self._is_busy, self._total = Turn(), False, 0
        self._is_looking = False  # reads a file to its end before anything of it is added
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._show_progress)
        self._make()
        self._arrange()
        self.setAcceptDrops(True)
        self._begin()
        self.fit(_HIGH)

    # --- building -----------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.news = Bar("", tone="leaf", can_dismiss=False)
        self._again = ""  # the file that brings back what went with another one
        self.rows = QPlainTextEdit()
        self.rows.setReadOnly(True)
        self.rows.setTabChangesFocus(True)
        self.rows.setAccessibleName(tr("Rows that couldn’t be read"))
        self.rows.setFixedHeight(px(130))
        keep_colours(self.rows, "text", "surface")
        self.choose_file, self.choose_folder = Button(tr("Choose a file…"), "open"), Button(tr("Choose a folder…"))
        self.next = Button("", kind="primary")
        self.wait = WrapLabel("", "body", "text2")
        self.brought = Brought(self._shop.clock)
        self.who, self.who_label = ChoiceBox(), WrapLabel(tr("Which account is you"), "body", "text2")
        name_choice(self.who, tr("Which account is you"))
        self.what, self.when = WrapLabel("", "person"), WrapLabel("", "body", "text2")
        self.age = WrapLabel("", "body", "text2")
        self.samples = WrapLabel("", "reading 15")
        self.bar, self.far = LineBar(420, 10), WrapLabel("", "body", "text2")
        self.cancel, self.other = Button(tr("Close")), Button(tr("Choose another"))
        self.go = Button(tr("Add"), kind="primary")
        self.brought.undo_wanted.connect(self.undo)
        self.brought.rows_wanted.connect(self._show_rows)
        self.choose_file.clicked.connect(self._ask_file)
        self.choose_folder.clicked.connect(self._ask_folder)
        self.next.clicked.connect(lambda: self.take(*self._waiting))
        self.who.activated.connect(lambda _: self._look())
        self.cancel.clicked.connect(self.reject)
        self.other.clicked.connect(self._begin)
        self.go.clicked.connect(self.add)

    def _arrange(self) -> None:
        self.stack = QStackedWidget()
        self._mapper_room = QVBoxLayout()
        self._mapper: ColumnMapper | None = None
        self.first, self.seen, self.working = self._first(), self._seen(), self._working()
        for page in (self.first, self.seen, self.working):
            self.stack.addWidget(page)
        self.body.setContentsMargins(px(18), px(12), px(18), px(12))
        self.body.setSpacing(px(10))
        for each in (self.wait, self.trouble, self.news, self.stack, self.rows):
            self.body.addWidget(each, 1 if each is self.stack else 0)
        self.foot.addWidget(self.other)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)

    def _first(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.addWidget(self.next)
        buttons.addWidget(self.choose_file)
        buttons.addWidget(self.choose_folder)
        buttons.addStretch(1)
        return _scrolled(
            WrapLabel(tr("Drop a file or a folder here, or choose one."), "person"),
            WrapLabel(tr(KINDS), "body", "text2"),
            WrapLabel(tr("It can be undone for 30 days."), "body", "text2"),
            buttons,
            WrapLabel(tr("Brought in so far"), "person"),
            self.brought,
        )

    def _seen(self) -> QWidget:
        who = QHBoxLayout()
        who.addWidget(self.who_label, 0, Qt.AlignmentFlag.AlignVCenter)
        who.addWidget(self.who, 1)
        return _scrolled(self.what, self.when, who, self._mapper_room, self.age, self.samples)

    def _working(self) -> QWidget:
        return _scrolled(self.far, self.bar)

    # --- choosing -------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Nothing is chosen yet."""
        self._turn.is_stopped = True
        self._archive = None
        self.go.setEnabled(False)
        self.brought.show_all(marks.all(self._shop.store))
        for each in (self.trouble, self.news, self.rows):
            each.hide()
        self._show(self.first)
        self._say_waiting()
        (self.next if self._waiting else self.choose_file).setFocus()

    def _say_waiting(self) -> None:
        """That files are read one after the other, and which is next."""
        names = [path.name for path in self._waiting]
        self.wait.setVisible(bool(names))
        self.next.setVisible(bool(names))
        if names:
            text = tr("One file after the other. Still to come: {names}")
            self.wait.setText(text.format(names=_short(", ".join(names))))
            self.next.setText(tr("Next: {name}").format(name=_short(names[0], _LONGEST_NAME)))

    def _show(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        self._is_busy, self._is_looking = page is self.working, False
        self.other.setVisible(page is self.seen)
        self.go.setVisible(page is self.seen)
        self.cancel.setText(tr("Cancel") if self._is_busy else tr("Close"))
        if self._is_busy:
            self._timer.start()
        else:
            self._timer.stop()

    def _ask_file(self) -> None:
        names = tr("Exports and tables") + f" ({' '.join(_ENDINGS)});;" + tr("All files") + " (*)"
        chosen = QFileDialog.getOpenFileNames(self, tr("Choose a file…"), str(Path.home()), names)[0]
        if chosen:
            self.take(*map(Path, chosen))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder…"), str(Path.home()))
        if chosen:
            self.take(Path(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._is_busy and any(url.isLocalFile() for url in event.mimeData().urls()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            accept_copy(event)
            self.take(*files)

    def take(self, path: Path, *others: Path) -> None:
        """Looks what is in a file or folder; others wait until somebody goes on to them."""
        self._waiting = list(others)
        self._begin()
        self._path, self._turn, self._total = path, Turn(), 0
        self.far.setText(tr("Reading {name}…").format(name=path.name))
        self._show(self.working)
        turn = self._turn
        self._work.open(path, turn, lambda archive: self._opened(archive, turn), self._unread)
        if self._is_busy:
            self._show_progress()

    def _unread(self, error: Exception) -> None:
        """A folder of exports is no export: what is in it comes one after the other."""
        if isinstance(error, SeveralInside):
            self.take(*error.files, *self._waiting)
        else:
            self._failed(error)

    def _opened(self, archive: Archive | None, turn: Turn) -> None:
        if archive is None or turn.is_stopped:
            self._begin()
            return
        self._archive = archive
        self.who.clear()
        for me in archive.mine:
            self.who.addItem(" · ".join(dict.fromkeys(part for part in (me.handle, me.name) if part)), me)
        for each in (self.who, self.who_label):
            each.setVisible(not isinstance(archive, Table))
        if self._mapper is not None:
            self._mapper_room.removeWidget(self._mapper)
            self._mapper.hide()
            self._mapper.deleteLater()
            self._mapper = None
        if isinstance(archive, Table):
            self._mapper = ColumnMapper(archive)
            self._mapper.changed.connect(self._look)
            self._mapper_room.addWidget(self._mapper)
        self._look()

    def _me(self) -> Me:
        me = self.who.currentData()
        assert isinstance(me, Me)
        return me

    def _look(self) -> None:
        """Reads all of it; what was being read before is let go."""
        archive = self._archive
        if archive is None:
            return
        self._turn.is_stopped = True
        turn = self._turn = Turn()
        self.go.setText(tr("Add"))
        self.go.setEnabled(False)
        self._show(self.seen)
        missing = archive.columns.missing if isinstance(archive, Table) else ()
        self.what.setText(self._name())
        for each in (self.when, self.age, self.samples):
            each.setText("")
        self.trouble.hide()
        self.rows.hide()
        if missing:
            fields = ", ".join(tr(field.label) for field in missing)
            self.when.setText(tr("Say which column holds: {fields}").format(fields=fields))
            return
        self._is_looking = True
        self._show_progress()
        self.cancel.setText(tr("Cancel"))
        self._timer.start()
        self._work.look(archive, self._me(), turn, lambda found: self._looked(found, turn), self._failed)
        if self._is_looking:
            self._show_progress()

    def _name(self) -> str:
        archive = self._archive
        return f"{self._path.name}: {tr(archive.name)}" if archive else self._path.name

    def _looked(self, found: Found | None, turn: Turn) -> None:
        if found is None or turn.is_stopped:
            return
        self._show(self.seen)
        self._found, clock = found, self._shop.clock
        self.what.setText(f"{self._name()}: {self._counts(found)}")
        span = ""
        if found.first_at and found.last_at:
            years = clock.local(found.first_at).year != clock.local(found.last_at).year
            first, last = (date(clock, at, with_year=years) for at in (found.first_at, found.last_at))
            text = tr("From {first} to {last}.") if first != last else tr("On {first}.")
            span = text.format(first=first, last=last)
        said = [span, tr("{n} are here already.").format(n=figure(found.known)) if found.known else ""]
        if found.shares:
            said.append(tr("{n} posts of others, only passed on, stay out.").format(n=figure(found.shares)))
        if found.private:
            more = "posts that not everybody may read stay out."
            said.append(count(found.private, "post that not everybody may read stays out.", more))
        self.when.setText(" ".join(part for part in said if part))
        self.age.setText(
            tr("What is older than a month comes in as done. What is newer and unanswered stands in the inbox.")
            if found.theirs
            else tr("These are your own words: what you answered whom, for History.")
        )
        shown = (f"{date(clock, post.posted_at)}, {self._who(post)}: “{_short(post.text)}”" for post in found.samples)
        self.samples.setText("\n".join(shown))
        if found.broken:
            self._say_broken(found.some_broken, found.broken)
        self.go.setText(tr("Add {n}").format(n=figure(found.new)))
        self.go.setEnabled(found.new > 0)
        if found.new:
            self.go.setFocus()

    def _who(self, post: RemotePost) -> str:
        name = post.author.name or self._shop.name
        return name if post.is_public else f"{name}, {tr('private')}"

    def _counts(self, found: Found) -> str:
        theirs = count(found.theirs, "message from others", "messages from others")
        ours = count(found.ours, "of yours", "of yours")
        return ", ".join(part for part, n in ((theirs, found.theirs), (ours, found.ours)) if n) or tr("nothing new")

    def _say_broken(self, rows: list[Broken], total: int) -> None:
        text = count(total, "row can’t be read and stays out.", "rows can’t be read and stay out.")
        self.trouble.set_bar(text, (), "amber")
        self.trouble.show()
        self.rows.setPlainText(rows_text(rows, total))
        self.rows.show()

    # --- adding and taking out ---------------------------------------------------------------------------------

    def add(self) -> None:
        archive = self._archive
        if archive is None or not self.go.isEnabled() or self._is_busy:
            return
        self._turn, self._total = Turn(), self._found.total + self._found.shares
        self.trouble.hide()
        self.rows.hide()
        self._show(self.working)
        turn = self._turn
        self._work.add(archive, self._me(), self._path.name, turn, lambda done: self._added(done, turn), self._failed)
        if self._is_busy:
            self._show_progress()

    def _show_progress(self) -> None:
        if self._turn.waits_for:
            text = tr("{name} is bringing in a file. This one waits until that is done.")
            (self.when if self._is_looking else self.far).setText(text.format(name=self._turn.waits_for))
            return
        if self._is_looking:
            name, read = self._path.name, self._turn.read
            text = tr("Reading {name}…").format(name=name)
            self.when.setText(tr("Reading {name}: {n} so far…").format(name=name, n=figure(read)) if read else text)
            return
        if not self._total:
            self.far.setText(tr("Reading {name}…").format(name=self._path.name))
            return
        read = min(self._turn.read, self._total)
        text = tr("Stopping, and taking it out again…") if self._turn.is_stopped else tr("{n} of {all}")
        self.far.setText(text.format(n=figure(read), all=figure(self._total)))
        self.bar.set_shares(read / self._total, 0.0, self.far.text())

    def _added(self, done: Import | None, turn: Turn) -> None:
        is_late = turn.is_stopped
        self._begin()
        if done is None:
            self.news.set_bar(tr("Stopped. Nothing of it was kept."), (), "neutral")
        else:
            actions = [(tr("Undo this import"), lambda: self.undo(done))]
            if done.broken:
                see = tr("See the {n}").format(n=count(done.broken, "row", "rows"))
                actions.insert(0, (see, lambda: self._show_rows(done)))
            late = f"{tr('It was all in before it could be stopped.')} " if is_late else ""
            self.news.set_bar(late + summary(done, self._shop.clock), actions, "amber" if is_late else "leaf")
            self.changed.emit()
        self.news.show()
        self.news.tell()

    def _show_rows(self, one: Import) -> None:
        self.rows.setPlainText(rows_text(marks.unread_rows(self._shop.store, one.id), one.broken))
        self.rows.show()

    def undo(self, one: Import, *, is_sure: bool = False) -> None:
        """Takes out what a file brought; where a later one held the same, that is said first."""
        if self._is_busy:
            return
        later = marks.later_with_known(self._shop.store, one)
        self._again = later[0].file if later else ""
        if later and not is_sure:
            text = tr(
                "{file} came later and found messages here already. Those that came with this one go all the same: "
                "bring {file} in again then, and they are back."
            )
            sure = tr("Undo this import"), lambda: self.undo(one, is_sure=True)
            self.news.set_bar(text.format(file=self._again), [sure], "amber")
            self.news.show()
            self.news.tell()
            return
        self._turn, self._total = Turn(), one.added
        self.news.hide()
        self.rows.hide()
        self._show(self.working)
        self.cancel.setEnabled(False)  # it is over soon, and half of it would be worse
        self._show_progress()
        self._work.undo(one.id, self._turn, self._undone, self._failed)

    def _undone(self, kept: int | None) -> None:
        self.cancel.setEnabled(True)
        self._begin()
        text = tr("Taken out again.")
        if kept:
            stay = count(kept, "conversation stays", "conversations stay")
            text = f"{text} {stay}: {tr('somebody worked on it, or it went on since.')}"
        if self._again:
            text = f"{text} {tr('Bring {file} in again now.').format(file=self._again)}"
        self.news.set_bar(text, (), "neutral")
        self.news.show()
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self.cancel.setEnabled(True)
        self._begin()
        self.trouble.set_bar(told(error), (), "brick")
        self.trouble.show()
        self.trouble.tell()

    # --- closing --------------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Cancel stops what is at work; the dialog stays until nothing of it is kept."""
        self._turn.is_stopped = True
        if self._is_looking:
            self._begin()
        elif not self._is_busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._turn.is_stopped = True
        if self._is_busy:
            event.ignore()
        else:
            super().closeEvent(event)


def _short(text: str, longest: int = _LONGEST_SAMPLE) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest].rstrip()}…"


def _scrolled(*parts: QWidget | QHBoxLayout | QVBoxLayout) -> QScrollArea:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(px(4), 0, px(8), px(4))  # the focus ring
    column.setSpacing(px(10))
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    keep_colours(inner, ground="paper")
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    keep_colours(area, ground="paper")
    return area
