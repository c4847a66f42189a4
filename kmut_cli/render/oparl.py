"""A paper for a committee as an OParl 1.1 object, from which a council information system can take it over.

Source: OParl 1.1, schema ``Paper`` with the embedded ``Consultation`` and ``File`` (github.com/OParl/spec, folder
``schema``), and chapters 2.4 and 3. What the schema has no room for stands in properties with a vendor's prefix, as it
allows („Herstellerspezifische Erweiterungen“): a committee can only be named by its address, and a draft knows none.

The schema wants an ``id`` for each object, and it wants an address. A draft has none, since the server gives it; so the
addresses here lie below the domain ``invalid``, which RFC 2606 reserves so that nothing can ever be found there. The
server also sets ``created`` and ``modified``.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.render import presentation as p
from kmut_cli.render.reintext import reintext

if TYPE_CHECKING:
    from kmut_cli.documents.datum import Datum
    from kmut_cli.documents.sitzungsvorlage_2026 import Anlage, Beratung, Sitzungsvorlage
    from kmut_cli.documents.umfeld import Umfeld

ART = "sitzungsvorlage"
"""The kind of document that has this form."""
PLATZHALTER = "https://entwurf.invalid"
"""Where every address of a draft begins."""
_SCHEMA = "https://schema.oparl.org/1.1/"
_HINWEIS = (
    "Entwurf von kmut. Adressen unter entwurf.invalid sind Platzhalter; das Ratsinformationssystem vergibt eigene und"
    " setzt created und modified."
)
_UMSCHRIFT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MIME = {
    ".pdf": "application/pdf",
    ".docx": _WORD,
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
}
"""Written out, since what the system knows differs from machine to machine."""


def oparl_paper(vorlage: Sitzungsvorlage, darstellung: p.Darstellung, umfeld: Umfeld, stamm: str) -> dict[str, Any]:
    """Make the object.

    Args:
        vorlage: A public paper.
        darstellung: Its presentation, for its text.
        umfeld: Gives the attached files.
        stamm: Name of its file without ending; the Word file that goes with it is called so too.

    Returns:
        Plain data; nothing that the paper does not say stands in it, neither null nor empty (chapter 2.4).
    """
    wer, nummer = darstellung.ags or darstellung.kommune or "kommune", vorlage.drucksache or stamm
    ort = f"{PLATZHALTER}/{_adressteil(wer)}/{_adressteil(nummer)}"
    paper = {
        "id": f"{ort}/paper",
        "type": f"{_SCHEMA}Paper",
        "name": _name(vorlage.bezeichnung),
        "reference": _einzeilig(vorlage.drucksache),
        "date": _tag(vorlage.datum),
        "paperType": vorlage.art.titel if vorlage.art else "",
        "mainFile": _hauptdatei(vorlage, darstellung, ort, stamm),
        "auxiliaryFile": [
            _anlage(eine, ort, nummer, umfeld) for nummer, eine in enumerate(_anlagen(vorlage, umfeld), 1)
        ],
        "consultation": [_beratung(eine, ort, nummer, vorlage) for nummer, eine in enumerate(_folge(vorlage), 1)],
        "keyword": [_einzeilig(wort) for wort in vorlage.schlagworte or [] if wort.strip()],
        "kmut:entwurf": _HINWEIS,
        "kmut:status": vorlage.status.name if vorlage.status else "entwurf",
        "kmut:koerperschaft": darstellung.kommune,
        "kmut:ags": darstellung.ags,
        "kmut:federfuehrend": _einzeilig(vorlage.federfuehrend),
        "kmut:beschlussvorschlag": reintext(vorlage.beschlussvorschlag or ""),
    }
    ohne_leeres: dict[str, Any] = _ohne_leeres(paper)
    return ohne_leeres


def als_json(objekt: dict[str, Any]) -> bytes:
    """Write the object as a file: UTF-8 without a byte order mark (chapter 2.4)."""
    return (json.dumps(objekt, ensure_ascii=False, indent=2) + "\n").encode()


def ist_unseres(inhalt: bytes) -> bool:
    """Whether a file is a draft of ours: one that a server took over has an address of its own."""
    try:
        objekt = json.loads(inhalt)
    except (ValueError, RecursionError):
        return False
    return isinstance(objekt, dict) and str(objekt.get("id", "")).startswith(f"{PLATZHALTER}/")


def volltext(darstellung: p.Darstellung) -> str:
    """Give what is printed below the head as plain text, for search; a heading needs something below it."""
    return "\n\n".join(text for kapitel in darstellung.kapitel for text in _kapiteltexte(kapitel))


def _kapiteltexte(kapitel: p.Kapitel) -> Iterator[str]:
    fragen = [frage for abschnitt in kapitel.abschnitte for frage in abschnitt.fragen]
    texte = [text for frage in fragen for block in frage.bloecke if (text := _blocktext(block).strip())]
    if texte and kapitel.titel:
        yield kapitel.titel
    yield from texte


def _blocktext(block: p.Block) -> str:
    match block:
        case p.Absatz(text):
            return reintext(text)
        case p.Zwischentitel(text):
            return text
        case p.Tabelle():
            zeilen = (block.kopf, *block.zeilen)
            return "\n".join(
                "; ".join(_name(zelle) for zelle in zeile if isinstance(zelle, str) and zelle) for zeile in zeilen
            )
        case p.Entfallen(grund):
            return f"entfällt: {reintext(grund)}"
        case p.Angabe(beschriftung, wert):
            return f"{beschriftung}: {wert}" if beschriftung else wert
        case _:
            return ""  # no other block stands in such a paper; what is open is not said to the public


def _hauptdatei(vorlage: Sitzungsvorlage, darstellung: p.Darstellung, ort: str, stamm: str) -> dict[str, Any]:
    datei = _datei(ort, "vorlage", darstellung.titel, f"{stamm}.docx")
    return {**datei, "date": _tag(vorlage.datum), "text": volltext(darstellung)}


def _anlage(anlage: Anlage, ort: str, nummer: int, umfeld: Umfeld) -> dict[str, Any]:
    """Describe an attachment; size and checksum show which file is meant once it is uploaded."""
    name = PurePosixPath((anlage.datei or "").strip()).name
    datei = _datei(ort, f"anlage-{nummer}", _name(anlage.bezeichnung), name)
    inhalt = umfeld.beilage((anlage.datei or "").strip()).inhalt if name else None
    if inhalt is None:
        return datei
    return {**datei, "size": len(inhalt), "sha512Checksum": hashlib.sha512(inhalt).hexdigest()}


def _datei(ort: str, kennung: str, bezeichnung: str, dateiname: str) -> dict[str, Any]:
    return {
        "id": f"{ort}/file/{kennung}",
        "type": f"{_SCHEMA}File",
        "name": bezeichnung,
        "fileName": dateiname,
        "mimeType": _MIME.get(PurePosixPath(dateiname).suffix.lower(), ""),
        "accessUrl": f"{ort}/file/{kennung}/inhalt",
    }


def _beratung(beratung: Beratung, ort: str, nummer: int, vorlage: Sitzungsvorlage) -> dict[str, Any]:
    """Describe a station: what the committee does with the paper, and ours by name what only addresses could say."""
    zustaendigkeit = beratung.zustaendigkeit
    rolle = zustaendigkeit.titel if zustaendigkeit else ""
    mitteilung = vorlage.art is not None and vorlage.art.name == "mitteilung"
    eintrag: dict[str, Any] = {
        "id": f"{ort}/consultation/{nummer}",
        "type": f"{_SCHEMA}Consultation",
        "role": rolle or ("Kenntnisnahme" if mitteilung else ""),
        "kmut:gremium": _name(beratung.gremium),
        "kmut:termin": _tag(beratung.datum) or (kurztext(beratung.datum) if beratung.datum else ""),
        "kmut:tagesordnungspunkt": _name(beratung.tagesordnungspunkt),
    }
    if zustaendigkeit is not None or mitteilung:
        eintrag["authoritative"] = zustaendigkeit is not None and zustaendigkeit.name == "entscheidung"
    return eintrag


def _folge(vorlage: Sitzungsvorlage) -> list[Beratung]:
    return [eine for eine in vorlage.beratungsfolge or [] if not ist_leer(eine)]


def _anlagen(vorlage: Sitzungsvorlage, umfeld: Umfeld) -> list[Anlage]:
    """Give the attachments but for those that no document may have, such as a way out of the folder."""

    def zulaessig(weg: str) -> bool:
        return not weg or not umfeld.beilage(weg).unzulaessig

    return [eine for eine in vorlage.anlagen or [] if not ist_leer(eine) and zulaessig((eine.datei or "").strip())]


def _tag(datum: Datum | None) -> str:
    """Give a day as ISO 8601 has it; a month is no date there."""
    return datum.fruehestens.isoformat() if datum and datum.tag else ""


def _name(text: str | None) -> str:
    """Give Markdown as a name: plain text on one line."""
    return _einzeilig(reintext(text or ""))


def _einzeilig(text: str | None) -> str:
    return " ".join((text or "").split())


def _adressteil(text: str) -> str:
    """Give a text as part of an address: ASCII, lower case, hyphens."""
    umschrift = "".join(_UMSCHRIFT.get(zeichen, zeichen) for zeichen in text.lower())
    zerlegt = unicodedata.normalize("NFKD", umschrift).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", zerlegt).strip("-") or "vorlage"


def _ohne_leeres(wert: Any) -> Any:
    """Leave out null, empty texts and empty lists, as chapter 2.4 asks."""
    if isinstance(wert, dict):
        return {name: _ohne_leeres(eins) for name, eins in wert.items() if eins not in (None, "", [], {})}
    return [_ohne_leeres(eins) for eins in wert] if isinstance(wert, list) else wert
