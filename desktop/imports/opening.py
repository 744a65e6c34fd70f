"""Which format a file is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.errors import Unreadable
from desktop.imports import bluesky, mastodon, meta, takeout, x
from desktop.imports.files import Files, Stop
from desktop.imports.items import Archive
from desktop.imports.table import Table

_KINDS = (
    x.XArchive,
    takeout.Takeout,
    mastodon.MastodonArchive,
    bluesky.BlueskyRepository,
    meta.FacebookExport,
    meta.InstagramExport,
)


def open_archive(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Archive:
    """The archive or table at a path: a file or an unpacked folder. Raises Unreadable, saying what’s in it; GivenUp."""
    stop = Stop()
    with stop.while_asking(cancelled):
        archive = _of_its_kind(path, stop)
    archive.stop = stop
    return archive


def _of_its_kind(path: Path, stop: Stop) -> Archive:
    files = Files(path, stop)
    for kind in _KINDS:
        if kind.fits(files):
            return kind(files)
    if path.is_file() and not files.is_packed:
        return Table(path, stop)
    raise Unreadable(
        "That file doesn’t look like an export we know.",
        advice=f"Here’s what’s in it: {files.some_names()}.",
    )
