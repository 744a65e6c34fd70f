"""What may be chosen where there is a list: (kept value, words)."""

from desktop import settings
from desktop.language.said import many
from desktop.settings import LOCK_CHOICES

THEMES = (
    ("system", "Follow the computer"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("high contrast light", "High contrast, light"),
    ("high contrast dark", "High contrast, dark"),
)
MOTIONS = (("follow", "Follow the computer"), ("less", "Less"), ("none", "None"))
SIZES = tuple((size / 100, f"{size} %") for size in range(90, 161, 10))
_SECONDS = tuple((n, many("%n second", "%n seconds", n)) for n in (5, 10, 20, 30, 60))
UNDO_TIMES = (*_SECONDS, (0, "Hold until I press Send now"))
CHECKS = tuple((minutes, many("%n minute", "%n minutes", minutes)) for minutes in (5, 10, 20, 30, 60))
CURRENCIES = tuple((sign, f"{sign}  {codes}".rstrip()) for sign, codes in settings.CURRENCIES)
WEEKS = (("monday", "Monday"), ("sunday", "Sunday"), ("saturday", "Saturday"))
ROWS = (("roomy", "Roomy"), ("compact", "Compact"))
LOCKS = tuple((n, many("%n minute", "%n minutes", n) if n else "Never") for n in LOCK_CHOICES)
RESTS = tuple((days, many("%n day", "%n days", days)) for days in (7, 14, 30, 60, 90))
