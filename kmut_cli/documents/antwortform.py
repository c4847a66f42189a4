"""What form an answer has, in words for the person who writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.documents.antwortart import BEZEICHNUNG, antwortart
from kmut_cli.documents.antworten import Sonstiges
from kmut_cli.documents.felder import modelle
from kmut_cli.documents.frage import Frage
from kmut_cli.documents.gliederung import optionen, teile
from kmut_cli.documents.modell import Teile, ist_typ

_DATUM = "Datum, so genau wie bekannt: 2023, 2023-05 oder 14.05.2023"
_FORM = {
    "text": "Text",
    "yes_no": "ja oder nein",
    "date": _DATUM,
    "dates": f"{_DATUM}; mehrere in eckigen Klammern: [2026, 2028]",
    "number": "Zahl",
    "choice": "einer dieser Schlüssel",
    "choices": "Liste; von diesen Schlüsseln alle, die zutreffen, jeder hinter einem Strich",
    "texts": "Liste; jeder Punkt hinter einem Strich",
    "list": "Liste; jeder Eintrag beginnt mit einem Strich und hat diese Angaben",
    "text_or_list": "Text, oder eine Liste; jeder Eintrag beginnt mit einem Strich und hat diese Angaben",
    "group": "hinter jedem dieser Schlüssel eine Angabe",
}
_KURZFORM = {
    "yes_no": "ja oder nein",
    "date": "Datum",
    "dates": "Datum oder Liste",
    "number": "Zahl",
    "list": "Liste",
    "texts": "Liste",
}
_GEFRAGT = {"text": "Text", "yes_no": "ja oder nein", "date": _DATUM, "number": "Zahl"}
_ZAHLWORT = {1: "ein Punkt", 2: "zwei Punkte", 3: "drei Punkte"}


def antwortform(frage: Frage, typ: Any) -> Iterator[str]:
    """Say what form the answer has.

    Args:
        frage: The question.
        typ: Type of its answer, without the branches that every answer may have besides.

    Yields:
        Lines: the form in a sentence, then a row for each option (``key – official wording``) or part, its columns set
        off by at least two blanks.
    """
    art = antwortart(typ)
    grenze = _grenze(frage)
    if frage.verweis:
        grenze += f"; es genügt das Kürzel aus „{frage.verweis}“"
    zeilen = list(_teilzeilen(typ, "")) or list(_optionszeilen(typ))
    yield f"Antwort: {_FORM.get(art, BEZEICHNUNG[art])}{grenze}{':' if zeilen else ''}"
    breite = max((len(links) for links, _rechts in zeilen), default=0)
    trenner = "– " if art in ("choice", "choices") else ""
    yield from (f"  {links:<{breite}}  {trenner}{rechts}".rstrip() for links, rechts in zeilen)
    yield from (f"Oder übernommen aus {weg.quelle}.yaml: {{aus: {weg.quelle}}}" for weg in frage.bezug)


def antwort_in_worten(frage: Frage, typ: Any) -> str:
    """Say what form the answer has to somebody who is asked for it and sees no keys."""
    if frage.verweis:
        return f"Antwort: {BEZEICHNUNG[antwortart(typ)]}{_grenze(frage)}; es genügt jeweils das Kürzel"
    return f"Antwort: {_GEFRAGT.get(antwortart(typ), BEZEICHNUNG[antwortart(typ)])}{_grenze(frage)}"


def _grenze(frage: Frage) -> str:
    hoechstens = len(frage.freie_kaestchen)
    return f"; höchstens {_ZAHLWORT.get(hoechstens, f'{hoechstens} Punkte')}" if hoechstens else ""


def _optionszeilen(typ: Any) -> Iterator[tuple[str, str]]:
    frei = any(modell is Sonstiges for modell in modelle(typ))
    for name, titel in optionen(typ).items():
        yield (f"{name}: …" if frei and name == "sonstiges" else name), titel


def _teilzeilen(typ: Any, einzug: str) -> Iterator[tuple[str, str]]:
    """Give the parts with their meaning; parts of parts stand indented below."""
    for gruppe in modelle(typ):
        if not ist_typ(gruppe, Teile):
            continue
        for name, teil in teile(gruppe).items():
            annotation = gruppe.model_fields[name].annotation
            worte = [_was(teil.mit_code, annotation), "" if teil.pflicht else "freiwillig"]
            bedeutung = f": {teil.bedeutung}" if teil.bedeutung else ""
            yield f"{einzug}{name}", ", ".join(wort for wort in worte if wort) + bedeutung
            yield from _teilzeilen(annotation, f"{einzug}  ")


def _was(beschriftung: str, annotation: Any) -> str:
    """Name a part with the form of its value where that is not simply text."""
    art = antwortart(annotation)
    if art == "choice":
        schluessel = list(optionen(annotation))
        form = ", ".join(schluessel[:-1]) + f" oder {schluessel[-1]}"
    else:
        form = _KURZFORM.get(art, "")
    return f"{beschriftung} ({form})" if form else beschriftung
