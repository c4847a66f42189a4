"""A new document in the folder: where it goes and what it begins with; nothing that exists is ever overwritten."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kmut_cli.documents.bezug import Verzeichnis
from kmut_cli.documents.dokument import KOMMUNE, Dokument
from kmut_cli.documents.felder import bekannte_schluessel
from kmut_cli.documents.gebiete import Gebietstyp
from kmut_cli.documents.geruest import geruest
from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.registry import dokumenttyp
from kmut_cli.documents.schema import schema_dateiname
from kmut_cli.documents.uebernahmeblock import uebernahmeblock
from kmut_cli.documents.uebertragen import Uebertragung, uebertrage
from kmut_cli.findings.finding import dotted
from kmut_cli.source.edit import Set, edit
from kmut_cli.source.oserror import grund
from kmut_cli.source.reader import read_source
from kmut_cli.source.write import create_atomic
from kmut_cli.workspace.bestand import Bestand, Vorhanden
from kmut_cli.workspace.dateien import ENDUNGEN
from kmut_cli.workspace.vorlaeufer import JAHR, NeuError, vorlaeufer
from kmut_cli.workspace.wege import im_befehl


@dataclass(frozen=True, slots=True)
class Wunsch:
    """What is asked for.

    Attributes:
        art: Kind.
        ausgabe: Edition of the outline.
        jahr: Year as typed, None to take the next one.
        von: File, folder or year to carry over from, None for an empty document.
        ziel: File to write, None for the usual place.
    """

    art: str
    ausgabe: str
    jahr: str | None = None
    von: str | None = None
    ziel: str | None = None


@dataclass(frozen=True, slots=True)
class Entwurf:
    """A document that can be written.

    Attributes:
        ziel: Where it goes.
        name: The same as one types it.
        text: Its text.
        typ: Its class.
        jahr: Its year, None for a kind that has none.
        quelle: What was carried over from.
        uebertragung: What was carried over, None without ``quelle``.
    """

    ziel: Path
    name: str
    text: str
    typ: type[Dokument]
    jahr: int | None
    quelle: Vorhanden | None = None
    uebertragung: Uebertragung | None = None


def entwirf(wunsch: Wunsch, bestand: Bestand, heute: date) -> Entwurf:
    """Make a new document, without writing it.

    Args:
        wunsch: What is asked for; kind and edition exist.
        bestand: The folder.
        heute: The current day.

    Raises:
        NeuError: It exists already, or what it was to be made of cannot be used.
    """
    typ = dokumenttyp(wunsch.art, wunsch.ausgabe)
    je_jahr = bool(typ.jahresfeld or typ.unterordner)
    if not je_jahr and (wunsch.jahr or wunsch.von):
        raise NeuError(f"„{wunsch.art}“ hat kein Jahr und wird ein einziges Mal angelegt: kmut new {wunsch.art}")
    quelle = vorlaeufer(wunsch.von, wunsch.art, bestand) if wunsch.von else None
    jahr = _jahr(wunsch, typ, quelle, bestand, heute) if je_jahr else None
    ziel = _ziel(wunsch, typ, jahr, bestand, heute)
    gebietstyp = _gebietstyp(bestand, quelle)
    schema = _schema(ziel, wunsch, bestand)
    if quelle is None:
        text = geruest(typ, wunsch.art, wunsch.ausgabe, jahr, schema=schema, gebietstyp=gebietstyp)
        return Entwurf(ziel, bestand.name(ziel), text, typ, jahr)
    uebertragung = uebertrage(quelle.geladen, typ, (wunsch.art, wunsch.ausgabe), gebietstyp)
    antworten = {dotted(pfad): wert for pfad, wert in uebertragung.antworten.items()}
    text = geruest(typ, wunsch.art, wunsch.ausgabe, jahr, antworten=antworten, schema=schema, gebietstyp=gebietstyp)
    text = _mit_kommune(text, typ, uebertragung.antworten.get(KOMMUNE))
    if uebertragung.fragen:
        fragen = {frage.pfad: uebertragung.antworten[frage.pfad] for frage in uebertragung.fragen}
        text += uebernahmeblock(bestand.von_oben(quelle.pfad), fragen)
    return Entwurf(ziel, bestand.name(ziel), text, typ, jahr, quelle, uebertragung)


def schreibe(entwurf: Entwurf) -> None:
    """Write the document, and folders that it needs.

    Raises:
        NeuError: That is not possible; then nothing is left of it.
    """
    ordner = entwurf.ziel.parent
    neue = [eins for eins in (ordner, *ordner.parents) if not eins.exists()]
    try:
        ordner.mkdir(parents=True, exist_ok=True)
        create_atomic(entwurf.ziel, entwurf.text.encode())
    except (OSError, ValueError) as fehler:
        for eins in neue:
            with contextlib.suppress(OSError, ValueError):
                eins.rmdir()
        if isinstance(fehler, FileExistsError) and ordner.is_dir():
            raise _gibt_es(entwurf.name, entwurf.jahr) from None  # it came up since it was looked for
        warum = f": {text}" if (text := grund(fehler)) else ""
        raise NeuError(
            f"„{entwurf.name}“ lässt sich nicht schreiben{warum}. Prüfen Sie, ob Sie in diesem Ordner schreiben dürfen"
            " und ob noch Platz ist."
        ) from None


def _jahr(wunsch: Wunsch, typ: type[Dokument], quelle: Vorhanden | None, bestand: Bestand, heute: date) -> int:
    """Read the year, or take the one after the newest document of the kind."""
    if wunsch.jahr is not None:
        if not JAHR.fullmatch(wunsch.jahr):
            raise NeuError(f"„{wunsch.jahr}“ ist kein Jahr. Schreiben Sie vier Ziffern, zum Beispiel {heute.year}.")
        return int(wunsch.jahr)
    bekannt = [*bestand.dokumente, *([quelle] if quelle else [])]
    jahre = [eines.jahr for eines in bekannt if eines.art == wunsch.art and eines.jahr]
    if typ.unterordner:
        return heute.year
    if jahre:
        return max(jahre) + 1
    regel = typ.fristregel
    return regel.jahr_in(heute.year) if regel is not None and regel.voraus else heute.year


def _ziel(wunsch: Wunsch, typ: type[Dokument], jahr: int | None, bestand: Bestand, heute: date) -> Path:
    """Say where the file goes; of a kind with several documents a year, under the name of the day."""
    wann = f"{heute if jahr == heute.year else jahr}-" if typ.unterordner else ""
    dateiname = f"{wann}{wunsch.art}.yaml"
    ziel = bestand.wurzel / str(jahr or "") / typ.unterordner / dateiname
    if wunsch.ziel is not None:
        ziel = bestand.hier / wunsch.ziel
        ziel = ziel / dateiname if ziel.is_dir() else ziel
        if ziel.suffix.lower() not in ENDUNGEN:
            raise NeuError(
                f"--out „{wunsch.ziel}“ braucht die Endung .yaml, oder nennen Sie einen Ordner, den es gibt."
            )
    if os.path.lexists(ziel):
        raise _gibt_es(bestand.name(ziel), jahr)
    return ziel


def _gibt_es(name: str, jahr: int | None) -> NeuError:
    weiter = "kmut log add" if Path(name).stem in Verzeichnis.__members__ else f"kmut fill {im_befehl(name)}"
    return NeuError(
        f"„{name}“ gibt es schon und bleibt, wie es ist. Schreiben Sie darin weiter ({weiter}), oder geben Sie mit"
        " --out einen anderen Dateinamen an."
    )


def _gebietstyp(bestand: Bestand, quelle: Vorhanden | None) -> Gebietstyp | None:
    stammdaten = bestand.stammdaten
    kommune = quelle.dokument.kommune if quelle is not None else None
    kommune = kommune or (stammdaten.kommune if stammdaten else None)
    return kommune.gebietstyp if kommune else None


def _schema(ziel: Path, wunsch: Wunsch, bestand: Bestand) -> str:
    """Give the way from the file to its JSON Schema, if the folder has one."""
    schema = bestand.wurzel / "schemas" / schema_dateiname(wunsch.art, wunsch.ausgabe)
    if not schema.is_file():
        return ""
    try:
        return Path(os.path.relpath(schema, ziel.parent.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return ""


def _mit_kommune(text: str, typ: type[Dokument], kommune: Any) -> str:
    """Add master data where the scaffold has no key for them: as head of a document whose folder has none."""
    if kommune is None or any(frage.pfad == KOMMUNE for frage in gliederung(typ).fragen):
        return text
    quelle = read_source("", text.encode())
    return edit(quelle, [Set(KOMMUNE, kommune)], lambda loc: bekannte_schluessel(typ, loc)).decode()
