"""`python -m tests.bench.faults [--only WORD…]`: what goes wrong under the program, what it says, and what is lost.

Disks, locks, damage, clocks and the password store are tried on a shop in the practice world; a send is tried at a
Mastodon server (the stand-in, one of its own) with a fault at each of its requests. Prints a line for each.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.errors import ShopError
from tests.stand_in import NotInstalled, own_mastodon

_TECHNICAL = re.compile(
    r"Error\b|Exception|[Ee]rrno|sqlite|SQL|Traceback|0x[0-9a-f]|[{}<>]|HTTP|\bNone\b|[Dd]atabase|I/O|\b[45]\d\d\b"
)


class NotHere(Exception):
    """This fault can't be made on this computer; the message says why."""


@dataclass(frozen=True)
class Outcome:
    """What came of one fault. `said`: every sentence, in turn; `lost`: what is gone; `is_sound`: all is well again."""

    tried: str
    said: tuple[str, ...]
    lost: tuple[str, ...]
    is_sound: bool

    @property
    def odd(self) -> list[str]:
        """Sentences that are none for a shopkeeper."""
        return [one for one in self.said if not is_plain(one)]

    @property
    def is_good(self) -> bool:
        return not self.lost and self.is_sound and not self.odd


Fault = Callable[[Path], Outcome]


def is_plain(sentence: str) -> bool:
    """Whole sentences in everyday words: no codes, no names of programs' parts."""
    is_whole = re.match(r"[A-ZÀ-Þ“‘\d]", sentence) and re.search(r"[.!?]$", sentence)
    return bool(is_whole) and not _TECHNICAL.search(sentence)


def told(act: Callable[[], object]) -> str:
    """What somebody is told who does this; "" when it works. Anything but our own errors goes through."""
    try:
        act()
    except ShopError as error:
        return " ".join(part for part in (str(error), error.advice) if part)
    return ""


def faults() -> Mapping[str, Fault]:
    from tests.bench import fault_clocks, fault_files

    return {**fault_files.FAULTS, **fault_clocks.FAULTS}


def server_faults(server: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
    from tests.bench import fault_sends

    return fault_sends.each(server)


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.bench.faults", description=__doc__)
    asked.add_argument("--only", nargs="*", default=[], metavar="WORD", help="those with one of these in their name")
    only = asked.parse_args().only
    were_good = [_run(name, fault) for name, fault in faults().items() if _is_asked(name, only)]
    try:
        with own_mastodon() as server:
            for name, fault in server_faults(server):
                if _is_asked(name, only):
                    were_good.append(_run(name, fault))
    except NotInstalled as missing:
        print(missing, file=sys.stderr)
        return 2
    print(f"{len(were_good)} faults, {were_good.count(False)} not as they should be")
    return 0 if all(were_good) else 1


def _is_asked(name: str, only: list[str]) -> bool:
    return not only or any(word in name for word in only)


def _run(name: str, fault: Fault) -> bool:
    with tempfile.TemporaryDirectory(prefix="fault-") as folder:
        try:
            found = fault(Path(folder))
        except NotHere as why:
            print(f"{name} | not tried: {why}", flush=True)
            return True
    said = " / ".join(dict.fromkeys(found.said)) or "nothing"
    lost = "; ".join(found.lost) or "no"
    is_sound = "yes" if found.is_sound else "NO"
    print(f"{name} | {found.tried} | {said} | lost: {lost} | sound again: {is_sound}", flush=True)
    for sentence in found.odd:
        print(f"   not a plain sentence: {sentence}", flush=True)
    return found.is_good


if __name__ == "__main__":
    sys.exit(main())
