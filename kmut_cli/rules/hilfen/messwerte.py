"""The values of a monitoring with their places, whether they stand in the document or in its CSV file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from kmut_cli.documents.stelle import daten_an
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Rule
from kmut_cli.rules.pruefling import Pruefling

if TYPE_CHECKING:
    from kmut_cli.documents.kennzahlen.kennzahl import Indikator, Messwert
    from kmut_cli.documents.kennzahlen.wertedatei import Dateiwert
    from kmut_cli.documents.monitoring_2026 import Monitoring

_ART = "monitoring"
WERTE, INDIKATOREN, AUSWAHL = ("werte",), ("indikatoren",), ("auswahl",)


@dataclass(frozen=True)
class Wertstelle:
    """A value at its place.

    Attributes:
        wert: The value.
        pruefling: The document.
        loc: Its place in the document; None if it stands in the CSV file.
        datei: Its place in the CSV file; None if it stands in the document.
    """

    wert: Messwert
    pruefling: Pruefling
    loc: Loc | None = None
    datei: Dateiwert | None = None

    def finding(
        self, rule: Rule, name: str, message: str, help: str = "", *, severity: Severity | None = None
    ) -> Finding:
        """Build a finding at a part of the value; if that is not there, at the value as a whole."""
        if self.datei is not None:
            return self.datei.finding(rule, name, message, help, severity=severity)
        loc = self.loc or ()
        loc = (*loc, name) if daten_an(self.pruefling.geladen.source.data, (*loc, name)) is not None else loc
        return self.pruefling.finding(rule, loc, message, help, severity=severity)

    def steht_da(self, name: str) -> bool:
        """Whether anything was typed for a part, be it wrong."""
        if self.datei is not None:
            return self.datei.steht_da(name)
        return daten_an(self.pruefling.geladen.source.data, (*(self.loc or ()), name)) is not None


def monitoring(pruefling: Pruefling) -> Monitoring | None:
    """Give the document if it is a monitoring, of whatever edition."""
    return cast("Monitoring", pruefling.dokument) if pruefling.dokument.dokument == _ART else None


def messwerte(pruefling: Pruefling) -> Iterator[Wertstelle]:
    """Give every value, those of the document first; nothing for other kinds of document."""
    dokument = monitoring(pruefling)
    if dokument is None:
        return
    for loc, wert in pruefling.punkte(WERTE, dokument.werte or []):
        yield Wertstelle(wert, pruefling, loc=loc)
    for datei in dokument.dateiwerte:
        yield Wertstelle(datei.wert, pruefling, datei=datei)


def eigene_indikatoren(pruefling: Pruefling) -> Iterator[tuple[Loc, Indikator]]:
    """Give every own indicator with its place in the document."""
    dokument = monitoring(pruefling)
    return pruefling.punkte(INDIKATOREN, dokument.indikatoren or []) if dokument is not None else iter(())


def mehrzahl(anzahl: int) -> str:
    """Say how many more there are: nothing, „ (und noch 1-mal)“."""
    return f" (noch {anzahl - 1}-mal)" if anzahl > 1 else ""
