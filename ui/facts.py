"""The few numbers around the pages: what the sidebar and the status bar show. Read in one go, off the UI thread."""

from datetime import datetime
from typing import NamedTuple

from desktop import inbox, settings
from desktop.records import AccountState, Debt
from desktop.shop import Shop
from ui.status import Outbox

# A change of any other table leaves these numbers as they are.
TABLES = frozenset(
    {"tallies", "complaints", "replies", "promises", "accounts", "settings", "conversations", "happenings"}
    | {"hours", "closures"}
)


class Facts(NamedTuple):
    """`needing`: accounts that want a person; `silent`: places that did not answer the last time; `checked_at`:
    the newest good check."""

    inbox: int
    complaints: int
    outbox: Outbox
    owed: tuple[Debt, ...]
    accounts: int
    needing: int
    silent: tuple[str, ...]
    checked_at: datetime | None = None


def read(shop: Shop) -> Facts:
    """A handful of indexed reads. They come after the first paint, and so do the rooms that nothing before it needs."""
    from desktop import accounts, complaints, debts, outbox

    logins = [one for one in accounts.all(shop.store) if one.state is not AccountState.REMOVED]
    quiet = [one for one in logins if one.trouble and one.state is AccountState.WORKING]
    return Facts(
        inbox=inbox.badge(shop.store),
        complaints=complaints.open_count(shop.store),
        outbox=Outbox(outbox.pending(shop.store), settings.get(shop.store, settings.HOLD_OUTBOX)),
        owed=tuple(debts.owed(shop)),
        accounts=sum(one.platform != "by_hand" for one in logins),  # nobody is asked for those
        needing=sum(one.state is AccountState.NEEDS_LOGIN for one in logins),
        silent=tuple(dict.fromkeys(shop.place(one.platform) for one in quiet)),
        checked_at=max((one.checked_at for one in logins if one.checked_at), default=None),
    )
