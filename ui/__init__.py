"""What you see: Qt widgets over one Shop object."""

import builtins

import PySide6.QtCore  # noqa: F401

# PySide reads the source of every module imported after it, and looks for its own name there: for features of its
# that nobody here switches on. That is a tenth of what our part of the start takes, so Python imports again alone.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
