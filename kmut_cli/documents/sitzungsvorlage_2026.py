"""A paper for a committee: Mitteilungsvorlage or Beschlussvorlage, public by nature.

No official outline stands behind it; the order is that of such papers. What is public must not name the people who work
for the Koordinierungsstelle: text that is drawn from elsewhere leaves them out, a rule finds those in the author's own.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import Field

from kmut_cli.documents.antworten import Antwort, JaNein, Text
from kmut_cli.documents.bezug import Aus, AusMit, AusZeitraum, Bezogen, Entnahmeweg
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.dokument import Dokument, Ergaenzt
from kmut_cli.documents.eins_oder_liste import EinsOderListe
from kmut_cli.documents.frage import Bedingung, Ueberschrift, frage, teil
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.option import Option
from kmut_cli.documents.vorlage import auszug as auszug
from kmut_cli.documents.zeitraum import Zeitraum

if TYPE_CHECKING:
    from kmut_cli.documents.umfeld import Umfeld
    from kmut_cli.documents.veranstaltungen_2026 import Veranstaltungen
    from kmut_cli.source.reader import Source

AUSGABE = "2026"
_VORJAHR = -1  # the report of a paper's own year tells how things stand at its end


class Vorlagenart(Option):
    """Whether the committee is to take note or to decide."""

    mitteilung = "Mitteilungsvorlage"
    beschluss = "Beschlussvorlage"


class Zustaendigkeit(Option):
    """What a committee is to do with the paper."""

    anhoerung = "Anhörung"
    vorberatung = "Vorberatung"
    kenntnisnahme = "Kenntnisnahme"
    entscheidung = "Entscheidung"


class Beratung(Teile):
    """One station of the deliberation."""

    datum: Datum | None = teil("Termin", pflicht=True)
    gremium: Text | None = teil("Beratungsfolge", pflicht=True, bedeutung="Ausschuss oder Gremium, das berät.")
    zustaendigkeit: Zustaendigkeit | None = teil("Zuständigkeit", bedeutung="Was das Gremium tun soll.")
    tagesordnungspunkt: Text | None = teil("Tagesordnungspunkt")


class Termin(Teile):
    """An appointment of the Koordinierungsstelle."""

    datum: Zeitraum | None = teil("Datum", pflicht=True, bedeutung="Ein Tag oder ein Zeitraum, z. B. 27./28.04.2015.")
    ort: Text | None = teil("Ort")
    titel: Text | None = teil("Termin", pflicht=True, bedeutung="Was stattfindet, in wenigen Worten.")


class Unterschrift(Teile):
    """Who signs; a public paper names this person."""

    zusatz: Text | None = teil("Zusatz", bedeutung="z. B. In Vertretung, Im Auftrag.")
    name: Text | None = teil("Name", pflicht=True)


class Anlage(Teile):
    """An attachment."""

    bezeichnung: Text | None = teil("Anlage", pflicht=True, bedeutung="Wie die Anlage heißt.")
    datei: Text | None = teil("Datei", bedeutung="Weg zur Datei vom Ordner der Vorlage aus, z. B. anlagen/kurse.pdf.")


class Plan(Option):
    """Where tasks, and how far the concept is, may be taken from."""

    handlungskonzept = "Handlungskonzept des Ordners"
    taetigkeitsbericht = "Tätigkeitsbericht des Vorjahres"


class Netz(Option):
    """Where networks may be taken from."""

    veranstaltungen = "Verzeichnis der Termine und Veranstaltungen"
    taetigkeitsbericht = "Tätigkeitsbericht des Vorjahres"


def _termine(verzeichnis: Veranstaltungen, vorlage: Sitzungsvorlage) -> list[Termin]:
    """Take date, place and title; partners and notes are the office's own business."""
    wunsch = vorlage.termine if isinstance(vorlage.termine, AusZeitraum) else AusZeitraum[Termin]()
    eintraege = auszug.eintraege_bis(verzeichnis, vorlage.stichtag, wunsch.von, wunsch.bis)
    gewaehlt = [eins for eins in eintraege if not wunsch.arten or eins.art in wunsch.arten]
    return [Termin(datum=eins.datum, ort=eins.ort, titel=eins.titel) for eins in gewaehlt]


class Sitzungsvorlage(
    Dokument,
    titel="Vorlage für ein Gremium",
    kurztitel="Sitzungsvorlage",
    amtlich=False,
    unterordner="vorlagen",
):
    """The paper."""

    gliederung: Text = Field(
        default=AUSGABE, description="Darf hier fehlen: Die Sitzungsvorlage hat keine amtliche Gliederung."
    )
    behoerde: Text | None = frage(
        "Wer legt vor?", pflicht=False, abschnitt=Ueberschrift("Behörde"), bleibt=True, beispiel="Der Landrat"
    )
    drucksache: Text | None = frage(
        "Welche Nummer hat die Drucksache?", abschnitt=Ueberschrift("Drucksachen-Nr."), beispiel="2021-26/0815"
    )
    art: Vorlagenart | None = frage(
        "Ist es eine Mitteilung oder ein Beschluss?", abschnitt=Ueberschrift("Art der Vorlage"), beispiel="beschluss"
    )
    oeffentlich: JaNein | None = frage(
        "Ist die Vorlage öffentlich?",
        hinweis="Ohne Angabe gilt sie als öffentlich.",
        abschnitt=Ueberschrift("Status"),
        bleibt=True,
        beispiel="ja",
    )
    datum: Datum | None = frage(
        "Von welchem Tag ist die Vorlage?", abschnitt=Ueberschrift("Datum"), beispiel="2026-04-20"
    )
    federfuehrend: Text | None = frage(
        "Welches Amt ist federführend?",
        abschnitt=Ueberschrift("Federführung"),
        bleibt=True,
        beispiel="Fachbereich Soziales",
    )
    beratungsfolge: list[Beratung] | None = frage(
        "Welche Gremien beraten wann?",
        abschnitt=Ueberschrift("Beratungsfolge"),
        beispiel=(
            "- gremium: Ausschuss für Soziales\n  datum: 2026-05-05\n  zustaendigkeit: vorberatung\n"
            "- gremium: Kreistag\n  datum: 2026-06-15\n  zustaendigkeit: entscheidung"
        ),
    )
    bezeichnung: Text | None = frage(
        "Worum geht es?",
        abschnitt=Ueberschrift("Bezeichnung"),
        beispiel="Bericht der Koordinierungsstelle für Migration und Teilhabe",
    )
    sachverhalt: Text | None = frage(
        "Welcher Sachverhalt liegt zugrunde?",
        abschnitt=Ueberschrift("Sachverhalt"),
        beispiel="|\nDie Koordinierungsstelle berichtet jährlich im Frühjahr. Sie ist seit 2016 besetzt.",
    )
    aufgaben: Antwort[Bezogen[EinsOderListe[Text], AusMit[Plan, Text]]] = frage(
        "Welche Aufgaben nimmt die Koordinierungsstelle wahr?",
        pflicht=False,
        abschnitt=Ueberschrift("Aufgaben"),
        bleibt=True,
        beispiel="- Angebote im Landkreis erfassen\n- das Handlungskonzept fortschreiben",
        bezug=(
            Entnahmeweg("handlungskonzept", lambda konzept, _: auszug.massnahmen_in_arbeit(konzept.massnahmen)),
            Entnahmeweg(
                "taetigkeitsbericht",
                lambda bericht, _: auszug.massnahmen_in_arbeit(auszug.massnahmen_laut_bericht(bericht)),
                _VORJAHR,
            ),
        ),
    )
    netzwerk: Antwort[Bezogen[EinsOderListe[Text], AusMit[Netz, Text]]] = frage(
        "In welchen Netzwerken arbeitet sie mit?",
        pflicht=False,
        abschnitt=Ueberschrift("Netzwerkarbeit"),
        bleibt=True,
        beispiel="- Netzwerk Frühe Hilfen\n- Regionalverbund der Kooperativen Migrationsarbeit",
        bezug=(
            Entnahmeweg("veranstaltungen", lambda verzeichnis, vorlage: auszug.netze(verzeichnis, vorlage.stichtag)),
            Entnahmeweg("taetigkeitsbericht", lambda bericht, _: auszug.netze_laut_bericht(bericht), _VORJAHR),
        ),
    )
    termine: Antwort[Bezogen[list[Termin], AusZeitraum[Termin]]] = frage(
        "Welche Termine hat sie wahrgenommen, welche sind geplant?",
        hinweis="Was vor dem Datum der Vorlage endet, ist wahrgenommen; alles andere ist geplant.",
        pflicht=False,
        abschnitt=Ueberschrift("Termine"),
        bleibt=True,
        beispiel="- datum: 27./28.04.2026\n  ort: Kreishaus\n  titel: Werkstatt zum Handlungskonzept",
        bezug=Entnahmeweg("veranstaltungen", _termine),
    )
    stand_handlungskonzept: Antwort[Bezogen[Text, Aus[Plan]]] = frage(
        "Wie weit ist das Handlungskonzept?",
        pflicht=False,
        abschnitt=Ueberschrift("Stand des Handlungskonzepts"),
        bleibt=True,
        beispiel="Die Auswertung der Befragung liegt vor; der Entwurf folgt bis zum Herbst.",
        bezug=(
            Entnahmeweg("handlungskonzept", lambda konzept, _: auszug.konzeptstand(konzept)),
            Entnahmeweg("taetigkeitsbericht", lambda bericht, _: auszug.konzeptstand_laut_bericht(bericht), _VORJAHR),
        ),
    )
    beschlussvorschlag: Text | None = frage(
        "Was soll beschlossen werden?",
        abschnitt=Ueberschrift("Beschlussvorschlag"),
        wenn=Bedingung("art", (Vorlagenart.beschluss.name,)),
        beispiel="Der Kreistag beschließt das fortgeschriebene Handlungskonzept.",
    )
    unterschrift: Unterschrift | None = frage(
        "Wer unterschreibt?",
        abschnitt=Ueberschrift("Unterschrift"),
        bleibt=True,
        beispiel="zusatz: In Vertretung\nname: Beispiel",
    )
    anlagen: list[Anlage] | None = frage(
        "Welche Anlagen gehören dazu?",
        pflicht=False,
        abschnitt=Ueberschrift("Anlagen"),
        beispiel="- bezeichnung: Übersicht der Sprachkurse\n  datei: anlagen/sprachkurse.pdf",
    )
    schlagworte: EinsOderListe[Text] | None = frage(
        "Unter welchen Schlagworten soll man sie im Ratsinformationssystem finden?",
        pflicht=False,
        abschnitt=Ueberschrift("Schlagworte"),
        bleibt=True,
        beispiel="[Integration, Ehrenamt]",
    )

    @property
    def jahr(self) -> int | None:
        """The year of its date."""
        return self.datum.jahr if self.datum else None

    @property
    def stichtag(self) -> date | None:
        """The day that divides what has been from what is to come; the first that the date allows."""
        return self.datum.fruehestens if self.datum else None

    @property
    def ist_oeffentlich(self) -> bool:
        """Whether everybody may read it: unless it says no."""
        return self.oeffentlich is not False

    @property
    def ausgabetitel(self) -> str:
        """Kind and number."""
        art = self.art.titel if self.art else "Sitzungsvorlage"
        return f"{art} {(self.drucksache or '').strip()}".strip()

    def ergaenze(self, source: Source, umfeld: Umfeld) -> Ergaenzt:
        """Leave the names of staff out of what was drawn from elsewhere."""
        from kmut_cli.documents.vorlage.ohne_personal import ohne_personal  # only this kind needs it

        return ohne_personal(self, source, umfeld)


DOKUMENT: Any = Sitzungsvorlage
