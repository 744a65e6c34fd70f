"""Forgetting somebody: all they wrote leaves this computer, our answers stay without the name.

For 30 days it can be taken back. Meanwhile what was taken out lies in a file of its own, `forgotten/….aside`, in no
list, search, export or copy. Then that file goes, and every copy that still holds them is written anew without them.
"""

from desktop.forgetting.erasing import Erased, erase_now, tidy
from desktop.forgetting.letting_in import keeps_out, let_in
from desktop.forgetting.person import (
    KEPT_FOR,
    Somebody,
    Waiting,
    clean,
    find,
    forget,
    known_in_book,
    same_name,
    undo,
    waiting,
    who,
)
from desktop.forgetting.restored import stay_forgotten

__all__ = [
    "KEPT_FOR", "Erased", "Somebody", "Waiting", "clean", "erase_now", "find", "forget", "keeps_out", "known_in_book",
    "let_in", "same_name", "stay_forgotten", "tidy", "undo", "waiting", "who",
]  # fmt: skip
