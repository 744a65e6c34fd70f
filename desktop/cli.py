"""The command line: opens the window, or does one errand without it. No command posts anything."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TextIO

from desktop.driver import Key
from desktop.errors import Misuse, SeveralInside, ShopError, ShopLocked, Unreadable
from desktop.shop import PRACTICE_FOLDER, Shop
from desktop.store import FILE_NAME, KEYS_NAME, is_older
from desktop.terminal import key_of, keys_to_restore

if TYPE_CHECKING:
    from desktop.past import Past

APP_NAME = "Said & Done"
TROUBLE, MISUSE = 1, 2


class Options(NamedTuple):
    """What the window is opened with. `folder` holds the shop; practice has a folder of its own inside it."""

    folder: Path
    practice: bool = False
    read_only: bool = False

    @property
    def shop_folder(self) -> Path:
        return self.folder / PRACTICE_FOLDER if self.practice else self.folder


def default_folder() -> Path:
    """Where the shop lives unless told otherwise: this user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("said-and-done", appauthor=False)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One sentence, exit code 2."""
        sys.stderr.write(f"{message[:1].upper()}{message[1:].rstrip('.')}. Try --help.\n")
        raise SystemExit(MISUSE)


def parser() -> argparse.ArgumentParser:
    top = _Parser(
        prog="said-and-done",
        description="Answer in your own words. Show it's put right.",
        epilog="Without a command it opens the window. No command ever posts anything. The password of a protected "
        "shop is asked for at the terminal; it is never taken from an argument, a variable or a pipe.",
    )
    top.add_argument(
        "--folder", type=Path, metavar="PATH", help="the shop's folder (default: your data folder)"
    )
    top.add_argument("--practice", action="store_true", help="the pretend shop, with nothing posted anywhere")
    top.add_argument("--read-only", action="store_true", help="look, change nothing")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    check = commands.add_parser(
        "check", help="say what is installed, what is connected and whether the folder is well"
    )
    check.add_argument(
        "--repair",
        action="store_true",
        help="write a damaged shop file anew from all that can be read, and keep the damaged one",
    )
    connect = commands.add_parser(
        "connect",
        help="connect a place, for set-up scripts",
        description="Signs in to a place. What isn't secret is given as KEY=VALUE; secrets are read from standard "
        "input, one a line in the order the place asks for them, and are never arguments.",
    )
    connect.add_argument("place", metavar="PLACE", help="such as mastodon")
    connect.add_argument("fields", nargs="*", metavar="KEY=VALUE", help="such as server=quay.example")
    commands.add_parser("collect", help="fetch once from every connected place and say what came")
    backup = commands.add_parser("backup", help="make a checked copy of the shop file")
    backup.add_argument(
        "target", nargs="?", type=Path, metavar="PATH", help="a file or folder (default: backups)"
    )
    restore = commands.add_parser(
        "restore", help="put a copy in the place of the shop file, and keep the replaced one"
    )
    restore.add_argument(
        "source", nargs="?", type=Path, metavar="FILE", help="which copy (default: the newest)"
    )
    bring = commands.add_parser(
        "import",
        help="bring in history: archives of X, Mastodon, Facebook, Instagram, Bluesky, Google (Takeout), tables",
        description="Brings in what was said before this program: the archive of X, Mastodon, Facebook, Instagram or "
        "Bluesky, Google Takeout of a business profile, or a table (CSV, JSON) whose headings say what is what. What "
        "is here already is left out. It can be undone for 30 days, in the window.",
    )
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a file or an unpacked folder")
    bring.add_argument("--look", action="store_true", help="say what is in it and add nothing")
    bring.add_argument("--place", default="web", metavar="PLACE", help="where a table was said, such as yelp")
    search = commands.add_parser(
        "search",
        help="find conversations, with the query language of History",
        description="Finds conversations as the search field of History does: words, \"exact words\", OR, -without, "
        "kind: place: by: from: topic: ended: before: after: on: stars: is: has:. The newest come first.",
    )
    search.add_argument("query", nargs="+", metavar="QUERY", help='such as "box crushed OR squashed kind:complaint"')
    search.add_argument("--best-first", action="store_true", help="the best match first, as History can show them")
    search.add_argument("--json", action="store_true", help="one JSON object a line, with the whole beginning")
    search.add_argument("--most", type=_number, metavar="N", help="no more than so many, which is quick at any size")
    export = commands.add_parser(
        "export",
        help="write conversations into a file: a table (.csv) or an archive (.json)",
        description="Writes what History finds for a query, or all of it, into a file. Private messages and notes stay "
        "here unless asked for. What its writer took down is in no file.",
    )
    export.add_argument("query", nargs="*", metavar="QUERY", help="as for search (default: everything)")
    export.add_argument("--to", required=True, type=Path, metavar="FILE", help="a name ending in .csv, .json or .zip")
    export.add_argument(
        "--everything",
        action="store_true",
        help="all that the shop has, private messages too, in one .zip; a protected shop's is under its password",
    )
    export.add_argument("--plain", action="store_true", help="with --everything: readable by anybody")
    export.add_argument("--private", action="store_true", help="private messages and notes too")
    export.add_argument("--no-names", action="store_true", help="leave out names, links, numbers of people and orders")
    export.add_argument("--no-proofs", action="store_true", help="leave out saved copies of endings")
    export.add_argument("--no-notes", action="store_true", help="leave out the notes on the timeline")
    export.add_argument(
        "--protect", action="store_true", help="under the shop's password, as --private always is in a protected shop"
    )
    move = commands.add_parser(
        "move",
        help="move the shop to another computer: --to FILE here, --from FILE there",
        description="Writes one file (.shop) with all that the shop has; or makes the shop of such a file, in an empty "
        "folder. Sign-ins don't come along. From then on use only one of the two.",
    )
    which = move.add_mutually_exclusive_group(required=True)
    which.add_argument("--to", type=Path, metavar="FILE", help="write the file")
    which.add_argument("--from", type=Path, metavar="FILE", dest="source", help="make the shop of it")
    _that_remove(commands.add_parser)
    pin = commands.add_parser(
        "pin",
        help="where the owner's PIN and recovery sentence are both lost: --take-away",
        description="Says who has a PIN. With --take-away the owner opens the window without one, and sets a new one "
        "under People, with a new recovery sentence. The shop's history says that it was taken away here.",
    )
    pin.add_argument("--take-away", action="store_true", help="take the owner's PIN and recovery sentence away")
    unseal = commands.add_parser(
        "open",
        help="write what is in a protected export (.protected) into a file that can be read",
        description="Asks for a password of the shop the file is from, or its recovery code.",
    )
    unseal.add_argument("file", type=Path, metavar="FILE", help="a name ending in .protected")
    unseal.add_argument("--to", type=Path, metavar="FOLDER", help="where to (default: beside it)")
    return top


def _that_remove(add: Callable[..., argparse.ArgumentParser]) -> None:
    """The two commands that take messages out of the shop."""
    forget = add(
        "forget",
        help="remove all that one person wrote: says who, and --remove does it; --undo for 30 days",
        description="Says who has these letters in their name. With --remove and the whole name (or @handle) all that "
        "this person wrote leaves this computer, its copies too after 30 days; your replies stay, without the name.",
    )
    forget.add_argument("name", nargs="?", default="", metavar="NAME", help='such as "Marta K."')
    forget.add_argument("--place", default="", metavar="PLACE", help="where, if several are called that")
    forget.add_argument("--which", default="", metavar="SIGN", help="of several there: the sign in brackets")
    what = forget.add_mutually_exclusive_group()
    what.add_argument("--remove", action="store_true", help="forget this person")
    what.add_argument("--undo", action="store_true", help="bring them back, within 30 days")
    what.add_argument("--list", action="store_true", help="who can be brought back, and until when")
    keep = add(
        "keep",
        help="how long messages are kept: says it, or changes it",
        description="Says how long messages are kept and how many are older. Another time is only tried, and what "
        "would go is told, until --remove is added: that can't be undone. What still waits for you stays.",
    )
    for kind in ("private", "public"):
        says = f"keep {kind} messages so long; 0: for ever"
        keep.add_argument(f"--{kind}", type=_months, metavar="MONTHS", help=says)
    keep.add_argument("--remove", action="store_true", help="remove what is older")


def _months(text: str) -> int:
    from desktop.letting_go import MOST_MONTHS

    if not text.isascii() or not text.isdecimal() or not 0 <= int(text[:9]) <= MOST_MONTHS:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of months from 0 to {MOST_MONTHS}")
    return int(text)


def main(argv: Sequence[str], open_window: Callable[[Options], int]) -> int:
    """Runs one call. Returns 0, 1 for trouble (one sentence on standard error) or 2 for misuse."""
    given = parser().parse_args(_with_exclusions(argv))
    options = Options((given.folder or default_folder()).expanduser(), given.practice, given.read_only)
    if given.command is None:
        return open_window(options)
    errands: dict[str, Callable[[], int]] = {
        "check": lambda: repair(options, sys.stdout) if given.repair else check(options, sys.stdout),
        "connect": lambda: connect(options, given.place, given.fields, sys.stdin, sys.stdout),
        "collect": lambda: collect_once(options, sys.stdout),
        "backup": lambda: backup(options, given.target, sys.stdout),
        "restore": lambda: restore(options, given.source, sys.stdout),
        "import": lambda: bring_in(options, given.files, given.place, sys.stdout, only_look=given.look),
        "export": lambda: write_everything(options, given.to, sys.stdout, is_plain=given.plain)
        if given.everything
        else write_out(
            options,
            " ".join(given.query),
            given.to,
            (given.private, not given.no_names, not given.no_proofs, given.protect, not given.no_notes),
            sys.stdout,
        ),
        "open": lambda: open_sealed(given.file, given.to, sys.stdout),
        "move": lambda: move_in(options, given.source, sys.stdout)
        if given.source
        else move_out(options, given.to, sys.stdout),
        "forget": lambda: forget(options, given, sys.stdout),
        "keep": lambda: keep(options, given, sys.stdout),
        "pin": lambda: pin(options, sys.stdout, take_away=given.take_away),
        "search": lambda: search(
            options,
            " ".join(given.query),
            sys.stdout,
            as_json=given.json,
            best_first=given.best_first,
            most=given.most,
        ),
    }
    try:
        return errands[given.command]()
    except Misuse as error:
        return _complain(error, MISUSE)
    except ShopError as error:
        return _complain(error, TROUBLE)
    except Exception as bug:
        if not (options.shop_folder / KEYS_NAME).exists():
            raise
        sys.stderr.write(_without_words(bug))  # whoever runs errands by the clock keeps what they print
        return TROUBLE


def _without_words(bug: BaseException) -> str:
    """Where something of ours broke, without the messages: they may hold whatever was being worked on."""
    import traceback

    lines, at = list[str](), bug
    while True:
        where = traceback.format_tb(at.__traceback__)
        lines[:0] = ["Traceback (most recent call last):\n", *where, f"{type(at).__name__}\n"]
        before = at.__cause__ or at.__context__
        if before is None:
            return "".join(lines)
        at = before


def _with_exclusions(argv: Sequence[str]) -> list[str]:
    """`-refund`, `-kind:idea` and the like are words of a query: behind a space the parser takes them for such."""
    return [f" {one}" if re.match(r"-[^\W\d_]{2}|-[\"“”„]", one) else one for one in argv]


def _complain(error: ShopError, code: int) -> int:
    sys.stderr.write(" ".join(part for part in (str(error), error.advice) if part) + "\n")
    return code


def open_shop(options: Options, key: Key | None = None) -> Shop:
    """Opens the real shop, or the practice shop ready to use. `key`: a protected one's. Raises ShopError."""
    if options.practice:
        from desktop.practice import open_practice

        return open_practice(options.shop_folder)
    if options.read_only and not (options.shop_folder / FILE_NAME).exists():
        raise Misuse(f"There is no shop in {options.shop_folder} yet.")
    return Shop.open(options.shop_folder, read_only=options.read_only, key=key)


def _open_to_look(options: Options) -> Shop:
    """Opens the shop to read only. The file of an older program is brought up to date first, unless nothing may be
    changed: that program's tables answer not all that is asked here. Raises ShopError."""
    key = key_of(options.shop_folder)
    if not options.read_only and not options.practice and is_older(options.shop_folder / FILE_NAME, key):
        open_shop(options, key).close()
    return open_shop(options._replace(read_only=True), key)


# --- errands ------------------------------------------------------------------------------------------


def check(options: Options, out: TextIO) -> int:
    """Versions, connectors, the password store, the folder's health. 1 when something needs a person."""
    import platform

    from desktop.checkup import check_up

    try:
        key = key_of(options.shop_folder)
    except ShopLocked:
        key = None
    lines, is_well = check_up(options.shop_folder, key)
    out.write(f"{APP_NAME} on Python {platform.python_version()}, {platform.system()} {platform.release()}\n")
    for line in lines:
        out.write(line + "\n")
    return 0 if is_well else TROUBLE


def repair(options: Options, out: TextIO) -> int:
    """Writes a damaged shop file anew from what can be read. 0 when it is well now, whatever was lost."""
    from desktop import repairing, sealing
    from desktop.clock import SystemClock
    from desktop.store import FolderLock

    folder = options.shop_folder
    if options.read_only:
        raise Misuse("A repair writes: it can't be done read-only.")
    if not folder.is_dir():
        raise Misuse(f"There is no shop in {folder}.")
    lock = FolderLock(folder)
    lock.take()
    try:
        sealing.finish(folder)
        done = repairing.repair(folder, SystemClock(), key_of(folder), lambda line: print(line, file=out, flush=True))
    finally:
        lock.release()
    for line in repairing.in_words(done):
        out.write(line + "\n")
    return 0


def connect(options: Options, place: str, pairs: Sequence[str], secrets: TextIO, out: TextIO) -> int:
    from desktop import connecting
    from desktop.connectors import all_connectors

    if options.practice:
        raise Misuse("The pretend shop has no places to connect.")
    fields = _fields(pairs)
    shown = {one.key for one in connecting.places()}
    if place not in shown:
        raise Misuse(f"There is no place called “{place}” here. There is: {', '.join(sorted(shown))}.")
    secret = [field for field in all_connectors()[place].login if field.is_secret]
    if set(fields) & {field.key for field in secret}:
        raise Misuse("Secrets are read from standard input, never given as arguments.")
    for field in secret:
        fields[field.key] = _secret(field.label, secrets)
    shop = open_shop(options, key_of(options.shop_folder))
    try:
        account = connecting.sign_in(shop, place, fields)
    finally:
        shop.close()
    out.write(f"Signed in as {account.handle}.\n")
    return 0


def _fields(pairs: Sequence[str]) -> dict[str, str]:
    fields = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise Misuse(f"“{pair}” isn't KEY=VALUE.")
        fields[key] = value
    return fields


def _secret(label: str, secrets: TextIO) -> str:
    if secrets.isatty():
        import getpass

        return getpass.getpass(f"{label}: ")
    return secrets.readline().rstrip("\n")


def collect_once(options: Options, out: TextIO) -> int:
    """Fetches once; what came is said per account. 1 when an account had trouble."""
    from desktop import accounts, collect

    shop = open_shop(options, key_of(options.shop_folder))
    try:
        names = {one.id: f"{shop.place(one.platform)} {one.handle}" for one in accounts.all(shop.store)}
        results = collect.collect_all(shop)
    finally:
        shop.close()
    if not results:
        out.write("No places are connected yet.\n")
    for result in results:
        what = "1 new message" if result.new == 1 else f"{result.new} new messages"
        out.write(f"{names[result.account]}: {result.trouble or what}\n")
    return TROUBLE if any(result.trouble for result in results) else 0


def backup(options: Options, target: Path | None, out: TextIO) -> int:
    from desktop import backups

    shop = open_shop(options, key_of(options.shop_folder))
    try:
        made = backups.now(shop.store, shop.folder, shop.clock.local(shop.clock.now()), target)
    finally:
        shop.close()
    out.write(f"Copied and checked: {made}\n")
    return 0


def restore(options: Options, source: Path | None, out: TextIO) -> int:
    from desktop import backups, sealing
    from desktop.clock import SystemClock
    from desktop.store import FolderLock

    folder = options.shop_folder
    chosen = source or backups.newest(folder)
    if chosen is None:
        raise Misuse("There is no copy to bring back yet.")
    if not folder.is_dir():
        folder.mkdir(parents=True)
    lock, clock = FolderLock(folder), SystemClock()
    lock.take()
    try:
        sealing.finish(folder)
        key, its_key = keys_to_restore(folder, chosen)
        done = backups.restore(folder, chosen, clock.local(clock.now()), key, its_key)
    finally:
        lock.release()
    out.write(f"Brought back {done.source}.\n")
    if done.replaced:
        out.write(f"The file that was in use is kept: {done.replaced}\n")
    return 0


def bring_in(options: Options, files: Sequence[Path], place: str, out: TextIO, *, only_look: bool = False) -> int:
    """Brings files in, one after the other, and says what came of each. 1 when rows couldn't be read."""
    shop = _open_to_look(options) if only_look else open_shop(options, key_of(options.shop_folder))
    try:
        return max(_try_one(shop, path, place, out, only_look=only_look) for path in files)
    finally:
        shop.close()


def _try_one(shop: Shop, path: Path, place: str, out: TextIO, *, only_look: bool) -> int:
    """One file of several; what is wrong with it is said under its name, and the next one has its turn. In a folder
    that is no export each file has its own."""
    try:
        return _bring_in_one(shop, path, place, out, only_look=only_look)
    except SeveralInside as error:
        return max(_try_one(shop, one, place, out, only_look=only_look) for one in error.files)
    except (Misuse, Unreadable) as error:
        error.args = (f"{path.name}: {error}",)
        return _complain(error, MISUSE if isinstance(error, Misuse) else TROUBLE)


def _bring_in_one(shop: Shop, path: Path, place: str, out: TextIO, *, only_look: bool) -> int:
    from desktop import bringing_in
    from desktop.connectors.tariff import places
    from desktop.imports import marks
    from desktop.imports.table import Table

    archive = bringing_in.opened(shop, path)
    if isinstance(archive, Table):
        if place not in places():
            raise Misuse(f"There is no place called “{place}” here. There is: {', '.join(places())}.")
        archive.columns = archive.columns._replace(place=place)
    trouble = 0
    for me in archive.mine:
        if only_look:
            found = bringing_in.look(shop, archive, me)
            counts, rows = (found.new, found.known, found.broken), tuple(found.some_broken)
            left_out = f" {found.private:,} private stay out." if found.private else ""
        else:
            done = bringing_in.bring_in(shop, archive, me, path.name)
            counts, rows = (done.added, done.known, done.broken), marks.unread_rows(shop.store, done.id)
            left_out = ""
        what = "new" if only_look else "added"
        out.write(f"{path.name}: {archive.name}, {me.handle or me.name}: {counts[0]:,} {what}, ")
        out.write(f"{counts[1]:,} were here already, {counts[2]:,} couldn’t be read.{left_out}\n")
        for row in rows:
            out.write(f"  {row.where}: {row.why} {row.words}".rstrip().replace("\n", " ") + "\n")
        trouble = TROUBLE if rows else trouble
    return trouble


def _number(said: str) -> int:
    """1 or more."""
    if not said.isdecimal() or (number := int(said)) < 1:
        raise argparse.ArgumentTypeError("write a number, 1 or more")
    return min(number, _NO_SHOP_HAS)


_NO_SHOP_HAS = 1_000_000_000  # conversations; SQLite counts no further than 64 bits, and a few times this is asked for
_POSTS_EACH = 4  # of a conversation that match, mostly no more


def search(
    options: Options,
    typed: str,
    out: TextIO,
    *,
    as_json: bool = False,
    best_first: bool = False,
    most: int | None = None,
) -> int:
    """Finds conversations and writes one a line, at `most` so many of those stored last. 1 when there are none; filters
    that say nothing are misuse."""
    from desktop import past, searching

    shop = _open_to_look(options)
    try:
        asking, query = searching.Asking(shop.clock, shop.me.id), searching.parse(typed)
        limit = max(most * _POSTS_EACH, searching.WEIGHED if best_first else 0) if most else -1
        found = searching.find(shop.store, query, asking, limit, best_first=best_first)
        while most and len(found.rids) < most and not found.is_all:
            limit *= _POSTS_EACH
            found = searching.find(shop.store, query, asking, limit, best_first=best_first)
        if found.troubles:
            raise Misuse(" ".join(found.troubles))
        rids = found.rids[:most]
        for start in range(0, len(rids), 500):
            for row in past.page(shop.store, rids[start : start + 500]):
                out.write(_as_json(shop, row) if as_json else _as_line(shop, row))
        if not found.rids:
            sys.stderr.write(f"Nothing for “{typed.strip()}”.{_meant(shop, typed)}\n")
    finally:
        shop.close()
    return 0 if found.rids else TROUBLE


def _meant(shop: Shop, typed: str) -> str:
    """' Did you mean “refund”?', or nothing."""
    from desktop import searching

    words = ", ".join(other for _, other in searching.instead(shop.store, searching.parse(typed)))
    return f" Did you mean “{words}”?" if words else ""


def write_out(options: Options, typed: str, path: Path, chosen: Sequence[bool], out: TextIO) -> int:
    """Writes an export; `chosen` is export.Choices. 1 when there was nothing to write."""
    from desktop import export, searching

    shop = _open_to_look(options)
    try:
        asking = searching.Asking(shop.clock, shop.me.id)
        found = searching.find(shop.store, searching.parse(typed), asking)
        if found.troubles:
            raise Misuse(" ".join(found.troubles))
        choices = export.Choices(*chosen)
        made = export.spared(path, lambda one: export.place_of(shop, choices, one))
        written = export.write(shop, found.rids, choices, made)
    finally:
        shop.close()
    out.write(f"{written:,} {'conversation' if written == 1 else 'conversations'}: {made}\n")
    return 0 if written else TROUBLE


def write_everything(options: Options, path: Path, out: TextIO, *, is_plain: bool) -> int:
    """All that the shop has, in one file. 1 where pictures couldn't be read."""
    from desktop import everything

    shop = _open_to_look(options)
    try:
        done = everything.write(shop, path, is_plain=is_plain)
    finally:
        shop.close()
    out.write(f"Everything, {done.conversations:,} conversations and {done.pictures:,} pictures: {done.path}\n")
    for name in done.unreadable:
        out.write(f"  {name} couldn’t be read and isn’t in it.\n")
    return TROUBLE if done.unreadable else 0


def move_out(options: Options, path: Path, out: TextIO) -> int:
    """All that the shop's folder needs, in one file."""
    from desktop import moving

    if options.practice or options.read_only:
        raise Misuse("The pretend shop stays here." if options.practice else "This needs a shop that can be written.")
    shop = open_shop(options, key_of(options.shop_folder))
    try:
        made = moving.write(shop, path)
    finally:
        shop.close()
    out.write(f"The shop is in {made}. From now on use only one of the two.\n")
    return 0


def move_in(options: Options, source: Path, out: TextIO) -> int:
    """The shop from another computer, in an empty folder."""
    from desktop import moving

    if options.practice or options.read_only:
        raise Misuse("A shop can’t be moved in like that: leave out --practice and --read-only.")
    if not source.is_file():
        raise Misuse(f"There is no file at {source}.")
    moving.open_into(source, options.folder)
    moving.settle(options.folder)
    out.write(f"The shop is in {options.folder}. Sign in to each place again. What waited to be sent is held.\n")
    return 0


def forget(options: Options, given: argparse.Namespace, out: TextIO) -> int:
    """Somebody leaves this shop, or comes back. 1 where nobody has these letters in their name."""
    from desktop import letting_go

    if not given.name and not given.list:
        raise Misuse("Say who: forget NAME.")
    writes = given.remove or given.undo
    shop = open_shop(options, key_of(options.shop_folder)) if writes else _open_to_look(options)
    try:
        if given.list:
            letting_go.waiting(shop, out)
        elif given.remove:
            letting_go.forget(shop, given.name, given.place, given.which, out)
        elif given.undo:
            letting_go.undo(shop, given.name, out)
        else:
            return 0 if letting_go.who(shop, given.name, out) else TROUBLE
    finally:
        shop.close()
    return 0


def keep(options: Options, given: argparse.Namespace, out: TextIO) -> int:
    """How long messages are kept."""
    from desktop import letting_go

    months = {kind: getattr(given, kind) for kind in letting_go.KINDS if getattr(given, kind) is not None}
    only_says = not months and not given.remove
    shop = _open_to_look(options) if only_says else open_shop(options, key_of(options.shop_folder))
    try:
        letting_go.keep(shop, months, out, remove=given.remove)
    finally:
        shop.close()
    return 0


def pin(options: Options, out: TextIO, *, take_away: bool) -> int:
    """Who has a PIN; or the owner has none any more."""
    from desktop import counter, people, pins

    if options.practice:
        raise Misuse("Nobody has a PIN in the pretend shop.")
    if options.read_only and take_away:
        raise Misuse("Read-only, a PIN stays.")
    if not (options.shop_folder / FILE_NAME).exists():
        raise Misuse(f"There is no shop in {options.shop_folder} yet.")
    shop = open_shop(options, key_of(options.shop_folder)) if take_away else _open_to_look(options)
    try:
        if take_away:
            name = counter.owner_lost_pin(shop).name
            out.write(f"{name} has no PIN any more, and no recovery sentence. In the window, People has new ones.\n")
            return 0
        have = pins.holders(shop.store)
        for one in people.all(shop.store):
            what = "a PIN" if one.id in have else "no PIN"
            out.write(f"{one.name} ({one.role.value}): {what}\n")
    finally:
        shop.close()
    out.write("Helpers: the owner sets a new one under People. The owner's, with its sentence lost: pin --take-away\n")
    return 0


def open_sealed(path: Path, folder: Path | None, out: TextIO) -> int:
    """A protected export becomes a file that anybody can read."""
    from desktop import sealed
    from desktop.terminal import key_to

    made = sealed.open_into(path, key_to(sealed.ways_in(path)), folder or path.parent)
    out.write(f"Opened, and readable by anybody now: {made}\n")
    return 0


def _as_line(shop: Shop, row: Past) -> str:
    day = f"{shop.clock.local(row.first_at):%Y-%m-%d}"
    said = " ".join(row.excerpt.split())
    return f"{day}  {shop.place(row.platform)}  {row.author_name}  [{row.outcome.replace('_', ' ')}]  {said}\n"


def _as_json(shop: Shop, row: Past) -> str:
    import json

    found = {
        "id": row.id,
        "at": shop.clock.local(row.first_at).isoformat(timespec="seconds"),
        "place": shop.place(row.platform),
        "from": row.author_name,
        "kind": row.kind.value,
        "ended": row.outcome.value,
        "public": row.is_public,
        "text": row.excerpt,
    }
    return json.dumps(found, ensure_ascii=False) + "\n"
