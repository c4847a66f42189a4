"""A share of the work of ``kmut validate`` and ``kmut check`` over many files: what one process does at a time.

A process that meets only files which it need not look at again never loads a type.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from kmut_cli.findings.finding import Finding
from kmut_cli.workspace.dateien import MAPPE, Datei, dokumentinhalt, genannt, lies

if TYPE_CHECKING:
    from kmut_cli.rules.pruefling import Pruefling
    from kmut_cli.workspace.lauf import Lauf
    from kmut_cli.workspace.zwischenspeicher import Kenntnis, Merker

Aufgabe = Literal["validate", "check"]


@dataclass(frozen=True, slots=True)
class Auftrag:
    """Files to look at together.

    Attributes:
        nummer: Place among the shares of the run.
        ordner: Folder in which they were found, as it was typed: of these only documents count. None for named files.
        namen: The files, as the user names them.
        eingabe: Content of standard input, if it is among them.
    """

    nummer: int
    ordner: str | None
    namen: Sequence[str]
    eingabe: bytes = b""


@dataclass(slots=True)
class Ertrag:
    """What came of it; small, for it goes from process to process.

    Attributes:
        nummer: That of the share.
        dokumente: Number of files that count, whether or not they could be read.
        paths: Files that were read.
        findings: Findings of these files.
        nebenbei: Findings of files that several documents need, by the one way to name each.
        staende: Where the documents stand, for ``check``.
        in_ordnung: What to keep in the cache.
    """

    nummer: int
    dokumente: int = 0
    paths: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    nebenbei: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    staende: list[Any] = field(default_factory=list)
    in_ordnung: set[bytes] = field(default_factory=set)


def bearbeite(auftrag: Auftrag, aufgabe: Aufgabe, kenntnis: Kenntnis | None = None) -> Ertrag:
    """Look at files.

    Args:
        auftrag: Which.
        aufgabe: What for.
        kenntnis: What is known to be in order; None to look at everything.
    """
    return _Arbeit(auftrag, aufgabe, kenntnis).ertrag()


class _Arbeit:
    """One share while it is done."""

    def __init__(self, auftrag: Auftrag, aufgabe: Aufgabe, kenntnis: Kenntnis | None) -> None:
        self._auftrag = auftrag
        self._pruefe = aufgabe == "check"
        self._merker = _merker(kenntnis) if kenntnis is not None else None
        self._ertrag = Ertrag(auftrag.nummer)
        self._neue: set[bytes] = set()
        self._lauf: Lauf | None = None

    def ertrag(self) -> Ertrag:
        for name in self._auftrag.namen:
            if self._auftrag.ordner is None:
                self._genannt(name)
            else:
                self._gefunden(name)
        if self._lauf is not None:
            self._sammle(self._lauf)
        if self._neue and self._merker is not None and self._merker.unveraendert():
            self._ertrag.in_ordnung |= self._neue
        return self._ertrag

    def _gefunden(self, name: str) -> None:
        """Look at a file that was found in a folder, and counts if it is a document."""
        inhalt = dokumentinhalt(name)
        if inhalt is None:
            return
        self._ertrag.dokumente += 1
        if not self._bekannt(name, inhalt):
            pfad = Path(name)
            self._eine(Datei(name, pfad, Path(pfad.name), inhalt or None))

    def _genannt(self, name: str) -> None:
        """Look at a file that the user named, whatever it is."""
        self._ertrag.dokumente += 1
        eine = genannt(name)
        if eine.pfad is not None and eine.pfad.name == MAPPE:
            if self._mit_lauf().mappen.mappe(eine).source is not None:
                self._ertrag.paths.append(eine.name)
            return
        self._eine(eine)

    def _bekannt(self, name: str, inhalt: bytes) -> bool:
        """Whether a file is known to be in order."""
        merkmal = self._merker.findet(name, inhalt) if self._merker is not None else None
        if merkmal is not None:
            self._ertrag.paths.append(name)
            self._ertrag.in_ordnung.add(merkmal)
        return merkmal is not None

    def _eine(self, eine: Datei) -> None:
        inhalt = lies(eine, self._auftrag.eingabe if eine.pfad is None else None)
        if isinstance(inhalt, Finding):
            self._ertrag.findings.append(inhalt)
            return
        if eine.pfad is not None and eine.inhalt is None and self._bekannt(eine.name, inhalt):
            return
        self._ertrag.paths.append(eine.name)
        lauf = self._mit_lauf()
        gefragt = len(lauf.quellen.gefragt)
        geladen = lauf.lade(eine, inhalt)
        self._ertrag.findings += geladen.findings
        if not geladen.findings and eine.pfad is not None:
            self._merke(eine, inhalt, lauf, lauf.quellen.gefragt[gefragt:])
        if self._pruefe and (pruefling := lauf.pruefling(eine, geladen)) is not None:
            self._pruefe_sinn(pruefling)

    def _merke(self, eine: Datei, inhalt: bytes, lauf: Lauf, gefragt: Sequence[str]) -> None:
        """Keep that a file is in order, with all that it was told by others."""
        if self._merker is None or not lauf.mappen.in_ordnung(eine.pfad):
            return
        if gefragt and (any(lauf.quellen.befunde().values()) or not all(map(_in_merkmalen, gefragt))):
            return
        merkmal = self._merker.merkmal(eine.name, inhalt, allein=not gefragt)
        if merkmal is not None:
            self._neue.add(merkmal)

    def _pruefe_sinn(self, pruefling: Pruefling) -> None:
        from kmut_cli.rules.registry import examine  # `kmut validate` needs no rules
        from kmut_cli.workspace.uebersicht import dokumentstand, hat_stand

        self._ertrag.findings += examine(pruefling)
        if hat_stand(pruefling):
            self._ertrag.staende.append(dokumentstand(pruefling))

    def _mit_lauf(self) -> Lauf:
        if self._lauf is None:
            from kmut_cli.workspace.lauf import Lauf

            self._lauf = Lauf()
        return self._lauf

    def _sammle(self, lauf: Lauf) -> None:
        self._ertrag.nebenbei = {**lauf.quellen.befunde(), **lauf.mappen.befunde()}
        if self._pruefe:
            for name, findings in lauf.mappen.befunde_der_regeln().items():
                self._ertrag.nebenbei[name] += findings


def _merker(kenntnis: Kenntnis) -> Merker:
    from kmut_cli.workspace.zwischenspeicher import Merker  # not for a few files

    return Merker(kenntnis)


def _in_merkmalen(name: str) -> bool:
    from kmut_cli.workspace.zwischenspeicher import GELESEN

    return name.lower().endswith(GELESEN)
