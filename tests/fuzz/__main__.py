"""`python -m tests.fuzz [--minutes N] [READER…]`: spoilt input for every reader in turn, and a table of what came.

Each reader has a process of its own: its memory is its own, and one that dies is told. `--case N` repeats one input.
"""

from __future__ import annotations

import argparse
import faulthandler
import io
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.fuzz.hunt import HEAD, Reader, Result, Trouble, hunt


def readers() -> Mapping[str, type[Reader]]:
    from tests.fuzz import archives, places, words

    return {reader.name: reader for reader in (*words.READERS, *places.READERS, *archives.READERS)}


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asked.add_argument("--minutes", type=float, default=1.0, help="for each reader")
    asked.add_argument("--first", type=int, default=0, help="the number of the first input")
    asked.add_argument("--case", type=int, default=None, help="only this input")
    asked.add_argument("--into", type=Path, default=None, help=argparse.SUPPRESS)
    asked.add_argument(
        "readers", nargs="*", metavar="READER", help=f"all, or some of: {', '.join(readers())}"
    )
    given = asked.parse_args()
    if unknown := [name for name in given.readers if name not in readers()]:
        asked.error(f"no such reader: {', '.join(unknown)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if given.into:
        found = _here(given.readers[0], given.minutes, given.first, given.case)
        given.into.write_bytes(pickle.dumps(found))
        return 0
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # what was given may hold half a letter
    print(HEAD, flush=True)
    were_good = [_apart(name, given) for name in given.readers or readers()]
    return 0 if all(were_good) else 1


def _here(name: str, minutes: float, first: int, case: int | None) -> Result:
    faulthandler.enable()
    with readers()[name]() as reader:
        if case is not None:
            return hunt(reader, 0, cases=1, first=case)
        return hunt(reader, minutes * 60, first=first, ends_when_stuck=True)


def _apart(name: str, given: argparse.Namespace) -> bool:
    """Hunts in a process of its own and prints its line and what it found."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        into = Path(folder) / "result"
        more = ["--case", str(given.case)] if given.case is not None else []
        command = [sys.executable, "-m", "tests.fuzz", "--into", str(into), "--minutes", str(given.minutes)]
        ended = subprocess.run([*command, "--first", str(given.first), *more, name], check=False)
        found = pickle.loads(into.read_bytes()) if into.exists() else Result(name)
    if ended.returncode:
        found.troubles["died"] = Trouble(f"the process ended with {ended.returncode}", -1, "", "")
    print(found.line(), flush=True)
    for what, trouble in found.troubles.items():
        print(f"   {what}, {trouble.times} times, first with --case {trouble.case}")
        print(f"   {trouble.given}\n{trouble.trace}", flush=True)
    return found.is_good


if __name__ == "__main__":
    sys.exit(main())
