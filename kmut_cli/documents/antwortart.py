"""What kind of answer a question wants, in words for people and for machines: read off its type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import PlainValidator

from kmut_cli.documents.antworten import Anzahl, JaNein, Sonstiges, Text, Zahl
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.eins_oder_liste import listenzweig
from kmut_cli.documents.gliederung import antworttyp, optionen, teile
from kmut_cli.documents.modell import Teile, ist_typ
from kmut_cli.documents.option import Option
from kmut_cli.documents.uhrzeit import Uhrzeit
from kmut_cli.documents.zeitraum import Zeitraum

# Name for machines → name for people.
BEZEICHNUNG = {
    "text": "Text",
    "yes_no": "ja oder nein",
    "date": "Datum",
    "dates": "ein Datum oder mehrere",
    "period": "Tag oder Zeitraum",
    "time": "Uhrzeit",
    "number": "Zahl",
    "choice": "eine Auswahl",
    "choices": "Liste aus der Auswahl",
    "texts": "Liste von Texten",
    "list": "Liste mit Angaben",
    "text_or_list": "Text oder Liste mit Angaben",
    "group": "mehrere Angaben",
}


def antwortart(typ: Any) -> str:
    """Name the kind of answer.

    Args:
        typ: Type of an answer or of a part, with or without what every answer may be besides.

    Returns:
        A key of ``BEZEICHNUNG``.
    """
    typ = antworttyp(typ)
    typ = listenzweig(typ) or typ
    if ist_typ(typ, Teile):
        return "group"
    for name, klasse in (("choice", Option), ("date", Datum), ("period", Zeitraum), ("time", Uhrzeit)):
        if ist_typ(typ, klasse):
            return name
    if get_origin(typ) is list:
        return _liste(get_args(typ)[0])
    for name, skalar in (("yes_no", JaNein), ("number", Zahl), ("number", Anzahl), ("text", Text)):
        if _leser(typ) and _leser(typ) == _leser(skalar):
            return name
    return "text_or_list" if _alle(typ, Teile) else "text"


class Bestandteil(NamedTuple):
    """A part of which an answer, or each entry of its list, is made.

    Attributes:
        schluessel: Its key; with dots for a part of a part.
        beschriftung: Its label, behind its code.
        art: Kind of answer, see ``BEZEICHNUNG``.
        pflicht: Whether it is owed.
        amtlich: Whether the label is the outline's own.
        optionen: What can be chosen, key → wording.
    """

    schluessel: str
    beschriftung: str
    art: str
    pflicht: bool
    amtlich: bool
    optionen: dict[str, str]


def bestandteile(typ: Any) -> Iterator[Bestandteil]:
    """Give the parts of which an answer, or each entry of its list, is made; parts of parts behind what they belong to."""
    for gruppe in _alle(antworttyp(typ), Teile):
        for name, teil in teile(gruppe).items():
            art = gruppe.model_fields[name]
            ganz = art.metadata[0] if art.metadata else None
            name_der_art = _art_des_feldes(art.annotation, ganz)
            wahl = optionen(art.annotation) if name_der_art in ("choice", "choices") else {}
            yield Bestandteil(name, teil.mit_code, name_der_art, teil.pflicht, teil.amtlich, wahl)
            for eins in bestandteile(art.annotation):
                yield eins._replace(schluessel=f"{name}.{eins.schluessel}")


def _art_des_feldes(annotation: Any, marke: Any) -> str:
    return "text" if annotation is str and marke is not None else antwortart(annotation)


def _liste(eintrag: Any) -> str:
    if _alle(eintrag, Teile):
        return "list"
    if ist_typ(eintrag, Datum):
        return "dates"
    return "choices" if _alle(eintrag, Option) or _alle(eintrag, Sonstiges) else "texts"


def _leser(typ: Any) -> list[PlainValidator]:
    return [eins for eins in getattr(typ, "__metadata__", ()) if isinstance(eins, PlainValidator)]


def _alle(typ: Any, basis: type[Any]) -> list[Any]:
    """Give the classes below ``basis`` that a type names, outermost first."""
    if ist_typ(typ, basis):
        return [typ]
    return [klasse for teil in get_args(typ) for klasse in _alle(teil, basis)]
