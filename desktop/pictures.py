"""Pictures that a person added to a post: files beside the shop file, named after the post.

The screen makes them (its own copy of the picture, small enough, without what a camera hides in a file). In a protected
shop they are sealed with the shop's key.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import NamedTuple

from desktop.driver import Key, is_sealed
from desktop.errors import DiskFull, DiskTrouble, Misuse, NoRoomThere, StoreBroken
from desktop.store import of_the_disk

FOLDER = "pictures"
MOST_BYTES = 8_000_000
_KINDS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}
_NAME = re.compile(r"[A-Za-z0-9-]{1,64}")


def keep(shop_folder: Path, post: str, picture: bytes, key: Key | None = None) -> Path:
    """Keeps a PNG or JPEG with a post, in place of an earlier one. Raises Misuse, DiskTrouble."""
    kind = next((end for begins, end in _KINDS.items() if picture.startswith(begins)), "")
    if not kind or not _NAME.fullmatch(post):
        raise Misuse("That isn’t a picture we can keep.")
    if len(picture) > MOST_BYTES:
        raise Misuse("That picture is too large to keep.")
    folder = shop_folder / FOLDER
    path = folder / f"{post}{kind}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        begun = path.with_suffix(".new")
        _write(begun, key.sealed(picture, path.name) if key else picture)
        begun.replace(path)
    except OSError as error:
        raise DiskTrouble("The picture couldn’t be kept.", details=str(error)) from error
    return path


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


class Kept(NamedTuple):
    """A picture that was kept, and the key it was sealed with, if any."""

    path: Path
    key: Key | None = None

    def read(self) -> bytes:
        """The picture; b"" where it can't be read (any more)."""
        try:
            data = self.path.read_bytes()
            if not is_sealed(data):
                return data
            return self.key.unsealed(data, self.path.name) if self.key else b""
        except (OSError, ValueError):
            return b""


def all(shop_folder: Path) -> list[Path]:  # noqa: A001 (reads as pictures.all)
    return sorted(path for path in (shop_folder / FOLDER).glob("*") if path.suffix in _KINDS.values())


def convert(path: Path, target: Path, old: Key | None, new: Key | None) -> None:
    """Writes a picture's other form beside it, on the disk. Raises StoreBroken, OSError."""
    data = path.read_bytes()
    try:
        if is_sealed(data):
            if old is None:
                raise ValueError("another key")
            data = old.unsealed(data, path.name)
    except ValueError as error:
        raise StoreBroken(
            f"The file {path.name} can’t be read: it is damaged.",
            advice="Nothing was changed. Move it out of the shop folder, then try again.",
        ) from error
    _write(target, new.sealed(data, path.name) if new else data)


def of(shop_folder: Path, post: str) -> Path | None:
    """The picture of a post, None where it has none."""
    if not _NAME.fullmatch(post):
        return None
    found = (shop_folder / FOLDER / f"{post}{kind}" for kind in _KINDS.values())
    return next((path for path in found if path.is_file()), None)


def begun(person: str) -> str:
    """The name in place of a post's, of the picture in what somebody began to add by hand."""
    return f"begun-{person}"


def copy(shop_folder: Path, to: Path) -> int:
    """Copies all pictures into a folder beside a copy of the shop file; returns how many. Raises DiskTrouble."""
    there = all(shop_folder)
    try:
        if there:
            (to / FOLDER).mkdir(exist_ok=True)
        for path in there:
            shutil.copyfile(path, to / FOLDER / path.name)
    except OSError as error:
        if isinstance(of_the_disk(error), DiskFull):
            words = "The copy of the shop is there, without its pictures: there’s no room left on that disk for them."
            raise NoRoomThere(words, details=str(error)) from error
        words = "The copy of the shop is there, but its pictures couldn’t be copied."
        raise DiskTrouble(words, details=str(error)) from error
    return len(there)


def drop(shop_folder: Path, post: str) -> None:
    """Takes the picture of a post away."""
    path = of(shop_folder, post)
    if path is not None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise DiskTrouble("The picture couldn’t be taken away.", details=str(error)) from error
