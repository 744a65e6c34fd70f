"""`python -m tests.bench.crash [--kills 500]`: kills the program at random while it works, and says what that cost.

Five kinds of work, each in a plain and in a protected shop: collecting from a Mastodon server and posting to it
(the stand-in, one of its own), typing in the real window, bringing an old file up to date, and forgetting people with
all that wipes the file behind them. After each kill the file is checked before and after it is opened again, and held
against what had been said to be done and what the server has.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop.driver import Key
from desktop.pace import Pace
from desktop.web import Web
from tests.bench.crash_work import HEAD, Collecting, Forgetting, Kind, Migrating, Posting, Tally, Typing
from tests.desktop.connectors.test_mastodon_live import Town
from tests.stand_in import NotInstalled, own_mastodon

SHARES = {"collecting": 0.24, "posting": 0.24, "typing": 0.19, "migrating": 0.19, "forgetting": 0.14}
UNDER_PASSWORD = 0.4  # of the kills


def kinds(
    folder: Path, server: Mapping[str, Any], chance: random.Random, posts: int = 1500
) -> Iterator[Kind]:
    """Each kind of work in each kind of shop, in folders of their own. The server is emptied first.

    `posts`: in each old file, and in that of those who will be forgotten.
    """
    with Web(pace=Pace()) as web:
        Town(dict(server), web).empty()
    for key in (None, Key.new()):
        name = "protected" if key else "plain"
        yield Collecting(folder / f"collecting-{name}", key, chance, server)
        yield Posting(folder / f"posting-{name}", key, chance, server)
        yield Typing(folder / f"typing-{name}", key, chance)
        yield Migrating(folder / f"migrating-{name}", key, chance, posts)
        yield Forgetting(folder / f"forgetting-{name}", key, chance, posts)


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.bench.crash", description=__doc__)
    asked.add_argument("--kills", type=int, default=500)
    asked.add_argument("--seed", type=int, default=20250614)
    asked.add_argument("--only", nargs="*", default=list(SHARES), choices=list(SHARES))
    given = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        with own_mastodon() as server, tempfile.TemporaryDirectory(prefix="crash-") as folder:
            tallies = _all(Path(folder), server, given)
    except NotInstalled as missing:
        print(missing, file=sys.stderr)
        return 2
    kills, lost = sum(one.kills for one in tallies), sum(len(one.lost) for one in tallies)
    print(f"{kills} kills, {lost} losses, longest draft lost {max(one.draft_s for one in tallies):.2f} s", flush=True)
    return 1 if lost else 0


def _all(folder: Path, server: Mapping[str, Any], given: argparse.Namespace) -> list[Tally]:
    print(HEAD, flush=True)
    tallies, whole = [], sum(SHARES[name] for name in given.only)
    for kind in kinds(folder, server, random.Random(given.seed)):
        if kind.work not in given.only:
            continue
        share = SHARES[kind.work] / whole * (UNDER_PASSWORD if kind.key else 1 - UNDER_PASSWORD)
        for _ in range(max(1, round(given.kills * share))):
            kind.round()
        print(kind.tally.line(), flush=True)
        for lost in kind.tally.lost:
            print(f"   {lost}", flush=True)
        tallies.append(kind.tally)
    return tallies


if __name__ == "__main__":
    sys.exit(main())
