"""What an import of figures would bring: the file of figures beside the monitoring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

import typer

from kmut_cli.cli.ausgabe import gib_aus
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.findings import limits
from kmut_cli.findings.finding import Finding
from kmut_cli.workspace.dateien import Datei, lies
from kmut_cli.workspace.monitoring.abgleich import Herkunft, Urteil, Vergleich, gleiche_ab
from kmut_cli.workspace.monitoring.auswahl import waehle
from kmut_cli.workspace.monitoring.bestand import Bestand, finde
from kmut_cli.workspace.monitoring.einlesen import lies_statistik
from kmut_cli.workspace.monitoring.lesung import Lesung
from kmut_cli.workspace.monitoring.oeffnen import falscher_schluessel
from kmut_cli.workspace.monitoring.rules import KEIN_GEBIET
from kmut_cli.workspace.monitoring.zuordnung import Zuordnung
from kmut_cli.workspace.rules import KEINE_DATEI


@dataclass(frozen=True, slots=True)
class Vorhaben:
    """What the file would bring.

    Attributes:
        datei: The file as the user named it.
        bestand: The monitoring.
        lesung: What was read.
        zuordnung: Values by indicator.
        herkunft: Where they come from.
        vergleiche: The same beside what is there.
    """

    datei: str
    bestand: Bestand
    lesung: Lesung
    zuordnung: Zuordnung
    herkunft: Herkunft
    vergleiche: Sequence[Vergleich]

    def mit(self, urteil: Urteil) -> list[Vergleich]:
        """Give the values of which this becomes."""
        return [eins for eins in self.vergleiche if eins.urteil is urteil]

    @property
    def fremde(self) -> list[Vergleich]:
        """Values that are there with another number, and from another source."""
        return [eins for eins in self.mit(Urteil.REVISION) if eins.aus_anderer_quelle(self.herkunft)]


def lies_vorhaben(
    datei: str, ziel: str | None, nummer: str, groesse: str, dezimal: str, quelle: str, abruf: date | None, heute: date
) -> Vorhaben:
    """Read both files and compare them; ends the run where that is not possible.

    Args:
        datei: The file of figures.
        ziel: The monitoring; None for that of the current folder.
        nummer: Number of the indicator; empty to go by what the indicators say.
        groesse: What is to be read of several things; empty for all.
        dezimal: ``punkt`` or ``komma``; empty to find out.
        quelle: Another name of the source; empty for the usual one.
        abruf: Day of retrieval; None for the day of the file's last change.
        heute: The current day.

    Raises:
        Exit: With status 1, after what is wrong has been told.
        EigeneMeldung: The file cannot be read.
        MitHilfe: Something else is in the way.
    """
    inhalt, geaendert = _lies(datei, heute)
    bestand = finde(ziel)
    bestand.pruefe()
    if bestand.ags is None:
        if falsch := falscher_schluessel(Path(bestand.name)):
            _ende(falsch.path, [falsch])
        text = "Welche Zahlen die eigenen sind, ist nicht zu erkennen: Der Amtliche Gemeindeschlüssel fehlt."
        hilfe = 'In kmut.yaml gehört: kommune: {name: …, ags: "03357"}, mit Ihrem Schlüssel in Anführungszeichen.'
        _ende(bestand.name, [KEIN_GEBIET.finding(bestand.name, text, hilfe)])
    lesung = lies_statistik(datei, inhalt, bestand.ags, dezimal)
    if isinstance(lesung, tuple):
        _ende(datei, lesung)
    if lesung.fehlerhaft:
        _ende(datei, lesung.tabelle.findings, lesung.tabelle.uebergangen)
    zuordnung = waehle(lesung, bestand.monitoring.kennzahlen, nummer, groesse)
    if lesung.fehlerhaft:
        _ende(datei, lesung.tabelle.findings)
    herkunft = Herkunft(quelle.strip() or lesung.quelle, lesung.nummer, (abruf or geaendert).isoformat())
    return Vorhaben(datei, bestand, lesung, zuordnung, herkunft, gleiche_ab(zuordnung.werte, bestand.monitoring))


def _lies(name: str, heute: date) -> tuple[bytes, date]:
    """Give the bytes of the file and the day of its last change.

    Raises:
        EigeneMeldung: It cannot be read.
    """
    inhalt = lies(Datei(name, Path(name), Path(name)), hoechstens=limits.STATISTIKDATEI.wert)
    if isinstance(inhalt, Finding):
        hilfe = "Nennen Sie eine CSV-Datei." if inhalt.code == KEINE_DATEI.code else inhalt.help
        raise EigeneMeldung(f"{inhalt.message} {hilfe}".strip())
    return inhalt, min(date.fromtimestamp(Path(name).stat().st_mtime), heute)


def _ende(datei: str, findings: Sequence[Finding], weitere: int = 0) -> NoReturn:
    """Tell of what is wrong, and end the run."""
    gib_aus("text", list(findings), [datei])
    if weitere:
        wieviel = "1 weiterer Befund ist" if weitere == 1 else f"{weitere} weitere Befunde sind"
        print(f"{wieviel} nicht gezeigt. {limits.STATISTIKFEHLER.hinweis}")
    print("Nichts eingelesen, nichts geändert.")
    raise typer.Exit(1)
