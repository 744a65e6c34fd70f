"""What the numbers say: for each chart a sentence with its number, what is counted, and the table of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from typing import NamedTuple, TypeVar

from desktop import insights
from desktop.insights import (
    LEAST,
    LEAST_IN_STEP,
    Answers,
    Busy,
    Ending,
    Endings,
    Period,
    Phrase,
    Told,
    Topics,
    View,
)
from desktop.language.said import said
from desktop.language.times import day_of
from desktop.records import Kind
from desktop.sounding import Mean
from ui import weeks, words
from ui.moments import count, day_and_month, figure, percent, tr, translated

_MONTHS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TOPICS_SHOWN = 8  # in the chart; the table has all
ENDINGS: Mapping[Ending, str] = {
    Ending.THEY: "They said so",
    Ending.WE: "You said so",
    Ending.HIDDEN: "Fixed, not shown",
    Ending.OPEN: "Still open",
    Ending.STANDING: "Left standing",
}

Counted = TypeVar("Counted", Answers, Busy, Endings, Topics)


class Cell(NamedTuple):
    """What stands in a table, and the query of what is behind it."""

    text: str
    query: str = ""


class Table(NamedTuple):
    """The first column says what the row is about."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Finding(NamedTuple):
    """One chart in words. `few` says that there are too few for a chart; `link` leads to some or all of them."""

    key: str
    title: str
    sub: str
    table: Table
    few: str = ""
    foot: str = ""
    link: Cell = Cell("")


def findings(told: Told) -> tuple[Finding, ...]:
    """All of them, in the order of the page."""
    return tuple(make(told) for make in _ALL)


# --- times ----------------------------------------------------------------------------------------------------


def period_name(period: Period) -> str:
    """`2025`, `June 2025`, `Jul 2024 to Jun 2025`, `14 June 2025`, `3 Mar to 17 Apr 2025`."""
    first, last = period
    if period == insights.year(first.year):
        return str(first.year)
    if period == insights.month(first):
        return f"{tr(_LONG_MONTHS[first.month - 1])} {first.year}"
    if first == last:
        return f"{day_and_month(first.day, tr(_LONG_MONTHS[first.month - 1]))} {first.year}"
    if not insights.is_whole_months(period):
        days = [day_and_month(day.day, tr(_MONTHS[day.month - 1])) for day in period]
        begins = days[0] if first.year == last.year else f"{days[0]} {first.year}"
        return tr("{first} to {last}").format(first=begins, last=f"{days[1]} {last.year}")
    ends = (f"{tr(_MONTHS[day.month - 1])} {day.year}" for day in period)
    return tr("{first} to {last}").format(**dict(zip(("first", "last"), ends, strict=True)))


def is_year_before(view: View) -> bool:
    """Whether twelve months that are no year of the calendar are compared with the twelve before them."""
    first, last = view.period
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    return months == 12 and view.period != insights.year(first.year) and view.before == insights.before(view.period)


def then_name(view: View) -> str:
    """The name of the time it is compared with, as one line of a table or a legend has it: `2024`."""
    if view.before is None:
        return ""
    return tr("The year before") if is_year_before(view) else period_name(view.before)


def earlier_view(view: View) -> View:
    """The time it is compared with, in the same places; itself where it is compared with none."""
    return view._replace(period=view.before or view.period)


def compared_with(found: Counted) -> Counted | None:
    """The same of the time it is compared with, where it is enough for a chart."""
    return found.before if found.before is not None and found.before.number >= LEAST else None


def _compared(view: View, number: int, ways: tuple[str, str], **values: object) -> list[str]:
    """A sentence about the time it is compared with, when that has `number`: one of two `ways`, for any time and for
    the year before. Of too few nothing is claimed, of none nothing said."""
    if view.before is None or not number:
        return []
    if number < LEAST:
        ways = "In {period} there were too few to compare.", "The year before there were too few to compare."
    return [tr(ways[is_year_before(view)]).format(period=period_name(view.before), **values)]


def step_name(step: Period, among: Period) -> str:
    """Of a bar: `Dec`, `14`, `2024`; months of several years begin each with its number."""
    if step.first == step.last:
        return str(step.first.day)
    if step.first.year != step.last.year or (step.last - step.first).days > 31:
        return str(step.first.year)
    month = tr(_MONTHS[step.first.month - 1])
    is_new = among.first.year != among.last.year and (step.first.month == 1 or step.first == among.first)
    return f"{month} {step.first.year}" if is_new else month


def _by_what(told: Told) -> str:
    step = told.endings.steps[0]
    if step.first == step.last:
        return tr("By the day they were posted.")
    if (step.last - step.first).days > 31:
        return tr("By the year they were posted.")
    return tr("By the month they were posted.")


def _few(number: int) -> str:
    if number >= LEAST:
        return ""
    said = tr("Only {n} so far. Too few to say.").format(n=number) if number else tr("None so far.")
    return f"{said} {tr('Charts start at 20.')}"


# --- the charts ---------------------------------------------------------------------------------------------------


def _endings(told: Told) -> Finding:
    found, view = told.endings, told.view
    shown = found.shown
    sub = [_by_what(told)]
    if found.before is not None:
        ways = "In {period} it was {p}%.", "The year before it was {p}%."
        sub += _compared(view, found.before.number, ways, p=found.before.shown.percent)
    if found.taken_down:
        sub.append(count(found.taken_down, "was taken down.", "were taken down."))
    title = tr("{a} of {b} public complaints show how they ended: {p}%").format(
        a=figure(shown.some), b=figure(shown.of), p=shown.percent
    )
    if few := _few(shown.of):
        title, sub = tr("How public complaints ended"), sub[:1]
    link = _them(view, shown.of if few else 0, insights.ALL_ENDINGS)
    return Finding("endings", title, " ".join(sub), _endings_table(told), few, link=link)


def _them(view: View, number: int, pieces: str) -> Cell:
    """A link to those that are too few for a chart."""
    return Cell(tr("Read them"), insights.query(view, pieces)) if number else Cell("")


def _endings_table(told: Told) -> Table:
    found, view = told.endings, told.view
    rows = [
        (
            Cell(period_name(step)),
            *(
                Cell(figure(n), insights.query(view, insights.of_ending(one), period=step) if n else "")
                for one in Ending
                for n in (numbers.get(one, 0),)
            ),
        )
        for step, numbers in zip(found.steps, found.numbers, strict=True)
    ]
    rows.append((Cell(tr("All")), *_totals(found, view)))
    if found.before is not None and found.before.number:
        rows.append((Cell(then_name(view)), *_totals(found.before, earlier_view(view))))
    return Table((tr("Posted"), *(tr(ENDINGS[one]) for one in Ending)), tuple(rows))


def _totals(found: Endings, view: View) -> list[Cell]:
    return [_number(found.total(one), view, insights.of_ending(one)) for one in Ending]


WAITS = ("under 15 min", "15 to 60 min", "1 to 2 h", "2 to 4 h", "4 h to a day", "next day or later", "never")


def _answers(told: Told) -> Finding:
    found, view = told.answers, told.view
    many = count(found.number, "public message that needed one.", "public messages that needed one.")
    sub = f"{tr('Counted in opening hours,')} {many}"
    then, earlier = found.before, earlier_view(view)
    if then is not None and not then.number:
        then = None
    rows = [[Cell(tr(name)), _number(found.numbers[at], view, insights.of_wait(at))] for at, name in enumerate(WAITS)]
    if then is not None:
        for at, row in enumerate(rows):
            row.append(_number(then.numbers[at], earlier, insights.of_wait(at)))
    heads = (tr("First answer"), tr("Messages"), *([tr("Before")] if then else []))
    table = Table(heads, tuple(map(tuple, rows)))
    if few := _few(found.number):
        link = _them(view, found.number, insights.of_wait(-1))
        return Finding("answers", tr("How soon a person answered"), sub, table, few, link=link)
    if then is not None:
        ways = "In {period} it was {time}.", "The year before it was {time}."
        if then.half is None:
            ways = "In {period} fewer than half got one.", "The year before fewer than half got one."
        sub = " ".join([sub, *_compared(view, then.number, ways, time=_long(then.half or 0))])
    title = tr("Fewer than half got a person’s answer")
    if found.numbers[-1] == found.number:
        title = tr("Nobody got a person’s answer")
    elif found.half is not None:
        title = tr("Half got a person’s answer within {time}").format(time=_long(found.half))
    aims = (f"{place} {count(hours, 'hour', 'hours')}".strip() for place, hours in found.aims)
    foot = tr("Your aim: {hours}. {p}% made it.").format(hours=", ".join(aims), p=found.made_it.percent)
    link = Cell("")
    if never := found.numbers[-1]:
        said = tr("See the {n} nobody answered").format(n=figure(never))
        link = Cell(said, insights.query(view, insights.of_wait(len(WAITS) - 1)))
    return Finding("answers", title, sub, table, foot=foot, link=link)


def _long(minutes: float) -> str:
    """`8 min`, `1 h 8 min`; never less than it was."""
    whole = max(1, ceil(minutes))
    hours, left = divmod(whole, 60)
    pieces = [f"{figure(hours)} {tr('h')}"] if hours else []
    return " ".join([*pieces, *([f"{left} {tr('min')}"] if left or not hours else [])])


def _topics(told: Told) -> Finding:
    found, view = told.topics, told.view
    sub = tr("What complaints and praise are about, as guessed or said.")
    table = _topics_table(told)
    few = _few(found.complaints)
    if few or not found.leading:
        link = _them(view, found.complaints, "kind:complaint")
        few = few or tr("Nobody said yet what these complaints are about.")
        return Finding("topics", tr("What complaints are about"), sub, table, few, link=link)
    title = tr("{topics}: {a} of {b} complaints").format(
        topics=tr(" and ").join(words.topic(one) for one in found.leading),
        a=figure(found.in_leading),
        b=figure(found.complaints),
    )
    if found.before is not None:
        ways = "In {period} it was {a} of {b}.", "The year before it was {a} of {b}."
        were = {"a": figure(found.before.in_leading), "b": figure(found.before.complaints)}
        sub = " ".join([sub, *_compared(view, found.before.complaints, ways, **were)])
    left = len(found.rows) - TOPICS_SHOWN
    foot = tr("The table has {more}.").format(more=count(left, "more topic", "more topics")) if left > 0 else ""
    link = _number(found.in_leading, view, insights.of_topics(found.leading))._replace(text=tr("Read these complaints"))
    return Finding("topics", title, sub, table, foot=foot, link=link)


def _topics_table(told: Told) -> Table:
    """Also those that nobody speaks of any more."""
    found, view, earlier = told.topics, told.view, earlier_view(told.view)
    then = found.before if found.before is not None and found.before.rows else None
    named = dict.fromkeys(row.topic for row in (*found.rows, *(then.rows if then else ())))

    def cells(topic: str, kind: Kind) -> list[Cell]:
        query = insights.of_topic(topic, kind)
        made = [_number(found.of(topic).number(kind), view, query)]
        return [*made, _number(then.of(topic).number(kind), earlier, query)] if then else made

    before = [tr("Before")] if then else []
    return Table(
        (tr("About"), tr("Complaints"), *before, tr("Praise"), *before),
        tuple((Cell(words.topic(one)), *cells(one, Kind.COMPLAINT), *cells(one, Kind.PRAISE)) for one in named),
    )


def _number(number: int, view: View, pieces: str) -> Cell:
    return Cell(figure(number), insights.query(view, pieces) if number else "")


def hours_shown(busy: Busy) -> range:
    """From 6 to 22, and further where somebody wrote or the shop is open."""
    hours = {hour for (_, hour), number in busy.hours.items() if number}
    hours = hours.union(*busy.opens.values(), {6, 22})
    return range(min(hours), max(hours) + 1)


def said_hour(day: int, hour: int) -> str:
    """`Saturday, 8 to 9`"""
    return tr("{day}, {hour} to {next}").format(day=tr(_LONG_DAYS[day]), hour=hour, next=hour + 1)


def _busy(told: Told) -> Finding:
    found, view = told.busy, told.view
    sub = tr("When conversations began, by weekday and hour.")
    if found.opens:
        sub = f"{sub} {tr('Dashed: open.')}"
    table = _busy_table(told)
    if few := _few(found.number):
        return Finding("busy", tr("When people write"), sub, table, few, link=_them(view, found.number, ""))
    day = found.busiest_day()
    hours = found.busiest_hours(day)
    at = "Busiest on {day}, at {first}" if len(hours) == 1 else "Busiest on {day}, at {first} and at {last}"
    title = tr(at).format(day=tr(_LONG_DAYS[day]), first=hours[0], last=hours[-1])
    if found.before is not None and found.before.number:
        sub = " ".join([sub, *_busy_then(found.before, view)])
    shut = found.while_closed
    link = Cell("")
    if found.opens and shut.some:
        said = tr("{p}% came while closed").format(p=shut.percent)
        if (then := compared_with(found)) is not None:
            said = tr("{p}% came while closed, was {before}%").format(
                p=shut.percent, before=then.while_closed.percent
            )
        link = Cell(said, insights.query(view, insights.CLOSED))
    return Finding("busy", title, sub, table, link=link)


def _busy_table(told: Told) -> Table:
    found, view = told.busy, told.view
    rows = [
        (
            Cell(str(hour)),
            *(_number(found.hours.get((day, hour), 0), view, insights.of_hour(day, hour)) for day in weeks.days()),
        )
        for hour in hours_shown(found)
    ]
    rows.append((Cell(tr("All")), *_by_day(found, view)))
    if found.before is not None and found.before.number:
        rows.append((Cell(then_name(view)), *_by_day(found.before, earlier_view(view))))
    return Table((tr("Hour"), *(tr(DAYS[day]) for day in weeks.days())), tuple(rows))


def _by_day(found: Busy, view: View) -> list[Cell]:
    return [_number(found.on(day), view, insights.of_day(day)) for day in weeks.days()]


def _busy_then(then: Busy, view: View) -> list[str]:
    """When it was busiest in the time it is compared with."""
    day = then.busiest_day()
    hours = then.busiest_hours(day)
    ways = "In {period} it was {day}, at {first}.", "The year before it was {day}, at {first}."
    if len(hours) > 1:
        ways = (
            "In {period} it was {day}, at {first} and at {last}.",
            "The year before it was {day}, at {first} and at {last}.",
        )
    return _compared(view, then.number, ways, day=tr(_LONG_DAYS[day]), first=hours[0], last=hours[-1])


def _sounding(told: Told) -> Finding:
    found, view = told.sounding, told.view
    every = found.every
    many = count(every.number, "public reply.", "public replies.")
    sub = [tr("Share of each reply in the writer’s own words."), many]
    if found.elsewhere:
        compared = tr("{n} written elsewhere: what stands in no wording counts as own.")
        sub.append(compared.format(n=figure(found.elsewhere)))
    table = _sounding_table(told)
    if few := _few(every.number):
        link = _them(view, every.number, insights.REPLIED)
        return Finding("sounding", tr("How replies sound"), " ".join(sub[:2]), table, few, link=link)
    title = tr("{p}% of each reply is in the writer’s own words").format(p=every.percent)
    if found.since is not None:
        is_like = found.since.now.against(found.since.then)
        told_as = _LIKE_THE_YEAR if found.since.period == view.before and is_year_before(view) else _LIKE
        title = tr(told_as[is_like]).format(then=_then(found.since.period, view))
    if found.before.number < LEAST:
        sub += _compared(view, found.before.number, ("", ""))
    return Finding("sounding", title, " ".join(sub), table)


def _then(period: Period, view: View) -> str:
    """The months of a year that is looked at go without its number: `Jan to Mar`."""
    if period.first.year != period.last.year or view.period != insights.year(period.first.year):
        return period_name(period)
    first, last = (tr(_MONTHS[day.month - 1]) for day in period)
    return tr("{first} to {last}").format(first=first, last=last)


_LIKE: Mapping[int, str] = {
    1: "Replies sound more like you than in {then}",
    0: "Replies sound as much like you as in {then}",
    -1: "Replies sound less like you than in {then}",
}
_LIKE_THE_YEAR: Mapping[int, str] = {
    1: "Replies sound more like you than the year before",
    0: "Replies sound as much like you as the year before",
    -1: "Replies sound less like you than the year before",
}


def _sounding_table(told: Told) -> Table:
    found, view = told.sounding, told.view
    rows = [
        _share_row(one.name, one.now, one.before, insights.query(view, insights.of_writer(one.name)))
        for one in found.writers
    ]
    rows.append(_share_row(tr("Everyone"), found.every, found.before, insights.query(view, insights.REPLIED)))
    rows += [
        _share_row(period_name(step), mean, Mean(), insights.query(view, insights.REPLIED, period=step), LEAST_IN_STEP)
        for step, mean in zip(found.steps, found.numbers, strict=True)
        if mean.number
    ]
    for one in found.phrases:
        many = _number(one.number, view, insights.of_phrase(one.words))
        rows.append((Cell(f"“{one.words}”"), Cell(rest_of(one)), Cell(""), many))
    return Table((tr("Whose words"), tr("Own words"), tr("Before"), tr("Replies")), tuple(rows))


def rest_of(phrase: Phrase) -> str:
    """`resting till 8 July`, or nothing."""
    return translated(said("resting till {date}", date=day_of(phrase.until))) if phrase.until else ""


def _share_row(name: str, now: Mean, before: Mean, query: str, least: int = LEAST) -> tuple[Cell, ...]:
    """No share of so few that it would say nothing."""
    shares = (percent(mean.percent) if mean.number >= least else "" for mean in (now, before))
    return (Cell(name), *map(Cell, shares), Cell(figure(now.number), query if now.number else ""))


_ALL: tuple[Callable[[Told], Finding], ...] = (_endings, _answers, _topics, _busy, _sounding)
