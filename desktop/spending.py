"""What was asked of places that charge for a call, or allow so many a day."""

from __future__ import annotations

from datetime import date

from desktop.store import Store

OWNS = ("spending",)


class Spending:
    """One account's meter: connectors add to it and ask it. Days are the place's own, as it counts them."""

    def __init__(self, store: Store, account: str) -> None:
        self._store, self._account = store, account

    def add(self, unit: str, amount: float, day: date) -> None:
        with self._store.writing():
            self._store.write(
                "insert into spending(account, day, unit, amount) values(?, ?, ?, ?) "
                "on conflict(account, day, unit) do update set amount = amount + excluded.amount",
                (self._account, day.isoformat(), unit, amount),
            )

    def used(self, unit: str, since: date) -> float:
        """The amount of `since` and the days after it."""
        found = self._store.value(
            "select sum(amount) from spending where account = ? and unit = ? and day >= ?",
            (self._account, unit, since.isoformat()),
        )
        return float(found or 0)
