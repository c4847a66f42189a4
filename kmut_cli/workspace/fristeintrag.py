"""One deadline into ``kmut.yaml``, where everything else stays as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kmut_cli.documents import datum
from kmut_cli.documents.stammdaten import FRISTEN
from kmut_cli.source.edit import Plain, Set
from kmut_cli.workspace.bearbeitung import Bearbeitung


def lies_tag(text: str) -> date | None:
    """Read a date that is exact to the day, such as 31.03.2026 or 2026-03-31; None if the text is none."""
    try:
        return datum.lies_tag(text)
    except ValueError:
        return None


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
