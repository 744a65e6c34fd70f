"""The window says nothing in words that design 1 sets aside: read off every sentence in the code, and the starters."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import errors
from desktop.starters import library

ROOT = Path(__file__).resolve().parents[1]
NEVER = re.compile(
    r"\b(?:channels?|networks?|tickets?|sentiment|categor(?:y|ies)|prospects?|audience|resolution status|knowledge base"
    r"|templates?|macros?|canned response|placeholders?|variables?|agents?|admins?|sla|due dates?|queues?|won't fix"
    r"|successfully|please|oops|endpoint|exception|backend|kindly)\b|!(?:\s|$)",
    re.IGNORECASE,
)
ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
SAYING = {"tr", "said", "many", "look", "Finding", "Word", "Action", "Act", *ERRORS}


def texts(node: ast.expr) -> Iterator[str]:
    """The words of an argument; holes of an f-string are left out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        yield " ".join(part.value for part in node.values if isinstance(part, ast.Constant))


def said_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in SAYING:
                told = [*node.args, *(word.value for word in node.keywords if word.arg != "details")]
                for argument in told:
                    yield from texts(argument)


def sentences() -> list[tuple[str, str]]:
    files = [*(ROOT / "ui").rglob("*.py"), *(ROOT / "desktop").rglob("*.py")]
    found = [(path.relative_to(ROOT).as_posix(), said) for path in files for said in said_in(path)]
    return found + [(wording.id, wording.text) for wording in library()]


def test_no_sentence_uses_a_word_that_is_set_aside() -> None:
    everything = sentences()
    assert len(everything) > 900  # it does read them
    assert not [(where, said) for where, said in everything if NEVER.search(said)]


@pytest.mark.parametrize(
    "said", ["Your ticket was closed.", "Please wait", "Saved successfully", "Well done!", "The queue is empty"]
)
def test_a_word_set_aside_would_be_found(said: str) -> None:
    assert NEVER.search(said)


@pytest.mark.parametrize("said", ["Nothing waiting to go", "Outbox empty", "Put in outbox", "It is pleased to say so"])
def test_our_own_words_are_not_found(said: str) -> None:
    assert not NEVER.search(said)
