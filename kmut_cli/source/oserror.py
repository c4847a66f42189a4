"""What the operating system refuses, in German: its own words are in the language of the machine, or English."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator


class FolderClosed(PermissionError):
    """Nothing new may be made in a folder, so no file in it can be replaced as a whole, whoever may write to it."""


class InUse(PermissionError):
    """Another program has a file open, or keeps it locked."""


# Reason and advice for each number of an error.
_RIGHTS = ("die Rechte dazu fehlen", "Prüfen Sie den Schreibschutz und ob ein anderes Programm die Datei geöffnet hat.")
_FULL = "Schaffen Sie Platz und versuchen Sie es erneut."
_NAME = "Wählen Sie einen anderen Namen."
_USED = "Schließen Sie die Datei in anderen Programmen, zum Beispiel in Word, und versuchen Sie es erneut."
_FOLDER = (
    "im Ordner darf nichts angelegt werden",
    "Prüfen Sie die Rechte des Ordners: kmut schreibt dort jede Datei neu.",
)
_GONE = ("den Ordner dazu gibt es nicht", "Prüfen Sie, ob er verschoben oder umbenannt wurde.")
_WORDS: dict[int, tuple[str, str]] = {
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: ("das Laufwerk ist schreibgeschützt", "Nehmen Sie ein Laufwerk, auf dem Sie schreiben dürfen."),
    errno.ENOSPC: ("der Datenträger ist voll", _FULL),
    getattr(errno, "EDQUOT", -1): ("Ihr Speicherplatz ist aufgebraucht", _FULL),  # unknown to Windows
    errno.ENAMETOOLONG: ("der Name ist zu lang", _NAME),
    errno.ELOOP: ("die Verknüpfungen führen im Kreis", "Löschen Sie die Verknüpfung."),
    errno.EFBIG: ("die Datei würde größer, als dort erlaubt ist", "Wählen Sie einen anderen Ort."),
    errno.ENOENT: _GONE,
    getattr(errno, "ESTALE", -2): _GONE,
    errno.ENOTDIR: ("auf dem Weg dorthin steht eine Datei, wo ein Ordner sein müsste", "Prüfen Sie den Weg dorthin."),
    errno.EISDIR: ("dort ist ein Ordner", _NAME),
    errno.ENXIO: ("dort ist keine gewöhnliche Datei, sondern zum Beispiel ein Gerät oder eine Leitung", _NAME),
    errno.EBUSY: ("die Datei ist in Gebrauch", _USED),
}
_BAD_NAME = ("der Name enthält ein unerlaubtes Zeichen", _NAME)
_UNKNOWN = ("", "Prüfen Sie Laufwerk und Ordner und versuchen Sie es erneut.")


def _words(fehler: OSError | ValueError) -> tuple[str, str]:
    if not isinstance(fehler, OSError):
        return _BAD_NAME  # a null character: nothing else in a path is an error of value
    if isinstance(fehler, FolderClosed):
        return _FOLDER
    if isinstance(fehler, InUse):
        return ("ein anderes Programm hat die Datei geöffnet", _USED)
    return _WORDS.get(fehler.errno or 0, _UNKNOWN)


def grund(fehler: OSError | ValueError) -> str:
    """Give the reason as a part of a sentence, to stand behind a colon; empty if it is a rare one."""
    return _words(fehler)[0]


def rat(fehler: OSError | ValueError) -> str:
    """Say what whoever wants to write can do about it."""
    return _words(fehler)[1]


_UNSUPPORTED = {
    getattr(errno, name, 0)
    for name in ("ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL", "ENOTTY", "ENODATA", "ERANGE", "E2BIG")
}


@contextlib.contextmanager
def unsupported_is_fine(*, forbidden_too: bool = False) -> Iterator[None]:
    """Pass over what a drive cannot do, such as rights on a network drive.

    Args:
        forbidden_too: Whether to pass over what we are not allowed to do there as well.

    Raises:
        OSError: What it can do went wrong, for lack of room or a defect.
    """
    try:
        yield
    except OSError as fehler:
        if not (fehler.errno in _UNSUPPORTED or (forbidden_too and isinstance(fehler, PermissionError))):
            raise
