"""The shop's choices: each has a name, a default and a label; some can differ per person."""

from __future__ import annotations

import json
from typing import Generic, NamedTuple, TypeVar

from desktop.store import Store

OWNS = ("settings",)
T = TypeVar("T")
_MOST = 1_000_000


class Setting(NamedTuple, Generic[T]):
    """A choice with its default; `label` is what the settings dialog says."""

    key: str
    default: T
    label: str


LANGUAGE = Setting("language", "", "Language")  # "": the computer's, where we speak it
SHOP_NAME = Setting("shop_name", "", "The shop's name")
UNDO_SECONDS = Setting("undo_seconds", 10, "Time to take a reply back, in seconds")  # 0: hold until Send now
HOLD_OUTBOX = Setting("hold_outbox", False, "Hold the outbox")
HOLD_AT_START = Setting("hold_at_start", False, "Hold the outbox at each start")
CHECK_MINUTES = Setting("check_minutes", 10, "Check all places every so many minutes")
THEME = Setting("theme", "system", "Theme")
TEXT_SCALE = Setting("text_scale", 1.0, "Text size")
ROWS = Setting("rows", "roomy", "Rows")
SINGLE_KEYS = Setting("single_keys", True, "Single-key shortcuts")
KEYS: Setting[dict[str, object]] = Setting("keys", {}, "Single keys that were changed")
NOTIFY = Setting("notify", True, "Notifications")
QUIET_WHEN_CLOSED = Setting("quiet_when_closed", True, "Quiet while the shop is closed")
SHOW_WORDS_IN_NOTIFICATIONS = Setting("show_words", False, "Show names and words in notifications")
NEWS: Setting[dict[str, object]] = Setting("news", {}, "Kinds of news that were turned on or off")
KEEP_CHECKING = Setting("keep_checking", False, "Keep checking when the window is closed")
MOTION = Setting("motion", "follow", "Motion")
READING_FACE = Setting("reading_face", True, "Their words in a reading face")
REST_DAYS = Setting("rest_days", 30, "Days a wording rests after it was used")
AIM_FIRST_ANSWER_HOURS = Setting("aim_first_answer_hours", 2, "First answer in so many opening hours")
AIM_ENDING_DAYS = Setting("aim_ending_days", 7, "A visible ending in so many days")
SUGGEST_DAYS = Setting("suggest_days", 3, "Opening days without a word, then saying it ourselves is suggested")
SUGGEST_CHOICES = (1, 2, 3, 5, 7, 10)
AIMS_OF_PLACES: Setting[dict[str, object]] = Setting("aims_of_places", {}, "Aims of single places")  # [hours, days]
CURRENCY = Setting("currency", "€", "Currency")
CURRENCIES = (
    ("€", "EUR"), ("£", "GBP"), ("$", "USD/AUD/CAD/NZD"), ("CHF", ""), ("kr", ""), ("zł", "PLN"),
    ("Kč", "CZK"), ("¥", "JPY"), ("₹", "INR"),
)  # fmt: skip
WEEK_START = Setting("week_start", "monday", "A week begins on")
WEEK_STARTS = {"monday": 0, "saturday": 5, "sunday": 6}
IS_PRACTICE = Setting("is_practice", False, "The pretend shop")
LAST_PERSON = Setting("last_person", "", "Who was at the counter last")
RUNNING = Setting("running", False, "Open right now (left true by a crash)")
CLOCK_KNOWN = Setting(
    "clock_known", "", "The latest moment of this shop when somebody last read that the clock is wrong"
)
WINDOW = Setting("window", "", "Window layout")
STARTS_FAILED = Setting("starts_failed", 0, "Starts in a row that ended before the window stood")
SEEN_LINES: Setting[list[str]] = Setting("seen_lines", [], "First-time lines that were dismissed")
SET_ASIDE: Setting[dict[str, object]] = Setting("set_aside", {}, "Coach checks set aside, and in which drafts")
HOW_WE_SOUND: Setting[list[list[str]]] = Setting("how_we_sound", [], "How we sound")
WHAT_WE_STAND_FOR: Setting[list[list[object]]] = Setting("what_we_stand_for", [], "What we stand for")
OPENINGS: Setting[dict[str, object]] = Setting("openings", {}, "Parts of the openings")
LOCK_MINUTES = Setting("lock_minutes", 5, "Lock after so many quiet minutes")
LOCK_CHOICES = (1, 2, 5, 10, 15, 30, 60, 0)  # 0: never
BEGUN_BY_HAND: Setting[dict[str, object]] = Setting("begun_by_hand", {}, "What stands in Add by hand, not added yet")
SAVED_SEARCHES: Setting[list[list[str]]] = Setting("saved_searches", [], "Saved searches")  # [name, query]
BEST_FIRST = Setting("history_best_first", False, "History: best match first")
TIMELINE = Setting("history_timeline", True, "History: timeline")
PLACE: Setting[dict[str, object]] = Setting("place", {}, "Where somebody was in the window")
LAST_HERE = Setting("last_here", "", "When somebody was last at the counter")
KEEP_PRIVATE = Setting("keep_private_months", 24, "Private messages are kept so many months")  # 0: for ever
KEEP_PUBLIC = Setting("keep_public_months", 0, "Public messages are kept so many months")
KEPT_SINCE: Setting[dict[str, object]] = Setting("kept_since", {}, "Older messages than these have been seen to")
CLEANED_AT = Setting("cleaned_at", "", "When what was deleted last left the unused parts of the shop file")
CLEAN_UP = Setting("clean_up", False, "What was deleted still lies in free pages of the shop file")
PRACTICE_OFFERED = Setting("practice_offered", False, "Practice was offered to this person")
QUIET_CHECKS: Setting[list[str]] = Setting("quiet_checks", [], "Coach checks this person has stopped")

# Each person's, where several share the computer.
OWN = (THEME, TEXT_SCALE, ROWS, SINGLE_KEYS, KEYS, READING_FACE, MOTION, NEWS)


def get(store: Store, setting: Setting[T], *, person: str = "") -> T:
    """The choice, or its default where none was made or what is kept has another type."""
    kept = store.value("select value from settings where key = ?", (_key(setting, person),))
    if kept is None:
        return setting.default
    value = json.loads(kept)
    if isinstance(setting.default, float) and isinstance(value, int):
        value = float(value)
    return value if _fits(value, setting.default) else setting.default


def own(store: Store, setting: Setting[T], person: str) -> T:
    """What this person has chosen, else the shop's choice."""
    is_kept = store.value("select 1 from settings where key = ?", (_key(setting, person),)) is not None
    return get(store, setting, person=person if is_kept else "")


def _fits(value: object, default: object) -> bool:
    """The same type as the default; a number also has to be one that somebody may have chosen."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(value, int | float) and not 0 <= value <= _MOST:
        return False
    return isinstance(value, type(default))


def put(store: Store, setting: Setting[T], value: T, *, person: str = "") -> None:
    with store.writing():
        store.write(
            "insert into settings(key, value) values(?, ?) on conflict(key) do update set value = excluded.value",
            (_key(setting, person), json.dumps(value, ensure_ascii=False)),
        )


def first_weekday(store: Store) -> int:
    """On which day a week begins for this shop, Monday being 0."""
    return WEEK_STARTS.get(get(store, WEEK_START), 0)


def _key(setting: Setting[T], person: str) -> str:
    return f"{setting.key}/{person}" if person else setting.key
