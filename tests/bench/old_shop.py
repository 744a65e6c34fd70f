"""A shop as an earlier program left it: today's synthetic one (make_shop.py), told in the tables of back then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from desktop import driver, migrations, settings
from desktop.driver import Key
from desktop.store import APPLICATION_ID, FILE_NAME
from tests.bench.make_shop import make

STEPS = tuple(step.name for step in migrations.steps.pending(Database(memory=True, execute_plugins=False)))
LAST = STEPS.index("told")  # what make_shop puts on the board is told to history by that step, and by no other

Told = dict[str, list[tuple[Any, ...]]]
Shape = dict[str, list[str]]


def make_old(folder: Path, version: int, posts: int, scratch: Path) -> None:
    """Fills an empty folder with a shop file of schema `version`, at most `LAST`."""
    today = scratch / f"today-{posts}"
    make(today, posts).close()
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / FILE_NAME)) as conn:
        migrations.steps.apply(Database(conn, execute_plugins=False), stop_before=STEPS[version])
        conn.execute("attach ? as today", (str(today / FILE_NAME),))
        for table, columns in _shape(conn, "main").items():
            named = ", ".join(c for c in columns if c in _shape(conn, "today")[table])
            asked = named.replace("rank", "rank / 16") if table == "conversations" else named
            then = "where kind <> 'board'" if table == "events" else ""  # the step after LAST tells those
            conn.execute(f"insert into {table}({named}) select {asked} from today.{table} {then}")
        conn.execute("insert into posts_fts(posts_fts) values('rebuild')")
        conn.execute(f"pragma application_id={APPLICATION_ID}")
        conn.execute(f"pragma user_version={version}")
        conn.commit()


_BY_ITSELF = (settings.RUNNING.key, settings.STARTS_FAILED.key)


def told(path: Path, key: Key | None = None, shape: Shape | None = None) -> tuple[Told, Shape]:
    """Every row of every table, in the columns of `shape` (the file's own, when None); and that shape.

    Without what is no one's word and changes by itself: the rank in the inbox, whether the program is running, and how
    many of its starts failed.
    """
    with closing(driver.connect(str(path), key)) as conn:
        shape = shape or _shape(conn, "main")
        rows = {}
        for table, columns in shape.items():
            named = ", ".join(name for name in columns if (table, name) != ("conversations", "rank"))
            where = f" where key not in {_BY_ITSELF}" if table == "settings" else ""
            rows[table] = [tuple(row) for row in conn.execute(f"select {named} from {table}{where}")]
    return rows, shape


def _shape(conn: Any, schema: str) -> Shape:
    """The tables that people's words and decisions are in, and their columns."""
    names = [
        row[0]
        for row in conn.execute(
            f"select name from {schema}.sqlite_master where type = 'table' and sql not like 'create virtual%' "
            "and name not like 'sqlite_%' and name not like '%\\_fts%' escape '\\' and name not like '\\_%' escape '\\'"
        )
    ]
    return {name: [row[1] for row in conn.execute(f"pragma {schema}.table_info({name})")] for name in names}
