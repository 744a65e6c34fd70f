"""A long JSON list read piece by piece, so that memory stays flat however long it is."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import IO, Any

from desktop.errors import Unreadable

_PIECE = 1 << 18  # bytes
_LONGEST = 4 << 20  # characters of one element
_BETWEEN = re.compile(r"[\s,]*")
_LIST, _OF_OBJECTS = re.compile(r"\["), re.compile(r"\[\s*\{")


class Cut:
    """From here on the list can't be read."""


def elements(file: IO[bytes], named: str = "", *, of_objects: bool = False) -> Iterator[Any]:
    """The elements of the first list in a file, or the first behind a name, or the first of objects.

    What stands before it (`window.YTD… = `) is passed over.
    The last one is a `Cut` where the list breaks off. Raises Unreadable for what isn't UTF-8.
    """
    text, decode = "", codecs.getincrementaldecoder("utf-8-sig")()
    is_inside, is_end, at, parse = False, False, 0, json.JSONDecoder().raw_decode
    while True:
        text, at = text[at:], 0
        piece = file.read(_PIECE)
        is_end = not piece
        text += _decoded(decode, piece, is_end)
        if not is_inside:
            after = text.find(f'"{named}"') if named else 0
            begins = (_OF_OBJECTS if of_objects else _LIST).search(text, after) if after >= 0 else None
            at = begins.start() + 1 if begins else 0
            if not at:
                if is_end or len(text) > _LONGEST:
                    return
                continue
            is_inside = True
        while True:
            at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]
            if text.startswith("]", at):
                return
            try:
                found, at = parse(text, at)
            except (ValueError, RecursionError):
                break  # not all of it is here yet, or never will be
            yield found
        if is_end or len(text) - at > _LONGEST:
            yield Cut()
            return


def _decoded(decode: codecs.IncrementalDecoder, piece: bytes, is_end: bool) -> str:
    try:
        return decode.decode(piece, is_end)
    except UnicodeDecodeError as error:
        words = "That file isn’t written as its kind always is (UTF-8)."
        raise Unreadable(words, details=str(error)) from error


def whole(data: bytes) -> Any:
    """A small file at once. Raises Unreadable."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        words = "A file in it can’t be read: it isn’t what its name says."
        raise Unreadable(words, details=str(error)[:200]) from error
