"""From plain data to a document: validation, with every error as a finding at its place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from kmut_cli.documents.modell import Gliederungsteil, Modell
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.umfeld import KEIN_UMFELD, Umfeld
from kmut_cli.documents.validieren import Fehler, validiere

if TYPE_CHECKING:
    from kmut_cli.documents.dokument import Dokument
    from kmut_cli.findings.finding import Finding, Loc
    from kmut_cli.source.reader import Source


class Geladen(NamedTuple):
    """A file after validation.

    Attributes:
        source: The file.
        dokument: The document; answers that do not fit their type are left out of it. None if the file does not say
            which document it is, or could not be read.
        findings: Everything wrong with text and types; reading's findings included.
        fehlerhaft: Places of what is there but wrong, and of what had to be left out with it.
        umfeld: What the document may see of its folder.
    """

    source: Source
    dokument: Dokument | None
    findings: tuple[Finding, ...]
    fehlerhaft: frozenset[Loc] = frozenset()
    umfeld: Umfeld = KEIN_UMFELD

    def fehlerhaft_an(self, pfad: tuple[str, ...]) -> bool:
        """Whether something is wrong with the answer at a place of the outline, with a part of it or all around it."""
        genau, darueber = _ohne_nummern(self.fehlerhaft)
        return pfad in darueber or any(pfad[:laenge] in genau for laenge in range(len(pfad) + 1))


@lru_cache(maxsize=8)
def _ohne_nummern(fehlerhaft: frozenset[Loc]) -> tuple[set[Loc], set[Loc]]:
    """Give the faulty places without indices of lists, and all places around them; asked for each question."""
    genau: set[Loc] = {tuple(teil for teil in ort if isinstance(teil, str)) for ort in fehlerhaft}
    return genau, {ort[:laenge] for ort in genau for laenge in range(len(ort) + 1)}


def lade(source: Source, stammdaten: Mapping[str, Any] | None = None, umfeld: Umfeld = KEIN_UMFELD) -> Geladen:
    """Validate what was read.

    Args:
        source: The file.
        stammdaten: Master data of the folder (plain data of ``kmut.yaml``); used where the document has none of its own.
        umfeld: Gives the files from which answers are taken (``{aus: veranstaltungen}``); without a folder such an
            answer stays the reference that it is.

    Returns:
        The document and all findings; never raises for what a file holds.
    """
    daten = source.data
    if not isinstance(daten, dict):
        return Geladen(source, None, source.findings)
    typ, kopf = _typ(source, daten)
    if typ is None:
        return Geladen(source, None, (*source.findings, *kopf))
    ergaenzt = _mit_stammdaten(daten, stammdaten or {})
    ergebnis = validiere(typ, ergaenzt)
    findings = (*source.findings, *_befunde(source, typ, ergebnis.fehler))
    dokument, fehlerhaft = ergebnis.modell, ergebnis.fehlerhaft
    if dokument is None or not umfeld.gibt_es:
        return Geladen(source, dokument, findings, fehlerhaft, umfeld)
    if _bezieht_sich(dokument):
        from kmut_cli.documents.beziehen import beziehe  # not for documents that stand alone

        bezogen = beziehe(source, dokument, umfeld)
        dokument, findings = bezogen.dokument, (*findings, *bezogen.findings)
        fehlerhaft |= bezogen.fehlerhaft
    ganz = dokument.ergaenze(source, umfeld)
    return Geladen(source, ganz.dokument, (*findings, *ganz.findings), fehlerhaft | ganz.fehlerhaft, umfeld)


def _mit_stammdaten(daten: dict[str, Any], stammdaten: Mapping[str, Any]) -> dict[str, Any]:
    """Add what the document does not say itself; a body without a name is the folder's, with what is said of it here."""
    ergaenzt = {**daten, **{name: wert for name, wert in stammdaten.items() if daten.get(name) is None}}
    eigene, gemeinsame = daten.get("kommune"), stammdaten.get("kommune")
    if isinstance(eigene, dict) and isinstance(gemeinsame, dict) and not eigene.get("name"):
        ergaenzt["kommune"] = {**gemeinsame, **{name: wert for name, wert in eigene.items() if wert is not None}}
    return ergaenzt


def lade_als(typ: type[Any], source: Source) -> tuple[Any, dict[str, Any], tuple[Finding, ...]]:
    """Validate a file of a given type that needs no head, such as ``kmut.yaml``.

    Returns:
        The model (None if the file could not be read), the plain data without what is wrong, and all findings.
    """
    if not isinstance(source.data, dict):
        return None, {}, source.findings
    ergebnis = validiere(typ, source.data)
    return ergebnis.modell, ergebnis.daten, (*source.findings, *_befunde(source, typ, ergebnis.fehler))


def _typ(source: Source, daten: dict[str, Any]) -> tuple[type[Dokument] | None, list[Finding]]:
    art, ausgabe = daten.get("dokument"), daten.get("gliederung")
    if isinstance(art, str) and isinstance(ausgabe, str) and ausgabe in arten().get(art, ()):
        return dokumenttyp(art, ausgabe), []
    from kmut_cli.documents.kopf import typ_nach_kopf  # only for a head that leaves something open

    return typ_nach_kopf(source, daten)


def _befunde(source: Source, typ: type[Any], fehler: tuple[Fehler, ...]) -> tuple[Finding, ...]:
    if not fehler:
        return ()
    from kmut_cli.documents.befunde import befunde  # with all that is told of errors

    return tuple(befunde(source, typ, fehler))


def _bezieht_sich(teil: Modell) -> bool:
    """Whether a document takes an answer from another file; asked of every document, so the outline is not walked."""
    for wert in vars(teil).values():
        if isinstance(wert, Gliederungsteil):
            if _bezieht_sich(wert):
                return True
        elif isinstance(wert, Modell) and (
            wert.ist_bezug or getattr(getattr(wert, "antwort", None), "ist_bezug", False)
        ):
            return True
    return False
