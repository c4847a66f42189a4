"""What is wrong with a head that does not say in so many words which document the file holds."""

from __future__ import annotations

from typing import Any

from kmut_cli.documents import rules
from kmut_cli.documents.befunde import unbekannter_schluessel
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.meldungen import aufzaehlung, kurz, was_ist
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.vorschlag import meinten_sie
from kmut_cli.findings.finding import Finding
from kmut_cli.source.reader import Source


def typ_nach_kopf(source: Source, daten: dict[str, Any]) -> tuple[type[Dokument] | None, list[Finding]]:
    """Find the class that the head names, or say what is wrong with the head."""
    art, ausgabe = daten.get("dokument"), daten.get("gliederung")
    bekannt = arten()
    for name in ("dokument", "gliederung"):
        falsch = None if name in daten else next((wort for wort in daten if meinten_sie(wort, [name])), None)
        if falsch is not None:
            return None, [unbekannter_schluessel(source, Dokument, (falsch,))]
    if art is None:
        hilfe = f"Schreiben Sie an den Anfang der Datei: dokument: {aufzaehlung(list(bekannt))}"
        return None, [source.finding(rules.ART_FEHLT, ("dokument",), "Die Angabe „dokument“ fehlt.", hilfe)]
    if not isinstance(art, str) or art not in bekannt:
        nah = meinten_sie(art, bekannt) if isinstance(art, str) else None
        hilfe = f"Meinten Sie „{nah}“?" if nah else f"Möglich sind: {aufzaehlung(list(bekannt))}."
        text = _unbekannt("Die Art von Dokument", art)
        return None, [source.finding(rules.ART_UNBEKANNT, ("dokument",), text, hilfe)]
    ausgaben = aufzaehlung([f'"{eine}"' for eine in bekannt[art]])
    if ausgabe is None:
        neueste = dokumenttyp(art, bekannt[art][-1])
        if not neueste.amtlich:
            return neueste, []
        text = (
            "Die Angabe „gliederung“ fehlt: Nach welcher Ausgabe der amtlichen Gliederung ist das Dokument geschrieben?"
        )
        ort = ("gliederung",) if "gliederung" in daten else ("dokument",)
        return None, [
            source.finding(rules.AUSGABE_FEHLT, ort, text, f"Schreiben Sie: gliederung: {ausgaben}", key=True)
        ]
    if not isinstance(ausgabe, str) or ausgabe not in bekannt[art]:
        text = _unbekannt("Die Ausgabe der Gliederung", ausgabe)
        hilfe = f"Möglich ist: {ausgaben}. Das Jahr des Dokuments steht in einer eigenen Zeile."
        return None, [source.finding(rules.AUSGABE_UNBEKANNT, ("gliederung",), text, hilfe)]
    return dokumenttyp(art, ausgabe), []


def _unbekannt(was: str, wert: Any) -> str:
    if isinstance(wert, str):
        return f"{was} „{kurz(wert)}“ kennt kmut nicht."
    return f"{was} steht in einem Wort, hier steht {was_ist(wert)}."
