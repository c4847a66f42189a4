"""Which document a new one begins with: what ``--from`` names."""

from __future__ import annotations

import re
from pathlib import Path

from kmut_cli.documents.datum import JAHR_MUSTER
from kmut_cli.findings.finding import Finding
from kmut_cli.workspace.bestand import Bestand, Vorhanden
from kmut_cli.workspace.dateien import Datei
from kmut_cli.workspace.wege import im_befehl

JAHR = re.compile(JAHR_MUSTER)


class NeuError(Exception):
    """A document that cannot be begun; the message is German and says what to do."""


def vorlaeufer(von: str, art: str, bestand: Bestand) -> Vorhanden:
    """Find the document to carry over from.

    Args:
        von: A file, a folder, or a year.
        art: Kind of the new document, which a folder or a year is asked for.
        bestand: The folder.

    Raises:
        NeuError: There is none, there are several, or it does not say its year.
    """
    pfad = bestand.hier / von
    if pfad.is_dir() and not JAHR.fullmatch(von):
        return _brauchbar(_eines([*bestand.in_ordner(pfad)], art, None, f"Im Ordner „{von}“", bestand))
    if JAHR.fullmatch(von) and not pfad.is_file():
        passende = [eines for eines in bestand.dokumente if eines.jahr == int(von)]
        return _brauchbar(_eines(passende, art, von, f"Zum Jahr {von}", bestand))
    eines = bestand.lade(Datei(von, pfad, Path(pfad.name)))
    if isinstance(eines, Finding):
        raise NeuError(f"{eines.message} {eines.help}")
    if eines is None:
        raise NeuError(
            f"„{von}“ ist kein Dokument, das kmut lesen kann. Was nicht stimmt, sagt: kmut validate {im_befehl(von)}"
        )
    return _brauchbar(eines)


def _eines(gefunden: list[Vorhanden], art: str, jahr: str | None, wo: str, bestand: Bestand) -> Vorhanden:
    """Choose the one document of a kind."""
    passende = [eines for eines in gefunden if eines.art == art]
    if len(passende) > 1 and jahr:
        am_platz = bestand.wurzel / jahr / f"{art}.yaml"
        passende = [eines for eines in passende if eines.pfad.resolve() == am_platz] or passende
    if len(passende) == 1:
        return passende[0]
    if passende:
        namen = ", ".join(eines.name for eines in passende)
        raise NeuError(f"{wo} gibt es mehrere Dokumente dieser Art: {namen}. Nennen Sie eines davon mit --from.")
    andere = [eines.name for eines in gefunden if eines.dokument.jahresfeld]
    if andere:
        raise NeuError(
            f"{wo} gibt es kein Dokument der Art „{art}“. Schreiben Sie: --from {' oder --from '.join(andere)}"
        )
    jahre = sorted({str(eines.jahr) for eines in bestand.dokumente if eines.art == art and eines.jahr})
    hilfe = (
        f"Es gibt diese Art zu: {', '.join(jahre)}."
        if jahre
        else "Diese Art gibt es im Ordner noch nicht; ohne --from beginnt das Dokument leer."
    )
    raise NeuError(f"{wo} gibt es kein Dokument der Art „{art}“. {hilfe}")


def _brauchbar(quelle: Vorhanden) -> Vorhanden:
    typ = type(quelle.dokument)
    if not typ.jahresfeld and not typ.unterordner:
        raise NeuError(f"„{quelle.name}“ enthält {typ.kurztitel}; daraus lässt sich nichts übernehmen.")
    if quelle.jahr is None and typ.jahresfeld:
        raise NeuError(
            f"In „{quelle.name}“ fehlt „{typ.jahresfeld}“. Ohne das Jahr lässt sich nicht sagen, was nur zu ihm gehört;"
            " ergänzen Sie die Zeile."
        )
    return quelle
