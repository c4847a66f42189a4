"""A small writer of SVG: rectangles, lines, text. What comes from outside is escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from kmut_cli.render.bild.format import PUNKT_JE_MM
from kmut_cli.render.bild.satz import sauber

SCHWARZ, GRAU, HELL, WEISS = "#1a1a1a", "#595959", "#bfbfbf", "#ffffff"
"""Colours of text, of lesser text (7:1 on white), of thin lines, of paper."""
_SCHRIFT = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif"
_ERSATZ = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def sicher(text: str) -> str:
    """Give foreign text as XML: cleaned and escaped, for element and attribute alike."""
    return sauber(text).translate(_ERSATZ)


def zahl(wert: float) -> str:
    """Write a coordinate: at most two decimals, so that last bits of a computation do not show."""
    text = f"{wert:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class Zeichnung:
    """A drawing that grows piece by piece; lengths in points, y downwards."""

    def __init__(self) -> None:
        self._defs: dict[str, str] = {}
        self._teile: list[str] = []

    def definiere(self, kennung: str, inhalt: str) -> str:
        """Add a definition, such as a pattern, once; gives the reference to it for ``fill``."""
        self._defs[kennung] = inhalt
        return f"url(#{kennung})"

    def element(self, name: str, **attribute: str | float) -> None:
        """Add an element of our own values; ``_`` in names of attributes becomes ``-``."""
        self._teile.append(f"<{name}{_attribute(attribute)}/>")

    def rechteck(self, x: float, y: float, breite: float, hoehe: float, **attribute: str | float) -> None:
        """Add a rectangle."""
        self.element("rect", x=x, y=y, width=breite, height=hoehe, **attribute)

    def linie(self, x1: float, y1: float, x2: float, y2: float, **attribute: str | float) -> None:
        """Add a line, dark and half a point wide unless said otherwise."""
        stil: dict[str, str | float] = {"stroke": SCHWARZ, "stroke_width": 0.5, **attribute}
        self.element("line", x1=x1, y1=y1, x2=x2, y2=y2, **stil)

    def zug(self, punkte: Iterable[tuple[float, float]], **attribute: str | float) -> None:
        """Add a line through points."""
        self.element("polyline", points=_punkte(punkte), fill="none", **attribute)

    def vieleck(self, punkte: Iterable[tuple[float, float]], **attribute: str | float) -> None:
        """Add a filled shape."""
        self.element("polygon", points=_punkte(punkte), **attribute)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        groesse: float = 8,
        *,
        fett: bool = False,
        anker: str = "start",
        farbe: str = SCHWARZ,
        rand: bool = False,
    ) -> None:
        """Add a line of text with its foot at ``y``.

        Args:
            x: Where it stands, according to ``anker``.
            y: Where its letters stand on.
            text: One line, foreign or our own.
            groesse: Size of the font.
            fett: Whether it is bold.
            anker: What of it is at ``x``: start, middle or end.
            farbe: Its colour.
            rand: Whether it has a white rim, to be read over lines.
        """
        attribute: dict[str, str | float] = {"x": x, "y": y, "font_size": groesse}
        if rand:
            attribute |= {"stroke": WEISS, "stroke_width": 2.5, "paint_order": "stroke", "stroke_linejoin": "round"}
        if fett:
            attribute["font_weight"] = 700
        if anker != "start":
            attribute["text_anchor"] = anker
        if farbe != SCHWARZ:
            attribute["fill"] = farbe
        self._teile.append(f"<text{_attribute(attribute)}>{sicher(text)}</text>")

    def zeilen(
        self,
        x: float,
        y: float,
        zeilen: Iterable[str],
        groesse: float,
        abstand: float,
        *,
        fett: bool = False,
        farbe: str = SCHWARZ,
    ) -> None:
        """Add lines of text one below the other, the first with its foot at ``y``."""
        for nr, zeile in enumerate(zeilen):
            self.text(x, y + nr * abstand, zeile, groesse, fett=fett, farbe=farbe)

    def gruppe(self, titel: str) -> None:
        """Open a group with a name of its own, which programs show and read out; closed by :meth:`ende`."""
        self._teile.append(f"<g><title>{sicher(titel)}</title>")

    def ende(self) -> None:
        """Close the group opened last."""
        self._teile.append("</g>")

    def fertig(self, breite: float, hoehe: float, titel: str, beschreibung: str) -> str:
        """Give the whole picture.

        Args:
            breite: Width in points.
            hoehe: Height in points.
            titel: Its name, plain text.
            beschreibung: What it shows, plain text.
        """
        masse = f'width="{zahl(breite / PUNKT_JE_MM)}mm" height="{zahl(hoehe / PUNKT_JE_MM)}mm"'
        defs = f"<defs>{''.join(self._defs[name] for name in sorted(self._defs))}</defs>\n" if self._defs else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {masse} viewBox="0 0 {zahl(breite)} {zahl(hoehe)}" role="img"'
            f' aria-labelledby="titel beschreibung" xml:lang="de" font-family="{_SCHRIFT}" fill="{SCHWARZ}">\n'
            f'<title id="titel">{sicher(titel)}</title>\n<desc id="beschreibung">{sicher(beschreibung)}</desc>\n'
            f'{defs}<rect width="100%" height="100%" fill="{WEISS}"/>\n' + "\n".join(self._teile) + "\n</svg>\n"
        )


def _punkte(punkte: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{zahl(x)},{zahl(y)}" for x, y in punkte)


def _attribute(attribute: dict[str, str | float]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{wert.translate(_ERSATZ) if isinstance(wert, str) else zahl(wert)}"'
        for name, wert in attribute.items()
    )
