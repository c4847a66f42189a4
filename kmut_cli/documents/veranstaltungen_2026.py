"""The log of appointments and events, kept through the year: ``veranstaltungen.yaml``.

No official outline stands behind it; it is the diary from which a report takes its measures (2.7) and networks (2.8).
Past or coming follows from the date and is not written down.
"""

from __future__ import annotations

from pydantic import Field

from kmut_cli.documents.antworten import Anzahl, Text
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.frage import Ueberschrift, frage, teil
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.uhrzeit import Uhrzeit
from kmut_cli.documents.veranstaltungsart import Rolle, Veranstaltungsart
from kmut_cli.documents.zeitraum import Zeitraum

AUSGABE = "2026"


class Veranstaltung(Teile):
    """One entry of the log."""

    datum: Zeitraum | None = teil("Datum", pflicht=True, bedeutung="Ein Tag oder ein Zeitraum, z. B. 27./28.04.2015.")
    uhrzeit: Uhrzeit | None = teil("Uhrzeit", zu="datum", bedeutung="z. B. 10:00 oder 10:00–16:00.")
    ort: Text | None = teil("Ort")
    titel: Text | None = teil("Titel", pflicht=True, bedeutung="Was stattfindet, in wenigen Worten.")
    art: Veranstaltungsart | None = teil("Art", bedeutung="Art der Veranstaltung.")
    partner: list[Text] | None = teil("Partner", personenbezogen=True, bedeutung="Wer sonst daran beteiligt ist.")
    zielgruppen: list[Text] | None = teil("Zielgruppen", zu="titel", bedeutung="An wen sie sich richtet.")
    teilnehmende: Anzahl | None = teil("Teilnehmende", bedeutung="Anzahl, nur Ziffern: 120 statt „ca. 120“.")
    rolle: Rolle | None = teil("Rolle", zu="art", bedeutung="Rolle der Koordinierungsstelle.")
    netzwerk: Text | None = teil("Netzwerk", zu="titel", bedeutung="Netzwerk, zu dem das Treffen gehört.")
    notiz: Text | None = teil(
        "Notiz", zu="titel", personenbezogen=True, bedeutung="Für Sie selbst; in Berichte geht sie nicht ein."
    )


class Veranstaltungen(
    Dokument,
    titel="Termine und Veranstaltungen der Koordinierungsstelle für Migration und Teilhabe",
    kurztitel="Veranstaltungen",
    amtlich=False,
    staendig=True,
):
    """The log."""

    gliederung: Text = Field(
        default=AUSGABE, description="Darf hier fehlen: Das Verzeichnis hat keine amtliche Gliederung."
    )
    eintraege: list[Veranstaltung] | None = frage(
        "Termine und Veranstaltungen",
        pflicht=False,
        abschnitt=Ueberschrift("Termine und Veranstaltungen"),
        beispiel=(
            "- datum: 27./28.04.2026\n"
            "  uhrzeit: 10:00–16:00\n"
            "  ort: Kreishaus\n"
            "  titel: Werkstatt zum Handlungskonzept\n"
            "  art: veranstaltung\n"
            "  partner: [Volkshochschule, Jobcenter]\n"
            "  teilnehmende: 45\n"
            "  rolle: veranstaltet\n"
            "- datum: 2026-06-03\n"
            "  titel: Treffen des Regionalverbunds\n"
            "  netzwerk: KMN"
        ),
    )


DOKUMENT = Veranstaltungen
