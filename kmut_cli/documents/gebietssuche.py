"""Which body is meant: by its name, however people write it, or by its AGS."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kmut_cli.documents.gebiete import AUFGELOEST_AM, BEISPIEL, NACHFOLGER, Gebiet, gebiete
from kmut_cli.documents.gebietsname import anrede, art_in, kandidaten, kern, passt
from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.vorschlag import als_schluessel

_ZIFFERN = re.compile(r"[Kk]?\s*([0-9][0-9 ]*)")
_NAEHE = 0.7
_HOECHSTENS = 3


@dataclass(frozen=True, slots=True)
class Rueckfrage:
    """What was typed names no body, or several.

    Attributes:
        text: What is wrong, in one sentence.
        hilfe: What to write instead.
        auswahl: The bodies that may be meant; empty if none is near.
    """

    text: str
    hilfe: str
    auswahl: tuple[Gebiet, ...] = ()


def alle() -> tuple[Gebiet, ...]:
    """Give the 47 bodies that may have a Koordinierungsstelle, by name."""
    echte = (gebiet for gebiet in gebiete().values() if not gebiet.aufgeloest and gebiet.ags != BEISPIEL)
    return tuple(sorted(echte, key=lambda gebiet: (als_schluessel(gebiet.name), gebiet.ags)))


def suche(eingabe: str) -> Gebiet | Rueckfrage:
    """Find the body that is meant.

    Args:
        eingabe: A name as people write it („LK Rotenburg“, „Osnabrück, Landkreis“), or an AGS, also one that has lost its
            zero or carries the K of the Land's tables.

    Returns:
        The body if exactly one that exists is meant, else what to ask.
    """
    eingabe = " ".join(eingabe.split())
    ziffern = _ZIFFERN.fullmatch(eingabe)
    return _nach_ags(ziffern[1].replace(" ", "")) if ziffern else _nach_name(eingabe)


def _nach_ags(ags: str) -> Gebiet | Rueckfrage:
    ags = f"0{ags}" if len(ags) in (4, 7) else ags  # a spreadsheet takes the zero away
    gebiet = gebiete().get(ags)
    if gebiet is not None:
        return _ersetzt(gebiet) if gebiet.aufgeloest else gebiet
    text = f"Zum AGS „{kurz(ags)}“ gehört keine der 47 Kommunen."
    kreis = gebiete().get(NACHFOLGER.get(ags[:5], ags[:5]))
    if kreis is not None:
        return Rueckfrage(text, _meinten_sie([kreis]), (kreis,))
    hilfe = "Landkreise und kreisfreie Städte haben fünf Ziffern und beginnen mit 03; schreiben Sie sonst den Namen."
    return Rueckfrage(text, hilfe)


def _nach_name(name: str) -> Gebiet | Rueckfrage:
    gesucht = als_schluessel(name)
    if not gesucht:
        return Rueckfrage("Es fehlt die Kommune.", "Schreiben Sie ihren Namen oder ihren AGS.")
    genau = [
        eins for eins in gebiete().values() if gesucht in (als_schluessel(eins.name), als_schluessel(anrede(eins)))
    ]
    gefunden = [eins for eins in genau if not eins.aufgeloest] or kandidaten(name)
    if len(gefunden) == 1:
        return gefunden[0]
    if gefunden:
        text = f"„{kurz(name)}“ gibt es {_ZAHLWORT.get(len(gefunden), str(len(gefunden)))}."
        return Rueckfrage(text, _schreiben_sie(gefunden), tuple(gefunden))
    if frueher := next((eins for eins in gebiete().values() if eins.aufgeloest and _nennt(gesucht, eins)), None):
        return _ersetzt(frueher)
    nah = _aehnliche(gesucht)
    hilfe = _meinten_sie(nah) if nah else "Schreiben Sie den Namen des Landkreises oder der Stadt, oder den AGS."
    return Rueckfrage(f"„{kurz(name)}“ ist keine der 47 Kommunen mit Koordinierungsstelle.", hilfe, tuple(nah))


_ZAHLWORT = {2: "zweimal", 3: "dreimal"}


def _ersetzt(frueher: Gebiet) -> Rueckfrage:
    neu = gebiete()[NACHFOLGER[frueher.ags]]
    text = f"„{anrede(frueher)}“ ({frueher.ags}) gibt es seit dem {AUFGELOEST_AM} nicht mehr."
    return Rueckfrage(text, f"Sein Gebiet gehört zu: {_mit_ags(neu)}.", (neu,))


def _nennt(gesucht: str, gebiet: Gebiet) -> bool:
    """Whether words name a body by its first name alone, „Osterode“, or in full."""
    return passt(gesucht, gebiet) or als_schluessel(gebiet.name).split("_")[0] in gesucht.split("_")


def _aehnliche(gesucht: str) -> list[Gebiet]:
    """Give the bodies whose name is near: begun, in part, or mistyped; nearest first."""
    import difflib

    worte = gesucht.split("_")
    ohne_art = [wort for wort in worte if art_in({wort}) is None] or worte
    wort = "_".join(ohne_art)

    def naehe(gebiet: Gebiet) -> float:
        ort = "_".join(teil for teil in als_schluessel(gebiet.name).split("_") if teil in kern(gebiet))
        if set(ohne_art) & kern(gebiet) or (len(wort) > 2 and ort.startswith(wort)):
            return 1.0
        return difflib.SequenceMatcher(None, wort, ort).ratio()

    nach_naehe = sorted(((naehe(gebiet), gebiet) for gebiet in alle()), key=lambda paar: -paar[0])
    grenze = 1.0 if nach_naehe[0][0] == 1.0 else _NAEHE  # beside a part of the name, what merely sounds alike is noise
    return [gebiet for wie_nah, gebiet in nach_naehe[:_HOECHSTENS] if wie_nah >= grenze]


def _mit_ags(gebiet: Gebiet) -> str:
    return f"{anrede(gebiet)} ({gebiet.ags})"


def _meinten_sie(auswahl: Iterable[Gebiet]) -> str:
    return f"Meinten Sie {' oder '.join(_mit_ags(gebiet) for gebiet in auswahl)}?"


def _schreiben_sie(auswahl: Iterable[Gebiet]) -> str:
    return f"Schreiben Sie {' oder '.join(f'„{anrede(gebiet)}“ ({gebiet.ags})' for gebiet in auswahl)}."
