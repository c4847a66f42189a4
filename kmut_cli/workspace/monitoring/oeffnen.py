"""Opens a monitoring; whether the command is in the way or what stands in a file, the error says by its kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from kmut_cli.documents.kennzahlen.rules import WERTEDATEI
from kmut_cli.documents.laden import Geladen
from kmut_cli.findings.display import one_line
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.source.changes import value_at
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError
from kmut_cli.workspace.dateien import Datei, lies
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.monitoring.gebiete import schluessel
from kmut_cli.workspace.monitoring.rules import KEIN_GEBIET

_AGS = ("kommune", "ags")
_ZIFFERN = (5, 8)

if TYPE_CHECKING:
    from kmut_cli.documents.monitoring_2026 import Monitoring

ART = "monitoring"
"""The kind of document."""


class InhaltError(BearbeitungError):
    """What stands in a file is in the way; the command as such is right."""


def oeffne(pfad: Path, name: str) -> Bearbeitung:
    """Read a monitoring.

    Raises:
        InhaltError: It has errors of notation, or a head that cannot be understood.
        BearbeitungError: It cannot be read, or is another document.
    """
    try:
        datei = Bearbeitung(pfad, name)
    except BearbeitungError as fehler:
        if isinstance(lies(Datei(name, pfad, Path(pfad.name))), Finding):
            raise
        raise InhaltError(fehler.message, fehler.help) from None
    monitoring_aus(datei.geladen, name)
    return datei


def monitoring_aus(geladen: Geladen, name: str) -> Monitoring:
    """Give the monitoring of a file.

    Raises:
        InhaltError: It has a head that cannot be understood, or none.
        BearbeitungError: It is another document.
    """
    if geladen.dokument is not None and geladen.dokument.dokument == ART:
        return cast("Monitoring", geladen.dokument)  # of whatever edition
    if geladen.dokument is None and geladen.source.data is not None and geladen.findings:
        eins = geladen.findings[0]
        raise InhaltError(f"„{name}“ hat in Zeile {eins.line} einen Fehler: {eins.message}", eins.help)
    hilfe = "Dort müsste als erste Angabe stehen: dokument: monitoring"
    if geladen.source.data is None:
        raise InhaltError(f"„{name}“ ist leer.", hilfe)
    raise BearbeitungError(f"„{name}“ ist kein Monitoring.", hilfe)


def fehler_in(geladen: Geladen, *, neu: bool) -> tuple[Finding, ...]:
    """Give the errors of a monitoring; with ``neu`` it is none that the file of values does not exist yet."""
    return tuple(
        finding
        for finding in geladen.findings
        if finding.severity is Severity.ERROR and not (neu and finding.code == WERTEDATEI.code)
    )


def falscher_schluessel(pfad: Path) -> Finding | None:
    """Give what is wrong with the official key in the ``kmut.yaml`` above a file; None if none stands there."""
    mappe = Mappen().mappe_ueber(pfad)
    if mappe is None or mappe.source is None:
        return None
    ags = value_at(mappe.source.data, _AGS)
    if not isinstance(ags, str):
        return None
    gemeint = schluessel(ags)
    passt = gemeint.isdecimal() and len(gemeint) in _ZIFFERN
    text = f"„{one_line(ags)}“ ist kein Amtlicher Gemeindeschlüssel{f'; {gemeint} gemeint?' if passt else '.'}"
    hilfe = f'Schreiben Sie in Anführungszeichen: ags: "{gemeint if passt else "03357"}"'
    return mappe.source.finding(KEIN_GEBIET, _AGS, text, hilfe)
