"""The plan of a Handlungskonzept as such plans are printed: challenge, goals, responsible bodies, measures, years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.antworten import Entfaellt
from kmut_cli.documents.eins_oder_liste import als_liste
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.render import presentation as p

if TYPE_CHECKING:
    from kmut_cli.documents.handlungskonzept_2026 import (
        Handlungsfeld,
        Handlungskonzept,
        Herausforderung,
        Massnahme,
        Ziel,
    )

KEINE = "–"
JAHRESSPALTEN = 6
"""So many years fit beside the texts; for more, or where there are days, one column says the dates."""
LEGENDE = (
    "X = In diesem Jahr beginnt die Arbeit daran, oder Bestehendes wird weitergeführt oder ausgebaut. Was länger"
    " dauert, ist nur im Jahr des Beginns angekreuzt."
)


@dataclass(frozen=True, slots=True)
class Spalten:
    """Which columns all tables of a concept have.

    Attributes:
        herausforderung: Whether any field of action names challenges.
        jahre: The years that have a column each; empty for one column with the dates.
        ende: Whether any measure ends.
        stand: Whether any measure has a state.
    """

    herausforderung: bool
    jahre: tuple[int, ...]
    ende: bool
    stand: bool

    @property
    def kopf(self) -> tuple[str, ...]:
        """Their titles."""
        vorn = ("Herausforderung",) if self.herausforderung else ()
        wann = tuple(str(jahr) for jahr in self.jahre) or ("Beginn",)
        hinten = (*(("Ende",) if self.ende else ()), *(("Stand",) if self.stand else ()))
        return (*vorn, "Ziele", "Zuständigkeit", "Maßnahme", *wann, *hinten)

    @property
    def breiten(self) -> tuple[int, ...]:
        """Their widths, in relation to each other."""
        vorn = (16,) if self.herausforderung else ()
        wann = (6,) * len(self.jahre) or (10,)
        return (*vorn, 22, 17, 34, *wann, *((10,) if self.ende else ()), *((11,) if self.stand else ()))


def spalten(konzept: Handlungskonzept) -> Spalten:
    """Choose the columns from what the measures say."""
    massnahmen = konzept.massnahmen
    beginne = [beginn for eine in massnahmen for beginn in eine.beginne]
    jahre = {beginn.jahr for beginn in beginne}
    if konzept.zeitraum is not None:
        jahre |= set(range(konzept.zeitraum.von.jahr, konzept.zeitraum.bis.jahr + 1))
    in_jahren = bool(beginne) and all(beginn.monat is None for beginn in beginne) and len(jahre) <= JAHRESSPALTEN
    herausforderungen = [eine for feld in konzept.felder for eine in als_liste(feld.herausforderungen)]
    return Spalten(
        herausforderung=any(not ist_leer(eine.herausforderung) for eine in herausforderungen),
        jahre=tuple(sorted(jahre)) if in_jahren else (),
        ende=any(not ist_leer(eine.ende) for eine in massnahmen),
        stand=any(eine.stand is not None for eine in massnahmen),
    )


def tabelle(feld: Handlungsfeld, breite: Spalten) -> p.Tabelle:
    """Make the table of a field of action; a challenge and a goal stand in one cell for all their measures."""
    zeilen = [zeile for eine in als_liste(feld.herausforderungen) for zeile in _herausforderung(eine, breite)]
    return p.Tabelle(breite.kopf, tuple(zeilen), breite.breiten)


def _herausforderung(eine: Herausforderung, breite: Spalten) -> Iterator[tuple[p.Zelle, ...]]:
    text: str | None = (eine.herausforderung or "").strip()
    ziele: Sequence[Ziel | None] = als_liste(eine.ziele) or [None]
    for ziel in ziele:
        zielzelle: str | None = zieltext(ziel) if ziel else _ohne(eine.ziele)
        for hinten in _massnahmen(ziel, breite):
            yield (*((text,) if breite.herausforderung else ()), zielzelle, *hinten)
            text = zielzelle = None


def _massnahmen(ziel: Ziel | None, breite: Spalten) -> Iterator[tuple[str, ...]]:
    massnahmen = ziel.massnahmen if ziel else None
    leer = ("",) * (len(breite.jahre) or 1) + ("",) * (breite.ende + breite.stand)
    if isinstance(massnahmen, Entfaellt):
        yield ("", _ohne(massnahmen), *leer)
    elif not massnahmen:
        yield ("", "", *leer)
    for eine in als_liste(massnahmen):
        ende = (KEINE if isinstance(eine.ende, Entfaellt) else kurztext(eine.ende),) if breite.ende else ()
        stand = (kurztext(eine.stand),) if breite.stand else ()
        yield (zustaendigtext(eine, "; "), _massnahmentext(eine), *_beginn(eine, breite.jahre), *ende, *stand)


def zieltext(ziel: Ziel) -> str:
    """Write a goal in Markdown: its mark, its wording, and below what is said of it."""
    kuerzel = f"**{ziel.kuerzel.strip()}** " if not ist_leer(ziel.kuerzel) and ziel.kuerzel else ""
    return "\n\n".join(filter(None, [f"{kuerzel}{(ziel.ziel or '').strip()}".strip(), _in_klammern(zielangaben(ziel))]))


def zielangaben(ziel: Ziel) -> list[str]:
    """Give what is said of a goal besides its wording."""
    wichtig = ["besonders wichtig"] if ziel.wichtig else []
    erreicht = [kurztext(ziel.erreicht)] if ziel.erreicht else []
    return wichtig + erreicht + indikatoren(ziel)


def indikatoren(eintrag: Ziel | Massnahme) -> list[str]:
    """Name the indicators of a goal or measure; nothing if it has none."""
    nummern = [nummer.strip() for nummer in eintrag.indikatoren or [] if nummer.strip()]
    return [f"{'Indikator' if len(nummern) == 1 else 'Indikatoren'} {', '.join(nummern)}"] if nummern else []


def zustaendigtext(massnahme: Massnahme, trenner: str) -> str:
    """Name the responsible bodies, or why there is none."""
    return trenner.join(massnahme.stellen) or _ohne(massnahme.zustaendig)


def beginntext(massnahme: Massnahme) -> str:
    """Say when a measure begins, or why it does not."""
    return ", ".join(str(datum) for datum in massnahme.beginne) or _ohne(massnahme.beginn)


def endetext(massnahme: Massnahme) -> str:
    """Say when a measure ends, or why it does not."""
    return _ohne(massnahme.ende) or kurztext(massnahme.ende)


def _ohne(wert: Any) -> str:
    """Say why a cell is empty on purpose; nothing if it is not."""
    return f"{KEINE} ({wert.entfaellt.strip()})" if isinstance(wert, Entfaellt) else ""


def _beginn(massnahme: Massnahme, jahre: tuple[int, ...]) -> tuple[str, ...]:
    """Give the cells that say when a measure begins: one for each year, else one for all."""
    if isinstance(massnahme.beginn, Entfaellt):
        return (KEINE,) * (len(jahre) or 1)
    begonnen = {datum.jahr for datum in massnahme.beginne}
    return tuple("X" if jahr in begonnen else "" for jahr in jahre) if jahre else (beginntext(massnahme),)


def _massnahmentext(massnahme: Massnahme) -> str:
    """Write a measure with remark and indicators; and why it has no dates, for which their cells are too narrow."""
    angaben = indikatoren(massnahme)
    for name, wert in (("Beginn", massnahme.beginn), ("Ende", massnahme.ende)):
        if isinstance(wert, Entfaellt):
            angaben.append(f"ohne {name}: {wert.entfaellt.strip()}")
    texte = [(massnahme.massnahme or "").strip(), (massnahme.anmerkung or "").strip(), _in_klammern(angaben)]
    return "\n\n".join(filter(None, texte))


def _in_klammern(angaben: list[str]) -> str:
    return f"({'; '.join(angaben)})" if angaben else ""
