"""An application beside its report, laid out for reading: what stands out comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kmut_cli.compare.blatt import Absatz, Blatt, Block, Liste, Titel, Zeile
from kmut_cli.compare.fundstellen import Fundstelle
from kmut_cli.compare.planpunkt import Gruppe, Planpunkt, Planvergleich
from kmut_cli.compare.unterschied import Art, Stueck

TITEL = {
    Gruppe.NICHT_ERWAEHNT: "Angekündigt, im Bericht nicht erwähnt",
    Gruppe.NICHT_ANGEKUENDIGT: "Berichtet, nicht angekündigt",
    Gruppe.OHNE_GEGENSTUECK: "Ohne Gegenstück in der anderen Gliederung",
    Gruppe.BERICHTET: "Angekündigt und berichtet",
}
"""The groups in the order in which they are shown."""
_NICHTS = "Nichts: Alles, was angekündigt war, kommt im Bericht vor."
_PLAN_LEER = "Der Antrag kündigt noch nichts an: Keine seiner Fragen ist beantwortet."


def planblatt(vergleich: Planvergleich, hinweise: Sequence[str]) -> Blatt:
    """Lay a comparison of plan and report out.

    Args:
        vergleich: The comparison.
        hinweise: What else has to be known, German sentences.
    """
    return Blatt("Antrag und Bericht", tuple(_bloecke(vergleich, hinweise)))


def _bloecke(vergleich: Planvergleich, hinweise: Sequence[str]) -> Iterator[Block]:
    for name, seite in (("Antrag", vergleich.plan), ("Bericht", vergleich.bericht)):
        yield Absatz(f"{name}: {seite.name} ({seite.titel}, Gliederung {seite.ausgabe})")
    yield from (Absatz(hinweis, warnung=True) for hinweis in (*hinweise, *vergleich.hinweise))
    for seite in (vergleich.plan, vergleich.bericht):
        if seite.befunde:
            yield Absatz(f"„{seite.name}“ enthält Fehler, zuerst: {seite.erster_befund}", warnung=True)
    for gruppe, titel in TITEL.items():
        punkte = vergleich.gruppe(gruppe)
        if punkte or gruppe is Gruppe.NICHT_ERWAEHNT:
            yield Titel(2, f"{titel} ({len(punkte)})")
            yield from _nach_fragen(punkte, gruppe is Gruppe.NICHT_ERWAEHNT)
            if not punkte:
                yield Absatz(_PLAN_LEER if vergleich.plan_leer else _NICHTS)
    if vergleich.nur_im_bericht:
        yield Absatz(_weitere(vergleich.nur_im_bericht))


def _nach_fragen(punkte: Sequence[Planpunkt], auffaellig: bool) -> Iterator[Block]:
    """Give the points below the question that they answer."""
    for frage in dict.fromkeys(punkt.frage for punkt in punkte):
        eigene = tuple(punkt for punkt in punkte if punkt.frage == frage)
        yield Titel(3, frage)
        yield Liste(tuple(_zeile(punkt, auffaellig) for punkt in eigene))


def _zeile(punkt: Planpunkt, auffaellig: bool) -> Zeile:
    text = f"{punkt.bericht} ({_orte(punkt.fundstellen)})" if punkt.fundstellen else punkt.bericht
    antwort = Zeile(None, "", "Bericht", (Stueck(Art.GLEICH, text),))
    if punkt.was == punkt.frage:
        return replace(antwort, auffaellig=auffaellig)
    return Zeile(None, "", "", (Stueck(Art.GLEICH, punkt.was),), (antwort,), auffaellig)


def _weitere(orte: Sequence[Fundstelle]) -> str:
    """Say how much more the report answers."""
    nummern = list(dict.fromkeys(ort.nummer for ort in orte))
    fragen = f"{len(orte)} weitere Fragen, zu denen" if len(orte) > 1 else "eine weitere Frage, zu der"
    abschnitte = "Abschnitte" if len(nummern) > 1 else "Abschnitt"
    return f"Der Bericht beantwortet {fragen} der Antrag nichts fragt ({abschnitte} {', '.join(nummern)})."


def _orte(orte: Sequence[Fundstelle]) -> str:
    return ", ".join(dict.fromkeys(f"{ort.nummer}" for ort in orte))
