"""``kmut validate`` and ``kmut check`` over whatever the command line names, be it one file or ten thousand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Any

from kmut_cli.findings.finding import Finding
from kmut_cli.findings.paths import STDIN
from kmut_cli.workspace.arbeit import Aufgabe, Auftrag, Ertrag, bearbeite
from kmut_cli.workspace.dateien import MAPPE
from kmut_cli.workspace.suche import Fund, angaben, leerer_ordner

VIELE = 400
"""Files from which on further processes and the store of marks are worth their start."""

JE_AUFTRAG = 50
"""Files that are looked at together: few enough that all processes end at the same time and memory stays small."""


@dataclass
class Pruefung:
    """What a run has found.

    Attributes:
        findings: All findings, in no particular order.
        paths: Files that were read.
        staende: Where the documents stand, for ``check``, in the order of the files.
    """

    findings: list[Finding] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    staende: list[Any] = field(default_factory=list)


def pruefe(
    namen: Sequence[str],
    aufgabe: Aufgabe,
    eingabe: Callable[[], bytes],
    *,
    gemerkt: bool = True,
    melde: Callable[[int], None] = lambda anzahl: None,
) -> Pruefung:
    """Look at all files.

    Args:
        namen: What the command line names.
        aufgabe: What for.
        eingabe: Reads standard input; called only for ``-``.
        gemerkt: Whether files that an earlier run found in order need not be looked at again.
        melde: Is told, again and again, how many files are done.
    """
    return _Pruefung(aufgabe, eingabe, gemerkt, melde).ergebnis(namen)


class _Pruefung:
    """A run while it goes on."""

    def __init__(
        self, aufgabe: Aufgabe, eingabe: Callable[[], bytes], gemerkt: bool, melde: Callable[[int], None]
    ) -> None:
        self._aufgabe = aufgabe
        self._eingabe = eingabe
        self._gemerkt = gemerkt and aufgabe == "validate"
        self._melde = melde
        self._ertraege: dict[int, Ertrag] = {}
        self._woher: list[int | None] = []  # for each share, the number of the folder among the arguments
        self._leer: dict[int, str] = {}  # folders in which no document was found yet
        self._fertig = 0
        self._unlesbar: list[Finding] = []

    def ergebnis(self, namen: Sequence[str]) -> Pruefung:
        auftraege = self._auftraege(namen)
        anfang: list[Auftrag] = []
        while sum(len(auftrag.namen) for auftrag in anfang) < VIELE and (einer := next(auftraege, None)) is not None:
            anfang.append(einer)
        if sum(len(auftrag.namen) for auftrag in anfang) < VIELE:
            for auftrag in anfang:
                self._nimm(bearbeite(auftrag, self._aufgabe))
        else:
            self._mit_hilfe(chain(anfang, auftraege))
        return self._zusammen()

    def _mit_hilfe(self, auftraege: Iterator[Auftrag]) -> None:
        """Work with other processes, and with what was found in earlier runs."""
        from kmut_cli.workspace.stapel import prozesse, verteile
        from kmut_cli.workspace.zwischenspeicher import ablage, bewahre, lies_kenntnis

        ort = ablage() if self._gemerkt else None
        kenntnis = lies_kenntnis(ort) if ort is not None else None
        in_ordnung: set[bytes] = set()
        for ertrag in verteile(auftraege, self._aufgabe, kenntnis, ort, prozesse() - 1):
            in_ordnung |= ertrag.in_ordnung
            ertrag.in_ordnung = set()
            self._nimm(ertrag)
        if ort is not None and kenntnis is not None:
            bewahre(ort, kenntnis, in_ordnung)

    def _auftraege(self, namen: Sequence[str]) -> Iterator[Auftrag]:
        """Cut the files into shares while they are found; files that are named one by one go together."""
        for ordner, gruppe in groupby(enumerate(angaben(namen)), lambda eine: eine[0] if eine[1].ist_ordner else None):
            if ordner is None:
                eintraege = chain.from_iterable(angabe.dateien for _nummer, angabe in gruppe)
                yield from self._geschnitten(eintraege, None, None)
            else:
                ((_nummer, angabe),) = gruppe
                self._leer[ordner] = angabe.name
                yield from self._geschnitten(angabe.dateien, ordner, angabe.name)

    def _geschnitten(
        self, eintraege: Iterator[Fund | Finding | None], nummer: int | None, ordner: str | None
    ) -> Iterator[Auftrag]:
        while gruppe := list(islice(eintraege, JE_AUFTRAG)):
            self._unlesbar += [eins for eins in gruppe if isinstance(eins, Finding)]
            if nummer is not None and None in gruppe:  # a file that another argument named before
                self._leer.pop(nummer, None)
            self._woher.append(nummer)
            dateien = tuple(eins.name for eins in gruppe if isinstance(eins, Fund))
            eingabe = self._eingabe() if ordner is None and STDIN in dateien else b""
            yield Auftrag(len(self._woher) - 1, ordner, dateien, eingabe)

    def _nimm(self, ertrag: Ertrag) -> None:
        self._ertraege[ertrag.nummer] = ertrag
        woher = self._woher[ertrag.nummer]
        if ertrag.dokumente and woher is not None:
            self._leer.pop(woher, None)
        self._fertig += ertrag.dokumente
        self._melde(self._fertig)

    def _zusammen(self) -> Pruefung:
        """Put together what the shares gave, in the order of the files."""
        alles = Pruefung(findings=[*self._unlesbar, *map(leerer_ordner, self._leer.values())])
        nebenbei: dict[str, tuple[Finding, ...]] = {}
        for _nummer, ertrag in sorted(self._ertraege.items()):
            alles.findings += ertrag.findings
            alles.paths += ertrag.paths
            alles.staende += ertrag.staende
            for name, findings in ertrag.nebenbei.items():
                nebenbei.setdefault(name, findings)  # several shares may have met the same file
        alles.findings += _nur_nebenbei(nebenbei, alles.paths)
        return alles


def _nur_nebenbei(nebenbei: Mapping[str, Sequence[Finding]], paths: Sequence[str]) -> Iterator[Finding]:
    """Give the findings of files that were read for others only; those of a document that was looked at stand there."""
    mit_befunden = {name: findings for name, findings in nebenbei.items() if findings}
    dokumente = {os.path.realpath(path) for path in paths if Path(path).name != MAPPE} if mit_befunden else set()
    for name, findings in mit_befunden.items():
        if name not in dokumente:
            yield from findings
