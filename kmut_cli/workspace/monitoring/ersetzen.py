"""What is written where a value takes the place of another: the new one, and in plain words the one that went.

A number that its own source has corrected is a revision. One that somebody else publishes is another number, and no
revision: only a remark says then what stood there, and who said so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kmut_cli.source.emit import Plain
from kmut_cli.workspace.monitoring.abgleich import Herkunft, Vergleich

_FEST = ("indikator", "zeit", "merkmale")
_ANGABE = ("wert", "zeichen")
_HERKUNFT = ("quelle", "tabelle", "abruf")
_VERMERK = "revidiert mit Abruf vom "
_GUETE = frozenset({"vorläufig", "berichtigt", "geschätzt"})
"""Remarks of an import that are about the former number alone."""


def ersetzt(eins: Vergleich, herkunft: Herkunft, alt: Mapping[str, Any]) -> dict[str, Any]:
    """Give the value with the former one noted.

    Args:
        eins: The value, with the one that it replaces.
        herkunft: Where the new one comes from.
        alt: The entry as it stands, plain data.
    """
    daten = {name: wert for name, wert in eins.daten(herkunft).items() if name not in _FEST}
    fremd = eins.aus_anderer_quelle(herkunft)
    weg = {*_ANGABE, *_HERKUNFT, "revidiert"} if fremd else set(_ANGABE)
    neu = {name: wert for name, wert in alt.items() if name in daten or name not in weg} | daten
    frueher, davor = str(eins.bisher), _text(alt, "revidiert")
    bemerkungen = [teil for teil in _text(alt, "bemerkung").split("; ") if teil and teil not in _GUETE]
    if fremd:
        bemerkungen.append(_laut(frueher, davor, alt))
        neu.pop("revidiert", None)
    else:
        neu["revidiert"] = Plain(frueher) if frueher.replace(",", "").isdecimal() else frueher
        _merke_kette(bemerkungen, davor)
        bemerkungen.append(_VERMERK + ".".join(reversed(herkunft.abruf.split("-"))))
    neu["bemerkung"] = "; ".join([*bemerkungen, *([eins.roh.bemerkung] if eins.roh.bemerkung else [])])
    return neu


def _merke_kette(bemerkungen: list[str], davor: str) -> None:
    """Note the number before the former one, for which ``revidiert`` has no place any more; at its own note."""
    if not davor:
        return
    if bemerkungen and bemerkungen[-1].startswith(_VERMERK) and "(" not in bemerkungen[-1]:
        bemerkungen[-1] += f" (vorher {davor})"
    else:
        bemerkungen.append(f"vorher {davor}")


def _laut(frueher: str, davor: str, alt: Mapping[str, Any]) -> str:
    """Say what another source has said: „vorher 100 laut Einwohnermeldeamt, Tabelle T1“."""
    davor = f" (davor {davor})" if davor else ""
    tabelle = f", Tabelle {_text(alt, 'tabelle')}" if _text(alt, "tabelle") else ""
    return f"vorher {frueher}{davor} laut {_text(alt, 'quelle')}{tabelle}"


def _text(alt: Mapping[str, Any], name: str) -> str:
    return " ".join(str(alt.get(name) or "").split())
