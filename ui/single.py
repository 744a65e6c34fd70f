"""One window per shop folder: a second start raises the first and ends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_SEEN = b"seen\n"
_PATIENCE = 1500  # ms


def name_of(folder: Path) -> str:
    """The same for every way of writing one folder; short enough for a socket path."""
    # Qt's: Python's would bring OpenSSL into every window, for this alone.
    named = str(folder.resolve()).encode("utf-8", "surrogateescape")
    digest = bytes(QCryptographicHash.hash(named, QCryptographicHash.Algorithm.Sha256).data()).hex()
    return f"said-and-done-{digest[:20]}"


class Doorbell(QObject):
    """Stands at the first window's door. `rung` when another start asks for it."""

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # We hold the folder, so whatever still has this name was left behind by a crash.
        QLocalServer.removeServer(name_of(folder))
        self.is_listening = self._server.listen(name_of(folder))

    def _answer(self) -> None:
        caller = self._server.nextPendingConnection()
        while caller is not None:
            caller.write(_SEEN)
            caller.flush()
            caller.disconnected.connect(caller.deleteLater)  # the caller hangs up when it has heard
            self.rung.emit()
            caller = self._server.nextPendingConnection()

    def close(self) -> None:
        self._server.close()


def ring(folder: Path) -> bool:
    """Asks the window that holds this folder to come forward. False when nobody answers."""
    caller = QLocalSocket()
    caller.connectToServer(name_of(folder))
    if not caller.waitForConnected(_PATIENCE):
        return False
    heard = caller.bytesAvailable() > 0 or caller.waitForReadyRead(_PATIENCE)
    caller.disconnectFromServer()
    return heard
