"""The outline, walked: from the types to chapters, numbered sections and questions with their places.

Everything that shows or counts the outline asks here; nothing else reads the declarations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Tag
from pydantic.fields import FieldInfo

from kmut_cli.documents.antworten import WERT_ZWEIG
from kmut_cli.documents.bezug import EIGEN_ZWEIG
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.frage import Anlagefeld, Frage, Teil
from kmut_cli.documents.gebiete import Gebietstyp
from kmut_cli.documents.modell import Abschnitt, Kapitel, Modell, Teile, ist_typ
from kmut_cli.documents.option import Option

Pfad = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrageImText:
    """A question at its place in the outline.

    Attributes:
        pfad: Keys from the root of the document to the answer.
        abschnittsnummer: Number of the section, such as „2.1“.
        frage: The declaration.
        typ: Type of the answer itself, without the branches for explanation and ``entfaellt``.
    """

    pfad: Pfad
    abschnittsnummer: str
    frage: Frage
    typ: Any

    def gilt_fuer(self, typ: Gebietstyp | None) -> bool:
        """Whether the question can apply to a body of this kind."""
        return self.frage.ausnahme is None or typ not in self.frage.ausnahme.typen

    def haengt_ab_von(self, pfad: Pfad) -> bool:
        """Whether an answer is owed only because of that to another question."""
        return self.frage.wenn is not None and pfad == (*self.pfad[:-1], self.frage.wenn.frage)


@dataclass(frozen=True, slots=True)
class AbschnittImText:
    """A numbered section (or block of a form) with its questions.

    Attributes:
        pfad: Keys to the section.
        nummer: „2.1“; for a form „1“.
        titel: Official title.
        hinweis: Official hint under the title (Markdown).
        fragen: Questions in official order.
        anlage: Path of the attachment's slot, None if the section has none.
        anlage_wortlaut: How the outline asks for it.
    """

    pfad: Pfad
    nummer: str
    titel: str
    hinweis: str
    fragen: tuple[FrageImText, ...]
    anlage: Pfad | None = None
    anlage_wortlaut: str = ""


@dataclass(frozen=True, slots=True)
class KapitelImText:
    """A chapter; a form has one without number and title."""

    nummer: str
    titel: str
    abschnitte: tuple[AbschnittImText, ...]


@dataclass(frozen=True, slots=True)
class Gliederung:
    """A whole outline."""

    kapitel: tuple[KapitelImText, ...]

    @property
    def abschnitte(self) -> tuple[AbschnittImText, ...]:
        """All sections in order."""
        return tuple(abschnitt for kapitel in self.kapitel for abschnitt in kapitel.abschnitte)

    @property
    def fragen(self) -> tuple[FrageImText, ...]:
        """All questions in order."""
        return tuple(frage for abschnitt in self.abschnitte for frage in abschnitt.fragen)


@cache
def gliederung(typ: type[Dokument]) -> Gliederung:
    """Walk the types of a document.

    Args:
        typ: Class of the document.

    Returns:
        Its outline; numbers follow from the order of the declarations.
    """
    felder = ((name, info.annotation) for name, info in typ.model_fields.items())
    kapitel = [(name, klasse) for name, klasse in felder if ist_typ(klasse, Kapitel)]
    if not kapitel:
        return Gliederung((KapitelImText("", "", tuple(_abschnitte(typ, (), ""))),))
    return Gliederung(
        tuple(
            KapitelImText(str(nummer), klasse.titel, tuple(_abschnitte(klasse, (name,), f"{nummer}.")))
            for nummer, (name, klasse) in enumerate(kapitel, 1)
        )
    )


def marke(info: FieldInfo, art: type[Any]) -> Any:
    """Give the question, part or slot that a field declares, None if it declares none of that kind."""
    return info.json_schema_extra if isinstance(info.json_schema_extra, art) else None


def teile(typ: type[Modell]) -> dict[str, Teil]:
    """Give the declared parts of a compound answer, by key."""
    return dict(_teile(typ))  # its own, to keep or to change


@cache
def _teile(typ: type[Modell]) -> dict[str, Teil]:
    return {name: t for name, info in typ.model_fields.items() if (t := marke(info, Teil)) is not None}


def optionen(typ: Any) -> dict[str, str]:
    """Give the official options of a question, or the parts to be ticked that the outline names: key → wording; else none."""
    if ist_typ(typ, Option):
        return {option.name: option.titel for option in typ}
    if ist_typ(typ, Teile):
        felder = typ.model_fields
        namen = (name for name, teil in teile(typ).items() if teil.amtlich)
        return {name: teile(typ)[name].mit_code for name in namen if ist_ja_nein(antworttyp(felder[name].annotation))}
    return next((gefunden for teil in get_args(typ) if (gefunden := optionen(teil))), {})


def ist_ja_nein(typ: Any) -> bool:
    """Whether a type of answer is ``JaNein``."""
    return bool(get_args(typ)) and get_args(typ)[0] is bool


def antworttyp(annotation: Any) -> Any:
    """Strip from an annotation what every answer may be: absent, explained, not applicable, taken from another file.

    Args:
        annotation: Such as ``Kurzantwort[Datum]`` or ``Text | None``.

    Returns:
        The type of the value itself, with its ``Annotated`` metadata where it has some.
    """
    for zweig in (WERT_ZWEIG, EIGEN_ZWEIG):
        annotation = _zweig(annotation, zweig)
    uebrig = [teil for teil in get_args(annotation) if teil is not type(None)]
    return uebrig[0] if type(None) in get_args(annotation) and len(uebrig) == 1 else annotation


def _zweig(annotation: Any, name: str) -> Any:
    """Give the branch of a union that carries a tag, without the tag; the annotation itself if there is none."""
    for teil in _zweige(annotation):
        metadaten = getattr(teil, "__metadata__", ())
        if any(isinstance(m, Tag) and m.tag == name for m in metadaten):
            rest = tuple(m for m in metadaten if not (isinstance(m, Tag) and m.tag == name))
            return _wieder_annotiert(get_args(teil)[0], rest)
    return annotation


def _zweige(annotation: Any) -> Iterator[Any]:
    for teil in get_args(annotation):
        yield teil
        vereint = get_args(teil)[0] if hasattr(teil, "__metadata__") else teil
        if get_origin(vereint) in (Union, UnionType):
            yield from get_args(vereint)


def _wieder_annotiert(typ: Any, metadaten: tuple[Any, ...]) -> Any:
    return Annotated[(typ, *metadaten)] if metadaten else typ


def _abschnitte(klasse: type[Modell], pfad: Pfad, vor: str) -> Iterator[AbschnittImText]:
    nummer = 0
    for name, info in _amtliche_folge(klasse):
        hier = (*pfad, name)
        frage: Frage | None = marke(info, Frage)
        typ = info.annotation
        if frage is not None and frage.abschnitt is not None:
            nummer += 1
            eine = FrageImText(hier, f"{vor}{nummer}", frage, antworttyp(typ))
            ueberschrift = frage.abschnitt
            yield AbschnittImText(hier, f"{vor}{nummer}", ueberschrift.titel, ueberschrift.hinweis, (eine,))
        elif ist_typ(typ, Abschnitt):
            nummer += 1
            yield _abschnitt(typ, hier, f"{vor}{nummer}")


def _amtliche_folge(klasse: type[Modell]) -> Iterator[tuple[str, FieldInfo]]:
    """Fields in the order in which the class itself states them: an inherited field may be declared again further down."""
    eigene = [name for name in klasse.__annotations__ if name in klasse.model_fields]
    return ((name, klasse.model_fields[name]) for name in eigene)


def _abschnitt(klasse: type[Abschnitt], pfad: Pfad, nummer: str) -> AbschnittImText:
    fragen = tuple(
        FrageImText((*pfad, name), nummer, frage, antworttyp(info.annotation))
        for name, info in klasse.model_fields.items()
        if (frage := marke(info, Frage)) is not None
    )
    felder = klasse.model_fields.items()
    anlage = next(((name, a) for name, info in felder if (a := marke(info, Anlagefeld)) is not None), None)
    return AbschnittImText(
        pfad=pfad,
        nummer=nummer,
        titel=klasse.titel,
        hinweis=klasse.hinweis,
        fragen=fragen,
        anlage=(*pfad, anlage[0]) if anlage else None,
        anlage_wortlaut=anlage[1].wortlaut if anlage else "",
    )
