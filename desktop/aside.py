"""What was taken out and may be wanted back: one file for each time, apart from the shop file and its copies.

In a protected shop it is sealed with the shop's key; otherwise whoever can read the shop folder can read it.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from desktop.driver import Key, is_sealed
from desktop.errors import StoreBroken
from desktop.store import of_the_disk, write_whole

FOLDER = "forgotten"
ENDING = ".aside"
_NAME = re.compile(r"[A-Za-z0-9-]{1,64}")

Rows = dict[str, list[dict[str, Any]]]  # by table


class Aside(NamedTuple):
    """`name`: who it was, for whoever may want them back; `pictures`: by file name."""

    name: str
    place: str
    rows: Rows
    searches: Sequence[Sequence[str]] = ()
    pictures: Mapping[str, bytes] = {}


def keep(shop_folder: Path, forgetting: str, what: Aside, key: Key | None) -> None:
    """On the disk when it returns. Raises DiskTrouble."""
    pictures = {name: base64.b64encode(data).decode() for name, data in what.pictures.items()}
    whole = {**what._asdict(), "pictures": pictures}
    data, path = zlib.compress(json.dumps(whole, ensure_ascii=False).encode()), path_of(shop_folder, forgetting)
    write_whole(path, key.sealed(data, path.name) if key else data)


def load(shop_folder: Path, forgetting: str, key: Key | None) -> Aside:
    """Raises StoreBroken where it can't be read (any more)."""
    path = path_of(shop_folder, forgetting)
    try:
        data = path.read_bytes()
        if is_sealed(data):
            if key is None:
                raise ValueError("sealed")
            data = key.unsealed(data, path.name)
        found = json.loads(zlib.decompress(data))
        pictures = {str(name): base64.b64decode(text) for name, text in found["pictures"].items()}
        return Aside(str(found["name"]), str(found["place"]), found["rows"], found["searches"], pictures)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
        raise StoreBroken("What was set aside can’t be read any more.", details=repr(error)) from error


def drop(shop_folder: Path, forgetting: str) -> None:
    """Raises DiskTrouble."""
    try:
        path_of(shop_folder, forgetting).unlink(missing_ok=True)
    except OSError as error:
        raise of_the_disk(error) from error


def drop_others(shop_folder: Path, wanted: Sequence[str]) -> None:
    """Those that a kill left behind, or that are over."""
    with suppress(OSError):
        for path in (shop_folder / FOLDER).glob("*"):
            if path.stem not in wanted or path.suffix != ENDING:
                path.unlink(missing_ok=True)


def all(shop_folder: Path) -> list[Path]:  # noqa: A001 (reads as aside.all)
    return sorted((shop_folder / FOLDER).glob(f"*{ENDING}"))


def path_of(shop_folder: Path, forgetting: str) -> Path:
    if not _NAME.fullmatch(forgetting):
        raise ValueError(forgetting)
    return shop_folder / FOLDER / f"{forgetting}{ENDING}"
