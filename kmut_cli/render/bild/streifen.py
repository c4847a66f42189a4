"""The rows of a timeline: bands of fields, lines of goals, measures; each knows its height and draws itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from kmut_cli.documents.datum import Datum
from kmut_cli.render.bild.marken import BALKEN, WORTE, Aussehen, balken, marke, pfeil
from kmut_cli.render.bild.plan import Feld, Zeile, Ziel, Zustand
from kmut_cli.render.bild.satz import breite, umbruch
from kmut_cli.render.bild.svg import GRAU, HELL, SCHWARZ, Zeichnung
from kmut_cli.render.bild.zeitachse import Zeitachse

GROESSE, ABSTAND = 8.0, 10.0
RAND, LUFT = 5.0, 3.0
_STANDSPALTE, _PFEILSPALTE = 62.0, 8.0
_ZEILEN_JE_TEXT, _ZEILEN_JE_ZIEL = (
    3,
    2,
)  # the whole text stands in the table of the concept, and in the title of the row
_BAND, _ZIEL = "#d9d9d9", "#f2f2f2"  # as chapters and hints of the official form


@dataclass(frozen=True, slots=True)
class Raster:
    """Columns of a timeline.

    Attributes:
        breite: Width of the picture.
        achse: The years.
        stand: Whether a column for the state stands at the right.
    """

    breite: float
    achse: Zeitachse
    stand: bool

    @classmethod
    def fuer(cls, breite_: float, von: int, bis: int, *, stand: bool) -> Raster:
        """Share out the width: up to 54 points a year, and never more than half of it for all years."""
        platz = breite_ - (_STANDSPALTE if stand else _PFEILSPALTE)
        jahre = bis - von + 1
        zeit = min(max(jahre * 54, 108), platz / 2)
        return cls(breite_, Zeitachse(platz - zeit, platz, von, bis), stand)


class Streifen(Protocol):
    """A strip across the picture."""

    @property
    def hoehe(self) -> float:
        """Its height in points."""

    def zeichne(self, bild: Zeichnung, y: float) -> None:
        """Draw it with its upper edge at ``y``."""


@dataclass(frozen=True, slots=True)
class Ueberschrift:
    """A band with the name of a field, or a lighter one with a goal."""

    raster: Raster
    zeilen: tuple[str, ...]
    fuellung: str
    groesse: float

    @classmethod
    def feld(cls, raster: Raster, feld: Feld) -> Ueberschrift:
        """Give the band of a field."""
        zeilen = umbruch(feld.titel, 9, raster.breite - 2 * RAND, fett=True, hoechstens=3)
        return cls(raster, zeilen, _BAND, 9)

    @classmethod
    def ziel(cls, raster: Raster, ziel: Ziel) -> Ueberschrift:
        """Give the line of a goal."""
        zeilen = umbruch(ziel.titel, GROESSE, raster.breite - 2 * RAND, fett=True, hoechstens=_ZEILEN_JE_ZIEL)
        return cls(raster, zeilen, _ZIEL, GROESSE)

    def fortgesetzt(self) -> Ueberschrift:
        """Give the same for the top of the next page: one line that says so."""
        zusatz = " (Fortsetzung)"
        platz = self.raster.breite - 2 * RAND - breite(zusatz, self.groesse, fett=True)
        zeile = umbruch(" ".join(self.zeilen), self.groesse, platz, fett=True, hoechstens=1)[0]
        return replace(self, zeilen=(zeile + zusatz,))

    @property
    def hoehe(self) -> float:
        """Its height in points."""
        return len(self.zeilen) * (self.groesse + 2) + 2 * LUFT

    def zeichne(self, bild: Zeichnung, y: float) -> None:
        """Draw it with its upper edge at ``y``."""
        bild.rechteck(0, y, self.raster.breite, self.hoehe, fill=self.fuellung)
        bild.zeilen(RAND, y + LUFT + self.groesse, self.zeilen, self.groesse, self.groesse + 2, fett=True)


@dataclass(frozen=True, slots=True)
class Massnahme:
    """A measure with its bar or marks."""

    raster: Raster
    zeile: Zeile
    zeilen: tuple[str, ...]

    @classmethod
    def fuer(cls, raster: Raster, zeile: Zeile) -> Massnahme:
        """Break its text into lines."""
        platz = raster.achse.links - RAND - _PFEILSPALTE
        return cls(raster, zeile, umbruch(zeile.text, GROESSE, platz, hoechstens=_ZEILEN_JE_TEXT))

    @property
    def hoehe(self) -> float:
        """Its height in points."""
        return max(len(self.zeilen) * ABSTAND, BALKEN + 2) + 2 * LUFT

    @property
    def _aussehen(self) -> Aussehen:
        return self.zeile.zustand if self.raster.stand else None

    def zeichne(self, bild: Zeichnung, y: float) -> None:
        """Draw it with its upper edge at ``y``."""
        achse, mitte = self.raster.achse, y + self.hoehe / 2
        bild.gruppe(self.zeile.text)
        bild.zeilen(RAND, y + LUFT + GROESSE, self.zeilen, GROESSE, ABSTAND)
        ohne_zeit = not self.zeile.beginn and self.zeile.ende is None
        for jahr in (achse.von, achse.bis + 1) if ohne_zeit else range(achse.von, achse.bis + 2):
            bild.linie(achse.jahr(jahr), y, achse.jahr(jahr), y + self.hoehe, stroke=HELL, stroke_width=0.4)
        if ohne_zeit:
            self._statt_zeit(bild, mitte)
        else:
            self._zeit(bild, mitte)
        if self.zeile.zustand:
            bild.text(achse.rechts + _PFEILSPALTE, mitte + 2.8, WORTE[self.zeile.zustand], GROESSE)
        bild.linie(0, y + self.hoehe, self.raster.breite, y + self.hoehe, stroke=HELL)
        bild.ende()

    def _statt_zeit(self, bild: Zeichnung, mitte: float) -> None:
        achse, text = self.raster.achse, self.zeile.statt_beginn or "ohne Jahr"
        zeile = umbruch(text, GROESSE, achse.rechts - achse.links - 2 * RAND, hoechstens=1)[0]
        bild.text(achse.links + RAND, mitte + 2.8, zeile, GROESSE, farbe=GRAU)

    def _zeit(self, bild: Zeichnung, mitte: float) -> None:
        zeile = self.zeile
        if zeile.ende is not None:
            self._dauer(bild, mitte, zeile.ende)
        # The bar shows the first beginning; marks on it stand for being taken up again.
        for datum in sorted(zeile.beginn, key=lambda eins: eins.fruehestens)[zeile.ende is not None :]:
            self._marke(bild, mitte, datum)

    def _dauer(self, bild: Zeichnung, mitte: float, ende: Datum) -> None:
        achse, zeile = self.raster.achse, self.zeile
        rechts = achse.tag(ende.spaetestens, ende=True)
        if not zeile.beginn:
            stelle = min(max(rechts, achse.links + 2), achse.rechts)
            bild.linie(achse.links, mitte, stelle, mitte, stroke_dasharray="2 2", stroke_width=1)
            bild.linie(stelle, mitte - BALKEN / 2, stelle, mitte + BALKEN / 2, stroke_width=1.6)
            return
        links = achse.tag(min(datum.fruehestens for datum in zeile.beginn))
        if rechts <= achse.links or links >= achse.rechts:
            self._ausserhalb(bild, mitte, f"{min(d.jahr for d in zeile.beginn)}–{ende.jahr}", rechts <= achse.links)
            return
        balken(bild, self._aussehen, max(links, achse.links), min(rechts, achse.rechts), mitte)
        if links < achse.links:
            pfeil(bild, achse.links - 7, mitte, -1)
        if rechts > achse.rechts:
            pfeil(bild, achse.rechts + 7, mitte, 1)

    def _marke(self, bild: Zeichnung, mitte: float, datum: Datum) -> None:
        achse = self.raster.achse
        if achse.von <= datum.jahr <= achse.bis:
            marke(bild, self._aussehen, achse.mitte(datum), mitte, rand=self.zeile.ende is not None)
        else:
            self._ausserhalb(bild, mitte, str(datum.jahr), datum.jahr < achse.von)

    def _ausserhalb(self, bild: Zeichnung, mitte: float, text: str, davor: bool) -> None:
        achse = self.raster.achse
        spitze, richtung = (achse.links + 2, -1) if davor else (achse.rechts - 2, 1)
        pfeil(bild, spitze, mitte, richtung)
        anker = "start" if davor else "end"
        bild.text(spitze - 8 * richtung, mitte + 2.6, text, 7, anker=anker, farbe=SCHWARZ)


def hat_stand(zeilen: tuple[Zeile, ...]) -> bool:
    """Tell whether any measure states its state."""
    return any(zeile.zustand is not Zustand.OHNE_ANGABE for zeile in zeilen)
