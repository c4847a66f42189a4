"""Compares values of a file with those of a monitoring: new, there already, or there with another number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from kmut_cli.documents.kennzahlen.auswertung import schluessel_von
from kmut_cli.documents.kennzahlen.kennzahl import Indikator, Messwert
from kmut_cli.documents.kennzahlen.messwert import Angabe, Zeichen
from kmut_cli.documents.kennzahlen.wertedatei import Dateiwert
from kmut_cli.documents.monitoring_2026 import Monitoring
from kmut_cli.documents.validieren import validiere
from kmut_cli.documents.vorschlag import als_schluessel
from kmut_cli.source.emit import Flow, Plain
from kmut_cli.workspace.monitoring.lesung import Rohwert
from kmut_cli.workspace.monitoring.zeiten import iso

Ort = tuple[str, str, frozenset[tuple[str, str]]]
"""Indicator, time and breakdown of a value, without regard to capitals."""
_STUECK = frozenset({"anzahl", "personen", "einwohner", "menschen", ""})
"""Units that say no more than that something was counted."""


class Urteil(Enum):
    """What becomes of a value."""

    NEU = auto()
    BEKANNT = auto()
    REVISION = auto()


@dataclass(frozen=True, slots=True)
class Ersetze:
    """Which of the values that are there give place to others.

    Attributes:
        eigene: Those of the same source: a revision.
        fremde: Those of another source.
    """

    eigene: bool = False
    fremde: bool = False

    def gilt(self, eins: Vergleich, herkunft: Herkunft) -> bool:
        """Whether a value takes the place of the one that is there."""
        if eins.urteil is not Urteil.REVISION:
            return False
        return self.fremde if eins.aus_anderer_quelle(herkunft) else self.eigene


@dataclass(frozen=True, slots=True)
class Herkunft:
    """Where values come from.

    Attributes:
        quelle: Who publishes them.
        tabelle: Number of the table; empty if it is not known.
        abruf: Day of retrieval in ISO notation.
    """

    quelle: str
    tabelle: str
    abruf: str


@dataclass(frozen=True, slots=True)
class Fund:
    """A value that the monitoring holds.

    Attributes:
        messwert: The value.
        nummer: Its index in the list of the YAML file; None if it stands in the file of values.
        dateiwert: Its place in the file of values; None if it stands in the YAML file.
    """

    messwert: Messwert
    nummer: int | None = None
    dateiwert: Dateiwert | None = None


@dataclass(frozen=True, slots=True)
class Vergleich:
    """A value of the file beside that of the monitoring.

    Attributes:
        nummer: Number of the indicator.
        roh: The value as published.
        merkmale: Its breakdown, with the names that the indicator has for its characteristics.
        urteil: What becomes of it.
        fund: What stands in the monitoring; None if it is new.
        einheit: Unit to write; empty if the indicator's own is meant.
    """

    nummer: str
    roh: Rohwert
    merkmale: Mapping[str, str]
    urteil: Urteil
    fund: Fund | None = None
    einheit: str = ""

    @property
    def in_yaml(self) -> bool:
        """Whether what it is compared with stands in the YAML file, and not in the file of values."""
        return self.fund is not None and self.fund.nummer is not None

    @property
    def angabe(self) -> Angabe:
        """The number or sign of the file."""
        return Angabe(self.roh.wert, Zeichen.lies(self.roh.zeichen) if self.roh.zeichen else None)

    @property
    def bisher(self) -> Angabe | None:
        """The number or sign of the monitoring; None if there is none."""
        return Angabe(self.fund.messwert.wert, self.fund.messwert.zeichen) if self.fund else None

    def daten(self, herkunft: Herkunft) -> dict[str, Any]:
        """Give the value as it is written, with where it comes from."""
        roh = self.roh
        daten: dict[str, Any] = {
            "indikator": self.nummer,
            "zeit": Plain(roh.zeit),
            "merkmale": Flow(self.merkmale),
            "wert": Plain(f"{roh.wert:f}") if roh.wert is not None else "",
            "zeichen": roh.zeichen,
            "einheit": self.einheit,
            "quelle": herkunft.quelle,
            "tabelle": herkunft.tabelle,
            "abruf": Plain(herkunft.abruf),
            "bemerkung": roh.bemerkung,
        }
        return {name: wert for name, wert in daten.items() if wert}

    def aus_anderer_quelle(self, herkunft: Herkunft) -> bool:
        """Whether the value that is there says that somebody else has published it."""
        quelle = (self.fund.messwert.quelle or "").casefold().split() if self.fund else []
        return bool(quelle) and quelle != herkunft.quelle.casefold().split()


def gleiche_ab(zugeordnet: Iterable[tuple[str, Rohwert]], monitoring: Monitoring) -> list[Vergleich]:
    """Compare values with those that the monitoring holds for the body itself.

    Args:
        zugeordnet: Number of the indicator, and the value.
        monitoring: As loaded, with its file of values.
    """
    satz = {eins.nummer: eins for eins in monitoring.kennzahlen}
    vorhanden: dict[Ort, Fund] = {}
    for fund in _funde(monitoring):
        schluessel = schluessel_von(monitoring, fund.messwert)
        if schluessel is not None and not schluessel.gebiet:
            ort = _ort(schluessel.indikator, iso(schluessel.zeit), schluessel.merkmale.als_dict)
            vorhanden.setdefault(ort, fund)
    ergebnis = []
    for nummer, roh in zugeordnet:
        kennzahl = satz.get(nummer)
        merkmale = _benannt(roh.merkmale, kennzahl)
        vorlage = vorhanden.get(_ort(nummer, roh.zeit, merkmale))
        urteil = Urteil.NEU
        if vorlage is not None:
            zeichen = vorlage.messwert.zeichen.symbol if vorlage.messwert.zeichen else ""
            gleich = (vorlage.messwert.wert, zeichen) == (roh.wert, roh.zeichen)
            urteil = Urteil.BEKANNT if gleich else Urteil.REVISION
        ergebnis.append(Vergleich(nummer, roh, merkmale, urteil, vorlage, _einheit(roh, kennzahl)))
    return ergebnis


def andere_zeiten(vergleiche: Sequence[Vergleich], monitoring: Monitoring) -> dict[str, list[str]]:
    """Find new values for a year beside a reference date in that year, or the other way round: two sources at work.

    Returns:
        By number of the indicator the years of which the monitoring then has both.
    """
    tage: dict[tuple[str, str], set[str]] = {}
    for messwert in monitoring.alle_werte:
        schluessel = schluessel_von(monitoring, messwert)
        if schluessel is not None and not schluessel.gebiet:
            zeit = iso(schluessel.zeit)
            tage.setdefault((schluessel.indikator, zeit[:4]), set()).add(zeit)
    doppelt: dict[str, list[str]] = {}
    for eins in vergleiche:
        zeit = eins.roh.zeit
        if eins.urteil is Urteil.NEU and "/" not in zeit:
            andere = {tag for tag in tage.get((eins.nummer, zeit[:4]), ()) if "/" not in tag}
            if any((len(tag) == 4) != (len(zeit) == 4) for tag in andere) and zeit[:4] not in doppelt.setdefault(
                eins.nummer, []
            ):
                doppelt[eins.nummer].append(zeit[:4])
    return {nummer: jahre for nummer, jahre in doppelt.items() if jahre}


def als_messwert(daten: Mapping[str, Any]) -> Messwert:
    """Make a value of plain data that this program has put together."""
    ergebnis = validiere(Messwert, dict(daten))
    assert isinstance(ergebnis.modell, Messwert)
    assert not ergebnis.fehler, ergebnis.fehler
    return ergebnis.modell


def _funde(monitoring: Monitoring) -> Iterator[Fund]:
    for nummer, messwert in enumerate(monitoring.werte or []):
        yield Fund(messwert, nummer=nummer)
    for dateiwert in monitoring.dateiwerte:
        yield Fund(dateiwert.wert, dateiwert=dateiwert)


def _ort(nummer: str, zeit: str, merkmale: Mapping[str, str]) -> Ort:
    return nummer, zeit, frozenset((name.casefold(), wert.casefold()) for name, wert in merkmale.items())


def _benannt(merkmale: Mapping[str, str], kennzahl: Indikator | None) -> dict[str, str]:
    """Call characteristics as the indicator does: „Altersgruppen (unter 3 bis 75 u. m.)“ is its „Altersgruppen“."""
    eigene = {als_schluessel(name): name for name in (kennzahl.differenzierung or [] if kennzahl else [])}
    benannt = {}
    for name, wert in merkmale.items():
        lang = als_schluessel(name)
        kurz = next((wort for key, wort in eigene.items() if key and (lang == key or lang.startswith(f"{key}_"))), name)
        benannt[kurz if kurz not in benannt else name] = wert
    return benannt


def _einheit(roh: Rohwert, kennzahl: Indikator | None) -> str:
    eigene = (kennzahl.einheit or "") if kennzahl else ""
    genannt = roh.groesse.einheit
    if genannt.casefold() in _STUECK or genannt.casefold() == eigene.casefold():
        return ""
    return genannt
