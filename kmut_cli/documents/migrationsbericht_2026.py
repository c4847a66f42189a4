"""The yearly report to committee and public: short itself, and put together from the folder when it is given out.

Its chapters are made by :mod:`kmut_cli.render.gestaltung.migrationsbericht`, of monitoring, concept, activity report and log.
"""

from __future__ import annotations

from pydantic import Field

from kmut_cli.documents.antworten import Jahr, Text
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.frage import Ueberschrift, frage
from kmut_cli.documents.kennzahlen.messwert import Kennzahlnummer
from kmut_cli.documents.option import Option

AUSGABE = "2026"


class Berichtsteil(Option):
    """Parts that are put together from the folder, with the kinds of document that they come from."""

    zahlen = "Zahlen und Entwicklungen"
    massnahmen = "Handlungskonzept: Ziele und Maßnahmen"
    arbeit = "Arbeit der Koordinierungsstelle"
    termine = "Termine und Veranstaltungen"


HERKUNFT = {
    Berichtsteil.zahlen: "monitoring",
    Berichtsteil.massnahmen: "handlungskonzept",
    Berichtsteil.arbeit: "taetigkeitsbericht",
    Berichtsteil.termine: "veranstaltungen",
}
"""Kind of document behind each part."""


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
    teile: list[Berichtsteil] | None = frage(
        "Welche Teile soll der Bericht haben?",
        hinweis="Ohne Angabe alle.",
        pflicht=False,
        abschnitt=Ueberschrift("Teile"),
        bleibt=True,
        beispiel="- zahlen\n- massnahmen",
    )
    indikatoren: list[Kennzahlnummer] | None = frage(
        "Welche Kennzahlen soll er zeigen?",
        hinweis="Nummern aus monitoring.yaml; ohne Angabe alle, die Werte haben.",
        pflicht=False,
        abschnitt=Ueberschrift("Kennzahlen"),
        bleibt=True,
        beispiel='["1", "2", "5.3"]',
    )
    handlungsfelder: list[Text] | None = frage(
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
        titel = (self.ueberschrift or "").strip() or self.titel
        return titel if self.jahr is None or str(self.jahr) in titel else f"{titel} {self.jahr}"

    @property
    def ist_oeffentlich(self) -> bool:
        """It is written for the public."""
        return True

    @property
    def gewaehlte_teile(self) -> tuple[Berichtsteil, ...]:
        """The parts that are wanted, in the order in which they are printed."""
        return tuple(teil for teil in Berichtsteil if not self.teile or teil in self.teile)


DOKUMENT = Migrationsbericht
