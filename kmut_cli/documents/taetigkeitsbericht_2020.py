"""The activity report after the *Mustergliederung ab 2020*: 3 chapters, 14 sections, 43 questions, one attachment.

Titles, questions, options and hints are official and stand here word for word, slips included; labels of parts are ours.
"""

from __future__ import annotations

from pydantic import Field

from kmut_cli.documents.antworten import Antwort, Anzahl, Jahr, JaNein, Kurzantwort, Text, TextOderListe, Zahl
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.frage import Ausnahme, Ueberschrift, anlage, frage, teil
from kmut_cli.documents.gebiete import STAEDTE
from kmut_cli.documents.modell import Abschnitt, Kapitel, Teile, noch_leer
from kmut_cli.documents.option import Option

OHNE_GEMEINDEN = Ausnahme(STAEDTE, "Die Stadt hat keine kreisangehörigen Städte und Gemeinden.")


class Stelle(Teile):
    """A person who holds the post, or a share of it."""

    name: Text | None = teil("Name", pflicht=True, personenbezogen=True)
    qualifizierung: Text | None = teil("Qualifizierung", pflicht=True, personenbezogen=True)
    wochenstunden: Zahl | None = teil("Wochenstunden", pflicht=True, personenbezogen=True)
    bemerkung: Text | None = teil(
        "Bemerkung", personenbezogen=True, bedeutung="z. B. seit wann, in Vertretung für wen."
    )


class OrganisatorischeAnbindung(Abschnitt, titel="Organisatorische Anbindung der Koordinierungsstelle"):
    """Section 1.2."""

    zuordnung: Antwort[Text] = frage(
        "Welchem Fachbereich oder Sachgebiet ist die Koordinierungsstelle innerhalb der Kommunalverwaltung zugeordnet?"
    )
    stabsstelle: Kurzantwort[JaNein] = frage("Hat die Koordinierungsstelle den Charakter einer Stabsstelle?")


class Organisation(Kapitel, titel="Organisation"):
    """Chapter 1."""

    personelle_besetzung: Antwort[list[Stelle]] = frage(
        "Namen der Stelleninhaberinnen und Stelleninhaber, Qualifizierung, Wochenstunden.",
        abschnitt=Ueberschrift("Personelle Besetzung der Koordinierungsstelle"),
        personenbezogen=True,
    )
    organisatorische_anbindung: OrganisatorischeAnbindung = noch_leer(OrganisatorischeAnbindung)


class Themen(Teile):
    """The topics on which the Bestandsaufnahme gave information."""

    bevoelkerung: Kurzantwort[JaNein] = teil("Bevölkerung", pflicht=True, amtlich=True)
    bildung_und_qualifikation: Kurzantwort[JaNein] = teil("Bildung und Qualifikation", pflicht=True, amtlich=True)
    erwerbstaetigkeit: Kurzantwort[JaNein] = teil("Erwerbstätigkeit", pflicht=True, amtlich=True)
    arbeitsmarkt: Kurzantwort[JaNein] = teil("Arbeitsmarkt", pflicht=True, amtlich=True)
    soziales: Kurzantwort[JaNein] = teil("Soziales", pflicht=True, amtlich=True)


class Bestandsaufnahme(Abschnitt, titel="Bestandsaufnahme"):
    """Section 2.1."""

    zuletzt_vorgenommen: Kurzantwort[Datum] = frage("Wann wurde eine umfassende Bestandsaufnahme zuletzt vorgenommen?")
    fortgeschrieben: Kurzantwort[Datum] = frage(
        "Wann erfolgte die Fortschreibung einer bereits vorhandenen Bestandsaufnahme?"
    )
    themen: Antwort[Themen] = frage("Lieferte die erfolgte Bestandsaufnahme Informationen zu nachstehenden Themen:")
    weitere_daten: Antwort[Text] = frage("Welche weiteren migrationspolitischen Daten wurden erhoben?")
    hindernisse: Antwort[Text] = frage("Welche Hindernisse bestanden bei der Durchführung der Bestandsaufnahme?")


class Beschluss(Teile):
    """Whether the Handlungskonzept was adopted, and whether it binds."""

    verabschiedet: Kurzantwort[JaNein] = teil("Von den zuständigen Gremien verabschiedet", pflicht=True)
    gremium: Text | None = teil("Gremium")
    datum: Datum | None = teil("Beschlussdatum")
    verbindlich: Kurzantwort[JaNein] = teil("Lokale Verbindlichkeit", pflicht=True)


class Handlungsfeld(Option):
    """Fields of action that the 2020 edition asks for."""

    partizipation = "Partizipation durch Sprache, Bildung und Beruf"
    gleichstellung = "Gleichstellung der Geschlechter"
    ehrenamt = "Ehrenamt und bürgerschaftliches Engagement"
    interkulturelle_oeffnung = "interkulturelle Öffnung"


class Stand(Option):
    """State of a measure."""

    geplant = "geplant"
    begonnen = "begonnen"
    laufend = "laufend"
    umgesetzt = "umgesetzt"
    verschoben = "verschoben"
    aufgegeben = "aufgegeben"


class Massnahme(Teile):
    """A measure that serves a goal."""

    massnahme: Text | None = teil("Maßnahme", pflicht=True)
    termin: Datum | None = teil("Termin", bedeutung="Bis wann, so genau wie bekannt: 2024, 2024-09 oder 2024-09-30.")
    zustaendig: Text | None = teil("Zuständig")
    stand: Stand | None = teil("Stand")


class Ziel(Teile):
    """A goal of the Handlungskonzept with its measures."""

    kuerzel: Text | None = teil("Nr.", bedeutung="Kurzes Kennzeichen, z. B. Z1; „wichtigste_ziele“ darf es nennen.")
    ziel: Text | None = teil("Ziel", pflicht=True)
    massnahmen: list[Massnahme] | None = teil("Maßnahmen")


class Handlungskonzept(Abschnitt, titel="Lokales Handlungskonzept"):
    """Section 2.2."""

    anlage: Text | None = anlage("aktuelle Fassung bitte als Anlage beifügen")
    erstellt: Kurzantwort[Datum] = frage("Wann wurde ein Handlungskonzept erstellt?")
    fortgeschrieben: Kurzantwort[Datum] = frage(
        "Wann erfolgte zuletzt eine Fortschreibung des bestehenden Handlungskonzeptes?"
    )
    beschluss: Antwort[Beschluss] = frage(
        "Wurde das Handlungskonzept von den zuständigen Gremien verabschiedet und besitzt es lokale Verbindlichkeit?"
    )
    leitgrundsaetze: Kurzantwort[JaNein] = frage("Enthält das Handlungskonzept Leitgrundsätze zur Integration?")
    grundlage: Kurzantwort[JaNein] = frage(
        "Ist das bestehende Handlungskonzept die Grundlage für das lokale strategische Integrationsmanagement?"
    )
    handlungsfelder: Kurzantwort[list[Handlungsfeld]] = frage(
        "Welche der folgenden Handlungsfelder werden im Handlungskonzept berücksichtigt:"
    )
    ziele: Antwort[list[Ziel]] = frage(
        "Welche konkreten Ziele enthält das Handlungskonzept und welche Maßnahmen sind zur Zielerreichung festgelegt worden?"
    )
    terminiert: Kurzantwort[JaNein] = frage("Sind die Maßnahmen terminiert?")
    wichtigste_ziele: Antwort[list[Text]] = frage(
        "Welche Ziele werden von der Gebietskörperschaft als besonders wichtig erachtet (bitte drei Ziele nennen)?",
        verweis="ziele",
    )
    indikatoren: Antwort[Text] = frage(
        "Anhand welcher Indikatoren wird die Zielerreichung gemessen und wie erfolgt die Auswertung der Ergebnisse?"
    )
    hindernisse: Antwort[Text] = frage(
        "Welche Hindernisse bestanden bei der Erstellung des verbindlichen Handlungskonzeptes?"
    )


class Buendelung(Abschnitt, titel="Bündelung, Koordination und Organisation kommunaler Integrationsaufgaben"):
    """Section 2.3."""

    optimierungsansaetze: Antwort[Text] = frage(
        "Gibt es Optimierungsansätze zur Bewältigung kommunaler Integrationsaufgaben?"
    )
    beispiele: Antwort[Text] = frage(
        "Gibt es Beispiele, die den Nutzen der Bündelung und Koordination von Integrationsaufgaben verdeutlichen?"
    )
    probleme: Antwort[Text] = frage("Welche Probleme bestehen in diesem Zusammenhang?")


class KooperativeStrukturen(
    Abschnitt, titel="Aufbau und Pflege verbindlicher kooperative Strukturen mit den Trägern der Integrationsarbeit"
):
    """Section 2.4; „kooperative“ is printed so."""

    aufgebaut: Kurzantwort[JaNein] = frage(
        "Sind verbindliche kooperative Strukturen mit den öffentlichen und privaten Trägern der Integrationsarbeit"
        " aufgebaut worden?"
    )
    koordination: Antwort[Text] = frage("Wie erfolgte die Koordination der Zusammenarbeit mit diesen Trägern?")
    weitere_anstrengungen: Antwort[Text] = frage("In welchen Bereichen sind weitere Anstrengungen erforderlich?")


class Migrantenorganisationen(Abschnitt, titel="Zusammenarbeit und Vernetzung mit Migrantenorganisationen"):
    """Section 2.5."""

    zusammenarbeit: Antwort[Text] = frage(
        "Wie gestaltete sich die Zusammenarbeit und Vernetzung mit Migrantenorganisationen?"
    )
    probleme: Antwort[Text] = frage("Welche Probleme ergaben sich im Rahmen der Zusammenarbeit?")
    unterstuetzung: Antwort[Text] = frage(
        "In welcher Weise wurden Migrantenorganisationen durch die Koordinierungsstelle bzw. durch die Kommune"
        " unterstützt?"
    )


class Projekt(Teile):
    """A project, event or measure of the year with its partners."""

    titel: Text | None = teil("Maßnahme", pflicht=True)
    zeitraum: Text | None = teil("Zeitraum")
    projektpartner: list[Text] | None = teil("Projektpartner")
    teilnehmende: Anzahl | None = teil("Teilnehmende", bedeutung="Anzahl, nur Ziffern: 120 statt „ca. 120“.")
    beschreibung: Text | None = teil("Beschreibung")


class Projekte(Abschnitt, titel="Initiierung und Koordination von Projekten, Veranstaltungen und Maßnahmen"):
    """Section 2.7."""

    massnahmen: Antwort[TextOderListe[Projekt]] = frage(
        "Um welche Maßnahmen handelte es sich und welche Projektpartner wirkten mit?"
    )
    zielgruppen: Antwort[Text] = frage("Welche Zielgruppen wurden angesprochen?")


class Netzwerkart(Option):
    """Whether a network lies inside the administration or reaches beyond it."""

    intern = "intern"
    extern = "extern"


class Netzwerk(Teile):
    """A network that the Koordinierungsstelle is part of."""

    name: Text | None = teil("Netzwerk", pflicht=True)
    art: Netzwerkart | None = teil("Art")
    rolle: Text | None = teil("Rolle", bedeutung="z. B. Leitung, Mitglied, Gast.")
    turnus: Text | None = teil("Turnus", bedeutung="z. B. vierteljährlich.")


class Netzwerkarbeit(Abschnitt, titel="Aufbau und Intensivierung von Netzwerkarbeit"):
    """Section 2.8."""

    netzwerke: Antwort[TextOderListe[Netzwerk]] = frage(
        "In welche interne und externe Netzwerke ist die Koordinierungsstelle eingebunden?"
    )
    schwierigkeiten: Antwort[Text] = frage("Welche Schwierigkeiten bestanden bei der Netzwerkarbeit?")


class EinbeziehungDerGemeinden(Abschnitt, titel="Einbeziehung der Gemeinden"):
    """Section 2.9; a city has no municipalities of its own."""

    gemeinden_einbezogen: Kurzantwort[JaNein] = frage(
        "Wurden kreisangehörige Städte und Gemeinden in die Integrationsarbeit einbezogen?", ausnahme=OHNE_GEMEINDEN
    )
    austausch: Kurzantwort[JaNein] = frage(
        "Bestand ein regelmäßiger Austausch mit angehörigen Gemeinden bzw. Städten?", ausnahme=OHNE_GEMEINDEN
    )
    schwierigkeiten: Antwort[Text] = frage(
        "Welche Schwierigkeiten bestanden in diesem Zusammenhang?", ausnahme=OHNE_GEMEINDEN
    )


class Aufgaben(Kapitel, titel="Wahrnehmung der Aufgaben"):
    """Chapter 2."""

    bestandsaufnahme: Bestandsaufnahme = noch_leer(Bestandsaufnahme)
    handlungskonzept: Handlungskonzept = noch_leer(Handlungskonzept)
    buendelung: Buendelung = noch_leer(Buendelung)
    kooperative_strukturen: KooperativeStrukturen = noch_leer(KooperativeStrukturen)
    migrantenorganisationen: Migrantenorganisationen = noch_leer(Migrantenorganisationen)
    oeffentlichkeit: Antwort[Text] = frage(
        "Mit welchen Maßnahmen erfolgte eine Verankerung der Themen Integration, Teilhabe und Vielfalt in der"
        " Öffentlichkeit?",
        abschnitt=Ueberschrift("Verankerung des Themas „Integration“ in der Öffentlichkeit"),
    )
    projekte: Projekte = noch_leer(Projekte)
    netzwerkarbeit: Netzwerkarbeit = noch_leer(Netzwerkarbeit)
    einbeziehung_der_gemeinden: EinbeziehungDerGemeinden = noch_leer(EinbeziehungDerGemeinden)
    kmn: Antwort[Text] = frage(
        "Wie gestaltete sich die Zusammenarbeit mit der KMN?",
        abschnitt=Ueberschrift("Zusammenarbeit mit der Kooperativen Migrationsarbeit Niedersachsen (KMN)"),
    )


class BesondereProblemlagen(Abschnitt, titel="Besondere Problemlagen"):
    """Section 3.1."""

    erwartete_problemlagen: Antwort[Text] = frage(
        "Welche besonderen Problemlagen (soweit nicht oben bereits geschildert) werden für die nahe Zukunft erwartet?"
    )
    weitere_stellen: Antwort[Text] = frage(
        "Von welchen weiteren öffentlichen oder privaten Stellen sollte mehr Unterstützung der Integrationsarbeit"
        " geleistet werden?"
    )
    unterstuetzung: Antwort[Text] = frage("Wie könnten Unterstützung und Hilfen aussehen?")


class Einschaetzung(Abschnitt, titel="Einschätzung"):
    """Section 3.2."""

    aussichten: Antwort[Text] = frage(
        "Wie werden die Aussichten für die weitere erfolgreiche Arbeit der Koordinierungsstelle eingeschätzt?"
    )
    herausforderungen: Antwort[Text] = frage(
        "Wo liegen in der nächsten Zeit die größten Herausforderungen für die Koordinierungsstelle?"
    )
    erwartungen_an_das_land: Antwort[Text] = frage("Welche Unterstützungen erwarten Sie vom Land Niedersachsen?")


class Ausblick(Kapitel, titel="Problemfelder und Ausblick"):
    """Chapter 3."""

    besondere_problemlagen: BesondereProblemlagen = noch_leer(BesondereProblemlagen)
    einschaetzung: Einschaetzung = noch_leer(Einschaetzung)


class Taetigkeitsbericht(
    Dokument,
    titel="Detaillierter Tätigkeitsbericht der Koordinierungsstelle für Migration und Teilhabe",
    kurztitel="Tätigkeitsbericht",
    vorspann=(
        "Mustergliederung (ab 2020) für die detaillierten Tätigkeitsberichte der Koordinierungsstellen für Migration und"
        " Teilhabe (vgl. Ziffer 6 der RL)\n\n"
        "Zweck des Tätigkeitsberichts:\n\n"
        "- Verwendungsnachweis im zuwendungsrechtlichen Sinne gemäß Ziffer 5 ANBest-Gk\n"
        "- Datenquelle für die zu erstellenden Evaluierungen"
    ),
    jahresfeld="berichtsjahr",
    jahr_bezeichnung="Berichtsjahr",
):
    """The report."""

    berichtsjahr: Jahr | None = Field(default=None, description="Das Jahr, über das berichtet wird.")
    organisation: Organisation = noch_leer(Organisation)
    aufgaben: Aufgaben = noch_leer(Aufgaben)
    problemfelder_und_ausblick: Ausblick = noch_leer(Ausblick)


DOKUMENT = Taetigkeitsbericht
