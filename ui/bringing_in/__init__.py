"""Bringing history in: a file is dropped, shown, added with a way to stop, and can be taken out again (design 11)."""

from .dialog import BringInDialog

__all__ = ["BringInDialog"]
