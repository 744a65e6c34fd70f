"""Small files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.errors import DiskTrouble


def write_whole(path: Path, text: str) -> None:
    """Writes beside, then renames, so that a reader never meets half a file. Raises DiskTrouble."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise DiskTrouble(
            f"The practice folder can't be used: {error.strerror or error}.",
            advice="Make room, or practise in another folder.",
            details=repr(error),
        ) from error
