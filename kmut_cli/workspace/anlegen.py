"""A new folder of documents: first a plan of its files, then the files, and never one that is there already."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from kmut_cli.documents.gebiete import Gebiet
from kmut_cli.documents.geruest import geruest
from kmut_cli.documents.geruest_mappe import stammdaten_geruest
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.schema import schema_dateiname, schema_text
from kmut_cli.documents.schema_stammdaten import DATEINAME, stammdatenschema_text
from kmut_cli.findings.error import MitHilfe
from kmut_cli.render.vorlagen import mitgeliefert
from kmut_cli.source.oserror import grund
from kmut_cli.source.write import create_atomic
from kmut_cli.workspace.dateien import MAPPE
from kmut_cli.workspace.fristen import BERICHT

SCHEMATA = "schemas"
CI = {
    "gitlab": (".gitlab-ci.yml", "gitlab-ci.yml"),
    "github": (".github/workflows/kmut.yml", "github-workflow.yml"),
}
"""Name of a service → the file that it reads, and the template for it."""
PRE_COMMIT = ".pre-commit-config.yaml"


@dataclass(frozen=True, slots=True)
class NeueDatei:
    """A file to be made.

    Attributes:
        weg: Way from the folder to the file, with slashes.
        inhalt: Its bytes.
    """

    weg: str
    inhalt: bytes


class AnlegenFehler(MitHilfe):
    """A folder cannot be set up, or not to its end.

    Attributes:
        message: What stands in the way, in German.
        help: What to do about it.
        geschrieben: Files that were written before, in order.
    """

    def __init__(self, message: str, help: str, geschrieben: Sequence[Path] = ()) -> None:
        """Keep message, help and what was written."""
        super().__init__(message, help)
        self.geschrieben = tuple(geschrieben)


def plane(
    gebiet: Gebiet, jahr: int, *, frist: date | None = None, ci: str | None = None, pre_commit: bool = False
) -> tuple[NeueDatei, ...]:
    """Give the files of a new folder, with the documents that every office keeps, each in its newest edition.

    Args:
        gebiet: The body.
        jahr: First year.
        frist: Deadline of that year's report, from the grant notice; None if not known.
        ci: A key of ``CI``, None for none.
        pre_commit: Whether to add a file for pre-commit.
    """
    dateien = {MAPPE: stammdaten_geruest(gebiet, {(BERICHT, jahr): frist}, f"{SCHEMATA}/{DATEINAME}")}
    schemata = {f"{SCHEMATA}/{DATEINAME}": stammdatenschema_text()}
    for art, ausgaben in arten().items():
        ausgabe = ausgaben[-1]
        typ = dokumenttyp(art, ausgabe)
        schema = f"{SCHEMATA}/{schema_dateiname(art, ausgabe)}"
        schemata[schema] = schema_text(art, ausgabe)
        if not typ.staendig:
            continue  # such documents are begun when they are needed
        vor = "../" if typ.jahresfeld else ""
        weg = dokumentweg(art, jahr if typ.jahresfeld else None)
        dateien[weg] = geruest(typ, art, ausgabe, jahr, schema=vor + schema, gebietstyp=gebiet.typ)
    dateien |= schemata
    dateien[".vscode/settings.json"] = _einstellungen()
    dateien[".vscode/extensions.json"] = _vorlage("vscode-extensions.json")
    dateien[".gitignore"] = _vorlage("gitignore")
    if ci is not None:
        weg, vorlage = CI[ci]
        dateien[weg] = _vorlage(vorlage)
    if pre_commit:
        dateien[PRE_COMMIT] = _vorlage("pre-commit-config.yaml")
    return tuple(NeueDatei(weg, text.encode()) for weg, text in dateien.items())


def dokumentweg(art: str, jahr: int | None) -> str:
    """Give the way from a folder to a document: in the folder of its year, if its kind has one."""
    return f"{jahr}/{art}.yaml" if jahr is not None else f"{art}.yaml"


def _vorlage(name: str) -> str:
    return (mitgeliefert() / "mappe" / name).read_text("utf-8")


def _einstellungen() -> str:
    """Settings for the editor; its schemas by name of file, for a document without a line that names one."""
    einstellungen = json.loads(_vorlage("vscode-settings.json"))
    schemata = {f"./{SCHEMATA}/{schema_dateiname(art, aus[-1])}": _muster(art, aus[-1]) for art, aus in arten().items()}
    einstellungen["yaml.schemas"] = {f"./{SCHEMATA}/{DATEINAME}": MAPPE, **schemata}
    return json.dumps(einstellungen, ensure_ascii=False, indent=2) + "\n"


def _muster(art: str, ausgabe: str) -> str:
    """Give the pattern of the files of a kind."""
    unterordner = dokumenttyp(art, ausgabe).unterordner
    return f"**/{unterordner}/*.yaml" if unterordner else f"**/{art}.yaml"


def fehlende(ordner: Path, dateien: Sequence[NeueDatei]) -> list[NeueDatei]:
    """Give the files that are not there yet. Reads only.

    Raises:
        AnlegenFehler: Something is there that allows no file, such as a file where a folder has to be.
    """
    try:
        _pruefe_ordner(ordner)
        for ort in dict.fromkeys(ort for datei in dateien for ort in _ordner_davor(ordner, datei.weg)):
            _pruefe_unterordner(ort)
        return [datei for datei in dateien if not _ist_da(ordner / datei.weg)]
    except (OSError, ValueError) as fehler:
        raise AnlegenFehler(f"Der Ordner „{ordner}“ lässt sich nicht ansehen{_grund(fehler)}.", _HILFE) from None


_HILFE = "Prüfen Sie Namen, Laufwerk und Zugriffsrechte, oder nennen Sie einen anderen Ordner."


def lege_an(ordner: Path, dateien: Sequence[NeueDatei]) -> Iterator[Path]:
    """Write files, each as a whole or not at all; one that has come up meanwhile is left alone.

    Args:
        ordner: The folder; it and what is below are made where missing.
        dateien: The files, see :func:`fehlende`.

    Yields:
        Each file once it is written.

    Raises:
        AnlegenFehler: A file cannot be written; it tells which are there.
    """
    geschrieben: list[Path] = []
    for datei in dateien:
        ziel = ordner / datei.weg
        try:
            ziel.parent.mkdir(parents=True, exist_ok=True)
            create_atomic(ziel, datei.inhalt)
        except FileExistsError:
            continue
        except (OSError, ValueError) as fehler:
            hilfe = (
                "Beheben Sie das, und geben Sie den Befehl noch einmal ein: Was da ist, bleibt, der Rest kommt hinzu."
            )
            text = f"„{ziel}“ lässt sich nicht schreiben{_grund(fehler)}."
            raise AnlegenFehler(text, hilfe, geschrieben) from None
        geschrieben.append(ziel)
        yield ziel


def _pruefe_ordner(ordner: Path) -> None:
    if ordner.is_symlink() and not ordner.exists():
        text = f"„{ordner}“ ist eine Verknüpfung, deren Ziel es nicht gibt."
        raise AnlegenFehler(text, "Löschen Sie die Verknüpfung, oder nennen Sie einen anderen Ordner.")
    davor = next((eins for eins in (ordner, *ordner.parents) if os.path.lexists(eins)), ordner)
    if os.path.lexists(davor) and not davor.is_dir():
        raise AnlegenFehler(f"„{davor}“ ist eine Datei und kein Ordner.", "Nennen Sie einen Ordner.")


def _pruefe_unterordner(ort: Path) -> None:
    if ort.is_symlink():
        text = f"„{ort}“ ist eine Verknüpfung; was kmut dort anlegte, läge an einem anderen Ort."
        raise AnlegenFehler(text, "Ersetzen Sie die Verknüpfung durch einen Ordner, oder nennen Sie einen anderen Ort.")
    if os.path.lexists(ort) and not ort.is_dir():
        text = f"„{ort}“ ist eine Datei, hier müsste ein Ordner stehen."
        raise AnlegenFehler(text, "Benennen Sie die Datei um, oder nennen Sie einen anderen Ort.")


def _ordner_davor(ordner: Path, weg: str) -> list[Path]:
    """Give the folders between the folder and a file in it, outermost first."""
    return [ordner / teil for teil in reversed(PurePosixPath(weg).parents) if teil.parts]


def _ist_da(ziel: Path) -> bool:
    """Whether something has the name of a file; a link counts, wherever it leads, so nothing is written through it."""
    if ziel.is_dir() and not ziel.is_symlink():
        text = f"„{ziel}“ ist ein Ordner, hier müsste eine Datei stehen."
        raise AnlegenFehler(text, "Benennen Sie den Ordner um, oder nennen Sie einen anderen Ort.")
    return os.path.lexists(ziel)


def _grund(fehler: OSError | ValueError) -> str:
    text = grund(fehler)
    return f": {text}" if text else ""
