"""From a Pydantic error to what a coordinator reads: by the error's type, never by its English text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from kmut_cli.documents import rules, uhrzeit, zeitraum
from kmut_cli.documents.datum import BEISPIELE
from kmut_cli.documents.kennzahlen import meldungen as meldungen_messwert
from kmut_cli.documents.vorschlag import meinten_sie
from kmut_cli.findings.rule import Rule


class Meldung(NamedTuple):
    """A message without its place."""

    rule: Rule
    message: str
    help: str


_JA_UND_MEHR = re.compile(r"(?i)(ja|nein)\b[\s,;:.–(-]*(.+)")
GRUND_HILFE = "Schreiben Sie hinter „entfaellt:“, warum die Frage nicht zutrifft."
_ERWARTET = {
    "text": ("einen Text", ""),
    "list_type": ("eine Liste", "Schreiben Sie jeden Punkt in eine eigene, eingerückte Zeile, die mit „- “ beginnt."),
    "model_type": ("eine Gruppe von Angaben", "Schreiben Sie darunter eingerückt: {schluessel}"),
    "dict_type": (
        "eine Gruppe von Angaben",
        "Schreiben Sie jede Angabe darunter eingerückt in eine eigene Zeile: …: …",
    ),
}
# Error type → rule, what is expected, help.
_WERT = {
    "datum_form": (rules.DATUM_FORM, "ein Datum", f"Schreiben Sie {BEISPIELE}."),
    "datum_tag": (
        rules.DATUM_FORM,
        "ein Datum mit Tag",
        "Schreiben Sie Tag, Monat und Jahr, z. B. 2026-03-31 oder 31.03.2026.",
    ),
    "jahr": (rules.JAHR, "ein Jahr", "Schreiben Sie das Jahr mit vier Ziffern, z. B. 2024."),
    "zeitraum_form": (
        rules.ZEITRAUM_FORM,
        "einen Tag oder einen Zeitraum",
        f"Schreiben Sie z. B. {zeitraum.BEISPIELE}.",
    ),
    "uhrzeit": (rules.UHRZEIT, "eine Uhrzeit", f"Schreiben Sie z. B. {uhrzeit.BEISPIELE}."),
    **meldungen_messwert.ERWARTET,
}
_KEIN_TAG = "Den Tag {wert} gibt es im Kalender nicht."
# Error type → rule, message, help.
_KALENDER = {
    "datum_kalender": (
        rules.DATUM_KALENDER,
        _KEIN_TAG,
        "Prüfen Sie den Tag; ist er nicht bekannt, genügt der Monat.",
    ),
    "tag_kalender": (rules.DATUM_KALENDER, _KEIN_TAG, "Prüfen Sie Tag und Monat."),
    "zeitraum_folge": (
        rules.ZEITRAUM_FOLGE,
        "Der Zeitraum „{wert}“ endet, bevor er beginnt.",
        "Schreiben Sie zuerst den Beginn, dann das Ende.",
    ),
}


def was_ist(wert: Any) -> str:
    """Name what stands in the file, in the nominative: „eine Liste“."""
    if isinstance(wert, Mapping):
        return "eine Gruppe von Angaben"
    if isinstance(wert, list):
        return "eine Liste"
    return "nichts" if wert is None else f"„{kurz(wert)}“"


def kurz(wert: Any) -> str:
    """Give a value short enough for a message, on one line."""
    text = " ".join(str(wert).split())
    return text if len(text) <= 40 else text[:39] + "…"


def aufzaehlung(worte: list[str]) -> str:
    """Join words with commas and „oder“."""
    return worte[0] if len(worte) == 1 else f"{', '.join(worte[:-1])} oder {worte[-1]}"


def meldung(art: str, wert: Any, ctx: Mapping[str, Any], name: str, schluessel: list[str]) -> Meldung:
    """Say in German what is wrong.

    Args:
        art: Pydantic's error type.
        wert: What stands in the file.
        ctx: The error's context.
        name: The key (or „Punkt 2 von ziele“ for an item of a list) that is concerned.
        schluessel: Keys that are known there.

    Returns:
        The message with its rule; for a type that no one foresaw, a general one.
    """
    if art in _ERWARTET:
        return _falsche_art(art, wert, name, schluessel)
    if art in _WERT:
        rule, soll, hilfe = _WERT[art]
        return Meldung(rule, f"„{name}“ erwartet {soll}, hier steht {was_ist(wert)}.", hilfe)
    w = kurz(wert)
    if art in _KALENDER:
        rule, text, hilfe = _KALENDER[art]
        return Meldung(rule, text.format(wert=w), hilfe)
    if (besondere := meldungen_messwert.besondere(art, w, ctx, name)) is not None:
        return Meldung(*besondere)
    match art:
        case "grund":
            nur = f": Hier steht nur {was_ist(wert)}." if isinstance(wert, str) and wert.strip() else "."
            return Meldung(rules.GRUND_FEHLT, f"Die Frage soll entfallen, aber der Grund fehlt{nur}", GRUND_HILFE)
        case "ja_nein":
            text = f"„{name}“ erwartet ja oder nein, hier steht {was_ist(wert)}."
            return Meldung(rules.JA_NEIN, text, _ja_nein_hilfe(wert))
        case "jahr_schluessel":
            text = f"Vor dem Doppelpunkt steht hier das Jahr des Dokuments und nicht {was_ist(wert)}."
            return Meldung(rules.JAHR, text, "Schreiben Sie das Jahr mit vier Ziffern, z. B. 2025: 2026-03-31.")
        case "zahl" | "anzahl":
            ganz = "eine ganze Zahl" if art == "anzahl" else "eine Zahl"
            hilfe = "Schreiben Sie nur Ziffern, ohne Einheit" + (
                ", z. B. 25." if art == "anzahl" else ", z. B. 39 oder 19,5."
            )
            return Meldung(rules.ZAHL, f"„{name}“ erwartet {ganz}, hier steht {was_ist(wert)}.", hilfe)
        case "zahl_tausender":
            return Meldung(
                rules.TAUSENDER,
                f"„{name}“: Bei „{w}“ bleibt offen, ob ein Dezimalpunkt oder ein Tausenderpunkt gemeint ist.",
                f"Schreiben Sie die Zahl ohne Trennzeichen, z. B. {ctx['ohne']}.",
            )
        case "ags":
            text = f"„{name}“ erwartet einen amtlichen Gemeindeschlüssel, hier steht {was_ist(wert)}."
            return Meldung(rules.AGS, text, _ags_hilfe(ctx["ziffern"]))
        case "option":
            return _option(wert, list(ctx["erlaubt"]), name)
    return Meldung(
        rules.WERTART, f"Die Angabe zu „{name}“ passt hier nicht.", f"Siehe kmut explain {rules.WERTART.code}."
    )


def _falsche_art(art: str, wert: Any, name: str, schluessel: list[str]) -> Meldung:
    if wert is None and name == "entfaellt":
        return Meldung(rules.GRUND_FEHLT, "Die Frage soll entfallen, aber der Grund fehlt.", GRUND_HILFE)
    if wert is None:
        return Meldung(
            rules.WERTART, f"„{name}“: Hier steht nichts.", "Ergänzen Sie die Angabe oder löschen Sie die Zeile."
        )
    soll, hilfe = _ERWARTET[art]
    bekannt = ", ".join(f"{eins}:" for eins in schluessel if eins not in ("entfaellt", "antwort"))
    if art == "text":
        hilfe = _texthilfe(wert, name)
    elif art == "list_type" and isinstance(wert, str) and wert.startswith("-"):
        hilfe = "Nach dem Strich am Anfang jeder Zeile fehlt ein Leerzeichen: „- “."
    text = f"„{name}“ erwartet {soll}, hier steht {was_ist(wert)}."
    return Meldung(rules.WERTART, text, hilfe.format(name=name, schluessel=bekannt))


def _ja_nein_hilfe(wert: Any) -> str:
    """Offer the author's own ja or nein, and what follows it as the explanation."""
    if isinstance(wert, str) and (treffer := _JA_UND_MEHR.fullmatch(" ".join(wert.split()))):
        return f'Schreiben Sie {{antwort: {treffer[1].lower()}, erlaeuterung: "{kurz(treffer[2])}"}}.'
    return 'Schreiben Sie ja oder nein; mit Erläuterung: {antwort: ja, erlaeuterung: "…"}.'


def _texthilfe(wert: Any, name: str) -> str:
    """Say how text is written that YAML takes for a list or for keys."""
    if isinstance(wert, Mapping):
        return "Gehört der Doppelpunkt zum Text, setzen Sie den ganzen Text in Anführungszeichen."
    if isinstance(wert, list) and not name.startswith("Punkt "):
        return "Schreiben Sie „{name}: |“; was darunter eingerückt steht, ist dann Text, auch mit Spiegelstrichen."
    return "Schreiben Sie den Text in Anführungszeichen."


def _ags_hilfe(ziffern: str) -> str:
    if len(ziffern) == 4:
        return f'Die führende Null fehlt: Schreiben Sie "0{ziffern}" in Anführungszeichen.'
    if len(ziffern) in (5, 8):
        return f'Schreiben Sie nur die Ziffern in Anführungszeichen: "{ziffern}".'
    return 'Schreiben Sie fünf Ziffern in Anführungszeichen, z. B. "03357".'


def _option(wert: Any, erlaubt: list[str], name: str) -> Meldung:
    nah = meinten_sie(wert, erlaubt) if isinstance(wert, str) else None
    hilfe = f"Meinten Sie „{nah}“?" if nah else f"Möglich sind: {aufzaehlung(erlaubt)}."
    if isinstance(wert, str):
        return Meldung(rules.OPTION, f"„{name}“ kennt die Auswahl „{kurz(wert)}“ nicht.", hilfe)
    return Meldung(rules.OPTION, f"„{name}“ erwartet eine Auswahl, hier steht {was_ist(wert)}.", hilfe)
