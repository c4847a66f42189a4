"""The Handlungskonzept that an office keeps: ``handlungskonzept.yaml``, fields of action → challenges → goals → measures.

No official outline stands behind it; the order is that of such plans, and section 2.2 of the activity report asks about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from kmut_cli.documents.antworten import Antwort, JaNein, Kurzantwort, Text
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.eins_oder_liste import EinsOderListe, als_liste
from kmut_cli.documents.frage import Ueberschrift, frage, teil
from kmut_cli.documents.konzept.leitfelder import alle_felder
from kmut_cli.documents.konzept.teile import Beschluss, Stand
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.option import Option
from kmut_cli.documents.zeitraum import Zeitraum

AUSGABE = "2026"

if TYPE_CHECKING:

    class Leitfeld(Option):
        """A field of action of the official outlines."""
else:
    Leitfeld = Option("Leitfeld", alle_felder(), module=__name__)


class Form(Option):
    """How the measures are shown when the concept is given out."""

    tabelle = "Tabelle mit Herausforderungen, Zielen, Zuständigkeiten und Maßnahmen"
    text = "dasselbe als fortlaufender Text"
    zeitplan = "Bild der Maßnahmen über die Jahre"


class Erreicht(Option):
    """Whether a goal is reached."""

    nein = "nicht erreicht"
    teilweise = "teilweise erreicht"
    ja = "erreicht"


class Massnahme(Teile):
    """A measure that serves a goal."""

    massnahme: Text | None = teil("Maßnahme", pflicht=True)
    zustaendig: Antwort[EinsOderListe[Text]] = teil(
        "Zuständigkeit", bedeutung="Eine Stelle, oder mehrere: [FD 5, VHS]."
    )
    beginn: Antwort[EinsOderListe[Datum]] = teil(
        "Beginn", bedeutung="Jahr oder Datum, mehrere in Klammern: 2026, 2026-03 oder [2026, 2028]."
    )
    ende: Antwort[Datum] = teil("Ende", bedeutung="Bis wann, so genau wie bekannt; bei Daueraufgaben nichts.")
    stand: Stand | None = teil("Stand")
    indikatoren: EinsOderListe[Text] | None = teil(
        "Indikatoren", bedeutung='Nummern aus monitoring.yaml, z. B. ["5.1"].'
    )
    anmerkung: Text | None = teil("Anmerkung")

    @property
    def beginne(self) -> list[Datum]:
        """When it begins or is taken up again, in the order of the file."""
        return als_liste(self.beginn)

    @property
    def stellen(self) -> list[str]:
        """The bodies that are responsible."""
        return [stelle.strip() for stelle in als_liste(self.zustaendig) if stelle.strip()]

    @property
    def aufgegeben(self) -> bool:
        """Whether it will not be carried out."""
        return self.stand is Stand.aufgegeben


class Ziel(Teile):
    """A goal with its measures."""

    kuerzel: Text | None = teil("Nr.", bedeutung="Kurzes Kennzeichen, z. B. Z1; der Bericht nennt das Ziel damit.")
    ziel: Text | None = teil("Ziel", pflicht=True)
    wichtig: JaNein | None = teil("Besonders wichtig", bedeutung="ja bei den Zielen, die besonders wichtig sind.")
    erreicht: Erreicht | None = teil("Erreicht")
    indikatoren: EinsOderListe[Text] | None = teil(
        "Indikatoren", bedeutung='Nummern aus monitoring.yaml, z. B. ["5.3"].'
    )
    massnahmen: Antwort[list[Massnahme]] = teil("Maßnahmen")


class Herausforderung(Teile):
    """A challenge with the goals that meet it."""

    herausforderung: Text | None = teil("Herausforderung", bedeutung="Was zu bewältigen ist, in wenigen Worten.")
    ziele: Antwort[list[Ziel]] = teil("Ziele")


class Handlungsfeld(Teile):
    """A field of action."""

    handlungsfeld: Text | None = teil("Handlungsfeld", pflicht=True)
    entspricht: EinsOderListe[Leitfeld] | None = teil(
        "Entspricht", bedeutung="Handlungsfelder der amtlichen Gliederungen, um die es hier geht."
    )
    herausforderungen: Antwort[list[Herausforderung]] = teil("Herausforderungen")

    @property
    def ziele(self) -> list[Ziel]:
        """Its goals, in order."""
        return [ziel for eine in als_liste(self.herausforderungen) for ziel in als_liste(eine.ziele)]

    @property
    def massnahmen(self) -> list[Massnahme]:
        """Its measures, in order."""
        return [eine for ziel in self.ziele for eine in als_liste(ziel.massnahmen)]


class Handlungskonzept(
    Dokument,
    titel="Lokales Handlungskonzept",
    kurztitel="Handlungskonzept",
    amtlich=False,
    staendig=True,
):
    """The concept."""

    gliederung: Text = Field(
        default=AUSGABE, description="Darf hier fehlen: Das Handlungskonzept hat keine amtliche Gliederung."
    )
    ueberschrift: Text | None = frage(
        "Wie heißt das Konzept?",
        pflicht=False,
        abschnitt=Ueberschrift("Überschrift"),
        beispiel="Migration und Teilhabe im Landkreis Musterland",
    )
    stand: Datum | None = frage(
        "Von wann sind die Angaben zum Stand der Maßnahmen?",
        pflicht=False,
        abschnitt=Ueberschrift("Stand der Angaben"),
        beispiel="2026-03-01",
    )
    zeitraum: Zeitraum | None = frage(
        "Für welche Jahre gilt das Konzept?",
        pflicht=False,
        abschnitt=Ueberschrift("Zeitraum"),
        beispiel="2026–2028",
    )
    erstellt: Kurzantwort[Datum] = frage(
        "Wann wurde das Konzept erstellt?", abschnitt=Ueberschrift("Erstellung"), beispiel="2019"
    )
    fortgeschrieben: Kurzantwort[Datum] = frage(
        "Wann wurde es zuletzt fortgeschrieben?",
        pflicht=False,
        abschnitt=Ueberschrift("Fortschreibung"),
        beispiel="2025-10",
    )
    beschluss: Antwort[Beschluss] = frage(
        "Wer hat es wann beschlossen, und ist es verbindlich?",
        abschnitt=Ueberschrift("Beschluss"),
        beispiel="verabschiedet: ja\ngremium: Kreistag\ndatum: 15.12.2025\nverbindlich: ja",
    )
    leitgrundsaetze: Antwort[Text] = frage(
        "Welche Leitgrundsätze gelten für Migration und Teilhabe?",
        abschnitt=Ueberschrift("Leitgrundsätze"),
        beispiel=(
            "|\n"
            "- Wer hier lebt, gehört dazu.\n"
            "- Angebote richten sich nach dem Bedarf und nicht nach dem Aufenthaltsstatus."
        ),
    )
    darstellung: EinsOderListe[Form] | None = frage(
        "Wie sollen die Maßnahmen ausgegeben werden?",
        hinweis="Ohne Angabe in allen drei Formen.",
        pflicht=False,
        abschnitt=Ueberschrift("Darstellung"),
        beispiel="- tabelle\n- zeitplan",
    )
    handlungsfelder: Antwort[list[Handlungsfeld]] = frage(
        "Welche Handlungsfelder, Herausforderungen, Ziele und Maßnahmen enthält das Konzept?",
        abschnitt=Ueberschrift("Handlungsfelder"),
        beispiel=(
            "- handlungsfeld: Ankommen und Orientierung\n"
            "  entspricht: [partizipation]\n"
            "  herausforderungen:\n"
            "    - herausforderung: Die ersten Wochen erleichtern\n"
            "      ziele:\n"
            "        - kuerzel: Z1\n"
            "          ziel: Neu Zugezogene finden binnen acht Wochen einen Sprachkurs.\n"
            "          wichtig: ja\n"
            "          massnahmen:\n"
            "            - massnahme: Kurse gemeinsam mit der Volkshochschule planen\n"
            "              zustaendig: [Koordinierungsstelle, Volkshochschule]\n"
            "              beginn: 2026-03\n"
            "              stand: begonnen\n"
            "            - massnahme: Kursfinder im Internet\n"
            '              zustaendig: {entfaellt: "wird mit dem Haushalt 2027 bestimmt"}\n'
            "              beginn: 2027\n"
            "              stand: geplant\n"
            "- handlungsfeld: Zusammenleben und Öffnung\n"
            '  herausforderungen: {entfaellt: "werden 2027 mit dem Beirat beraten"}\n'
            "  entspricht:\n" + "\n".join(f"    - {name}" for name in alle_felder() if name != "partizipation")
        ),
    )

    @property
    def felder(self) -> list[Handlungsfeld]:
        """Its fields of action, in order."""
        return als_liste(self.handlungsfelder)

    @property
    def ziele(self) -> list[Ziel]:
        """All goals, in order."""
        return [ziel for feld in self.felder for ziel in feld.ziele]

    @property
    def massnahmen(self) -> list[Massnahme]:
        """All measures, in order."""
        return [eine for feld in self.felder for eine in feld.massnahmen]

    @property
    def zaehlung(self) -> tuple[tuple[int, str], ...]:
        """Fields of action, goals and measures."""
        return (
            _gezaehlt(len(self.felder), "Handlungsfeld", "Handlungsfelder"),
            _gezaehlt(len(self.ziele), "Ziel", "Ziele"),
            _gezaehlt(len(self.massnahmen), "Maßnahme", "Maßnahmen"),
        )

    @property
    def juengste_angabe(self) -> Datum | None:
        """The latest day that the concept says of itself: state, revision, adoption or making; None without any."""
        return max(self._eigene_daten(), key=lambda datum: datum.spaetestens, default=None)

    def _eigene_daten(self) -> Iterator[Datum]:
        beschluss = self.beschluss.datum if isinstance(self.beschluss, Beschluss) else None
        for wert in (self.stand, self.fortgeschrieben, beschluss, self.erstellt):
            datum = getattr(wert, "antwort", wert)
            if isinstance(datum, Datum):
                yield datum


def _gezaehlt(zahl: int, einzahl: str, mehrzahl: str) -> tuple[int, str]:
    return zahl, einzahl if zahl == 1 else mehrzahl


DOKUMENT = Handlungskonzept
