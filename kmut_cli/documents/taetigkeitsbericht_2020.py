"""The activity report after the *Mustergliederung ab 2020*: 3 chapters, 14 sections, 43 questions, one attachment.

Titles, questions, options and hints are official and stand here word for word, slips included; labels of parts are ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from kmut_cli.documents import veranstaltungsauswahl as auswahl
from kmut_cli.documents.antworten import (
    Antwort,
    Anzahl,
    Entfaellt,
    Jahr,
    JaNein,
    Kurzantwort,
    Text,
    TextOderListe,
    Zahl,
)
from kmut_cli.documents.bestand import entnahme as bestand
from kmut_cli.documents.bezug import Aus, AusVeranstaltungen, Bezogen, Bezugsweg, Entnahmeweg, als_aufzaehlung
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.frage import Ausnahme, Ueberschrift, anlage, frage, teil
from kmut_cli.documents.fristregel import Fristregel
from kmut_cli.documents.gebiete import STAEDTE
from kmut_cli.documents.konzept import entnahme as konzept
from kmut_cli.documents.konzept.teile import Beschluss, Stand
from kmut_cli.documents.modell import Abschnitt, Kapitel, Teile, noch_leer
from kmut_cli.documents.option import Option

if TYPE_CHECKING:
    from kmut_cli.documents.bestandsaufnahme_2026 import Bestandsaufnahme as Bestand
    from kmut_cli.documents.handlungskonzept_2026 import Handlungskonzept as Konzept
    from kmut_cli.documents.handlungskonzept_2026 import Ziel as Planziel
    from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung

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
        "Welchem Fachbereich oder Sachgebiet ist die Koordinierungsstelle innerhalb der Kommunalverwaltung zugeordnet?",
        bleibt=True,
        beispiel="Fachbereich Soziales, Sachgebiet 50.3",
    )
    stabsstelle: Kurzantwort[JaNein] = frage(
        "Hat die Koordinierungsstelle den Charakter einer Stabsstelle?",
        bleibt=True,
        beispiel="nein",
    )


class Organisation(Kapitel, titel="Organisation"):
    """Chapter 1."""

    personelle_besetzung: Antwort[list[Stelle]] = frage(
        "Namen der Stelleninhaberinnen und Stelleninhaber, Qualifizierung, Wochenstunden.",
        abschnitt=Ueberschrift("Personelle Besetzung der Koordinierungsstelle"),
        personenbezogen=True,
        bleibt=True,
        beispiel=(
            "- name: Erika Beispiel\n"
            "  qualifizierung: M. A. Soziologie\n"
            "  wochenstunden: 39\n"
            "  bemerkung: seit März 2022"
        ),
    )
    organisatorische_anbindung: OrganisatorischeAnbindung = noch_leer(OrganisatorischeAnbindung)


class Themen(Teile):
    """The topics on which the Bestandsaufnahme gave information."""

    bevoelkerung: Kurzantwort[JaNein] = teil("Bevölkerung", pflicht=True, amtlich=True)
    bildung_und_qualifikation: Kurzantwort[JaNein] = teil("Bildung und Qualifikation", pflicht=True, amtlich=True)
    erwerbstaetigkeit: Kurzantwort[JaNein] = teil("Erwerbstätigkeit", pflicht=True, amtlich=True)
    arbeitsmarkt: Kurzantwort[JaNein] = teil("Arbeitsmarkt", pflicht=True, amtlich=True)
    soziales: Kurzantwort[JaNein] = teil("Soziales", pflicht=True, amtlich=True)


AusBestand = Aus[bestand.Bestandsdatei]
BESTAND = bestand.Bestandsdatei.bestandsaufnahme.name


def _themen(quelle: Bestand, _bericht: Dokument) -> Themen | None:
    antworten = bestand.themen(quelle, Themen.model_fields)
    return Themen(**antworten) if antworten else None


class Bestandsaufnahme(Abschnitt, titel="Bestandsaufnahme"):
    """Section 2.1."""

    zuletzt_vorgenommen: Kurzantwort[Bezogen[Datum, AusBestand]] = frage(
        "Wann wurde eine umfassende Bestandsaufnahme zuletzt vorgenommen?",
        bleibt=True,
        beispiel="2023-05",
        bezug=Entnahmeweg(BESTAND, bestand.vorgenommen),
    )
    fortgeschrieben: Kurzantwort[Bezogen[Datum, AusBestand]] = frage(
        "Wann erfolgte die Fortschreibung einer bereits vorhandenen Bestandsaufnahme?",
        bleibt=True,
        beispiel="2025-11",
        bezug=Entnahmeweg(BESTAND, bestand.fortgeschrieben),
    )
    themen: Antwort[Bezogen[Themen, AusBestand]] = frage(
        "Lieferte die erfolgte Bestandsaufnahme Informationen zu nachstehenden Themen:",
        bleibt=True,
        beispiel=(
            "bevoelkerung: ja\n"
            "bildung_und_qualifikation: ja\n"
            "erwerbstaetigkeit: ja\n"
            "arbeitsmarkt: nein\n"
            "soziales: {antwort: ja, erlaeuterung: nur für die drei größten Gemeinden}"
        ),
        bezug=Entnahmeweg(BESTAND, _themen),
    )
    weitere_daten: Antwort[Bezogen[Text, AusBestand]] = frage(
        "Welche weiteren migrationspolitischen Daten wurden erhoben?",
        beispiel=(
            "|\n"
            "- Sprachförderbedarf bei der Schuleingangsuntersuchung\n"
            "- Zahl und Anlass der Gespräche in den Beratungsstellen"
        ),
        bezug=Entnahmeweg(BESTAND, bestand.weitere_daten),
    )
    hindernisse: Antwort[Text] = frage(
        "Welche Hindernisse bestanden bei der Durchführung der Bestandsaufnahme?",
        beispiel=(
            "|\n"
            "- Zwei von zwölf Gemeinden haben den Fragebogen nicht beantwortet.\n"
            "- Sehr kleine Fallzahlen sind gesperrt und fehlen deshalb."
        ),
    )


class Handlungsfeld(Option):
    """Fields of action that the 2020 edition asks for."""

    partizipation = "Partizipation durch Sprache, Bildung und Beruf"
    gleichstellung = "Gleichstellung der Geschlechter"
    ehrenamt = "Ehrenamt und bürgerschaftliches Engagement"
    interkulturelle_oeffnung = "interkulturelle Öffnung"


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
    massnahmen: Antwort[list[Massnahme]] = teil("Maßnahmen")


AusKonzept = Aus[konzept.Konzeptdatei]
KONZEPT = konzept.Konzeptdatei.handlungskonzept.name


def _felder(quelle: Konzept, bericht: Dokument) -> list[Handlungsfeld]:
    return [Handlungsfeld[name] for name in konzept.felder(quelle, bericht)]


def _massnahmen(ziel: Planziel) -> list[Massnahme] | Entfaellt | None:
    """Make measures of those of a goal, or give the reason why it has none."""
    if isinstance(ziel.massnahmen, Entfaellt):
        return ziel.massnahmen
    alle = [
        Massnahme(
            massnahme=eine.massnahme,
            termin=konzept.termin(eine),
            zustaendig=", ".join(eine.stellen) or None,
            stand=eine.stand,
        )
        for eine in ziel.massnahmen or []
    ]
    return alle or None


def _ziele(quelle: Konzept, _bericht: Dokument) -> list[Ziel]:
    """Make goals of those of the concept, each with its measures."""
    return [
        Ziel(
            kuerzel=ziel.kuerzel,
            ziel=ziel.ziel,
            massnahmen=_massnahmen(ziel),
        )
        for ziel in quelle.ziele
    ]


class Handlungskonzept(Abschnitt, titel="Lokales Handlungskonzept"):
    """Section 2.2."""

    anlage: Text | None = anlage("aktuelle Fassung bitte als Anlage beifügen")
    erstellt: Kurzantwort[Bezogen[Datum, AusKonzept]] = frage(
        "Wann wurde ein Handlungskonzept erstellt?",
        bleibt=True,
        beispiel="2019",
        bezug=Entnahmeweg(KONZEPT, konzept.erstellt),
    )
    fortgeschrieben: Kurzantwort[Bezogen[Datum, AusKonzept]] = frage(
        "Wann erfolgte zuletzt eine Fortschreibung des bestehenden Handlungskonzeptes?",
        bleibt=True,
        beispiel="2025-10",
        bezug=Entnahmeweg(KONZEPT, konzept.fortgeschrieben),
    )
    beschluss: Antwort[Bezogen[Beschluss, AusKonzept]] = frage(
        "Wurde das Handlungskonzept von den zuständigen Gremien verabschiedet und besitzt es lokale Verbindlichkeit?",
        bleibt=True,
        beispiel=("verabschiedet: ja\ngremium: Kreistag\ndatum: 15.12.2025\nverbindlich: ja"),
        bezug=Entnahmeweg(KONZEPT, konzept.beschluss),
    )
    leitgrundsaetze: Kurzantwort[Bezogen[JaNein, AusKonzept]] = frage(
        "Enthält das Handlungskonzept Leitgrundsätze zur Integration?",
        bleibt=True,
        beispiel="ja",
        bezug=Entnahmeweg(KONZEPT, konzept.leitgrundsaetze),
    )
    grundlage: Kurzantwort[JaNein] = frage(
        "Ist das bestehende Handlungskonzept die Grundlage für das lokale strategische Integrationsmanagement?",
        bleibt=True,
        beispiel="{antwort: ja, erlaeuterung: Die Fachbereiche richten ihre Jahresplanung danach aus.}",
    )
    handlungsfelder: Kurzantwort[Bezogen[list[Handlungsfeld], AusKonzept]] = frage(
        "Welche der folgenden Handlungsfelder werden im Handlungskonzept berücksichtigt:",
        bleibt=True,
        beispiel=("- partizipation\n- ehrenamt"),
        bezug=Entnahmeweg(KONZEPT, _felder),
    )
    ziele: Antwort[Bezogen[list[Ziel], AusKonzept]] = frage(
        "Welche konkreten Ziele enthält das Handlungskonzept und welche Maßnahmen sind zur Zielerreichung festgelegt worden?",
        bleibt=True,
        beispiel=(
            "- kuerzel: Z1\n"
            "  ziel: Neu Zugezogene finden binnen acht Wochen einen Sprachkurs.\n"
            "  massnahmen:\n"
            "    - massnahme: Kurse gemeinsam mit der Volkshochschule planen\n"
            "      termin: 2026-03\n"
            "      zustaendig: Koordinierungsstelle\n"
            "      stand: begonnen\n"
            "- kuerzel: Z2\n"
            "  ziel: In jeder Gemeinde gibt es eine Ansprechperson für Ehrenamtliche.\n"
            "- kuerzel: Z3\n"
            "  ziel: Häufige Bescheide gibt es auch in einfacher Sprache."
        ),
        bezug=Entnahmeweg(KONZEPT, _ziele),
    )
    terminiert: Kurzantwort[Bezogen[JaNein, AusKonzept]] = frage(
        "Sind die Maßnahmen terminiert?",
        bleibt=True,
        beispiel="ja",
        bezug=Entnahmeweg(KONZEPT, konzept.terminiert),
    )
    wichtigste_ziele: Antwort[Bezogen[list[Text], AusKonzept]] = frage(
        "Welche Ziele werden von der Gebietskörperschaft als besonders wichtig erachtet (bitte drei Ziele nennen)?",
        verweis="ziele",
        bleibt=True,
        beispiel=("- Z1\n- Z2\n- Z3"),
        bezug=Entnahmeweg(KONZEPT, konzept.wichtigste_ziele),
    )
    indikatoren: Antwort[Text] = frage(
        "Anhand welcher Indikatoren wird die Zielerreichung gemessen und wie erfolgt die Auswertung der Ergebnisse?",
        beispiel=(
            "|\n"
            "Zu Z1 zählt die Volkshochschule je Quartal die Wochen von der Anmeldung bis zum Kursbeginn.\n"
            "Die Werte gehen jedes Jahr im März an den Sozialausschuss."
        ),
    )
    hindernisse: Antwort[Text] = frage(
        "Welche Hindernisse bestanden bei der Erstellung des verbindlichen Handlungskonzeptes?",
        beispiel=(
            "|\n"
            "Eine halbe Stelle war bis Juni unbesetzt. Die Gespräche mit den Gemeinden begannen\n"
            "deshalb erst im Herbst."
        ),
    )


class Buendelung(Abschnitt, titel="Bündelung, Koordination und Organisation kommunaler Integrationsaufgaben"):
    """Section 2.3."""

    optimierungsansaetze: Antwort[Text] = frage(
        "Gibt es Optimierungsansätze zur Bewältigung kommunaler Integrationsaufgaben?",
        beispiel=(
            "|\n"
            "Alle Fachbereiche melden ihre Vorhaben künftig bis Oktober an einer Stelle. Doppelungen\n"
            "fallen so auf, bevor der Haushalt geplant wird."
        ),
    )
    beispiele: Antwort[Text] = frage(
        "Gibt es Beispiele, die den Nutzen der Bündelung und Koordination von Integrationsaufgaben verdeutlichen?",
        beispiel=(
            "|\n"
            "Drei Träger hatten Elternkurse am selben Ort geplant. Nach einer Absprache finden die\n"
            "Kurse nun in drei Gemeinden statt."
        ),
    )
    probleme: Antwort[Text] = frage(
        "Welche Probleme bestehen in diesem Zusammenhang?",
        beispiel="Je nach Aufenthaltsstatus sind andere Stellen zuständig; das macht Absprachen aufwendig.",
    )


class KooperativeStrukturen(
    Abschnitt, titel="Aufbau und Pflege verbindlicher kooperative Strukturen mit den Trägern der Integrationsarbeit"
):
    """Section 2.4; „kooperative“ is printed so."""

    aufgebaut: Kurzantwort[JaNein] = frage(
        "Sind verbindliche kooperative Strukturen mit den öffentlichen und privaten Trägern der Integrationsarbeit"
        " aufgebaut worden?",
        bleibt=True,
        beispiel="{antwort: ja, erlaeuterung: schriftliche Vereinbarung mit neun Trägern seit 2021}",
    )
    koordination: Antwort[Text] = frage(
        "Wie erfolgte die Koordination der Zusammenarbeit mit diesen Trägern?",
        bleibt=True,
        beispiel="Ein Steuerkreis tagt viermal im Jahr; die Koordinierungsstelle bereitet ihn vor.",
    )
    weitere_anstrengungen: Antwort[Text] = frage(
        "In welchen Bereichen sind weitere Anstrengungen erforderlich?",
        beispiel="Bei der Kinderbetreuung während der Kurse und bei Angeboten am Abend.",
    )


class Migrantenorganisationen(Abschnitt, titel="Zusammenarbeit und Vernetzung mit Migrantenorganisationen"):
    """Section 2.5."""

    zusammenarbeit: Antwort[Text] = frage(
        "Wie gestaltete sich die Zusammenarbeit und Vernetzung mit Migrantenorganisationen?",
        beispiel=(
            "|\n"
            "Sechs Vereine treffen sich jeden zweiten Monat im Kreishaus. Zwei von ihnen haben die\n"
            "Interkulturelle Woche mit vorbereitet."
        ),
    )
    probleme: Antwort[Text] = frage(
        "Welche Probleme ergaben sich im Rahmen der Zusammenarbeit?",
        beispiel="Die Vorstände arbeiten im Ehrenamt; Termine am Vormittag können sie kaum wahrnehmen.",
    )
    unterstuetzung: Antwort[Text] = frage(
        "In welcher Weise wurden Migrantenorganisationen durch die Koordinierungsstelle bzw. durch die Kommune"
        " unterstützt?",
        beispiel="Mit Räumen im Kreishaus, Hilfe bei Anträgen und einem Fonds für kleine Projekte.",
    )


class Projekt(Teile):
    """A project, event or measure of the year with its partners."""

    titel: Text | None = teil("Maßnahme", pflicht=True)
    zeitraum: Text | None = teil("Zeitraum")
    projektpartner: list[Text] | None = teil("Projektpartner")
    teilnehmende: Anzahl | None = teil("Teilnehmende", bedeutung="Anzahl, nur Ziffern: 120 statt „ca. 120“.")
    beschreibung: Text | None = teil("Beschreibung")


def _projekte(eintraege: Sequence[Veranstaltung], arten: auswahl.Arten) -> list[Projekt]:
    """Make the measures of the year of what the log holds; the place and whom it was for make the description."""
    return [
        Projekt(
            titel=eins.titel,
            zeitraum=str(eins.datum),
            projektpartner=eins.partner,
            teilnehmende=eins.teilnehmende,
            beschreibung=_ort_und_zielgruppen(eins),
        )
        for eins in auswahl.eigene(eintraege, arten)
    ]


def _ort_und_zielgruppen(eins: Veranstaltung) -> str | None:
    ort = f"Ort: {eins.ort}" if eins.ort else ""
    gruppen = f"Zielgruppen: {', '.join(eins.zielgruppen)}" if eins.zielgruppen else ""
    return "; ".join(filter(None, (ort, gruppen))) or None


class Projekte(Abschnitt, titel="Initiierung und Koordination von Projekten, Veranstaltungen und Maßnahmen"):
    """Section 2.7."""

    massnahmen: Antwort[Bezogen[TextOderListe[Projekt], AusVeranstaltungen[Projekt]]] = frage(
        "Um welche Maßnahmen handelte es sich und welche Projektpartner wirkten mit?",
        bezug=Bezugsweg(_projekte, unklar=auswahl.ohne_rolle, angabe="rolle"),
        beispiel=(
            "- titel: Lesefest in zwölf Sprachen\n"
            "  zeitraum: September 2025\n"
            "  projektpartner:\n"
            "    - Stadtbücherei\n"
            "    - Elternverein Brücke\n"
            "  teilnehmende: 120"
        ),
    )
    zielgruppen: Antwort[Bezogen[Text, AusVeranstaltungen[Text]]] = frage(
        "Welche Zielgruppen wurden angesprochen?",
        bezug=Bezugsweg(auswahl.zielgruppen, als_aufzaehlung),
        beispiel="Familien mit Kindern im Grundschulalter, zugezogene Fachkräfte, Ehrenamtliche.",
    )


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


def _netzwerke(eintraege: Sequence[Veranstaltung], arten: auswahl.Arten) -> list[Netzwerk]:
    """Make the networks of what the log holds."""
    return [
        Netzwerk(
            name=eins.name,
            rolle=", ".join(rolle.titel for rolle in eins.rollen) or None,
            turnus=f"{eins.treffen} Treffen im Jahr",
        )
        for eins in auswahl.netzwerke(eintraege, arten)
    ]


class Netzwerkarbeit(Abschnitt, titel="Aufbau und Intensivierung von Netzwerkarbeit"):
    """Section 2.8."""

    netzwerke: Antwort[Bezogen[TextOderListe[Netzwerk], AusVeranstaltungen[Netzwerk]]] = frage(
        "In welche interne und externe Netzwerke ist die Koordinierungsstelle eingebunden?",
        bezug=Bezugsweg(_netzwerke, unklar=auswahl.ohne_netzwerk, angabe="netzwerk"),
        bleibt=True,
        beispiel=("- name: Arbeitskreis Sprache und Beruf\n  art: extern\n  rolle: Leitung\n  turnus: vierteljährlich"),
    )
    schwierigkeiten: Antwort[Text] = frage(
        "Welche Schwierigkeiten bestanden bei der Netzwerkarbeit?",
        beispiel="Die Ansprechpersonen wechseln häufig, Absprachen beginnen dann von vorn.",
    )


class EinbeziehungDerGemeinden(Abschnitt, titel="Einbeziehung der Gemeinden"):
    """Section 2.9; a city has no municipalities of its own."""

    gemeinden_einbezogen: Kurzantwort[JaNein] = frage(
        "Wurden kreisangehörige Städte und Gemeinden in die Integrationsarbeit einbezogen?",
        ausnahme=OHNE_GEMEINDEN,
        bleibt=True,
        beispiel="ja",
    )
    austausch: Kurzantwort[JaNein] = frage(
        "Bestand ein regelmäßiger Austausch mit angehörigen Gemeinden bzw. Städten?",
        ausnahme=OHNE_GEMEINDEN,
        bleibt=True,
        beispiel="{antwort: ja, erlaeuterung: zweimal im Jahr in der Runde der Integrationsbeauftragten}",
    )
    schwierigkeiten: Antwort[Text] = frage(
        "Welche Schwierigkeiten bestanden in diesem Zusammenhang?",
        ausnahme=OHNE_GEMEINDEN,
        beispiel="In kleinen Gemeinden betreut niemand das Thema hauptamtlich.",
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
        beispiel=(
            "|\n"
            "- Interkulturelle Woche mit 14 Veranstaltungen in sechs Gemeinden\n"
            "- monatliche Kolumne „Angekommen“ in der Kreiszeitung"
        ),
    )
    projekte: Projekte = noch_leer(Projekte)
    netzwerkarbeit: Netzwerkarbeit = noch_leer(Netzwerkarbeit)
    einbeziehung_der_gemeinden: EinbeziehungDerGemeinden = noch_leer(EinbeziehungDerGemeinden)
    kmn: Antwort[Text] = frage(
        "Wie gestaltete sich die Zusammenarbeit mit der KMN?",
        abschnitt=Ueberschrift("Zusammenarbeit mit der Kooperativen Migrationsarbeit Niedersachsen (KMN)"),
        beispiel="An allen drei Treffen des Regionalverbunds haben wir teilgenommen und Vorlagen ausgetauscht.",
    )


class BesondereProblemlagen(Abschnitt, titel="Besondere Problemlagen"):
    """Section 3.1."""

    erwartete_problemlagen: Antwort[Text] = frage(
        "Welche besonderen Problemlagen (soweit nicht oben bereits geschildert) werden für die nahe Zukunft erwartet?",
        beispiel="Die Mieten steigen; Familien bleiben länger in Unterkünften, als sie müssten.",
    )
    weitere_stellen: Antwort[Text] = frage(
        "Von welchen weiteren öffentlichen oder privaten Stellen sollte mehr Unterstützung der Integrationsarbeit"
        " geleistet werden?",
        beispiel="Von der Agentur für Arbeit, den Kammern und den Wohnungsgesellschaften.",
    )
    unterstuetzung: Antwort[Text] = frage(
        "Wie könnten Unterstützung und Hilfen aussehen?",
        beispiel="Feste Ansprechpersonen, gemeinsame Sprechtage und Auskünfte in mehreren Sprachen.",
    )


class Einschaetzung(Abschnitt, titel="Einschätzung"):
    """Section 3.2."""

    aussichten: Antwort[Text] = frage(
        "Wie werden die Aussichten für die weitere erfolgreiche Arbeit der Koordinierungsstelle eingeschätzt?",
        beispiel="Gut. Die Stelle ist bekannt, die Zusammenarbeit mit den Fachbereichen eingespielt.",
    )
    herausforderungen: Antwort[Text] = frage(
        "Wo liegen in der nächsten Zeit die größten Herausforderungen für die Koordinierungsstelle?",
        beispiel="Aus bewährten Projekten dauerhafte Angebote zu machen.",
    )
    erwartungen_an_das_land: Antwort[Text] = frage(
        "Welche Unterstützungen erwarten Sie vom Land Niedersachsen?",
        beispiel="Bescheide vor Jahresbeginn, Fortbildungen und vergleichbare Zahlen für alle Kreise.",
    )


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
    staendig=True,
    fristregel=Fristregel(versatz=1, moeglich=(1, 4), nach="projektbeschreibung"),
):
    """The report."""

    berichtsjahr: Jahr | None = Field(default=None, description="Das Jahr, über das berichtet wird.")
    organisation: Organisation = noch_leer(Organisation)
    aufgaben: Aufgaben = noch_leer(Aufgaben)
    problemfelder_und_ausblick: Ausblick = noch_leer(Ausblick)


DOKUMENT = Taetigkeitsbericht
