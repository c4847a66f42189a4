"""What a Migrationsbericht has to go by: of each document of the folder what it shows, and whether that is anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.berichtsteil import Berichtsteil
from kmut_cli.documents.kennzahlen.auswertung import Auswertung, Reihe, auswertung
from kmut_cli.documents.migrationsbericht_2026 import Migrationsbericht
from kmut_cli.documents.stelle import wert_an
from kmut_cli.documents.ziele import vereinfacht
from kmut_cli.documents.zustand import ist_leer

if TYPE_CHECKING:
    from kmut_cli.documents.dokument import Dokument
    from kmut_cli.documents.handlungskonzept_2026 import Handlungskonzept
    from kmut_cli.documents.monitoring_2026 import Monitoring
    from kmut_cli.documents.taetigkeitsbericht_2020 import Taetigkeitsbericht
    from kmut_cli.documents.umfeld import Quelldatei
    from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung, Veranstaltungen

AUS_DEM_BERICHT = (
    "migrantenorganisationen",
    "oeffentlichkeit",
    "projekte",
    "netzwerkarbeit",
    "einbeziehung_der_gemeinden",
)
"""Sections of the activity report that are told to the public; staff, and what is said to the Land, is not."""


AUSWAHL = {Berichtsteil.zahlen: "indikatoren", Berichtsteil.massnahmen: "handlungsfelder"}
"""Key under which the report chooses what a part shows."""


def was_fehlt(bericht: Migrationsbericht, teil: Berichtsteil, quelle: Quelldatei) -> str:
    """Say what stands in the way of a part.

    Args:
        bericht: The report.
        teil: The part.
        quelle: The document that it comes from.

    Returns:
        A German sentence that names the file without its folder, since it goes into the report; empty if all is well.
    """
    name = PurePath(quelle.name).name
    if not quelle.vorhanden:
        return f"„{name}“ gibt es nicht."
    if quelle.dokument is None:
        return f"„{name}“ lässt sich nicht lesen oder ist ein anderes Dokument."
    if not _hat_inhalt(bericht, teil, quelle.dokument):
        wann = f" für {bericht.jahr}" if teil is Berichtsteil.termine and bericht.jahr is not None else ""
        return f"In „{name}“ steht dazu{wann} nichts."
    return ""


def unbekannte(bericht: Migrationsbericht, teil: Berichtsteil, dokument: Any) -> list[str]:
    """Give what is chosen for a part and not there."""
    gewaehlt = getattr(bericht, AUSWAHL.get(teil, ""), None)
    if not gewaehlt:
        return []
    # Names may be typed differently; of numbers „a1“ and „A1“ are two.
    wie = str.strip if teil is Berichtsteil.zahlen else vereinfacht
    gleich = {wie(eins) for eins in waehlbar(teil, dokument)}
    return [eins for eins in gewaehlt if eins.strip() and wie(eins) not in gleich]


def waehlbar(teil: Berichtsteil, dokument: Any) -> list[str]:
    """Give what may be chosen for a part: numbers of indicators, names of fields of action."""
    if teil is Berichtsteil.zahlen:
        return [eins.nummer for eins in dokument.kennzahlen if eins.nummer]
    return [feld.handlungsfeld for feld in dokument.felder if feld.handlungsfeld]


def zahlen(bericht: Migrationsbericht, monitoring: Monitoring) -> Auswertung:
    """Give the figures that the report shows: of the indicators that are wanted, up to its year."""
    ganze = auswertung(monitoring)
    gewaehlt = tuple(
        eins for eins in ganze.indikatoren if not bericht.indikatoren or eins.nummer in bericht.indikatoren
    )
    nummern = {eins.nummer for eins in gewaehlt}
    bis = {nummer: tuple(_bis(reihe, bericht.jahr) for reihe in reihen) for nummer, reihen in ganze.reihen.items()}
    reihen = {nummer: tuple(eine for eine in alle if eine.punkte) for nummer, alle in bis.items() if nummer in nummern}
    return replace(ganze, indikatoren=gewaehlt, reihen={nummer: alle for nummer, alle in reihen.items() if alle})


def _bis(reihe: Reihe, jahr: int | None) -> Reihe:
    return replace(reihe, punkte=tuple(punkt for punkt in reihe.punkte if jahr is None or punkt.zeit.von.jahr <= jahr))


def konzept(bericht: Migrationsbericht, ganzes: Handlungskonzept) -> Handlungskonzept:
    """Give the concept with the fields of action that are wanted."""
    if not bericht.handlungsfelder:
        return ganzes
    gesucht = {vereinfacht(name) for name in bericht.handlungsfelder}
    felder = [feld for feld in ganzes.felder if vereinfacht(feld.handlungsfeld or "") in gesucht]
    return ganzes.model_copy(update={"handlungsfelder": felder})


def termine(bericht: Migrationsbericht, verzeichnis: Veranstaltungen) -> list[Veranstaltung]:
    """Give the events of the year in order of their dates."""
    jahr = bericht.jahr
    datiert = [(eins.datum, eins) for eins in verzeichnis.eintraege or [] if eins.datum is not None]
    passend = [(datum, eins) for datum, eins in datiert if jahr is not None and datum.im_jahr(jahr)]
    return [eins for _datum, eins in sorted(passend, key=lambda paar: paar[0].folge)]


def ist_erzaehlt(bericht: Taetigkeitsbericht, pfad: tuple[str, ...]) -> bool:
    """Whether an answer of the activity report is told to the public, and there is one."""
    return len(pfad) > 1 and pfad[1] in AUS_DEM_BERICHT and not ist_leer(wert_an(bericht, pfad))


def _hat_inhalt(bericht: Migrationsbericht, teil: Berichtsteil, dokument: Any) -> bool:
    from kmut_cli.documents.gliederung import gliederung

    if teil is Berichtsteil.zahlen:
        return bool(zahlen(bericht, dokument).reihen)
    if teil is Berichtsteil.massnahmen:
        return bool(konzept(bericht, dokument).massnahmen)
    if teil is Berichtsteil.termine:
        return bool(termine(bericht, dokument))
    typ: type[Dokument] = type(dokument)
    return any(ist_erzaehlt(dokument, frage.pfad) for frage in gliederung(typ).fragen)
