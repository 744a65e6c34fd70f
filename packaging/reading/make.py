"""Everything anew, from the corpus to the card: `python packaging/reading/make.py --sets FOLDER [--jobs 2]`.

The teacher, the small network, and the weights with their card, one after the other, each by its own command. Needs
packaging/reading/requirements-teacher.txt, and an hour and a half of two processors (more where they have no 16-bit
numbers: the teacher takes all there are).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sets", type=Path, required=True, help="the folder of the permissive sets")
    asked.add_argument("--jobs", type=int, default=1, help="how many learn at a time; the weights are the same")
    args = asked.parse_args()
    jobs = ["--jobs", str(args.jobs)]
    for name, more in (("teacher", []), ("network", jobs), ("train", jobs)):
        ended = subprocess.run([sys.executable, str(HERE / f"{name}.py"), "--sets", str(args.sets), *more])
        if ended.returncode:
            print(f"{name}.py failed, so what comes after it was not made")
            return ended.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
