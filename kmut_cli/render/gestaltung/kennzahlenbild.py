"""Charts of indicators, for the monitoring and for reports that take figures from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kmut_cli.documents.kennzahlen.auswertung import Reihe
from kmut_cli.documents.kennzahlen.kennzahl import Indikator
from kmut_cli.documents.kennzahlen.reihen import zum_zeichnen
from kmut_cli.documents.kennzahlen.text import (
    gedruckt,
    gemeinsame_einheit,
    merkmale_text,
    nachkommastellen,
    quellen,
    zeichen_in,
)
from kmut_cli.documents.vorschlag import als_schluessel
from kmut_cli.render.presentation import Bild

if TYPE_CHECKING:
    from kmut_cli.render.bild import reihen as b

AB_LINIE = 3
"""Number of times from which on a course is drawn as a line; fewer are columns."""


def diagramm(
    indikator: Indikator, reihen: Sequence[Reihe], zusatz: str = "", herkunft: Iterable[str] = ()
) -> Bild | None:
    """Draw series of an indicator.

    Args:
        indikator: The indicator.
        reihen: Its series, of one place.
        zusatz: By what they are broken down, for title and name; empty for the total alone.
        herkunft: Sources, if they are not those of the series themselves.

    Returns:
        The picture; None if there is nothing to compare: a single number, or different units.
    """
    reihen = zum_zeichnen(reihen)
    zahlen = [punkt for reihe in reihen for punkt in reihe.punkte if punkt.wert is not None]
    einheiten = {reihe.einheit for reihe in reihen}
    if len(zahlen) < 2 or len(einheiten) > 1:
        return None
    from kmut_cli.render.bild.linien import linien  # drawing is not needed for a table alone
    from kmut_cli.render.bild.reihen import Diagramm
    from kmut_cli.render.bild.saeulen import saeulen

    zeiten = {punkt.zeit for punkt in zahlen}
    titel = (indikator.name or "").strip()
    if zusatz and f"nach {zusatz}" not in titel:  # some names say it themselves
        titel += f" nach {zusatz}"
    name = "-".join(
        teil.replace("_", "-")
        for teil in ("kennzahl", als_schluessel(indikator.nummer or ""), als_schluessel(zusatz))
        if teil
    )
    bild = Diagramm(
        name=name,
        titel=titel,
        einheit=gemeinsame_einheit(reihen),
        reihen=tuple(_reihe(reihe, nachkommastellen(reihen)) for reihe in reihen),
        quelle="; ".join(tuple(herkunft) or quellen(reihen)),
        zeichen=tuple((zeichen.symbol, zeichen.titel) for zeichen in zeichen_in(reihen)),
    )
    return linien(bild) if len(zeiten) >= AB_LINIE else saeulen(bild)


def _reihe(reihe: Reihe, stellen: int | None) -> b.Reihe:
    from kmut_cli.render.bild import reihen as b

    punkte = tuple(
        b.Punkt(
            zeit=punkt.zeit.kurz,
            tag=punkt.zeit.bis.spaetestens,
            wert=gedruckt(punkt, stellen),
            zeichen=punkt.zeichen.symbol if punkt.zeichen is not None else "",
            bruch=punkt.bruch,
        )
        for punkt in reihe.punkte
    )
    return b.Reihe(merkmale_text(reihe.merkmale), punkte, gesamt=not reihe.merkmale.paare)
