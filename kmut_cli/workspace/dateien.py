"""Which files a command is about, and their bytes: the one place that reads the disk for documents."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kmut_cli.findings.finding import Finding
from kmut_cli.findings.paths import STDIN
from kmut_cli.findings.rule import Rule
from kmut_cli.source.rules_file import MAX_BYTES
from kmut_cli.workspace import rules

MAPPE = "kmut.yaml"
_ENDUNGEN = (".yaml", ".yml")
# Keys that begin a document; more than `dokument`, and in capitals too, so that a misspelt line does not hide a file.
_KENNZEICHEN = re.compile(rb"(?i)(?:\A|[\r\n])[\"']?(dokument|gliederung|berichtsjahr|bewilligungsjahr)[\"']?\s*:")
_BOMS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Datei:
    """A file to work on.

    Attributes:
        name: As the user named it; for a file found in a folder, the folder's name and the way to it.
        pfad: Where it lies; None for standard input.
        relativ: Way from the named folder to the file, for output that keeps it; the bare file name for a named file.
    """

    name: str
    pfad: Path | None
    relativ: Path


@dataclass(frozen=True, slots=True)
class Gelesen:
    """The bytes of a file, or the finding why there are none."""

    datei: Datei
    inhalt: bytes | None
    finding: Finding | None = None


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
        yield _finding(rules.FEHLT, "„“", "Eine Angabe im Aufruf ist leer.", hilfe)
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
        yield _finding(rules.LEERER_ORDNER, name, f"Im Ordner „{name}“ ist kein Dokument.", hilfe)


def _im_ordner(ordner: Path) -> Iterator[Datei | Finding]:
    fehler: list[OSError] = []
    for wo, unterordner, dateien in os.walk(ordner, onerror=fehler.append):
        unterordner[:] = sorted(
            eins for eins in unterordner if not eins.startswith((".", "node_modules", "__pycache__"))
        )
        for dateiname in sorted(dateien):
            pfad = Path(wo, dateiname)
            if dateiname.endswith(_ENDUNGEN) and dateiname != MAPPE and _ist_dokument(pfad):
                yield Datei(str(pfad), pfad, pfad.relative_to(ordner))
    for eins in fehler:
        yield _fehlschlag(str(eins.filename), eins)


def _ist_dokument(pfad: Path) -> bool:
    """Whether a YAML file in a folder is one of ours; what cannot be looked into is, so that it is reported."""
    try:
        if not stat.S_ISREG(pfad.stat().st_mode):
            return False
        with pfad.open("rb") as strom:
            inhalt = strom.read(MAX_BYTES)
    except OSError:
        return True
    return inhalt.startswith(_BOMS) or _KENNZEICHEN.search(inhalt.removeprefix(b"\xef\xbb\xbf")) is not None


def lies(datei: Datei, eingabe: bytes | None = None) -> Gelesen:
    """Read a file; that it cannot be read is a finding.

    Args:
        datei: The file.
        eingabe: Content of standard input, for ``-``.
    """
    if datei.pfad is None:
        return Gelesen(datei, eingabe or b"")
    try:
        art = datei.pfad.stat().st_mode
        if not stat.S_ISREG(art):
            text = f"„{datei.name}“ ist keine gewöhnliche Datei."
            return Gelesen(datei, None, _finding(rules.KEINE_DATEI, datei.name, text, "Nennen Sie eine YAML-Datei."))
        with datei.pfad.open("rb") as strom:
            return Gelesen(datei, strom.read(MAX_BYTES + 1))
    except (OSError, ValueError) as fehler:
        return Gelesen(datei, None, _fehlschlag(datei.name, fehler))


def _fehlschlag(name: str, fehler: OSError | ValueError) -> Finding:
    nummer = fehler.errno if isinstance(fehler, OSError) else None
    if nummer in (errno.ENOENT, errno.ENOTDIR):
        return _finding(rules.FEHLT, name, f"„{name}“ gibt es nicht.", _fehlt_hilfe(name))
    if nummer in (errno.EACCES, errno.EPERM):
        hilfe = "Prüfen Sie die Zugriffsrechte der Datei."
        return _finding(rules.NICHT_LESBAR, name, f"„{name}“ darf nicht gelesen werden.", hilfe)
    grund = {errno.ELOOP: "die Verknüpfungen führen im Kreis", errno.ENAMETOOLONG: "der Name ist zu lang"}.get(
        nummer or 0
    )
    text = f"„{name}“ lässt sich nicht lesen" + (f": {grund}." if grund else ".")
    return _finding(rules.NICHT_LESBAR, name, text, "Prüfen Sie Namen und Laufwerk.")


def _fehlt_hilfe(name: str) -> str:
    """Name the file that is meant, if one beside it has nearly that name."""
    ordner = Path(name).parent
    try:
        vorhanden = sorted(eins.name for eins in ordner.iterdir() if eins.is_dir() or eins.suffix in _ENDUNGEN)
    except (OSError, ValueError):
        return f"Auch den Ordner „{ordner}“ gibt es nicht; prüfen Sie den Weg dorthin."
    import difflib

    nah = difflib.get_close_matches(Path(name).name, vorhanden, n=1)
    return f"Meinten Sie „{ordner / nah[0]}“?" if nah else "Prüfen Sie den Namen und den Ordner, in dem Sie stehen."


def _finding(rule: Rule, name: str, text: str, hilfe: str) -> Finding:
    return Finding(rule.code, rule.severity, name, text, hilfe)
