"""Plans and charts that the tests draw."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kmut_cli.documents.datum import Datum
from kmut_cli.render.bild.plan import Feld, Zeile, Ziel, Zustand
from kmut_cli.render.bild.reihen import Diagramm, Punkt, Reihe

FEINDLICH = "</text><script>alert('x')</script>\"'&<!--]]> \x00\x1b\u202e\ud800 Łukasz Żółć"
ZEICHEN = ((".", "Zahlenwert unbekannt"), ("x", "Tabellenfach gesperrt"), ("()", "Aussagewert eingeschränkt"))

PLAN = (
    Feld(
        "Handlungsfeld „Bildung“",
        (
            Ziel(
                "Kinder lernen früh Deutsch.",
                (
                    Zeile("Sprachkurse in drei Gemeinden", (Datum(2023, 5),), Datum(2024, 12), Zustand.UMGESETZT),
                    Zeile("Elterncafés", (Datum(2024), Datum(2026)), Datum(2027), Zustand.LAUFEND),
                    Zeile("Stipendium", (Datum(2026),), None, Zustand.GEPLANT),
                ),
            ),
        ),
    ),
    Feld(
        "Handlungsfeld „Teilhabe“",
        (
            Ziel(
                "",
                (
                    Zeile("Lotsinnen und Lotsen", (Datum(2025, 2),), Datum(2026, 6), Zustand.BEGONNEN),
                    Zeile("Beirat", (Datum(2025),), None, Zustand.AUFGEGEBEN),
                    Zeile("Fest", (), Datum(2025, 6), Zustand.VERSCHOBEN),
                    Zeile("Netzwerk"),
                ),
            ),
        ),
    ),
)


def punkt(jahr: int, wert: str, bruch: str = "") -> Punkt:
    """Give the value at the end of a year: a number, a number in brackets, or a sign."""
    tag = date(jahr, 12, 31)
    if wert.startswith("(") and wert != "()":
        return Punkt(str(jahr), tag, Decimal(wert[1:-1]), "()", bruch)
    if wert.lstrip("-")[:1].isdigit():
        return Punkt(str(jahr), tag, Decimal(wert), "", bruch)
    return Punkt(str(jahr), tag, None, wert, bruch)


def reihe(name: str, werte: str, *, ab: int = 2018, gesamt: bool = False, bruch: int = 0) -> Reihe:
    """Give a series of values for successive years."""
    paare = [(ab + nr, wert) for nr, wert in enumerate(werte.split())]
    punkte = tuple(punkt(jahr, wert, "neuer Zensus" if jahr == bruch else "") for jahr, wert in paare)
    return Reihe(name, punkte, gesamt)


def diagramm(*reihen: Reihe, name: str = "bild", einheit: str = "Personen") -> Diagramm:
    """Give a chart of series."""
    return Diagramm(name, "Ausländische Bevölkerung", einheit, reihen, "Landesamt für Statistik", ZEICHEN)


DREI = (
    reihe("Insgesamt", "20100 23400 24800 25900 33800", gesamt=True, bruch=2022),
    reihe("weiblich", "9400 10500 . 12500 (16900)", bruch=2022),
    reihe("männlich", "10700 12900 . x 16900", bruch=2022),
)
