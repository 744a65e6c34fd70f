"""Is a shop file whole? Asked of the file as it lies there, by nobody who would mend it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desktop import corrections, driver, retelling
from desktop.driver import Key
from desktop.store import FILE_NAME, Store

_COUNTED = "select grp, is_public, count(*) from conversations where grp <> 0 group by 1, 2 order by 1, 2"
_KEPT = "select grp, is_public, n from tallies where n <> 0 order by 1, 2"
_STAND = "select stage, count(*) from complaints where withdrawn_at is null group by 1 order by 1"
_STAGES = "select stage, n from stages where n <> 0 order by 1"


def troubles(folder: Path, key: Key | None = None) -> list[str]:
    """What is wrong with the file, its references, its indexes, or what is worked out and kept in it."""
    found = of_the_file(folder / FILE_NAME, key)
    with closing(Store(folder / FILE_NAME, read_only=True, key=key)) as store:
        if one := retelling.differing(store):
            found.append(f"{len(one)} complaints stand otherwise than their history tells")
        if other := corrections.differing(store):
            found.append(f"{len(other)} corrections are otherwise than their history tells")
    return found


def of_the_file(path: Path, key: Key | None) -> list[str]:
    found = []
    with closing(driver.connect(str(path), key, isolation_level=None)) as conn:
        said = conn.execute("pragma integrity_check").fetchall()
        if [row[0] for row in said] != ["ok"]:
            found.append(f"integrity_check: {said[0][0]}")
        if conn.execute("pragma foreign_key_check").fetchall():
            found.append("foreign_key_check: a row refers to none")
        if conn.execute(_COUNTED).fetchall() != conn.execute(_KEPT).fetchall():
            found.append("the counts of the inbox aren't those of its rows")
        if conn.execute(_STAND).fetchall() != conn.execute(_STAGES).fetchall():
            found.append("the counts of the board aren't those of its complaints")
        conn.execute("begin")
        try:
            conn.execute("insert into posts_fts(posts_fts, rank) values('integrity-check', 1)")
        except driver.errors() as error:
            found.append(f"the search index isn't that of the posts: {error}")
        conn.execute("rollback")
        kept = "select id from replies where hurdle = 'kept'"
        notes = f"select id from notes union all {kept} except select note from notes_fts"
        if conn.execute(notes).fetchall():
            found.append("a note isn't in its search index")
    return found
