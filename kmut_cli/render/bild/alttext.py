"""What pictures show, in words: for people who cannot see them, and for where only text can stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from kmut_cli.render.bild.auswahl import Sicht
from kmut_cli.render.bild.marken import WORTE
from kmut_cli.render.bild.plan import Zeile, Zustand
from kmut_cli.render.bild.reihen import Diagramm, Punkt
from kmut_cli.render.bild.satz import sauber
from kmut_cli.render.bild.wertachse import wertzahl

_LUECKEN = 6


def zeitplantext(titel: str, zeilen: Sequence[Zeile], felder: Iterable[str], jahre: tuple[int, int]) -> str:
    """Describe a page of a timeline: how many measures of which fields, when they begin, how they stand.

    Args:
        titel: Title of the picture.
        zeilen: The measures on it.
        felder: Names of the fields on it.
        jahre: First and last year of the axis.
    """
    namen = "; ".join(name for feld in felder if (name := sauber(feld)))
    von, bis = jahre
    saetze = [
        f"{sauber(titel) or 'Zeitplan'}: {_massnahmen(len(zeilen))}"
        + (f" ({namen})" if namen else "")
        + (f", {von} bis {bis}" if von != bis else f", {von}" if von else "")
        + "."
    ]
    beginn = Counter(min(datum.jahr for datum in zeile.beginn) for zeile in zeilen if zeile.beginn)
    teile = [f"{jahr}: {zahl}" for jahr, zahl in sorted(beginn.items())]
    if offen := sum(not zeile.beginn for zeile in zeilen):
        teile.append(f"ohne Jahr: {offen}")
    saetze.append(f"Beginn {', '.join(teile)}.")
    staende = Counter(zeile.zustand for zeile in zeilen)
    if set(staende) != {Zustand.OHNE_ANGABE}:
        saetze.append(
            "Stand: " + ", ".join(f"{staende[eins]} {WORTE[eins]}" for eins in Zustand if staende[eins]) + "."
        )
    return sauber(" ".join(saetze))


def _massnahmen(zahl: int) -> str:
    return "eine Maßnahme" if zahl == 1 else f"{zahl} Maßnahmen"


def diagrammtext(art: str, diagramm: Diagramm, sicht: Sicht) -> str:
    """Describe a chart: what it shows, where each series begins and ends, breaks, and signs in place of values.

    Args:
        art: Kind of chart, such as „Liniendiagramm“.
        diagramm: The chart.
        sicht: What of it is drawn.
    """
    erste, letzte = sicht.zeiten[0][1], sicht.zeiten[-1][1]
    zeit = f", {erste} bis {letzte}" if erste != letzte else f", {erste}"
    einheit = f" ({sauber(diagramm.einheit)})" if sauber(diagramm.einheit) else ""
    saetze = [f"{art} „{sauber(diagramm.titel)}“{einheit}{zeit}."]
    saetze.extend(
        _verlauf(reihe.name, punkte, sicht, diagramm.einheit, allein=len(sicht.reihen) == 1)
        for reihe, punkte in sicht.reihen
    )
    saetze.extend(f"Bruch ab {sicht.zeiten[bruch.ab][1]}: {sauber('; '.join(bruch.texte))}." for bruch in sicht.brueche)
    luecken = [
        f"{sicht.zeiten[stelle][1]} ({punkt.zeichen})"
        if len(sicht.reihen) == 1
        else f"{sauber(reihe.name)} {sicht.zeiten[stelle][1]} ({punkt.zeichen})"
        for reihe, punkte in sicht.reihen
        for stelle, punkt in sorted(punkte.items())
        if punkt.wert is None and punkt.zeichen
    ]
    if luecken:
        saetze.append(
            f"Zeichen statt Zahl: {', '.join(luecken[:_LUECKEN])}{' und weitere' * (len(luecken) > _LUECKEN)}."
        )
    return sauber(" ".join((*filter(None, saetze), *sicht.hinweise)))


def _verlauf(name: str, punkte: Mapping[int, Punkt], sicht: Sicht, einheit: str, *, allein: bool) -> str:
    """Describe a series: its first and last value, and the highest if that is neither."""
    werte = [(stelle, wert) for stelle, punkt in sorted(punkte.items()) if (wert := punkt.wert) is not None]
    if not werte:
        return ""
    (erste, anfang), (letzte, ende) = werte[0], werte[-1]
    vorn = "" if allein and not sauber(name) else f"{sauber(name) or 'ohne Namen'}: "
    if erste == letzte:
        return f"{vorn}{_mit_einheit(anfang, einheit)} ({sicht.zeiten[erste][1]})."
    zeiten = sicht.zeiten
    von, auf = (
        f"{wertzahl(anfang, einheit)} ({zeiten[erste][1]})",
        f"{_mit_einheit(ende, einheit)} ({zeiten[letzte][1]})",
    )
    text = f"{vorn}von {von} auf {auf}"
    hoechste, gipfel = max(werte, key=lambda paar: paar[1])
    if gipfel > max(anfang, ende):
        text += f", am höchsten {_mit_einheit(gipfel, einheit)} ({zeiten[hoechste][1]})"
    return text + "."


def _mit_einheit(wert: Decimal, einheit: str) -> str:
    """Write a value with its unit; of two values in a sentence only the last needs it."""
    text, wort = wertzahl(wert, einheit), sauber(einheit)
    return text if not wort or text.endswith(wort) else f"{text}\u00a0{wort}"
