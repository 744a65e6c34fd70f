"""The week, printed: one A4 page for the owner. Left: how the board stands; right: what the week brought."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop import weekly
from desktop.clock import Clock
from desktop.records import Complaint, Promise, Stage
from desktop.shop import Shop
from desktop.shopbook import Run
from desktop.weekly import Days, Weekly
from ui import moments, words
from ui.moments import figure, tr
from ui.opening import run_text
from ui.printing import MM, Page, write

from .top import begun, summary

_MOST = {"open": 14, "fixed": 14, "missed": 8, "kept": 8, "shown": 8, "causes": 8, "standing": 6}
_LETTERS = 60  # of a name or a note: a longer one is cut
_GAP = 8 * MM


def print_week(shop: Shop, days: Days, path: Path) -> None:
    """Reads the week and writes the PDF. Raises DiskTrouble when the file can't be written."""
    told = weekly.read(shop, days)
    made = _Week(shop, told)
    write(path, f"{shop.name}: {made.title}", (made.lay,))


def days_text(days: Days, clock: Clock) -> str:
    """`9 to 15 June`"""
    return run_text(Run(days.first, days.last, ""), clock.local(clock.now()).date())


class _Week:
    """The words of the page, and where they stand."""

    def __init__(self, shop: Shop, told: Weekly) -> None:
        self._shop, self._clock, self._told = shop, shop.clock, told
        self.title = tr("The week from {days}").format(days=days_text(told.days, shop.clock))
        if shop.is_practice:
            self.title = f"{tr('Practice')} · {self.title}"

    def lay(self, page: Page) -> None:
        y = self._head(page)
        width = (page.width - _GAP) / 2
        ends = self._board(page, y, width), self._week(page, width + _GAP, y, width)
        page.is_full = max(ends) > page.bottom

    def _head(self, page: Page) -> float:
        y = page.text(self.title, 0, 0, page.width, strong=True, grow=1.7) + 2 * MM
        counts = self._told.counts
        said = "".join(part if isinstance(part, str) else part[0] for part in summary(counts))
        y = page.text(said, 0, y, page.width, strong=True, grow=1.1)
        if counts.total_this_year:
            number = tr("{shown} of {total}").format(shown=counts.shown_this_year, total=counts.total_this_year)
            y = page.text(number + tr(" this year show a resolution"), 0, y, page.width)
        when = moments.for_paper(self._clock, self._told.at)
        foot = tr("{shop} · the board as it stood on {when}").format(shop=_cut(self._shop.name), when=when)
        page.text(foot, 0, page.bottom + 3 * MM, page.width, grow=0.85)
        page.rule(0, page.bottom + 2 * MM, page.width)
        return y + 3 * MM

    def _board(self, page: Page, y: float, width: float) -> float:
        """The open columns of the board, two and two, with their own names and numbers."""
        told = self._told
        open_, fixed = (Stage.NO_ANSWER, Stage.ANSWERED), (Stage.FIXED, Stage.ASKED)
        rows = [self._open_row(one) for one in told.open]
        y = self._list(page, 0, y, width, "open", self._numbers(open_), rows, tr("Nothing like that is open."))
        rows = [self._fixed_row(one) for one in told.fixed]
        nothing = tr("Whatever is fixed shows it.")
        return self._list(page, 0, y, width, "fixed", self._numbers(fixed), rows, nothing)

    def _numbers(self, stages: Sequence[Stage]) -> str:
        """`Fixed, not shown: 3 · Asked to say so: 2`"""
        each = ((words.stage(stage).text, self._told.counts.by_stage.get(stage, 0)) for stage in stages)
        return " · ".join(_whole(f"{name}: {figure(number)}") for name, number in each)

    def _week(self, page: Page, x: float, y: float, width: float) -> float:
        told = self._told
        lists: tuple[tuple[str, str, list[str], str], ...] = (
            ("missed", tr("Promises missed"), [self._missed_row(one) for one in told.missed],
             tr("No promise was missed this week.")),
            ("kept", tr("Promises kept"), [self._promise_row(one) for one in told.kept],
             tr("No promise was due and kept this week.")),
            ("shown", tr("Endings that came to show"), [self._shown_row(one) for one in told.shown],
             tr("No ending came to show this week.")),
            ("causes", tr("What went wrong more than once"),
             [tr("{cause} ×{n}").format(cause=begun(tr(one.name)), n=one.number) for one in told.causes],
             tr("Nothing was named twice this week.")),
            ("standing", tr("Left standing"), [self._standing_row(one) for one in told.standing],
             tr("Nothing was left standing this week.")),
        )  # fmt: skip
        for key, title, rows, nothing in lists:
            head = f"{title}: {figure(len(rows))}" if rows else title
            if key == "kept" and told.moved:
                head = f"{head} · {_whole(tr('moved in time: {n}').format(n=figure(len(told.moved))))}"
            y = self._list(page, x, y, width, key, head, rows, nothing)
        return y

    def _list(
        self, page: Page, x: float, y: float, width: float, key: str, title: str, rows: Sequence[str], nothing: str
    ) -> float:
        """A list under its title; what there is no room for is counted."""
        y = page.text(title, x, y, width, strong=True, grow=1.2)
        page.rule(x, y, width)
        y += 0.8 * MM
        shown = rows if len(rows) <= _MOST[key] else rows[: _MOST[key] - 1]
        for row in shown:
            y = page.text(row, x, y, width) + 0.5 * MM
        if left := len(rows) - len(shown):
            y = page.text(tr("and {n} more").format(n=figure(left)), x, y, width)
        elif not rows:
            y = page.text(nothing, x, y, width)
        return y + 4 * MM

    # --- rows -----------------------------------------------------------------------------------------

    def _who(self, one: Complaint) -> str:
        since = moments.date(self._clock, one.opened_at)
        return tr("{name}, {place}, since {date}").format(
            name=_cut(one.author_name), place=words.place(self._shop.place(one.platform)), date=since
        )

    def _open_row(self, one: Complaint) -> str:
        return f"{self._who(one)} · {_whole(words.stage(one.stage).text)}{self._late(one)}"

    def _fixed_row(self, one: Complaint) -> str:
        asked = one.stage is Stage.ASKED
        at = (one.asked_at if asked else one.fixed_at) or one.stage_at
        said = tr("Asked {date}") if asked else tr("Fixed {date}")
        return f"{self._who(one)} · {_whole(said.format(date=moments.date(self._clock, at)))}{self._late(one)}"

    def _late(self, one: Complaint) -> str:
        return f" · {tr('late')}" if one.id in self._told.late else ""

    def _shown_row(self, one: Complaint) -> str:
        said = words.proof(one.proof_kind) if one.proof_kind else words.stage(one.stage).text
        return f"{self._who(one)} · {_whole(said)}"

    def _standing_row(self, one: Complaint) -> str:
        place = words.place(self._shop.place(one.platform))
        why = words.standing_reason(one.standing_reason, place) if one.standing_reason else ""
        return " · ".join(part for part in (self._who(one), why, _cut(one.standing_note)) if part)

    def _promise_row(self, one: Promise) -> str:
        return tr("{name}, by {when}").format(
            name=_cut(one.author_name), when=moments.full(self._clock, one.due_at)
        )

    def _missed_row(self, one: Promise) -> str:
        if one.kept_at is None:
            return f"{self._promise_row(one)} · {_whole(tr('still owed'))}"
        said = tr("moved {when}") if one.moved_at else tr("kept {when}")
        return f"{self._promise_row(one)} · {_whole(said.format(when=moments.full(self._clock, one.kept_at)))}"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1].rstrip()}…"


def _whole(text: str) -> str:
    """Never broken over two lines."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")
