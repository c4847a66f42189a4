"""Which files a command is about, and their bytes: the one place that reads the disk for documents."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kmut_cli.documents.vorschlag import aehnlich
from kmut_cli.findings.finding import Finding
from kmut_cli.findings.paths import STDIN
from kmut_cli.source.oserror import grund
from kmut_cli.source.rules_file import MAX_BYTES
from kmut_cli.workspace import rules

MAPPE = "kmut.yaml"
ENDUNGEN = (".yaml", ".yml")
# Keys that begin a document; more than `dokument`, and in capitals too, so that a misspelt line does not hide a file.
# `dokument` also in braces (JSON) or behind `?`, and indented if nothing stands before it, for that is YAML as well.
_KENNZEICHEN = re.compile(
    rb"(?i)(?:\A|[\r\n])[\"']?(?:gliederung|berichtsjahr|bewilligungsjahr)[\"']?\s*:"
    rb"|(?:\A(?:[ \t]*(?:#[^\r\n]*|---[ \t]*)?[\r\n])*[ \t]*|[\r\n])(?:\{\s*|\?[ \t]+)?[\"']?dokument[\"']?\s*:"
)
_BOMS = (b"\xff\xfe", b"\xfe\xff")


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


def finde(namen: Iterable[str]) -> Iterator[Datei | Finding]:
    """Find the files that a command line names.

    Args:
        namen: Files, folders, ``-``; none at all means the current folder.

    Yields:
        Each file once, in the order of the names, files of a folder in the order of their paths; a finding for a
        folder that holds no document.
    """
    gesehen: set[str] = set()
    for name in list(namen) or ["."]:
        for eine in _finde_eine(name):
            schluessel = _kennung(eine) if isinstance(eine, Datei) else ""
            if not schluessel or schluessel not in gesehen:
                gesehen.add(schluessel)
                yield eine


def _kennung(datei: Datei) -> str:
    """Name a file in the one way that it has, however the user came to it."""
    try:
        return os.path.realpath(datei.pfad) if datei.pfad is not None else datei.name
    except ValueError:  # a null character
        return datei.name


def _finde_eine(name: str) -> Iterator[Datei | Finding]:
    if name == STDIN:
        yield Datei(STDIN, None, Path("eingabe"))
        return
    if not name:
        hilfe = "Meist ist eine Variable im Aufruf leer; der Ordner, in dem Sie stehen, heißt „.“."
        yield rules.FEHLT.finding("„“", "Eine Angabe im Aufruf ist leer.", hilfe)
        return
    pfad = Path(name)
    try:
        ist_ordner = stat.S_ISDIR(pfad.stat().st_mode)
    except (OSError, ValueError):
        ist_ordner = False
    if not ist_ordner:
        yield Datei(name, pfad, Path(pfad.name))
        return
    leer = True
    for eine in _im_ordner(pfad):
        leer = leer and isinstance(eine, Finding)
        yield eine
    if leer:
        hilfe = "Nennen Sie den Ordner mit Ihren YAML-Dateien; jede beginnt mit einer Zeile „dokument: …“."
        yield rules.LEERER_ORDNER.finding(name, f"Im Ordner „{name}“ ist kein Dokument.", hilfe)


def _im_ordner(ordner: Path) -> Iterator[Datei | Finding]:
    fehler: list[OSError] = []
    for wo, unterordner, dateien in os.walk(ordner, onerror=fehler.append):
        unterordner[:] = sorted(eins for eins in unterordner if durchsucht(eins))
        for dateiname in sorted(dateien):
            if not dateiname.lower().endswith(ENDUNGEN) or dateiname == MAPPE:
                continue
            pfad = Path(wo, dateiname)
            datei = _wenn_dokument(Datei(str(pfad), pfad, pfad.relative_to(ordner)), pfad)
            if datei is not None:
                yield datei
    for eins in fehler:
        yield _fehlschlag(str(eins.filename), eins)


def durchsucht(unterordner: str) -> bool:
    """Whether a subfolder of that name is looked through: no hidden ones, none that belong to other tools."""
    return not unterordner.startswith((".", "node_modules", "__pycache__"))


def _wenn_dokument(datei: Datei, pfad: Path) -> Datei | None:
    """Give a YAML file of a folder, with its content, if it is one of ours."""
    try:
        inhalt = _bytes(pfad)
    except OSError:
        return datei  # Whoever reads it reports why that is not possible.
    if inhalt is None:
        return None
    eine_von_uns = inhalt.startswith(_BOMS) or _KENNZEICHEN.search(inhalt.removeprefix(b"\xef\xbb\xbf"))
    return replace(datei, inhalt=inhalt) if eine_von_uns else None


def lies(datei: Datei, eingabe: bytes | None = None, *, hoechstens: int = MAX_BYTES) -> bytes | Finding:
    """Read a file, unless that was done to find it; that it cannot be read is a finding.

    Args:
        datei: The file.
        eingabe: Content of standard input, for ``-``.
        hoechstens: Number of bytes that are of interest; of a larger file one more is read, so that it shows.
    """
    if datei.inhalt is not None:
        return datei.inhalt
    if datei.pfad is None:
        return eingabe or b""
    try:
        inhalt = _bytes(datei.pfad, hoechstens)
    except (OSError, ValueError) as fehler:
        return _fehlschlag(datei.name, fehler)
    if inhalt is None:
        text = f"„{datei.name}“ ist keine gewöhnliche Datei."
        return rules.KEINE_DATEI.finding(datei.name, text, "Nennen Sie eine YAML-Datei.")
    return inhalt


def _bytes(pfad: Path, hoechstens: int = MAX_BYTES) -> bytes | None:
    """Read a file, of one that is too large only so much that it shows; None if it is no plain file."""
    if not stat.S_ISREG(pfad.stat().st_mode):
        return None
    with pfad.open("rb") as strom:
        return strom.read(hoechstens + 1)


def _fehlschlag(name: str, fehler: OSError | ValueError) -> Finding:
    nummer = fehler.errno if isinstance(fehler, OSError) else None
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
