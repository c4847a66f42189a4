"""The monitoring of a folder as a file: found, read, values put in where they belong."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kmut_cli.documents.kennzahlen.kennzahl import Messwert
from kmut_cli.documents.kennzahlen.wertedatei import SPALTEN, als_text
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.monitoring_2026 import Monitoring
from kmut_cli.findings.finding import Finding
from kmut_cli.rules.hilfen.anlagenweg import Art, suche
from kmut_cli.source.edit import Change
from kmut_cli.source.lock import locked
from kmut_cli.source.oserror import rat
from kmut_cli.source.write import FileChanged, create_atomic, write_atomic
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError, als_satz
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.monitoring.abgleich import Ersetze, Herkunft, Urteil, als_messwert, gleiche_ab
from kmut_cli.workspace.monitoring.eintraege import aenderungen
from kmut_cli.workspace.monitoring.ersetzen import ersetzt
from kmut_cli.workspace.monitoring.gebiete import kurz
from kmut_cli.workspace.monitoring.lesung import Rohwert
from kmut_cli.workspace.monitoring.oeffnen import ART, InhaltError, fehler_in, monitoring_aus, oeffne
from kmut_cli.workspace.monitoring.wertetabelle import SpaltenError, mit_werten, neue_datei
from kmut_cli.workspace.quellen import Quellen
from kmut_cli.workspace.wege import im_befehl, von_hier


@dataclass
class Eintragung:
    """What was written.

    Attributes:
        neu: New values.
        revidiert: Values that took the place of others.
        dateien: The files, as the user would name them.
    """

    neu: int = 0
    revidiert: int = 0
    dateien: list[str] = field(default_factory=list)


def finde(datei: str | None) -> Bestand:
    """Open the monitoring.

    Args:
        datei: File, or folder that it is in, as the command line names it; None for that of the current folder.

    Raises:
        BearbeitungError: It is not there, cannot be read, or is another document.
    """
    if not datei:
        pfad = Quellen(Mappen()).ort(Path("eingabe"), ART)
        name = von_hier(pfad)
    else:
        pfad = Path(datei)
        pfad = pfad / f"{ART}.yaml" if pfad.is_dir() else pfad
        name = str(pfad) if Path(datei).is_dir() else datei
    try:
        fehlt = not datei and not pfad.exists()
    except (OSError, ValueError):
        fehlt = False  # whoever opens it says what is wrong
    if fehlt:
        raise BearbeitungError(f"„{name}“ gibt es noch nicht.", "Legen Sie es an: kmut new monitoring")
    return Bestand(pfad, name)


class Bestand:
    """A monitoring.

    Attributes:
        pfad: Where it lies.
        name: As the user names it.
    """

    def __init__(self, pfad: Path, name: str) -> None:
        """Read the file.

        Raises:
            BearbeitungError: It cannot be read, or is another document.
        """
        self.pfad = pfad
        self.name = name
        self._datei = oeffne(pfad, name)

    @property
    def monitoring(self) -> Monitoring:
        """The document."""
        return monitoring_aus(self._datei.geladen, self.name)

    @property
    def ags(self) -> str | None:
        """The own official key; that of a county is given with five digits, also if its zeros are written out."""
        ags = self.monitoring.kommune.ags if self.monitoring.kommune else None
        return kurz(ags) if ags else None

    @property
    def fehler(self) -> tuple[Finding, ...]:
        """Errors in it and in its file of values; that the latter does not exist yet is none."""
        return fehler_in(self._datei.geladen, neu=self._csv_fehlt)

    def pruefe(self) -> None:
        """Refuse to go on where values could be overlooked.

        Raises:
            InhaltError: There are errors in it.
        """
        if self.fehler:
            wieviel = "ist ein Fehler" if len(self.fehler) == 1 else f"sind {len(self.fehler)} Fehler"
            text = f"In „{self.fehler[0].path}“ {wieviel}; Werte, die schon da sind, wären so nicht zu erkennen."
            hilfe = f"Berichtigen Sie das zuerst; mehr sagt: kmut validate {im_befehl(self.name)}"
            raise InhaltError(text, hilfe)

    def trage_ein(self, werte: Sequence[tuple[str, Rohwert]], herkunft: Herkunft, *, ersetze: Ersetze) -> Eintragung:
        """Write values; what the file holds at the moment of writing decides which of them are new.

        Args:
            werte: Number of the indicator, and the value.
            herkunft: Where they come from.
            ersetze: Which values take the place of those that are there.

        Raises:
            BearbeitungError: It cannot be written.
        """
        eintragung = Eintragung()
        if (self.monitoring.wertedatei or "").strip():
            self._in_csv(werte, herkunft, ersetze, eintragung)

        geschrieben = [0, 0]  # new and revised, as of the last attempt

        def changes(stand: Geladen) -> list[Change]:
            betroffen = [
                eins
                for eins in gleiche_ab(werte, monitoring_aus(stand, self.name))
                if eins.urteil is Urteil.NEU or (ersetze.gilt(eins, herkunft) and eins.in_yaml)
            ]
            geschrieben[0] = sum(eins.urteil is Urteil.NEU for eins in betroffen)
            geschrieben[1] = len(betroffen) - geschrieben[0]
            return aenderungen(stand, betroffen, herkunft)

        self._datei.schreibe_auf_neuestem(changes)
        if any(geschrieben):
            eintragung.neu += geschrieben[0]
            eintragung.revidiert += geschrieben[1]
            eintragung.dateien.append(self.name)
        return eintragung

    @property
    def _csv_pfad(self) -> Path:
        return self.pfad.parent.resolve() / (self.monitoring.wertedatei or "").strip()

    @property
    def _csv_inhalt(self) -> bytes:
        return self._datei.geladen.umfeld.beilage((self.monitoring.wertedatei or "").strip()).inhalt or b""

    @property
    def _csv_fehlt(self) -> bool:
        """Whether a file of values is named that may be made and is not there."""
        name = (self.monitoring.wertedatei or "").strip()
        if not name:
            return False
        ordner = self.pfad.parent.resolve()
        return suche(name, ordner, Mappen().wurzel(self.pfad) or ordner).art is Art.FEHLT

    def _in_csv(
        self, werte: Sequence[tuple[str, Rohwert]], herkunft: Herkunft, ersetze: Ersetze, eintragung: Eintragung
    ) -> None:
        """Write into the file of values what belongs there, and read everything anew."""
        pfad = self._csv_pfad
        name = str(pfad) if self.pfad.is_absolute() and Path(self.name).is_absolute() else von_hier(pfad)
        with locked(pfad):
            self._datei.geladen = Bearbeitung(self.pfad, self.name).geladen  # the file of values may have changed too
            self.pruefe()
            vergleiche = gleiche_ab(werte, self.monitoring)
            neue = [als_messwert(eins.daten(herkunft)) for eins in vergleiche if eins.urteil is Urteil.NEU]
            geaendert = [
                (eins.fund.dateiwert, als_messwert(ersetzt(eins, herkunft, _roh(eins.fund.messwert))))
                for eins in vergleiche
                if ersetze.gilt(eins, herkunft) and eins.fund and eins.fund.dateiwert
            ]
            if not neue and not geaendert:
                return
            try:
                if self._csv_fehlt:
                    create_atomic(Path(os.path.realpath(pfad)), neue_datei(neue))
                else:
                    inhalt = self._csv_inhalt
                    write_atomic(pfad, mit_werten(name, inhalt, neue, geaendert), instead_of=inhalt)
            except SpaltenError as fehler:
                raise InhaltError(fehler.message, fehler.help) from None
            except (FileChanged, FileExistsError):
                text = f"„{name}“ wird gerade von einem anderen Programm geändert und bleibt, wie sie ist."
                raise BearbeitungError(text, "Schließen Sie sie dort, und versuchen Sie es noch einmal.") from None
            except OSError as fehler:
                raise BearbeitungError(f"„{name}“ lässt sich nicht schreiben{als_satz(fehler)}.", rat(fehler)) from None
        self._datei.geladen = Bearbeitung(self.pfad, self.name).geladen
        eintragung.neu, eintragung.revidiert = len(neue), len(geaendert)
        eintragung.dateien.append(name)


def _roh(messwert: Messwert) -> dict[str, str]:
    """Give a value of the file of values as plain data."""
    return {name: text for name in SPALTEN if (text := als_text(name, getattr(messwert, name)))}
