"""The JSON Schema of ``kmut.yaml``, derived from its type like those of the documents."""

from __future__ import annotations

import json

from kmut_cli.documents.schema import ENTWURF, KENNUNG, abgeleitet
from kmut_cli.documents.schema_form import Schema, geordnet
from kmut_cli.documents.stammdaten import Stammdaten

NAME = "kmut"
"""What ``kmut schema`` calls it."""
DATEINAME = f"{NAME}.schema.json"


def stammdatenschema() -> Schema:
    """Give the JSON Schema of ``kmut.yaml`` (draft 2020-12)."""
    schema = abgeleitet(Stammdaten)
    schema["$schema"] = ENTWURF
    schema["$id"] = f"{KENNUNG}{NAME}"
    schema["title"] = "kmut.yaml"
    schema["description"] = "Was für alle Dokumente des Ordners gilt: Kommune, Koordinierungsstelle, Fristen"
    return geordnet(schema)


def stammdatenschema_text() -> str:
    """Give the schema as the text of its file."""
    return json.dumps(stammdatenschema(), ensure_ascii=False, indent=2) + "\n"
