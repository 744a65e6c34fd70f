"""Start. Reads the command line and hands over; the window is imported only when it is wanted."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from desktop import cli


def _open_window(options: cli.Options) -> int:
    gc.disable()  # what is read and made before the first paint stays; the open window collects again
    from ui.app import open_window

    return open_window(options)


def main(argv: Sequence[str]) -> int:
    """One call of the program; returns its exit code."""
    return cli.main(argv, _open_window)


def run() -> int:
    """The installed command `said-and-done`."""
    return main(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(run())
