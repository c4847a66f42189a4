"""What is typed into one field: read off the type of an answer or of its part, with the check that belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Any, get_args, get_origin

from pydantic import PlainValidator, TypeAdapter, ValidationError

from kmut_cli.documents.antwortart import antwortart
from kmut_cli.documents.antwortdaten import ENTFAELLT
from kmut_cli.documents.antworten import Entfaellt, Erlaeutert, Grund, Sonstiges, Text
from kmut_cli.documents.eins_oder_liste import listenzweig
from kmut_cli.documents.felder import modelle
from kmut_cli.documents.frage import Bedingung, Frage
from kmut_cli.documents.gliederung import FrageImText, antworttyp, optionen, teile
from kmut_cli.documents.kennzahlen.messwert import Merkmale, Wertzahl, Zeichen
from kmut_cli.documents.meldungen import kurz, meldung
from kmut_cli.documents.modell import Modell, Teile, ist_typ

IHRE_ANTWORT = "Ihre Antwort"
"""How a message calls the question that is being asked."""
_KNAPP = ("date", "number", "period", "time")
_MERKMALE = "z. B. Geschlecht=weiblich; mehrere mit | dazwischen; ohne Angabe insgesamt"
# How meanings show the notation of the file, and what is typed instead: brackets, quotes, {entfaellt: …}.
_NOTATION = (
    (re.compile(r'\{entfaellt: "?…"?\}'), "„entfällt: …“"),
    (re.compile(r"In Anführungszeichen, "), ""),
    (re.compile(r'"([^"]*)"'), r"\1"),
    (re.compile(r"\[([^\]]*)\]"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Feld:
    """Something that is asked for by itself: a question, or a part of an answer.

    Attributes:
        name: Last key of its place.
        beschriftung: Label.
        typ: Type of the value.
        art: Kind of answer, see :data:`kmut_cli.documents.antwortart.BEZEICHNUNG`.
        pflicht: Whether the answer is incomplete without it.
        bedeutung: What is meant.
        erlaeuterbar: Whether the value may grow an explanation.
        frage: The question's declaration; None for a part.
        kann_entfallen: Whether it may be declared not applicable.
        quellen: Kinds of document from which the answer may be taken.
        wenn: When a part is owed; None if always.
        kurzname: How a message calls it.
        eintrag: What an entry of its list is called.
    """

    name: str
    beschriftung: str
    typ: Any
    art: str
    pflicht: bool = False
    bedeutung: str = ""
    erlaeuterbar: bool = False
    frage: Frage | None = field(default=None, compare=False)
    kann_entfallen: bool = False
    quellen: tuple[str, ...] = ()
    wenn: Bedingung | None = None
    kurzname: str = ""
    eintrag: str = "Eintrag"

    @property
    def optionen(self) -> dict[str, str]:
        """Options of a choice as they are written in the file → wording."""
        if ist_typ(self.typ, Zeichen):
            return {eins.symbol: f"{eins.symbol:<3} {eins.titel}" for eins in Zeichen}
        return optionen(self.typ)

    def option(self, daten: Any) -> str | None:
        """Give the option that is meant by what stands in the file, None if it is none of them."""
        if ist_typ(self.typ, Zeichen) and isinstance(daten, str) and not fehler_in(self.typ, daten, ""):
            return Zeichen.lies(daten).symbol
        return daten if isinstance(daten, str) and daten in self.optionen else None

    @property
    def frei(self) -> bool:
        """Whether a text of one's own may stand beside the options."""
        return any(modell is Sonstiges for modell in modelle(self.typ))

    @property
    def einzeln(self) -> bool:
        """Whether a single value may stand in place of its list."""
        return listenzweig(self.typ) is not None

    @property
    def eintragstyp(self) -> Any:
        """Type of an entry of its list; for what is no list, its own."""
        liste = listenzweig(self.typ) or self.typ
        return get_args(liste)[0] if get_origin(liste) is list else self.typ

    @property
    def knapp(self) -> bool:
        """Whether it is a value of one line, and no text that may grow long."""
        return self.art in _KNAPP or (self.art == "text" and _leser(self.typ) != _leser(Text))

    @property
    def nackt(self) -> bool:
        """Whether its value is written without quotes."""
        return self.art in _KNAPP or self.art == "dates" or _leser(self.typ) == _leser(Wertzahl)

    @property
    def tief(self) -> bool:
        """Whether its entries hold lists whose entries hold lists again: too much to keep in mind at a prompt."""
        return any(innen.art == "list" for teil in self.teile if teil.art == "list" for innen in teil.teile)

    @property
    def teile(self) -> tuple[Feld, ...]:
        """Parts of which the answer, or the first entry of its list, is made."""
        return self.teile_im_eintrag(1)

    def teile_im_eintrag(self, nummer: int) -> tuple[Feld, ...]:
        """Give the parts of an entry with this number (from 1): codes such as „D 21“ carry it."""
        gruppe = next((modell for modell in modelle(self.typ) if ist_typ(modell, Teile)), None)
        return tuple(_teil(gruppe, name, nummer) for name in teile(gruppe)) if gruppe is not None else ()


def feld_der_frage(dokumenttyp: type[Modell], frage: FrageImText, jahr: str) -> Feld:
    """Give the field of a question."""
    klasse: Any = dokumenttyp
    for name in frage.pfad[:-1]:
        klasse = klasse.model_fields[name].annotation
    alle = list(modelle(klasse.model_fields[frage.pfad[-1]].annotation))
    return Feld(
        name=frage.pfad[-1],
        beschriftung=frage.frage.fuer_jahr(jahr),
        typ=frage.typ,
        art=antwortart(frage.typ),
        pflicht=frage.frage.pflicht,
        erlaeuterbar=any(issubclass(eins, Erlaeutert) for eins in alle),
        frage=frage.frage,
        kann_entfallen=Entfaellt in alle,
        quellen=tuple(weg.quelle for weg in frage.frage.bezug),
        kurzname=IHRE_ANTWORT,
        eintrag=_eintrag(frage.typ),
    )


def kurzname(frage: Frage) -> str:
    """Name a question in a message: by its code, the title that it has alone, or how its wording begins."""
    return frage.code or (frage.abschnitt.titel if frage.abschnitt else kurz(frage.wortlaut))


def _teil(gruppe: type[Modell], name: str, nummer: int) -> Feld:
    info = gruppe.model_fields[name]
    teil = teile(gruppe)[name]
    ganz = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    typ = antworttyp(ganz)
    alle = list(modelle(info.annotation))
    return Feld(
        name=name,
        beschriftung=teil.im_eintrag(nummer),
        typ=typ,
        art=antwortart(typ),
        pflicht=teil.pflicht,
        bedeutung=_MERKMALE if ist_typ(typ, Merkmale) else _ohne_notation(teil.bedeutung),
        erlaeuterbar=any(issubclass(eins, Erlaeutert) for eins in alle),
        kann_entfallen=Entfaellt in alle and not any(issubclass(eins, Erlaeutert) for eins in alle),
        wenn=teil.wenn,
        kurzname=kurz(teil.kurz(nummer)),
        eintrag=_eintrag(typ),
    )


def _eintrag(typ: Any) -> str:
    return next((eins.wiederholt for eins in modelle(typ) if ist_typ(eins, Teile) and eins.wiederholt), "Eintrag")


def _ohne_notation(bedeutung: str) -> str:
    for muster, ersatz in _NOTATION:
        bedeutung = muster.sub(ersatz, bedeutung)
    return bedeutung


def _leser(typ: Any) -> list[PlainValidator]:
    return [eins for eins in getattr(typ, "__metadata__", ()) if isinstance(eins, PlainValidator)]


def fehler_in(typ: Any, text: str, name: str) -> str:
    """Say in German what is wrong with a value as it is typed.

    Args:
        typ: Type of a value that is written on one line.
        text: What is typed.
        name: How the message calls the field.

    Returns:
        One or two sentences; empty if nothing is wrong.
    """
    try:
        TypeAdapter(typ).validate_python(text)
    except ValidationError as fehler:
        erster = fehler.errors(include_url=False)[0]
        eine = meldung(erster["type"], text, erster.get("ctx", {}), name, [])
        return f"{eine.message} {eine.help}".strip()
    return ""


def fehler_im_grund(text: str) -> str:
    """Say what is wrong with a reason for which a question does not apply; empty if nothing is."""
    if not fehler_in(Grund, text, ENTFAELLT):
        return ""
    return "So ist es keine Antwort: Schreiben Sie, warum das nicht zutrifft; der Grund fehlt."
