"""How a Handlungskonzept is given out: principles and adoption, the plan as table and as text, measures over years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kmut_cli.documents.antworten import Entfaellt
from kmut_cli.documents.eins_oder_liste import als_liste
from kmut_cli.documents.umfeld import Umfeld
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.render import presentation as p
from kmut_cli.render.bild.format import A4_QUER, Bildformat
from kmut_cli.render.bild.plan import Feld, Zeile, Zustand
from kmut_cli.render.bild.plan import Ziel as Planziel
from kmut_cli.render.bild.zeitplan import zeitplan
from kmut_cli.render.gestaltung.konzepttabelle import LEGENDE, spalten, tabelle
from kmut_cli.render.gestaltung.konzepttext import ohne_herausforderungen, ohne_ziele, zielliste
from kmut_cli.render.klartext import klartext
from kmut_cli.render.leeres import ohne_leeres

if TYPE_CHECKING:
    from kmut_cli.documents.datum import Datum
    from kmut_cli.documents.handlungskonzept_2026 import Handlungsfeld, Handlungskonzept, Massnahme, Ziel

VERZEICHNIS = True
_BESCHLUSS = {"erstellt": "Erstellt", "fortgeschrieben": "Zuletzt fortgeschrieben", "beschluss": ""}
_GELTUNG = {"zeitraum": "Zeitraum", "stand": "Stand der Angaben"}


def gestalte(konzept: Handlungskonzept, kapitel: tuple[p.Kapitel, ...], umfeld: Umfeld) -> tuple[p.Kapitel, ...]:
    """Make the chapters of a concept.

    Args:
        konzept: The concept.
        kapitel: What follows from its outline: one section for each question.
        umfeld: Not needed.

    Returns:
        Chapters with numbers; those for the forms that ``darstellung`` leaves out are missing.
    """
    fragen = {frage.pfad: frage for eins in kapitel for abschnitt in eins.abschnitte for frage in abschnitt.fragen}
    formen = {form.name for form in konzept.darstellung or ()} or {"tabelle", "text", "zeitplan"}
    plan = fragen["handlungsfelder"]
    titel_und_abschnitte = [("Grundlagen", _grundlagen(fragen))]
    if not konzept.felder:
        titel_und_abschnitte.append(("Handlungsfelder", [("Handlungsfelder", (_ohne_wortlaut(plan),))]))
    elif "tabelle" in formen:
        titel_und_abschnitte.append(("Handlungsfelder", list(_tabellen(konzept, plan))))
    if konzept.felder and "text" in formen:
        titel_und_abschnitte.append(("Ziele und Maßnahmen im Einzelnen", list(_texte(konzept))))
    if "zeitplan" in formen and (bilder := zeitplanbilder(konzept)):
        frage = p.Frage("darstellung", "", "", False, bilder)
        titel_und_abschnitte.append(("Zeitplan", [("Maßnahmen über die Jahre", (frage,))]))
    alle = (
        p.Kapitel("", titel, tuple(p.Abschnitt("", name, "", was) for name, was in abschnitte))
        for titel, abschnitte in titel_und_abschnitte
    )
    return tuple(_nummeriert(eins, nummer) for nummer, eins in enumerate(ohne_leeres(tuple(alle)), 1))


_Abschnitte = list[tuple[str, tuple[p.Frage, ...]]]


def _nummeriert(kapitel: p.Kapitel, nummer: int) -> p.Kapitel:
    """Count what is printed, so that no number is left out."""
    abschnitte = (replace(eins, nummer=f"{nummer}.{n}") for n, eins in enumerate(kapitel.abschnitte, 1))
    return replace(kapitel, nummer=str(nummer), abschnitte=tuple(abschnitte))


def _grundlagen(fragen: dict[str, p.Frage]) -> _Abschnitte:
    beschluss = _zusammen("beschluss", fragen, _BESCHLUSS)
    geltung = _zusammen("zeitraum", fragen, _GELTUNG)
    abschnitte = [("Leitgrundsätze", (_ohne_wortlaut(fragen["leitgrundsaetze"]),)), ("Beschluss", (beschluss,))]
    return [*abschnitte, *([("Geltung", (geltung,))] if geltung.bloecke else [])]


def _ohne_wortlaut(frage: p.Frage) -> p.Frage:
    """The heading of the section says it already."""
    return p.Frage(frage.pfad, "", "", frage.offen, frage.bloecke)


def _zusammen(pfad: str, fragen: dict[str, p.Frage], namen: dict[str, str]) -> p.Frage:
    """Put several short answers below each other, each with its label."""
    bloecke = [block for name, label in namen.items() for block in _beschriftet(label, fragen[name].bloecke)]
    return p.Frage(pfad, "", "", any(fragen[name].offen for name in namen), tuple(bloecke))


def _beschriftet(label: str, bloecke: tuple[p.Block, ...]) -> Iterator[p.Block]:
    if not label or not bloecke:
        yield from bloecke
    elif isinstance(bloecke[0], p.Angabe):
        yield p.Angabe(label, bloecke[0].wert)
        yield from bloecke[1:]
    else:
        yield p.Angabe(label, "")
        yield from bloecke


def feldname(feld: Handlungsfeld, nummer: int) -> str:
    """Name a field of action, one without a name by its number (from 1)."""
    return klartext(feld.handlungsfeld or "") or f"Handlungsfeld {nummer}"


def _tabellen(konzept: Handlungskonzept, plan: p.Frage) -> Iterator[tuple[str, tuple[p.Frage, ...]]]:
    """Give a section with its table for each field of action; what the plan still lacks stands before the first."""
    breite = spalten(konzept)
    offen = tuple(block for block in plan.bloecke if isinstance(block, p.Offen))
    for nummer, feld in enumerate(konzept.felder, 1):
        bloecke: list[p.Block] = [*offen]
        offen = ()
        if feld.entspricht:
            titel = "; ".join(eins.titel for eins in feld.entspricht)
            bloecke.append(p.Angabe("Entspricht in den amtlichen Gliederungen", titel))
        eine = tabelle(feld, breite)
        if eine.zeilen:
            bloecke += [eine, *([p.Absatz(LEGENDE)] if breite.jahre else [])]
        elif not ist_leer(feld):
            bloecke.append(p.Absatz(ohne_herausforderungen(feld)))
        yield feldname(feld, nummer), (p.Frage(f"{plan.pfad}[{nummer - 1}]", "", "", False, tuple(bloecke)),)


def _texte(konzept: Handlungskonzept) -> Iterator[tuple[str, tuple[p.Frage, ...]]]:
    for nummer, feld in enumerate(konzept.felder, 1):
        ort = f"handlungsfelder[{nummer - 1}]"
        alle = als_liste(feld.herausforderungen)
        mit_namen = any(not ist_leer(eine.herausforderung) for eine in alle)
        fragen = [
            p.Frage(
                f"{ort}.herausforderungen[{stelle}]",
                klartext(eine.herausforderung or "") or (f"Herausforderung {stelle + 1}" if mit_namen else ""),
                "",
                False,
                (p.Absatz(zielliste(als_liste(eine.ziele)) or ohne_ziele(eine)),),
            )
            for stelle, eine in enumerate(alle)
            if not ist_leer(eine)
        ]
        if not fragen and not ist_leer(feld):
            fragen = [p.Frage(ort, "", "", False, (p.Absatz(ohne_herausforderungen(feld)),))]
        yield feldname(feld, nummer), tuple(fragen)


def zeitplanbilder(konzept: Handlungskonzept, bildformat: Bildformat = A4_QUER) -> tuple[p.Bild, ...]:
    """Draw the measures over the years; none if there is nothing to draw."""
    felder = tuple(
        Feld(feldname(feld, nummer), tuple(_planziel(ziel) for ziel in feld.ziele))
        for nummer, feld in enumerate(konzept.felder, 1)
    )
    zeitraum = konzept.zeitraum
    jahre = (zeitraum.von.jahr, zeitraum.bis.jahr) if zeitraum else None
    return zeitplan("zeitplan", "Zeitplan der Maßnahmen", felder, jahre, bildformat=bildformat)


def _planziel(ziel: Ziel) -> Planziel:
    titel = ": ".join(filter(None, [(ziel.kuerzel or "").strip(), klartext(ziel.ziel or "")]))
    return Planziel(titel, tuple(_zeile(eine) for eine in als_liste(ziel.massnahmen)))


def _zeile(massnahme: Massnahme) -> Zeile:
    ende: Datum | None = None if isinstance(massnahme.ende, Entfaellt) else massnahme.ende
    return Zeile(
        klartext(massnahme.massnahme or ""),
        tuple(sorted(massnahme.beginne, key=lambda datum: datum.fruehestens)),
        ende,
        Zustand(massnahme.stand.name if massnahme.stand else ""),
        "entfällt" if isinstance(massnahme.beginn, Entfaellt) else "",
    )
