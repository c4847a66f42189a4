"""An answer in one line, for lists in which one recognises it."""

from __future__ import annotations

from typing import Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert, Sonstiges
from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.zustand import ist_leer

LAENGE = 200


def kurzantwort(wert: Any, laenge: int = LAENGE) -> str:
    """Write an answer in one line.

    Args:
        wert: As validated.
        laenge: Characters after which it is cut, with „…“ as the last.

    Returns:
        Text without line breaks; of long lists the number of entries and how each begins.
    """
    text = " ".join(_kurz(wert).split())
    return text if len(text) <= laenge else text[: laenge - 1].rstrip() + "…"


def _kurz(wert: Any) -> str:
    if isinstance(wert, list):
        return _liste([eins for eins in wert if not ist_leer(eins)])
    if isinstance(wert, Sonstiges):
        return wert.sonstiges
    if isinstance(wert, Erlaeutert):
        return ": ".join(teil for teil in (_kurz(wert.antwort), wert.erlaeuterung or "") if teil)
    if isinstance(wert, Modell) and not isinstance(wert, Entfaellt):
        namen = {name: teil.mit_code for name, teil in teile(type(wert)).items()}
        angaben = ((namen.get(name, name), eins) for name, eins in wert if not ist_leer(eins))
        return "; ".join(f"{name}: {_kurz(eins)}" for name, eins in angaben)
    return kurztext(wert)


def _liste(eintraege: list[Any]) -> str:
    if not eintraege or not isinstance(eintraege[0], Modell) or isinstance(eintraege[0], Sonstiges):
        return ", ".join(_kurz(eins) for eins in eintraege)
    anzahl = "1 Eintrag" if len(eintraege) == 1 else f"{len(eintraege)} Einträge"
    return f"{anzahl}: {'; '.join(_kenntlich(eins) for eins in eintraege)}"


def _kenntlich(eintrag: Modell) -> str:
    """Give the part by which one knows an entry: the first that is owed, else the first that is there."""
    alle = teile(type(eintrag))
    da = [name for name in alle if not ist_leer(getattr(eintrag, name))]
    name = next((name for name in da if alle[name].pflicht), da[0] if da else "")
    return _kurz(getattr(eintrag, name)) if name else ""
