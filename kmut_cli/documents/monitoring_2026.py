"""The figures behind the reports, kept over the years: ``monitoring.yaml``.

No official outline stands behind it. A ready catalogue says what is measured, own indicators extend or change it, and the
values stand in the file itself or, for long series, in a CSV file beside it.
"""

from __future__ import annotations

from pydantic import Field, PrivateAttr

from kmut_cli.documents.antworten import Text
from kmut_cli.documents.dokument import Dokument, Ergaenzt
from kmut_cli.documents.eins_oder_liste import EinsOderListe
from kmut_cli.documents.frage import Ueberschrift, frage
from kmut_cli.documents.kennzahlen import rules as rules
from kmut_cli.documents.kennzahlen.katalog import Katalogname, katalog, vereint
from kmut_cli.documents.kennzahlen.kennzahl import Berechnung, Indikator, Messwert, Verfuegbarkeit
from kmut_cli.documents.kennzahlen.messwert import Kennzahlnummer
from kmut_cli.documents.kennzahlen.wertedatei import Dateiwert, lies_wertedatei
from kmut_cli.documents.umfeld import Umfeld
from kmut_cli.source.reader import Source

__all__ = ["DOKUMENT", "Berechnung", "Indikator", "Messwert", "Monitoring", "Verfuegbarkeit"]

AUSGABE = "2026"
_WOHIN = "Legen Sie die CSV-Datei neben dieses Dokument, oder berichtigen Sie den Namen."


class Monitoring(
    Dokument,
    titel="Kennzahlen zu Migration und Teilhabe",
    kurztitel="Monitoring",
    amtlich=False,
    staendig=True,
):
    """The set of indicators with their values."""

    gliederung: Text = Field(
        default=AUSGABE, description="Darf hier fehlen: Das Monitoring hat keine amtliche Gliederung."
    )
    ueberschrift: Text | None = Field(default=None, description="Titel der Ausgabe, wenn er anders lauten soll.")
    katalog: Katalogname | None = frage(
        "Aus welchem fertigen Katalog kommen die Kennzahlen?",
        pflicht=False,
        abschnitt=Ueberschrift("Katalog"),
        beispiel="osnabrueck-2015",
    )
    auswahl: EinsOderListe[Kennzahlnummer] | None = frage(
        "Welche Kennzahlen des Katalogs gehören dazu? Ohne Angabe alle.",
        pflicht=False,
        abschnitt=Ueberschrift("Auswahl"),
        beispiel='["1", "2", "5.1", "5.2", "5.3"]',
    )
    indikatoren: list[Indikator] | None = frage(
        "Welche eigenen Kennzahlen kommen hinzu, und was ist an denen des Katalogs anders?",
        pflicht=False,
        abschnitt=Ueberschrift("Eigene Kennzahlen"),
        beispiel=(
            '- nummer: "3"\n'
            "  name: Anteil der ausländischen Bevölkerung\n"
            "  gruppe: Bevölkerung\n"
            '  einheit: "%"\n'
            '  berechnung: {zaehler: "2", nenner: "1", faktor: 100}'
        ),
    )
    wertedatei: Text | None = frage(
        "In welcher CSV-Datei stehen die Werte?",
        pflicht=False,
        abschnitt=Ueberschrift("Wertedatei"),
        beispiel="monitoring-werte.csv",
    )
    werte: list[Messwert] | None = frage(
        "Welche Werte haben die Kennzahlen?",
        hinweis=(
            "Einzelne Werte lassen sich hier eintragen. Viele auf einmal liest „kmut monitoring import“ aus den Dateien der"
            " Statistik ein; lange Reihen stehen besser in einer CSV-Datei neben diesem Dokument."
        ),
        pflicht=False,
        abschnitt=Ueberschrift("Werte"),
        beispiel=(
            '- indikator: "1"\n'
            "  zeit: 2024-12-31\n"
            "  wert: 163455\n"
            "  quelle: Landesamt für Statistik Niedersachsen\n"
            "  tabelle: 12411-01-01-4\n"
            "  abruf: 2026-03-01"
        ),
    )
    _datei: tuple[Dateiwert, ...] = PrivateAttr(default=())

    @property
    def kennzahlen(self) -> tuple[Indikator, ...]:
        """The set: what is chosen from the catalogue, with the own indicators; in the order of the groups."""
        fertige = katalog(self.katalog) if self.katalog else ()
        if self.auswahl is not None:
            # An own indicator with a number of the catalogue is chosen by that.
            gewaehlt = {*self.auswahl, *(eins.nummer for eins in self.indikatoren or [])}
            fertige = tuple(eins for eins in fertige if eins.nummer in gewaehlt)
        return vereint(fertige, self.indikatoren or [])

    @property
    def zaehlung(self) -> tuple[tuple[int, str], ...]:
        """Indicators, those of them with values (entered or computed), and entered values."""
        from kmut_cli.documents.kennzahlen.auswertung import auswertung  # which itself knows this type

        ganze = auswertung(self)
        werte = sum(eins.wert is not None or eins.zeichen is not None for eins in self.alle_werte)
        return (
            (len(ganze.indikatoren), "Kennzahl" if len(ganze.indikatoren) == 1 else "Kennzahlen"),
            (len(ganze.reihen), "davon mit Werten"),
            (werte, "Wert" if werte == 1 else "Werte"),
        )

    @property
    def dateiwerte(self) -> tuple[Dateiwert, ...]:
        """The values of the CSV file, with their places; none before :meth:`ergaenze`."""
        return self._datei

    @property
    def alle_werte(self) -> tuple[Messwert, ...]:
        """All values: those of the file itself, then those of the CSV file."""
        return (*(self.werte or ()), *(eins.wert for eins in self._datei))

    def ergaenze(self, source: Source, umfeld: Umfeld) -> Ergaenzt:
        """Read the CSV file of values."""
        if not (self.wertedatei or "").strip():
            return Ergaenzt(self)
        ort = ("wertedatei",)
        beilage = umfeld.beilage((self.wertedatei or "").strip())
        if beilage.inhalt is None:
            text = f"Die Wertedatei lässt sich nicht lesen: {beilage.grund}"
            return Ergaenzt(self, (source.finding(rules.WERTEDATEI, ort, text, _WOHIN),), frozenset({ort}))
        gelesen = lies_wertedatei(beilage.name, beilage.inhalt)
        ganz = self.model_copy()
        ganz._datei = gelesen.werte
        return Ergaenzt(ganz, gelesen.findings, frozenset({ort} if gelesen.findings else ()))


DOKUMENT = Monitoring
