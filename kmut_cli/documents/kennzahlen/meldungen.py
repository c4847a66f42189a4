"""What is said of values of indicators that are written wrongly; see :mod:`kmut_cli.documents.meldungen`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kmut_cli.documents import rules
from kmut_cli.documents.datum import JAHR_BIS, JAHR_VON
from kmut_cli.documents.kennzahlen.messwert import STELLEN, Zeichen
from kmut_cli.findings.rule import Rule

ZEITBEISPIELE = "2024-12-31, 31.12.2024, 2024, 2024-06 oder 2023/2024"
_JAHRE = f"Möglich sind die Jahre von {JAHR_VON} bis {JAHR_BIS}."
_ZEICHEN = ", ".join(f'"{eins.symbol}"' for eins in Zeichen)

# Error type → rule, what is expected, help.
ERWARTET: Mapping[str, tuple[Rule, str, str]] = {
    "messwert": (
        rules.ZAHL,
        "eine Zahl",
        f"Schreiben Sie nur Ziffern, ohne Einheit, mit höchstens {STELLEN} Nachkommastellen, z. B. 163455 oder -2,35.",
    ),
    "messzeit": (
        rules.ZEITRAUM_FORM,
        "einen Stichtag, ein Jahr oder einen Zeitraum",
        f"Schreiben Sie {ZEITBEISPIELE}. {_JAHRE}",
    ),
    "zeichen": (
        rules.OPTION,
        "ein Zeichen, wie es in der Tabelle steht",
        f"Möglich sind: {_ZEICHEN}; gleichbedeutend: {', '.join(Zeichen.__members__)}.",
    ),
    "kennzahlnummer": (rules.WERTART, "die Nummer einer Kennzahl", 'Schreiben Sie z. B. "4.1", in Anführungszeichen.'),
    "merkmale": (
        rules.WERTART,
        "Merkmale mit ihrer Ausprägung",
        "Schreiben Sie {Geschlecht: weiblich}, in einer CSV-Datei Geschlecht=weiblich; mehrere trennt dort |.",
    ),
}


def besondere(art: str, wert: str, ctx: Mapping[str, Any], name: str) -> tuple[Rule, str, str] | None:
    """Say what is wrong with a number that people read in two ways, that is a sign, or of a year out of range.

    Args:
        art: Error type.
        wert: What stands in the file, shortened.
        ctx: The error's context.
        name: The key that is concerned.

    Returns:
        Rule, message and help; None for other errors.
    """
    if art == "messwert_tausender":
        text = f"„{name}“: Bei „{wert}“ bleibt offen, ob ein Tausenderzeichen oder ein Dezimalzeichen gemeint ist."
        if not ctx.get("dezimal"):
            text = f"„{name}“: Die Zahl „{wert}“ enthält Tausenderzeichen."
        dezimal = f" Sind es Nachkommastellen, schreiben Sie {ctx['dezimal']}." if ctx.get("dezimal") else ""
        return rules.TAUSENDER, text, f"Schreiben Sie die Zahl ohne Trennzeichen: {ctx['ohne']}.{dezimal}"
    if art == "messzeit_jahr":
        text = f"„{name}“: Das Jahr {ctx['jahr']} liegt außerhalb der Zeit, für die kmut Werte hält."
        return rules.ZEITRAUM_FORM, text, _JAHRE
    if art == "messwert_zeichen":
        text = f"„{name}“ erwartet eine Zahl; „{wert}“ ist das Zeichen einer Tabelle und nicht null."
        return rules.ZAHL, text, f'Lassen Sie „{name}“ leer, und schreiben Sie zeichen: "{ctx.get("symbol", wert)}"'
    return None
