"""The JSON Schema of a document, derived from its type: for editors, and for tools that know no Python.

Draft 2020-12. Two keywords beside the standard are notes for editors with the YAML language server: ``errorMessage`` (its own
texts are English) and ``enumDescriptions`` (the official wording of an option in the list of proposals).

Two things a schema cannot say: that a day exists in the calendar, and that a span ends after it begins; ``2023-02-30``
passes here and not in ``kmut validate``.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.gliederung import AbschnittImText, gliederung
from kmut_cli.documents.modell import Gliederungsteil, Modell
from kmut_cli.documents.registry import dokumenttyp
from kmut_cli.documents.schema_form import Schema, geordnet, in_form, ziel_des_verweises

ENTWURF = "https://json-schema.org/draft/2020-12/schema"


KENNUNG = "urn:kmut:schema:"
"""How the ``$id`` of each of our schemas begins."""


def ist_eigenes(inhalt: bytes) -> bool:
    """Tell whether a file is a schema made here, of whatever kind and edition, or empty, for then nothing is lost."""
    if not inhalt.strip():
        return True
    try:
        daten = json.loads(inhalt)
    except (ValueError, RecursionError):
        return False
    return isinstance(daten, dict) and str(daten.get("$id")).startswith(KENNUNG) and daten.get("$schema") == ENTWURF


def schema_dateiname(art: str, ausgabe: str) -> str:
    """Give the name of the file, such as ``taetigkeitsbericht-2020.schema.json``."""
    return f"{art}-{ausgabe}.schema.json"


def json_schema(art: str, ausgabe: str) -> Schema:
    """Give the JSON Schema of a kind and edition of document.

    Each question has its official wording as description, with the edition's year where the wording names one, and number
    and title of its section as title.

    Raises:
        KeyError: There is no such kind or edition.
    """
    typ = dokumenttyp(art, ausgabe)
    schema = abgeleitet(typ)
    schema["$schema"] = ENTWURF
    schema["$id"] = f"{KENNUNG}{art}:{ausgabe}"
    schema["title"] = typ.titel
    schema["description"] = "\n".join(typ.untertitel) or (
        f"Amtliche Gliederung, Ausgabe {ausgabe}" if typ.amtlich else typ.kurztitel
    )
    _setze_kopf(schema, art, ausgabe)
    _beschrifte(schema, typ, ausgabe)
    return geordnet(schema)


@cache
def schema_text(art: str, ausgabe: str) -> str:
    """Give the schema as the text of its file, equal for equal outlines.

    Raises:
        KeyError: There is no such kind or edition.
    """
    return json.dumps(json_schema(art, ausgabe), ensure_ascii=False, indent=2) + "\n"


def abgeleitet(typ: type[Modell]) -> Schema:
    """Give the schema of a type in the form for editors, without what only the file as a whole can say."""
    return in_form(typ.model_json_schema(schema_generator=_Erzeuger))


class _Erzeuger(GenerateJsonSchema):
    """Pydantic's generator without what it invents: titles from names, defaults, descriptions from our docstrings."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        return value

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        ergebnis = super().model_schema(schema)
        for wort in ("title", "description"):
            ergebnis.pop(wort, None)
        if issubclass(schema["cls"], Gliederungsteil):
            ergebnis["type"] = ["object", "null"]  # as its validator has it: an empty key is a section not begun
        return ergebnis


def _setze_kopf(schema: Schema, art: str, ausgabe: str) -> None:
    """Say in the head which document it is; the text form is proposed, a number is allowed."""
    schema["properties"]["dokument"] = {
        "description": schema["properties"]["dokument"]["description"],
        "type": "string",
        "const": art,
    }
    schema["properties"]["gliederung"] = {
        "description": schema["properties"]["gliederung"]["description"],
        "type": ["string", "integer"],
        "default": ausgabe,
        "pattern": f"^{ausgabe}$",
        "minimum": int(ausgabe),
        "maximum": int(ausgabe),
        "errorMessage": f'Dieses Schema gilt für: gliederung: "{ausgabe}"',
    }


def _beschrifte(schema: Schema, typ: type[Dokument], ausgabe: str) -> None:
    """Write numbers and official titles to the places of chapters, sections and questions."""
    ganze = gliederung(typ)
    for kapitel in ganze.kapitel:
        if kapitel.nummer:
            ort = _ort(schema, kapitel.abschnitte[0].pfad[:1])
            ort |= {"title": f"Kapitel {kapitel.nummer}", "description": kapitel.titel}
    for abschnitt in ganze.abschnitte:
        if abschnitt.pfad != abschnitt.fragen[0].pfad:
            text = "\n\n".join(teil for teil in (abschnitt.titel, abschnitt.hinweis) if teil)
            _ort(schema, abschnitt.pfad).update(title=f"Abschnitt {abschnitt.nummer}", description=text)
        _beschrifte_fragen(schema, abschnitt, ausgabe)


def _beschrifte_fragen(schema: Schema, abschnitt: AbschnittImText, ausgabe: str) -> None:
    for frage in abschnitt.fragen:
        # Where the question is the whole section, nothing else would show the section's hint.
        hinweise = (frage.frage.hinweis, abschnitt.hinweis if frage.pfad == abschnitt.pfad else "")
        texte = [frage.frage.fuer_jahr(ausgabe), *hinweise]
        _ort(schema, frage.pfad).update(
            title=f"{abschnitt.nummer} {abschnitt.titel}", description="\n\n".join(text for text in texte if text)
        )


def _ort(schema: Schema, pfad: tuple[str, ...]) -> Schema:
    """Give the property at a path of keys, following references on the way."""
    hier = schema
    for name in pfad:
        if "$ref" in hier:
            hier = schema["$defs"][ziel_des_verweises(hier)]
        hier = hier["properties"][name]
    return hier
