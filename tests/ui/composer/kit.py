"""Marta's review, a reply with two blanks, and what an input method sends."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop import coach, starters
from desktop.coach.scene import PastReply
from desktop.records import Channel, Kind, Limit, Limits, Purpose
from desktop.writing import Ink, Paragraph, Part, Run, Writing
from ui.composer import Composer, ComposerContext, StartChoice

NOW = datetime(2025, 6, 14, 8, 9, tzinfo=UTC)
MARTA = (
    "Ordered the lemon tart two weeks ahead for my mum's 70th. Collected Friday at 4, looked lovely, cut it after "
    "dinner and the middle of the base was raw dough. Eleven people, no pudding. Phoned twice this morning and "
    "nobody picked up."
)
PLAIN = (
    "Marta, the base was raw and that's ours. I'll ring you today at 15:30 about the tart and the phone. Tom"
)
KNOWN = {"name": "Marta", "your first name": "Tom", "sign-off": "Tom, on the counter today"}


def blank(name: str) -> Run:
    return Run(name, Ink.BLANK)


def library(words: str) -> Run:
    return Run(words, Ink.LIBRARY)


REPLY = Writing(
    (
        Paragraph((Run("Marta", Ink.FILLED), library(", I'm sorry about the pudding.")), Part.HEAR, "h1"),
        Paragraph(
            (library("The base was raw because "), blank("what we found"), library(".")), Part.DETAIL, "d1"
        ),
        Paragraph(
            (library("I'll ring at "), blank("when"), library(" to ask which day suits.")), Part.NEXT, "n1"
        ),
        Paragraph((Run("Tom, on the counter today", Ink.FILLED),), Part.SIGN, "s1"),
    )
)


def situation() -> str:
    return starters.situation_of(Kind.COMPLAINT, MARTA)


def start_choice(starter: starters.Starter) -> StartChoice:
    writing = starters.compose(starter, situation=situation(), known=KNOWN)
    return StartChoice(starter.key, starter.name, writing, starter.purpose is Purpose.LOOKING)


def marta(**other) -> ComposerContext:
    first, looking = starters.starters_for(Kind.COMPLAINT, situation=situation())[:2]
    facts = {
        "place": "Google",
        "their_name": "Marta K.",
        "their_text": MARTA,
        "kind": Kind.COMPLAINT,
        "person_name": "Tom",
        "sign_off": "Tom, on the counter today",
        "owner_name": "Ines",
        "channels": (Channel.PUBLIC, Channel.PRIVATE, Channel.NOTE),
        "limit": Limit(4096),
        "limits": Limits(money_up_to=30),
        "first": start_choice(first),
        "looking": start_choice(looking),
        "blank_line": "6 of your last 10 began here",
        "offers": starters.parts_for(Kind.COMPLAINT),
        "wordings": lambda part: starters.other_wordings(
            part, situation(), {"gen-n1": datetime(2025, 7, 8, 12, tzinfo=UTC)}, KNOWN
        ),
        "suggestions": lambda name: starters.suggestions_for(name, MARTA, now=NOW),
        "read": coach.read,
        "now": lambda: NOW,
        "closes_at": NOW.replace(hour=16, minute=0),
        "past": (PastReply("Bea R.", "Thank you for telling us, Bea.", NOW),),
    }
    return ComposerContext(**{**facts, **other})


def write(composer: Composer, text: str = PLAIN) -> None:
    composer.set_writing(Writing.typed(text), at_end=True)
    composer.focus_editor()


def pre_edit(widget: QWidget, text: str, commit: str = "") -> None:
    """What an input method sends: letters still being composed, or the finished word."""
    event = QInputMethodEvent(text, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)
