"""Which format a file is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.errors import SeveralInside, Unreadable
from desktop.imports import bluesky, mastodon, meta, takeout, x
from desktop.imports.files import Files, Stop, plain
from desktop.imports.items import Archive
from desktop.imports.table import Table

_MAY_BE = (".zip", ".tar.gz", ".tgz", ".car", ".csv", ".tsv", ".json", ".jsonl")
_MOST_INSIDE = 30  # files of a folder that are offered one by one: more of them is no folder of exports
_KINDS = (
    x.XArchive,
    takeout.Takeout,
    mastodon.MastodonArchive,
    bluesky.BlueskyRepository,
    meta.FacebookExport,
    meta.InstagramExport,
)


def open_archive(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Archive:
    """The archive or table at a path: a file or an unpacked folder. Raises Unreadable, saying what’s in it;
    SeveralInside for a folder of such files; GivenUp."""
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
    inside = _inside(path)
    words, names = "That file doesn’t look like an export we know.", f"Here’s what’s in it: {files.some_names()}."
    if inside:
        raise SeveralInside(words, names, inside)
    raise Unreadable(words, advice=names)


def _inside(path: Path) -> tuple[Path, ...]:
    """The files right in a folder that may be exports, by their names; none where they are too many to go through."""
    with plain():
        found = sorted(one for one in path.iterdir() if one.name.lower().endswith(_MAY_BE)) if path.is_dir() else []
        files = tuple(one for one in found if one.is_file() and not one.name.startswith("."))
    return files if len(files) <= _MOST_INSIDE else ()
