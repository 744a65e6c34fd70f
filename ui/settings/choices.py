"""What may be chosen where there is a list: (kept value, words)."""

THEMES = (
    ("system", "Follow the computer"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("high contrast light", "High contrast, light"),
    ("high contrast dark", "High contrast, dark"),
)
SIZES = tuple((size / 100, f"{size} %") for size in range(90, 161, 10))
UNDO_TIMES = (*((s, f"{s} seconds") for s in (5, 10, 20, 30, 60)), (0, "Hold until I press Send now"))
CHECKS = tuple((minutes, f"{minutes} minutes") for minutes in (5, 10, 20, 30, 60))
ROWS = (("roomy", "Roomy"), ("compact", "Compact"))
RESTS = tuple((days, f"{days} days") for days in (7, 14, 30, 60, 90))
