"""One widget a message: theirs in the reading face, ours tinted, notes on paper yellow, events as muted lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop import outbox
from desktop.clock import Clock
from desktop.records import TAKEN_OUT, Reply, ReplyState, Source
from ui import moments, words
from ui.moments import tr
from ui.theme import px, theme
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Panel
from ui.widgets.textblock import Span
from ui.widgets.wrap import WrapLabel
from ui.words import Word

from .items import AskItem, EventItem, FoldItem, NoteItem, PostItem, ReplyItem, Span_
from .kept_picture import KeptPicture
from .kept_words import Folded

CUT, MORE = 1_500, 20_000  # characters shown at once, and added by each "Show all"
_THEIRS, _OURS, _PRIVATE, _NOTE = 640, 520, 520, 600


@dataclass(frozen=True, slots=True)
class Told:
    """What every message needs to know besides itself, and what its links do."""

    clock: Clock
    place: str
    act: Callable[[str, Reply], None]  # "undo", "open", "there", "send", "read", "edit", "keep", "how", "copy"
    unfold: Callable[[str], None]
    with_ask: Callable[..., None] = lambda *_: None  # "post", "back", "yes", "people", and the Ask


class Line(QWidget):
    """A row of the thread: its card at the start, in the middle or at the end, no wider than `most`."""

    def __init__(self, card: QWidget, most: int, side: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card, self._most = card, most
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if side != "start":
            row.addStretch(1)
        row.addWidget(card, 1000)
        if side != "end":
            row.addStretch(1)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.card.setMaximumWidth(px(self._most))


class Words(QWidget):
    """A text that may be huge: its beginning, and "Show all" for the rest of it."""

    def __init__(self, text: str, level: str, token: str, spans: tuple[Span, ...] = ()) -> None:
        super().__init__()
        self._text, self._spans, self._shown = text, spans, CUT if len(text) > 2 * CUT else len(text)
        self.label = WrapLabel("", level, token, selectable=True)
        self.more = LinkButton(tr("Show all"), level="meta")
        self.more.clicked.connect(self._show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.more)
        self._put()

    def _show_more(self) -> None:
        self._shown += MORE
        self._put()

    def set_spans(self, spans: tuple[Span, ...]) -> None:
        if spans != self._spans:
            self._spans = spans
            self._put()

    def _put(self) -> None:
        cut = self._shown < len(self._text)
        text = self._text[: self._shown].rstrip() + "…" if cut else self._text
        self.label.setText(text, [s for s in self._spans if s.start + s.length <= len(text)])
        self.more.setVisible(cut)


class Message(Panel):
    """A card of the thread. `item` is what it shows; a card is kept while its item stays the same."""

    def __init__(self, ground: str, edge: str, *, dashed: bool = False) -> None:
        super().__init__(ground, edge, dashed=dashed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 9, 14, 11)
        self.column.setSpacing(3)
        self.head = QWidget()
        self._flow = FlowLayout(self.head, gap=5, row_gap=0)
        self.column.addWidget(self.head)

    def _say(self, text: str, level: str = "meta", token: str = "text2") -> ElidedLabel:
        label = ElidedLabel(text, level, token)
        self._flow.addWidget(label)
        return label


class Theirs(Message):
    """Their words, exactly as they wrote them, always in the reading face."""

    def __init__(self, item: PostItem, told: Told) -> None:
        post = item.post
        super().__init__("surface", "text3" if not post.is_public else "line", dashed=not post.is_public)
        self.item = item
        if not post.is_public:
            self._flow.addWidget(Glyph("lock", "text3", 13))
        self._say(post.author_name, "meta strong", "text")
        self._say(" · ".join(self._facts(item, told)))
        said = post.text or words.only_stars(post.stars)
        self.words = Words(said, "reading 15", "text3" if post.gone_at else "text", self._spans())
        if item.spans:
            self.words.label.setToolTip(tr("Something to answer"))
        self._place_words(told)
        spoken = words.taken_down() if post.gone_at else post.text[:CUT]
        self.setAccessibleName(f"{post.author_name}: {spoken}")

    def _place_words(self, told: Told) -> None:
        """What they took down is read only by who wants to; what they said before an edit is kept under it."""
        item, into = self.item, self.column
        if item.post.gone_at:
            gone = Folded(words.taken_down(), tr("Show what we kept"))
            into.addWidget(gone)
            into = gone.column
        into.addWidget(self.words)
        if item.post.text.startswith(TAKEN_OUT):
            into.addWidget(_taken_out())
        if item.picture is not None:
            into.addWidget(KeptPicture(item.picture, item.post.author_name))
        if item.earlier:
            before = Folded(tr("Edited. Earlier:"), tr("Show"))
            for version in item.earlier:
                until = tr("Until {when}").format(when=moments.full(told.clock, version.until_at))
                stars = words.stars(version.stars) if version.stars != item.post.stars else ""
                head = " · ".join(part for part in (until, stars) if part)
                before.column.addWidget(ElidedLabel(head, "meta", "text2"))
                said = version.text or words.only_stars(version.stars)
                before.column.addWidget(Words(said, "reading 15", "text2"))
            into.addWidget(before)

    def _facts(self, item: PostItem, told: Told) -> list[str]:
        post, facts = item.post, list[str]()
        if not post.is_public:
            facts.append(tr("hidden") if post.source is Source.COMMENT else tr("private"))
        elif item.is_root:
            facts.append(words.on("on {place}", told.place))
        facts.append(moments.full(told.clock, post.posted_at))
        if post.edited_at:
            facts.append(tr("edited {date}").format(date=moments.date(told.clock, post.edited_at)))
        if post.gone_at:
            facts.append(tr("taken down {date}").format(date=moments.date(told.clock, post.gone_at)))
        return facts

    def _spans(self, lit: Span_ | None = None) -> tuple[Span, ...]:
        spans = [
            Span(start, length, underline="dots", underline_token="brick")
            for start, length in self.item.spans
        ]
        if lit:
            spans.append(
                Span(*lit, strong=True, ground="amber_tint", underline="line", underline_token="amber_edge")
            )
        return tuple(spans)

    def light(self, span: Span_ | None) -> None:
        """Marks the words the coach speaks of."""
        self.words.set_spans(self._spans(span))


def _taken_out() -> WrapLabel:
    """What the sign in front of their words means."""
    said = tr("◊ Signs that nobody sees were taken out of this text: they turn words round, or split them.")
    label = WrapLabel(said, "meta", "text2")
    label.setToolTip(
        tr("Characters that turn the direction of reading, or stand in the middle of a word without being seen. "
           "Writing from right to left and emoji keep what they need.")
    )  # fmt: skip
    return label


class Ours(Message):
    """Our answer, arrived: whose it was and whether a passer-by sees it."""

    def __init__(self, item: PostItem, told: Told) -> None:
        post = item.post
        public = post.is_public
        super().__init__("ink_tint", "ink_tint" if public else "text3", dashed=not public)
        self.item = item
        if not public:
            self._flow.addWidget(Glyph("lock", "text2", 13))
        writer = post.written_by or (item.reply.person_name if item.reply else "") or post.author_name
        self._say(writer, "meta strong", "text")
        kind = tr("public reply") if public else tr("private message")
        facts = [kind, moments.short(told.clock, post.posted_at)]
        if post.gone_at:
            facts.append(tr("not on the page any more"))
        state = None if post.gone_at or not public else self._showing(item, told)
        self._say(" · ".join(facts) + (" ·" if state else ""))
        if state:
            self._flow.addWidget(Glyph(state.icon, "text2", 14))
            self._say(state.text)
        self.column.addWidget(Words(post.text, "body", "text"))
        self.setAccessibleName(
            f"{writer}, {' '.join(facts)} {state.text if state else ''}: {post.text[:CUT]}"
        )

    def _showing(self, item: PostItem, told: Told) -> Word:
        if item.post.shown_at:
            return Word(tr("showing"), "eye")
        return Word(tr("Posted. {place} hasn’t shown it yet.").format(place=told.place), "clock")


def state_of(reply: Reply, told: Told) -> Word:
    """What a reply on its way says of itself, in real seconds however fast the shop's clock runs."""
    now = told.clock.now()
    left = reply.not_before - now
    if (
        reply.state is ReplyState.WAITING
        and timedelta(0) < left < timedelta(days=300)
        and told.clock.rate > 1
    ):
        seconds = max(1, round(left.total_seconds() / told.clock.rate))
        return Word(tr("Goes in {n} s").format(n=seconds), "undo", "amber")
    return words.reply_state(reply, told.place, told.clock)


def is_going(reply: Reply, told: Told) -> bool:
    """In its undo window: it counts down."""
    left = reply.not_before - told.clock.now()
    return reply.state is ReplyState.WAITING and timedelta(0) < left < timedelta(days=300)


def _past_a_no(reply: Reply) -> tuple[tuple[str, str], ...]:
    """What a person can do besides other words, by why it didn't go (design 5.8)."""
    if outbox.may_be_kept(reply):
        return ((tr("Keep as history"), "keep"),)
    if outbox.lacks_rights(reply):
        return ((tr("How"), "how"), (tr("Copy and open instead"), "copy"))
    return ()


_NEEDS_READING = (ReplyState.UNSURE, ReplyState.HELD, ReplyState.REFUSED, ReplyState.COPIED)


class OnItsWay(Message):
    """A reply that is not on the page yet: what becomes of it, and what a person can do."""

    def __init__(self, item: ReplyItem, told: Told) -> None:
        super().__init__(
            "ink_tint", "text3" if not item.reply.is_public else "ink_tint", dashed=not item.reply.is_public
        )
        self.item, self._told = item, told
        reply = item.reply
        if not reply.is_public:
            self._flow.addWidget(Glyph("lock", "text2", 13))
        self._say(reply.person_name or tr("You"), "meta strong", "text")
        kind, state = tr("public reply") if reply.is_public else tr("private message"), state_of(reply, told)
        tone = state.tone if state.tone != "neutral" else "text2"
        self.glyph = Glyph(state.icon, tone, 14)
        self.state: ElidedLabel | WrapLabel
        if reply.state in _NEEDS_READING:
            self._say(kind)
            self.state = WrapLabel(state.text, "meta", tone)
            self._add_sentence()
        else:
            self._say(f"{kind} ·")
            self._flow.addWidget(self.glyph)
            self.state = self._say(state.text, "meta", tone)
        self.undo = LinkButton(tr("Undo"), level="meta")
        self.undo.clicked.connect(lambda: told.act("undo", reply))
        self._flow.addWidget(self.undo)
        self.undo.setVisible(self._can_undo())
        self.column.addWidget(Words(reply.text, "body", "text"))
        self._add_ways_on()
        self.setAccessibleName(f"{reply.person_name}, {state.text}: {reply.text[:CUT]}")

    def _add_sentence(self) -> None:
        """Why it didn't go, in full: a line of its own."""
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.state, 1)
        self.column.addLayout(row)

    def _can_undo(self) -> bool:
        return self.item.reply.state is ReplyState.WAITING

    def _add_ways_on(self) -> None:
        reply, told = self.item.reply, self._told
        is_answered = reply.trouble == "answered_elsewhere"
        ways = {
            ReplyState.REFUSED: (*_past_a_no(reply), (tr("Edit and post again"), "edit")),
            ReplyState.UNSURE: (
                (tr("Open page"), "open"),
                (tr("It’s there"), "there"),
                (tr("It isn’t, send it"), "send"),
            ),
            ReplyState.HELD: (
                (tr("Read the answer") if is_answered else tr("Read and decide"), "read"),
                (tr("Edit"), "edit"),
                (tr("Post mine too"), "send"),
            ),
        }.get(reply.state, ())
        if not ways:
            return
        row = QWidget()
        flow = FlowLayout(row, gap=8, row_gap=6)
        for text, what in ways:
            button = Button(text, small=True)
            button.setObjectName(what)
            button.clicked.connect(lambda _checked=False, what=what: told.act(what, reply))
            flow.addWidget(button)
        self.column.addSpacing(4)
        self.column.addWidget(row)

    def tick(self) -> bool:
        """Says the seconds left; False once it no longer counts."""
        state = state_of(self.item.reply, self._told)
        self.state.setText(state.text)
        return is_going(self.item.reply, self._told)


class NoteCard(Panel):
    """Only the team sees it, and it says so itself."""

    def __init__(self, item: NoteItem, told: Told) -> None:
        super().__init__("note", "edge", dashed=True)
        self.item = item
        note = item.note
        head = tr("Note from {name}, {time}").format(
            name=note.person_name, time=moments.short(told.clock, note.at)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 9)
        shown = f"{head} — {note.text}"
        column.addWidget(Words(shown, "body", "text", (Span(0, len(head), strong=True),)))
        self.setAccessibleName(shown[:CUT])


class EventLine(QWidget):
    """One centred muted line."""

    def __init__(self, item: EventItem) -> None:
        super().__init__()
        self.item = item
        centred(self, item.icon, WrapLabel(item.text, "meta", "text2"))


class FoldLine(QWidget):
    """`6 private messages, Sun to Tue  Show`"""

    def __init__(self, item: FoldItem, told: Told) -> None:
        super().__init__()
        self.item = item
        first, last = moments.day(told.clock, item.at), moments.day(told.clock, item.until)
        when = first if first == last else tr("{first} to {last}").format(first=first, last=last)
        text = f"{moments.count(item.count, 'private message', 'private messages')}, {when}"
        link = LinkButton(tr("Show"), level="meta")
        link.setAccessibleName(tr("Show {what}").format(what=text))
        link.clicked.connect(lambda: told.unfold(item.key))
        centred(self, "lock", WrapLabel(text, "meta", "text2"), link)


def centred(line: QWidget, icon: str, label: WrapLabel, *more: QWidget) -> None:
    """Lays a glyph, a label and links out in the middle of a line."""
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
    middle = Qt.AlignmentFlag.AlignVCenter
    row.addStretch(1)
    row.addWidget(Glyph(icon, "text2", 14), 0, middle)
    row.addWidget(label, 0, middle)
    for widget in more:
        row.addWidget(widget, 0, middle)
    row.addStretch(1)


def make(item: object, told: Told) -> QWidget:
    """The line of the thread for an item."""
    if isinstance(item, PostItem):
        if item.post.is_ours:
            return Line(Ours(item, told), _OURS, "end")
        return Line(Theirs(item, told), _THEIRS if item.post.is_public else _PRIVATE, "start")
    if isinstance(item, ReplyItem):
        return Line(OnItsWay(item, told), _OURS, "end")
    if isinstance(item, NoteItem):
        return Line(NoteCard(item, told), _NOTE, "middle")
    if isinstance(item, AskItem):
        from .asking import AskedMessage

        return Line(AskedMessage(item, told), _OURS, "end")
    if isinstance(item, FoldItem):
        return FoldLine(item, told)
    assert isinstance(item, EventItem)
    return EventLine(item)


def card_of(line: QWidget) -> QWidget:
    return line.card if isinstance(line, Line) else line
