"""What each filter of a query means, as a condition on a conversation (`c`) and its complaint (`k`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop import clock as clocks
from desktop import past
from desktop.clock import Clock
from desktop.faces import FACES
from desktop.language.said import Said, said
from desktop.language.unspaced import searchable
from desktop.past import Outcome
from desktop.records import Group, Kind
from desktop.searching import answers
from desktop.searching.near import fold, languages, spelled_otherwise
from desktop.searching.query import ALL_HOLD, Filter
from desktop.store import Store
from desktop.triage.judgement import Topic


class Condition(NamedTuple):
    """A piece of SQL about `c` and `k`, and what its question marks stand for."""

    sql: str
    params: tuple[object, ...] = ()
    is_few: bool = False  # so few that they are looked up, rather than met on the way through all


class Nonsense(ValueError):
    """A filter's value says nothing; `words` tell a person what would."""

    def __init__(self, words: Said) -> None:
        super().__init__(words)
        self.words = words


class Asking(NamedTuple):
    """Who asks, and when."""

    clock: Clock
    me: str = ""
    store: Store | None = None  # where a filter has to look before it can say what it means


def condition(one: Filter, asking: Asking) -> Condition:
    """Raises Nonsense."""
    found = _MEANINGS[one.key](one.value, asking)
    return Condition(f"not coalesce(({found.sql}), 0)", found.params) if one.is_not else found


def conditions(filters: Sequence[Filter], asking: Asking) -> tuple[list[Condition], list[Said]]:
    """All that has to hold, and what to tell a person of the filters that say nothing."""
    found: list[Condition] = []
    either: dict[str, list[Condition]] = {}
    troubles: list[Said] = []
    for one in filters:
        try:
            made = condition(one, asking)
        except Nonsense as error:
            troubles.append(error.words)
            continue
        if one.is_not or one.key in ALL_HOLD:
            found.append(made)
        else:
            either.setdefault(one.key, []).append(made)
    for some in either.values():
        params = tuple(value for one in some for value in one.params)
        found.append(Condition(" or ".join(f"({one.sql})" for one in some), params))
    return found, troubles


# --- kinds, endings, places ------------------------------------------------------------------------------


KINDS: Mapping[str, Kind] = {
    **{kind.value.replace("_", ""): kind for kind in Kind},
    "complaints": Kind.COMPLAINT,
    "questions": Kind.QUESTION,
    "ideas": Kind.IDEA,
    "abuse": Kind.ABUSIVE,
}
_AS_OUTCOME = f"{past.OUTCOME} = '{{0}}'"
ENDINGS: Mapping[str, str] = {  # a complaint's stage alone where that says it: the outcome looks at its posts too
    "shown": "k.stage = 'shown'",
    "they": f"k.stage = 'shown' and {_AS_OUTCOME.format(Outcome.THEY_SAID_SO)}",
    "we": f"k.stage = 'shown' and {_AS_OUTCOME.format(Outcome.WE_SAID_SO)}",
    "hidden": "k.stage in ('fixed', 'asked')",
    "standing": "k.stage = 'standing'",
    "open": "k.stage in ('no_answer', 'answered', 'fixed', 'asked')",
    "gone": "k.stage = 'taken_down'",
    "answered": _AS_OUTCOME.format(Outcome.ANSWERED),
    "unanswered": _AS_OUTCOME.format(Outcome.NO_ANSWER),
}


def _flat(value: str) -> str:
    return re.sub(r"[\s_-]+", "", fold(value))


def _kind(value: str, _: Asking) -> Condition:
    kind = KINDS.get(_flat(value))
    if kind is None:
        raise Nonsense(_choices("kind", value, sorted({one.value.replace("_", "-") for one in Kind})))
    return Condition("c.kind = ?", (kind.value,))


def _ended(value: str, _: Asking) -> Condition:
    sql = ENDINGS.get(_flat(value))
    if sql is None:
        raise Nonsense(_choices("ended", value, list(ENDINGS)))
    return Condition(sql)


def _place(value: str, _: Asking) -> Condition:
    wanted = _flat(value)
    keys = [key for key, (name, _letters) in FACES.items() if wanted in (_flat(name), _flat(key.rpartition(".")[2]))]
    if wanted in ("byhand", "hand"):
        return Condition("c.source = 'by_hand'")
    if not keys:
        keys = [key for key, (name, _letters) in FACES.items() if _flat(name).startswith(wanted)]
    if not keys:
        raise Nonsense(said("There's no place called “{value}”.", value=value))
    marks = ", ".join("?" * len(keys))
    return Condition(f"c.platform in ({marks})", tuple(keys))


def _choices(key: str, value: str, choices: Sequence[str]) -> Said:
    words = "“{key}:{value}” says nothing. One of: {choices}."
    return said(words, key=key, value=value, choices=", ".join(choices))


# --- people -------------------------------------------------------------------------------------------------


def _by(value: str, asking: Asking) -> Condition:
    """`by:priya` is everybody who is called that, or begins with that name."""
    if value.lower() == "me":
        who = "o.written_by = (select name from people where id = ?) and o.written_by <> ''"
        params: tuple[object, ...] = (asking.me,)
    else:
        called = "lower(name) = lower(?) or name like ? escape '\\'"
        who = f"o.written_by in ({_WRITERS} select name from writers where {called})"
        params = (value, _like(value) + " %")
    return Condition(f"exists(select 1 from posts o where o.conversation = c.id and o.is_ours and {who})", params)


# The names under our words, each looked up once in its index.
_WRITERS = """with recursive writers(name) as (
  select (select min(w.written_by) from posts w where w.is_ours and w.written_by > '') union all
  select (select min(w.written_by) from posts w where w.is_ours and w.written_by > name) from writers
  where name <> '')"""


def _from(value: str, asking: Asking) -> Condition:
    if value.startswith("@") and len(value) > 1:
        sql = "c.author in (select id from authors where handle like ? escape '\\')"
        return Condition(sql, (_like(value[1:]) + "%",))
    words = re.sub(r'["\0]', " ", value).split()  # as it is: the index puts no spaces into names
    if not words or not re.search(r"\w", value):
        raise Nonsense(said("“from:{value}” names nobody.", value=value))
    groups = [_spelled(word, "", asking) for word in words[:-1]] + [_spelled(words[-1], "*", asking)]
    match = f"author_name : ({' AND '.join(groups)})"
    sql = (
        "c.id in (select f.conversation from posts_fts join posts f on f.rid = posts_fts.rowid "
        "where posts_fts match ? and not f.is_ours)"
    )
    return Condition(sql, (match,))


def _spelled(name: str, begun: str, asking: Asking) -> str:
    """A name, also with its umlauts in one letter or in two."""
    store = asking.store
    others = spelled_otherwise(store, name, languages(store)) if store is not None else ()
    return "(" + " OR ".join(f'"{one}"{begun}' for one in (name, *(other.text for other in others))) + ")"


def _like(value: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", value)


def _topic(value: str, _: Asking) -> Condition:
    """What it is about, as guessed or as a person said; or a word of theirs that begins like that."""
    words = re.findall(r"\w+", searchable(value))
    if not words:
        raise Nonsense(said("“topic:{value}” names nothing.", value=value))
    if value in set(Topic):
        return Condition("' ' || c.topics || ' ' like ?", (f"% {value} %",))
    match = "words : (" + " ".join(f'"{word}"*' for word in words) + ")"
    sql = (
        "c.id in (select f.conversation from posts_fts join posts f on f.rid = posts_fts.rowid "
        "where posts_fts match ? and not f.is_ours and f.gone_at is null)"
    )
    named = [topic.value for topic in Topic if any(_flat(part).startswith(_flat(value)) for part in _names(topic))]
    about = "".join(f" or ' ' || c.topics || ' ' like '% {name} %'" for name in named)
    return Condition(sql + about, (match,))


def _names(topic: Topic) -> tuple[str, ...]:
    return (topic.value, *topic.value.split("_"))


# --- times ----------------------------------------------------------------------------------------------------


_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DAYS = {"today": 0, "yesterday": 1}


def period(value: str, clock: Clock) -> tuple[datetime, datetime]:
    """When a year, a month, a day (`2025`, `2025-06`, `2025-06-17`, `today`, `yesterday`) begins here and when it
    is over. Raises Nonsense.
    """
    plain = value.strip().lower()
    if plain in _DAYS:
        local = clock.local(clock.now()).replace(tzinfo=None)
        day = local.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=_DAYS[plain])
        return clocks.from_wall(clock, day), clocks.from_wall(clock, day + timedelta(days=1))
    found = _DATE.fullmatch(plain)
    try:
        if not found:
            raise ValueError(value)
        year, month, day_of = (int(part) if part else 0 for part in found.groups())
        first = datetime(year, month or 1, day_of or 1)  # noqa: DTZ001 (a wall clock's)
        after = _next(first, month, day_of)
        return clocks.from_wall(clock, first), clocks.from_wall(clock, after)
    except (ValueError, OverflowError):
        words = said("“{value}” is no date. Write 2025, 2025-06 or 2025-06-17.", value=value)
        raise Nonsense(words) from None


def _next(first: datetime, month: int, day: int) -> datetime:
    if day:
        return first + timedelta(days=1)
    if month:
        return first.replace(year=first.year + month // 12, month=month % 12 + 1)
    return first.replace(year=first.year + 1)


def _before(value: str, asking: Asking) -> Condition:
    return Condition("c.first_at < ?", (clocks.to_text(period(value, asking.clock)[0]),))


def _after(value: str, asking: Asking) -> Condition:
    """From that time on: `after:2025` begins with New Year's Day."""
    return Condition("c.first_at >= ?", (clocks.to_text(period(value, asking.clock)[0]),))


def _span(value: str, clock: Clock) -> tuple[datetime, datetime]:
    """`2025-12`, or from one to another with both: `2025-11..2026-01`. Raises Nonsense."""
    first, dots, last = value.partition("..")
    return period(first, clock)[0], period(last if dots else first, clock)[1]


def _on(value: str, asking: Asking) -> Condition:
    begins, ends = _span(value, asking.clock)
    return Condition("c.first_at >= ? and c.first_at < ?", (clocks.to_text(begins), clocks.to_text(ends)))


def asked_time(filters: Sequence[Filter], clock: Clock) -> tuple[date, date]:
    """The first day that the filters ask for, and the first one behind them; the ends of all days if none is said."""
    begins, ends, spans = [date.min], [date.max], list[tuple[date, date]]()
    for one in filters:
        if one.is_not or one.key not in ("on", "before", "after"):
            continue
        with suppress(Nonsense):
            span = _span(one.value, clock) if one.key == "on" else period(one.value, clock)
            first, behind = (clock.local(moment).date() for moment in span)
            if one.key == "on":
                spans.append((first, behind))
            else:
                (ends if one.key == "before" else begins).append(first)
    if spans:  # any of them is asked for
        begins.append(min(first for first, _ in spans))
        ends.append(max(behind for _, behind in spans))
    return max(begins), min(ends)


def as_filter(first: date, last: date) -> str:
    """A time as the value of `on:`: `2025`, `2025-12`, `2025-12-16..2026-01-15`."""
    ends = last + timedelta(days=1)
    if (first.month, first.day, ends.month, ends.day) == (1, 1, 1, 1) and ends.year == first.year + 1:
        return str(first.year)
    if first.day == 1 and ends.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return first.isoformat() if first == last else f"{first.isoformat()}..{last.isoformat()}"


# --- weekdays and hours ------------------------------------------------------------------------------------------


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_KNOWN_YEARS = 25  # back from today: as long as people have written in public about shops
_HOURS = re.compile(r"(\d{1,2})(?:\s*(?:-|\.\.)\s*(\d{1,2}))?")


def began(clock: Clock) -> str:
    """When conversation `c` began on the shop's own clocks, as SQL: `2025-06-14 09:00:00`."""
    now = clock.now()
    steps = clocks.steps(clock, now - timedelta(days=366 * _KNOWN_YEARS), now + timedelta(days=366))
    ahead = [f"'{int(off / timedelta(minutes=1)):+d} minutes'" for _until, off in steps]
    cases = "".join(
        f"when c.first_at < '{clocks.to_text(until)}' then {by} " for (until, _), by in zip(steps, ahead, strict=True)
    )
    return f"datetime(c.first_at, case {cases}else {ahead[-1]} end)"


def _day(value: str, asking: Asking) -> Condition:
    names = [number for number, name in enumerate(WEEKDAYS) if _flat(value)[:3] == name]
    if not names:
        raise Nonsense(_choices("day", value, WEEKDAYS))
    return Condition(f"strftime('%w', {began(asking.clock)}) = ?", (str((names[0] + 1) % 7),))


def _hour(value: str, asking: Asking) -> Condition:
    """`8` is from eight to nine, `8-10` from eight to eleven."""
    found = _HOURS.fullmatch(value.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (24, 0)
    if not 0 <= first <= last <= 23:
        raise Nonsense(said("“hour:{value}” says nothing. Write 0 to 23, or 8-10.", value=value))
    return Condition(f"strftime('%H', {began(asking.clock)}) between ? and ?", (f"{first:02d}", f"{last:02d}"))


# Open at `at`, a moment on the shop's clocks: since that day's opening, or past midnight since the day before's.
_IS_OPEN = """(
  exists(select 1 from hours h where h.weekday = (strftime('%w', {at}) + 6) % 7 and time({at}) >= h.opens || ':00'
    and (time({at}) < h.closes || ':00' or h.closes <= h.opens))
  and not exists(select 1 from closures s where s.day = date({at}))
  or exists(select 1 from hours h where h.weekday = (strftime('%w', {at}) + 5) % 7 and h.closes <= h.opens
    and time({at}) < h.closes || ':00')
  and not exists(select 1 from closures s where s.day = date({at}, '-1 day')))"""
_CAME = {"open": "", "closed": "not "}


def came_open(clock: Clock) -> str:
    """Whether conversation `c` began while the shop was open, as SQL."""
    return f"(select {_IS_OPEN.format(at='b.at')} from (select {began(clock)} as at) b)"


def _came(value: str, asking: Asking) -> Condition:
    """A shop that has no hours is never closed."""
    which = _CAME.get(_flat(value))
    if which is None:
        raise Nonsense(_choices("came", value, list(_CAME)))
    known = "exists(select 1 from hours)"
    is_open = f"(not {known} or {came_open(asking.clock)})"
    return Condition(f"{which}{is_open}")


# --- answers -----------------------------------------------------------------------------------------------------


_LONG = re.compile(r"(\d{1,4})\s*(min|h|d)", re.I)


def _answered(value: str, asking: Asking) -> Condition:
    """`never`, or in public within so long: `15min`, `2h`, in opening hours; `1d`, as many as a day has."""
    if _flat(value) == "never":
        return Condition(answers.NEVER)
    found = _LONG.fullmatch(value.strip())
    if not found:
        raise Nonsense(said("“answered:{value}” says nothing. Write 15min, 2h, 1d or never.", value=value))
    if asking.store is None:
        return Condition("0", (int(found[1]), found[2].lower()))
    each = {"min": 1.0, "h": 60.0}.get(found[2].lower()) or answers.day_long(asking.store)
    answers.teach(asking.store, asking.clock)
    return Condition(f"{answers.WAITED} < ?", (int(found[1]) * each,))


# --- stars, states, things ---------------------------------------------------------------------------------------


_STARS = re.compile(r"(<=|>=|<|>|=)?\s*([1-5])(?:\s*(?:-|\.\.)\s*([1-5]))?")


def _stars(value: str, _: Asking) -> Condition:
    found = _STARS.fullmatch(value)
    if not found or (found[1] and found[3]):
        raise Nonsense(said("“stars:{value}” says nothing. Write 1 to 5, <3 or 2-4.", value=value))
    if found[3]:
        return Condition("c.stars between ? and ?", tuple(sorted((int(found[2]), int(found[3])))))
    return Condition(f"coalesce(c.stars, 0) > 0 and c.stars {found[1] or '='} ?", (int(found[2]),))


_SAID = "exists(select 1 from posts o where o.conversation = c.id and {0} and o.gone_at is null)"
_IS: Mapping[str, str] = {
    "public": "c.is_public",
    "private": "not c.is_public",
    "open": f"c.grp = {Group.NEEDS_ANSWER:d}",
    "waiting": f"c.grp = {Group.WAITING:d}",
    "done": f"c.grp = {Group.DONE:d}",
    "mine": "c.holder = :me",
    "serious": "c.is_serious",
    "guess": "c.kind_is_guess",
    "edited": "c.id in (select o.conversation from post_versions v cross join posts o on o.id = v.post)",
    "gone": "c.id in (select o.conversation from posts o where not o.is_ours and o.gone_at is not null)",
}
_FEW = ("edited", "gone")
_HAS: Mapping[str, str] = {
    "note": "c.id in (select n.conversation from notes n)",
    "proof": "exists(select 1 from proofs f where f.complaint = c.id and f.taken_back_at is null)",
    "answer": _SAID.format("o.is_ours"),
    "private": _SAID.format("not o.is_public"),
    "promise": "exists(select 1 from promises m where m.conversation = c.id and m.taken_back_at is null)",
    "stars": "c.stars is not null",
    "link": "c.id in (select o.conversation from (select rowid as r from posts_fts where posts_fts match "
    "'words : (http OR https)') join posts o on o.rid = r where not o.is_ours and o.gone_at is null "
    "and o.text like '%http%://%')",
    "reminder": "c.remind_at is not null",
}


# Where words are looked for (find.py); without words, what has any there.
_IN: Mapping[str, str] = {
    "ours": "exists(select 1 from posts o where o.conversation = c.id and o.is_ours)",
    "theirs": "exists(select 1 from posts o where o.conversation = c.id and not o.is_ours)",
    "notes": _HAS["note"],
}


def searched_in(filters: Sequence[Filter]) -> frozenset[str]:
    """"ours", "theirs", "notes": where the words of a query may stand."""
    named = [(_flat(one.value), one.is_not) for one in filters if one.key == "in" and _flat(one.value) in _IN]
    wanted = {value for value, is_not in named if not is_not} or set(_IN)
    return frozenset(wanted - {value for value, is_not in named if is_not})


def _one_of(key: str, meanings: Mapping[str, str]) -> Callable[[str, Asking], Condition]:
    def meaning(value: str, asking: Asking) -> Condition:
        sql = meanings.get(_flat(value))
        if sql is None:
            raise Nonsense(_choices(key, value, list(meanings)))
        return Condition(sql.replace(":me", "?"), (asking.me,) if ":me" in sql else (), _flat(value) in _FEW)

    return meaning


_MEANINGS: Mapping[str, Callable[[str, Asking], Condition]] = {
    "kind": _kind,
    "place": _place,
    "by": _by,
    "from": _from,
    "topic": _topic,
    "ended": _ended,
    "before": _before,
    "after": _after,
    "on": _on,
    "day": _day,
    "hour": _hour,
    "came": _came,
    "answered": _answered,
    "stars": _stars,
    "is": _one_of("is", _IS),
    "has": _one_of("has", _HAS),
    "in": _one_of("in", _IN),
}

CHOICES: Mapping[str, tuple[str, ...]] = {  # for the keys that have only so many
    "kind": tuple(kind.value.replace("_", "-") for kind in Kind),
    "ended": tuple(ENDINGS),
    "topic": tuple(Topic),
    "day": WEEKDAYS,
    "came": tuple(_CAME),
    "answered": ("15min", "1h", "2h", "4h", "1d", "never"),
    "stars": ("<3", ">3", "1", "2", "3", "4", "5"),
    "is": tuple(_IS),
    "has": tuple(_HAS),
    "in": tuple(_IN),
}


def alike(one: Filter, other: Filter) -> bool:
    """Whether both mean the same, however they are written; who asks makes no difference."""
    if one.key != other.key or one.is_not != other.is_not:
        return False
    try:
        return condition(one, _NOBODY) == condition(other, _NOBODY)
    except Nonsense:
        return False


_NOBODY = Asking(clocks.SystemClock())
