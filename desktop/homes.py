"""Where a shop must not live: a disk of another computer, or a folder that a program copies to other computers.

On a network disk two programs can write to one file at once, and the journal isn't safe. A folder that is synced has
its file taken away or put back in the middle of a write. Both lose words without a sound, so both are refused.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePath, PureWindowsPath

from desktop.errors import UnfitFolder

_NETWORK = frozenset(
    "nfs nfs4 cifs smb3 smbfs ncpfs afs coda ceph glusterfs lustre beegfs davfs webdav ocfs2 gfs2".split()
) | {f"fuse.{name}" for name in "sshfs gvfsd-fuse rclone davfs2 glusterfs ceph s3fs smbnetfs curlftpfs".split()}
_MARKS = {  # what the programs that sync leave in the folders they keep
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".SynologyDrive": "Synology Drive",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
}
_PLACES = (("Library", "Mobile Documents"), ("Library", "CloudStorage"))  # macOS: iCloud Drive, and all others
_SETTINGS = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")  # Windows tells where it keeps it
_NOT_THERE = "Choose a folder on a disk of this computer. Copies of the shop (backup) may go to the other computer."
_NOT_SYNCED = "Choose a folder on a disk of this computer. Copies of the shop (backup) may go to that folder."
_REMOTE_DRIVE = 4  # Windows: DRIVE_REMOTE


def refuse_unfit(folder: Path) -> None:
    """Raises UnfitFolder for a folder on a network disk, or one that is synced to other computers."""
    real = Path(os.path.realpath(folder))
    if is_remote(real):
        raise UnfitFolder(
            "The shop can't be kept on another computer's disk: words could be lost there, and nobody would notice.",
            advice=_NOT_THERE,
            details=str(real),
        )
    if synced := synced_by(real, os.environ):
        raise UnfitFolder(
            f"The shop can't be kept in a folder that {synced} copies to other computers: words could be lost there, "
            "and nobody would notice.",
            advice=_NOT_SYNCED,
            details=str(real),
        )


def is_remote(folder: PurePath, mounts: str | None = None) -> bool:
    """Whether a folder lies on another computer's disk, as far as this one says. `mounts`: as Linux lists them."""
    if isinstance(folder, PureWindowsPath):
        return folder.drive.startswith("\\\\") or _is_remote_drive(folder.drive)
    if mounts is None:
        mounts = ""
        with suppress(OSError):
            mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    best, kind = -1, ""
    for point, its_kind in _mounted(mounts.splitlines()):
        if len(point.parts) >= best and folder.is_relative_to(point):
            best, kind = len(point.parts), its_kind
    return kind in _NETWORK


def _mounted(lines: Iterable[str]) -> Iterator[tuple[PurePath, str]]:
    """(where, what kind of file system) of each line of /proc/self/mountinfo."""
    for line in lines:
        before, _, after = line.partition(" - ")
        fields, kind = before.split(" "), after.partition(" ")[0]
        if len(fields) > 4 and kind:
            point = re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), fields[4])
            yield PurePath(point), kind


def _is_remote_drive(drive: str) -> bool:
    if sys.platform == "win32" and drive:
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(drive + "\\")) == _REMOTE_DRIVE
    return False


def synced_by(folder: Path, environment: Mapping[str, str]) -> str:
    """The name of the program that copies a folder to other computers; "" for none that we know of."""
    for setting in _SETTINGS:
        if (root := environment.get(setting)) and folder.is_relative_to(root):
            return "OneDrive"
    for at in (folder, *folder.parents):
        for first, second in _PLACES:
            if at.parts[-2:] == (first, second):
                return "iCloud Drive" if second == "Mobile Documents" else "a cloud drive"
        with suppress(OSError):
            for mark, name in _MARKS.items():
                if (at / mark).exists():
                    return name
    return ""
