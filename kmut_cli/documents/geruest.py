"""The scaffold of a document: every question in official order above its key, with an example, and the answer still open.

Derived from the type alone, so it fits every kind and edition, also one without outline or year. What explains the file
stands in comments, at the depth of the key it belongs to, so that an editor folds it away with its section.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kmut_cli.documents.antworten import Text
from kmut_cli.documents.antwortform import antwortform
from kmut_cli.documents.dokument import Dokument, Status
from kmut_cli.documents.gebiete import Gebietstyp
from kmut_cli.documents.geruest_text import kommentar, linie, mit_wert, umbrochen
from kmut_cli.documents.gliederung import (
    AbschnittImText,
    FrageImText,
    KapitelImText,
    Pfad,
    gliederung,
)
from kmut_cli.documents.modell import Teile, ist_typ
from kmut_cli.findings.finding import dotted

_NOTIZEN = (
    "Zeilen, die mit # beginnen, sind Notizen: Fragen, Erklärungen, Beispiele. Sie kommen nicht in die Ausgabe. Was Sie"
    " nicht mehr brauchen, dürfen Sie löschen."
)
_ANLEITUNG = (
    "Hinter den Doppelpunkt jedes Schlüssels gehört, nach einem Leerzeichen, Ihre Antwort. Solange dort nichts steht, ist"
    " die Frage offen. Schlüssel und Einrückung bleiben, wie sie sind.",
    "Längerer Text: hinter den Doppelpunkt ein senkrechter Strich |, darunter der Text, zwei Leerzeichen tiefer als der"
    " Schlüssel. Die Beispiele zeigen, wie es aussieht.",
    'Trifft eine Frage nicht zu, schreiben Sie den Grund: {entfaellt: "hier der Grund"}',
    'Mit Erläuterung (bei ja oder nein, Datum, Auswahl): {antwort: ja, erlaeuterung: "…"}',
)
_BEFEHLE = "Was noch fehlt, nennt „kmut check“. Durch die offenen Fragen führt „kmut fill“."
_ANLAGE = "Weg zur Datei, von diesem Ordner aus und mit Schrägstrich, zum Beispiel anlagen/handlungskonzept.pdf"
_KOMMUNE = "Steht in kmut.yaml, dann bleibt es hier leer. Nur wenn nicht, schreiben Sie hier:"


@dataclass(frozen=True, slots=True)
class _Auftrag:
    """What is to be written.

    Attributes:
        typ: Class of the document.
        jahr: The year that the wording names.
        antworten: Answers that are known already, by dotted path.
        gebietstyp: Kind of the body, None if unknown.
    """

    typ: type[Dokument]
    jahr: str
    antworten: Mapping[str, Any]
    gebietstyp: Gebietstyp | None


def geruest(
    typ: type[Dokument],
    art: str,
    ausgabe: str,
    jahr: int | None,
    *,
    antworten: Mapping[str, Any] | None = None,
    schema: str = "",
    gebietstyp: Gebietstyp | None = None,
) -> str:
    """Write the scaffold of a document.

    Args:
        typ: Class of the document.
        art: Its kind, as it stands behind ``dokument:``.
        ausgabe: Edition of the outline.
        jahr: Year of the document; None leaves it open, and a kind that has no year ignores it.
        antworten: Answers that are known already: dotted path of the question (or of an attachment) → plain data.
        schema: Where editors find the JSON Schema, as seen from the file; empty for no such line.
        gebietstyp: Kind of the body; questions that cannot apply to it are named as such and get no key.

    Returns:
        The text of the file, lines ended by a line feed. It is valid, and every question without an answer is open.
    """
    auftrag = _Auftrag(typ, str(jahr or ausgabe), antworten or {}, gebietstyp)
    zeilen = [*_anfang(typ, jahr, schema), *_kopf(typ, art, ausgabe, jahr)]
    for kapitel in gliederung(typ).kapitel:
        zeilen += _kapitel(auftrag, kapitel)
    return "\n".join(zeilen).rstrip("\n") + "\n"


def _anfang(typ: type[Dokument], jahr: int | None, schema: str) -> Iterator[str]:
    if schema:
        yield f"# yaml-language-server: $schema={schema}"
        yield "#"
    yield f"# {typ.kurztitel or typ.titel}{f' {jahr}' if jahr and typ.jahresfeld else ''}"
    yield "#"
    for punkt in (_NOTIZEN, *_ANLEITUNG) if _befragt(typ) else (_NOTIZEN,):
        yield from umbrochen(punkt, "# - ", "#   ")
    yield from ["#", f"# {_BEFEHLE}", ""] if _befragt(typ) else [""]


def _kopf(typ: type[Dokument], art: str, ausgabe: str, jahr: int | None) -> Iterator[str]:
    yield f"dokument: {art}"
    if typ.model_fields["gliederung"].is_required():
        yield f'gliederung: "{ausgabe}"'
    if _befragt(typ):
        yield f"status: {Status.entwurf.name}  # wenn alles beantwortet ist: {Status.final.name}"
    if typ.jahresfeld:
        yield f"{typ.jahresfeld}: {jahr or ''}".rstrip()
    yield ""


def _befragt(typ: type[Dokument]) -> bool:
    """Whether the document owes answers; a log does not."""
    return any(frage.frage.pflicht for frage in gliederung(typ).fragen)


def _kapitel(auftrag: _Auftrag, kapitel: KapitelImText) -> Iterator[str]:
    if kapitel.nummer:
        yield linie("=")
        yield f"# {kapitel.nummer}  {kapitel.titel}"
        yield linie("=")
        yield f"{kapitel.abschnitte[0].pfad[0]}:"
        yield ""
    for abschnitt in kapitel.abschnitte:
        yield from _abschnitt(auftrag, abschnitt)


def _abschnitt(auftrag: _Auftrag, abschnitt: AbschnittImText) -> Iterator[str]:
    einzug = _einzug(abschnitt.pfad)
    yield linie("-", einzug)
    nummer = f"{abschnitt.nummer}  " if auftrag.typ.amtlich else ""
    yield from kommentar(nummer + abschnitt.titel, einzug)
    yield linie("-", einzug)
    gueltige = [frage for frage in abschnitt.fragen if frage.gilt_fuer(auftrag.gebietstyp)]
    ohne_schluessel = abschnitt.pfad == abschnitt.fragen[0].pfad
    if abschnitt.hinweis:
        yield from kommentar(abschnitt.hinweis, einzug)
        yield from [f"{einzug}#"] if ohne_schluessel else []
    if not ohne_schluessel and (gueltige or abschnitt.anlage):
        yield f"{einzug}{abschnitt.pfad[-1]}:"
        yield ""
    if abschnitt.anlage:
        yield from _anlage(auftrag, abschnitt.anlage, abschnitt.anlage_wortlaut)
    for frage in gueltige:
        yield from _frage(auftrag, frage)
    entfallene = [frage for frage in abschnitt.fragen if frage not in gueltige]
    if entfallene:
        yield from _entfallen(entfallene, einzug, auftrag.jahr)


def _anlage(auftrag: _Auftrag, pfad: Pfad, wortlaut: str) -> Iterator[str]:
    einzug = _einzug(pfad)
    yield from kommentar(f"({wortlaut})", einzug)
    yield from kommentar(_ANLAGE, einzug)
    yield from mit_wert(einzug, pfad[-1], auftrag.antworten.get(dotted(pfad)), Text)


def _entfallen(fragen: Sequence[FrageImText], einzug: str, jahr: str) -> Iterator[str]:
    """Name the questions that cannot apply to the body: they have no key, and a section of such questions only has none."""
    for grund in dict.fromkeys(frage.frage.ausnahme.grund for frage in fragen if frage.frage.ausnahme):
        yield from kommentar(f"Entfällt: {grund}", einzug)
    for frage in fragen:
        yield from kommentar(f"- {frage.frage.fuer_jahr(jahr)}", einzug)
    yield ""


def _frage(auftrag: _Auftrag, frage: FrageImText) -> Iterator[str]:
    einzug, name, eine = _einzug(frage.pfad), frage.pfad[-1], frage.frage
    stammdaten = name in Dokument.model_fields
    if eine.abschnitt is None or eine.abschnitt.titel != eine.wortlaut:
        yield from kommentar(eine.fuer_jahr(auftrag.jahr), einzug)
    yield from kommentar(eine.hinweis, einzug) if eine.hinweis else ()
    yield from kommentar(_KOMMUNE if stammdaten else "\n".join(antwortform(eine, frage.typ)), einzug)
    if eine.beispiel:
        yield from [] if stammdaten else [f"{einzug}# Beispiel:"]
        yield from (f"{einzug}#   {zeile}".rstrip() for zeile in beispiel(name, eine.beispiel))
    wert = auftrag.antworten.get(dotted(frage.pfad))
    if wert is None and ist_typ(frage.typ, Teile) and not stammdaten:
        wert = dict.fromkeys(frage.typ.model_fields)
    yield from mit_wert(einzug, name, wert, frage.typ)


def beispiel(name: str, wert: str) -> Iterator[str]:
    """Put an example (see :class:`~kmut_cli.documents.frage.Frage`) behind a key.

    Args:
        name: The key.
        wert: One line, which stands behind the colon, or several, which stand indented below; a first line ``|``
            stands behind the colon too.

    Yields:
        Lines without line end.
    """
    erste, *weitere = wert.split("\n")
    if not weitere or erste in ("|", ">"):
        yield f"{name}: {erste}"
    else:
        yield f"{name}:"
        weitere = [erste, *weitere]
    yield from (f"  {zeile}".rstrip() for zeile in weitere)


def _einzug(pfad: Pfad) -> str:
    return "  " * (len(pfad) - 1)
