"""``kmut render``: from YAML to Word and Markdown."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from kmut_cli.cli.ausgabe import Pfade, befehl_aus, farbig, gib_aus, pruefe_auswahl, standardeingabe, status
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.vervollstaendigung import auswahl_mit_text
from kmut_cli.findings.display import visible
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.render.formate import DATEIENDUNG, dateisuffix
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.rules import UNFERTIG
from kmut_cli.render.vorlagen import ENDUNG, Vorlage, lies

Formate = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="docx (Word), md (Markdown) oder oparl (Sitzungsvorlage fürs Ratsinformationssystem); mehrfach möglich."
        " Vorgabe: docx.",
        autocompletion=auswahl_mit_text({"docx": "Word", "md": "Markdown", "oparl": "Ratsinformationssystem"}),
    ),
]
Ziel = Annotated[
    str | None,
    typer.Option(
        "--out", metavar="ORDNER", help="Ordner für die Ausgabe, oder bei einem Dokument ihr Dateiname; sonst daneben."
    ),
]
EigeneVorlage = Annotated[
    str | None,
    typer.Option("--template", metavar="DATEI", help="Eigene Vorlage (.docx oder .md.j2) statt der gefundenen."),
]
Ueberschreiben = Annotated[
    bool,
    typer.Option("--force", help="Überschreibt auch eine Datei, die nicht von kmut ist oder seither bearbeitet wurde."),
]

FORMATE = tuple(DATEIENDUNG)
FREMDE_FORMATE = ("pdf", "doc", "odt", "rtf", "html", "txt", "yaml", "yml")


def render(
    pfade: Pfade = None,
    format: Formate = None,
    out: Ziel = None,
    template: EigeneVorlage = None,
    force: Ueberschreiben = False,
) -> None:
    """Macht aus jedem Dokument eine Word- oder Markdown-Datei.

    Ein Dokument mit Fehlern wird nicht ausgegeben, damit nichts davon verloren geht; die anderen schon.
    Eine Vorlage in templates/docx oder templates/md neben dem Dokument geht der mitgelieferten vor.
    """
    from kmut_cli.workspace.ausgabe import Ausgabe  # not for help and the Tab key
    from kmut_cli.workspace.lauf import Lauf

    formate = tuple(dict.fromkeys(format or ["docx"]))
    for eins in formate:
        pruefe_auswahl("--format", eins, FORMATE)
    ausgabe = Ausgabe(formate, lies_ziel(out, formate), _eigene(template, formate), force)
    lauf = Lauf()
    uebergangen: list[str] = []
    for datei, geladen in lauf.dateien(pfade or [], standardeingabe):
        pruefling = lauf.pruefling(datei, geladen)
        if pruefling is None or any(finding.severity is Severity.ERROR for finding in geladen.findings):
            uebergangen.append(datei.name)
        else:
            lauf.findings += ausgabe.gib_aus(datei, pruefling)
    if lauf.findings or not lauf.paths:
        _zeige(lauf.findings, lauf.paths)
    for name in uebergangen:
        print(f"Nicht ausgegeben, erst die Fehler beheben: {visible(name)}")
    for pfad in ausgabe.geschrieben:
        print(f"Geschrieben: {visible(str(pfad))}")
    for ordner, anzahl in ausgabe.bilder.items():
        print(f"Geschrieben: {visible(str(ordner))} ({anzahl} {'Bild' if anzahl == 1 else 'Bilder'})")
    sys.stdout.flush()
    raise typer.Exit(status(lauf.findings, lauf.paths, strict=False))


def _zeige(findings: list[Finding], paths: list[str]) -> None:
    """Print what was found; „Keine Fehler“ below a warning that there are some would contradict it."""
    unfertig = [finding.path for finding in findings if finding.code == UNFERTIG.code]
    if not unfertig or any(finding.severity is Severity.ERROR for finding in findings):
        gib_aus("text", findings, paths)
        return
    from kmut_cli.findings.text import format_finding

    for finding in findings:
        sys.stdout.write(format_finding(finding, color=farbig()) + "\n")
    print(f"Noch nicht fehlerfrei: {', '.join(visible(name) for name in unfertig)}")


def lies_ziel(name: str | None, formate: tuple[str, ...]) -> Path | None:
    """Read where output goes.

    Raises:
        EigeneMeldung: It is the name of a file of another format, which would become a folder.
    """
    if not name:
        return None
    ziel = Path(name)
    endung = ziel.suffix.lower()
    bekannt = {*map(dateisuffix, FORMATE), *(f".{eins}" for eins in FREMDE_FORMATE)}
    if endung in bekannt and [endung] != [dateisuffix(eins) for eins in formate] and not ziel.is_dir():
        raise EigeneMeldung(
            f"--out „{name}“ ist der Name einer Datei und passt nicht zu --format {', '.join(formate)}."
            " Nennen Sie einen Ordner, oder geben Sie in genau diesem einen Format aus."
        )
    return ziel


def _eigene(name: str | None, formate: tuple[str, ...]) -> Vorlage | None:
    """Read the template that the command line names.

    Raises:
        EigeneMeldung: It cannot be read, or does not fit the formats.
    """
    if name is None:
        return None
    mit_vorlage = tuple(format for format in formate if format in ENDUNG)
    if not mit_vorlage:
        raise EigeneMeldung(f"--format {', '.join(formate)} braucht keine Vorlage; lassen Sie --template weg.")
    passend = [format for format in mit_vorlage if name.endswith(ENDUNG[format])]
    if mit_vorlage != tuple(passend):
        endungen = " oder ".join(ENDUNG[format] for format in mit_vorlage)
        raise EigeneMeldung(
            f"Die Vorlage „{name}“ passt nicht zu --format; erwartet wird eine Datei mit der Endung {endungen}."
        )
    try:
        return lies(Path(name), name)
    except TemplateProblem as problem:
        raise EigeneMeldung(f"{problem.message} {problem.help}".rstrip()) from None
    except (OSError, ValueError):
        raise EigeneMeldung(f"Die Vorlage „{name}“ lässt sich nicht lesen. Prüfen Sie den Namen.") from None


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(render, name)
