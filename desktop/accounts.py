"""Our logins: which they are, how far we have read, and whether they are well."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from desktop import clock, ids
from desktop.records import Account, AccountState
from desktop.store import Row, Store

OWNS = ("accounts", "cursors")


def account_id(platform: str, host: str, remote_id: str) -> str:
    return ids.remote(platform, "account", host, remote_id)


def add(store: Store, account: Account, at: datetime) -> None:
    """Adds an account, or brings one back that was signed out or removed, keeping its history."""
    store.write(
        "insert into accounts(id, platform, host, handle, name, remote_id, state, added_at, trouble, facts) "
        "values(?, ?, ?, ?, ?, ?, 'working', ?, '', ?) on conflict(id) do update set handle = excluded.handle, "
        "name = excluded.name, state = 'working', trouble = '', retry_at = null, facts = excluded.facts",
        (
            account.id,
            account.platform,
            account.host,
            account.handle,
            account.name,
            account.remote_id,
            clock.to_text(at),
            json.dumps(dict(account.facts), ensure_ascii=False),
        ),
    )


def all(store: Store) -> tuple[Account, ...]:  # noqa: A001 (reads as accounts.all)
    """Those that were not removed, in the order they were added."""
    rows = store.rows("select * from accounts where state <> 'removed' order by added_at, id")
    return tuple(_account(row) for row in rows)


def by_id(store: Store, account: str) -> Account | None:
    row = store.row("select * from accounts where id = ?", (account,))
    return _account(row) if row else None


def called(store: Store, platform: str, handle: str) -> tuple[Account, ...]:
    """The accounts of a place with this handle, whatever its case; those that work before those that don't."""
    rows = store.rows("select * from accounts where platform = ? order by state <> 'working', added_at", (platform,))
    return tuple(_account(row) for row in rows if row["handle"].casefold() == handle.casefold())


def forget(store: Store, account: str) -> None:
    """Nothing belongs to it any more."""
    store.write("delete from accounts where id = ?", (account,))


def set_facts(store: Store, account: str, facts: Mapping[str, str]) -> None:
    store.write(
        "update accounts set facts = ? where id = ?", (json.dumps(dict(facts), ensure_ascii=False), account)
    )


def remove(store: Store, account: str) -> None:
    """History stays; a later sign-in brings the account back."""
    store.write("update accounts set state = 'removed', trouble = '' where id = ?", (account,))


def checked(store: Store, account: str, at: datetime) -> None:
    """A check went well."""
    store.write(
        "update accounts set checked_at = ?, trouble = '', retry_at = null, state = 'working' "
        "where id = ? and state <> 'removed'",
        (clock.to_text(at), account),
    )


def has_trouble(
    store: Store, account: str, sentence: str, *, needs_login: bool = False, retry_at: datetime | None = None
) -> None:
    store.write(
        "update accounts set trouble = ?, retry_at = ?, state = iif(?, 'needs_login', state) "
        "where id = ? and state <> 'removed'",
        (sentence, clock.to_text(retry_at) if retry_at else None, needs_login, account),
    )


def cursors(store: Store, account: str) -> dict[str, str]:
    """Stream name -> how far it has been read and stored."""
    return {
        row["stream"]: row["value"]
        for row in store.rows("select * from cursors where account = ?", (account,))
    }


def move_cursors(store: Store, account: str, values: Mapping[str, str], at: datetime) -> None:
    """Call in the transaction that stores the rows the cursors cover."""
    store.write_many(
        "insert into cursors(account, stream, value, at) values(?, ?, ?, ?) "
        "on conflict(account, stream) do update set value = excluded.value, at = excluded.at",
        [(account, stream, value, clock.to_text(at)) for stream, value in values.items()],
    )


def forget_cursors(store: Store, account: str = "") -> None:
    """The next check asks every place, or that of one account, for all it still gives; what is here already is left
    as it is."""
    store.write("delete from cursors where ? in ('', account)", (account,))


def _account(row: Row) -> Account:
    return Account(
        id=row["id"],
        platform=row["platform"],
        handle=row["handle"],
        name=row["name"],
        host=row["host"],
        remote_id=row["remote_id"],
        state=AccountState(row["state"]),
        added_at=clock.from_text(row["added_at"]),
        checked_at=clock.maybe(row["checked_at"]),
        trouble=row["trouble"],
        retry_at=clock.maybe(row["retry_at"]),
        facts=json.loads(row["facts"]),
    )
