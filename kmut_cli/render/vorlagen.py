"""Templates: the shipped ones, and one's own that win over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import kmut_cli
from kmut_cli.findings.limits import VORLAGENDATEI
from kmut_cli.render.problems import TemplateProblem

ORDNER = "templates"
ENDUNG = {"md": ".md.j2", "docx": ".docx"}
"""Format → how the name of a template ends; the name before it is the kind of document."""
ALLGEMEIN = "dokument"
"""Name of the template of all kinds that have none of their own."""


@dataclass(frozen=True, slots=True)
class Vorlage:
    """A template.

    Attributes:
        name: What messages call it.
        inhalt: Its bytes.
    """

    name: str
    inhalt: bytes


def mitgeliefert() -> Path:
    """Give the folder of the shipped templates: in the package once installed, beside it in a checkout."""
    im_paket = Path(kmut_cli.__file__).parent / ORDNER
    return im_paket if im_paket.is_dir() else im_paket.parent.parent / ORDNER


def dateiname(art: str, format: str) -> Path:
    """Give the way from a folder to its template for a kind of document, such as ``templates/md/….md.j2``."""
    return Path(ORDNER, format, art + ENDUNG[format])


def eigener_name(art: str, format: str) -> str:
    """Give the name of the shipped template of a kind: its own, or :data:`ALLGEMEIN`."""
    return art if (mitgeliefert().parent / dateiname(art, format)).is_file() else ALLGEMEIN


def vorlage(art: str, format: str, ordner: Iterable[Path]) -> Vorlage:
    """Find the template for a document: of its kind before that of all kinds, one's own before the shipped one.

    Args:
        art: Kind of document.
        format: ``md`` or ``docx``.
        ordner: Folders that may hold a template of one's own, nearest first.

    Raises:
        OSError: A template of one's own is there but cannot be read.
        TemplateProblem: It is a link that leads out of the folders, or too large.
    """
    eigene = tuple(ordner)
    name = eigener_name(art, format)
    for weg in dict.fromkeys((dateiname(art, format), dateiname(name, format))):
        for eigener in eigene:
            if (eigener / weg).is_file():
                return _eigene(eigener / weg, eigene)
    weg = dateiname(name, format)
    return Vorlage(weg.as_posix(), (mitgeliefert().parent / weg).read_bytes())


def lies(pfad: Path, name: str) -> Vorlage:
    """Read a template of one's own.

    Args:
        pfad: The file.
        name: What messages call it.

    Raises:
        OSError: It cannot be read.
        TemplateProblem: It is too large, or no ordinary file.
    """
    if not pfad.is_file():  # a device or pipe could give bytes without end, or never one
        if pfad.exists():
            raise TemplateProblem(f"Die Vorlage „{name}“ ist keine gewöhnliche Datei.", template=name)
        raise FileNotFoundError(name)
    grenze = VORLAGENDATEI.wert
    with pfad.open("rb") as datei:
        inhalt = datei.read(grenze + 1)
    if len(inhalt) > grenze:
        text = f"Die Vorlage „{name}“ ist größer als {VORLAGENDATEI.text}."
        raise TemplateProblem(text, VORLAGENDATEI.hinweis, template=name)
    return Vorlage(name, inhalt)


def _eigene(pfad: Path, ordner: tuple[Path, ...]) -> Vorlage:
    """Read a template that lies where one's own are looked for; a link must not lead out of the folders."""
    name = _von_hier(pfad)
    wirklich = pfad.resolve()
    if not any(wirklich.is_relative_to(eins.resolve()) for eins in ordner):
        text = f"Die Vorlage „{name}“ ist eine Verknüpfung, die aus dem Ordner hinausführt."
        hilfe = "Legen Sie die Datei selbst dort ab, oder nennen Sie sie mit --template."
        raise TemplateProblem(text, hilfe, template=name)
    return lies(pfad, name)


def _von_hier(pfad: Path) -> str:
    """Show a path from the current folder where it lies below it."""
    hier = Path.cwd()
    return str(pfad.relative_to(hier) if pfad.is_relative_to(hier) else pfad)
