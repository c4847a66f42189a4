"""``kmut.yaml`` as a type: what stands once for all documents of a folder."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from kmut_cli.documents.antworten import Text, lies_jahr
from kmut_cli.documents.datum import JAHR_MUSTER, SCHEMA_MUSTER, Datum
from kmut_cli.documents.dokument import Kommune
from kmut_cli.documents.frage import teil
from kmut_cli.documents.modell import Modell, Teile

FRISTEN = "fristen"
"""Key of the deadlines."""
SCHLUESSELMUSTER = f"^{JAHR_MUSTER}$"


def _lies_tag(wert: Any) -> Datum:
    try:
        datum = Datum.lies(wert)
    except PydanticCustomError as fehler:
        if fehler.type == "datum_kalender":
            raise PydanticCustomError("tag_kalender", "kein Kalendertag") from None
        raise PydanticCustomError("datum_tag", "kein Datum") from None
    if datum.tag is None:
        raise PydanticCustomError("datum_tag", "kein Tag im Datum")
    return datum


def _lies_jahresschluessel(wert: Any) -> int:
    try:
        return lies_jahr(wert)
    except PydanticCustomError:
        raise PydanticCustomError("jahr_schluessel", "kein Jahr vor dem Doppelpunkt") from None


Tag = Annotated[Datum, PlainValidator(_lies_tag)]
"""A date that is exact to the day."""
Jahresschluessel = Annotated[int, PlainValidator(_lies_jahresschluessel)]
"""A year as the key of a mapping."""

# The forms of a date that are exact to the day are those of eight characters and more.
_TAG_SCHEMA = {
    "type": ["string", "null"],
    "pattern": SCHEMA_MUSTER,
    "minLength": 8,
    "errorMessage": "Hier steht ein Datum mit Tag, z. B. 2026-03-31 oder 31.03.2026.",
}
_JAHRESFRISTEN_SCHEMA = {
    "type": "object",
    "patternProperties": {SCHLUESSELMUSTER: _TAG_SCHEMA},
    "additionalProperties": False,
    "errorMessage": "Hier stehen Jahr und Frist, z. B. 2025: 2026-03-31",
}
Jahresfristen = Annotated[dict[Jahresschluessel, Tag | None], WithJsonSchema(_JAHRESFRISTEN_SCHEMA)]
"""Year of a document → its deadline; a year without a date is one whose deadline is not known yet."""


class Koordinierungsstelle(Teile):
    """The office itself, as it stands on the title page of what leaves the house."""

    name: Text | None = teil("Koordinierungsstelle", bedeutung="Name der Stelle, wie er im Dokument stehen soll.")
    anschrift: Text | None = teil("Anschrift")
    telefon: Text | None = teil("Telefon", personenbezogen=True)
    email: Text | None = teil("E-Mail", personenbezogen=True)
    ansprechperson: Text | None = teil("Ansprechperson", personenbezogen=True)


class Fristen(Modell):
    """Deadlines by kind and year of the document."""

    taetigkeitsbericht: Jahresfristen | None = Field(
        default=None,
        description="Je Berichtsjahr die Frist aus dem Zuwendungsbescheid, z. B. 2025: 2026-03-31.",
    )
    projektbeschreibung: Jahresfristen | None = Field(
        default=None,
        description="Je Bewilligungsjahr die Frist des Antrags, z. B. 2027: 2026-10-31. Ohne Angabe gilt der 31. Oktober"
        " des Jahres davor.",
    )


class Stammdaten(Modell):
    """Content of ``kmut.yaml``."""

    kommune: Kommune | None = Field(default=None, description="Stammdaten der Kommune.")
    koordinierungsstelle: Koordinierungsstelle | None = Field(
        default=None, description="Angaben zur Koordinierungsstelle, für die Titelseite der Dokumente."
    )
    fristen: Fristen | None = Field(
        default=None, description="Fristen je Art und Jahr des Dokuments, für kmut status und den Kalender."
    )
