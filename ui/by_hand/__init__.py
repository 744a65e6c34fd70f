"""Adding by hand what somebody said (design 11)."""

from ui.by_hand.dialog import AddByHandDialog, Begun

__all__ = ["AddByHandDialog", "Begun"]
