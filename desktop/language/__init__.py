"""Reading plain words: sentences, cues, times, money, the things a text names; `said` is how the core says its own.

No room of its own: pure functions that triage, starters and the coach share, as `writing` is shared. Nothing
here raises on any text, and all of it is linear in the text's length (read up to `READ_AT_MOST` characters).
"""
