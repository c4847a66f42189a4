"""A file beside a document, such as the long series of a monitoring: read only from within the folder."""

from __future__ import annotations

import os
from pathlib import Path

from kmut_cli.documents.umfeld import Beilage
from kmut_cli.findings.finding import Finding
from kmut_cli.workspace.ablage import Ablage
from kmut_cli.workspace.dateien import Datei
from kmut_cli.workspace.wege import von_hier


def beilage(ablage: Ablage, pfad: Path, name: str, wurzel: Path | None) -> Beilage:
    """Read it.

    Args:
        ablage: Where the files are kept.
        pfad: File of the document.
        name: Path of the other file from the document, with slashes.
        wurzel: Folder that must not be left; None for that of the document.
    """
    from kmut_cli.rules.hilfen.anlagenweg import Art, suche  # not for documents without such a file

    warum_nicht = {
        Art.ABSOLUT: "Nennen Sie den Weg vom Dokument aus, ohne Laufwerk und ohne Schrägstrich am Anfang.",
        Art.ADRESSE: "Nennen Sie eine Datei im Ordner; aus dem Netz liest kmut nichts.",
        Art.RUECKSTRICH: "Trennen Sie Ordner mit / statt mit \\.",
        Art.HINAUS: "Die Datei muss im Ordner des Dokuments oder darunter liegen.",
        Art.VERKNUEPFUNG_HINAUS: "Die Datei ist eine Verknüpfung, die aus dem Ordner hinausführt.",
        Art.ORDNER: "Das ist ein Ordner, keine Datei.",
        Art.BESONDERES: "Das ist keine gewöhnliche Datei.",
    }
    if "\0" in name:
        return Beilage("", grund="Der Name enthält ein unsichtbares Steuerzeichen.", unzulaessig=True)
    ordner = pfad.parent.resolve()
    genannt = str(ordner / name) if pfad.is_absolute() else von_hier(pfad.parent / name)
    art = suche(name, ordner, wurzel or ordner).art
    if art in warum_nicht:
        return Beilage(genannt, grund=warum_nicht[art], unzulaessig=True)
    ort = Path(os.path.realpath(ordner / name))  # as resolve() does, but for links in a circle
    if not ablage.hat(ort):
        return Beilage(genannt, grund=f"„{genannt}“ gibt es nicht.")
    inhalt = ablage.lies(Datei(genannt, ort, Path(ort.name)))
    return Beilage(genannt, grund=inhalt.message) if isinstance(inhalt, Finding) else Beilage(genannt, inhalt)
