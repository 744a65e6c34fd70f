"""Adding by hand what somebody said (design 11)."""

from ui.by_hand.dialog import AddByHandDialog, Begun, begun_of

__all__ = ["AddByHandDialog", "Begun", "begun_of"]
