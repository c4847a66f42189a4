"""What the operating system refuses, in German: its own words are in the language of the machine, or English."""

from __future__ import annotations

import errno

# Reason and advice for each number of an error.
_RIGHTS = ("die Rechte dazu fehlen", "Prüfen Sie den Schreibschutz und ob ein anderes Programm die Datei geöffnet hat.")
_FULL = "Schaffen Sie Platz und versuchen Sie es erneut."
_NAME = "Wählen Sie einen anderen Namen."
_WORDS: dict[int, tuple[str, str]] = {
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: ("das Laufwerk ist schreibgeschützt", "Nehmen Sie ein Laufwerk, auf dem Sie schreiben dürfen."),
    errno.ENOSPC: ("der Datenträger ist voll", _FULL),
    getattr(errno, "EDQUOT", -1): ("Ihr Speicherplatz ist aufgebraucht", _FULL),  # unknown to Windows
    errno.ENAMETOOLONG: ("der Name ist zu lang", _NAME),
    errno.ELOOP: ("die Verknüpfungen führen im Kreis", "Löschen Sie die Verknüpfung."),
    errno.ENOENT: ("den Ordner dazu gibt es nicht", "Prüfen Sie, ob er verschoben oder umbenannt wurde."),
    errno.ENOTDIR: ("auf dem Weg dorthin steht eine Datei, wo ein Ordner sein müsste", "Prüfen Sie den Weg dorthin."),
    errno.EISDIR: ("dort ist ein Ordner", _NAME),
}
_BAD_NAME = ("der Name enthält ein unerlaubtes Zeichen", _NAME)
_UNKNOWN = ("", "Prüfen Sie Laufwerk und Ordner und versuchen Sie es erneut.")


def _words(fehler: OSError | ValueError) -> tuple[str, str]:
    if not isinstance(fehler, OSError):
        return _BAD_NAME  # a null character: nothing else in a path is an error of value
    return _WORDS.get(fehler.errno or 0, _UNKNOWN)


def grund(fehler: OSError | ValueError) -> str:
    """Give the reason as a part of a sentence, to stand behind a colon; empty if it is a rare one."""
    return _words(fehler)[0]


def rat(fehler: OSError | ValueError) -> str:
    """Say what whoever wants to write can do about it."""
    return _words(fehler)[1]
