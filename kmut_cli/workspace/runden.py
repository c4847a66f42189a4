"""One round of ``kmut watch``: check everything, and give out what changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.workspace import rules
from kmut_cli.workspace.ausgabe import Ausgabe
from kmut_cli.workspace.beobachtung import Dateistand, Runde, fortgesetzt
from kmut_cli.workspace.dateien import Datei
from kmut_cli.workspace.lauf import Lauf
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.uebersicht import dokumentstand, hat_stand

NACHFRIST_S = 0.6
"""So long a file has to become readable again before it is said that it is not."""


@dataclass(frozen=True, slots=True)
class Dokument:
    """A document of a round.

    Attributes:
        datei: Its file.
        pruefling: What the rules see of it; None if it cannot be read as a document.
        eingabe: All that its output depends on, to be compared with that of another round.
        fehlerhaft: Whether it is not well-formed, so that nothing is given out.
    """

    datei: Datei
    pruefling: Pruefling | None
    eingabe: tuple[Any, ...]
    fehlerhaft: bool


@dataclass(frozen=True, slots=True)
class Geprueft:
    """What a round found.

    Attributes:
        runde: The state of each file.
        dokumente: The documents.
        mappen: Their folders with the master data.
        gelesen: Number of files that could be read.
    """

    runde: Runde
    dokumente: tuple[Dokument, ...]
    mappen: Mappen
    gelesen: int


def pruefe(namen: Sequence[str], vorher: Runde, schlafe: Callable[[float], None] = time.sleep) -> Geprueft:
    """Check files as ``kmut check`` does, and once more if one seems to be written just now.

    Args:
        namen: Files and folders.
        vorher: The round before; empty for the first.
        schlafe: Waits for so many seconds.
    """
    geprueft = _pruefe(namen)
    if any(not stand.lesbar and _war_lesbar(vorher.get(pfad)) for pfad, stand in geprueft.runde.items()):
        schlafe(NACHFRIST_S)
        geprueft = _pruefe(namen)
    return replace(geprueft, runde=fortgesetzt(vorher, geprueft.runde))


def _war_lesbar(stand: Dateistand | None) -> bool:
    return stand is None or stand.lesbar


def _pruefe(namen: Sequence[str]) -> Geprueft:
    lauf = Lauf()
    staende: dict[str, Dateistand] = {}
    dokumente: list[Dokument] = []
    for datei, geladen in lauf.dateien(namen, lambda: b""):
        pruefling = lauf.pruefling(datei, geladen)
        staende[datei.name] = Dateistand(lesbar=pruefling is not None)
        if pruefling is not None:
            lauf.findings += examine(pruefling)
            if hat_stand(pruefling):
                zahlen = dokumentstand(pruefling)
                staende[datei.name] = Dateistand(beantwortet=zahlen.answered, anwendbar=zahlen.applicable)
        mappe = lauf.mappen.mappe_ueber(datei.pfad or Path("eingabe"))
        eingabe = (geladen.source.content, geladen.dokument, mappe.daten if mappe else None)
        fehlerhaft = any(finding.severity is Severity.ERROR for finding in geladen.findings)
        dokumente.append(Dokument(datei, pruefling, eingabe, fehlerhaft))
    lauf.findings += lauf.mappen.pruefe()
    for mappe in lauf.mappen.gelesene:
        if mappe.source is not None:
            staende.setdefault(mappe.source.path, Dateistand(lesbar=mappe.stammdaten is not None))
    return Geprueft(mit_befunden(staende, lauf.findings), tuple(dokumente), lauf.mappen, len(lauf.paths))


def mit_befunden(runde: Runde, befunde: Sequence[Finding]) -> dict[str, Dateistand]:
    """Add findings to the states of their files; that a folder holds nothing yet is none while it is watched."""
    staende = dict(runde)
    je_datei: dict[str, list[Finding]] = {}
    for finding in sorted(befunde, key=lambda eins: eins.sort_key):
        if finding.code != rules.LEERER_ORDNER.code:
            je_datei.setdefault(finding.path, []).append(finding)
    for pfad, alle in je_datei.items():
        # A file of which there are only findings could not be read at all.
        alt = staende.get(pfad, Dateistand(lesbar=False))
        staende[pfad] = replace(alt, befunde=(*alt.befunde, *alle))
    return staende


@dataclass
class Mitausgabe:
    """Gives out, round by round, the documents that changed.

    Attributes:
        formate: ``md``, ``docx``.
        ziel: Folder for all output, or a file name; None means beside each document.
        ueberschreiben: Whether a file may be overwritten that is not of kmut, or was edited since.
        geschrieben: Files written in the last round.
        uebergangen: Documents that changed in the last round and are not well-formed.
    """

    formate: tuple[str, ...]
    ziel: Path | None
    ueberschreiben: bool = False
    geschrieben: list[Path] = field(default_factory=list)
    uebergangen: list[str] = field(default_factory=list)
    _letzte: dict[str, _Letzte] = field(default_factory=dict)

    def gib_aus(self, geprueft: Geprueft) -> Iterator[Finding]:
        """Give out what changed since it was last given out.

        Yields:
            What went wrong, also with the documents that stay as they are.
        """
        self.geschrieben, self.uebergangen = [], []
        namen = {eins.datei.name for eins in geprueft.dokumente}
        self._letzte = {name: eins for name, eins in self._letzte.items() if name in namen}
        for eins in geprueft.dokumente:
            letzte = self._letzte.get(eins.datei.name)
            if letzte is None or letzte.eingabe != eins.eingabe:
                letzte = self._letzte[eins.datei.name] = self._eines(eins, geprueft.mappen)
            yield from letzte.befunde

    def _eines(self, eins: Dokument, mappen: Mappen) -> _Letzte:
        if eins.pruefling is None or eins.fehlerhaft:
            self.uebergangen.append(eins.datei.name)
            return _Letzte(eins.eingabe)
        # What the others were given out to is taken, also in rounds in which they are not given out.
        belegt = [ziel for name, andere in self._letzte.items() if name != eins.datei.name for ziel in andere.ziele]
        ausgabe = Ausgabe(
            self.formate, self.ziel, ueberschreiben=self.ueberschreiben, geschrieben=list(belegt), mappen=mappen
        )
        befunde = tuple(ausgabe.gib_aus(eins.datei, eins.pruefling))
        neue = ausgabe.geschrieben[len(belegt) :]
        self.geschrieben += neue
        return _Letzte(eins.eingabe, befunde, tuple(neue))


@dataclass(frozen=True, slots=True)
class _Letzte:
    eingabe: tuple[Any, ...]
    befunde: tuple[Finding, ...] = ()
    ziele: tuple[Path, ...] = ()
