"""The declarations of an indicator and of a value: what stands in the catalogues, in ``monitoring.yaml`` and in its CSV file."""

from __future__ import annotations

from kmut_cli.documents.antworten import Kurzantwort, Text
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.eins_oder_liste import EinsOderListe
from kmut_cli.documents.frage import teil
from kmut_cli.documents.kennzahlen.messwert import Angabe, Kennzahlnummer, Merkmale, Messzeit, Wertzahl, Zeichen
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.option import Option


class Verfuegbarkeit(Option):
    """Whether the figures can be had."""

    ja = "verfügbar"
    offen = "noch offen"
    nein = "nicht verfügbar"


class Berechnung(Teile):
    """How an indicator follows from others: numerator, divided by denominator, times factor."""

    zaehler: Text | None = teil("Zähler", pflicht=True, bedeutung='Nummern mit + oder -, z. B. "5.1 - 5.2".')
    nenner: Text | None = teil("Nenner", bedeutung='Ebenso, z. B. "5.1"; fehlt er, wird nicht geteilt.')
    faktor: Wertzahl | None = teil("Faktor", bedeutung="Womit malgenommen wird; 100 für einen Anteil in Prozent.")


class Indikator(Teile):
    """One indicator of the set."""

    nummer: Kennzahlnummer | None = teil("Nummer", pflicht=True, bedeutung='In Anführungszeichen, z. B. "4.1".')
    name: Text | None = teil("Kennzahl", bedeutung="Name der Kennzahl.")
    gruppe: Text | None = teil("Gruppe", bedeutung="Überschrift, unter der sie steht, z. B. Bevölkerung.")
    untergruppe: Text | None = teil("Untergruppe", bedeutung="Zwischenüberschrift in der Gruppe.")
    einheit: Text | None = teil("Einheit", bedeutung='z. B. Personen; für Anteile "%".')
    differenzierung: EinsOderListe[Text] | None = teil(
        "Differenzierung nach", bedeutung="z. B. Altersgruppen, Geschlecht."
    )
    ebenen: EinsOderListe[Text] | None = teil("Räumliche Gliederungsebene", bedeutung="z. B. Landkreis, Gemeinden.")
    verfuegbarkeit: Kurzantwort[Verfuegbarkeit] = teil("Datenverfügbarkeit", bedeutung="ja, offen oder nein.")
    quellen: EinsOderListe[Text] | None = teil("Datenquellen")
    anmerkung: Text | None = teil("Anmerkungen")
    berechnung: Berechnung | None = teil("Berechnung", bedeutung="Wenn sie aus anderen Kennzahlen folgt.")
    statistik: EinsOderListe[Text] | None = teil(
        "Statistik", bedeutung='Woher „kmut monitoring import“ sie nimmt, z. B. "12411:BEVSTD" oder "IM 1.1.1".'
    )


class Messwert(Teile):
    """One value of an indicator; the columns of a file of values are the same."""

    indikator: Kennzahlnummer | None = teil("Kennzahl", pflicht=True, bedeutung='Nummer der Kennzahl, z. B. "4.1".')
    zeit: Messzeit | None = teil("Zeit", pflicht=True, bedeutung="Stichtag, Jahr oder Zeitraum wie 2023/2024.")
    gebiet: Text | None = teil("Gebiet", bedeutung="Ohne Angabe die eigene Kommune.")
    merkmale: Merkmale | None = teil("Merkmale", bedeutung="z. B. {Geschlecht: weiblich}; ohne Angabe insgesamt.")
    wert: Wertzahl | None = teil("Wert", bedeutung="Zahl ohne Tausenderzeichen, z. B. 163455 oder -2,35.")
    zeichen: Zeichen | None = teil(
        "Zeichen", bedeutung='Statt des Werts, wie veröffentlicht: "-", ".", "...", "/", "x".'
    )
    einheit: Text | None = teil("Einheit", bedeutung="Ohne Angabe die der Kennzahl.")
    quelle: Text | None = teil("Quelle", bedeutung="Wer die Zahl veröffentlicht hat.")
    tabelle: Text | None = teil("Tabelle", bedeutung="Nummer der Tabelle, z. B. 12411-01-01-4.")
    abruf: Datum | None = teil("Abruf", bedeutung="Wann die Zahl abgerufen wurde.")
    bruch: Text | None = teil(
        "Bruch", bedeutung="Was die Reihe von diesem Wert an mit den früheren unvergleichbar macht."
    )
    revidiert: Angabe | None = teil("Revidiert", bedeutung="Der frühere Wert, den dieser ersetzt.")
    bemerkung: Text | None = teil("Bemerkung")
