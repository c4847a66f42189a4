"""Where all documents of a folder stand: the rows of ``kmut status``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kmut_cli.documents.datum import JAHR_MUSTER
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.rules.registry import examine
from kmut_cli.workspace.dateien import MAPPE, Datei
from kmut_cli.workspace.fristen import FEHLERHAFT, Frist, erwartet, frist_laut, hat_frist
from kmut_cli.workspace.git import GitError, Gitstand, Repository
from kmut_cli.workspace.git_revision import UNSHALLOW
from kmut_cli.workspace.uebersicht import dokumentstand, hat_stand

if TYPE_CHECKING:
    from kmut_cli.documents.laden import Geladen
    from kmut_cli.workspace.lauf import Lauf

ENTWURF, FINAL, FEHLT, UNKLAR = "entwurf", "final", "fehlt", "unklar"


@dataclass(frozen=True, slots=True)
class Zeile:
    """One document, or one that is still to be written.

    Attributes:
        wurzel: Folder whose ``kmut.yaml`` holds for it.
        art: Kind; empty if the file does not say it.
        titel: What people call such a document.
        jahr: Its year; None if it has none, or does not say.
        status: ``entwurf``, ``final``, ``fehlt`` (there is no such file yet) or ``unklar`` (no document in it).
        name: File as the user named it; empty if there is none.
        beantwortet: Answered questions.
        anwendbar: Questions that apply.
        eintraege: Number of entries, for a list without an official outline; else None.
        fehler: Errors of text, types and rules.
        unbestaetigt: Answers that were carried over and nobody has confirmed.
        aenderung: What git knows of the file; None if it knows nothing.
        frist: By when it is due.
        tage: Days until then; negative once it has passed, None without a date.
        vergangen: Whether it is an application whose year has begun: then it was handed in, or it is too late for that.
    """

    wurzel: Path
    art: str
    titel: str
    jahr: int | None
    status: str
    name: str = ""
    beantwortet: int = 0
    anwendbar: int = 0
    eintraege: int | None = None
    fehler: int = 0
    unbestaetigt: int = 0
    aenderung: Gitstand | None = None
    frist: Frist = field(default_factory=Frist)
    tage: int | None = None
    vergangen: bool = False

    @property
    def aussteht(self) -> bool:
        """Whether something is still to be done for a deadline."""
        return self.status in (ENTWURF, FEHLT) and hat_frist(self.art) and not self.vergangen

    @property
    def frist_fehlerhaft(self) -> bool:
        """Whether ``kmut.yaml`` says a deadline that is none."""
        return self.aussteht and self.frist.herkunft == FEHLERHAFT

    @property
    def ueberfaellig(self) -> bool:
        """Whether the deadline has passed and the document is not final."""
        return self.aussteht and self.tage is not None and self.tage < 0

    @property
    def ohne_frist(self) -> bool:
        """Whether the deadline is to be asked for."""
        return self.aussteht and self.jahr is not None and self.frist == Frist()


@dataclass(frozen=True, slots=True)
class Jahresstand:
    """All rows of a folder.

    Attributes:
        heute: The day that days left are counted from.
        zeilen: Newest year first, then by kind; documents without a year last.
        git: Why git does not tell everything, and what to do; empty if it does.
    """

    heute: date
    zeilen: tuple[Zeile, ...]
    git: tuple[str, ...] = ()

    @property
    def termine(self) -> tuple[Zeile, ...]:
        """Rows with a deadline that something is to be done for, earliest first."""
        mit = [eine for eine in self.zeilen if eine.aussteht and eine.frist.datum is not None]
        return tuple(sorted(mit, key=lambda eine: eine.tage or 0))

    @property
    def ohne_frist(self) -> tuple[Zeile, ...]:
        """Rows whose deadline is to be asked for."""
        return tuple(eine for eine in self.zeilen if eine.ohne_frist)

    @property
    def mit_fehlerhafter_frist(self) -> tuple[Zeile, ...]:
        """Rows whose deadline in ``kmut.yaml`` is none."""
        return tuple(eine for eine in self.zeilen if eine.frist_fehlerhaft)

    @property
    def vergangene(self) -> tuple[Zeile, ...]:
        """Drafts of applications whose year has begun."""
        return tuple(eine for eine in self.zeilen if eine.vergangen and eine.frist.datum is not None)


def jahresstand(lauf: Lauf, name: str, heute: date) -> Jahresstand:
    """Read a folder, or one file, and tell where everything stands.

    Args:
        lauf: The run; keeps all findings.
        name: Folder or file as the user named it.
        heute: The current day.
    """
    dateien = list(lauf.dateien([name], bytes))
    aenderungen, hinweis = _git(Path(name), [datei.pfad for datei, _ in dateien if datei.pfad is not None])
    hier = Path(os.path.realpath(name))  # as resolve() does, but for links in a circle
    zeilen = [_zeile(lauf, datei, geladen, hier, aenderungen, heute) for datei, geladen in dateien]
    if hier.is_dir():
        zeilen += _fehlende(lauf, zeilen, hier, heute)
    folge = sorted(zeilen, key=lambda eine: (-(eine.jahr or 0), not eine.art, eine.titel, eine.name))
    return Jahresstand(heute, tuple(folge), hinweis)


def _zeile(
    lauf: Lauf, datei: Datei, geladen: Geladen, hier: Path, aenderungen: Mapping[Path, Gitstand], heute: date
) -> Zeile:
    assert datei.pfad is not None  # standard input is no folder
    wurzel = lauf.mappen.wurzel(datei.pfad) or _oben(hier)
    aenderung = aenderungen.get(datei.pfad)
    befunde = list(geladen.findings)
    pruefling = lauf.pruefling(datei, geladen)
    if pruefling is None:
        return Zeile(wurzel, "", "", None, UNKLAR, datei.name, fehler=_fehler(befunde), aenderung=aenderung)
    regeln = examine(pruefling)
    lauf.findings += regeln
    stand = dokumentstand(pruefling)
    mappe = lauf.mappen.mappe_ueber(datei.pfad)
    faellig = frist_laut(mappe, stand.document, stand.year) if hat_frist(stand.document) else Frist()
    tage = faellig.tage(heute)
    regel = pruefling.dokument.fristregel
    begonnen = regel is not None and regel.voraus and stand.year is not None and stand.year <= heute.year
    return Zeile(
        wurzel=wurzel,
        art=stand.document,
        titel=stand.titel,
        jahr=stand.year,
        status=stand.status,
        name=datei.name,
        beantwortet=stand.answered,
        anwendbar=stand.applicable,
        eintraege=None if hat_stand(pruefling) else _eintraege(geladen),
        fehler=_fehler([*befunde, *regeln]),
        unbestaetigt=len(stand.unconfirmed),
        aenderung=aenderung,
        frist=faellig,
        tage=tage,
        vergangen=begonnen and stand.status == ENTWURF and (tage is None or tage < 0),
    )


def _oben(hier: Path) -> Path:
    """The folder of all years, where there is no ``kmut.yaml`` to tell it."""
    ordner = hier if hier.is_dir() else hier.parent
    return ordner.parent if re.fullmatch(JAHR_MUSTER, ordner.name) else ordner


def _fehler(befunde: Sequence[Finding]) -> int:
    return sum(eins.severity is Severity.ERROR for eins in befunde)


def _eintraege(geladen: Geladen) -> int:
    """Count the entries of a list, faulty ones too."""
    return sum(len(wert) for wert in geladen.source.data.values() if isinstance(wert, list))


def _fehlende(lauf: Lauf, zeilen: Sequence[Zeile], hier: Path, heute: date) -> Iterator[Zeile]:
    """Give rows for what is due and not there, in each folder that lies in the named one as a whole."""
    for wurzel in dict.fromkeys(eine.wurzel for eine in zeilen if eine.wurzel.is_relative_to(hier)):
        vorhanden = {(eine.art, eine.jahr) for eine in zeilen if eine.wurzel == wurzel and eine.jahr is not None}
        mappe = lauf.mappen.mappe_ueber(wurzel / MAPPE)
        if mappe is None and not any(hat_frist(eine.art) for eine in zeilen if eine.wurzel == wurzel):
            continue  # no folder of an office, only a document that lies somewhere
        for art, jahr in erwartet(vorhanden, mappe.stammdaten if mappe is not None else None, heute):
            faellig = frist_laut(mappe, art, jahr)
            titel = dokumenttyp(art, arten()[art][-1]).kurztitel
            yield Zeile(wurzel, art, titel, jahr, FEHLT, frist=faellig, tage=faellig.tage(heute))


def _git(pfad: Path, pfade: Sequence[Path]) -> tuple[Mapping[Path, Gitstand], tuple[str, ...]]:
    """Ask git for all files at once; without git everything else works all the same."""
    try:
        repository = Repository.um(pfad)
        aenderungen = repository.aenderungen(pfade)
    except GitError as fehler:
        return {}, (fehler.message, fehler.help)
    if any(eine.eingecheckt and eine.zeit is None for eine in aenderungen.values()):
        return aenderungen, ("Dieser flache Klon enthält nicht, wann alle Dateien zuletzt geändert wurden.", UNSHALLOW)
    return aenderungen, ()
