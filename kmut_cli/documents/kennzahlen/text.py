"""Figures as a German reader expects them in tables, charts and on the terminal: numbers, signs, changes, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from kmut_cli.documents.datum import Datum
from kmut_cli.documents.kennzahlen.auswertung import PROZENT, Auswertung, Punkt, Reihe, Veraenderung
from kmut_cli.documents.kennzahlen.kennzahl import Indikator, Messwert
from kmut_cli.documents.kennzahlen.messwert import STELLEN, Angabe, Merkmale, Messzeit, Zeichen
from kmut_cli.documents.kennzahlen.rechnung import alle_teile

_GENAU = Context(prec=60)  # of two numbers of the longest kind the product has thirty digits
GESCHUETZT = "\u00a0"
MINUS = "−"
INSGESAMT = "Insgesamt"
NICHT_ERFASST = f"k.{GESCHUETZT}A."
BERECHNET, REVIDIERT = "b", "r"
MARKEN = {
    BERECHNET: "berechnet aus anderen Kennzahlen, nicht veröffentlicht",
    REVIDIERT: "berichtigt: Die Statistik hat den früheren Wert geändert",
    NICHT_ERFASST: "hier nicht erfasst",
}
"""What stands beside or in place of a number, with its meaning."""
LIZENZ = "dl-de/by-2-0"
LIZENZTEXT = "Datenlizenz Deutschland – Namensnennung – Version 2.0 (https://www.govdata.de/dl-de/by-2-0)"
_REGIONALSTATISTIK = re.compile(r"[0-9]{5}-[0-9]{2}-[0-9]{2}-[0-9](-B)?")
_STELLEN_BERECHNET = 1
_SPANNE = 2
"""By how many decimals typed values may differ to be printed with the same."""
VERGLEICH = "verglichen wird gleiches mit gleichem, ein Jahr mit einem Jahr und ein Stichtag mit demselben Tag eines früheren Jahres"
"""What is said where a change is not that to the line above."""
_EGAL = Messzeit(Datum(2000), Datum(2000))


def zahl_text(wert: Decimal, stellen: int | None = None, *, plus: bool = False) -> str:
    """Write a number: decimal comma, from five digits on a no-break space every three, a real minus sign.

    Args:
        wert: The number.
        stellen: Decimals to print, rounded half up; None for those it has.
        plus: Whether a positive number gets its sign.
    """
    if stellen is not None:
        wert = gerundet(wert, stellen)
    ganz, _, rest = f"{wert.copy_abs():,f}".partition(".")
    ganz = ganz.replace(",", GESCHUETZT if len(ganz) > len("1,000") else "")
    vorn = MINUS if wert < 0 else "+" if plus and wert > 0 else ""
    return f"{vorn}{ganz},{rest}" if rest else f"{vorn}{ganz}"


def gerundet(wert: Decimal, stellen: int) -> Decimal:
    """Round half up, as offices do."""
    return wert.quantize(Decimal(1).scaleb(-stellen), ROUND_HALF_UP, _GENAU)


def nachkommastellen(reihen: Iterable[Reihe]) -> int | None:
    """Give the decimals that the values of one table have: the most that were entered, one where a share was computed.

    Returns:
        None if each value is better printed with its own, because they differ too much.
    """
    punkte = [punkt for reihe in reihen for punkt in reihe.punkte if punkt.wert is not None]
    eingetragen = [_stellen(punkt.wert) for punkt in punkte if punkt.wert is not None and not punkt.berechnet]
    if eingetragen:
        return max(eingetragen) if max(eingetragen) - min(eingetragen) <= _SPANNE else None
    zahlen = [punkt.wert for punkt in punkte if punkt.wert is not None]
    stellen = min(max((_stellen(zahl) for zahl in zahlen), default=0), _STELLEN_BERECHNET)
    return None if any(zahl and not gerundet(zahl, stellen) for zahl in zahlen) else stellen


def gedruckt(punkt: Punkt, stellen: int | None) -> Decimal | None:
    """Give the number of a value as it is printed.

    Args:
        punkt: The value.
        stellen: Its decimals; None for those that were typed, or for a computed one those that say something.
    """
    if punkt.wert is None or (stellen is None and not punkt.berechnet):
        return punkt.wert
    return gerundet(punkt.wert, stellen if stellen is not None else _stellen_berechnet(punkt.wert))


def punkt_text(punkt: Punkt | None, stellen: int | None = None, einheit: str = "") -> str:
    """Write a value: its number or sign, with the marks for what was computed or revised.

    The marks stand before the number, so that in a column flush right digit stands below digit.

    Args:
        punkt: The value; None where there is none.
        stellen: Decimals to print; None for those of its own.
        einheit: Unit to print behind the number; empty for none.
    """
    if punkt is None:
        return NICHT_ERFASST
    if punkt.wert is None:
        return punkt.zeichen.symbol if punkt.zeichen is not None else NICHT_ERFASST
    text = zahl_text(gedruckt(punkt, stellen) or Decimal(0))
    if punkt.zeichen is Zeichen.eingeschraenkt:
        text = f"({text})"
    return GESCHUETZT.join(filter(None, (*marken(punkt), text, einheit)))


def angabe_text(angabe: Angabe) -> str:
    """Write what a table held once: a number, perhaps in brackets, or a sign."""
    return punkt_text(Punkt(zeit=_EGAL, wert=angabe.wert, zeichen=angabe.zeichen))


def marken(punkt: Punkt) -> tuple[str, ...]:
    """Give the marks of a value: computed, revised."""
    revidiert = punkt.messwert is not None and punkt.messwert.revidiert is not None
    return (*((BERECHNET,) if punkt.berechnet and punkt.wert is not None else ()), *((REVIDIERT,) if revidiert else ()))


def veraenderung_texte(veraenderung: Veraenderung | None, stellen: int | None) -> tuple[str, str]:
    """Write a change: the difference, and the same in per cent; empty where there is none.

    Args:
        veraenderung: The change.
        stellen: Decimals of the values; None for those of their own.
    """
    if veraenderung is None:
        return "", ""
    prozent = veraenderung.prozent
    anteil = "" if prozent is None else f"{zahl_text(prozent, 1, plus=True)}{GESCHUETZT}%"
    if stellen is None:
        eigene = _stellen(veraenderung.absolut)
        stellen = eigene if eigene <= STELLEN else _stellen_berechnet(veraenderung.absolut)
    return zahl_text(veraenderung.absolut, stellen, plus=True), anteil


def einheit_der_veraenderung(einheit: str) -> str:
    """Name the unit of a difference: of shares it is the percentage point."""
    return "Prozentpunkte" if einheit == PROZENT else einheit


def merkmale_text(merkmale: Merkmale) -> str:
    """Name a part of a breakdown: „weiblich, unter 18“."""
    return ", ".join(wert for _name, wert in merkmale.paare) or INSGESAMT


def quelle_text(messwert: Messwert) -> str:
    """Write where a value comes from: source, table, day of retrieval, licence; empty if it does not say.

    Tables of the Regionaldatenbank Deutschland, known by the form of their numbers, have a licence that asks to be named.
    """
    teile = [(messwert.quelle or "").strip()]
    tabelle = (messwert.tabelle or "").strip()
    teile += [f"Tabelle {tabelle}"] if tabelle else []
    teile += [f"Abruf {messwert.abruf}"] if messwert.abruf is not None else []
    teile += [LIZENZ] if hat_lizenz(messwert) else []
    return ", ".join(teil for teil in teile if teil)


def hat_lizenz(messwert: Messwert) -> bool:
    """Whether the value stands under the licence of the Regionaldatenbank."""
    return _REGIONALSTATISTIK.fullmatch((messwert.tabelle or "").strip()) is not None


def quellen(reihen: Iterable[Reihe]) -> tuple[str, ...]:
    """Give the sources of series, each once."""
    alle = (quelle_text(punkt.messwert) for reihe in reihen for punkt in reihe.punkte if punkt.messwert is not None)
    return tuple(dict.fromkeys(text for text in alle if text))


def herkunft(ganze: Auswertung, indikator: Indikator) -> tuple[str, ...]:
    """Give the sources of an indicator, of a computed one also those of its parts."""
    nummer = indikator.nummer or ""
    formel = ganze.formeln.get(nummer)
    eigene = quellen(ganze.reihen.get(nummer, ()))
    if formel is None or not any(punkt.berechnet for reihe in ganze.reihen.get(nummer, ()) for punkt in reihe.punkte):
        return eigene
    # Its own parts in the order of the formula, then what these are computed of.
    noetig = dict.fromkeys((*formel.teile, *sorted(alle_teile(nummer, ganze.formeln))))
    teile = (text for nr in noetig for text in quellen(ganze.reihen.get(nr, ())))
    return tuple(dict.fromkeys((*eigene, *teile)))


def zeichen_in(reihen: Iterable[Reihe]) -> tuple[Zeichen, ...]:
    """Give the signs that occur in series, in the order in which they are explained."""
    da = {punkt.zeichen for reihe in reihen for punkt in reihe.punkte}
    return tuple(zeichen for zeichen in Zeichen if zeichen in da)


def gemeinsame_einheit(reihen: Sequence[Reihe]) -> str:
    """Give the unit of series if all have the same, else an empty text."""
    einheiten = {reihe.einheit for reihe in reihen}
    return einheiten.pop() if len(einheiten) == 1 else ""


def _stellen(wert: Decimal) -> int:
    exponent = wert.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _stellen_berechnet(wert: Decimal) -> int:
    """Give the decimals for a computed number: one, of a number close to zero as many as show its first two digits."""
    if not wert or gerundet(wert, _STELLEN_BERECHNET):
        return min(_stellen(wert), _STELLEN_BERECHNET)
    return min(_stellen(wert), 1 - wert.adjusted(), STELLEN)
