"""The project description of the application after the *Gliederung 2026*: a form of 4 blocks with 10 fields.

Titles, questions, options and hints are official and stand here word for word, slips included. The year in the wording
is that of the document.
"""

from __future__ import annotations

from pydantic import Field

from kmut_cli.documents.antworten import Antwort, Jahr, JaNein, Kurzantwort, OptionOderSonstiges, Text
from kmut_cli.documents.dokument import Dokument, Kommune
from kmut_cli.documents.entsprechungen import Beziehung, Entsprechung
from kmut_cli.documents.frage import Ueberschrift, frage
from kmut_cli.documents.fristregel import Fristregel
from kmut_cli.documents.modell import Abschnitt, noch_leer
from kmut_cli.documents.option import Option

ZELLE = "Die Zelle vergrößert sich automatisch."
EINTRAGEN = "hier eintragen"


class Bereich(Option):
    """Areas of data on which the Bestandsaufnahme is to rest."""

    bevoelkerung = "Bevölkerung"
    bildung_und_qualifikation = "Bildung und Qualifikation"
    erwerbstaetigkeit_und_arbeitsmarkt = "Erwerbstätigkeit und Arbeitsmarkt"
    soziales = "Soziales"
    sonstiges = "Sonstiges – ggfs. eintragen -"


_AMTLICHE_BEREICHE = ", ".join(bereich.titel for bereich in Bereich if bereich is not Bereich.sonstiges)


class Bestandsaufnahme(
    Abschnitt,
    titel="BESTANDSAUFNAHME",
    hinweis=(
        "Die Bestandsaufnahme ist jährlich zu aktualisieren. Sie basiert auf migrationspolitischen Daten und Informationen"
        f" aus den Bereichen „{_AMTLICHE_BEREICHE}“."
    ),
):
    """Block 2."""

    aktualisierung_geplant: Kurzantwort[JaNein] = frage(
        "Die Aktualisierung der Bestandsaufnahme ist in {jahr} geplant.",
        bleibt=True,
        beispiel="ja",
    )
    bereiche: Kurzantwort[list[OptionOderSonstiges[Bereich]]] = frage(
        "Die Bestandsaufnahme soll auf migrationspolitischen Daten und Informationen aus folgenden Bereichen basieren",
        bleibt=True,
        beispiel=("- bevoelkerung\n- soziales\n- sonstiges: Wohnen"),
    )
    planungen: Antwort[Text] = frage(
        f"Erläutern Sie hier gerne kurz Ihre Planungen zur Bestandsaufnahme im betreffenden Bewilligungsjahr. {ZELLE}",
        beispiel=(
            "|\n"
            "Im Februar befragen wir Gemeinden und Träger, bis Juni werten wir aus. Der Sozialausschuss\n"
            "berät das Ergebnis im September."
        ),
    )


class Vorhaben(Option):
    """What is to happen to the Handlungskonzept."""

    erstmals_erstellt = "erstmals erstellt werden."
    umgesetzt = "umgesetzt werden."
    fortgeschrieben = "fortgeschrieben werden."


class Handlungsfeld(Option):
    """Fields of action that the 2026 edition asks for."""

    partizipation = "Partizipation durch Sprache, Bildung und Beruf"
    gleichstellung = "Gleichstellung der Geschlechter"
    ehrenamt = "Ehrenamt und bürgerschaftliches Engagement"
    migrationsgesellschaftliche_oeffnung = "migrationsgesellschaftliche Öffnung"
    antisemitismus_und_rassismus = "Bekämpfung von Antisemitismus und Rassismus"


_HANDLUNGSFELDER = "\n".join(f"- {feld.titel}" for feld in Handlungsfeld)


class Handlungskonzept(
    Abschnitt,
    titel="HANDLUNGSKONZEPT",
    hinweis=(
        "Das projektbeinhaltende Handlungskonzept ist auf der Basis der einer Bestandsaufnahme zu erstellten, umzusetzen"
        " und bzw. fortzuschreiben. Es bildet die Grundlage für das lokale strategische Integrationsmanagement und"
        f" berücksichtigt insbesondere die folgenden Handlungsfelder:\n\n{_HANDLUNGSFELDER}\n\n"
        "Das Handlungskonzept enthält Leitgrundsätze zur Integration, Ziele und dazu passende Maßnahmen. Zur Stärkung"
        " eines wirkungsorientierten Managements sind innerhalb der Kommune Maßnahmen zu terminieren und der Erfolg der"
        " entwickelten Ziele zu messen."
    ),
):
    """Block 3."""

    vorhaben: Kurzantwort[list[Vorhaben]] = frage(
        "Das Handlungskonzept soll in {jahr}", beispiel=("- umgesetzt\n- fortgeschrieben")
    )
    handlungsfelder: Kurzantwort[list[Handlungsfeld]] = frage(
        "Welche der folgenden Handlungsfelder sind oder werden im Handlungskonzept berücksichtigt?",
        bleibt=True,
        beispiel=("- partizipation\n- ehrenamt"),
    )
    besonders_relevant: Antwort[list[Text]] = frage(
        "Welche Handlungsfelder werden darüber hinaus {jahr} besonders relevant?",
        freie_kaestchen=(EINTRAGEN,) * 3,
        beispiel=("- Wohnen\n- Gesundheit"),
    )
    besonders_herausfordernd: Antwort[list[Text]] = frage(
        "Welche Handlungsfelder werden in {jahr} besonders herausfordernd?",
        freie_kaestchen=(EINTRAGEN,) * 3,
        beispiel=("- Angebote in kleinen Orten\n- Arbeit für Frauen mit ausländischem Abschluss"),
    )
    planungen: Antwort[Text] = frage(
        f"Erläutern Sie hier gerne kurz Ihre Planungen zum Handlungskonzept im betreffenden Bewilligungsjahr. {ZELLE}",
        beispiel=(
            "|\n"
            "Sprachmittlung und Elternkurse laufen weiter. Neu hinzu kommt ein Kapitel zum Wohnen; dazu\n"
            "laden wir im Frühjahr zu zwei Werkstätten ein."
        ),
    )


class Projektbeschreibung(
    Dokument,
    titel="Projektbeschreibung",
    kurztitel="Projektbeschreibung",
    untertitel=(
        "zum Antrag auf Gewährung einer Landeszuwendung zur Förderung von Koordinierungsstellen für Migration und Teilhabe",
        "(Richtlinie Koordinierungsstellen Migration und Teilhabe)",
    ),
    vorspann="Gliederung für die",
    jahresfeld="bewilligungsjahr",
    jahr_bezeichnung="Bewilligungsjahr",
    staendig=True,
    # foerderdatenbank.de, „Koordinierungsstellen für Migration und Teilhabe“; waited for from May on.
    fristregel=Fristregel(versatz=-1, moeglich=(-2, 1), tag=(10, 31), ab_monat=5),
):
    """The form."""

    bewilligungsjahr: Jahr | None = Field(default=None, description="Das Jahr, für das die Förderung beantragt wird.")
    kommune: Kommune | None = frage(
        "GEBIETSKÖRPERSCHAFT",
        abschnitt=Ueberschrift("GEBIETSKÖRPERSCHAFT"),
        bleibt=True,
        beispiel=('name: Landkreis Musterland\nags: "03999"\ntyp: landkreis'),
    )
    bestandsaufnahme: Bestandsaufnahme = noch_leer(Bestandsaufnahme)
    handlungskonzept: Handlungskonzept = noch_leer(Handlungskonzept)
    weitere_aufgaben: Antwort[Text] = frage(
        "Erläutern Sie hier gerne kurz Ihre Umsetzungsplanungen zu den o.g. weiteren Aufgaben im betreffenden"
        f" Bewilligungsjahr. {ZELLE}",
        abschnitt=Ueberschrift(
            "WEITERE AUFGABEN",
            "Die Koordinierungsstelle hat darüber hinaus folgende Aufgaben wahrzunehmen:\n\n"
            "- Bündelung, Koordination und Organisation kommunaler Integrationsaufgaben.\n"
            "- Aufbau und Pflege verbindlicher kooperativer Strukturen mit den Trägern der Integrationsarbeit sowie"
            " Zusammenarbeit und Vernetzung mit den Migrantenorganisationen.\n"
            "- Verankerung des Themas „Integration“ in der Öffentlichkeit.\n"
            "- Initiierung und Koordination von Projekten, Veranstaltungen und Maßnahmen.\n"
            "- Mitarbeit im Regionalverbund der Kooperativen Migrationsarbeit Niedersachsen (KMN).\n"
            "- Beteiligung an einer jährlich durch das Niedersächsische Ministerium für Soziales, Arbeit, Gesundheit und"
            " Gleichstellung (MS) ausgerichteten Fachtagung. Im Mittelpunkt der Fachtagung stehen die gemeinsame"
            " Bestimmung besonders relevanter Fachthemen sowie aktueller Fortbildungsbedarfe.",
        ),
        beispiel=(
            "|\n"
            "- Der Steuerkreis der Träger tagt viermal.\n"
            "- Zwei Vereine bekommen Hilfe bei der Gründung.\n"
            "- Die Interkulturelle Woche wird gemeinsam mit sechs Gemeinden vorbereitet."
        ),
    )


DOKUMENT = Projektbeschreibung

# What the activity report of 2020 asks about the same. Not there: the free „Sonstiges“, the fight against anti-Semitism and
# racism as a field of action, and what the three open fields tell of the plans.
ENTSPRECHUNGEN = {
    ("taetigkeitsbericht", "2020"): (
        Entsprechung(
            "bestandsaufnahme.aktualisierung_geplant",
            ("aufgaben.bestandsaufnahme.fortgeschrieben", "aufgaben.bestandsaufnahme.zuletzt_vorgenommen"),
            Beziehung.VOLLZUG,
        ),
        Entsprechung(
            "bestandsaufnahme.bereiche",
            ("aufgaben.bestandsaufnahme.themen",),
            Beziehung.AUSWAHL,
            optionen={Bereich.erwerbstaetigkeit_und_arbeitsmarkt.name: ("erwerbstaetigkeit", "arbeitsmarkt")},
        ),
        Entsprechung(
            "handlungskonzept.vorhaben",
            ("aufgaben.handlungskonzept.erstellt",),
            Beziehung.VOLLZUG,
            option=Vorhaben.erstmals_erstellt.name,
        ),
        Entsprechung(
            "handlungskonzept.vorhaben",
            ("aufgaben.handlungskonzept.ziele",),
            Beziehung.VOLLZUG,
            option=Vorhaben.umgesetzt.name,
            erfuellt=("umgesetzt", "laufend"),
        ),
        Entsprechung(
            "handlungskonzept.vorhaben",
            ("aufgaben.handlungskonzept.fortgeschrieben",),
            Beziehung.VOLLZUG,
            option=Vorhaben.fortgeschrieben.name,
        ),
        Entsprechung(
            "handlungskonzept.handlungsfelder",
            ("aufgaben.handlungskonzept.handlungsfelder",),
            Beziehung.AUSWAHL,
            optionen={Handlungsfeld.migrationsgesellschaftliche_oeffnung.name: ("interkulturelle_oeffnung",)},
        ),
        Entsprechung("handlungskonzept.besonders_relevant", (), Beziehung.ERWAEHNUNG),
        Entsprechung("handlungskonzept.besonders_herausfordernd", (), Beziehung.ERWAEHNUNG),
    ),
}
