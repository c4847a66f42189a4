"""Tables of indicators: times down, parts of a breakdown or places across."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kmut_cli.documents.kennzahlen.auswertung import PROZENT, Punkt, Reihe
from kmut_cli.documents.kennzahlen.messwert import Messzeit
from kmut_cli.documents.kennzahlen.text import (
    einheit_der_veraenderung,
    merkmale_text,
    nachkommastellen,
    punkt_text,
    veraenderung_texte,
)
from kmut_cli.render.presentation import Tabelle

SPALTEN = 8
"""Columns of values that fit a page; of more, and if there are fewer times, the table is turned."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>~&|])")
# What begins a list or a heading if a blank follows, or nothing.
_ANFANG = re.compile(r"^([0-9]{1,9}(?=[.)](?:\s|$))|(?=[-+#](?:\s|$)))")


def zeitreihe(reihe: Reihe) -> Tabelle:
    """Give the table of one series, with the change to the value before."""
    stellen = nachkommastellen([reihe])
    veraenderungen = [veraenderung_texte(reihe.veraenderung(nr), stellen) for nr in range(len(reihe.punkte))]
    mit_prozent = reihe.einheit != PROZENT
    einheit = f" ({reihe.einheit})" if reihe.einheit else ""
    absolut = einheit_der_veraenderung(reihe.einheit)
    kopf = ["Zeit", f"Wert{einheit}", f"Veränderung ({absolut})" if absolut else "Veränderung"]
    zeilen = []
    for punkt, (differenz, prozent) in zip(reihe.punkte, veraenderungen, strict=True):
        zellen = [_zeit(punkt.zeit, bool(punkt.bruch)), punkt_text(punkt, stellen), differenz]
        zeilen.append((*zellen, *((prozent.removesuffix("\u00a0%"),) if mit_prozent else ())))  # the head says it
    if not any(differenz for differenz, _prozent in veraenderungen):
        return zahlentabelle(kopf[:2], [zeile[:2] for zeile in zeilen])
    return zahlentabelle((*kopf, "Veränderung in\u00a0%") if mit_prozent else kopf, zeilen, (4, 4, 5, 4))


def nebeneinander(reihen: Sequence[Reihe], name: Callable[[Reihe], str] | None = None) -> Tabelle:
    """Give the table of several series.

    Args:
        reihen: Parts of a breakdown, or places; all of one indicator.
        name: Gives the heading of a series; without it the part of the breakdown.
    """
    stellen = nachkommastellen(reihen)
    einheiten = {reihe.einheit for reihe in reihen}
    benannt = [(name or (lambda eine: merkmale_text(eine.merkmale)))(reihe) for reihe in reihen]
    if len(einheiten) > 1:
        benannt = [
            f"{wort} ({reihe.einheit})" if reihe.einheit else wort for wort, reihe in zip(benannt, reihen, strict=True)
        ]
    je_zeit = [{punkt.zeit: punkt for punkt in reihe.punkte} for reihe in reihen]
    zeiten = sorted({zeit for punkte in je_zeit for zeit in punkte}, key=lambda zeit: zeit.folge)
    raender = [_zeit(zeit, any(p.bruch for p in _an(je_zeit, zeit))) for zeit in zeiten]
    if len(reihen) > SPALTEN and len(zeiten) < len(reihen):
        zeilen = [
            (wort, *(punkt_text(punkte.get(zeit), stellen) for zeit in zeiten))
            for wort, punkte in zip(benannt, je_zeit, strict=True)
        ]
        return zahlentabelle(("", *raender), zeilen)
    zeilen = [
        (rand, *(punkt_text(punkte.get(zeit), stellen) for punkte in je_zeit))
        for rand, zeit in zip(raender, zeiten, strict=True)
    ]
    return zahlentabelle(("Zeit", *benannt), zeilen)


def woertlich(text: str) -> str:
    """Write plain text as Markdown: no sign of it means anything else, „-“ alone is no list."""
    return _ANFANG.sub(r"\1\\", _MARKDOWN.sub(r"\\\1", text))


def zahlentabelle(
    kopf: Sequence[str], zeilen: Sequence[Sequence[str]], breiten: tuple[int, ...] = (3, *(2,) * 12)
) -> Tabelle:
    """Give a table of plain texts whose first column says what the numbers behind it are."""
    alle = tuple(tuple(woertlich(zelle) for zelle in zeile) for zeile in zeilen)
    return Tabelle(tuple(kopf), alle, breiten[: len(kopf)], frozenset(range(1, len(kopf))))


def _zeit(zeit: Messzeit, bruch: bool) -> str:
    return f"{zeit} (Bruch)" if bruch else str(zeit)


def _an(je_zeit: Sequence[dict[Messzeit, Punkt]], zeit: Messzeit) -> Iterator[Punkt]:
    return (punkte[zeit] for punkte in je_zeit if zeit in punkte)
