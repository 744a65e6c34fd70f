"""D-Bus, one caller at a time and never in the window's thread.

Qt's own thread for the bus needs Python's lock while it takes on a listener of ours; a second caller that waits for
that thread with Python's lock in its hand would wait for ever. So whoever uses a bus does it in the background, and in
`TURN`.
"""

from __future__ import annotations

from threading import Lock

TURN = Lock()
