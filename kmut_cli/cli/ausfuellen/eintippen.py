"""Between what is typed in one line and what stands in the file."""

from __future__ import annotations

import re
from typing import Any

from kmut_cli.documents.antwortdaten import als_entfaellt, grund_in, ist_entfallen
from kmut_cli.documents.antworttext import kurz_gesagt
from kmut_cli.documents.eingabefeld import Feld, fehler_im_grund, fehler_in
from kmut_cli.documents.kennzahlen.messwert import Merkmale
from kmut_cli.documents.modell import ist_typ
from kmut_cli.source.edit import Flow, Plain

_ENTFAELLT = re.compile(r"(?i)\s*(?:entf(?:ä|ae)llt)\s*:(.*)", re.DOTALL)
_IN_ZEICHEN = re.compile(r'\s*["„“](.*)["“”]\s*')


def als_eingabe(feld: Feld, daten: Any) -> str:
    """Give what stands in the file as one would type it, empty if nobody can."""
    if isinstance(daten, str):
        return daten.rstrip("\n")
    if ist_entfallen(daten):
        return f"entfällt: {grund_in(daten)}" if feld.frage is None else ""
    if ist_typ(feld.typ, Merkmale) and not fehler_in(feld.typ, daten, ""):
        return str(Merkmale.lies(daten)) if daten else ""
    return kurz_gesagt(feld, daten) if isinstance(daten, list) and feld.einzeln else ""


def fehler_beim_tippen(feld: Feld, text: str) -> str:
    """Say what is wrong with what is typed for a field, or for an entry of its list; empty if nothing is."""
    if not text.strip():
        return ""
    if (grund := _grund(feld, text)) is not None:
        return fehler_im_grund(grund)
    return fehler_in(feld.eintragstyp, _ohne_zeichen(feld, text), feld.kurzname)


def aus_eingabe(feld: Feld, text: str) -> Any:
    """Give what is typed as it is written in the file; text that may be anything is kept to the letter."""
    if (grund := _grund(feld, text)) is not None:
        return als_entfaellt(grund.strip())
    if not feld.knapp and feld.art != "dates" and not fehler_in(feld.eintragstyp, "§", ""):
        return text
    wert = _ohne_zeichen(feld, text)
    if ist_typ(feld.typ, Merkmale):
        return Flow(Merkmale.lies(wert).als_dict)
    return Plain(wert) if feld.nackt else wert


def _grund(feld: Feld, text: str) -> str | None:
    """Give the reason typed for a part that does not apply: „entfällt: …“."""
    treffer = _ENTFAELLT.fullmatch(text) if feld.kann_entfallen and feld.frage is None else None
    return treffer[1] if treffer else None


def _ohne_zeichen(feld: Feld, text: str) -> str:
    """Leave out quotes that somebody typed because the file has them there, if it is right only without."""
    treffer = _IN_ZEICHEN.fullmatch(text)
    if treffer and fehler_in(feld.eintragstyp, text.strip(), ""):
        return treffer[1].strip()
    return text.strip()
