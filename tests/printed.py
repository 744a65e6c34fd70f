"""What a PDF says: the text of each page, without its layout."""

from __future__ import annotations

import re
import zlib
from pathlib import Path


def pages(path: Path) -> list[str]:
    """The text of each page, read as a PDF reader would: glyphs turned into letters by each font's own table."""
    objects = {
        int(number): body
        for number, body in re.findall(rb"(\d+) 0 obj\n(.*?)\nendobj", path.read_bytes(), re.DOTALL)
    }
    fonts = {number: _letters(objects, body) for number, body in objects.items() if b"/ToUnicode" in body}
    found = []
    for body in objects.values():
        if b"/Type /Page\n" in body:
            content = _reference(body, b"Contents")
            found.append(_said(_stream(objects[content]), fonts))
    return found


def _reference(body: bytes, key: bytes) -> int:
    match = re.search(rb"/" + key + rb" (\d+) 0 R", body)
    assert match
    return int(match[1])


def _stream(body: bytes) -> bytes:
    raw = body.split(b"stream\n", 1)[1].rsplit(b"endstream", 1)[0]
    return zlib.decompressobj().decompress(raw) if b"FlateDecode" in body else raw


def _letters(objects: dict[int, bytes], font: bytes) -> dict[int, str]:
    table = _stream(objects[_reference(font, b"ToUnicode")]).decode("ascii")
    found: dict[int, str] = {}
    for first, last, letters in re.findall(r"<(\w{4})> <(\w{4})> (\[[^\]]*\]|<\w+>)", table):
        for step, letter in enumerate(re.findall(r"<(\w+)>", letters)):
            found[int(first, 16) + step] = bytes.fromhex(letter).decode("utf-16-be")
        if not letters.startswith("["):
            begin = int(letters[1:-1], 16)
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(begin + step)
    return found


def _said(content: bytes, fonts: dict[int, dict[int, str]]) -> str:
    letters: dict[int, str] = {}
    said = ""
    for font, glyphs in re.findall(rb"/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>", content):
        if font:
            letters = fonts[int(font)]
        else:
            each = glyphs.decode("ascii")
            said += "".join(letters.get(int(each[at : at + 4], 16), "?") for at in range(0, len(each), 4))
    return said


def bare(text: str) -> str:
    return "".join(text.split())
