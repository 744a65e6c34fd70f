"""Making the ending of a complaint show: the dialogs that the inbox and the board share."""

from __future__ import annotations

from .dialog import EndingDialog, Tab
from .leave_standing import LeaveStandingDialog
from .mark_fixed import MarkFixedDialog

__all__ = ["EndingDialog", "LeaveStandingDialog", "MarkFixedDialog", "Tab"]
