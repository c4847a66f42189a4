"""Documents leave the house: which template, which file, and that nothing is overwritten by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kmut_cli.documents.markdown_konto import Haushalt, haushalt
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.render import rules
from kmut_cli.render.darstellung import darstellung
from kmut_cli.render.formate import DATEIENDUNG, FORMATE_MIT_BILDDATEIEN, OPARL, dateisuffix, fremd, rendere
from kmut_cli.render.presentation import Darstellung
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.vorlagen import Vorlage, vorlage
from kmut_cli.rules.anlagen import genannte
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.rules.vorlage_personal import PERSONAL
from kmut_cli.source.oserror import grund
from kmut_cli.source.write import FileChanged, read_existing
from kmut_cli.workspace.ausgabeort import lege_ab
from kmut_cli.workspace.dateien import Datei
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.quellschutz import ist_geraet, ist_quelle
from kmut_cli.workspace.rules import KEINE_DATEI
from kmut_cli.workspace.titelblatt import titelzeilen

if TYPE_CHECKING:
    from kmut_cli.documents.sitzungsvorlage_2026 import Sitzungsvorlage

_ZEILENENDE = re.compile(r"\r\n|\r|\n")  # as templates count lines


@dataclass
class Ausgabe:
    """One run of giving out.

    Attributes:
        formate: ``md``, ``docx``, ``oparl``.
        ziel: Folder for all output, or a file name if one document is given out in one format; None means beside
            each document.
        eigene: A template that the command line names, used instead of any other.
        ueberschreiben: Whether a Word file that was edited since may be overwritten.
        geschrieben: Files written so far.
        bilder: Folders into which pictures were written so far, with their number.
        mappen: The folders with their master data, for the title page.
    """

    formate: tuple[str, ...]
    ziel: Path | None = None
    eigene: Vorlage | None = None
    ueberschreiben: bool = False
    geschrieben: list[Path] = field(default_factory=list)
    bilder: dict[Path, int] = field(default_factory=dict)
    mappen: Mappen = field(default_factory=Mappen)
    _kennungen: set[object] = field(default_factory=set)  # of the files written, by which the drive knows them
    _gemeldet: set[object] = field(default_factory=set)
    _anlagen: list[Path] = field(default_factory=list)  # of the document that is given out

    def gib_aus(self, datei: Datei, pruefling: Pruefling) -> Iterator[Finding]:
        """Give out one document in all formats.

        Yields:
            What went wrong or should be known; another format is tried all the same.
        """
        if datei.pfad is not None and ist_geraet(datei.pfad):  # its output would lie there too
            text = f"„{datei.name}“ ist keine gewöhnliche Datei."
            yield KEINE_DATEI.finding(datei.name, text, "Nennen Sie eine YAML-Datei, oder „-“ für die Standardeingabe.")
            return
        self._anlagen = [(pruefling.ordner or Path()) / text.strip() for _, text in genannte(pruefling)]
        dokument = pruefling.dokument
        befunde_der_regeln = examine(pruefling) if dokument.final or dokument.ist_oeffentlich else []
        fehler = sum(finding.severity is Severity.ERROR for finding in befunde_der_regeln)
        if dokument.final and fehler:
            befunde = "einen Fehler" if fehler == 1 else f"{fehler} Fehler"
            text = f"Die endgültige Fassung ist ausgegeben, aber kmut check meldet noch {befunde}."
            hilfe = (
                "Offene Fragen bleiben in der Ausgabe leer. Beheben Sie, was kmut check nennt, und geben Sie neu aus."
            )
            yield pruefling.finding(rules.UNFERTIG, ("status",), text, hilfe)
        # Whoever gives a public paper out without checking it must see whom it names.
        yield from (finding for finding in befunde_der_regeln if finding.code == PERSONAL.code)
        mappe = self.mappen.mappe_ueber(datei.pfad or Path("eingabe"))
        was = darstellung(pruefling.dokument, pruefling.stand, pruefling.geladen.umfeld)
        presentation = replace(was, stammdaten=titelzeilen(mappe, oeffentlich=pruefling.dokument.ist_oeffentlich))
        for format in self.formate:
            yield from self._ein_format(datei, pruefling, presentation, format)

    def _ein_format(self, datei: Datei, pruefling: Pruefling, was: Darstellung, format: str) -> Iterator[Finding]:
        ziel = self._ziel(datei, was.art, format)
        if ziel in self.geschrieben or _kennung(ziel) in self._kennungen:
            text = f"„{ziel}“ ist in diesem Lauf schon die Ausgabe eines anderen Dokuments."
            hilfe = "Dieses wurde nicht ausgegeben: Nennen Sie den gemeinsamen Ordner, oder geben Sie es einzeln aus."
            yield rules.GLEICHES_ZIEL.finding(datei.name, text, hilfe)
            return
        if ist_quelle(ziel, self._gelesene(datei)):
            yield _quellbefund(datei, ziel)
            return
        if format == OPARL:
            yield from self._oparl(datei, pruefling, was, ziel)
            return
        try:
            gewaehlt = self.eigene or vorlage(was.art, format, _vorlagenordner(pruefling))
        except OSError as fehler:
            text = f"Die Vorlage „{fehler.filename}“ lässt sich nicht lesen."
            yield rules.VORLAGE.finding(datei.name, text, "Prüfen Sie die Zugriffsrechte.")
            return
        except TemplateProblem as problem:
            yield rules.VORLAGE.finding(datei.name, problem.message, problem.help)
            return
        was = replace(was, bilder=f"{ziel.stem}-bilder")
        try:
            with haushalt() as aufwand:
                inhalt = rendere(format, was, gewaehlt)
        except TemplateProblem as problem:
            yield _vorlagenfehler(problem, gewaehlt)
            return
        yield from self._woertlich(pruefling, aufwand)
        yield from self._schreibe(datei, ziel, format, inhalt)
        if format in FORMATE_MIT_BILDDATEIEN and ziel in self.geschrieben:
            yield from self._bilder(datei, ziel.parent / was.bilder, was)

    def _bilder(self, datei: Datei, ordner: Path, was: Darstellung) -> Iterator[Finding]:
        """Write the pictures of a format that cannot carry them."""
        davor = len(self.geschrieben)
        for bild in was.alle_bilder:
            yield from self._schreibe(datei, ordner / f"{bild.name}.svg", "svg", bild.svg.encode())
        if anzahl := len(self.geschrieben) - davor:
            del self.geschrieben[davor:]
            self.bilder[ordner] = anzahl

    def _oparl(self, datei: Datei, pruefling: Pruefling, was: Darstellung, ziel: Path) -> Iterator[Finding]:
        """Give out a paper as OParl; other kinds have no such form."""
        from kmut_cli.render.oparl import ART, als_json, oparl_paper  # only for this format

        vorlage = cast("Sitzungsvorlage", pruefling.dokument)  # of whatever edition
        if vorlage.dokument != ART:
            text = f"„{datei.name}“ ist keine Sitzungsvorlage und wird nicht als OParl ausgegeben."
            yield pruefling.finding(rules.OPARL_ART, ("dokument",), text, "Wählen Sie --format docx oder --format md.")
        elif not vorlage.ist_oeffentlich:
            text = "Die Vorlage ist nichtöffentlich und wird nicht als OParl ausgegeben."
            hilfe = "Wählen Sie --format docx; ist sie doch öffentlich, schreiben Sie: oeffentlich: ja"
            yield pruefling.finding(rules.OPARL_NICHT_OEFFENTLICH, ("oeffentlich",), text, hilfe)
        else:
            stamm = ziel.name.removesuffix(DATEIENDUNG[OPARL])
            with haushalt() as aufwand:
                objekt = oparl_paper(vorlage, was, pruefling.geladen.umfeld, stamm)
            yield from self._woertlich(pruefling, aufwand)
            yield from self._schreibe(datei, ziel, OPARL, als_json(objekt))

    def _gelesene(self, datei: Datei) -> list[Path]:
        """Give the files that this document comes from, and those that belong to it."""
        eigene = [Path(self.eigene.name)] if self.eigene else []
        return [*([datei.pfad] if datei.pfad else []), *eigene, *self._anlagen]

    def _woertlich(self, pruefling: Pruefling, aufwand: Haushalt) -> Iterator[Finding]:
        """Say which answers are given out as they stand, each once, whatever the number of formats."""
        if not aufwand.grenzen:
            return
        orte = _orte(pruefling)  # what was put together of several answers has none of its own
        for loc, grenze in {orte.get(_worte(text), ()): grenze for text, grenze in aufwand.grenzen.items()}.items():
            befund = pruefling.finding(
                rules.WOERTLICH,
                loc,
                f"{rules.WOERTLICH_WEIL[grenze.variable]} {grenze.text}; sie ist so ausgegeben, wie sie dasteht.",
                f"Teilen Sie die Antwort auf, oder löschen Sie überzählige Zeichen. {grenze.hinweis}",
            )
            if befund.sort_key not in self._gemeldet:
                self._gemeldet.add(befund.sort_key)
                yield befund

    def _schreibe(self, datei: Datei, ziel: Path, format: str, inhalt: bytes) -> Iterator[Finding]:
        if ist_quelle(ziel, self._gelesene(datei)):  # a picture, or what came up meanwhile
            yield _quellbefund(datei, ziel)
            return
        try:
            alt = read_existing(ziel)
            if alt is not None and not self.ueberschreiben and fremd(format, alt, inhalt):
                raise FileChanged
            lege_ab(ziel, inhalt, alt)
        except FileChanged:  # before this run, or by somebody who saves it in Word at this moment
            text = f"„{ziel}“ ist nicht von kmut oder seither bearbeitet worden und bleibt, wie sie ist."
            hilfe = "Übernehmen Sie Änderungen in die YAML-Datei; überschreiben können Sie die Datei mit --force."
            yield rules.FREMD.finding(datei.name, text, hilfe)
            return
        except OSError as fehler:
            warum = f": {text}" if (text := grund(fehler)) else ""
            hilfe = "Schließen Sie die Datei in Word, prüfen Sie Rechte und Platz, oder wählen Sie mit --out anders."
            yield rules.NICHT_GESCHRIEBEN.finding(datei.name, f"„{ziel}“ lässt sich nicht schreiben{warum}.", hilfe)
            return
        self.geschrieben.append(ziel)
        self._kennungen.add(_kennung(ziel))

    def _ziel(self, datei: Datei, art: str, format: str) -> Path:
        endung = DATEIENDUNG[format]
        name = datei.relativ.with_suffix(endung) if datei.pfad else Path(art + endung)
        if self.ziel is None:
            return datei.pfad.with_suffix(endung) if datei.pfad else name
        if self.ziel.suffix == dateisuffix(format) and not self.ziel.is_dir():
            return self.ziel
        return self.ziel / name


def _quellbefund(datei: Datei, ziel: Path) -> Finding:
    text = f"„{ziel}“ ist eine Datei, aus der etwas kommt; die Ausgabe würde sie überschreiben."
    return rules.QUELLE.finding(datei.name, text, "Nennen Sie mit --out einen anderen Ort.")


def _kennung(ziel: Path) -> object:
    """Give what a drive knows a file by, so that two spellings of one name are the same file."""
    try:
        zustand = ziel.stat()
    except (OSError, ValueError):
        return ziel
    return (zustand.st_dev, zustand.st_ino)


def _orte(pruefling: Pruefling) -> dict[str, Loc]:
    """Give the place of each answer by its words; the first one where several have the same."""
    orte: dict[str, Loc] = {}
    for loc, text in pruefling.markdowntexte():
        orte.setdefault(_worte(text), loc)
    return orte


def _worte(text: str) -> str:
    return "".join(text.split())


def _vorlagenordner(pruefling: Pruefling) -> list[Path]:
    """Folders that may hold one's own template: from the document up to that of ``kmut.yaml``, and the current one."""
    hier = Path.cwd()
    if pruefling.ordner is None:
        return [hier]
    ordner = [pruefling.ordner, *pruefling.ordner.parents]
    oben = pruefling.wurzel or pruefling.ordner
    return [eins for eins in ordner if eins.is_relative_to(oben) or eins == hier]


def _vorlagenfehler(problem: TemplateProblem, vorlage: Vorlage) -> Finding:
    """Make the finding, with the line of the template where it has lines."""
    zeilen = _ZEILENENDE.split(vorlage.inhalt.decode("utf-8-sig", "replace")) if problem.line else []
    zeile = zeilen[problem.line - 1] if problem.line and problem.line <= len(zeilen) else ""
    spalte = zeile.find(problem.name) + 1 if problem.name and problem.name in zeile else 1
    return Finding(
        code=rules.VORLAGE.code,
        severity=Severity.ERROR,
        path=problem.template,
        message=problem.message,
        help=problem.help,
        line=problem.line or 0,
        column=spalte if problem.line else 0,
        end_column=spalte + len(problem.name or "x") if problem.line else 0,
        location=problem.name or "",
        source_line=zeile,
    )
