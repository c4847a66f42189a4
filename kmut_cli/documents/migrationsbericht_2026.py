"""The yearly report to committee and public: short itself, and put together from the folder when it is given out.

Its chapters are made by :mod:`kmut_cli.render.gestaltung.migrationsbericht`, of monitoring, concept, activity report and log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from kmut_cli.documents.antworten import Jahr, Text
from kmut_cli.documents.berichtsteil import HERKUNFT, Berichtsteil
from kmut_cli.documents.dokument import Dokument, Ergaenzt
from kmut_cli.documents.eins_oder_liste import EinsOderListe
from kmut_cli.documents.frage import Ueberschrift, frage
from kmut_cli.documents.kennzahlen.messwert import Kennzahlnummer
from kmut_cli.documents.rules_bezug import mit_fehlern

if TYPE_CHECKING:
    from kmut_cli.documents.umfeld import Umfeld
    from kmut_cli.source.reader import Source

AUSGABE = "2026"


class Migrationsbericht(
    Dokument,
    titel="Bericht zu Migration und Teilhabe",
    kurztitel="Migrationsbericht",
    jahresfeld="berichtsjahr",
    jahr_bezeichnung="Berichtsjahr",
    amtlich=False,
):
    """The report."""

    gliederung: Text = Field(
        default=AUSGABE, description="Darf hier fehlen: Der Migrationsbericht hat keine amtliche Gliederung."
    )
    berichtsjahr: Jahr | None = Field(default=None, description="Jahr, über das berichtet wird.")
    ueberschrift: Text | None = frage(
        "Wie heißt der Bericht?",
        pflicht=False,
        abschnitt=Ueberschrift("Überschrift"),
        bleibt=True,
        beispiel="Migration und Integration im Landkreis Musterland",
    )
    vorwort: Text | None = frage(
        "Was soll vorab gesagt werden?",
        abschnitt=Ueberschrift("Vorwort"),
        beispiel="|\nIm vergangenen Jahr sind mehr Menschen zu uns gezogen als fort. Dieser Bericht zeigt, wie es ihnen geht.",
    )
    teile: EinsOderListe[Berichtsteil] | None = frage(
        "Welche Teile soll der Bericht haben?",
        hinweis="Ohne Angabe alle.",
        pflicht=False,
        abschnitt=Ueberschrift("Teile"),
        bleibt=True,
        beispiel="- zahlen\n- massnahmen",
    )
    indikatoren: EinsOderListe[Kennzahlnummer] | None = frage(
        "Welche Kennzahlen soll er zeigen?",
        hinweis="Nummern aus monitoring.yaml; ohne Angabe alle, die Werte haben.",
        pflicht=False,
        abschnitt=Ueberschrift("Kennzahlen"),
        bleibt=True,
        beispiel='["1", "2", "5.3"]',
    )
    handlungsfelder: EinsOderListe[Text] | None = frage(
        "Welche Handlungsfelder soll er zeigen?",
        hinweis="Namen aus handlungskonzept.yaml; ohne Angabe alle.",
        pflicht=False,
        abschnitt=Ueberschrift("Handlungsfelder"),
        bleibt=True,
        beispiel="[Bildung und Ausbildung]",
    )
    ausblick: Text | None = frage(
        "Wie geht es weiter?",
        pflicht=False,
        abschnitt=Ueberschrift("Ausblick"),
        beispiel="Im nächsten Jahr wird das Handlungskonzept fortgeschrieben.",
    )

    @property
    def ausgabetitel(self) -> str:
        """Its own title, with the year."""
        titel = super().ausgabetitel
        return titel if self.jahr is None or str(self.jahr) in titel else f"{titel} {self.jahr}"

    def ergaenze(self, source: Source, umfeld: Umfeld) -> Ergaenzt:
        """Look at what the report is put together from: while something is wrong there, it cannot be given out."""
        findings = []
        for teil in self.gewaehlte_teile if umfeld.gibt_es else ():
            quelle = umfeld.quelle(HERKUNFT[teil], self.jahr)
            if quelle.fehler:
                findings.append(mit_fehlern(source, ("teile",), quelle, f"im Teil „{teil.titel}“", key=True))
        return Ergaenzt(self, tuple(findings))

    @property
    def ist_oeffentlich(self) -> bool:
        """It is written for the public."""
        return True

    @property
    def gewaehlte_teile(self) -> tuple[Berichtsteil, ...]:
        """The parts that are wanted, in the order in which they are printed."""
        return tuple(teil for teil in Berichtsteil if not self.teile or teil in self.teile)


DOKUMENT = Migrationsbericht
