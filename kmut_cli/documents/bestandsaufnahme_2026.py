"""The Bestandsaufnahme itself: ``bestandsaufnahme.yaml``, from which section 2.1 of the report is summarised.

No official outline stands behind it. It holds who was asked and who answered, which offers there are and where figures
come from, by the areas of both official outlines.
"""

from __future__ import annotations

from typing import TypeVar

from pydantic import Field

from kmut_cli.documents.antworten import Antwort, Anzahl, Entfaellt, Kurzantwort, OptionOderSonstiges, Sonstiges, Text
from kmut_cli.documents.bestand.bereiche import Bereich, belegt
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.eins_oder_liste import EinsOderListe
from kmut_cli.documents.frage import Ueberschrift, frage, teil
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.option import Option

T = TypeVar("T", bound=Teile)
AUSGABE = "2026"


class Sprachniveau(Option):
    """Level at which an offer works, after the Common European Framework of Reference for Languages."""

    alphabetisierung = "Alphabetisierung"
    a1 = "A1"
    a2 = "A2"
    b1 = "B1"
    b2 = "B2"
    c1 = "C1"
    c2 = "C2"


class Befragte(Teile):
    """Somebody who was asked."""

    stelle: Text | None = teil(
        "Stelle", pflicht=True, bedeutung="Wer befragt wurde, z. B. eine Gemeinde oder ein Träger."
    )
    anzahl: Anzahl | None = teil(
        "Anzahl", zu="stelle", bedeutung="Wie viele es sind, wenn mehrere zusammen genannt sind."
    )
    angefragt: Datum | None = teil("Angefragt", pflicht=True, bedeutung="Wann gefragt wurde.")
    weg: Text | None = teil("Weg", bedeutung="z. B. Fragebogen, Gespräch.")
    frist: Datum | None = teil("Antwort bis", bedeutung="Bis wann um Antwort gebeten war.")
    geantwortet: Antwort[Datum] = teil(
        "Geantwortet", bedeutung='Wann die Antwort kam; kam keine, der Grund: {entfaellt: "…"}.'
    )
    anmerkung: Text | None = teil("Anmerkung")


class Angebot(Teile):
    """An offer that serves integration."""

    angebot: Text | None = teil("Angebot", pflicht=True)
    anbieter: Text | None = teil("Anbieter", pflicht=True)
    ort: Text | None = teil("Ort", zu="anbieter")
    kontakt: Text | None = teil(
        "Kontakt", zu="anbieter", personenbezogen=True, bedeutung="Ansprechperson, Telefon oder E-Mail."
    )
    zielgruppe: Text | None = teil("Zielgruppe", bedeutung="An wen es sich richtet.")
    bereiche: EinsOderListe[OptionOderSonstiges[Bereich]] | None = teil("Bereiche", pflicht=True)
    thema: Text | None = teil("Thema", zu="angebot", bedeutung="Worum es geht, wenn der Name es nicht sagt.")
    sprachniveau: EinsOderListe[Sprachniveau] | None = teil(
        "Sprachniveau", zu="angebot", bedeutung="Niveau nach dem Europäischen Referenzrahmen, z. B. b1 oder [a2, b1]."
    )
    stand: Datum | None = teil("Stand", bedeutung="Wann das zuletzt geprüft wurde.")


class Datenquelle(Teile):
    """Somewhere that figures come from."""

    name: Text | None = teil("Datenquelle", pflicht=True)
    stelle: Text | None = teil("Stelle", pflicht=True, bedeutung="Wer die Daten führt.")
    bereiche: EinsOderListe[OptionOderSonstiges[Bereich]] | None = teil("Bereiche", pflicht=True)
    stand: Datum | None = teil("Stand", bedeutung="Stichtag oder Jahr der Daten.")
    zugang: Text | None = teil("Zugang", zu="stelle", bedeutung="Wie man an die Daten kommt.")
    anmerkung: Text | None = teil("Anmerkung", zu="name")


class Bereichsanmerkung(Teile):
    """What is to be said about an area as a whole, such as why nothing is known about it."""

    bereich: Bereich | None = teil("Bereich", pflicht=True)
    anmerkung: Text | None = teil("Anmerkung", pflicht=True)


class Bestandsaufnahme(
    Dokument,
    titel="Bestandsaufnahme der Angebote und Daten zu Migration und Teilhabe",
    kurztitel="Bestandsaufnahme",
    amtlich=False,
    staendig=True,
):
    """The inventory."""

    gliederung: Text = Field(
        default=AUSGABE, description="Darf hier fehlen: Die Bestandsaufnahme hat keine amtliche Gliederung."
    )
    vorgenommen: Kurzantwort[Datum] = frage(
        "Wann wurde zuletzt umfassend erhoben?",
        abschnitt=Ueberschrift("Umfassende Bestandsaufnahme"),
        beispiel="2023-05",
    )
    fortgeschrieben: Kurzantwort[Datum] = frage(
        "Wann wurde sie zuletzt fortgeschrieben?", abschnitt=Ueberschrift("Fortschreibung"), beispiel="2026-09"
    )
    befragung: Antwort[list[Befragte]] = frage(
        "Wer wurde befragt, und wer hat wann geantwortet?",
        abschnitt=Ueberschrift("Befragung"),
        beispiel=(
            "- stelle: Gemeinde Altenmoor\n"
            "  angefragt: 2026-05-04\n"
            "  weg: Fragebogen\n"
            "  frist: 2026-06-15\n"
            "  geantwortet: 2026-06-02\n"
            "- stelle: Sportverein Brakum\n"
            "  angefragt: 2026-05-04\n"
            "  geantwortet: {entfaellt: Der Vorstand war nicht zu erreichen.}"
        ),
    )
    angebote: Antwort[list[Angebot]] = frage(
        "Welche Angebote gibt es?",
        abschnitt=Ueberschrift("Angebote"),
        beispiel=(
            "- angebot: Abendkurs Deutsch\n"
            "  anbieter: Volkshochschule\n"
            "  ort: Brakum\n"
            "  zielgruppe: Berufstätige\n"
            "  bereiche: [bildung_und_qualifikation, arbeitsmarkt]\n"
            "  sprachniveau: [a2, b1]\n"
            "  kontakt: Erika Beispiel, Telefon 0123 456\n"
            "  stand: 2026-06\n"
            "- angebot: Nähwerkstatt\n"
            "  anbieter: Kirchengemeinde\n"
            "  bereiche: [soziales, {sonstiges: Freizeit}]"
        ),
    )
    datenquellen: Antwort[list[Datenquelle]] = frage(
        "Woher stammen die Daten?",
        abschnitt=Ueberschrift("Datenquellen"),
        beispiel=(
            "- name: Beschäftigte nach Staatsangehörigkeit\n"
            "  stelle: Bundesagentur für Arbeit\n"
            "  bereiche: [erwerbstaetigkeit]\n"
            "  stand: 2026-03\n"
            "- name: Melderegister\n"
            "  stelle: Gemeinden\n"
            "  bereiche: [bevoelkerung]\n"
            "  zugang: Auszug zum Jahresende"
        ),
    )
    bereiche: list[Bereichsanmerkung] | None = frage(
        "Was ist zu einzelnen Bereichen anzumerken?",
        pflicht=False,
        abschnitt=Ueberschrift("Anmerkungen zu Bereichen"),
        beispiel="- bereich: soziales\n  anmerkung: Angaben liegen nur für die drei größten Orte vor.",
    )

    @property
    def alle_angebote(self) -> list[Angebot]:
        """The offers; none if the question does not apply."""
        return _liste(self.angebote)

    @property
    def alle_datenquellen(self) -> list[Datenquelle]:
        """The sources; none if the question does not apply."""
        return _liste(self.datenquellen)

    @property
    def zaehlung(self) -> tuple[tuple[int, str], ...]:
        """Offers, sources, and who was asked; what there is none of is left out."""
        befragte = sum(1 if eins.anzahl is None else eins.anzahl for eins in _liste(self.befragung))
        alle = (
            (len(self.alle_angebote), "Angebot", "Angebote"),
            (len(self.alle_datenquellen), "Datenquelle", "Datenquellen"),
            (befragte, "befragte Stelle", "befragte Stellen"),
        )
        return tuple((zahl, eine if zahl == 1 else mehrere) for zahl, eine, mehrere in alle if zahl)

    @property
    def belegte_bereiche(self) -> frozenset[str]:
        """Keys of all areas about which offers or sources are named, in the words of both outlines; empty if none is."""
        eintraege: list[Angebot | Datenquelle] = [*self.alle_angebote, *self.alle_datenquellen]
        bereiche = (bereich for eins in eintraege for bereich in eins.bereiche or [])
        return belegt({bereich.name for bereich in bereiche if isinstance(bereich, Option)})

    @property
    def anmerkungen(self) -> dict[str, str]:
        """What is said about an area as a whole, by its key."""
        beide = ((eins.bereich, eins.anmerkung) for eins in self.bereiche or [])
        return {bereich.name: anmerkung for bereich, anmerkung in beide if bereich is not None and anmerkung}

    @property
    def weitere_daten(self) -> list[str]:
        """The sources of data beyond the official areas, one line each: what, whose, as of when."""
        return [zeile for quelle in self.alle_datenquellen if (zeile := _weitere_zeile(quelle))]


def _liste(antwort: list[T] | Entfaellt | None) -> list[T]:
    """Give the entries of an answer that may also be declared not applicable."""
    return antwort if isinstance(antwort, list) else []


def _weitere_zeile(quelle: Datenquelle) -> str:
    eigene = [eins.sonstiges.strip() for eins in quelle.bereiche or [] if isinstance(eins, Sonstiges)]
    if not eigene or not quelle.name:
        return ""
    herkunft = ", ".join(filter(None, [(quelle.stelle or "").strip(), f"Stand {quelle.stand}" if quelle.stand else ""]))
    return f"{', '.join(eigene)}: {quelle.name.strip()}{f' ({herkunft})' if herkunft else ''}"


DOKUMENT = Bestandsaufnahme
