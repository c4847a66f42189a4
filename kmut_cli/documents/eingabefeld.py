"""What is typed into one field: read off the type of an answer or of its part, with the check that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from kmut_cli.documents.antwortart import antwortart
from kmut_cli.documents.antwortdaten import ENTFAELLT
from kmut_cli.documents.antworten import Entfaellt, Erlaeutert, Grund, Sonstiges
from kmut_cli.documents.bezug import Bezug
from kmut_cli.documents.felder import modelle
from kmut_cli.documents.frage import Frage
from kmut_cli.documents.gliederung import FrageImText, antworttyp, optionen, teile
from kmut_cli.documents.meldungen import meldung
from kmut_cli.documents.modell import Modell, Teile, ist_typ


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
        kann_bezogen_werden: Whether the answer may be taken from the log of events.
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
    kann_bezogen_werden: bool = False

    @property
    def optionen(self) -> dict[str, str]:
        """Options of a choice, key → wording."""
        return optionen(self.typ)

    @property
    def frei(self) -> bool:
        """Whether a text of one's own may stand beside the options."""
        return any(modell is Sonstiges for modell in modelle(self.typ))

    @property
    def teile(self) -> tuple[Feld, ...]:
        """Parts of which the answer, or each entry of its list, is made."""
        gruppe = next((modell for modell in modelle(self.typ) if ist_typ(modell, Teile)), None)
        return tuple(_teil(gruppe, name) for name in teile(gruppe)) if gruppe is not None else ()


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
        kann_bezogen_werden=any(issubclass(eins, Bezug) for eins in alle),
    )


def _teil(gruppe: type[Modell], name: str) -> Feld:
    info = gruppe.model_fields[name]
    teil = teile(gruppe)[name]
    ganz = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    typ = antworttyp(ganz)
    return Feld(
        name=name,
        beschriftung=teil.beschriftung,
        typ=typ,
        art=antwortart(typ),
        pflicht=teil.pflicht,
        bedeutung=teil.bedeutung,
        erlaeuterbar=any(issubclass(eins, Erlaeutert) for eins in modelle(info.annotation)),
    )


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
    return fehler_in(Grund, text, ENTFAELLT)
