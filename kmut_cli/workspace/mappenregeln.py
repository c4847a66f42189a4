"""What the rules say of a ``kmut.yaml``."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.findings.finding import Finding
from kmut_cli.rules.ags_name import pruefe_kommune
from kmut_cli.rules.eingefuegt import finde_reste
from kmut_cli.rules.frist_und_jahr import pruefe_fristen
from kmut_cli.rules.platzhalter import finde_platzhalter
from kmut_cli.rules.pruefling import alle_texte
from kmut_cli.workspace.mappe import Mappe


def pruefe_mappe(mappe: Mappe) -> Iterator[Finding]:
    """Check the sense of master data.

    Args:
        mappe: The file; nothing is said of one that could not be read.
    """
    if mappe.source is None:
        return
    texte = list(alle_texte(mappe.source.data))
    yield from finde_platzhalter(mappe.source, texte)
    yield from finde_reste(mappe.source, texte)
    if mappe.stammdaten is not None and mappe.stammdaten.kommune is not None:
        yield from pruefe_kommune(mappe.source, mappe.stammdaten.kommune)
    if mappe.stammdaten is not None and mappe.stammdaten.fristen is not None:
        yield from pruefe_fristen(mappe.source, mappe.stammdaten.fristen)
