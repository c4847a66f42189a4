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
_NICHTS = {Gruppe.NICHT_ERWAEHNT: "Nichts: Alles, was angekündigt war, kommt im Bericht vor."}


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
        if punkte or gruppe in _NICHTS:
            yield Titel(2, f"{titel} ({len(punkte)})")
            yield from _nach_fragen(punkte, gruppe is Gruppe.NICHT_ERWAEHNT)
            if not punkte:
                yield Absatz(_NICHTS[gruppe])
    if vergleich.nur_im_bericht:
        nummern = ", ".join(dict.fromkeys(ort.nummer for ort in vergleich.nur_im_bericht))
        yield Absatz(
            f"Der Bericht beantwortet {len(vergleich.nur_im_bericht)} weitere Fragen, zu denen der Antrag nichts fragt"
            f" (Abschnitte {nummern})."
        )


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


def _orte(orte: Sequence[Fundstelle]) -> str:
    return ", ".join(dict.fromkeys(f"{ort.nummer}" for ort in orte))
