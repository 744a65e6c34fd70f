"""Where a reply is written: a text with blanks, its parts, its start choices, its coach, its post button.

`Composer` is the whole of it; `ComposerContext` is all it is told. Design 4.4 and 4.5.
"""

from __future__ import annotations

from .coach_panel import CoachPanel
from .composer import Composer
from .context import ComposerContext, StartChoice, in_public
from .editor import ReplyEditor

__all__ = ["CoachPanel", "Composer", "ComposerContext", "ReplyEditor", "StartChoice", "in_public"]
