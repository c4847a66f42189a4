"""What of a chart is drawn: its times in order, and at most so many series and times as can be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kmut_cli.render.bild.reihen import Diagramm, Punkt, Reihe

HOECHSTENS = 8
"""Series in one picture."""


@dataclass(frozen=True, slots=True)
class Bruch:
    """A break between two times.

    Attributes:
        davor: Position of the last time before it.
        ab: Position of the first time after it.
        texte: Reasons; with the series in front where not all series have them.
    """

    davor: int
    ab: int
    texte: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sicht:
    """A chart as it is drawn.

    Attributes:
        zeiten: Days on the axis with their labels, in order.
        reihen: The series with their points by position in ``zeiten``, in order.
        hinweise: What was left out, as sentences.
    """

    zeiten: tuple[tuple[date, str], ...]
    reihen: tuple[tuple[Reihe, dict[int, Punkt]], ...]
    hinweise: tuple[str, ...]

    @property
    def werte(self) -> tuple[Decimal, ...]:
        """All values that are drawn; never empty."""
        return tuple(p.wert for _reihe, punkte in self.reihen for p in punkte.values() if p.wert is not None)

    @property
    def brueche(self) -> tuple[Bruch, ...]:
        """The breaks between values that are drawn, in order of time."""
        stellen: dict[tuple[int, int], dict[str, list[str]]] = {}
        for reihe, punkte in self.reihen:
            for stelle, punkt in punkte.items():
                frueher = [eine for eine, p in punkte.items() if eine < stelle and p.wert is not None]
                if punkt.bruch and frueher:
                    stellen.setdefault((stelle - 1, stelle), {}).setdefault(punkt.bruch, []).append(reihe.name)
        return tuple(
            Bruch(davor, ab, tuple(self._text(text, namen) for text, namen in texte.items()))
            for (davor, ab), texte in sorted(stellen.items())
        )

    def _text(self, text: str, namen: list[str]) -> str:
        return text if len(namen) == len(self.reihen) else f"{', '.join(namen)}: {text}"

    @property
    def zeichen(self) -> tuple[str, ...]:
        """The signs that occur."""
        alle = {p.zeichen for _reihe, punkte in self.reihen for p in punkte.values() if p.zeichen}
        return tuple(sorted(alle))


def sicht(diagramm: Diagramm, zeiten_je_reihe: int = 0) -> Sicht | None:
    """Choose what is drawn.

    Args:
        diagramm: The chart.
        zeiten_je_reihe: Room for so many times of all series together (columns); 0 for no limit. Of more, the last
            ones are drawn.

    Returns:
        None if there is no value at all.
    """
    mit_wert = [reihe for reihe in diagramm.reihen if any(punkt.wert is not None for punkt in reihe.punkte)]
    if not mit_wert:
        return None
    hinweise = []
    gewaehlt = mit_wert
    if len(mit_wert) > HOECHSTENS:
        gewaehlt = _wichtigste(mit_wert)
        hinweise.append(
            f"Gezeigt sind {HOECHSTENS} von {len(mit_wert)} Reihen: die Gesamtzahl, soweit es eine gibt,"
            " und die mit den höchsten letzten Werten."
        )
    zeiten = sorted({(punkt.tag, punkt.zeit) for reihe in gewaehlt for punkt in reihe.punkte})
    platz = max(zeiten_je_reihe // len(gewaehlt), 2) if zeiten_je_reihe else len(zeiten)
    if len(zeiten) > platz:
        hinweise.append(f"Gezeigt sind die letzten {platz} von {len(zeiten)} Zeitpunkten.")
        zeiten = zeiten[-platz:]
    stelle = {zeit: nr for nr, zeit in enumerate(zeiten)}
    reihen = []
    for reihe in gewaehlt:
        punkte = sorted((p for p in reihe.punkte if (p.tag, p.zeit) in stelle), key=lambda p: p.tag)
        reihen.append((reihe, {stelle[p.tag, p.zeit]: p for p in punkte}))
    fertig = Sicht(tuple(zeiten), tuple(reihen), tuple(hinweise))
    return fertig if fertig.werte else None


def _wichtigste(reihen: list[Reihe]) -> list[Reihe]:
    def rang(reihe: Reihe) -> tuple[bool, Decimal]:
        letzter = max((p for p in reihe.punkte if p.wert is not None), key=lambda p: p.tag)
        return not reihe.gesamt, -(letzter.wert or Decimal(0))

    vorn = sorted(reihen, key=rang)[:HOECHSTENS]
    return [reihe for reihe in reihen if any(reihe is eine for eine in vorn)]
