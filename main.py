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


def _leave_no_picture_of_memory() -> None:
    """A crash must not make the system write this program's memory, with all that is open in it, into a file."""
    try:
        import resource
    except ImportError:  # Windows has none, and writes none unless somebody sets that up
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def main(argv: Sequence[str]) -> int:
    """One call of the program; returns its exit code."""
    _leave_no_picture_of_memory()
    return cli.main(argv, _open_window)


def run() -> int:
    """The installed command `said-and-done`."""
    return main(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(run())
