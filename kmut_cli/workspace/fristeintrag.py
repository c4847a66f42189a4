"""One deadline into ``kmut.yaml``, where everything else stays as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic_core import PydanticCustomError

from kmut_cli.documents.datum import Datum
from kmut_cli.source.edit import Plain, Set
from kmut_cli.workspace.bearbeitung import Bearbeitung

FRISTEN = "fristen"


def lies_tag(text: str) -> date | None:
    """Read a date that is exact to the day, such as 31.03.2026 or 2026-03-31; None if the text is none."""
    try:
        datum = Datum.lies(text.strip())
    except PydanticCustomError:
        return None
    return datum.fruehestens if datum.tag is not None else None


def trage_frist_ein(mappe: Path, name: str, art: str, jahr: int, tag: date) -> None:
    """Write the deadline of a document.

    Args:
        mappe: The ``kmut.yaml``.
        name: The same as one types it.
        art: Kind of the document.
        jahr: Its year.
        tag: The day.

    Raises:
        BearbeitungError: It cannot be written.
        Konflikt: Another deadline was entered at the same time.
    """
    Bearbeitung(mappe, name).schreibe([Set((FRISTEN, art, str(jahr)), Plain(tag.isoformat()))])
