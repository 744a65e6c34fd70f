"""A shop is refused a home where words would be lost, with the reason; reading it there works."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop import cli, homes
from desktop.errors import DiskTrouble
from desktop.shop import Shop
from desktop.store import FILE_NAME
from desktop.vault import SessionVault

MOUNTS = """\
21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
35 21 0:44 / /home rw - nfs4 shelf:/home rw,vers=4.2
36 35 8:2 / /home/ines/own\\040disk rw shared:1 - ext4 /dev/sdb1 rw
37 21 0:50 / /mnt/till rw - cifs //till/share rw
38 21 0:51 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
39 21 0:52 / /media/stick rw - vfat /dev/sdc1 rw
40 21 0:53 / /media/stick/inner rw - fuse.sshfs ines@shelf: rw
"""


@pytest.mark.parametrize(
    ("folder", "is_remote"),
    [
        ("/var/shop", False),
        ("/home/ines/shop", True),
        ("/home/ines/own disk/shop", False),
        ("/mnt/till", True),
        ("/mnt/tiller/shop", False),
        ("/run/user/1000/gvfs/smb-share:server=till/shop", True),
        ("/media/stick/shop", False),
        ("/media/stick/inner/shop", True),
    ],
)
def test_a_disk_of_another_computer_is_told_by_how_it_is_mounted(folder: str, is_remote: bool) -> None:
    assert homes.is_remote(PurePosixPath(folder), MOUNTS) is is_remote


def test_lines_that_say_nothing_are_passed_over() -> None:
    assert not homes.is_remote(PurePosixPath("/x"), "\n - \nnonsense - nfs\n1 2 3 4 /x\n")


def test_a_windows_share_is_another_computers() -> None:
    assert homes.is_remote(PureWindowsPath(r"\\till\share\shop"))
    assert not homes.is_remote(PureWindowsPath(r"C:\Users\ines\shop"))


@pytest.mark.parametrize(
    ("mark", "name"),
    [(".dropbox", "Dropbox"), (".stfolder", "Syncthing"), (".nextcloudsync.log", "Nextcloud"),
     (".tmp.drivedownload", "Google Drive")],
)  # fmt: skip
def test_a_synced_folder_is_refused_with_the_reason_and_nothing_is_made_in_it(
    tmp_path: Path, mark: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / mark).mkdir()
    folder = tmp_path / "papers" / "shop"
    with pytest.raises(DiskTrouble) as refused:
        Shop.open(folder, vault=SessionVault())
    said = f"The shop can't be kept in a folder that {name} copies to other computers: words could be lost there, "
    assert str(refused.value) == said + "and nobody would notice."
    assert not folder.parent.exists()
    assert cli.main(["--folder", str(folder), "backup"], lambda _: 9) == 1
    advice = "Choose a folder on a disk of this computer. Copies of the shop (backup) may go to that folder."
    assert capsys.readouterr().err == f"{refused.value} {advice}\n"


def test_where_the_system_keeps_its_cloud_is_known_without_a_mark(tmp_path: Path) -> None:
    assert homes.synced_by(tmp_path / "Library" / "Mobile Documents" / "shop", {}) == "iCloud Drive"
    assert homes.synced_by(tmp_path / "Library" / "CloudStorage" / "Box" / "shop", {}) == "a cloud drive"
    assert homes.synced_by(tmp_path / "Cloud" / "shop", {"OneDrive": str(tmp_path / "Cloud")}) == "OneDrive"
    assert homes.synced_by(tmp_path / "Clouds" / "shop", {"OneDrive": str(tmp_path / "Cloud")}) == ""


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "box" / ".dropbox").mkdir(parents=True)
    (tmp_path / "box" / "shop").mkdir()
    (tmp_path / "shop").symlink_to(tmp_path / "box" / "shop")
    with pytest.raises(DiskTrouble, match="Dropbox"):
        Shop.open(tmp_path / "shop", vault=SessionVault())


def test_a_shop_that_came_there_can_be_read_and_opens_again_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    shop = Shop.open(folder, vault=SessionVault())
    shop.found_with("Corner Shop", "Ines")
    shop.close()
    (tmp_path / ".stfolder").mkdir()
    before = (folder / FILE_NAME).read_bytes()
    reading = Shop.open(folder, vault=SessionVault(), read_only=True)
    assert reading.name == "Corner Shop"
    reading.close()
    assert (folder / FILE_NAME).read_bytes() == before
    (tmp_path / ".stfolder").rmdir()
    Shop.open(folder, vault=SessionVault()).close()
