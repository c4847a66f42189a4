"""An entry to the federal contest of 2018 for municipalities: master data, description, criteria, coded questionnaire.

Titles, questions, options and codes are those of the form and stand here word for word; slips too, such as „Zuwander“ in
C 27a. Three things are not the form's own and therefore different: the printed colon behind each label, the end of C 30 that
the print cut off („Wettbewerbsbei:“), and the heading above the master data, which have none. What C 36a can be answered is
not printed: the one word below it is an answer, since every list of boxes shows all of them; hence text.

The description is one text: the headings within it („Lenkungsgruppen, Fallmanagement“) are those of the entry, not the form's,
so they stand in it as headings of Markdown.
"""

from __future__ import annotations

from kmut_cli.documents.antworten import Antwort, JaNein, Kurzantwort, Text
from kmut_cli.documents.dokument import Dokument, Ergaenzt
from kmut_cli.documents.eins_oder_liste import EinsOderListe
from kmut_cli.documents.frage import Bedingung, Ueberschrift, frage, teil
from kmut_cli.documents.modell import Abschnitt, Teile, noch_leer
from kmut_cli.documents.option import Option
from kmut_cli.documents.umfeld import Umfeld
from kmut_cli.source.reader import Source

WELCHE = 'Wenn "Weitere"... Welche?'
WENN_EVALUIERT = "wenn ja oder geplant"


class Stammdaten(Teile):
    """Who hands in the entry."""

    name: Text | None = teil("Name der Stadt/der Gemeinde/des Landkreises", pflicht=True, amtlich=True)
    typ: Text | None = teil("Typ", pflicht=True, amtlich=True, bedeutung="z. B. Landkreis.")
    bundesland: Text | None = teil("Bundesland", pflicht=True, amtlich=True)
    dienststelle: Text | None = teil("Einreichende Dienststelle", pflicht=True, amtlich=True)
    ansprechpartner: Text | None = teil("Ansprechpartner/in", pflicht=True, personenbezogen=True, amtlich=True)
    strasse: Text | None = teil("Straße/Postfach", pflicht=True, amtlich=True)
    plz: Text | None = teil("PLZ", pflicht=True, amtlich=True)
    telefon: Text | None = teil("Telefon", pflicht=True, personenbezogen=True, amtlich=True)
    ort: Text | None = teil("Ort", pflicht=True, amtlich=True)
    fax: Text | None = teil("Fax", personenbezogen=True, amtlich=True)


class Kriterien(Abschnitt, titel="Erfüllung der Bewertungskriterien"):
    """How the entry meets each criterion."""

    bewertungsgruppe: Antwort[Text] = frage("Bewertungsgruppe", beispiel="Landkreis")
    gesamtkonzeption: Antwort[Text] = frage(
        "Kommunale Gesamtkonzeption", beispiel="Der Beitrag setzt ein Kapitel unseres Integrationskonzepts um."
    )
    bedarfsanalyse: Antwort[Text] = frage(
        "Ausgangs- und Bedarfsanalyse", beispiel="Grundlage ist die Bestandsaufnahme von 2017."
    )
    integrationsziele: Antwort[Text] = frage(
        "Festgelegte Integrationsziele verfolgen", beispiel="Drei Ziele hat der Kreistag beschlossen."
    )
    qualitaetsmanagement: Antwort[Text] = frage(
        "Qualitätsmanagement und Evaluation", beispiel="Einmal im Jahr berichten wir dem Sozialausschuss."
    )
    vernetzung: Antwort[Text] = frage(
        "Verbindlich vereinbarte Vernetzung und Kooperation",
        beispiel="Neun Träger haben eine Vereinbarung unterschrieben.",
    )
    zusammenleben: Antwort[Text] = frage(
        "Integration und Zusammenleben in der Kommune", beispiel="Die Treffpunkte stehen allen Nachbarn offen."
    )
    kommunalpolitik: Antwort[Text] = frage(
        "Auf kommunalpolitischer Ebene verankert", beispiel="Der Kreistag berät den Fortschritt zweimal im Jahr."
    )
    transfer: Antwort[Text] = frage("Know-how-transfer", beispiel="Zwei Nachbarkreise haben uns schon besucht.")


class MitAnlage(Option):
    """Yes, with what is to be attached, or no."""

    ja = "ja (bitte als Anlage beifügen)"
    nein = "nein"


class Gruppe(Option):
    """C 23: groups."""

    kinder_kita = "Kinder (Einrichtungen der Kindertagesbetreuung)"
    kinder_schule = "Kinder (Schule)"
    jugendliche = "Jugendliche"
    junge_erwachsene = "junge Erwachsene"
    erwachsene = "Erwachsene"
    maedchen_frauen = "Mädchen/Frauen"
    jungen_maenner = "Jungen/Männer"
    aktuelle_zuwanderer = "aktuelle Zuwanderer (2015-2017)"
    nach_herkunftsgebieten = "jeweils differenziert nach Herkunftsgebieten"
    laenger_in_deutschland = "bereits seit mehreren Jahren in Deutschland lebende Zuwanderer"
    bevoelkerung_vor_ort = "Bevölkerung vor Ort"
    multiplikatoren = "Multiplikatoren"
    weitere = "Weitere"


class Raumbezug(Option):
    """C 24: what the entry is about."""

    gesamtstadt = "die Gesamtstadt?"
    teilraum = "einen Teilraum/Quartier?"
    projekt = "ein Projekt?"


class Ort(Option):
    """C 25: places and institutions."""

    quartier = "Quartier als Ganzes"
    nachbarschaftshaeuser = "Nachbarschaftshäuser/Stadtteilzentren"
    jugendeinrichtungen = "Jugendeinrichtungen"
    sportvereine = "Sportvereine"
    fluechtlingsunterkuenfte = "Flüchtlingsunterkünfte"
    kitas = "Einrichtungen der Kindertagesbetreuung"
    schulen = "Schulen"
    ausbildungsstaetten = "Ausbildungsstätten"
    bildungseinrichtungen = "Bildungseinrichtungen (VHS u.a.)"
    soziale_treffpunkte = "Soziale Treffpunkte für Zuwanderer"
    migrantenselbstorganisationen = "Migrantenselbstorganisationen"
    weitere = "Weitere"


class Bearbeitung(Option):
    """C 26: how a field of action is worked on."""

    gesamtstadt = "Thema wird in einem gesamtstädtischen Konzept bearbeitet"
    teilraum = "Thema wird in einem teilräumlichen Konzept/auf der Quartiersebene bearbeitet"
    projekte = "Thema wird im Rahmen eines/mehrerer Projekte bearbeitet"


class Handlungsfelder(Teile):
    """C 26a to C 26j."""

    wohnen: EinsOderListe[Bearbeitung] | None = teil("Handlungsfeld Wohnen und Wohnumfeld", code="C 26a", amtlich=True)
    infrastrukturen: EinsOderListe[Bearbeitung] | None = teil(
        "Handlungsfeld Soziale Infrastrukturen, z.B. Kindergarten, Schulen, Jugendeinrichtungen",
        code="C 26b",
        amtlich=True,
    )
    bildung: EinsOderListe[Bearbeitung] | None = teil(
        "Handlungsfeld Bildung/Qualifizierung/Ausbildung", code="C 26c", amtlich=True
    )
    beschaeftigung: EinsOderListe[Bearbeitung] | None = teil(
        "Handlungsfeld Beschäftigung/lokale Wirtschaftsförderung", code="C 26d", amtlich=True
    )
    kultur: EinsOderListe[Bearbeitung] | None = teil("Handlungsfeld Kultur", code="C 26e", amtlich=True)
    sport: EinsOderListe[Bearbeitung] | None = teil("Handlungsfeld Sport", code="C 26f", amtlich=True)
    gesundheit: EinsOderListe[Bearbeitung] | None = teil("Handlungsfeld Gesundheit", code="C 26g", amtlich=True)
    umwelt: EinsOderListe[Bearbeitung] | None = teil("Handlungsfeld Umwelt/Grün", code="C 26h", amtlich=True)
    beteiligung: EinsOderListe[Bearbeitung] | None = teil("Handlungsfeld Beteiligung", code="C 26i", amtlich=True)
    engagement: EinsOderListe[Bearbeitung] | None = teil(
        "Handlungsfeld Engagementförderung", code="C 26j", amtlich=True
    )


class KommunalerAkteur(Option):
    """C 30: who in politics and administration takes part."""

    rat = "Stadt-, Gemeinde-, bzw. Kreisrat"
    soziales = "Amt/Bereich Soziales"
    jugend = "Amt/Bereich Jugend"
    wohnen = "Amt/Bereich Wohnen"
    gruen = "Amt/Bereich Grün(-planung)"
    hauptverwaltungsbeamte = "Bürgermeister/in bzw. Landrat/-rätin"
    stadtplanung = "Amt/Bereich Stadtplanung/ Stadtentwicklung"
    integrationsbeauftragte = "Integrationsbeauftragte/r"
    sport = "Amt/Bereich Sport"
    gesundheit = "Amt/Bereich Gesundheit"
    weitere = "Weitere"


class ExternerAkteur(Option):
    """C 31: who outside the administration takes part."""

    quartiersmanagement = "Quartiersmanagement"
    stadtteilzentren = "Stadtteilzentren/ Nachbarschaftshäuser"
    wohlfahrtsverbaende = "Wohlfahrtsverbände"
    kirchen = "Kirchen"
    migrantenselbstorganisationen = "Migrantenselbstorganisationen"
    sponsoren = "Sponsoren"
    lokale_medien = "Lokale Medien"
    stiftungen = "Stiftungen"
    sportvereine = "Sportvereine"
    bildungseinrichtungen = "Bildungseinrichtungen (Schule, VHS u.a.)"
    nachbarschaftsvereine = "Nachbarschaftsvereine"
    kleingartenvereine = "Kleingartenvereine"
    unternehmen = "Unternehmen, Betriebe"
    weitere = "Weitere"


class Laufzeit(Option):
    """C 33: duration."""

    bis_zwei_jahre = "bis zu zwei Jahre"
    mehr_als_zwei_jahre = "mehr als zwei Jahre (aber befristet)"
    dauerangebot = "Dauerangebot"


class Mittel(Option):
    """C 34 and D 13: funds."""

    kommune = "kommunale Mittel"
    land = "Landesmittel"
    bund = "Bundesmittel"
    eu = "europäische Mittel"
    stiftungen = "Stiftungsmittel"
    sponsoren = "Sponsorengelder"
    spenden = "Spenden"
    weitere = "Weitere"


class Sicherung(Option):
    """C 35: for how long funds are secured."""

    offen = "offen"
    bis_zwei_jahre = "bis zu zwei Jahre"
    dauerhaft = "dauerhaft"


class Evaluation(Option):
    """C 36: whether success is examined."""

    ja = "ja"
    geplant = "geplant"
    nein = "nein"


class Einbindung(Abschnitt, titel="C1 Fragen zur gesamtkommunalen Einbindung des Wettbewerbsbeitrags"):
    """C 10 to C 12."""

    integrationskonzept: Kurzantwort[JaNein] = frage(
        "Gibt es in Ihrer Kommune ein Integrationskonzept?", code="C 10", beispiel="ja"
    )
    eingebunden: Kurzantwort[JaNein] = frage(
        "Ist Ihr Wettbewerbsbeitrag in dieses Integrationskonzept eingebunden?", code="C 11", beispiel="ja"
    )
    oeffentlich_unterstuetzt: Kurzantwort[JaNein] = frage(
        "Unterstützt der/die (Ober-)Bürgermeister/in bzw. Landrat/-rätin Ihren Wettbewerbsbeitrag öffentlich?",
        code="C 12",
        beispiel="{antwort: ja, erlaeuterung: in der Kreiszeitung vom Mai}",
    )


class Konzeption(Abschnitt, titel="C2 Fragen zur Konzeption und Ausrichtung des Wettbewerbsbeitrags"):
    """C 20 to C 27b."""

    schriftliches_konzept: Kurzantwort[MitAnlage] = frage(
        "Gibt es zu Ihrem Wettbewerbsbeitrag ein schriftliches Konzept?", code="C 20", beispiel="ja"
    )
    ziele_festgelegt: Kurzantwort[JaNein] = frage(
        "Sind die Ziele des Wettbewerbsbeitrags im Hinblick auf Integration und Zusammenleben detailliert beschrieben &"
        " festgelegt?",
        code="C 21",
        beispiel="ja",
    )
    bedarfsanalyse: Kurzantwort[JaNein] = frage(
        "Wurde vor der Festlegung der Ziele eine Ausgangs- und Bedarfsanalyse erstellt?", code="C 22", beispiel="nein"
    )
    gruppen: Kurzantwort[EinsOderListe[Gruppe]] = frage(
        "An welche Gruppen richtet sich Ihr Wettbewerbsbeitrag?",
        code="C 23",
        beispiel="- jugendliche\n- bevoelkerung_vor_ort\n- weitere",
    )
    weitere_gruppen: Antwort[Text] = frage(
        WELCHE, code="C 23a", wenn=Bedingung("gruppen", (Gruppe.weitere.name,)), beispiel="Saisonkräfte"
    )
    raumbezug: Kurzantwort[Raumbezug] = frage(
        "Bezieht sich Ihr Wettbewerbsbeitrag auf:", code="C 24", beispiel="gesamtstadt"
    )
    orte: Kurzantwort[EinsOderListe[Ort]] = frage(
        "An welche Orte und Einrichtungen knüpft Ihr Wettbewerbsbeitrag an?",
        code="C 25",
        beispiel="- schulen\n- weitere",
    )
    weitere_orte: Antwort[Text] = frage(
        WELCHE, code="C 25a", wenn=Bedingung("orte", (Ort.weitere.name,)), beispiel="Stadtbücherei"
    )
    handlungsfelder: Antwort[Handlungsfelder] = frage(
        "Welche Handlungsfelder zur Integration von Zuwanderern und zur Förderung des Zusammenlebens mit der Bevölkerung"
        " vor Ort stehen in Ihrem Wettbewerbsbeitrag im Mittelpunkt? Bitte geben Sie an, ob sich das Handlungsfeld auf die"
        " Gesamtstadt oder das Quartier bezieht bzw., ob es sich um ein Projekt handelt.",
        code="C 26",
        beispiel="wohnen: [gesamtstadt]\nbildung: [gesamtstadt, projekte]\nsport: [projekte]",
    )
    beteiligung_zuwanderer: Kurzantwort[JaNein] = frage(
        'Ist Ihr Wettbewerbsbeitrag auf Beteiligung, Engagement und Selbsthilfe der Zielgruppe "Zuwander" ausgerichtet?',
        code="C 27a",
        beispiel="ja",
    )
    beteiligung_bevoelkerung: Kurzantwort[JaNein] = frage(
        'Ist Ihr Wettbewerbsbeitrag auf Beteiligung, Engagement und Selbsthilfe der Zielgruppe "Bevölkerung vor Ort"'
        " ausgerichtet?",
        code="C 27b",
        beispiel="ja",
    )


class Umsetzung(Abschnitt, titel="C3 Fragen zur Umsetzung des Wettbewerbsbeitrags"):
    """C 30 to C 38."""

    akteure: Kurzantwort[EinsOderListe[KommunalerAkteur]] = frage(
        "Welche Akteure aus Kommunalpolitik und Kommunalverwaltung beteiligen sich wesentlich an der Umsetzung Ihres"
        " Wettbewerbsbeitrags?",
        code="C 30",
        beispiel="- rat\n- soziales\n- weitere",
    )
    weitere_akteure: Antwort[Text] = frage(
        WELCHE, code="C 30a", wenn=Bedingung("akteure", (KommunalerAkteur.weitere.name,)), beispiel="Kreismusikschule"
    )
    externe_akteure: Kurzantwort[EinsOderListe[ExternerAkteur]] = frage(
        "Welche verwaltungsexternen lokal relevanten Akteure beteiligen sich wesentlich an der Umsetzung Ihres"
        " Wettbewerbsbeitrags?",
        code="C 31",
        beispiel="- kirchen\n- sportvereine",
    )
    vereinbarungen: Kurzantwort[MitAnlage] = frage(
        "Gibt es schriftliche und verbindliche Vereinbarungen zur Vernetzung und Kooperation der Akteure?",
        code="C 32",
        beispiel="nein",
    )
    laufzeit: Kurzantwort[Laufzeit] = frage(
        "Welche Laufzeit hat Ihr Wettbewerbsbeitrag?", code="C 33", beispiel="dauerangebot"
    )
    finanzierung: Kurzantwort[EinsOderListe[Mittel]] = frage(
        "Wie finanzieren Sie Ihren Wettbewerbsbeitrag?", code="C 34", beispiel="- kommune\n- land"
    )
    finanzierung_gesichert: Kurzantwort[Sicherung] = frage(
        "Wie lange ist die Finanzierung des Wettbewerbsbeitrags gesichert?", code="C 35", beispiel="bis_zwei_jahre"
    )
    evaluation: Kurzantwort[Evaluation] = frage(
        "Wird der Wettbewerbsbeitrag in seiner Qualität und Zielerreichung überprüft und bewertet bzw. evaluiert?",
        code="C 36",
        beispiel="geplant",
    )
    evaluationsart: Antwort[Text] = frage(
        WENN_EVALUIERT,
        code="C 36a",
        wenn=Bedingung("evaluation", (Evaluation.ja.name, Evaluation.geplant.name)),
        beispiel="Befragung der Teilnehmenden",
    )
    uebernommene_projekte: Kurzantwort[JaNein] = frage(
        "Werden im Rahmen der Umsetzung von anderen entwickelte Projekte und Maßnahmen übernommen und eingesetzt?",
        code="C 37",
        beispiel="nein",
    )
    andernorts_uebernommen: Kurzantwort[JaNein] = frage(
        "Sind umgekehrt im Rahmen Ihres Wettbewerbsbeitrags entwickelte Projekte und Maßnahmen bereits andernorts"
        " übernommen worden?",
        code="C 38",
        beispiel="nein",
    )


NICHT_ZUTREFFEND = "trifft nicht zu"


class Projektlaufzeit(Option):
    """D 11: as C 33, for a project."""

    bis_zwei_jahre = Laufzeit.bis_zwei_jahre.value
    mehr_als_zwei_jahre = Laufzeit.mehr_als_zwei_jahre.value
    dauerangebot = Laufzeit.dauerangebot.value
    trifft_nicht_zu = NICHT_ZUTREFFEND


class Projektsicherung(Option):
    """D 12: as C 35, for a project."""

    offen = Sicherung.offen.value
    bis_zwei_jahre = Sicherung.bis_zwei_jahre.value
    dauerhaft = Sicherung.dauerhaft.value
    trifft_nicht_zu = NICHT_ZUTREFFEND


class Projektevaluation(Option):
    """D 14: as C 36, for a project."""

    ja = Evaluation.ja.value
    geplant = Evaluation.geplant.value
    nein = Evaluation.nein.value
    trifft_nicht_zu = NICHT_ZUTREFFEND


class Evaluationsart(Option):
    """D 14a: who examines it."""

    selbstevaluation = "Selbstevaluation"
    fremdevaluation = "Fremdevaluation"
    trifft_nicht_zu = NICHT_ZUTREFFEND


class Einzelprojekt(Teile, wiederholt="Einzelprojekt"):
    """D 11 to D 14a for the first project, D 21 to D 24a for the second, and so on."""

    laufzeit: Kurzantwort[Projektlaufzeit] = teil(
        "Welche Laufzeit hat das Projekt?", code="D {n}1", pflicht=True, amtlich=True
    )
    finanzierung_gesichert: Kurzantwort[Projektsicherung] = teil(
        "Wie lange ist die Finanzierung des Projekts gesichert?", code="D {n}2", pflicht=True, amtlich=True
    )
    finanzierung: Kurzantwort[EinsOderListe[Mittel]] = teil(
        "Wie wird das Projekt finanziert?", code="D {n}3", pflicht=True, amtlich=True
    )
    evaluation: Kurzantwort[Projektevaluation] = teil(
        "Wird das Projekt in seiner Qualität und Zielerreichung überprüft und bewertet bzw. evaluiert?",
        code="D {n}4",
        pflicht=True,
        amtlich=True,
    )
    evaluationsart: Kurzantwort[EinsOderListe[Evaluationsart]] = teil(
        WENN_EVALUIERT,
        code="D {n}4a",
        pflicht=True,
        amtlich=True,
        wenn=Bedingung("evaluation", (Projektevaluation.ja.name, Projektevaluation.geplant.name)),
    )


class Wettbewerbsbeitrag(Dokument, titel="Wettbewerbsbeitrag", kurztitel="Wettbewerbsbeitrag", land=""):
    """The entry. On paper, one heading stands above title, abstract and description, and one above C1 to C3."""

    stammdaten: Antwort[Stammdaten] = frage(
        "Stammdaten",
        abschnitt=Ueberschrift("Stammdaten"),
        bleibt=True,
        beispiel=(
            "name: Landkreis Musterland\n"
            "typ: Landkreis\n"
            "bundesland: Niedersachsen\n"
            "dienststelle: Fachbereich Soziales\n"
            "ansprechpartner: Erika Beispiel\n"
            "strasse: Am Markt 1\n"
            'plz: "21999"\n'
            "telefon: 0123 456-0\n"
            "ort: Musterstedt"
        ),
    )
    ueberschrift: Antwort[Text] = frage(
        "Titel des Wettbewerbsbeitrags",
        abschnitt=Ueberschrift("Titel des Wettbewerbsbeitrags"),
        beispiel="Nachbarn lernen voneinander",
    )
    kurzfassung: Antwort[Text] = frage(
        "Kurzfassung des Wettbewerbsbeitrags",
        abschnitt=Ueberschrift("Kurzfassung des Wettbewerbsbeitrags"),
        beispiel="In sechs Orten öffnen Vereine ihre Räume für Sprachtandems.",
    )
    beschreibung: Antwort[Text] = frage(
        "Beschreibung des Wettbewerbsbeitrags",
        abschnitt=Ueberschrift("Beschreibung des Wettbewerbsbeitrags"),
        beispiel=(
            "|\n"
            "## Ausgangslage und Anlass\n"
            "Viele Zugezogene kennen ihre Nachbarn nicht.\n"
            "## Projektansatz\n"
            "Jeder Verein stellt an einem Abend in der Woche einen Raum."
        ),
    )
    kriterien: Kriterien = noch_leer(Kriterien)
    einbindung: Einbindung = noch_leer(Einbindung)
    konzeption: Konzeption = noch_leer(Konzeption)
    umsetzung: Umsetzung = noch_leer(Umsetzung)
    einzelprojekte: Antwort[list[Einzelprojekt]] = frage(
        "Einzelprojekte",
        abschnitt=Ueberschrift("Einzelprojekte"),
        beispiel=(
            "- laufzeit: bis_zwei_jahre\n"
            "  finanzierung_gesichert: bis_zwei_jahre\n"
            "  finanzierung: [land, spenden]\n"
            "  evaluation: ja\n"
            "  evaluationsart: [selbstevaluation]"
        ),
    )
    anlagen: EinsOderListe[Text] | None = frage(
        "Anlagen",
        pflicht=False,
        abschnitt=Ueberschrift("Anlagen"),
        beispiel="- Integrationskonzept 2017\n- Vereinbarung der Träger",
    )

    @property
    def ausgabetitel(self) -> str:
        """That of the form; the entry's own title is one of its answers."""
        return self.titel

    def ergaenze(self, source: Source, umfeld: Umfeld) -> Ergaenzt:
        """Take name and kind of the body from the master data of the folder, where the entry says other things only."""
        angaben, kommune = self.stammdaten, self.kommune
        if not isinstance(angaben, Stammdaten) or kommune is None:
            return Ergaenzt(self)
        typ = kommune.gebietstyp.titel if kommune.gebietstyp else None
        ganz = {"name": angaben.name or kommune.name, "typ": angaben.typ or typ}
        return Ergaenzt(self.model_copy(update={"stammdaten": angaben.model_copy(update=ganz)}))


DOKUMENT = Wettbewerbsbeitrag
