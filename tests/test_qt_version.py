"""The Qt that is installed is one that was measured.

PySide6 6.12.0 loses a reference to None with every call that returns None, on Python 3.10 and 3.11: after
some four thousand calls the process dies. Short tests pass with it, so this one makes many calls.
"""

from __future__ import annotations

import subprocess
import sys

import PySide6

CALLS = 100_000
MANY_CALLS = f"""
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
before = sys.getrefcount(None)
for number in range({CALLS}):
    label.update()
print(sys.getrefcount(None) - before)
"""


def test_pyside_is_a_release_that_was_measured() -> None:
    assert PySide6.__version_info__[:2] == (6, 11)


def test_a_hundred_thousand_calls_lose_no_reference_to_none() -> None:
    """In a process of its own: the broken release ends it ("deallocating None")."""
    run = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert abs(int(run.stdout)) < CALLS / 100  # 0 where None is immortal (3.12 and later), a handful before
