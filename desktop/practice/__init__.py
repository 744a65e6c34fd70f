"""The pretend shop and its public: a scenario, a clock of its own, places that exist only in this process.

`scenario.py` reads the story; `world.py` is the pretend places; `people.py` says how their people take an
answer, `public.py` what passers-by make of it, `lessons.py` what there is to do, `day.py` how the day stands;
`clock.py` is the shop's time; `seed.py` fills an empty shop by playing the story through the real rooms.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.shop import Shop


def open_practice(folder: Path) -> Shop:
    """The practice shop of a folder, filled and ready, with its own clock and its pretend places.

    Raises ShopBusy, DiskTrouble, StoreBroken, StoreTooNew.
    """
    from desktop.practice import opening

    return opening.open_practice(folder)


def start_again(folder: Path, *, for_somebody_new: bool = False) -> Shop:
    """Throws the practice shop of a folder away and opens a new one on its Saturday morning. Lessons that were done
    stay done, but for somebody new.

    Close the old one first. Raises Misuse when the folder holds a real shop, and what `open_practice` raises.
    """
    from desktop.practice import opening

    return opening.start_again(folder, for_somebody_new=for_somebody_new)


def rewind(folder: Path, key: str) -> Shop:
    """Opens the practice shop of a folder as it was before the answer with this key, which is a draft again.

    Close the shop first. Raises Misuse when that moment isn't kept any more, and what `open_practice` raises.
    """
    from desktop.practice import opening

    return opening.rewind(folder, key)
