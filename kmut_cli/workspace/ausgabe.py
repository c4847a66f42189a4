"""Documents leave the house: which template, which file, and that nothing is overwritten by accident."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kmut_cli.documents.zustand import Zustand
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Rule
from kmut_cli.render import rules
from kmut_cli.render.darstellung import darstellung
from kmut_cli.render.formate import rendere, veraendert
from kmut_cli.render.presentation import Darstellung
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.vorlagen import Vorlage, vorlage
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.source.write import write_atomic
from kmut_cli.workspace.dateien import Datei


@dataclass
class Ausgabe:
    """One run of giving out.

    Attributes:
        formate: ``md``, ``docx``.
        ziel: Folder for all output, or a file name if one document is given out in one format; None means beside
            each document.
        eigene: A template that the command line names, used instead of any other.
        ueberschreiben: Whether a Word file that was edited since may be overwritten.
        geschrieben: Files written so far.
    """

    formate: tuple[str, ...]
    ziel: Path | None = None
    eigene: Vorlage | None = None
    ueberschreiben: bool = False
    geschrieben: list[Path] = field(default_factory=list)

    def gib_aus(self, datei: Datei, pruefling: Pruefling) -> Iterator[Finding]:
        """Give out one document in all formats.

        Yields:
            What went wrong or should be known; another format is tried all the same.
        """
        stand = pruefling.stand
        offen = sum(eins.zustand is Zustand.OFFEN for eins in stand)
        if offen and pruefling.dokument.final:
            fragen = "eine Frage ist offen und bleibt" if offen == 1 else f"{offen} Fragen sind offen und bleiben"
            yield pruefling.finding(
                rules.OFFEN_IN_FINAL, ("status",), f"Die endgültige Fassung ist ausgegeben, aber {fragen} leer.",
                f"kmut check „{datei.name}“ nennt die offenen Fragen.",
            )  # fmt: skip
        presentation = darstellung(pruefling.dokument, stand)
        for format in self.formate:
            yield from self._ein_format(datei, pruefling, presentation, format)

    def _ein_format(self, datei: Datei, pruefling: Pruefling, was: Darstellung, format: str) -> Iterator[Finding]:
        ziel = self._ziel(datei, was.art, format)
        if ziel in self.geschrieben:
            text = f"„{ziel}“ ist in diesem Lauf schon die Ausgabe eines anderen Dokuments."
            hilfe = "Dieses wurde nicht ausgegeben: Nennen Sie den gemeinsamen Ordner, oder geben Sie es einzeln aus."
            yield _finding(rules.GLEICHES_ZIEL, datei, text, hilfe)
            return
        try:
            gewaehlt = self.eigene or vorlage(was.art, format, _vorlagenordner(pruefling))
            inhalt = rendere(format, was, gewaehlt)
        except TemplateProblem as problem:
            yield _vorlagenfehler(problem)
            return
        except OSError as fehler:
            text = f"Die Vorlage „{fehler.filename}“ lässt sich nicht lesen."
            yield _finding(rules.VORLAGE, datei, text, "Prüfen Sie die Zugriffsrechte.")
            return
        yield from self._schreibe(datei, ziel, format, inhalt)

    def _schreibe(self, datei: Datei, ziel: Path, format: str, inhalt: bytes) -> Iterator[Finding]:
        try:
            if not self.ueberschreiben and ziel.is_file() and veraendert(format, ziel.read_bytes()):
                text = f"„{ziel}“ wurde nach der Ausgabe bearbeitet und bleibt, wie sie ist."
                hilfe = "Übernehmen Sie die Änderungen in die YAML-Datei; überschreiben können Sie sie mit --force."
                yield _finding(rules.GEAENDERT, datei, text, hilfe)
                return
            ziel.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(ziel, inhalt)
        except OSError:
            hilfe = "Schließen Sie die Datei in Word, prüfen Sie Rechte und Platz, oder wählen Sie mit --out anders."
            yield _finding(rules.NICHT_GESCHRIEBEN, datei, f"„{ziel}“ lässt sich nicht schreiben.", hilfe)
            return
        self.geschrieben.append(ziel)

    def _ziel(self, datei: Datei, art: str, format: str) -> Path:
        name = datei.relativ.with_suffix(f".{format}") if datei.pfad else Path(f"{art}.{format}")
        if self.ziel is None:
            return datei.pfad.with_suffix(f".{format}") if datei.pfad else name
        if self.ziel.suffix == f".{format}" and not self.ziel.is_dir():
            return self.ziel
        return self.ziel / name


def _vorlagenordner(pruefling: Pruefling) -> list[Path]:
    """Folders that may hold one's own template: from the document up to that of ``kmut.yaml``, and the current one."""
    hier = Path.cwd()
    if pruefling.ordner is None:
        return [hier]
    ordner = [pruefling.ordner, *pruefling.ordner.parents]
    oben = pruefling.wurzel or pruefling.ordner
    return [eins for eins in ordner if eins.is_relative_to(oben) or eins == hier]


def _vorlagenfehler(problem: TemplateProblem) -> Finding:
    return Finding(
        code=rules.VORLAGE.code,
        severity=Severity.ERROR,
        path=problem.template,
        message=problem.message,
        help=problem.help,
        line=problem.line or 0,
        column=1 if problem.line else 0,
        end_column=2 if problem.line else 0,
        location=problem.name or "",
    )


def _finding(rule: Rule, datei: Datei, text: str, hilfe: str) -> Finding:
    return Finding(rule.code, rule.severity, datei.name, text, hilfe)
