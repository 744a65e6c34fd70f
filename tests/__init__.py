"""Tests. Mirrors desktop/ and ui/; what tests share is imported as `tests.…`."""
