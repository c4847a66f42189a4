"""Which files a command is about, and their bytes: the one place that reads the disk for documents."""

from __future__ import annotations

import errno
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from kmut_cli.documents.vorschlag import aehnlich
from kmut_cli.findings import limits
from kmut_cli.findings.finding import Finding
from kmut_cli.findings.paths import STDIN
from kmut_cli.source.oserror import grund
from kmut_cli.workspace import rules

MAPPE = "kmut.yaml"
ENDUNGEN = (".yaml", ".yml")
# Keys that begin a document; more than `dokument`, and in capitals too, so that a misspelt line does not hide a file.
# `dokument` also in braces (JSON) or behind `?`, and indented if nothing stands before it, for that is YAML as well.
_KENNZEICHEN = re.compile(
    rb"(?i)(?:\A|[\r\n])[\"']?(?:gliederung|berichtsjahr|bewilligungsjahr)[\"']?\s*:"
    rb"|(?:\A(?:[ \t]*(?:#[^\r\n]*|---[ \t]*)?[\r\n]){0,1000}[ \t]*|[\r\n])(?:\{\s*|\?[ \t]+)?[\"']?dokument[\"']?\s*:"
)
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_STUECK = 65_536
# Should a file have become a pipe meanwhile, nobody waits for someone who writes into it. Windows would change bytes.
_LESEND = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Datei:
    """A file to work on.

    Attributes:
        name: As the user named it; for a file found in a folder, the folder's name and the way to it.
        pfad: Where it lies; None for standard input.
        relativ: Way from the named folder to the file, for output that keeps it; the bare file name for a named file.
        inhalt: Its bytes where it had to be read to be found, so that it is not read again in another state.
    """

    name: str
    pfad: Path | None
    relativ: Path
    inhalt: bytes | None = field(default=None, repr=False, compare=False)


def genannt(name: str) -> Datei:
    """Describe a file that the user named."""
    if name == STDIN:
        return Datei(STDIN, None, Path("eingabe"))
    pfad = Path(name)
    return Datei(name, pfad, Path(pfad.name))


def gefunden(name: str, ordner: str) -> Datei | None:
    """Describe a YAML file that was found in a folder; None if it is none of ours."""
    inhalt = dokumentinhalt(name)
    pfad = Path(name)
    return None if inhalt is None else Datei(name, pfad, pfad.relative_to(ordner), inhalt or None)


def dokumentinhalt(name: str) -> bytes | None:
    """Read a YAML file that was found in a folder.

    Returns:
        Its bytes; nothing if it cannot be read, which whoever reads it will report; None if it is none of ours.
    """
    try:
        inhalt = bytes_von(name, limits.DATEI.wert)
    except OSError:
        return b""
    if inhalt is None:
        return None
    text = inhalt.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in inhalt[:100]:  # as in UTF-16 or UTF-32, which are told when the file is read
        text = inhalt.replace(b"\0", b"")
    return inhalt if text.startswith(_BOMS) or _KENNZEICHEN.search(text) else None


def lies(datei: Datei, eingabe: bytes | None = None, *, hoechstens: int | None = None) -> bytes | Finding:
    """Read a file, unless that was done to find it; that it cannot be read is a finding.

    Args:
        datei: The file.
        eingabe: Content of standard input, for ``-``.
        hoechstens: Number of bytes that are of interest, None for as many as a document may have; of a larger file one
            more is read, so that it shows.
    """
    if datei.inhalt is not None:
        return datei.inhalt
    if datei.pfad is None:
        return eingabe or b""
    try:
        inhalt = bytes_von(datei.pfad, limits.DATEI.wert if hoechstens is None else hoechstens)
    except (OSError, ValueError) as fehler:
        return fehlschlag(datei.name, fehler)
    if inhalt is None:
        text = f"„{datei.name}“ ist keine gewöhnliche Datei."
        return rules.KEINE_DATEI.finding(datei.name, text, "Nennen Sie eine YAML-Datei.")
    return inhalt


def bytes_von(pfad: Path | str, hoechstens: int) -> bytes | None:
    """Read a file, of one that is too large only so much that it shows; None if it is no plain file."""
    stand = os.stat(pfad)  # noqa: PTH116  (a Path takes as long to make as the file to read)
    if not stat.S_ISREG(stand.st_mode):
        return None
    griff = os.open(pfad, _LESEND)  # a file object takes as long to make as the file to read
    try:
        inhalt = os.read(griff, min(stand.st_size, hoechstens) + 1)
        # Some drives give less than was asked for, and a file may grow while it is read.
        while len(inhalt) != stand.st_size and len(inhalt) <= hoechstens and (mehr := os.read(griff, _STUECK)):
            inhalt += mehr
    finally:
        os.close(griff)
    return inhalt


def fehlschlag(name: str, fehler: OSError | ValueError) -> Finding:
    """Say that a file or folder cannot be read, and why."""
    nummer = fehler.errno if isinstance(fehler, OSError) else None
    if nummer == errno.ENOENT and os.path.islink(name):  # noqa: PTH114
        hilfe = "Stellen Sie die Datei wieder her, auf die sie zeigt, oder löschen Sie die Verknüpfung."
        return rules.FEHLT.finding(name, f"„{name}“ ist eine Verknüpfung, deren Ziel fehlt.", hilfe)
    if nummer in (errno.ENOENT, errno.ENOTDIR):
        return rules.FEHLT.finding(name, f"„{name}“ gibt es nicht.", _fehlt_hilfe(name))
    if nummer in (errno.EACCES, errno.EPERM):
        hilfe = "Prüfen Sie die Zugriffsrechte der Datei."
        return rules.NICHT_LESBAR.finding(name, f"„{name}“ darf nicht gelesen werden.", hilfe)
    text = f"„{name}“ lässt sich nicht lesen" + (f": {warum}." if (warum := grund(fehler)) else ".")
    return rules.NICHT_LESBAR.finding(name, text, "Prüfen Sie Namen und Laufwerk.")


def _fehlt_hilfe(name: str) -> str:
    """Name the file that is meant: written with Windows' backslashes, or one beside it that has nearly that name."""
    if "\\" in name and os.sep == "/":
        mit_schraegstrich = name.replace("\\", "/")
        if os.path.exists(mit_schraegstrich):  # noqa: PTH110  (a zero byte is no error)
            return f"Meinten Sie „{mit_schraegstrich}“? Auf diesem System trennt „/“ die Ordner."
        name = mit_schraegstrich
    ordner = Path(name).parent
    try:
        vorhanden = sorted(eins.name for eins in ordner.iterdir() if eins.is_dir() or eins.suffix in ENDUNGEN)
    except (OSError, ValueError):
        return f"Auch den Ordner „{ordner}“ gibt es nicht; prüfen Sie den Weg dorthin."
    nah = aehnlich(Path(name).name, vorhanden, ab=0.6)
    return f"Meinten Sie „{ordner / nah}“?" if nah else "Prüfen Sie den Namen und den Ordner, in dem Sie stehen."
