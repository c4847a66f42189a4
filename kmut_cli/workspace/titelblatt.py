"""What ``kmut.yaml`` says of the office, as lines for the title page."""

from __future__ import annotations

from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.stammdaten import Koordinierungsstelle
from kmut_cli.workspace.mappe import Mappe


def titelzeilen(mappe: Mappe | None, *, oeffentlich: bool = False) -> tuple[tuple[str, str], ...]:
    """Give what is said, in the order of the declaration.

    Args:
        mappe: The ``kmut.yaml`` of the document; None if there is none.
        oeffentlich: Whether everybody may read the document; then what is personal is left out.

    Returns:
        Label and value, each on one line: the lines of an address are joined by commas.
    """
    stelle = mappe.stammdaten.koordinierungsstelle if mappe is not None and mappe.stammdaten is not None else None
    if stelle is None:
        return ()
    alle = teile(Koordinierungsstelle).items()
    gezeigt = [(name, teil) for name, teil in alle if not (oeffentlich and teil.personenbezogen)]
    werte = ((teil.beschriftung, getattr(stelle, name)) for name, teil in gezeigt)
    return tuple((beschriftung, _einzeilig(wert)) for beschriftung, wert in werte if wert and wert.strip())


def _einzeilig(text: str) -> str:
    zeilen = (" ".join(zeile.split()).rstrip(",") for zeile in text.splitlines())
    return ", ".join(zeile for zeile in zeilen if zeile)
