"""What may be chosen where there is a list: (kept value, words)."""

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
UNDO_TIMES = (*((s, f"{s} seconds") for s in (5, 10, 20, 30, 60)), (0, "Hold until I press Send now"))
CHECKS = tuple((minutes, f"{minutes} minutes") for minutes in (5, 10, 20, 30, 60))
ROWS = (("roomy", "Roomy"), ("compact", "Compact"))
LOCKS = tuple((n, "Never" if not n else "1 minute" if n == 1 else f"{n} minutes") for n in LOCK_CHOICES)
RESTS = tuple((days, f"{days} days") for days in (7, 14, 30, 60, 90))
